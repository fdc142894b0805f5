//! The demo year: 24 units, some 120 invented engineers, 2026 with three settled quarters and one open. Made by a
//! seeded generator through the same use cases that people use, so that every rule holds for it; only the two keys are
//! fresh each time. The ledger carries its own today, 2026-11-20.

mod arrival;
mod attendance;
mod cast;
mod closing;
mod course;
mod founding;
mod replacement;
mod roles;
mod scores;
mod service;
mod year;

use crate::error::AppError;
use crate::session::App;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::path::{Path, PathBuf};
use ts_rs::TS;

/// Password of every demo account and of both key files.
const PASSWORD: &str = "huiqian-demo";

/// What a demo makes in its folder.
const MADE: [&str; 7] = [
    "ledger.sqlite3",
    "ledger.sqlite3-wal",
    "ledger.sqlite3-shm",
    "ledger.lock",
    "attachments",
    "keys",
    "reports",
];

/// Makes a ledger with a believable demo year.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct MakeDemo {
    /// The folder; the program's own where absent.
    pub dir: Option<String>,
}

/// An account to try.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct DemoAccount {
    /// Signs in as.
    pub account: String,
    /// The holder's name.
    pub name: String,
    /// Its role.
    pub role: String,
    /// Its unit.
    pub unit: Option<String>,
    /// Its password.
    pub password: String,
}

/// What was made.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct DemoView {
    /// The ledger's folder.
    pub dir: String,
    /// Accounts to try.
    pub accounts: Vec<DemoAccount>,
    /// The demo's recovery code.
    pub recovery_code: String,
    /// Key files of client and provider.
    pub keys: Vec<String>,
    /// Password of the key files.
    pub key_password: String,
    /// Countersigned reports of the closed quarters.
    pub reports: Vec<String>,
    /// Units.
    #[ts(type = "number")]
    pub units: usize,
    /// Engineers.
    #[ts(type = "number")]
    pub engineers: usize,
    /// Today, as the demo lives it.
    pub today: String,
}

/// `makeDemo`. A demo that cannot be finished leaves nothing behind.
pub fn make(app: &mut App, request: MakeDemo) -> Result<DemoView, AppError> {
    let dir = request.dir.map_or_else(|| app.dir.clone(), PathBuf::from);
    if dir.join("ledger.sqlite3").exists() {
        return Err(AppError::refused("ledgerAlreadyThere", json!({ "path": dir.display().to_string() })));
    }
    let existed = dir.exists();
    let others: Vec<&str> = MADE.into_iter().filter(|name| dir.join(name).exists()).collect();
    let before =
        (app.clock, std::mem::replace(&mut app.dir, dir.clone()), app.ledger.take(), app.actor.take());
    let made = year::live(app);
    app.clock = before.0;
    app.actor = None;
    if made.is_err() {
        app.ledger = None;
        discard(&dir, existed, &others);
        (_, app.dir, app.ledger, app.actor) = before;
    }
    made
}

/// Takes back what was made of the demo, and nothing that was there before or that others put there meanwhile.
fn discard(dir: &Path, existed: bool, others: &[&str]) {
    for name in MADE.into_iter().filter(|name| !others.contains(name)) {
        let made = dir.join(name);
        let _ = if made.is_dir() { std::fs::remove_dir_all(made) } else { std::fs::remove_file(made) };
    }
    if !existed {
        // Stays where somebody else has put something into it.
        let _ = std::fs::remove_dir(dir);
    }
}
