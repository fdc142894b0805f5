//! A folder of returned month workbooks: one result per file.

use super::ImportSheet;
use crate::error::AppError;
use crate::session::App;
use domain::rulebook::Rubric;
use serde::{Deserialize, Serialize};
use serde_json::json;
use sheet::Source;
use sheet::month_workbook::Stamp;
use std::path::{Path, PathBuf};
use ts_rs::TS;

/// Imports every month workbook of a folder.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct ImportFolder {
    /// The folder.
    pub path: String,
    /// Check everything and change nothing.
    #[serde(default)]
    pub dry_run: bool,
}

/// What came of one file.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct FolderFile {
    /// Its name.
    pub file: String,
    /// Rows read.
    #[ts(type = "number")]
    pub rows: usize,
    /// Entries appended.
    #[ts(type = "number")]
    pub changed: usize,
    /// Persons whose score was left empty.
    pub unscored: Vec<String>,
    /// Why nothing of it was taken.
    pub error: Option<AppError>,
}

/// What came of the folder.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct FolderView {
    /// File by file, in order of their names.
    pub files: Vec<FolderFile>,
    /// Files of which nothing was taken.
    #[ts(type = "number")]
    pub refused: usize,
}

/// Refuses a workbook that was filled in by another rubric version than the one in force.
pub(super) fn same_rubric(source: &Source, stamp: &Stamp, rubric: &Rubric) -> Result<(), AppError> {
    if stamp.rubric_version == rubric.version {
        return Ok(());
    }
    let params = json!({
        "file": source.name(), "found": stamp.rubric_version, "version": rubric.version, "month": stamp.month,
    });
    Err(AppError::refused("otherRubric", params))
}

/// `importFolder`.
pub fn import_folder(app: &mut App, request: ImportFolder) -> Result<FolderView, AppError> {
    let folder = Path::new(&request.path);
    let listing = std::fs::read_dir(folder).map_err(|error| AppError::file(folder, &error))?;
    let mut paths: Vec<PathBuf> = listing
        .filter_map(|entry| entry.ok().map(|e| e.path()))
        .filter(|path| {
            let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default().to_lowercase();
            // Excel keeps a lock file beside an open workbook under this prefix.
            !name.starts_with("~$") && (name.ends_with(".xlsx") || name.ends_with(".csv"))
        })
        .collect();
    paths.sort();
    if paths.is_empty() {
        return Err(AppError::refused("emptyFolder", json!({ "path": request.path })));
    }
    let mut files = Vec::new();
    for path in paths {
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let one = ImportSheet {
            kind: "assessments".to_owned(),
            path: path.display().to_string(),
            map: None,
            dry_run: request.dry_run,
        };
        files.push(match super::import(app, one) {
            Ok(done) => FolderFile {
                file,
                rows: done.rows,
                changed: done.changed,
                unscored: done.unscored,
                error: None,
            },
            Err(error) if error.class == crate::error::ErrorClass::Environment => return Err(error),
            Err(error) => FolderFile { file, rows: 0, changed: 0, unscored: Vec::new(), error: Some(error) },
        });
    }
    let refused = files.iter().filter(|f| f.error.is_some()).count();
    Ok(FolderView { files, refused })
}
