//! What a PDF is: intact or not, signed by whom, ours or not. Always the truth, never an error for a bad file.

use super::{LARGEST_PDF, trust};
use crate::error::AppError;
use crate::exchange::read_file;
use crate::organisation::word;
use crate::session::App;
use crate::settlement::standing;
use crate::slip::{SheetView, SlipView, sheet_view, slip_of, slip_view};
use domain::kernel::{Digest, Quarter};
use domain::settlement::{check_code, confirmation_figures, settlement_figures, unit_result};
use ledger::settlement::{facts, query};
use report::{ReportFacts, ReportKind};
use seal::{Certificate, Inspection, SignatureReport, Verdict};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Checks a PDF, with or without a ledger.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct CheckReport {
    /// The PDF.
    pub path: String,
    /// Files of further roots to trust for this check.
    #[serde(default)]
    pub trust: Vec<String>,
}

/// One signature.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct SignatureView {
    /// `client`, `provider`, or `null` for a field of neither.
    pub party: Option<String>,
    /// Subject of the certificate.
    pub signer: String,
    /// By the signer's own word, RFC 3339.
    pub signed_at: Option<String>,
    /// By an authority's word: always `null`, time stamps are not read.
    pub timestamp: Option<String>,
    /// Covers its whole revision.
    pub covers_whole_revision: bool,
    /// The covered bytes are those that were signed.
    pub intact: bool,
    /// Leads to a trusted root; `null` where none is set.
    pub trusted: Option<bool>,
    /// Had expired at the time of the check.
    pub certificate_expired: bool,
    /// Signed before the certificate's first day.
    pub signed_before_valid: bool,
    /// Signed after the certificate's last day.
    pub signed_after_expiry: bool,
    /// Is the party's registered certificate; `null` where it has none.
    pub registered: Option<bool>,
    /// An algorithm that this program cannot judge.
    pub unverifiable: Option<String>,
    /// Why it is not intact.
    pub problem: Option<String>,
    /// Name, post, reason, place, as the signature says.
    pub name: Option<String>,
    /// 职务.
    pub post: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// Where.
    pub location: Option<String>,
    /// SHA-256 of the certificate.
    pub fingerprint: String,
}

/// What the file is.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct CheckView {
    /// The file.
    pub file: String,
    /// Pages; 0 where it cannot be read.
    #[ts(type = "number")]
    pub pages: usize,
    /// Its signatures, in order.
    pub signatures: Vec<SignatureView>,
    /// `none`, `signatureOnly` or `other`.
    pub changed_after_signing: String,
    /// What was changed or added besides signatures, as `kind` or `kind:page`.
    pub changes: Vec<String>,
    /// `unsigned`, `signedByOne`, `countersigned`, `altered`, `unverifiable` or `invalid`.
    pub verdict: String,
    /// One key signed for both parties.
    pub same_key_twice: bool,
    /// Whether its figures are the ledger's; `null` where there is no ledger or it lacks the quarter.
    pub matches_ledger: Option<bool>,
    /// `inChain`, `missing` or `notThisLedger`; `null` without a ledger or where the file names none.
    pub journal_head: Option<String>,
    /// 报告编号.
    pub report_no: Option<String>,
    /// Its revision.
    pub revision: Option<u32>,
    /// 季度.
    pub quarter: Option<String>,
    /// 校验码.
    pub check_code: Option<String>,
    /// Whether it is formal (not 草稿).
    pub formal: Option<bool>,
    /// Which document of ours it is: `settlementReport`, `confirmationSheet`, `feeStatement`, `rankingNotice`,
    /// `monthSheet`, `objectionSlip`, `arrivalLetter`, `securityAgreement`, `safetyPledge`, `replacementRequest`, `personnelRegister`,
    /// `certificationResult`, `levelCertificate`.
    pub kind: Option<String>,
    /// Name of the unit that it is about or that made it.
    pub unit: Option<String>,
    /// A confirmation sheet's people.
    pub sheet: Option<SheetView>,
    /// What an 异议单 says.
    pub slip: Option<SlipView>,
}

impl CheckView {
    /// Whether nothing speaks against the file: `check` exits 0.
    #[must_use]
    pub fn sound(&self) -> bool {
        matches!(self.verdict.as_str(), "unsigned" | "signedByOne" | "countersigned")
    }
}

/// What was found in a file, for `check`, `accept`, and slips.
pub(crate) struct Found {
    pub bytes: Vec<u8>,
    pub inspection: Inspection,
    pub facts: Option<ReportFacts>,
    /// Whether the last revision still says what the first one did; also where there are no facts.
    pub same_facts: bool,
    pub matches_ledger: Option<bool>,
    pub journal_head: Option<&'static str>,
}

pub(crate) fn find(app: &App, path: &str, roots: &[String]) -> Result<Found, AppError> {
    let bytes = read_file(path, LARGEST_PDF)?;
    let mut more = Vec::new();
    for root in roots {
        more.extend(Certificate::parse(&read_file(root, 1 << 20)?).map_err(|e| AppError::seal(root, &e))?);
    }
    let inspection = seal::inspect(&bytes, &trust(app, more)?, app.now()?)
        .map_err(|error| AppError::seal(path, &error))?;
    let readable = inspection.verdict != Verdict::Invalid;
    // Facts of the first revision: what was printed before anybody signed.
    let found = if readable { report::read_facts(&bytes).ok() } else { None };
    let same_facts = found.as_ref().is_none_or(|f| f.original == f.current);
    let facts = found.map(|f| f.original);
    let (mut matches_ledger, mut journal_head) = (None, None);
    if let (Some(facts), true) = (&facts, app.ledger.is_some()) {
        matches_ledger = matches(app, facts, &bytes, inspection.base_len)?.map(|m| m && same_facts);
        journal_head = Some(head(app, facts)?);
    }
    Ok(Found { bytes, inspection, facts, same_facts, matches_ledger, journal_head })
}

/// Whether the figures are the ledger's: the file's first revision is one that this ledger gave out, or its figures,
/// and the check code over them, are what the ledger itself works out.
fn matches(
    app: &App,
    found: &ReportFacts,
    bytes: &[u8],
    base_len: Option<usize>,
) -> Result<Option<bool>, AppError> {
    let Ok(quarter) = Quarter::parse(&found.quarter) else { return Ok(None) };
    let conn = app.conn()?;
    let base = base_len.and_then(|len| bytes.get(..len)).map(|base| Digest::of(&[base]));
    let given_out = ledger::signing::query::issued(conn, quarter)?
        .iter()
        .any(|issued| Some(issued.file) == base && issued.revision == found.revision);
    let expected = match found.kind {
        ReportKind::SettlementReport | ReportKind::FeeStatement => {
            let revisions = query::revisions(conn, quarter)?;
            let official = revisions.iter().find(|r| r.revision == found.revision);
            match official.and_then(|r| r.settlement.as_ref()) {
                Some(settlement) => settlement_figures(settlement, found.revision),
                None if revisions.is_empty() && !query::quarters(conn)?.contains(&quarter) => {
                    return Ok(None);
                }
                None => return Ok(Some(false)),
            }
        }
        ReportKind::ConfirmationSheet => {
            // A sheet of a revision that was made official is held against that, whatever was corrected since. A branch
            // numbers no revisions: its sheet of the correction is held against what stands now.
            let revisions = query::revisions(conn, quarter)?;
            let official =
                revisions.into_iter().find(|r| r.revision == found.revision).and_then(|r| r.settlement);
            let mut fixed = official.iter().flat_map(|s| &s.groups).flat_map(|g| &g.units);
            let all = facts::quarter(conn, quarter, app.this_month()?, &BTreeMap::new())?;
            let Some(unit) = all.units.iter().find(|u| u.code.as_str() == found.unit || u.name == found.unit)
            else {
                return Ok(None);
            };
            if unit.months.iter().all(|m| m.people.is_empty()) {
                return Ok(None);
            }
            let fixed = fixed.find(|u| u.code == unit.code).map(|u| confirmation_figures(quarter, u));
            fixed
                .filter(|fixed| *fixed == found.figures)
                .unwrap_or_else(|| confirmation_figures(quarter, &unit_result(unit, &all.rule_set).0))
        }
        // Its own figures are nobody's; what it objects to is held against what stands now.
        ReportKind::ObjectionSlip => {
            let Some(slip) = slip_of(found) else { return Ok(Some(false)) };
            if !ledger::organisation::query::units(conn)?.contains_key(&slip.unit) {
                return Ok(None);
            }
            let (result, _) = standing(conn, &slip.unit, quarter, app.this_month()?)?;
            if result.months.iter().all(|m| m.people.is_empty()) {
                return Ok(None);
            }
            let figures = confirmation_figures(quarter, &result);
            return Ok(Some(Digest::of(&[figures.as_bytes()]) == slip.sheet.figures));
        }
        // Not given out on record and signed by nobody: nothing vouches for what its pages show.
        ReportKind::RankingNotice
        | ReportKind::MonthSheet
        | ReportKind::SignatureAppearance
        | ReportKind::ArrivalLetter
        | ReportKind::SecurityAgreement
        | ReportKind::SafetyPledge
        | ReportKind::ReplacementRequest
        | ReportKind::PersonnelRegister
        | ReportKind::CertificationResult
        | ReportKind::LevelCertificate
        | ReportKind::TicketDossier
        | ReportKind::DocumentIndex
        | ReportKind::SurveyReport
        | ReportKind::Form => return Ok(None),
    };
    let same = found.figures == expected && found.check_code == check_code(&expected);
    // A file of this very installation must be one that it gave out: right figures in the hidden part are no proof of
    // what the pages show.
    let ours = found.origin == app.ledger()?.origin().as_str();
    Ok(Some(same && (given_out || !ours)))
}

fn head(app: &App, facts: &ReportFacts) -> Result<&'static str, AppError> {
    let ledger = app.ledger()?;
    let known = ledger.origin().as_str() == facts.origin
        || ledger.former_origins()?.iter().any(|f| f.origin.as_str() == facts.origin);
    let found = match Digest::parse(&facts.journal_head) {
        Some(hash) => ledger.find_hash(&hash)?.is_some(),
        None => false,
    };
    Ok(match (found, known) {
        (true, _) => "inChain",
        (false, true) => "missing",
        (false, false) => "notThisLedger",
    })
}

fn signature(s: &SignatureReport) -> SignatureView {
    SignatureView {
        party: s.party.map(|p| p.code().to_owned()),
        signer: s.signer.clone(),
        signed_at: s.signed_at.map(|at| at.to_rfc3339()),
        timestamp: s.timestamp.map(|at| at.to_rfc3339()),
        covers_whole_revision: s.covers_whole_revision,
        intact: s.intact,
        trusted: s.trusted,
        certificate_expired: s.certificate_expired,
        signed_before_valid: s.signed_before_valid,
        signed_after_expiry: s.signed_after_expiry,
        registered: s.registered,
        unverifiable: s.unverifiable.as_ref().map(|u| match u {
            seal::Unverifiable::Guomi { .. } => "guomi".to_owned(),
            seal::Unverifiable::UnknownAlgorithm { algorithm } => algorithm.clone(),
        }),
        problem: s.problem.map(|p| word(&p)),
        name: s.name.clone(),
        post: s.post.clone(),
        reason: s.reason.clone(),
        location: s.location.clone(),
        fingerprint: s.fingerprint.clone(),
    }
}

/// A file's signatures, as they cross the border.
pub(crate) fn signature_views(found: &Found) -> Vec<SignatureView> {
    found.inspection.signatures.iter().map(signature).collect()
}

fn kind(kind: ReportKind) -> &'static str {
    match kind {
        ReportKind::ConfirmationSheet => "confirmationSheet",
        ReportKind::SettlementReport => "settlementReport",
        ReportKind::FeeStatement => "feeStatement",
        ReportKind::RankingNotice => "rankingNotice",
        ReportKind::MonthSheet => "monthSheet",
        ReportKind::ObjectionSlip => "objectionSlip",
        ReportKind::SignatureAppearance => "signatureAppearance",
        ReportKind::ArrivalLetter => "arrivalLetter",
        ReportKind::SecurityAgreement => "securityAgreement",
        ReportKind::SafetyPledge => "safetyPledge",
        ReportKind::ReplacementRequest => "replacementRequest",
        ReportKind::PersonnelRegister => "personnelRegister",
        ReportKind::CertificationResult => "certificationResult",
        ReportKind::LevelCertificate => "levelCertificate",
        ReportKind::TicketDossier => "ticketDossier",
        ReportKind::DocumentIndex => "documentIndex",
        ReportKind::SurveyReport => "surveyReport",
        ReportKind::Form => "form",
    }
}

/// `checkReport`.
pub fn check(app: &mut App, request: CheckReport) -> Result<CheckView, AppError> {
    if app.ledger.is_none() && app.dir().join("ledger.sqlite3").exists() {
        app.open()?;
    }
    let found = find(app, &request.path, &request.trust)?;
    let inspection = &found.inspection;
    let changes = inspection
        .changes
        .iter()
        .map(|change| match change.page {
            Some(page) => format!("{}:{page}", word(&change.kind)),
            None => word(&change.kind),
        })
        .collect();
    let (mut sheet, mut slip) = (None, None);
    if let Some(facts) = &found.facts {
        match facts.kind {
            ReportKind::ConfirmationSheet => sheet = sheet_view(app, facts)?,
            ReportKind::ObjectionSlip => {
                slip = slip_of(facts).map(|slip| slip_view(app, facts, &slip)).transpose()?;
            }
            _ => {}
        }
    }
    Ok(CheckView {
        file: request.path,
        pages: inspection.pages,
        signatures: signature_views(&found),
        changed_after_signing: word(&inspection.changed_after_signing),
        changes,
        verdict: word(&inspection.verdict),
        same_key_twice: inspection.same_key_twice,
        matches_ledger: found.matches_ledger,
        journal_head: found.journal_head.map(str::to_owned),
        report_no: found.facts.as_ref().map(|f| f.report_no.clone()),
        revision: found.facts.as_ref().map(|f| f.revision),
        quarter: found.facts.as_ref().map(|f| f.quarter.clone()).filter(|quarter| !quarter.is_empty()),
        check_code: found.facts.as_ref().map(|f| f.check_code.clone()),
        formal: found.facts.as_ref().map(|f| f.formal),
        kind: found.facts.as_ref().map(|f| kind(f.kind).to_owned()),
        unit: found.facts.as_ref().map(|f| f.unit.clone()),
        sheet,
        slip,
    })
}
