//! Recomputing every hash and link of the journal, in several threads: each entry stores its predecessor's hash, so
//! that ranges can be checked apart and joined afterwards. Whoever is done takes the next range: on a busy machine one
//! thread is often held up.

use crate::connect::reader;
use crate::error::LedgerError;
use crate::finding::{Finding, Findings};
use crate::journal::Fields;
use crate::progress::{Stage, Watcher, tell};
use domain::kernel::{Actor, Digest, Origin};
use rusqlite::{Connection, Row, params};
use std::collections::HashMap;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering};

const SCAN: &str = include_str!("sql/entry_scan.sql");

/// Entries between two looks at whether the job was cancelled.
const PACE: u64 = 4096;

/// Pages that a scan keeps. Each is read once: what matters is that the next one is read into memory that is still in the
/// processor's own cache.
const PAGES: i64 = 64;

/// Positions that a thread takes at a time: few, so that none is left alone with much at the end.
const RANGE: i64 = 4_096;

/// Positions for which another thread is worth its beginning.
const SHARE: i64 = 16_384;

/// What was found out about the whole journal.
#[derive(Debug, Default)]
pub(crate) struct Chains {
    pub entries: u64,
    /// The last entry of each origin.
    pub heads: HashMap<String, (u64, Digest)>,
}

/// One origin's entries within a range of positions.
#[derive(Debug)]
struct Run {
    first: (u64, Digest),
    last: (u64, Digest),
}

#[derive(Debug, Default)]
struct Part {
    entries: u64,
    origins: Vec<String>,
    runs: Vec<Run>,
    findings: Findings,
}

/// What the threads share.
struct Work {
    /// The last position.
    end: i64,
    /// The next range that nobody has taken.
    next: AtomicI64,
    /// Entries checked by all.
    done: AtomicU64,
    cancelled: AtomicBool,
}

impl Work {
    /// Takes ranges until none is left. `step` hears how many entries have been checked by all.
    fn share(
        &self,
        conn: &Connection,
        step: &mut dyn FnMut(u64) -> Result<(), LedgerError>,
    ) -> Result<Vec<(i64, Part)>, LedgerError> {
        let mut parts = Vec::new();
        loop {
            let range = self.next.fetch_add(1, Ordering::Relaxed);
            let after = range * RANGE;
            if after >= self.end {
                return Ok(parts);
            }
            let part = scan(conn, after, self.end.min(after + RANGE), &mut |read| {
                step(self.done.fetch_add(read, Ordering::Relaxed) + read)
            })?;
            parts.push((range, part));
        }
    }
}

fn scanner(dir: &Path) -> Result<Connection, LedgerError> {
    let conn = reader(dir)?;
    conn.pragma_update(None, "cache_size", PAGES)?;
    Ok(conn)
}

/// Checks all entries that are there now; those appended meanwhile are left for the next time.
pub(crate) fn check(
    dir: &Path,
    findings: &mut Findings,
    watcher: Watcher<'_>,
) -> Result<Chains, LedgerError> {
    let conn = scanner(dir)?;
    let end: i64 = conn.query_row("SELECT coalesce(max(position), 0) FROM entry", [], |row| row.get(0))?;
    // Nothing is ever removed, so that positions are dense and their last one is the count.
    let total = end.unsigned_abs();
    let worth = end.div_euclid(SHARE) + 1;
    let processors = std::thread::available_parallelism().map_or(1, |n| n.get().min(4)) as i64;
    let work =
        Work { end, next: AtomicI64::new(0), done: AtomicU64::new(0), cancelled: AtomicBool::new(false) };
    let mut parts: Vec<(i64, Part)> = std::thread::scope(|scope| {
        let others: Vec<_> = (1..processors.min(worth))
            .map(|_| {
                scope.spawn(|| {
                    work.share(&scanner(dir)?, &mut |_| {
                        let cancelled = work.cancelled.load(Ordering::Relaxed);
                        if cancelled { Err(LedgerError::Cancelled) } else { Ok(()) }
                    })
                })
            })
            .collect();
        let own = work.share(&conn, &mut |done| tell(watcher, Stage::Chain, done.min(total), total));
        work.cancelled.store(own.is_err(), Ordering::Relaxed);
        let others = others.into_iter().map(|thread| thread.join().expect("a scan does not panic"));
        let shares = std::iter::once(own).chain(others).collect::<Result<Vec<_>, LedgerError>>()?;
        Ok::<_, LedgerError>(shares.into_iter().flatten().collect())
    })?;
    parts.sort_by_key(|(range, _)| *range);
    let parts = parts.into_iter().map(|(_, part)| part).collect();
    tell(watcher, Stage::Chain, total, total)?;
    Ok(join(parts, findings))
}

/// Joins ranges: what begins one must follow what ended an earlier one.
fn join(parts: Vec<Part>, findings: &mut Findings) -> Chains {
    let mut chains = Chains::default();
    for part in parts {
        chains.entries += part.entries;
        findings.append(part.findings);
        for (origin, run) in part.origins.into_iter().zip(part.runs) {
            let before = chains.heads.get(&origin).copied().unwrap_or((0, Digest::NONE));
            follow(&origin, before, run.first, findings);
            chains.heads.insert(origin, run.last);
        }
    }
    chains
}

/// `next` is (its place, the predecessor it names).
fn follow(origin: &str, before: (u64, Digest), next: (u64, Digest), findings: &mut Findings) {
    if next.0 != before.0 + 1 {
        findings.push(Finding::Gap { origin: origin.to_owned(), after: before.0, next: next.0 });
    }
    if next.1 != before.1 {
        findings.push(Finding::Link { origin: origin.to_owned(), seq: next.0 });
    }
}

/// Checks the entries after position `after` up to `to`.
fn scan(
    conn: &Connection,
    after: i64,
    to: i64,
    step: &mut dyn FnMut(u64) -> Result<(), LedgerError>,
) -> Result<Part, LedgerError> {
    let mut part = Part::default();
    match scan_rows(conn, after, to, step, &mut part) {
        // SQLite cannot read further; what was read counts.
        Err(error @ (LedgerError::Damaged { .. } | LedgerError::Sql(_))) => {
            part.findings.push(Finding::Database { message: error.to_string() });
            Ok(part)
        }
        Err(error) => Err(error),
        Ok(()) => Ok(part),
    }
}

fn scan_rows(
    conn: &Connection,
    after: i64,
    to: i64,
    step: &mut dyn FnMut(u64) -> Result<(), LedgerError>,
    part: &mut Part,
) -> Result<(), LedgerError> {
    let mut statement = conn.prepare_cached(SCAN)?;
    let mut rows = statement.query(params![after, to])?;
    let mut accounts = Accounts::default();
    let mut current = usize::MAX;
    while let Some(row) = rows.next()? {
        part.entries += 1;
        if part.entries.is_multiple_of(PACE) {
            step(PACE)?;
        }
        let record = row.get_ref(7)?.as_blob().unwrap_or_default();
        let hash = Digest::of(&[record]);
        let Some(fields) = Fields::decode(record) else {
            part.findings.push(Finding::Record { position: row.get(0)? });
            continue;
        };
        if bytes(row, 1)? != hash.bytes() {
            part.findings.push(Finding::Hash { origin: fields.origin.to_owned(), seq: fields.seq });
        }
        if let Some(column) = differing_copy(row, &fields, &mut accounts)? {
            let (origin, seq) = (fields.origin.to_owned(), fields.seq);
            part.findings.push(Finding::Copy { origin, seq, column });
        }
        let next = (fields.seq, Digest::new(*fields.prev));
        if part.origins.get(current).is_none_or(|origin| origin != fields.origin) {
            current = part.origins.iter().position(|origin| origin == fields.origin).unwrap_or(usize::MAX);
        }
        match part.runs.get_mut(current) {
            Some(run) => {
                follow(fields.origin, run.last, next, &mut part.findings);
                run.last = (fields.seq, hash);
            }
            None => {
                if Origin::parse(fields.origin).is_none() {
                    part.findings.push(Finding::Record { position: row.get(0)? });
                }
                current = part.origins.len();
                part.origins.push(fields.origin.to_owned());
                part.runs.push(Run { first: next, last: (fields.seq, hash) });
            }
        }
    }
    Ok(())
}

/// The first column that is no copy of what was hashed.
fn differing_copy(
    row: &Row<'_>,
    fields: &Fields<'_>,
    accounts: &mut Accounts,
) -> Result<Option<&'static str>, LedgerError> {
    Ok(if bytes(row, 2)? != fields.origin.as_bytes() {
        Some("origin")
    } else if row.get_ref(3)?.as_i64().ok() != i64::try_from(fields.seq).ok() {
        Some("seq")
    } else if bytes(row, 4)? != fields.recorded_at.as_bytes() {
        Some("recorded_at")
    } else if !accounts.agree(bytes(row, 5)?, fields.actor) {
        Some("account")
    } else if bytes(row, 6)? != fields.kind.as_bytes() {
        Some("kind")
    } else {
        None
    })
}

/// A text's or blob's bytes; nothing for any other type.
fn bytes<'r>(row: &'r Row<'_>, column: usize) -> Result<&'r [u8], LedgerError> {
    Ok(row.get_ref(column)?.as_bytes().unwrap_or_default())
}

/// The account within the actor's JSON; neighbours mostly have the same actor.
#[derive(Debug, Default)]
struct Accounts {
    actor: Vec<u8>,
    account: Option<String>,
}

impl Accounts {
    fn agree(&mut self, stored: &[u8], actor: &[u8]) -> bool {
        if self.account.is_none() || self.actor != actor {
            let read: Result<Actor, _> = serde_json::from_slice(actor);
            self.account = read.ok().map(|actor| actor.account.as_str().to_owned());
            actor.clone_into(&mut self.actor);
        }
        self.account.as_deref().map(str::as_bytes) == Some(stored)
    }
}
