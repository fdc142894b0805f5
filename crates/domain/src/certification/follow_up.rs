//! What follows a failed certification (CER-06): what was decided, and whether it was done.

use super::case::{AfterFailing, Decision};
use crate::development::TrainingState;
use crate::kernel::StaffNo;
use crate::people::{DecidedGround, Ground};
use chrono::NaiveDate;

/// A decided case of somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Its number.
    pub number: u32,
    /// What was decided.
    pub decision: Decision,
    /// Decided on.
    pub on: NaiveDate,
}

/// What a failed case asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FollowUp {
    /// Which case.
    pub number: u32,
    /// What was chosen to follow.
    pub then: AfterFailing,
    /// Decided on.
    pub on: NaiveDate,
}

/// What still follows of somebody's decided cases: what the last of them asks for, if it failed. A later one replaces it.
#[must_use]
pub fn follow_up(outcomes: &[Outcome]) -> Option<FollowUp> {
    let last = outcomes.iter().max_by_key(|outcome| outcome.number)?;
    match &last.decision {
        Decision::Failed { then, .. } => Some(FollowUp { number: last.number, then: *then, on: last.on }),
        Decision::Passed { .. } => None,
    }
}

impl FollowUp {
    /// The ground for a replacement that it gives, if that was chosen.
    #[must_use]
    pub fn ground(self) -> Option<DecidedGround> {
        let ground = Ground::Certification { number: self.number };
        (self.then == AfterFailing::Replace).then_some(DecidedGround { ground, on: self.on })
    }
}

/// The training that follows a decision: the first one held for the person that day or later and not called off.
#[must_use]
pub fn training_after<'a>(
    trainings: &'a [TrainingState],
    staff_no: &StaffNo,
    decided_on: NaiveDate,
) -> Option<&'a TrainingState> {
    let fits = |state: &&TrainingState| {
        !state.cancelled && state.training.on >= decided_on && state.training.people.contains(staff_no)
    };
    trainings.iter().filter(fits).min_by_key(|state| (state.training.on, state.number))
}
