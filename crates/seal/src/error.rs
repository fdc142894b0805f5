use chrono::{DateTime, Utc};

use domain::organisation::Party;

/// Why a key, a certificate or a PDF was refused. Each variant is one cause that the program explains in the user's
/// language; the English text here is for logs.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SealError {
    /// The key file is no PKCS#12 at all (or one whose outer shape cannot be read).
    #[error("not a PKCS#12 key file")]
    NotPkcs12,
    /// The key file is a PKCS#12, and the password does not open it.
    #[error("wrong password for the key file")]
    WrongPassword,
    /// The key file is protected by a scheme that this program does not know.
    #[error("the key file is protected in an unsupported way")]
    UnsupportedProtection,
    /// The key file holds certificates only.
    #[error("the key file holds no private key")]
    NoPrivateKey,
    /// The key file holds a private key, and no certificate that belongs to it.
    #[error("the key file holds no certificate for its private key")]
    NoCertificateForKey,
    /// The key is of a kind that this program does not sign with; `algorithm` names it (`RSA 1024`, `SM2`, …).
    #[error("unsupported key type: {algorithm}")]
    UnsupportedKey {
        /// The key's algorithm in words.
        algorithm: String,
    },
    /// The certificate does not allow signing documents (its key usage says otherwise).
    #[error("the certificate's key usage does not allow signatures")]
    KeyNotForSigning,
    /// The bytes are no certificate, neither PEM nor DER.
    #[error("not a certificate")]
    NotCertificate,
    /// A new key was asked for with a name that is empty or too long for a certificate (64 characters).
    #[error("a name of 1 to 64 characters is needed for the certificate")]
    UnusableName,
    /// A new key was asked for with a length of life that is not 1 to 30 years.
    #[error("a certificate lasts 1 to 30 years, not {years}")]
    UnusableYears {
        /// The years asked for.
        years: u32,
    },
    /// The file is larger than this program reads.
    #[error("the file has {bytes} bytes, more than {limit}")]
    TooLarge {
        /// The file's length in bytes.
        bytes: usize,
        /// The largest length in bytes that is read.
        limit: usize,
    },
    /// The bytes are no PDF that can be read.
    #[error("not a readable PDF")]
    NotPdf,
    /// The PDF is encrypted: nothing can be appended that every reader would accept.
    #[error("the PDF is encrypted")]
    Encrypted,
    /// The PDF has no signature field for this party: it is a draft, or no report of this program.
    #[error("the PDF has no signature field {}", crate::field::field_name(*.party))]
    NoSignatureField {
        /// The party whose field is missing.
        party: Party,
    },
    /// The party's field is there but is not one visible, top-level signature field.
    #[error("the signature field {} cannot be used", crate::field::field_name(*.party))]
    UnusableSignatureField {
        /// The party whose field is meant.
        party: Party,
    },
    /// This party has signed already.
    #[error("the field {} is signed already", crate::field::field_name(*.party))]
    AlreadySigned {
        /// The party that has signed.
        party: Party,
    },
    /// The certificate had expired at the time of signing.
    #[error("the certificate expired on {not_after}, before {signed_at}")]
    CertificateExpired {
        /// Last moment of the certificate's life.
        not_after: DateTime<Utc>,
        /// The time of signing that was asked for.
        signed_at: DateTime<Utc>,
    },
    /// The certificate was not valid yet at the time of signing.
    #[error("the certificate is valid from {not_before}, after {signed_at}")]
    CertificateNotYetValid {
        /// First moment of the certificate's life.
        not_before: DateTime<Utc>,
        /// The time of signing that was asked for.
        signed_at: DateTime<Utc>,
    },
    /// The other party's signature was made with the very same key.
    #[error("the same key has signed for {}", crate::field::field_name(*.party))]
    SameKeyForBothParties {
        /// The party that signed with this key before.
        party: Party,
    },
    /// A signature that the file already carries is not intact: it is not countersigned.
    #[error("the existing signature in {field} is not intact")]
    ExistingSignatureNotIntact {
        /// Name of the signed field.
        field: String,
    },
    /// A signature that the file already carries uses an algorithm this program cannot judge.
    #[error("the existing signature in {field} cannot be verified")]
    ExistingSignatureUnverifiable {
        /// Name of the signed field.
        field: String,
    },
    /// Something other than a signature was added after the first signature: it is not countersigned.
    #[error("the document was changed after it was signed")]
    ChangedAfterSigning,
    /// The picture of the appearance is not a one-page PDF that can be imported; `reason` says why, for logs.
    #[error("unusable signature appearance: {reason}")]
    UnusableAppearance {
        /// What is wrong with the picture.
        reason: &'static str,
    },
    /// The signed file did not pass this program's own check: nothing was handed out. A defect of the program or a PDF
    /// of a very unusual build; `stage` says where, for logs.
    #[error("signing failed: {stage}")]
    SigningFailed {
        /// The step that failed.
        stage: &'static str,
    },
}
