//! The two parties, their signatories and the certificates they have registered.

use crate::event::{CertificateRegistered, Event, PartyRecorded, RootTrusted, RootUntrusted};
use crate::kernel::Digest;
use crate::refusal::Refusal;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// 甲方 or 乙方.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Party {
    /// 甲方: the telecom that buys the service.
    Client,
    /// 乙方: the vendor whose engineers are seconded.
    Provider,
}

impl Party {
    /// Both, client first.
    pub const BOTH: [Self; 2] = [Self::Client, Self::Provider];

    /// `client` or `provider`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Provider => "provider",
        }
    }

    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Client => Self::Provider,
            Self::Provider => Self::Client,
        }
    }
}

/// A party as reports name it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PartyRecord {
    /// Which.
    pub party: Party,
    /// Full name.
    pub name: String,
    /// Short name, if any (简称).
    pub alias: Option<String>,
    /// 授权代表; salted digest of the name.
    pub representative: Option<Digest>,
    /// 职务 of the representative.
    pub post: Option<String>,
}

/// A certificate as the ledger keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CertificateRecord {
    /// SHA-256 of the DER bytes.
    pub fingerprint: Digest,
    /// First moment of validity.
    pub not_before: DateTime<Utc>,
    /// Last moment of validity.
    pub not_after: DateTime<Utc>,
    /// SHA-256 of the public key (SubjectPublicKeyInfo, DER): one key may stand in several certificates.
    pub key: Digest,
    /// Salted digest of the certificate itself and its subject, which may be a person's name.
    pub holder: Digest,
}

/// Records or changes a party's name and signatory; an identical record does nothing.
pub fn register_party(known: &[PartyRecord], record: PartyRecord) -> Result<Vec<Event>, Refusal> {
    if record.name.trim().is_empty() || record.name.chars().count() > 60 {
        return Err(Refusal::NameLength { limit: 60 });
    }
    if known.contains(&record) {
        return Ok(Vec::new());
    }
    Ok(vec![Event::PartyRecorded(PartyRecorded { record })])
}

/// Registers a party's certificate; a key that the other party registered is refused, since one key must not
/// sign for both. The same certificate again does nothing, unless what was kept of it has been erased since.
pub fn register_certificate(
    known: &[(Party, CertificateRecord)],
    party: Party,
    certificate: CertificateRecord,
    now: DateTime<Utc>,
) -> Result<Vec<Event>, Refusal> {
    if known.iter().any(|(p, c)| *p != party && c.key == certificate.key) {
        return Err(Refusal::CertificateOfOtherParty { party });
    }
    if certificate.not_after < now {
        return Err(Refusal::CertificateExpired { not_after: certificate.not_after });
    }
    if known.iter().any(|(p, c)| *p == party && *c == certificate) {
        return Ok(Vec::new());
    }
    Ok(vec![Event::CertificateRegistered(CertificateRegistered { party, certificate })])
}

/// Adds a root that the user trusts; one that is already trusted does nothing, unless what was kept of it has been
/// erased since.
#[must_use]
pub fn trust_root(known: &[CertificateRecord], certificate: CertificateRecord) -> Vec<Event> {
    if known.contains(&certificate) {
        return Vec::new();
    }
    vec![Event::RootTrusted(RootTrusted { certificate })]
}

/// Takes back the trust in a root. Reports accepted on its word stay accepted: what counted was that day.
///
/// # Errors
/// [`Refusal::RootNotTrusted`].
pub fn untrust_root(known: &[CertificateRecord], fingerprint: Digest) -> Result<Vec<Event>, Refusal> {
    if known.iter().all(|root| root.fingerprint != fingerprint) {
        return Err(Refusal::RootNotTrusted { fingerprint });
    }
    Ok(vec![Event::RootUntrusted(RootUntrusted { fingerprint })])
}
