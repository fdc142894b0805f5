//! A requester asks and follows, an engineer does, a commercial officer keeps the prices: each sees what is their own, and nothing of
//! the rest, neither in a list nor in a count, a search, a number that was guessed, nor a link.

use super::tickets::{desk, register, request, show, sign_in};
use crate::words::says;
use huiqian_tests::{Desk, PASSWORD};
use serde_json::{Value, json};

/// The manager's ticket, which is nobody's own.
const OTHERS: &str = "C01-202610-0001";
/// The requester's.
const OWN: &str = "C01-202610-0002";

fn open(desk: &mut Desk, account: &str, role: &str, staff_no: Value) {
    let request = json!({
        "account": account, "name": account, "role": role, "unit": "C01", "post": null, "password": PASSWORD,
        "staffNo": staff_no,
    });
    desk.ok("openAccount", request);
}

fn roles() -> Desk {
    let mut desk = desk();
    sign_in(&mut desk, "admin");
    open(&mut desk, "asker", "requester", Value::Null);
    open(&mut desk, "asker2", "requester", Value::Null);
    open(&mut desk, "first", "engineer", json!("QT1"));
    open(&mut desk, "second", "engineer", json!("QT2"));
    open(&mut desk, "prices", "commercialOfficer", Value::Null);
    sign_in(&mut desk, "manager");
    register(&mut desk, "analysis", json!({}));
    desk
}

fn of(ticket: &str, more: Value) -> Value {
    let mut all = json!({ "ticket": ticket });
    all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    all
}

fn numbers(desk: &mut Desk) -> Vec<String> {
    let list = desk.ok("tickets", json!({}));
    assert_eq!(list["total"], list["lines"].as_array().unwrap().len());
    list["lines"].as_array().unwrap().iter().map(|line| line["ticket"].as_str().unwrap().to_owned()).collect()
}

fn offered(desk: &mut Desk, ticket: &str) -> Vec<String> {
    let view = show(desk, ticket);
    view["offered"].as_array().unwrap().iter().map(|act| act.as_str().unwrap().to_owned()).collect()
}

#[test]
fn an_engineers_account_is_one_engineers() {
    let mut desk = desk();
    sign_in(&mut desk, "admin");
    let request = |account: &str, role: &str, unit: Value, staff_no: Value| {
        json!({
            "account": account, "name": account, "role": role, "unit": unit, "post": null, "password": PASSWORD,
            "staffNo": staff_no,
        })
    };
    let c01 = || json!("C01");
    let nobody = request("e", "engineer", c01(), Value::Null);
    says(&desk.refused("openAccount", nobody), "accountNeedsEngineer", &[]);
    let stranger = request("e", "engineer", c01(), json!("QT9"));
    says(&desk.refused("openAccount", stranger), "unknownEngineer", &["QT9"]);
    let other = request("e", "requester", c01(), json!("QT1"));
    says(&desk.refused("openAccount", other), "accountOfOtherRole", &["e"]);
    let nowhere = request("e", "requester", Value::Null, Value::Null);
    says(&desk.refused("openAccount", nowhere), "accountNeedsUnit", &[]);
    desk.ok("openAccount", request("e", "engineer", c01(), json!("QT1")));
    let twice = request("f", "engineer", c01(), json!("QT1"));
    says(&desk.refused("openAccount", twice.clone()), "engineerHasAccount", &["QT1", "e"]);
    desk.ok("tieAccount", json!({ "account": "e", "staffNo": "QT2" }));
    desk.ok("openAccount", twice);
    desk.restart("2026-10-12T03:00:00Z");
    sign_in(&mut desk, "admin");
    let accounts = desk.ok("accounts", json!({}));
    let tied = |name: &str| {
        accounts.as_array().unwrap().iter().find(|one| one["account"] == name).unwrap()["staffNo"].clone()
    };
    assert_eq!((tied("e"), tied("f"), tied("manager")), (json!("QT2"), json!("QT1"), Value::Null));
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn a_requester_asks_follows_confirms_and_rates_and_sees_no_other() {
    let mut desk = roles();
    sign_in(&mut desk, "asker");
    assert_eq!(numbers(&mut desk), [""; 0]);
    // Whoever was typed as the requester: it is who asks.
    let mut asked = request("analysis", json!({}));
    asked["requester"] = json!("manager");
    asked["title"] = json!("机房巡检方案");
    assert_eq!(desk.ok("registerTicket", asked.clone())["ticket"], OWN);
    asked["unit"] = json!("C02");
    says(&desk.refused("registerTicket", asked), "noRightForOthers", &[]);
    assert_eq!(numbers(&mut desk), [OWN]);
    assert_eq!(
        (show(&mut desk, OWN)["requester"].clone(), offered(&mut desk, OWN)),
        (json!("asker"), vec![])
    );
    // Nothing of the other one.
    for use_case in ["ticket", "ticketFiles"] {
        says(&desk.refused(use_case, json!({ "ticket": OTHERS })), "noRightForOthers", &[]);
        says(&desk.refused(use_case, json!({ "ticket": "C01-202610-0099" })), "noRightForOthers", &[]);
    }
    let paper = desk.path("工单.pdf");
    says(&desk.refused("makeTicketDossier", of(OTHERS, json!({ "out": paper }))), "noRightForOthers", &[]);
    let board = desk.ok("ticketBoard", json!({}));
    let total: u64 = board.as_array().unwrap().iter().map(|column| column["total"].as_u64().unwrap()).sum();
    assert_eq!(total, 1);
    let period = json!({ "from": "2026-10-01", "to": "2026-10-31", "unit": null });
    assert_eq!(desk.ok("ticketStatistics", period)["total"]["received"], 1);
    let sheet = desk.path("工单.csv");
    desk.ok("exportTickets", json!({ "list": {}, "out": sheet }));
    let sheet = std::fs::read_to_string(sheet).unwrap();
    assert!(sheet.contains(OWN) && !sheet.contains(OTHERS), "{sheet}");
    for (words, count) in [("市政务云迁移", 0), ("机房巡检", 1)] {
        let found = desk.ok("findWords", json!({ "words": words }));
        let all: u64 =
            found["counts"].as_array().unwrap().iter().map(|one| one["count"].as_u64().unwrap()).sum();
        assert_eq!((&found["total"], all), (&json!(count), count), "{words}");
    }
    // What is the manager's and the engineer's is not theirs; nor what is of others altogether.
    let assign = of(OWN, json!({ "first": "QT1", "second": "QT2" }));
    says(&desk.refused("assignTicket", assign.clone()), "noRight", &[]);
    says(&desk.refused("takeTicket", of(OWN, json!({}))), "noRight", &[]);
    for use_case in
        ["people", "customers", "opportunities", "unitMonth", "settle", "journal", "forms", "tasks"]
    {
        let asked = json!({
            "unit": "C01", "month": "2026-10", "quarter": "2026Q4", "limit": 10, "register": "form", "text": "",
            "whatIf": {},
        });
        let refused = desk.refused(use_case, asked);
        assert!(refused.code.starts_with("noRight"), "{use_case}: {}", refused.code);
    }
    sign_in(&mut desk, "manager");
    desk.ok("assignTicket", assign);
    sign_in(&mut desk, "first");
    desk.ok("takeTicket", of(OWN, json!({})));
    desk.ok("deliverTicket", of(OWN, json!({ "text": "方案已发" })));
    says(&desk.refused("confirmTicket", of(OWN, json!({ "accepted": true }))), "noRight", &[]);
    sign_in(&mut desk, "asker2");
    says(&desk.refused("confirmTicket", of(OWN, json!({ "accepted": true }))), "noRightForOthers", &[]);
    sign_in(&mut desk, "asker");
    assert_eq!(offered(&mut desk, OWN), ["confirm"]);
    let due = desk.ok("workbench", json!({}));
    assert!(due.as_array().unwrap().iter().all(|line| line["persons"] != 2), "{due}");
    desk.ok("confirmTicket", of(OWN, json!({ "accepted": true })));
    let marks = json!({ "response": 5, "quality": 5, "expertise": 4, "attitude": 5 });
    desk.ok("rateTicket", of(OWN, json!({ "marks": marks })));
    // Documents of their own ticket.
    let file = desk.file("现场照片.txt", "机柜布局");
    let filed =
        desk.ok("fileDocuments", json!({ "about": format!("ticket/{OWN}"), "files": [{ "path": file }] }));
    let document = filed["documents"][0]["document"].clone();
    let elsewhere = json!({ "about": format!("ticket/{OTHERS}"), "files": [{ "path": file }] });
    says(&desk.refused("fileDocuments", elsewhere), "noRightForOthers", &[]);
    assert_eq!(desk.ok("documents", json!({}))["total"], 1);
    sign_in(&mut desk, "asker2");
    assert_eq!(desk.ok("documents", json!({}))["total"], 0);
    says(&desk.refused("document", json!({ "document": document })), "noRightForOthers", &[]);
    sign_in(&mut desk, "second");
    assert_eq!(desk.ok("documents", json!({}))["total"], 1, "the second is a hand of it");
}

#[test]
fn an_engineer_does_what_is_theirs_and_sees_their_own_months() {
    let mut desk = roles();
    desk.ok("assignTicket", of(OTHERS, json!({ "first": "QT1", "second": "QT2" })));
    sign_in(&mut desk, "first");
    assert_eq!(numbers(&mut desk), [OTHERS]);
    assert_eq!(desk.ok("session", json!({}))["staffNo"], "QT1");
    sign_in(&mut desk, "second");
    says(&desk.refused("takeTicket", of(OTHERS, json!({}))), "otherHand", &[OTHERS]);
    assert!(!offered(&mut desk, OTHERS).contains(&"take".to_owned()));
    sign_in(&mut desk, "first");
    assert_eq!(offered(&mut desk, OTHERS)[0], "take");
    desk.ok("takeTicket", of(OTHERS, json!({})));
    desk.ok(
        "askPostponement",
        of(OTHERS, json!({ "freeOn": "2026-10-19", "to": "2026-10-21", "text": "驻场" })),
    );
    sign_in(&mut desk, "manager");
    let behalf = json!({ "person": "罗海燕", "basis": "电话" });
    desk.ok("answerPostponement", of(OTHERS, json!({ "answer": "urgent", "text": "急", "behalf": behalf })));
    sign_in(&mut desk, "first");
    let pass = json!({ "content": "核对链路", "scope": "仅链路", "from": null, "until": "2026-10-16", "by": "first" });
    desk.ok("passIncident", of(OTHERS, pass));
    says(&desk.refused("takeIncident", of(OTHERS, json!({}))), "otherHand", &[OTHERS]);
    sign_in(&mut desk, "second");
    desk.ok("takeIncident", of(OTHERS, json!({})));
    desk.ok("returnIncident", of(OTHERS, json!({ "toldBy": "phone", "text": "无丢包" })));
    // Their own months alone.
    sign_in(&mut desk, "manager");
    let rows = json!([
        { "staffNo": "QT1", "score": "92", "items": [], "note": null },
        { "staffNo": "QT2", "score": "88", "items": [], "note": null },
    ]);
    desk.ok("recordAssessments", json!({ "unit": "C01", "month": "2026-09", "rows": rows }));
    sign_in(&mut desk, "first");
    let own = desk.ok("personScores", json!({ "staffNo": "QT1" }));
    assert_eq!(own[0]["month"], "2026-09", "{own}");
    assert!(own[0]["score"].as_str().is_some_and(|score| score.starts_with("92")), "{own}");
    says(&desk.refused("personScores", json!({ "staffNo": "QT2" })), "noRightForOthers", &[]);
    desk.ok("personAttendance", json!({ "staffNo": "QT1", "limit": 5 }));
    let another = json!({ "staffNo": "QT2", "limit": 5 });
    says(&desk.refused("personAttendance", another), "noRightForOthers", &[]);
    // Without a part in it, it is gone from sight.
    sign_in(&mut desk, "manager");
    register(&mut desk, "analysis", json!({}));
    desk.ok("assignTicket", of(OWN, json!({ "first": "QT2" })));
    sign_in(&mut desk, "first");
    assert_eq!(numbers(&mut desk), [OTHERS]);
    says(&desk.refused("ticket", json!({ "ticket": OWN })), "noRightForOthers", &[]);
}

#[test]
fn prices_are_the_commercial_officers_the_managers_and_whose_work_it_was() {
    let mut desk = roles();
    let no = super::opportunities::register(&mut desk, json!({}));
    sign_in(&mut desk, "prices");
    let keep = |kind: &str, fields: Value| json!({ "opportunity": no, "kind": kind, "fields": fields });
    let quote = json!({ "products": "云主机", "price": "980000", "terms": "三年" });
    desk.ok("recordOnOpportunity", keep("quote", quote));
    desk.ok("recordOnOpportunity", keep("competitor", json!({ "name": "甲公司", "price": "990000" })));
    let checkpoint = json!({ "what": "方案汇报", "due": "2026-10-20" });
    says(&desk.refused("recordOnOpportunity", keep("checkpoint", checkpoint)), "commercialRecordsAlone", &[]);
    let change = json!({ "opportunity": no, "stage": "survey" });
    says(&desk.refused("moveOpportunity", change), "noRight", &[]);
    assert!(desk.refused("tickets", json!({})).code.starts_with("noRight"));
    let prices = |desk: &mut Desk| -> Vec<Value> {
        let view = desk.ok("opportunity", json!({ "opportunity": no }));
        view["records"].as_array().unwrap().iter().map(|row| row["fields"]["price"].clone()).collect()
    };
    let shown = ["980000", "990000"];
    for account in ["prices", "manager", "leader", "admin"] {
        sign_in(&mut desk, account);
        let seen = prices(&mut desk);
        assert!(
            seen.iter().zip(shown).all(|(seen, price)| seen.as_str().is_some_and(|s| s.starts_with(price))),
            "{account}: {seen:?}"
        );
    }
    sign_in(&mut desk, "admin");
    let clerk = json!({
        "account": "clerk2", "name": "c", "role": "clerk", "unit": null, "post": null, "password": PASSWORD,
    });
    desk.ok("openAccount", clerk);
    sign_in(&mut desk, "clerk2");
    assert_eq!(prices(&mut desk), [Value::Null, Value::Null], "a clerk reads it without");
    let file = desk.file("报价清单.txt", "单价");
    sign_in(&mut desk, "prices");
    let about = format!("opportunity/{no}");
    desk.ok("fileDocuments", json!({ "about": about, "files": [{ "path": file }] }));
    assert_eq!(desk.ok("documents", json!({}))["total"], 1);
    sign_in(&mut desk, "asker");
    assert_eq!(desk.ok("documents", json!({}))["total"], 0);
    let file = json!({ "about": about, "files": [{ "path": file }] });
    says(&desk.refused("fileDocuments", file), "noRightForOthers", &[]);
}
