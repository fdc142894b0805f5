//! What is written in files that others made: PDF, Word, Excel, PowerPoint, web pages and plain text, by their contents and
//! never by their names.
//!
//! Owns: the kinds of files, their text with the places where it stands, bounds on what a file may cost, and the process of its
//! own in which a file is read. Refuses, with a reason, whatever it cannot read; knows nothing of ledgers. Start reading at
//! [`read`] for the text of a file, then [`Reader`] for how it is kept apart from the program.

mod child;
mod contents;
mod docx;
mod html;
mod kind;
mod package;
mod pdf;
mod plain;
mod pptx;
mod reader;
mod xlsx;
mod xml;

pub use child::{READ_CONTENTS, answer, child_if_asked};
pub use contents::{Contents, Kind, Limits, Part, Place, Unreadable};
pub use reader::Reader;

use contents::Gathered;
use kind::Recognised;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The text of a file. Takes as long and as much memory as the file makes it: for files that others made use [`Reader`].
///
/// # Errors
/// Why there is no text.
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Contents, Unreadable> {
    // The libraries are meant not to panic whatever they are given. This does not rely on it.
    catch_unwind(AssertUnwindSafe(|| contents(bytes, limits))).unwrap_or(Err(Unreadable::Crashed))
}

fn contents(bytes: &[u8], limits: &Limits) -> Result<Contents, Unreadable> {
    if bytes.is_empty() {
        return Err(Unreadable::Empty);
    }
    if bytes.len() as u64 > limits.file {
        return Err(Unreadable::TooLarge);
    }
    let mut gathered = Gathered::new(limits);
    let kind = match kind::recognise(bytes, limits)? {
        Recognised::Pdf => pdf::read(bytes, limits, &mut gathered).map(|()| Kind::Pdf),
        Recognised::Docx(package, main) => docx::read(package, &main, &mut gathered).map(|()| Kind::Docx),
        Recognised::Pptx(package, main) => pptx::read(package, &main, &mut gathered).map(|()| Kind::Pptx),
        Recognised::Xlsx => xlsx::read(bytes, &mut gathered).map(|()| Kind::Xlsx),
        Recognised::Html(text) => {
            html::read(&text, &mut gathered);
            Ok(Kind::Html)
        }
        Recognised::Text(text) => {
            plain::read(&text, &mut gathered);
            Ok(Kind::Text)
        }
    }?;
    gathered.finish(kind)
}
