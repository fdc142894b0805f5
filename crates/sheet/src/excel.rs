//! Reads .xlsx workbooks, cell by cell.
//!
//! calamine's whole-range calls set memory aside for the whole rectangle between the first and the last cell; two cells in
//! opposite corners of a sheet make that 550 GB and end the process. Here the cells are streamed and counted.

use crate::SheetError;
use crate::grid::{Grid, Raw, decimal_text, letters};
use crate::package;
use calamine::{CellErrorType, DataRef, Reader, SheetType, SheetVisible, Xlsx};
use chrono::{Days, NaiveDate};
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Most cells with something in them, over all sheets.
pub(crate) const MOST_CELLS: u64 = 1_000_000;
/// Columns that a sheet can have.
const MOST_COLUMNS: u32 = 16_384;
/// Rows that a sheet can have.
const MOST_ROWS: u32 = 1_048_576;

/// All visible worksheets of the workbook.
pub(crate) fn read(file: &str, bytes: &[u8]) -> Result<Vec<Grid>, SheetError> {
    package::measure(file, bytes)?;
    // calamine 0.38 computes with cell references unchecked: a reference such as ZZZZZZZZ1 panics in a checked build.
    let parsed = catch_unwind(AssertUnwindSafe(|| parse(file, bytes)));
    parsed.unwrap_or_else(|_| Err(damaged(file, "the reader gave up")))
}

fn damaged(file: &str, reason: impl ToString) -> SheetError {
    SheetError::Damaged { file: file.to_owned(), reason: reason.to_string() }
}

fn parse(file: &str, bytes: &[u8]) -> Result<Vec<Grid>, SheetError> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| match error {
        calamine::XlsxError::Password => SheetError::Encrypted { file: file.to_owned() },
        error => damaged(file, error),
    })?;
    let from_1904 = book.has_1904_epoch();
    let names: Vec<String> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone())
        .collect();
    let mut left = MOST_CELLS;
    let mut grids = Vec::new();
    for name in names {
        let mut grid = Grid { name: Some(name.clone()), from_1904, ..Grid::default() };
        let mut cells = book.worksheet_cells_reader(&name).map_err(|error| damaged(file, error))?;
        while let Some(cell) =
            cells.next_cell_with_formula_metadata().map_err(|error| damaged(file, error))?
        {
            let (row, column) = cell.pos;
            let Some(raw) = raw(&cell.value, cell.formula.is_some(), from_1904) else { continue };
            if row >= MOST_ROWS || column >= MOST_COLUMNS {
                return Err(damaged(file, format!("a cell at {}{row}", letters(column))));
            }
            left = left.checked_sub(1).ok_or_else(|| SheetError::Bomb {
                file: file.to_owned(),
                what: "cells",
                limit: MOST_CELLS,
            })?;
            grid.put(row + 1, column, raw);
        }
        drop(cells);
        percentages(file, &mut book, &name, &mut grid)?;
        let merged = book.merge_cells_by_sheet_name(&name).map_err(|error| damaged(file, error))?;
        if merged.iter().any(|range| range.start > range.end || range.start.1 > range.end.1) {
            return Err(damaged(file, "a merged range that ends before it begins"));
        }
        grid.merged = merged
            .iter()
            .filter(|range| range.start != range.end)
            .map(|range| (range.start.0 + 1, range.start.1, range.end.0 + 1, range.end.1))
            .collect();
        grids.push(grid);
    }
    Ok(grids)
}

/// Marks the numbers that are shown as percentages. A score typed as 88% is stored as 0.88, and would be taken for less than
/// one point by whoever looks at the number alone.
fn percentages(
    file: &str,
    book: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    grid: &mut Grid,
) -> Result<(), SheetError> {
    let mut cells = book.worksheet_cells_reader(name).map_err(|error| damaged(file, error))?;
    let percent: Vec<bool> = cells
        .styles()
        .iter()
        .map(|style| style.number_format.as_ref().is_some_and(|format| shows_percent(&format.format_code)))
        .collect();
    if !percent.contains(&true) {
        return Ok(());
    }
    while let Some((row, column, style)) = cells.next_style_id().map_err(|error| damaged(file, error))? {
        if percent.get(style) == Some(&true) {
            grid.make_percent(row.saturating_add(1), column);
        }
    }
    Ok(())
}

/// Whether a number format multiplies by a hundred: a percent sign outside quotes and not escaped.
fn shows_percent(format: &str) -> bool {
    let (mut quoted, mut escaped) = (false, false);
    for c in format.chars() {
        match c {
            _ if escaped => escaped = false,
            '"' => quoted = !quoted,
            '\\' => escaped = true,
            '%' if !quoted => return true,
            _ => {}
        }
    }
    false
}

fn raw(value: &DataRef<'_>, is_formula: bool, from_1904: bool) -> Option<Raw> {
    Some(match value {
        DataRef::Int(number) => Raw::Number(number.to_string()),
        DataRef::Float(number) => Raw::Number(decimal_text(*number)),
        DataRef::String(text) => Raw::Text(text.clone()),
        DataRef::SharedString(text) => Raw::Text((*text).to_owned()),
        DataRef::Bool(truth) => Raw::Truth(*truth),
        DataRef::DateTime(moment) if moment.is_datetime() => day_of_serial_text(moment.as_f64(), from_1904),
        DataRef::DateTime(moment) => Raw::Moment(decimal_text(moment.as_f64())),
        DataRef::DateTimeIso(text) => iso_moment(text),
        DataRef::DurationIso(text) => Raw::Moment(text.clone()),
        DataRef::Error(fault) => Raw::Fault(fault_name(fault)),
        DataRef::Empty if is_formula => Raw::Uncalculated,
        DataRef::Empty => return None,
    })
}

/// A cell with a date format: its serial number as a day, or as text where it carries a time.
fn day_of_serial_text(serial: f64, from_1904: bool) -> Raw {
    let text = decimal_text(serial);
    match text.parse::<u32>().ok().and_then(|serial| day_of_serial(serial, from_1904)) {
        Some(day) => Raw::Day(day),
        None => {
            match text.split_once('.').and_then(|(whole, _)| day_of_serial(whole.parse().ok()?, from_1904)) {
                Some(day) => Raw::Moment(format!("{day} {}", time_of_day(serial))),
                None => Raw::Moment(text),
            }
        }
    }
}

/// The time within the day, to the minute that a clock would show: seconds go, but for what the fraction lacks.
fn time_of_day(serial: f64) -> String {
    let minutes = (serial.fract() * 86_400.0).round() as u32 / 60;
    format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60)
}

/// The day of an Excel serial number, in either date system; `None` before the first of March 1900, where the 1900 system
/// counts a day that never was.
pub(crate) fn day_of_serial(serial: u32, from_1904: bool) -> Option<NaiveDate> {
    let origin = if from_1904 {
        NaiveDate::from_ymd_opt(1904, 1, 1)?
    } else if serial > 60 {
        NaiveDate::from_ymd_opt(1899, 12, 30)?
    } else {
        return None;
    };
    origin.checked_add_days(Days::new(u64::from(serial)))
}

fn iso_moment(text: &str) -> Raw {
    let (day, time) = text.split_once('T').unwrap_or((text, ""));
    let midnight = time.trim_end_matches('Z').chars().all(|c| matches!(c, '0' | ':' | '.'));
    match day.parse() {
        Ok(day) if midnight => Raw::Day(day),
        _ => Raw::Moment(text.to_owned()),
    }
}

fn fault_name(fault: &CellErrorType) -> String {
    fault.to_string()
}
