//! Whom a unit must score in a month (settlement-rules.md, rows "part of a month" and "probation month").

use crate::kernel::{Month, StaffNo, UnitCode, WorkingDays};
use crate::people::{Membership, Probation, on_duty_days};

/// An engineer whom the unit had on duty in the month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    /// 工号.
    pub staff_no: StaffNo,
    /// Working days on duty there in the month.
    pub days: u32,
    /// Whether there were at least the rule set's `min_days`, so that a score is due.
    pub due: bool,
    /// Whether the month shares a day with the probation.
    pub probation: bool,
}

/// The unit's engineers of the month, by staff number. `min_days` is in working days.
#[must_use]
pub fn expected(
    memberships: &[Membership],
    unit: &UnitCode,
    month: Month,
    calendar: &WorkingDays,
    min_days: u32,
) -> Vec<Expected> {
    // Person by person, so that the work grows with the number of memberships; lists that are sorted already stay cheap.
    let mut stays: Vec<&Membership> = memberships.iter().collect();
    stays.sort_by(|a, b| a.staff_no.cmp(&b.staff_no));
    let (begins, ends) = (month.first_day(), month.last_day());
    let whole_month = calendar.count(begins, ends);
    let days = |stay: &Membership| {
        let whole = stay.covers(begins) && stay.covers(ends);
        if whole { whole_month } else { on_duty_days(stay, month, calendar) }
    };
    let mut found = Vec::with_capacity(stays.len());
    for person in stays.chunk_by(|a, b| a.staff_no == b.staff_no) {
        let mut here = person.iter().filter(|m| m.unit == *unit && m.touches(month)).peekable();
        if here.peek().is_none() {
            continue;
        }
        let days: u32 = here.map(|stay| days(stay)).sum();
        // Probation runs from the first arrival in the service, not from a later move between units.
        let first = person.iter().map(|m| m.arrived_on).min();
        found.push(Expected {
            staff_no: person[0].staff_no.clone(),
            days,
            due: days >= min_days,
            probation: first.is_some_and(|day| Probation::after(day).touches(month)),
        });
    }
    found
}
