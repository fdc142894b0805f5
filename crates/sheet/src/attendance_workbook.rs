//! A unit's month of attendance as a workbook: people by days with the marks as the screen shows them, totals behind.

use crate::{SheetError, style};
use rust_decimal::Decimal;
use rust_xlsxwriter::{Color, Format, FormatAlign};

/// A cell of the grid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttendanceCell {
    /// As the screen writes it.
    pub text: String,
    /// Whether nobody works that day, or the person was not there.
    pub shaded: bool,
}

/// A person's row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttendanceLine {
    /// 工号.
    pub staff_no: String,
    /// 姓名.
    pub name: String,
    /// One for each day.
    pub cells: Vec<AttendanceCell>,
    /// One for each heading.
    pub totals: Vec<Decimal>,
}

/// The month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AttendanceBook {
    /// `成都分公司 2026-07 考勤表`.
    pub title: String,
    /// Heading of the staff numbers.
    pub staff_no: String,
    /// Heading of the names.
    pub name: String,
    /// Heading of each day, and whether it is worked.
    pub days: Vec<(String, bool)>,
    /// Headings of the totals.
    pub headings: Vec<String>,
    /// People.
    pub lines: Vec<AttendanceLine>,
}

/// Row of the headings, from 0: under the title.
const HEADINGS: u32 = 1;

/// The month as a workbook of one sheet, landscape, one page wide.
///
/// # Errors
/// [`SheetError::CannotWrite`].
pub fn attendance_workbook(month: &AttendanceBook) -> Result<Vec<u8>, SheetError> {
    let mut book = style::workbook(&month.title, &[]);
    let sheet = book.add_worksheet();
    sheet.set_name("考勤")?;
    sheet.write_string_with_format(0, 0, &month.title, &style::title())?;
    sheet.set_row_height(0, 26)?;
    let shade = Color::RGB(0x00E7_E6E6);
    let (heading, off_heading) = (style::heading(), style::heading().set_background_color(shade));
    let mark = style::body().set_align(FormatAlign::Center).set_font_size(9).set_num_format("@");
    let off_mark: Format = mark.clone().set_background_color(shade);
    for (column, text) in [(0, &month.staff_no), (1, &month.name)] {
        sheet.write_string_with_format(HEADINGS, column, text, &heading)?;
    }
    sheet.set_column_width(0, 10)?.set_column_width(1, 10)?;
    let first_total = 2 + u16::try_from(month.days.len()).unwrap_or_default();
    for (column, (text, works)) in (2_u16..).zip(&month.days) {
        let format = if *works { &heading } else { &off_heading };
        sheet.write_string_with_format(HEADINGS, column, text, format)?;
        sheet.set_column_width(column, 5.5)?;
    }
    for (column, text) in (first_total..).zip(&month.headings) {
        sheet.write_string_with_format(HEADINGS, column, text, &heading)?;
        sheet.set_column_width(column, 8)?;
    }
    sheet.set_row_height(HEADINGS, 32)?;
    let number = style::body().set_align(FormatAlign::Center);
    for (row, line) in (HEADINGS + 1..).zip(&month.lines) {
        for (column, text) in [(0, &line.staff_no), (1, &line.name)] {
            sheet.write_string_with_format(row, column, text, style::text(text))?;
        }
        for (column, cell) in (2_u16..).zip(&line.cells) {
            let format = if cell.shaded { &off_mark } else { &mark };
            sheet.write_string_with_format(row, column, &cell.text, format)?;
        }
        for (column, total) in (first_total..).zip(&line.totals) {
            sheet.write_number_with_format(row, column, style::double(*total), &number)?;
        }
    }
    sheet.set_freeze_panes(HEADINGS + 1, 2)?;
    sheet.set_repeat_rows(HEADINGS, HEADINGS)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.set_header("&L内部资料");
    Ok(book.save_to_buffer()?)
}
