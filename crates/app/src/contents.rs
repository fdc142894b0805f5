//! Reading what is written in attached files, in the background and each in a process of its own (`extract::Reader`), so
//! that its words are found.

use crate::error::AppError;
use crate::organisation::word;
use crate::session::App;
use domain::kernel::Digest;
use extract::{Contents, Place, Reader, Unreadable};
use ledger::contents::{Outcome, Part, State};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{Seek as _, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};
use ts_rs::TS;

/// How long is gone on with further files.
const AT_A_TIME: Duration = Duration::from_secs(2);

/// Whether this program can be started again to read a file.
static ANSWERS: AtomicBool = AtomicBool::new(false);

/// Folders of the ledgers whose files are being read: one file at a time, though the program may have one open twice.
static TAKEN: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// Reads a file where the program was started for that; `None` where it was started for its work. Belongs at the very beginning of
/// every program that has an [`App`].
#[must_use]
pub fn child_if_asked() -> Option<ExitCode> {
    let ended = extract::child_if_asked();
    ANSWERS.store(ended.is_none(), Ordering::Relaxed);
    ended
}

/// Reads what is written in files that were attached since the last time, for a moment.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ReadContents {}

/// How far the reading has come.
#[derive(Clone, Debug, Default, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ReadingView {
    /// Files that were read, those without text among them.
    pub read: u32,
    /// Whether there are more: ask again.
    pub more: bool,
}

/// The turn of one reading; given back when dropped.
struct Turn(PathBuf);

impl Turn {
    fn take(app: &App) -> Option<Self> {
        let mut taken = TAKEN.lock().unwrap_or_else(PoisonError::into_inner);
        taken.insert(app.dir.clone()).then(|| Self(app.dir.clone()))
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        TAKEN.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.0);
    }
}

/// `readContents`. A file that cannot be read is marked with the reason and does not come again.
pub fn read_contents(app: &mut App, _: ReadContents) -> Result<ReadingView, AppError> {
    let mut view = ReadingView::default();
    let Some(reader) = app.reader() else { return Ok(view) };
    let Some(_turn) = Turn::take(app) else { return Ok(view) };
    let begun = Instant::now();
    while begun.elapsed() < AT_A_TIME {
        let Some(file) = ledger::contents::due(app.conn()?, 1)?.pop() else { return Ok(view) };
        let Some(outcome) = outcome(app, &reader, &file)? else { return Ok(view) };
        let at = app.now()?;
        let ledger = app.ledger.as_mut().ok_or_else(crate::session::no_ledger_open)?;
        ledger.submit(at, |tx| -> Result<_, AppError> {
            Ok(ledger::contents::keep(tx.conn(), &file, &outcome)?)
        })?;
        view.read += 1;
    }
    view.more = !ledger::contents::due(app.conn()?, 1)?.is_empty();
    Ok(view)
}

/// What becomes of reading a file; `None` where no process can be started, which says nothing of the file.
fn outcome(app: &App, reader: &Reader, file: &Digest) -> Result<Option<Outcome>, AppError> {
    let Ok(opened) = app.ledger()?.attachment_file(file) else {
        return Ok(Some(Outcome::Unreadable(word(&Unreadable::Damaged))));
    };
    Ok(reader.read(opened).ok().map(|answer| match answer {
        Ok(contents) => read(contents),
        Err(reason) => Outcome::Unreadable(word(&reason)),
    }))
}

fn read(Contents { kind, parts, cut }: Contents) -> Outcome {
    let part = |extract::Part { place, text }| Part {
        place: serde_json::to_value(&place).unwrap_or_default(),
        text,
    };
    Outcome::Read { kind: word(&kind), parts: parts.into_iter().map(part).collect(), cut }
}

/// Where in a file something stands.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct FilePlace {
    /// `page`, `paragraph`, `beside` (headers, footers, notes, comments), `row`, `slide`, `notes` or `line`; empty where nobody knows.
    pub at: String,
    /// Which; absent beside the text.
    pub number: Option<u32>,
    /// The sheet of a row.
    pub sheet: Option<String>,
}

/// A file that is at hand, read in a process of its own at once. A program that cannot start one says so as of a crash.
pub(crate) fn read_aside(app: &App, bytes: &[u8]) -> Result<Result<Contents, Unreadable>, AppError> {
    let file = || -> std::io::Result<File> {
        let mut file = tempfile::tempfile()?;
        file.write_all(bytes)?;
        file.rewind()?;
        Ok(file)
    };
    let file = file().map_err(|error| AppError::file(&std::env::temp_dir(), &error))?;
    Ok(app.reader().and_then(|reader| reader.read(file).ok()).unwrap_or(Err(Unreadable::Crashed)))
}

/// A kept place as the page and the command line tell it, of something that stands behind so much of the part's text. One that this
/// program does not know is told by its file alone.
pub(crate) fn place(place: &serde_json::Value, before: &str) -> FilePlace {
    Place::deserialize(place).map(|place| place_of(place, before)).unwrap_or_default()
}

/// The place as the page and the command line tell it.
pub(crate) fn place_of(place: Place, before: &str) -> FilePlace {
    let lines = || u32::try_from(before.matches('\n').count()).unwrap_or_default();
    let (at, number, sheet) = match place {
        Place::Page { page } => ("page", Some(page), None),
        Place::Paragraph { paragraph } => ("paragraph", Some(paragraph), None),
        Place::Beside => ("beside", None, None),
        Place::Row { sheet, row } => ("row", Some(row), Some(sheet)),
        Place::Slide { slide } => ("slide", Some(slide), None),
        Place::Notes { slide } => ("notes", Some(slide), None),
        Place::Line { line } => ("line", Some(line + lines()), None),
    };
    FilePlace { at: at.to_owned(), number, sheet }
}

/// Why a file's words are not found; `None` where they are. `due`: it has not been read yet; `cut`: only its beginning.
pub(crate) fn unreadable(app: &App, file: &Digest) -> Result<Option<String>, AppError> {
    Ok(match ledger::contents::state(app.conn()?, file)? {
        State::Due => Some("due".to_owned()),
        State::Unreadable(reason) => Some(reason),
        State::Read { cut } => cut.then(|| "cut".to_owned()),
    })
}

impl App {
    /// Lets another program read files than this one.
    pub fn read_by(&mut self, reader: Reader) {
        self.reads_by = Some(reader);
    }

    /// Who reads files; `None` where nobody can: a program that is no face of this one.
    pub(crate) fn reader(&self) -> Option<Reader> {
        let own = || ANSWERS.load(Ordering::Relaxed).then(|| std::env::current_exe().ok()).flatten();
        self.reads_by.clone().or_else(|| own().map(Reader::of))
    }
}
