//! 要求更换: a request for a replacement after a low score in probation (§6.4, PER-10…12), or after a decision that asks for it
//! (`ground.rs`). Every step is dated and may be entered on behalf of whoever took it.

use super::{Dossier, Ground, LONGEST_NUMBER, OnBehalf, Stay};
use crate::approval::{Step, second_person};
use crate::assessment::ItemScore;
use crate::event::{
    Event, ReplacementApproved, ReplacementRequested, ReplacementSent, ReplacementWithdrawn, SuccessorLinked,
};
use crate::kernel::{AccountName, Actor, Digest, Month, Role, Score, StaffNo, UnitCode};
use crate::refusal::Refusal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A month as a request puts it forward.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EvidenceMonth {
    /// Which.
    pub month: Month,
    /// The score submitted for it.
    pub score: Score,
    /// Whether it is low enough for the request.
    pub low: bool,
    /// Items with less than their full points, or a veto; empty where a total was given.
    pub deducted: Vec<ItemScore>,
}

/// 考核依据: what a request rests on, as it stood then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Evidence {
    /// Scored months of the probation, oldest first.
    pub months: Vec<EvidenceMonth>,
    /// Numbers of the 工作记录 from the probation that were not struck.
    pub notes: Vec<u32>,
    /// Decisions of the stay that ask for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decisions: Vec<Ground>,
}

/// Where a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ReplacementState {
    /// Waits for the unit leader.
    Opened,
    /// Approved; to be sent to the provider.
    Approved,
    /// Sent; waits for the successor.
    Sent,
    /// The successor is named; the person is still to leave.
    Answered,
    /// The successor is named and the person has left.
    Done,
    /// Taken back.
    Withdrawn,
}

/// The unit leader's approval.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Approval {
    /// The day of approving.
    pub on: NaiveDate,
    /// 代录.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf: Option<OnBehalf>,
    /// SHA-256 of what shows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Digest>,
}

/// The 快文 by which the request went to the provider.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Dispatch {
    /// 快文文号.
    pub number: String,
    /// Sent that day.
    pub on: NaiveDate,
    /// SHA-256 of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copy: Option<Digest>,
}

/// A request on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replacement {
    /// 1, 2, … of the person.
    pub number: u32,
    /// The unit that asks.
    pub unit: UnitCode,
    /// The stay that it is about, by its first day.
    pub arrived_on: NaiveDate,
    /// What it rests on.
    pub evidence: Evidence,
    /// What the unit says besides.
    pub reason: Option<String>,
    /// Who asked.
    pub requested_by: AccountName,
    /// When.
    pub requested_on: NaiveDate,
    /// The unit leader's approval, and who recorded it.
    pub approved: Option<(Approval, AccountName)>,
    /// The 快文.
    pub sent: Option<Dispatch>,
    /// 接替人.
    pub successor: Option<StaffNo>,
    /// The day on which the successor was named.
    pub answered_on: Option<NaiveDate>,
    /// Taken back that day, and why.
    pub withdrawn: Option<(NaiveDate, String)>,
}

impl Replacement {
    /// Where it stands; `left`: the stay that it is about has an end.
    #[must_use]
    pub fn state(&self, left: bool) -> ReplacementState {
        match self {
            Self { withdrawn: Some(_), .. } => ReplacementState::Withdrawn,
            Self { successor: Some(_), .. } if left => ReplacementState::Done,
            Self { successor: Some(_), .. } => ReplacementState::Answered,
            Self { sent: Some(_), .. } => ReplacementState::Sent,
            Self { approved: Some(_), .. } => ReplacementState::Approved,
            _ => ReplacementState::Opened,
        }
    }

    /// Whether something is still to be done for it by asking, approving, sending or answering.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.withdrawn.is_none() && self.successor.is_none()
    }
}

/// What linking a successor needs to know of them.
#[derive(Clone, Debug)]
pub struct SuccessorFacts {
    /// 工号.
    pub staff_no: StaffNo,
    /// Where they are announced, if they are.
    pub announced: Option<UnitCode>,
    /// Where they are or will be on duty today or later.
    pub units: Vec<UnitCode>,
}

impl Dossier {
    /// Where a request stands.
    #[must_use]
    pub fn replacement_state(&self, request: &Replacement) -> ReplacementState {
        let stay = self.stays.iter().find(|stay| stay.membership.arrived_on == request.arrived_on);
        request.state(stay.is_some_and(|stay| stay.membership.left_on.is_some()))
    }

    /// The request of that number, which must stand at `expected`.
    fn replacement_at(&self, number: u32, expected: ReplacementState) -> Result<&Replacement, Refusal> {
        let staff_no = || self.staff_no.clone();
        let Some(request) = self.replacements.iter().find(|r| r.number == number) else {
            return Err(Refusal::UnknownReplacement { staff_no: staff_no(), number });
        };
        let replacement_state = self.replacement_state(request);
        if replacement_state != expected {
            return Err(Refusal::ReplacementElsewhere { staff_no: staff_no(), number, replacement_state });
        }
        Ok(request)
    }

    /// Asks for a replacement of the person in the stay of today, gathering what it rests on: a submitted score of the
    /// probation below 70 points, or of 70 where the rule set says so (§6.4), at 70 and more it does not open; or a decision
    /// that asks for it. `takes_off`: whether an item has less than its full points, or a veto.
    ///
    /// # Errors
    /// As [`Dossier::may_request`], and [`Refusal::TextLong`].
    pub fn request_replacement(
        &self,
        reason: Option<&str>,
        today: NaiveDate,
        takes_off: impl Fn(Month, &ItemScore) -> bool,
    ) -> Result<Vec<Event>, Refusal> {
        let staff_no = self.staff_no.clone();
        let stay = self.may_request(today)?;
        let (unit, arrived_on) = (stay.membership.unit.clone(), stay.membership.arrived_on);
        let reason = reason.map(str::trim).filter(|reason| !reason.is_empty()).map(str::to_owned);
        if reason.as_ref().is_some_and(|reason| reason.chars().count() > super::LONGEST_NOTE as usize) {
            return Err(Refusal::TextLong { limit: super::LONGEST_NOTE });
        }
        let number = self.replacements.iter().map(|r| r.number).max().unwrap_or(0) + 1;
        let evidence = self.evidence(stay, &unit, takes_off);
        Ok(vec![Event::ReplacementRequested(ReplacementRequested {
            staff_no,
            number,
            unit,
            arrived_on,
            evidence,
            reason,
        })])
    }

    fn evidence(
        &self,
        stay: &Stay,
        unit: &UnitCode,
        takes_off: impl Fn(Month, &ItemScore) -> bool,
    ) -> Evidence {
        let low: Vec<Month> = self.grounds(unit).map(|at| at.month).collect();
        let probation = self.scores.iter().filter(|at| at.unit == *unit && self.probation_touches(at.month));
        let month = |at: &super::MonthScore| EvidenceMonth {
            month: at.month,
            score: at.score,
            low: low.contains(&at.month),
            deducted: at.items.iter().filter(|item| takes_off(at.month, item)).cloned().collect(),
        };
        let within = |on: NaiveDate| self.probations().iter().any(|p| p.from <= on && on <= p.to);
        let noted = self.notes.iter().filter(|note| note.struck.is_none() && stay.membership.covers(note.on));
        Evidence {
            months: probation.map(month).collect(),
            notes: noted.filter(|note| within(note.on)).map(|note| note.number).collect(),
            decisions: self.decided_in(stay).collect(),
        }
    }

    /// The unit leader approves. With two-person work on, whoever asked does not approve, and an account that is no
    /// leader's records the leader's approval with what shows it (代录).
    ///
    /// # Errors
    /// [`Refusal::UnknownReplacement`], [`Refusal::ReplacementElsewhere`], [`Refusal::DateInFuture`],
    /// [`Refusal::SecondPersonNeeded`], [`Refusal::OnBehalfNeeded`], [`Refusal::ScanNeeded`].
    pub fn approve_replacement(
        &self,
        number: u32,
        mut approval: Approval,
        actor: &Actor,
        two_person: bool,
        today: NaiveDate,
    ) -> Result<Vec<Event>, Refusal> {
        let request = self.replacement_at(number, ReplacementState::Opened)?;
        day_of_step(approval.on, request.requested_on, today)?;
        approval.on_behalf = approval.on_behalf.map(OnBehalf::checked).transpose()?;
        if approval.on_behalf.is_some() {
            if approval.evidence.is_none() {
                return Err(Refusal::ScanNeeded);
            }
            if two_person && request.requested_by == actor.account {
                return Err(Refusal::SecondPersonNeeded { step: Step::Approve });
            }
        } else {
            if two_person && actor.role != Role::UnitLeader {
                return Err(Refusal::OnBehalfNeeded { role: actor.role });
            }
            second_person([&request.requested_by].into_iter(), Step::Approve, actor, two_person)?;
        }
        let staff_no = self.staff_no.clone();
        Ok(vec![Event::ReplacementApproved(ReplacementApproved { staff_no, number, approval })])
    }

    /// The approved request went to the provider by 快文.
    ///
    /// # Errors
    /// [`Refusal::UnknownReplacement`], [`Refusal::ReplacementElsewhere`], [`Refusal::PaperNumberNeeded`],
    /// [`Refusal::DateInFuture`], [`Refusal::DatesReversed`].
    pub fn send_replacement(
        &self,
        number: u32,
        dispatch: Dispatch,
        today: NaiveDate,
    ) -> Result<Vec<Event>, Refusal> {
        let request = self.replacement_at(number, ReplacementState::Approved)?;
        let approved_on = request.approved.as_ref().map_or(request.requested_on, |(a, _)| a.on);
        day_of_step(dispatch.on, approved_on, today)?;
        let text = dispatch.number.trim().to_owned();
        if text.is_empty() {
            return Err(Refusal::PaperNumberNeeded);
        }
        if text.chars().count() > LONGEST_NUMBER as usize {
            return Err(Refusal::TextLong { limit: LONGEST_NUMBER });
        }
        let (staff_no, dispatch) = (self.staff_no.clone(), Dispatch { number: text, ..dispatch });
        Ok(vec![Event::ReplacementSent(ReplacementSent { staff_no, number, dispatch })])
    }

    /// The provider answered with a successor, who is announced or on duty in the unit. The person leaves by an act of
    /// its own, with a handover; open work goes to the successor.
    ///
    /// # Errors
    /// [`Refusal::UnknownReplacement`], [`Refusal::ReplacementElsewhere`], [`Refusal::SuccessorNotThere`].
    pub fn link_successor(
        &self,
        number: u32,
        facts: &SuccessorFacts,
        today: NaiveDate,
    ) -> Result<Vec<Event>, Refusal> {
        let request = self.replacement_at(number, ReplacementState::Sent)?;
        let there = facts.announced.as_ref() == Some(&request.unit) || facts.units.contains(&request.unit);
        if facts.staff_no == self.staff_no || !there {
            let (staff_no, unit) = (facts.staff_no.clone(), request.unit.clone());
            return Err(Refusal::SuccessorNotThere { staff_no, unit });
        }
        let (staff_no, successor) = (self.staff_no.clone(), facts.staff_no.clone());
        Ok(vec![Event::SuccessorLinked(SuccessorLinked { staff_no, number, successor, on: today })])
    }

    /// Takes a request back, before it is answered.
    ///
    /// # Errors
    /// [`Refusal::UnknownReplacement`], [`Refusal::ReplacementElsewhere`], [`Refusal::ReasonNeeded`].
    pub fn withdraw_replacement(&self, number: u32, reason: &str) -> Result<Vec<Event>, Refusal> {
        let at = |state| self.replacement_at(number, state);
        at(ReplacementState::Sent)
            .or_else(|_| at(ReplacementState::Approved))
            .or_else(|_| at(ReplacementState::Opened))?;
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(Refusal::ReasonNeeded);
        }
        let (staff_no, reason) = (self.staff_no.clone(), reason.to_owned());
        Ok(vec![Event::ReplacementWithdrawn(ReplacementWithdrawn { staff_no, number, reason })])
    }
}

/// A step is not taken before the one before it, nor tomorrow.
fn day_of_step(on: NaiveDate, before: NaiveDate, today: NaiveDate) -> Result<(), Refusal> {
    if on > today {
        return Err(Refusal::DateInFuture { date: on, today });
    }
    if on < before {
        return Err(Refusal::DatesReversed { from: before, to: on });
    }
    Ok(())
}
