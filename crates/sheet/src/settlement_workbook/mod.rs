//! A quarter's settlement as a workbook with live formulas: a second way, that anybody can follow, to the same fen.
//!
//! The formulas are written for the binary floating point of spreadsheet programs, so that exact ties do not fall to the wrong
//! side: scores are summed as whole ten-thousandths, money is multiplied as whole fen, and the overall score is rounded
//! after noise far below its last digit is cut off. See the sheet 说明 (`notes.rs`) for the words that users read, and
//! `result.rs` for the formulas.

mod notes;
mod result;
mod scores;

use crate::{SheetError, style};
use domain::kernel::{Exact, Month, Quarter, Score, StaffNo, TaxRate, TaxSplit, UnitCode, Yuan};
use domain::rulebook::{Band, BandKind};
use rust_decimal::Decimal;

/// One quarter's settlement, with the results that the program has worked out. They become the cells' stored values, which viewers
/// that do not calculate show, and the column 程序结果 that the formulas are compared with.
#[derive(Clone, Debug)]
pub struct SettlementWorkbook {
    /// The quarter.
    pub quarter: Quarter,
    /// What the title says of its standing: 草稿, 正式 第 1 版.
    pub standing: String,
    /// The rule set's name and version.
    pub rule_set: String,
    /// The rubric's name and version.
    pub rubric: String,
    /// The groups with their units.
    pub groups: Vec<GroupPart>,
    /// Fee bands, in any order; they cover 0 to 100.
    pub bands: Vec<Band>,
    /// 服务费基数, incl. tax; `None` where no contract says one.
    pub fee_base: Option<Yuan>,
    /// 税率 of the contract.
    pub tax_rate: Option<TaxRate>,
    /// 补付/扣回 carried in from other quarters: reason and amount.
    pub adjustments: Vec<(String, Yuan)>,
    /// Already paid for this quarter.
    pub paid: Yuan,
    /// The program's own results; `None` for what it could not work out.
    pub outcome: Outcome,
}

/// A group of units.
#[derive(Clone, Debug)]
pub struct GroupPart {
    /// 省级, 市州.
    pub name: String,
    /// Its weight, 0 to 1, with at most four decimals.
    pub weight: Decimal,
    /// Mean of its units.
    pub score: Option<Exact>,
    /// Its units.
    pub units: Vec<UnitPart>,
}

/// A unit's quarter.
#[derive(Clone, Debug)]
pub struct UnitPart {
    /// 单位代码.
    pub code: UnitCode,
    /// 单位名称.
    pub name: String,
    /// 不纳入考核 and why.
    pub exempt: Option<String>,
    /// Mean of its months.
    pub score: Option<Exact>,
    /// Its months.
    pub months: Vec<MonthPart>,
}

/// A unit's month.
#[derive(Clone, Debug)]
pub struct MonthPart {
    /// The month.
    pub month: Month,
    /// Mean of the people counted.
    pub score: Option<Exact>,
    /// Everyone who was scored.
    pub people: Vec<PersonPart>,
}

/// A person's month.
#[derive(Clone, Debug)]
pub struct PersonPart {
    /// 工号.
    pub staff_no: StaffNo,
    /// 姓名.
    pub name: String,
    /// 得分.
    pub score: Score,
    /// Whether it counts in the unit's mean.
    pub counted: bool,
}

/// How the fee follows the score within a band, as the sheet says it.
fn band_word(kind: BandKind) -> &'static str {
    match kind {
        BandKind::Full => "全额",
        BandKind::Linear => "按得分比例",
        BandKind::None => "不支付",
    }
}

/// What the program worked out.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// Overall score before rounding.
    pub overall_exact: Option<Exact>,
    /// Overall score, two decimals.
    pub overall: Option<Decimal>,
    /// 服务费系数.
    pub coefficient: Option<Decimal>,
    /// 应付服务费.
    pub fee_payable: Option<Yuan>,
    /// 本次应付: payable + adjustments − paid.
    pub amount_due: Option<Yuan>,
    /// Tax split of base, payable and due, each where there is one.
    pub tax: [Option<TaxSplit>; 3],
}

/// Makes the workbook.
///
/// # Errors
/// [`SheetError::CannotWrite`].
pub fn settlement_workbook(settlement: &SettlementWorkbook) -> Result<Vec<u8>, SheetError> {
    let title = format!("{}考核与服务费结算", settlement.quarter.words());
    let mut book = style::workbook(&title, &[("HuiqianQuarter", &settlement.quarter.to_string())]);
    notes::write(book.add_worksheet(), settlement)?;
    let rows = scores::write(&mut book, settlement)?;
    result::write(book.add_worksheet(), settlement, &rows)?;
    Ok(book.save_to_buffer()?)
}

/// A stored result for a formula's cell, with the 12 decimals that it can hold; nothing where there is none.
fn stored(value: Option<&Exact>) -> String {
    value.map(|exact| exact.round(12).normalize().to_string()).unwrap_or_default()
}
