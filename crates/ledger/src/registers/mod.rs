//! Registers: types of forms, filled forms, their tasks.

pub mod facts;
pub mod list;
pub(crate) mod project;
pub mod query;
pub mod reminder;
pub mod task;
