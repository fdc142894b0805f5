//! Terms, types of tickets, tickets.

pub mod dispatch;
pub mod facts;
pub(crate) mod hands;
pub mod list;
pub(crate) mod project;
pub mod query;
pub mod sheet;
pub mod statistics;
pub mod terms;
pub mod work;
