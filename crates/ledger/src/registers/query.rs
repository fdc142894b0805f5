//! What a form's page shows beside the facts of its rules, and complaints that count.

use super::facts::type_of;
use crate::LedgerError;
use crate::column::{get, get_day, get_json, get_json_opt, get_opt};
use crate::journal::Entry;
use chrono::NaiveDate;
use domain::form::Answers;
use domain::kernel::{AccountName, Digest, Month, UnitCode};
use domain::registers::{FormNo, FormType, FormTypeKey, StepOutcome, Upheld, counted};
use domain::ticket::Behalf;
use rusqlite::Connection;

/// A step as it was taken.
#[derive(Clone, Debug)]
pub struct StepTaken {
    /// Number of its words.
    pub number: u32,
    /// Its code.
    pub step: String,
    /// What came of it.
    pub outcome: StepOutcome,
    /// On that day.
    pub on: NaiveDate,
    /// What was filled in with it.
    pub answers: Answers,
    /// Salted digest of its words.
    pub words: Option<Digest>,
    /// Where it was entered for somebody.
    pub behalf: Option<Behalf>,
    /// Who entered it.
    pub account: AccountName,
}

/// The steps of a form, in order.
pub fn steps(conn: &Connection, no: &FormNo) -> rusqlite::Result<Vec<StepTaken>> {
    let sql = "SELECT number, step, outcome, day, answers, words, behalf, account FROM form_step WHERE form = ?1 ORDER BY number";
    conn.prepare_cached(sql)?
        .query_map([no.to_string()], |row| {
            Ok(StepTaken {
                number: row.get(0)?,
                step: row.get(1)?,
                outcome: get(row, 2)?,
                on: get_day(row, 3)?,
                answers: get_json(row, 4)?,
                words: get_opt(row, 5)?,
                behalf: get_json_opt(row, 6)?,
                account: get(row, 7)?,
            })
        })?
        .collect()
}

/// A file as it was added.
#[derive(Clone, Debug)]
pub struct FileKept {
    /// 1, 2, …
    pub number: u32,
    /// What it is called.
    pub name: String,
    /// SHA-256.
    pub file: Digest,
    /// Who added it.
    pub account: AccountName,
    /// When, RFC 3339.
    pub at: String,
    /// Why it was struck.
    pub struck: Option<String>,
}

/// The files of a form, in order.
pub fn files(conn: &Connection, no: &FormNo) -> rusqlite::Result<Vec<FileKept>> {
    let sql = "SELECT number, name, file, account, at, struck FROM form_file WHERE form = ?1 ORDER BY number";
    conn.prepare_cached(sql)?
        .query_map([no.to_string()], |row| {
            Ok(FileKept {
                number: row.get(0)?,
                name: row.get(1)?,
                file: get(row, 2)?,
                account: get(row, 3)?,
                at: row.get(4)?,
                struck: row.get(5)?,
            })
        })?
        .collect()
}

/// The acts on a form, oldest first.
///
/// # Errors
/// What SQLite says, and damage of an entry.
pub fn acts(conn: &Connection, no: &FormNo) -> Result<Vec<Entry>, LedgerError> {
    let mut statement = conn.prepare_cached(include_str!("sql/acts.sql"))?;
    let mut rows = statement.query([no.to_string()])?;
    let mut acts = Vec::new();
    while let Some(row) = rows.next()? {
        let record: Vec<u8> = row.get(0)?;
        let entry = Entry::from_record(&record).ok_or_else(|| LedgerError::damaged("an entry's record"))?;
        acts.push(entry);
    }
    Ok(acts)
}

/// What a form's type asked for in the version that it was filled in with.
pub fn kind(conn: &Connection, key: &FormTypeKey, version: u32) -> rusqlite::Result<FormType> {
    type_of(conn, key, version)
}

/// 投诉成立 of a month about engineers, by the day on which each complaint came in; counted in one unit, or in all where `unit` is
/// `None`. Each with the number of its form, for a link.
pub fn upheld_complaints(
    conn: &Connection,
    unit: Option<&UnitCode>,
    month: Month,
) -> rusqlite::Result<Vec<Upheld>> {
    let judged: Vec<Upheld> = conn
        .prepare_cached(include_str!("sql/judged.sql"))?
        .query_map((month.first_day().to_string(), month.last_day().to_string()), |row| {
            Ok(Upheld {
                form: get(row, 0)?,
                staff_no: get(row, 1)?,
                on: get_day(row, 2)?,
                verdict: get(row, 3)?,
                title: row.get(4)?,
                judged_on: get_day(row, 5)?,
                ticket: get_opt(row, 6)?,
                served: get_opt(row, 7)?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(counted(judged, unit, month))
}
