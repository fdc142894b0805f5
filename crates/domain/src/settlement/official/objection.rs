//! Delivery of a unit's result (送达), objections (异议/申诉) and their answers.

use crate::event::{Event, ObjectionAnswered, ObjectionDecided, ObjectionRaised, ResultDelivered};
use crate::kernel::{Quarter, StaffNo, UnitCode, WorkingDays};
use crate::organisation::Party;
use crate::refusal::Refusal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

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

/// Records the day a unit's result was delivered to the provider; objections count from it.
pub fn deliver_result(
    unit: &UnitCode,
    quarter: Quarter,
    on: NaiveDate,
    today: NaiveDate,
    to: &str,
) -> Result<Vec<Event>, Refusal> {
    if on > today {
        return Err(Refusal::DateInFuture { date: on, today });
    }
    if to.trim().is_empty() {
        return Err(Refusal::ReceiverNeeded);
    }
    let to = to.trim().to_owned();
    Ok(vec![Event::ResultDelivered(ResultDelivered { unit: unit.clone(), quarter, on, to })])
}

/// An objection within the term after delivery; without a recorded delivery no term has begun to run.
#[expect(
    clippy::too_many_arguments,
    reason = "one act with its facts; a struct would name each of them once more"
)]
pub fn raise_objection(
    known: &[Objection],
    delivered: Option<NaiveDate>,
    calendar: &WorkingDays,
    term: u32,
    quarter_final: bool,
    unit: &UnitCode,
    quarter: Quarter,
    by: Party,
    staff_no: Option<StaffNo>,
    text: &str,
    today: NaiveDate,
) -> Result<Vec<Event>, Refusal> {
    if quarter_final {
        return Err(Refusal::QuarterFinal { quarter });
    }
    if text.trim().is_empty() {
        return Err(Refusal::ReasonNeeded);
    }
    if let Some(day) = delivered {
        let until = calendar.deadline(day, term);
        if today > until {
            return Err(Refusal::ObjectionLate { until });
        }
    }
    let number = known.iter().map(|o| o.number).max().unwrap_or(0) + 1;
    Ok(vec![Event::ObjectionRaised(ObjectionRaised {
        unit: unit.clone(),
        quarter,
        number,
        by,
        staff_no,
        text: text.trim().to_owned(),
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
