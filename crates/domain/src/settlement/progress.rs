//! How far a unit's month has come: what the board of 24 × 3 shows.

use super::blocker::Blocker;
use super::result::{MonthResult, UnitResult};
use crate::kernel::{Month, StaffNo};
use serde::{Deserialize, Serialize};

/// Where a unit's month stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum MonthProgress {
    /// The unit is 不纳入考核 in the quarter.
    Exempt,
    /// Has not begun.
    Future,
    /// Nobody's score is due, and nobody has said so.
    Undeclared,
    /// 本月无在岗人员 is declared.
    Nobody,
    /// Somebody has no score yet.
    Open,
    /// Everybody has one; awaits review.
    Scored,
    /// Reviewed and closed.
    Closed,
}

/// Where a month of a unit stands, and who has no score yet. `blockers`: those of the unit, or of the whole quarter.
#[must_use]
pub fn month_progress(
    unit: &UnitResult,
    month: &MonthResult,
    blockers: &[Blocker],
    this_month: Month,
) -> (MonthProgress, Vec<StaffNo>) {
    let missing: Vec<StaffNo> = blockers
        .iter()
        .filter_map(|blocker| match blocker {
            Blocker::PersonNotScored { unit: of, month: at, staff_no }
                if *of == unit.code && *at == month.month =>
            {
                Some(staff_no.clone())
            }
            _ => None,
        })
        .collect();
    let progress = if unit.exempt.is_some() {
        MonthProgress::Exempt
    } else if month.no_engineer && (month.closed || month.month <= this_month) {
        MonthProgress::Nobody
    } else if month.closed {
        MonthProgress::Closed
    } else if month.month > this_month {
        MonthProgress::Future
    } else if !missing.is_empty() {
        MonthProgress::Open
    } else if month.people.iter().any(|p| p.score.is_some() || p.not_assessed) {
        MonthProgress::Scored
    } else {
        MonthProgress::Undeclared
    };
    (progress, missing)
}
