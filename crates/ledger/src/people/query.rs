//! Reading engineers and memberships.

use crate::column::{day, get, get_day, get_day_opt, json, parsed, text_opt};
use crate::gather::{self, Gathered, Repeating, Unread, gather, gather_unread};
use domain::kernel::{Digest, Month, StaffNo, UnitCode};
use domain::people::{Letters, Membership, PeopleFacts};
use domain::personal::Subject;
use rusqlite::{Connection, Row};
use std::collections::{BTreeMap, BTreeSet};

fn membership(row: &Row<'_>) -> rusqlite::Result<Membership> {
    Ok(Membership {
        staff_no: get(row, 0)?,
        unit: get(row, 1)?,
        arrived_on: get_day(row, 2)?,
        left_on: get_day_opt(row, 3)?,
    })
}

/// All memberships, by person and arrival.
pub fn memberships(conn: &Connection) -> rusqlite::Result<Vec<Membership>> {
    gather(conn, include_str!("sql/memberships.sql"), [], stays)
}

/// All memberships, for [`stays`] to read, on whichever thread.
pub(crate) fn memberships_unread(conn: &Connection) -> rusqlite::Result<Unread<4>> {
    gather_unread(conn, include_str!("sql/memberships.sql"), [])
}

/// The memberships of a unit, by person and arrival.
pub fn memberships_in(conn: &Connection, unit: &UnitCode) -> rusqlite::Result<Vec<Membership>> {
    gather(conn, include_str!("sql/memberships_in.sql"), [unit.as_str()], stays)
}

/// Gathered memberships, by person and arrival.
pub(crate) fn stays(rows: Gathered<'_, 4>) -> rusqlite::Result<Vec<Membership>> {
    // Neighbours are often of one unit, and came on one day.
    let (mut unit, mut arrived_on, mut left_on) = (Repeating::new(), Repeating::new(), Repeating::new());
    let mut stays = rows
        .map(|[staff_no, at, from, to]| {
            Ok(Membership {
                staff_no: parsed(gather::text(staff_no, 0)?, 0, StaffNo::parse)?,
                unit: unit.read(gather::text(at, 1)?, |text| parsed(text, 1, UnitCode::parse))?,
                arrived_on: arrived_on.read(gather::text(from, 2)?, |text| day(text, 2))?,
                left_on: to.map(|text| left_on.read(text, |text| day(text, 3))).transpose()?,
            })
        })
        .collect::<rusqlite::Result<Vec<Membership>>>()?;
    // They come in the order of the primary key, which costs no sorting; that they do is not SQLite's promise.
    stays.sort_by(|a, b| (&a.staff_no, a.arrived_on, &a.unit).cmp(&(&b.staff_no, b.arrived_on, &b.unit)));
    Ok(stays)
}

/// A person's memberships, by arrival.
pub fn memberships_of(conn: &Connection, staff_no: &StaffNo) -> rusqlite::Result<Vec<Membership>> {
    memberships_of_all(conn, &[staff_no])
}

/// The memberships of these people, by person and arrival.
pub fn memberships_of_all(conn: &Connection, staff: &[&StaffNo]) -> rusqlite::Result<Vec<Membership>> {
    conn.prepare_cached(include_str!("sql/memberships_of.sql"))?
        .query_map([json(&staff)], membership)?
        .collect()
}

/// The days on which letters of stays were signed.
pub fn letters(conn: &Connection) -> rusqlite::Result<Letters> {
    let letters = conn
        .prepare_cached("SELECT staff_no, arrived_on, signed_on FROM stay_paper WHERE kind = 'letter'")?
        .query_map([], |row| Ok((get(row, 0)?, get_day(row, 1)?, get_day(row, 2)?)))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Letters::new(letters))
}

/// What is known of a person besides their stays, where it lies.
#[derive(Clone, Copy, Debug, Default)]
pub struct Known<'r> {
    /// 岗位.
    pub post: Option<&'r str>,
    /// 姓名; absent where it was erased.
    pub name: Option<&'r str>,
    /// 手机.
    pub phone: Option<&'r str>,
}

/// Shows all memberships, in the order of [`memberships`], with what is known of the person. For whoever looks for a few
/// among very many.
pub fn each_known(conn: &Connection, mut show: impl FnMut(Membership, Known<'_>)) -> rusqlite::Result<()> {
    let mut statement = conn.prepare_cached(include_str!("sql/known.sql"))?;
    let mut rows = statement.query([Subject::ENGINEER])?;
    while let Some(row) = rows.next()? {
        let known = Known { post: text_opt(row, 4)?, name: text_opt(row, 5)?, phone: text_opt(row, 6)? };
        show(membership(row)?, known);
    }
    Ok(())
}

/// The posts of those engineers who have one.
pub fn posts(conn: &Connection, staff: &[&StaffNo]) -> rusqlite::Result<BTreeMap<StaffNo, String>> {
    conn.prepare_cached(include_str!("sql/posts.sql"))?
        .query_map([json(&staff)], |row| Ok((get(row, 0)?, row.get(1)?)))?
        .collect()
}

/// All engineers with their posts.
pub fn engineers(conn: &Connection) -> rusqlite::Result<BTreeMap<StaffNo, Option<String>>> {
    conn.prepare_cached("SELECT staff_no, post FROM engineer")?
        .query_map([], |row| Ok((get(row, 0)?, row.get(1)?)))?
        .collect()
}

/// Whether an engineer is on record.
pub fn is_known(conn: &Connection, staff_no: &StaffNo) -> rusqlite::Result<bool> {
    conn.prepare_cached("SELECT 1 FROM engineer WHERE staff_no = ?1")?.exists([staff_no.as_str()])
}

/// Which personal data the journal names for each engineer who has any (see [`crate::personal_at`]).
pub fn personal_digests(conn: &Connection) -> rusqlite::Result<BTreeMap<StaffNo, Digest>> {
    conn.prepare_cached("SELECT staff_no, personal FROM engineer WHERE personal IS NOT NULL")?
        .query_map([], |row| Ok((get(row, 0)?, get(row, 1)?)))?
        .collect()
}

/// What the rule for taking people in needs to know.
pub fn facts(conn: &Connection, units: BTreeSet<UnitCode>) -> rusqlite::Result<PeopleFacts> {
    let scored = conn
        .prepare_cached("SELECT staff_no, unit, month FROM assessment")?
        .query_map([], |row| Ok((get(row, 0)?, get(row, 1)?, get(row, 2)?)))?
        .collect::<rusqlite::Result<BTreeSet<(StaffNo, UnitCode, Month)>>>()?;
    let announced = super::dossier::announced(conn)?.into_iter().map(|a| (a.staff_no, a.unit)).collect();
    Ok(PeopleFacts { units, engineers: engineers(conn)?, memberships: memberships(conn)?, scored, announced })
}
