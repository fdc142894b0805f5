//! Reports given out and accepted.

pub(crate) mod project;
pub mod query;
