//! Documents (文档): files that belong to a ticket, an opportunity, a customer or an engineer, numbered, classed, kept in all
//! their versions (catalogue section 13, BID-04, BID-12, BID-13).
//!
//! What a document is called, its files' names, notes and tags may name people, and are kept beside the journal.

mod about;
mod access;
mod class;
mod name;
mod no;
mod package;
mod paper;
mod part;
mod record;
mod text;
mod validity;
mod version;

pub use about::About;
pub use access::{Secrecy, for_workers_alone};
pub use class::{
    Classes, DocumentCategory, DocumentClass, DocumentKind, DocumentStage, Hint, NoticeDays, Proposed,
    classes, propose, usual_stage,
};
pub use name::{file_name, title_of};
pub use no::{DocumentNo, HIGHEST_DOCUMENT, StageCode};
pub use paper::Loan;
pub use part::DocumentPart;
pub use record::{Document, NewDocument, file_document};
pub use text::DocumentText;
pub use validity::{Validity, expiring_until, noticed_ends, validity};

#[cfg(test)]
mod tests;
