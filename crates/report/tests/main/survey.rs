//! 需求调研报告: what it says can be read back, and stays in its frame whatever was heard.

use report::view::{NamedText, SurveyReport, SurveySection, TicketRecordLine};
use report::{ReportKind, read_facts, render_survey_report};

use crate::pages::{LONG, assert_in_frame};
use crate::people::without_machine_words;
use crate::samples::head;
use crate::texts::assert_all_printed;
use crate::tools::{File, fonts};

fn named(name: &str, text: &str) -> NamedText {
    NamedText { name: name.into(), text: text.into() }
}

fn report() -> SurveyReport {
    let mut head = head(true, "成都分公司");
    head.report_no = "CD-202610-0031".into();
    head.quarter = String::new();
    head.quarter_words = String::new();
    head.classification = report::view::Classification::Internal;
    head.figures_json = r#"{"kind":"surveyReport","ticket":"CD-202610-0031","version":2}"#.into();
    let record = |kind: &str, text: &str| TicketRecordLine {
        on: "2026-10-13".into(),
        kind: kind.into(),
        text: text.into(),
        by: "陈思远".into(),
    };
    let section = |name: &str, texts: Vec<NamedText>, records: Vec<TicketRecordLine>| SurveySection {
        name: name.into(),
        texts,
        records,
    };
    SurveyReport {
        head,
        title: "某职业学院智慧校园需求调研".into(),
        version: "第 2 版".into(),
        facts: vec![named("客户", "某职业技术学院"), named("第一责任人", "陈思远 QT0007")],
        sections: vec![
            section("调研计划", vec![], vec![record("调研计划", "调研目标：摸清教务流程")]),
            section("需求说明", vec![named("目标", "一网通办")], vec![]),
            section("客户意见和确认", vec![], vec![]),
            section(
                "需求变更和受影响的文档",
                vec![named("受变更影响的方案和演示文档", "不适用（还没有方案）")],
                vec![record("登记需求变更", "增加两个校区")],
            ),
        ],
    }
}

#[test]
fn every_text_of_it_can_be_read_back_and_an_empty_part_is_left_out() {
    let view = report();
    let pdf = render_survey_report(&view, fonts()).unwrap();
    File::of(&pdf).assert_sound();
    assert_eq!(read_facts(&pdf).unwrap().current.kind, ReportKind::SurveyReport);
    let mut value = without_machine_words(&view);
    // A report of one side's own: it names no parties.
    let head = value["head"].as_object_mut().unwrap();
    head.remove("client");
    head.remove("provider");
    value["sections"].as_array_mut().unwrap().remove(2);
    assert_all_printed(&value, &pdf);
    assert!(!File::of(&pdf).layout().contains("客户意见和确认"));
}

#[test]
fn long_words_stay_in_the_frame() {
    let mut view = report();
    let long = "现有教务、学工、后勤三个系统数据不通".repeat(60);
    view.title = "某职业技术学院".repeat(9);
    view.sections[0].records[0].text.clone_from(&long);
    view.sections[0].records[0].by = LONG.into();
    view.sections[1].texts[0].text = long;
    let lines = view.sections[0].records.clone();
    view.sections[0].records = lines.iter().cycle().take(30).cloned().collect();
    assert_in_frame(&render_survey_report(&view, fonts()).unwrap());
}
