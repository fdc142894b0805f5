//! What of a document may name people.

use std::fmt;

/// What of a document may name people, and is kept beside the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DocumentPart {
    /// Title, note and tags, as they were written that time.
    Text(u32),
    /// Its version of that number: the file's name, and what was changed.
    Version(u32),
    /// The words of the act of that number: a reason, where the paper copy lies, to whom it was lent.
    Words(u32),
}

impl fmt::Display for DocumentPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(number) => write!(f, "text/{number}"),
            Self::Version(number) => write!(f, "version/{number}"),
            Self::Words(number) => write!(f, "words/{number}"),
        }
    }
}

impl DocumentPart {
    pub(crate) fn parse(kind: &str, id: &str) -> Option<Self> {
        let number = id.parse().ok()?;
        let found = match kind {
            "text" => Self::Text(number),
            "version" => Self::Version(number),
            "words" => Self::Words(number),
            _ => return None,
        };
        // Only the text that would be written: one subject has one name.
        (found.to_string() == format!("{kind}/{id}")).then_some(found)
    }
}
