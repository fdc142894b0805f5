//! Tickets: types, registering, who does them, what is done, closing; lists and a ticket's page.

mod board;
mod close;
mod course;
mod dispatch;
mod due;
mod files;
mod hands;
mod link;
mod list;
mod register;
pub(crate) mod said;
mod sheet;
mod statistics;
mod terms;
mod types;
mod view;
mod week;
pub(crate) mod words;
mod work;

pub use board::{TicketBoard, TicketColumnView, board};
pub use close::{
    AcceptForCustomer, CloseTicket, ConfirmTicket, DeliverTicket, RateTicket, VoidTicket, accept, close,
    confirm, deliver, rate, void,
};
pub use course::{
    AssignTicket, ConsentTicket, PauseTicket, RescheduleTicket, ResumeTicket, ReviewTicket, TakeTicket,
    assign, consent, pause, reschedule, resume, review, take,
};
pub use dispatch::{DispatchList, DispatchView, dispatch_list};
pub(crate) use due::{tickets_due, works_for};
pub(crate) use files::kind_of;
pub use files::{
    LookAtTicketFile, SaveTicketFile, TicketFileView, TicketFiles, files, label as file_label, look_at_file,
    save_file,
};
pub use hands::{
    AnswerHelp, AnswerPostponement, ApproveThird, AskHelp, AskPostponement, ChangeDemand, PassIncident,
    RefuseIncident, ReturnIncident, SetTicketCopies, TakeIncident, answer_help, answer_postponement,
    approve_third, ask_help, ask_postponement, change_demand, pass_on, refuse_incident, return_incident,
    set_copies, take_incident,
};
pub(crate) use link::into_new_opportunity;
pub use link::{LinkTicket, link};
pub use list::{TicketLine, Tickets, TicketsView, tickets};
pub(crate) use list::{standing_days, standing_word};
pub use register::{FillTicket, RegisterTicket, RegisteredView, fill, register};
pub use sheet::{ExportTickets, export};
pub(crate) use sheet::{register_rows, rows as sheet_rows};
pub use statistics::{
    ExportTicketStatistics, TicketStatistics, TicketStatisticsView, TicketTallyView, export_statistics,
    statistics,
};
pub use terms::{DeadlineRuleBody, DeadlineRulesView, DeadlineTerms, SetDeadlineTerms, set_terms, terms};
pub(crate) use types::same_shape;
pub use types::{
    CheckItemBody, ConditionBody, FieldBody, IssueCommonTicketType, IssueTicketType, RecordKindBody,
    RetireCommonTicketType, RetireTicketType, TicketTypeBody, TicketTypeView, TicketTypes, issue,
    issue_common, retire, retire_common, types,
};
pub(crate) use view::texts_of;
pub use view::{HandsView, Ticket, TicketRecordView, TicketView, ticket};
pub use week::{ExportSupportWeek, SupportWeek, SupportWeekView, export_support_week, support_week_of};
pub(crate) use words::Days;
pub use words::StepOfAnother;
pub use work::{
    AskAudit, DecideAudit, RecordOnTicket, SetTicketItem, SettleOpinion, StrikeTicketRecord, TakeTicketStep,
    ask_audit, decide_audit, item, record, settle, step, strike,
};
