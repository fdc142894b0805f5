//! A list as a workbook: headings and texts, as the screen shows them.

use crate::kind::{Out, Shape};
use crate::{SheetError, style};

/// Widest column in characters.
const WIDEST: f64 = 48.0;

/// The list as a workbook with one sheet of that name.
///
/// # Errors
/// [`SheetError::CannotWrite`].
pub fn list_workbook(name: &str, headings: &[String], rows: &[Vec<String>]) -> Result<Vec<u8>, SheetError> {
    let mut made = style::workbook(name, &[]);
    let sheet = made.add_worksheet();
    sheet.set_name(name)?;
    for (number, heading) in (0_u16..).zip(headings) {
        sheet.write_string_with_format(0, number, heading, &style::heading())?;
        let longest = rows.iter().filter_map(|row| row.get(usize::from(number)));
        let wide = longest.flat_map(|text| text.lines()).map(style::width_of).fold(0.0, f64::max);
        sheet.set_column_width(number, style::width_of(heading).max(wide).clamp(8.0, WIDEST))?;
    }
    for (number, row) in (1_u32..).zip(rows) {
        for (column, text) in (0_u16..).zip(row) {
            style::put(sheet, number, column, &Out::Text(text.clone()), &Shape::Text(24))?;
        }
    }
    sheet.set_freeze_panes(1, 1)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    if let (Some(last), false) =
        (u16::try_from(headings.len()).ok().and_then(|n| n.checked_sub(1)), rows.is_empty())
    {
        sheet.autofilter(0, 0, u32::try_from(rows.len()).unwrap_or(u32::MAX), last)?;
    }
    Ok(made.save_to_buffer()?)
}
