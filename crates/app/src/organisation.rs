//! Units, parties with their certificates, the rule book.

use crate::error::AppError;
use crate::personal::{keep_name, name_at};
use crate::session::{App, Receipt};
use chrono::{DateTime, Utc};
use domain::Event;
use domain::kernel::UnitCode;
use domain::organisation::{CertificateRecord, Party, PartyRecord};
use domain::personal::Subject;
use ledger::Tx;
use ledger::organisation;
use seal::Certificate;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

macro_rules! empty_request {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
        #[ts(export_to = "bindings.ts")]
        pub struct $name {}
    };
}

empty_request!(
    /// Lists the units that the account may see.
    Units
);
empty_request!(
    /// Lists both parties with their certificates.
    Parties
);

/// A unit.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct UnitView {
    /// 单位代码.
    pub code: String,
    /// 单位名称.
    pub name: String,
    /// `provincial` or `city`.
    pub group: String,
    /// 负责人.
    pub manager: Option<String>,
}

/// A certificate.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct CertificateView {
    /// Subject.
    pub subject: String,
    /// SHA-256.
    pub fingerprint: String,
    /// First moment of validity, local time.
    pub not_before: String,
    /// Last moment of validity, local time.
    pub not_after: String,
    /// Where a file was written.
    pub path: Option<String>,
}

/// A party with its certificates.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct PartyView {
    /// `client` or `provider`.
    pub party: String,
    /// Full name; empty where not recorded.
    pub name: String,
    /// Short name.
    pub alias: Option<String>,
    /// 授权代表.
    pub representative: Option<String>,
    /// 职务.
    pub post: Option<String>,
    /// Registered certificates.
    pub certificates: Vec<CertificateView>,
}

/// Records a party's name and signatory.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct RegisterParty {
    /// `client` or `provider`.
    pub party: String,
    /// Full name.
    pub name: String,
    /// Short name.
    pub alias: Option<String>,
    /// 授权代表.
    pub representative: Option<String>,
    /// 职务.
    pub post: Option<String>,
    /// A PEM or DER file of a certificate to register with it, in the same act.
    #[serde(default)]
    pub certificate: Option<String>,
}

/// Registers a party's certificate from a PEM or DER file.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct RegisterCertificate {
    /// `client` or `provider`.
    pub party: String,
    /// The file.
    pub path: String,
}

/// Whether the signed-in account sees that unit.
pub(crate) fn sees(app: &App, unit: &UnitCode) -> Result<bool, AppError> {
    let actor = app.signed_in()?;
    Ok(!actor.role.of_unit() || actor.unit.as_ref() == Some(unit))
}

/// `units`.
pub fn units(app: &mut App, _: Units) -> Result<Vec<UnitView>, AppError> {
    let mut seen = Vec::new();
    let mut managers = crate::personal::managers(app.conn()?)?;
    for unit in organisation::query::units(app.conn()?)?.into_values() {
        if sees(app, &unit.code)? {
            seen.push(UnitView {
                manager: managers.remove(&unit.code),
                code: unit.code.to_string(),
                name: unit.name,
                group: word(&unit.group),
            });
        }
    }
    Ok(seen)
}

/// The word that serde writes for a unit variant.
pub(crate) fn word(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

/// Reads `client` or `provider`.
pub(crate) fn parse_party(text: &str) -> Result<Party, AppError> {
    serde_json::from_value(json!(text)).map_err(|_| AppError::refused("badParty", json!({ "value": text })))
}

/// A certificate as lists show it; without its subject where that was erased.
pub(crate) fn certificate_view(record: &CertificateRecord, subject: Option<String>) -> CertificateView {
    CertificateView {
        subject: subject.unwrap_or_default(),
        fingerprint: record.fingerprint.to_string(),
        not_before: crate::clock::local_text(record.not_before),
        not_after: crate::clock::local_text(record.not_after),
        path: None,
    }
}

/// `parties`.
pub fn parties(app: &mut App, _: Parties) -> Result<Vec<PartyView>, AppError> {
    let conn = app.conn()?;
    let known = organisation::query::parties(conn)?;
    let certificates = organisation::query::certificates(conn)?;
    let mut views = Vec::new();
    for party in Party::BOTH {
        let record = known.iter().find(|r| r.party == party);
        let representative = record.and_then(|r| r.representative);
        let mut own = Vec::new();
        for (_, certificate) in certificates.iter().filter(|(p, _)| *p == party) {
            own.push(certificate_view(certificate, crate::signing::subject(conn, certificate)?));
        }
        views.push(PartyView {
            party: party.code().to_owned(),
            name: record.map(|r| r.name.clone()).unwrap_or_default(),
            alias: record.and_then(|r| r.alias.clone()),
            representative: name_at(conn, &Subject::Representative(party), representative.as_ref())?,
            post: record.and_then(|r| r.post.clone()),
            certificates: own,
        });
    }
    Ok(views)
}

/// `registerParty`.
pub fn register_party(app: &mut App, request: RegisterParty) -> Result<Receipt, AppError> {
    let filled = |text: Option<String>| text.map(|t| t.trim().to_owned()).filter(|t| !t.is_empty());
    let party = parse_party(&request.party)?;
    let certificate = request.certificate.as_deref().map(first_certificate).transpose()?;
    let now = app.now()?;
    app.decide(|tx, _| {
        let representative = request.representative.unwrap_or_default();
        let record = PartyRecord {
            party,
            name: request.name.trim().to_owned(),
            alias: filled(request.alias),
            representative: keep_name(tx, &Subject::Representative(party), &representative)?,
            post: filled(request.post),
        };
        let known = organisation::query::parties(tx.conn())?;
        let mut events = domain::organisation::register_party(&known, record)?;
        if let Some(certificate) = certificate {
            events.extend(registering(tx, party, &certificate, now)?);
        }
        Ok(events)
    })
}

/// `registerCertificate`.
pub fn register_certificate(
    app: &mut App,
    request: RegisterCertificate,
) -> Result<CertificateView, AppError> {
    let party = parse_party(&request.party)?;
    let certificate = first_certificate(&request.path)?;
    let now = app.now()?;
    app.decide(|tx, _| registering(tx, party, &certificate, now))?;
    Ok(crate::signing::view(&certificate))
}

fn first_certificate(path: &str) -> Result<Certificate, AppError> {
    Ok(crate::signing::read_certificates(path)?.swap_remove(0))
}

fn registering(
    tx: &Tx<'_>,
    party: Party,
    certificate: &Certificate,
    now: DateTime<Utc>,
) -> Result<Vec<Event>, AppError> {
    let known = organisation::query::certificates(tx.conn())?;
    let record = crate::signing::keep(tx, certificate)?;
    Ok(domain::organisation::register_certificate(&known, party, record, now)?)
}
