//! Training, awards and sanctions, ability.

pub(crate) mod project;
pub mod query;
