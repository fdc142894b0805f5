//! PDF: what is painted on each page, put together from where its characters stand.
//!
//! `page` follows a page's painting, `font` says what a font's codes mean and how wide they are, `line` puts characters
//! into lines. lopdf parses the file.

mod cmap;
mod font;
mod line;
mod matrix;
mod page;

use crate::contents::{Gathered, Limits, Place, Unreadable};
use lopdf::{DecompressError, Document, Error, LoadOptions};
use page::Painter;

pub(crate) fn read(bytes: &[u8], limits: &Limits, gathered: &mut Gathered) -> Result<(), Unreadable> {
    // One stream alone gets no more than everything together.
    let most = usize::try_from(limits.unpacked).unwrap_or(usize::MAX) / 4;
    let document = Document::load_mem_with_options(bytes, LoadOptions::with_max_decompressed_size(most))
        .map_err(|e| unreadable(&e))?;
    // With an empty password it would have been deciphered by now.
    if document.is_encrypted() {
        return Err(Unreadable::Encrypted);
    }
    let pages = document.get_pages();
    if pages.is_empty() {
        return Err(Unreadable::Damaged);
    }
    let mut painter = Painter::new(&document, limits.unpacked);
    for (page, id) in pages {
        if gathered.is_full() {
            break;
        }
        let text = painter.page(id, gathered.room())?;
        gathered.add(Place::Page { page }, &text);
    }
    Ok(())
}

pub(crate) fn unreadable(error: &Error) -> Unreadable {
    match error {
        Error::Decompress(DecompressError::MemoryLimitExceeded { .. }) => Unreadable::TooLarge,
        Error::InvalidPassword | Error::Decryption(_) | Error::UnsupportedSecurityHandler(_) => {
            Unreadable::Encrypted
        }
        _ => Unreadable::Damaged,
    }
}
