//! Files with people's names in them that this program wrote: for whoever erases somebody's data and must find the copies.
//! Not journaled: where a file was put is no business act.

use crate::column::{get, get_opt};
use chrono::{DateTime, SecondsFormat, Utc};
use domain::kernel::UnitCode;
use rusqlite::{Connection, params};

/// A file that was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandedOut {
    /// Where it was put.
    pub path: String,
    /// What it is: the use case's word for it.
    pub kind: String,
    /// Only that unit's people stand in it; `None`: everybody's.
    pub unit: Option<UnitCode>,
    /// When.
    pub at: DateTime<Utc>,
}

/// Remembers a file; the same path again is the same file, written anew.
pub fn remember(conn: &Connection, file: &HandedOut) -> rusqlite::Result<()> {
    let at = file.at.to_rfc3339_opts(SecondsFormat::Millis, true);
    let unit = file.unit.as_ref().map(UnitCode::as_str);
    conn.prepare_cached("INSERT OR REPLACE INTO handed_out VALUES (?1, ?2, ?3, ?4)")?
        .execute(params![file.path, file.kind, unit, at])
        .map(drop)
}

/// All of them, oldest first.
pub fn files(conn: &Connection) -> rusqlite::Result<Vec<HandedOut>> {
    conn.prepare_cached("SELECT path, kind, unit, at FROM handed_out ORDER BY at, path")?
        .query_map([], |row| {
            Ok(HandedOut { path: row.get(0)?, kind: row.get(1)?, unit: get_opt(row, 2)?, at: get(row, 3)? })
        })?
        .collect()
}
