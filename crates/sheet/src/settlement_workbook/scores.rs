//! The sheets below the settlement: every person's month, the units' months, the units' quarters.
//!
//! Rows are tied by running numbers, not by codes or months: a spreadsheet program's conditions read `001` as 1, `2026-07` as a
//! date and `*` as anything.

use super::{SettlementWorkbook, stored};
use crate::SheetError;
use crate::style::{self, Look};
use domain::kernel::Exact;
use rust_xlsxwriter::{Formula, Workbook, Worksheet};

pub(super) const PEOPLE: &str = "个人月度得分";
pub(super) const MONTHS: &str = "单位月度";
pub(super) const UNITS: &str = "单位季度";

/// Last row of each sheet, as formulas count rows; at least 2, so that a range is never upside down.
pub(super) struct LastRows {
    people: u32,
    months: u32,
    pub(super) units: u32,
}

pub(super) fn write(book: &mut Workbook, settlement: &SettlementWorkbook) -> Result<LastRows, SheetError> {
    let units = || settlement.groups.iter().flat_map(|group| &group.units);
    let months = || units().flat_map(|unit| &unit.months);
    let last = |count: usize| (count as u32).max(1) + 1;
    let rows = LastRows {
        people: last(months().map(|month| month.people.len()).sum()),
        months: last(months().count()),
        units: last(units().count()),
    };
    people(book.add_worksheet(), settlement)?;
    unit_months(book.add_worksheet(), settlement, &rows)?;
    unit_quarters(book.add_worksheet(), settlement, &rows)?;
    Ok(rows)
}

fn begin(sheet: &mut Worksheet, name: &str, columns: &[(&str, f64)]) -> Result<(), SheetError> {
    sheet.set_name(name)?.set_formula_result_default("");
    for (number, (heading, width)) in (0_u16..).zip(columns) {
        sheet.write_string_with_format(0, number, *heading, &style::heading())?;
        sheet.set_column_width(number, *width)?;
    }
    sheet.set_row_height(0, 30)?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_paper_size(9).set_print_fit_to_pages(1, 0);
    Ok(())
}

fn text(sheet: &mut Worksheet, row: u32, column: u16, text: &str) -> Result<(), SheetError> {
    sheet.write_string_with_format(row, column, text, style::text(text))?;
    Ok(())
}

fn number(sheet: &mut Worksheet, row: u32, column: u16, number: u32) -> Result<(), SheetError> {
    sheet.write_number_with_format(row, column, number, style::cell(Look::Whole))?;
    Ok(())
}

fn formula(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    formula: &str,
    result: &str,
    look: Look,
) -> Result<(), SheetError> {
    let formula = Formula::new(formula).set_result(result);
    sheet.write_formula_with_format(row, column, formula, style::cell(look))?;
    Ok(())
}

/// 个人月度得分: A 单位月序号, B 单位代码, C 单位名称, D 月份, E 工号, F 姓名, G 得分, H 是否计入, I 得分×10000.
fn people(sheet: &mut Worksheet, settlement: &SettlementWorkbook) -> Result<(), SheetError> {
    begin(
        sheet,
        PEOPLE,
        &[
            ("单位月序号", 8.0),
            ("单位代码", 12.0),
            ("单位名称", 26.0),
            ("月份", 10.0),
            ("工号", 14.0),
            ("姓名", 12.0),
            ("得分", 10.0),
            ("是否计入", 10.0),
            ("得分×10000", 13.0),
        ],
    )?;
    let (mut row, mut unit_month) = (1_u32, 0_u32);
    for unit in settlement.groups.iter().flat_map(|group| &group.units) {
        for month in &unit.months {
            unit_month += 1;
            for person in &month.people {
                number(sheet, row, 0, unit_month)?;
                text(sheet, row, 1, unit.code.as_str())?;
                text(sheet, row, 2, &unit.name)?;
                text(sheet, row, 3, &month.month.to_string())?;
                text(sheet, row, 4, person.staff_no.as_str())?;
                text(sheet, row, 5, &person.name)?;
                let score = person.score.decimal();
                sheet.write_number_with_format(row, 6, style::double(score), style::cell(Look::Points))?;
                let word = if person.counted { "是" } else { "否" };
                sheet.write_string_with_format(row, 7, word, style::cell(Look::Text))?;
                let scaled = (score * rust_decimal::Decimal::from(10_000)).normalize().to_string();
                formula(sheet, (row, 8), &format!("=ROUND(G{}*10000,0)", row + 1), &scaled, Look::Whole)?;
                row += 1;
            }
        }
    }
    Ok(())
}

/// 单位月度: A 单位月序号, B 单位序号, C 单位代码, D 单位名称, E 月份, F 计入人数, G 得分合计×10000, H 月度得分.
fn unit_months(
    sheet: &mut Worksheet,
    settlement: &SettlementWorkbook,
    rows: &LastRows,
) -> Result<(), SheetError> {
    begin(
        sheet,
        MONTHS,
        &[
            ("单位月序号", 8.0),
            ("单位序号", 8.0),
            ("单位代码", 12.0),
            ("单位名称", 26.0),
            ("月份", 10.0),
            ("计入人数", 10.0),
            ("得分合计×10000", 16.0),
            ("月度得分", 14.0),
        ],
    )?;
    let of_people = |column: char| format!("{PEOPLE}!${column}$2:${column}${}", rows.people);
    let (key, counted, scaled) = (of_people('A'), of_people('H'), of_people('I'));
    let mut row = 1_u32;
    for (unit_number, unit) in (1_u32..).zip(settlement.groups.iter().flat_map(|group| &group.units)) {
        for month in &unit.months {
            let at = row + 1;
            number(sheet, row, 0, row)?;
            number(sheet, row, 1, unit_number)?;
            text(sheet, row, 2, unit.code.as_str())?;
            text(sheet, row, 3, &unit.name)?;
            text(sheet, row, 4, &month.month.to_string())?;
            let people = month.people.iter().filter(|person| person.counted);
            let count = people.clone().count();
            let sum: Exact = people.map(|person| person.score.exact() * Exact::whole(10_000)).sum();
            formula(
                sheet,
                (row, 5),
                &format!("=COUNTIFS({key},A{at},{counted},\"是\")"),
                &count.to_string(),
                Look::Whole,
            )?;
            formula(
                sheet,
                (row, 6),
                &format!("=SUMIFS({scaled},{key},A{at},{counted},\"是\")"),
                &stored(Some(&sum)),
                Look::Whole,
            )?;
            formula(
                sheet,
                (row, 7),
                &format!("=IF(F{at}=0,\"\",G{at}/F{at}/10000)"),
                &stored(month.score.as_ref()),
                Look::Mean,
            )?;
            row += 1;
        }
    }
    Ok(())
}

/// 单位季度: A 单位序号, B 类别序号, C 单位代码, D 单位名称, E 类别, F 是否纳入, G 有分月数, H 季度得分, I 不纳入原因.
fn unit_quarters(
    sheet: &mut Worksheet,
    settlement: &SettlementWorkbook,
    rows: &LastRows,
) -> Result<(), SheetError> {
    begin(
        sheet,
        UNITS,
        &[
            ("单位序号", 8.0),
            ("类别序号", 8.0),
            ("单位代码", 12.0),
            ("单位名称", 26.0),
            ("类别", 10.0),
            ("是否纳入", 10.0),
            ("有分月数", 10.0),
            ("季度得分", 14.0),
            ("不纳入考核的原因", 40.0),
        ],
    )?;
    let of_months = |column: char| format!("{MONTHS}!${column}$2:${column}${}", rows.months);
    let (key, count, score) = (of_months('B'), of_months('F'), of_months('H'));
    let mut row = 1_u32;
    for (group_number, group) in (1_u32..).zip(&settlement.groups) {
        for unit in &group.units {
            let at = row + 1;
            number(sheet, row, 0, row)?;
            number(sheet, row, 1, group_number)?;
            text(sheet, row, 2, unit.code.as_str())?;
            text(sheet, row, 3, &unit.name)?;
            text(sheet, row, 4, &group.name)?;
            text(sheet, row, 5, if unit.exempt.is_none() { "是" } else { "否" })?;
            let scored = unit.months.iter().filter(|m| m.people.iter().any(|person| person.counted)).count();
            formula(
                sheet,
                (row, 6),
                &format!("=COUNTIFS({key},A{at},{count},\">0\")"),
                &scored.to_string(),
                Look::Whole,
            )?;
            formula(
                sheet,
                (row, 7),
                &format!("=IF(G{at}=0,\"\",SUMIFS({score},{key},A{at})/G{at})"),
                &stored(unit.score.as_ref()),
                Look::Mean,
            )?;
            text(sheet, row, 8, unit.exempt.as_deref().unwrap_or_default())?;
            row += 1;
        }
    }
    Ok(())
}
