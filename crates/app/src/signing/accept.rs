//! Accepting a countersigned report, digitally or on paper; the quarter is closed.

use super::check::{Found, find};
use crate::api::Act;
use crate::error::AppError;
use crate::exchange::open_file;
use crate::organisation::word;
use crate::parse;
use crate::personal::keep_name;
use crate::rights::Target;
use crate::session::App;
use domain::kernel::{Digest, Quarter, UnitCode};
use domain::organisation::Party;
use domain::personal::Subject;
use domain::settlement::official::Revision;
use domain::signing::{AcceptFacts, PaperSeal, ReportSubject, Signature, SignatureFound, report_no};
use ledger::rusqlite::Connection;
use ledger::settlement::query;
use report::{ReportFacts, ReportKind};
use seal::Verdict;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// Accepts a fully countersigned report.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct AcceptReport {
    /// The PDF.
    pub path: String,
}

/// Records a report that was signed and stamped on paper.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct AcceptPaper {
    /// The scan.
    pub path: String,
    /// 季度; found by the report's number where absent.
    pub quarter: Option<String>,
    /// 报告编号.
    pub report_no: String,
    /// Its revision.
    pub revision: u32,
    /// Who signed.
    pub signers: String,
    /// 用印审批号.
    pub seal_approval: String,
    /// Kind of seal.
    pub seal_kind: Option<String>,
}

/// The second person's agreement to a paper signature.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ApprovePaper {
    /// 季度.
    pub quarter: String,
}

/// What was accepted.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct AcceptedView {
    /// 季度.
    pub quarter: String,
    /// Revision.
    pub revision: u32,
    /// `closed`, `awaitingSecondPerson` or `confirmed` (a unit's sheet).
    pub outcome: String,
    /// Whether every signer's certificate led to a trusted root; `null`: 证书未验证.
    pub trusted: Option<bool>,
}

fn signatures(found: &Found) -> Vec<Signature> {
    let signed = found.inspection.signatures.iter();
    signed
        .filter_map(|s| {
            let found = SignatureFound {
                party: s.party?,
                fingerprint: Digest::parse(&s.fingerprint)?,
                key: Digest::of(&[&s.certificate.as_ref()?.public_key_der()]),
                signed_at: s.signed_at.map(|at| at.to_rfc3339()),
                trusted: s.trusted,
                registered: s.registered,
            };
            Some(Signature { signer: s.signer.clone(), found })
        })
        .collect()
}

/// The parties' intact signatures, as the journal keeps them.
pub(crate) fn intact_signatures(found: &Found) -> Vec<SignatureFound> {
    let intact = |fingerprint: &Digest| {
        let mut by = found.inspection.signatures.iter();
        let signed = |s: &&seal::SignatureReport| Digest::parse(&s.fingerprint).as_ref() == Some(fingerprint);
        // One that is not intact speaks against all of the same certificate.
        by.clone().any(|s| signed(&s)) && by.all(|s| !signed(&s) || s.intact)
    };
    signatures(found).into_iter().map(|s| s.found).filter(|s| intact(&s.fingerprint)).collect()
}

fn facts(
    conn: &Connection,
    quarter: Quarter,
    matches: bool,
    two_person: bool,
) -> Result<AcceptFacts, AppError> {
    let revision: Revision = query::newest_revision(conn, quarter)?;
    let registered = ledger::organisation::query::certificates(conn)?;
    let pending = ledger::signing::query::acceptances(conn, quarter)?
        .into_iter()
        .filter(|a| a.revision == revision.revision && a.approved_by.is_none())
        .find_map(|a| Some((a.account, a.paper?)));
    Ok(AcceptFacts {
        pending,
        report_no: report_no(quarter, &ReportSubject::Settlement, revision.revision),
        revision,
        figures_match: matches,
        registered: Party::BOTH.into_iter().filter(|p| registered.iter().any(|(r, _)| r == p)).collect(),
        roots_set: !ledger::organisation::query::roots(conn)?.is_empty(),
        two_person,
    })
}

/// `acceptReport`.
pub fn accept(app: &mut App, request: AcceptReport) -> Result<AcceptedView, AppError> {
    let found = find(app, &request.path, &[])?;
    if found.inspection.verdict != Verdict::Countersigned {
        return Err(AppError::refused(
            "notCountersigned",
            json!({ "path": request.path, "verdict": word(&found.inspection.verdict) }),
        ));
    }
    let Some(facts_found) = found.facts.clone() else {
        return Err(AppError::refused("notAReport", json!({ "path": request.path })));
    };
    let signed = signatures(&found);
    let trusted =
        signed.iter().map(|s| s.found.trusted).collect::<Option<Vec<_>>>().map(|t| t.into_iter().all(|t| t));
    match facts_found.kind {
        ReportKind::SettlementReport => {
            app.require(Act::AcceptReport, &Target::Province)?;
            if app.signed_in()?.role == domain::kernel::Role::ProviderRepresentative {
                return Err(AppError::refused(
                    "noRight",
                    json!({ "act": "acceptReport", "role": "providerRepresentative" }),
                ));
            }
            let quarter = parse::quarter(&facts_found.quarter)?;
            let two_person = app.installation()?.two_person;
            let matches = found.matches_ledger == Some(true);
            let (revision, _) = app.act(|tx, _| {
                let stored = tx.put_blob(found.bytes.as_slice())?;
                let mut facts = facts(tx.conn(), quarter, matches, two_person)?;
                facts.figures_match &= facts.revision.revision == facts_found.revision;
                let events = domain::signing::accept_report(&facts, quarter, stored.digest, &signed)?;
                Ok((events, facts.revision.revision))
            })?;
            Ok(AcceptedView { quarter: quarter.to_string(), revision, outcome: "closed".to_owned(), trusted })
        }
        ReportKind::ConfirmationSheet => {
            confirm_by_sheet(app, &request.path, &found, &facts_found, &signed, trusted)
        }
        _ => Err(AppError::refused("notAReport", json!({ "path": request.path }))),
    }
}

/// A countersigned unit sheet records both parties' confirmations.
fn confirm_by_sheet(
    app: &mut App,
    path: &str,
    found: &Found,
    sheet: &ReportFacts,
    signed: &[Signature],
    trusted: Option<bool>,
) -> Result<AcceptedView, AppError> {
    let quarter = parse::quarter(&sheet.quarter)?;
    let name = &sheet.unit;
    let units = ledger::organisation::query::units(app.conn()?)?;
    let unit: UnitCode = match units.values().find(|u| u.code.as_str() == name || u.name == *name) {
        Some(unit) => unit.code.clone(),
        None => return Err(AppError::refused("notAReport", json!({ "path": path }))),
    };
    app.require_unit(Act::AcceptReport, &unit)?;
    if found.matches_ledger != Some(true) {
        return Err(domain::Refusal::ReportNotOfLedger { quarter }.into());
    }
    let accept = facts(app.conn()?, quarter, true, false)?;
    domain::signing::check_signatures(&accept.registered, accept.roots_set, signed)?;
    let this_month = app.this_month()?;
    app.act(|tx, _| {
        let stored = tx.put_blob(found.bytes.as_slice())?;
        let mut events = Vec::new();
        for party in Party::BOTH {
            let mut facts = crate::settlement::confirm_facts(tx.conn(), &unit, quarter, this_month)?;
            facts.signed = Some(sheet.figures.clone());
            events.extend(domain::settlement::official::confirm_unit(
                &facts,
                quarter,
                party,
                false,
                Some(stored.digest),
            )?);
        }
        Ok((events, ()))
    })?;
    let (quarter, revision) = (quarter.to_string(), sheet.revision);
    Ok(AcceptedView { quarter, revision, outcome: "confirmed".to_owned(), trusted })
}

/// `acceptPaper`.
pub fn accept_paper(app: &mut App, request: AcceptPaper) -> Result<AcceptedView, AppError> {
    let quarter = match &request.quarter {
        Some(text) => parse::quarter(text)?,
        // HQ-2026Q3-JS-R1
        None => parse::quarter(request.report_no.split('-').nth(1).unwrap_or_default())?,
    };
    let two_person = app.installation()?.two_person;
    let scan = open_file(&request.path)?;
    let paper = PaperSeal {
        report_no: request.report_no,
        revision: request.revision,
        seal_approval: request.seal_approval,
        seal_kind: request.seal_kind,
    };
    app.decide(|tx, _| {
        let stored = tx.put_blob(scan)?;
        let facts = facts(tx.conn(), quarter, true, two_person)?;
        let subject = Subject::PaperSigners(quarter, facts.revision.revision);
        let signers = keep_name(tx, &subject, &request.signers)?;
        Ok(domain::signing::record_paper(&facts, quarter, stored.digest, signers, paper)?)
    })?;
    Ok(AcceptedView {
        quarter: quarter.to_string(),
        revision: request.revision,
        outcome: if two_person { "awaitingSecondPerson" } else { "closed" }.to_owned(),
        trusted: None,
    })
}

/// `approvePaper`.
pub fn approve_paper(app: &mut App, request: ApprovePaper) -> Result<AcceptedView, AppError> {
    let quarter = parse::quarter(&request.quarter)?;
    let two_person = app.installation()?.two_person;
    let (revision, _) = app.act(|tx, actor| {
        let facts = facts(tx.conn(), quarter, true, two_person)?;
        let events = domain::signing::approve_paper(&facts, quarter, actor)?;
        Ok((events, facts.revision.revision))
    })?;
    Ok(AcceptedView { quarter: quarter.to_string(), revision, outcome: "closed".to_owned(), trusted: None })
}
