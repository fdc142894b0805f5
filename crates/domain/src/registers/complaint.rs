//! Complaints that count in an engineer's month.

use super::{FormNo, StepOutcome};
use crate::kernel::{Month, StaffNo, UnitCode};
use crate::ticket::TicketNo;
use chrono::NaiveDate;

/// A complaint about an engineer that was judged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Upheld {
    /// 编号.
    pub form: FormNo,
    /// About whom.
    pub staff_no: StaffNo,
    /// About which ticket's work, where it names one.
    pub ticket: Option<TicketNo>,
    /// The unit in which the engineer served on that day; `None` where in none.
    pub served: Option<UnitCode>,
    /// Came in on that day.
    pub on: NaiveDate,
    /// The verdict.
    pub verdict: StepOutcome,
    /// The day of the verdict.
    pub judged_on: NaiveDate,
    /// What it was about.
    pub title: String,
}

impl Upheld {
    /// The unit in whose month it counts: that of the ticket, else where the engineer served that day, else that which registered
    /// it. A complaint may be taken down in another unit than that of whom it is about.
    #[must_use]
    pub fn unit(&self) -> &UnitCode {
        let of_ticket = self.ticket.as_ref().map(|ticket| &ticket.unit);
        of_ticket.or(self.served.as_ref()).unwrap_or(&self.form.unit)
    }
}

/// The complaints of a month that count: upheld, wholly or in part, by the day on which they came in. A verdict given later
/// counts in that month, not in its own. Of one unit's, or of all where `unit` is `None`.
#[must_use]
pub fn counted(judged: Vec<Upheld>, unit: Option<&UnitCode>, month: Month) -> Vec<Upheld> {
    let stands = |one: &Upheld| matches!(one.verdict, StepOutcome::Upheld | StepOutcome::PartlyUpheld);
    let of_unit = |one: &Upheld| unit.is_none_or(|unit| one.unit() == unit);
    judged.into_iter().filter(|one| Month::of(one.on) == Some(month) && stands(one) && of_unit(one)).collect()
}
