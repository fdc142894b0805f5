//! What is attached to records, given back: shown, or saved under the ending of its contents.

use crate::error::AppError;
use crate::exchange::{FileView, write_file};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;
use serde_json::json;
use ts_rs::TS;

/// An attached file.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct AttachedView {
    /// Its ending: `pdf`, `png`, `docx`, …, by its contents; `bin` where it is none that is known.
    pub kind: String,
    /// The bytes, in base64.
    pub bytes: String,
}

/// A file that is shown has at most so many bytes; a larger one is saved and opened.
const MOST_SHOWN: usize = 32 << 20;

/// The file as it is shown.
pub(crate) fn shown(bytes: &[u8]) -> Result<AttachedView, AppError> {
    if bytes.len() > MOST_SHOWN {
        return Err(AppError::refused("scanTooLarge", json!({ "megabytes": MOST_SHOWN >> 20 })));
    }
    Ok(AttachedView { kind: ending(bytes).to_owned(), bytes: STANDARD.encode(bytes) })
}

/// Writes the file out. It gets the ending of its contents where the name has none, or another kind's.
pub(crate) fn saved(out: &str, bytes: &[u8]) -> Result<FileView, AppError> {
    write_file(&named(out, ending(bytes)), bytes)
}

/// The name with that ending, in place of one that a dialog put there for another kind of file.
fn named(out: &str, ending: &str) -> String {
    let fits = |known: &str| {
        known == ending || (known == "jpeg" && ending == "jpg") || (known == "tiff" && ending == "tif")
    };
    let Some((stem, known)) = out.rsplit_once('.').filter(|(_, known)| !known.contains(['/', '\\'])) else {
        return format!("{out}.{ending}");
    };
    match known.to_ascii_lowercase().as_str() {
        known if fits(known) => out.to_owned(),
        "pdf" | "png" | "jpg" | "jpeg" | "gif" | "bmp" | "tif" | "tiff" | "docx" | "xlsx" | "pptx"
        | "doc" | "xls" | "ppt" | "ofd" | "zip" | "rar" | "7z" => format!("{stem}.{ending}"),
        // What the contents do not tell apart, the user's own ending may.
        _ if ending == "bin" => out.to_owned(),
        _ => format!("{out}.{ending}"),
    }
}

/// The ending that programs expect of these contents: by their first bytes, and of a package by the names of its parts.
fn ending(bytes: &[u8]) -> &'static str {
    const KNOWN: [(&[u8], &str); 9] = [
        (b"%PDF", "pdf"),
        (b"\x89PNG", "png"),
        (b"\xff\xd8\xff", "jpg"),
        (b"GIF8", "gif"),
        (b"BM", "bmp"),
        (b"II*\0", "tif"),
        (b"MM\0*", "tif"),
        (b"Rar!", "rar"),
        (b"7z\xbc\xaf", "7z"),
    ];
    const PACKAGES: [(&[u8], &str); 4] = [
        (b"word/document.xml", "docx"),
        (b"xl/workbook.xml", "xlsx"),
        (b"ppt/presentation.xml", "pptx"),
        (b"OFD.xml", "ofd"),
    ];
    // Names of streams in the files of older office programs.
    const STREAMS: [(&[u8], &str); 3] = [
        (b"W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", "doc"),
        (b"W\0o\0r\0k\0b\0o\0o\0k\0", "xls"),
        (b"P\0o\0w\0e\0r\0P\0o\0i\0n\0t\0 \0D\0", "ppt"),
    ];
    let holding = |bytes: &[u8], names: &[(&[u8], &'static str)]| {
        let holds = |name: &[u8]| bytes.windows(name.len()).any(|window| window == name);
        names.iter().find(|(name, _)| holds(name)).map(|(_, ending)| *ending)
    };
    if bytes.starts_with(b"PK\x03\x04") {
        // The list of parts stands at the end, their names uncompressed.
        let list = &bytes[bytes.len().saturating_sub(LIST_OF_PARTS)..];
        return holding(list, &PACKAGES).unwrap_or("zip");
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return holding(bytes, &STREAMS).unwrap_or("bin");
    }
    KNOWN.iter().find(|(first, _)| bytes.starts_with(first)).map_or("bin", |(_, ending)| *ending)
}

/// The list of parts of an office file fits into so many bytes.
const LIST_OF_PARTS: usize = 1 << 20;

#[cfg(test)]
mod tests {
    use super::{ending, named};

    #[test]
    fn a_name_gets_the_ending_of_the_contents_once() {
        for (out, ending, expected) in [
            ("/a.b/letter", "pdf", "/a.b/letter.pdf"),
            ("/a/letter.pdf", "pdf", "/a/letter.pdf"),
            ("/a/letter.PDF", "pdf", "/a/letter.PDF"),
            ("/a/letter.pdf", "jpg", "/a/letter.jpg"),
            ("/a/letter.jpeg", "jpg", "/a/letter.jpeg"),
            ("/a/No.7", "png", "/a/No.7.png"),
            ("C:\\a.b\\letter", "pdf", "C:\\a.b\\letter.pdf"),
            ("/a/方案.pdf", "docx", "/a/方案.docx"),
            ("/a/方案.txt", "bin", "/a/方案.txt"),
            ("/a/方案", "bin", "/a/方案.bin"),
        ] {
            assert_eq!(named(out, ending), expected, "{out}");
        }
    }

    #[test]
    fn a_file_gets_the_ending_of_its_contents() {
        for (bytes, expected) in [
            (&b"%PDF-1.7"[..], "pdf"),
            (b"\x89PNG\r\n", "png"),
            (b"\xff\xd8\xff\xe0", "jpg"),
            (b"MM\0*", "tif"),
            (b"PK\x03\x04...word/document.xml...", "docx"),
            (b"PK\x03\x04...xl/workbook.xml...", "xlsx"),
            (b"PK\x03\x04...OFD.xml...", "ofd"),
            (b"PK\x03\x04...a.txt...", "zip"),
            (b"\xd0\xcf\x11\xe0...W\0o\0r\0k\0b\0o\0o\0k\0...", "xls"),
            (b"\xd0\xcf\x11\xe0", "bin"),
            (b"Rar!\x1a", "rar"),
            (b"ink", "bin"),
            (b"", "bin"),
        ] {
            assert_eq!(ending(bytes), expected);
        }
    }
}
