//! Refused rows as a table of bad cells: row, column, value, what was expected.

use crate::error::{AppError, coded};
use domain::Refusal;
use domain::assessment::AssessmentColumn;
use serde_json::{Value, json};

/// Where the rows of a file stand in it.
pub(crate) struct Places<'a> {
    pub file: &'a str,
    pub sheet: Option<&'a str>,
    /// Row numbers as the spreadsheet program shows them.
    pub rows: &'a [u32],
}

impl Places<'_> {
    fn cell(&self, index: usize, column: &str, value: &str, refusal: &Refusal) -> Value {
        let (code, mut params) = coded(refusal);
        // A rule knows rows by their place in the list; people know them by the file's numbers.
        if let Some(first) = params.get("firstRow").and_then(Value::as_u64) {
            let row = self.rows.get(first as usize).copied().unwrap_or(first as u32 + 1);
            params.insert("firstRow".to_owned(), json!(row - 1));
        }
        json!({
            "file": self.file, "sheet": self.sheet,
            "row": self.rows.get(index).copied().unwrap_or(index as u32 + 1),
            "column": column, "value": value, "reason": { "code": code, "params": params },
        })
    }
}

fn bad_cells(cells: Vec<Value>) -> AppError {
    AppError::refused("badCells", json!({ "count": cells.len(), "cells": cells }))
}

/// Refusals of rows that came from a form or a list.
pub(crate) fn row_refusals(list: &str, refused: &[(usize, Refusal)]) -> AppError {
    let places = Places { file: list, sheet: None, rows: &[] };
    bad_cells(refused.iter().map(|(index, refusal)| places.cell(*index, "", "", refusal)).collect())
}

/// Refusals of rows that came from a file.
pub(crate) fn file_refusals(
    places: &Places<'_>,
    column: &str,
    values: &dyn Fn(usize) -> String,
    refused: &[(usize, Refusal)],
) -> AppError {
    let cells = refused
        .iter()
        .map(|(index, refusal)| places.cell(*index, column, &values(*index), refusal))
        .collect();
    bad_cells(cells)
}

/// Refusals of rows that came from a file, each about a column of its own; `value` says what stands there to find it by.
pub(crate) fn rows_refused(
    places: &Places<'_>,
    value: &dyn Fn(usize) -> String,
    refused: &[(usize, &str, Refusal)],
) -> AppError {
    let cells = refused
        .iter()
        .map(|(index, column, refusal)| places.cell(*index, column, &value(*index), refusal))
        .collect();
    bad_cells(cells)
}

/// As [`rows_refused`], of errors of every kind.
pub(crate) fn errors_refused(
    places: &Places<'_>,
    value: &dyn Fn(usize) -> String,
    refused: &[(usize, &str, AppError)],
) -> AppError {
    let cells = refused.iter().map(|(index, column, error)| {
        json!({
            "file": places.file, "sheet": places.sheet,
            "row": places.rows.get(*index).copied().unwrap_or(*index as u32 + 1),
            "column": column, "value": value(*index),
            "reason": { "code": error.code, "params": error.params },
        })
    });
    bad_cells(cells.collect())
}

/// Scores typed in that are none: place in the list, 工号, why.
pub(crate) fn input_refusals(refused: &[(usize, &str, AppError)]) -> AppError {
    let cells = refused.iter().map(|(index, staff_no, error)| {
        let value = error.params.get("value").and_then(Value::as_str).unwrap_or_default();
        let column = if error.code == "badStaffNo" { "工号" } else { "得分" };
        json!({
            "file": "", "sheet": null, "row": index + 1, "staffNo": staff_no, "column": column, "value": value,
            "reason": { "code": error.code, "params": error.params },
        })
    });
    bad_cells(cells.collect())
}

/// Days of people that cannot be set so: place in the list, why.
pub(crate) fn day_refusals(
    rows: &[crate::attendance::CorrectionInput],
    refused: &[(usize, Refusal)],
) -> AppError {
    let cells = refused.iter().map(|(index, refusal)| {
        let (code, params) = coded(refusal);
        let row = &rows[*index];
        json!({
            "file": "", "sheet": null, "row": index + 1, "staffNo": row.staff_no, "column": row.day,
            "value": row.text, "reason": { "code": code, "params": params },
        })
    });
    bad_cells(cells.collect())
}

/// The heading of the column that a refused score speaks of.
fn heading(column: &AssessmentColumn) -> &str {
    match column {
        AssessmentColumn::Unit => "单位代码",
        AssessmentColumn::Month => "月份",
        AssessmentColumn::StaffNo => "工号",
        AssessmentColumn::Score => "得分",
        AssessmentColumn::Item(code) => code,
    }
}

/// Refusals of scores; [`with_places`] gives them the file's row numbers.
pub(crate) fn assessment_refusals(refused: &[domain::assessment::RowRefusal]) -> AppError {
    let places = Places { file: "", sheet: None, rows: &[] };
    let cells = refused.iter().map(|(index, column, refusal)| {
        let mut cell = places.cell(*index, heading(column), "", refusal);
        cell["index"] = json!(index);
        cell
    });
    bad_cells(cells.collect())
}

/// Puts the file's name, row numbers and values into refused cells that were found by their place in the list.
pub(crate) fn with_places(
    mut error: AppError,
    places: &Places<'_>,
    value: &dyn Fn(usize, &str) -> String,
) -> AppError {
    let Some(Value::Array(cells)) = error.params.get_mut("cells") else { return error };
    for cell in cells {
        let Some(index) = cell.get("index").and_then(Value::as_u64).map(|i| i as usize) else { continue };
        let column = cell.get("column").and_then(Value::as_str).unwrap_or_default().to_owned();
        cell["file"] = json!(places.file);
        cell["sheet"] = json!(places.sheet);
        cell["row"] = json!(places.rows.get(index));
        cell["value"] = json!(value(index, &column));
        if let Some(first) = cell.pointer("/reason/params/firstRow").and_then(Value::as_u64) {
            let row = places.rows.get(first as usize).copied().unwrap_or(first as u32 + 1);
            cell["reason"]["params"]["firstRow"] = json!(row - 1);
        }
        if let Value::Object(map) = cell {
            map.remove("index");
        }
    }
    error
}
