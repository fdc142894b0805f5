//! What of a form may name people.

use std::fmt;

/// What of a form may name people, and is kept beside the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FormPart {
    /// Its personal fields, as they were filled in that time.
    Fields(u32),
    /// The words of the act of that number: text, personal fields of a step, whose step it was, whose task.
    Words(u32),
}

impl fmt::Display for FormPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fields(version) => write!(f, "fields/{version}"),
            Self::Words(number) => write!(f, "words/{number}"),
        }
    }
}

impl FormPart {
    pub(crate) fn parse(kind: &str, id: &str) -> Option<Self> {
        let found = match kind {
            "fields" => Self::Fields(id.parse().ok()?),
            "words" => Self::Words(id.parse().ok()?),
            _ => return None,
        };
        // Only the text that would be written: one subject has one name.
        (found.to_string() == format!("{kind}/{id}")).then_some(found)
    }
}
