//! Engineers (售前支撑人员): announced, on duty with their papers, on probation, moved, replaced, gone (§6.1, §6.4).
//!
//! [`Dossier`] is everything on record about one of them; the acts are its methods and answer events. Who came in from a
//! list is taken in by [`import_people`]. Start reading at `dossier.rs`, then `paper.rs` for how somebody comes on duty.

mod arrival;
mod dossier;
mod due;
mod ground;
mod leaving;
mod membership;
mod paper;
mod paper_no;
mod probation;
mod replacement;
mod rule;
mod standing;
mod work_note;

pub use arrival::{Arrival, ArrivalState, PersonData, record_person, skills_of};
pub use dossier::{Dossier, MonthScore, Requirement, Stay, StayManager};
pub use due::{APPROVE_WORKING_DAYS, PROBATION_ENDS_DAYS, StaffDue, StaffTask, probations_ending};
pub use ground::{DecidedGround, Ground};
pub use leaving::{
    HandoverEntry, HandoverKind, HandoverList, Leaving, LeavingFacts, MOST_ENTRIES, NewLeaving,
};
pub use membership::{Membership, on_duty_days};
pub use paper::{LONGEST_NUMBER, NewPaper, OnBehalf, Paper, PaperKind, PaperRecord};
pub use paper_no::{paper_no, register_no, replacement_no};
pub(crate) use probation::probations;
pub use probation::{Letters, Probation, REPLACEMENT_BELOW, last_probation, may_ask_replacement};
pub use replacement::{
    Approval, Dispatch, Evidence, EvidenceMonth, Replacement, ReplacementState, SuccessorFacts,
};
pub use rule::{EngineerRow, PeopleFacts, import_people};
pub use standing::{Since, Standing};
pub use work_note::{LONGEST_NOTE, WorkNote, note_text};

#[cfg(test)]
mod tests;
