//! Delivery of results (送达), objections (异议/申诉), answers, decisions.

use super::confirm::check_party;
use crate::error::AppError;
use crate::organisation::parse_party;
use crate::parse;
use crate::personal::keep_name;
use crate::session::{App, Receipt};
use domain::kernel::{Digest, Quarter, UnitCode};
use domain::personal::Subject;
use domain::settlement::official::{
    self, Objection, ObjectionFacts, answer_objection, decide_objection, deliver_result, raise_objection,
};
use ledger::rusqlite::Connection;
use ledger::settlement::query;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Records the day a unit's result was delivered.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct DeliverResult {
    /// 单位代码.
    #[ts(type = "string")]
    pub unit: UnitCode,
    /// 季度.
    pub quarter: String,
    /// Day; today where absent.
    pub on: Option<String>,
    /// To whom.
    pub to: String,
    /// Why, where the same figures were delivered before and the day or the receiver is put right.
    #[serde(default)]
    pub correction: Option<String>,
}

/// Raises an objection to a unit's result.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct RaiseObjection {
    /// 单位代码.
    #[ts(type = "string")]
    pub unit: UnitCode,
    /// 季度.
    pub quarter: String,
    /// `client` or `provider`.
    pub by: String,
    /// 工号, where it is about one person.
    pub staff_no: Option<String>,
    /// What.
    pub text: String,
}

/// The unit's answer.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct AnswerObjection {
    /// 单位代码.
    #[ts(type = "string")]
    pub unit: UnitCode,
    /// 季度.
    pub quarter: String,
    /// Which objection.
    pub number: u32,
    /// Accepted.
    pub accepted: bool,
    /// Why.
    pub text: String,
}

/// The objector accepts the unit's rejection.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct AcceptRejection {
    /// 单位代码.
    #[ts(type = "string")]
    pub unit: UnitCode,
    /// 季度.
    pub quarter: String,
    /// Which objection.
    pub number: u32,
}

/// The province's decision.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct DecideObjection {
    /// 单位代码.
    #[ts(type = "string")]
    pub unit: UnitCode,
    /// 季度.
    pub quarter: String,
    /// Which objection.
    pub number: u32,
    /// Upheld.
    pub upheld: bool,
    /// Why.
    pub reason: String,
}

/// `deliverResult`.
pub fn deliver(app: &mut App, request: DeliverResult) -> Result<Receipt, AppError> {
    let quarter = parse::quarter(&request.quarter)?;
    crate::assessment::known_unit(app, &request.unit)?;
    let today = app.today()?;
    let on = request.on.as_deref().map(parse::date).transpose()?.unwrap_or(today);
    let this_month = app.this_month()?;
    app.decide(|tx, _| {
        let result = super::standing(tx.conn(), &request.unit, quarter, this_month)?.0;
        let figures = domain::settlement::confirmation_figures(quarter, &result);
        let to = keep_name(tx, &Subject::Receiver(request.unit.clone(), quarter), &request.to)?;
        Ok(deliver_result(
            query::deliveries(tx.conn(), quarter)?.remove(&request.unit),
            &request.unit,
            quarter,
            (on, today),
            to,
            Digest::of(&[figures.as_bytes()]),
            request.correction.as_deref(),
        )?)
    })
}

fn known(conn: &Connection, unit: &UnitCode, quarter: Quarter) -> Result<Vec<Objection>, AppError> {
    let all = query::objections(conn, quarter)?;
    let own = all.into_iter().filter(|o| o.unit == *unit);
    Ok(own.map(|o| Objection { number: o.number, state: o.state }).collect())
}

/// `raiseObjection`. What a party says is entered by that party's own accounts, or by clerk and administrator for it (代录).
pub fn object(app: &mut App, request: RaiseObjection) -> Result<Receipt, AppError> {
    let quarter = parse::quarter(&request.quarter)?;
    let by = parse_party(&request.by)?;
    let staff_no = request.staff_no.as_deref().map(parse::staff_no).transpose()?;
    crate::assessment::known_unit(app, &request.unit)?;
    let on_behalf = check_party(app.signed_in()?, by)?;
    let today = app.today()?;
    app.decide(|tx, _| {
        let facts = objection_facts(tx.conn(), &request.unit, quarter)?;
        Ok(raise_objection(&facts, by, on_behalf, staff_no, &request.text, today)?)
    })
}

/// What objecting needs to know of a unit's quarter.
pub(crate) fn objection_facts(
    conn: &Connection,
    unit: &UnitCode,
    quarter: Quarter,
) -> Result<ObjectionFacts, AppError> {
    Ok(ObjectionFacts {
        unit: unit.clone(),
        quarter,
        known: known(conn, unit, quarter)?,
        delivered: query::deliveries(conn, quarter)?.get(unit).map(|delivery| delivery.on),
        calendar: ledger::organisation::query::working_days(conn)?,
        term: ledger::rulebook::query::rule_set_of(conn, quarter)?.objection_days,
        quarter_final: query::final_quarters(conn)?.contains(&quarter),
        people: ledger::people::query::memberships(conn)?
            .into_iter()
            .filter(|stay| stay.unit == *unit)
            .map(|stay| stay.staff_no)
            .collect(),
    })
}

/// `answerObjection`.
pub fn answer(app: &mut App, request: AnswerObjection) -> Result<Receipt, AppError> {
    let quarter = parse::quarter(&request.quarter)?;
    app.decide(|tx, _| {
        let known = known(tx.conn(), &request.unit, quarter)?;
        let (unit, number) = (&request.unit, request.number);
        Ok(answer_objection(&known, unit, quarter, number, request.accepted, &request.text)?)
    })
}

/// `acceptRejection`.
pub fn accept_rejection(app: &mut App, request: AcceptRejection) -> Result<Receipt, AppError> {
    let quarter = parse::quarter(&request.quarter)?;
    let by = query::objections(app.conn()?, quarter)?
        .into_iter()
        .find(|o| o.unit == request.unit && o.number == request.number)
        .map(|o| o.by);
    if let Some(by) = by {
        check_party(app.signed_in()?, by)?;
    }
    app.decide(|tx, _| {
        let known = known(tx.conn(), &request.unit, quarter)?;
        Ok(official::accept_rejection(&known, &request.unit, quarter, request.number)?)
    })
}

/// `decideObjection`.
pub fn decide(app: &mut App, request: DecideObjection) -> Result<Receipt, AppError> {
    let quarter = parse::quarter(&request.quarter)?;
    app.decide(|tx, _| {
        let known = known(tx.conn(), &request.unit, quarter)?;
        let (unit, number) = (&request.unit, request.number);
        Ok(decide_objection(&known, unit, quarter, number, request.upheld, &request.reason)?)
    })
}
