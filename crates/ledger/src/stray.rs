//! Files among the attachments that no record names: left by a crash, or put there by somebody. They do no harm, and may be the last
//! copy of something: they are shown, and put aside by whoever decides it, never removed.

use crate::blob::{self, INCOMING};
use crate::error::{AtPath as _, LedgerError};
use crate::open::Ledger;
use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::TransactionBehavior;
use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

/// The folder beside the attachments where such files are put.
const ASIDE: &str = "put-aside";

/// A file that is being attached has no name of its own yet; one so old is nobody's any more.
const LEFT_BEHIND: TimeDelta = TimeDelta::days(1);

/// A file that no record names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StrayFile {
    /// Where it is below the folder of attachments, with `/`.
    pub place: String,
    /// Bytes.
    pub bytes: u64,
    /// When it was written; `None` where the disk does not say.
    pub written: Option<DateTime<Utc>>,
}

/// Files that were put aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PutAside {
    /// The folder where they are now.
    pub folder: PathBuf,
    /// How many.
    pub files: u32,
    /// Their bytes.
    pub bytes: u64,
}

impl Ledger {
    /// The files that no record names, as they lie there at this moment, by their places.
    ///
    /// # Errors
    /// What SQLite or the disk says.
    pub fn stray_files(&self, now: DateTime<Utc>) -> Result<Vec<StrayFile>, LedgerError> {
        let root = self.attachments.root();
        // First the files, then the rows: one that is attached in between is known by then.
        let found = below(root, now)?;
        let rows = blob::rows(&self.conn)?;
        let known: HashSet<PathBuf> = rows.iter().map(|row| self.attachments.path(&row.digest)).collect();
        Ok(found.into_iter().filter(|(path, _)| !known.contains(path)).map(|(_, file)| file).collect())
    }

    /// Puts these files aside, into a folder of this moment beside the attachments. Nobody attaches meanwhile; what has a record by
    /// now stays where it is. All are looked for before the first one is moved.
    ///
    /// # Errors
    /// [`LedgerError::NotFound`] for a file that is none of them, or what the disk says.
    pub fn put_aside(&mut self, now: DateTime<Utc>, places: &[String]) -> Result<PutAside, LedgerError> {
        let parent = self.dir.join(ASIDE);
        let root = self.attachments.root().to_owned();
        // Holds the turn to write, so that no file becomes an attachment meanwhile.
        let turn = rusqlite::Transaction::new_unchecked(&self.conn, TransactionBehavior::Immediate)?;
        let strays: BTreeMap<String, StrayFile> =
            self.stray_files(now)?.into_iter().map(|file| (file.place.clone(), file)).collect();
        let mut wanted = Vec::new();
        for place in places {
            let file = strays.get(place);
            wanted.push(file.ok_or_else(|| LedgerError::NotFound { path: root.join(place) })?);
        }
        let folder = fresh(&parent, now)?;
        let mut bytes = 0;
        for file in &wanted {
            let name = file.place.rsplit('/').next().unwrap_or(&file.place);
            let to = free(&folder, name);
            let from = root.join(&file.place);
            std::fs::rename(&from, &to).at(&from)?;
            bytes += file.bytes;
        }
        blob::sync_folder(&folder)?;
        drop(turn);
        Ok(PutAside { folder, files: u32::try_from(wanted.len()).unwrap_or(u32::MAX), bytes })
    }

    /// The folder where files were put aside; `None` where none ever was.
    #[must_use]
    pub fn aside(&self) -> Option<PathBuf> {
        Some(self.dir.join(ASIDE)).filter(|folder| folder.is_dir())
    }
}

/// A folder of that moment that is not there yet.
fn fresh(parent: &Path, now: DateTime<Utc>) -> Result<PathBuf, LedgerError> {
    std::fs::create_dir_all(parent).at(parent)?;
    let folder = free(parent, &now.format("%Y-%m-%d-%H%M%S").to_string());
    std::fs::create_dir(&folder).at(&folder)?;
    Ok(folder)
}

/// A name in a folder that nothing has yet.
fn free(folder: &Path, name: &str) -> PathBuf {
    let mut path = folder.join(name);
    let mut number = 2;
    while path.exists() {
        path = folder.join(format!("{name}-{number}"));
        number += 1;
    }
    path
}

/// Files below a folder with their paths, without those that may be coming in at this moment.
fn below(root: &Path, now: DateTime<Utc>) -> Result<Vec<(PathBuf, StrayFile)>, LedgerError> {
    let mut found = Vec::new();
    let mut folders = vec![(root.to_owned(), String::new())];
    while let Some((folder, place)) = folders.pop() {
        for entry in std::fs::read_dir(&folder).at(&folder)? {
            let entry = entry.at(&folder)?;
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            let place = if place.is_empty() { name.clone() } else { format!("{place}/{name}") };
            // One that is gone by now is no stray.
            let Ok(metadata) = entry.metadata() else { continue };
            if metadata.is_dir() {
                folders.push((path, place));
                continue;
            }
            let written = metadata.modified().ok().map(DateTime::<Utc>::from);
            let coming = name.starts_with(INCOMING) && written.is_none_or(|at| now - at < LEFT_BEHIND);
            if !coming {
                found.push((path, StrayFile { place, bytes: metadata.len(), written }));
            }
        }
    }
    found.sort_by(|(one, _), (other, _)| one.cmp(other));
    Ok(found)
}
