//! The course of an opportunity: from stage to stage, to its end, and on to delivery.

use super::{number_for, read, words};
use crate::api::Act;
use crate::error::AppError;
use crate::parse::{self, choice, day_or, text_given};
use crate::session::{App, Receipt};
use domain::opportunity::{Conclusion, HandOver};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Takes an opportunity to a stage.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct MoveOpportunity {
    /// 商机编号.
    pub opportunity: String,
    /// `collection`, `survey`, `solution`, `demonstration`, `bid` or `closing`.
    pub stage: String,
    /// Its day; today where absent.
    #[serde(default)]
    pub on: Option<String>,
    /// Why, where something is left out or it goes back.
    #[serde(default)]
    pub text: Option<String>,
}

/// Ends an opportunity.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ConcludeOpportunity {
    /// 商机编号.
    pub opportunity: String,
    /// `won`, `agreed`, `lost` or `dropped`.
    pub outcome: String,
    /// Its day; today where absent.
    #[serde(default)]
    pub on: Option<String>,
    /// 成交金额, yuan.
    #[serde(default)]
    pub amount: Option<String>,
    /// Why.
    pub text: String,
    /// What succeeded and what failed.
    #[serde(default)]
    pub lessons: Option<String>,
}

/// Puts right how an opportunity ended; its handover stays.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct CorrectOutcome {
    /// 商机编号.
    pub opportunity: String,
    /// `won`, `agreed`, `lost` or `dropped`.
    pub outcome: String,
    /// Its day.
    pub on: String,
    /// 成交金额, yuan.
    #[serde(default)]
    pub amount: Option<String>,
    /// Why it ended so.
    pub text: String,
    /// What succeeded and what failed.
    #[serde(default)]
    pub lessons: Option<String>,
}

/// Voids an opportunity that was registered by mistake.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct VoidOpportunity {
    /// 商机编号.
    pub opportunity: String,
    /// `duplicate` or `mistaken`.
    pub why: String,
    /// The reason.
    pub text: String,
}

/// Takes an opportunity's end or its voiding back.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ReopenOpportunity {
    /// 商机编号.
    pub opportunity: String,
    /// Why.
    pub text: String,
}

/// Hands a success over to delivery.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct HandOverOpportunity {
    /// 商机编号.
    pub opportunity: String,
    /// Its day; today where absent.
    #[serde(default)]
    pub on: Option<String>,
    /// Who takes over: a name.
    #[serde(default)]
    pub person: Option<String>,
    /// The plan of delivery.
    pub text: String,
    /// 合同编号.
    #[serde(default)]
    pub contract_no: Option<String>,
    /// 合同签订日期.
    #[serde(default)]
    pub signed_on: Option<String>,
}

/// `moveOpportunity`.
pub fn go(app: &mut App, request: MoveOpportunity) -> Result<Receipt, AppError> {
    let no = number_for(app, Act::MoveOpportunity, &request.opportunity)?;
    let today = app.today()?;
    let (stage, on) = (choice(&request.stage)?, day_or(request.on.as_deref(), today)?);
    app.decide(|tx, _| {
        let known = read(tx.conn(), &no)?;
        let said = words(tx, &known, request.text.as_deref(), &[])?;
        Ok(known.move_to(stage, on, said, today)?)
    })
}

/// `concludeOpportunity`.
pub fn conclude(app: &mut App, request: ConcludeOpportunity) -> Result<Receipt, AppError> {
    let no = number_for(app, Act::ConcludeOpportunity, &request.opportunity)?;
    let today = app.today()?;
    let on = day_or(request.on.as_deref(), today)?;
    let amount = text_given(request.amount.as_deref()).map(parse::amount).transpose()?;
    let end = Conclusion { outcome: choice(&request.outcome)?, on, amount };
    app.decide(|tx, _| {
        let known = read(tx.conn(), &no)?;
        let said = words(tx, &known, Some(&request.text), &[("lessons", request.lessons.as_deref())])?;
        Ok(known.conclude(end, said, today)?)
    })
}

/// `correctOutcome`.
pub fn correct(app: &mut App, request: CorrectOutcome) -> Result<Receipt, AppError> {
    let no = number_for(app, Act::CorrectOutcome, &request.opportunity)?;
    let today = app.today()?;
    let amount = text_given(request.amount.as_deref()).map(parse::amount).transpose()?;
    let end = Conclusion { outcome: choice(&request.outcome)?, on: parse::date(&request.on)?, amount };
    app.decide(|tx, _| {
        let known = read(tx.conn(), &no)?;
        let said = words(tx, &known, Some(&request.text), &[("lessons", request.lessons.as_deref())])?;
        Ok(known.correct_end(end, said, today)?)
    })
}

/// `voidOpportunity`.
pub fn void(app: &mut App, request: VoidOpportunity) -> Result<Receipt, AppError> {
    let no = number_for(app, Act::VoidOpportunity, &request.opportunity)?;
    let (today, why) = (app.today()?, choice(&request.why)?);
    app.decide(|tx, _| {
        let known = read(tx.conn(), &no)?;
        let said = words(tx, &known, Some(&request.text), &[])?;
        let tickets = ledger::opportunity::facts::ticket_count(tx.conn(), &no)?;
        Ok(known.void(why, said, tickets, today)?)
    })
}

/// `reopenOpportunity`.
pub fn reopen(app: &mut App, request: ReopenOpportunity) -> Result<Receipt, AppError> {
    let no = number_for(app, Act::ReopenOpportunity, &request.opportunity)?;
    let today = app.today()?;
    app.decide(|tx, _| {
        let known = read(tx.conn(), &no)?;
        let said = words(tx, &known, Some(&request.text), &[])?;
        Ok(known.reopen(said, today)?)
    })
}

/// `handOverOpportunity`.
pub fn hand_over(app: &mut App, request: HandOverOpportunity) -> Result<Receipt, AppError> {
    let no = number_for(app, Act::HandOverOpportunity, &request.opportunity)?;
    let today = app.today()?;
    let on = day_or(request.on.as_deref(), today)?;
    let signed_on = text_given(request.signed_on.as_deref()).map(parse::date).transpose()?;
    app.decide(|tx, _| {
        let known = read(tx.conn(), &no)?;
        let said = words(tx, &known, Some(&request.text), &[("person", request.person.as_deref())])?;
        let given = HandOver { on, contract_no: request.contract_no, signed_on, words: said };
        Ok(known.hand_over(given, today)?)
    })
}
