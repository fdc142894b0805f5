//! The file that was refused, with the reasons in it: every bad cell coloured, and one column more that says why. Mended and
//! saved, it can be imported as it is: the reader leaves that column out.

use crate::cell::Raw;
use crate::grid::{Grid, letters};
use crate::heading::REASON_HEADING;
use crate::{BadCell, SheetError, Source, kind, style};
use rust_xlsxwriter::{Color, Format, Worksheet};
use std::collections::{BTreeMap, BTreeSet};

/// Light red.
const BAD: Color = Color::RGB(0x00FF_C7CE);

/// A refused cell with its reason in the user's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellReason {
    /// The cell, as [`SheetError::BadCells`] gave it.
    pub cell: BadCell,
    /// The reason.
    pub text: String,
}

/// The source's visible sheets as a workbook, values without their looks, with the reasons in place.
///
/// # Errors
/// Those of opening the source, and [`SheetError::CannotWrite`].
pub fn bad_cells_workbook(source: &Source, reasons: &[CellReason]) -> Result<Vec<u8>, SheetError> {
    let mut book = style::workbook(&format!("{} {REASON_HEADING}", source.name()), &[]);
    for grid in kind::grids(source)? {
        let of_sheet: Vec<&CellReason> = reasons.iter().filter(|r| r.cell.sheet == grid.name).collect();
        let sheet = book.add_worksheet();
        sheet.set_name(grid.name.as_deref().unwrap_or("数据"))?;
        copy(sheet, &grid, &of_sheet)?;
    }
    Ok(book.save_to_buffer()?)
}

fn copy(sheet: &mut Worksheet, grid: &Grid, reasons: &[&CellReason]) -> Result<(), SheetError> {
    let bad: BTreeSet<(u32, &str)> = reasons.iter().map(|r| (r.cell.row, r.cell.letters.as_str())).collect();
    let heading = heading_row(grid, reasons);
    let earlier = if reasons.is_empty() { None } else { earlier_reasons(grid, heading) };
    let mut widths: BTreeMap<u16, f64> = BTreeMap::new();
    for (&row, cells) in &grid.rows {
        for (&number, raw) in cells {
            // Reasons of an earlier round have had their day.
            if earlier == Some(number) {
                continue;
            }
            let column = narrow(number);
            let is_bad = bad.contains(&(row, letters(number).as_str()));
            put(sheet, row - 1, column, raw, is_bad)?;
            let width = widths.entry(column).or_insert(10.0);
            *width = width.max(style::width_of(&raw.shown())).min(60.0);
        }
    }
    if !reasons.is_empty() {
        let last = grid.rows.values().filter_map(|cells| cells.keys().next_back()).max().copied();
        let column = narrow(earlier.unwrap_or_else(|| last.map_or(0, |last| last + 1)));
        sheet.write_string_with_format(heading - 1, column, REASON_HEADING, &style::heading())?;
        let mut by_row: BTreeMap<u32, Vec<&str>> = BTreeMap::new();
        for reason in reasons {
            by_row.entry(reason.cell.row).or_default().push(&reason.text);
            // An empty cell is bad by not being there; only its colour can show it.
            let number = u32::from(number_of(&reason.cell.letters));
            let row = grid.rows.get(&reason.cell.row);
            if !reason.cell.letters.is_empty() && row.is_none_or(|cells| !cells.contains_key(&number)) {
                sheet.write_blank(
                    reason.cell.row - 1,
                    number_of(&reason.cell.letters),
                    &format(style::body(), true),
                )?;
            }
        }
        for (row, texts) in by_row {
            let text = texts.join("；");
            sheet.write_string_with_format(
                row - 1,
                column,
                &text,
                &style::text(&text).clone().set_text_wrap(),
            )?;
        }
        widths.insert(column, 60.0);
    }
    for (column, width) in widths {
        sheet.set_column_width(column, width)?;
    }
    Ok(())
}

/// The column that a workbook of ours already has: the word as a heading, for it may be a cell of anybody's remarks.
fn earlier_reasons(grid: &Grid, heading: u32) -> Option<u32> {
    let mut cells = grid.rows.get(&heading)?.iter();
    cells.find(|(_, raw)| raw.shown() == REASON_HEADING).map(|(number, _)| *number)
}

/// The row, above the first bad cell, that holds that cell's heading; the first row where none does.
fn heading_row(grid: &Grid, reasons: &[&CellReason]) -> u32 {
    let Some(first) = reasons.iter().min_by_key(|reason| reason.cell.row) else { return 1 };
    let number = u32::from(number_of(&first.cell.letters));
    let above = grid.rows.range(..first.cell.row).rev();
    above
        .filter(|(_, cells)| cells.get(&number).is_some_and(|raw| raw.shown() == first.cell.column))
        .map(|(row, _)| *row)
        .next()
        .unwrap_or(1)
}

fn put(sheet: &mut Worksheet, row: u32, column: u16, raw: &Raw, is_bad: bool) -> Result<(), SheetError> {
    match raw {
        Raw::Number(number) if number.parse::<f64>().is_ok_and(f64::is_finite) => {
            let value: f64 = number.parse().unwrap_or_default();
            sheet.write_number_with_format(row, column, value, &format(style::body(), is_bad))?
        }
        Raw::Day(day) => {
            let date = format(style::cell(style::Look::Date).clone(), is_bad);
            sheet.write_datetime_with_format(row, column, *day, &date)?
        }
        Raw::Truth(truth) => {
            sheet.write_boolean_with_format(row, column, *truth, &format(style::body(), is_bad))?
        }
        other => {
            let text = other.shown();
            sheet.write_string_with_format(row, column, &text, &format(style::text(&text).clone(), is_bad))?
        }
    };
    Ok(())
}

fn format(base: Format, is_bad: bool) -> Format {
    if is_bad { base.set_background_color(BAD) } else { base }
}

fn narrow(column: u32) -> u16 {
    u16::try_from(column).unwrap_or(u16::MAX)
}

fn number_of(letters: &str) -> u16 {
    let number = letters
        .bytes()
        .fold(0_u32, |n, b| n * 26 + u32::from(b.to_ascii_uppercase().saturating_sub(b'A')) + 1);
    narrow(number.saturating_sub(1))
}
