//! Declarations that close gaps: nobody on duty, somebody not assessed, a unit left out.

use super::known_unit;
use crate::api::Act;
use crate::error::AppError;
use crate::parse;
use crate::session::{App, Receipt};
use domain::kernel::UnitCode;
use ledger::assessment::facts;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// 本月无在岗人员.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct DeclareNoEngineer {
    /// 单位代码.
    #[ts(type = "string")]
    pub unit: UnitCode,
    /// 月份.
    pub month: String,
    /// Why.
    pub reason: String,
}

/// 本月不评分.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct DeclareNotAssessed {
    /// 工号.
    pub staff_no: String,
    /// 月份.
    pub month: String,
    /// Why.
    pub reason: String,
    /// 单位代码, where the person was in more than one that month.
    #[ts(type = "string | null")]
    pub unit: Option<UnitCode>,
}

/// 不纳入考核.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct DeclareExempt {
    /// 单位代码.
    #[ts(type = "string")]
    pub unit: UnitCode,
    /// 季度.
    pub quarter: String,
    /// Why.
    pub reason: String,
    /// File of the paper behind it.
    pub attachment: Option<String>,
}

/// The second person's agreement to 不纳入考核.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ApproveExemption {
    /// 单位代码.
    #[ts(type = "string")]
    pub unit: UnitCode,
    /// 季度.
    pub quarter: String,
}

/// `declareNoEngineer`.
pub fn no_engineer(app: &mut App, request: DeclareNoEngineer) -> Result<Receipt, AppError> {
    let month = parse::month(&request.month)?;
    known_unit(app, &request.unit)?;
    let this_month = app.this_month()?;
    app.decide(|tx, _| {
        let facts = facts::declare(tx.conn(), &request.unit, month, this_month)?;
        Ok(domain::assessment::declare_no_engineer(&facts, &request.unit, month, &request.reason)?)
    })
}

/// `declareNotAssessed`.
pub fn not_assessed(app: &mut App, request: DeclareNotAssessed) -> Result<Receipt, AppError> {
    let month = parse::month(&request.month)?;
    let staff_no = parse::staff_no(&request.staff_no)?;
    let this_month = app.this_month()?;
    let stays: Vec<UnitCode> = ledger::people::query::memberships(app.conn()?)?
        .into_iter()
        .filter(|m| m.staff_no == staff_no && m.touches(month))
        .map(|m| m.unit)
        .collect();
    let unit = match (request.unit, stays.as_slice()) {
        (Some(unit), _) => unit,
        (None, [only]) => only.clone(),
        (None, []) => return Err(domain::Refusal::UnknownEngineer { staff_no }.into()),
        (None, several) => return Err(AppError::refused("unitNeeded", json!({ "units": several }))),
    };
    app.require_unit(Act::DeclareNotAssessed, &unit)?;
    app.decide(|tx, _| {
        let facts = facts::declare(tx.conn(), &unit, month, this_month)?;
        Ok(domain::assessment::declare_not_assessed(&facts, &unit, month, &staff_no, &request.reason)?)
    })
}

/// `declareExempt`.
pub fn exempt(app: &mut App, request: DeclareExempt) -> Result<Receipt, AppError> {
    let quarter = parse::quarter(&request.quarter)?;
    known_unit(app, &request.unit)?;
    let two_person = app.installation()?.two_person;
    let paper = request.attachment.as_deref().map(crate::exchange::open_file).transpose()?;
    app.decide(|tx, _| {
        let attachment = paper.map(|file| tx.put_blob(file)).transpose()?.map(|stored| stored.digest);
        let facts = facts::exempt(tx.conn(), &request.unit, quarter, two_person)?;
        let (unit, reason) = (&request.unit, &request.reason);
        Ok(domain::assessment::declare_exempt(&facts, unit, quarter, reason, attachment)?)
    })
}

/// `approveExemption`.
pub fn approve_exempt(app: &mut App, request: ApproveExemption) -> Result<Receipt, AppError> {
    let quarter = parse::quarter(&request.quarter)?;
    let two_person = app.installation()?.two_person;
    app.decide(|tx, actor| {
        let facts = facts::exempt(tx.conn(), &request.unit, quarter, two_person)?;
        Ok(domain::assessment::approve_exemption(&facts, &request.unit, quarter, actor)?)
    })
}
