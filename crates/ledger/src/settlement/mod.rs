//! Confirmations, objections, revisions, money.

pub mod facts;
pub(crate) mod project;
pub mod query;
