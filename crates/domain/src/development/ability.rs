//! 能力要求 6.5.1–6.5.5: the five things that are asked of every engineer, judged met or not, each with its day.

use crate::event::{AbilityJudged, Event};
use crate::kernel::{Digest, StaffNo};
use crate::refusal::Refusal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One of the five (§6.5).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum AbilityItem {
    /// 6.5.1: speaks and behaves well with clients.
    Communication,
    /// 6.5.2: knows the trade, writes solutions, is responsible and quick.
    Expertise,
    /// 6.5.3: helps to find out and to guide what a client needs.
    Guidance,
    /// 6.5.4: delivers whole solutions in time.
    Delivery,
    /// 6.5.5: the service does not suffer when people change.
    Continuity,
}

impl AbilityItem {
    /// In the order of the rules.
    pub const ALL: [Self; 5] =
        [Self::Communication, Self::Expertise, Self::Guidance, Self::Delivery, Self::Continuity];
}

/// Judges one item for a person; the latest judgement stands. Not met says why. `last`: the judgement that stands, with
/// its day.
pub fn judge_ability(
    staff_no: &StaffNo,
    item: AbilityItem,
    last: Option<(NaiveDate, bool)>,
    (met, on): (bool, NaiveDate),
    note: Option<Digest>,
    today: NaiveDate,
) -> Result<Vec<Event>, Refusal> {
    if on > today {
        return Err(Refusal::DateInFuture { date: on, today });
    }
    if !met && note.is_none() {
        return Err(Refusal::ReasonNeeded);
    }
    if last == Some((on, met)) && note.is_none() {
        return Ok(Vec::new());
    }
    if let Some((from, _)) = last.filter(|(before, _)| on < *before) {
        return Err(Refusal::DatesReversed { from, to: on });
    }
    Ok(vec![Event::AbilityJudged(AbilityJudged { staff_no: staff_no.clone(), item, met, on, note })])
}
