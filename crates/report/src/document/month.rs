//! 月度考核表: a unit's month with every person's items, attendance as evidence, and who scored and reviewed it.

use std::borrow::Cow;

use super::confirmation::{ATTENDANCE_NOTE, remarks};
use super::responsible_table;
use super::settlement::{computed_table, deduction_table};
use crate::ReportError;
use crate::canvas::{Face, Fonts};
use crate::facts::ReportKind;
use crate::layout::{Align, Column, Flow, Row, WIDTH, made_at_words};
use crate::view::MonthSheet;

/// Prints a unit's month.
///
/// # Errors
/// [`ReportError::MissingGlyph`] when a character cannot be printed.
pub fn render_month_sheet(sheet: &MonthSheet, fonts: &Fonts) -> Result<Vec<u8>, ReportError> {
    let head = &sheet.head;
    let mut flow = Flow::new(fonts, head, ReportKind::MonthSheet);
    flow.centred(ReportKind::MonthSheet.title(), Face::Hei, 20.0);
    flow.gap(0.5);
    flow.centred(&sheet.month_words, Face::Song, 12.0);
    flow.gap(2.5);
    let made_at = made_at_words(head);
    flow.pairs_of_two(&[
        ["用人单位", &head.unit, "单位类别", &sheet.group],
        ["月度得分", &sheet.score, "考核人数", &sheet.people_count],
        ["状态", &sheet.state, "编制时间", &made_at],
    ]);
    flow.join_tables();
    flow.pairs(&[("计算", &sheet.formula), ("考核依据", &sheet.rule_versions)]);

    flow.section("人员得分");
    people(&mut flow, sheet);

    flow.section("扣分明细");
    if sheet.deductions.is_empty() {
        flow.paragraph("本月没有扣分。");
    } else {
        deduction_table(&mut flow, &sheet.deductions, false);
    }
    if !sheet.computed.is_empty() {
        flow.section("按工单计算的评分项");
        computed_table(&mut flow, &sheet.computed, false);
    }
    if !sheet.tickets.is_empty() {
        flow.section("工单");
        tickets(&mut flow, sheet);
    }
    if !sheet.declarations.is_empty() {
        flow.section("申报事项");
        remarks(&mut flow, &sheet.declarations);
    }
    flow.section("编制和审核");
    responsible_table(&mut flow, &sheet.responsible);
    flow.finish()
}

fn people(flow: &mut Flow<'_>, sheet: &MonthSheet) {
    if sheet.people.is_empty() {
        flow.paragraph("本月没有在岗人员。");
        return;
    }
    // A unit that keeps no attendance needs no empty column for it.
    let attended = sheet.people.iter().any(|one| !one.attendance.is_empty());
    let attendance = if attended { 42.0 } else { 0.0 };
    let mut columns = vec![
        Column::new("序号", 9.5, Align::Centre),
        Column::new("姓名", 18.0, Align::Left),
        Column::new("工号", 17.5, Align::Centre),
        Column::new("得分", 16.0, Align::Right),
        Column::new("评分项得分", WIDTH - 61.0 - attendance, Align::Left),
    ];
    if attended {
        columns.push(Column::new("考勤", attendance, Align::Left));
    }
    let rows = sheet.people.iter().enumerate().map(|(at, one)| {
        let mut cells = vec![
            Cow::Owned((at + 1).to_string()),
            Cow::Borrowed(&*one.name),
            Cow::Borrowed(&*one.staff_no),
            Cow::Borrowed(&*one.score),
            Cow::Borrowed(&*one.items),
        ];
        if attended {
            cells.push(Cow::Borrowed(&*one.attendance));
        }
        Row::body(cells)
    });
    flow.table(&columns, 8.5, rows);
    if attended {
        flow.note(ATTENDANCE_NOTE);
    }
}

fn tickets(flow: &mut Flow<'_>, sheet: &MonthSheet) {
    let columns = [
        Column::new("姓名", WIDTH - 134.0, Align::Left),
        Column::new("工号", 24.0, Align::Centre),
        Column::new("办结", 16.0, Align::Right),
        Column::new("接办交回", 20.0, Align::Right),
        Column::new("按时", 16.0, Align::Right),
        Column::new("平均评价", 26.0, Align::Right),
        Column::new("低分", 16.0, Align::Right),
        Column::new("投诉", 16.0, Align::Right),
    ];
    let rows = sheet.tickets.iter().map(|one| {
        Row::of([
            &one.name,
            &one.staff_no,
            &one.tickets,
            &one.incidents,
            &one.in_time,
            &one.mean_mark,
            &one.low,
            &one.complaints,
        ])
    });
    flow.table(&columns, 8.5, rows);
    flow.note("本月办结的工单，供评分参考；只有评分细则写明按工单计算的评分项才由它得出。");
}
