//! Looking for words in what the ledger holds (查找): one spelling, phrases of two characters, what is asked for, and the
//! passage that is shown. Pure; the index itself is the ledger's.

mod fold;
mod gram;
mod kind;
mod passage;
mod query;

pub use fold::{Folded, fold};
pub use gram::{expression, grams, scope};
pub use kind::SearchKind;
pub use passage::{Passage, passage};
pub use query::{DEEPEST_QUERY, LONGEST_QUERY, Query, QueryFault};

#[cfg(test)]
mod tests;
