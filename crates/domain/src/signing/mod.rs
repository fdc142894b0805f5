//! Reports that were given out, signed and accepted (catalogue SIG-07, SIG-08).

use crate::approval::{Step, second_person};
use crate::event::{Event, PaperApproved, PaperRecorded, ReportAccepted, ReportIssued};
use crate::kernel::{AccountName, Actor, Digest, Month, Quarter, UnitCode};
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

/// One signature of a report, with the name that the check reads in the certificate. The name is personal data: the
/// journal keeps what is [`found`](Self::found), the signed file keeps the name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Subject of the certificate.
    pub signer: String,
    /// What the check found.
    pub found: SignatureFound,
}

/// What the check found of a signature when the report was accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SignatureFound {
    /// Whose field it stands in.
    pub party: Party,
    /// SHA-256 of the certificate.
    pub fingerprint: Digest,
    /// SHA-256 of its public key.
    pub key: Digest,
    /// Time it claims, RFC 3339; `None` where it claims none.
    pub signed_at: Option<String>,
    /// Whether it chains to a trusted root; `None` where no root is set (证书未验证).
    pub trusted: Option<bool>,
    /// Whether the certificate is the party's registered one; `None` where the party has none.
    pub registered: Option<bool>,
}

/// The seal on a report that was signed on paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PaperSeal {
    /// Number of the report that was printed.
    pub report_no: String,
    /// Its revision.
    pub revision: u32,
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
    /// A paper signature of that revision that awaits a second person, with who recorded it.
    pub pending: Option<(AccountName, PaperRecorded)>,
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
        ReportSubject::Confirmation { unit } if matches!(unit.as_str(), "JS" | "JSD" | "TB") => {
            format!("DW-{unit}")
        }
        ReportSubject::Confirmation { unit } => unit.to_string(),
    };
    format!("HQ-{quarter}-{subject}-R{revision}")
}

/// Number of a quarter's ranking notice (考核通报): `HQ-2026Q3-TB-R1`.
#[must_use]
pub fn notice_no(quarter: Quarter, revision: u32) -> String {
    format!("HQ-{quarter}-TB-R{revision}")
}

/// Number of a unit's month sheet (月度考核表): `HQ-202607-CD-KH`.
#[must_use]
pub fn month_sheet_no(unit: &UnitCode, month: Month) -> String {
    format!("HQ-{}{:02}-{unit}-KH", month.year(), month.number())
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
    signatures: &[Signature],
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
        signatures: signatures.iter().map(|s| s.found.clone()).collect(),
    })])
}

/// Both parties have signed, each with its own certificate: the registered one where there is one, trusted where roots
/// are set.
pub fn check_signatures(
    registered: &[Party],
    roots_set: bool,
    signatures: &[Signature],
) -> Result<(), Refusal> {
    let key = |party| signatures.iter().find(|s| s.found.party == party).map(|s| s.found.key);
    if key(Party::Client).is_some() && key(Party::Client) == key(Party::Provider) {
        return Err(Refusal::CertificateOfOtherParty { party: Party::Provider });
    }
    for party in Party::BOTH {
        let Some(Signature { signer, found }) = signatures.iter().find(|s| s.found.party == party) else {
            return Err(Refusal::SignatureMissing { party });
        };
        if registered.contains(&party) && found.registered != Some(true) {
            return Err(Refusal::SignerNotRegistered { party, signer: signer.clone() });
        }
        if roots_set && found.trusted != Some(true) {
            return Err(Refusal::SignerNotTrusted { party, signer: signer.clone() });
        }
    }
    Ok(())
}

/// Records a report that was signed and stamped on paper; with two-person work on it awaits a second person. Until
/// then another scan replaces it; the same again does nothing. `signers`: digest of the names, `None` where nobody is
/// named.
pub fn record_paper(
    facts: &AcceptFacts,
    quarter: Quarter,
    scan: Digest,
    signers: Option<Digest>,
    paper: PaperSeal,
) -> Result<Vec<Event>, Refusal> {
    fixed(facts, quarter)?;
    if paper.report_no.trim() != facts.report_no || paper.revision != facts.revision.revision {
        return Err(Refusal::PaperOfOtherReport { expected: facts.report_no.clone() });
    }
    let Some(signers) = signers else { return Err(Refusal::ReasonNeeded) };
    if paper.seal_approval.trim().is_empty() {
        return Err(Refusal::ReasonNeeded);
    }
    let revision = facts.revision.revision;
    let recorded = PaperRecorded { quarter, revision, scan, signers, paper };
    let again = facts.pending.as_ref().is_some_and(|(_, pending)| *pending == recorded);
    let mut events = if again { Vec::new() } else { vec![Event::PaperRecorded(recorded)] };
    if !facts.two_person {
        events.push(Event::PaperApproved(PaperApproved { quarter, revision }));
    }
    Ok(events)
}

/// The second person's agreement to a paper signature, which closes the quarter.
pub fn approve_paper(facts: &AcceptFacts, quarter: Quarter, actor: &Actor) -> Result<Vec<Event>, Refusal> {
    fixed(facts, quarter)?;
    let Some((recorded_by, _)) = &facts.pending else { return Err(Refusal::NoPaper { quarter }) };
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
