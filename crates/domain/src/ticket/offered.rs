//! Which acts are offered on a ticket as it stands, the most likely first. What each needs beside, its own rule says.

use super::{Acceptance, Ticket, TicketState};
use serde::{Deserialize, Serialize};

/// An act on a ticket as a whole; what is done with its parts and records stands beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TicketAct {
    /// 登记销售经理同意.
    Consent,
    /// 评审立项.
    Review,
    /// 分派, or 改派 where somebody is named.
    Assign,
    /// 接单.
    Take,
    /// 登记客户认可.
    Accept,
    /// 交付.
    Deliver,
    /// 登记等待.
    Pause,
    /// 结束等待.
    Resume,
    /// 商定新日期.
    Reschedule,
    /// 确认完成.
    Confirm,
    /// 办结.
    Close,
    /// 评价.
    Rate,
    /// 作无效办结.
    Void,
}

impl Ticket {
    /// What may be done with it now by somebody who may do these acts at all.
    #[must_use]
    pub fn offered(&self, may: impl Fn(TicketAct) -> bool) -> Vec<TicketAct> {
        use TicketAct::{
            Accept, Assign, Close, Confirm, Consent, Deliver, Pause, Rate, Reschedule, Resume, Review, Take,
            Void,
        };
        let waits = self.waiting().is_some();
        let customer = self.kind.acceptance == Acceptance::Customer && self.accepted_on.is_none();
        let each = match self.state {
            TicketState::Applied => vec![(true, Consent), (true, Void)],
            TicketState::Consented => {
                vec![(true, Review), (waits, Resume), (!waits, Pause), (!waits, Reschedule), (true, Void)]
            }
            TicketState::Unassigned => vec![(true, Assign), (true, Reschedule), (true, Void)],
            TicketState::Assigned => vec![
                (true, Take),
                (true, Assign),
                (waits, Resume),
                (!waits, Pause),
                (!waits, Reschedule),
                (true, Void),
            ],
            TicketState::Running => vec![
                (waits, Resume),
                (customer && !waits, Accept),
                (!waits, Deliver),
                (true, Assign),
                (!waits, Pause),
                (!waits, Reschedule),
                (true, Void),
            ],
            TicketState::Delivered => vec![(true, Confirm), (customer, Accept)],
            TicketState::Confirmed => {
                vec![(self.missing().is_empty(), Close), (self.rating.is_none(), Rate), (customer, Accept)]
            }
            TicketState::Closed | TicketState::Declined | TicketState::Void => vec![],
        };
        each.into_iter().filter(|(now, act)| *now && may(*act)).map(|(_, act)| act).collect()
    }
}
