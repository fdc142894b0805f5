//! What is attached to records, given back: shown, or saved under the ending of its contents.

use crate::contents::{FilePlace, place_of, read_aside};
use crate::error::AppError;
use crate::exchange::{FileView, write_file};
use crate::organisation::word;
use crate::session::App;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use extract::Part;
use serde::Serialize;
use serde_json::json;
use std::io::Read;
use ts_rs::TS;

/// An attached file.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct AttachedView {
    /// Its ending: `pdf`, `png`, `docx`, …, by its contents; `bin` where it is none that is known.
    pub kind: String,
    /// The bytes, in base64.
    pub bytes: String,
    /// What is written in a document, spreadsheet, presentation, web page or text.
    pub parts: Vec<WrittenPart>,
    /// Whether there is more than is shown.
    pub cut: bool,
    /// Why nothing of it can be shown: a reason as of `TicketFileView::unread`.
    pub unreadable: Option<String>,
}

/// A piece of what is written in a file.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct WrittenPart {
    /// Where it stands.
    pub place: FilePlace,
    /// The text; a row's cells with a tab between them.
    pub text: String,
}

/// A file that is shown has at most so many bytes; a larger one is saved and opened.
const MOST_SHOWN: usize = 32 << 20;

/// Refuses what is too large to be shown, before it is read.
pub(crate) fn may_be_shown(size: u64) -> Result<(), AppError> {
    if size > MOST_SHOWN as u64 {
        return Err(AppError::refused("scanTooLarge", json!({ "megabytes": MOST_SHOWN >> 20 })));
    }
    Ok(())
}

/// What the page draws itself: pages and pictures.
const DRAWN: [&str; 6] = ["pdf", "png", "jpg", "gif", "bmp", "webp"];

/// The file as it is shown: a PDF and a picture as they are, of all else the text. Nothing of a file is run, and nothing that it names
/// is fetched.
pub(crate) fn shown(app: &App, bytes: &[u8]) -> Result<AttachedView, AppError> {
    may_be_shown(bytes.len() as u64)?;
    let kind = ending(bytes).to_owned();
    let mut view =
        AttachedView { kind, bytes: STANDARD.encode(bytes), parts: Vec::new(), cut: false, unreadable: None };
    if DRAWN.contains(&view.kind.as_str()) {
        return Ok(view);
    }
    match read_aside(app, bytes)? {
        Ok(contents) => {
            let part = |Part { place, text }| WrittenPart { place: place_of(place, ""), text };
            view.parts = contents.parts.into_iter().map(part).collect();
            view.cut = contents.cut;
        }
        Err(reason) => view.unreadable = Some(word(&reason)),
    }
    Ok(view)
}

/// Writes the file out. It gets the ending of its contents where the name has none, or another kind's.
pub(crate) fn saved(out: &str, bytes: &[u8]) -> Result<FileView, AppError> {
    write_file(&named(out, ending(bytes)), bytes)
}

/// The name with that ending, in place of one that a dialog put there for another kind of file.
fn named(out: &str, ending: &str) -> String {
    let Some((stem, known)) = out.rsplit_once('.').filter(|(_, known)| !known.contains(['/', '\\'])) else {
        return format!("{out}.{ending}");
    };
    let known = known.to_ascii_lowercase();
    let known = OTHER_NAMES.iter().find(|(other, _)| *other == known).map_or(&*known, |(_, usual)| usual);
    if known == ending {
        return out.to_owned();
    }
    if MARKS.iter().any(|(recognised, _)| *recognised == known) {
        return format!("{stem}.{ending}");
    }
    // What the contents do not tell apart, the user's own ending may.
    if matches!(ending, UNKNOWN | TEXT) { out.to_owned() } else { format!("{out}.{ending}") }
}

/// By what a kind of file is recognised.
enum Mark {
    /// Its first bytes.
    First(&'static [u8]),
    /// Bytes at a place.
    At(usize, &'static [u8]),
    /// A part of a package, whose list of parts stands at the end with their names uncompressed.
    Part(&'static [u8]),
    /// A stream of an older office program's file, named in UTF-16.
    Stream(&'static str),
}

/// The kinds of files that are recognised, by the ending that programs expect; the first that fits counts.
const MARKS: [(&str, Mark); 24] = [
    ("pdf", Mark::First(b"%PDF")),
    ("png", Mark::First(b"\x89PNG")),
    ("jpg", Mark::First(b"\xff\xd8\xff")),
    ("gif", Mark::First(b"GIF8")),
    ("bmp", Mark::First(b"BM")),
    ("webp", Mark::At(8, b"WEBP")),
    ("tif", Mark::First(b"II*\0")),
    ("tif", Mark::First(b"MM\0*")),
    ("docx", Mark::Part(b"word/document.xml")),
    ("xlsx", Mark::Part(b"xl/workbook.xml")),
    ("pptx", Mark::Part(b"ppt/presentation.xml")),
    ("vsdx", Mark::Part(b"visio/document.xml")),
    ("ofd", Mark::Part(b"OFD.xml")),
    ("zip", Mark::First(b"PK\x03\x04")),
    ("doc", Mark::Stream("WordDocument")),
    ("xls", Mark::Stream("Workbook")),
    ("ppt", Mark::Stream("PowerPoint D")),
    ("vsd", Mark::Stream("VisioDocument")),
    ("msg", Mark::Stream("__substg1.0_")),
    ("rtf", Mark::First(b"{\\rtf")),
    ("dwg", Mark::First(b"AC10")),
    ("mp4", Mark::At(4, b"ftyp")),
    ("rar", Mark::First(b"Rar!")),
    ("7z", Mark::First(b"7z\xbc\xaf")),
];

/// Endings that are used for the same kinds of files.
const OTHER_NAMES: [(&str, &str); 2] = [("jpeg", "jpg"), ("tiff", "tif")];

/// The ending of what is not recognised.
const UNKNOWN: &str = "bin";
/// The ending of text that is no table.
const TEXT: &str = "txt";
/// The list of parts of a package fits into so many bytes.
const LIST_OF_PARTS: usize = 1 << 20;
/// Packages and files of older office programs begin so.
const PACKAGE: &[u8] = b"PK\x03\x04";
const STREAMS: &[u8] = b"\xd0\xcf\x11\xe0";

impl Mark {
    fn fits(&self, bytes: &[u8]) -> bool {
        let holds = |bytes: &[u8], name: &[u8]| bytes.windows(name.len()).any(|window| window == name);
        match self {
            Self::First(first) => bytes.starts_with(first),
            Self::At(place, mark) => bytes.get(*place..).is_some_and(|rest| rest.starts_with(mark)),
            Self::Part(name) => {
                let list = &bytes[bytes.len().saturating_sub(LIST_OF_PARTS)..];
                bytes.starts_with(PACKAGE) && holds(list, name)
            }
            Self::Stream(name) => {
                let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
                bytes.starts_with(STREAMS) && holds(bytes, &name)
            }
        }
    }
}

/// The ending that programs expect of these contents.
pub(crate) fn ending(bytes: &[u8]) -> &'static str {
    let recognised = MARKS.iter().find(|(_, mark)| mark.fits(bytes)).map(|(ending, _)| *ending);
    recognised.or_else(|| text_ending(bytes)).unwrap_or(UNKNOWN)
}

/// Of text the ending: a table's, where its first lines have as many commas each; `None` where it is no text.
fn text_ending(bytes: &[u8]) -> Option<&'static str> {
    let head = &bytes[..bytes.len().min(4096)];
    let control = |byte: &u8| *byte < 0x20 && !b"\t\n\r\x0c\x1b".contains(byte);
    if head.is_empty() || head.iter().any(control) {
        return None;
    }
    // Bytes beyond ASCII may be UTF-8 or GBK; in both no control characters stand among them.
    let lines: Vec<&[u8]> = head.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).collect();
    // The last line may have been cut.
    let whole = if head.len() < bytes.len() { lines.len().saturating_sub(1) } else { lines.len() };
    let commas = |line: &&[u8]| line.iter().filter(|byte| **byte == b',').count();
    let table =
        whole > 1 && lines[..whole].iter().all(|line| commas(line) > 0 && commas(line) == commas(&lines[0]));
    Some(if table { "csv" } else { TEXT })
}

/// The ending of contents that are read once; of a large file its beginning and its end are looked at.
pub(crate) fn ending_of(mut contents: impl Read) -> std::io::Result<&'static str> {
    let mut kept = Vec::new();
    contents.by_ref().take(MOST_SHOWN as u64).read_to_end(&mut kept)?;
    let mut chunk = vec![0; 1 << 16];
    let mut rest = Vec::new();
    loop {
        let read = contents.read(&mut chunk)?;
        if read == 0 {
            break;
        }
        rest.extend_from_slice(&chunk[..read]);
        if rest.len() > 2 * LIST_OF_PARTS {
            rest.drain(..rest.len() - LIST_OF_PARTS);
        }
    }
    kept.extend_from_slice(&rest);
    Ok(ending(&kept))
}

#[cfg(test)]
mod tests {
    use super::{LIST_OF_PARTS, MOST_SHOWN, ending, ending_of, named};

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
            ("/a/方案.xlsx", "csv", "/a/方案.csv"),
            ("/a/点位.csv", "txt", "/a/点位.csv"),
            ("/a/配置.log", "txt", "/a/配置.log"),
            ("/a/配置", "txt", "/a/配置.txt"),
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
            (b"PK\x03\x04...visio/document.xml...", "vsdx"),
            (b"\xd0\xcf\x11\xe0...V\0i\0s\0i\0o\0D\0o\0c\0u\0m\0e\0n\0t\0...", "vsd"),
            (b"AC1032\0\0", "dwg"),
            (b"\0\0\0\x18ftypmp42", "mp4"),
            (b"Rar!\x1a", "rar"),
            ("站点,带宽\n成都,100M\n绵阳,50M\n".as_bytes(), "csv"),
            ("会议记录，三点：\n一、范围".as_bytes(), "txt"),
            (b"\xb2\xe2\xca\xd4\r\n", "txt"),
            (b"ink", "txt"),
            (b"i\0n\0k", "bin"),
            (b"", "bin"),
        ] {
            assert_eq!(ending(bytes), expected);
        }
    }

    #[test]
    fn a_large_file_is_told_by_its_beginning_and_its_end() {
        let mut large = vec![0_u8; MOST_SHOWN + 5 * LIST_OF_PARTS];
        large[..4].copy_from_slice(b"PK\x03\x04");
        assert_eq!(ending_of(&large[..]).unwrap(), "zip");
        large.extend_from_slice(b"word/document.xml and so on");
        assert_eq!(ending_of(&large[..]).unwrap(), "docx");
        assert_eq!(ending_of(&b"%PDF-1.7"[..]).unwrap(), "pdf");
    }
}
