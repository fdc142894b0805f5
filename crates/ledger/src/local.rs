//! Settings of this installation that are no business act, and so are not journaled.

use rusqlite::{Connection, OptionalExtension as _};

/// Keeps a value under its key.
pub fn keep(conn: &Connection, key: &str, value: &str) -> rusqlite::Result<()> {
    let sql = "INSERT OR REPLACE INTO setting_local (key, value) VALUES (?1, ?2)";
    conn.prepare_cached(sql)?.execute([key, value]).map(drop)
}

/// The value under a key.
pub fn read(conn: &Connection, key: &str) -> rusqlite::Result<Option<String>> {
    conn.prepare_cached("SELECT value FROM setting_local WHERE key = ?1")?
        .query_row([key], |row| row.get(0))
        .optional()
}

/// Forgets the value under a key.
pub fn forget(conn: &Connection, key: &str) -> rusqlite::Result<()> {
    conn.prepare_cached("DELETE FROM setting_local WHERE key = ?1")?.execute([key]).map(drop)
}
