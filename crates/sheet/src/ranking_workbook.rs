//! The ranking notice (考核通报) as a workbook: units by rank, and those left out. No money stands in it.

use crate::kind::{Out, Shape};
use crate::style::Look;
use crate::{SheetError, style};
use domain::kernel::Exact;
use rust_xlsxwriter::Worksheet;

/// A unit with its ranks; `None` is shown as an empty cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RankingRow {
    /// Over the province.
    pub rank: Option<usize>,
    /// Within its group.
    pub rank_in_group: Option<usize>,
    /// 单位名称.
    pub name: String,
    /// 类别.
    pub group: String,
    /// Scores of the three months.
    pub months: [Option<Exact>; 3],
    /// Score of the quarter.
    pub quarter: Option<Exact>,
}

/// The notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RankingBook {
    /// `2026年第三季度考核通报`.
    pub title: String,
    /// Number, standing, time and classification, in one line.
    pub about: String,
    /// Headings of the three months.
    pub months: [String; 3],
    /// Assessed units by rank.
    pub rows: Vec<RankingRow>,
    /// Units 不纳入考核: name, group, reason.
    pub exempt: Vec<[String; 3]>,
}

/// Row of the headings, from 0: under the title and the line about the notice.
const HEADINGS: u32 = 2;

/// The notice as a workbook: sheet 排名, and sheet 不纳入考核 where there are such units.
///
/// # Errors
/// [`SheetError::CannotWrite`].
pub fn ranking_workbook(notice: &RankingBook) -> Result<Vec<u8>, SheetError> {
    let mut book = style::workbook(&notice.title, &[]);
    let sheet = book.add_worksheet();
    sheet.set_name("排名")?;
    let [one, two, three] = &notice.months;
    let columns: [(&str, f64); 8] = [
        ("全省名次", 10.0),
        ("组内名次", 10.0),
        ("单位", 28.0),
        ("类别", 14.0),
        (one, 10.0),
        (two, 10.0),
        (three, 10.0),
        ("季度得分", 12.0),
    ];
    top(sheet, notice, &columns)?;
    for (row, unit) in (HEADINGS + 1..).zip(&notice.rows) {
        for (column, rank) in [(0, unit.rank), (1, unit.rank_in_group)] {
            let format = style::cell(Look::Whole);
            match rank {
                Some(rank) => sheet.write_number_with_format(row, column, rank as f64, format)?,
                None => sheet.write_blank(row, column, format)?,
            };
        }
        for (column, text) in [(2, &unit.name), (3, &unit.group)] {
            style::put(sheet, row, column, &Out::Text(text.clone()), &Shape::Text(12))?;
        }
        for (column, score) in (4..).zip(unit.months.iter().chain([&unit.quarter])) {
            let format = style::cell(Look::Overall);
            match score {
                Some(score) => {
                    sheet.write_number_with_format(row, column, style::double(score.round(2)), format)?
                }
                None => sheet.write_blank(row, column, format)?,
            };
        }
    }
    if !notice.exempt.is_empty() {
        let sheet = book.add_worksheet();
        sheet.set_name("不纳入考核")?;
        top(sheet, notice, &[("单位", 28.0), ("类别", 14.0), ("事由", 60.0)])?;
        for (row, unit) in (HEADINGS + 1..).zip(&notice.exempt) {
            for (column, text) in (0_u16..).zip(unit) {
                style::put(sheet, row, column, &Out::Text(text.clone()), &Shape::Text(12))?;
            }
        }
    }
    Ok(book.save_to_buffer()?)
}

fn top(sheet: &mut Worksheet, notice: &RankingBook, columns: &[(&str, f64)]) -> Result<(), SheetError> {
    sheet.write_string_with_format(0, 0, &notice.title, &style::title())?;
    sheet.set_row_height(0, 26)?;
    sheet.write_string_with_format(1, 0, &notice.about, &style::plain().set_font_color("#808080"))?;
    for (number, (heading, width)) in (0_u16..).zip(columns) {
        sheet.write_string_with_format(HEADINGS, number, *heading, &style::heading())?;
        sheet.set_column_width(number, *width)?;
    }
    sheet.set_freeze_panes(HEADINGS + 1, 0)?;
    sheet.set_repeat_rows(HEADINGS, HEADINGS)?;
    sheet.set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.set_header("&L内部资料");
    Ok(())
}
