//! The terms of tickets: told on 工作台 to those who work and to those whom the escalation names, listed by them, and changed
//! from a day on.

use super::tickets::{desk, register, request, show, sign_in};
use crate::words::says;
use huiqian_tests::Desk;
use serde_json::{Value, json};

/// What the workbench says about tickets: task, count, earliest day.
fn told(desk: &mut Desk) -> Vec<String> {
    let list = desk.ok("workbench", json!({}));
    let about = |due: &&Value| due["task"].as_str().unwrap().starts_with("tickets");
    let line = |due: &Value| {
        format!("{} {} {}", due["task"].as_str().unwrap(), due["persons"], due["by"].as_str().unwrap())
    };
    list.as_array().unwrap().iter().filter(about).map(line).collect()
}

fn listed(desk: &mut Desk, due: &str) -> Value {
    desk.ok("tickets", json!({ "due": [due] }))["total"].clone()
}

#[test]
fn what_is_due_and_late_is_told_and_leads_to_the_same_list() {
    let mut desk = desk();
    let mut asked = request("analysis", json!({}));
    asked["dueOn"] = json!("2026-10-16");
    let first = desk.ok("registerTicket", asked.clone())["ticket"].as_str().unwrap().to_owned();
    register(&mut desk, "analysis", json!({}));
    desk.ok("assignTicket", json!({ "ticket": first, "first": "QT1" }));
    desk.restart("2026-10-14T02:00:00Z");
    sign_in(&mut desk, "manager");
    assert_eq!(told(&mut desk), ["ticketsOverdue 1 2026-10-13"], "the response was due in one working day");
    assert_eq!((listed(&mut desk, "overdue"), listed(&mut desk, "soon")), (json!(1), json!(0)));
    let line = desk.ok("tickets", json!({ "due": ["overdue"] }))["lines"][0].clone();
    assert_eq!((&line["standing"], &line["pressing"]["term"]), (&json!("soon"), &json!("accept")));
    desk.ok("takeTicket", json!({ "ticket": first }));
    assert_eq!(told(&mut desk), ["ticketsSoon 1 2026-10-16"]);
    sign_in(&mut desk, "leader");
    assert_eq!(told(&mut desk), Vec::<String>::new(), "a leader hears of what is late for long");
    // Five working days late: the leader hears of it.
    desk.restart("2026-10-23T02:00:00Z");
    sign_in(&mut desk, "leader");
    assert_eq!(told(&mut desk), ["ticketsEscalated 1 2026-10-16"]);
    assert_eq!(listed(&mut desk, "escalated"), json!(1));
    let delivery = show(&mut desk, &first)["terms"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(delivery["told"], json!(["unitManager", "unitLeader"]));
    sign_in(&mut desk, "other");
    assert_eq!(told(&mut desk), Vec::<String>::new(), "another unit's");
    sign_in(&mut desk, "manager");
    assert_eq!(told(&mut desk), ["ticketsOverdue 1 2026-10-16"]);
}

#[test]
fn a_term_changes_from_a_day_on_with_its_reason() {
    let mut desk = desk();
    let found = desk.ok("deadlineTerms", json!({}));
    let mut rules = found["rules"].clone();
    let index = rules.as_array().unwrap().iter().position(|rule| rule["code"] == "accept").unwrap();
    rules[index]["length"] = json!({ "workingDays": 3 });
    let set =
        |rules: &Value, from: &str, reason: &str| json!({ "from": from, "rules": rules, "reason": reason });
    let refused = desk.refused("setDeadlineTerms", set(&rules, "2026-10-19", "省公司通知"));
    assert_eq!(refused.code, "noRight", "the terms are the province's");
    sign_in(&mut desk, "admin");
    says(&desk.refused("setDeadlineTerms", set(&rules, "2026-10-19", " ")), "reasonNeeded", &[]);
    let mut longer = rules.clone();
    let delivery = longer.as_array().unwrap().iter().position(|rule| rule["code"] == "delivery").unwrap();
    longer[delivery]["length"] = json!({ "workingDays": 10 });
    says(&desk.refused("setDeadlineTerms", set(&longer, "2026-10-19", "r")), "deadlineLength", &["delivery"]);
    desk.ok("setDeadlineTerms", set(&rules, "2026-10-19", "省公司通知"));
    let found = desk.ok("deadlineTerms", json!({}));
    assert_eq!((&found["from"], &found["next_from"]), (&Value::Null, &json!("2026-10-19")));
    assert_eq!(found["next"][index]["length"], json!({ "workingDays": 3 }));
    says(
        &desk.refused("setDeadlineTerms", set(&rules, "2026-10-15", "r")),
        "deadlinesFromEarlier",
        &["2026-10-19"],
    );
    sign_in(&mut desk, "manager");
    let take_by = |desk: &mut Desk| {
        let ticket = register(desk, "analysis", json!({}));
        desk.ok("assignTicket", json!({ "ticket": ticket, "first": "QT1" }));
        show(desk, &ticket)["terms"][0]["dueOn"].clone()
    };
    assert_eq!(take_by(&mut desk), "2026-10-13", "one working day, as before");
    desk.restart("2026-10-19T02:00:00Z");
    sign_in(&mut desk, "manager");
    assert_eq!(take_by(&mut desk), "2026-10-22", "three");
    sign_in(&mut desk, "admin");
    let journal = desk.ok("journal", json!({ "limit": 1000 }));
    assert_eq!(
        journal["lines"].as_array().unwrap().iter().filter(|l| l["kind"] == "deadline.rulesSet").count(),
        1
    );
}
