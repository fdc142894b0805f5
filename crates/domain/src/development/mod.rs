//! Training, awards and sanctions, and the ability checklist (§6.5; catalogue PER-18…PER-24, INC-03…INC-08): what is kept of
//! a person's course besides the monthly scores. None of it changes a score or a fee.

mod ability;
mod conduct;
mod training;

pub use ability::{AbilityItem, judge_ability};
pub use conduct::{
    Award, ConductState, Sanction, Violation, decide_violation, find_violation, give_award, violation_ground,
    withdraw_conduct,
};
pub use training::{
    Training, TrainingKind, TrainingState, cancel_training, plan_training, record_attendance,
};

#[cfg(test)]
mod tests;
