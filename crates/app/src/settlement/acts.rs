//! 编制 → 复核 → 审批, return, revision, the decision on termination.

use super::SettlementView;
use super::view::{compute_with, view};
use crate::error::AppError;
use crate::parse;
use crate::session::{App, Receipt};
use domain::kernel::Quarter;
use domain::settlement::official::{self, Revision, RevisionState, SettlementStep};
use ledger::settlement::query;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// 编制.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct PrepareSettlement {
    /// 季度.
    pub quarter: String,
}

/// 复核 or 审批.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct StepSettlement {
    /// 季度.
    pub quarter: String,
    /// `review` or `finalise`.
    #[ts(type = "\"review\" | \"finalise\"")]
    pub step: SettlementStep,
}

/// 退回修改.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ReturnSettlement {
    /// 季度.
    pub quarter: String,
    /// Why.
    pub reason: String,
}

/// Opens a new revision of a final quarter.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct OpenRevision {
    /// 季度.
    pub quarter: String,
    /// Why.
    pub reason: String,
}

/// Records the client's decision about the right to end the contract.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct DecideTermination {
    /// The second low quarter.
    pub quarter: String,
    /// 解除.
    pub exercise: bool,
    /// Why.
    pub reason: String,
}

fn take(app: &mut App, quarter: Quarter, step: SettlementStep) -> Result<SettlementView, AppError> {
    let (this_month, two_person) = (app.this_month()?, app.installation()?.two_person);
    app.decide(|tx, actor| {
        let computed = compute_with(tx.conn(), quarter, this_month, &BTreeMap::new(), None)?;
        let revision = computed.record.as_ref().map_or_else(Revision::first, |r| r.rule_view());
        let settlement = &computed.settlement;
        Ok(match step {
            SettlementStep::Prepare => official::prepare(&revision, settlement, actor)?,
            SettlementStep::Review => official::review(&revision, settlement, actor, two_person)?,
            SettlementStep::Finalise => official::finalise(&revision, settlement, actor, two_person)?,
        })
    })?;
    let computed = compute_with(app.conn()?, quarter, this_month, &BTreeMap::new(), None)?;
    view(app, &computed)
}

/// `prepareSettlement`.
pub fn prepare(app: &mut App, request: PrepareSettlement) -> Result<SettlementView, AppError> {
    take(app, parse::quarter(&request.quarter)?, SettlementStep::Prepare)
}

/// `stepSettlement`.
pub fn step(app: &mut App, request: StepSettlement) -> Result<SettlementView, AppError> {
    take(app, parse::quarter(&request.quarter)?, request.step)
}

/// `returnSettlement`.
pub fn return_it(app: &mut App, request: ReturnSettlement) -> Result<Receipt, AppError> {
    let quarter = parse::quarter(&request.quarter)?;
    app.decide(|tx, _| {
        let revision = query::newest_revision(tx.conn(), quarter)?;
        Ok(official::return_settlement(&revision, quarter, &request.reason)?)
    })
}

/// `openRevision`.
pub fn open_revision(app: &mut App, request: OpenRevision) -> Result<Receipt, AppError> {
    let quarter = parse::quarter(&request.quarter)?;
    app.decide(|tx, _| {
        let revision = query::newest_revision(tx.conn(), quarter)?;
        Ok(official::open_revision(&revision, quarter, &request.reason)?)
    })
}

/// `decideTermination`.
pub fn decide_termination(app: &mut App, request: DecideTermination) -> Result<Receipt, AppError> {
    let quarter = parse::quarter(&request.quarter)?;
    let this_month = app.this_month()?;
    app.decide(|tx, _| {
        let computed = compute_with(tx.conn(), quarter, this_month, &BTreeMap::new(), None)?;
        let is_final = matches!(computed.state, RevisionState::Final | RevisionState::Closed);
        let right = is_final && computed.settlement.termination_right;
        let decided = query::termination(tx.conn(), quarter)?.is_some();
        Ok(official::decide_termination(right, decided, quarter, request.exercise, &request.reason)?)
    })
}
