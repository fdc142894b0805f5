//! Replaying the journal into an empty database and comparing every projection with it, row by row.

use crate::error::{AtPath as _, LedgerError};
use crate::finding::{Finding, Findings};
use crate::migration;
use crate::open::{self, Ledger, SCRATCH};
use crate::progress::{Stage, Watcher, tell};
use crate::replay::{Projection, projections, quoted, replay};
use crate::{Projector, blob};
use chrono::DateTime;
use domain::kernel::Digest;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row, Transaction, TransactionBehavior};
use std::collections::{BTreeMap, HashMap};

/// Rows that are named for each table.
const NAMED: usize = 5;

/// Tells how many tables and rows were compared.
pub(crate) fn check(
    ledger: &Ledger,
    projector: Projector,
    findings: &mut Findings,
    watcher: Watcher<'_>,
) -> Result<(u64, u64), LedgerError> {
    let conn = crate::connect::reader(ledger.dir())?;
    // One view of journal and tables, whatever others write meanwhile.
    let live = Transaction::new_unchecked(&conn, TransactionBehavior::Deferred)?;
    let folder = tempfile::Builder::new().prefix(SCRATCH).tempdir_in(ledger.dir()).at(ledger.dir())?;
    let mut scratch = Connection::open(folder.path().join("replay.sqlite3"))?;
    scratch.execute_batch(include_str!("sql/scratch.sql"))?;
    migration::prepare(&scratch)?;
    migration::apply(&mut scratch, ledger.migrations, 0, DateTime::UNIX_EPOCH)?;
    compare_schemas(&live, &scratch, findings)?;
    for stored in blob::rows(&live)? {
        blob::insert_row(&scratch, &stored)?;
    }
    match replay_into(&live, &mut scratch, projector, watcher) {
        Ok(stopped) => stopped.into_iter().for_each(|stop| findings.push(Finding::Stopped(stop))),
        Err(error @ (LedgerError::Cancelled | LedgerError::DiskFull { .. } | LedgerError::Io { .. })) => {
            return Err(error);
        }
        Err(error) => {
            findings.push(Finding::Replay { message: error.to_string() });
            return Ok((0, 0));
        }
    }
    let there = projections(&live)?;
    let tables: Vec<Projection> = projections(&scratch)?
        .into_iter()
        .filter(|table| !table.is_virtual && there.contains(table))
        .collect();
    let (mut done, mut rows) = (0, 0);
    for table in &tables {
        tell(watcher, Stage::Compare, done, tables.len() as u64)?;
        rows += compare_table(&live, &scratch, &table.name, findings)?;
        done += 1;
    }
    tell(watcher, Stage::Compare, done, done)?;
    drop(scratch);
    Ok((done, rows))
}

fn replay_into(
    live: &Connection,
    scratch: &mut Connection,
    projector: Projector,
    watcher: Watcher<'_>,
) -> Result<Vec<open::Stopped>, LedgerError> {
    let tx = scratch.transaction()?;
    let stopped = replay(live, &tx, projector, watcher)?;
    tx.commit()?;
    Ok(stopped)
}

/// Definitions by name.
fn schema(conn: &Connection) -> Result<BTreeMap<String, String>, LedgerError> {
    let mut statement = conn.prepare(include_str!("sql/schema.sql"))?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn compare_schemas(
    live: &Connection,
    scratch: &Connection,
    findings: &mut Findings,
) -> Result<(), LedgerError> {
    let (stored, expected) = (schema(live)?, schema(scratch)?);
    for name in expected.keys().chain(stored.keys().filter(|name| !expected.contains_key(*name))) {
        if stored.get(name) != expected.get(name) {
            findings.push(Finding::Schema { name: name.clone() });
        }
    }
    Ok(())
}

fn select(table: &str) -> String {
    format!("SELECT * FROM {}", quoted(table))
}

/// Compares in stored order first, which mostly settles it; else without regard to order.
fn compare_table(
    live: &Connection,
    scratch: &Connection,
    table: &str,
    findings: &mut Findings,
) -> Result<u64, LedgerError> {
    let (mut stored, mut expected) = (live.prepare(&select(table))?, scratch.prepare(&select(table))?);
    if stored.column_count() != expected.column_count() {
        findings.push(Finding::Schema { name: table.to_owned() });
        return Ok(0);
    }
    let columns = stored.column_count();
    let (mut left, mut right) = (stored.query([])?, expected.query([])?);
    let mut rows = 0;
    loop {
        match (left.next()?, right.next()?) {
            (None, None) => return Ok(rows),
            (Some(a), Some(b)) if equal(a, b, columns)? => rows += 1,
            _ => break,
        }
    }
    drop((left, right));
    let mut balance: HashMap<Digest, i64> = HashMap::new();
    let mut rows = 0;
    each_row(live, table, |row| {
        rows += 1;
        *balance.entry(fingerprint(row, columns)?).or_default() += 1;
        Ok(())
    })?;
    each_row(scratch, table, |row| {
        *balance.entry(fingerprint(row, columns)?).or_default() -= 1;
        Ok(())
    })?;
    balance.retain(|_, count| *count != 0);
    if !balance.is_empty() {
        findings.push(Finding::Table {
            table: table.to_owned(),
            rows: balance.values().map(|count| count.unsigned_abs()).sum(),
            missing: named(scratch, table, columns, |row| balance.get(row).is_some_and(|count| *count < 0))?,
            unexpected: named(live, table, columns, |row| balance.get(row).is_some_and(|count| *count > 0))?,
        });
    }
    Ok(rows)
}

fn each_row(
    conn: &Connection,
    table: &str,
    mut each: impl FnMut(&Row<'_>) -> Result<(), LedgerError>,
) -> Result<(), LedgerError> {
    let mut statement = conn.prepare(&select(table))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        each(row)?;
    }
    Ok(())
}

fn equal(a: &Row<'_>, b: &Row<'_>, columns: usize) -> Result<bool, LedgerError> {
    for column in 0..columns {
        if a.get_ref(column)? != b.get_ref(column)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Names a row by its values and their types.
fn fingerprint(row: &Row<'_>, columns: usize) -> Result<Digest, LedgerError> {
    let mut bytes = Vec::new();
    for column in 0..columns {
        let (kind, value): (u8, &[u8]) = match row.get_ref(column)? {
            ValueRef::Null => (0, &[]),
            ValueRef::Integer(number) => (1, &number.to_be_bytes()),
            ValueRef::Real(number) => (2, &number.to_bits().to_be_bytes()),
            ValueRef::Text(text) => (3, text),
            ValueRef::Blob(blob) => (4, blob),
        };
        bytes.push(kind);
        bytes.extend_from_slice(&(value.len() as u64).to_be_bytes());
        bytes.extend_from_slice(value);
    }
    Ok(Digest::of(&[&bytes]))
}

/// The first rows that are asked for, as `column=value, …`.
fn named(
    conn: &Connection,
    table: &str,
    columns: usize,
    asked: impl Fn(&Digest) -> bool,
) -> Result<Vec<String>, LedgerError> {
    let mut texts = Vec::new();
    each_row(conn, table, |row| {
        if texts.len() < NAMED && asked(&fingerprint(row, columns)?) {
            texts.push(text_of(row, columns)?);
        }
        Ok(())
    })?;
    Ok(texts)
}

fn text_of(row: &Row<'_>, columns: usize) -> Result<String, LedgerError> {
    let mut values = Vec::new();
    for column in 0..columns {
        let name = row.as_ref().column_name(column)?.to_owned();
        let value = match row.get_ref(column)? {
            ValueRef::Null => "NULL".to_owned(),
            ValueRef::Integer(number) => number.to_string(),
            ValueRef::Real(number) => number.to_string(),
            ValueRef::Text(text) => String::from_utf8_lossy(text).chars().take(80).collect(),
            ValueRef::Blob(blob) => format!("{} bytes", blob.len()),
        };
        values.push(format!("{name}={value}"));
    }
    Ok(values.join(", "))
}
