//! Reading standards, cases, evidence, exams and levels.

use crate::column::{get, get_day, get_json, get_json_opt, get_opt, json};
use chrono::{DateTime, NaiveDate, Utc};
use domain::certification::{CaseState, Certified, ExamTaken, Outcome, Proof, Standard};
use domain::event::CaseDecided;
use domain::kernel::{AccountName, Digest, Origin, StaffNo};
use rusqlite::{Connection, Row};
use std::collections::BTreeMap;

/// All versions of the standard, the program's own first.
pub fn standards(conn: &Connection) -> rusqlite::Result<Vec<Standard>> {
    let issued = conn
        .prepare_cached("SELECT body FROM qualification_standard ORDER BY version")?
        .query_map([], |row| get_json(row, 0))?
        .collect::<rusqlite::Result<Vec<Standard>>>()?;
    Ok([Standard::default_version()].into_iter().chain(issued).collect())
}

/// A decision on record.
#[derive(Clone, Debug)]
pub struct Decided {
    /// What was decided, by which gates.
    pub event: CaseDecided,
    /// Who entered it.
    pub account: AccountName,
    /// When.
    pub at: DateTime<Utc>,
    /// Hash of its entry in the journal.
    pub entry: Digest,
    /// Whose chain that is.
    pub origin: Origin,
}

/// A case on record with what became of it.
#[derive(Clone, Debug)]
pub struct Case {
    /// The case.
    pub state: CaseState,
    /// The decision.
    pub decided: Option<Decided>,
    /// Why it was taken back.
    pub withdrawn: Option<String>,
}

impl Case {
    /// How it was decided, if it was. `day_of`: the day of a moment, as the users live it.
    pub fn outcome(&self, day_of: impl Fn(DateTime<Utc>) -> NaiveDate) -> Option<Outcome> {
        let decided = self.decided.as_ref()?;
        let (number, decision) = (self.state.number, decided.event.decision.clone());
        Some(Outcome { number, decision, on: day_of(decided.at) })
    }
}

fn case(row: &Row<'_>) -> rusqlite::Result<Case> {
    let decided = match get_json_opt(row, 6)? {
        None => None,
        Some(event) => Some(Decided {
            event,
            account: get(row, 7)?,
            at: get(row, 8)?,
            entry: get(row, 10)?,
            origin: get(row, 11)?,
        }),
    };
    let withdrawn: Option<String> = row.get(9)?;
    let state = CaseState {
        staff_no: get(row, 0)?,
        number: row.get(1)?,
        level: row.get(2)?,
        standard: row.get(3)?,
        opened_on: get_day(row, 4)?,
        opened_by: get(row, 5)?,
        open: decided.is_none() && withdrawn.is_none(),
    };
    Ok(Case { state, decided, withdrawn })
}

/// A person's cases, oldest first.
pub fn cases_of(conn: &Connection, staff_no: &StaffNo) -> rusqlite::Result<Vec<Case>> {
    conn.prepare_cached(include_str!("sql/cases.sql"))?.query_map([Some(staff_no.as_str())], case)?.collect()
}

/// Everybody's cases, by person, oldest first.
pub fn cases(conn: &Connection) -> rusqlite::Result<BTreeMap<StaffNo, Vec<Case>>> {
    let mut found: BTreeMap<StaffNo, Vec<Case>> = BTreeMap::new();
    let mut statement = conn.prepare_cached(include_str!("sql/cases.sql"))?;
    for read in statement.query_map([None::<&str>], case)? {
        let read = read?;
        found.entry(read.state.staff_no.clone()).or_default().push(read);
    }
    Ok(found)
}

/// Proof of a case as it was entered.
#[derive(Clone, Debug)]
pub struct EvidenceEntry {
    /// 1, 2, …
    pub line: u32,
    /// What.
    pub evidence: Proof,
    /// Salted digest of the words behind it.
    pub text: Option<Digest>,
    /// The paper behind it.
    pub paper: Option<Digest>,
    /// Who entered it.
    pub account: AccountName,
    /// When.
    pub at: DateTime<Utc>,
    /// Why it was taken back.
    pub struck: Option<String>,
}

/// Everything that was brought for a case, what was taken back too.
pub fn evidence(conn: &Connection, staff_no: &StaffNo, number: u32) -> rusqlite::Result<Vec<EvidenceEntry>> {
    conn.prepare_cached(include_str!("sql/evidence.sql"))?
        .query_map(rusqlite::params![staff_no.as_str(), number], |row| {
            Ok(EvidenceEntry {
                line: row.get(0)?,
                evidence: get_json(row, 1)?,
                text: get_opt(row, 2)?,
                paper: get_opt(row, 3)?,
                account: get(row, 4)?,
                at: get(row, 5)?,
                struck: row.get(6)?,
            })
        })?
        .collect()
}

fn exam(row: &Row<'_>) -> rusqlite::Result<ExamTaken> {
    Ok(ExamTaken {
        staff_no: get(row, 0)?,
        sitting: get_day(row, 1)?,
        general: get(row, 2)?,
        professional: get(row, 3)?,
    })
}

/// A person's exams, oldest first.
pub fn exams_of(conn: &Connection, staff_no: &StaffNo) -> rusqlite::Result<Vec<ExamTaken>> {
    conn.prepare_cached(
        "SELECT staff_no, sitting, general, professional FROM exam WHERE staff_no = ?1 ORDER BY sitting",
    )?
    .query_map([staff_no.as_str()], exam)?
    .collect()
}

/// Everyone's exams of a sitting.
pub fn sitting(conn: &Connection, on: NaiveDate) -> rusqlite::Result<Vec<ExamTaken>> {
    conn.prepare_cached("SELECT staff_no, sitting, general, professional FROM exam WHERE sitting = ?1")?
        .query_map([on.to_string()], exam)?
        .collect()
}

/// Levels given to a person, oldest case first.
pub fn levels_of(conn: &Connection, staff_no: &StaffNo) -> rusqlite::Result<Vec<Certified>> {
    conn.prepare_cached(
        "SELECT level, valid_from, number FROM certified_level WHERE staff_no = ?1 ORDER BY number",
    )?
    .query_map([staff_no.as_str()], |row| {
        Ok(Certified { level: row.get(0)?, valid_from: get_day(row, 1)?, number: row.get(2)? })
    })?
    .collect()
}

/// The first day of any level of these people, where they have one: since when they are certified.
pub fn certified_on(conn: &Connection, staff: &[&StaffNo]) -> rusqlite::Result<BTreeMap<StaffNo, NaiveDate>> {
    conn.prepare_cached(include_str!("sql/certified_on.sql"))?
        .query_map([json(&staff)], |row| Ok((get(row, 0)?, get_day(row, 1)?)))?
        .collect()
}

/// The level a person holds on a day; for a status: 待认证 → 在岗（已认证）.
pub fn level_of(
    conn: &Connection,
    staff_no: &StaffNo,
    today: NaiveDate,
) -> rusqlite::Result<Option<Certified>> {
    Ok(domain::certification::level_held(&levels_of(conn, staff_no)?, today).cloned())
}
