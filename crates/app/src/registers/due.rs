//! What an account is told of forms and tasks.

use crate::api::Act;
use crate::error::AppError;
use crate::organisation::sees;
use crate::rights::{Target, belongs_here, may};
use crate::session::App;
use chrono::NaiveDate;
use domain::kernel::{Actor, Role, UnitCode};
use domain::registers::{FormTask, form_due, task_due};

/// The units among these whose forms are the account's own work.
pub(crate) fn own_units(
    app: &App,
    actor: &Actor,
    units: impl IntoIterator<Item = UnitCode>,
) -> Result<Vec<UnitCode>, AppError> {
    let home = app.installation()?;
    let mut own = Vec::new();
    for unit in units {
        // A leader is asked for what is his to decide; the day is the worker's to watch. At the province they are its own.
        let able = belongs_here(Act::TakeFormStep, home.role)
            && may(Act::TakeFormStep, actor, &Target::Unit(unit.clone()), &home.unit)
            && actor.role != Role::UnitLeader
            && actor.unit.as_ref().unwrap_or(&home.unit) == &unit;
        if able && sees(app, &unit)? {
            own.push(unit);
        }
    }
    Ok(own)
}

/// What of these units' forms and tasks is late or due soon, for whoever works on them, with its last day.
pub(crate) fn forms_due(
    app: &App,
    actor: &Actor,
    units: impl IntoIterator<Item = UnitCode>,
) -> Result<Vec<(FormTask, UnitCode, NaiveDate)>, AppError> {
    let (conn, today) = (app.conn()?, app.today()?);
    let own = own_units(app, actor, units)?;
    if own.is_empty() {
        return Ok(Vec::new());
    }
    let calendar = ledger::organisation::query::working_days(conn)?;
    let (forms, tasks) = ledger::registers::task::last_days(conn, &own)?;
    let forms = forms.into_iter().map(|(no, day)| (form_due(day, today, &calendar), no, day));
    let tasks = tasks.into_iter().map(|(no, day)| (task_due(day, today, &calendar), no, day));
    Ok(forms.chain(tasks).filter_map(|(due, no, day)| Some((due?, no.unit, day))).collect())
}
