//! Writes a kind's rows with the columns that it reads: an exported file is imported again unchanged.

use crate::kind::{Column, Kind, Need, Out, Shape};
use crate::{SheetError, guard, style};
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, ExcelDateTime, Formula, Worksheet,
};

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFormat {
    /// An Excel workbook.
    Xlsx,
    /// CSV in UTF-8 with a byte order mark, which is what makes Excel read it as UTF-8.
    Csv,
}

/// Rows below the last one that still get formats and drop-down lists.
const SPARE_ROWS: u32 = 200;

/// The rows as a file, with Chinese headings.
///
/// # Errors
/// [`SheetError::CannotWrite`]: a text over 32,767 characters, or more rows than a sheet holds.
pub fn write<K: Kind>(kind: &K, rows: &[K::Row], format: FileFormat) -> Result<Vec<u8>, SheetError> {
    let columns = kind.columns();
    let cells = rows.iter().map(|row| kind.cells(row));
    match format {
        FileFormat::Xlsx => {
            let mut book = style::workbook(kind.sheet_name(), &[]);
            let sheet = book.add_worksheet();
            sheet.set_name(kind.sheet_name())?;
            table(sheet, &columns, cells)?;
            for (number, column) in written(&columns) {
                validate(sheet, 1, rows.len() as u32 + SPARE_ROWS, number, column, None)?;
            }
            Ok(book.save_to_buffer()?)
        }
        FileFormat::Csv => csv(&columns, cells),
    }
}

/// The columns that are written, with their numbers: all but those that an import leaves out.
pub(crate) fn written(columns: &[Column]) -> impl Iterator<Item = (u16, &Column)> {
    (0..).zip(columns.iter().filter(|column| column.need != Need::Ignored))
}

/// Headings in the first row, frozen, and the rows below, in columns wide enough for them.
fn table(
    sheet: &mut Worksheet,
    columns: &[Column],
    rows: impl Iterator<Item = Vec<Out>>,
) -> Result<(), SheetError> {
    headings(sheet, 0, columns)?;
    sheet.set_freeze_panes(1, 0)?;
    let mut widths: Vec<f64> = columns.iter().map(|c| style::width_of(&c.heading).max(10.0)).collect();
    for (row, cells) in (1_u32..).zip(rows) {
        let mut number = 0;
        for ((value, column), width) in cells.iter().zip(columns).zip(&mut widths) {
            if column.need == Need::Ignored {
                continue;
            }
            style::put(sheet, row, number, value, &column.shape)?;
            number += 1;
            if let Out::Text(text) = value {
                *width = width.max(style::width_of(text));
            }
        }
    }
    let kept = columns.iter().zip(widths).filter(|(column, _)| column.need != Need::Ignored);
    for (number, (column, width)) in (0_u16..).zip(kept) {
        let width = if matches!(column.shape, Shape::Text(_)) {
            width
        } else {
            width.max(style::width(&column.shape))
        };
        sheet.set_column_width(number, width.min(60.0))?;
    }
    Ok(())
}

pub(crate) fn headings(sheet: &mut Worksheet, row: u32, columns: &[Column]) -> Result<(), SheetError> {
    for (number, column) in written(columns) {
        let format = if column.need == Need::Required { style::required_heading() } else { style::heading() };
        sheet.write_string_with_format(row, number, column.heading.as_ref(), &format)?;
    }
    sheet.set_row_height(row, 24)?;
    Ok(())
}

/// Lets the spreadsheet program refuse what our reader would refuse, with a drop-down list where there are words to choose
/// from: the column's own, or `choices`, a range such as `=选项!$A$1:$A$24`.
pub(crate) fn validate(
    sheet: &mut Worksheet,
    first_row: u32,
    last_row: u32,
    number: u16,
    column: &Column,
    choices: Option<&str>,
) -> Result<(), SheetError> {
    let validation = match (&column.shape, choices) {
        (_, Some(range)) => DataValidation::new().allow_list_formula(Formula::new(range)),
        (Shape::Choice(words), None) => DataValidation::new().allow_list_strings(words)?,
        (Shape::Date, None) => DataValidation::new().allow_date(DataValidationRule::Between(
            ExcelDateTime::from_ymd(2000, 1, 1)?,
            ExcelDateTime::from_ymd(2199, 12, 31)?,
        )),
        (Shape::Number, None) => {
            DataValidation::new().allow_decimal_number(DataValidationRule::Between(-1000.0, 1000.0))
        }
        (Shape::Rate, None) => {
            DataValidation::new().allow_decimal_number(DataValidationRule::Between(0.0, 0.9999))
        }
        (Shape::Text(_) | Shape::Money, None) => return Ok(()),
    };
    // 32 and 255 characters are Excel's limits.
    let note: String = column.note.chars().take(255).collect();
    let title: String = column.heading.chars().take(32).collect();
    let validation = validation
        .set_error_style(DataValidationErrorStyle::Stop)
        .set_error_title(title)?
        .set_error_message(note)?;
    sheet.add_data_validation(first_row, number, last_row, number, &validation)?;
    Ok(())
}

fn csv(columns: &[Column], rows: impl Iterator<Item = Vec<Out>>) -> Result<Vec<u8>, SheetError> {
    let failed = |error: &dyn std::fmt::Display| SheetError::CannotWrite { reason: error.to_string() };
    let mut out = vec![0xEF, 0xBB, 0xBF];
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(&mut out);
    let kept: Vec<bool> = columns.iter().map(|column| column.need != Need::Ignored).collect();
    let headings = columns.iter().zip(&kept).filter(|(_, kept)| **kept).map(|(c, _)| c.heading.as_ref());
    writer.write_record(headings).map_err(|error| failed(&error))?;
    for cells in rows {
        let fields = cells.iter().zip(&kept).filter(|(_, kept)| **kept).map(|(value, _)| match value {
            Out::Blank => String::new(),
            Out::Text(text) => guard::guarded(text),
            Out::Number(number) => number.to_string(),
            Out::Date(day) => day.to_string(),
        });
        writer.write_record(fields).map_err(|error| failed(&error))?;
    }
    writer.flush().map_err(|error| failed(&error))?;
    drop(writer);
    Ok(out)
}
