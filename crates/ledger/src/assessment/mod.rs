//! Scores, unit months and declarations.

pub mod facts;
pub(crate) mod project;
pub mod query;
