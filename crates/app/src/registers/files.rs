//! The files of a form: added under a name, looked at, saved, struck.

use super::words::{form_no, read};
use crate::api::Act;
use crate::attached::{AttachedView, saved, shown};
use crate::error::AppError;
use crate::exchange::FileView;
use crate::session::{App, Receipt};
use domain::form::ItemState;
use domain::kernel::Digest;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// Adds a file to a form.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct AttachFormFile {
    /// 编号.
    pub form: String,
    /// What it is called.
    pub name: String,
    /// The file.
    pub file: String,
}

/// Strikes a file that was added by mistake.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct StrikeFormFile {
    /// 编号.
    pub form: String,
    /// Which.
    pub number: u32,
    /// Why.
    pub reason: String,
}

/// Shows a file of a form.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct LookAtFormFile {
    /// 编号.
    pub form: String,
    /// SHA-256 of the file.
    pub file: String,
}

/// Writes a file of a form to a file.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct SaveFormFile {
    /// 编号.
    pub form: String,
    /// SHA-256 of the file.
    pub file: String,
    /// The file. It gets the ending of the contents where it has none, or that of another kind of file.
    pub out: String,
}

/// `attachFormFile`.
pub fn attach(app: &mut App, request: AttachFormFile) -> Result<Receipt, AppError> {
    let no = form_no(app, Act::AttachFormFile, &request.form)?;
    let file = crate::exchange::open_file(&request.file)?;
    app.decide(|tx, _| {
        let form = read(tx.conn(), &no)?;
        let file = tx.put_blob(file)?.digest;
        Ok(form.attach(&request.name, file)?)
    })
}

/// `strikeFormFile`.
pub fn strike(app: &mut App, request: StrikeFormFile) -> Result<Receipt, AppError> {
    let no = form_no(app, Act::StrikeFormFile, &request.form)?;
    app.decide(|tx, _| Ok(read(tx.conn(), &no)?.strike_file(request.number, &request.reason)?))
}

/// `lookAtFormFile`.
pub fn look_at_file(app: &mut App, request: LookAtFormFile) -> Result<AttachedView, AppError> {
    let bytes = contents(app, Act::LookAtFormFile, &request.form, &request.file)?;
    shown(app, &bytes)
}

/// `saveFormFile`.
pub fn save_file(app: &mut App, request: SaveFormFile) -> Result<FileView, AppError> {
    saved(&request.out, &contents(app, Act::SaveFormFile, &request.form, &request.file)?)
}

/// A file of the form, and of no other: attached, shown by its checklist, or the evidence of a step.
fn contents(app: &App, act: Act, form: &str, file: &str) -> Result<Vec<u8>, AppError> {
    let no = form_no(app, act, form)?;
    let conn = app.conn()?;
    let known = read(conn, &no)?;
    let steps = ledger::registers::query::steps(conn, &no)?;
    let items = known.items.values().filter_map(|state| match state {
        ItemState::Done { file, .. } => *file,
        ItemState::NotApplicable { .. } | ItemState::Open => None,
    });
    let evidence = steps.into_iter().filter_map(|step| step.behalf?.evidence);
    let mut all = known.files.iter().map(|file| file.file).chain(items).chain(evidence);
    let wanted = Digest::parse(file);
    let Some(found) = all.find(|file| Some(*file) == wanted) else {
        return Err(AppError::refused("unknownAttachment", json!({ "form": no.to_string() })));
    };
    Ok(app.ledger()?.read_blob(&found)?)
}
