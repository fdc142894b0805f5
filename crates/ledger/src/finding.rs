//! What verifying says: findings, counts, the report.

use crate::journal::Head;
use crate::open::Stopped;
use domain::kernel::Digest;
use std::path::PathBuf;

/// Findings that are listed; more are counted.
const LISTED: usize = 200;

/// Something that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// A journal row whose bytes are no record.
    Record {
        /// Its position in order of arrival.
        position: i64,
    },
    /// The bytes of an entry have another hash than the one stored.
    Hash {
        /// Whose chain.
        origin: String,
        /// Which place.
        seq: u64,
    },
    /// A column beside an entry's bytes is no copy of what stands in them.
    Copy {
        /// Whose chain.
        origin: String,
        /// Which place.
        seq: u64,
        /// The column.
        column: &'static str,
    },
    /// An entry names another predecessor than the one stored.
    Link {
        /// Whose chain.
        origin: String,
        /// Which place.
        seq: u64,
    },
    /// Entries are missing, doubled or out of order.
    Gap {
        /// Whose chain.
        origin: String,
        /// The place after which it happens; 0 before the first.
        after: u64,
        /// The place that came next.
        next: u64,
    },
    /// The chain from before a restore no longer ends where it ended.
    FormerHead {
        /// Whose chain.
        origin: String,
    },
    /// Personal data that its digest does not fit, or that is not what the journal names.
    Personal {
        /// Whose.
        subject: String,
    },
    /// The file of an attachment is not there.
    AttachmentMissing {
        /// Which.
        digest: Digest,
    },
    /// The file of an attachment has another size or contents.
    AttachmentDamaged {
        /// Which.
        digest: Digest,
    },
    /// A record names a file that is not among the attachments.
    AttachmentUnlisted {
        /// Which.
        digest: Digest,
    },
    /// A file among the attachments that no row names: left by a crash, or put there by somebody. Does no harm.
    UnknownFile {
        /// The file.
        path: PathBuf,
    },
    /// A temporary file left by a crash, or in use by another program at this moment. Does no harm.
    Leftover {
        /// The file or folder.
        path: PathBuf,
    },
    /// SQLite finds the database damaged.
    Database {
        /// What it says.
        message: String,
    },
    /// A row refers to another that is not there.
    Reference {
        /// The row's table.
        table: String,
    },
    /// A table, index, view or trigger is missing, added or changed.
    Schema {
        /// Its name.
        name: String,
    },
    /// A table holds other rows than replaying the journal gives.
    Table {
        /// Its name.
        table: String,
        /// How many rows differ.
        rows: u64,
        /// The first rows that replaying gives and the table lacks.
        missing: Vec<String>,
        /// The first rows that the table holds and replaying does not give.
        unexpected: Vec<String>,
    },
    /// The journal cannot be replayed at all.
    Replay {
        /// Why.
        message: String,
    },
    /// An origin's projection has stopped at an entry of a newer version. Not a damage; updating the program helps.
    Stopped(Stopped),
}

impl Finding {
    /// Whether something is wrong with the ledger, rather than merely worth knowing.
    #[must_use]
    pub fn is_damage(&self) -> bool {
        !matches!(self, Self::UnknownFile { .. } | Self::Leftover { .. } | Self::Stopped(_))
    }
}

/// Findings, as many as a reader can use.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    pub list: Vec<Finding>,
    pub more: u64,
    pub damage: bool,
}

impl Findings {
    pub(crate) fn push(&mut self, finding: Finding) {
        self.damage |= finding.is_damage();
        if self.list.len() < LISTED {
            self.list.push(finding);
        } else {
            self.more += 1;
        }
    }

    pub(crate) fn append(&mut self, other: Self) {
        self.more += other.more;
        self.damage |= other.damage;
        for finding in other.list {
            self.push(finding);
        }
    }
}

/// What was looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Journal entries.
    pub entries: u64,
    /// Chains they belong to.
    pub origins: u64,
    /// Attachments.
    pub attachments: u64,
    /// Their bytes.
    pub attachment_bytes: u64,
    /// Sets of personal data.
    pub personal: u64,
    /// Tables compared with a replay.
    pub tables: u64,
    /// Rows compared with a replay.
    pub rows: u64,
}

/// The result of [`Ledger::verify`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerifyReport {
    /// What was looked at.
    pub counts: Counts,
    /// What was found, the first 200.
    pub findings: Vec<Finding>,
    /// How many more.
    pub more: u64,
    /// The last entry of the ledger's own chain: compare it with what was printed.
    pub head: Option<Head>,
    pub(crate) damage: bool,
}

impl VerifyReport {
    /// Whether nothing is wrong; there may still be findings worth knowing.
    #[must_use]
    pub fn intact(&self) -> bool {
        !self.damage
    }
}
