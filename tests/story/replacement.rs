//! A low score in probation, and the way to a successor (§6.4, PER-10…12).

use crate::words::says;
use huiqian_tests::{Desk, PASSWORD};
use serde_json::{Value, json};

/// C01 with QT1 (arrived 2026-03-10) and QT2, C02 with QT3; accounts of every kind; two-person work is on. The day is
/// 2026-04-20.
fn desk() -> Desk {
    let mut desk = Desk::province("2026-04-20T02:00:00Z", 2, true);
    let list = "工号,姓名,单位代码,到岗日期\nQT1,宰予,C01,2026-03-10\nQT2,冉求,C01,2025-03-01\nQT3,仲由,C02,2025-03-01\n";
    desk.import("people", list).unwrap();
    for (account, role, unit) in [
        ("manager", "unitManager", json!("C01")),
        ("leader", "unitLeader", json!("C01")),
        ("clerk", "clerk", Value::Null),
    ] {
        let open = json!({
            "account": account, "role": role, "unit": unit, "name": account, "post": null, "password": PASSWORD,
        });
        desk.ok("openAccount", open);
    }
    desk
}

fn sign_in(desk: &mut Desk, account: &str) {
    desk.ok("signIn", json!({ "account": account, "password": PASSWORD }));
}

/// Scores QT1's March by items of the default rubric: full points but for two.
fn score_march(desk: &mut Desk, plan: &str, contact: &str) {
    let full = [("SJ", "10"), ("XQ", "15"), ("JL", "15"), ("TB", "15"), ("XY", "10"), ("KQ", "10")];
    let mut items: Vec<Value> = full
        .iter()
        .map(|(code, points)| json!({ "code": code, "points": points, "reason": null, "evidence": null }))
        .collect();
    items.push(json!({ "code": "FA", "points": plan, "reason": "方案两次返工", "evidence": null }));
    items.push(json!({ "code": "PH", "points": contact, "reason": "未按时到会", "evidence": null }));
    let row = json!({ "staffNo": "QT1", "score": null, "items": items, "note": null });
    desk.ok("recordAssessments", json!({ "unit": "C01", "month": "2026-03", "rows": [row] }));
}

fn score_total(desk: &mut Desk, month: &str, points: &str) {
    desk.import("assessments", &format!("月份,单位代码,工号,得分\n{month},C01,QT1,{points}\n")).unwrap();
}

fn person(desk: &mut Desk) -> Value {
    desk.ok("person", json!({ "staffNo": "QT1" }))
}

fn state(desk: &mut Desk) -> Value {
    person(desk)["replacements"][0]["state"].clone()
}

#[test]
fn a_request_goes_from_the_score_to_the_successor() {
    let mut desk = desk();
    sign_in(&mut desk, "manager");
    let request = json!({ "staffNo": "QT1", "reason": "试用期表现不合格" });
    says(&desk.refused("requestReplacement", request.clone()), "noReplacementGround", &["QT1", "C01", "70"]);
    desk.ok("noteWork", json!({ "staffNo": "QT1", "on": "2026-03-12", "text": "首份方案未按时提交" }));
    desk.ok("noteWork", json!({ "staffNo": "QT1", "on": "2026-03-13", "text": "记错了人" }));
    desk.ok("noteWork", json!({ "staffNo": "QT1", "on": "2026-04-15", "text": "试用期满之后" }));
    desk.ok("strikeWorkNote", json!({ "staffNo": "QT1", "number": 2, "reason": "记错" }));
    // March comes to 75 points, which opens nothing; April does.
    score_march(&mut desk, "0", "0");
    assert_eq!(person(&mut desk)["months"][0]["mayAskReplacement"], false, "75 points");
    score_total(&mut desk, "2026-04", "69.9999");
    assert_eq!(person(&mut desk)["mayAskReplacement"], true);
    desk.ok("requestReplacement", request.clone());
    says(&desk.refused("requestReplacement", request), "replacementOpen", &["QT1", "1"]);

    let asked = person(&mut desk)["replacements"][0].clone();
    assert_eq!((&asked["state"], &asked["notes"]), (&json!("opened"), &json!([1])));
    let months: Vec<(&Value, &Value)> =
        asked["months"].as_array().unwrap().iter().map(|m| (&m["month"], &m["low"])).collect();
    assert_eq!(months, [(&json!("2026-03"), &json!(false)), (&json!("2026-04"), &json!(true))]);
    let deducted = &asked["months"][0]["deducted"];
    assert_eq!(deducted[0]["name"], "方案编制");
    assert_eq!(
        (&deducted[0]["points"], &deducted[0]["max"], &deducted[0]["reason"]),
        (&json!("0"), &json!("20"), &json!("方案两次返工"))
    );
    assert_eq!(deducted.as_array().unwrap().len(), 2, "what has its full points is no evidence");

    // In order: the leader, the 快文, the successor.
    let send = json!({ "staffNo": "QT1", "dispatch": "快文〔2026〕21号" });
    says(&desk.refused("sendReplacement", send.clone()), "replacementElsewhere", &["QT1"]);
    assert_eq!(desk.refused("approveReplacement", json!({ "staffNo": "QT1" })).code, "noRight");
    sign_in(&mut desk, "leader");
    let due = desk.ok("workbench", json!({}));
    let waiting = due.as_array().unwrap().iter().find(|due| due["task"] == "approveReplacement").unwrap();
    assert_eq!((&waiting["staffNo"], &waiting["unit"]), (&json!("QT1"), &json!("C01")));
    let tomorrow = json!({ "staffNo": "QT1", "on": "2026-04-21" });
    says(&desk.refused("approveReplacement", tomorrow), "dateInFuture", &["2026-04-21"]);
    desk.ok("approveReplacement", json!({ "staffNo": "QT1" }));
    assert_eq!((state(&mut desk), &person(&mut desk)["standing"]), (json!("approved"), &json!("returned")));

    sign_in(&mut desk, "manager");
    says(
        &desk.refused("sendReplacement", json!({ "staffNo": "QT1", "dispatch": " " })),
        "paperNumberNeeded",
        &[],
    );
    let early = json!({ "staffNo": "QT1", "dispatch": "快文", "on": "2026-04-19" });
    says(&desk.refused("sendReplacement", early), "datesReversed", &["2026-04-19"]);
    desk.ok("sendReplacement", send);
    let link = |successor: &str| json!({ "staffNo": "QT1", "successor": successor });
    for nobody in ["QT1", "QT3"] {
        says(&desk.refused("linkSuccessor", link(nobody)), "successorNotThere", &[nobody, "C01"]);
    }
    says(&desk.refused("linkSuccessor", link("QT9")), "unknownEngineer", &["QT9"]);
    let next = json!({ "staffNo": "QT9", "unit": "C01", "expectedOn": "2026-05-04", "name": "端木赐" });
    desk.ok("announceArrival", next);
    desk.ok("linkSuccessor", link("QT9"));
    assert_eq!(state(&mut desk), "answered");
    says(
        &desk.refused("withdrawReplacement", json!({ "staffNo": "QT1", "reason": "r" })),
        "replacementElsewhere",
        &["QT1"],
    );

    // Leaves; what is open goes to the successor without being said.
    let leaving = json!({
        "staffNo": "QT1", "lastDay": "2026-04-20", "reason": "试用不合格更换",
        "entries": [{ "kind": "ticket", "what": "工单 2026-0412" }],
    });
    desk.ok("recordLeaving", leaving);
    let gone = person(&mut desk);
    assert_eq!(gone["replacements"][0]["state"], "done");
    assert_eq!(gone["stays"][0]["leaving"]["receiver"], "QT9");
    assert_eq!(gone["stays"][0]["leaving"]["receiverName"], "端木赐");
    desk.restart("2026-04-21T02:00:00Z");
    assert_eq!(person(&mut desk)["standing"], "left");
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn whoever_asked_does_not_approve_and_another_role_enters_it_on_behalf() {
    let mut desk = desk();
    score_total(&mut desk, "2026-03", "60");
    sign_in(&mut desk, "leader");
    desk.ok("requestReplacement", json!({ "staffNo": "QT1" }));
    says(&desk.refused("approveReplacement", json!({ "staffNo": "QT1" })), "secondPersonNeeded", &[]);
    sign_in(&mut desk, "clerk");
    says(&desk.refused("approveReplacement", json!({ "staffNo": "QT1" })), "onBehalfNeeded", &[]);
    let behalf = json!({ "party": "client", "person": "公冶长", "basis": "批示截图" });
    let without = json!({ "staffNo": "QT1", "onBehalf": behalf });
    says(&desk.refused("approveReplacement", without), "scanNeeded", &[]);
    let shot = desk.file("shot.png", "ink");
    desk.ok("approveReplacement", json!({ "staffNo": "QT1", "onBehalf": behalf, "evidence": shot }));
    let approved = person(&mut desk)["replacements"][0].clone();
    assert_eq!(approved["approvedOnBehalf"], behalf);
    assert_eq!(approved["approvedBy"], "clerk");
    // Taken back with a reason; another may follow.
    says(
        &desk.refused("withdrawReplacement", json!({ "staffNo": "QT1", "reason": "" })),
        "reasonNeeded",
        &[],
    );
    desk.ok("withdrawReplacement", json!({ "staffNo": "QT1", "reason": "复核后得分有误" }));
    assert_eq!(person(&mut desk)["standing"], "uncertified");
    desk.ok("requestReplacement", json!({ "staffNo": "QT1" }));
    assert_eq!(state(&mut desk), "opened");
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn seventy_points_count_where_the_rule_set_says_so() {
    let mut desk = desk();
    score_total(&mut desk, "2026-03", "70");
    let request = json!({ "staffNo": "QT1" });
    says(&desk.refused("requestReplacement", request.clone()), "noReplacementGround", &["QT1"]);
    let mut rules = desk.ok("rulebook", json!({}))["ruleSets"][0].clone();
    assert_eq!(rules["replacementAtSeventy"], false, "as the source's daily wording has it");
    rules["replacementAtSeventy"] = json!(true);
    rules["from"] = json!("2026Q1");
    desk.ok("issueRuleSet", json!({ "ruleSet": rules }));
    assert_eq!(person(&mut desk)["months"][0]["mayAskReplacement"], true);
    desk.ok("requestReplacement", request);
}
