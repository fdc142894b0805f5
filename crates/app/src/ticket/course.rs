//! The course of a ticket: consent and review, who is responsible, waiting, another last day.

use super::words::{Another, Days, StepOfAnother, choice, day_or, read, read_for, ticket_no, words};
use crate::api::Act;
use crate::error::AppError;
use crate::parse;
use crate::session::{App, Receipt};
use domain::Refusal;
use domain::ticket::{AssignFacts, DispatchOrder, TicketAct, propose};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Records the sales manager's consent to an application.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ConsentTicket {
    /// 工单号.
    pub ticket: String,
    /// Its day; today where absent.
    #[serde(default)]
    pub on: Option<String>,
    /// Who consented, and what shows it.
    pub behalf: StepOfAnother,
}

/// Reviews an application.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ReviewTicket {
    /// 工单号.
    pub ticket: String,
    /// `accepted`, `declined` or `moreNeeded`.
    pub outcome: String,
    /// The opinion.
    pub text: String,
    /// 代录, where somebody else reviewed.
    #[serde(default)]
    pub behalf: Option<StepOfAnother>,
}

/// Names who is responsible for a ticket.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct AssignTicket {
    /// 工单号.
    pub ticket: String,
    /// 工号 of 第一责任人.
    pub first: String,
    /// 工号 of 第二责任人.
    #[serde(default)]
    pub second: Option<String>,
    /// Why, where somebody named before is changed.
    #[serde(default)]
    pub text: Option<String>,
    /// Who was named when the account saw it; not compared where absent.
    #[serde(default)]
    pub seen: Option<NamedView>,
    /// Whether the first is taken in turn: whoever waited longer and is skipped loses this turn.
    #[serde(default)]
    pub in_turn: bool,
    /// The skill that was asked for.
    #[serde(default)]
    pub skill: Option<String>,
}

/// Who is named on a ticket.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct NamedView {
    /// 工号 of 第一责任人.
    #[serde(default)]
    pub first: Option<String>,
    /// 工号 of 第二责任人.
    #[serde(default)]
    pub second: Option<String>,
}

/// Takes a ticket that was assigned.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct TakeTicket {
    /// 工单号.
    pub ticket: String,
}

/// Says that somebody is waited for.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct PauseTicket {
    /// 工单号.
    pub ticket: String,
    /// Since that day; today where absent.
    #[serde(default)]
    pub from: Option<String>,
    /// For whom and what.
    pub text: String,
}

/// Says that the waiting is over.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ResumeTicket {
    /// 工单号.
    pub ticket: String,
    /// On that day; today where absent.
    #[serde(default)]
    pub to: Option<String>,
}

/// Agrees on another last day.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct RescheduleTicket {
    /// 工单号.
    pub ticket: String,
    /// The new last day.
    pub to: String,
    /// With whom and why.
    pub text: String,
}

/// `consentTicket`.
pub fn consent(app: &mut App, request: ConsentTicket) -> Result<Receipt, AppError> {
    let no = ticket_no(app, Act::ConsentTicket, &request.ticket)?;
    let today = app.today()?;
    let on = day_or(request.on.as_deref(), today)?;
    let another = Another::open(Some(request.behalf))?;
    app.decide(|tx, _| {
        let ticket = read(tx.conn(), &no)?;
        let days = Days::of(tx.conn(), today)?;
        let (behalf, person) = Another::store(tx, another)?;
        let said = words(tx, &ticket, None, Some(&person))?;
        let behalf = behalf.ok_or(Refusal::BasisNeeded)?;
        Ok(ticket.consent(on, behalf, said, &days.reckoning())?)
    })
}

/// `reviewTicket`.
pub fn review(app: &mut App, request: ReviewTicket) -> Result<Receipt, AppError> {
    let no = ticket_no(app, Act::ReviewTicket, &request.ticket)?;
    let today = app.today()?;
    let outcome = choice(&request.outcome)?;
    let another = Another::open(request.behalf)?;
    app.decide(|tx, actor| {
        let ticket = read(tx.conn(), &no)?;
        let (behalf, person) = Another::store(tx, another)?;
        let said = words(tx, &ticket, Some(&request.text), Some(&person))?;
        Ok(ticket.review(actor, outcome, said, behalf, today)?)
    })
}

/// `assignTicket`.
pub fn assign(app: &mut App, request: AssignTicket) -> Result<Receipt, AppError> {
    let no = ticket_no(app, Act::AssignTicket, &request.ticket)?;
    let today = app.today()?;
    let first = parse::staff_no(&request.first)?;
    let second = request.second.as_deref().map(str::trim).filter(|text| !text.is_empty());
    let second = second.map(parse::staff_no).transpose()?;
    let named = |text: &Option<String>| text.as_deref().map(parse::staff_no).transpose();
    let seen = match &request.seen {
        Some(seen) => Some((named(&seen.first)?, named(&seen.second)?)),
        None => None,
    };
    app.decide(|tx, _| {
        let ticket = read(tx.conn(), &no)?;
        if let Some((first, second)) = &seen {
            ticket.named_as(first.as_ref(), second.as_ref())?;
        }
        let days = Days::of(tx.conn(), today)?;
        let on_duty = ledger::ticket::facts::on_duty(tx.conn(), &no.unit, today)?;
        let said = words(tx, &ticket, request.text.as_deref(), None)?;
        let facts = AssignFacts { on_duty, with: days.reckoning() };
        if !request.in_turn {
            return Ok(ticket.assign(&facts, first, second, said)?);
        }
        let candidates = super::dispatch::candidates(tx.conn(), &no.unit, today)?;
        let list = propose(candidates, request.skill.as_deref(), DispatchOrder::Turn);
        Ok(ticket.assign_in_turn(&facts, first, second, said, &list)?)
    })
}

/// `takeTicket`.
pub fn take(app: &mut App, request: TakeTicket) -> Result<Receipt, AppError> {
    let no = ticket_no(app, Act::TakeTicket, &request.ticket)?;
    let hand = app.hand()?;
    let today = app.today()?;
    app.decide(|tx, _| Ok(read_for(tx.conn(), &no, hand.as_ref(), TicketAct::Take)?.take(today)?))
}

/// `pauseTicket`.
pub fn pause(app: &mut App, request: PauseTicket) -> Result<Receipt, AppError> {
    let no = ticket_no(app, Act::PauseTicket, &request.ticket)?;
    let hand = app.hand()?;
    let today = app.today()?;
    let from = day_or(request.from.as_deref(), today)?;
    app.decide(|tx, _| {
        let ticket = read_for(tx.conn(), &no, hand.as_ref(), TicketAct::Pause)?;
        let days = Days::of(tx.conn(), today)?;
        let said = words(tx, &ticket, Some(&request.text), None)?;
        Ok(ticket.pause(from, said, &days.reckoning())?)
    })
}

/// `resumeTicket`.
pub fn resume(app: &mut App, request: ResumeTicket) -> Result<Receipt, AppError> {
    let no = ticket_no(app, Act::ResumeTicket, &request.ticket)?;
    let hand = app.hand()?;
    let today = app.today()?;
    let to = day_or(request.to.as_deref(), today)?;
    app.decide(|tx, _| {
        let days = Days::of(tx.conn(), today)?;
        Ok(read_for(tx.conn(), &no, hand.as_ref(), TicketAct::Resume)?.resume(to, &days.reckoning())?)
    })
}

/// `rescheduleTicket`.
pub fn reschedule(app: &mut App, request: RescheduleTicket) -> Result<Receipt, AppError> {
    let no = ticket_no(app, Act::RescheduleTicket, &request.ticket)?;
    let today = app.today()?;
    let to = parse::date(&request.to)?;
    app.decide(|tx, _| {
        let ticket = read(tx.conn(), &no)?;
        let days = Days::of(tx.conn(), today)?;
        let said = words(tx, &ticket, Some(&request.text), None)?;
        Ok(ticket.reschedule(to, said, &days.reckoning())?)
    })
}
