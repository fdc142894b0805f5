//! Which acts are offered on a ticket as it stands, the most likely first. What each needs beside, its own rule says.

use super::{Acceptance, Ticket, TicketState};
use crate::deadline::Reckoning;
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
    /// 征求推迟: the first is busy.
    AskPostponement,
    /// 登记推迟答复.
    AnswerPostponement,
    /// 转第二责任人.
    PassOn,
    /// 第二责任人接办.
    TakeIncident,
    /// 第二责任人无法接办.
    RefuseIncident,
    /// 交回第一责任人.
    ReturnIncident,
    /// 第三人审批.
    ApproveThird,
    /// 登记需求变更.
    ChangeDemand,
    /// 请其他部门或研发中心支持.
    AskHelp,
    /// 登记支持结果.
    AnswerHelp,
    /// 设置抄送.
    SetCopies,
    /// 作无效办结.
    Void,
}

impl Ticket {
    /// What may be done with it now by somebody who may do these acts at all.
    #[must_use]
    pub fn offered(&self, with: &Reckoning<'_>, may: impl Fn(TicketAct) -> bool) -> Vec<TicketAct> {
        use TicketAct::{
            Accept, AnswerHelp, AnswerPostponement, Assign, Close, Confirm, Consent, Pause, Rate, Reschedule,
            Resume, Review, SetCopies, Void,
        };
        let waits = self.waiting().is_some();
        let customer = self.kind.acceptance == Acceptance::Customer && self.accepted_on.is_none();
        let helps = self.helps_open().next().is_some();
        let free = !waits && !self.question_open(with);
        // What was open when the demand changed is open still.
        let open = [
            (waits, Resume),
            (self.asked_to_postpone().is_some(), AnswerPostponement),
            (helps, AnswerHelp),
            (true, SetCopies),
            (true, Void),
        ];
        let each = match self.state {
            TicketState::Applied => [vec![(true, Consent)], open.to_vec()].concat(),
            TicketState::Consented => {
                [vec![(true, Review), (free, Pause), (free, Reschedule)], open.to_vec()].concat()
            }
            TicketState::Unassigned => {
                vec![(true, Assign), (free, Reschedule), (true, SetCopies), (true, Void)]
            }
            TicketState::Assigned | TicketState::Running => self.offered_at_work(with, customer),
            TicketState::Delivered => vec![(true, Confirm), (customer, Accept), (helps, AnswerHelp)],
            TicketState::Confirmed => vec![
                (self.missing().is_empty(), Close),
                (self.rating.is_none(), Rate),
                (customer, Accept),
                (helps, AnswerHelp),
            ],
            TicketState::Closed | TicketState::Declined | TicketState::Void => vec![],
        };
        each.into_iter().filter(|(now, act)| *now && may(*act)).map(|(_, act)| act).collect()
    }

    /// While somebody works on it, or is about to.
    fn offered_at_work(&self, with: &Reckoning<'_>, customer: bool) -> Vec<(bool, TicketAct)> {
        use TicketAct::{
            Accept, AnswerHelp, AnswerPostponement, ApproveThird, AskHelp, AskPostponement, Assign,
            ChangeDemand, Deliver, PassOn, Pause, RefuseIncident, Reschedule, Resume, ReturnIncident,
            SetCopies, Take, TakeIncident, Void,
        };
        let running = self.state == TicketState::Running;
        let waits = self.waiting().is_some();
        let free = !waits && !self.question_open(with);
        let incident = self.incident();
        let taken = incident.is_some_and(|incident| incident.taken_on.is_some());
        let has_second = self.second.is_some() && incident.is_none();
        let pressing = self.urgent_now() && has_second;
        vec![
            (!running, Take),
            (waits, Resume),
            (self.asked_to_postpone().is_some(), AnswerPostponement),
            (incident.is_some() && !taken, TakeIncident),
            (taken, ReturnIncident),
            (pressing, PassOn),
            (running && customer && !waits, Accept),
            (running && !waits && incident.is_none(), Deliver),
            (incident.is_none(), Assign),
            (free, Pause),
            (free, Reschedule),
            (free && incident.is_none(), AskPostponement),
            (has_second && !pressing, PassOn),
            (incident.is_some(), RefuseIncident),
            (self.engaged.is_some() && incident.is_none(), ApproveThird),
            (true, ChangeDemand),
            (self.helps_open().next().is_some(), AnswerHelp),
            (true, AskHelp),
            (true, SetCopies),
            (true, Void),
        ]
    }
}
