//! The files of an opportunity: looked at and saved, those among them that a later one followed.

use super::number_for;
use crate::api::Act;
use crate::attached::{AttachedView, saved, shown};
use crate::error::AppError;
use crate::exchange::FileView;
use crate::session::App;
use domain::Event;
use domain::kernel::Digest;
use domain::opportunity::record_kind;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// Shows a file of an opportunity.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct LookAtOpportunityFile {
    /// 商机编号.
    pub opportunity: String,
    /// SHA-256 of the file.
    pub file: String,
}

/// Writes a file of an opportunity to a file.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct SaveOpportunityFile {
    /// 商机编号.
    pub opportunity: String,
    /// SHA-256 of the file.
    pub file: String,
    /// The file. It gets the ending of the contents where it has none, or that of another kind of file.
    pub out: String,
}

/// `lookAtOpportunityFile`.
pub fn look_at_file(app: &mut App, request: LookAtOpportunityFile) -> Result<AttachedView, AppError> {
    let bytes = contents(app, Act::LookAtOpportunityFile, &request.opportunity, &request.file)?;
    shown(app, &bytes)
}

/// `saveOpportunityFile`.
pub fn save_file(app: &mut App, request: SaveOpportunityFile) -> Result<FileView, AppError> {
    saved(&request.out, &contents(app, Act::SaveOpportunityFile, &request.opportunity, &request.file)?)
}

/// A file of the opportunity, and of no other.
fn contents(app: &App, act: Act, opportunity: &str, file: &str) -> Result<Vec<u8>, AppError> {
    let no = number_for(app, act, opportunity)?;
    let wanted = Digest::parse(file);
    let entries = ledger::opportunity::query::acts(app.conn()?, &no)?;
    let shows = super::view::shows_prices(app, &super::read(app.conn()?, &no)?)?;
    let open = |kind: &str| {
        shows || record_kind(kind).is_some_and(|kind| kind.fields.iter().all(|field| !field.restricted))
    };
    let me = &app.signed_in()?.account;
    let mut files =
        entries.iter().filter_map(|entry| match Event::decode(&entry.kind, entry.version, &entry.body)? {
            Event::OpportunityRecorded(e) if open(&e.kind) || entry.actor.account == *me => e.file,
            Event::OpportunityApproved(e) => e.behalf.evidence,
            _ => None,
        });
    let Some(file) = files.find(|file| Some(*file) == wanted) else {
        return Err(AppError::refused("unknownOpportunityFile", json!({ "opportunity": no.to_string() })));
    };
    Ok(app.ledger()?.read_blob(&file)?)
}
