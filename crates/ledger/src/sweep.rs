//! Removing what crashes left behind.

use crate::blob::{self, INCOMING};
use crate::error::{AtPath as _, LedgerError};
use crate::open::{Ledger, SCRATCH};
use domain::kernel::Digest;
use std::path::{Path, PathBuf};

impl Ledger {
    /// Removes temporary files and folders, and attachments that no row names because their transaction never came to
    /// its end. Files of other names among the attachments are not ours and stay. Answers what was removed. Nobody else
    /// may have the ledger open, since what looks left behind could be in use.
    ///
    /// # Errors
    /// [`LedgerError::Busy`], or what the disk says.
    pub fn sweep(&mut self) -> Result<Vec<PathBuf>, LedgerError> {
        self.lock.alone(&self.dir, || {
            let mut removed = Vec::new();
            for entry in entries(&self.dir)? {
                if name(&entry).starts_with(SCRATCH) {
                    std::fs::remove_dir_all(&entry).at(&entry)?;
                    removed.push(entry);
                }
            }
            let mut folders = vec![self.attachments.root().to_owned()];
            while let Some(folder) = folders.pop() {
                for entry in entries(&folder)? {
                    if entry.is_dir() {
                        folders.push(entry);
                    } else if name(&entry).starts_with(INCOMING) || self.is_orphan(&entry)? {
                        std::fs::remove_file(&entry).at(&entry)?;
                        removed.push(entry);
                    }
                }
            }
            Ok(removed)
        })
    }

    /// Whether scratch folders lie in the ledger's folder: of a job that runs now, or of one that was killed.
    #[must_use]
    pub fn is_littered(&self) -> bool {
        entries(&self.dir).is_ok_and(|found| found.iter().any(|entry| name(entry).starts_with(SCRATCH)))
    }

    fn is_orphan(&self, path: &Path) -> Result<bool, LedgerError> {
        match Digest::parse(&name(path)) {
            Some(digest) if self.attachments.path(&digest) == path => {
                Ok(!blob::has_row(&self.conn, &digest)?)
            }
            _ => Ok(false),
        }
    }
}

fn entries(folder: &Path) -> Result<Vec<PathBuf>, LedgerError> {
    let listed = std::fs::read_dir(folder).at(folder)?;
    listed.map(|entry| entry.map(|entry| entry.path()).at(folder)).collect()
}

fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
