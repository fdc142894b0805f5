//! A branch's pre-sales work as tickets (§5): registered, reviewed, assigned, done, audited, confirmed, rated, closed; what is
//! refused on the way; and what is left of it after a restart.

use crate::words::{says, words};
use huiqian_tests::{Desk, PASSWORD};
use serde_json::{Value, json};

pub(super) fn desk() -> Desk {
    let mut desk = Desk::province("2026-10-12T02:00:00Z", 2, true);
    let people = "工号,姓名,单位代码,到岗日期\nQT1,张伟,C01,2024-09-01\nQT2,李娜,C01,2024-09-01\nQT3,王芳,C02,2024-09-01\n";
    desk.import("people", people).unwrap();
    for (account, role, unit) in
        [("manager", "unitManager", "C01"), ("leader", "unitLeader", "C01"), ("other", "unitManager", "C02")]
    {
        let open = json!({
            "account": account, "name": account, "role": role, "unit": unit, "post": null, "password": PASSWORD,
        });
        desk.ok("openAccount", open);
    }
    sign_in(&mut desk, "manager");
    desk
}

pub(super) fn sign_in(desk: &mut Desk, account: &str) {
    desk.ok("signIn", json!({ "account": account, "password": PASSWORD }));
}

/// A request of that type as it comes in by phone.
pub(super) fn request(kind: &str, fields: Value) -> Value {
    json!({
        "unit": "C01", "kind": kind, "title": "市政务云迁移", "customer": "市大数据局", "contact": "罗海燕",
        "phone": "13800001111", "channel": "phone", "urgency": "urgent", "complexity": "ordinary", "fields": fields,
    })
}

pub(super) fn register(desk: &mut Desk, kind: &str, fields: Value) -> String {
    desk.ok("registerTicket", request(kind, fields))["ticket"].as_str().unwrap().to_owned()
}

pub(super) fn show(desk: &mut Desk, ticket: &str) -> Value {
    desk.ok("ticket", json!({ "ticket": ticket }))
}

pub(super) fn gaps(desk: &mut Desk, ticket: &str) -> Vec<String> {
    let view = show(desk, ticket);
    let name = |gap: &Value| gap["label"].as_str().unwrap_or(gap["code"].as_str().unwrap()).to_owned();
    view["missing"].as_array().unwrap().iter().map(name).collect()
}

#[test]
fn a_bid_is_audited_until_accepted_and_closes_with_nothing_missing() {
    let mut desk = desk();
    let fields = json!({ "tenderDeadline": "2026-10-14", "tenderNo": "SCZC-2026-118" });
    let ticket = register(&mut desk, "bid", fields);
    assert_eq!(ticket, "C01-202610-0001");
    let assign =
        |first: &str, second: Value| json!({ "ticket": "C01-202610-0001", "first": first, "second": second });
    let same = desk.refused("assignTicket", assign("QT1", json!("QT1")));
    says(&same, "secondIsFirst", &["QT1"]);
    says(&desk.refused("assignTicket", assign("QT3", Value::Null)), "notServing", &["QT3"]);
    desk.ok("assignTicket", assign("QT1", json!("QT2")));
    let of = |more: Value| {
        let mut all = json!({ "ticket": "C01-202610-0001" });
        all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        all
    };
    desk.ok("takeTicket", of(json!({})));
    let early = desk.refused("takeTicketStep", of(json!({ "step": "writing" })));
    says(&early, "stepOutOfTurn", &["招标文件分析"]);
    for step in ["analysis", "material", "discussion", "report", "writing"] {
        desk.ok("takeTicketStep", of(json!({ "step": step })));
    }
    let analysis = desk.file("招标文件分析.docx", "分析");
    desk.ok("setTicketItem", of(json!({ "item": "analysis", "state": "done", "file": analysis })));
    let talk = json!({ "people": "罗海燕、张伟", "result": "按两个标段准备" });
    let whole =
        desk.refused("recordOnTicket", of(json!({ "kind": "discussion", "fields": { "people": "张伟" } })));
    says(&whole, "fieldMissing", &["讨论结果"]);
    for kind in ["discussion", "report"] {
        desk.ok("recordOnTicket", of(json!({ "kind": kind, "fields": talk })));
    }
    let first = desk.file("投标文件v1.pdf", "一稿");
    desk.ok("askAudit", of(json!({ "file": first })));
    let audit = show(&mut desk, &ticket)["audits"][0].clone();
    assert_eq!(audit["late"], true, "three working days before the 14th lie before today");
    let answer = |accepted: bool, text: Value| {
        let behalf = json!({ "person": "陈主任", "basis": "快文2026-77" });
        of(json!({ "accepted": accepted, "text": text, "behalf": behalf }))
    };
    says(&desk.refused("decideAudit", answer(false, Value::Null)), "reasonNeeded", &[]);
    desk.ok("decideAudit", answer(false, json!("商务偏离表缺第3项")));
    says(&desk.refused("askAudit", of(json!({ "file": first }))), "sameFile", &[]);
    let second = desk.file("投标文件v2.pdf", "二稿");
    desk.ok("askAudit", of(json!({ "file": second })));
    desk.ok("decideAudit", answer(true, Value::Null));
    assert_eq!(gaps(&mut desk, &ticket), ["delivery", "confirmation"]);
    let refused = desk.refused("closeTicket", of(json!({})));
    says(&refused, "ticketIncomplete", &[&ticket]);
    assert!(words(&refused).contains("交付、申请人确认"), "{}", words(&refused));
    desk.ok("deliverTicket", of(json!({ "text": "投标文件正副本已交客户经理" })));
    let confirm = of(json!({ "accepted": true }));
    says(&desk.refused("confirmTicket", confirm), "requesterActs", &[&ticket]);
    let behalf = json!({ "person": "罗海燕", "basis": "微信确认", "evidence": desk.file("确认.png", "图") });
    desk.ok("confirmTicket", of(json!({ "accepted": true, "behalf": behalf })));
    desk.ok("closeTicket", of(json!({})));

    desk.restart("2026-10-13T02:00:00Z");
    let view = show(&mut desk, &ticket);
    assert_eq!((&view["state"], &view["phase"]), (&json!("closed"), &json!("confirmation")));
    assert_eq!(view["requester_name"].as_str().or(view["requesterName"].as_str()), Some("罗海燕"));
    let audits = view["audits"].as_array().unwrap();
    assert_eq!(audits[0]["text"], "商务偏离表缺第3项");
    assert_eq!((&audits[1]["accepted"], &audits[1]["person"]), (&json!(true), &json!("陈主任")));
    let kinds: Vec<&str> =
        view["acts"].as_array().unwrap().iter().map(|a| a["kind"].as_str().unwrap()).collect();
    assert_eq!((kinds[0], *kinds.last().unwrap()), ("ticket.registered", "ticket.closed"));
    says(&desk.refused("takeTicket", json!({ "ticket": ticket })), "ticketEnded", &[&ticket]);
    let journal = desk.ok("journal", json!({ "limit": 1000 })).to_string();
    for name in ["罗海燕", "陈主任", "13800001111", "商务偏离表"] {
        assert!(!journal.contains(name), "{name} is not in the journal");
    }
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn a_formal_support_is_reviewed_in_two_working_days_and_rated_by_its_requester() {
    let mut desk = desk();
    sign_in(&mut desk, "leader");
    let mut asked = request("support", json!({ "content": "核心网割接方案论证" }));
    asked["requester"] = json!("leader");
    asked["contact"] = Value::Null;
    let ticket = desk.ok("registerTicket", asked)["ticket"].as_str().unwrap().to_owned();
    sign_in(&mut desk, "manager");
    let of = |more: Value| {
        let mut all = json!({ "ticket": "C01-202610-0001" });
        all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        all
    };
    let assign = of(json!({ "first": "QT1" }));
    let early = desk.refused("assignTicket", assign.clone());
    says(&early, "ticketElsewhere", &[&ticket]);
    assert!(words(&early).contains("待同意"));
    let nobody = of(json!({ "behalf": { "person": "", "basis": "电话" } }));
    says(&desk.refused("consentTicket", nobody), "personNeeded", &[]);
    desk.ok("consentTicket", of(json!({ "behalf": { "person": "销售经理赵磊", "basis": "邮件10-12" } })));
    let review = show(&mut desk, &ticket)["terms"][0].clone();
    assert_eq!((&review["term"], &review["dueOn"]), (&json!("review"), &json!("2026-10-14")), "SLA-13");
    desk.ok("reviewTicket", of(json!({ "outcome": "accepted", "text": "同意，由张伟负责" })));
    desk.ok("assignTicket", assign);
    desk.restart("2026-10-14T02:00:00Z");
    sign_in(&mut desk, "manager");
    let action = json!({ "problem": "割接窗口不足", "solution": "分两批", "result": "已评审" });
    desk.ok("recordOnTicket", of(json!({ "kind": "action", "fields": action })));
    assert_eq!(show(&mut desk, &ticket)["state"], "running", "work takes it");
    let accept = |desk: &mut Desk| show(desk, "C01-202610-0001")["terms"][1].clone();
    assert_eq!(
        (&accept(&mut desk)["term"], &accept(&mut desk)["doneOn"]),
        (&json!("accept"), &json!("2026-10-14"))
    );
    for first in ["QT2", "QT1"] {
        desk.ok("assignTicket", of(json!({ "first": first, "text": "张伟临时出差" })));
        assert_eq!(accept(&mut desk)["doneOn"], Value::Null, "whoever is new has to take it");
    }
    desk.ok("takeTicket", of(json!({})));
    desk.ok("pauseTicket", of(json!({ "from": "2026-10-14", "text": "等客户提供网络现状图" })));
    desk.restart("2026-10-16T02:00:00Z");
    sign_in(&mut desk, "manager");
    says(&desk.refused("deliverTicket", of(json!({}))), "waitsAlready", &[&ticket]);
    desk.ok("resumeTicket", of(json!({})));
    let view = show(&mut desk, &ticket);
    assert_eq!(
        (&view["askedFor"], &view["dueOn"]),
        (&json!("2026-10-26"), &json!("2026-10-28")),
        "two days waited"
    );
    let waited: Vec<&Value> =
        view["clock"].as_array().unwrap().iter().filter(|day| day["counted"] == "waiting").collect();
    assert_eq!(waited.len(), 2);
    assert_eq!(waited[0]["waiting"], "等客户提供网络现状图");
    let off = desk.refused("rescheduleTicket", of(json!({ "to": "2026-10-31", "text": "客户要求" })));
    says(&off, "dueOnDayOff", &["2026-10-31", "2026-11-02"]);
    desk.ok("rescheduleTicket", of(json!({ "to": "2026-10-30", "text": "与领导商定" })));
    desk.ok("fillTicket", of(json!({ "fields": { "feasibility": "可行", "difficulty": "中" } })));
    assert_eq!(show(&mut desk, &ticket)["fields"]["content"], "核心网割接方案论证", "filled in before");
    desk.ok("deliverTicket", of(json!({})));
    sign_in(&mut desk, "leader");
    desk.ok("confirmTicket", of(json!({ "accepted": false, "text": "缺回退方案" })));
    let view = show(&mut desk, &ticket);
    assert_eq!((&view["state"], &view["deliveredOn"]), (&json!("running"), &Value::Null), "the work goes on");
    desk.ok("deliverTicket", of(json!({ "text": "已补回退方案" })));
    desk.ok("confirmTicket", of(json!({ "accepted": true })));
    assert_eq!(gaps(&mut desk, &ticket), ["rating"]);
    let marks = |mark: u8| json!({ "response": 5, "quality": mark, "expertise": 5, "attitude": 5 });
    sign_in(&mut desk, "manager");
    says(&desk.refused("rateTicket", of(json!({ "marks": marks(5) }))), "requesterActs", &[]);
    sign_in(&mut desk, "leader");
    says(&desk.refused("rateTicket", of(json!({ "marks": marks(2) }))), "reasonNeeded", &[]);
    says(&desk.refused("rateTicket", of(json!({ "marks": { "response": 5 } }))), "markOutOfRange", &["5"]);
    desk.ok("rateTicket", of(json!({ "marks": marks(2), "text": "首稿缺回退方案" })));
    desk.ok("closeTicket", of(json!({})));
    assert_eq!(show(&mut desk, &ticket)["marks"]["quality"], 2);
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn bad_requests_get_words_and_lose_nothing() {
    let mut desk = desk();
    let with = |name: &str, value: Value| {
        let mut asked = request("analysis", json!({}));
        asked[name] = value;
        asked
    };
    for (asked, code, words) in [
        (with("title", json!(" ")), "titleLength", vec!["100"]),
        (with("customer", json!("")), "customerNeeded", vec![]),
        (with("contact", json!("")), "requesterNeeded", vec![]),
        (with("requester", json!("nobody")), "unknownAccount", vec!["nobody"]),
        (with("kind", json!("gone")), "unknownTicketType", vec!["gone"]),
        (with("channel", json!("pigeon")), "notInList", vec!["pigeon"]),
        (with("dueOn", json!("2026-10-17")), "dueOnDayOff", vec!["2026-10-17", "2026-10-19"]),
        (with("dueOn", json!("2026-10-09")), "dueBefore", vec!["2026-10-09"]),
        (with("receivedOn", json!("2026-10-13")), "receivedLater", vec!["2026-10-13"]),
        (with("fields", json!({ "gone": "x" })), "unknownField", vec!["gone"]),
        (with("fields", json!({ "business": "卫星" })), "answerUnreadable", vec!["可结合的现有业务"]),
    ] {
        says(&desk.refused("registerTicket", asked), code, &words);
    }
    says(&desk.refused("registerTicket", request("bid", json!({}))), "fieldMissing", &["投标截止日"]);
    assert_eq!(desk.refused("registerTicket", with("unit", json!("C02"))).code, "noRightForUnit");
    assert_eq!(desk.ok("tickets", json!({}))["total"], 0, "nothing of it was kept");
    says(
        &desk.refused("ticket", json!({ "ticket": "C01-202610-0009" })),
        "unknownTicket",
        &["C01-202610-0009"],
    );
    says(&desk.refused("ticket", json!({ "ticket": "随便" })), "unknownTicket", &["随便"]);

    let ticket = register(&mut desk, "analysis", json!({ "difficulties": "跨部门数据" }));
    sign_in(&mut desk, "other");
    assert_eq!(desk.refused("ticket", json!({ "ticket": ticket })).code, "noRightForUnit");
    assert_eq!(desk.ok("tickets", json!({}))["total"], 0, "another unit's");
    sign_in(&mut desk, "manager");
    says(&desk.refused("voidTicket", json!({ "ticket": ticket, "text": " " })), "reasonNeeded", &[]);
    desk.ok("voidTicket", json!({ "ticket": ticket, "text": "客户已自建，建议改报运维服务" }));
    assert_eq!(show(&mut desk, &ticket)["state"], "void");
}

#[test]
fn lists_are_found_sorted_and_paged() {
    let mut desk = desk();
    for (kind, urgency, due) in [
        ("analysis", "normal", "2026-10-14"),
        ("opportunity", "critical", "2026-10-30"),
        ("analysis", "urgent", "2026-10-21"),
    ] {
        let fields = if kind == "opportunity" {
            json!({ "class": "物联网", "manager": "赵磊" })
        } else {
            json!({})
        };
        let mut asked = request(kind, fields);
        asked["urgency"] = json!(urgency);
        asked["dueOn"] = json!(due);
        desk.ok("registerTicket", asked);
    }
    desk.ok("assignTicket", json!({ "ticket": "C01-202610-0001", "first": "QT1" }));
    let list = |desk: &mut Desk, wanted: Value| -> Vec<String> {
        let view = desk.ok("tickets", wanted);
        view["lines"]
            .as_array()
            .unwrap()
            .iter()
            .map(|line| line["ticket"].as_str().unwrap()[11..].to_owned())
            .collect()
    };
    for (wanted, expected) in [
        (json!({ "sort": "number" }), "0001 0002 0003"),
        (json!({ "sort": "number", "descending": true }), "0003 0002 0001"),
        (json!({ "sort": "urgency" }), "0002 0003 0001"),
        (json!({ "sort": "due" }), "0001 0003 0002"),
        (json!({ "kind": "analysis", "sort": "number" }), "0001 0003"),
        (json!({ "engineer": "QT1" }), "0001"),
        (json!({ "states": ["unassigned"], "sort": "number" }), "0002 0003"),
        (json!({ "text": "政务 0002" }), "0002"),
        (json!({ "text": "%" }), ""),
        (json!({ "sort": "number", "offset": 1, "limit": 1 }), "0002"),
    ] {
        assert_eq!(list(&mut desk, wanted.clone()).join(" "), expected, "{wanted}");
    }
    desk.restart("2026-10-16T02:00:00Z");
    assert_eq!(list(&mut desk, json!({ "due": ["overdue"] })), ["0001"], "the 14th is past");
    let line = desk.ok("tickets", json!({ "text": "0001" }))["lines"][0].clone();
    assert_eq!(
        (&line["standing"], &line["days"], &line["firstName"]),
        (&json!("overdue"), &json!(2), &json!("张伟"))
    );
    assert_eq!(line["kind"], "需求分析");
}

#[test]
fn a_unit_makes_its_own_type_and_old_tickets_keep_theirs() {
    let mut desk = desk();
    let visit = |days: u32, label: &str| {
        json!({ "unit": "C01", "body": {
            "code": "visit", "label": label, "service": "other", "formal": false, "customer": true,
            "fields": [{ "code": "demo", "label": "带演示", "kind": "yesNo", "need": "start" }],
            "items": [{ "code": "slides", "label": "演示文稿", "shownBy": "tick", "when": { "field": "demo", "is": ["yes"] } }],
            "records": [], "steps": [], "audited": false, "acceptance": "requester", "days": days,
        } })
    };
    says(&desk.refused("issueTicketType", visit(0, "客户拜访")), "ticketTypeDays", &["250"]);
    desk.ok("issueTicketType", visit(3, "客户拜访"));
    let types = desk.ok("ticketTypes", json!({ "unit": "C01" }));
    let own: Vec<&Value> = types.as_array().unwrap().iter().filter(|known| known["own"] == true).collect();
    assert_eq!((own.len(), &own[0]["body"]["label"]), (1, &json!("客户拜访")));
    let mut asked = request("visit", json!({ "demo": "yes" }));
    asked["own"] = json!(true);
    let ticket = desk.ok("registerTicket", asked.clone())["ticket"].as_str().unwrap().to_owned();
    assert!(gaps(&mut desk, &ticket).contains(&"演示文稿".to_owned()));
    desk.ok("issueTicketType", visit(5, "上门拜访"));
    assert_eq!(show(&mut desk, &ticket)["kind"]["label"], "客户拜访", "as it began");
    desk.ok("retireTicketType", json!({ "unit": "C01", "code": "visit" }));
    says(&desk.refused("registerTicket", asked), "unknownTicketType", &["visit"]);
    assert_eq!(show(&mut desk, &ticket)["kind"]["days"], 3);
    says(
        &desk.refused("retireTicketType", json!({ "unit": "C01", "code": "bid" })),
        "unknownTicketType",
        &["bid"],
    );
    sign_in(&mut desk, "other");
    assert_eq!(desk.refused("issueTicketType", visit(3, "客户拜访")).code, "noRightForUnit");
}
