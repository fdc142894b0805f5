//! Taking spreadsheets in: all or nothing, every bad cell named; a dry run shows row by row what would change.

mod attendance;
mod market;
mod organisation;
mod scores;
mod tickets;

pub(crate) use organisation::{ask_units, keep_units, read_units_file};
pub(crate) use scores::items;
pub(super) use scores::{Scores, scores_rubric};

use super::preview::{ImportPreview, look};
use super::standing;
use crate::api::Act;
use crate::error::{AppError, ErrorClass};
use crate::session::App;
use crate::watching::Watching;
use domain::event::Event;
use ledger::Stage;
use serde::{Deserialize, Serialize};
use serde_json::json;
use sheet::kinds::{
    Contracts, Customers, Holidays, Opportunities, People, Punches, Standards, Tickets, Units,
};
use sheet::{ColumnMap, Kind, Located, Sheet, Source};
use std::path::Path;
use ts_rs::TS;

/// Imports a spreadsheet.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct ImportSheet {
    /// `units`, `people`, `attendance`, `assessments`, `tickets`, `customers`, `opportunities`, `contract`, `holidays` or `standard`.
    pub kind: String,
    /// The file.
    pub path: String,
    /// Other people's headings → ours, as a JSON object.
    pub map: Option<String>,
    /// Check everything and change nothing.
    #[serde(default)]
    pub dry_run: bool,
}

/// What an import did.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct ImportView {
    /// Which kind.
    pub kind: String,
    /// Rows read.
    #[ts(type = "number")]
    pub rows: usize,
    /// Entries appended; 0 where every row was known.
    #[ts(type = "number")]
    pub changed: usize,
    /// Whether it was only checked.
    pub dry_run: bool,
    /// Persons of a month workbook whose score was left empty.
    pub unscored: Vec<String>,
    /// Staff numbers of the file that are nobody's on record, or nobody's in the account's unit: their punches were left
    /// out.
    pub ignored: Vec<String>,
    /// The rows as they were understood, where it was only checked.
    pub preview: Option<ImportPreview>,
}

/// Rows read, entries planned or appended, and, on a dry run, the rows against what is on record.
struct Taken {
    rows: usize,
    changed: usize,
    preview: Option<ImportPreview>,
}

/// Undoes a dry run: everything was checked, nothing is kept.
pub(super) fn dry_run_done() -> AppError {
    AppError::new("dryRun", ErrorClass::Refused, json!({}))
}

/// `importSheet`.
pub fn import(app: &mut App, request: ImportSheet) -> Result<ImportView, AppError> {
    let source = Source::open(Path::new(&request.path))?;
    let map = match &request.map {
        Some(text) => ColumnMap::from_json(text)?,
        None => ColumnMap::none(),
    };
    let dry_run = request.dry_run;
    let mut ignored = Vec::new();
    let (taken, unscored) = match request.kind.as_str() {
        "assessments" => scores::take(app, &source, &map, dry_run)?,
        "attendance" => {
            let read = read(app, &Punches, &source, &map)?;
            let (taken, left_out) = attendance::take(app, read, dry_run)?;
            ignored = left_out;
            (taken, Vec::new())
        }
        "tickets" => {
            let read = read(app, &Tickets, &source, &map)?;
            (tickets::take(app, read, dry_run)?, Vec::new())
        }
        "customers" => {
            let read = read(app, &Customers, &source, &map)?;
            (market::customers(app, read, dry_run)?, Vec::new())
        }
        "opportunities" => {
            let read = read(app, &Opportunities, &source, &map)?;
            (market::opportunities(app, read, dry_run)?, Vec::new())
        }
        kind => {
            app.require(Act::IssueRubric, &crate::rights::Target::Province)?;
            let taken = match kind {
                "units" => {
                    let read = read(app, &Units, &source, &map)?;
                    let shown = look(dry_run, &Units, &read, || standing::units(app, &|_| Ok(true)))?;
                    organisation::units(app, read, dry_run)?.with(shown)
                }
                "people" => {
                    let read = read(app, &People, &source, &map)?;
                    let shown = look(dry_run, &People, &read, || standing::people(app, &|_| Ok(true)))?;
                    organisation::people(app, read, dry_run)?.with(shown)
                }
                "contract" => {
                    let read = read(app, &Contracts, &source, &map)?;
                    let shown = look(dry_run, &Contracts, &read, || standing::contract(app))?;
                    organisation::contract(app, read, dry_run)?.with(shown)
                }
                "holidays" => {
                    let read = read(app, &Holidays, &source, &map)?;
                    let shown = look(dry_run, &Holidays, &read, || standing::holidays(app))?;
                    organisation::holidays(app, read, dry_run)?.with(shown)
                }
                "standard" => {
                    let read = read(app, &Standards, &source, &map)?;
                    let shown = look(dry_run, &Standards, &read, || standing::standard(app))?;
                    organisation::standard(app, read, dry_run)?.with(shown)
                }
                _ => return Err(AppError::new("unknownKind", ErrorClass::Usage, json!({ "kind": kind }))),
            };
            (taken, Vec::new())
        }
    };
    let Taken { rows, changed, preview } = taken;
    Ok(ImportView { kind: request.kind, rows, changed, dry_run, unscored, ignored, preview })
}

impl Taken {
    fn of(rows: usize, changed: usize) -> Self {
        Self { rows, changed, preview: None }
    }

    fn with(self, preview: Option<ImportPreview>) -> Self {
        Self { preview, ..self }
    }
}

/// Reads a file of one kind, telling row by row.
fn read<K: Kind>(
    app: &mut App,
    kind: &K,
    source: &Source,
    map: &ColumnMap,
) -> Result<Sheet<K::Row>, AppError> {
    let watching = &mut app.watching;
    Ok(sheet::read_told(kind, source, map, &mut |done, total| watching.goes_on(Stage::Rows, done, total))?)
}

/// Runs an act about so many rows, or, on a dry run, takes it back after everything was checked.
fn run(
    app: &mut App,
    rows: usize,
    dry_run: bool,
    decide: impl FnOnce(&ledger::Tx<'_>, &mut Watching) -> Result<Vec<Event>, AppError>,
) -> Result<usize, AppError> {
    let mut planned = 0;
    let done = app.long_act(|tx, _, watching| {
        watching.tell(Stage::Rules, 0, rows)?;
        let events = decide(tx, watching)?;
        watching.tell(Stage::Rules, rows, rows)?;
        planned = events.len();
        if dry_run { Err(dry_run_done()) } else { Ok((events, ())) }
    });
    match done {
        Err(error) if dry_run && error.code == "dryRun" => Ok(planned),
        Err(error) => Err(error),
        Ok((_, receipt)) => Ok(receipt.entries),
    }
}

fn numbers<T>(sheet: &Sheet<T>) -> Vec<u32> {
    sheet.rows.iter().map(|r| r.row).collect()
}

fn values<T>(rows: Vec<Located<T>>) -> Vec<T> {
    rows.into_iter().map(|r| r.value).collect()
}
