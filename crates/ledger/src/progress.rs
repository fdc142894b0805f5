//! What a long job tells whoever waits for it.

use crate::LedgerError;

/// The part of a job that is being done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    /// Recomputing hashes and links of entries.
    Chain,
    /// Reading attachments and comparing their hashes (files).
    Attachments,
    /// SQLite's own checks.
    Database,
    /// Replaying entries into an empty database.
    Replay,
    /// Comparing the replayed tables with the stored ones (tables).
    Compare,
    /// Copying the database (pages).
    Copy,
    /// Writing files into a backup.
    Pack,
    /// Reading a backup and comparing its hash (bytes).
    Check,
    /// Writing a backup's files into a folder.
    Unpack,
    /// Reading a file that is taken in (rows).
    Rows,
    /// Holding what was read against the rules (rows).
    Rules,
    /// Recording what was read (entries).
    Record,
    /// Going through files, or making them (files).
    Files,
    /// Living through the demo year (acts).
    Year,
    /// Copying files in or out (bytes).
    Transfer,
}

impl Stage {
    /// All of them.
    pub const ALL: [Self; 15] = [
        Self::Chain,
        Self::Attachments,
        Self::Database,
        Self::Replay,
        Self::Compare,
        Self::Copy,
        Self::Pack,
        Self::Check,
        Self::Unpack,
        Self::Rows,
        Self::Rules,
        Self::Record,
        Self::Files,
        Self::Year,
        Self::Transfer,
    ];

    /// Its name on the border, for which the word lists have a text under `stage.`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Chain => "chain",
            Self::Attachments => "attachments",
            Self::Database => "database",
            Self::Replay => "replay",
            Self::Compare => "compare",
            Self::Copy => "copy",
            Self::Pack => "pack",
            Self::Check => "check",
            Self::Unpack => "unpack",
            Self::Rows => "rows",
            Self::Rules => "rules",
            Self::Record => "record",
            Self::Files => "files",
            Self::Year => "year",
            Self::Transfer => "transfer",
        }
    }
}

/// How far a job has come in its current stage. Called now and then; the answer `false` cancels the job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What is being done.
    pub stage: Stage,
    /// Units done; of what, the stage says.
    pub done: u64,
    /// Units in all.
    pub total: u64,
}

/// Where progress goes.
pub(crate) type Watcher<'a> = &'a mut dyn FnMut(Progress) -> bool;

/// Tells the watcher; its `false` becomes [`LedgerError::Cancelled`].
pub(crate) fn tell(watcher: Watcher<'_>, stage: Stage, done: u64, total: u64) -> Result<(), LedgerError> {
    if watcher(Progress { stage, done, total }) { Ok(()) } else { Err(LedgerError::Cancelled) }
}
