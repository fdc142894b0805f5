//! Where a term stands today.

use super::Escalation;
use crate::kernel::WorkingDays;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What is known of a term when its standing is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lateness {
    /// The last day, the agreed one where one was agreed.
    pub due_on: NaiveDate,
    /// The day on which it was done.
    pub done_on: Option<NaiveDate>,
    /// Whether somebody is waited for.
    pub waiting: bool,
    /// So many working days before the last one it counts as due soon.
    pub soon: u32,
}

/// Whether something was done in time: on its last day or before.
#[must_use]
pub fn done_in_time(done_on: NaiveDate, due_on: NaiveDate) -> bool {
    done_on <= due_on
}

impl Lateness {
    /// Whether it was done in time; `None` while it is not done.
    #[must_use]
    pub fn in_time(&self) -> Option<bool> {
        self.done_on.map(|done| done_in_time(done, self.due_on))
    }

    /// Whether the last day is past, nothing was done and nobody is waited for.
    #[must_use]
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.done_on.is_none() && !self.waiting && self.due_on < today
    }
}

/// Where a term stands. Numbers are working days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "standing", rename_all = "camelCase")]
pub enum Standing {
    /// 超时: the last day is past.
    Overdue {
        /// Since so many.
        by: u32,
    },
    /// 即将到期.
    Soon {
        /// So many left after today; 0 is today.
        left: u32,
    },
    /// 进行中.
    Running {
        /// So many left after today.
        left: u32,
    },
    /// 等待中: stands still.
    Waiting,
    /// 按时.
    InTime,
    /// 超时完成.
    Late {
        /// By so many.
        by: u32,
    },
}

/// Where a term stands on that day (SLA-34). What is late by a weekend only is late by 0 working days, and late all the same.
#[must_use]
pub fn standing(term: &Lateness, calendar: &WorkingDays, today: NaiveDate) -> Standing {
    let between = |from: NaiveDate, to: NaiveDate| from.succ_opt().map_or(0, |next| calendar.count(next, to));
    match term.done_on {
        Some(_) if term.in_time() == Some(true) => Standing::InTime,
        Some(done) => Standing::Late { by: between(term.due_on, done) },
        None if term.waiting => Standing::Waiting,
        None if term.is_overdue(today) => Standing::Overdue { by: between(term.due_on, today) },
        None => {
            let left = between(today, term.due_on);
            if left <= term.soon { Standing::Soon { left } } else { Standing::Running { left } }
        }
    }
}

/// Who has to hear of it by now: every step whose number of working days after the last day is reached.
#[must_use]
pub fn escalated(standing: Standing, steps: &[Escalation]) -> Vec<&Escalation> {
    match standing {
        Standing::Overdue { by } => steps.iter().filter(|step| step.after <= by).collect(),
        _ => Vec::new(),
    }
}
