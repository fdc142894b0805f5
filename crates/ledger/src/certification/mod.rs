//! Certification: the standard's versions, cases with their evidence, exams, levels.

pub mod facts;
pub(crate) mod project;
pub mod query;
