//! Doing what the backup plan says: a new file for each place, and away with what is too old.

use super::backup;
use super::plan::{self, KeptBackup, Made, Remembered};
use super::turn::{Job, Turn};
use crate::api::Act;
use crate::clock::{china, local_day};
use crate::error::AppError;
use crate::exchange::safe_name;
use crate::rights::Target;
use crate::session::App;
use chrono::{DateTime, Utc};
use domain::keeping::{Place, surplus};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::path::{Path, PathBuf};
use ts_rs::TS;

/// Why the plan is run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Occasion {
    /// Now and then: what is due by the rhythm.
    Due,
    /// The program is being closed: where the plan says so, what has changed since.
    Closing,
    /// Somebody wants it: every place.
    Now,
}

/// Does what the backup plan says. Needs no account, because it does only what the plan's maker wanted; but for
/// `now` the right to back up.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct RunBackupPlan {
    /// Why.
    #[ts(type = "\"due\" | \"closing\" | \"now\"")]
    pub occasion: Occasion,
}

/// What came of it.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct BackupRunView {
    /// Each place that got a backup or should have.
    pub places: Vec<RanView>,
}

/// What came of one place.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct RanView {
    /// Which.
    #[ts(type = "\"first\" | \"second\"")]
    pub place: Place,
    /// The backup.
    pub made: Option<KeptBackup>,
    /// Why there is none.
    pub failed: Option<AppError>,
    /// Older files that were removed.
    #[ts(type = "number")]
    pub removed: usize,
}

/// `runBackupPlan`. A place that fails is remembered and named; the other one is made all the same.
pub fn run(app: &mut App, request: RunBackupPlan) -> Result<BackupRunView, AppError> {
    if request.occasion == Occasion::Now {
        app.require(Act::BackupLedger, &Target::Oneself)?;
    }
    // Only closing the program waits for the one under way, and can be given up.
    let _turn = match (request.occasion, Turn::take(&app.dir, Job::Backup)) {
        (_, Some(turn)) => turn,
        (Occasion::Closing, None) => Turn::wait(&app.dir, Job::Backup),
        (Occasion::Due, None) => return Ok(BackupRunView { places: Vec::new() }),
        (Occasion::Now, None) => return Err(AppError::refused("backupRunning", json!({}))),
    };
    let mut places = Vec::new();
    for (place, mut known) in wanted(app, request.occasion)? {
        let folder = known.folder.clone();
        let done = make(app, Path::new(&folder));
        let mut view = RanView { place, made: None, failed: None, removed: 0 };
        match done {
            Err(error) if error.code == "cancelled" => return Err(error),
            Err(error) => {
                known.failed = Some((app.clock.now(), error.clone()));
                view.failed = Some(error);
            }
            Ok(made) => {
                view.made = Some(made.view());
                known.failed = None;
                known.own.push((made.path.clone(), made.sha256));
                // One that lacks attachments takes the place of none that may have them.
                if made.lacking == 0 {
                    view.removed = remove_surplus(&mut known, plan::stored(app.conn()?)?.keep);
                }
                known.last = Some(made);
            }
        }
        plan::remember(app.conn()?, place, &known)?;
        places.push(view);
    }
    Ok(BackupRunView { places })
}

/// The places that are to get a backup on that occasion.
fn wanted(app: &App, occasion: Occasion) -> Result<Vec<(Place, Remembered)>, AppError> {
    let conn = app.conn()?;
    let plan = plan::stored(conn)?;
    let today = local_day(app.clock.now());
    let head = app.ledger()?.head()?.map(|head| head.hash);
    let mut found = Vec::new();
    for place in Place::BOTH {
        let Some(folder) = plan.folder(place) else { continue };
        let known = plan::remembered(conn, place, folder)?;
        let wanted = match occasion {
            Occasion::Now => true,
            Occasion::Due => known.is_due(plan.rhythm, today),
            Occasion::Closing => plan.on_closing && known.is_behind(head),
        };
        if wanted {
            found.push((place, known));
        }
    }
    Ok(found)
}

fn make(app: &mut App, folder: &Path) -> Result<Made, AppError> {
    if !folder.is_dir() {
        return Err(plan::missing(&folder.display().to_string()));
    }
    let unit = app.installation()?.unit;
    let file = free_name(folder, unit.as_str(), app.clock.now());
    Ok(backup::make(app, &file)?.1)
}

/// `慧签备份-ZQ-2026-11-22-103000.hqbak`, or with a number behind it: a backup of the plan never replaces a file.
fn free_name(folder: &Path, unit: &str, at: DateTime<Utc>) -> PathBuf {
    let stem =
        format!("慧签备份-{}-{}", safe_name(unit), at.with_timezone(&china()).format("%Y-%m-%d-%H%M%S"));
    let mut file = folder.join(format!("{stem}.hqbak"));
    let mut number = 2;
    while file.exists() {
        file = folder.join(format!("{stem}-{number}.hqbak"));
        number += 1;
    }
    file
}

/// Removes the place's oldest files as far as the plan made them and they are still what it made. One that cannot be
/// removed now is tried again next time.
fn remove_surplus(known: &mut Remembered, keep: u32) -> usize {
    let old: Vec<_> = known.own.drain(..surplus(known.own.len(), keep)).collect();
    let mut removed = 0;
    let mut stuck = Vec::new();
    for (path, sha256) in old {
        match ledger::stated_hash(Path::new(&path)) {
            Ok(Some(found)) if found == sha256 => match std::fs::remove_file(&path) {
                Ok(()) => removed += 1,
                Err(_) => stuck.push((path, sha256)),
            },
            // Somebody has put another file there, or taken this one away: neither is ours to remove.
            Ok(_) | Err(ledger::LedgerError::NotFound { .. }) => {}
            Err(_) => stuck.push((path, sha256)),
        }
    }
    known.own.splice(0..0, stuck);
    removed
}

impl App {
    /// Whether closing the program is to wait for a backup: one that the plan wants then, or one that is being made.
    #[must_use]
    pub fn backs_up_on_closing(&self) -> bool {
        let wanted =
            self.ledger.is_some() && wanted(self, Occasion::Closing).is_ok_and(|found| !found.is_empty());
        wanted || Turn::is_taken(&self.dir, Job::Backup)
    }

    /// A second program on the same ledger for what must not hold up who is at the window: the backups that fall due, the
    /// reading of attached files for their words, and the comparing of them with their hashes.
    /// `None` where the use case belongs to this one.
    #[must_use]
    pub fn apart(&self, use_case: &str, request: &serde_json::Value) -> Option<Self> {
        let due = use_case == Act::RunBackupPlan.name() && request["occasion"] == "due";
        let reads = use_case == Act::ReadContents.name();
        let checks = use_case == Act::CheckFiles.name() && request["occasion"] == "due";
        if !(due || reads || checks) || self.ledger.is_none() {
            return None;
        }
        let mut apart =
            Self::new(crate::Options { dir: Some(self.dir.clone()), fonts: None, clock: self.clock });
        apart.reads_by.clone_from(&self.reads_by);
        // Where a second one cannot be opened, the first does it.
        apart.open().ok()?;
        Some(apart)
    }
}
