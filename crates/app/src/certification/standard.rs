//! The qualification standard: its versions, and issuing one.

use super::view::StandardView;
use crate::error::AppError;
use crate::session::{App, Receipt};
use domain::certification::{Standard, issue_standard};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Lists the versions of the qualification standard.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct Standards {}

/// The versions.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct StandardsView {
    /// The program's own first.
    pub standards: Vec<StandardView>,
    /// Version in force today.
    pub in_force: u32,
}

/// Issues a version of the qualification standard.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct IssueStandard {
    /// The version.
    pub standard: StandardView,
}

/// `standards`.
pub fn standards(app: &mut App, _: Standards) -> Result<StandardsView, AppError> {
    let known = ledger::certification::query::standards(app.conn()?)?;
    let in_force = Standard::in_force(&known, app.today()?).version;
    Ok(StandardsView { standards: known.iter().map(Into::into).collect(), in_force })
}

/// `issueStandard`.
pub fn issue(app: &mut App, request: IssueStandard) -> Result<Receipt, AppError> {
    app.decide(|tx, _| {
        let known = ledger::certification::query::standards(tx.conn())?;
        Ok(issue_standard(&known, request.standard.into())?)
    })
}
