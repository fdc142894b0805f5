//! Accounts and the installation itself.

pub(crate) mod project;
pub mod query;
