//! What is found in a file, and what reading it may cost.

use serde::{Deserialize, Serialize};

/// A kind of file whose text can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Kind {
    /// PDF.
    Pdf,
    /// Word since 2007.
    Docx,
    /// Excel since 2007.
    Xlsx,
    /// PowerPoint since 2007.
    Pptx,
    /// A web page.
    Html,
    /// Plain text, tables with commas among it.
    Text,
}

/// Why a file has no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Unreadable {
    /// It has no bytes.
    Empty,
    /// It opens with a password alone.
    Encrypted,
    /// It is of a kind that is read, but cut off or otherwise not whole.
    Damaged,
    /// It is larger, or unpacks to more, than is read.
    TooLarge,
    /// An office program's file from before 2007, WPS's own among them.
    OldOffice,
    /// No kind whose text is read: pictures, drawings, programs.
    UnknownKind,
    /// It is whole and has no text, as a scanned page.
    NoText,
    /// Reading it took longer than the limit.
    TookTooLong,
    /// Reading it took more memory than the limit.
    TooMuchMemory,
    /// The process that read it ended without an answer.
    Crashed,
}

/// Where in a file a text stands. Numbers count from 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "at", rename_all = "camelCase")]
pub enum Place {
    /// A page of a PDF.
    Page {
        /// Its place in the file, whatever is printed on it.
        page: u32,
    },
    /// A paragraph of a document or of a web page.
    Paragraph {
        /// Its place among those with text.
        paragraph: u32,
    },
    /// Headers, footers, notes and comments of a document.
    Beside,
    /// A row of a spreadsheet; its cells stand in the text with a tab between them.
    Row {
        /// The sheet's name.
        sheet: String,
        /// The row as the spreadsheet program numbers it.
        row: u32,
    },
    /// A slide.
    Slide {
        /// Its place in the presentation.
        slide: u32,
    },
    /// The speaker's notes of a slide.
    Notes {
        /// The slide's place.
        slide: u32,
    },
    /// Lines of plain text.
    Line {
        /// The first of them.
        line: u32,
    },
}

/// A piece of a file's text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// Where it stands.
    pub place: Place,
    /// The text, without white space around it; of a row the tabs of its empty cells are kept.
    pub text: String,
}

/// A file's text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contents {
    /// What the file is.
    pub kind: Kind,
    /// Its text in reading order; never empty.
    pub parts: Vec<Part>,
    /// Whether there is more than was read.
    pub cut: bool,
}

/// What reading a file may cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Most bytes of the file.
    pub file: u64,
    /// Most bytes of text; what comes after them is left out.
    pub text: usize,
    /// Most parts; what comes after them is left out.
    pub parts: usize,
    /// Most entries of a package.
    pub entries: usize,
    /// Most bytes that are unpacked.
    pub unpacked: u64,
    /// Most elements within each other.
    pub depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file: 256 << 20,
            text: 4 << 20,
            parts: 200_000,
            entries: 10_000,
            unpacked: 256 << 20,
            depth: 256,
        }
    }
}

/// Parts as they come in, up to the limits.
pub(crate) struct Gathered {
    parts: Vec<Part>,
    most: usize,
    room: usize,
    cut: bool,
}

impl Gathered {
    pub fn new(limits: &Limits) -> Self {
        Self { parts: Vec::new(), most: limits.parts, room: limits.text, cut: false }
    }

    /// Whether nothing more is taken.
    pub fn is_full(&self) -> bool {
        self.cut
    }

    /// How many bytes still find room.
    pub fn room(&self) -> usize {
        self.room
    }

    /// Takes a text; one without a visible character is none.
    pub fn add(&mut self, place: Place, text: &str) -> bool {
        // The tabs before a row's first cell say in which column it stands.
        let is_row = matches!(place, Place::Row { .. });
        let text = if is_row { text.trim_end() } else { text.trim() };
        if text.is_empty() || self.cut {
            return false;
        }
        let text = if text.len() > self.room || self.parts.len() >= self.most {
            self.cut = true;
            if self.parts.len() >= self.most {
                return false;
            }
            &text[..text.floor_char_boundary(self.room)]
        } else {
            text
        };
        self.room -= text.len();
        // A NUL would end the text for some who read it later.
        let text = if text.contains('\0') { text.replace('\0', " ") } else { text.to_owned() };
        self.parts.push(Part { place, text });
        true
    }

    pub fn finish(self, kind: Kind) -> Result<Contents, Unreadable> {
        if self.parts.is_empty() {
            return Err(Unreadable::NoText);
        }
        Ok(Contents { kind, parts: self.parts, cut: self.cut })
    }
}
