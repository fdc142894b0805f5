//! 季度考核与服务费结算报告: the province's report on one quarter, which both parties sign.

use std::borrow::Cow;

use super::{adjustment_table, fee_table, responsible_table};
use crate::canvas::{Face, Fonts};
use crate::facts::ReportKind;
use crate::layout::{Align, Column, Flow, Row, SMALL, WIDTH, made_at_words};
use crate::view::{FormulaLine, SettlementReport};
use crate::{ReportError, view};

/// Prints the settlement report.
///
/// # Errors
/// [`ReportError::MissingGlyph`] when a character cannot be printed.
pub fn render_settlement(report: &SettlementReport, fonts: &Fonts) -> Result<Vec<u8>, ReportError> {
    let mut flow = Flow::new(fonts, &report.head, ReportKind::SettlementReport);
    cover(&mut flow, report);
    result(&mut flow, report);
    calculation(&mut flow, report);
    units(&mut flow, report);
    charts(&mut flow, report);
    money(&mut flow, report);
    notes(&mut flow, report);
    confirmations(&mut flow, report);
    signing(&mut flow, report);
    annex_people(&mut flow, report);
    annex_deductions(&mut flow, report);
    annex_computed(&mut flow, report);
    flow.proof();
    flow.finish()
}

fn cover(flow: &mut Flow<'_>, report: &SettlementReport) {
    let head = &report.head;
    flow.set_y(62.0);
    flow.centred(&head.quarter_words, Face::Song, 18.0);
    flow.gap(8.0);
    flow.centred("售前支撑服务", Face::Hei, 26.0);
    flow.centred(ReportKind::SettlementReport.title(), Face::Hei, 26.0);
    flow.gap(9.0);
    flow.centred(if head.formal { "（正式）" } else { "（草稿）" }, Face::Hei, 16.0);
    flow.set_y(168.0);
    let revision = format!("第 {} 次修订", head.revision);
    let made_at = made_at_words(head);
    flow.pairs(&[
        ("报告编号", &head.report_no),
        ("修订", if head.revision == 1 { "初版" } else { &revision }),
        ("甲方", &head.client),
        ("乙方", &head.provider),
        ("编制单位", &head.unit),
        ("编制时间", &made_at),
        ("校验码", &head.check_code),
    ]);
    flow.new_page();
}

fn result(flow: &mut Flow<'_>, report: &SettlementReport) {
    flow.section("结算结果");
    flow.boxed(&report.sentence, Face::Hei, 12.0);
    flow.pairs(&[
        ("综合得分", &report.overall),
        ("服务费系数", &report.coefficient),
        ("适用档位", &report.band),
        ("本次应结（含税）", &report.due.including_tax),
        ("本次应结（大写）", &report.due.capitals),
    ]);
    flow.gap(1.5);
    fee_table(
        flow,
        &[
            ("季度服务费基数", &report.base),
            ("本季度应付服务费", &report.payable),
            ("本次应结金额", &report.due),
        ],
    );
    flow.note(&format!(
        "税率 {}。大写：季度服务费基数 {}，本季度应付服务费 {}。",
        report.tax_rate, report.base.capitals, report.payable.capitals
    ));
}

fn calculation(flow: &mut Flow<'_>, report: &SettlementReport) {
    flow.section("得分与服务费的计算");
    let columns = [
        Column::new("单位类别", 36.0, Align::Centre),
        Column::new("参与计算的单位数", WIDTH - 111.0, Align::Left),
        Column::new("类别均分", 25.0, Align::Right),
        Column::new("权重", 20.0, Align::Right),
        Column::new("加权得分", 30.0, Align::Right),
    ];
    let rows = report
        .groups
        .iter()
        .map(|group| Row::of([&group.name, &group.units, &group.mean, &group.weight, &group.weighted]))
        .chain(std::iter::once(Row::total(["综合得分", "四舍五入至两位小数", "", "", &report.overall])));
    flow.table(&columns, SMALL, rows);
    if !report.divisor.is_empty() {
        flow.note(&report.divisor);
    }
    flow.gap(1.5);
    formulae(flow, "计算步骤", &report.formulae);
    flow.note(&format!("综合得分精确值：{}。", report.overall_exact));
}

fn formulae(flow: &mut Flow<'_>, title: &str, lines: &[FormulaLine]) {
    if lines.is_empty() {
        return;
    }
    let columns = [Column::new("项目", 42.0, Align::Centre), Column::new(title, WIDTH - 42.0, Align::Left)];
    flow.table(&columns, SMALL, lines.iter().map(|line| Row::of([&line.name, &line.formula])));
}

fn units(flow: &mut Flow<'_>, report: &SettlementReport) {
    flow.section("各用人单位得分");
    let columns = [
        Column::new("名次", 11.0, Align::Centre),
        Column::new("单位类别", 20.0, Align::Centre),
        Column::new("用人单位", WIDTH - 131.0, Align::Left),
        Column::new("首月", 14.0, Align::Right),
        Column::new("次月", 14.0, Align::Right),
        Column::new("末月", 14.0, Align::Right),
        Column::new("季度得分", 17.0, Align::Right),
        Column::new("考核人数", 21.0, Align::Centre),
        Column::new("状态", 20.0, Align::Left),
    ];
    flow.table(
        &columns,
        SMALL,
        report.units.iter().map(|unit| {
            let [first, second, third] = &unit.months;
            Row::of([
                &unit.rank,
                &unit.group,
                &unit.name,
                first,
                second,
                third,
                &unit.quarter,
                &unit.head_counts,
                &unit.state,
            ])
        }),
    );
    flow.note("考核人数按首月、次月、末月列示；得分保留两位小数，附件一保留六位小数。");
    flow.part("不纳入考核的用人单位");
    if report.exempt.is_empty() {
        flow.paragraph("本季度没有不纳入考核的用人单位。");
    } else {
        let columns = [
            Column::new("用人单位", 40.0, Align::Left),
            Column::new("原因及依据", WIDTH - 90.0, Align::Left),
            Column::new("申报与复核", 50.0, Align::Left),
        ];
        flow.table(
            &columns,
            SMALL,
            report.exempt.iter().map(|unit| Row::of([&unit.name, &unit.reason, &unit.declared])),
        );
    }
}

fn charts(flow: &mut Flow<'_>, report: &SettlementReport) {
    if !report.trend.is_empty() {
        flow.section("综合得分走势");
        flow.trend_chart(&report.trend, &report.thresholds);
    }
    if !report.ranking.is_empty() {
        flow.section("用人单位季度得分排名");
        flow.ranking_chart(&report.ranking, &report.thresholds);
    }
}

fn money(flow: &mut Flow<'_>, report: &SettlementReport) {
    flow.section("调整、发票与付款");
    flow.part("自其他季度转入的调整（补付／扣回）");
    if report.adjustments.is_empty() {
        flow.paragraph("没有自其他季度转入的调整。");
    } else {
        adjustment_table(flow, &report.adjustments);
    }
    flow.part("发票");
    if report.invoices.is_empty() {
        flow.paragraph("尚未登记发票。");
    } else {
        let columns = [
            Column::new("发票号码", WIDTH - 98.0, Align::Left),
            Column::new("种类", 26.0, Align::Centre),
            Column::new("开票日期", 34.0, Align::Centre),
            Column::new("含税金额（元）", 38.0, Align::Right),
        ];
        let rows =
            report.invoices.iter().map(|one| Row::of([&one.number, &one.kind, &one.date, &one.amount]));
        flow.table(&columns, SMALL, rows);
    }
    flow.part("付款");
    if report.payments.is_empty() {
        flow.paragraph("尚未登记付款。");
    } else {
        let columns = [
            Column::new("凭证号", WIDTH - 72.0, Align::Left),
            Column::new("付款日期", 34.0, Align::Centre),
            Column::new("金额（元）", 38.0, Align::Right),
        ];
        let rows = report.payments.iter().map(|one| Row::of([&one.voucher, &one.date, &one.amount]));
        flow.table(&columns, SMALL, rows);
    }
    if !report.previous_difference.is_empty() {
        flow.part("与上一修订的差异");
        formulae(flow, "差异", &report.previous_difference);
    }
}

fn notes(flow: &mut Flow<'_>, report: &SettlementReport) {
    flow.section("提示与说明");
    if let Some(words) = &report.termination {
        flow.boxed(words, Face::Hei, 11.0);
    }
    let general = [&report.probation_rule, &report.rule_versions];
    flow.list(
        report
            .warnings
            .iter()
            .chain(general)
            .filter(|text| !text.is_empty())
            .map(|text| Cow::Borrowed(text.as_str())),
    );
}

fn confirmations(flow: &mut Flow<'_>, report: &SettlementReport) {
    flow.section("用人单位结果确认情况");
    confirmation_table(flow, &report.confirmations);
}

pub(super) fn confirmation_table(flow: &mut Flow<'_>, confirmations: &[view::UnitConfirmation]) {
    if confirmations.is_empty() {
        flow.paragraph("尚未确认。");
        return;
    }
    let columns = [
        Column::new("用人单位", 43.0, Align::Left),
        Column::new("甲方确认", (WIDTH - 43.0) / 2.0, Align::Left),
        Column::new("乙方确认", (WIDTH - 43.0) / 2.0, Align::Left),
    ];
    let rows = confirmations.iter().map(|one| Row::of([&one.unit, &one.client, &one.provider]));
    flow.table(&columns, SMALL, rows);
}

fn signing(flow: &mut Flow<'_>, report: &SettlementReport) {
    flow.section("编制与审定");
    responsible_table(flow, &report.responsible);
    flow.section("双方签署");
    let declaration = format!(
        "双方确认：本报告所列{}的考核得分与服务费结算结果真实、准确，据此结算。附件为本报告的组成部分。",
        report.head.quarter_words
    );
    flow.signature_blocks(&declaration, &report.client_signatory, &report.provider_signatory, (34.0, 46.0));
}

fn annex_people(flow: &mut Flow<'_>, report: &SettlementReport) {
    flow.new_page();
    flow.unnumbered_section("附件一　售前支撑人员逐月得分");
    if report.annex_people.is_empty() {
        flow.paragraph("本季度没有被考核的人员。");
        return;
    }
    let columns = [
        Column::new("工号", 19.0, Align::Centre),
        Column::new("姓名", 20.0, Align::Left),
        Column::new("月份", 16.0, Align::Centre),
        Column::new("得分", 20.0, Align::Right),
        Column::new("评分项得分", WIDTH - 75.0, Align::Left),
    ];
    let people = &report.annex_people;
    let rows =
        people.iter().enumerate().flat_map(|(at, one)| {
            let begins = at == 0 || people[at - 1].unit != one.unit;
            let same = !begins && people[at - 1].staff_no == one.staff_no && people[at - 1].name == one.name;
            let row = Row::of([&one.staff_no, &one.name, &one.month, &one.score, &one.items])
                .joined(if same { 2 } else { 0 });
            begins.then(|| Row::band(&*one.unit)).into_iter().chain(std::iter::once(row))
        });
    flow.table(&columns, 8.5, rows);
}

fn annex_deductions(flow: &mut Flow<'_>, report: &SettlementReport) {
    flow.unnumbered_section("附件二　扣分明细");
    deduction_table(flow, &report.annex_deductions, true);
}

fn annex_computed(flow: &mut Flow<'_>, report: &SettlementReport) {
    if !report.annex_computed.is_empty() {
        flow.unnumbered_section("附件三　按工单计算的评分项");
        computed_table(flow, &report.annex_computed, true);
    }
}

/// Items computed from tickets: the formula with its values, and below it everything that was put in; under a heading for
/// each unit when there are several.
pub(super) fn computed_table(flow: &mut Flow<'_>, computed: &[view::ComputedItem], by_unit: bool) {
    let columns = [
        Column::new("月份", 16.0, Align::Centre),
        Column::new("姓名（工号）", 26.0, Align::Left),
        Column::new("评分项", 20.0, Align::Left),
        Column::new("得分", 16.0, Align::Right),
        Column::new("计算与依据", WIDTH - 78.0, Align::Left),
    ];
    let rows = computed.iter().enumerate().flat_map(|(at, one)| {
        let begins = by_unit && (at == 0 || computed[at - 1].unit != one.unit);
        let row = Row::body([
            Cow::Borrowed(&*one.month),
            Cow::Borrowed(&*one.person),
            Cow::Borrowed(&*one.item),
            Cow::Borrowed(&*one.points),
            Cow::Owned(format!("{}\n{}", one.how, one.pieces)),
        ]);
        begins.then(|| Row::band(&*one.unit)).into_iter().chain(std::iter::once(row))
    });
    flow.table(&columns, 8.5, rows);
    flow.note("得分由工单按评分细则的规则算出，四舍五入到两位小数；每件办结的工单按办结日计入当月，记在第一责任人名下。");
}

/// Deductions, under a heading for each unit when there are several.
pub(super) fn deduction_table(flow: &mut Flow<'_>, deductions: &[view::Deduction], by_unit: bool) {
    if deductions.is_empty() {
        flow.paragraph("本季度没有扣分。");
        return;
    }
    let columns = [
        Column::new("月份", 16.0, Align::Centre),
        Column::new("姓名（工号）", 24.0, Align::Left),
        Column::new("评分项", 18.0, Align::Left),
        Column::new("扣分", 12.5, Align::Right),
        Column::new("原因", WIDTH - 122.0, Align::Left),
        Column::new("证据", 33.5, Align::Left),
        Column::new("条款", 18.0, Align::Centre),
    ];
    let rows = deductions.iter().enumerate().flat_map(|(at, one)| {
        let begins = by_unit && (at == 0 || deductions[at - 1].unit != one.unit);
        let person = if one.staff_no.is_empty() {
            one.name.clone()
        } else {
            format!("{}（{}）", one.name, one.staff_no)
        };
        let row = Row::body([
            Cow::Borrowed(&*one.month),
            Cow::Owned(person),
            Cow::Borrowed(&*one.item),
            Cow::Borrowed(&*one.points),
            Cow::Borrowed(&*one.reason),
            Cow::Borrowed(&*one.evidence),
            Cow::Borrowed(&*one.clause),
        ]);
        begins.then(|| Row::band(&*one.unit)).into_iter().chain(std::iter::once(row))
    });
    flow.table(&columns, 8.5, rows);
}
