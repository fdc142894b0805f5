//! The index of a project's documents: as before, complete, and in its frame whatever they are called.

use report::{ReportKind, read_facts, render_document_index, view::*};

use crate::pages::{self, LONG, assert_in_frame};
use crate::people::without_machine_words;
use crate::samples::head;
use crate::texts::{self, assert_all_printed};
use crate::tools::{File, fonts};

fn line(number: &str, title: &str, marks: &[&str], nth: u8) -> IndexLine {
    IndexLine {
        number: number.into(),
        title: title.into(),
        marks: marks.iter().map(|mark| (*mark).into()).collect(),
        version: format!("第 {nth} 版"),
        on: format!("2026-10-1{nth}"),
        by: "陈思远".into(),
        size: format!("{} KB", u32::from(nth) * 137),
        paper: if nth == 1 { "3 号柜第 2 盒\n罗海燕".into() } else { String::new() },
        hash: format!("{nth:02x}").repeat(32),
    }
}

fn sample() -> DocumentIndex {
    let mut head = head(true, "成都分公司");
    head.report_no = "CD-SJ-202610-0003".into();
    head.quarter = String::new();
    head.quarter_words = String::new();
    head.classification = Classification::Internal;
    head.figures_json = r#"{"kind":"documentIndex","about":"opportunity/CD-SJ-202610-0003"}"#.into();
    DocumentIndex {
        head,
        of: "商机".into(),
        title: "某市城市运行管理服务平台二期及配套专线、云资源、安全服务一体化采购项目".into(),
        sentence: "本目录列出截至 2026-10-20 的文档，共 4 份，合计 1.3 MB。".into(),
        groups: vec![
            IndexGroup {
                name: "需求调研文档".into(),
                lines: vec![
                    line("QD202610001", "某市城市运行平台需求调研报告", &["需求调研报告"], 2),
                    line("QD202610002", "调研问卷（城管、交通）", &["调研问卷", "工单 CD-202610-0012"], 1),
                ],
            },
            IndexGroup {
                name: "投标文档".into(),
                lines: vec![
                    line("TB202610001", "技术部分第三卷", &["投标文件", "内部"], 3),
                    line("TB202610002", "投标报价清单", &["投标报价清单", "机密"], 1),
                ],
            },
        ],
        left_out: true,
    }
}

#[test]
fn it_reads_and_looks_as_before_and_says_what_it_is() {
    let pdf = render_document_index(&sample(), fonts()).unwrap();
    texts::compare("document-index", &pdf);
    pages::compare("document-index", &pdf, &[1]);
    let file = File::of(&pdf);
    file.assert_sound();
    assert_eq!(read_facts(&pdf).unwrap().current.kind, ReportKind::DocumentIndex);
}

#[test]
fn every_text_of_it_can_be_read_back() {
    let view = sample();
    let mut value = without_machine_words(&view);
    // A list of one side's own: it names no parties.
    let head = value["head"].as_object_mut().unwrap();
    head.remove("client");
    head.remove("provider");
    assert_all_printed(&value, &render_document_index(&view, fonts()).unwrap());
}

#[test]
fn long_names_and_many_documents_stay_in_the_frame() {
    let unit = "中国移动通信集团四川有限公司阿坝藏族羌族自治州九寨沟县漳扎镇政企客户支撑服务中心分公司";
    let mut view = sample();
    view.title = unit.repeat(2);
    view.head.unit = unit.into();
    let lines = &mut view.groups[0].lines;
    lines[0].title = unit.repeat(3);
    lines[0].by = LONG.into();
    lines[1].title = LONG.into();
    lines[1].paper = unit.into();
    *lines = lines.iter().cycle().take(90).cloned().collect();
    let pdf = render_document_index(&view, fonts()).unwrap();
    assert_in_frame(&pdf);
    let text = File::of(&pdf).layout();
    let pages: Vec<&str> = text.split('\u{c}').filter(|page| page.contains("202610")).collect();
    assert!(pages.len() > 5);
    let listing = |page: &&str| page.contains("QD202610") || page.contains("TB202610");
    assert!(pages.iter().filter(|page| listing(page)).all(|page| page.contains("题名和种类")));
}

#[test]
fn an_empty_index_says_so_and_leaves_nothing_out_silently() {
    let mut view = sample();
    view.groups.clear();
    view.left_out = false;
    view.sentence = "没有文档。".into();
    let text = File::of(&render_document_index(&view, fonts()).unwrap()).drawn();
    assert!(text.contains("没有文档。") && !text.contains("限制查看") && !text.contains("题名和种类"));
}
