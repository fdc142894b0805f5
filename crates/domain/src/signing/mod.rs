//! Reports that were given out, signed and accepted (catalogue SIG-07, SIG-08).

use crate::approval::{Step, second_person};
use crate::event::{Event, PaperApproved, PaperRecorded, ReportAccepted, ReportIssued};
use crate::kernel::{AccountName, Actor, Digest, Quarter, UnitCode};
use crate::organisation::Party;
use crate::refusal::Refusal;
use crate::settlement::official::{Revision, RevisionState};
use serde::{Deserialize, Serialize};

/// What a report is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
pub enum ReportSubject {
    /// 季度考核与服务费结算报告.
    Settlement,
    /// 季度考核确认单 of one unit.
    Confirmation {
        /// Which unit.
        unit: UnitCode,
    },
    /// 服务费结算单.
    FeeStatement,
}

/// One signature as the check found it when the report was accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SignatureFound {
    /// Whose field it stands in.
    pub party: Party,
    /// Subject of the certificate.
    pub signer: String,
    /// SHA-256 of the certificate.
    pub fingerprint: Digest,
    /// Time it claims, RFC 3339; `None` where it claims none.
    pub signed_at: Option<String>,
    /// Whether it chains to a trusted root; `None` where no root is set (证书未验证).
    pub trusted: Option<bool>,
    /// Whether the certificate is the party's registered one; `None` where the party has none.
    pub registered: Option<bool>,
}

/// The seal and signatures of a report that was signed on paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PaperSignatures {
    /// Number of the report that was printed.
    pub report_no: String,
    /// Its revision.
    pub revision: u32,
    /// Who signed.
    pub signers: String,
    /// 用印审批号.
    pub seal_approval: String,
    /// Kind of seal (公章, 合同专用章 …).
    pub seal_kind: Option<String>,
}

/// What accepting needs to know.
#[derive(Debug)]
pub struct AcceptFacts {
    /// The newest revision of the quarter.
    pub revision: Revision,
    /// Whether the report's figures and revision are those of that revision.
    pub figures_match: bool,
    /// Number of the report of that revision.
    pub report_no: String,
    /// Whether parties have a registered certificate.
    pub registered: Vec<Party>,
    /// Whether the user trusts any root.
    pub roots_set: bool,
    /// Whether two-person work is on.
    pub two_person: bool,
}

/// Number of a report: `HQ-2026Q3-JS-R1` (结算报告), `HQ-2026Q3-JSD-R1` (结算单), `HQ-2026Q3-CD-R1` (the sheet of the
/// unit with the code CD; a unit whose code is one of those words is written `DW-JS`, so that no number names two
/// reports).
#[must_use]
pub fn report_no(quarter: Quarter, subject: &ReportSubject, revision: u32) -> String {
    let subject = match subject {
        ReportSubject::Settlement => "JS".to_owned(),
        ReportSubject::FeeStatement => "JSD".to_owned(),
        ReportSubject::Confirmation { unit } if matches!(unit.as_str(), "JS" | "JSD") => format!("DW-{unit}"),
        ReportSubject::Confirmation { unit } => unit.to_string(),
    };
    format!("HQ-{quarter}-{subject}-R{revision}")
}

/// Records that a formal report was given out; the same bytes again do nothing.
#[must_use]
pub fn issue_report(known: &[Digest], issued: ReportIssued) -> Vec<Event> {
    if known.contains(&issued.file) { Vec::new() } else { vec![Event::ReportIssued(issued)] }
}

/// Accepts a countersigned settlement report: it must be this quarter's newest final revision, both signatures
/// intact, each by the party's registered certificate where there is one, and trusted where roots are set.
pub fn accept_report(
    facts: &AcceptFacts,
    quarter: Quarter,
    file: Digest,
    signatures: &[SignatureFound],
) -> Result<Vec<Event>, Refusal> {
    fixed(facts, quarter)?;
    if !facts.figures_match {
        return Err(Refusal::ReportNotOfLedger { quarter });
    }
    check_signatures(&facts.registered, facts.roots_set, signatures)?;
    Ok(vec![Event::ReportAccepted(ReportAccepted {
        quarter,
        revision: facts.revision.revision,
        file,
        signatures: signatures.to_vec(),
    })])
}

/// Both parties have signed, each with its own certificate: the registered one where there is one, trusted where roots
/// are set.
pub fn check_signatures(
    registered: &[Party],
    roots_set: bool,
    signatures: &[SignatureFound],
) -> Result<(), Refusal> {
    let certificate = |party| signatures.iter().find(|s| s.party == party).map(|s| s.fingerprint);
    if certificate(Party::Client).is_some() && certificate(Party::Client) == certificate(Party::Provider) {
        return Err(Refusal::CertificateOfOtherParty { party: Party::Provider });
    }
    for party in Party::BOTH {
        let Some(found) = signatures.iter().find(|s| s.party == party) else {
            return Err(Refusal::SignatureMissing { party });
        };
        if registered.contains(&party) && found.registered != Some(true) {
            return Err(Refusal::SignerNotRegistered { party, signer: found.signer.clone() });
        }
        if roots_set && found.trusted != Some(true) {
            return Err(Refusal::SignerNotTrusted { party, signer: found.signer.clone() });
        }
    }
    Ok(())
}

/// Records a report that was signed and stamped on paper; with two-person work on it awaits a second person.
pub fn record_paper(
    facts: &AcceptFacts,
    quarter: Quarter,
    scan: Digest,
    paper: PaperSignatures,
) -> Result<Vec<Event>, Refusal> {
    fixed(facts, quarter)?;
    if paper.report_no.trim() != facts.report_no || paper.revision != facts.revision.revision {
        return Err(Refusal::PaperOfOtherReport { expected: facts.report_no.clone() });
    }
    if paper.signers.trim().is_empty() || paper.seal_approval.trim().is_empty() {
        return Err(Refusal::ReasonNeeded);
    }
    let revision = facts.revision.revision;
    let mut events = vec![Event::PaperRecorded(PaperRecorded { quarter, revision, scan, paper })];
    if !facts.two_person {
        events.push(Event::PaperApproved(PaperApproved { quarter, revision }));
    }
    Ok(events)
}

/// The second person's agreement to a paper signature, which closes the quarter.
pub fn approve_paper(
    facts: &AcceptFacts,
    quarter: Quarter,
    recorded_by: Option<&AccountName>,
    actor: &Actor,
) -> Result<Vec<Event>, Refusal> {
    fixed(facts, quarter)?;
    let Some(recorded_by) = recorded_by else { return Err(Refusal::NoPaper { quarter }) };
    second_person([recorded_by].into_iter(), Step::Approve, actor, facts.two_person)?;
    Ok(vec![Event::PaperApproved(PaperApproved { quarter, revision: facts.revision.revision })])
}

fn fixed(facts: &AcceptFacts, quarter: Quarter) -> Result<(), Refusal> {
    match facts.revision.state {
        RevisionState::Final => Ok(()),
        RevisionState::Closed => Err(Refusal::QuarterClosed { quarter }),
        _ => Err(Refusal::QuarterNotFinal { quarter }),
    }
}

#[cfg(test)]
mod tests;
