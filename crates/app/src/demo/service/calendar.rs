//! Working days of the year as plans reckon with them: no weekend, no holiday, and no day that is made up for one, since the
//! calendar learns of some of those late.

use crate::demo::cast::{CALENDAR, Course, Engineer};
use chrono::{Datelike as _, NaiveDate, Weekday};
use std::sync::LazyLock;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap_or_default()
}

/// Working days from New Year on, far enough for every plan.
static WORKING: LazyLock<Vec<NaiveDate>> = LazyLock::new(|| {
    let holidays: Vec<_> = CALENDAR
        .iter()
        .filter(|(_, _, made_up, _)| !made_up)
        .map(|(from, to, ..)| (day(from), day(to)))
        .collect();
    let works = |date: &NaiveDate| {
        let holiday = holidays.iter().any(|(from, to)| from <= date && date <= to);
        !holiday && !matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
    };
    day("2026-01-01").iter_days().take(730).filter(works).collect()
});

/// The last day of which the demo tells.
pub(super) fn last() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 19).unwrap_or_default()
}

/// So many working days later.
pub(super) fn after(date: NaiveDate, days: u32) -> NaiveDate {
    let next = WORKING.partition_point(|known| *known <= date);
    WORKING.get(next + days.saturating_sub(1) as usize).copied().unwrap_or(date)
}

/// From the first working day after New Year to the last.
pub(super) fn all() -> impl Iterator<Item = NaiveDate> {
    WORKING.iter().copied().take_while(|date| *date <= last())
}

/// Who may be given work that day and has the time to end it: there, and not gone within two months.
pub(super) fn there(engineers: &[Engineer], date: NaiveDate) -> Vec<&Engineer> {
    let stays = |engineer: &&Engineer| {
        engineer.course == Course::Listed
            && engineer.arrived_on <= date
            && engineer.left_on.is_none_or(|left| (left - date).num_days() > 60)
    };
    engineers.iter().filter(stays).collect()
}
