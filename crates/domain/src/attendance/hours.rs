//! A unit's own working hours (作息时间, 日常考勤管理规范; catalogue ATT-01, ATT-03, ATT-05, AMB-26).

use super::time::{DAY, TimeOfDay};
use crate::event::{AttendanceHoursSet, Event};
use crate::kernel::{Month, UnitCode};
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

/// Rest between the halves of a day: from and to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Rest {
    /// Its beginning.
    pub from: TimeOfDay,
    /// Its end.
    pub to: TimeOfDay,
}

/// When a unit's people are to be there, from a month on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WorkingHours {
    /// 用人单位.
    pub unit: UnitCode,
    /// First month they hold for.
    pub from: Month,
    /// Days of the week that are worked, Monday 1 to Sunday 7; holidays and make-up days of the calendar move them.
    pub weekdays: BTreeSet<u8>,
    /// 上班.
    pub start: TimeOfDay,
    /// 下班; not later than the beginning: on the day after (night shift).
    pub end: TimeOfDay,
    /// 午休; the halves of a day meet in the middle where there is none.
    pub rest: Option<Rest>,
    /// Minutes late or early that are let pass.
    pub grace: u32,
    /// 弹性: minutes that one may come later and then leave later.
    pub flexible: u32,
    /// Minutes late or early beyond which half a day counts as 旷工; 0: never.
    pub absent_after: u32,
}

/// Longest grace, flexible time and limit in minutes.
const MINUTES_LIMIT: u32 = 480;

impl WorkingHours {
    /// Until a unit sets its own: Monday to Friday, eight hours.
    #[must_use]
    pub fn default_of(unit: UnitCode) -> Self {
        let at = |hour, minute| TimeOfDay::new(hour, minute).expect("a time of day");
        Self {
            unit,
            from: Month::new(2000, 1).expect("a month"),
            weekdays: (1..=5).collect(),
            start: at(8, 30),
            end: at(18, 0),
            rest: Some(Rest { from: at(12, 0), to: at(13, 30) }),
            grace: 0,
            flexible: 0,
            absent_after: 0,
        }
    }

    /// Beginning, end of the first half, beginning of the second, end: minutes from the day's midnight, rising.
    pub(super) fn marks(&self) -> [i32; 4] {
        let start = i32::from(self.start.minutes());
        let after = |time: TimeOfDay, least: i32| {
            let minutes = i32::from(time.minutes());
            if minutes < least { minutes + DAY } else { minutes }
        };
        let end = after(self.end, start + 1);
        match self.rest {
            Some(rest) => {
                let from = after(rest.from, start);
                [start, from, after(rest.to, from), end]
            }
            None => [start, start.midpoint(end), start.midpoint(end), end],
        }
    }

    /// Where one day's punches end and the next one's begin: the middle of the free time, in minutes from midnight. What a
    /// night shift punches in the morning so belongs to the evening before.
    pub(super) fn turn(&self) -> i32 {
        let [start, _, _, end] = self.marks();
        start - (DAY - (end - start)) / 2
    }

    /// Minutes of work a day.
    #[must_use]
    pub fn minutes(&self) -> u32 {
        let [start, rest, back, end] = self.marks();
        u32::try_from(rest - start + end - back).unwrap_or_default()
    }

    /// The halves follow each other within a day.
    fn fits(&self) -> bool {
        let [start, rest, back, end] = self.marks();
        start < rest && rest <= back && back < end && end - start < DAY
    }
}

/// The hours that hold in a month: the latest set for it or an earlier one, else the default.
#[must_use]
pub fn hours_in(set: &[WorkingHours], unit: &UnitCode, month: Month) -> WorkingHours {
    let mine = set.iter().filter(|hours| hours.unit == *unit && hours.from <= month);
    mine.max_by_key(|hours| hours.from).cloned().unwrap_or_else(|| WorkingHours::default_of(unit.clone()))
}

/// Sets a unit's hours from a month on; what holds from that month already does nothing. `closed`: the unit's reviewed
/// months, whose attendance is not judged anew.
///
/// # Errors
/// [`Refusal::UnknownUnit`], [`Refusal::WeekdaysNeeded`], [`Refusal::HoursUnfit`], [`Refusal::MinutesOutOfRange`],
/// [`Refusal::AttendanceMonthClosed`].
pub fn set_hours(
    units: &BTreeSet<UnitCode>,
    set: &BTreeMap<Month, WorkingHours>,
    closed: &BTreeSet<Month>,
    hours: WorkingHours,
) -> Result<Vec<Event>, Refusal> {
    if !units.contains(&hours.unit) {
        return Err(Refusal::UnknownUnit { unit: hours.unit });
    }
    if hours.weekdays.is_empty() || hours.weekdays.iter().any(|day| !(1..=7).contains(day)) {
        return Err(Refusal::WeekdaysNeeded);
    }
    if !hours.fits() {
        return Err(Refusal::HoursUnfit);
    }
    if [hours.grace, hours.flexible, hours.absent_after].into_iter().any(|minutes| minutes > MINUTES_LIMIT) {
        return Err(Refusal::MinutesOutOfRange { most: MINUTES_LIMIT });
    }
    if set.get(&hours.from) == Some(&hours) {
        return Ok(Vec::new());
    }
    // They hold until the next that the unit has set.
    let next = set.range((Bound::Excluded(hours.from), Bound::Unbounded)).next().map(|(month, _)| *month);
    let changed = |month: &&Month| **month >= hours.from && next.is_none_or(|next| **month < next);
    if let Some(month) = closed.iter().find(changed) {
        return Err(Refusal::AttendanceMonthClosed { unit: hours.unit, month: *month });
    }
    Ok(vec![Event::AttendanceHoursSet(AttendanceHoursSet { hours })])
}
