//! Complaints that count in an engineer's month.

use super::{FormNo, StepOutcome};
use crate::kernel::{Month, StaffNo};
use chrono::NaiveDate;

/// A complaint about an engineer that was judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upheld {
    /// 编号.
    pub form: FormNo,
    /// About whom.
    pub staff_no: StaffNo,
    /// Came in on that day.
    pub on: NaiveDate,
    /// The verdict.
    pub verdict: StepOutcome,
    /// The day of the verdict.
    pub judged_on: NaiveDate,
    /// What it was about.
    pub title: String,
}

/// The complaints of a month that count: upheld, wholly or in part, by the day on which they came in. A verdict given later
/// counts in that month, not in its own.
#[must_use]
pub fn counted(judged: Vec<Upheld>, month: Month) -> Vec<Upheld> {
    let stands = |one: &Upheld| matches!(one.verdict, StepOutcome::Upheld | StepOutcome::PartlyUpheld);
    judged.into_iter().filter(|one| Month::of(one.on) == Some(month) && stands(one)).collect()
}
