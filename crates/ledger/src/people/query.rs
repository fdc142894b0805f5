//! Reading engineers and memberships.

use crate::column::{get, get_day, get_day_opt};
use domain::kernel::{Digest, Month, StaffNo, UnitCode};
use domain::people::{Membership, PeopleFacts};
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
    conn.prepare_cached(include_str!("sql/memberships.sql"))?.query_map([], membership)?.collect()
}

/// All engineers with their posts.
pub fn engineers(conn: &Connection) -> rusqlite::Result<BTreeMap<StaffNo, Option<String>>> {
    conn.prepare_cached("SELECT staff_no, post FROM engineer")?
        .query_map([], |row| Ok((get(row, 0)?, row.get(1)?)))?
        .collect()
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
    Ok(PeopleFacts { units, engineers: engineers(conn)?, memberships: memberships(conn)?, scored })
}
