//! From the journal to the tables: replaying it in place, and comparing a replay with what is stored.

use crate::error::LedgerError;
use crate::journal::{self, Entry};
use crate::migration;
use crate::open::{Ledger, PROJECTED_WITH, Stopped, set_meta};
use crate::progress::{Stage, Watcher, tell};
use domain::kernel::{EntryKey, Origin};
use rusqlite::{Connection, OptionalExtension as _, Row, TransactionBehavior, params};
use std::collections::BTreeSet;

/// Writes what one entry means into the tables. Dumb: no rules, no clock, no reading of tables that are not
/// projections. Answers [`LedgerError::UnknownEvent`] (see [`Entry::unknown`]) for a kind or version it does not know.
pub type Projector = fn(&Connection, &Entry) -> Result<(), LedgerError>;

/// Tables that replaying leaves alone. Every other table is a projection.
pub const NOT_PROJECTED: &[&str] = &[
    "meta",
    "migration",
    "entry",
    "stopped",
    "attachment",
    "personal",
    "credential",
    "draft",
    "setting_local",
    "handed_out",
    "search_due",
    "search_text",
    "search_gram",
    "file_content",
    "document_reading",
];

const STOPPED: &str = "SELECT origin, seq, kind, version FROM stopped ORDER BY origin";
const STOP: &str = include_str!("sql/stop.sql");
const TABLES: &str = include_str!("sql/tables.sql");

impl Ledger {
    /// Empties all projections and replays the journal into them. Nobody else may have the ledger open.
    ///
    /// # Errors
    /// [`LedgerError::Busy`], [`LedgerError::Cancelled`], [`LedgerError::Damaged`], or what the projector answers
    /// (except for unknown events, which stop their origin and are listed by [`stopped`](Self::stopped)).
    pub fn rebuild(
        &mut self,
        projector: Projector,
        progress: &mut dyn FnMut(crate::Progress) -> bool,
    ) -> Result<(), LedgerError> {
        let conn = &mut self.conn;
        let known = migration::known(self.migrations);
        self.lock.alone(&self.dir, || {
            // Emptying tables in any order; the check before the commit makes up for it.
            conn.pragma_update(None, "foreign_keys", "OFF")?;
            let done = rebuild(conn, projector, known, progress);
            conn.pragma_update(None, "foreign_keys", "ON")?;
            done
        })
    }
}

fn rebuild(
    conn: &mut Connection,
    projector: Projector,
    known: u32,
    progress: Watcher<'_>,
) -> Result<(), LedgerError> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for table in projections(&tx)? {
        tx.execute(&format!("DELETE FROM {}", quoted(&table.name)), [])?;
    }
    tx.execute("DELETE FROM stopped", [])?;
    for stop in replay(&tx, &tx, projector, progress)? {
        tx.execute(STOP, params![stop.key.origin.as_str(), seq(&stop.key)?, stop.kind, stop.version])?;
    }
    if let Some(table) = broken_reference(&tx)? {
        return Err(LedgerError::damaged(format!("a row of {table} refers to nothing after replaying")));
    }
    set_meta(&tx, PROJECTED_WITH, &known.to_string())?;
    tx.commit()?;
    Ok(())
}

fn seq(key: &EntryKey) -> Result<i64, LedgerError> {
    i64::try_from(key.seq).map_err(|_| LedgerError::damaged("journal: seq"))
}

/// Replays the journal of `from` into `to`; the answer is where it stopped.
pub(crate) fn replay(
    from: &Connection,
    to: &Connection,
    projector: Projector,
    progress: Watcher<'_>,
) -> Result<Vec<Stopped>, LedgerError> {
    let total = journal::count(from)?;
    let mut done = 0;
    let mut stopped: Vec<Stopped> = Vec::new();
    journal::each(from, |entry| {
        if done % 1024 == 0 {
            tell(progress, Stage::Replay, done, total)?;
        }
        done += 1;
        if stopped.iter().any(|stop| stop.key.origin == entry.key.origin) {
            return Ok(());
        }
        match projector(to, &entry) {
            Err(LedgerError::UnknownEvent { .. }) => {
                stopped.push(Stopped { key: entry.key, kind: entry.kind, version: entry.version });
                Ok(())
            }
            other => other,
        }
    })?;
    tell(progress, Stage::Replay, total, total)?;
    Ok(stopped)
}

/// Projects one entry as [`Ledger::rebuild`] would: an unknown one stops its origin visibly, and entries of a stopped
/// origin wait. For entries that come from elsewhere.
pub(crate) fn project(conn: &Connection, projector: Projector, entry: &Entry) -> Result<(), LedgerError> {
    if find_stopped(conn, &entry.key.origin)?.is_some() {
        return Ok(());
    }
    match projector(conn, entry) {
        Err(LedgerError::UnknownEvent { .. }) => {
            conn.execute(
                STOP,
                params![entry.key.origin.as_str(), seq(&entry.key)?, entry.kind, entry.version],
            )?;
            Ok(())
        }
        other => other,
    }
}

/// Own acts cannot be decided on facts that are incomplete: those of this ledger's chain and of the chains it wrote
/// before it was restored.
pub(crate) fn refuse_if_stopped(conn: &Connection, origin: &Origin) -> Result<(), LedgerError> {
    for stop in stopped(conn)? {
        let own = stop.key.origin == *origin
            || crate::open::former_origins(conn)?.iter().any(|former| former.origin == stop.key.origin);
        if own {
            let Stopped { key, kind, version } = stop;
            return Err(LedgerError::UnknownEvent { key, kind, version });
        }
    }
    Ok(())
}

fn find_stopped(conn: &Connection, origin: &Origin) -> Result<Option<Stopped>, LedgerError> {
    let sql = "SELECT origin, seq, kind, version FROM stopped WHERE origin = ?1";
    Ok(conn.prepare_cached(sql)?.query_row([origin.as_str()], stopped_row).optional()?)
}

pub(crate) fn stopped(conn: &Connection) -> Result<Vec<Stopped>, LedgerError> {
    Ok(conn.prepare_cached(STOPPED)?.query_map([], stopped_row)?.collect::<Result<_, _>>()?)
}

fn stopped_row(row: &Row<'_>) -> rusqlite::Result<Stopped> {
    let (origin, seq): (String, i64) = (row.get(0)?, row.get(1)?);
    let origin = Origin::parse(&origin).ok_or(rusqlite::Error::InvalidQuery)?;
    let key = EntryKey { origin, seq: seq.unsigned_abs() };
    Ok(Stopped { key, kind: row.get(2)?, version: row.get(3)? })
}

/// A table that the journal is projected into.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Projection {
    pub name: String,
    /// A virtual table (full-text index) is emptied and refilled; its shadow tables belong to SQLite.
    pub is_virtual: bool,
}

pub(crate) fn projections(conn: &Connection) -> Result<BTreeSet<Projection>, LedgerError> {
    let mut statement = conn.prepare(TABLES)?;
    let rows = statement
        .query_map([], |row| Ok(Projection { name: row.get(0)?, is_virtual: row.get(1)? }))?
        .collect::<Result<Vec<_>, _>>()?;
    Ok(rows.into_iter().filter(|table| !NOT_PROJECTED.contains(&table.name.as_str())).collect())
}

/// The first table with a row that refers to nothing.
pub(crate) fn broken_reference(conn: &Connection) -> Result<Option<String>, LedgerError> {
    Ok(conn.query_row("PRAGMA foreign_key_check", [], |row| row.get(0)).optional()?)
}

/// A table's name for use in SQL.
pub(crate) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
