//! People's papers: made before they are signed, as PDF and for the office system, and no business act.

use crate::words::says;
use huiqian_tests::Desk;
use serde_json::{Value, json};
use std::process::Command;

fn text_of(pdf: &str) -> String {
    let text = Command::new("pdftotext").args(["-raw", pdf, "-"]).output().unwrap();
    let text = String::from_utf8(text.stdout).unwrap();
    text.split_whitespace().collect()
}

fn holds(pdf: &str, words: &[&str]) {
    let text = text_of(pdf);
    for word in words {
        assert!(text.contains(word), "{word} is not in\n{text}");
    }
}

fn paper(desk: &Desk, staff_no: &str, kind: &str, signed_on: &str) -> Value {
    let scan = desk.file(&format!("{kind}.pdf"), &format!("%PDF {kind} {staff_no}"));
    json!({ "staffNo": staff_no, "kind": kind, "number": format!("{kind}-7"), "signedOn": signed_on, "scan": scan })
}

/// 端木赐 in C01, announced for the first of March.
fn announced(now: &str) -> Desk {
    let mut desk = Desk::province(now, 2, false);
    desk.ok(
        "announceArrival",
        json!({
            "staffNo": "QT1", "unit": "C01", "expectedOn": "2026-03-01", "name": "端木赐", "post": "售前工程师",
            "phone": "13900000001", "skills": ["5G 专网"],
        }),
    );
    desk
}

#[test]
fn the_papers_are_made_before_anybody_is_on_duty_and_say_what_was_filed_after() {
    let mut desk = announced("2026-04-20T02:00:00Z");
    let before = desk.head();
    for (kind, title) in
        [("letter", "到岗接收函"), ("agreement", "信息安全协议"), ("pledge", "安全生产承诺书")]
    {
        let out = desk.path(&format!("{title}.pdf"));
        desk.ok("makeArrivalPaper", json!({ "staffNo": "QT1", "kind": kind, "out": out }));
        holds(&out, &[title, "内部资料", "端木赐", "QT1", "售前工程师", "2026-03-01", "建议文本", "5G专网"]);
        let checked = desk.ok("checkReport", json!({ "path": out }));
        assert_eq!((&checked["formal"], &checked["quarter"]), (&json!(true), &Value::Null), "{checked}");
        let word = desk.path(&format!("{title}.DOCX"));
        desk.ok("makeArrivalPaper", json!({ "staffNo": "QT1", "kind": kind, "out": word }));
        assert!(std::fs::read(&word).unwrap().starts_with(b"PK"), "a Word file");
    }
    assert_eq!(desk.head(), before, "making a paper is no business act");
    holds(&desk.path("到岗接收函.pdf"), &["C01-DG-QT1-20260301", "自到岗接收函签署之日起一个自然月"]);

    // A paper without a person, and a kind that there is not.
    let out = desk.path("无.pdf");
    let wrong = desk.refused("makeArrivalPaper", json!({ "staffNo": "QT9", "kind": "letter", "out": out }));
    says(&wrong, "unknownEngineer", &["QT9"]);
    let wrong = desk.refused("makeArrivalPaper", json!({ "staffNo": "QT1", "kind": "oath", "out": out }));
    says(&wrong, "badPaper", &["oath"]);
    assert!(!std::path::Path::new(&out).exists(), "a refused act writes nothing");

    desk.ok("filePaper", paper(&desk, "QT1", "letter", "2026-03-01"));
    desk.ok("nameManager", json!({ "staffNo": "QT1", "name": "公冶长" }));
    let again = desk.path("再打一份.pdf");
    desk.ok("makeArrivalPaper", json!({ "staffNo": "QT1", "kind": "letter", "out": again }));
    holds(&again, &["letter-7", "2026-03-01至2026-03-31", "公冶长"]);
}

#[test]
fn a_request_shows_what_it_rests_on_and_how_far_it_has_come() {
    let mut desk = announced("2026-04-20T02:00:00Z");
    desk.ok("filePaper", paper(&desk, "QT1", "letter", "2026-03-01"));
    desk.ok("noteWork", json!({ "staffNo": "QT1", "on": "2026-03-12", "text": "方案漏报设备清单" }));
    let items = json!([]);
    let rows = json!([{ "staffNo": "QT1", "score": "64.5", "items": items, "note": "连续返工" }]);
    desk.ok("recordAssessments", json!({ "unit": "C01", "month": "2026-03", "rows": rows }));
    let out = desk.path("申请.pdf");
    let none = desk.refused("makeReplacementRequest", json!({ "staffNo": "QT1", "out": out }));
    says(&none, "unknownReplacement", &["QT1"]);

    desk.ok("requestReplacement", json!({ "staffNo": "QT1", "reason": "两次返工后没有改进" }));
    let evidence = desk.file("快文截图.png", "\u{89}PNG");
    desk.ok(
        "approveReplacement",
        json!({
            "staffNo": "QT1", "on": "2026-04-20", "evidence": evidence,
            "onBehalf": { "party": "client", "person": "郑秋实", "basis": "快文〔2026〕118 号" },
        }),
    );
    desk.ok("makeReplacementRequest", json!({ "staffNo": "QT1", "out": out }));
    holds(
        &out,
        &[
            "更换人员申请",
            "C01-GH-QT1-01",
            "端木赐",
            "2026-03-01至2026-03-31",
            "低于70分",
            "64.50",
            "只给了总分，没有分项",
            "可要求更换",
            "方案漏报设备清单",
            "两次返工后没有改进",
            "领导审批",
            "2026-04-20",
            "代甲方郑秋实登记",
            "快文〔2026〕118号",
        ],
    );
}

#[test]
fn the_register_lists_who_is_there_and_who_is_awaited() {
    let mut desk = announced("2026-04-20T02:00:00Z");
    desk.import(
        "people",
        "工号,姓名,单位代码,到岗日期,离岗日期\nQT2,颜回,C01,2025-01-01,\nQT3,仲由,C02,2025-01-01,\nQT4,冉求,C02,2024-01-01,2025-06-30\n",
    )
    .unwrap();
    let out = desk.path("名册.pdf");
    desk.ok("makePersonnelRegister", json!({ "out": out }));
    holds(&out, &["人员名册", "共3人次", "端木赐", "待到岗", "缺到岗接收函", "颜回", "仲由", "信息安全协议"]);
    assert!(!text_of(&out).contains("冉求"), "who has left is left out");
    desk.ok("makePersonnelRegister", json!({ "out": out, "gone": true, "units": ["C02"] }));
    let text = text_of(&out);
    assert!(text.contains("冉求") && text.contains("离岗") && !text.contains("颜回"), "{text}");
}
