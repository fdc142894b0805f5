//! Roots whose word is taken for a signer's certificate.

use crate::error::AppError;
use crate::organisation::{CertificateView, certificate_view};
use crate::session::{App, Receipt};
use domain::kernel::Digest;
use ledger::organisation::query;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// Lists the trusted roots.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct TrustedRoots {}

/// Trusts the roots in a PEM or DER file from now on.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct TrustRoot {
    /// The file.
    pub path: String,
}

/// Takes back the trust in a root.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct UntrustRoot {
    /// Which, by its fingerprint.
    pub fingerprint: String,
}

/// `trustedRoots`: in the order in which they were trusted.
pub fn trusted(app: &mut App, _: TrustedRoots) -> Result<Vec<CertificateView>, AppError> {
    let conn = app.conn()?;
    query::roots(conn)?
        .iter()
        .map(|root| Ok(certificate_view(root, crate::signing::subject(conn, root)?)))
        .collect()
}

/// `trustRoot`.
pub fn trust(app: &mut App, request: TrustRoot) -> Result<Vec<CertificateView>, AppError> {
    let certificates = crate::signing::read_certificates(&request.path)?;
    app.decide(|tx, _| {
        let known = query::roots(tx.conn())?;
        let mut events = Vec::new();
        for certificate in &certificates {
            events.extend(domain::organisation::trust_root(&known, crate::signing::keep(tx, certificate)?));
        }
        Ok(events)
    })?;
    Ok(certificates.iter().map(crate::signing::view).collect())
}

/// `untrustRoot`.
pub fn untrust(app: &mut App, request: UntrustRoot) -> Result<Receipt, AppError> {
    let text = request.fingerprint.trim();
    let fingerprint = Digest::parse(text)
        .ok_or_else(|| AppError::refused("rootNotTrusted", json!({ "fingerprint": text })))?;
    app.decide(|tx, _| Ok(domain::organisation::untrust_root(&query::roots(tx.conn())?, fingerprint)?))
}
