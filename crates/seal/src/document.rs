//! Reading a PDF that anyone may have made.

use std::panic::{AssertUnwindSafe, catch_unwind};

use lopdf::{Document, LoadOptions};

use crate::inspection::Unreadable;

/// Largest file that is read, in bytes.
pub const MAX_FILE_BYTES: usize = 200 * 1024 * 1024;
/// Most that one compressed table of objects may expand to, in bytes.
const MAX_TABLE_BYTES: usize = 16 * 1024 * 1024;
/// Most objects in a file; a report of 72,000 rows has under 10,000.
const MAX_OBJECTS: usize = 1_000_000;

/// Reads the newest revision in `pdf`.
pub(crate) fn load(pdf: &[u8]) -> Result<Document, Unreadable> {
    // The header must be the first thing: some readers count offsets from the header and others from the first byte, and
    // would see two different documents.
    if !pdf.starts_with(b"%PDF-") {
        return Err(Unreadable::NotPdf);
    }
    if !crate::tables::plausible(pdf) {
        return Err(Unreadable::Damaged);
    }
    let options = LoadOptions::with_max_decompressed_size(MAX_TABLE_BYTES);
    // lopdf returns errors for most damage but indexes and subtracts unchecked in places; a damaged file must end as a
    // finding, not as the end of the program.
    let loaded = catch_unwind(AssertUnwindSafe(|| Document::load_mem_with_options(pdf, options)));
    let doc = match loaded {
        Ok(Ok(doc)) => doc,
        Ok(Err(
            lopdf::Error::Unimplemented(_) | lopdf::Error::Decryption(_) | lopdf::Error::InvalidPassword,
        )) => {
            return Err(Unreadable::Encrypted);
        }
        Ok(Err(_)) | Err(_) => return Err(Unreadable::Damaged),
    };
    // A file with an empty password arrives decrypted and still is an encrypted file.
    if doc.is_encrypted() || doc.encryption_state.is_some() {
        return Err(Unreadable::Encrypted);
    }
    if doc.objects.len() > MAX_OBJECTS || doc.catalog().is_err() {
        return Err(Unreadable::Damaged);
    }
    Ok(doc)
}

/// Number of pages, by walking the page tree.
pub(crate) fn page_count(doc: &Document) -> usize {
    catch_unwind(AssertUnwindSafe(|| doc.page_iter().count())).unwrap_or(0)
}

/// First place of `needle` in `hay[from..to]`.
pub(crate) fn find(hay: &[u8], needle: &[u8], from: usize, to: usize) -> Option<usize> {
    hay.get(from..to)?.windows(needle.len()).position(|window| window == needle).map(|at| at + from)
}
