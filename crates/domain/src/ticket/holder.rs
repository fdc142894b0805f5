//! Who answers for a ticket now: one engineer at any time (TKT-39), and why.

use super::{Ticket, TicketState};
use crate::kernel::StaffNo;
use serde::{Deserialize, Serialize};

/// Why somebody answers for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum HeldBecause {
    /// 第一责任人, as assigned (DSP-02).
    First,
    /// The second took an incident, and handles that only (DSP-10).
    Incident,
    /// Passed on and not taken: the first still (DSP-13).
    NotTaken,
    /// The second could not: the first still, until 售前经理 has acted (DSP-08, DSP-13).
    Refused,
}

impl HeldBecause {
    /// The clause it rests on.
    #[must_use]
    pub fn clause(self) -> &'static str {
        match self {
            Self::First => "DSP-02",
            Self::Incident => "DSP-10",
            Self::NotTaken => "DSP-13",
            Self::Refused => "DSP-08",
        }
    }
}

/// Who answers for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// 工号.
    pub staff_no: StaffNo,
    /// Why.
    pub because: HeldBecause,
}

impl Ticket {
    /// Who answers for it now; `None` where nobody was named or it has ended.
    #[must_use]
    pub fn holder(&self) -> Option<Holder> {
        let first = self.first.clone().filter(|_| !self.state.ended())?;
        if matches!(self.state, TicketState::Delivered | TicketState::Confirmed) {
            return Some(Holder { staff_no: first, because: HeldBecause::First });
        }
        Some(match self.incident() {
            Some(incident) if incident.taken_on.is_some() => {
                Holder { staff_no: incident.to.clone(), because: HeldBecause::Incident }
            }
            Some(_) => Holder { staff_no: first, because: HeldBecause::NotTaken },
            None if self.escalated_on.is_some() => Holder { staff_no: first, because: HeldBecause::Refused },
            None => Holder { staff_no: first, because: HeldBecause::First },
        })
    }
}
