//! Everything that can go wrong with a ledger, sorted by what a user can do about it.

use chrono::{DateTime, Utc};
use domain::kernel::{Digest, EntryKey};
use rusqlite::ErrorCode;
use std::io;
use std::path::{Path, PathBuf};

/// Why a folder cannot hold a ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsuitable {
    /// On a network drive: locks and flushes cannot be relied on there. Holds the kind of file system.
    NetworkDrive(String),
    /// Inside a folder that a synchronising client copies file by file. Holds the folder that gave it away.
    SyncClient(String),
    /// The folder holds other files already (restoring needs an empty or a new one).
    NotEmpty,
}

/// Who holds what is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Contender {
    /// Somebody was writing for longer than the waiting time (10 s).
    Writer,
    /// Another program, or another window, has the ledger open.
    OtherProgram,
}

/// What is wrong with an entry's place in its chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChainFault {
    /// The same place holds another entry already: a copied ledger has been written to twice.
    Fork {
        /// The entry this ledger has.
        known: Digest,
        /// The entry that was offered.
        other: Digest,
    },
    /// Entries before this one are missing.
    Gap {
        /// The place that comes next.
        expected: u64,
    },
    /// The entry names another predecessor than the one stored.
    Link {
        /// The predecessor it names.
        named: Digest,
        /// The predecessor's hash.
        stored: Digest,
    },
}

/// Why the ledger did not do what it was asked.
#[derive(Debug, thiserror::Error)]
pub enum LedgerError {
    /// There is no ledger, or the file is not there.
    #[error("not found: {}", path.display())]
    NotFound {
        /// What was looked for.
        path: PathBuf,
    },
    /// The folder holds a ledger already.
    #[error("there is a ledger already: {}", path.display())]
    AlreadyThere {
        /// The folder.
        path: PathBuf,
    },
    /// The folder cannot hold a ledger.
    #[error("unsuitable folder {}: {reason:?}", path.display())]
    UnsuitableLocation {
        /// The folder.
        path: PathBuf,
        /// Why.
        reason: Unsuitable,
    },
    /// A newer version of the program wrote this ledger or backup.
    #[error("written by a newer version: schema {found}, this program knows {known}")]
    NewerVersion {
        /// Its schema version.
        found: u32,
        /// The newest this program knows.
        known: u32,
    },
    /// A migration was applied with another text than the one this program carries.
    #[error("migration {name} is not the one that was applied")]
    MigrationChanged {
        /// The migration.
        name: String,
    },
    /// A file is not what it should be.
    #[error("damaged: {what}")]
    Damaged {
        /// What, and in which way.
        what: String,
    },
    /// An attachment is missing or has other contents than its digest says.
    #[error("attachment {digest} is missing or damaged")]
    AttachmentDamaged {
        /// The attachment.
        digest: Digest,
    },
    /// Somebody else holds what is needed; trying again later may work.
    #[error("busy: {by:?}")]
    Busy {
        /// Who.
        by: Contender,
    },
    /// No room left. The ledger is as it was before; it can be used again after room has been made.
    #[error("disk full: {path:?}")]
    DiskFull {
        /// What was being written; `None`: the database, of which SQLite does not say where it stands.
        path: Option<PathBuf>,
    },
    /// The file system can be read only.
    #[error("read-only: {path:?}")]
    ReadOnly {
        /// What was to be written; `None`: the database.
        path: Option<PathBuf>,
    },
    /// The operating system does not let this user in.
    #[error("permission denied: {}", path.display())]
    PermissionDenied {
        /// The file or folder.
        path: PathBuf,
    },
    /// Another program has the file open in a way that keeps us from it. Windows alone says so.
    #[error("open in another program: {}", path.display())]
    FileHeld {
        /// The file.
        path: PathBuf,
    },
    /// The clock shows a time more than five minutes before the last entry's.
    #[error("the clock was set back: last entry {last}, now {now}")]
    ClockSetBack {
        /// When the last entry was recorded.
        last: DateTime<Utc>,
        /// What the clock says.
        now: DateTime<Utc>,
    },
    /// An entry of a kind or version that this program does not know. It is kept; its origin's projection stops there.
    #[error("unknown event {kind} v{version} at {}/{}", key.origin, key.seq)]
    UnknownEvent {
        /// The entry.
        key: EntryKey,
        /// Its kind.
        kind: String,
        /// Its version.
        version: u16,
    },
    /// The body of a known kind and version cannot be read.
    #[error("unreadable body of {kind} v{version} at {}/{}: {source}", key.origin, key.seq)]
    BadBody {
        /// The entry.
        key: EntryKey,
        /// Its kind.
        kind: String,
        /// Its version.
        version: u16,
        /// What the reader says.
        source: serde_json::Error,
    },
    /// An entry does not fit its chain.
    #[error("entry {}/{} does not fit its chain: {fault:?}", key.origin, key.seq)]
    Chain {
        /// The entry.
        key: EntryKey,
        /// In which way.
        fault: ChainFault,
    },
    /// More bytes than a record may have.
    #[error("too large: {size} bytes, {limit} allowed")]
    TooLarge {
        /// Bytes.
        size: u64,
        /// Bytes allowed.
        limit: u64,
    },
    /// Whoever waited cancelled the job; nothing of it remains.
    #[error("cancelled")]
    Cancelled,
    /// The operating system failed in another way.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What it says.
        source: io::Error,
    },
    /// SQLite failed in another way: a mistake of ours, or a constraint broken.
    #[error("SQL: {0}")]
    Sql(rusqlite::Error),
}

impl LedgerError {
    /// Sorts an error of the operating system.
    pub(crate) fn io(path: &Path, source: io::Error) -> Self {
        match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
                Self::DiskFull { path: Some(path.to_owned()) }
            }
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly { path: Some(path.to_owned()) },
            _ if crate::is_held(&source) => Self::FileHeld { path: path.to_owned() },
            io::ErrorKind::PermissionDenied => Self::PermissionDenied { path: path.to_owned() },
            io::ErrorKind::NotFound => Self::NotFound { path: path.to_owned() },
            _ => Self::Io { path: path.to_owned(), source },
        }
    }

    /// A damaged something.
    pub(crate) fn damaged(what: impl Into<String>) -> Self {
        Self::Damaged { what: what.into() }
    }
}

impl From<rusqlite::Error> for LedgerError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull { path: None },
            Some(ErrorCode::ReadOnly) => Self::ReadOnly { path: None },
            // The last of these: a writer was held up while it published what it had committed.
            Some(
                ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed,
            ) => Self::Busy { by: Contender::Writer },
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::damaged(error.to_string()),
            _ => Self::Sql(error),
        }
    }
}

/// Says which file an error of the operating system is about.
pub(crate) trait AtPath<T> {
    /// Sorts the error and adds the path.
    fn at(self, path: &Path) -> Result<T, LedgerError>;
}

impl<T> AtPath<T> for io::Result<T> {
    fn at(self, path: &Path) -> Result<T, LedgerError> {
        self.map_err(|source| LedgerError::io(path, source))
    }
}
