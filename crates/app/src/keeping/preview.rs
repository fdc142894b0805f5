//! What a backup is, before anything is made of it.

use super::restore::{made_at_text, not_a_backup};
use crate::clock::local_text;
use crate::error::AppError;
use crate::organisation::word;
use crate::session::App;
use serde::{Deserialize, Serialize};
use std::path::Path;
use ts_rs::TS;

/// Looks into a backup. Writes nothing.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct PreviewBackup {
    /// The backup.
    pub path: String,
}

/// What a backup is.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct BackupPreviewView {
    /// The file.
    pub path: String,
    /// Whether its hash is right; where it is not, it cannot be restored.
    pub intact: bool,
    /// Whether a newer program made it; then this one cannot restore it.
    pub newer: bool,
    /// Bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// When it was made, local time.
    pub made_at: String,
    /// Attachments in it.
    #[ts(type = "number")]
    pub attachments: u64,
    /// Attachments that the ledger itself lacked.
    #[ts(type = "number")]
    pub lacking: u64,
    /// `province`, `branch` or `provider`; absent where it cannot be looked into.
    pub role: Option<String>,
    /// 单位代码 of the unit that the ledger was founded for.
    pub unit: Option<String>,
    /// 单位名称.
    pub unit_name: Option<String>,
    /// Entries of its journal.
    #[ts(type = "number | null")]
    pub entries: Option<u64>,
    /// When the last one was recorded, local time.
    pub last: Option<String>,
}

/// `previewBackup`. Needs no account: whoever holds the file can read it anyway.
pub fn preview(app: &mut App, request: PreviewBackup) -> Result<BackupPreviewView, AppError> {
    let found = ledger::preview(Path::new(&request.path), app.watching.watch())
        .map_err(|error| not_a_backup(&request.path, error.into()))?;
    let installation = found.ledger.as_ref().and_then(|ledger| ledger.installation.as_ref());
    Ok(BackupPreviewView {
        intact: found.intact,
        newer: found.newer,
        bytes: found.size,
        made_at: made_at_text(found.made_at),
        attachments: found.attachments,
        lacking: found.lacking,
        role: installation.map(|installation| word(&installation.role)),
        unit: installation.map(|installation| installation.unit.to_string()),
        unit_name: found.ledger.as_ref().and_then(|ledger| ledger.unit_name.clone()),
        entries: found.ledger.as_ref().map(|ledger| ledger.entries),
        last: found.ledger.and_then(|ledger| ledger.last).map(local_text),
        path: request.path,
    })
}
