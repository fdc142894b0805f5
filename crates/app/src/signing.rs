//! Keys, signing, checking, accepting: `seal` says what a file is, the ledger says whether it is ours.

mod accept;
mod check;
mod keys;

pub use accept::{
    AcceptPaper, AcceptReport, AcceptedView, ApprovePaper, accept, accept_paper, approve_paper,
};
pub use check::{CheckReport, CheckView, SignatureView, check};
pub(crate) use keys::read_certificates;
pub use keys::{ExportCertificate, NewKey, SignReport, SignedView, export_certificate, new_key, sign};

use crate::error::AppError;
use domain::organisation::{CertificateRecord, Party};
use seal::{Certificate, Trust};

/// Largest PDF, key or certificate file that is read, in bytes.
pub(crate) const LARGEST_PDF: u64 = seal::MAX_FILE_BYTES as u64;

/// `client` or `provider`.
pub(crate) fn party_code(party: seal::Party) -> &'static str {
    from_seal(party).code()
}

pub(crate) fn from_seal(party: seal::Party) -> Party {
    match party {
        seal::Party::Client => Party::Client,
        seal::Party::Provider => Party::Provider,
    }
}

pub(crate) fn to_seal(party: Party) -> seal::Party {
    match party {
        Party::Client => seal::Party::Client,
        Party::Provider => seal::Party::Provider,
    }
}

fn certificate(record: &CertificateRecord) -> Result<Certificate, AppError> {
    let mut found =
        Certificate::parse(record.pem.as_bytes()).map_err(|error| AppError::seal(&record.subject, &error))?;
    Ok(found.swap_remove(0))
}

/// Whose word the open ledger takes, with further roots beside it.
fn trust(app: &crate::session::App, more: Vec<Certificate>) -> Result<Trust, AppError> {
    let mut trust = Trust { roots: more, registered: Vec::new() };
    if app.ledger.is_some() {
        let conn = app.conn()?;
        for root in ledger::organisation::query::roots(conn)? {
            trust.roots.push(certificate(&root)?);
        }
        for (party, record) in ledger::organisation::query::certificates(conn)? {
            trust.registered.push((to_seal(party), certificate(&record)?));
        }
    }
    Ok(trust)
}
