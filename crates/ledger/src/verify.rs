//! Is the ledger what was written? Every hash, link, copy, attachment and table is looked at; what is wrong is listed.
//!
//! A tail cut off the ledger's own chain cannot be seen from inside: look up a head that was printed elsewhere.

use crate::blob::{self, Attachments, INCOMING, Stored};
use crate::error::LedgerError;
use crate::finding::{Counts, Finding, Findings, VerifyReport};
use crate::journal;
use crate::open::{self, Ledger, SCRATCH};
use crate::progress::{Progress, Stage, Watcher, tell};
use crate::{Projector, chain, compare, personal};
use domain::kernel::Digest;
use rusqlite::Connection;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc;

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
            self.personal_named(&mut found.findings)
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

    /// Side table and journal name each other. Where the projection has stopped, nobody can say.
    fn personal_named(&self, findings: &mut Findings) -> Result<(), LedgerError> {
        if self.stopped()?.is_empty() {
            for subject in personal::unnamed(&self.conn)? {
                findings.push(Finding::Personal { subject });
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
        for digest in blob::unlisted(&self.conn)? {
            findings.push(Finding::AttachmentUnlisted { digest });
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
    let conn = crate::connect::reader(dir)?;
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
