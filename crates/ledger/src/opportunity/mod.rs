//! Opportunities: projections, facts, lists, what a page shows.

pub mod facts;
pub mod list;
pub(crate) mod project;
pub mod query;
