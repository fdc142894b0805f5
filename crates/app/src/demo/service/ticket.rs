//! A ticket of the year, and what is done with it.

mod content;
mod plan;

use super::words::{BASES, VOID, WAITS};
use crate::demo::year::{Stage, unit_code};
use crate::error::AppError;
use crate::ticket::{
    AcceptForCustomer, AskAudit, AssignTicket, CloseTicket, ConfirmTicket, ConsentTicket, DecideAudit,
    DeliverTicket, FillTicket, PauseTicket, RateTicket, RecordOnTicket, RegisterTicket, ReviewTicket,
    SetTicketItem, StepOfAnother, TakeTicket, TakeTicketStep, VoidTicket,
};
pub(super) use plan::tickets;

/// A ticket as it is planned.
pub(super) struct Ticket {
    pub unit: &'static str,
    pub kind: &'static str,
    pub customer: usize,
    pub project: Option<usize>,
    pub title: String,
    pub requester: String,
    pub phone: String,
    pub channel: &'static str,
    pub urgency: &'static str,
    pub complexity: &'static str,
    /// 要求完成.
    pub due_on: Option<String>,
    pub first: String,
    pub second: Option<String>,
    /// Turns what is said on it one way or another.
    pub turn: usize,
    /// Its number, once it is registered.
    pub number: Option<String>,
}

/// Something that is done with a ticket.
#[derive(Clone, Copy)]
pub(super) enum TicketAct {
    Register,
    Consent,
    Review,
    Decline,
    Assign,
    Take,
    Pause,
    Fill,
    Step(&'static str),
    Record(&'static str),
    /// A part, with one of the demo's files.
    Part(&'static str, usize),
    /// A part that does not apply.
    NoPart(&'static str),
    AskAudit(usize),
    Audited(bool),
    Accept,
    Deliver,
    Confirm,
    /// The requester says that it is not what was asked for.
    Reject,
    Rate,
    Close,
    Void,
}

impl Stage<'_> {
    pub(super) fn ticket(
        &mut self,
        ticket: &mut Ticket,
        customer: &str,
        project: Option<String>,
        act: TicketAct,
    ) -> Result<(), AppError> {
        if let TicketAct::Register = act {
            let registered = self.app.invoke(RegisterTicket {
                unit: unit_code(ticket.unit)?,
                kind: ticket.kind.to_owned(),
                own: false,
                title: ticket.title.clone(),
                customer: Some(customer.to_owned()),
                customer_no: None,
                opportunity: project,
                requester: None,
                contact: Some(ticket.requester.clone()),
                phone: Some(ticket.phone.clone()),
                channel: ticket.channel.to_owned(),
                urgency: ticket.urgency.to_owned(),
                complexity: ticket.complexity.to_owned(),
                received_on: None,
                due_on: ticket.due_on.clone(),
                fields: content::at_start(ticket, self.app.today()?),
            })?;
            ticket.number = Some(registered.ticket);
            return Ok(());
        }
        let Some(number) = ticket.number.clone() else { return Ok(()) };
        let basis = BASES[ticket.turn % BASES.len()];
        let another = |person: &str| StepOfAnother {
            person: person.to_owned(),
            basis: basis.to_owned(),
            evidence: None,
        };
        let requester = || another(&ticket.requester);
        let file = |place: usize| self.papers[place % self.papers.len()].path().display().to_string();
        let app = &mut *self.app;
        match act {
            TicketAct::Register => {}
            TicketAct::Consent => {
                let behalf = another("销售经理 何嘉欣");
                app.invoke(ConsentTicket { ticket: number, on: None, behalf })?;
            }
            TicketAct::Review => {
                let (outcome, text) = ("accepted".to_owned(), "同意支撑，按期完成。".to_owned());
                app.invoke(ReviewTicket { ticket: number, outcome, text, behalf: None })?;
            }
            TicketAct::Decline => {
                let (outcome, text) =
                    ("declined".to_owned(), "超出支撑范围，建议由交付部门答复。".to_owned());
                app.invoke(ReviewTicket { ticket: number, outcome, text, behalf: None })?;
            }
            TicketAct::Assign => {
                let (first, second) = (ticket.first.clone(), ticket.second.clone());
                app.invoke(AssignTicket {
                    ticket: number,
                    first,
                    second,
                    text: None,
                    seen: None,
                    in_turn: false,
                    skill: None,
                })?;
            }
            TicketAct::Take => drop(app.invoke(TakeTicket { ticket: number })?),
            TicketAct::Pause => {
                let text = WAITS[ticket.turn % WAITS.len()].to_owned();
                app.invoke(PauseTicket { ticket: number, from: None, text })?;
            }
            TicketAct::Fill => {
                let fields = content::at_work(ticket.kind, app.today()?);
                app.invoke(FillTicket { ticket: number, fields })?;
            }
            TicketAct::Step(step) => {
                app.invoke(TakeTicketStep { ticket: number, step: step.to_owned(), on: None, text: None })?;
            }
            TicketAct::Record(kind) => {
                let (kind, fields) = (kind.to_owned(), content::record(kind));
                app.invoke(RecordOnTicket { ticket: number, kind, on: None, fields, file: None })?;
            }
            TicketAct::Part(item, place) => {
                let (item, state, file) = (item.to_owned(), "done".to_owned(), Some(file(place)));
                app.invoke(SetTicketItem { ticket: number, item, state, file, reason: None })?;
            }
            TicketAct::NoPart(item) => {
                let (item, state) = (item.to_owned(), "notApplicable".to_owned());
                let reason = Some("本项目不涉及".to_owned());
                app.invoke(SetTicketItem { ticket: number, item, state, file: None, reason })?;
            }
            TicketAct::AskAudit(place) => {
                let file = file(place);
                app.invoke(AskAudit { ticket: number, file })?;
            }
            TicketAct::Audited(accepted) => {
                let text = (!accepted).then(|| "商务偏离表缺项，报价汇总与分项不一致。".to_owned());
                let behalf = another("政企客户部 陈主任");
                app.invoke(DecideAudit { ticket: number, accepted, on: None, text, behalf })?;
            }
            TicketAct::Accept => {
                app.invoke(AcceptForCustomer {
                    ticket: number, on: None, behalf: another("客户信息科")
                })?;
            }
            TicketAct::Deliver => drop(app.invoke(DeliverTicket { ticket: number, on: None, text: None })?),
            TicketAct::Confirm => {
                let behalf = Some(requester());
                app.invoke(ConfirmTicket { ticket: number, accepted: true, text: None, behalf })?;
            }
            TicketAct::Reject => {
                let text = Some("缺少拓扑图，请补充后再交付。".to_owned());
                let behalf = Some(requester());
                app.invoke(ConfirmTicket { ticket: number, accepted: false, text, behalf })?;
            }
            TicketAct::Rate => {
                let (marks, text) = content::rating(ticket.turn);
                let behalf = Some(requester());
                app.invoke(RateTicket { ticket: number, marks, text, behalf })?;
            }
            TicketAct::Close => drop(app.invoke(CloseTicket { ticket: number })?),
            TicketAct::Void => {
                let text = VOID[ticket.turn % VOID.len()].to_owned();
                app.invoke(VoidTicket { ticket: number, text })?;
            }
        }
        Ok(())
    }
}
