//! Opportunities (商机): projects that may be won, from the first word of them to the contract (§5.1; catalogue section 8).
//!
//! An opportunity goes through six stages ([`Stage`]). What each asks for before the next is data ([`stages`]); start reading at
//! [`Opportunity::missing`], the one place that knows what is not there yet, and [`Opportunity::move_to`].

mod approval;
mod changes;
mod checkpoint;
mod course;
mod gap;
mod no;
mod pipeline;
mod record;
mod register;
mod stage;
mod state;
mod success;
mod void;

pub use approval::{Approval, ApprovalOf};
pub use changes::{Change, basics_changes, stage_changes};
pub use checkpoint::{CHECKPOINT, CheckpointTask, checkpoint_task, told_until, waiting_checkpoint};
pub use course::HandOver;
pub use gap::StageGap;
pub use no::OpportunityNo;
pub use pipeline::{Column, age, columns};
pub use record::{KeptRecord, RecordFile, RecordRow, check_keeper};
pub use register::{Basics, Finder, Registration, UnitFacts, read_typed, register};
pub use stage::{Choices, Stage, StageNeeds, choices, record_kind, stages};
pub use state::{Conclusion, Opportunity, Outcome};
pub use success::{Concluded, SuccessRate, SuccessRates, success_rates};
pub use void::VoidedFor;

#[cfg(test)]
mod tests;
