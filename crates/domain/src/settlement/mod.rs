//! How a quarter's scores become its score, its coefficient and its fee (§7.1, §7.3; settlement-rules.md).
//!
//! Start at [`settle`] (the whole computation), then [`fee`] (THE fee formula) and [`official`] (confirm, finalise,
//! revise, pay).

mod blocker;
mod compute;
mod due;
pub mod fee;
mod figures;
mod input;
mod leverage;
pub mod official;
mod progress;
mod ranking;
mod result;
mod watch;

pub use blocker::{Blocker, Warning};
pub use compute::{settle, unit_result};
pub use due::{Due, MONTH_BY_WORKING_DAY, QUARTER_BY_DAY, Task, due};
pub use figures::{
    check_code, code_of, confirmation_figures, month_figures, ranking_figures, settlement_figures,
};
pub use input::{
    Adjustment, ConfirmationFact, ExemptionFact, MonthFacts, Payment, PersonFacts, QuarterFacts, UnitFacts,
};
pub use leverage::{PointValue, Shifted, point_values};
pub use progress::{MonthProgress, month_progress};
pub use ranking::{Ranked, ranking};
pub use result::{GroupResult, MonthResult, PersonResult, Settlement, Status, UnitResult};
pub use watch::{FinalQuarter, consecutive_below};

#[cfg(test)]
mod tests;
