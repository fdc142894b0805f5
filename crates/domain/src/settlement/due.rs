//! What is to be done for a quarter, by whom and until when. Reminders only: no rule binds to these days (AMB-34).

use super::blocker::Blocker;
use super::official::RevisionState;
use super::result::Settlement;
use crate::kernel::{Month, Quarter, UnitCode, WorkingDays, Yuan};
use crate::organisation::Party;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A month is to be scored and closed by this working day of the next one. The source gives no day; this one is ours.
pub const MONTH_BY_WORKING_DAY: u32 = 5;
/// A quarter is to be settled by this day of the month after it. The source gives no day; this one is ours.
pub const QUARTER_BY_DAY: u32 = 10;

/// Something to be done.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Task {
    /// Score the people of a unit's month, or declare that nobody was there.
    ScoreMonth {
        /// Where.
        unit: UnitCode,
        /// When.
        month: Month,
        /// Persons without a score; 0 where the declaration is missing.
        persons: u32,
    },
    /// Review and close a unit's month whose scores are complete.
    CloseMonth {
        /// Where.
        unit: UnitCode,
        /// When.
        month: Month,
    },
    /// A party's confirmation of a unit whose months are closed.
    Confirm {
        /// Where.
        unit: UnitCode,
        /// Which party.
        party: Party,
    },
    /// An objection is open.
    Objection {
        /// Where.
        unit: UnitCode,
    },
    /// An exemption awaits the second person.
    ApproveExemption {
        /// Where.
        unit: UnitCode,
    },
    /// The contract has no amount for the quarter.
    Contract,
    /// 编制.
    Prepare,
    /// 复核.
    Review,
    /// 审批.
    Finalise,
    /// Both parties sign the report, and it is accepted.
    Sign,
    /// Money is still due; negative is to be got back.
    Pay {
        /// How much.
        amount: Yuan,
    },
}

/// A task with its day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// Of which quarter.
    pub quarter: Quarter,
    /// What.
    pub task: Task,
    /// The last day for it.
    pub by: NaiveDate,
    /// Whether that day is past.
    pub overdue: bool,
}

/// What is to be done now. Months that are not over ask for nothing yet, and neither does a step whose turn has not come.
#[must_use]
pub fn due(
    settlement: &Settlement,
    state: RevisionState,
    two_person: bool,
    calendar: &WorkingDays,
    today: NaiveDate,
) -> Vec<Due> {
    let month_by = |month: Month| calendar.deadline(month.last_day(), MONTH_BY_WORKING_DAY);
    let quarter_end = settlement.quarter.months()[2].last_day();
    // 10 days after the last day is the 10th.
    let quarter_by = quarter_end + chrono::Days::new(u64::from(QUARTER_BY_DAY));
    let mut tasks: Vec<(Task, NaiveDate)> = Vec::new();
    let mut unscored: BTreeMap<(UnitCode, Month), u32> = BTreeMap::new();
    for blocker in &settlement.blockers {
        match blocker {
            Blocker::PersonNotScored { unit, month, .. } => {
                *unscored.entry((unit.clone(), *month)).or_default() += 1;
            }
            Blocker::NoEngineerUndeclared { unit, month } => {
                unscored.entry((unit.clone(), *month)).or_default();
            }
            _ => {}
        }
    }
    let over = |month: Month| month.last_day() < today;
    for ((unit, month), persons) in unscored.iter().filter(|((_, month), _)| over(*month)) {
        tasks.push((
            Task::ScoreMonth { unit: unit.clone(), month: *month, persons: *persons },
            month_by(*month),
        ));
    }
    let quarter_over = quarter_end < today;
    for blocker in &settlement.blockers {
        match blocker {
            Blocker::MonthNotClosed { unit, month }
                if over(*month) && !unscored.contains_key(&(unit.clone(), *month)) =>
            {
                tasks.push((Task::CloseMonth { unit: unit.clone(), month: *month }, month_by(*month)));
            }
            Blocker::UnitNotConfirmed { unit, party }
                if quarter_over && only_confirmations_missing(settlement, unit) =>
            {
                tasks.push((Task::Confirm { unit: unit.clone(), party: *party }, quarter_by));
            }
            Blocker::ObjectionOpen { unit } => {
                tasks.push((Task::Objection { unit: unit.clone() }, quarter_by));
            }
            Blocker::ExemptionNotApproved { unit } => {
                tasks.push((Task::ApproveExemption { unit: unit.clone() }, quarter_by));
            }
            Blocker::FeeBaseMissing => tasks.push((Task::Contract, quarter_by)),
            _ => {}
        }
    }
    let step = match state {
        RevisionState::Open if settlement.blockers.is_empty() => Some(Task::Prepare),
        RevisionState::Prepared if two_person => Some(Task::Review),
        RevisionState::Prepared | RevisionState::Reviewed => Some(Task::Finalise),
        RevisionState::Final => Some(Task::Sign),
        RevisionState::Closed => settlement
            .amount_due
            .map(|due| due.gross)
            .filter(|amount| *amount != Yuan::ZERO)
            .map(|amount| Task::Pay { amount }),
        RevisionState::Open => None,
    };
    tasks.extend(step.map(|task| (task, quarter_by)));
    tasks.sort_by(|a, b| (a.1, &a.0).cmp(&(b.1, &b.0)));
    let quarter = settlement.quarter;
    tasks.into_iter().map(|(task, by)| Due { quarter, task, by, overdue: by < today }).collect()
}

fn only_confirmations_missing(settlement: &Settlement, unit: &UnitCode) -> bool {
    settlement
        .blockers
        .iter()
        .filter(|b| b.unit() == Some(unit))
        .all(|b| matches!(b, Blocker::UnitNotConfirmed { .. }))
}
