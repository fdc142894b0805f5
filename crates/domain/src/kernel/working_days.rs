//! Working days: Monday to Friday, moved by the published holidays and make-up days (补班).

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the calendar says of one special day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum DayKind {
    /// 放假.
    Holiday,
    /// 补班: a weekend day that is worked.
    Working,
}

/// A calendar of working days. Without special days it is Monday to Friday.
#[derive(Clone, Debug, Default)]
pub struct WorkingDays {
    special: BTreeMap<NaiveDate, DayKind>,
}

impl WorkingDays {
    /// With these special days.
    #[must_use]
    pub fn new(special: BTreeMap<NaiveDate, DayKind>) -> Self {
        Self { special }
    }

    /// Whether people work on a day that the calendar moves; `None` on a day like any other.
    #[must_use]
    pub fn moved(&self, day: NaiveDate) -> Option<bool> {
        self.special.get(&day).map(|kind| *kind == DayKind::Working)
    }

    /// Whether people work that day.
    #[must_use]
    pub fn is_working(&self, day: NaiveDate) -> bool {
        self.moved(day).unwrap_or(!matches!(day.weekday(), Weekday::Sat | Weekday::Sun))
    }

    /// Working days from `from` to `to`, both included; 0 where `to` is before `from`.
    #[must_use]
    pub fn count(&self, from: NaiveDate, to: NaiveDate) -> u32 {
        if to < from {
            return 0;
        }
        // Whole weeks have five each; what the calendar moves is put right after that. A term may be years old.
        let days = (to - from).num_days() + 1;
        let usual = |day: NaiveDate| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        let rest = from.iter_days().take((days % 7) as usize).filter(|day| usual(*day)).count() as i64;
        let moved: i64 = self
            .special
            .range(from..=to)
            .map(|(day, kind)| match (kind, usual(*day)) {
                (DayKind::Working, false) => 1,
                (DayKind::Holiday, true) => -1,
                _ => 0,
            })
            .sum();
        u32::try_from(days / 7 * 5 + rest + moved).unwrap_or(0)
    }

    /// The last day of a term of `days` working days: the next working day after `start` is day 1.
    #[must_use]
    pub fn deadline(&self, start: NaiveDate, days: u32) -> NaiveDate {
        let mut day = start;
        let mut left = days;
        while left > 0 {
            let Some(next) = day.checked_add_days(Days::new(1)) else { return day };
            day = next;
            if self.is_working(day) {
                left -= 1;
            }
        }
        day
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_working_days_over_the_national_holiday() {
        let date = |d| NaiveDate::from_ymd_opt(2026, 10, d).unwrap();
        let mut special: BTreeMap<_, _> = (1..=7).map(|d| (date(d), DayKind::Holiday)).collect();
        special.insert(date(10), DayKind::Working);
        let calendar = WorkingDays::new(special);
        let start = NaiveDate::from_ymd_opt(2026, 9, 30).unwrap();
        assert_eq!(calendar.deadline(start, 5), date(13));
        assert_eq!(calendar.count(date(1), date(10)), 3);
        assert_eq!(calendar.count(date(10), date(1)), 0);
    }

    #[test]
    fn counting_by_weeks_is_counting_day_by_day() {
        let first = NaiveDate::from_ymd_opt(2026, 9, 20).unwrap();
        let mut special = BTreeMap::new();
        for (ahead, kind) in
            [(3, DayKind::Holiday), (6, DayKind::Working), (7, DayKind::Holiday), (16, DayKind::Working)]
        {
            special.insert(first + Days::new(ahead), kind);
        }
        let calendar = WorkingDays::new(special);
        for from in 0..20 {
            for length in 0..30 {
                let (from, to) = (first + Days::new(from), first + Days::new(from + length));
                let slowly =
                    from.iter_days().take_while(|day| *day <= to).filter(|day| calendar.is_working(*day));
                assert_eq!(calendar.count(from, to), slowly.count() as u32, "{from} to {to}");
            }
        }
    }
}
