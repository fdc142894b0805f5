//! What can go wrong when a report is printed or read back.

use std::path::PathBuf;

/// Why a report could not be printed, or the facts in one not be read.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// The typefaces lack a character. It would print as a box and vanish from copied text, so nothing is printed.
    #[error("the report's typefaces have no character {character:?} (U+{:04X}), wanted in {place}: {text:?}", *character as u32)]
    MissingGlyph {
        /// The character that cannot be printed.
        character: char,
        /// The part of the report it stands in, in the report's own words.
        place: String,
        /// The text it stands in.
        text: String,
    },
    /// The font resource is missing, cannot be read, or is not the one that `scripts/fonts.sh` makes.
    #[error("font resource {}: {reason}", path.display())]
    FontResource {
        /// Where it was looked for.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// The picture of a seal is neither PNG nor JPEG, is damaged, or is larger than [`crate::SEAL_PICTURE_LIMIT`].
    #[error("picture of the seal: {reason}")]
    Picture {
        /// What is wrong with it.
        reason: String,
    },
    /// The box of a signature is too small for the text at any legible size.
    #[error("{what} does not fit into its box")]
    TooLong {
        /// The document, in its own words.
        what: String,
    },
    /// The file is not a report of this program, or its facts are damaged.
    #[error("no facts can be read from this PDF: {reason}")]
    Unreadable {
        /// What is missing or wrong.
        reason: String,
    },
    /// The drawing library refused what it was given: a defect of this program, never of the input.
    #[error("the drawing library failed: {reason}")]
    Drawing {
        /// What it said.
        reason: String,
    },
}
