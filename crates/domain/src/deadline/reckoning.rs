//! With what days are reckoned: the calendar, the terms in force, and today.

use super::DeadlineRules;
use crate::kernel::WorkingDays;
use chrono::NaiveDate;

/// Calendar, terms and today, as an act finds them.
#[derive(Clone, Copy, Debug)]
pub struct Reckoning<'a> {
    /// Working days.
    pub calendar: &'a WorkingDays,
    /// Terms in force today.
    pub rules: &'a DeadlineRules,
    /// Today.
    pub today: NaiveDate,
}

impl Reckoning<'_> {
    /// The last day of a term that begins after that day; the day itself where no such term is in force.
    #[must_use]
    pub fn after(&self, code: &str, day: NaiveDate) -> NaiveDate {
        self.rules.rule(code).map_or(day, |rule| rule.length.after(day, self.calendar))
    }

    /// The last day of a term that ends with that one.
    #[must_use]
    pub fn before(&self, code: &str, day: NaiveDate) -> NaiveDate {
        self.rules.rule(code).map_or(day, |rule| rule.length.before(day, self.calendar))
    }
}
