//! Whom an act on a ticket names among the engineers, for its history.

use crate::event::Event;
use crate::kernel::StaffNo;
use serde::{Deserialize, Serialize};

/// As what an engineer is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum NamedAs {
    /// 第一责任人.
    First,
    /// 第二责任人, or to whom something was passed on.
    Second,
    /// A third, who is approved.
    Third,
    /// Who is passed over in this round (DSP-17).
    Skipped,
}

/// The engineers that an act names, as what.
#[must_use]
pub fn engineers_named(event: &Event) -> Vec<(NamedAs, &StaffNo)> {
    match event {
        Event::TicketAssigned(e) => {
            let second = e.second.as_ref().map(|second| (NamedAs::Second, second));
            [(NamedAs::First, &e.first)].into_iter().chain(second).collect()
        }
        Event::IncidentPassed(e) => vec![(NamedAs::Second, &e.to)],
        Event::ThirdApproved(e) => vec![(NamedAs::Third, &e.staff_no)],
        Event::TurnSkipped(e) => vec![(NamedAs::Skipped, &e.staff_no)],
        _ => Vec::new(),
    }
}
