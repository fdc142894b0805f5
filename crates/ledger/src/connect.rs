//! Connections to the database: how each is set up, and how writers wait for their turn.

use crate::error::LedgerError;
use crate::open::DATABASE;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use std::time::{Duration, Instant};

/// How long writers queue.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);

/// A connection that cannot write, for another thread or a long look. The ledger must be open meanwhile.
pub(crate) fn reader(dir: &Path) -> Result<Connection, LedgerError> {
    connect(&dir.join(DATABASE), OpenFlags::SQLITE_OPEN_READ_ONLY)
}

/// Connects and sets what every connection needs.
pub(crate) fn connect(database: &Path, mode: OpenFlags) -> Result<Connection, LedgerError> {
    let mut conn = Connection::open_with_flags(database, mode | OpenFlags::SQLITE_OPEN_NO_MUTEX)
        .map_err(|error| opening(database, error))?;
    wait_in_turn(&mut conn)?;
    conn.set_prepared_statement_cache_capacity(256);
    // Else SQLite compiles a kept statement anew whenever its parameters change, in case another plan suits them better.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    if mode.contains(OpenFlags::SQLITE_OPEN_READ_WRITE) {
        let journal: String = conn.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
        if journal != "wal" {
            return Err(LedgerError::damaged(format!("journal mode {journal}")));
        }
        // A quarter's rows stay in memory between two looks at it, 16 MiB at most.
        conn.pragma_update(None, "cache_size", -16_384)?;
    }
    conn.execute_batch(include_str!("sql/pragmas.sql"))?;
    crate::gather::teach(&conn)?;
    Ok(conn)
}

/// Waits for whoever writes, looking again every other millisecond. SQLite's own waiting looks ever more seldom, up to
/// ten times a second, so that somebody who writes act after act keeps all others out until the last one.
pub(crate) fn wait_in_turn(conn: &mut Connection) -> rusqlite::Result<()> {
    let mut since = Instant::now();
    conn.busy_handler(Some(move |looked: i32| {
        if looked == 0 {
            since = Instant::now();
        }
        std::thread::sleep(Duration::from_millis(2));
        since.elapsed() < BUSY_TIMEOUT
    }))
}

/// SQLite only says that it cannot open; the file system knows why.
pub(crate) fn opening(database: &Path, error: rusqlite::Error) -> LedgerError {
    if error.sqlite_error_code() == Some(rusqlite::ErrorCode::CannotOpen) {
        let tried = std::fs::OpenOptions::new().read(true).write(true).open(database);
        if let Err(source) = tried {
            return LedgerError::io(database, source);
        }
    }
    error.into()
}
