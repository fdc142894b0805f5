//! A branch's opportunities and customers (§5.1): registered in one go, from stage to stage with what is missing, won or lost with
//! the reason, handed over; what is refused on the way; whose they are; and that nobody's name is in the journal.

use crate::words::{says, words};
use huiqian_tests::{Desk, PASSWORD};
use serde_json::{Value, json};

pub(super) fn desk() -> Desk {
    let mut desk = Desk::province("2026-10-12T02:00:00Z", 2, true);
    let people = "工号,姓名,单位代码,到岗日期\nQT1,张伟,C01,2024-09-01\nQT2,李娜,C01,2024-09-01\nQT3,王芳,C02,2024-09-01\n";
    desk.import("people", people).unwrap();
    for (account, unit) in [("manager", "C01"), ("other", "C02")] {
        let open = json!({
            "account": account, "name": account, "role": "unitManager", "unit": unit, "post": null,
            "password": PASSWORD,
        });
        desk.ok("openAccount", open);
    }
    sign_in(&mut desk, "manager");
    desk
}

pub(super) fn sign_in(desk: &mut Desk, account: &str) {
    desk.ok("signIn", json!({ "account": account, "password": PASSWORD }));
}

pub(super) fn project(more: Value) -> Value {
    let mut all = json!({
        "unit": "C01", "title": "市政务云二期", "customerName": "市大数据局", "class": "云与数据中心",
        "source": "客户主动咨询", "finder": "accountManager", "manager": "罗海燕", "amount": "3200000",
        "engineer": "QT1", "foundOn": "2026-10-08",
    });
    all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    all
}

pub(super) fn of(opportunity: &str, more: Value) -> Value {
    let mut all = json!({ "opportunity": opportunity });
    all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    all
}

pub(super) fn register(desk: &mut Desk, more: Value) -> String {
    let made = desk.ok("registerOpportunity", project(more));
    made["opportunity"].as_str().unwrap().to_owned()
}

pub(super) fn show(desk: &mut Desk, opportunity: &str) -> Value {
    desk.ok("opportunity", of(opportunity, json!({})))
}

/// What the first stage asks for.
pub(super) fn collected() -> Value {
    json!({
        "firstContactOn": "2026-10-09", "background": "现有云平台容量不足", "concerns": "等保三级", "feasibility": "可行",
        "potential": "高", "keyProject": "no", "ictEnteredOn": "2026-10-09", "ictNo": "ICT-2026-118",
    })
}

fn gaps(desk: &mut Desk, opportunity: &str) -> Vec<String> {
    let view = show(desk, opportunity);
    let name = |gap: &Value| gap["label"].as_str().unwrap_or(gap["code"].as_str().unwrap()).to_owned();
    view["missing"].as_array().unwrap().iter().map(name).collect()
}

#[test]
fn a_project_goes_from_the_first_word_to_delivery() {
    let mut desk = desk();
    let no = register(&mut desk, json!({}));
    assert_eq!(no, "C01-SJ-202610-0001");
    let view = show(&mut desk, &no);
    assert_eq!((&view["customer"], &view["customerName"]), (&json!("C01-KH-0001"), &json!("市大数据局")));
    assert_eq!((&view["age"], &view["inStage"], &view["manager"]), (&json!(4), &json!(4), &json!("罗海燕")));
    let early = desk.refused("moveOpportunity", of(&no, json!({ "stage": "survey" })));
    says(&early, "stageIncomplete", &[&no, "ICT系统商机编号"]);
    desk.ok("fillOpportunity", of(&no, json!({ "fields": collected() })));
    assert_eq!(gaps(&mut desk, &no), [""; 0]);
    assert_eq!(show(&mut desk, &no)["response"], 1, "PIP-30: from the lead to the first contact");
    desk.ok("moveOpportunity", of(&no, json!({ "stage": "survey", "on": "2026-10-10" })));
    let survey =
        json!({ "needs": "扩容", "difficulties": "割接窗口", "purchasing": "公开招标", "rivals": "yes" });
    desk.ok("fillOpportunity", of(&no, json!({ "fields": survey })));
    assert_eq!(gaps(&mut desk, &no), ["竞争对手"]);
    let rival = |price: &str| json!({ "name": "某云公司", "price": price, "strengths": "价格低" });
    let record = |fields: Value| of(&no, json!({ "kind": "competitor", "fields": fields }));
    says(&desk.refused("recordOnOpportunity", record(rival("-1"))), "negativeAmount", &["-1"]);
    desk.ok("recordOnOpportunity", record(rival("2900000")));
    let again = of(&no, json!({ "kind": "competitor", "number": 1, "fields": rival("2800000") }));
    desk.ok("recordOnOpportunity", again);
    let records = show(&mut desk, &no)["records"].clone();
    assert_eq!(records.as_array().unwrap().len(), 1, "written anew");
    assert_eq!(records[0]["fields"]["price"], "2800000.00");
    let skip = of(&no, json!({ "stage": "bid" }));
    says(&desk.refused("moveOpportunity", skip), "reasonNeeded", &[]);
    desk.ok("moveOpportunity", of(&no, json!({ "stage": "bid", "text": "客户已有方案，直接招标" })));
    let back = of(&no, json!({ "stage": "solution" }));
    says(&desk.refused("moveOpportunity", back), "reasonNeeded", &[]);
    assert!(gaps(&mut desk, &no).contains(&"报价".to_owned()), "what was passed over stays on show");

    let board = desk.ok("opportunityBoard", json!({ "unit": "C01" }));
    let column = &board["columns"][4];
    assert_eq!((&column["stage"], &column["count"]), (&json!("bid"), &json!(1)));
    assert_eq!((&column["amount"], &column["cards"][0]["age"]), (&json!("3200000.00"), &json!(4)));
    let end = |more: Value| {
        let mut all =
            json!({ "outcome": "won", "text": "方案分最高", "lessons": "早期介入", "amount": "3100000" });
        all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        of(&no, all)
    };
    says(&desk.refused("concludeOpportunity", end(json!({ "text": " " }))), "reasonNeeded", &[]);
    says(&desk.refused("concludeOpportunity", end(json!({ "amount": null }))), "zeroAmount", &[]);
    says(&desk.refused("concludeOpportunity", end(json!({ "amount": "-5" }))), "negativeAmount", &["-5"]);
    let hand = of(&no, json!({ "text": "11月进场", "person": "交付部陈工", "contractNo": "HT-2026-9" }));
    says(&desk.refused("handOverOpportunity", hand.clone()), "notWon", &[&no]);
    desk.ok("concludeOpportunity", end(json!({})));
    assert_eq!(gaps(&mut desk, &no), ["handover"]);
    says(&desk.refused("fillOpportunity", of(&no, json!({ "fields": {} }))), "opportunityEnded", &[&no]);
    desk.ok("handOverOpportunity", hand);

    desk.restart("2026-10-13T02:00:00Z");
    let view = show(&mut desk, &no);
    assert_eq!(
        (&view["handover"]["person"], &view["conclusion"]["success"]),
        (&json!("交付部陈工"), &json!(true))
    );
    assert_eq!((&view["conclusion"]["amount"], &view["age"]), (&json!("3100000.00"), &json!(4)));
    let moved: Vec<&Value> =
        view["acts"].as_array().unwrap().iter().filter(|act| act["kind"] == "opportunity.moved").collect();
    assert_eq!(moved[1]["text"], "客户已有方案，直接招标");
    let journal = desk.ok("journal", json!({ "limit": 1000 })).to_string();
    for name in ["罗海燕", "交付部陈工", "割接窗口", "方案分最高", "早期介入", "价格低"]
    {
        assert!(!journal.contains(name), "{name} is not in the journal");
    }
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn rates_count_what_ended_in_the_period_by_unit_and_person() {
    let mut desk = desk();
    for (engineer, outcome) in [("QT1", "won"), ("QT1", "lost"), ("QT2", "dropped"), ("QT2", "agreed")] {
        let no = register(&mut desk, json!({ "engineer": engineer, "fields": collected() }));
        let end = json!({ "outcome": outcome, "text": "原因", "amount": "100", "on": "2026-10-11" });
        desk.ok("concludeOpportunity", of(&no, end));
    }
    register(&mut desk, json!({}));
    let rates = |desk: &mut Desk, to: &str| {
        desk.ok("successRates", json!({ "unit": null, "from": "2026-10-01", "to": to }))
    };
    let found = rates(&mut desk, "2026-12-31");
    assert_eq!((&found["total"]["concluded"], &found["total"]["percent"]), (&json!(4), &json!("50.0")));
    assert_eq!(found["units"][0]["unit"], "C01");
    assert_eq!(
        (&found["engineers"][0]["name"], &found["engineers"][0]["rate"]["won"]),
        (&json!("张伟"), &json!(1))
    );
    assert_eq!(rates(&mut desk, "2026-10-10")["total"]["percent"], Value::Null);
    let lost = "C01-SJ-202610-0002";
    says(&desk.refused("reopenOpportunity", of(lost, json!({ "text": "" }))), "reasonNeeded", &[]);
    desk.ok("reopenOpportunity", of(lost, json!({ "text": "客户废标重招" })));
    assert_eq!(rates(&mut desk, "2026-12-31")["total"]["concluded"], 3);
    let running = of(lost, json!({ "text": "再" }));
    says(&desk.refused("reopenOpportunity", running), "opportunityRuns", &[lost]);
}

#[test]
fn what_cannot_be_registered_is_refused_and_said() {
    let mut desk = desk();
    let mut refused = |more: Value, code: &str, parts: &[&str]| {
        says(&desk.refused("registerOpportunity", project(more)), code, parts);
    };
    refused(json!({ "amount": "-1" }), "negativeAmount", &["-1"]);
    refused(json!({ "amount": "很多" }), "badAmount", &["很多"]);
    refused(json!({ "title": " " }), "titleLength", &["100"]);
    refused(json!({ "customerName": "" }), "customerNeeded", &[]);
    refused(json!({ "customer": "C02-KH-0001" }), "unknownCustomer", &["C02-KH-0001"]);
    refused(json!({ "manager": "" }), "accountManagerNeeded", &[]);
    refused(json!({ "class": "航天" }), "notInList", &["航天"]);
    refused(json!({ "engineer": "QT3" }), "notServing", &["QT3"]);
    refused(json!({ "foundOn": "2026-10-13" }), "dateInFuture", &["2026-10-13"]);
    refused(json!({ "fields": { "luck": "yes" } }), "unknownField", &["luck"]);
    let foreign = desk.refused("registerOpportunity", project(json!({ "unit": "C02" })));
    assert_eq!(foreign.code, "noRightForUnit");
    let all = desk.ok("opportunities", json!({}));
    assert_eq!(all["total"], 0, "nothing was left behind");
    assert_eq!(desk.ok("customers", json!({}))["total"], 0, "no customer either");
}

#[test]
fn each_unit_sees_its_own() {
    let mut desk = desk();
    let no = register(&mut desk, json!({}));
    sign_in(&mut desk, "other");
    assert_eq!(desk.refused("opportunity", of(&no, json!({}))).code, "noRightForUnit");
    let drop = of(&no, json!({ "outcome": "dropped", "text": "x" }));
    assert_eq!(desk.refused("concludeOpportunity", drop).code, "noRightForUnit");
    assert_eq!(desk.refused("customer", json!({ "customer": "C01-KH-0001" })).code, "noRightForUnit");
    for list in ["opportunities", "customers"] {
        assert_eq!(desk.ok(list, json!({}))["total"], 0);
        assert_eq!(desk.ok(list, json!({ "unit": "C01" }))["total"], 0);
    }
    let board = desk.ok("opportunityBoard", json!({}));
    assert!(board["columns"].as_array().unwrap().iter().all(|column| column["count"] == 0));
    sign_in(&mut desk, "manager");
    let found = |desk: &mut Desk, more: Value| desk.ok("opportunities", more)["total"].clone();
    assert_eq!(found(&mut desk, json!({ "text": "大数据 云" })), 1);
    assert_eq!(found(&mut desk, json!({ "text": "100%" })), 0);
    assert_eq!(found(&mut desk, json!({ "class": "物联网" })), 0);
    assert_eq!(found(&mut desk, json!({ "engineer": "QT1", "stages": ["collection"], "ended": false })), 1);
    let unknown = desk.refused("opportunities", json!({ "sort": "luck" }));
    says(&unknown, "notInList", &["luck"]);
}

#[test]
fn a_customer_is_recognised_its_people_kept_and_erased() {
    let mut desk = desk();
    let fields =
        json!({ "name": "市大数据局", "sector": "党政", "phone": "028-1234567", "needs": "明年有三期" });
    let register = |more: Value| {
        let mut all = json!({ "unit": "C01", "fields": fields });
        all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        all
    };
    let made = desk.ok("registerCustomer", register(json!({})));
    assert_eq!(made["customer"], "C01-KH-0001");
    let again = desk.refused("registerCustomer", register(json!({})));
    says(&again, "customerKnown", &["市大数据局", "C01-KH-0001"]);
    assert!(words(&again).contains("同名也登记"));
    let odd =
        desk.refused("registerCustomer", register(json!({ "fields": { "name": "甲", "sector": "航天" } })));
    says(&odd, "notInList", &["航天"]);
    let person = |more: Value| {
        let mut all = json!({
            "customer": "C01-KH-0001", "name": "周处长", "post": "信息处处长", "mobile": "13900002222", "level": "中层",
        });
        all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        all
    };
    says(&desk.refused("recordContact", person(json!({ "name": "" }))), "personNeeded", &[]);
    says(&desk.refused("recordContact", person(json!({ "grade": "省长" }))), "notInList", &["省长"]);
    desk.ok("recordContact", person(json!({ "grade": "省局副主任" })));
    desk.ok("recordContact", person(json!({ "name": "吴工", "level": "技术人员" })));
    let leave = json!({ "customer": "C01-KH-0001", "number": 2, "on": "2026-10-11" });
    desk.ok("endContact", leave);
    let no = {
        let made = desk.ok("registerOpportunity", project(json!({ "customerName": "市 大数据局" })));
        made["opportunity"].as_str().unwrap().to_owned()
    };
    assert_eq!(show(&mut desk, &no)["customer"], "C01-KH-0001", "recognised by its name");
    let twin = desk.ok("registerCustomer", register(json!({ "anyway": true })));
    assert_eq!(twin["customer"], "C01-KH-0002");
    let view = desk.ok("customer", json!({ "customer": "C01-KH-0001" }));
    assert_eq!((&view["contacts"][0]["name"], &view["phone"]), (&json!("周处长"), &json!("028-1234567")));
    assert_eq!(view["contacts"][1]["leftOn"], "2026-10-11");
    assert_eq!(view["opportunities"][0]["opportunity"], no.as_str());
    let lines = desk.ok("customers", json!({ "text": "大数据" }))["lines"].clone();
    assert_eq!((&lines[0]["contacts"], &lines[0]["open"]), (&json!(1), &json!(1)));

    sign_in(&mut desk, "admin");
    let erase = |subject: &str| json!({ "subject": subject, "reason": "本人要求" });
    let open = desk.refused("erasePersonal", erase(&format!("opportunity/fields/0/{no}")));
    assert!(["nothingToErase", "matterOpen"].contains(&open.code.as_str()), "{open:?}");
    says(&desk.refused("erasePersonal", erase(&format!("opportunity/manager/0/{no}"))), "matterOpen", &[]);
    desk.ok("erasePersonal", erase("customer/contact/1/C01-KH-0001"));
    let view = desk.ok("customer", json!({ "customer": "C01-KH-0001" }));
    assert_eq!((&view["contacts"][0]["name"], &view["contacts"][0]["level"]), (&Value::Null, &json!("中层")));
    let journal = desk.ok("journal", json!({ "limit": 1000 })).to_string();
    for name in ["周处长", "吴工", "13900002222", "028-1234567", "明年有三期"] {
        assert!(!journal.contains(name), "{name} is not in the journal");
    }
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn tickets_belong_to_a_project_and_its_customer() {
    let mut desk = desk();
    let no = register(&mut desk, json!({}));
    let ticket = |more: Value| {
        let mut all = json!({
            "unit": "C01", "kind": "analysis", "title": "需求分析", "contact": "罗海燕", "channel": "phone",
            "urgency": "normal", "complexity": "simple",
        });
        all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        all
    };
    says(&desk.refused("registerTicket", ticket(json!({}))), "customerNeeded", &[]);
    let unknown = ticket(json!({ "opportunity": "C01-SJ-202610-0009" }));
    says(&desk.refused("registerTicket", unknown), "unknownOpportunity", &["C01-SJ-202610-0009"]);
    let first = desk.ok("registerTicket", ticket(json!({ "opportunity": no })))["ticket"].clone();
    let view = desk.ok("ticket", json!({ "ticket": first }));
    assert_eq!((&view["customer"], &view["customerNo"]), (&json!("市大数据局"), &json!("C01-KH-0001")));
    assert_eq!(view["opportunity"], no.as_str());
    let plain = desk.ok("registerTicket", ticket(json!({ "customer": "市卫健委" })))["ticket"].clone();
    assert_eq!(desk.ok("ticket", json!({ "ticket": plain }))["opportunity"], Value::Null);
    let other = desk.ok("registerCustomer", json!({ "unit": "C01", "fields": { "name": "市卫健委" } }));
    let wrong = json!({ "ticket": plain, "opportunity": no, "customerNo": other["customer"] });
    says(&desk.refused("linkTicket", wrong), "opportunityOfAnother", &[&no, "C01-KH-0001"]);
    desk.ok("linkTicket", json!({ "ticket": plain, "customerNo": other["customer"] }));
    desk.ok("linkTicket", json!({ "ticket": plain, "opportunity": no }));
    let tickets = show(&mut desk, &no)["tickets"].clone();
    assert_eq!(tickets.as_array().unwrap().len(), 2);
    assert_eq!(desk.ok("opportunities", json!({}))["lines"][0]["tickets"], 2);
    assert_eq!(desk.ok("customers", json!({}))["lines"][0]["tickets"], 2);
    let kinds = show(&mut desk, &no)["acts"].to_string();
    assert!(kinds.contains("ticket.registered"), "{kinds}");
    desk.ok("linkTicket", json!({ "ticket": plain }));
    assert_eq!(show(&mut desk, &no)["tickets"].as_array().unwrap().len(), 1);
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn a_known_customer_is_recognised_and_an_analysis_waits_for_its_opportunity() {
    let mut desk = desk();
    let no = register(&mut desk, json!({}));
    let ticket = json!({
        "unit": "C01", "kind": "analysis", "title": "需求分析", "contact": "罗海燕", "channel": "phone",
        "urgency": "normal", "complexity": "simple", "customer": "市 大数据局",
    });
    let ticket = desk.ok("registerTicket", ticket)["ticket"].clone();
    let view = desk.ok("ticket", json!({ "ticket": ticket }));
    assert_eq!((&view["customerNo"], &view["opportunity"]), (&json!("C01-KH-0001"), &Value::Null));
    assert_eq!(view["mayLink"], true);
    let missing =
        |view: &Value| view["missing"].as_array().unwrap().iter().any(|gap| gap["code"] == "opportunity");
    assert!(missing(&view), "TKT-06");
    desk.ok("linkTicket", json!({ "ticket": ticket, "opportunity": no }));
    let view = desk.ok("ticket", json!({ "ticket": ticket }));
    assert_eq!(view["opportunityTitle"], "市政务云二期");
    assert!(!missing(&view));
    let found = desk.ok("customers", json!({}))["lines"][0]["tickets"].clone();
    assert_eq!(found, 1);
}

#[test]
fn checkpoints_are_told_of_until_they_are_done() {
    let mut desk = desk();
    let no = register(&mut desk, json!({}));
    let record = |number: Value, due: &str, done: &str| {
        let fields = json!({ "what": "招标文件征求意见", "due": due, "doneOn": done });
        of(&no, json!({ "kind": "checkpoint", "number": number, "fields": fields }))
    };
    let told = |desk: &mut Desk| -> Vec<String> {
        let list = desk.ok("workbench", json!({}));
        let lines = list.as_array().unwrap().iter();
        let about = lines.filter(|due| due["task"].as_str().unwrap().starts_with("checkpoints"));
        about
            .map(|due| format!("{} {} {}", due["task"].as_str().unwrap(), due["persons"], due["by"]))
            .collect()
    };
    desk.ok("recordOnOpportunity", record(Value::Null, "2026-10-30", ""));
    assert_eq!(told(&mut desk), [""; 0], "two weeks off");
    desk.ok("recordOnOpportunity", record(Value::Null, "2026-10-16", ""));
    desk.ok("recordOnOpportunity", record(Value::Null, "2026-10-10", ""));
    let late = "checkpointsOverdue 1 \"2026-10-10\"";
    assert_eq!(told(&mut desk), [late, "checkpointsSoon 1 \"2026-10-16\""]);
    let line = desk.ok("opportunities", json!({}))["lines"][0].clone();
    assert_eq!((&line["checkpoint"], &line["checkpointTask"]), (&json!("2026-10-10"), &json!("overdue")));
    desk.ok("recordOnOpportunity", record(json!(3), "2026-10-10", "2026-10-12"));
    desk.ok("recordOnOpportunity", record(json!(2), "2026-10-16", "2026-10-12"));
    assert_eq!(told(&mut desk), [""; 0]);
    sign_in(&mut desk, "other");
    assert_eq!(told(&mut desk), [""; 0], "another unit's");
}
