//! Making keys, exporting certificates, signing with or without a ledger.

use super::LARGEST_PDF;
use crate::error::AppError;
use crate::exchange::{read_file, write_file};
use crate::organisation::{CertificateView, parse_party};
use crate::session::App;
use report::view::SignatureAppearance;
use seal::{Certificate, Identity, SignRequest};
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// Makes a key for a party that has no certificate.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct NewKey {
    /// `client` or `provider`.
    pub party: String,
    /// Who signs with it.
    pub name: String,
    /// Company; the party's name in the open ledger where absent.
    pub organisation: Option<String>,
    /// The file; an existing one is refused.
    pub out: String,
    /// Protects the file, at least 8 characters.
    pub password: String,
}

/// Writes the certificate of a key file, to be handed to the other party.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ExportCertificate {
    /// The key file.
    pub p12: String,
    /// Its password.
    pub password: String,
    /// The certificate file (PEM).
    pub out: String,
}

/// Signs, or countersigns what the other party signed.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct SignReport {
    /// The PDF.
    pub path: String,
    /// The key file.
    pub p12: String,
    /// Its password.
    pub password: String,
    /// `client` or `provider`.
    pub party: String,
    /// The signed file.
    pub out: String,
    /// 职务, shown in the signature.
    pub post: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// Where.
    pub location: Option<String>,
    /// Picture of a seal, PNG or JPEG.
    pub picture: Option<String>,
}

/// What was signed.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct SignedView {
    /// The signed file.
    pub path: String,
    /// `client` or `provider`.
    pub party: String,
    /// Subject of the certificate.
    pub signer: String,
    /// Local time.
    pub signed_at: String,
    /// What `check` says of the file now.
    pub verdict: String,
}

/// Years that a key made here lasts.
const KEY_YEARS: u32 = 5;

/// Certificates of a PEM or DER file, at least one.
pub(crate) fn read_certificates(path: &str) -> Result<Vec<Certificate>, AppError> {
    Certificate::parse(&read_file(path, 1 << 20)?).map_err(|error| AppError::seal(path, &error))
}

fn open_key(path: &str, password: &str) -> Result<Identity, AppError> {
    Identity::from_p12(&read_file(path, 1 << 20)?, password).map_err(|error| AppError::seal(path, &error))
}

/// `newKey`.
pub fn new_key(app: &mut App, request: NewKey) -> Result<CertificateView, AppError> {
    let party = parse_party(&request.party)?;
    if request.password.chars().count() < 8 {
        return Err(AppError::refused("passwordTooShort", json!({ "limit": 8 })));
    }
    if std::path::Path::new(&request.out).exists() {
        return Err(AppError::refused("fileExists", json!({ "path": request.out })));
    }
    let on_record = match app.ledger.is_some() {
        true => ledger::organisation::query::parties(app.conn()?)?.into_iter().find(|p| p.party == party),
        false => None,
    };
    let organisation = request.organisation.or(on_record.map(|p| p.name)).unwrap_or_default();
    let made = seal::new_key(&seal::NewKey {
        common_name: request.name.trim(),
        organisation: organisation.trim(),
        organisational_unit: "",
        // A signature a moment later must not lie before the certificate's first second.
        not_before: app.now()? - chrono::TimeDelta::minutes(5),
        years: KEY_YEARS,
        password: &request.password,
    })
    .map_err(|error| AppError::seal(&request.out, &error))?;
    let file = write_file(&request.out, &made.p12)?;
    Ok(CertificateView { path: Some(file.path), ..super::view(&made.certificate) })
}

/// `exportCertificate`.
pub fn export_certificate(_: &mut App, request: ExportCertificate) -> Result<CertificateView, AppError> {
    let identity = open_key(&request.p12, &request.password)?;
    let file = write_file(&request.out, identity.certificate().to_pem().as_bytes())?;
    Ok(CertificateView { path: Some(file.path), ..super::view(identity.certificate()) })
}

/// `signReport`. Works with or without a ledger; the key decides who signs.
pub fn sign(app: &mut App, request: SignReport) -> Result<SignedView, AppError> {
    let party = parse_party(&request.party)?;
    let pdf = read_file(&request.path, LARGEST_PDF)?;
    let identity = open_key(&request.p12, &request.password)?;
    let picture = request.picture.as_deref().map(|path| read_file(path, 8 << 20)).transpose()?;
    let signed_at = app.now()?;
    let certificate = identity.certificate();
    let (name, post) = (certificate.common_name(), request.post.unwrap_or_default());
    let appearance = report::signature_appearance(
        &SignatureAppearance {
            name: name.clone(),
            post: post.clone(),
            organisation: certificate.organisation().unwrap_or_default(),
            signed_at: signed_at.with_timezone(&crate::clock::china()),
            picture,
        },
        report::SIGNATURE_BOX,
        &app.fonts()?,
    )?;
    let (reason, location) = (request.reason.unwrap_or_default(), request.location.unwrap_or_default());
    let signed = seal::sign(
        &pdf,
        &identity,
        &SignRequest {
            party,
            signer_name: &name,
            post: &post,
            reason: &reason,
            location: &location,
            signed_at,
            appearance: Some(&appearance),
        },
    )
    .and_then(|signed| Ok((seal::inspect(&signed, &seal::Trust::default(), signed_at)?, signed)));
    let (inspection, signed) = signed.map_err(|error| AppError::seal(&request.path, &error))?;
    let file = write_file(&request.out, &signed)?;
    Ok(SignedView {
        path: file.path,
        party: party.code().to_owned(),
        signer: certificate.subject(),
        signed_at: crate::clock::local_text(signed_at),
        verdict: crate::organisation::word(&inspection.verdict),
    })
}
