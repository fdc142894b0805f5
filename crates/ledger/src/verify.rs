//! Is the ledger what was written? Every hash, link, copy, attachment and table is looked at; what is wrong is listed.
//!
//! A tail cut off the ledger's own chain cannot be seen from inside: look up a head that was printed elsewhere.

use crate::blob::{self, Attachments, INCOMING, Stored};
use crate::error::LedgerError;
use crate::journal::{self, Head};
use crate::open::{self, Ledger, SCRATCH, Stopped};
use crate::progress::{Progress, Stage, Watcher, tell};
use crate::{Projector, chain, compare, personal};
use domain::kernel::Digest;
use rusqlite::Connection;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc;

/// Findings that are listed; more are counted.
const LISTED: usize = 200;

/// Something that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// A journal row whose bytes are no record.
    Record {
        /// Its position in order of arrival.
        position: i64,
    },
    /// The bytes of an entry have another hash than the one stored.
    Hash {
        /// Whose chain.
        origin: String,
        /// Which place.
        seq: u64,
    },
    /// A column beside an entry's bytes is no copy of what stands in them.
    Copy {
        /// Whose chain.
        origin: String,
        /// Which place.
        seq: u64,
        /// The column.
        column: &'static str,
    },
    /// An entry names another predecessor than the one stored.
    Link {
        /// Whose chain.
        origin: String,
        /// Which place.
        seq: u64,
    },
    /// Entries are missing, doubled or out of order.
    Gap {
        /// Whose chain.
        origin: String,
        /// The place after which it happens; 0 before the first.
        after: u64,
        /// The place that came next.
        next: u64,
    },
    /// The chain from before a restore no longer ends where it ended.
    FormerHead {
        /// Whose chain.
        origin: String,
    },
    /// Personal data that its digest does not fit.
    Personal {
        /// Whose.
        subject: String,
    },
    /// The file of an attachment is not there.
    AttachmentMissing {
        /// Which.
        digest: Digest,
    },
    /// The file of an attachment has another size or contents.
    AttachmentDamaged {
        /// Which.
        digest: Digest,
    },
    /// A file among the attachments that no row names: left by a crash, or put there by somebody. Does no harm.
    UnknownFile {
        /// The file.
        path: PathBuf,
    },
    /// A temporary file left by a crash, or in use by another program at this moment. Does no harm.
    Leftover {
        /// The file or folder.
        path: PathBuf,
    },
    /// SQLite finds the database damaged.
    Database {
        /// What it says.
        message: String,
    },
    /// A row refers to another that is not there.
    Reference {
        /// The row's table.
        table: String,
    },
    /// A table, index, view or trigger is missing, added or changed.
    Schema {
        /// Its name.
        name: String,
    },
    /// A table holds other rows than replaying the journal gives.
    Table {
        /// Its name.
        table: String,
        /// How many rows differ.
        rows: u64,
        /// The first rows that replaying gives and the table lacks.
        missing: Vec<String>,
        /// The first rows that the table holds and replaying does not give.
        unexpected: Vec<String>,
    },
    /// The journal cannot be replayed at all.
    Replay {
        /// Why.
        message: String,
    },
    /// An origin's projection has stopped at an entry of a newer version. Not a damage; updating the program helps.
    Stopped(Stopped),
}

impl Finding {
    /// Whether something is wrong with the ledger, rather than merely worth knowing.
    #[must_use]
    pub fn is_damage(&self) -> bool {
        !matches!(self, Self::UnknownFile { .. } | Self::Leftover { .. } | Self::Stopped(_))
    }
}

/// Findings, as many as a reader can use.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    list: Vec<Finding>,
    more: u64,
    damage: bool,
}

impl Findings {
    pub(crate) fn push(&mut self, finding: Finding) {
        self.damage |= finding.is_damage();
        if self.list.len() < LISTED {
            self.list.push(finding);
        } else {
            self.more += 1;
        }
    }

    /// The first finding that is a damage.
    pub(crate) fn first_damage(&self) -> Option<&Finding> {
        self.list.iter().find(|finding| finding.is_damage())
    }

    pub(crate) fn append(&mut self, other: Self) {
        self.more += other.more;
        self.damage |= other.damage;
        for finding in other.list {
            self.push(finding);
        }
    }
}

/// What was looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Journal entries.
    pub entries: u64,
    /// Chains they belong to.
    pub origins: u64,
    /// Attachments.
    pub attachments: u64,
    /// Their bytes.
    pub attachment_bytes: u64,
    /// Sets of personal data.
    pub personal: u64,
    /// Tables compared with a replay.
    pub tables: u64,
    /// Rows compared with a replay.
    pub rows: u64,
}

/// The result of [`Ledger::verify`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifyReport {
    /// What was looked at.
    pub counts: Counts,
    /// What was found, the first 200.
    pub findings: Vec<Finding>,
    /// How many more.
    pub more: u64,
    /// The last entry of the ledger's own chain: compare it with what was printed.
    pub head: Option<Head>,
    damage: bool,
}

impl VerifyReport {
    /// Whether nothing is wrong; there may still be findings worth knowing.
    #[must_use]
    pub fn intact(&self) -> bool {
        !self.damage
    }
}

impl Ledger {
    /// Checks everything. Others may go on writing; what they write meanwhile may or may not be looked at.
    ///
    /// # Errors
    /// [`LedgerError::Cancelled`] where `progress` says `false`, or what the disk says. Damage is no error but a
    /// finding.
    pub fn verify(
        &self,
        projector: Projector,
        progress: &mut dyn FnMut(Progress) -> bool,
    ) -> Result<VerifyReport, LedgerError> {
        let mut found = Found::default();
        found.tolerate(|found| database(&self.dir, &mut found.findings, progress))?;
        found.tolerate(|found| self.journal(found, progress))?;
        found.tolerate(|found| {
            found.counts.personal = personal_digests(&self.conn, &mut found.findings)?;
            Ok(())
        })?;
        found.tolerate(|found| self.files(found, progress))?;
        found.tolerate(|found| {
            let (tables, rows) = compare::check(self, projector, &mut found.findings, progress)?;
            (found.counts.tables, found.counts.rows) = (tables, rows);
            Ok(())
        })?;
        Ok(self.report(found))
    }

    /// Checks hashes, links and copies of the journal alone: the quick look.
    ///
    /// # Errors
    /// As [`verify`](Self::verify).
    pub fn verify_journal(
        &self,
        progress: &mut dyn FnMut(Progress) -> bool,
    ) -> Result<VerifyReport, LedgerError> {
        let mut found = Found::default();
        found.tolerate(|found| self.journal(found, progress))?;
        Ok(self.report(found))
    }

    fn report(&self, found: Found) -> VerifyReport {
        let head = journal::head(&self.conn, &self.origin).ok().flatten().map(|(head, _)| head);
        let Found { counts, findings } = found;
        VerifyReport { counts, findings: findings.list, more: findings.more, head, damage: findings.damage }
    }

    fn journal(&self, found: &mut Found, watcher: Watcher<'_>) -> Result<(), LedgerError> {
        let chains = chain::check(&self.dir, &mut found.findings, watcher)?;
        (found.counts.entries, found.counts.origins) = (chains.entries, chains.heads.len() as u64);
        for former in open::former_origins(&self.conn)? {
            let ends = chains.heads.get(former.origin.as_str()).copied().unwrap_or((0, Digest::NONE));
            if ends != (former.seq, former.hash) {
                found.findings.push(Finding::FormerHead { origin: former.origin.to_string() });
            }
        }
        Ok(())
    }

    fn files(&self, found: &mut Found, watcher: Watcher<'_>) -> Result<(), LedgerError> {
        let findings = &mut found.findings;
        leftovers(&self.dir, findings);
        // First the files, then the rows: a file that is attached in between is known by then.
        let files = files_below(self.attachments.root(), findings);
        let rows = blob::rows(&self.conn)?;
        let known: HashSet<PathBuf> = rows.iter().map(|row| self.attachments.path(&row.digest)).collect();
        for path in files.into_iter().filter(|path| !known.contains(path)) {
            findings.push(Finding::UnknownFile { path });
        }
        found.counts.attachments = rows.len() as u64;
        found.counts.attachment_bytes = rows.iter().map(|row| row.size).sum();
        check_files(&rows, &self.attachments, findings, watcher)
    }
}

/// A report in the making.
#[derive(Debug, Default)]
struct Found {
    counts: Counts,
    findings: Findings,
}

impl Found {
    /// What SQLite cannot read is a finding, and the other checks go on.
    fn tolerate(
        &mut self,
        check: impl FnOnce(&mut Self) -> Result<(), LedgerError>,
    ) -> Result<(), LedgerError> {
        match check(self) {
            Err(error @ (LedgerError::Damaged { .. } | LedgerError::Sql(_))) => {
                self.findings.push(Finding::Database { message: error.to_string() });
                Ok(())
            }
            other => other,
        }
    }
}

/// SQLite's own checks.
fn database(dir: &Path, findings: &mut Findings, watcher: Watcher<'_>) -> Result<(), LedgerError> {
    tell(watcher, Stage::Database, 0, 2)?;
    let conn = open::reader(dir)?;
    let mut statement = conn.prepare("PRAGMA integrity_check(20)")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let message: String = row.get(0)?;
        if message != "ok" {
            findings.push(Finding::Database { message });
        }
    }
    tell(watcher, Stage::Database, 1, 2)?;
    if let Some(table) = crate::replay::broken_reference(&conn)? {
        findings.push(Finding::Reference { table });
    }
    tell(watcher, Stage::Database, 2, 2)
}

fn personal_digests(conn: &Connection, findings: &mut Findings) -> Result<u64, LedgerError> {
    let mut statement = conn.prepare("SELECT subject, digest, salt, fields FROM personal")?;
    let mut rows = statement.query([])?;
    let mut count = 0;
    while let Some(row) = rows.next()? {
        count += 1;
        let (subject, digest): (String, String) = (row.get(0)?, row.get(1)?);
        let (salt, fields): (Vec<u8>, String) = (row.get(2)?, row.get(3)?);
        if personal::digest(&salt, &fields).to_string() != digest {
            findings.push(Finding::Personal { subject });
        }
    }
    Ok(count)
}

/// Reads every attachment, several at a time.
fn check_files(
    rows: &[Stored],
    attachments: &Attachments,
    findings: &mut Findings,
    watcher: Watcher<'_>,
) -> Result<(), LedgerError> {
    let total = rows.len() as u64;
    let threads = std::thread::available_parallelism().map_or(1, |n| n.get().min(4));
    let (next, cancelled) = (AtomicUsize::new(0), AtomicBool::new(false));
    std::thread::scope(|scope| {
        let (results, received) = mpsc::channel();
        for _ in 0..threads.min(rows.len()) {
            let (results, next, cancelled) = (results.clone(), &next, &cancelled);
            scope.spawn(move || {
                while let Some(row) = rows.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let found = blob::hash_file(&attachments.path(&row.digest));
                    if cancelled.load(Ordering::Relaxed) || results.send((*row, found)).is_err() {
                        return;
                    }
                }
            });
        }
        drop(results);
        let watched = received.iter().zip(1..).try_for_each(|((row, found), done)| {
            match found {
                Ok(found) if found == row => {}
                Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                    findings.push(Finding::AttachmentMissing { digest: row.digest });
                }
                // What cannot be read is as good as damaged.
                Ok(_) | Err(_) => findings.push(Finding::AttachmentDamaged { digest: row.digest }),
            }
            tell(watcher, Stage::Attachments, done, total)
        });
        cancelled.store(watched.is_err(), Ordering::Relaxed);
        watched
    })
}

/// Files below the folder of attachments; temporary ones are findings right away.
fn files_below(root: &Path, findings: &mut Findings) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                folders.push(path);
            } else if entry.file_name().to_string_lossy().starts_with(INCOMING) {
                findings.push(Finding::Leftover { path });
            } else {
                files.push(path);
            }
        }
    }
    files
}

/// Scratch folders in the ledger's own.
fn leftovers(dir: &Path, findings: &mut Findings) {
    for entry in std::fs::read_dir(dir).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with(SCRATCH) {
            findings.push(Finding::Leftover { path: entry.path() });
        }
    }
}
