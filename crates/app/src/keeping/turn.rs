//! One backup of a ledger, and one comparing of its files, at a time, though the program may have it open twice.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// What there is one of at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Job {
    /// A backup.
    Backup,
    /// Reading the files of attachments again.
    Check,
}

/// Folders of the ledgers with which something is being done.
static TAKEN: Mutex<BTreeSet<(PathBuf, Job)>> = Mutex::new(BTreeSet::new());
static GIVEN_BACK: Condvar = Condvar::new();

/// The turn of one job; given back when dropped.
pub(super) struct Turn((PathBuf, Job));

fn taken() -> MutexGuard<'static, BTreeSet<(PathBuf, Job)>> {
    TAKEN.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Turn {
    /// The turn, unless somebody has it.
    pub(super) fn take(ledger: &Path, job: Job) -> Option<Self> {
        let whose = (ledger.to_owned(), job);
        taken().insert(whose.clone()).then(|| Self(whose))
    }

    /// The turn, after whoever has it.
    pub(super) fn wait(ledger: &Path, job: Job) -> Self {
        let whose = (ledger.to_owned(), job);
        let mut all = taken();
        while !all.insert(whose.clone()) {
            all = GIVEN_BACK.wait(all).unwrap_or_else(PoisonError::into_inner);
        }
        Self(whose)
    }

    /// Whether somebody has it.
    pub(super) fn is_taken(ledger: &Path, job: Job) -> bool {
        taken().contains(&(ledger.to_owned(), job))
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        taken().remove(&self.0);
        GIVEN_BACK.notify_all();
    }
}
