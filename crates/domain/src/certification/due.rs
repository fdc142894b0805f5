//! What is to be done about certification, and until when. Reminders only: no rule binds to these days (AMB-34).

use super::case::{AfterFailing, CaseState, certification_due};
use super::follow_up::FollowUp;
use super::gate::{GateResult, Verdict};
use crate::kernel::WorkingDays;
use crate::people::{Membership, Probation};
use chrono::NaiveDate;

/// A case is to be opened within this many working days after the probation. The source gives no number; this one is ours.
pub const OPEN_WORKING_DAYS: u32 = 5;
/// What an open case still needs proof of is to be brought within this many working days of its opening. Ours too.
pub const PROVE_WORKING_DAYS: u32 = 10;
/// An open case is to be decided within this many working days of its opening. Ours too.
pub const DECIDE_WORKING_DAYS: u32 = 15;

/// What follows a failed case is to be begun within this many working days of the decision. Ours too.
pub const FOLLOW_WORKING_DAYS: u32 = 5;

/// Something to be done about somebody's certification.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CaseTask {
    /// 受理认证: the probation is over, and there was no case yet (CER-01).
    Open,
    /// 举证: a gate of the open case needs proof.
    Prove,
    /// 评定: every gate of the open case is judged.
    Decide,
    /// 安排培训: the last case failed, and training is to follow (CER-06).
    Train,
    /// 申请更换: the last case failed, and a replacement is to follow (CER-06).
    Replace,
}

/// A task with its day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CaseDue {
    /// What.
    pub task: CaseTask,
    /// The last day for it.
    pub by: NaiveDate,
    /// Whether that day is past.
    pub overdue: bool,
}

/// What is asked of somebody's certification.
#[derive(Clone, Copy, Debug)]
pub struct CaseFacts<'a> {
    /// All stays of the person.
    pub stays: &'a [Membership],
    /// Their probation that ends last.
    pub probation: Option<Probation>,
    /// Their cases so far.
    pub cases: &'a [CaseState],
    /// The gates of the open case, as they stand.
    pub gates: &'a [GateResult],
    /// What the last case asks for and nobody has begun, where that can be done.
    pub follows: Option<FollowUp>,
}

/// What is to be done about somebody's certification today, at most one thing.
#[must_use]
pub fn case_due(facts: &CaseFacts<'_>, calendar: &WorkingDays, today: NaiveDate) -> Option<CaseDue> {
    let CaseFacts { stays, probation, cases, gates, follows } = *facts;
    let (task, from, days) = match cases.iter().find(|case| case.open) {
        Some(open) if gates.iter().any(|gate| gate.verdict == Verdict::NeedsProof) => {
            (CaseTask::Prove, open.opened_on, PROVE_WORKING_DAYS)
        }
        Some(open) => (CaseTask::Decide, open.opened_on, DECIDE_WORKING_DAYS),
        None if follows.is_some() => {
            let failed = follows.filter(|_| stays.iter().any(|stay| stay.covers(today)))?;
            let task = match failed.then {
                AfterFailing::Retrain => CaseTask::Train,
                AfterFailing::Replace => CaseTask::Replace,
            };
            (task, failed.on, FOLLOW_WORKING_DAYS)
        }
        None => {
            let over = probation.filter(|probation| certification_due(stays, *probation, cases, today))?;
            (CaseTask::Open, over.to, OPEN_WORKING_DAYS)
        }
    };
    let by = calendar.deadline(from, days);
    Some(CaseDue { task, by, overdue: by < today })
}
