//! A form on paper: what is filled in as a table, steps, tasks, and lines to sign on.

use std::borrow::Cow;

use crate::ReportError;
use crate::canvas::{Face, Fonts};
use crate::facts::ReportKind;
use crate::layout::{Align, Column, Flow, Row, SMALL, WIDTH, made_at_words};
use crate::view::{FormPaper, NamedText};

/// Prints a form, filled in or empty.
///
/// # Errors
/// [`ReportError::MissingGlyph`] when a character cannot be printed.
pub fn render_form(form: &FormPaper, fonts: &Fonts) -> Result<Vec<u8>, ReportError> {
    let head = &form.head;
    let mut flow = Flow::new(fonts, head, ReportKind::Form);
    flow.centred(&form.name, Face::Hei, 20.0);
    flow.gap(1.5);
    if !form.title.is_empty() {
        flow.centred(&form.title, Face::Hei, 12.0);
        flow.gap(2.5);
    }
    if !head.report_no.is_empty() {
        let made_at = made_at_words(head);
        flow.pairs_of_two(&[["编号", &head.report_no, "生成时间", &made_at]]);
        flow.join_tables();
    }
    let unit = NamedText { name: "用人单位".to_owned(), text: head.unit.clone() };
    let facts: Vec<&NamedText> = std::iter::once(&unit).chain(&form.facts).collect();
    cells(&mut flow, &facts, true);
    if !form.short.is_empty() {
        flow.join_tables();
        cells(&mut flow, &form.short.iter().collect::<Vec<_>>(), form.two_a_row);
    }
    if !form.wide.is_empty() {
        flow.join_tables();
        cells(&mut flow, &form.wide.iter().collect::<Vec<_>>(), false);
    }
    parts(&mut flow, form);
    steps(&mut flow, form);
    tasks(&mut flow, form);
    if !form.files.is_empty() {
        flow.part("附件");
        flow.list(form.files.iter().map(|file| Cow::Borrowed(&**file)));
    }
    signatures(&mut flow, &form.signatures);
    if !form.note.is_empty() {
        flow.gap(2.0);
        flow.note(&format!("说明：{}", form.note));
    }
    flow.finish()
}

fn cells(flow: &mut Flow<'_>, all: &[&NamedText], two: bool) {
    let (pairs, alone) = if two { all.as_chunks::<2>() } else { (&[][..], all) };
    let rows: Vec<[&str; 4]> = pairs.iter().map(|[a, b]| [&*a.name, &*a.text, &*b.name, &*b.text]).collect();
    if !rows.is_empty() {
        flow.pairs_of_two(&rows);
    }
    if !alone.is_empty() {
        if !rows.is_empty() {
            flow.join_tables();
        }
        flow.pairs(&alone.iter().map(|one| (&*one.name, &*one.text)).collect::<Vec<_>>());
    }
}

fn parts(flow: &mut Flow<'_>, form: &FormPaper) {
    if form.parts.is_empty() {
        return;
    }
    flow.part("检查清单");
    let columns = [
        Column::new("序号", 12.0, Align::Centre),
        Column::new("内容", 70.0, Align::Left),
        Column::new("情况", 24.0, Align::Centre),
        Column::new("日期或原因", WIDTH - 106.0, Align::Left),
    ];
    let rows = form.parts.iter().enumerate().map(|(at, one)| {
        Row::body([
            Cow::Owned((at + 1).to_string()),
            Cow::Borrowed(&*one.part),
            Cow::Borrowed(&*one.state),
            Cow::Borrowed(&*one.note),
        ])
    });
    flow.table(&columns, SMALL, rows);
}

fn steps(flow: &mut Flow<'_>, form: &FormPaper) {
    if form.steps.is_empty() {
        return;
    }
    flow.part("办理和审批");
    let columns = [
        Column::new("环节", 32.0, Align::Left),
        Column::new("结果", 22.0, Align::Centre),
        Column::new("意见和内容", WIDTH - 94.0, Align::Left),
        Column::new("办理人和日期", 40.0, Align::Left),
    ];
    let rows = form.steps.iter();
    flow.table(&columns, SMALL, rows.map(|one| Row::of([&one.step, &one.outcome, &one.text, &one.by])));
}

fn tasks(flow: &mut Flow<'_>, form: &FormPaper) {
    if form.tasks.is_empty() {
        return;
    }
    flow.part("任务");
    let columns = [
        Column::new("任务", WIDTH - 96.0, Align::Left),
        Column::new("责任人", 30.0, Align::Left),
        Column::new("完成期限", 24.0, Align::Centre),
        Column::new("情况", 42.0, Align::Left),
    ];
    let rows = form.tasks.iter();
    flow.table(&columns, SMALL, rows.map(|one| Row::of([&one.text, &one.who, &one.until, &one.state])));
}

/// Lines to sign on, two in a row.
fn signatures(flow: &mut Flow<'_>, all: &[String]) {
    if all.is_empty() {
        return;
    }
    flow.gap(3.0);
    let line = "签字：\n　\n　　　　　年　　月　　日";
    let named: Vec<NamedText> =
        all.iter().map(|name| NamedText { name: name.clone(), text: line.to_owned() }).collect();
    cells(flow, &named.iter().collect::<Vec<_>>(), true);
}
