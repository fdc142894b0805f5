//! Who looked at a document, or saved it. Not journaled: reading changes nothing.

use crate::column::{get, word};
use chrono::{DateTime, SecondsFormat, Utc};
use domain::document::DocumentNo;
use domain::kernel::AccountName;
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};

/// What somebody did with a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Way {
    /// 查看.
    Looked,
    /// 另存.
    Saved,
    /// 移交: within a package.
    Packaged,
}

/// Somebody read a version.
#[derive(Clone, Debug)]
pub struct Reading {
    /// Which.
    pub version: u32,
    /// Who.
    pub account: AccountName,
    /// When, RFC 3339.
    pub at: String,
    /// How.
    pub way: Way,
}

/// Notes that somebody read a version.
pub fn note(
    conn: &Connection,
    no: &DocumentNo,
    version: u32,
    account: &AccountName,
    at: DateTime<Utc>,
    way: Way,
) -> rusqlite::Result<()> {
    let at = at.to_rfc3339_opts(SecondsFormat::Millis, true);
    let row = params![no.to_string(), version, account.as_str(), at, word(&way)];
    conn.prepare_cached(
        "INSERT INTO document_reading (document, version, account, at, way) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(row)
    .map(drop)
}

/// The last so many readings of a document, newest first.
pub fn of(conn: &Connection, no: &DocumentNo, limit: u32) -> rusqlite::Result<Vec<Reading>> {
    let sql = "SELECT version, account, at, way FROM document_reading WHERE document = ?1 ORDER BY id DESC LIMIT ?2";
    conn.prepare_cached(sql)?
        .query_map((no.to_string(), limit), |row| {
            Ok(Reading { version: row.get(0)?, account: get(row, 1)?, at: row.get(2)?, way: get(row, 3)? })
        })?
        .collect()
}
