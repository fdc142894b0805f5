//! What is to be done about people, and until when. Reminders only: no rule binds to these days (AMB-34).

use super::{Dossier, ReplacementState};
use crate::kernel::{StaffNo, UnitCode, WorkingDays};
use chrono::{Days, NaiveDate};

/// The end of a probation is told this many days ahead. The source gives no number; this one is ours.
pub const PROBATION_ENDS_DAYS: u64 = 7;
/// A request for a replacement is to be approved within this many working days. The source gives no number; this one is
/// ours.
pub const APPROVE_WORKING_DAYS: u32 = 3;

/// Something to be done about a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum StaffTask {
    /// The day announced has come, and there is no letter.
    FileLetter,
    /// The probation ends soon.
    ProbationEnds,
    /// A request for a replacement waits for the unit leader.
    ApproveReplacement,
}

/// A task with its day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaffDue {
    /// Where.
    pub unit: UnitCode,
    /// About whom.
    pub staff_no: StaffNo,
    /// What.
    pub task: StaffTask,
    /// The last day for it.
    pub by: NaiveDate,
    /// Whether that day is past.
    pub overdue: bool,
}

/// First and last day on which a probation can have begun whose end is told of today: it is a month long, that is 28 to 31
/// days.
#[must_use]
pub fn probations_ending(today: NaiveDate) -> (NaiveDate, NaiveDate) {
    (today - Days::new(31), today + Days::new(PROBATION_ENDS_DAYS) - Days::new(27))
}

impl Dossier {
    /// What is to be done about the person today.
    #[must_use]
    pub fn due(&self, calendar: &WorkingDays, today: NaiveDate) -> Vec<StaffDue> {
        let mut list = Vec::new();
        let mut push = |unit: &UnitCode, task, by: NaiveDate| {
            let (unit, staff_no) = (unit.clone(), self.staff_no.clone());
            list.push(StaffDue { unit, staff_no, task, by, overdue: by < today });
        };
        if let Some(open) = self.announced().filter(|open| open.expected_on <= today) {
            push(&open.unit, StaffTask::FileLetter, open.expected_on);
        }
        let soon = today + Days::new(PROBATION_ENDS_DAYS);
        if let Some(stay) = self.stay_on(today) {
            let ending = self.probation_of(stay).filter(|p| today <= p.to && p.to <= soon);
            if let Some(probation) = ending.filter(|p| stay.membership.lasts_to(p.to)) {
                push(&stay.membership.unit, StaffTask::ProbationEnds, probation.to);
            }
        }
        for request in &self.replacements {
            if self.replacement_state(request) == ReplacementState::Opened {
                let by = calendar.deadline(request.requested_on, APPROVE_WORKING_DAYS);
                push(&request.unit, StaffTask::ApproveReplacement, by);
            }
        }
        list
    }
}
