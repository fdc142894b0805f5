//! Statistics of tickets as a workbook: a sheet for each way of counting, and one with what each figure means.

use crate::kind::{Out, Shape};
use crate::style::Look;
use crate::{SheetError, style};
use domain::kernel::Exact;
use rust_xlsxwriter::Worksheet;

/// A figure of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Figure {
    /// How many.
    Count(u32),
    /// A share of 0 to 1; empty where there is none.
    Share(Option<Exact>),
    /// A mean of marks; empty where there is none.
    Mean(Option<Exact>),
}

/// A row: of whom, and the figures in the order of the headings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatisticsRow {
    /// A unit, a type, a person, a month.
    pub name: String,
    /// Its figures.
    pub figures: Vec<Figure>,
}

/// A way of counting.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatisticsTable {
    /// Name of its sheet: 按单位.
    pub sheet: String,
    /// Heading of the first column: 单位.
    pub heading: String,
    /// Its rows.
    pub rows: Vec<StatisticsRow>,
}

/// The statistics of a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatisticsBook {
    /// `2026-10-01 至 2026-10-31 工单统计`.
    pub title: String,
    /// Of which units, made when, in one line.
    pub about: String,
    /// Each figure's name and what it means.
    pub figures: Vec<(String, String)>,
    /// The total, which stands under every table.
    pub total: StatisticsRow,
    /// The ways of counting.
    pub tables: Vec<StatisticsTable>,
}

/// Row of the headings, from 0: under the title and the line about the workbook.
const HEADINGS: u32 = 2;

/// The statistics as a workbook.
///
/// # Errors
/// [`SheetError::CannotWrite`].
pub fn ticket_statistics_workbook(book: &StatisticsBook) -> Result<Vec<u8>, SheetError> {
    let mut made = style::workbook(&book.title, &[]);
    for table in &book.tables {
        let sheet = made.add_worksheet();
        sheet.set_name(&table.sheet)?;
        head(sheet, book)?;
        sheet.write_string_with_format(HEADINGS, 0, &table.heading, &style::heading())?;
        sheet.set_column_width(0, 28)?;
        for (number, (name, _)) in (1_u16..).zip(&book.figures) {
            sheet.write_string_with_format(HEADINGS, number, name, &style::heading())?;
            sheet.set_column_width(number, style::width_of(name).max(10.0))?;
        }
        sheet.set_row_height(HEADINGS, 24)?;
        sheet.set_freeze_panes(HEADINGS + 1, 1)?;
        sheet.set_repeat_rows(HEADINGS, HEADINGS)?;
        sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
        for (number, row) in (HEADINGS + 1..).zip(table.rows.iter().chain([&book.total])) {
            line(sheet, number, row)?;
        }
    }
    let sheet = made.add_worksheet();
    sheet.set_name("口径")?;
    head(sheet, book)?;
    for (number, word) in (0_u16..).zip(["指标", "口径"]) {
        sheet.write_string_with_format(HEADINGS, number, word, &style::heading())?;
    }
    for (row, (name, means)) in (HEADINGS + 1..).zip(&book.figures) {
        for (number, text) in (0_u16..).zip([name, means]) {
            style::put(sheet, row, number, &Out::Text(text.clone()), &Shape::Text(40))?;
        }
    }
    sheet.set_column_width(0, 16)?;
    sheet.set_column_width(1, 100)?;
    Ok(made.save_to_buffer()?)
}

fn head(sheet: &mut Worksheet, book: &StatisticsBook) -> Result<(), SheetError> {
    sheet.write_string_with_format(0, 0, &book.title, &style::title())?;
    sheet.write_string_with_format(1, 0, &book.about, &style::plain())?;
    Ok(())
}

fn line(sheet: &mut Worksheet, row: u32, line: &StatisticsRow) -> Result<(), SheetError> {
    style::put(sheet, row, 0, &Out::Text(line.name.clone()), &Shape::Text(14))?;
    for (number, figure) in (1_u16..).zip(&line.figures) {
        let (value, look) = match figure {
            Figure::Count(count) => (Some(f64::from(*count)), Look::Whole),
            Figure::Share(share) => (share.as_ref().map(|share| style::double(share.round(4))), Look::Rate),
            Figure::Mean(mean) => (mean.as_ref().map(|mean| style::double(mean.round(2))), Look::Overall),
        };
        let format = style::cell(look);
        match value {
            Some(value) => sheet.write_number_with_format(row, number, value, format)?,
            None => sheet.write_blank(row, number, format)?,
        };
    }
    Ok(())
}
