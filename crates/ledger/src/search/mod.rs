//! Looking for words (查找): an index of two-character phrases (FTS5) beside the projections. Acts only note whose words have
//! changed ([`due`]), in their own transaction, so that nothing is forgotten; the texts are read and indexed when there is
//! time for it ([`catch_up`]), at the latest before somebody looks for something.

mod index;
mod query;
mod text;

pub use index::{catch_up, is_due};
pub(crate) use index::{due, due_of_customer, due_of_opportunity, purge};
pub use query::{Hit, Hits, Sought, find};
