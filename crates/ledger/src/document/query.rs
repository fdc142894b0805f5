//! What a document's page shows beside the facts of its rules.

use crate::LedgerError;
use crate::column::{get, get_day, get_day_opt, get_opt};
use crate::journal::Entry;
use chrono::NaiveDate;
use domain::document::DocumentNo;
use domain::kernel::{AccountName, Digest};
use rusqlite::{Connection, OptionalExtension as _, Row};

/// A version as it was added.
#[derive(Clone, Debug)]
pub struct VersionKept {
    /// 1, 2, …
    pub number: u32,
    /// SHA-256.
    pub file: Digest,
    /// Salted digest of the file's name and of what was changed.
    pub name: Digest,
    /// Who added it.
    pub account: AccountName,
    /// When, RFC 3339.
    pub at: String,
    /// Bytes.
    pub size: u64,
}

const VERSIONS: &str = "SELECT number, file, name, account, at, coalesce(attachment.size, 0) FROM document_version \
     LEFT JOIN attachment ON attachment.digest = file WHERE document = ?1";

fn kept(row: &Row<'_>) -> rusqlite::Result<VersionKept> {
    Ok(VersionKept {
        number: row.get(0)?,
        file: get(row, 1)?,
        name: get(row, 2)?,
        account: get(row, 3)?,
        at: row.get(4)?,
        size: row.get::<_, i64>(5)?.unsigned_abs(),
    })
}

/// The versions of a document, in order.
pub fn versions(conn: &Connection, no: &DocumentNo) -> rusqlite::Result<Vec<VersionKept>> {
    conn.prepare_cached(&format!("{VERSIONS} ORDER BY number"))?.query_map([no.to_string()], kept)?.collect()
}

/// One version of a document.
pub fn version(conn: &Connection, no: &DocumentNo, number: u32) -> rusqlite::Result<Option<VersionKept>> {
    conn.prepare_cached(&format!("{VERSIONS} AND number = ?2"))?
        .query_row((no.to_string(), number), kept)
        .optional()
}

/// 借阅 as it was recorded.
#[derive(Clone, Debug)]
pub struct LoanKept {
    /// Number of its words.
    pub number: u32,
    /// Lent on that day.
    pub on: NaiveDate,
    /// To be returned by that day.
    pub due_on: NaiveDate,
    /// Returned on that day.
    pub returned_on: Option<NaiveDate>,
    /// Salted digest of to whom, and of a note.
    pub words: Digest,
    /// Who lent it.
    pub account: AccountName,
}

/// The loans of a document's paper copy, in order.
pub fn loans(conn: &Connection, no: &DocumentNo) -> rusqlite::Result<Vec<LoanKept>> {
    let sql = "SELECT number, lent_on, due_on, returned_on, words, account FROM document_loan WHERE document = ?1 ORDER BY number";
    conn.prepare_cached(sql)?
        .query_map([no.to_string()], |row| {
            Ok(LoanKept {
                number: row.get(0)?,
                on: get_day(row, 1)?,
                due_on: get_day(row, 2)?,
                returned_on: get_day_opt(row, 3)?,
                words: get(row, 4)?,
                account: get(row, 5)?,
            })
        })?
        .collect()
}

/// Since when, RFC 3339, and by whom a document is checked out.
pub fn checked_out(conn: &Connection, no: &DocumentNo) -> rusqlite::Result<Option<(AccountName, String)>> {
    conn.prepare_cached("SELECT out_by, out_at FROM document WHERE document = ?1")?
        .query_row([no.to_string()], |row| {
            let since: Option<String> = row.get(1)?;
            Ok(get_opt(row, 0)?.zip(since))
        })
        .optional()
        .map(Option::flatten)
}

/// The acts on a document, oldest first.
///
/// # Errors
/// What SQLite says, and damage of an entry.
pub fn acts(conn: &Connection, no: &DocumentNo) -> Result<Vec<Entry>, LedgerError> {
    crate::journal::entries_of(conn, include_str!("sql/acts.sql"), [no.to_string()])
}
