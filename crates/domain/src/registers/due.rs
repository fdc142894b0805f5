//! What of forms and tasks is late or due soon.

use crate::deadline::{Lateness, Standing, standing};
use crate::kernel::WorkingDays;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum FormTask {
    /// A form's step is late.
    FormsOverdue,
    /// A task is late.
    TasksOverdue,
    /// A form's step is due soon.
    FormsSoon,
    /// A task is due soon.
    TasksSoon,
}

/// Due soon from so many working days before the last one.
const SOON: u32 = 1;

/// Where the last day of a step or a task stands; `done_on` is the day on which it was done.
#[must_use]
pub fn stands(
    due_on: NaiveDate,
    done_on: Option<NaiveDate>,
    today: NaiveDate,
    calendar: &WorkingDays,
) -> Standing {
    standing(&Lateness { due_on, done_on, waiting: false, soon: SOON }, calendar, today)
}

/// Whether it is late (`true`) or due soon.
fn presses(due_on: NaiveDate, today: NaiveDate, calendar: &WorkingDays) -> Option<bool> {
    match stands(due_on, None, today, calendar) {
        Standing::Overdue { .. } => Some(true),
        Standing::Soon { .. } => Some(false),
        _ => None,
    }
}

/// Whether an open form with that last day is late or due soon.
#[must_use]
pub fn form_due(due_on: NaiveDate, today: NaiveDate, calendar: &WorkingDays) -> Option<FormTask> {
    let late = presses(due_on, today, calendar)?;
    Some(if late { FormTask::FormsOverdue } else { FormTask::FormsSoon })
}

/// Whether an open task with that last day is late or due soon.
#[must_use]
pub fn task_due(until: NaiveDate, today: NaiveDate, calendar: &WorkingDays) -> Option<FormTask> {
    let late = presses(until, today, calendar)?;
    Some(if late { FormTask::TasksOverdue } else { FormTask::TasksSoon })
}
