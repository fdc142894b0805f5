//! 季度考核确认单: one unit's quarter, confirmed by the unit and by the provider.

use std::borrow::Cow;

use super::settlement::{computed_table, confirmation_table, deduction_table};
use crate::ReportError;
use crate::canvas::{Face, Fonts};
use crate::facts::ReportKind;
use crate::layout::{Align, Column, Flow, Row, SMALL, WIDTH};
use crate::view::{ConfirmationSheet, Remark};

/// Said under a table with attendance.
pub(super) const ATTENDANCE_NOTE: &str = "考勤为当月记录，仅作评分依据，不自动扣分。";

/// Prints a unit's confirmation sheet.
///
/// # Errors
/// [`ReportError::MissingGlyph`] when a character cannot be printed.
pub fn render_confirmation(sheet: &ConfirmationSheet, fonts: &Fonts) -> Result<Vec<u8>, ReportError> {
    let mut flow = Flow::new(fonts, &sheet.head, ReportKind::ConfirmationSheet);
    flow.centred(ReportKind::ConfirmationSheet.title(), Face::Hei, 20.0);
    flow.gap(0.5);
    flow.centred(&sheet.head.quarter_words, Face::Song, 12.0);
    flow.gap(2.5);
    flow.pairs(&[
        ("用人单位", &sheet.head.unit),
        ("单位类别", &sheet.group),
        ("甲方", &sheet.head.client),
        ("乙方", &sheet.head.provider),
        ("季度得分", &sheet.unit_quarter),
        ("计算", &sheet.formula),
        ("考核依据", &sheet.rule_versions),
    ]);

    flow.section("各月得分");
    let columns = [
        Column::new("月份", 26.0, Align::Centre),
        Column::new("考核人数", 24.0, Align::Right),
        Column::new("月度得分", 26.0, Align::Right),
        Column::new("计算与说明", WIDTH - 76.0, Align::Left),
    ];
    let months =
        sheet.unit_months.iter().map(|one| Row::of([&one.month, &one.people, &one.score, &one.formula]));
    flow.table(
        &columns,
        SMALL,
        months.chain(std::iter::once(Row::total(["季度得分", "", &sheet.unit_quarter, ""]))),
    );

    flow.section("人员得分");
    people(&mut flow, sheet);

    flow.section("扣分明细");
    deduction_table(&mut flow, &sheet.deductions, false);
    if !sheet.computed.is_empty() {
        flow.section("按工单计算的评分项");
        computed_table(&mut flow, &sheet.computed, false);
    }

    if !sheet.declarations.is_empty() {
        flow.section("申报事项");
        remarks(&mut flow, &sheet.declarations);
    }
    flow.section("意见");
    if sheet.comments.is_empty() {
        flow.paragraph("双方没有填写意见。");
    } else {
        remarks(&mut flow, &sheet.comments);
    }
    flow.section("异议与答复");
    if sheet.objections.is_empty() {
        flow.paragraph("没有提出异议。");
    } else {
        let columns = [
            Column::new("提出", 40.0, Align::Left),
            Column::new("异议", (WIDTH - 40.0) / 2.0, Align::Left),
            Column::new("答复", (WIDTH - 40.0) / 2.0, Align::Left),
        ];
        let rows = sheet.objections.iter().map(|one| {
            let answer = if one.answer.is_empty() { "尚未答复" } else { &one.answer };
            Row::of([&one.raised, &one.text, answer])
        });
        flow.table(&columns, SMALL, rows);
    }
    flow.section("已登记的确认");
    confirmation_table(&mut flow, &sheet.confirmations);

    flow.section("双方签署");
    let declaration =
        format!("双方对{}{}的上述考核结果予以确认。", sheet.head.unit, sheet.head.quarter_words);
    flow.signature_blocks(&declaration, &sheet.client_signatory, &sheet.provider_signatory, (34.0, 46.0));
    flow.proof();
    flow.finish()
}

fn people(flow: &mut Flow<'_>, sheet: &ConfirmationSheet) {
    if sheet.people.is_empty() {
        flow.paragraph("本季度没有被考核的人员。");
        return;
    }
    // A unit that keeps no attendance needs no empty column for it.
    let attended = sheet.people.iter().flat_map(|one| &one.months).any(|one| !one.attendance.is_empty());
    let attendance = if attended { 36.0 } else { 0.0 };
    let mut columns = vec![
        Column::new("序号", 9.5, Align::Centre),
        Column::new("姓名", 18.0, Align::Left),
        Column::new("工号", 17.5, Align::Centre),
        Column::new("月份", 15.5, Align::Centre),
        Column::new("得分", 14.0, Align::Right),
        Column::new("评分项得分", WIDTH - 74.5 - attendance, Align::Left),
    ];
    if attended {
        columns.push(Column::new("考勤", attendance, Align::Left));
    }
    let rows = sheet.people.iter().enumerate().flat_map(|(at, person)| {
        person.months.iter().enumerate().map(move |(nth, month)| {
            let mut cells = vec![
                Cow::Owned((at + 1).to_string()),
                Cow::Borrowed(&*person.name),
                Cow::Borrowed(&*person.staff_no),
                Cow::Borrowed(&*month.month),
                Cow::Borrowed(&*month.score),
                Cow::Borrowed(&*month.items),
            ];
            if attended {
                cells.push(Cow::Borrowed(&*month.attendance));
            }
            Row::body(cells).joined(if nth == 0 { 0 } else { 3 })
        })
    });
    flow.table(&columns, 8.5, rows);
    if attended {
        flow.note(ATTENDANCE_NOTE);
    }
}

pub(super) fn remarks(flow: &mut Flow<'_>, remarks: &[Remark]) {
    let columns = [
        Column::new("类别", 32.0, Align::Left),
        Column::new("内容", WIDTH - 78.0, Align::Left),
        Column::new("填写人与时间", 46.0, Align::Left),
    ];
    flow.table(&columns, SMALL, remarks.iter().map(|one| Row::of([&one.kind, &one.text, &one.by])));
}
