//! What stands in a backup: one ZIP file with the database, the attachments and `manifest.json`, which lists them.
//! The ZIP comment ends with the SHA-256 of all bytes before it, so that no cut and no changed byte goes unnoticed.

use crate::error::{AtPath as _, LedgerError};
use crate::open::{ATTACHMENTS, DATABASE};
use crate::progress::{Stage, Watcher, tell};
use domain::kernel::{Digest, Origin};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::fs::File;
use std::io::{Read, Seek as _, SeekFrom, Write as _};
use std::path::Path;

/// The manifest's name in the file.
pub(crate) const MANIFEST: &str = "manifest.json";
/// Bytes a manifest may have: some 200 for each attachment.
pub(crate) const MANIFEST_LIMIT: u64 = 256 << 20;
/// Says what the file is.
pub(crate) const FORMAT: &str = "huiqian-backup";
/// The newest version of the format this program writes and reads.
pub(crate) const VERSION: u32 = 1;

/// The comment before its 64 digits.
const COMMENT: &str = "huiqian-backup sha256=";
const DIGITS: u64 = 64;

#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Manifest {
    pub format: String,
    pub version: u32,
    /// Migrations the database has had.
    pub schema: u32,
    pub made_at: String,
    pub origin: Origin,
    pub head: Option<ManifestHead>,
    pub files: Vec<ManifestFile>,
    /// Attachments that were missing or damaged when the backup was made.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lacking: Vec<Digest>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ManifestHead {
    pub seq: u64,
    pub hash: Digest,
}

#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ManifestFile {
    pub path: String,
    pub size: u64,
    pub sha256: Digest,
}

/// The path of an attachment within a backup, which is the same as within the ledger's folder.
pub(crate) fn attachment_path(digest: &Digest) -> String {
    let name = digest.to_string();
    format!("{ATTACHMENTS}/{}/{}/{name}", &name[..2], &name[2..4])
}

impl Manifest {
    /// Refuses other formats, newer versions, and any path that a ledger's folder does not have.
    pub(crate) fn check(&self) -> Result<(), LedgerError> {
        if self.format != FORMAT {
            return Err(LedgerError::damaged("backup: not a Huiqian backup"));
        }
        if self.version > VERSION {
            return Err(LedgerError::NewerVersion { found: self.version, known: VERSION });
        }
        let mut databases = 0;
        for file in &self.files {
            if file.path == DATABASE {
                databases += 1;
            } else if file.path != attachment_path(&file.sha256) {
                return Err(LedgerError::damaged(format!("backup: unexpected file {:?}", file.path)));
            }
        }
        if databases == 1 { Ok(()) } else { Err(LedgerError::damaged("backup: no database")) }
    }
}

/// The comment to give the ZIP file before it is [sealed](seal).
pub(crate) fn blank_comment() -> String {
    format!("{COMMENT}{}", "0".repeat(64))
}

/// Puts the hash of everything before it into the comment.
pub(crate) fn seal(file: &mut File, path: &Path, watcher: Watcher<'_>) -> Result<Digest, LedgerError> {
    let size = file.metadata().at(path)?.len();
    let covered = size.saturating_sub(DIGITS);
    let digest = hash_start(file, path, covered, watcher)?;
    file.seek(SeekFrom::Start(covered)).at(path)?;
    file.write_all(digest.to_string().as_bytes()).at(path)?;
    file.sync_all().at(path)?;
    Ok(digest)
}

/// Compares the file with the hash at its end.
pub(crate) fn check_seal(file: &mut File, path: &Path, watcher: Watcher<'_>) -> Result<Digest, LedgerError> {
    let damaged = || LedgerError::damaged("backup: cut off or changed");
    let stored = stored_seal(file, path)?.ok_or_else(damaged)?;
    let size = file.metadata().at(path)?.len();
    let digest = hash_start(file, path, size - DIGITS, watcher)?;
    // The text is compared: upper-case digits would mean the same, but are not what was written.
    if digest.to_string() == stored { Ok(digest) } else { Err(damaged()) }
}

/// The hash that the file's end states, as it is written there; `None` where it states none.
pub(crate) fn stored_seal(file: &mut File, path: &Path) -> Result<Option<String>, LedgerError> {
    let size = file.metadata().at(path)?.len();
    let Some(start) = size.checked_sub(COMMENT.len() as u64 + DIGITS) else { return Ok(None) };
    file.seek(SeekFrom::Start(start)).at(path)?;
    let mut comment = String::new();
    // Bytes that are no text are no comment of ours.
    let text = file.read_to_string(&mut comment).is_ok();
    Ok(comment.strip_prefix(COMMENT).filter(|_| text).map(str::to_owned))
}

fn hash_start(file: &mut File, path: &Path, size: u64, watcher: Watcher<'_>) -> Result<Digest, LedgerError> {
    file.seek(SeekFrom::Start(0)).at(path)?;
    let mut hasher = Sha256::new();
    let mut buffer = vec![0; 1 << 20];
    let mut done = 0;
    let mut rest = file.take(size);
    loop {
        tell(watcher, Stage::Check, done, size)?;
        let read = rest.read(&mut buffer).at(path)?;
        if read == 0 {
            return Ok(Digest::new(hasher.finalize().into()));
        }
        hasher.update(&buffer[..read]);
        done += read as u64;
    }
}
