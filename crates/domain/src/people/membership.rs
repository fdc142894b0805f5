//! When an engineer belonged to a unit.

use crate::kernel::{Month, StaffNo, UnitCode, WorkingDays};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// An engineer's time in one unit. Both days belong to it; an open end means still there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Membership {
    /// 工号.
    pub staff_no: StaffNo,
    /// 用人单位.
    pub unit: UnitCode,
    /// 到岗日期.
    pub arrived_on: NaiveDate,
    /// 离岗日期: the last day there.
    pub left_on: Option<NaiveDate>,
}

impl Membership {
    /// Whether a day falls in it.
    #[must_use]
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.arrived_on <= day && self.lasts_to(day)
    }

    /// Whether it has not ended before a day: 在岗, or yet to begin.
    #[must_use]
    pub fn lasts_to(&self, day: NaiveDate) -> bool {
        self.left_on.is_none_or(|left| day <= left)
    }

    /// Whether it shares a day with another.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        self.lasts_to(other.arrived_on) && other.lasts_to(self.arrived_on)
    }

    /// Whether it shares a day with a month.
    #[must_use]
    pub fn touches(&self, month: Month) -> bool {
        self.touches_days(month.first_day(), month.last_day())
    }

    /// Whether it shares a day with those from `first` to `last`, both included.
    #[must_use]
    pub fn touches_days(&self, first: NaiveDate, last: NaiveDate) -> bool {
        self.arrived_on <= last && self.lasts_to(first)
    }
}

/// Working days on duty within the month: what `min_days` of the rule set is compared with.
#[must_use]
pub fn on_duty_days(membership: &Membership, month: Month, calendar: &WorkingDays) -> u32 {
    let from = membership.arrived_on.max(month.first_day());
    let to = membership.left_on.map_or(month.last_day(), |left| left.min(month.last_day()));
    calendar.count(from, to)
}
