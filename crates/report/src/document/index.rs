//! 文件目录: one table, a band for each category, its heading on every page.

use std::borrow::Cow;

use crate::ReportError;
use crate::canvas::{Face, Fonts};
use crate::facts::ReportKind;
use crate::layout::{Align, Column, Flow, Row, SMALL, WIDTH, made_at_words};
use crate::view::{DocumentIndex, IndexLine};

/// Prints an index of documents.
///
/// # Errors
/// [`ReportError::MissingGlyph`] when a character cannot be printed.
pub fn render_document_index(index: &DocumentIndex, fonts: &Fonts) -> Result<Vec<u8>, ReportError> {
    let head = &index.head;
    let kind = ReportKind::DocumentIndex;
    let mut flow = Flow::new(fonts, head, kind);
    flow.centred(kind.title(), Face::Hei, 20.0);
    flow.gap(1.5);
    flow.centred(&index.title, Face::Hei, 12.0);
    flow.gap(2.5);
    let made_at = made_at_words(head);
    flow.pairs_of_two(&[
        ["所属", &index.of, "编号", &head.report_no],
        ["用人单位", &head.unit, "生成时间", &made_at],
    ]);
    flow.gap(2.5);
    flow.paragraph(&index.sentence);
    if !index.groups.is_empty() {
        table(&mut flow, index);
    }
    if index.left_out {
        flow.note("另有限制查看的文档，未列入本目录。");
    }
    flow.note("校验值是该版本文件的 SHA-256，与手上文件的校验值相同，即为同一份文件。");
    flow.finish()
}

fn table(flow: &mut Flow<'_>, index: &DocumentIndex) {
    let columns = [
        Column::new("序号", 10.0, Align::Centre),
        Column::new("文档编号", 23.0, Align::Left),
        Column::new("题名和种类", WIDTH - 132.0, Align::Left),
        Column::new("版本和办理", 21.0, Align::Left),
        Column::new("大小", 15.0, Align::Right),
        Column::new("纸质件", 22.0, Align::Left),
        Column::new("校验值（SHA-256）", 41.0, Align::Left),
    ];
    let mut nth = 0;
    let mut rows = Vec::new();
    for group in &index.groups {
        rows.push(Row::band(format!("{}（{} 份）", group.name, group.lines.len())));
        for line in &group.lines {
            nth += 1;
            rows.push(row(nth, line));
        }
    }
    flow.table(&columns, SMALL - 0.5, rows);
}

fn row(nth: usize, line: &IndexLine) -> Row<'_> {
    let what = std::iter::once(&*line.title).chain(line.marks.iter().map(String::as_str));
    let version = [&*line.version, &*line.on, &*line.by];
    Row::body([
        Cow::Owned(nth.to_string()),
        Cow::Borrowed(&*line.number),
        Cow::Owned(what.collect::<Vec<_>>().join("\n")),
        Cow::Owned(version.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")),
        Cow::Borrowed(&*line.size),
        Cow::Borrowed(&*line.paper),
        Cow::Borrowed(&*line.hash),
    ])
}
