//! The ledger on disk: one folder with a SQLite database and the attached files.
//!
//! Owns the journal (append, chain, verify), the one transaction gate through which everything is written
//! ([`Ledger::submit`]), attachments, personal data beside the chain, replay, backup and restore; it is the only
//! crate that knows SQL. Refuses folders on which SQLite cannot be trusted, ledgers of newer versions, damaged files,
//! clocks set back, and any second version of an entry it already has. Holds no business rule: those are in `domain`.
//!
//! The chain is tamper-*evident*. A changed, removed or inserted entry is found by [`Ledger::verify`]; a tail cut off
//! or a history rewritten as a whole is found only by looking up a head printed earlier ([`Ledger::find_hash`]).
//!
//! Start reading at [`submit`](Ledger::submit), then `journal.rs` for what is hashed, then `replay.rs`.
#![warn(missing_docs)]

pub mod account;
pub mod approval;
mod as_of;
pub mod assessment;
pub mod attendance;
mod backup;
mod blob;
pub mod certification;
mod chain;
mod column;
mod compare;
mod connect;
pub mod contents;
pub mod customer;
pub mod development;
pub mod document;
pub mod draft;
mod error;
mod filter;
mod finding;
mod gather;
pub mod handed_out;
mod in_place;
mod journal;
pub mod local;
mod location;
mod lock;
mod look;
mod manifest;
mod migration;
mod open;
pub mod opportunity;
pub mod organisation;
pub mod people;
mod personal;
mod preview;
mod progress;
mod project;
pub mod registers;
mod replay;
mod restore;
pub mod rulebook;
mod scrub;
pub mod search;
pub mod settlement;
pub mod signing;
mod stray;
mod submit;
mod sweep;
pub mod ticket;
mod verify;

pub use backup::{BackupReport, stated_hash};
pub use blob::{BlobReader, Staged, Stored, attachment_size};
pub use error::{ChainFault, Contender, LedgerError, Unsuitable};
pub use finding::{Counts, Finding, VerifyReport};
pub use in_place::{is_held, replace};
pub use journal::{Entry, Head};
pub use look::{Found, Glimpse, Sought};
pub use migration::{MIGRATIONS, Migration};
pub use open::{FormerOrigin, Ledger, ReadTx, Stopped};
pub use personal::{
    all_names, erase_facts, kept_of_customer, kept_of_opportunity, names, personal, personal_at,
    personal_besides, personal_many,
};
pub use preview::{BackupPreview, PreviewedLedger, preview};
pub use progress::{Progress, Stage};
pub use project::project;
pub use replay::{NOT_PROJECTED, Projector};
pub use restore::{Restored, restore, restore_with};
pub use rusqlite;
pub use scrub::{BadFile, Scrubbed};
pub use stray::{PutAside, StrayFile};
pub use submit::{Appended, Submitted, Tx};
