//! Empty workbooks to be filled in: headings, a notes sheet, drop-down lists.

use crate::kind::{Column, Kind, Need, Shape};
use crate::{SheetError, export, style};
use rust_xlsxwriter::{Workbook, Worksheet};

/// Rows of a template that have formats and drop-down lists.
const ROWS: u32 = 1000;

/// Words for the drop-down list of a column: (English key of the column, words). For example the codes of the units.
pub type Choices<'a> = [(&'a str, Vec<String>)];

/// The name of the hidden sheet that the drop-down lists read. A list inside the rule itself ends at 255 characters.
const LISTS: &str = "选项";

/// An empty workbook of the kind.
///
/// # Errors
/// [`SheetError::CannotWrite`].
pub fn template<K: Kind>(kind: &K, choices: &Choices<'_>) -> Result<Vec<u8>, SheetError> {
    let columns = kind.columns();
    let mut book = style::workbook(&format!("{}导入模板", kind.sheet_name()), &[]);
    let sheet = book.add_worksheet();
    sheet.set_name(kind.sheet_name())?;
    export::headings(sheet, 0, &columns)?;
    sheet.set_freeze_panes(1, 0)?;
    let mut lists: Vec<&[String]> = Vec::new();
    for (number, column) in export::written(&columns) {
        let width = style::width(&column.shape).max(style::width_of(&column.heading));
        sheet.set_column_width(number, width)?;
        // The format of the whole column is what a cell typed into an empty row takes.
        sheet.set_column_format(
            number,
            &style::plain().set_num_format(style::Look::from(&column.shape).code()),
        )?;
        let words = choices.iter().find(|(key, words)| *key == column.key && !words.is_empty());
        let range = words.map(|(_, words)| {
            lists.push(words);
            list_range(lists.len() as u16 - 1, words.len())
        });
        export::validate(sheet, 1, ROWS, number, column, range.as_deref())?;
    }
    notes(&mut book, kind.sheet_name(), &columns)?;
    if !lists.is_empty() {
        let sheet = book.add_worksheet();
        sheet.set_name(LISTS)?.set_hidden(true);
        for (number, words) in (0_u16..).zip(lists) {
            for (row, word) in (0_u32..).zip(words) {
                sheet.write_string(row, number, word)?;
            }
        }
    }
    Ok(book.save_to_buffer()?)
}

fn list_range(number: u16, length: usize) -> String {
    let letters = rust_xlsxwriter::utility::column_number_to_name(number);
    format!("={LISTS}!${letters}$1:${letters}${length}")
}

fn notes(book: &mut Workbook, kind: &str, columns: &[Column]) -> Result<(), SheetError> {
    let sheet = book.add_worksheet();
    sheet.set_name("说明")?;
    sheet.write_string_with_format(0, 0, format!("{kind}导入模板 填写说明"), &style::title())?;
    // Own words for this table's headings: the real ones would make it look like a second data sheet.
    for (number, word) in (0_u16..).zip(["列名", "英文列名", "是否必填", "填写要求"]) {
        sheet.write_string_with_format(2, number, word, &style::heading())?;
    }
    let kept: Vec<&Column> = export::written(columns).map(|(_, column)| column).collect();
    for (row, column) in (3_u32..).zip(&kept) {
        let need = if column.need == Need::Required { "必填" } else { "选填" };
        let choices = match &column.shape {
            Shape::Choice(words) => format!("可选：{}。", words.join("、")),
            _ => String::new(),
        };
        let cells = [
            column.heading.to_string(),
            column.key.to_string(),
            need.to_owned(),
            format!("{}{choices}", column.note),
        ];
        for (number, text) in (0_u16..).zip(cells) {
            sheet.write_string_with_format(row, number, text, &style::body().set_text_wrap())?;
        }
    }
    lines(
        sheet,
        4 + kept.len() as u32,
        &[
            "1. 列的先后不限；请勿增加本表以外的列，请勿合并单元格。",
            "2. 一个文件要么全部导入，要么都不导入；有误的单元格会逐个列出。",
            "3. 也可以用 CSV 文件（UTF-8 或 GB18030 编码）导入，列名相同。",
        ],
    )?;
    for (number, width) in (0_u16..).zip([16.0, 16.0, 10.0, 70.0]) {
        sheet.set_column_width(number, width)?;
    }
    Ok(())
}

/// Lines of text below each other.
pub(crate) fn lines(sheet: &mut Worksheet, first: u32, lines: &[&str]) -> Result<(), SheetError> {
    for (row, line) in (first..).zip(lines) {
        sheet.write_string_with_format(row, 0, *line, &style::plain())?;
    }
    Ok(())
}
