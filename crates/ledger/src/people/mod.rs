//! Engineers and memberships.

pub(crate) mod project;
pub mod query;
