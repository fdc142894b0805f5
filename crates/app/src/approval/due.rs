//! What waits for somebody's opinion, and what came back to them, for the workbench.

use crate::api::Act;
use crate::document::hidden_from;
use crate::error::AppError;
use crate::restricted::does_work_as;
use crate::session::App;
use chrono::NaiveDate;
use domain::approval::ApprovalState;
use domain::kernel::{Actor, UnitCode};
use ledger::approval::list::{Wanted, Whose, page};

/// What an approval asks of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum ApprovalTask {
    /// Their opinion, of which they were reminded.
    Reminded,
    /// Their opinion.
    Waiting,
    /// What they submitted came back.
    Returned,
}

/// The units whose documents wait, and since which day.
pub(crate) fn approvals_due(
    app: &App,
    actor: &Actor,
) -> Result<Vec<(ApprovalTask, UnitCode, NaiveDate)>, AppError> {
    let (conn, today) = (app.conn()?, app.today()?);
    let hidden = hidden_from(app, actor)?;
    let mut due = Vec::new();
    let wanted = |whose, states| Wanted {
        whose,
        states,
        last: true,
        hidden: hidden.clone(),
        limit: u32::MAX,
        ..Default::default()
    };
    let day = |text: &str| crate::clock::stored_day(text).unwrap_or(today);
    let waiting = Whose::WaitingFor(actor.account.clone(), today);
    for row in page(conn, &wanted(waiting, vec![ApprovalState::Running]))? {
        if does_work_as(app, actor, Act::GiveOpinion, &row.document.unit)? {
            let since = row.since.as_deref().map_or(today, day);
            // Being reminded of what one waited for before it came to oneself is no reminder.
            let reminded = row.reminded_on.is_some_and(|on| since <= on);
            let task = if reminded { ApprovalTask::Reminded } else { ApprovalTask::Waiting };
            due.push((task, row.document.unit, since));
        }
    }
    let mine = Whose::SubmittedBy(actor.account.clone());
    for row in page(conn, &wanted(mine, vec![ApprovalState::Returned]))? {
        let current = ledger::document::facts::document(conn, &row.document)?;
        if current.is_some_and(|document| document.versions == row.version && !document.voided) {
            due.push((ApprovalTask::Returned, row.document.unit, day(&row.changed_at)));
        }
    }
    Ok(due)
}
