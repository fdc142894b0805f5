//! 工单档案: the ticket's page on paper, with everything that its page in the window folds away.

use std::borrow::Cow;

use crate::ReportError;
use crate::canvas::{Face, Fonts};
use crate::facts::ReportKind;
use crate::layout::{Align, Column, Flow, Row, SMALL, WIDTH, made_at_words};
use crate::view::{NamedText, TicketDay, TicketDossier, TicketPartLine};

/// Prints a ticket whole.
///
/// # Errors
/// [`ReportError::MissingGlyph`] when a character cannot be printed.
pub fn render_ticket_dossier(ticket: &TicketDossier, fonts: &Fonts) -> Result<Vec<u8>, ReportError> {
    let head = &ticket.head;
    let kind = ReportKind::TicketDossier;
    let mut flow = Flow::new(fonts, head, kind);
    flow.centred(kind.title(), Face::Hei, 20.0);
    flow.gap(1.5);
    flow.centred(&ticket.title, Face::Hei, 12.0);
    flow.gap(2.5);
    let made_at = made_at_words(head);
    flow.pairs_of_two(&[
        ["工单号", &head.report_no, "状态", &ticket.state],
        ["用人单位", &head.unit, "生成时间", &made_at],
    ]);
    flow.join_tables();
    two_a_row(&mut flow, &ticket.facts);

    if !ticket.hands.is_empty() {
        flow.section("责任与支持");
        named(&mut flow, &ticket.hands);
    }
    if !ticket.fields.is_empty() {
        flow.section("工单内容");
        named(&mut flow, &ticket.fields);
    }
    if !ticket.missing.is_empty() {
        flow.part("办结还缺");
        flow.list(ticket.missing.iter().map(|gap| Cow::Borrowed(&**gap)));
    }
    terms(&mut flow, ticket);
    parts(&mut flow, "步骤", &ticket.steps);
    parts(&mut flow, "成果", &ticket.parts);
    records(&mut flow, ticket);
    audits(&mut flow, ticket);
    if !ticket.marks.is_empty() {
        flow.section("申请人评价");
        two_a_row(&mut flow, &ticket.marks);
    }
    acts(&mut flow, ticket);
    files(&mut flow, ticket);
    flow.note("本档案含个人信息和商业秘密，只用于归档和核查；不再需要时请按规定销毁。");
    flow.finish()
}

/// Names and texts, two pairs a row; the last one alone takes the whole row.
fn two_a_row(flow: &mut Flow<'_>, all: &[NamedText]) {
    let (pairs, alone) = all.as_chunks::<2>();
    let rows: Vec<[&str; 4]> = pairs.iter().map(|[a, b]| [&*a.name, &*a.text, &*b.name, &*b.text]).collect();
    if !rows.is_empty() {
        flow.pairs_of_two(&rows);
    }
    if !alone.is_empty() {
        if !rows.is_empty() {
            flow.join_tables();
        }
        named(flow, alone);
    }
}

fn named(flow: &mut Flow<'_>, all: &[NamedText]) {
    flow.pairs(&all.iter().map(|one| (&*one.name, &*one.text)).collect::<Vec<_>>());
}

fn terms(flow: &mut Flow<'_>, ticket: &TicketDossier) {
    if ticket.terms.is_empty() {
        return;
    }
    flow.section("期限");
    let columns = [
        Column::new("期限", 34.0, Align::Centre),
        Column::new("最迟", 30.0, Align::Centre),
        Column::new("完成", 30.0, Align::Centre),
        Column::new("情况", WIDTH - 94.0, Align::Left),
    ];
    let rows = ticket.terms.iter();
    flow.table(
        &columns,
        SMALL + 0.5,
        rows.map(|one| Row::of([&one.term, &one.due_on, &one.done_on, &one.standing])),
    );
    if ticket.days.is_empty() {
        return;
    }
    flow.part("交付期限逐日说明");
    let half = WIDTH / 2.0;
    let columns = [
        Column::new("日期", 24.0, Align::Centre),
        Column::new("说明", half - 24.0, Align::Left),
        Column::new("日期", 24.0, Align::Centre),
        Column::new("说明", half - 24.0, Align::Left),
    ];
    // Down the left half first, as one reads a calendar.
    let (left, right) = ticket.days.split_at(ticket.days.len().div_ceil(2));
    let none = TicketDay { day: String::new(), counted: String::new() };
    let rows = left.iter().enumerate().map(|(at, one)| {
        let other = right.get(at).unwrap_or(&none);
        Row::body([
            Cow::Borrowed(&*one.day),
            Cow::Borrowed(&*one.counted),
            Cow::Owned(other.day.clone()),
            Cow::Owned(other.counted.clone()),
        ])
    });
    flow.table(&columns, SMALL, rows);
}

fn parts(flow: &mut Flow<'_>, title: &str, all: &[TicketPartLine]) {
    if all.is_empty() {
        return;
    }
    flow.section(title);
    // Steps have no notes, and need no empty column for them.
    let note = if all.iter().all(|one| one.note.is_empty()) { 0.0 } else { 69.0 };
    let mut columns = vec![
        Column::new("序号", 10.0, Align::Centre),
        Column::new(title, WIDTH - 34.0 - note, Align::Left),
        Column::new("情况", 24.0, Align::Centre),
    ];
    if note > 0.0 {
        columns.push(Column::new("日期或原因", note, Align::Left));
    }
    let rows = all.iter().enumerate().map(|(at, one)| {
        let mut cells =
            vec![Cow::Owned((at + 1).to_string()), Cow::Borrowed(&*one.part), Cow::Borrowed(&*one.state)];
        if note > 0.0 {
            cells.push(Cow::Borrowed(&*one.note));
        }
        Row::body(cells)
    });
    flow.table(&columns, SMALL, rows);
}

fn records(flow: &mut Flow<'_>, ticket: &TicketDossier) {
    if ticket.records.is_empty() {
        return;
    }
    flow.section("记录");
    let columns = [
        Column::new("日期", 22.0, Align::Centre),
        Column::new("类别", 28.0, Align::Left),
        Column::new("内容", WIDTH - 75.0, Align::Left),
        Column::new("登记人", 25.0, Align::Left),
    ];
    let rows = ticket.records.iter();
    flow.table(&columns, SMALL, rows.map(|one| Row::of([&one.on, &one.kind, &one.text, &one.by])));
}

fn audits(flow: &mut Flow<'_>, ticket: &TicketDossier) {
    if ticket.audits.is_empty() {
        return;
    }
    flow.section("审核");
    let columns = [
        Column::new("轮次", 18.0, Align::Centre),
        Column::new("送审", 30.0, Align::Left),
        Column::new("意见", WIDTH - 88.0, Align::Left),
        Column::new("审核人和依据", 40.0, Align::Left),
    ];
    let rows = ticket.audits.iter();
    flow.table(&columns, SMALL, rows.map(|one| Row::of([&one.round, &one.asked_on, &one.outcome, &one.by])));
}

fn acts(flow: &mut Flow<'_>, ticket: &TicketDossier) {
    flow.section("经过");
    let columns = [
        Column::new("时间", 34.0, Align::Centre),
        Column::new("办理", 34.0, Align::Left),
        Column::new("经办人", 25.0, Align::Left),
        Column::new("说明", WIDTH - 93.0, Align::Left),
    ];
    let rows = ticket.acts.iter();
    flow.table(&columns, SMALL, rows.map(|one| Row::of([&one.at, &one.act, &one.by, &one.text])));
}

fn files(flow: &mut Flow<'_>, ticket: &TicketDossier) {
    flow.section("文件清单");
    if ticket.files.is_empty() {
        flow.paragraph("没有附文件。");
        return;
    }
    let columns = [
        Column::new("类别", 20.0, Align::Centre),
        Column::new("文件", 50.0, Align::Left),
        Column::new("提交", 36.0, Align::Left),
        Column::new("大小", 18.0, Align::Right),
        Column::new("文件校验值（SHA-256）", WIDTH - 124.0, Align::Left),
    ];
    let rows = ticket.files.iter();
    flow.table(
        &columns,
        SMALL - 0.5,
        rows.map(|one| Row::of([&one.category, &one.what, &one.from, &one.size, &one.hash])),
    );
}
