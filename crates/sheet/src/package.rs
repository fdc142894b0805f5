//! The zip package of an .xlsx file, measured before anything parses it.
//!
//! Sizes in a zip's directory are what the sender says; here every entry is really unpacked and counted. calamine reads the
//! same bytes with the same zip crate afterwards, so that what was measured is what it sees.

use crate::{SheetError, UnsupportedFormat};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Most entries in the package.
const MOST_ENTRIES: u64 = 10_000;
/// Most bytes of all entries unpacked.
const MOST_BYTES: u64 = 200 * 1024 * 1024;
/// Most bytes unpacked for each byte of the file ...
const MOST_RATIO: u64 = 100;
/// ... above this size, below which no ratio does harm.
const RATIO_FROM: u64 = 1024 * 1024;
/// Most shared strings that a package may claim: calamine sets memory aside for the claimed number before it reads one.
const MOST_STRINGS: u64 = 1_000_000;

/// Refuses packages that are too big inside, encrypted, damaged, or no .xlsx.
pub(crate) fn measure(file: &str, bytes: &[u8]) -> Result<(), SheetError> {
    let bomb = |what, limit| SheetError::Bomb { file: file.to_owned(), what, limit };
    let damaged = |reason: String| SheetError::Damaged { file: file.to_owned(), reason };
    // Before the directory is parsed, which takes memory for each entry.
    if claimed_entries(bytes).is_some_and(|entries| entries > MOST_ENTRIES) {
        return Err(bomb("entries", MOST_ENTRIES));
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| damaged(error.to_string()))?;
    if archive.len() as u64 > MOST_ENTRIES {
        return Err(bomb("entries", MOST_ENTRIES));
    }
    recognise(file, &mut archive)?;
    let most_by_ratio = (bytes.len() as u64).saturating_mul(MOST_RATIO).max(RATIO_FROM);
    let mut unpacked = 0_u64;
    let mut chunk = vec![0_u8; 64 * 1024];
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(|error| match error {
            zip::result::ZipError::UnsupportedArchive(zip::result::ZipError::PASSWORD_REQUIRED) => {
                SheetError::Encrypted { file: file.to_owned() }
            }
            error => damaged(error.to_string()),
        })?;
        let name = entry.name().map_err(|error| damaged(error.to_string()))?;
        let is_strings = name.to_ascii_lowercase().ends_with("sharedstrings.xml");
        let mut kept = Vec::new();
        loop {
            let read = entry.read(&mut chunk).map_err(|error| damaged(error.to_string()))?;
            if read == 0 {
                break;
            }
            unpacked += read as u64;
            if unpacked > MOST_BYTES {
                return Err(bomb("bytes", MOST_BYTES));
            }
            if unpacked > most_by_ratio {
                return Err(bomb("ratio", MOST_RATIO));
            }
            if is_strings {
                kept.extend_from_slice(&chunk[..read]);
            }
        }
        if is_strings && (claims_too_many(&kept) || has_too_many(&kept)) {
            return Err(bomb("strings", MOST_STRINGS));
        }
    }
    Ok(())
}

/// The number of entries that the end-of-directory record claims; 65,535 stands for "more than fits".
fn claimed_entries(bytes: &[u8]) -> Option<u64> {
    let at = memchr::memmem::rfind(bytes, b"PK\x05\x06")?;
    let count = bytes.get(at + 10..at + 12)?;
    Some(u64::from(u16::from_le_bytes([count[0], count[1]])))
}

fn recognise(file: &str, archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<(), SheetError> {
    let unsupported = |format| Err(SheetError::Unsupported { file: file.to_owned(), format });
    let names: Vec<String> = archive.file_names().flatten().map(|name| name.to_ascii_lowercase()).collect();
    let has = |name: &str| names.iter().any(|n| n == name);
    if has("xl/workbook.bin") {
        return unsupported(UnsupportedFormat::Xlsb);
    }
    if has("mimetype") && has("content.xml") {
        return unsupported(UnsupportedFormat::Ods);
    }
    if !has("[content_types].xml") || !names.iter().any(|name| name.ends_with("workbook.xml")) {
        return Err(SheetError::NotASpreadsheet { file: file.to_owned() });
    }
    Ok(())
}

/// Whether any `uniqueCount="N"` is beyond the limit. Looks at every place, since where an attribute may stand is the
/// parser's business; in a cell's text the quotes are there too only if somebody writes such XML into a cell.
fn claims_too_many(xml: &[u8]) -> bool {
    const NAME: &[u8] = b"uniqueCount";
    let mut rest = xml;
    while let Some(at) = memchr::memmem::find(rest, NAME) {
        rest = &rest[at + NAME.len()..];
        let mut after = rest.iter().copied().skip_while(u8::is_ascii_whitespace);
        if after.next() != Some(b'=') {
            continue;
        }
        let digits: Vec<u8> = after
            .skip_while(|b| b.is_ascii_whitespace() || matches!(b, b'"' | b'\''))
            .take_while(u8::is_ascii_digit)
            .take(21)
            .collect();
        let claimed = std::str::from_utf8(&digits).ok().and_then(|text| text.parse::<u64>().ok());
        if !digits.is_empty() && claimed.is_none_or(|count| count > MOST_STRINGS) {
            return true;
        }
    }
    false
}

fn has_too_many(xml: &[u8]) -> bool {
    // `</si>` and `<si/>`, with or without a prefix.
    let count = |needle: &[u8]| memchr::memmem::find_iter(xml, needle).count() as u64;
    count(b"si>") + count(b"si/") > 2 * MOST_STRINGS
}
