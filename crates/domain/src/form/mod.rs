//! Forms (表单): fields, checklists and what makes them complete, as data that users may change.
//!
//! A ticket's type, a record on it and a free form are all made of these. Texts that may name people are `personal`: they
//! are kept beside the journal, and only that they are filled in is journaled.

mod answer;
mod checklist;
mod field;

pub use answer::{Answer, Answers, LONGEST_LINE, LONGEST_PARAGRAPH};
pub use checklist::{CheckItem, ItemState, OnChange, ShownBy};
pub use field::{Condition, Field, FieldKind, Need, check_fields};

#[cfg(test)]
mod tests;
