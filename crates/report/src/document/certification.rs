//! 能力认证结果, or 等级证书 where the level was reached.

use std::borrow::Cow;

use super::responsible_table;
use crate::ReportError;
use crate::canvas::{Face, Fonts};
use crate::facts::ReportKind;
use crate::layout::{Align, Column, Flow, Row, SMALL, WIDTH};
use crate::medium::Medium;
use crate::view::CertificationResult;
use crate::word::Word;

/// Prints the outcome of a certification: a certificate where the level was reached, otherwise the result.
///
/// # Errors
/// [`ReportError::MissingGlyph`] when a character cannot be printed.
pub fn render_certificate(outcome: &CertificationResult, fonts: &Fonts) -> Result<Vec<u8>, ReportError> {
    let mut flow = Flow::new(fonts, &outcome.head, kind(outcome));
    write(outcome, &mut flow);
    flow.finish()
}

/// The same as a Word file.
///
/// # Errors
/// [`ReportError::Drawing`] where the file cannot be packed.
pub fn certificate_word(outcome: &CertificationResult) -> Result<Vec<u8>, ReportError> {
    let mut word = Word::new(&outcome.head, kind(outcome));
    write(outcome, &mut word);
    word.finish()
}

fn kind(outcome: &CertificationResult) -> ReportKind {
    if outcome.certified { ReportKind::LevelCertificate } else { ReportKind::CertificationResult }
}

fn write(outcome: &CertificationResult, flow: &mut impl Medium) {
    let head = &outcome.head;
    flow.centred(kind(outcome).title(), Face::Hei, 20.0);
    flow.gap(0.5);
    flow.centred(&format!("编号：{}", head.report_no), Face::Song, 10.5);
    flow.gap(3.0);
    if outcome.certified {
        flow.boxed(&format!("{}　{}", outcome.name, outcome.level), Face::Hei, 16.0);
    }
    let or_none = |text: &'_ str| if text.is_empty() { "—".to_owned() } else { text.to_owned() };
    let (post, from) = (or_none(&outcome.post), or_none(&outcome.valid_from));
    let until = match (outcome.certified, outcome.valid_until.is_empty()) {
        (true, true) => "未设期限",
        (false, true) => "—",
        (_, false) => &outcome.valid_until,
    };
    flow.pairs_of_two(&[
        ["姓名", &outcome.name, "工号", &outcome.staff_no],
        ["用人单位", &head.unit, "岗位", &post],
    ]);
    flow.join_tables();
    flow.pairs(&[
        ("认证标准", &outcome.standard),
        ("认证等级", &outcome.level),
        ("认证结果", &outcome.result),
    ]);
    flow.join_tables();
    flow.pairs_of_two(&[["评定日期", &outcome.decided_on, "生效日期", &from]]);
    flow.join_tables();
    flow.pairs(&[("有效期至", until)]);
    if !outcome.follow_up.is_empty() {
        flow.join_tables();
        flow.pairs(&[("后续安排", &outcome.follow_up)]);
    }

    flow.section("各项条件");
    if outcome.gates.is_empty() {
        flow.paragraph("本等级没有设条件。");
    } else {
        let columns = [
            Column::new("序号", 10.0, Align::Centre),
            Column::new("条件", 42.0, Align::Left),
            Column::new("要求", 38.0, Align::Left),
            Column::new("结论", 18.0, Align::Centre),
            Column::new("依据", WIDTH - 108.0, Align::Left),
        ];
        let rows = outcome.gates.iter().enumerate().map(|(at, one)| {
            Row::body([
                Cow::Owned((at + 1).to_string()),
                Cow::Borrowed(&*one.gate),
                Cow::Borrowed(&*one.required),
                Cow::Borrowed(&*one.verdict),
                Cow::Borrowed(&*one.how),
            ])
        });
        flow.table(&columns, SMALL, rows);
    }

    flow.section("评定");
    responsible_table(flow, &outcome.evaluators);
    if !outcome.on_behalf.is_empty() {
        flow.part("代录");
        flow.list(outcome.on_behalf.iter().map(|line| Cow::Borrowed(&**line)));
    }
    flow.section("证据清单");
    if outcome.evidence.is_empty() {
        flow.paragraph("没有另附证据。");
    } else {
        flow.list(outcome.evidence.iter().map(|line| Cow::Borrowed(&**line)));
    }

    flow.section("签署");
    flow.signature_blocks("", &outcome.client_signatory, &outcome.provider_signatory, (20.0, 36.0));
}
