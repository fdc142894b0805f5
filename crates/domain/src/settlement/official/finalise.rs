//! 编制 → 复核 → 审批 of a settlement, its return, its revisions, and the recorded decision on termination.

use crate::approval::{Step, Taken, take};
use crate::event::{
    Event, RevisionOpened, SettlementFinalised, SettlementPrepared, SettlementReturned, SettlementReviewed,
    TerminationDecided,
};
use crate::kernel::{Actor, Digest, Quarter};
use crate::refusal::Refusal;
use crate::settlement::{Settlement, settlement_figures};
use serde::{Deserialize, Serialize};

/// Where a revision of a quarter's settlement stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum RevisionState {
    /// Scores may change; nothing official.
    #[default]
    Open,
    /// 已编制.
    Prepared,
    /// 已复核.
    Reviewed,
    /// 已审定.
    Final,
    /// 双方签署后受理.
    Closed,
}

/// The newest revision of a quarter's settlement, as the ledger has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// 1, 2, …
    pub revision: u32,
    /// Where it stands.
    pub state: RevisionState,
    /// Steps taken so far.
    pub taken: Vec<Taken>,
    /// Digest of the figures that were prepared.
    pub figures: Option<Digest>,
}

impl Revision {
    /// The first revision of a quarter that nobody has begun to settle.
    #[must_use]
    pub fn first() -> Self {
        Self { revision: 1, state: RevisionState::Open, taken: Vec::new(), figures: None }
    }

    /// Whether its scores are fixed.
    #[must_use]
    pub fn is_final(&self) -> bool {
        matches!(self.state, RevisionState::Final | RevisionState::Closed)
    }
}

/// A step on the way to an official settlement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum SettlementStep {
    /// 编制.
    Prepare,
    /// 复核.
    Review,
    /// 审批, which makes it official (审定).
    Finalise,
}

fn ready(revision: &Revision, settlement: &Settlement) -> Result<Digest, Refusal> {
    let quarter = settlement.quarter;
    if revision.is_final() {
        return Err(Refusal::QuarterFinal { quarter });
    }
    if !settlement.blockers.is_empty() {
        return Err(Refusal::QuarterBlocked { quarter, blockers: settlement.blockers.clone() });
    }
    Ok(Digest::of(&[settlement_figures(settlement, revision.revision).as_bytes()]))
}

fn unchanged(revision: &Revision, settlement: &Settlement) -> Result<Digest, Refusal> {
    let figures = ready(revision, settlement)?;
    if revision.figures.is_some_and(|prepared| prepared != figures) {
        return Err(Refusal::FiguresChanged { quarter: settlement.quarter });
    }
    Ok(figures)
}

/// 编制: fixes the figures that will be reviewed. Preparing the same figures again by the same person does nothing.
pub fn prepare(revision: &Revision, settlement: &Settlement, actor: &Actor) -> Result<Vec<Event>, Refusal> {
    let figures = ready(revision, settlement)?;
    if revision.figures == Some(figures) && revision.taken.iter().any(|t| t.account == actor.account) {
        return Ok(Vec::new());
    }
    Ok(vec![Event::SettlementPrepared(SettlementPrepared {
        quarter: settlement.quarter,
        revision: revision.revision,
        figures,
    })])
}

/// 复核: a second person finds the prepared figures right.
pub fn review(
    revision: &Revision,
    settlement: &Settlement,
    actor: &Actor,
    two_person: bool,
) -> Result<Vec<Event>, Refusal> {
    let figures = unchanged(revision, settlement)?;
    take(&revision.taken, Step::Review, actor, two_person)?;
    Ok(vec![Event::SettlementReviewed(SettlementReviewed {
        quarter: settlement.quarter,
        revision: revision.revision,
        figures,
    })])
}

/// 审批: makes it official. With two-person work off, the missing steps are taken by the same person.
pub fn finalise(
    revision: &Revision,
    settlement: &Settlement,
    actor: &Actor,
    two_person: bool,
) -> Result<Vec<Event>, Refusal> {
    let mut events = Vec::new();
    let mut taken = revision.taken.clone();
    if two_person {
        unchanged(revision, settlement)?;
    } else {
        let own = |step| Taken { step, account: actor.account.clone() };
        let stale = revision.figures.is_some_and(|f| ready(revision, settlement).is_ok_and(|now| now != f));
        if stale || !taken.iter().any(|t| t.step == Step::Prepare) {
            events.extend(prepare(&Revision { figures: None, ..revision.clone() }, settlement, actor)?);
            taken = vec![own(Step::Prepare)];
        }
        if !taken.iter().any(|t| t.step == Step::Review) {
            let figures = ready(revision, settlement)?;
            events.push(Event::SettlementReviewed(SettlementReviewed {
                quarter: settlement.quarter,
                revision: revision.revision,
                figures,
            }));
            taken.push(own(Step::Review));
        }
    }
    take(&taken, Step::Approve, actor, two_person)?;
    let figures = ready(revision, settlement)?;
    events.push(Event::SettlementFinalised(SettlementFinalised {
        revision: revision.revision,
        figures,
        settlement: settlement.clone(),
    }));
    Ok(events)
}

/// 退回修改 of a prepared or reviewed settlement.
pub fn return_settlement(revision: &Revision, quarter: Quarter, reason: &str) -> Result<Vec<Event>, Refusal> {
    if reason.trim().is_empty() {
        return Err(Refusal::ReasonNeeded);
    }
    if !matches!(revision.state, RevisionState::Prepared | RevisionState::Reviewed) {
        return Err(Refusal::NothingToReturn { quarter });
    }
    Ok(vec![Event::SettlementReturned(SettlementReturned {
        quarter,
        revision: revision.revision,
        reason: reason.trim().to_owned(),
    })])
}

/// Opens a new revision of a final quarter; the earlier one stays readable.
pub fn open_revision(revision: &Revision, quarter: Quarter, reason: &str) -> Result<Vec<Event>, Refusal> {
    if reason.trim().is_empty() {
        return Err(Refusal::ReasonNeeded);
    }
    if !revision.is_final() {
        return Err(Refusal::QuarterNotFinal { quarter });
    }
    Ok(vec![Event::RevisionOpened(RevisionOpened {
        quarter,
        revision: revision.revision + 1,
        reason: reason.trim().to_owned(),
    })])
}

/// Records what the client decided about the right to end the contract (§7.3): never automatic.
pub fn decide_termination(
    right: bool,
    decided: bool,
    quarter: Quarter,
    exercise: bool,
    reason: &str,
) -> Result<Vec<Event>, Refusal> {
    if !right {
        return Err(Refusal::NoTerminationRight { quarter });
    }
    if decided {
        return Err(Refusal::TerminationDecided { quarter });
    }
    if reason.trim().is_empty() {
        return Err(Refusal::ReasonNeeded);
    }
    Ok(vec![Event::TerminationDecided(TerminationDecided {
        quarter,
        exercise,
        reason: reason.trim().to_owned(),
    })])
}
