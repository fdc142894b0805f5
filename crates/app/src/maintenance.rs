//! Verify.

use crate::error::AppError;
use crate::session::App;
use ledger::Finding;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use ts_rs::TS;

/// Recomputes every hash, replays the journal and compares.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct VerifyLedger {}

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
        Finding::AttachmentUnlisted { digest } => ("attachmentUnlisted", json!({ "digest": digest })),
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
