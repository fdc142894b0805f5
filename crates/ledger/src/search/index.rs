//! Keeping the index: what is due, and indexing it.

use super::text::{self, Text};
use crate::{LedgerError, contents};
use domain::search::{SearchKind, fold, grams, scope};
use rusqlite::{Connection, OptionalExtension as _, params};
use std::time::{Duration, Instant};

const DUE: &str = "INSERT OR IGNORE INTO search_due VALUES (?1, ?2)";
const NEXT: &str = "SELECT kind, key FROM search_due ORDER BY kind, key LIMIT 100";
const DONE: &str = "DELETE FROM search_due WHERE kind = ?1 AND key = ?2";
const KNOWN: &str = "SELECT id FROM search_text WHERE kind = ?1 AND key = ?2";
const REMOVE: &str = "DELETE FROM search_gram WHERE rowid = ?1";
const FORGET: &str = "DELETE FROM search_text WHERE id = ?1";
const KEEP: &str = include_str!("sql/keep.sql");
const INDEX: &str = "INSERT INTO search_gram (rowid, title, body, scope) VALUES (?1, ?2, ?3, ?4)";

/// Notes that the words of a thing have changed. Part of projecting an act.
pub(crate) fn due(conn: &Connection, kind: SearchKind, key: &str) -> rusqlite::Result<()> {
    conn.prepare_cached(DUE)?.execute([kind.word(), key]).map(drop)
}

/// Notes that the words change of all that names a customer.
pub(crate) fn due_of_customer(conn: &Connection, customer: &str) -> rusqlite::Result<()> {
    conn.prepare_cached(include_str!("sql/due_of_customer.sql"))?.execute([customer]).map(drop)
}

/// Notes that the words change of the tickets that belong to an opportunity: they have its customer.
pub(crate) fn due_of_opportunity(conn: &Connection, opportunity: &str) -> rusqlite::Result<()> {
    let sql =
        "INSERT OR IGNORE INTO search_due SELECT 'ticket', ticket FROM ticket_link WHERE opportunity = ?1";
    conn.prepare_cached(sql)?.execute([opportunity]).map(drop)
}

/// Takes a thing's words out of the index at once, so that nothing of them stays in it, and notes that what is left of them
/// is to be indexed anew: somebody's data have been erased. What is written in its files leaves the index for good, wherever else they
/// are attached.
pub(crate) fn purge(conn: &Connection, kind: SearchKind, key: &str) -> rusqlite::Result<()> {
    let mut keys = contents::forget(conn, kind, key)?;
    keys.push((kind.word().to_owned(), key.to_owned()));
    let mut removed = false;
    for (kind, key) in keys {
        conn.prepare_cached(DUE)?.execute([&kind, &key])?;
        if let Some(id) = known(conn, &kind, &key)? {
            conn.prepare_cached(REMOVE)?.execute([id])?;
            conn.prepare_cached(FORGET)?.execute([id])?;
            removed = true;
        }
    }
    if removed {
        // A removed row's phrases stay on disk until they are merged with others.
        conn.execute_batch("INSERT INTO search_gram (search_gram) VALUES ('optimize')")?;
    }
    Ok(())
}

fn known(conn: &Connection, kind: &str, key: &str) -> rusqlite::Result<Option<i64>> {
    conn.prepare_cached(KNOWN)?.query_row([kind, key], |row| row.get(0)).optional()
}

/// Whether something is due.
pub fn is_due(conn: &Connection) -> rusqlite::Result<bool> {
    conn.prepare_cached("SELECT 1 FROM search_due LIMIT 1")?.exists([])
}

/// Indexes what is due, for about so long; the answer is how many are left. Runs in the caller's transaction.
pub fn catch_up(conn: &Connection, time: Duration) -> Result<u64, LedgerError> {
    let begun = Instant::now();
    loop {
        let next: Vec<(String, String)> = conn
            .prepare_cached(NEXT)?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        if next.is_empty() {
            return Ok(0);
        }
        for (kind, key) in next {
            index(conn, &kind, &key)?;
            conn.prepare_cached(DONE)?.execute([&kind, &key])?;
        }
        if begun.elapsed() >= time {
            let left = conn.query_row("SELECT count(*) FROM search_due", [], |row| row.get::<_, i64>(0))?;
            return Ok(left.unsigned_abs());
        }
    }
}

/// Reads a thing's words anew. One that is no more, or of a kind that this program does not know, leaves the index.
fn index(conn: &Connection, kind: &str, key: &str) -> Result<(), LedgerError> {
    let known = known(conn, kind, key)?;
    if let Some(id) = known {
        conn.prepare_cached(REMOVE)?.execute([id])?;
    }
    let kind_known = SearchKind::ALL.into_iter().find(|known| known.word() == kind);
    let text = kind_known.map(|kind| text::read(conn, kind, key)).transpose()?.flatten();
    let Some(Text { unit, day, title, body, files }) = text else {
        if let Some(id) = known {
            conn.prepare_cached(FORGET)?.execute([id])?;
        }
        return Ok(());
    };
    let id: i64 = conn
        .prepare_cached(KEEP)?
        .query_row(params![known, kind, key, unit, day, title, body], |row| row.get(0))?;
    let within = format!("{} {}", scope('k', kind), scope('u', &unit));
    conn.prepare_cached(INDEX)?.execute(params![
        id,
        grams(fold(&title).chars()),
        grams(fold(&if files.is_empty() { body } else { body + &files }).chars()),
        within
    ])?;
    Ok(())
}
