//! Opening a PDF in the window's viewer. Not a way to read files: what is no PDF that `checkReport` reads is refused.

use super::LARGEST_PDF;
use crate::error::AppError;
use crate::exchange::read_file;
use crate::session::App;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use seal::Trust;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::path::Path;
use ts_rs::TS;

/// Opens a PDF to be looked at.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct OpenReport {
    /// The PDF.
    pub path: String,
}

/// A PDF to be looked at.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct OpenedView {
    /// The PDF, base64.
    pub bytes: String,
    /// Its name.
    pub file_name: String,
    /// Pages.
    #[ts(type = "number")]
    pub pages: usize,
}

/// `openReport`.
pub fn open_report(app: &mut App, request: OpenReport) -> Result<OpenedView, AppError> {
    let bytes = read_file(&request.path, LARGEST_PDF)?;
    let found = seal::inspect(&bytes, &Trust::default(), app.now()?)
        .map_err(|error| AppError::seal(&request.path, &error))?;
    // What cannot be read; a signature that cannot be read is no reason not to look at the pages.
    if found.unreadable.is_some() {
        return Err(AppError::refused("notPdf", json!({ "path": request.path })));
    }
    let name = Path::new(&request.path).file_name().unwrap_or_default();
    Ok(OpenedView {
        bytes: STANDARD.encode(bytes),
        file_name: name.to_string_lossy().into_owned(),
        pages: found.pages,
    })
}
