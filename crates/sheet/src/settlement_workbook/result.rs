//! The sheet 结算: groups, weights, overall score, band, fee, tax; each live figure beside the program's own.

use super::scores::{LastRows, UNITS};
use super::{SettlementWorkbook, band_word, stored};
use crate::SheetError;
use crate::style::{self, Look};
use domain::kernel::Yuan;
use domain::rulebook::BandKind;
use rust_decimal::Decimal;
use rust_xlsxwriter::{Formula, Worksheet};

const SHEET: &str = "结算";

/// Writes down the sheet from the top; knows where the next row is.
struct Page<'a> {
    sheet: &'a mut Worksheet,
    row: u32,
}

impl Page<'_> {
    /// The number of the next row as formulas count it.
    fn at(&self) -> u32 {
        self.row + 1
    }

    fn section(&mut self, name: &str, headings: &[&str]) -> Result<(), SheetError> {
        self.sheet.write_string_with_format(self.row, 0, name, &style::plain().set_bold())?;
        self.row += 1;
        for (number, heading) in (0_u16..).zip(headings) {
            self.sheet.write_string_with_format(self.row, number, *heading, &style::heading())?;
        }
        self.row += 1;
        Ok(())
    }

    fn text(&mut self, column: u16, text: &str) -> Result<(), SheetError> {
        self.sheet.write_string_with_format(self.row, column, text, style::text(text))?;
        Ok(())
    }

    fn number(&mut self, column: u16, number: Option<Decimal>, look: Look) -> Result<(), SheetError> {
        let format = style::cell(look);
        match number {
            Some(number) => {
                self.sheet.write_number_with_format(self.row, column, style::double(number), format)?
            }
            None => self.sheet.write_blank(self.row, column, format)?,
        };
        Ok(())
    }

    fn formula(&mut self, column: u16, formula: &str, result: &str, look: Look) -> Result<(), SheetError> {
        let formula = Formula::new(formula).set_result(result);
        self.sheet.write_formula_with_format(self.row, column, formula, style::cell(look))?;
        Ok(())
    }

    /// A line of the calculation: name, live formula, the program's figure, whether they agree, how it comes about.
    fn line(
        &mut self,
        name: &str,
        formula: &str,
        program: Option<Decimal>,
        look: Look,
        how: &str,
    ) -> Result<(), SheetError> {
        let at = self.at();
        let result = program.map(|value| value.normalize().to_string()).unwrap_or_default();
        self.text(0, name)?;
        self.formula(1, formula, &result, look)?;
        self.number(2, program, look)?;
        // The tolerance is below half of the finest digit shown.
        let verdict = if program.is_some() { "一致" } else { "—" };
        self.formula(
            3,
            &format!("=IF(C{at}=\"\",\"—\",IF(B{at}=\"\",\"不一致\",IF(ABS(B{at}-C{at})<0.000000001,\"一致\",\"不一致\")))"),
            verdict,
            Look::Text,
        )?;
        self.text(4, how)?;
        self.row += 1;
        Ok(())
    }
}

pub(super) fn write(
    sheet: &mut Worksheet,
    settlement: &SettlementWorkbook,
    rows: &LastRows,
) -> Result<(), SheetError> {
    // A result that the program does not have is stored as empty, not as 0.
    sheet.set_name(SHEET)?.set_formula_result_default("").set_active(true);
    for (number, width) in (0_u16..).zip([28.0, 20.0, 20.0, 12.0, 60.0, 14.0]) {
        sheet.set_column_width(number, width)?;
    }
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    let title = format!("{}考核与服务费结算（{}）", settlement.quarter.words(), settlement.standing);
    sheet.write_string_with_format(0, 0, title, &style::title())?;
    let mut page = Page { sheet, row: 2 };
    let weights = groups(&mut page, settlement, rows)?;
    let bands = bands(&mut page, settlement)?;
    let adjustments = adjustments(&mut page, settlement)?;
    calculation(&mut page, settlement, rows, weights, bands, adjustments)
}

/// First and last row of a table, as formulas count them.
type Rows = (u32, u32);

/// A 类别, B 权重, C 计入单位数, D 类别序号, E 类别得分, F 权重×10000 (0 without units).
fn groups(page: &mut Page<'_>, settlement: &SettlementWorkbook, rows: &LastRows) -> Result<Rows, SheetError> {
    page.section("一、类别得分", &["类别", "权重", "计入单位数", "类别序号", "类别得分", "权重×10000"])?;
    let of_units = |column: char| format!("{UNITS}!${column}$2:${column}${}", rows.units);
    let (group_key, included, months, score) = (of_units('B'), of_units('F'), of_units('G'), of_units('H'));
    let first = page.at();
    for (number, group) in (1_u32..).zip(&settlement.groups) {
        let at = page.at();
        let counted = group.units.iter().filter(|unit| unit.exempt.is_none() && unit.score.is_some()).count();
        page.text(0, &group.name)?;
        page.number(1, Some(group.weight), Look::Rate)?;
        let count = format!("=COUNTIFS({group_key},D{at},{included},\"是\",{months},\">0\")");
        page.formula(2, &count, &counted.to_string(), Look::Whole)?;
        page.number(3, Some(Decimal::from(number)), Look::Whole)?;
        let mean = format!("=IF(C{at}=0,\"\",SUMIFS({score},{group_key},D{at},{included},\"是\")/C{at})");
        page.formula(4, &mean, &stored(group.score.as_ref()), Look::Unrounded)?;
        let scaled =
            if counted == 0 { Decimal::ZERO } else { (group.weight * Decimal::from(10_000)).normalize() };
        page.formula(5, &format!("=IF(C{at}=0,0,ROUND(B{at}*10000,0))"), &scaled.to_string(), Look::Whole)?;
        page.row += 1;
    }
    let last = page.row;
    page.row += 1;
    Ok((first, last))
}

fn bands(page: &mut Page<'_>, settlement: &SettlementWorkbook) -> Result<Rows, SheetError> {
    page.section("二、付费档位（季度总分不低于起始分）", &["起始分", "付费方式"])?;
    // MATCH looks for the last row not above the score, in ascending order.
    let mut bands = settlement.bands.clone();
    bands.sort_by_key(|band| band.from);
    let first = page.at();
    for band in bands {
        page.number(0, Some(band.from), Look::Overall)?;
        page.text(1, band_word(band.kind))?;
        page.row += 1;
    }
    let last = page.row;
    page.row += 1;
    Ok((first, last))
}

fn adjustments(page: &mut Page<'_>, settlement: &SettlementWorkbook) -> Result<Rows, SheetError> {
    page.section("三、由其他季度转入的补付或扣回", &["事由", "金额（元）"])?;
    let first = page.at();
    for (reason, amount) in &settlement.adjustments {
        page.text(0, reason)?;
        page.number(1, Some(amount.decimal()), Look::Money)?;
        page.row += 1;
    }
    if settlement.adjustments.is_empty() {
        page.text(0, "无")?;
        page.number(1, Some(Decimal::ZERO), Look::Money)?;
        page.row += 1;
    }
    let last = page.row;
    page.row += 1;
    Ok((first, last))
}

fn calculation(
    page: &mut Page<'_>,
    settlement: &SettlementWorkbook,
    rows: &LastRows,
    groups: Rows,
    bands: Rows,
    adjustments: Rows,
) -> Result<(), SheetError> {
    let outcome = &settlement.outcome;
    let yuan = |amount: Option<Yuan>| amount.map(Yuan::decimal);
    page.section("四、结算", &["项目", "公式结果", "程序结果", "是否一致", "算法"])?;
    let (first, last) = groups;
    let exact = page.at();
    // Noise of binary sums is near 1e-13 points; nothing is shown of a unit that should have a score and has none.
    page.line(
        "季度总分（未舍入）",
        &format!(
            "=IF(COUNTIFS({UNITS}!$F$2:$F${units},\"是\",{UNITS}!$G$2:$G${units},0)+(SUM(F{first}:F{last})=0)>0,\"\",\
             SUMPRODUCT(F{first}:F{last},E{first}:E{last})/SUM(F{first}:F{last}))",
            units = rows.units
        ),
        outcome.overall_exact.as_ref().map(|exact| exact.round(10)),
        Look::Unrounded,
        "各类别得分按权重加权；整类不纳入考核的，其余类别的权重合为 100%",
    )?;
    let overall = page.at();
    page.line(
        "季度总分",
        &format!("=IF(B{exact}=\"\",\"\",INT(ROUND(B{exact}*100,8)+0.5)/100)"),
        outcome.overall,
        Look::Overall,
        "四舍五入到两位小数；先去掉二进制计算的微小误差，使 89.995 得 90.00",
    )?;
    let kind = page.at();
    let kind_word =
        outcome.overall.map(|overall| band_word(band_of(settlement, overall))).unwrap_or_default();
    page.text(0, "付费方式")?;
    let (from, to) = bands;
    page.formula(
        1,
        &format!("=IF(B{overall}=\"\",\"\",INDEX(B{from}:B{to},MATCH(B{overall},A{from}:A{to},1)))"),
        kind_word,
        Look::Text,
    )?;
    page.text(4, "按季度总分在档位表中查得")?;
    page.row += 1;
    let coefficient = page.at();
    page.line(
        "服务费系数",
        &format!(
            "=IF(B{overall}=\"\",\"\",IF(B{kind}=\"{}\",1,IF(B{kind}=\"{}\",B{overall}/100,0)))",
            band_word(BandKind::Full),
            band_word(BandKind::Linear)
        ),
        outcome.coefficient,
        Look::Coefficient,
        "全额为 1；按得分比例为 总分 ÷ 100；不支付为 0",
    )?;
    let base = page.at();
    page.text(0, "服务费基数（元，含税）")?;
    page.number(1, yuan(settlement.fee_base), Look::Money)?;
    page.text(4, "合同约定")?;
    page.row += 1;
    let fee = page.at();
    page.line(
        "应付服务费（元，含税）",
        &format!(
            "=IF(OR(B{coefficient}=\"\",B{base}=\"\"),\"\",\
             INT((ROUND(B{base}*100,0)*ROUND(B{coefficient}*10000,0)+5000)/10000)/100)"
        ),
        yuan(outcome.fee_payable),
        Look::Money,
        "基数 × 系数，四舍五入到分；以整数分和整数万分系数计算",
    )?;
    let carried = page.at();
    let total: Yuan = settlement.adjustments.iter().map(|(_, amount)| *amount).sum();
    let (from, to) = adjustments;
    page.line(
        "补付或扣回合计（元）",
        &format!("=ROUND(SUM(B{from}:B{to})*100,0)/100"),
        Some(total.decimal()),
        Look::Money,
        "第三部分之和；扣回为负",
    )?;
    let paid = page.at();
    page.text(0, "本季度已付（元）")?;
    page.number(1, Some(settlement.paid.decimal()), Look::Money)?;
    page.row += 1;
    let due = page.at();
    page.line(
        "本次应付（元，含税）",
        &format!(
            "=IF(B{fee}=\"\",\"\",(ROUND(B{fee}*100,0)+ROUND(B{carried}*100,0)-ROUND(B{paid}*100,0))/100)"
        ),
        yuan(outcome.amount_due),
        Look::Money,
        "应付服务费 + 补付或扣回 − 已付；为负则为扣回",
    )?;
    let rate = page.at();
    page.text(0, "税率")?;
    page.number(1, settlement.tax_rate.map(|rate| rate.decimal()), Look::Rate)?;
    page.text(4, "合同约定")?;
    page.row += 1;
    for ((name, gross), split) in
        [("服务费基数", base), ("应付服务费", fee), ("本次应付", due)].into_iter().zip(&outcome.tax)
    {
        let divisor = format!("(10000+ROUND(B{rate}*10000,0))");
        let net = page.at();
        page.line(
            &format!("{name}：不含税（元）"),
            &format!(
                "=IF(OR(B{gross}=\"\",B{rate}=\"\"),\"\",\
                 SIGN(B{gross})*INT((2*ABS(ROUND(B{gross}*100,0))*10000+{divisor})/(2*{divisor}))/100)"
            ),
            split.map(|split| split.net.decimal()),
            Look::Money,
            "含税 ÷（1 + 税率），四舍五入到分",
        )?;
        page.line(
            &format!("{name}：税额（元）"),
            &format!("=IF(B{net}=\"\",\"\",(ROUND(B{gross}*100,0)-ROUND(B{net}*100,0))/100)"),
            split.map(|split| split.tax.decimal()),
            Look::Money,
            "含税 − 不含税",
        )?;
    }
    Ok(())
}

/// The band's word for the stored result; the rule itself is the domain's.
fn band_of(settlement: &SettlementWorkbook, overall: Decimal) -> BandKind {
    let reached = settlement.bands.iter().filter(|band| band.from <= overall);
    reached.max_by_key(|band| band.from).map_or(BandKind::None, |band| band.kind)
}
