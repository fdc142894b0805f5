//! Customers and their people.

pub mod facts;
pub mod list;
pub(crate) mod project;
pub mod query;
