//! Tickets: types, registering, who does them, what is done, closing; lists and a ticket's page.

mod close;
mod course;
mod dispatch;
mod due;
mod hands;
mod list;
mod register;
mod terms;
mod types;
mod view;
mod week;
mod words;
mod work;

pub use close::{
    AcceptForCustomer, CloseTicket, ConfirmTicket, DeliverTicket, RateTicket, VoidTicket, accept, close,
    confirm, deliver, rate, void,
};
pub use course::{
    AssignTicket, ConsentTicket, PauseTicket, RescheduleTicket, ResumeTicket, ReviewTicket, TakeTicket,
    assign, consent, pause, reschedule, resume, review, take,
};
pub use dispatch::{DispatchList, DispatchView, dispatch_list};
pub(crate) use due::tickets_due;
pub use hands::{
    AnswerHelp, AnswerPostponement, ApproveThird, AskHelp, AskPostponement, ChangeDemand, PassIncident,
    RefuseIncident, ReturnIncident, SetTicketCopies, TakeIncident, answer_help, answer_postponement,
    approve_third, ask_help, ask_postponement, change_demand, pass_on, refuse_incident, return_incident,
    set_copies, take_incident,
};
pub use list::{TicketLine, Tickets, TicketsView, tickets};
pub use register::{FillTicket, RegisterTicket, RegisteredView, fill, register};
pub use terms::{DeadlineRuleBody, DeadlineRulesView, DeadlineTerms, SetDeadlineTerms, set_terms, terms};
pub use types::{
    IssueCommonTicketType, IssueTicketType, RetireCommonTicketType, RetireTicketType, TicketTypeBody,
    TicketTypeView, TicketTypes, issue, issue_common, retire, retire_common, types,
};
pub use view::{Ticket, TicketView, ticket};
pub use week::{SupportWeek, SupportWeekView, support_week_of};
pub use work::{
    AskAudit, DecideAudit, RecordOnTicket, SetTicketItem, StrikeTicketRecord, TakeTicketStep, ask_audit,
    decide_audit, item, record, step, strike,
};
