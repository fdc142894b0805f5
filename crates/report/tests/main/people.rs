//! People's papers: as before, complete, in their frame whatever names there are, with fields for both parties.

use report::view::ArrivalPaperKind::{Letter, SafetyPledge, SecurityAgreement};
use report::{
    ReportKind, read_facts, render_arrival_paper, render_certificate, render_month_sheet,
    render_personnel_register, render_replacement_request,
};

use crate::pages::{LONG, assert_in_frame};
use crate::people_samples::{arrival_paper, certification, month_sheet, register, replacement_request};
use crate::texts::assert_all_printed;
use crate::tools::{File, fonts};
use crate::{pages, texts};

fn all() -> Vec<(&'static str, ReportKind, Vec<u8>)> {
    let paper = |kind| render_arrival_paper(&arrival_paper(kind), fonts()).unwrap();
    let certificate = |certified| render_certificate(&certification(certified), fonts()).unwrap();
    vec![
        ("arrival-letter", ReportKind::ArrivalLetter, paper(Letter)),
        ("security-agreement", ReportKind::SecurityAgreement, paper(SecurityAgreement)),
        ("safety-pledge", ReportKind::SafetyPledge, paper(SafetyPledge)),
        (
            "replacement",
            ReportKind::ReplacementRequest,
            render_replacement_request(&replacement_request(), fonts()).unwrap(),
        ),
        (
            "register",
            ReportKind::PersonnelRegister,
            render_personnel_register(&register(60), fonts()).unwrap(),
        ),
        (
            "month-sheet",
            ReportKind::MonthSheet,
            render_month_sheet(&month_sheet(true, 12, true), fonts()).unwrap(),
        ),
        ("certificate", ReportKind::LevelCertificate, certificate(true)),
        ("certification", ReportKind::CertificationResult, certificate(false)),
    ]
}

#[test]
fn they_read_and_look_as_before() {
    for (name, _, pdf) in all() {
        texts::compare(name, &pdf);
        pages::compare(name, &pdf, &[1]);
    }
}

#[test]
fn they_are_sound_and_say_what_they_are() {
    for (name, kind, pdf) in all() {
        let file = File::of(&pdf);
        file.assert_sound();
        assert_eq!(read_facts(&pdf).unwrap().current.kind, kind, "{name}");
        let drawn = file.drawn();
        for words in [kind.title(), "内部资料"] {
            assert!(drawn.contains(words), "{name}: {words}");
        }
        let fields = file.described("acroform")["fields"].as_array().unwrap().len();
        let signed =
            if matches!(kind, ReportKind::PersonnelRegister | ReportKind::MonthSheet) { 0 } else { 2 };
        assert_eq!(fields, signed, "{name}: signature fields");
    }
}

#[test]
fn every_text_of_them_can_be_read_back() {
    for kind in [Letter, SecurityAgreement, SafetyPledge] {
        let view = arrival_paper(kind);
        let pdf = render_arrival_paper(&view, fonts()).unwrap();
        assert_all_printed(&without_machine_words(&view), &pdf);
        assert_eq!(File::of(&pdf).page_count(), 1, "a paper to be signed is one sheet");
        assert!(File::of(&pdf).drawn().contains("建议文本"));
    }
    let view = replacement_request();
    let pdf = render_replacement_request(&view, fonts()).unwrap();
    assert_all_printed(&without_machine_words(&view), &pdf);
    let view = register(60);
    let pdf = render_personnel_register(&view, fonts()).unwrap();
    let mut value = without_machine_words(&view);
    // A list of one side's own: it names no parties.
    let head = value["head"].as_object_mut().unwrap();
    head.remove("client");
    head.remove("provider");
    assert_all_printed(&value, &pdf);
    for (formal, attended) in [(true, true), (false, false)] {
        let view = month_sheet(formal, 30, attended);
        let pdf = render_month_sheet(&view, fonts()).unwrap();
        let mut value = without_machine_words(&view);
        let head = value["head"].as_object_mut().unwrap();
        head.remove("client");
        head.remove("provider");
        assert_all_printed(&value, &pdf);
        assert_eq!(File::of(&pdf).drawn().contains("仅作评分依据"), attended);
    }
    for certified in [true, false] {
        let view = certification(certified);
        let pdf = render_certificate(&view, fonts()).unwrap();
        assert_all_printed(&without_machine_words(&view), &pdf);
    }
}

/// A view without what is not meant for the pages: the kind of paper in code, and the whole journal hash, of which the
/// footer shows the beginning.
pub fn without_machine_words(view: &impl serde::Serialize) -> serde_json::Value {
    let mut value = serde_json::to_value(view).unwrap();
    let fields = value.as_object_mut().unwrap();
    fields.remove("kind");
    let head = fields["head"].as_object_mut().unwrap();
    head.remove("journalHash");
    value
}

#[test]
fn a_register_says_its_columns_and_its_unit_again_on_every_page() {
    let pdf = render_personnel_register(&register(180), fonts()).unwrap();
    assert_in_frame(&pdf);
    let text = File::of(&pdf).layout();
    let pages: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
    assert!(pages.len() > 3, "{} pages", pages.len());
    for page in &pages {
        assert!(page.contains("到岗日期"), "{page}");
    }
    assert!(text.contains("（续）"));
    for nth in 0..180 {
        assert!(text.contains(&format!("QT{nth:04}")), "QT{nth:04}");
    }
}

#[test]
fn long_names_stay_in_the_frame() {
    let unit = "中国移动通信集团四川有限公司阿坝藏族羌族自治州九寨沟县漳扎镇政企客户支撑服务中心分公司";
    for kind in [Letter, SecurityAgreement, SafetyPledge] {
        let mut view = arrival_paper(kind);
        view.name = LONG.into();
        view.head.unit = unit.into();
        view.post = unit.into();
        view.manager = LONG.into();
        view.skills = unit.repeat(4);
        let pdf = render_arrival_paper(&view, fonts()).unwrap();
        assert_in_frame(&pdf);
        assert!(File::of(&pdf).drawn().contains(LONG));
    }
    let mut view = replacement_request();
    view.name = LONG.into();
    view.successor = LONG.into();
    view.steps[1].on_behalf = unit.repeat(3);
    view.notes[0].text = unit.repeat(60);
    let pdf = render_replacement_request(&view, fonts()).unwrap();
    assert_in_frame(&pdf);
    let mut view = register(60);
    for person in view.units.iter_mut().flat_map(|unit| &mut unit.people) {
        person.name = LONG.into();
        person.post = unit.into();
    }
    let pdf = render_personnel_register(&view, fonts()).unwrap();
    assert_in_frame(&pdf);
    assert_eq!(File::of(&pdf).drawn().matches(LONG).count(), 60);
    let mut view = certification(true);
    view.name = LONG.into();
    view.head.unit = unit.into();
    view.gates[0].how = unit.repeat(10);
    assert_in_frame(&render_certificate(&view, fonts()).unwrap());
}

#[test]
fn what_is_empty_is_said() {
    let mut view = replacement_request();
    view.months.clear();
    view.notes.clear();
    view.evidence.clear();
    view.steps.clear();
    view.reason.clear();
    let text = File::of(&render_replacement_request(&view, fonts()).unwrap()).drawn();
    for words in ["没有已提交的试用期考核", "没有登记工作记录", "尚未办理", "未填写"]
    {
        assert!(text.contains(words), "{words}");
    }
    let text = File::of(&render_personnel_register(&register(0), fonts()).unwrap()).drawn();
    assert!(text.contains("没有符合条件的人员"));
}
