//! Files among the attachments that no record names: shown, and put aside by an administrator. None is ever removed.

use crate::clock::local_text;
use crate::error::AppError;
use crate::session::{App, no_ledger_open};
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// Asks for the files among the attachments that no record names.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct StrayFiles {}

/// A file that no record names.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct StrayFileView {
    /// Where it is below the folder of attachments.
    pub place: String,
    /// Bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// When it was written, local time; absent where the disk does not say.
    pub written: Option<String>,
}

/// Files that no record names.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct StrayFilesView {
    /// By their places.
    pub files: Vec<StrayFileView>,
    /// The folder with those that were put aside; absent where none ever was.
    pub aside: Option<String>,
}

/// Puts files aside that no record names.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct PutFilesAside {
    /// Their places below the folder of attachments.
    pub places: Vec<String>,
}

/// Files that were put aside.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct PutAsideView {
    /// The folder where they are now.
    pub folder: String,
    /// How many.
    pub files: u32,
    /// Their bytes.
    #[ts(type = "number")]
    pub bytes: u64,
}

/// `strayFiles`.
pub fn stray_files(app: &mut App, _: StrayFiles) -> Result<StrayFilesView, AppError> {
    let ledger = app.ledger()?;
    let files = ledger.stray_files(app.clock.now())?;
    let view = |file: ledger::StrayFile| StrayFileView {
        place: file.place,
        bytes: file.bytes,
        written: file.written.map(local_text),
    };
    Ok(StrayFilesView {
        files: files.into_iter().map(view).collect(),
        aside: ledger.aside().map(|folder| folder.display().to_string()),
    })
}

/// `putFilesAside`.
pub fn put_files_aside(app: &mut App, request: PutFilesAside) -> Result<PutAsideView, AppError> {
    if request.places.is_empty() {
        return Err(AppError::refused("noFilesChosen", json!({})));
    }
    let now = app.clock.now();
    let ledger = app.ledger.as_mut().ok_or_else(no_ledger_open)?;
    let done = ledger.put_aside(now, &request.places)?;
    Ok(PutAsideView { folder: done.folder.display().to_string(), files: done.files, bytes: done.bytes })
}
