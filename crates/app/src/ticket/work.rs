//! What is done on a ticket: records, parts, steps, audits.

use super::words::{Another, Days, StepOfAnother, day_or, keep, opened, read, stored, ticket_no, words};
use crate::api::Act;
use crate::error::AppError;
use crate::session::{App, Receipt};
use domain::Refusal;
use domain::form::{Answers, ItemState};
use domain::personal::TicketPart;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Keeps a record on a ticket.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct RecordOnTicket {
    /// 工单号.
    pub ticket: String,
    /// Which kind of record its type keeps, by code.
    pub kind: String,
    /// Its day; today where absent.
    #[serde(default)]
    pub on: Option<String>,
    /// Fields of that kind, as typed.
    #[serde(default)]
    pub fields: BTreeMap<String, String>,
    /// A file that belongs to it.
    #[serde(default)]
    pub file: Option<String>,
}

/// Strikes a record that was wrong.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct StrikeTicketRecord {
    /// 工单号.
    pub ticket: String,
    /// Which.
    pub number: u32,
    /// Why.
    pub reason: String,
}

/// Settles an opinion among a ticket's records.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct SettleOpinion {
    /// 工单号.
    pub ticket: String,
    /// Number of the record that holds it.
    pub record: u32,
    /// 采纳, or not.
    pub accepted: bool,
    /// Its day; today where absent.
    #[serde(default)]
    pub on: Option<String>,
    /// How it was taken up; why not.
    #[serde(default)]
    pub text: Option<String>,
    /// The changed version.
    #[serde(default)]
    pub file: Option<String>,
}

/// Says where a part of a ticket stands.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct SetTicketItem {
    /// 工单号.
    pub ticket: String,
    /// Which part, by code.
    pub item: String,
    /// `done`, `notApplicable` or `open`.
    pub state: String,
    /// The file that shows it.
    #[serde(default)]
    pub file: Option<String>,
    /// Why it does not apply.
    #[serde(default)]
    pub reason: Option<String>,
}

/// Takes a step of the work.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct TakeTicketStep {
    /// 工单号.
    pub ticket: String,
    /// Which step, by code.
    pub step: String,
    /// Its day; today where absent.
    #[serde(default)]
    pub on: Option<String>,
    /// What came of it; why, where it is taken once more.
    #[serde(default)]
    pub text: Option<String>,
}

/// Asks for an audit of a file.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct AskAudit {
    /// 工单号.
    pub ticket: String,
    /// The file.
    pub file: String,
}

/// Records the answer of an audit.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct DecideAudit {
    /// 工单号.
    pub ticket: String,
    /// Accepted.
    pub accepted: bool,
    /// Its day; today where absent.
    #[serde(default)]
    pub on: Option<String>,
    /// What does not conform.
    #[serde(default)]
    pub text: Option<String>,
    /// Who audited, and what shows it.
    pub behalf: StepOfAnother,
}

/// `recordOnTicket`.
pub fn record(app: &mut App, request: RecordOnTicket) -> Result<Receipt, AppError> {
    let no = ticket_no(app, Act::RecordOnTicket, &request.ticket)?;
    let today = app.today()?;
    let on = day_or(request.on.as_deref(), today)?;
    let file = opened(request.file.as_deref())?;
    app.decide(|tx, _| {
        let ticket = read(tx.conn(), &no)?;
        let unknown = || Refusal::UnknownTicketPart { part: request.kind.clone() };
        let kind = ticket.kind.record(&request.kind).ok_or_else(unknown)?;
        let (answers, texts) = Answers::read(&kind.fields, &request.fields)?;
        let number = ticket.records.iter().map(|row| row.number).max().unwrap_or(0) + 1;
        let text = keep(tx, &no, TicketPart::Record(number), &texts)?;
        let file = stored(tx, file)?;
        Ok(ticket.record(&request.kind, on, answers, text, file, today)?)
    })
}

/// `strikeTicketRecord`.
pub fn strike(app: &mut App, request: StrikeTicketRecord) -> Result<Receipt, AppError> {
    let no = ticket_no(app, Act::StrikeTicketRecord, &request.ticket)?;
    app.decide(|tx, _| Ok(read(tx.conn(), &no)?.strike_record(request.number, &request.reason)?))
}

/// `settleOpinion`.
pub fn settle(app: &mut App, request: SettleOpinion) -> Result<Receipt, AppError> {
    let no = ticket_no(app, Act::SettleOpinion, &request.ticket)?;
    let today = app.today()?;
    let on = day_or(request.on.as_deref(), today)?;
    let file = opened(request.file.as_deref())?;
    app.decide(|tx, _| {
        let ticket = read(tx.conn(), &no)?;
        let said = words(tx, &ticket, request.text.as_deref(), None)?;
        let file = stored(tx, file)?;
        Ok(ticket.settle(request.record, request.accepted, on, said, file, today)?)
    })
}

/// `setTicketItem`.
pub fn item(app: &mut App, request: SetTicketItem) -> Result<Receipt, AppError> {
    let no = ticket_no(app, Act::SetTicketItem, &request.ticket)?;
    let today = app.today()?;
    let file = opened(request.file.as_deref())?;
    app.decide(|tx, _| {
        let ticket = read(tx.conn(), &no)?;
        let state = match request.state.as_str() {
            "done" => ItemState::Done { on: today, file: stored(tx, file)? },
            "notApplicable" => {
                let reason = request.reason.unwrap_or_default().trim().to_owned();
                ItemState::NotApplicable { reason }
            }
            "open" => ItemState::Open,
            other => return Err(AppError::refused("notInList", serde_json::json!({ "value": other }))),
        };
        Ok(ticket.set_item(&request.item, state, today)?)
    })
}

/// `takeTicketStep`.
pub fn step(app: &mut App, request: TakeTicketStep) -> Result<Receipt, AppError> {
    let no = ticket_no(app, Act::TakeTicketStep, &request.ticket)?;
    let today = app.today()?;
    let on = day_or(request.on.as_deref(), today)?;
    app.decide(|tx, _| {
        let ticket = read(tx.conn(), &no)?;
        let said = words(tx, &ticket, request.text.as_deref(), None)?;
        Ok(ticket.step(&request.step, on, said, today)?)
    })
}

/// `askAudit`.
pub fn ask_audit(app: &mut App, request: AskAudit) -> Result<Receipt, AppError> {
    let no = ticket_no(app, Act::AskAudit, &request.ticket)?;
    let today = app.today()?;
    let file = crate::exchange::open_file(&request.file)?;
    app.decide(|tx, _| {
        let ticket = read(tx.conn(), &no)?;
        let days = Days::of(tx.conn(), today)?;
        let file = tx.put_blob(file)?.digest;
        Ok(ticket.ask_audit(file, &days.reckoning())?)
    })
}

/// `decideAudit`.
pub fn decide_audit(app: &mut App, request: DecideAudit) -> Result<Receipt, AppError> {
    let no = ticket_no(app, Act::DecideAudit, &request.ticket)?;
    let today = app.today()?;
    let on = day_or(request.on.as_deref(), today)?;
    let another = Another::open(Some(request.behalf))?;
    app.decide(|tx, _| {
        let ticket = read(tx.conn(), &no)?;
        let (behalf, person) = Another::store(tx, another)?;
        let said = words(tx, &ticket, request.text.as_deref(), Some(&person))?;
        let behalf = behalf.ok_or(Refusal::BasisNeeded)?;
        Ok(ticket.decide_audit(request.accepted, on, said, behalf, today)?)
    })
}
