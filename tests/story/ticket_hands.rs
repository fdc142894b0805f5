//! Who answers for a ticket: the first is busy, the second has what cannot wait, a third is approved by three; two people
//! dispatch at once; a demand changes and is reviewed again; others are asked; the week is counted.

use super::tickets::{desk, gaps, register, request, show, sign_in};
use crate::words::{says, words};
use huiqian_tests::Desk;
use serde_json::{Value, json};

const TICKET: &str = "C01-202610-0001";

fn of(more: Value) -> Value {
    let mut all = json!({ "ticket": TICKET });
    all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    all
}

/// A ticket of two, taken by the first.
fn taken() -> Desk {
    let mut desk = desk();
    register(&mut desk, "analysis", json!({}));
    desk.ok("assignTicket", of(json!({ "first": "QT1", "second": "QT2" })));
    desk.ok("takeTicket", of(json!({})));
    desk
}

fn holder(desk: &mut Desk) -> (String, String) {
    let holder = show(desk, TICKET)["hands"]["holder"].clone();
    (holder["staffNo"].as_str().unwrap().to_owned(), holder["clause"].as_str().unwrap().to_owned())
}

fn offered(desk: &mut Desk) -> Vec<String> {
    let view = show(desk, TICKET);
    view["offered"].as_array().unwrap().iter().map(|act| act.as_str().unwrap().to_owned()).collect()
}

#[test]
fn what_cannot_wait_goes_to_the_second_and_comes_back_with_a_note() {
    let mut desk = taken();
    let pass = of(json!({
        "content": "周五到客户机房核对链路", "scope": "仅核对链路，不改方案", "from": null, "until": "2026-10-16", "by": "first",
    }));
    says(&desk.refused("passIncident", pass.clone()), "askToPostponeFirst", &[TICKET]);
    let ask = of(json!({ "freeOn": "2026-10-19", "to": "2026-10-21", "text": "本周驻场投标" }));
    desk.ok("askPostponement", ask.clone());
    assert!(offered(&mut desk).contains(&"answerPostponement".to_owned()));
    says(&desk.refused("askPostponement", ask.clone()), "postponementWaits", &[TICKET]);
    says(&desk.refused("answerPostponement", of(json!({ "answer": "agreed" }))), "requesterActs", &[TICKET]);
    let behalf = json!({ "person": "罗海燕", "basis": "电话10-12" });
    desk.ok("answerPostponement", of(json!({ "answer": "agreed", "behalf": behalf })));
    let view = show(&mut desk, TICKET);
    assert_eq!((&view["dueOn"], &view["askedFor"]), (&json!("2026-10-21"), &json!("2026-10-19")), "DSP-05");
    assert_eq!(holder(&mut desk), ("QT1".into(), "DSP-02".into()), "it stays with the first");
    desk.ok("askPostponement", ask);
    desk.ok(
        "answerPostponement",
        of(json!({ "answer": "urgent", "text": "周五客户验收", "behalf": behalf })),
    );
    assert_eq!(offered(&mut desk)[0], "passOn", "the next step");
    let mut incomplete = pass.clone();
    incomplete["scope"] = json!(" ");
    says(&desk.refused("passIncident", incomplete), "passingIncomplete", &[]);
    desk.ok("passIncident", pass.clone());
    assert_eq!(holder(&mut desk), ("QT1".into(), "DSP-13".into()), "nobody took it: the first");
    says(
        &desk.refused("returnIncident", of(json!({ "toldBy": "mail", "text": "已核对" }))),
        "incidentNotTaken",
        &[TICKET],
    );
    desk.ok("takeIncident", of(json!({})));
    assert_eq!(holder(&mut desk), ("QT2".into(), "DSP-10".into()));
    says(&desk.refused("deliverTicket", of(json!({}))), "incidentOpen", &[TICKET]);
    says(&desk.refused("returnIncident", of(json!({ "toldBy": "mail", "text": " " }))), "reasonNeeded", &[]);
    desk.ok("returnIncident", of(json!({ "toldBy": "mail", "text": "链路已核对，无丢包" })));
    assert_eq!(holder(&mut desk), ("QT1".into(), "DSP-02".into()), "back by itself");
    let acts = show(&mut desk, TICKET)["acts"].clone();
    let note = acts.as_array().unwrap().last().unwrap();
    assert_eq!(
        (&note["text"], &note["copied"]),
        (&json!("链路已核对，无丢包"), &json!("presalesManager")),
        "DSP-11"
    );
    // Sales finds the second themselves; the second cannot either, and explains it.
    let mut by_sales = pass;
    by_sales["by"] = json!("requester");
    desk.ok("passIncident", by_sales);
    desk.ok("refuseIncident", of(json!({ "text": "同日另有应标" })));
    assert_eq!(holder(&mut desk), ("QT1".into(), "DSP-08".into()));
    let due = desk.ok("workbench", json!({}));
    assert!(due.as_array().unwrap().iter().any(|due| due["task"] == "ticketsRefused" && due["persons"] == 1));
    assert_eq!(desk.ok("tickets", json!({ "due": ["refused"] }))["total"], 1);
    desk.ok("rescheduleTicket", of(json!({ "to": "2026-10-23", "text": "与客户商定" })));
    assert_eq!(desk.ok("tickets", json!({ "due": ["refused"] }))["total"], 0, "the manager has acted");
    desk.restart("2026-10-13T02:00:00Z");
    let incidents = show(&mut desk, TICKET)["hands"]["incidents"].clone();
    assert_eq!(
        (&incidents[0]["content"], &incidents[0]["scope"]),
        (&json!("周五到客户机房核对链路"), &json!("仅核对链路，不改方案"))
    );
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn a_third_needs_three_approvals_of_three_persons() {
    let mut desk = taken();
    sign_in(&mut desk, "admin");
    desk.import("people", "工号,姓名,单位代码,到岗日期\nQT4,赵强,C01,2025-09-01\n").unwrap();
    sign_in(&mut desk, "manager");
    let assign = of(json!({ "first": "QT4", "second": "QT2", "text": "两人都在外地" }));
    let refused = desk.refused("assignTicket", assign.clone());
    says(&refused, "thirdNeedsApproval", &["QT4"]);
    assert!(words(&refused).contains("技术支持部经理、技术总监、总经理"), "{}", words(&refused));
    // Nor by dropping the second before.
    desk.ok("assignTicket", of(json!({ "first": "QT1", "second": null, "text": "李娜休假" })));
    for (first, second) in [("QT1", json!("QT4")), ("QT4", Value::Null)] {
        let around = of(json!({ "first": first, "second": second, "text": "人手不够" }));
        says(&desk.refused("assignTicket", around), "thirdNeedsApproval", &["QT4"]);
    }
    let approve = |post: &str, behalf: Value| of(json!({ "staffNo": "QT4", "post": post, "behalf": behalf }));
    desk.ok("approveThird", approve("supportManager", Value::Null));
    says(&desk.refused("approveThird", approve("supportManager", Value::Null)), "approvedAlready", &[]);
    says(
        &desk.refused("approveThird", approve("technicalDirector", Value::Null)),
        "approverTwice",
        &["manager"],
    );
    sign_in(&mut desk, "leader");
    desk.ok("approveThird", approve("technicalDirector", Value::Null));
    says(&desk.refused("approveThird", approve("generalManager", Value::Null)), "approverTwice", &["leader"]);
    sign_in(&mut desk, "manager");
    let nobody = json!({ "person": " ", "basis": "快文2026-201" });
    says(&desk.refused("approveThird", approve("generalManager", nobody)), "personNeeded", &[]);
    let behalf = json!({ "person": "总经理周建国", "basis": "快文2026-201" });
    desk.ok("approveThird", approve("generalManager", behalf));
    let third = show(&mut desk, TICKET)["hands"]["thirds"][0].clone();
    assert_eq!((&third["name"], &third["missing"]), (&json!("赵强"), &json!([])));
    desk.ok("assignTicket", assign);
    assert_eq!(show(&mut desk, TICKET)["first"], "QT4");
    says(&desk.refused("approveThird", approve("generalManager", Value::Null)), "thirdNotNeeded", &["QT4"]);
}

#[test]
fn dispatch_by_turn_says_who_is_skipped_and_two_do_not_dispatch_at_once() {
    let mut desk = desk();
    sign_in(&mut desk, "admin");
    desk.import(
        "people",
        "工号,姓名,单位代码,到岗日期,技能\nQT1,张伟,C01,2024-09-01,投标\nQT2,李娜,C01,2024-09-01,专线\n",
    )
    .unwrap();
    sign_in(&mut desk, "manager");
    for _ in 0..2 {
        register(&mut desk, "analysis", json!({}));
    }
    let list = |desk: &mut Desk, ticket: &str| {
        let asked = json!({ "ticket": ticket, "skill": "专线", "order": "turn" });
        let view = desk.ok("dispatchList", asked);
        let line = |line: &Value| {
            let place = line["place"].as_u64().map_or_else(|| "-".to_owned(), |place| place.to_string());
            format!(
                "{place} {} {}",
                line["staffNo"].as_str().unwrap(),
                line["skipped"].as_str().unwrap_or("ok")
            )
        };
        view["lines"].as_array().unwrap().iter().map(line).collect::<Vec<_>>()
    };
    assert_eq!(list(&mut desk, TICKET), ["1 QT2 ok", "- QT1 skill"]);
    let seen = json!({ "first": null, "second": null });
    desk.ok("assignTicket", of(json!({ "first": "QT2", "inTurn": true, "skill": "专线", "seen": seen })));
    let acts = show(&mut desk, TICKET)["acts"].clone();
    let skipped = acts.as_array().unwrap().last().unwrap().clone();
    assert_eq!(
        (&skipped["kind"], &skipped["body"]["staffNo"]),
        (&json!("ticket.turnSkipped"), &json!("QT1"))
    );
    // Somebody else had the dialog open meanwhile.
    sign_in(&mut desk, "leader");
    let late = of(json!({ "first": "QT1", "text": "李娜休假", "seen": seen }));
    says(&desk.refused("assignTicket", late), "assignedMeanwhile", &[TICKET, "QT2"]);
    assert_eq!(show(&mut desk, TICKET)["first"], "QT2", "nothing was lost");
    let view = desk.ok("dispatchList", json!({ "ticket": "C01-202610-0002" }));
    let first = view["lines"][0].clone();
    assert_eq!((&first["staffNo"], &first["open"]), (&json!("QT1"), &json!(0)), "by load: who has less");
    assert_eq!(view["skills"], json!(["专线", "投标"]));
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn a_changed_demand_is_reviewed_again_and_others_answer_before_the_end() {
    let mut desk = taken();
    let behalf = json!({ "person": "罗海燕", "basis": "邮件10-12" });
    desk.ok("changeDemand", of(json!({ "text": "增加两个县局", "behalf": behalf })));
    assert_eq!(show(&mut desk, TICKET)["state"], "running", "kept beside (TKT-40)");
    let again = of(json!({ "text": "改为全省范围", "again": true, "behalf": behalf }));
    says(&desk.refused("changeDemand", again.clone()), "applicationNeeded", &[]);
    let mut whole = again;
    whole["file"] = json!(desk.file("立项申请（变更）.docx", "申请"));
    desk.ok("changeDemand", whole);
    let view = show(&mut desk, TICKET);
    assert_eq!((&view["state"], &view["phase"]), (&json!("consented"), &json!("review")));
    let behalf = json!({ "person": "罗海燕", "basis": "邮件10-12" });
    says(&desk.refused("deliverTicket", of(json!({}))), "ticketElsewhere", &[TICKET]);
    desk.ok("reviewTicket", of(json!({ "outcome": "accepted", "text": "同意变更" })));
    let view = show(&mut desk, TICKET);
    assert_eq!((&view["state"], &view["first"]), (&json!("running"), &json!("QT1")), "the work goes on");
    assert_eq!(view["acts"].as_array().unwrap().last().unwrap()["copied"], "supportAdministrator", "DSP-21");
    says(
        &desk.refused("askHelp", of(json!({ "from": "department", "text": "协查" }))),
        "departmentNeeded",
        &["60"],
    );
    desk.ok("askHelp", of(json!({ "from": "research", "text": "协议适配超出产品线范围", "file": desk.file("附表三.docx", "表") })));
    assert!(gaps(&mut desk, TICKET).contains(&"help".to_owned()));
    let answer = |on: &str| {
        of(
            json!({ "help": 1, "solved": true, "on": on, "toldOn": on, "text": "论证可行，两周交付", "behalf": behalf }),
        )
    };
    says(&desk.refused("answerHelp", answer("2026-10-11")), "dayOutside", &["2026-10-11"]);
    desk.ok("answerHelp", answer("2026-10-12"));
    says(&desk.refused("answerHelp", answer("2026-10-12")), "noHelpWaits", &["1"]);
    desk.ok("setTicketCopies", of(json!({ "names": "吴主任、刘工" })));
    let hands = show(&mut desk, TICKET)["hands"].clone();
    assert_eq!(
        (&hands["copies"], &hands["helps"][0]["toldOn"]),
        (&json!("吴主任、刘工"), &json!("2026-10-12"))
    );
    sign_in(&mut desk, "admin");
    let journal = desk.ok("journal", json!({ "limit": 1000 })).to_string();
    for name in ["吴主任", "全省范围", "论证可行"] {
        assert!(!journal.contains(name), "{name} is not in the journal");
    }
}

#[test]
fn the_week_of_supports_is_counted_from_monday_to_sunday() {
    let mut desk = desk();
    let ticket =
        desk.ok("registerTicket", request("support", json!({ "content": "割接方案" })))["ticket"].clone();
    register(&mut desk, "analysis", json!({}));
    let behalf = json!({ "person": "赵磊", "basis": "邮件" });
    desk.ok("consentTicket", json!({ "ticket": ticket, "behalf": behalf }));
    desk.ok("reviewTicket", json!({ "ticket": ticket, "outcome": "accepted", "text": "同意" }));
    let week = |desk: &mut Desk, day: &str| desk.ok("supportWeek", json!({ "day": day }));
    let view = week(&mut desk, "2026-10-18");
    assert_eq!((&view["from"], &view["to"]), (&json!("2026-10-12"), &json!("2026-10-18")));
    let line = &view["lines"][0];
    let counts =
        ["received", "reviewed", "reviewedInTime", "open", "archived"].map(|name| line[name].clone());
    assert_eq!(counts, [1, 1, 1, 1, 0].map(|count| json!(count)), "a formal support, and no other ticket");
    assert_eq!(view["total"]["received"], 1);
    assert_eq!(week(&mut desk, "2026-10-05")["lines"], json!([]));
    sign_in(&mut desk, "other");
    assert_eq!(week(&mut desk, "2026-10-12")["lines"], json!([]), "another unit's");
    let out = desk.path("周统计.xlsx");
    desk.ok("exportSupportWeek", json!({ "day": null, "out": out }));
    assert!(std::fs::metadata(&out).unwrap().len() > 4000);
    says(&desk.refused("supportWeek", json!({ "day": "上周" })), "badDate", &["上周"]);
}
