//! 需求调研报告 on paper.

use crate::ReportError;
use crate::canvas::{Face, Fonts};
use crate::facts::ReportKind;
use crate::layout::{Align, Column, Flow, Row, SMALL, WIDTH, made_at_words};
use crate::view::{SurveyReport, SurveySection};

/// Prints a survey's report.
///
/// # Errors
/// [`ReportError::MissingGlyph`] when a character cannot be printed.
pub fn render_survey_report(survey: &SurveyReport, fonts: &Fonts) -> Result<Vec<u8>, ReportError> {
    let head = &survey.head;
    let kind = ReportKind::SurveyReport;
    let mut flow = Flow::new(fonts, head, kind);
    flow.centred(kind.title(), Face::Hei, 20.0);
    flow.gap(1.5);
    flow.centred(&survey.title, Face::Hei, 12.0);
    flow.gap(2.5);
    let made_at = made_at_words(head);
    flow.pairs_of_two(&[
        ["工单号", &head.report_no, "版本", &survey.version],
        ["用人单位", &head.unit, "生成时间", &made_at],
    ]);
    if !survey.facts.is_empty() {
        flow.join_tables();
        flow.pairs(&survey.facts.iter().map(|one| (&*one.name, &*one.text)).collect::<Vec<_>>());
    }
    for section in survey.sections.iter().filter(|one| !one.texts.is_empty() || !one.records.is_empty()) {
        part(&mut flow, section);
    }
    flow.finish()
}

fn part(flow: &mut Flow<'_>, section: &SurveySection) {
    flow.section(&section.name);
    if !section.texts.is_empty() {
        flow.pairs(&section.texts.iter().map(|one| (&*one.name, &*one.text)).collect::<Vec<_>>());
    }
    if section.records.is_empty() {
        return;
    }
    if !section.texts.is_empty() {
        flow.gap(2.0);
    }
    let columns = [
        Column::new("日期", 22.0, Align::Centre),
        Column::new("类别", 28.0, Align::Left),
        Column::new("内容", WIDTH - 75.0, Align::Left),
        Column::new("登记人", 25.0, Align::Left),
    ];
    let rows = section.records.iter();
    flow.table(&columns, SMALL, rows.map(|one| Row::of([&one.on, &one.kind, &one.text, &one.by])));
}
