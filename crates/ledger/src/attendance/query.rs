//! Reading attendance. Lists of many people come in one query each.

use crate::column::{day, get, get_day, get_day_opt, get_json, get_json_opt, get_opt, json, parsed};
use crate::gather::{self, Repeating, gather};
use chrono::{DateTime, NaiveDate, Utc};
use domain::attendance::{Application, Correction, TimeOfDay, WorkingHours};
use domain::kernel::{AccountName, Digest, StaffNo, UnitCode};
use rusqlite::{Connection, Row, params};
use std::collections::BTreeMap;

/// Working hours that a unit has set, first month first.
pub fn hours(conn: &Connection, unit: &UnitCode) -> rusqlite::Result<Vec<WorkingHours>> {
    conn.prepare_cached("SELECT body FROM attendance_hours WHERE unit = ?1 ORDER BY from_month")?
        .query_map([unit.as_str()], |row| get_json(row, 0))?
        .collect()
}

/// A person's punches, by day and time.
pub type Punches = BTreeMap<StaffNo, Vec<(NaiveDate, TimeOfDay)>>;

/// Punches of these people from one calendar day to another, both included.
pub fn punches(
    conn: &Connection,
    staff: &[&StaffNo],
    from: NaiveDate,
    to: NaiveDate,
) -> rusqlite::Result<Punches> {
    let params = params![json(&staff), from.to_string(), to.to_string()];
    let mut found: Punches = gather(conn, include_str!("sql/punches.sql"), params, |rows| {
        let (mut person, mut on) = (Repeating::new(), Repeating::new());
        let mut found = Punches::new();
        for [staff_no, date, at] in rows {
            let staff_no = person.read(gather::text(staff_no, 0)?, |text| parsed(text, 0, StaffNo::parse))?;
            let date = on.read(gather::text(date, 1)?, |text| day(text, 1))?;
            let time = parsed(gather::text(at, 2)?, 2, TimeOfDay::parse)?;
            found.entry(staff_no).or_default().push((date, time));
        }
        Ok(found)
    })?;
    // They come in the order of the primary key; that they do is not SQLite's promise.
    found.values_mut().for_each(|times| times.sort_unstable());
    Ok(found)
}

/// The first day of which any of these people has a punch on record.
pub fn first_punched(conn: &Connection, staff: &[&StaffNo]) -> rusqlite::Result<Option<NaiveDate>> {
    conn.prepare_cached(include_str!("sql/first_punched.sql"))?
        .query_row([json(&staff)], |row| get_day_opt(row, 0))
}

/// The last day from one to another of which any of these people has a punch on record.
pub fn last_punched(
    conn: &Connection,
    staff: &[&StaffNo],
    from: NaiveDate,
    to: NaiveDate,
) -> rusqlite::Result<Option<NaiveDate>> {
    conn.prepare_cached(include_str!("sql/last_punched.sql"))?
        .query_row(params![json(&staff), from.to_string(), to.to_string()], |row| get_day_opt(row, 0))
}

/// A day that was set by hand.
#[derive(Clone, Debug)]
pub struct Corrected {
    /// Whose.
    pub staff_no: StaffNo,
    /// Number among the person's records.
    pub number: u32,
    /// Where.
    pub unit: UnitCode,
    /// Which day.
    pub day: NaiveDate,
    /// To what; `None`: left to the punches again.
    pub correction: Option<Correction>,
    /// Digest of the reason.
    pub reason: Digest,
    /// By whom.
    pub account: AccountName,
    /// When.
    pub at: DateTime<Utc>,
}

/// What was set by hand for these people from one day to another, in the order in which it was: the last of a day holds.
pub fn corrections(
    conn: &Connection,
    staff: &[&StaffNo],
    from: NaiveDate,
    to: NaiveDate,
) -> rusqlite::Result<Vec<Corrected>> {
    conn.prepare_cached(include_str!("sql/corrections.sql"))?
        .query_map(params![json(&staff), from.to_string(), to.to_string()], |row| {
            Ok(Corrected {
                staff_no: get(row, 0)?,
                number: row.get(1)?,
                unit: get(row, 2)?,
                day: get_day(row, 3)?,
                correction: get_json_opt(row, 4)?,
                reason: get(row, 5)?,
                account: get(row, 6)?,
                at: get(row, 7)?,
            })
        })?
        .collect()
}

/// An application with who did what.
#[derive(Clone, Debug)]
pub struct Applied {
    /// The application.
    pub application: Application,
    /// Applied for only after the first day.
    pub late: bool,
    /// Digest of the reason.
    pub reason: Digest,
    /// Who entered it.
    pub account: AccountName,
    /// When.
    pub at: DateTime<Utc>,
    /// Who decided or took it back.
    pub decided_by: Option<AccountName>,
    /// When.
    pub decided_at: Option<DateTime<Utc>>,
    /// Digest of the reason of that.
    pub decision: Option<Digest>,
    /// 代录.
    pub on_behalf: bool,
    /// 快文号 behind it.
    pub document: Option<String>,
    /// Picture or scan behind it.
    pub evidence: Option<Digest>,
}

fn applied(row: &Row<'_>) -> rusqlite::Result<Applied> {
    Ok(Applied {
        application: Application {
            staff_no: get(row, 0)?,
            number: row.get(1)?,
            unit: get(row, 2)?,
            matter: get_json(row, 3)?,
            state: get(row, 8)?,
        },
        late: row.get(4)?,
        reason: get(row, 5)?,
        account: get(row, 6)?,
        at: get(row, 7)?,
        decided_by: get_opt(row, 9)?,
        decided_at: get_opt(row, 10)?,
        decision: get_opt(row, 11)?,
        on_behalf: row.get(12)?,
        document: row.get(13)?,
        evidence: get_opt(row, 14)?,
    })
}

/// Applications in a unit that touch these days, first day first.
pub fn applications(
    conn: &Connection,
    unit: &UnitCode,
    from: NaiveDate,
    to: NaiveDate,
) -> rusqlite::Result<Vec<Applied>> {
    conn.prepare_cached(include_str!("sql/applications.sql"))?
        .query_map(params![unit.as_str(), from.to_string(), to.to_string()], applied)?
        .collect()
}

/// A person's applications, by number.
pub fn applications_of(conn: &Connection, staff_no: &StaffNo) -> rusqlite::Result<Vec<Applied>> {
    conn.prepare_cached(include_str!("sql/applications_of.sql"))?
        .query_map([staff_no.as_str()], applied)?
        .collect()
}

/// The next number of these people's attendance records; absent is 1.
pub fn next_numbers(conn: &Connection, staff: &[&StaffNo]) -> rusqlite::Result<BTreeMap<StaffNo, u32>> {
    conn.prepare_cached(include_str!("sql/last_number.sql"))?
        .query_map([json(&staff)], |row| Ok((get(row, 0)?, row.get::<_, u32>(1)? + 1)))?
        .collect()
}

/// Applications of a unit that wait for a decision.
#[derive(Clone, Debug)]
pub struct Waiting {
    /// 用人单位.
    pub unit: UnitCode,
    /// How many.
    pub count: u32,
    /// The first day that any of them is about.
    pub first_day: NaiveDate,
}

/// Units with applications that wait.
pub fn waiting(conn: &Connection) -> rusqlite::Result<Vec<Waiting>> {
    conn.prepare_cached(include_str!("sql/waiting.sql"))?
        .query_map([], |row| {
            Ok(Waiting { unit: get(row, 0)?, count: row.get(1)?, first_day: get_day(row, 2)? })
        })?
        .collect()
}
