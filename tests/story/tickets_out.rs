//! What comes out of tickets: their files, the file of a ticket as one PDF.

use crate::words::says;
use huiqian_tests::{Desk, PASSWORD};
use serde_json::{Value, json};
use std::process::Command;

fn desk() -> Desk {
    let mut desk = Desk::province("2026-10-12T02:00:00Z", 2, true);
    let people = "工号,姓名,单位代码,到岗日期\nQT1,张伟,C01,2024-09-01\nQT2,李娜,C01,2024-09-01\nQT3,王芳,C02,2024-09-01\n";
    desk.import("people", people).unwrap();
    for (account, role, unit) in [
        ("manager", "unitManager", Some("C01")),
        ("other", "unitManager", Some("C02")),
        ("auditor", "auditor", None),
        ("provider", "providerRepresentative", None),
    ] {
        let open = json!({
            "account": account, "name": account, "role": role, "unit": unit, "post": null, "password": PASSWORD,
        });
        desk.ok("openAccount", open);
    }
    sign_in(&mut desk, "manager");
    desk
}

fn sign_in(desk: &mut Desk, account: &str) {
    desk.ok("signIn", json!({ "account": account, "password": PASSWORD }));
}

fn register(desk: &mut Desk, unit: &str, kind: &str, title: &str) -> String {
    let request = json!({
        "unit": unit, "kind": kind, "title": title, "customer": "市大数据局", "contact": "罗海燕",
        "phone": "13800001111", "channel": "phone", "urgency": "urgent", "complexity": "ordinary",
        "fields": { "tenderDeadline": "2026-10-30" },
    });
    desk.ok("registerTicket", request)["ticket"].as_str().unwrap().to_owned()
}

fn with(ticket: &str, more: Value) -> Value {
    let mut all = json!({ "ticket": ticket });
    all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    all
}

/// A bid with a part handed in twice, a record with its minutes, two rounds of audit and a picture behind an answer.
fn bid(desk: &mut Desk) -> String {
    let ticket = register(desk, "C01", "bid", "市政务云迁移投标支撑");
    desk.ok("assignTicket", with(&ticket, json!({ "first": "QT1", "second": "QT2" })));
    desk.ok("takeTicket", with(&ticket, json!({})));
    for text in ["一稿", "二稿"] {
        let file = desk.file(&format!("招标文件分析-{text}.docx"), text);
        desk.ok("setTicketItem", with(&ticket, json!({ "item": "analysis", "state": "done", "file": file })));
    }
    let minutes = desk.file("纪要.pdf", "%PDF-1.7 纪要");
    let talk = json!({ "people": "罗海燕、张伟", "result": "按两个标段准备" });
    desk.ok(
        "recordOnTicket",
        with(&ticket, json!({ "kind": "discussion", "fields": talk, "file": minutes })),
    );
    let shown = desk.file("意见.gif", "GIF89a");
    for (text, accepted) in [("%PDF v1", false), ("%PDF v2", true)] {
        let file = desk.file("投标文件.pdf", text);
        desk.ok("askAudit", with(&ticket, json!({ "file": file })));
        let behalf = json!({ "person": "陈主任", "basis": "快文2026-77", "evidence": if accepted { Value::Null } else { json!(shown) } });
        let answer = json!({ "accepted": accepted, "text": "商务偏离表缺第3项", "behalf": behalf });
        desk.ok("decideAudit", with(&ticket, answer));
    }
    desk.ok("deliverTicket", with(&ticket, json!({ "text": "正副本已交客户经理" })));
    ticket
}

/// What stands on a PDF's pages.
fn text_of(pdf: &str) -> String {
    let text = Command::new("pdftotext").args(["-raw", pdf, "-"]).output().unwrap();
    String::from_utf8(text.stdout).unwrap()
}

fn files(desk: &mut Desk, ticket: &str) -> Vec<Value> {
    desk.ok("ticketFiles", json!({ "ticket": ticket })).as_array().unwrap().clone()
}

#[test]
fn the_files_of_a_ticket_are_listed_shown_and_saved() {
    let mut desk = desk();
    let ticket = bid(&mut desk);
    let said: Vec<String> = files(&mut desk, &ticket)
        .iter()
        .map(|one| {
            let label = one["label"].as_str().unwrap_or("—");
            format!("{} {label} {} {}", one["category"].as_str().unwrap(), one["version"], one["holds"])
        })
        .collect();
    assert_eq!(
        said,
        [
            "part 招标文件分析汇报材料 1 false",
            "part 招标文件分析汇报材料 2 true",
            "record 内部讨论 1 true",
            "audit — 1 false",
            "evidence — 1 true",
            "audit — 2 true",
        ]
    );
    let all = files(&mut desk, &ticket);
    let of = |at: usize| with(&ticket, json!({ "file": all[at]["file"] }));
    assert_eq!((&all[2]["bytes"], &all[2]["by"]), (&json!("%PDF-1.7 纪要".len()), &json!("manager")));
    assert_eq!(desk.ok("lookAtTicketFile", of(2))["kind"], "pdf");
    let out = desk.path("纪要取回");
    let mut save = of(2);
    save["out"] = json!(out);
    assert!(desk.ok("saveTicketFile", save.clone())["path"].as_str().unwrap().ends_with("纪要取回.pdf"));
    assert_eq!(std::fs::read_to_string(desk.path("纪要取回.pdf")).unwrap(), "%PDF-1.7 纪要");

    // Of another ticket, or another unit's: neither seen nor saved.
    let second = register(&mut desk, "C01", "bid", "另一张");
    save["ticket"] = json!(second);
    says(&desk.refused("saveTicketFile", save.clone()), "unknownTicketFile", &[&second]);
    sign_in(&mut desk, "other");
    assert_eq!(desk.refused("lookAtTicketFile", of(2)).code, "noRightForUnit");
    assert_eq!(desk.refused("ticketFiles", json!({ "ticket": ticket })).code, "noRightForUnit");
    sign_in(&mut desk, "auditor");
    assert_eq!(desk.ok("lookAtTicketFile", of(4))["kind"], "gif");
}

#[test]
fn a_ticket_is_one_pdf_from_request_to_rating() {
    let mut desk = desk();
    let ticket = bid(&mut desk);
    let confirm = json!({ "accepted": true, "behalf": { "person": "罗海燕", "basis": "微信确认" } });
    desk.ok("confirmTicket", with(&ticket, confirm));
    let marks = json!({ "response": 5, "quality": 4, "expertise": 5, "attitude": 5 });
    let rate = json!({ "marks": marks, "behalf": { "person": "罗海燕", "basis": "评价表" } });
    desk.ok("rateTicket", with(&ticket, rate));
    let out = desk.path("工单档案.pdf");
    desk.ok("makeTicketDossier", with(&ticket, json!({ "out": out })));
    let text = text_of(&out);
    for words in [
        "工单档案",
        &ticket,
        "市政务云迁移投标支撑",
        "张伟 QT1",
        "李娜 QT2",
        "罗海燕 13800001111",
        "招标文件分析汇报材料",
        "起算日，不计入",
        "按两个标段准备",
        "商务偏离表缺第3项",
        "完成质量",
        "4 分",
        "送审文件",
        "第 2 版",
        "代录：罗海燕，依据 微信确认",
        "办结还缺",
    ] {
        assert!(text.contains(words), "{words} is not in\n{text}");
    }
    let hash = files(&mut desk, &ticket)[0]["file"].as_str().unwrap().to_owned();
    assert!(text.replace(['\n', ' '], "").contains(&hash), "the hash of each file");
    let kept = desk.ok("makeTicketDossier", with(&ticket, json!({ "out": desk.path("again") })));
    assert!(kept["path"].as_str().unwrap().ends_with("again"));
    sign_in(&mut desk, "other");
    let foreign = with(&ticket, json!({ "out": desk.path("x.pdf") }));
    assert_eq!(desk.refused("makeTicketDossier", foreign).code, "noRightForUnit");
}
