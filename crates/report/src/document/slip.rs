//! 季度考核异议单: what the provider objects to, with room for the unit to answer by hand.

use std::borrow::Cow;

use crate::ReportError;
use crate::canvas::{Face, Fonts};
use crate::facts::ReportKind;
use crate::layout::{Align, Column, Flow, Row, SMALL, WIDTH, made_at_words};
use crate::view::ObjectionSlip;

/// Prints an objection slip.
///
/// # Errors
/// [`ReportError::MissingGlyph`] when a character cannot be printed.
pub fn render_objection_slip(slip: &ObjectionSlip, fonts: &Fonts) -> Result<Vec<u8>, ReportError> {
    let head = &slip.head;
    let mut flow = Flow::new(fonts, head, ReportKind::ObjectionSlip);
    flow.centred(ReportKind::ObjectionSlip.title(), Face::Hei, 20.0);
    flow.gap(0.5);
    flow.centred(&head.quarter_words, Face::Song, 12.0);
    flow.gap(2.5);
    let sheet = format!("{}　修订 {}", slip.sheet_no, slip.sheet_revision);
    let writer = format!("{}　{}", slip.writer.name, slip.writer.post);
    let made_at = made_at_words(head);
    flow.pairs(&[
        ("答复单位", &head.unit),
        ("甲方", &head.client),
        ("乙方（提出方）", &head.provider),
        ("针对的确认单", &sheet),
        ("确认单校验码", &slip.sheet_check_code),
        ("填写人", writer.trim_end_matches('　')),
        ("填写时间", &made_at),
    ]);

    flow.section("异议事项");
    let said = (WIDTH - 36.0) * 0.6;
    let columns = [
        Column::new("序号", 10.0, Align::Centre),
        Column::new("涉及", 26.0, Align::Centre),
        Column::new("异议内容和理由", said, Align::Left),
        Column::new("用人单位答复（手写或另附）", WIDTH - 36.0 - said, Align::Left),
    ];
    let rows = slip.objections.iter().enumerate().map(|(at, one)| {
        Row::body([
            Cow::Owned((at + 1).to_string()),
            Cow::Borrowed(&*one.about),
            Cow::Borrowed(&*one.text),
            Cow::Borrowed(""),
        ])
    });
    flow.table(&columns, SMALL + 0.5, rows);
    flow.note("收到本单后，在“慧签”的“收到的文件”或“申诉”页面导入，即逐条登记为异议。");

    flow.section("双方签署");
    let declaration =
        "乙方对上述考核结果提出异议，请用人单位答复。甲方签署只表示收到本单，不表示同意其中的异议。";
    flow.signature_blocks(declaration, &slip.client_signatory, &slip.provider_signatory, (20.0, 40.0));
    flow.finish()
}
