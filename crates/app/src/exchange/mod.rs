//! Files in and out: spreadsheets, folders of returned month workbooks, templates.

mod bad_cells;
mod export;
mod import;
mod months;
mod preview;
mod refused;
mod standing;
mod template;

pub use bad_cells::{BadCellsWorkbook, bad_cells_workbook};
pub use export::{ExportSheet, export};
pub use import::{ImportSheet, ImportView, import};
pub(crate) use import::{ask_units, keep_units, read_units_file};
pub use months::{FolderFile, FolderView, ImportFolder, import_folder};
pub(crate) use refused::{assessment_refusals, input_refusals, row_refusals};
pub use template::{MakeTemplate, template};

use crate::error::AppError;
use serde::Serialize;
use std::fs::File;
use std::io::Write;
use std::path::Path;
use ts_rs::TS;

/// A file that was written.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct FileView {
    /// Where.
    pub path: String,
    /// Its size.
    #[ts(type = "number")]
    pub bytes: u64,
}

/// Files that were written.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct FilesView {
    /// Each.
    pub files: Vec<FileView>,
}

/// Writes a file whole or not at all: a temporary name beside it, flushed, then renamed over it.
pub(crate) fn write_file(path: &str, bytes: &[u8]) -> Result<FileView, AppError> {
    let target = Path::new(path);
    let failed = |error: &std::io::Error| AppError::file(target, error);
    let folder = target.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut scratch =
        tempfile::Builder::new().prefix(".huiqian-").tempfile_in(folder).map_err(|e| failed(&e))?;
    scratch.write_all(bytes).map_err(|e| failed(&e))?;
    scratch.as_file().sync_all().map_err(|e| failed(&e))?;
    scratch.persist(target).map_err(|e| failed(&e.error))?;
    Ok(FileView { path: target.display().to_string(), bytes: bytes.len() as u64 })
}

/// A text as part of a file's name, without what Windows does not take in one.
pub(crate) fn safe_name(text: &str) -> String {
    text.chars().map(|c| if "<>:\"/\\|?*".contains(c) || c.is_control() { '_' } else { c }).collect()
}

/// Opens a file that the user named.
pub(crate) fn open_file(path: &str) -> Result<File, AppError> {
    File::open(path).map_err(|error| AppError::file(Path::new(path), &error))
}

/// Reads a file that the user named, up to a limit in bytes.
pub(crate) fn read_file(path: &str, limit: u64) -> Result<Vec<u8>, AppError> {
    use std::io::Read;
    let file = open_file(path)?;
    let length = file.metadata().map(|m| m.len()).unwrap_or(0);
    if length > limit {
        return Err(AppError::refused(
            "fileTooLarge",
            serde_json::json!({ "path": path, "bytes": length, "limitBytes": limit }),
        ));
    }
    let mut bytes = Vec::new();
    file.take(limit).read_to_end(&mut bytes).map_err(|error| AppError::file(Path::new(path), &error))?;
    Ok(bytes)
}
