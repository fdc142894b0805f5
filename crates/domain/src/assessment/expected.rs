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
    let mut found: Vec<Expected> = Vec::new();
    for stay in memberships.iter().filter(|m| m.unit == *unit && m.touches(month)) {
        let days = on_duty_days(stay, month, calendar);
        // Probation runs from the first arrival in the service, not from a later move between units.
        let first = memberships.iter().filter(|m| m.staff_no == stay.staff_no).map(|m| m.arrived_on).min();
        let probation = first.is_some_and(|day| Probation::after(day).touches(month));
        match found.iter_mut().find(|e| e.staff_no == stay.staff_no) {
            Some(known) => known.days += days,
            None => found.push(Expected { staff_no: stay.staff_no.clone(), days, due: false, probation }),
        }
    }
    for person in &mut found {
        person.due = person.days >= min_days;
    }
    found.sort_by(|a, b| a.staff_no.cmp(&b.staff_no));
    found
}
