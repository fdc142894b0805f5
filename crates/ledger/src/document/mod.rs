//! Documents: numbers, versions, the paper copy, lists, who read them.

pub mod facts;
pub mod list;
pub(crate) mod project;
pub mod query;
pub mod reading;
