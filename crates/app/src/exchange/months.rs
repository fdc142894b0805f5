//! A folder of returned month workbooks: one result per file.

use super::import::{Scores, dry_run_done};
use crate::assessment::{allowed, decided};
use crate::error::{AppError, ErrorClass};
use crate::session::{App, append};
use domain::kernel::{Actor, Month};
use domain::rulebook::Rubric;
use ledger::{Stage, Tx};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sheet::month_workbook::Stamp;
use sheet::{ColumnMap, Source};
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
    let this_month = app.this_month()?;
    let mut read = Vec::new();
    for (number, path) in paths.iter().enumerate() {
        app.watching.tell(Stage::Files, number, paths.len())?;
        read.push(per_file(read_file(app, path, this_month))?);
    }
    app.watching.tell(Stage::Files, paths.len(), paths.len())?;
    let names = paths.iter().map(|p| p.file_name().unwrap_or_default().to_string_lossy().into_owned());
    let mut files = Vec::new();
    // One transaction: a file that is refused keeps no other from being taken, but a full disk or a cancelled job
    // leaves none of them behind.
    let done = app.long_act(|tx, actor, watching| {
        for (number, (file, read)) in names.zip(read).enumerate() {
            watching.tell(Stage::Record, number, paths.len())?;
            let taken = match read {
                Ok(scores) => take(tx, actor, &scores, this_month)?.map(|done| (scores, done)),
                Err(error) => Err(error),
            };
            files.push(match taken {
                Ok((scores, changed)) => FolderFile {
                    file,
                    rows: scores.rows.len(),
                    changed,
                    unscored: scores.unscored,
                    error: None,
                },
                Err(error) => {
                    FolderFile { file, rows: 0, changed: 0, unscored: Vec::new(), error: Some(error) }
                }
            });
        }
        watching.tell(Stage::Record, paths.len(), paths.len())?;
        if request.dry_run { Err(dry_run_done()) } else { Ok((Vec::new(), ())) }
    });
    match done {
        Err(error) if !(request.dry_run && error.code == "dryRun") => return Err(error),
        _ => {}
    }
    let refused = files.iter().filter(|f| f.error.is_some()).count();
    Ok(FolderView { files, refused })
}

/// What is wrong with one file concerns that file; what is wrong with the machine ends the job.
fn per_file<T>(result: Result<T, AppError>) -> Result<Result<T, AppError>, AppError> {
    match result {
        Err(error) if error.class == ErrorClass::Environment => Err(error),
        other => Ok(other),
    }
}

fn read_file(app: &App, path: &Path, this_month: Month) -> Result<Scores, AppError> {
    let source = Source::open(path)?;
    let scores = Scores::read(app.conn()?, this_month, &source, &ColumnMap::none(), &mut |_, _| true)?;
    allowed(app, &scores.rows).map_err(|error| scores.place(error))?;
    Ok(scores)
}

/// Records a file's scores; answers how many were new or changed, or why the file is refused. What goes wrong once
/// recording has begun ends the job: else the transaction would keep a part of the file.
fn take(
    tx: &Tx<'_>,
    actor: &Actor,
    scores: &Scores,
    this_month: Month,
) -> Result<Result<usize, AppError>, AppError> {
    let decided = decided(tx.conn(), actor, &scores.rows, this_month).map_err(|error| scores.place(error));
    let events = match per_file(decided)? {
        Ok(events) => events,
        Err(refused) => return Ok(Err(refused)),
    };
    for event in &events {
        append(tx, actor, event)?;
    }
    Ok(Ok(events.len()))
}
