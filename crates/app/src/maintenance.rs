//! Verify, backup, restore, the journal in plain words.

use crate::clock::local_text;
use crate::error::AppError;
use crate::personal::account_subject;
use crate::session::{App, record};
use domain::Event;
use domain::event::LedgerRestored;
use domain::kernel::{Actor, EntryKey};
use ledger::Finding;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use ts_rs::TS;

/// Recomputes every hash, replays the journal and compares.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct VerifyLedger {}

/// Makes a backup.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct BackupLedger {
    /// The file.
    pub out: String,
}

/// Makes a ledger of a backup in an empty folder.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct RestoreLedger {
    /// The backup.
    pub path: String,
    /// The folder.
    pub to: String,
}

/// Lists acts, newest first.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct Journal {
    /// At most so many.
    pub limit: u32,
}

/// Something that verify found.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct FindingView {
    /// Which.
    pub code: String,
    /// Its details.
    #[ts(type = "Record<string, unknown>")]
    pub params: Value,
    /// Whether the ledger is damaged by it.
    pub damage: bool,
}

/// What verify says.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct VerifyView {
    /// Whether everything is as it was written.
    pub intact: bool,
    /// Entries of the journal.
    #[ts(type = "number")]
    pub entries: u64,
    /// Attachments.
    #[ts(type = "number")]
    pub attachments: u64,
    /// Hash of the last entry: compare it with one printed elsewhere.
    pub head: Option<String>,
    /// What was found.
    pub findings: Vec<FindingView>,
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

/// A ledger that was restored.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct RestoreView {
    /// Its folder.
    pub dir: String,
    /// When the backup was made, local time.
    pub made_at: String,
    /// Attachments that the backup lacked.
    pub lacking: Vec<String>,
}

/// An act in the log.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct JournalLine {
    /// Its place.
    #[ts(type = "number")]
    pub seq: u64,
    /// Local time.
    pub at: String,
    /// Who.
    pub name: String,
    /// What kind of act.
    pub kind: String,
    /// What it holds.
    #[ts(type = "unknown")]
    pub body: Value,
    /// Its hash.
    pub hash: String,
}

fn finding(found: &Finding) -> FindingView {
    let (code, params) = match found {
        Finding::Record { position } => ("record", json!({ "position": position })),
        Finding::Hash { origin, seq } => ("hash", json!({ "origin": origin, "seq": seq })),
        Finding::Copy { origin, seq, column } => {
            ("copy", json!({ "origin": origin, "seq": seq, "column": column }))
        }
        Finding::Link { origin, seq } => ("link", json!({ "origin": origin, "seq": seq })),
        Finding::Gap { origin, after, next } => {
            ("gap", json!({ "origin": origin, "after": after, "next": next }))
        }
        Finding::FormerHead { origin } => ("formerHead", json!({ "origin": origin })),
        Finding::Personal { subject } => ("personal", json!({ "subject": subject })),
        Finding::AttachmentMissing { digest } => ("attachmentMissing", json!({ "digest": digest })),
        Finding::AttachmentDamaged { digest } => ("attachmentDamaged", json!({ "digest": digest })),
        Finding::UnknownFile { path } => ("unknownFile", json!({ "path": path.display().to_string() })),
        Finding::Leftover { path } => ("leftover", json!({ "path": path.display().to_string() })),
        Finding::Database { message } => ("database", json!({ "message": message })),
        Finding::Reference { table } => ("reference", json!({ "table": table })),
        Finding::Schema { name } => ("schema", json!({ "name": name })),
        Finding::Table { table, rows, missing, unexpected } => {
            ("table", json!({ "table": table, "rows": rows, "missing": missing, "unexpected": unexpected }))
        }
        Finding::Replay { message } => ("replay", json!({ "message": message })),
        Finding::Stopped(stopped) => {
            ("stopped", json!({ "kind": stopped.kind, "version": stopped.version, "seq": stopped.key.seq }))
        }
    };
    FindingView { code: format!("finding.{code}"), params, damage: found.is_damage() }
}

/// `verifyLedger`.
pub fn verify(app: &mut App, _: VerifyLedger) -> Result<VerifyView, AppError> {
    app.open()?;
    let App { ledger, watching, .. } = app;
    let Some(ledger) = ledger.as_mut() else { return Err(AppError::refused("noLedgerOpen", json!({}))) };
    let report = ledger.verify(ledger::project, watching.watch())?;
    Ok(VerifyView {
        intact: report.intact(),
        entries: report.counts.entries,
        attachments: report.counts.attachments,
        head: report.head.map(|head| head.hash.to_string()),
        findings: report.findings.iter().map(finding).collect(),
    })
}

/// `backupLedger`.
pub fn backup(app: &mut App, request: BackupLedger) -> Result<BackupView, AppError> {
    let App { ledger, watching, .. } = app;
    let Some(ledger) = ledger.as_mut() else { return Err(AppError::refused("noLedgerOpen", json!({}))) };
    let report = ledger.backup(Path::new(&request.out), watching.watch())?;
    Ok(BackupView {
        path: report.file.display().to_string(),
        bytes: report.size,
        sha256: report.sha256.to_string(),
        attachments: report.attachments,
        lacking: report.lacking.iter().map(ToString::to_string).collect(),
    })
}

/// `restoreLedger`. Needs no account: whoever holds the backup file can read it anyway. The act is recorded under the
/// account that founded the ledger.
pub fn restore(app: &mut App, request: RestoreLedger) -> Result<RestoreView, AppError> {
    let dir = PathBuf::from(&request.to);
    let restored = ledger::restore(Path::new(&request.path), &dir, ledger::project, app.watching.watch())
        .map_err(|error| not_restored(&request, error.into()))?;
    let mut made = restored.ledger;
    let founder = made.entries_of(&restored.former, 1, 1)?.into_iter().next().map(|entry| entry.actor);
    let first_account = || -> Result<Option<Actor>, AppError> {
        let accounts = ledger::account::query::accounts(made.conn())?;
        Ok(accounts.into_iter().next().map(|a| Actor { account: a.account, role: a.role, unit: a.unit }))
    };
    let actor = match founder {
        Some(actor) => Some(actor),
        None => first_account()?,
    };
    if let Some(actor) = actor {
        let head =
            restored.former_head.map(|head| EntryKey { origin: restored.former.clone(), seq: head.seq });
        let event = Event::LedgerRestored(LedgerRestored { former: restored.former.clone(), head });
        // A demo ledger's entries may lie ahead of this machine's clock.
        let today = ledger::account::query::installation(made.conn())?.and_then(|(_, today)| today);
        let last = match restored.former_head {
            Some(head) => made.entry(&head.hash)?.map(|entry| entry.at),
            None => None,
        };
        let at = crate::clock::act_time(app.clock, today, last);
        record(&mut made, at, &actor, |_, _| Ok((vec![event], ())))?;
    }
    app.actor = None;
    app.dir = dir;
    app.ledger = Some(made);
    Ok(RestoreView {
        dir: app.dir.display().to_string(),
        made_at: chrono::DateTime::parse_from_rfc3339(&restored.made_at)
            .map_or(restored.made_at, |at| local_text(at.to_utc())),
        lacking: restored.lacking.iter().map(ToString::to_string).collect(),
    })
}

/// What the ledger says of itself is here said of the backup, or of the folder that is to be filled.
fn not_restored(request: &RestoreLedger, mut error: AppError) -> AppError {
    match error.code.as_str() {
        "ledgerDamaged" => AppError {
            incident: error.incident,
            ..AppError::new("backupDamaged", error.class, json!({ "path": request.path }))
        },
        "newerVersion" => {
            error.params.insert("path".to_owned(), json!(request.path));
            error
        }
        "diskFull" | "readOnly" | "fileFailed" => {
            error.params.insert("path".to_owned(), json!(request.to));
            error
        }
        _ => error,
    }
}

/// `journal`.
pub fn journal(app: &mut App, request: Journal) -> Result<Vec<JournalLine>, AppError> {
    let ledger = app.ledger()?;
    let head = ledger.head()?.map_or(0, |head| head.seq);
    let from = head.saturating_sub(u64::from(request.limit)) + 1;
    let entries = ledger.entries(from, request.limit)?;
    let subjects: Vec<String> = entries.iter().map(|e| account_subject(&e.actor.account)).collect();
    let names = app.names(&subjects)?;
    Ok(entries
        .into_iter()
        .rev()
        .map(|entry| JournalLine {
            seq: entry.key.seq,
            at: local_text(entry.at),
            name: names
                .get(&account_subject(&entry.actor.account))
                .cloned()
                .unwrap_or_else(|| entry.actor.account.to_string()),
            body: serde_json::from_slice(&entry.body).unwrap_or_default(),
            kind: entry.kind,
            hash: entry.hash.to_string(),
        })
        .collect())
}
