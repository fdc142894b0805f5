//! What an account is told of checkpoints (监控点), and which is next of an opportunity.

use crate::api::Act;
use crate::error::AppError;
use crate::organisation::sees;
use crate::session::App;
use crate::ticket::works_for;
use chrono::NaiveDate;
use domain::kernel::{Actor, UnitCode};
use domain::opportunity::{CheckpointTask, OpportunityNo, checkpoint_task, waiting_checkpoint};
use ledger::rusqlite::Connection;
use std::collections::BTreeMap;

/// The next checkpoint of every opportunity that waits for one.
pub(super) fn next_checkpoints(conn: &Connection) -> Result<BTreeMap<OpportunityNo, NaiveDate>, AppError> {
    let mut next = BTreeMap::new();
    for (no, answers) in ledger::opportunity::query::checkpoints(conn)? {
        if let Some(due) = waiting_checkpoint(&answers) {
            next.entry(no).and_modify(|known: &mut NaiveDate| *known = due.min(*known)).or_insert(due);
        }
    }
    Ok(next)
}

/// What an account is told today: to those who do the work of the opportunity's unit.
pub(crate) fn checkpoints_due(
    app: &App,
    actor: &Actor,
) -> Result<Vec<(CheckpointTask, UnitCode, NaiveDate)>, AppError> {
    let (conn, home, today) = (app.conn()?, app.installation()?, app.today()?);
    let mut told = Vec::new();
    for (no, answers) in ledger::opportunity::query::checkpoints(conn)? {
        let Some(due) = waiting_checkpoint(&answers) else { continue };
        let Some(task) = checkpoint_task(due, today) else { continue };
        if sees(app, &no.unit)? && works_for(Act::RecordOnOpportunity, actor, &no.unit, &home) {
            told.push((task, no.unit, due));
        }
    }
    Ok(told)
}
