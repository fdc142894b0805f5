//! Taking spreadsheets in: all or nothing, every bad cell named.

use super::refused::{Places, file_refusals, with_places};
use crate::api::Act;
use crate::assessment::{allowed, decided};
use crate::error::{AppError, ErrorClass};
use crate::personal::{engineer_subject, keep_name};
use crate::session::App;
use crate::watching::Watching;
use domain::Event;
use domain::assessment::{AssessmentRow, Content, ItemScore};
use domain::kernel::{Digest, Month};
use domain::organisation::{ContractTerm, Installation, Unit};
use domain::people::{EngineerRow, Membership};
use domain::personal::Subject;
use domain::rulebook::Rubric;
use ledger::rusqlite::Connection;
use ledger::{Stage, organisation, people, settlement};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sheet::kinds::{Assessments, Contracts, Holidays, Item, ItemKind, People, UnitRow, Units};
use sheet::{ColumnMap, Kind, Located, Sheet, Source};
use std::collections::BTreeMap;
use std::path::Path;
use ts_rs::TS;

/// Imports a spreadsheet.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct ImportSheet {
    /// `units`, `people`, `assessments`, `contract` or `holidays`.
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
    let (rows, changed, unscored) = match request.kind.as_str() {
        "assessments" => scores(app, &source, &map, request.dry_run)?,
        kind => {
            app.require(Act::IssueRubric, &crate::rights::Target::Province)?;
            let (rows, changed) = match kind {
                "units" => units(app, &source, &map, request.dry_run)?,
                "people" => engineers(app, &source, &map, request.dry_run)?,
                "contract" => contract(app, &source, &map, request.dry_run)?,
                "holidays" => holidays(app, &source, &map, request.dry_run)?,
                _ => return Err(AppError::new("unknownKind", ErrorClass::Usage, json!({ "kind": kind }))),
            };
            (rows, changed, Vec::new())
        }
    };
    Ok(ImportView { kind: request.kind, rows, changed, dry_run: request.dry_run, unscored })
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

/// A row as the rules take it; `manager` is the digest of the name that goes beside the journal.
fn unit(row: &UnitRow, manager: Option<Digest>) -> Unit {
    Unit { code: row.code.clone(), name: row.name.clone(), group: row.group, manager }
}

/// Units of a file, for founding a ledger.
pub(crate) fn read_units_file(path: &Path) -> Result<Vec<UnitRow>, AppError> {
    Ok(values(sheet::read(&Units, &Source::open(path)?, &ColumnMap::none())?.rows))
}

/// What taking these rows in would do, asked before there is a ledger; managers are left out of it.
pub(crate) fn ask_units(installation: &Installation, rows: &[UnitRow]) -> Result<(), AppError> {
    let units: Vec<Unit> = rows.iter().map(|row| unit(row, None)).collect();
    domain::organisation::import_units(installation, &BTreeMap::new(), &units)
        .map(drop)
        .map_err(|refused| super::row_refusals("units", &refused))
}

/// Rows of units as the rules take them; the managers' names are kept beside the journal.
pub(crate) fn keep_units(tx: &ledger::Tx<'_>, rows: &[UnitRow]) -> Result<Vec<Unit>, AppError> {
    rows.iter()
        .map(|row| {
            let name = row.manager.as_deref().unwrap_or_default();
            Ok(unit(row, keep_name(tx, &Subject::UnitManager(row.code.clone()), name)?))
        })
        .collect()
}

fn units(app: &mut App, source: &Source, map: &ColumnMap, dry_run: bool) -> Result<(usize, usize), AppError> {
    let read = read(app, &Units, source, map)?;
    let places = numbers(&read);
    let (file, name) = (read.file, read.sheet);
    let rows = values(read.rows);
    let count = rows.len();
    let installation = app.installation()?;
    let changed = run(app, count, dry_run, |tx, _| {
        let rows = keep_units(tx, &rows)?;
        let known = organisation::query::units(tx.conn())?;
        domain::organisation::import_units(&installation, &known, &rows).map_err(|refused| {
            let places = Places { file: &file, sheet: name.as_deref(), rows: &places };
            file_refusals(&places, "单位代码", &|i| rows[i].code.to_string(), &refused)
        })
    })?;
    Ok((count, changed))
}

fn engineers(
    app: &mut App,
    source: &Source,
    map: &ColumnMap,
    dry_run: bool,
) -> Result<(usize, usize), AppError> {
    let read = read(app, &People, source, map)?;
    let places = numbers(&read);
    let (file, name) = (read.file, read.sheet);
    let rows = values(read.rows);
    let changed = run(app, rows.len(), dry_run, |tx, watching| {
        let known = people::query::personal_digests(tx.conn())?;
        let mut engineers = Vec::new();
        for (number, row) in rows.iter().enumerate() {
            watching.tell(Stage::Rules, number, rows.len())?;
            let mut fields = serde_json::Map::new();
            fields.insert("name".to_owned(), json!(row.name));
            if let Some(phone) = &row.phone {
                fields.insert("phone".to_owned(), json!(phone));
            }
            // The same data keep their digest, so that the same file again changes nothing.
            let digest = tx.put_personal(&engineer_subject(&row.staff_no), &fields)?;
            let changed_personal = Some(digest).filter(|digest| known.get(&row.staff_no) != Some(digest));
            engineers.push(EngineerRow {
                membership: Membership {
                    staff_no: row.staff_no.clone(),
                    unit: row.unit.clone(),
                    arrived_on: row.arrived_on,
                    left_on: row.left_on,
                },
                post: row.post.clone(),
                changed_personal,
            });
        }
        let units = organisation::query::units(tx.conn())?.into_keys().collect();
        let facts = people::query::facts(tx.conn(), units)?;
        domain::people::import_people(&facts, &engineers).map_err(|refused| {
            let places = Places { file: &file, sheet: name.as_deref(), rows: &places };
            let value = |i: usize| format!("{} {}", rows[i].staff_no, rows[i].unit);
            file_refusals(&places, "工号/单位代码", &value, &refused)
        })
    })?;
    Ok((rows.len(), changed))
}

fn contract(
    app: &mut App,
    source: &Source,
    map: &ColumnMap,
    dry_run: bool,
) -> Result<(usize, usize), AppError> {
    let read = read(app, &Contracts, source, map)?;
    let places = numbers(&read);
    let (file, name) = (read.file, read.sheet);
    let terms: Vec<ContractTerm> = values(read.rows)
        .into_iter()
        .map(|row| ContractTerm {
            no: row.no,
            client: row.client,
            provider: row.provider,
            from: row.from,
            to: row.to,
            quarter: row.quarter,
            amount: row.amount,
            tax_rate: row.tax_rate,
        })
        .collect();
    let changed = run(app, terms.len(), dry_run, |tx, _| {
        let known = organisation::query::contract_terms(tx.conn())?;
        let finals = settlement::query::final_quarters(tx.conn())?;
        domain::organisation::record_contract(&known, &|q| finals.contains(&q), &terms).map_err(|refused| {
            let places = Places { file: &file, sheet: name.as_deref(), rows: &places };
            file_refusals(&places, "季度", &|i| terms[i].quarter.to_string(), &refused)
        })
    })?;
    Ok((terms.len(), changed))
}

fn holidays(
    app: &mut App,
    source: &Source,
    map: &ColumnMap,
    dry_run: bool,
) -> Result<(usize, usize), AppError> {
    let rows = values(read(app, &Holidays, source, map)?.rows);
    let count = rows.len();
    let changed = run(app, count, dry_run, |tx, _| {
        let known = organisation::query::calendar_days(tx.conn())?;
        let days = rows.into_iter().map(|row| (row.date, Some((row.kind, row.name.unwrap_or_default()))));
        Ok(domain::organisation::record_calendar(&known, days)?)
    })?;
    Ok((count, changed))
}

/// A rubric's items as columns of a spreadsheet.
pub(crate) fn items(rubric: &Rubric) -> Vec<Item> {
    rubric
        .items
        .iter()
        .map(|item| Item {
            code: item.code.clone(),
            name: item.name.clone(),
            guidance: if item.needs_reason { "扣分须写明原因".to_owned() } else { String::new() },
            kind: if item.veto {
                ItemKind::Veto
            } else {
                ItemKind::Points { least: rust_decimal::Decimal::ZERO, most: item.max }
            },
        })
        .collect()
}

/// A row of a spreadsheet as the rules take it. The note gives the reason where an item asks for one.
pub(crate) fn assessment(row: sheet::kinds::AssessmentRow) -> AssessmentRow {
    let content = match row.content {
        sheet::kinds::Content::Total(score) => Content::Total(score),
        sheet::kinds::Content::Items(items) => Content::Items(
            items
                .into_iter()
                .map(|(code, points)| ItemScore { code, points, reason: row.note.clone(), evidence: None })
                .collect(),
        ),
    };
    AssessmentRow { unit: row.unit, month: row.month, staff_no: row.staff_no, content, note: row.note }
}

/// The rubric whose items are columns of the file: that of a month workbook's stamp, else the one in force now.
pub(super) fn scores_rubric(
    conn: &Connection,
    this_month: Month,
    source: &Source,
) -> Result<Rubric, AppError> {
    let month = sheet::month_workbook::stamp(source)?.map_or(this_month, |stamp| stamp.month);
    Ok(ledger::rulebook::query::rubric_of(conn, month.quarter())?)
}

/// Scores of a file, not yet held against the rules.
pub(super) struct Scores {
    file: String,
    sheet: Option<String>,
    /// Row numbers as the spreadsheet program shows them.
    places: Vec<u32>,
    pub rows: Vec<AssessmentRow>,
    /// Persons of a month workbook whose score was left empty.
    pub unscored: Vec<String>,
}

impl Scores {
    /// Reads a month workbook, or a plain file with the columns of the rubric that is in force now.
    pub fn read(
        conn: &Connection,
        this_month: Month,
        source: &Source,
        map: &ColumnMap,
        goes_on: &mut dyn FnMut(usize, usize) -> bool,
    ) -> Result<Self, AppError> {
        let (read, unscored) = match sheet::month_workbook::stamp(source)? {
            Some(stamp) => {
                let rubric = ledger::rulebook::query::rubric_of(conn, stamp.month.quarter())?;
                super::months::same_rubric(source, &stamp, &rubric)?;
                let answer = sheet::month_workbook::read(source, items(&rubric))?;
                let unscored = answer.unscored.into_iter().map(|u| u.value.staff_no.to_string()).collect();
                (answer.sheet, unscored)
            }
            None => {
                let rubric = scores_rubric(conn, this_month, source)?;
                let kind = Assessments { items: items(&rubric) };
                (sheet::read_told(&kind, source, map, goes_on)?, Vec::new())
            }
        };
        let places = numbers(&read);
        let (file, sheet) = (read.file, read.sheet);
        let rows = values(read.rows).into_iter().map(assessment).collect();
        Ok(Self { file, sheet, places, rows, unscored })
    }

    /// Puts the file's rows and cells into a refusal of these scores.
    pub fn place(&self, error: AppError) -> AppError {
        let places = Places { file: &self.file, sheet: self.sheet.as_deref(), rows: &self.places };
        with_places(error, &places, &|i, column| cell_text(&self.rows[i], column))
    }
}

fn scores(
    app: &mut App,
    source: &Source,
    map: &ColumnMap,
    dry_run: bool,
) -> Result<(usize, usize, Vec<String>), AppError> {
    let this_month = app.this_month()?;
    let App { ledger, watching, .. } = &mut *app;
    let conn = ledger.as_ref().ok_or_else(crate::session::no_ledger_open)?.conn();
    let mut tell = |done, total| watching.goes_on(Stage::Rows, done, total);
    let read = Scores::read(conn, this_month, source, map, &mut tell)?;
    allowed(app, &read.rows).map_err(|error| read.place(error))?;
    let actor = app.signed_in()?.clone();
    let changed = run(app, read.rows.len(), dry_run, |tx, _| {
        decided(tx.conn(), &actor, &read.rows, this_month).map_err(|error| read.place(error))
    })?;
    Ok((read.rows.len(), changed, read.unscored))
}

/// What the cell of that column holds, for the table of bad cells.
fn cell_text(row: &AssessmentRow, column: &str) -> String {
    match column {
        "单位代码" => row.unit.to_string(),
        "月份" => row.month.to_string(),
        "工号" => row.staff_no.to_string(),
        "得分" => match &row.content {
            Content::Total(score) => score.to_string(),
            Content::Items(_) => String::new(),
        },
        item => match &row.content {
            Content::Items(items) => items
                .iter()
                .find(|i| i.code == item)
                .map(|i| i.points.normalize().to_string())
                .unwrap_or_default(),
            Content::Total(_) => String::new(),
        },
    }
}
