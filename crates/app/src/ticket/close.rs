//! Delivering, the customer's and the requester's word, rating, closing.

use super::words::{Another, StepOfAnother, day_or, read, read_for, ticket_no, words};
use crate::api::Act;
use crate::error::AppError;
use crate::session::{App, Receipt};
use domain::Refusal;
use domain::ticket::{Rating, RatingQuestion, TicketAct};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Delivers the outcome of a ticket.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct DeliverTicket {
    /// 工单号.
    pub ticket: String,
    /// Its day; today where absent.
    #[serde(default)]
    pub on: Option<String>,
    /// To whom and how.
    #[serde(default)]
    pub text: Option<String>,
}

/// Records that the customer agrees with the outcome.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct AcceptForCustomer {
    /// 工单号.
    pub ticket: String,
    /// Its day; today where absent.
    #[serde(default)]
    pub on: Option<String>,
    /// Who agreed, and what shows it.
    pub behalf: StepOfAnother,
}

/// Confirms that the support is over, or says why it is not.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ConfirmTicket {
    /// 工单号.
    pub ticket: String,
    /// Over.
    pub accepted: bool,
    /// Why not.
    #[serde(default)]
    pub text: Option<String>,
    /// 代录, where the requester said so elsewhere.
    #[serde(default)]
    pub behalf: Option<StepOfAnother>,
}

/// Rates the support.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct RateTicket {
    /// 工单号.
    pub ticket: String,
    /// 1 to 5 for `response`, `quality`, `expertise` and `attitude`.
    pub marks: BTreeMap<String, u8>,
    /// Why, where a mark is low.
    #[serde(default)]
    pub text: Option<String>,
    /// 代录, where the requester said so elsewhere.
    #[serde(default)]
    pub behalf: Option<StepOfAnother>,
}

/// Closes a ticket that lacks nothing.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct CloseTicket {
    /// 工单号.
    pub ticket: String,
}

/// Closes a ticket that is not to be done.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct VoidTicket {
    /// 工单号.
    pub ticket: String,
    /// The advice given.
    pub text: String,
}

/// `deliverTicket`.
pub fn deliver(app: &mut App, request: DeliverTicket) -> Result<Receipt, AppError> {
    let no = ticket_no(app, Act::DeliverTicket, &request.ticket)?;
    let hand = app.hand()?;
    let today = app.today()?;
    let on = day_or(request.on.as_deref(), today)?;
    app.decide(|tx, _| {
        let ticket = read_for(tx.conn(), &no, hand.as_ref(), TicketAct::Deliver)?;
        let said = words(tx, &ticket, request.text.as_deref(), None)?;
        Ok(ticket.deliver(on, said, today)?)
    })
}

/// `acceptForCustomer`.
pub fn accept(app: &mut App, request: AcceptForCustomer) -> Result<Receipt, AppError> {
    let no = ticket_no(app, Act::AcceptForCustomer, &request.ticket)?;
    let hand = app.hand()?;
    let today = app.today()?;
    let on = day_or(request.on.as_deref(), today)?;
    let another = Another::open(Some(request.behalf))?;
    app.decide(|tx, _| {
        let ticket = read_for(tx.conn(), &no, hand.as_ref(), TicketAct::Accept)?;
        let (behalf, person) = Another::store(tx, another)?;
        let said = words(tx, &ticket, None, Some(&person))?;
        let behalf = behalf.ok_or(Refusal::BasisNeeded)?;
        Ok(ticket.accept(on, said, behalf, today)?)
    })
}

/// `confirmTicket`.
pub fn confirm(app: &mut App, request: ConfirmTicket) -> Result<Receipt, AppError> {
    let no = ticket_no(app, Act::ConfirmTicket, &request.ticket)?;
    let today = app.today()?;
    let another = Another::open(request.behalf)?;
    app.decide(|tx, actor| {
        let ticket = read(tx.conn(), &no)?;
        let (behalf, person) = Another::store(tx, another)?;
        let said = words(tx, &ticket, request.text.as_deref(), Some(&person))?;
        Ok(ticket.confirm(actor, request.accepted, said, behalf, today)?)
    })
}

/// `rateTicket`.
pub fn rate(app: &mut App, request: RateTicket) -> Result<Receipt, AppError> {
    let no = ticket_no(app, Act::RateTicket, &request.ticket)?;
    let another = Another::open(request.behalf)?;
    let mark = |(question, mark): (&String, &u8)| {
        Ok::<_, AppError>((super::words::choice::<RatingQuestion>(question)?, *mark))
    };
    let rating = Rating(request.marks.iter().map(mark).collect::<Result<_, _>>()?);
    app.decide(|tx, actor| {
        let ticket = read(tx.conn(), &no)?;
        let (behalf, person) = Another::store(tx, another)?;
        let said = words(tx, &ticket, request.text.as_deref(), Some(&person))?;
        Ok(ticket.rate(actor, rating, said, behalf)?)
    })
}

/// `closeTicket`.
pub fn close(app: &mut App, request: CloseTicket) -> Result<Receipt, AppError> {
    let no = ticket_no(app, Act::CloseTicket, &request.ticket)?;
    let today = app.today()?;
    app.decide(|tx, _| Ok(read(tx.conn(), &no)?.close(today)?))
}

/// `voidTicket`.
pub fn void(app: &mut App, request: VoidTicket) -> Result<Receipt, AppError> {
    let no = ticket_no(app, Act::VoidTicket, &request.ticket)?;
    let today = app.today()?;
    app.decide(|tx, _| {
        let ticket = read(tx.conn(), &no)?;
        let said = words(tx, &ticket, Some(&request.text), None)?;
        Ok(ticket.void(said, today)?)
    })
}
