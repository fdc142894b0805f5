//! 更换人员申请: the trial's months, the notes on the engineer's work, the steps of the request, and both sides' signatures.

use std::borrow::Cow;

use crate::ReportError;
use crate::canvas::{Face, Fonts};
use crate::facts::ReportKind;
use crate::layout::{Align, Column, Flow, Row, SMALL, WIDTH};
use crate::medium::Medium;
use crate::view::ReplacementRequest;
use crate::word::Word;

/// Prints a request for replacement.
///
/// # Errors
/// [`ReportError::MissingGlyph`] when a character cannot be printed.
pub fn render_replacement_request(
    request: &ReplacementRequest,
    fonts: &Fonts,
) -> Result<Vec<u8>, ReportError> {
    let mut flow = Flow::new(fonts, &request.head, ReportKind::ReplacementRequest);
    write(request, &mut flow);
    flow.finish()
}

/// The same as a Word file.
///
/// # Errors
/// [`ReportError::Drawing`] where the file cannot be packed.
pub fn replacement_request_word(request: &ReplacementRequest) -> Result<Vec<u8>, ReportError> {
    let mut word = Word::new(&request.head, ReportKind::ReplacementRequest);
    write(request, &mut word);
    word.finish()
}

fn write(request: &ReplacementRequest, flow: &mut impl Medium) {
    let head = &request.head;
    flow.centred(ReportKind::ReplacementRequest.title(), Face::Hei, 20.0);
    flow.gap(0.5);
    flow.centred(&format!("编号：{}", head.report_no), Face::Song, 10.5);
    flow.gap(2.5);
    let or_none = |text: &'_ str| if text.is_empty() { "—".to_owned() } else { text.to_owned() };
    let (post, express, successor) =
        (or_none(&request.post), or_none(&request.express_no), or_none(&request.successor));
    flow.pairs(&[("用人单位", &head.unit), ("甲方", &head.client), ("乙方", &head.provider)]);
    flow.join_tables();
    flow.pairs_of_two(&[
        ["姓名", &request.name, "工号", &request.staff_no],
        ["岗位", &post, "到岗日期", &request.arrived_on],
        ["试用期", &request.probation, "更换标准", &request.threshold],
        ["快文编号", &express, "接替人员", &successor],
    ]);

    flow.section("更换理由");
    flow.paragraph(if request.reason.is_empty() { "未填写。" } else { &request.reason });

    flow.section("试用期考核");
    if request.months.is_empty() {
        flow.paragraph("没有已提交的试用期考核。");
    } else {
        let columns = [
            Column::new("月份", 20.0, Align::Centre),
            Column::new("得分", 18.0, Align::Right),
            Column::new("标注", 30.0, Align::Centre),
            Column::new("扣分项和原因", WIDTH - 68.0, Align::Left),
        ];
        let rows = request.months.iter().map(|one| {
            let deductions = if one.deductions.is_empty() { "没有扣分" } else { &one.deductions };
            Row::of([&one.month, &one.score, &one.mark, deductions])
        });
        flow.table(&columns, SMALL, rows);
    }

    flow.section("工作记录");
    if request.notes.is_empty() {
        flow.paragraph("没有登记工作记录。");
    } else {
        let columns =
            [Column::new("日期", 24.0, Align::Centre), Column::new("内容", WIDTH - 24.0, Align::Left)];
        flow.table(&columns, SMALL, request.notes.iter().map(|one| Row::of([&one.date, &one.text])));
    }
    if !request.evidence.is_empty() {
        flow.section("其他依据");
        flow.list(request.evidence.iter().map(|line| Cow::Borrowed(&**line)));
    }

    flow.section("办理经过");
    if request.steps.is_empty() {
        flow.paragraph("尚未办理。");
    } else {
        let columns = [
            Column::new("环节", 34.0, Align::Left),
            Column::new("办理人", 34.0, Align::Left),
            Column::new("日期", 24.0, Align::Centre),
            Column::new("代录说明", WIDTH - 92.0, Align::Left),
        ];
        let rows = request.steps.iter().map(|one| Row::of([&one.step, &one.who, &one.date, &one.on_behalf]));
        flow.table(&columns, SMALL, rows);
    }

    flow.section("双方签署");
    let declaration = "甲方请乙方按约定更换上述人员；乙方签署表示收到本申请，并将安排接替人员。";
    flow.signature_blocks(declaration, &request.client_signatory, &request.provider_signatory, (20.0, 38.0));
}
