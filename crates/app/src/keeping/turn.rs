//! One backup of a ledger at a time, though the program may have it open twice.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Folders of the ledgers that a backup is being made of.
static TAKEN: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());
static GIVEN_BACK: Condvar = Condvar::new();

/// The turn of one backup; given back when dropped.
pub(super) struct Turn(PathBuf);

fn taken() -> MutexGuard<'static, BTreeSet<PathBuf>> {
    TAKEN.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Turn {
    /// The turn, unless somebody has it.
    pub(super) fn take(ledger: &Path) -> Option<Self> {
        taken().insert(ledger.to_owned()).then(|| Self(ledger.to_owned()))
    }

    /// The turn, after whoever has it.
    pub(super) fn wait(ledger: &Path) -> Self {
        let mut all = taken();
        while !all.insert(ledger.to_owned()) {
            all = GIVEN_BACK.wait(all).unwrap_or_else(PoisonError::into_inner);
        }
        Self(ledger.to_owned())
    }

    /// Whether somebody has it.
    pub(super) fn is_taken(ledger: &Path) -> bool {
        taken().contains(ledger)
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        taken().remove(&self.0);
        GIVEN_BACK.notify_all();
    }
}
