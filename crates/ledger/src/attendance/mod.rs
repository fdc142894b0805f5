//! Attendance: hours, punches, days set by hand, applications.

pub mod facts;
pub(crate) mod project;
pub mod query;
