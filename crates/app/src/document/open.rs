//! Versions of a document given back: shown, or saved under their own name. Whoever reads one is noted.

use super::source::{Bytes, Reading};
use super::whose::read;
use crate::api::Act;
use crate::attached::{AttachedView, may_be_shown, shown};
use crate::error::AppError;
use crate::exchange::{FileView, copy_to};
use crate::session::{App, no_ledger_open};
use domain::Refusal;
use domain::document::DocumentNo;
use ledger::LedgerError;
use ledger::document::query::{VersionKept, version};
use ledger::document::reading::{Way, note};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Shows a version of a document.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct LookAtDocument {
    /// 文档编号.
    pub document: String,
    /// Which; the last one where absent.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub version: Option<u32>,
}

/// Writes a version of a document to a file.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct SaveDocument {
    /// 文档编号.
    pub document: String,
    /// Which; the last one where absent.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub version: Option<u32>,
    /// The file. It gets the ending of the version's own name where it has none.
    pub out: String,
}

fn wanted(
    app: &App,
    act: Act,
    text: &str,
    number: Option<u32>,
) -> Result<(DocumentNo, VersionKept), AppError> {
    let document = read(app, act, text)?;
    let number = number.unwrap_or(document.versions);
    let found = version(app.conn()?, &document.no, number)?;
    let unknown = || Refusal::UnknownVersion { document: document.no.clone(), number };
    let found = found.ok_or_else(unknown)?;
    Ok((document.no, found))
}

/// `lookAtDocument`.
pub fn look_at(app: &mut App, request: LookAtDocument) -> Result<AttachedView, AppError> {
    let (no, kept) = wanted(app, Act::LookAtDocument, &request.document, request.version)?;
    may_be_shown(kept.size)?;
    let bytes = app.ledger()?.read_blob(&kept.file)?;
    let view = shown(app, &bytes)?;
    noted(app, &no, kept.number, Way::Looked)?;
    Ok(view)
}

/// `saveDocument`.
pub fn save(app: &mut App, request: SaveDocument) -> Result<FileView, AppError> {
    let (no, kept) = wanted(app, Act::SaveDocument, &request.document, request.version)?;
    let name = super::kept::version_name(app.conn()?, &no, kept.number, &kept.name)?;
    let out = with_ending(&request.out, name.as_deref());
    let App { ledger, watching, .. } = app;
    let contents = ledger.as_ref().ok_or_else(no_ledger_open)?.open_blob(&kept.file)?;
    let mut bytes = Bytes::of(kept.size, watching);
    let mut reading = Reading::new(contents, &mut bytes);
    let written = copy_to(&out, &mut reading);
    if reading.was_cancelled() {
        return Err(LedgerError::Cancelled.into());
    }
    if reading.was_damaged() {
        return Err(LedgerError::AttachmentDamaged { digest: kept.file }.into());
    }
    let written = written?;
    noted(app, &no, kept.number, Way::Saved)?;
    Ok(written)
}

/// A name without an ending gets that of the version's own name.
fn with_ending(out: &str, name: Option<&str>) -> String {
    let file = out.rsplit(['/', '\\']).next().unwrap_or(out);
    match name.and_then(|name| name.rsplit_once('.')) {
        Some((_, ending)) if !file.contains('.') => format!("{out}.{ending}"),
        _ => out.to_owned(),
    }
}

fn noted(app: &mut App, no: &DocumentNo, number: u32, way: Way) -> Result<(), AppError> {
    let (at, account) = (app.now()?, app.signed_in()?.account.clone());
    let ledger = app.ledger.as_mut().ok_or_else(no_ledger_open)?;
    ledger
        .submit(at, |tx| -> Result<(), AppError> { Ok(note(tx.conn(), no, number, &account, at, way)?) })?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::with_ending;

    #[test]
    fn a_saved_version_has_an_ending() {
        for (out, name, expected) in [
            ("/a.b/标书", Some("标书 终稿.docx"), "/a.b/标书.docx"),
            ("/a/标书.doc", Some("标书.docx"), "/a/标书.doc"),
            ("C:\\a.b\\标书", Some("标书.docx"), "C:\\a.b\\标书.docx"),
            ("标书", Some("README"), "标书"),
            ("标书", None, "标书"),
        ] {
            assert_eq!(with_ending(out, name), expected);
        }
    }
}
