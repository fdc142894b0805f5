//! 需求调研报告: planned, heard, found; made from the records and handed in; the demand changes, and the next version says what changed
//! and which documents it touches.

use super::tickets::{desk, register, show, sign_in};
use crate::words::says;
use huiqian_tests::Desk;
use serde_json::{Value, json};
use std::process::Command;

const TICKET: &str = "C01-202610-0001";

fn of(more: Value) -> Value {
    let mut all = json!({ "ticket": TICKET });
    all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    all
}

fn record(desk: &mut Desk, kind: &str, fields: Value) {
    desk.ok("recordOnTicket", of(json!({ "kind": kind, "fields": fields })));
}

fn text_of(pdf: &str) -> String {
    let text = Command::new("pdftotext").args(["-raw", pdf, "-"]).output().unwrap();
    String::from_utf8(text.stdout).unwrap().split_whitespace().collect()
}

fn report(desk: &mut Desk, name: &str) -> String {
    let out = desk.path(name);
    desk.ok("makeSurveyReport", of(json!({ "out": out })));
    text_of(&out)
}

fn versions(desk: &mut Desk) -> Vec<Value> {
    let files = desk.ok("ticketFiles", of(json!({})));
    let reports = files.as_array().unwrap().iter().filter(|file| file["part"] == "surveyReport");
    reports.map(|file| json!([file["version"], file["kind"]])).collect()
}

#[test]
fn the_report_is_made_from_the_records_and_anew_when_the_demand_changes() {
    let mut desk = desk();
    assert_eq!(register(&mut desk, "analysis", json!({ "survey": "yes", "goal": "一网通办" })), TICKET);
    desk.ok("assignTicket", of(json!({ "first": "QT1" })));
    desk.ok("takeTicket", of(json!({})));
    let out = desk.path("早.pdf");
    says(&desk.refused("makeSurveyReport", of(json!({ "out": out }))), "surveyUnplanned", &[TICKET]);
    says(&desk.refused("handInSurveyReport", of(json!({}))), "surveyUnplanned", &[TICKET]);
    assert_eq!(show(&mut desk, TICKET)["survey"], false);
    let plan = json!({
        "goal": "摸清业务流程", "content": "四个科室", "methods": "面对面访谈\n实地考察", "people": "张伟、罗海燕",
        "from": "2026-10-12", "to": "2026-10-14",
    });
    record(&mut desk, "surveyPlan", plan);
    let heard = json!({ "class": "技术人员", "held": "已访谈", "who": "刘工", "notes": "存量系统十二套" });
    record(&mut desk, "interview", heard);
    desk.ok("setTicketItem", of(json!({ "item": "process", "state": "done" })));
    assert_eq!(show(&mut desk, TICKET)["survey"], true);
    let text = report(&mut desk, "一.pdf");
    for said in [
        "需求调研报告",
        TICKET,
        "第1版（未提交）",
        "摸清业务流程",
        "面对面访谈、实地考察",
        "存量系统十二套",
        "一网通办",
        "客户业务流程已调研",
    ] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(!text.contains("需求变更"), "{text}");
    desk.ok("handInSurveyReport", of(json!({})));
    assert_eq!(versions(&mut desk), [json!([1, "pdf"])]);
    let opinion = json!({ "verdict": "要求修改", "who": "赵科长", "opinion": "补充机房现状" });
    record(&mut desk, "customerOpinion", opinion);
    let outline = desk.file("初步方案.docx", "方案");
    desk.ok("setTicketItem", of(json!({ "item": "outline", "state": "done", "file": outline })));
    let behalf = json!({ "person": "罗海燕", "basis": "邮件" });
    desk.ok("changeDemand", of(json!({ "text": "增加两个县局", "behalf": behalf })));
    let affected = json!({ "item": "affected", "state": "notApplicable", "reason": "方案第三章待改" });
    desk.ok("setTicketItem", of(affected));
    desk.ok("handInSurveyReport", of(json!({})));
    assert_eq!(versions(&mut desk), [json!([1, "pdf"]), json!([2, "pdf"])]);
    let files = desk.ok("ticketFiles", of(json!({})));
    let held: Vec<&Value> = files
        .as_array()
        .unwrap()
        .iter()
        .filter(|file| file["part"] == "surveyReport" && file["holds"] == true)
        .collect();
    assert_eq!(held.len(), 1);
    let out = desk.path("二.pdf");
    desk.ok("saveTicketFile", of(json!({ "file": held[0]["file"], "out": out })));
    let text = text_of(&out);
    for said in ["第2版", "增加两个县局", "方案第三章待改", "初步方案，第1版", "补充机房现状", "待处理"]
    {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(!text.contains("（未提交）"), "{text}");
    desk.restart("2026-10-13T02:00:00Z");
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
    // Of a ticket without a survey there is none.
    register(&mut desk, "analysis", json!({ "survey": "no" }));
    let other = json!({ "ticket": "C01-202610-0002", "out": desk.path("无.pdf") });
    says(&desk.refused("makeSurveyReport", other), "noSurvey", &["C01-202610-0002"]);
    sign_in(&mut desk, "other");
    let foreign = of(json!({ "out": desk.path("别.pdf") }));
    says(&desk.refused("makeSurveyReport", foreign), "noRightForUnit", &[]);
}
