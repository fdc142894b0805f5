//! The backup plan of this computer, and what is remembered of each place: ordinary rows of the ledger, not journaled.
//!
//! A restored ledger starts without a plan: the folders are those of another time, perhaps of another computer, and a
//! ledger restored to have a look at must not push the real one's files out.

use crate::clock::{local_day, local_text};
use crate::error::{AppError, ErrorClass};
use crate::session::App;
use chrono::{DateTime, NaiveDate, Utc};
use domain::keeping::{Place, Plan, Rhythm, days_without_second, is_due, is_warned};
use domain::kernel::Digest;
use ledger::local;
use ledger::rusqlite::Connection;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::time::Duration;
use ts_rs::TS;

const STORED: &str = "backup.plan";
const BY_HAND: &str = "backup.byHand";
/// How long a look at a folder may take.
const LOOK: Duration = Duration::from_millis(700);

/// Asks for the backup plan and the last backup of each place.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct BackupPlan {
    /// Whether to look if the folders are there.
    pub look: bool,
}

/// Sets the backup plan.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct SetBackupPlan {
    /// Folder of the first place; none where absent.
    pub first: Option<String>,
    /// Folder of the second place, on another disk; none where absent.
    pub second: Option<String>,
    /// How often.
    #[ts(type = "\"off\" | \"daily\" | \"weekly\"")]
    pub rhythm: Rhythm,
    /// Also when the program is closed and something has changed since.
    pub on_closing: bool,
    /// Files that stay in each place; older ones made by the plan are removed.
    pub keep: u32,
}

/// The backup plan and how it stands.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct BackupPlanView {
    /// How often.
    #[ts(type = "\"off\" | \"daily\" | \"weekly\"")]
    pub rhythm: Rhythm,
    /// Also when the program is closed and something has changed since.
    pub on_closing: bool,
    /// Files that stay in each place.
    pub keep: u32,
    /// The places that the plan names, the nearer one first.
    pub places: Vec<PlaceView>,
    /// The last one made by hand, wherever it went.
    pub by_hand: Option<KeptBackup>,
    /// Whether one is due now.
    pub due: bool,
    /// Days since the last copy in the second place; where there never was one, since the ledger was founded.
    pub days_without_second: u32,
    /// Whether these are too many.
    pub warned: bool,
}

/// A place of the plan.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct PlaceView {
    /// Which.
    #[ts(type = "\"first\" | \"second\"")]
    pub place: Place,
    /// Its folder.
    pub folder: String,
    /// Whether the folder is there now, a disk may have been unplugged; absent where nobody asked.
    pub there: Option<bool>,
    /// Whether it is due.
    pub due: bool,
    /// Its last backup.
    pub last: Option<KeptBackup>,
    /// Why the last try failed, where it did.
    pub failed: Option<FailedBackup>,
    /// Files in it that the plan made and keeps.
    #[ts(type = "number")]
    pub files: usize,
}

/// A backup that was made.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct KeptBackup {
    /// The file.
    pub path: String,
    /// When, local time.
    pub at: String,
    /// Bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Attachments that the ledger itself lacked.
    #[ts(type = "number")]
    pub lacking: usize,
}

/// A backup that could not be made.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct FailedBackup {
    /// When, local time.
    pub at: String,
    /// Why.
    pub error: AppError,
}

/// What is remembered of a backup.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Made {
    pub path: String,
    pub at: DateTime<Utc>,
    pub bytes: u64,
    pub sha256: Digest,
    /// Last entry of the ledger in it.
    pub head: Option<Digest>,
    pub lacking: usize,
}

impl Made {
    pub(super) fn view(&self) -> KeptBackup {
        let Self { path, at, bytes, lacking, .. } = self;
        KeptBackup { path: path.clone(), at: local_text(*at), bytes: *bytes, lacking: *lacking }
    }
}

/// What is remembered of a place.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Remembered {
    /// Its folder; another one makes it another place.
    pub folder: String,
    /// Its last backup, by plan or by hand.
    pub last: Option<Made>,
    /// Files that the plan made there, oldest first: path and hash. Only these are ever removed.
    pub own: Vec<(String, Digest)>,
    /// When the last try failed, and why.
    pub failed: Option<(DateTime<Utc>, AppError)>,
}

impl Remembered {
    fn last_day(&self) -> Option<NaiveDate> {
        self.last.as_ref().map(|last| local_day(last.at))
    }

    pub(super) fn is_due(&self, rhythm: Rhythm, today: NaiveDate) -> bool {
        is_due(rhythm, self.last_day(), today)
    }

    /// Whether the ledger has gone on since the last backup.
    pub(super) fn is_behind(&self, head: Option<Digest>) -> bool {
        self.last.as_ref().is_none_or(|last| last.head != head)
    }
}

fn key(place: Place) -> &'static str {
    match place {
        Place::First => "backup.first",
        Place::Second => "backup.second",
    }
}

/// What is not readable, say of a newer program, counts as not there.
pub(super) fn read<T: DeserializeOwned>(conn: &Connection, key: &str) -> Result<Option<T>, AppError> {
    Ok(local::read(conn, key)?.and_then(|text| serde_json::from_str(&text).ok()))
}

pub(super) fn keep(conn: &Connection, key: &str, value: &impl Serialize) -> Result<(), AppError> {
    let text = serde_json::to_string(value).expect("plain fields");
    Ok(local::keep(conn, key, &text)?)
}

pub(super) fn stored(conn: &Connection) -> Result<Plan, AppError> {
    Ok(read(conn, STORED)?.unwrap_or_default())
}

pub(super) fn remembered(conn: &Connection, place: Place, folder: &str) -> Result<Remembered, AppError> {
    let known: Option<Remembered> = read(conn, key(place))?;
    let same = known.filter(|known| known.folder == folder);
    Ok(same.unwrap_or_else(|| Remembered { folder: folder.to_owned(), ..Remembered::default() }))
}

/// A backup's file, and when it was made where that is known.
pub(crate) type KnownBackup = (String, Option<DateTime<Utc>>);

/// Every backup that is remembered, by plan or by hand.
pub(crate) fn known_backups(conn: &Connection) -> Result<Vec<KnownBackup>, AppError> {
    let mut found: Vec<KnownBackup> = Vec::new();
    for place in Place::BOTH {
        let known: Remembered = read(conn, key(place))?.unwrap_or_default();
        found.extend(known.last.map(|last| (last.path, Some(last.at))));
        found.extend(known.own.into_iter().map(|(path, _)| (path, None)));
    }
    found.extend(read::<Made>(conn, BY_HAND)?.map(|made| (made.path, Some(made.at))));
    // The same file may be the last one and one of the plan's: the entry that knows its time stays.
    found.sort_by(|a, b| (&a.0, b.1).cmp(&(&b.0, a.1)));
    found.dedup_by(|later, first| later.0 == first.0);
    Ok(found)
}

pub(super) fn remember(conn: &Connection, place: Place, remembered: &Remembered) -> Result<(), AppError> {
    keep(conn, key(place), remembered)
}

pub(super) fn remember_by_hand(conn: &Connection, made: &Made) -> Result<(), AppError> {
    keep(conn, BY_HAND, made)
}

/// `backupPlan`.
pub fn read_plan(app: &mut App, request: BackupPlan) -> Result<BackupPlanView, AppError> {
    let conn = app.conn()?;
    let plan = stored(conn)?;
    let today = local_day(app.clock.now());
    let mut places = Vec::new();
    let mut last_second = None;
    for place in Place::BOTH {
        let Some(folder) = plan.folder(place) else { continue };
        let known = remembered(conn, place, folder)?;
        if place == Place::Second {
            last_second = known.last_day();
        }
        places.push(PlaceView {
            place,
            folder: folder.to_owned(),
            there: request.look.then(|| is_there(folder)),
            due: known.is_due(plan.rhythm, today),
            last: known.last.as_ref().map(Made::view),
            failed: known.failed.map(|(at, error)| FailedBackup { at: local_text(at), error }),
            files: known.own.len(),
        });
    }
    let days = days_without_second(local_day(app.ledger()?.founded_at()?), last_second, today);
    let demo = ledger::account::query::installation(conn)?.is_some_and(|(_, today)| today.is_some());
    Ok(BackupPlanView {
        rhythm: plan.rhythm,
        on_closing: plan.on_closing,
        keep: plan.keep,
        due: places.iter().any(|place| place.due),
        places,
        by_hand: read::<Made>(conn, BY_HAND)?.as_ref().map(Made::view),
        days_without_second: days,
        // Nobody would miss a demo year.
        warned: !demo && is_warned(days),
    })
}

/// Whether a folder is there. A network disk that is gone may take half a minute to say so; whoever looks at the plan
/// does not wait for it.
fn is_there(folder: &str) -> bool {
    let (tell, told) = std::sync::mpsc::channel();
    let folder = PathBuf::from(folder);
    std::thread::spawn(move || tell.send(folder.is_dir()));
    told.recv_timeout(LOOK).unwrap_or(false)
}

/// `setBackupPlan`. A folder is looked at when it is new: one whose disk is unplugged today may stay.
pub fn set_plan(app: &mut App, request: SetBackupPlan) -> Result<BackupPlanView, AppError> {
    let known = stored(app.conn()?)?;
    let place = |asked: Option<String>, before: Option<&str>| -> Result<Option<String>, AppError> {
        let Some(text) = asked.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()) else {
            return Ok(None);
        };
        if before == Some(text.as_str()) {
            return Ok(Some(text));
        }
        let folder = std::path::absolute(&text).map_err(|error| AppError::file(Path::new(&text), &error))?;
        usable(&folder, &app.dir)?;
        Ok(Some(folder.display().to_string()))
    };
    let plan = Plan {
        first: place(request.first, known.first.as_deref())?,
        second: place(request.second, known.second.as_deref())?,
        rhythm: request.rhythm,
        on_closing: request.on_closing,
        keep: request.keep,
    };
    plan.check()?;
    if let (Some(first), Some(second)) = (&plan.first, &plan.second)
        && same_folder(Path::new(first), Path::new(second))
    {
        return Err(AppError::refused("samePlaces", json!({ "path": second })));
    }
    keep(app.conn()?, STORED, &plan)?;
    read_plan(app, BackupPlan::default())
}

/// Refuses a folder that is not there, and one within the ledger itself, which would be lost together with it.
fn usable(folder: &Path, ledger: &Path) -> Result<(), AppError> {
    let path = folder.display().to_string();
    if !folder.is_dir() {
        return Err(missing(&path));
    }
    if real(folder).starts_with(real(ledger)) {
        return Err(AppError::refused("placeInLedger", json!({ "path": path })));
    }
    Ok(())
}

/// The folder is not there: most often a disk that is not plugged in.
pub(super) fn missing(path: &str) -> AppError {
    AppError::new("placeMissing", ErrorClass::Environment, json!({ "path": path }))
}

fn same_folder(one: &Path, other: &Path) -> bool {
    real(one) == real(other)
}

/// Without links and detours, as far as the folder is there.
fn real(folder: &Path) -> PathBuf {
    std::fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned())
}
