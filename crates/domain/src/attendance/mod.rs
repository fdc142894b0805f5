//! Attendance (考勤, §6.3): a unit's own working hours, what a person's day comes to, what is set by hand, leave and
//! overtime. Evidence beside the scores; a deduction follows only where the rubric says so (catalogue AMB-36).
//!
//! Start reading at [`judge`]: the one rule that says what a day is.

mod apply;
mod correct;
mod day;
mod deduction;
mod hours;
mod month;
mod punch;
mod time;

pub use apply::{
    Application, ApplicationState, ApplyFacts, Basis, Decision, Leave, LeaveKind, Matter, apply,
    decide_application, withdraw_application,
};
pub use correct::{CorrectFacts, Correction, CorrectionRow, correct_days};
pub use day::{DayFacts, DayResult, Standing, Totals, judge};
pub use deduction::{AttendanceRule, proposed};
pub use hours::{Rest, WorkingHours, hours_in, set_hours};
pub use month::{MonthFacts, PersonMonth};
pub use punch::{PunchColumn, PunchDay, PunchFacts, record_punches};
pub use time::{Half, TimeOfDay, TimeRefusal};

#[cfg(test)]
mod tests;
