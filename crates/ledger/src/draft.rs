//! Unfinished input, kept as one types. No business act, so not journaled.

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension};

/// Keeps a draft under its key.
pub fn keep(conn: &Connection, key: &str, body: &str, at: DateTime<Utc>) -> rusqlite::Result<()> {
    let sql = "INSERT OR REPLACE INTO draft (key, body, updated_at) VALUES (?1, ?2, ?3)";
    conn.prepare_cached(sql)?.execute([key, body, &at.to_rfc3339()]).map(drop)
}

/// The draft under a key.
pub fn read(conn: &Connection, key: &str) -> rusqlite::Result<Option<String>> {
    conn.prepare_cached("SELECT body FROM draft WHERE key = ?1")?
        .query_row([key], |row| row.get(0))
        .optional()
}

/// Throws a draft away.
pub fn discard(conn: &Connection, key: &str) -> rusqlite::Result<()> {
    conn.prepare_cached("DELETE FROM draft WHERE key = ?1")?.execute([key]).map(drop)
}
