//! Taking a backup: one consistent file, while others go on writing.

use crate::blob::{self, Stored};
use crate::error::{AtPath as _, LedgerError};
use crate::in_place;
use crate::journal::{self, Head};
use crate::manifest::{self, MANIFEST, MANIFEST_LIMIT, Manifest, ManifestFile, ManifestHead};
use crate::open::{DATABASE, Ledger, SCRATCH};
use crate::progress::{Progress, Stage, Watcher, tell};
use chrono::Utc;
use domain::kernel::Digest;
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, Transaction, TransactionBehavior};
use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// Pages copied between two looks at whether the job was cancelled (4 MiB).
const PAGES: i32 = 1024;

/// What a backup holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupReport {
    /// The file.
    pub file: PathBuf,
    /// Its bytes.
    pub size: u64,
    /// SHA-256 of its contents, as its comment says.
    pub sha256: Digest,
    /// The last entry of the ledger's own chain in it.
    pub head: Option<Head>,
    /// Attachments in it.
    pub attachments: u64,
    /// Attachments that could not be put in, because they are missing or damaged in the ledger.
    pub lacking: Vec<Digest>,
}

impl Ledger {
    /// Writes everything into one new file, reads it again and compares. An older file of that name is replaced only
    /// once the new one is whole. Passwords' hashes and personal data are in it: keep it like the ledger.
    ///
    /// # Errors
    /// [`LedgerError::Cancelled`], disk full, or what the disk says.
    pub fn backup(
        &self,
        file: &Path,
        progress: &mut dyn FnMut(Progress) -> bool,
    ) -> Result<BackupReport, LedgerError> {
        let file = &std::path::absolute(file).at(file)?;
        let folder = file.parent().unwrap_or(Path::new("/"));
        // SQLite's copy stands on the ledger's own disk, which is known to suit it.
        let scratch = tempfile::Builder::new().prefix(SCRATCH).tempdir_in(&self.dir).at(&self.dir)?;
        let database = scratch.path().join(DATABASE);
        self.copy_database(&database, progress)?;
        let conn = Connection::open(&database)?;
        let head = journal::head(&conn, &self.origin)?.map(|(head, _)| head);
        let attachments = blob::rows(&conn)?;
        conn.close().map_err(|(_, error)| LedgerError::from(error))?;

        let mut target = tempfile::Builder::new().prefix(".huiqian-").tempfile_in(folder).at(folder)?;
        let lacking = self.pack(target.as_file_mut(), file, &database, &attachments, head, progress)?;
        manifest::seal(target.as_file_mut(), file, progress)?;
        let sha256 = check(target.as_file_mut(), file, progress)?;
        let size = target.as_file().metadata().at(file)?.len();
        in_place::replace(target, file).at(file)?;
        // The file is written, read back and named; some file systems cannot make a folder wait for its disk.
        let _ = blob::sync_folder(folder);
        let attachments = (attachments.len() - lacking.len()) as u64;
        Ok(BackupReport { file: file.clone(), size, sha256, head, attachments, lacking })
    }

    /// SQLite's online backup within one read transaction: nobody waits, and no writer makes it start again.
    fn copy_database(&self, to: &Path, watcher: Watcher<'_>) -> Result<(), LedgerError> {
        let source = crate::connect::reader(&self.dir)?;
        let view = Transaction::new_unchecked(&source, TransactionBehavior::Deferred)?;
        view.query_row("SELECT count(*) FROM meta", [], |_| Ok(()))?;
        let mut copy = Connection::open(to)?;
        copy.pragma_update(None, "synchronous", "OFF")?;
        {
            let backup = Backup::new(&view, &mut copy)?;
            loop {
                let step = backup.step(PAGES)?;
                let pages = backup.progress();
                let (total, left) = (i64::from(pages.pagecount), i64::from(pages.remaining));
                tell(watcher, Stage::Copy, (total - left).unsigned_abs(), total.unsigned_abs())?;
                match step {
                    StepResult::Done => break,
                    StepResult::More => {}
                    // Somebody holds the file itself locked, which lasts moments.
                    _ => std::thread::sleep(std::time::Duration::from_millis(5)),
                }
            }
        }
        // One file, without a log beside it.
        copy.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))?;
        copy.close().map_err(|(_, error)| error.into())
    }

    fn pack(
        &self,
        target: &mut File,
        file: &Path,
        database: &Path,
        attachments: &[Stored],
        head: Option<Head>,
        watcher: Watcher<'_>,
    ) -> Result<Vec<Digest>, LedgerError> {
        let mut zip = ZipWriter::new(target);
        match self.fill(&mut zip, file, database, attachments, head, watcher) {
            Ok(lacking) => {
                zip.finish().map_err(|error| writing(file, error))?;
                Ok(lacking)
            }
            Err(error) => {
                // Dropped, it would try to finish a file that is thrown away, and complain on stderr.
                std::mem::forget(zip);
                Err(error)
            }
        }
    }

    fn fill(
        &self,
        zip: &mut ZipWriter<&mut File>,
        file: &Path,
        database: &Path,
        attachments: &[Stored],
        head: Option<Head>,
        watcher: Watcher<'_>,
    ) -> Result<Vec<Digest>, LedgerError> {
        let writing = |error| writing(file, error);
        zip.set_comment(manifest::blank_comment()).map_err(writing)?;
        let options = SimpleFileOptions::default().large_file(true).unix_permissions(0o600);
        // Attachments are mostly compressed already; the database is not.
        let squeezed = options.compression_method(CompressionMethod::Deflated).compression_level(Some(1));
        let stored = options.compression_method(CompressionMethod::Stored);
        let total = attachments.len() as u64 + 1;
        let mut files = Vec::new();
        let mut lacking = Vec::new();

        let contents = blob::hash_file(database).at(database)?;
        zip.start_file(DATABASE, squeezed).map_err(writing)?;
        copy(&mut File::open(database).at(database)?, zip, file)?;
        let path = DATABASE.to_owned();
        files.push(ManifestFile { path, size: contents.size, sha256: contents.digest });
        for (attachment, done) in attachments.iter().zip(1..) {
            tell(watcher, Stage::Pack, done, total)?;
            let from = self.attachments.path(&attachment.digest);
            // Looked at before it goes in: a ZIP file cannot take it back.
            if !matches!(blob::hash_file(&from), Ok(found) if found == *attachment) {
                lacking.push(attachment.digest);
                continue;
            }
            let path = manifest::attachment_path(&attachment.digest);
            zip.start_file(&*path, stored).map_err(writing)?;
            copy(&mut File::open(&from).at(&from)?, zip, file)?;
            files.push(ManifestFile { path, size: attachment.size, sha256: attachment.digest });
        }
        tell(watcher, Stage::Pack, total, total)?;
        let manifest = Manifest {
            format: manifest::FORMAT.to_owned(),
            version: manifest::VERSION,
            schema: crate::migration::known(self.migrations),
            made_at: journal::time_text(Utc::now()),
            origin: self.origin.clone(),
            head: head.map(|Head { seq, hash }| ManifestHead { seq, hash }),
            files,
            lacking: lacking.clone(),
        };
        let text = serde_json::to_vec_pretty(&manifest).expect("plain fields");
        zip.start_file(MANIFEST, squeezed).map_err(writing)?;
        zip.write_all(&text).at(file)?;
        Ok(lacking)
    }
}

/// The hash that a backup states of itself, without reading it whole: tells one file from another, and proves nothing.
///
/// # Errors
/// What the disk says.
pub fn stated_hash(file: &Path) -> Result<Option<Digest>, LedgerError> {
    let stated = manifest::stored_seal(&mut File::open(file).at(file)?, file)?;
    Ok(stated.as_deref().and_then(Digest::parse))
}

/// Reads a backup from beginning to end: the seal, the manifest, and every file in it. Answers the seal.
pub(crate) fn check(file: &mut File, path: &Path, watcher: Watcher<'_>) -> Result<Digest, LedgerError> {
    let digest = manifest::check_seal(file, path, watcher)?;
    let mut zip = ZipArchive::new(file).map_err(reading)?;
    let manifest = read_manifest(&mut zip)?;
    for file in &manifest.files {
        unpack(&mut zip, file, &mut std::io::sink(), path)?;
    }
    Ok(digest)
}

/// The manifest, checked.
pub(crate) fn read_manifest(zip: &mut ZipArchive<&mut File>) -> Result<Manifest, LedgerError> {
    let mut text = Vec::new();
    let entry = zip.by_name(MANIFEST).map_err(reading)?;
    entry.take(MANIFEST_LIMIT).read_to_end(&mut text).map_err(|error| reading(error.into()))?;
    let manifest: Manifest =
        serde_json::from_slice(&text).map_err(|error| LedgerError::damaged(format!("backup: {error}")))?;
    manifest.check()?;
    // What the manifest does not list does not belong there.
    if zip.len() != manifest.files.len() + 1 {
        return Err(LedgerError::damaged("backup: files that the manifest does not list"));
    }
    Ok(manifest)
}

/// Writes one file out, never more than its stated size, and compares its hash.
pub(crate) fn unpack(
    zip: &mut ZipArchive<&mut File>,
    file: &ManifestFile,
    to: &mut impl Write,
    to_path: &Path,
) -> Result<(), LedgerError> {
    use sha2::Digest as _;
    let damaged = || LedgerError::damaged(format!("backup: {}", file.path));
    // One byte more than stated tells a file that is longer.
    let mut from = zip.by_name(&file.path).map_err(reading)?.take(file.size + 1);
    let mut hasher = sha2::Sha256::new();
    let mut buffer = vec![0; 1 << 18];
    let mut size = 0;
    loop {
        let read = from.read(&mut buffer).map_err(|error| reading(error.into()))?;
        if read == 0 {
            break;
        }
        size += read as u64;
        if size > file.size {
            return Err(damaged());
        }
        hasher.update(&buffer[..read]);
        to.write_all(&buffer[..read]).at(to_path)?;
    }
    let digest = Digest::new(hasher.finalize().into());
    if size == file.size && digest == file.sha256 { Ok(()) } else { Err(damaged()) }
}

fn copy(from: &mut File, to: &mut impl Write, path: &Path) -> Result<(), LedgerError> {
    std::io::copy(from, to).at(path)?;
    Ok(())
}

fn writing(file: &Path, error: zip::result::ZipError) -> LedgerError {
    match error {
        zip::result::ZipError::Io(source) => LedgerError::io(file, source),
        other => LedgerError::damaged(format!("backup: {other}")),
    }
}

/// While reading, whatever the archive's reader complains about is damage.
pub(crate) fn reading(error: zip::result::ZipError) -> LedgerError {
    LedgerError::damaged(format!("backup: {error}"))
}
