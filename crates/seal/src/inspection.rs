//! What may be said of a document's signatures. The words are those of `check --json`.

use chrono::{DateTime, Utc};
use serde::Serialize;

use crate::certificate::Certificate;
use domain::organisation::Party;

/// Whose word the user takes.
#[derive(Clone, Debug, Default)]
pub struct Trust {
    /// Roots that a signer's certificate must lead to. Empty: nothing is said about trust.
    pub roots: Vec<Certificate>,
    /// Certificates that a party handed over to be registered as its own; a party may have several.
    pub registered: Vec<(Party, Certificate)>,
}

/// What can be said of a PDF's signatures at one moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Inspection {
    /// Number of pages; 0 where the file cannot be read.
    pub pages: usize,
    /// Every signed field, in the order in which the signatures were added.
    pub signatures: Vec<SignatureReport>,
    /// What came into the document with or after its signatures.
    pub changed_after_signing: ChangedAfterSigning,
    /// The sum of it.
    pub verdict: Verdict,
    /// Length in bytes of the document before its first signature: those bytes are the report as it was made (exactly
    /// so where the first signature is of this program). For an unsigned file its whole length; `None` where it cannot be
    /// told, or where the file was signed in its very first revision.
    pub base_len: Option<usize>,
    /// Where both parties' signatures were made with one key: then one holder signed twice, and the document is not
    /// countersigned.
    pub same_key_twice: bool,
    /// Everything in the file, besides the signatures themselves, that the document before its first signature did not
    /// have. Empty unless `changed_after_signing` is `Other`.
    pub changes: Vec<Change>,
    /// Why the file cannot be read; only with the verdict `Invalid`.
    pub unreadable: Option<Unreadable>,
}

/// Whether anything but signatures was added to the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum ChangedAfterSigning {
    /// Nothing came after the last, or only, signature.
    None,
    /// Further signatures, and nothing else, came after the first.
    SignatureOnly,
    /// Something else: pages, notes, metadata, bytes that no signature covers. A signature that brought such a thing
    /// along in its own revision counts too, though its own bytes are intact.
    Other,
}

/// The sum of what was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Verdict {
    /// A readable PDF without any signature.
    Unsigned,
    /// One party's signature is intact (or someone's who is neither party), and nothing else was added.
    SignedByOne,
    /// Both parties' fields carry intact signatures of two different keys, and nothing but signatures was added.
    Countersigned,
    /// A signature's bytes were changed, or something other than a signature was added.
    Altered,
    /// A signature uses an algorithm this program cannot judge, and nothing speaks against the document.
    Unverifiable,
    /// No readable PDF, or no readable signature in it.
    Invalid,
}

/// Why a file cannot be inspected at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Unreadable {
    /// It does not begin as a PDF.
    NotPdf,
    /// It begins as a PDF and cannot be read further: damaged or cut short.
    Damaged,
    /// It is encrypted.
    Encrypted,
}

/// One signed field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SignatureReport {
    /// The party whose field it is; `None` for a field that is neither party's.
    pub party: Option<Party>,
    /// Name of the field.
    pub field: String,
    /// Subject of the signer's certificate (RFC 4514); empty where the certificate cannot be read.
    pub signer: String,
    /// Common name of the signer's certificate; empty likewise.
    pub common_name: String,
    /// SHA-256 of the signer's certificate in hexadecimal digits; empty likewise.
    pub fingerprint: String,
    /// The signer's certificate.
    #[serde(skip)]
    pub certificate: Option<Certificate>,
    /// When it was signed, by the signer's own word: the dictionary's `/M`, or else the CMS attribute.
    pub signed_at: Option<DateTime<Utc>>,
    /// The CMS attribute signingTime, where there is one.
    pub signing_time_attribute: Option<DateTime<Utc>>,
    /// The time by an authority's word: always `None`, time stamps are not read.
    pub timestamp: Option<DateTime<Utc>>,
    /// The signature covers all bytes from the file's first to the end of the revision that brought it.
    pub covers_whole_revision: bool,
    /// The covered bytes are those that were signed, by the key of the certificate. Says nothing about what came after.
    pub intact: bool,
    /// Why it is not intact.
    pub problem: Option<SignatureProblem>,
    /// The algorithm that this program cannot judge: then `intact` is false and yet nothing speaks against the document.
    pub unverifiable: Option<Unverifiable>,
    /// The certificate leads to a trusted root, all of the chain valid when it was signed. `None` without roots.
    pub trusted: Option<bool>,
    /// The certificate is the one its party registered. `None` where the party has registered none.
    pub registered: Option<bool>,
    /// The certificate had expired at the time of the inspection.
    pub certificate_expired: bool,
    /// The time of signing lies before the certificate's first day.
    pub signed_before_valid: bool,
    /// The time of signing lies after the certificate's last day.
    pub signed_after_expiry: bool,
    /// `/Name` of the dictionary: whom the signer says to be.
    pub name: Option<String>,
    /// The signer's post, as files of this program carry it.
    pub post: Option<String>,
    /// `/Reason` of the dictionary.
    pub reason: Option<String>,
    /// `/Location` of the dictionary.
    pub location: Option<String>,
    /// What was added to the file after this signature, later signatures included.
    pub added_after: Vec<Change>,
}

/// Why a signature is not intact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum SignatureProblem {
    /// The covered bytes are not those that were signed.
    BytesChanged,
    /// The signature value does not belong to the signer's key.
    ValueWrong,
    /// The certificate is not the one the signer named inside the signature.
    CertificateReplaced,
    /// The signer's certificate is not in the signature.
    CertificateMissing,
    /// The signature is no CMS of one signer over this document.
    Unreadable,
    /// `/ByteRange` leaves out more, or less, than the signature itself.
    RangeWrong,
    /// Something other than the signature is hidden in the place that no signature covers.
    HiddenBytes,
}

/// An algorithm that this program cannot judge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase", tag = "code")]
pub enum Unverifiable {
    /// 国密签名: SM2, SM3 or a Chinese electronic-seal structure.
    Guomi {
        /// The algorithm in words.
        algorithm: String,
    },
    /// Any other.
    UnknownAlgorithm {
        /// The algorithm in words, or its number.
        algorithm: String,
    },
}

/// One fact about what was added to or changed in the file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// What it is.
    pub kind: ChangeKind,
    /// Number of the page concerned, from 1.
    pub page: Option<u32>,
    /// Number of the PDF object concerned.
    pub object: Option<u32>,
    /// Name of the field concerned.
    pub field: Option<String>,
}

impl Change {
    pub(crate) fn of(kind: ChangeKind) -> Change {
        Change { kind, page: None, object: None, field: None }
    }
}

/// Kinds of [`Change`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum ChangeKind {
    /// A further signature: the one change that does no harm.
    SignatureAdded,
    /// What is printed on a page.
    PageContent,
    /// A page's own entry (size, resources, …).
    Page,
    /// A note, stamp or other annotation on a page, or the list of them.
    Annotation,
    /// A form field that is no new signature.
    FormField,
    /// Title, author and the like.
    Information,
    /// XMP metadata.
    Metadata,
    /// The document's catalogue.
    Catalogue,
    /// A new object of no better known kind.
    ObjectAdded,
    /// A replaced object of no better known kind.
    ObjectReplaced,
    /// An object that is gone.
    ObjectRemoved,
    /// Bytes after the end of the last signed revision.
    TrailingBytes,
    /// A signed revision that is not built as a plain update with one signature.
    IrregularUpdate,
    /// Two fields of one name.
    DuplicateField,
    /// Two fields with one signature.
    SharedSignature,
    /// A signature that belongs to no field any more.
    StraySignature,
}
