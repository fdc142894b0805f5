//! The operating system's lock beside the database. Everybody who has the ledger open shares it; migrating, restoring
//! and rebuilding need it alone. SQLite's own locks order the writers in between.

use crate::error::{AtPath as _, Contender, LedgerError};
use std::fs::{File, OpenOptions, TryLockError};
use std::path::Path;
use std::time::{Duration, Instant};

/// How long to wait for somebody who holds the lock alone: founding, migrating and sweeping take moments.
const PATIENCE: Duration = Duration::from_secs(10);

/// The lock file, locked for as long as this lives.
#[derive(Debug)]
pub(crate) struct FolderLock {
    file: File,
}

impl FolderLock {
    /// Takes the lock alone, or says at once that somebody has the ledger open.
    pub(crate) fn exclusive(dir: &Path) -> Result<Self, LedgerError> {
        let lock = Self { file: open(dir)? };
        if lock.try_exclusive(dir)? { Ok(lock) } else { Err(other_program()) }
    }

    /// Shares the lock, waiting a while for whoever holds it alone.
    pub(crate) fn shared(dir: &Path) -> Result<Self, LedgerError> {
        let lock = Self { file: open(dir)? };
        lock.share(dir)?;
        Ok(lock)
    }

    /// Runs `job` with the lock alone; shares it again afterwards.
    pub(crate) fn alone<T>(
        &self,
        dir: &Path,
        job: impl FnOnce() -> Result<T, LedgerError>,
    ) -> Result<T, LedgerError> {
        // Windows does not turn a shared lock into an exclusive one, so it is given up first.
        self.unlock(dir)?;
        let done = match self.try_exclusive(dir) {
            Ok(true) => job(),
            Ok(false) => Err(other_program()),
            Err(error) => Err(error),
        };
        self.unlock(dir)?;
        self.share(dir)?;
        done
    }

    /// On Windows the standard library unlocks twice, for a shared and an exclusive lock. Wine answers the second, of
    /// nothing, as if it were somebody else's lock; whether it is, the next attempt to lock finds out.
    fn unlock(&self, dir: &Path) -> Result<(), LedgerError> {
        match self.file.unlock() {
            Err(error) if !crate::is_held(&error) => Err(LedgerError::io(dir, error)),
            _ => Ok(()),
        }
    }

    fn try_exclusive(&self, dir: &Path) -> Result<bool, LedgerError> {
        match self.file.try_lock() {
            Ok(()) => Ok(true),
            Err(TryLockError::WouldBlock) => Ok(false),
            Err(TryLockError::Error(source)) => Err(LedgerError::io(dir, source)),
        }
    }

    fn share(&self, dir: &Path) -> Result<(), LedgerError> {
        let since = Instant::now();
        loop {
            match self.file.try_lock_shared() {
                Ok(()) => return Ok(()),
                Err(TryLockError::WouldBlock) if since.elapsed() < PATIENCE => {
                    std::thread::sleep(Duration::from_millis(10));
                }
                Err(TryLockError::WouldBlock) => return Err(other_program()),
                Err(TryLockError::Error(source)) => return Err(LedgerError::io(dir, source)),
            }
        }
    }
}

fn other_program() -> LedgerError {
    LedgerError::Busy { by: Contender::OtherProgram }
}

fn open(dir: &Path) -> Result<File, LedgerError> {
    let path = dir.join(crate::open::LOCK_FILE);
    OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path).at(&path)
}
