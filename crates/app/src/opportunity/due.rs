//! What an account is told of checkpoints (监控点).

use crate::api::Act;
use crate::error::AppError;
use crate::organisation::sees;
use crate::session::App;
use crate::ticket::works_for;
use chrono::NaiveDate;
use domain::kernel::{Actor, UnitCode};
use domain::opportunity::{CheckpointTask, checkpoint_task, told_until};

/// What an account is told today: to those who do the work of the opportunity's unit.
pub(crate) fn checkpoints_due(
    app: &App,
    actor: &Actor,
) -> Result<Vec<(CheckpointTask, UnitCode, NaiveDate)>, AppError> {
    let (conn, home, today) = (app.conn()?, app.installation()?, app.today()?);
    let mut told = Vec::new();
    for (no, due) in ledger::opportunity::query::checkpoints_until(conn, told_until(today))? {
        let Some(task) = checkpoint_task(due, today) else { continue };
        if sees(app, &no.unit)? && works_for(Act::RecordOnOpportunity, actor, &no.unit, &home) {
            told.push((task, no.unit, due));
        }
    }
    Ok(told)
}

/// The days between which the checkpoints wait of which that is told today: `overdue` or `soon`.
pub(super) fn days_told(task: &str, today: NaiveDate) -> Result<(NaiveDate, NaiveDate), AppError> {
    match task {
        "overdue" => Ok((NaiveDate::default(), today.pred_opt().unwrap_or(today))),
        "soon" => Ok((today, told_until(today))),
        other => Err(AppError::refused("notInList", serde_json::json!({ "value": other }))),
    }
}
