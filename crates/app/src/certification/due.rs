//! What an account is to do about certification.

use super::follow::left_to_do;
use super::list::everybody;
use super::person::{judged, of_version};
use crate::api::Act;
use crate::error::AppError;
use crate::rights::{Target, belongs_here, may};
use crate::session::App;
use domain::approval::{Step, second_person};
use domain::certification::{CaseDue, CaseFacts, CaseTask, case_due};
use domain::kernel::{Actor, StaffNo, UnitCode, WorkingDays};
use domain::people::last_probation;
use ledger::certification::query;

/// Everything that certification asks for.
const TASKS: [CaseTask; 5] =
    [CaseTask::Open, CaseTask::Prove, CaseTask::Decide, CaseTask::Train, CaseTask::Replace];

/// The use case by which it is done, and at which record of somebody in that unit.
fn act(task: CaseTask, unit: &UnitCode) -> (Act, Target) {
    match task {
        CaseTask::Open => (Act::OpenCase, Target::Province),
        CaseTask::Prove => (Act::RecordEvidence, Target::Province),
        CaseTask::Decide => (Act::DecideCase, Target::Province),
        CaseTask::Train => (Act::PlanTraining, Target::Unit(unit.clone())),
        CaseTask::Replace => (Act::RequestReplacement, Target::Unit(unit.clone())),
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
    let mine = |task: CaseTask, unit: &UnitCode| {
        let (act, target) = act(task, unit);
        belongs_here(act, here.role) && may(act, actor, &target, &here.unit)
    };
    let letters = ledger::people::query::letters(conn)?;
    let mut cases = query::cases(conn)?;
    let standards = if cases.is_empty() { Vec::new() } else { query::standards(conn)? };
    let mut list = Vec::new();
    for (staff_no, stays) in everybody(conn)? {
        let own = cases.remove(&staff_no).unwrap_or_default();
        let Some(stay) = stays.iter().find(|stay| stay.covers(today)).or(stays.last()) else { continue };
        if !TASKS.into_iter().any(|task| mine(task, &stay.unit)) {
            continue;
        }
        let open = own.iter().find(|case| case.state.open);
        let gates = match open {
            None => Vec::new(),
            Some(open) => {
                let standard = of_version(&standards, open.state.standard);
                judged(conn, &staff_no, Some(open), &standard, open.state.level, today)?
            }
        };
        let follows = if open.is_none() { left_to_do(app, &staff_no, &own)? } else { None };
        let opener = open.map(|case| case.state.opened_by.clone());
        let states: Vec<_> = own.into_iter().map(|case| case.state).collect();
        let probation = last_probation(&stays, &letters);
        let facts = CaseFacts { stays: &stays, probation, cases: &states, gates: &gates, follows };
        let Some(due) = case_due(&facts, calendar, today) else { continue };
        let decides = due.task != CaseTask::Decide
            || second_person(opener.iter(), Step::Approve, actor, here.two_person).is_ok();
        if mine(due.task, &stay.unit) && decides {
            list.push((stay.unit.clone(), staff_no, due));
        }
    }
    Ok(list)
}
