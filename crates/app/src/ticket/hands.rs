//! Who answers for a ticket: putting off, passing on to the second and back, the approvals of a third, a changed demand, what
//! others are asked, copies.

use super::words::{
    Another, Days, StepOfAnother, choice, day_or, keep_words, opened, read, read_for, stored, ticket_no,
    words,
};
use crate::api::Act;
use crate::error::AppError;
use crate::parse;
use crate::session::{App, Receipt};
use domain::Refusal;
use domain::ticket::{DemandChange, HelpAnswer, Passing, TicketAct};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks the requester whether a ticket can be put off.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct AskPostponement {
    /// 工单号.
    pub ticket: String,
    /// 空余时间: the first is free from that day.
    pub free_on: String,
    /// Done by that day then, a working day.
    pub to: String,
    /// Why.
    pub text: String,
}

/// Records the requester's answer to that.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct AnswerPostponement {
    /// 工单号.
    pub ticket: String,
    /// `agreed` or `urgent`.
    pub answer: String,
    /// What was said.
    #[serde(default)]
    pub text: Option<String>,
    /// 代录, where the requester said so elsewhere.
    #[serde(default)]
    pub behalf: Option<StepOfAnother>,
}

/// Passes an incident to the second.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct PassIncident {
    /// 工单号.
    pub ticket: String,
    /// 内容.
    pub content: String,
    /// 范围.
    pub scope: String,
    /// 时间: from that day; today where absent.
    #[serde(default)]
    pub from: Option<String>,
    /// To that day.
    pub until: String,
    /// `first`, or `requester` where 销售 found the second.
    pub by: String,
}

/// The second takes what was passed on.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct TakeIncident {
    /// 工单号.
    pub ticket: String,
}

/// The second cannot, and explains it to 售前经理.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct RefuseIncident {
    /// 工单号.
    pub ticket: String,
    /// Why.
    pub text: String,
}

/// Returns the incident to the first.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct ReturnIncident {
    /// 工单号.
    pub ticket: String,
    /// How the first was told: `phone` or `mail`.
    pub told_by: String,
    /// What came of it.
    pub text: String,
}

/// Records an approval of a third engineer.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct ApproveThird {
    /// 工单号.
    pub ticket: String,
    /// 工号 of the third.
    pub staff_no: String,
    /// `supportManager`, `technicalDirector` or `generalManager`.
    pub post: String,
    /// The opinion.
    #[serde(default)]
    pub text: Option<String>,
    /// 代录, where somebody else approved.
    #[serde(default)]
    pub behalf: Option<StepOfAnother>,
}

/// Records a change of demand.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct ChangeDemand {
    /// 工单号.
    pub ticket: String,
    /// What changes.
    pub text: String,
    /// Whether it is applied for and reviewed again.
    #[serde(default)]
    pub again: bool,
    /// The written application, or what the customer sent.
    #[serde(default)]
    pub file: Option<String>,
    /// 代录, where the requester said so elsewhere.
    #[serde(default)]
    pub behalf: Option<StepOfAnother>,
}

/// Asks research and development, or another department.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct AskHelp {
    /// 工单号.
    pub ticket: String,
    /// `research` or `department`.
    pub from: String,
    /// The department's name.
    #[serde(default)]
    pub department: Option<String>,
    /// What is asked.
    pub text: String,
    /// The form.
    #[serde(default)]
    pub file: Option<String>,
}

/// Records the answer of others, told to the requester.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct AnswerHelp {
    /// 工单号.
    pub ticket: String,
    /// Which, by number.
    pub help: u32,
    /// Whether it is solved.
    pub solved: bool,
    /// Its day; today where absent.
    #[serde(default)]
    pub on: Option<String>,
    /// The requester was told on that day; today where absent.
    #[serde(default)]
    pub told_on: Option<String>,
    /// The answer.
    pub text: String,
    /// Their paper.
    #[serde(default)]
    pub file: Option<String>,
    /// Who answered, and what shows it.
    pub behalf: StepOfAnother,
}

/// Names who else gets copies.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct SetTicketCopies {
    /// 工单号.
    pub ticket: String,
    /// Their names; empty for nobody.
    pub names: String,
}

/// `askPostponement`.
pub fn ask_postponement(app: &mut App, request: AskPostponement) -> Result<Receipt, AppError> {
    let no = ticket_no(app, Act::AskPostponement, &request.ticket)?;
    let hand = app.hand()?;
    let today = app.today()?;
    let (free_on, to) = (parse::date(&request.free_on)?, parse::date(&request.to)?);
    app.decide(|tx, _| {
        let ticket = read_for(tx.conn(), &no, hand.as_ref(), TicketAct::AskPostponement)?;
        let days = Days::of(tx.conn(), today)?;
        let said = words(tx, &ticket, Some(&request.text), None)?;
        Ok(ticket.ask_postponement(free_on, to, said, &days.reckoning())?)
    })
}

/// `answerPostponement`.
pub fn answer_postponement(app: &mut App, request: AnswerPostponement) -> Result<Receipt, AppError> {
    let no = ticket_no(app, Act::AnswerPostponement, &request.ticket)?;
    let today = app.today()?;
    let answer = choice(&request.answer)?;
    let another = Another::open(request.behalf)?;
    app.decide(|tx, actor| {
        let ticket = read(tx.conn(), &no)?;
        let (behalf, person) = Another::store(tx, another)?;
        let days = Days::of(tx.conn(), today)?;
        let said = words(tx, &ticket, request.text.as_deref(), Some(&person))?;
        Ok(ticket.answer_postponement(actor, answer, said, behalf, &days.reckoning())?)
    })
}

/// `passIncident`.
pub fn pass_on(app: &mut App, request: PassIncident) -> Result<Receipt, AppError> {
    let no = ticket_no(app, Act::PassIncident, &request.ticket)?;
    let hand = app.hand()?;
    let today = app.today()?;
    let (from, until) = (day_or(request.from.as_deref(), today)?, parse::date(&request.until)?);
    let by = choice(&request.by)?;
    app.decide(|tx, _| {
        let ticket = read_for(tx.conn(), &no, hand.as_ref(), TicketAct::PassOn)?;
        let texts = [("text", request.content.as_str()), ("scope", request.scope.as_str())];
        let words = keep_words(tx, &ticket, &texts)?;
        let scope = !request.scope.trim().is_empty();
        Ok(ticket.pass_on(Passing { words, scope, from, until, by }, today)?)
    })
}

/// `takeIncident`.
pub fn take_incident(app: &mut App, request: TakeIncident) -> Result<Receipt, AppError> {
    let no = ticket_no(app, Act::TakeIncident, &request.ticket)?;
    let hand = app.hand()?;
    let today = app.today()?;
    app.decide(|tx, _| {
        Ok(read_for(tx.conn(), &no, hand.as_ref(), TicketAct::TakeIncident)?.take_incident(today)?)
    })
}

/// `refuseIncident`.
pub fn refuse_incident(app: &mut App, request: RefuseIncident) -> Result<Receipt, AppError> {
    let no = ticket_no(app, Act::RefuseIncident, &request.ticket)?;
    let hand = app.hand()?;
    let today = app.today()?;
    app.decide(|tx, _| {
        let ticket = read_for(tx.conn(), &no, hand.as_ref(), TicketAct::RefuseIncident)?;
        let said = words(tx, &ticket, Some(&request.text), None)?;
        Ok(ticket.refuse_incident(said, today)?)
    })
}

/// `returnIncident`.
pub fn return_incident(app: &mut App, request: ReturnIncident) -> Result<Receipt, AppError> {
    let no = ticket_no(app, Act::ReturnIncident, &request.ticket)?;
    let hand = app.hand()?;
    let today = app.today()?;
    let told_by = choice(&request.told_by)?;
    app.decide(|tx, _| {
        let ticket = read_for(tx.conn(), &no, hand.as_ref(), TicketAct::ReturnIncident)?;
        let said = words(tx, &ticket, Some(&request.text), None)?;
        Ok(ticket.return_incident(told_by, said, today)?)
    })
}

/// `approveThird`.
pub fn approve_third(app: &mut App, request: ApproveThird) -> Result<Receipt, AppError> {
    let no = ticket_no(app, Act::ApproveThird, &request.ticket)?;
    let today = app.today()?;
    let (staff_no, post) = (parse::staff_no(&request.staff_no)?, choice(&request.post)?);
    let another = Another::open(request.behalf)?;
    app.decide(|tx, actor| {
        let ticket = read(tx.conn(), &no)?;
        let on_duty = ledger::ticket::facts::on_duty(tx.conn(), &no.unit, today)?;
        let (behalf, person) = Another::store(tx, another)?;
        let said = words(tx, &ticket, request.text.as_deref(), Some(&person))?;
        Ok(ticket.approve_third(actor, staff_no, post, said, behalf, &on_duty, today)?)
    })
}

/// `changeDemand`.
pub fn change_demand(app: &mut App, request: ChangeDemand) -> Result<Receipt, AppError> {
    let no = ticket_no(app, Act::ChangeDemand, &request.ticket)?;
    let today = app.today()?;
    let another = Another::open(request.behalf)?;
    let file = opened(request.file.as_deref())?;
    app.decide(|tx, actor| {
        let ticket = read(tx.conn(), &no)?;
        let days = Days::of(tx.conn(), today)?;
        let (behalf, person) = Another::store(tx, another)?;
        let words = words(tx, &ticket, Some(&request.text), Some(&person))?;
        let change = DemandChange { again: request.again, file: stored(tx, file)?, words, behalf };
        Ok(ticket.change_demand(actor, change, &days.reckoning())?)
    })
}

/// `askHelp`.
pub fn ask_help(app: &mut App, request: AskHelp) -> Result<Receipt, AppError> {
    let no = ticket_no(app, Act::AskHelp, &request.ticket)?;
    let hand = app.hand()?;
    let today = app.today()?;
    let from = choice(&request.from)?;
    let file = opened(request.file.as_deref())?;
    app.decide(|tx, _| {
        let ticket = read_for(tx.conn(), &no, hand.as_ref(), TicketAct::AskHelp)?;
        let said = words(tx, &ticket, Some(&request.text), None)?;
        let file = stored(tx, file)?;
        Ok(ticket.ask_help(from, request.department.as_deref(), said, file, today)?)
    })
}

/// `answerHelp`.
pub fn answer_help(app: &mut App, request: AnswerHelp) -> Result<Receipt, AppError> {
    let no = ticket_no(app, Act::AnswerHelp, &request.ticket)?;
    let hand = app.hand()?;
    let today = app.today()?;
    let on = day_or(request.on.as_deref(), today)?;
    let told_on = day_or(request.told_on.as_deref(), today)?;
    let another = Another::open(Some(request.behalf))?;
    let file = opened(request.file.as_deref())?;
    app.decide(|tx, _| {
        let ticket = read_for(tx.conn(), &no, hand.as_ref(), TicketAct::AnswerHelp)?;
        let (behalf, person) = Another::store(tx, another)?;
        let words = words(tx, &ticket, Some(&request.text), Some(&person))?;
        let behalf = behalf.ok_or(Refusal::BasisNeeded)?;
        let answer =
            HelpAnswer { solved: request.solved, on, told_on, words, file: stored(tx, file)?, behalf };
        Ok(ticket.answer_help(request.help, answer, today)?)
    })
}

/// `setTicketCopies`.
pub fn set_copies(app: &mut App, request: SetTicketCopies) -> Result<Receipt, AppError> {
    let no = ticket_no(app, Act::SetTicketCopies, &request.ticket)?;
    app.decide(|tx, _| {
        let ticket = read(tx.conn(), &no)?;
        let words = keep_words(tx, &ticket, &[("copies", &request.names)])?;
        Ok(ticket.set_copies(words)?)
    })
}
