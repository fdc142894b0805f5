//! Files that came with opinions: looked at and saved.

use crate::api::Act;
use crate::attached::{AttachedView, saved, shown};
use crate::document::read;
use crate::error::AppError;
use crate::exchange::FileView;
use crate::session::App;
use domain::Event;
use domain::kernel::Digest;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// Shows a file that came with an opinion.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct LookAtOpinionFile {
    /// 文档编号.
    pub document: String,
    /// SHA-256 of the file.
    pub file: String,
}

/// Writes a file that came with an opinion to a file.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct SaveOpinionFile {
    /// 文档编号.
    pub document: String,
    /// SHA-256 of the file.
    pub file: String,
    /// The file. It gets the ending of the contents where it has none, or that of another kind of file.
    pub out: String,
}

/// `lookAtOpinionFile`.
pub fn look_at(app: &mut App, request: LookAtOpinionFile) -> Result<AttachedView, AppError> {
    let bytes = contents(app, Act::LookAtOpinionFile, &request.document, &request.file)?;
    shown(app, &bytes)
}

/// `saveOpinionFile`.
pub fn save(app: &mut App, request: SaveOpinionFile) -> Result<FileView, AppError> {
    saved(&request.out, &contents(app, Act::SaveOpinionFile, &request.document, &request.file)?)
}

/// A file of the document's approvals, and of no other's.
fn contents(app: &App, act: Act, document: &str, file: &str) -> Result<Vec<u8>, AppError> {
    let no = read(app, act, document)?.no;
    let wanted = Digest::parse(file);
    let entries = ledger::document::query::acts(app.conn()?, &no)?;
    let mut files =
        entries.iter().filter_map(|entry| match Event::decode(&entry.kind, entry.version, &entry.body)? {
            Event::OpinionGiven(e) => e.evidence,
            Event::ApprovalSentBack(e) => e.evidence,
            _ => None,
        });
    let Some(file) = files.find(|file| Some(*file) == wanted) else {
        return Err(AppError::refused("unknownOpinionFile", json!({ "document": no.to_string() })));
    };
    Ok(app.ledger()?.read_blob(&file)?)
}
