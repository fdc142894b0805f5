//! A solution is reviewed by four departments on four aspects, every opinion is settled; a survey hears every class of people; a
//! bid is proofread, handed in and opened; what is left is always said, and stands in the ticket's file.

use super::tickets::{desk, gaps, register, show, sign_in};
use crate::words::says;
use huiqian_tests::{Desk, PASSWORD};
use serde_json::{Value, json};
use std::process::Command;

const TICKET: &str = "C01-202610-0001";

fn of(more: Value) -> Value {
    let mut all = json!({ "ticket": TICKET });
    all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    all
}

fn begun(kind: &str, fields: Value) -> Desk {
    let mut desk = desk();
    assert_eq!(register(&mut desk, kind, fields), TICKET);
    desk.ok("assignTicket", of(json!({ "first": "QT1" })));
    desk.ok("takeTicket", of(json!({})));
    desk
}

fn record(desk: &mut Desk, kind: &str, fields: Value) {
    desk.ok("recordOnTicket", of(json!({ "kind": kind, "fields": fields })));
}

const DEPARTMENTS: [&str; 4] = ["技术", "质量", "市场", "商务"];
const ASPECTS: [&str; 4] = ["技术可行性", "业务合理性", "成本效益", "市场竞争力"];

#[test]
fn four_departments_review_four_aspects_and_every_opinion_is_settled() {
    let mut desk = begun("solution", json!({ "leasedLines": "no", "review": "yes" }));
    for department in DEPARTMENTS {
        for aspect in ASPECTS {
            if (department, aspect) == ("商务", "成本效益") {
                continue;
            }
            let agreed =
                json!({ "department": department, "aspect": aspect, "verdict": "同意", "who": "评审员" });
            record(&mut desk, "review", agreed);
        }
    }
    let left = |desk: &mut Desk| -> Vec<String> {
        let view = show(desk, TICKET);
        let missing = view["missing"].as_array().unwrap().clone();
        missing
            .iter()
            .filter(|gap| gap["part"] == "review")
            .map(|gap| format!("{} {} {}", gap["code"], gap["have"], gap["open"]))
            .collect()
    };
    assert_eq!(left(&mut desk), ["\"uncovered\" 15 null"]);
    let silent = json!({ "department": "商务", "aspect": "成本效益", "verdict": "有意见", "who": "刘敏" });
    let refused = desk.refused("recordOnTicket", of(json!({ "kind": "review", "fields": silent })));
    says(&refused, "fieldMissing", &["意见"]);
    let mut spoken = silent;
    spoken["opinion"] = json!("设备报价高于集采价");
    record(&mut desk, "review", spoken);
    assert_eq!(left(&mut desk), ["\"opinion\" null 1"]);
    let settle = |more: Value| {
        let mut all = of(json!({ "record": 16 }));
        all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        all
    };
    says(
        &desk.refused("settleOpinion", settle(json!({ "accepted": false, "text": " " }))),
        "reasonNeeded",
        &[],
    );
    says(
        &desk.refused("settleOpinion", of(json!({ "record": 1, "accepted": true }))),
        "nothingToSettle",
        &["1"],
    );
    let changed = desk.file("方案v2.docx", "改价");
    desk.ok("settleOpinion", settle(json!({ "accepted": true, "text": "改用集采设备", "file": changed })));
    assert_eq!(left(&mut desk), Vec::<String>::new());
    for part in ["方案框架", "风险评估", "领导批准"] {
        assert!(gaps(&mut desk, TICKET).contains(&part.to_owned()), "{part}");
    }
    desk.restart("2026-10-13T02:00:00Z");
    let records = show(&mut desk, TICKET)["records"].clone();
    let settled = &records[15]["settled"];
    assert_eq!((&settled["accepted"], &settled["text"]), (&json!(true), &json!("改用集采设备")));
    let files = desk.ok("ticketFiles", json!({ "ticket": TICKET }));
    assert_eq!(files.as_array().unwrap().len(), 1, "the changed version");
    let out = desk.path("档案.pdf");
    desk.ok("makeTicketDossier", of(json!({ "out": out })));
    let text = Command::new("pdftotext").args(["-raw", &out, "-"]).output().unwrap();
    let text = String::from_utf8(text.stdout).unwrap().replace('\n', "");
    assert!(text.contains("已采纳：改用集采设备"), "{text}");
    sign_in(&mut desk, "admin");
    let journal = desk.ok("journal", json!({ "limit": 1000 })).to_string();
    assert!(!journal.contains("集采"), "words are kept beside the journal");
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn a_survey_hears_every_class_of_people_and_answers_the_customer() {
    let mut desk = begun("analysis", json!({ "survey": "yes" }));
    assert!(gaps(&mut desk, TICKET).contains(&"调研计划".to_owned()));
    let heard = |class: &str, held: &str| json!({ "class": class, "held": held, "notes": "要点若干" });
    for class in ["客户高层领导", "业务部门负责人", "技术人员"] {
        record(&mut desk, "interview", heard(class, "已访谈"));
    }
    let missing = show(&mut desk, TICKET)["missing"].clone();
    let interview =
        missing.as_array().unwrap().iter().find(|gap| gap["part"] == "interview").unwrap().clone();
    assert_eq!((&interview["have"], &interview["need"]), (&json!(3), &json!(4)));
    record(&mut desk, "interview", heard("最终用户", "未访谈"));
    let asked = json!({ "verdict": "要求修改", "who": "罗海燕", "opinion": "补充二期需求" });
    record(&mut desk, "customerOpinion", asked);
    assert!(gaps(&mut desk, TICKET).contains(&"客户对报告的意见".to_owned()));
    desk.ok("settleOpinion", of(json!({ "record": 5, "accepted": false, "text": "二期另行立项，已说明" })));
    let left = gaps(&mut desk, TICKET);
    assert!(
        !left.contains(&"客户对报告的意见".to_owned()) && !left.contains(&"访谈记录".to_owned()),
        "{left:?}"
    );
    // Without a survey nothing of it is asked.
    desk.ok("fillTicket", of(json!({ "fields": { "survey": "no" } })));
    assert!(!gaps(&mut desk, TICKET).contains(&"需求调研报告".to_owned()));
}

#[test]
fn a_bid_is_proofread_handed_in_and_opened() {
    let mut desk = begun("bid", json!({ "tenderDeadline": "2026-10-30", "wholeBid": "yes" }));
    for check in ["准确性", "完整性", "合规性", "格式规范性"] {
        record(&mut desk, "proof", json!({ "check": check, "verdict": "通过", "who": "张伟" }));
    }
    let failed = json!({ "check": "语言清晰性", "verdict": "不通过", "who": "张伟", "found": "术语不一致" });
    record(&mut desk, "proof", failed);
    assert!(gaps(&mut desk, TICKET).contains(&"校对".to_owned()));
    desk.ok("settleOpinion", of(json!({ "record": 5, "accepted": true })));
    assert!(!gaps(&mut desk, TICKET).contains(&"校对".to_owned()));
    let submission = json!({
        "sealed": "yes", "place": "市公共资源交易中心", "deliveredBy": "张伟", "deliveredAt": "09:20",
        "receivedBy": "王主任", "receipt": "HZ-118",
    });
    record(&mut desk, "submission", submission);
    assert_eq!(show(&mut desk, TICKET)["tender"], Value::Null, "handed in");
    let opening = json!({ "result": "中标", "price": "880000", "reason": "技术分第一" });
    record(&mut desk, "opening", opening);
    assert!(gaps(&mut desk, TICKET).contains(&"竞争对手报价".to_owned()));
    let rival = json!({ "known": "已公布", "name": "甲公司" });
    let refused = desk.refused("recordOnTicket", of(json!({ "kind": "competitor", "fields": rival })));
    says(&refused, "fieldMissing", &["报价"]);
    let rival = json!({ "known": "已公布", "name": "甲公司", "price": "905000", "rank": "2" });
    record(&mut desk, "competitor", rival);
    let list = desk.file("报价清单.xlsx", "单价若干");
    desk.ok("setTicketItem", of(json!({ "item": "priceList", "state": "done", "file": list })));
    let left = gaps(&mut desk, TICKET);
    for done in ["递交记录", "开标结果", "竞争对手报价", "投标报价清单"] {
        assert!(!left.contains(&done.to_owned()), "{done}: {left:?}");
    }
    for open in ["商务部分：资质证书", "技术部分：技术规格偏离表", "递交回执"] {
        assert!(left.contains(&open.to_owned()), "{open}: {left:?}");
    }
    sign_in(&mut desk, "admin");
    let journal = desk.ok("journal", json!({ "limit": 1000 })).to_string();
    assert!(!journal.contains("880000") && !journal.contains("905000"), "prices are kept beside the journal");
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn the_days_to_a_bids_deadline_are_counted_down_for_those_who_do_it() {
    let mut desk = begun("bid", json!({ "tenderDeadline": "2026-10-30", "wholeBid": "yes" }));
    let tender = |desk: &mut Desk| show(desk, TICKET)["tender"].clone();
    assert_eq!(tender(&mut desk), json!({ "on": "2026-10-30", "left": 18, "standing": "running" }));
    let told = |desk: &mut Desk| {
        let due = desk.ok("workbench", json!({}));
        due.as_array().unwrap().iter().any(|due| due["task"] == "ticketsBid")
    };
    assert!(!told(&mut desk));
    desk.restart("2026-10-28T02:00:00Z");
    sign_in(&mut desk, "manager");
    assert_eq!(tender(&mut desk), json!({ "on": "2026-10-30", "left": 2, "standing": "soon" }));
    assert!(told(&mut desk));
    let list = desk.ok("tickets", json!({ "due": ["bid"] }));
    assert_eq!(list["lines"][0]["tender"]["left"], 2);
    desk.restart("2026-10-31T02:00:00Z");
    sign_in(&mut desk, "manager");
    assert_eq!(tender(&mut desk), json!({ "on": "2026-10-30", "left": -1, "standing": "overdue" }));
    let submission = json!({
        "sealed": "yes", "place": "市公共资源交易中心", "deliveredBy": "张伟", "deliveredAt": "09:20", "receivedBy": "王主任",
    });
    desk.ok("recordOnTicket", of(json!({ "kind": "submission", "on": "2026-10-30", "fields": submission })));
    assert_eq!((tender(&mut desk), told(&mut desk)), (Value::Null, false));
    assert_eq!(desk.ok("tickets", json!({ "due": ["bid"] }))["total"], 0);
    let terms = show(&mut desk, TICKET)["terms"].clone();
    let handed_in = terms.as_array().unwrap().iter().find(|term| term["term"] == "bidSubmission").unwrap();
    assert_eq!(handed_in["standing"], "inTime");
}

#[test]
fn prices_are_for_those_who_do_the_work() {
    let mut desk = begun("bid", json!({ "tenderDeadline": "2026-10-30", "wholeBid": "yes" }));
    let list = desk.file("报价清单.xlsx", "单价若干");
    desk.ok("setTicketItem", of(json!({ "item": "priceList", "state": "done", "file": list })));
    let opening = json!({ "result": "未中标", "price": "880000", "winner": "甲公司", "winnerPrice": "861000", "reason": "报价高" });
    record(&mut desk, "opening", opening);
    let files = desk.ok("ticketFiles", of(json!({})));
    let file = files[0]["file"].clone();
    assert_eq!(show(&mut desk, TICKET)["records"][0]["fields"]["price"], "880000.00");
    sign_in(&mut desk, "admin");
    for (name, role) in [("auditor", "auditor"), ("provider", "providerRepresentative")] {
        let open = json!({
            "account": name, "name": name, "role": role, "unit": null, "post": null, "password": PASSWORD,
        });
        desk.ok("openAccount", open);
    }
    for reader in ["auditor", "provider"] {
        sign_in(&mut desk, reader);
        let view = show(&mut desk, TICKET);
        assert_eq!(view["records"][0]["fields"]["winner"], "甲公司");
        assert!(!view.to_string().contains("880000") && !view.to_string().contains("861000"), "{reader}");
        assert_eq!(desk.ok("ticketFiles", of(json!({}))), json!([]), "{reader}");
        assert_eq!(desk.ok("findWords", json!({ "words": "861000" }))["total"], 0, "{reader}");
        assert_eq!(desk.ok("findWords", json!({ "words": "报价高" }))["total"], 1, "{reader}");
        let look = desk.refused("lookAtTicketFile", of(json!({ "file": file })));
        says(&look, "unknownTicketFile", &[TICKET]);
        let out = desk.path(&format!("{reader}.pdf"));
        desk.ok("makeTicketDossier", of(json!({ "out": out })));
        let text = Command::new("pdftotext").args(["-raw", &out, "-"]).output().unwrap();
        let text = String::from_utf8(text.stdout).unwrap();
        assert!(text.contains("甲公司") && !text.contains("880000") && !text.contains("861000"), "{text}");
    }
}

#[test]
fn the_frame_comes_first_and_a_changed_demand_asks_for_another_report() {
    let mut desk = begun("solution", json!({ "leasedLines": "no", "review": "yes" }));
    let file = desk.file("方案.docx", "方案");
    let part = |item: &str, more: Value| {
        let mut all = of(json!({ "item": item, "state": "done" }));
        all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        all
    };
    let early = desk.refused("setTicketItem", part("overall", json!({ "file": file })));
    says(&early, "partOutOfTurn", &["方案框架", "总体解决方案"]);
    desk.ok("setTicketItem", part("framework", json!({ "file": file })));
    desk.ok("setTicketItem", part("overall", json!({ "file": file })));

    let mut desk = begun("analysis", json!({ "survey": "yes" }));
    let file = desk.file("调研报告.docx", "第一版");
    desk.ok("setTicketItem", part("surveyReport", json!({ "file": file })));
    let left = |desk: &mut Desk| -> Vec<String> {
        let of_report =
            |label: &String| ["需求调研报告", "受变更影响的方案和演示文档"].contains(&label.as_str());
        gaps(desk, TICKET).into_iter().filter(of_report).collect()
    };
    assert_eq!(left(&mut desk), Vec::<String>::new());
    let behalf = json!({ "person": "罗海燕", "basis": "邮件" });
    desk.ok("changeDemand", of(json!({ "text": "增加两个县局", "behalf": behalf })));
    assert_eq!(left(&mut desk), ["需求调研报告", "受变更影响的方案和演示文档"]);
    let second = desk.file("调研报告v2.docx", "第二版");
    desk.ok("setTicketItem", part("surveyReport", json!({ "file": second })));
    let none = json!({ "state": "notApplicable", "reason": "还没有方案" });
    desk.ok("setTicketItem", part("affected", none));
    assert_eq!(left(&mut desk), Vec::<String>::new());
    let files = desk.ok("ticketFiles", json!({ "ticket": TICKET }));
    assert_eq!(files.as_array().unwrap().len(), 2, "both versions stay");
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}
