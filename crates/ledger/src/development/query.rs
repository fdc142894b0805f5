//! Reading trainings, conduct and ability.

use crate::column::{get, get_day, get_json, get_json_opt, get_opt};
use chrono::NaiveDate;
use domain::development::{AbilityItem, Award, ConductState, TrainingState, Violation};
use domain::event::ViolationDecided;
use domain::kernel::{AccountName, Digest, StaffNo};
use rusqlite::{Connection, OptionalExtension as _};

/// The number of the last training; 0 where there is none.
pub fn last_training(conn: &Connection) -> rusqlite::Result<u32> {
    conn.query_row("SELECT coalesce(max(number), 0) FROM training", [], |row| row.get(0))
}

/// A training by its number.
pub fn training(conn: &Connection, number: u32) -> rusqlite::Result<Option<TrainingState>> {
    let found = conn
        .prepare_cached("SELECT body, cancelled FROM training WHERE number = ?1")?
        .query_row([number], |row| Ok((get_json(row, 0)?, row.get::<_, Option<String>>(1)?)))
        .optional()?;
    let Some((training, cancelled)) = found else { return Ok(None) };
    let mut people = conn.prepare_cached(
        "SELECT staff_no, attended, result FROM training_person WHERE number = ?1 AND attended IS NOT NULL",
    )?;
    let recorded = people
        .query_map([number], |row| Ok((get(row, 0)?, row.get(1)?, get_opt(row, 2)?)))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Some(TrainingState { number, training, recorded, cancelled: cancelled.is_some() }))
}

/// The trainings that a person was named for, latest first.
pub fn trainings_of(conn: &Connection, staff_no: &StaffNo) -> rusqlite::Result<Vec<TrainingState>> {
    let numbers = conn
        .prepare_cached("SELECT number FROM training_person WHERE staff_no = ?1 ORDER BY number DESC")?
        .query_map([staff_no.as_str()], |row| row.get(0))?
        .collect::<rusqlite::Result<Vec<u32>>>()?;
    let mut found = Vec::new();
    for number in numbers {
        found.extend(training(conn, number)?);
    }
    Ok(found)
}

/// The trainings that a person held, as their trainer.
pub fn trainings_by(conn: &Connection, staff_no: &StaffNo) -> rusqlite::Result<Vec<TrainingState>> {
    let numbers = conn
        .prepare_cached(
            "SELECT number FROM training WHERE json_extract(body, '$.trainer') = ?1 ORDER BY number",
        )?
        .query_map([staff_no.as_str()], |row| row.get(0))?
        .collect::<rusqlite::Result<Vec<u32>>>()?;
    let mut found = Vec::new();
    for number in numbers {
        found.extend(training(conn, number)?);
    }
    Ok(found)
}

/// An award or a violation on record.
#[derive(Clone, Debug)]
pub struct Conduct {
    /// 1, 2, …
    pub number: u32,
    /// An award or an interview.
    pub award: Option<Award>,
    /// Or a violation.
    pub violation: Option<Violation>,
    /// Its day.
    pub on: NaiveDate,
    /// Salted digest of the words behind it.
    pub text: Option<Digest>,
    /// The paper behind it.
    pub paper: Option<Digest>,
    /// Who entered it.
    pub account: AccountName,
    /// What was decided.
    pub decided: Option<ViolationDecided>,
    /// Why it was withdrawn.
    pub withdrawn: Option<String>,
}

impl Conduct {
    /// As the rules ask for it.
    #[must_use]
    pub fn state(&self) -> ConductState {
        ConductState {
            number: self.number,
            found_on: self.violation.map(|_| self.on),
            decided: self.decided.is_some(),
            withdrawn: self.withdrawn.is_some(),
        }
    }
}

/// A person's awards and violations, oldest first.
pub fn conduct_of(conn: &Connection, staff_no: &StaffNo) -> rusqlite::Result<Vec<Conduct>> {
    conn.prepare_cached(include_str!("sql/conduct.sql"))?
        .query_map([staff_no.as_str()], |row| {
            Ok(Conduct {
                number: row.get(0)?,
                award: get_opt(row, 1)?,
                violation: get_opt(row, 2)?,
                on: get_day(row, 3)?,
                text: get_opt(row, 4)?,
                paper: get_opt(row, 5)?,
                account: get(row, 6)?,
                decided: get_json_opt(row, 7)?,
                withdrawn: row.get(8)?,
            })
        })?
        .collect()
}

/// A judgement of ability that stands.
#[derive(Clone, Debug)]
pub struct Ability {
    /// Which of the five.
    pub item: AbilityItem,
    /// Met.
    pub met: bool,
    /// Its day.
    pub on: NaiveDate,
    /// Salted digest of the note.
    pub note: Option<Digest>,
    /// Who judged.
    pub account: AccountName,
}

/// The judgements that stand of a person.
pub fn ability_of(conn: &Connection, staff_no: &StaffNo) -> rusqlite::Result<Vec<Ability>> {
    conn.prepare_cached("SELECT item, met, day, note, account FROM ability WHERE staff_no = ?1")?
        .query_map([staff_no.as_str()], |row| {
            Ok(Ability {
                item: get(row, 0)?,
                met: row.get(1)?,
                on: get_day(row, 2)?,
                note: get_opt(row, 3)?,
                account: get(row, 4)?,
            })
        })?
        .collect()
}
