//! Certification and rating (能力认证和评级, §6.4; catalogue sections 19 and 20): the standard with its levels and gates,
//! a person's case, what is gathered for it, and the reviewers' decision.
//!
//! The contract names neither the method nor the levels (catalogue AMB-14): both are the [`Standard`], versioned data
//! that the client may replace. Start reading at [`gates`], the one function that judges.

mod case;
mod counting;
mod due;
mod evidence;
mod exam;
mod follow_up;
mod gate;
mod lines;
mod standard;

pub use case::{
    AfterFailing, CaseState, Certified, DecideFacts, Decision, OpenFacts, certificate_figures,
    certification_due, decide_case, level_held, open_case, withdraw_case,
};
pub use counting::{CountSource, CountedFrom, LedgerLine, ShownBehaviour, counted_from};
pub use due::{
    CaseDue, CaseFacts, CaseTask, DECIDE_WORKING_DAYS, FOLLOW_WORKING_DAYS, OPEN_WORKING_DAYS,
    PROVE_WORKING_DAYS, case_due,
};
pub use evidence::{EvidenceLine, Proof, record_evidence, strike_evidence};
pub use exam::{ExamTaken, record_exam, sitting_rank};
pub use follow_up::{FollowUp, Outcome, follow_up, training_after};
pub use gate::{
    CounterResult, ExamResult, Gate, GateFacts, GateResult, GateValues, QuarterGrade, Verdict, all_met,
    gates, months_served, quarters_judged,
};
pub use lines::{StandardLine, standard_from_lines, standard_lines};
pub use standard::{
    Grade, GradeBands, GradedObject, KnowledgeRule, LedgerCount, Level, ObjectGrade, QuarterRule,
    Requirement, Standard, issue_standard,
};

#[cfg(test)]
mod tests;
