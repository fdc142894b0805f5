//! A form on paper: as before, complete, and in its frame whatever is written into it.

use report::{ReportKind, read_facts, render_form, view::*};

use crate::pages::{self, LONG, assert_in_frame};
use crate::people::without_machine_words;
use crate::samples::head;
use crate::texts::{self, assert_all_printed};
use crate::tools::{File, fonts};

fn named(name: &str, text: &str) -> NamedText {
    NamedText { name: name.into(), text: text.into() }
}

fn step(step: &str, outcome: &str, text: &str, by: &str) -> FormStepLine {
    FormStepLine { step: step.into(), outcome: outcome.into(), text: text.into(), by: by.into() }
}

fn complaint() -> FormPaper {
    let mut head = head(true, "成都分公司");
    head.report_no = "CD-TS202610-0003".into();
    head.quarter = String::new();
    head.quarter_words = String::new();
    head.classification = Classification::Internal;
    head.figures_json = r#"{"kind":"form","form":"CD-TS202610-0003"}"#.into();
    FormPaper {
        head,
        name: "客户投诉处理单".into(),
        title: "未按约定时间到场，影响客户内部评审".into(),
        facts: vec![
            named("日期", "2026-10-12"),
            named("状态", "办理中"),
            named("客户", "青屏区大数据中心"),
            named("被投诉人", "张伟 QT0001"),
            named("工单", "CD-202610-0012"),
        ],
        short: vec![
            named("反映类别", "投诉"),
            named("受理方式", "电话"),
            named("投诉人", "罗海燕"),
            named("联系方式", "13800001111"),
            named("严重程度", "较重"),
        ],
        wide: vec![
            named("投诉内容", "约定上午九点到场，十一点才到，影响了内部评审。\n此前也有一次迟到。"),
            named("客户要求", "更换人员，或提前一天确认行程。"),
        ],
        two_a_row: true,
        parts: vec![TicketPartLine {
            part: "通话录音".into(),
            state: "已完成".into(),
            note: "2026-10-12".into(),
        }],
        steps: vec![
            step(
                "调查处理",
                "已办理",
                "调查情况：前一项目拖延\n处理措施：改为提前一天确认",
                "陈思远，2026-10-13",
            ),
            step("认定", "成立", "属实，按规定处理", "周敏，2026-10-14，代录：快文2026-31"),
            step("答复投诉人", "", "", ""),
        ],
        tasks: vec![FormTaskLine {
            text: "回访客户".into(),
            who: "张伟 QT0001".into(),
            until: "2026-10-20".into(),
            state: "待完成".into(),
        }],
        files: vec!["通话录音（1.2 MB）".into()],
        signatures: vec!["受理人".into(), "部门负责人".into()],
        note: "投诉在受理之日起 5 个工作日内答复。".into(),
    }
}

#[test]
fn it_reads_and_looks_as_before_and_says_what_it_is() {
    let pdf = render_form(&complaint(), fonts()).unwrap();
    texts::compare("form", &pdf);
    pages::compare("form", &pdf, &[1]);
    let file = File::of(&pdf);
    file.assert_sound();
    assert_eq!(read_facts(&pdf).unwrap().current.kind, ReportKind::Form);
}

#[test]
fn every_text_of_it_can_be_read_back() {
    let view = complaint();
    let mut value = without_machine_words(&view);
    // A form of one side's own: it names no parties.
    let head = value["head"].as_object_mut().unwrap();
    head.remove("client");
    head.remove("provider");
    assert_all_printed(&value, &render_form(&view, fonts()).unwrap());
}

#[test]
fn long_texts_stay_in_the_frame() {
    let unit = "中国移动通信集团四川有限公司阿坝藏族羌族自治州九寨沟县漳扎镇政企客户支撑服务中心分公司";
    let mut view = complaint();
    view.head.unit = unit.into();
    view.title = unit.repeat(2);
    view.facts.iter_mut().for_each(|fact| fact.text = unit.into());
    for field in &mut view.short {
        field.text = LONG.into();
    }
    view.short[1].name = "与本项目有关的其他单位和联系人及其职务、电话的说明".into();
    view.wide[0].text = unit.repeat(60);
    view.wide[1].name = "与本项目有关的其他单位和联系人及其职务、电话的说明".into();
    view.parts[0].part = unit.into();
    view.parts[0].note = unit.into();
    view.steps[0].text = unit.repeat(30);
    view.steps[1].by = format!("{LONG}，2026-10-14，代录：{unit}");
    view.tasks[0].text = unit.repeat(3);
    view.tasks[0].who = LONG.into();
    view.tasks[0].state = unit.into();
    view.files = vec![unit.into(); 12];
    view.signatures =
        vec![unit.into(), "部门负责人".into(), "分管领导".into(), "客户代表".into(), "档案管理人员".into()];
    view.note = unit.repeat(4);
    let pdf = render_form(&view, fonts()).unwrap();
    assert_in_frame(&pdf);
    assert!(File::of(&pdf).drawn().matches(LONG).count() >= view.short.len());
}
