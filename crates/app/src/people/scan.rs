//! Giving a copy back that was filed with a person's papers, or attached to their certification, awards and violations.

use super::file_of;
use crate::error::AppError;
use crate::exchange::{FileView, write_file};
use crate::organisation::sees;
use crate::parse;
use crate::session::App;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::kernel::{Digest, StaffNo, UnitCode};
use domain::people::Dossier;
use ledger::certification::query as certification;
use ledger::development::query as development;
use ledger::rusqlite::Connection;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// Writes a filed copy to a file.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct SaveScan {
    /// 工号 of the person in whose file it is.
    pub staff_no: String,
    /// SHA-256 of the copy, as the person's page names it.
    pub scan: String,
    /// The file. It gets the ending of the contents where it has none, or that of another kind of scan.
    pub out: String,
}

/// Shows a filed copy.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct LookAtScan {
    /// 工号 of the person in whose file it is.
    pub staff_no: String,
    /// SHA-256 of the copy.
    pub scan: String,
}

/// A filed copy.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ScanView {
    /// Its ending: `pdf`, `png`, `jpg`, …, by its first bytes; `bin` where it is none that is known.
    pub kind: String,
    /// The bytes, in base64.
    pub bytes: String,
}

/// A copy that is shown has at most so many bytes; a larger one is saved and opened.
const MOST_SHOWN: usize = 32 << 20;

/// `saveScan`.
pub fn save(app: &mut App, request: SaveScan) -> Result<FileView, AppError> {
    let bytes = read(app, &request.staff_no, &request.scan)?;
    write_file(&named(&request.out, ending(&bytes)), &bytes)
}

/// `lookAtScan`.
pub fn look(app: &mut App, request: LookAtScan) -> Result<ScanView, AppError> {
    let bytes = read(app, &request.staff_no, &request.scan)?;
    if bytes.len() > MOST_SHOWN {
        return Err(AppError::refused("scanTooLarge", json!({ "megabytes": MOST_SHOWN >> 20 })));
    }
    Ok(ScanView { kind: ending(&bytes).to_owned(), bytes: STANDARD.encode(bytes) })
}

/// A copy in the person's file that the account may see.
fn read(app: &App, staff_no: &str, scan: &str) -> Result<Vec<u8>, AppError> {
    let staff_no = parse::staff_no(staff_no)?;
    let file = file_of(app.conn()?, &staff_no, app.today()?)?;
    let wanted = Digest::parse(scan);
    let mut found = None;
    let units: Vec<&UnitCode> = file.stays.iter().map(|stay| &stay.membership.unit).collect();
    // What belongs to the person and not to a stay is seen wherever one of their stays is.
    let attached = attached(app.conn()?, &staff_no)?;
    let attached = units.iter().flat_map(|unit| attached.iter().map(|digest| (*unit, *digest)));
    for (unit, digest) in copies(&file).into_iter().chain(attached) {
        if Some(digest) == wanted && sees(app, unit)? {
            found = Some(digest);
        }
    }
    let Some(digest) = found else {
        return Err(AppError::refused("unknownScan", json!({ "staffNo": staff_no })));
    };
    Ok(app.ledger()?.read_blob(&digest)?)
}

/// Papers behind evidence and decisions of the person's certification, awards and violations.
fn attached(conn: &Connection, staff_no: &StaffNo) -> Result<Vec<Digest>, AppError> {
    let mut papers = Vec::new();
    for case in certification::cases_of(conn, staff_no)? {
        papers.extend(case.decided.and_then(|decided| decided.event.paper));
        let evidence = certification::evidence(conn, staff_no, case.state.number)?;
        papers.extend(evidence.into_iter().filter_map(|entry| entry.paper));
    }
    for line in development::conduct_of(conn, staff_no)? {
        papers.extend(line.paper.into_iter().chain(line.decided.and_then(|decided| decided.paper)));
    }
    Ok(papers)
}

/// Copies in a person's file, with the unit to which they belong.
fn copies(file: &Dossier) -> Vec<(&UnitCode, Digest)> {
    let mut copies = Vec::new();
    for stay in &file.stays {
        let unit = &stay.membership.unit;
        copies.extend(stay.papers.iter().map(|paper| (unit, paper.scan)));
        copies.extend(stay.leaving.iter().filter_map(|leaving| leaving.scan).map(|scan| (unit, scan)));
    }
    for request in &file.replacements {
        let approval = request.approved.as_ref().and_then(|(approval, _)| approval.evidence);
        let dispatch = request.sent.as_ref().and_then(|sent| sent.copy);
        copies.extend([approval, dispatch].into_iter().flatten().map(|digest| (&request.unit, digest)));
    }
    copies
}

/// The name with that ending, in place of one that a dialog put there for another kind of scan.
fn named(out: &str, ending: &str) -> String {
    let fits = |known: &str| {
        known == ending || (known == "jpeg" && ending == "jpg") || (known == "tiff" && ending == "tif")
    };
    let Some((stem, known)) = out.rsplit_once('.').filter(|(_, known)| !known.contains(['/', '\\'])) else {
        return format!("{out}.{ending}");
    };
    match known.to_ascii_lowercase().as_str() {
        known if fits(known) => out.to_owned(),
        "pdf" | "png" | "jpg" | "jpeg" | "gif" | "bmp" | "tif" | "tiff" => format!("{stem}.{ending}"),
        _ => format!("{out}.{ending}"),
    }
}

/// The ending that programs expect of these contents, by their first bytes.
fn ending(bytes: &[u8]) -> &'static str {
    const KNOWN: [(&[u8], &str); 8] = [
        (b"%PDF", "pdf"),
        (b"\x89PNG", "png"),
        (b"\xff\xd8\xff", "jpg"),
        (b"GIF8", "gif"),
        (b"BM", "bmp"),
        (b"II*\0", "tif"),
        (b"MM\0*", "tif"),
        (b"PK\x03\x04", "zip"),
    ];
    KNOWN.iter().find(|(first, _)| bytes.starts_with(first)).map_or("bin", |(_, ending)| *ending)
}

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
        ] {
            assert_eq!(named(out, ending), expected, "{out}");
        }
    }

    #[test]
    fn a_copy_gets_the_ending_of_its_contents() {
        for (bytes, expected) in [
            (&b"%PDF-1.7"[..], "pdf"),
            (b"\x89PNG\r\n", "png"),
            (b"\xff\xd8\xff\xe0", "jpg"),
            (b"MM\0*", "tif"),
            (b"ink", "bin"),
            (b"", "bin"),
        ] {
            assert_eq!(ending(bytes), expected);
        }
    }
}
