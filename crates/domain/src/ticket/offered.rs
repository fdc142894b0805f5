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
    pub fn offered(&self, may: impl Fn(TicketAct) -> bool) -> Vec<TicketAct> {
        use TicketAct::{Accept, Assign, Close, Confirm, Consent, Rate, Reschedule, Review, Void};
        let waits = self.waiting().is_some();
        let customer = self.kind.acceptance == Acceptance::Customer && self.accepted_on.is_none();
        let copies = (true, TicketAct::SetCopies);
        let each = match self.state {
            TicketState::Applied => vec![(true, Consent), copies, (true, Void)],
            TicketState::Consented => vec![(true, Review), (!waits, Reschedule), copies, (true, Void)],
            TicketState::Unassigned => vec![(true, Assign), (true, Reschedule), copies, (true, Void)],
            TicketState::Assigned | TicketState::Running => self.offered_at_work(waits, customer),
            TicketState::Delivered => {
                vec![
                    (true, Confirm),
                    (customer, Accept),
                    (self.helps_open().next().is_some(), TicketAct::AnswerHelp),
                ]
            }
            TicketState::Confirmed => vec![
                (self.missing().is_empty(), Close),
                (self.rating.is_none(), Rate),
                (customer, Accept),
                (self.helps_open().next().is_some(), TicketAct::AnswerHelp),
            ],
            TicketState::Closed | TicketState::Declined | TicketState::Void => vec![],
        };
        each.into_iter().filter(|(now, act)| *now && may(*act)).map(|(_, act)| act).collect()
    }

    /// While somebody works on it, or is about to.
    fn offered_at_work(&self, waits: bool, customer: bool) -> Vec<(bool, TicketAct)> {
        use TicketAct::{
            Accept, AnswerHelp, AnswerPostponement, ApproveThird, AskHelp, AskPostponement, Assign,
            ChangeDemand, Deliver, PassOn, Pause, RefuseIncident, Reschedule, Resume, ReturnIncident,
            SetCopies, Take, TakeIncident, Void,
        };
        let running = self.state == TicketState::Running;
        let incident = self.incident();
        let taken = incident.is_some_and(|incident| incident.taken_on.is_some());
        let has_second = self.second.is_some() && incident.is_none();
        // It cannot wait, and the second has not had it since.
        let urgent = self.postponement.is_some_and(|asked| asked.urgent());
        let passed = self
            .incidents
            .last()
            .is_some_and(|last| self.postponement.is_some_and(|asked| asked.asked_on <= last.passed_on));
        let pressing = urgent && has_second && !passed;
        let asked = self.asked_to_postpone().is_some();
        vec![
            (!running, Take),
            (waits, Resume),
            (asked, AnswerPostponement),
            (incident.is_some() && !taken, TakeIncident),
            (taken, ReturnIncident),
            (pressing, PassOn),
            (running && customer && !waits, Accept),
            (running && !waits && incident.is_none(), Deliver),
            (incident.is_none(), Assign),
            (!waits, Pause),
            (!waits, Reschedule),
            (!waits && !asked && incident.is_none(), AskPostponement),
            (has_second && !pressing, PassOn),
            (incident.is_some(), RefuseIncident),
            (has_second, ApproveThird),
            (true, ChangeDemand),
            (self.helps_open().next().is_some(), AnswerHelp),
            (true, AskHelp),
            (true, SetCopies),
            (true, Void),
        ]
    }
}
