//! Training, awards and sanctions, the ability checklist (§6.5): read with a person, recorded by their unit or the province.

mod acts;
mod view;

pub use acts::{
    CancelTraining, DecideViolation, JudgeAbility, PlanTraining, RecordConduct, RecordTrainingAttendance,
    WithdrawConduct, attendance, cancel, conduct, decide, judge, plan, withdraw,
};
pub use view::{ConductView, Development, DevelopmentView, TrainingView, development};
