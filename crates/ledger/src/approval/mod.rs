//! Approvals of documents: where they stand, whose opinions are waited for, lists.

pub mod facts;
pub mod list;
pub(crate) mod project;
