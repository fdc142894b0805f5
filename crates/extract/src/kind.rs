//! What a file is, by its contents.

use crate::contents::{Limits, Unreadable};
use crate::package::Package;
use crate::plain;

/// A file of a kind that is read.
pub(crate) enum Recognised<'a> {
    Pdf,
    /// The package and the name of its main part.
    Docx(Package<'a>, String),
    Pptx(Package<'a>, String),
    Xlsx,
    Html(String),
    Text(String),
}

/// How files of older office programs begin, and what encrypted new ones are wrapped in.
const STREAMS: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";
/// A PDF may have other bytes before it.
const BEFORE_PDF: usize = 1024;

pub(crate) fn recognise<'a>(bytes: &'a [u8], limits: &Limits) -> Result<Recognised<'a>, Unreadable> {
    if memchr::memmem::find(&bytes[..bytes.len().min(BEFORE_PDF)], b"%PDF-").is_some() {
        return Ok(Recognised::Pdf);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return office(bytes, limits);
    }
    if bytes.starts_with(STREAMS) {
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let wrapped = memchr::memmem::find(bytes, &name).is_some();
        return Err(if wrapped { Unreadable::Encrypted } else { Unreadable::OldOffice });
    }
    if bytes.starts_with(b"{\\rtf") {
        return Err(Unreadable::UnknownKind);
    }
    let text = plain::decode(bytes).ok_or(Unreadable::UnknownKind)?;
    Ok(if plain::is_page(&text) { Recognised::Html(text) } else { Recognised::Text(text) })
}

fn office<'a>(bytes: &'a [u8], limits: &Limits) -> Result<Recognised<'a>, Unreadable> {
    let mut package = Package::open(bytes, limits)?;
    let Some(main) = package.main_part()? else { return Err(Unreadable::UnknownKind) };
    match package.root_of(&main)?.as_str() {
        "document" => Ok(Recognised::Docx(package, main)),
        "presentation" => Ok(Recognised::Pptx(package, main)),
        "workbook" => {
            package.measure()?;
            Ok(Recognised::Xlsx)
        }
        _ => Err(Unreadable::UnknownKind),
    }
}
