//! Delivery of a unit's result (送达), objections (异议/申诉) and their answers.

use crate::event::{
    Event, ObjectionAnswered, ObjectionDecided, ObjectionRaised, RejectionAccepted, ResultDelivered,
};
use crate::kernel::{Digest, Quarter, StaffNo, UnitCode, WorkingDays};
use crate::organisation::Party;
use crate::refusal::Refusal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Where an objection stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ObjectionState {
    /// Awaits the unit's answer.
    Open,
    /// The unit rejected it; awaits the province's decision or the objector's acceptance.
    Rejected,
    /// Settled.
    Settled,
}

/// An objection on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objection {
    /// 1, 2, … within the unit's quarter.
    pub number: u32,
    /// Where it stands.
    pub state: ObjectionState,
}

/// A delivery on record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// On that day.
    pub on: NaiveDate,
    /// To whom; salted digest of the name.
    pub to: Digest,
    /// Digest of the figures delivered.
    pub figures: Digest,
}

/// Records the day a unit's result was delivered to the provider; objections count from it. The same figures are
/// delivered once: the same again does nothing, another day needs a reason, since it moves the term. Figures that
/// changed are delivered anew. `to`: digest of the receiver's name, `None` where nobody is named.
pub fn deliver_result(
    known: Option<Delivery>,
    unit: &UnitCode,
    quarter: Quarter,
    (on, today): (NaiveDate, NaiveDate),
    to: Option<Digest>,
    figures: Digest,
    correction: Option<&str>,
) -> Result<Vec<Event>, Refusal> {
    if on > today {
        return Err(Refusal::DateInFuture { date: on, today });
    }
    let Some(to) = to else { return Err(Refusal::ReceiverNeeded) };
    let correction = correction.map(str::trim).filter(|reason| !reason.is_empty()).map(str::to_owned);
    if let Some(known) = known.filter(|known| known.figures == figures) {
        if (known.on, known.to) == (on, to) {
            return Ok(Vec::new());
        }
        if correction.is_none() {
            return Err(Refusal::ResultDelivered { unit: unit.clone(), on: known.on });
        }
    }
    let unit = unit.clone();
    Ok(vec![Event::ResultDelivered(ResultDelivered { unit, quarter, on, to, figures, correction })])
}

/// What objecting needs to know of one unit's quarter.
#[derive(Clone, Debug)]
pub struct ObjectionFacts {
    /// Which unit.
    pub unit: UnitCode,
    /// Which quarter.
    pub quarter: Quarter,
    /// Its objections on record.
    pub known: Vec<Objection>,
    /// When the result was delivered.
    pub delivered: Option<NaiveDate>,
    /// Working days and holidays.
    pub calendar: WorkingDays,
    /// Working days of the term.
    pub term: u32,
    /// Whether the quarter is final and has no open revision.
    pub quarter_final: bool,
    /// Everybody who is or was in the unit.
    pub people: BTreeSet<StaffNo>,
}

/// Most characters of one objection.
pub const LONGEST_OBJECTION: u32 = 2000;

/// What an objection says, trimmed; refused where it says nothing or more than a reader can be asked to answer.
pub(super) fn objection_text(text: &str) -> Result<String, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Refusal::ReasonNeeded);
    }
    if text.chars().count() > LONGEST_OBJECTION as usize {
        return Err(Refusal::ObjectionLong { limit: LONGEST_OBJECTION });
    }
    Ok(text.to_owned())
}

impl ObjectionFacts {
    /// Last day of the term; without a recorded delivery no term has begun to run.
    #[must_use]
    pub fn until(&self) -> Option<NaiveDate> {
        self.delivered.map(|day| self.calendar.deadline(day, self.term))
    }

    /// Whether an objection that came in on that day is heard.
    pub(super) fn heard(&self, on: NaiveDate) -> Result<(), Refusal> {
        if self.quarter_final {
            return Err(Refusal::QuarterFinal { quarter: self.quarter });
        }
        match self.until() {
            Some(until) if on > until => Err(Refusal::ObjectionLate { until }),
            _ => Ok(()),
        }
    }

    /// An objection is about the unit, or somebody of it.
    pub(super) fn about(&self, staff_no: Option<&StaffNo>) -> Result<(), Refusal> {
        match staff_no.filter(|staff_no| !self.people.contains(*staff_no)) {
            Some(staff_no) => Err(Refusal::NotOfUnit { staff_no: staff_no.clone(), unit: self.unit.clone() }),
            None => Ok(()),
        }
    }

    pub(super) fn next_number(&self) -> u32 {
        self.known.iter().map(|o| o.number).max().unwrap_or(0) + 1
    }
}

/// An objection within the term after delivery. `on_behalf`: the client's clerk or an administrator enters what the
/// party said (代录).
pub fn raise_objection(
    facts: &ObjectionFacts,
    by: Party,
    on_behalf: bool,
    staff_no: Option<StaffNo>,
    text: &str,
    today: NaiveDate,
) -> Result<Vec<Event>, Refusal> {
    facts.heard(today)?;
    facts.about(staff_no.as_ref())?;
    Ok(vec![Event::ObjectionRaised(ObjectionRaised {
        unit: facts.unit.clone(),
        quarter: facts.quarter,
        number: facts.next_number(),
        by,
        staff_no,
        text: objection_text(text)?,
        on_behalf,
        received_on: None,
        slip: None,
    })])
}

fn find(known: &[Objection], number: u32) -> Result<&Objection, Refusal> {
    known.iter().find(|o| o.number == number).ok_or(Refusal::UnknownObjection { number })
}

/// The unit's answer: accepted (the month is then reopened and corrected) or rejected with a reason.
pub fn answer_objection(
    known: &[Objection],
    unit: &UnitCode,
    quarter: Quarter,
    number: u32,
    accepted: bool,
    text: &str,
) -> Result<Vec<Event>, Refusal> {
    if find(known, number)?.state != ObjectionState::Open {
        return Err(Refusal::ObjectionAnswered { number });
    }
    if text.trim().is_empty() {
        return Err(Refusal::ReasonNeeded);
    }
    Ok(vec![Event::ObjectionAnswered(ObjectionAnswered {
        unit: unit.clone(),
        quarter,
        number,
        accepted,
        text: text.trim().to_owned(),
    })])
}

/// The objector accepts the unit's rejection: the objection is settled without a decision.
pub fn accept_rejection(
    known: &[Objection],
    unit: &UnitCode,
    quarter: Quarter,
    number: u32,
) -> Result<Vec<Event>, Refusal> {
    match find(known, number)?.state {
        ObjectionState::Open => Err(Refusal::ObjectionNotRejected { number }),
        ObjectionState::Settled => Err(Refusal::ObjectionAnswered { number }),
        ObjectionState::Rejected => {
            Ok(vec![Event::RejectionAccepted(RejectionAccepted { unit: unit.clone(), quarter, number })])
        }
    }
}

/// The province's decision where unit and objector do not agree.
pub fn decide_objection(
    known: &[Objection],
    unit: &UnitCode,
    quarter: Quarter,
    number: u32,
    upheld: bool,
    reason: &str,
) -> Result<Vec<Event>, Refusal> {
    if find(known, number)?.state == ObjectionState::Settled {
        return Err(Refusal::ObjectionAnswered { number });
    }
    if reason.trim().is_empty() {
        return Err(Refusal::ReasonNeeded);
    }
    Ok(vec![Event::ObjectionDecided(ObjectionDecided {
        unit: unit.clone(),
        quarter,
        number,
        upheld,
        reason: reason.trim().to_owned(),
    })])
}

#[cfg(test)]
pub(super) mod tests;
