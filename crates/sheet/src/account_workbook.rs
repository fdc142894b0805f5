//! The account of settlements (结算台账): one row for each quarter, with totals.

use crate::kind::{Out, Shape};
use crate::style::Look;
use crate::{SheetError, style};
use domain::kernel::{Quarter, Yuan};
use rust_decimal::Decimal;
use rust_xlsxwriter::{Formula, Worksheet};

/// One quarter of the account. `None` is shown as an empty cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountRow {
    /// 季度.
    pub quarter: Quarter,
    /// 季度总分, two decimals.
    pub score: Option<Decimal>,
    /// 服务费系数.
    pub coefficient: Option<Decimal>,
    /// 应付, incl. tax.
    pub due: Option<Yuan>,
    /// 发票号, all of the quarter.
    pub invoices: Vec<String>,
    /// 已付.
    pub paid: Yuan,
    /// 未付: due − paid; `None` without an amount due.
    pub balance: Option<Yuan>,
    /// 用印审批号.
    pub seal_approval_no: Option<String>,
    /// 归档号.
    pub archive_no: Option<String>,
}

const COLUMNS: [(&str, f64); 9] = [
    ("季度", 12.0),
    ("季度总分", 10.0),
    ("服务费系数", 12.0),
    ("应付（元）", 18.0),
    ("发票号", 30.0),
    ("已付（元）", 18.0),
    ("未付（元）", 18.0),
    ("用印审批号", 20.0),
    ("归档号", 20.0),
];

/// The account as a workbook, in the order of the rows, with totals of due, paid and balance below.
///
/// # Errors
/// [`SheetError::CannotWrite`].
pub fn account_workbook(rows: &[AccountRow]) -> Result<Vec<u8>, SheetError> {
    let mut book = style::workbook("结算台账", &[]);
    let sheet = book.add_worksheet();
    sheet.set_name("结算台账")?;
    for (number, (heading, width)) in (0_u16..).zip(COLUMNS) {
        sheet.write_string_with_format(0, number, heading, &style::heading())?;
        sheet.set_column_width(number, width)?;
    }
    sheet.set_row_height(0, 24)?;
    sheet.set_freeze_panes(1, 1)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    for (row, account) in (1_u32..).zip(rows) {
        let text = |text: Option<&String>| Out::text(text);
        let money = |amount: Option<Yuan>| amount.map_or(Out::Blank, |amount| Out::Number(amount.decimal()));
        let cells = [
            (Out::Text(account.quarter.to_string()), Shape::Text(6)),
            (money(account.due), Shape::Money),
            (Out::Text(account.invoices.join("、")), Shape::Text(15)),
            (money(Some(account.paid)), Shape::Money),
            (money(account.balance), Shape::Money),
            (text(account.seal_approval_no.as_ref()), Shape::Text(10)),
            (text(account.archive_no.as_ref()), Shape::Text(10)),
        ];
        for (number, (value, shape)) in [0, 3, 4, 5, 6, 7, 8].into_iter().zip(&cells) {
            style::put(sheet, row, number, value, shape)?;
        }
        figure(sheet, row, 1, account.score, Look::Overall)?;
        figure(sheet, row, 2, account.coefficient, Look::Coefficient)?;
    }
    totals(sheet, rows)?;
    Ok(book.save_to_buffer()?)
}

fn figure(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    value: Option<Decimal>,
    look: Look,
) -> Result<(), SheetError> {
    let format = style::cell(look);
    match value {
        Some(value) => sheet.write_number_with_format(row, column, style::double(value), format)?,
        None => sheet.write_blank(row, column, format)?,
    };
    Ok(())
}

fn totals(sheet: &mut Worksheet, rows: &[AccountRow]) -> Result<(), SheetError> {
    let row = rows.len() as u32 + 1;
    let bold = style::cell(Look::Money).clone().set_bold();
    for number in 0..9 {
        sheet.write_blank(row, number, &bold)?;
    }
    sheet.write_string_with_format(row, 0, "合计", &bold)?;
    let due: Yuan = rows.iter().filter_map(|account| account.due).sum();
    let paid: Yuan = rows.iter().map(|account| account.paid).sum();
    let balance: Yuan = rows.iter().filter_map(|account| account.balance).sum();
    for (number, letter, total) in [(3, 'D', due), (5, 'F', paid), (6, 'G', balance)] {
        // Whole fen at the end: a sum of doubles may carry noise in its last digit.
        let formula = Formula::new(format!("=ROUND(SUM({letter}2:{letter}{})*100,0)/100", row.max(2)));
        // With no rows the range would include the total itself.
        if rows.is_empty() {
            sheet.write_number_with_format(row, number, 0, &bold)?;
        } else {
            sheet.write_formula_with_format(row, number, formula.set_result(total.to_string()), &bold)?;
        }
    }
    Ok(())
}
