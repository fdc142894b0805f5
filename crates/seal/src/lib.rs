//! Digital signatures on PDFs: sign, countersign, inspect; keys and certificates.
//!
//! **Owns** everything between a finished report and a signed one: PAdES baseline B signatures written as incremental
//! updates ([`sign`]), what can be said of any PDF's signatures ([`inspect`]), PKCS#12 keys ([`Identity`], [`new_key`])
//! and X.509 certificates ([`Certificate`]).
//!
//! **Refuses** to read a file or a clock: bytes and times are handed in, bytes and findings are handed back. It draws
//! nothing (the visible appearance is a one-page PDF that the caller made), knows no ledger, and says nothing about
//! whether a report's figures are right. It fetches nothing either: **revocation (CRL, OCSP) is not checked and there
//! are no time stamps**, so the time of signing is the signer's own word.
//!
//! Start reading at [`Inspection`] for what may be said of a document, then at `revision` for how it is found out.

mod algorithm;
mod appearance;
mod cades;
mod certificate;
mod chain;
mod difference;
mod document;
mod error;
mod field;
mod identity;
mod increment;
mod inspect;
mod inspection;
mod new_key;
mod revision;
mod sign;
mod syntax;
mod tables;

pub use certificate::{Certificate, Validity};
pub use document::MAX_FILE_BYTES;
pub use error::SealError;
pub use field::{CLIENT_FIELD, PROVIDER_FIELD, field_name};
pub use identity::Identity;
pub use inspect::inspect;
pub use inspection::{
    Change, ChangeKind, ChangedAfterSigning, Inspection, SignatureProblem, SignatureReport, Trust,
    Unreadable, Unverifiable, Verdict,
};
pub use new_key::{KeyFile, NewKey, new_key};
pub use sign::{SignRequest, sign};
