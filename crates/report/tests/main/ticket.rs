//! The file of a ticket: as before, complete, and in its frame whatever names and texts there are.

use report::{ReportKind, read_facts, render_ticket_dossier};

use crate::pages::{self, LONG, assert_in_frame};
use crate::people::without_machine_words;
use crate::texts::{self, assert_all_printed};
use crate::ticket_samples::ticket_dossier;
use crate::tools::{File, fonts};

#[test]
fn it_reads_and_looks_as_before_and_says_what_it_is() {
    let pdf = render_ticket_dossier(&ticket_dossier(), fonts()).unwrap();
    texts::compare("ticket-dossier", &pdf);
    pages::compare("ticket-dossier", &pdf, &[1]);
    let file = File::of(&pdf);
    file.assert_sound();
    assert_eq!(read_facts(&pdf).unwrap().current.kind, ReportKind::TicketDossier);
    assert_eq!(file.described("acroform")["fields"].as_array().unwrap().len(), 0, "nobody signs it");
}

#[test]
fn every_text_of_it_can_be_read_back() {
    let view = ticket_dossier();
    let mut value = without_machine_words(&view);
    // A file of one side's own: it names no parties.
    let head = value["head"].as_object_mut().unwrap();
    head.remove("client");
    head.remove("provider");
    assert_all_printed(&value, &render_ticket_dossier(&view, fonts()).unwrap());
}

#[test]
fn long_names_and_a_long_life_stay_in_the_frame() {
    let unit = "中国移动通信集团四川有限公司阿坝藏族羌族自治州九寨沟县漳扎镇政企客户支撑服务中心分公司";
    let mut view = ticket_dossier();
    view.head.unit = unit.into();
    view.title = unit.repeat(2);
    for fact in &mut view.facts {
        fact.text = unit.into();
    }
    view.fields[0].name = "与本项目有关的其他单位和联系人及其职务、电话的说明".into();
    view.fields[0].text = unit.repeat(60);
    view.records[0].text = unit.repeat(40);
    view.records[0].by = LONG.into();
    view.audits[0].by = unit.into();
    view.acts = view.acts.iter().cycle().take(120).cloned().collect();
    view.acts[0].text = unit.repeat(30);
    view.acts[1].by = LONG.into();
    view.files = view.files.iter().cycle().take(40).cloned().collect();
    view.files[0].what = unit.into();
    view.days = view.days.iter().cycle().take(91).cloned().collect();
    let pdf = render_ticket_dossier(&view, fonts()).unwrap();
    assert_in_frame(&pdf);
    let text = File::of(&pdf).layout();
    assert!(text.trim_end_matches('\u{c}').split('\u{c}').count() > 5);
    assert_eq!(File::of(&pdf).drawn().matches(LONG).count(), 2);
}

#[test]
fn a_ticket_that_was_only_registered_has_no_empty_tables() {
    let mut view = ticket_dossier();
    view.fields.clear();
    view.missing.clear();
    view.terms.clear();
    view.days.clear();
    view.steps.clear();
    view.parts.clear();
    view.records.clear();
    view.audits.clear();
    view.marks.clear();
    view.files.clear();
    let text = File::of(&render_ticket_dossier(&view, fonts()).unwrap()).drawn();
    assert!(text.contains("没有附文件"));
    for words in ["工单内容", "逐日说明", "办结还缺", "申请人评价"] {
        assert!(!text.contains(words), "{words}");
    }
}
