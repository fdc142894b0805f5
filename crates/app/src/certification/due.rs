//! What an account is to do about certification.

use super::list::everybody;
use super::person::{judged, of_version};
use crate::api::Act;
use crate::error::AppError;
use crate::rights::{Target, belongs_here, may};
use crate::session::App;
use domain::approval::{Step, second_person};
use domain::certification::{CaseDue, CaseTask, case_due};
use domain::kernel::{Actor, StaffNo, UnitCode, WorkingDays};
use domain::people::last_probation;
use ledger::certification::query;

/// The use case by which it is done.
fn act(task: CaseTask) -> Act {
    match task {
        CaseTask::Open => Act::OpenCase,
        CaseTask::Prove => Act::RecordEvidence,
        CaseTask::Decide => Act::DecideCase,
    }
}

/// What the account is to do about certification, with whom it is about and where they are. A decision is not asked of whoever
/// must not make it for having opened the case.
pub(crate) fn due_cases(
    app: &App,
    actor: &Actor,
    calendar: &WorkingDays,
) -> Result<Vec<(UnitCode, StaffNo, CaseDue)>, AppError> {
    let (conn, today, here) = (app.conn()?, app.today()?, app.installation()?);
    let mine = |task: CaseTask| {
        belongs_here(act(task), here.role) && may(act(task), actor, &Target::Province, &here.unit)
    };
    let mut list = Vec::new();
    if ![CaseTask::Open, CaseTask::Prove, CaseTask::Decide].into_iter().any(mine) {
        return Ok(list);
    }
    let letters = ledger::people::query::letters(conn)?;
    let mut cases = query::cases(conn)?;
    let standards = if cases.is_empty() { Vec::new() } else { query::standards(conn)? };
    for (staff_no, stays) in everybody(conn)? {
        let own = cases.remove(&staff_no).unwrap_or_default();
        let gates = match own.iter().find(|case| case.state.open) {
            None => Vec::new(),
            Some(open) => {
                let standard = of_version(&standards, open.state.standard);
                judged(conn, &staff_no, Some(open), &standard, open.state.level, today)?
            }
        };
        let states: Vec<_> = own.into_iter().map(|case| case.state).collect();
        let probation = last_probation(&stays, &letters);
        let Some(due) = case_due(&stays, probation, &states, &gates, calendar, today) else { continue };
        let opener = states.iter().find(|case| case.open).map(|case| &case.opened_by);
        let decides = due.task != CaseTask::Decide
            || second_person(opener.into_iter(), Step::Approve, actor, here.two_person).is_ok();
        let stay = stays.iter().find(|stay| stay.covers(today)).or(stays.last());
        if let Some(stay) = stay.filter(|_| mine(due.task) && decides) {
            list.push((stay.unit.clone(), staff_no, due));
        }
    }
    Ok(list)
}
