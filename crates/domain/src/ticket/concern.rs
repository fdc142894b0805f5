//! Whose a ticket is: who asked for it follows it to its end (ORG-11), and its hands do what it asks (ORG-13). Others of their roles
//! do not know that it is there.

use super::{ApprovalPost, Ticket, TicketAct};
use crate::kernel::{AccountName, StaffNo};
use crate::refusal::Refusal;

/// For whom tickets are theirs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Concern {
    /// 申请人, by account.
    AskedBy(AccountName),
    /// An engineer, by 工号: first, second, or invited: something was passed to them, or all three approved them.
    HandOf(StaffNo),
    /// An engineer's account that no staff number is tied to: none is.
    Nobody,
}

impl Ticket {
    /// Whether it is theirs. Lists ask the same of the tables (`ledger::ticket::list`).
    #[must_use]
    pub fn concerns(&self, whom: &Concern) -> bool {
        match whom {
            Concern::AskedBy(account) => self.requester.as_ref() == Some(account),
            Concern::HandOf(staff_no) => self.is_hand(staff_no),
            Concern::Nobody => false,
        }
    }

    fn is_hand(&self, staff_no: &StaffNo) -> bool {
        let named = self.first.as_ref() == Some(staff_no) || self.second.as_ref() == Some(staff_no);
        let by = |post: &ApprovalPost| {
            self.thirds.iter().any(|one| one.staff_no == *staff_no && one.post == *post)
        };
        let approved = || ApprovalPost::ALL.iter().all(by);
        named || self.incidents.iter().any(|incident| incident.to == *staff_no) || approved()
    }

    /// Whether an act is that engineer's to do: what was passed on is the second's, everything else the first's (DSP-02, DSP-10).
    #[must_use]
    pub fn is_for_hand(&self, staff_no: &StaffNo, act: TicketAct) -> bool {
        match act {
            TicketAct::TakeIncident | TicketAct::RefuseIncident | TicketAct::ReturnIncident => {
                self.incident().is_some_and(|incident| incident.to == *staff_no)
            }
            _ => self.first.as_ref() == Some(staff_no),
        }
    }

    /// Refuses an act of an engineer that is another hand's; `hand` is `None` for accounts that are no engineer's.
    ///
    /// # Errors
    /// [`Refusal::OtherHand`].
    pub fn by_hand(&self, hand: Option<&StaffNo>, act: TicketAct) -> Result<(), Refusal> {
        match hand {
            Some(staff_no) if !self.is_for_hand(staff_no, act) => {
                Err(Refusal::OtherHand { ticket: self.no.clone() })
            }
            _ => Ok(()),
        }
    }
}
