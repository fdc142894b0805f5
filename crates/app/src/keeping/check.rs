//! The files of attachments read again and compared with their hashes: in the background a moment at a time, once a week, going on
//! where it stopped; or at once, because somebody wants it. What was found is remembered in ordinary rows and not journaled.

use super::plan::{keep, read};
use super::turn::{Job, Turn};
use crate::api::Act;
use crate::clock::{local_day, local_text};
use crate::error::AppError;
use crate::rights::Target;
use crate::session::{App, no_ledger_open};
use chrono::{DateTime, Utc};
use domain::keeping::files_due_on;
use domain::kernel::Digest;
use ledger::{BadFile, LedgerError, Progress, Scrubbed, Stage};
use serde::{Deserialize, Serialize};
use std::time::{Duration, Instant};
use ts_rs::TS;

const KEPT: &str = "files.checked";
/// How long is gone on with further files in the background.
const AT_A_TIME: Duration = Duration::from_secs(1);
/// Files that are named; more are counted among them only by the next look.
const NAMED: usize = 200;

/// Why files are read again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum CheckOccasion {
    /// Now and then: a moment of what is due.
    Due,
    /// Somebody wants it: all of them.
    Now,
    /// Somebody has put something right: those that were bad.
    Bad,
}

/// Reads the files of attachments again and compares them with their hashes. Needs no account for `due`, because it only reads; else
/// the right to look after the ledger.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct CheckFiles {
    /// Why.
    #[ts(type = "\"due\" | \"now\" | \"bad\"")]
    pub occasion: CheckOccasion,
}

/// How far the reading has come.
#[derive(Clone, Debug, Default, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct CheckRanView {
    /// Files that were read just now.
    #[ts(type = "number")]
    pub files: u64,
    /// Whether there are more: ask again.
    pub more: bool,
}

/// Asks how the files of attachments stand.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct FileCheck {}

/// How the files of attachments stand.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct FileCheckView {
    /// The reading that is under way; absent where none is.
    pub running: Option<CheckUnderWay>,
    /// The last one that came to its end.
    pub last: Option<EndedCheck>,
    /// The day from which on they are read again.
    pub next_on: String,
    /// Those that are not as they were attached.
    pub bad: Vec<BadFileView>,
}

/// A reading that is under way.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct CheckUnderWay {
    /// When it was begun, local time.
    pub begun_at: String,
    /// Files that were read.
    #[ts(type = "number")]
    pub files: u64,
    /// Files that there are.
    #[ts(type = "number")]
    pub of: u64,
}

/// A reading that came to its end.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct EndedCheck {
    /// When, local time.
    pub ended_at: String,
    /// Files that were read.
    #[ts(type = "number")]
    pub files: u64,
    /// Their bytes.
    #[ts(type = "number")]
    pub bytes: u64,
}

/// A file that is not as it was attached.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct BadFileView {
    /// SHA-256 of what was attached.
    pub digest: String,
    /// Whether there is no file at all; otherwise it has other contents or cannot be read.
    pub missing: bool,
    /// Documents and tickets that it belongs to: `document/CD-TB202610001`, `ticket/CD-202610-0001`; empty for papers of other records.
    pub of: Vec<String>,
}

/// What is remembered.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Kept {
    run: Option<Run>,
    last: Option<Ended>,
    bad: Vec<BadFile>,
}

/// A reading under way.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Run {
    begun: DateTime<Utc>,
    after: Option<Digest>,
    files: u64,
    bytes: u64,
    /// What was found in this one.
    bad: Vec<BadFile>,
}

/// A reading that came to its end.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Ended {
    at: DateTime<Utc>,
    files: u64,
    bytes: u64,
}

impl Run {
    fn begun(at: DateTime<Utc>) -> Self {
        Self { begun: at, after: None, files: 0, bytes: 0, bad: Vec::new() }
    }

    fn take(&mut self, done: &Scrubbed) {
        self.files += done.files;
        self.bytes += done.bytes;
        self.bad.extend(&done.bad);
        self.bad.truncate(NAMED);
        self.after = done.next;
    }
}

impl Kept {
    /// Takes a piece of the reading; at its end what it found is all that is bad.
    fn take(&mut self, mut run: Run, done: &Scrubbed, now: DateTime<Utc>) {
        run.take(done);
        for bad in &done.bad {
            if self.bad.iter().all(|known| known.digest != bad.digest) && self.bad.len() < NAMED {
                self.bad.push(*bad);
            }
        }
        if done.next.is_none() {
            self.last = Some(Ended { at: now, files: run.files, bytes: run.bytes });
            self.bad = run.bad;
            self.run = None;
        } else {
            self.run = Some(run);
        }
    }
}

/// `checkFiles`.
pub fn check_files(app: &mut App, request: CheckFiles) -> Result<CheckRanView, AppError> {
    if request.occasion != CheckOccasion::Due {
        app.require(Act::BackupLedger, &Target::Oneself)?;
    }
    let _turn = match (request.occasion, Turn::take(&app.dir, Job::Check)) {
        (_, Some(turn)) => turn,
        // One reading at a time is enough for the disk.
        (CheckOccasion::Due, None) => return Ok(CheckRanView::default()),
        // The moment in the background is soon over.
        (_, None) => Turn::wait(&app.dir, Job::Check),
    };
    match request.occasion {
        CheckOccasion::Due => piece(app),
        CheckOccasion::Now => whole(app),
        CheckOccasion::Bad => again(app),
    }
}

/// A moment of the reading that is under way or due.
fn piece(app: &mut App) -> Result<CheckRanView, AppError> {
    let now = app.clock.now();
    let mut kept = stored(app)?;
    let run = match kept.run.take() {
        Some(run) => run,
        None if next_on(&kept, now) <= local_day(now) => Run::begun(now),
        None => return Ok(CheckRanView::default()),
    };
    let begun = Instant::now();
    let done = app.ledger()?.scrub(run.after.as_ref(), &mut |_| begun.elapsed() < AT_A_TIME)?;
    kept.take(run, &done, now);
    keep(app.conn()?, KEPT, &kept)?;
    Ok(CheckRanView { files: done.files, more: kept.run.is_some() })
}

/// All files from the first one on. Cancelled, it goes on in the background.
fn whole(app: &mut App) -> Result<CheckRanView, AppError> {
    let now = app.clock.now();
    let mut kept = stored(app)?;
    let App { ledger, watching, .. } = app;
    let ledger = ledger.as_ref().ok_or_else(no_ledger_open)?;
    let total = ledger.attachment_count()?;
    let mut stopped = false;
    let done = ledger.scrub(None, &mut |files| {
        stopped = !(watching.watch())(Progress { stage: Stage::Attachments, done: files, total });
        !stopped
    })?;
    kept.take(Run::begun(now), &done, now);
    keep(app.conn()?, KEPT, &kept)?;
    if stopped && kept.run.is_some() {
        return Err(LedgerError::Cancelled.into());
    }
    Ok(CheckRanView { files: done.files, more: false })
}

/// Those that were bad.
fn again(app: &mut App) -> Result<CheckRanView, AppError> {
    let mut kept = stored(app)?;
    let files = kept.bad.len() as u64;
    let found = kept.bad.iter().map(|bad| app.ledger()?.fault(&bad.digest).map_err(AppError::from));
    kept.bad = found.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect();
    if let Some(run) = &mut kept.run {
        run.bad.retain(|bad| kept.bad.iter().any(|still| still.digest == bad.digest));
    }
    keep(app.conn()?, KEPT, &kept)?;
    Ok(CheckRanView { files, more: false })
}

fn stored(app: &App) -> Result<Kept, AppError> {
    Ok(read(app.conn()?, KEPT)?.unwrap_or_default())
}

fn next_on(kept: &Kept, now: DateTime<Utc>) -> chrono::NaiveDate {
    files_due_on(kept.last.as_ref().map(|last| local_day(last.at)), local_day(now))
}

/// How many files are known not to be as they were attached.
pub(crate) fn bad_files(app: &App) -> Result<usize, AppError> {
    Ok(stored(app)?.bad.len())
}

/// `fileCheck`.
pub fn file_check(app: &mut App, _: FileCheck) -> Result<FileCheckView, AppError> {
    let kept = stored(app)?;
    let conn = app.conn()?;
    let of = app.ledger()?.attachment_count()?;
    let view = |bad: &BadFile| -> Result<BadFileView, AppError> {
        let of = ledger::contents::of_file(conn, &bad.digest)?;
        Ok(BadFileView { digest: bad.digest.to_string(), missing: bad.missing, of })
    };
    Ok(FileCheckView {
        next_on: next_on(&kept, app.clock.now()).to_string(),
        running: kept.run.as_ref().map(|run| CheckUnderWay {
            begun_at: local_text(run.begun),
            files: run.files,
            of,
        }),
        last: kept.last.as_ref().map(|last| EndedCheck {
            ended_at: local_text(last.at),
            files: last.files,
            bytes: last.bytes,
        }),
        bad: kept.bad.iter().map(view).collect::<Result<_, _>>()?,
    })
}
