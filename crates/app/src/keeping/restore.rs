//! Restoring a backup into a folder of its own.

use crate::clock::local_text;
use crate::error::AppError;
use crate::session::{App, record};
use domain::Event;
use domain::event::LedgerRestored;
use domain::kernel::{Actor, EntryKey};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::path::{Path, PathBuf};
use ts_rs::TS;

/// Makes a ledger of a backup in an empty folder.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct RestoreLedger {
    /// The backup.
    pub path: String,
    /// The folder.
    pub to: String,
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

/// `restoreLedger`. Needs no account: whoever holds the backup file can read it anyway. The act is recorded under the
/// account that founded the ledger. Where nobody is signed in, the restored ledger is opened.
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
    // Who is signed in goes on with their ledger; the restored one lies beside it.
    if app.actor.is_none() {
        app.dir.clone_from(&dir);
        app.ledger = Some(made);
    }
    Ok(RestoreView {
        dir: dir.display().to_string(),
        made_at: made_at_text(restored.made_at),
        lacking: restored.lacking.iter().map(ToString::to_string).collect(),
    })
}

/// The moment that a backup's manifest states, local time.
pub(super) fn made_at_text(stated: String) -> String {
    chrono::DateTime::parse_from_rfc3339(&stated).map_or(stated, |at| local_text(at.to_utc()))
}

/// What the ledger says of itself is here said of the backup.
pub(super) fn not_a_backup(path: &str, mut error: AppError) -> AppError {
    match error.code.as_str() {
        "ledgerDamaged" => AppError {
            incident: error.incident,
            ..AppError::new("backupDamaged", error.class, json!({ "path": path }))
        },
        "newerVersion" => {
            error.params.insert("path".to_owned(), json!(path));
            error
        }
        _ => error,
    }
}

/// As [`not_a_backup`]; a disk that fails is the one of the folder that is to be filled.
fn not_restored(request: &RestoreLedger, error: AppError) -> AppError {
    let mut error = not_a_backup(&request.path, error);
    match error.code.as_str() {
        "diskFull" | "readOnly" | "fileFailed" => {
            error.params.insert("path".to_owned(), json!(request.to));
            error
        }
        _ => error,
    }
}
