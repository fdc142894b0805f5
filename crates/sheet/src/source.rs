//! A file to be read: its name and bytes, and what it really is.

use crate::{SheetError, UnsupportedFormat};
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Largest file read, in bytes.
pub(crate) const LARGEST_FILE: u64 = 50 * 1024 * 1024;

/// A spreadsheet to be read: the name to show and the whole file.
#[derive(Clone, Debug)]
pub struct Source {
    name: String,
    bytes: Vec<u8>,
}

/// What the bytes are, whatever the file's name says.
pub(crate) enum Content {
    /// A zip package with a workbook in it.
    Xlsx,
    /// Text, in some encoding.
    Text,
}

impl Source {
    /// Reads the file; no more than 50 MB of it.
    ///
    /// # Errors
    /// [`SheetError::Unreadable`], [`SheetError::TooLarge`].
    pub fn open(path: &Path) -> Result<Self, SheetError> {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        let unreadable =
            |error: std::io::Error| SheetError::Unreadable { file: name.clone(), reason: error.to_string() };
        let file = File::open(path).map_err(unreadable)?;
        let length = file.metadata().map_err(unreadable)?.len();
        if length > LARGEST_FILE {
            return Err(SheetError::TooLarge { file: name, bytes: length, limit: LARGEST_FILE });
        }
        // The file may grow while it is read, and some systems give no length.
        let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
        file.take(LARGEST_FILE + 1).read_to_end(&mut bytes).map_err(unreadable)?;
        Self::from_bytes(&name, bytes)
    }

    /// Takes the bytes of a file.
    ///
    /// # Errors
    /// [`SheetError::TooLarge`].
    pub fn from_bytes(name: &str, bytes: Vec<u8>) -> Result<Self, SheetError> {
        if bytes.len() as u64 > LARGEST_FILE {
            return Err(SheetError::TooLarge {
                file: name.to_owned(),
                bytes: bytes.len() as u64,
                limit: LARGEST_FILE,
            });
        }
        Ok(Self { name: name.to_owned(), bytes })
    }

    /// The name to show.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Recognises the content by its bytes; names what is not read.
    pub(crate) fn content(&self) -> Result<Content, SheetError> {
        let file = || self.name.clone();
        let unsupported = |format| Err(SheetError::Unsupported { file: file(), format });
        let bytes = self.bytes.as_slice();
        if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
            return Ok(Content::Xlsx);
        }
        if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            // An OLE compound file: names in its directory are UTF-16.
            return if contains(bytes, &utf16("EncryptedPackage")) {
                Err(SheetError::Encrypted { file: file() })
            } else if contains(bytes, &utf16("Workbook")) || contains(bytes, &utf16("Book")) {
                unsupported(UnsupportedFormat::Xls)
            } else {
                Err(SheetError::NotASpreadsheet { file: file() })
            };
        }
        // BIFF 2 to 4: a bare stream that begins with a BOF record.
        if let [0x09, 0x00 | 0x02 | 0x04, length, 0x00, ..] = bytes
            && (4..=16).contains(length)
        {
            return unsupported(UnsupportedFormat::Xls);
        }
        let head = String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]).to_ascii_lowercase();
        let head = head.trim_start_matches(['\u{feff}', ' ', '\r', '\n', '\t']);
        if head.starts_with("<!doctype html") || head.starts_with("<html") || head.starts_with("<table") {
            return unsupported(UnsupportedFormat::Html);
        }
        if head.starts_with("<?xml") {
            return if head.contains("excel.sheet")
                || head.contains("schemas-microsoft-com:office:spreadsheet")
            {
                unsupported(UnsupportedFormat::SpreadsheetMl)
            } else {
                Err(SheetError::NotASpreadsheet { file: file() })
            };
        }
        if head.starts_with("%pdf-") || head.starts_with("{\\rtf") || bytes.is_empty() {
            return Err(SheetError::NotASpreadsheet { file: file() });
        }
        Ok(Content::Text)
    }
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

fn contains(bytes: &[u8], needle: &[u8]) -> bool {
    memchr::memmem::find(bytes, needle).is_some()
}
