//! What others approve of an opportunity, entered for them (代录).

use super::{number_for, read, words};
use crate::api::Act;
use crate::error::AppError;
use crate::parse::{choice, day_or};
use crate::session::{App, Receipt};
use crate::ticket::StepOfAnother;
use crate::ticket::words::Another;
use domain::Refusal;
use domain::opportunity::Approval;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Records what somebody else approved or refused of an opportunity.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ApproveOpportunity {
    /// 商机编号.
    pub opportunity: String,
    /// `authority`, `checkpoint` or `handover`.
    pub about: String,
    /// Which record, of a checkpoint.
    #[serde(default)]
    pub number: Option<u32>,
    /// Its day; today where absent.
    #[serde(default)]
    pub on: Option<String>,
    /// Approved, and not refused.
    pub approved: bool,
    /// Their words; why, where it was refused.
    #[serde(default)]
    pub text: Option<String>,
    /// Who it was, and what shows it.
    pub behalf: StepOfAnother,
}

/// `approveOpportunity`.
pub fn approve(app: &mut App, request: ApproveOpportunity) -> Result<Receipt, AppError> {
    let no = number_for(app, Act::ApproveOpportunity, &request.opportunity)?;
    let today = app.today()?;
    let (of, on) = (choice(&request.about)?, day_or(request.on.as_deref(), today)?);
    let another = Another::open(Some(request.behalf))?;
    app.decide(|tx, _| {
        let known = read(tx.conn(), &no)?;
        let (behalf, person) = Another::store(tx, another)?;
        let said = words(tx, &known, request.text.as_deref(), &[("person", Some(&person))])?;
        let behalf = behalf.ok_or(Refusal::BasisNeeded)?;
        let (record, approved) = (request.number, request.approved);
        Ok(known.approve(Approval { of, record, on, approved, words: said, behalf }, today)?)
    })
}
