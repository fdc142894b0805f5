//! A backup by hand, into a file that the user names.

use super::plan::{self, Made};
use crate::error::AppError;
use crate::session::{App, no_ledger_open};
use chrono::{DateTime, Utc};
use domain::keeping::Place;
use ledger::BackupReport;
use serde::{Deserialize, Serialize};
use std::path::Path;
use ts_rs::TS;

/// Makes a backup.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct BackupLedger {
    /// The file.
    pub out: String,
}

/// A backup that was made and checked.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct BackupView {
    /// The file.
    pub path: String,
    /// Bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// SHA-256 of the file.
    pub sha256: String,
    /// Attachments in it.
    #[ts(type = "number")]
    pub attachments: u64,
    /// Attachments that the ledger itself lacks.
    pub lacking: Vec<String>,
}

/// `backupLedger`. Remembered as the last one by hand; where it went into a place of the plan, as that place's last.
pub fn backup(app: &mut App, request: BackupLedger) -> Result<BackupView, AppError> {
    let (report, made) = make(app, Path::new(&request.out))?;
    let conn = app.conn()?;
    let plan = plan::stored(conn)?;
    for place in Place::BOTH {
        if let (Some(folder), Some(parent)) = (plan.folder(place), report.file.parent())
            // As they are written: looking at a network disk that is gone takes its time.
            && Path::new(folder) == parent
        {
            let mut remembered = plan::remembered(conn, place, folder)?;
            remembered.last = Some(made.clone());
            remembered.failed = None;
            plan::remember(conn, place, &remembered)?;
        }
    }
    plan::remember_by_hand(conn, &made)?;
    Ok(BackupView {
        path: report.file.display().to_string(),
        bytes: report.size,
        sha256: report.sha256.to_string(),
        attachments: report.attachments,
        lacking: report.lacking.iter().map(ToString::to_string).collect(),
    })
}

/// Writes, reads back and compares; answers also what is remembered of it.
pub(super) fn make(app: &mut App, file: &Path) -> Result<(BackupReport, Made), AppError> {
    let at: DateTime<Utc> = app.clock.now();
    let App { ledger, watching, .. } = app;
    let ledger = ledger.as_ref().ok_or_else(no_ledger_open)?;
    let report = ledger.backup(file, watching.watch())?;
    let made = Made {
        path: report.file.display().to_string(),
        at,
        bytes: report.size,
        sha256: report.sha256,
        head: report.head.map(|head| head.hash),
        lacking: report.lacking.len(),
    };
    Ok((report, made))
}
