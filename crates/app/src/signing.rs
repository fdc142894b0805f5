//! Keys, signing, checking, accepting: `seal` says what a file is, the ledger says whether it is ours.

mod accept;
mod check;
mod keys;
mod open;

pub(crate) use accept::intact_signatures;
pub use accept::{
    AcceptPaper, AcceptReport, AcceptedView, ApprovePaper, accept, accept_paper, approve_paper,
};
pub use check::{CheckReport, CheckView, SignatureView, check};
pub(crate) use check::{Found, find, signature_views};
pub(crate) use keys::read_certificates;
pub use keys::{ExportCertificate, NewKey, SignReport, SignedView, export_certificate, new_key, sign};
pub use open::{OpenReport, OpenedView, open_report};

use crate::error::AppError;
use crate::organisation::CertificateView;
use domain::kernel::Digest;
use domain::organisation::CertificateRecord;
use domain::personal::Subject;
use ledger::Tx;
use ledger::rusqlite::Connection;
use seal::{Certificate, Trust};
use serde_json::{Value, json};

/// Largest PDF, key or certificate file that is read, in bytes.
pub(crate) const LARGEST_PDF: u64 = seal::MAX_FILE_BYTES as u64;

/// Keeps a certificate, in which a person may be named, beside the journal; answers what an event holds of it.
pub(crate) fn keep(tx: &Tx<'_>, certificate: &Certificate) -> Result<CertificateRecord, AppError> {
    let fingerprint = Digest::of(&[certificate.to_der()]);
    let fields = json!({ "subject": certificate.subject(), "pem": certificate.to_pem() });
    let fields = fields.as_object().cloned().unwrap_or_default();
    Ok(CertificateRecord {
        fingerprint,
        not_before: certificate.not_before(),
        not_after: certificate.not_after(),
        key: Digest::of(&[&certificate.public_key_der()]),
        holder: tx.put_personal(&Subject::Certificate(fingerprint).to_string(), &fields)?,
    })
}

/// A field kept of a certificate; `None` where it was erased.
fn kept(conn: &Connection, record: &CertificateRecord, field: &str) -> Result<Option<String>, AppError> {
    let subject = Subject::Certificate(record.fingerprint).to_string();
    let fields = ledger::personal_at(conn, &subject, &record.holder)?;
    Ok(fields.as_ref().and_then(|f| f.get(field)).and_then(Value::as_str).map(str::to_owned))
}

/// Subject of a registered certificate; `None` where it was erased.
pub(crate) fn subject(conn: &Connection, record: &CertificateRecord) -> Result<Option<String>, AppError> {
    kept(conn, record, "subject")
}

/// A certificate just read, as lists show it.
pub(crate) fn view(certificate: &Certificate) -> CertificateView {
    CertificateView {
        subject: certificate.subject(),
        fingerprint: certificate.fingerprint(),
        not_before: crate::clock::local_text(certificate.not_before()),
        not_after: crate::clock::local_text(certificate.not_after()),
        path: None,
    }
}

fn certificate(conn: &Connection, record: &CertificateRecord) -> Result<Option<Certificate>, AppError> {
    let Some(pem) = kept(conn, record, "pem")? else { return Ok(None) };
    let found = Certificate::parse(pem.as_bytes())
        .map_err(|error| AppError::seal(&record.fingerprint.to_string(), &error))?;
    Ok(found.into_iter().next())
}

/// Whose word the open ledger takes, with further roots beside it.
fn trust(app: &crate::session::App, more: Vec<Certificate>) -> Result<Trust, AppError> {
    let mut trust = Trust { roots: more, registered: Vec::new() };
    if app.ledger.is_some() {
        let conn = app.conn()?;
        for root in ledger::organisation::query::roots(conn)? {
            trust.roots.extend(certificate(conn, &root)?);
        }
        for (party, record) in ledger::organisation::query::certificates(conn)? {
            trust.registered.extend(certificate(conn, &record)?.map(|c| (party, c)));
        }
    }
    Ok(trust)
}
