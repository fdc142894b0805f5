//! Units, parties, contract terms and the calendar.

pub(crate) mod project;
pub mod query;
