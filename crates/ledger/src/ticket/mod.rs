//! Terms, types of tickets, tickets.

pub mod facts;
pub mod list;
pub(crate) mod project;
pub mod query;
pub mod sheet;
pub mod statistics;
pub mod terms;
