//! Rubrics and rule sets.

pub(crate) mod project;
pub mod query;
