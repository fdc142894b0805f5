//! The refused file again, as a workbook with its bad cells coloured and a column that says why.

use super::import::{ImportSheet, import, items, scores_rubric};
use super::{FileView, write_file};
use crate::error::AppError;
use crate::session::App;
use crate::words::{self, Lang};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use sheet::kinds::{
    Assessments, Contracts, Customers, Holidays, Opportunities, People, Punches, Standards, Tickets, Units,
};
use sheet::{BadCell, CellReason, ColumnMap, Expected, Source};
use std::collections::BTreeMap;
use std::path::Path;
use ts_rs::TS;

/// Writes a refused spreadsheet with the reasons in it. Mended and saved, it can be imported as it is.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct BadCellsWorkbook {
    /// As in `importSheet`.
    pub kind: String,
    /// The file that was refused.
    pub path: String,
    /// As in `importSheet`.
    pub map: Option<String>,
    /// Language of the reasons: `zh-CN` or `en`.
    pub lang: String,
    /// The workbook to write.
    pub out: String,
}

/// `badCellsWorkbook`.
pub fn bad_cells_workbook(app: &mut App, request: BadCellsWorkbook) -> Result<FileView, AppError> {
    let lang = Lang::parse(&request.lang).unwrap_or_default();
    let (kind, path, map) = (request.kind.clone(), request.path.clone(), request.map.clone());
    let refused = match import(app, ImportSheet { kind, path, map, dry_run: true }) {
        Err(error) => error,
        Ok(_) => return Err(AppError::refused("noBadCells", json!({ "path": request.path }))),
    };
    // What is wrong with the whole file stands in no cell of it.
    let Some(cells) = refused.params.get("cells").and_then(Value::as_array).cloned() else {
        return Err(refused);
    };
    let source = Source::open(Path::new(&request.path))?;
    let columns = columns(app, &request, &source)?;
    let reasons: Vec<CellReason> = cells.iter().map(|cell| reason(lang, &columns, cell)).collect();
    write_file(&request.out, &sheet::bad_cells_workbook(&source, &reasons)?)
}

/// Where the columns stand in the file: our heading → letters and the file's own heading.
type Columns = BTreeMap<String, (String, String)>;

fn columns(app: &App, request: &BadCellsWorkbook, source: &Source) -> Result<Columns, AppError> {
    let map = match &request.map {
        Some(text) => ColumnMap::from_json(text)?,
        None => ColumnMap::none(),
    };
    Ok(match request.kind.as_str() {
        "units" => sheet::columns_in(&Units, source, &map)?,
        "people" => sheet::columns_in(&People, source, &map)?,
        "contract" => sheet::columns_in(&Contracts, source, &map)?,
        "holidays" => sheet::columns_in(&Holidays, source, &map)?,
        "attendance" => sheet::columns_in(&Punches, source, &map)?,
        "tickets" => sheet::columns_in(&Tickets, source, &map)?,
        "customers" => sheet::columns_in(&Customers, source, &map)?,
        "opportunities" => sheet::columns_in(&Opportunities, source, &map)?,
        "standard" => sheet::columns_in(&Standards, source, &map)?,
        _ => {
            let rubric = scores_rubric(app.conn()?, app.this_month()?, source)?;
            sheet::columns_in(&Assessments { items: items(&rubric) }, source, &map)?
        }
    })
}

/// A cell as the refusal tells of it: by the sheet with its letters, by a rule with our heading only.
fn reason(lang: Lang, columns: &Columns, cell: &Value) -> CellReason {
    let text = |name: &str| cell.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    let heading = text("column");
    // A rule about two columns names both; the first one is marked. One about a column that the file lacks, as the
    // total of a file with items, marks whom it is about.
    let named = heading.split('/').find_map(|name| columns.get(name));
    let place = named.or_else(|| columns.get("工号")).or_else(|| columns.values().next());
    let (letters, column) = match (cell.get("letters").and_then(Value::as_str), place) {
        (Some(letters), _) => (letters.to_owned(), heading.clone()),
        (None, Some((letters, written))) => (letters.clone(), written.clone()),
        (None, None) => (String::new(), heading.clone()),
    };
    let said = |prefix: &str, value: &Value| {
        let code = value.get("code").and_then(Value::as_str).unwrap_or_default();
        let params = value.get("params").or(Some(value)).and_then(Value::as_object).cloned();
        words::message(lang, &format!("{prefix}{code}"), &params.unwrap_or_default())
    };
    let why = match (cell.get("expected"), cell.get("reason")) {
        (Some(expected), _) => said("expected.", expected),
        (None, Some(reason)) => said("", reason),
        (None, None) => String::new(),
    };
    let mut params = Map::new();
    params.insert("column".to_owned(), json!(heading));
    params.insert("reason".to_owned(), json!(why));
    CellReason {
        text: words::message(lang, "badCell.inRow", &params),
        cell: BadCell {
            file: text("file"),
            sheet: cell.get("sheet").and_then(Value::as_str).map(str::to_owned),
            row: cell.get("row").and_then(Value::as_u64).and_then(|row| u32::try_from(row).ok()).unwrap_or(1),
            letters,
            column,
            value: text("value"),
            // The words say it already.
            expected: Expected::Present,
        },
    }
}
