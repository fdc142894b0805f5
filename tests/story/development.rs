//! Training, awards and violations, and the ability checklist (§6.5): recorded by the unit, decided by its leader, read with
//! the person, gone with the person.

use crate::words::says;
use huiqian_tests::{Desk, PASSWORD};
use serde_json::{Value, json};

fn desk() -> Desk {
    let mut desk = Desk::province("2026-10-08T02:00:00Z", 2, true);
    desk.import("people", "工号,姓名,单位代码,到岗日期\nQT1,张伟,C01,2024-09-01\nQT2,李娜,C02,2024-09-01\n")
        .unwrap();
    for (account, role) in [("manager", "unitManager"), ("leader", "unitLeader")] {
        let open = json!({
            "account": account, "name": account, "role": role, "unit": "C01", "post": null, "password": PASSWORD,
        });
        desk.ok("openAccount", open);
    }
    desk
}

fn sign_in(desk: &mut Desk, account: &str) {
    desk.ok("signIn", json!({ "account": account, "password": PASSWORD }));
}

fn of(desk: &mut Desk, staff_no: &str) -> Value {
    desk.ok("development", json!({ "staffNo": staff_no }))
}

#[test]
fn a_leak_is_found_by_the_manager_and_decided_by_the_leader() {
    let mut desk = desk();
    sign_in(&mut desk, "manager");
    let found = |text: Value| json!({ "staffNo": "QT1", "kind": "leak", "day": "2026-10-05", "text": text });
    says(&desk.refused("recordConduct", found(Value::Null)), "evidenceNeeded", &[]);
    let mut with_paper = found(json!("把客户罗海燕的报价发到群里"));
    with_paper["paper"] = json!(desk.file("截图.png", "\u{89}PNG ink"));
    desk.ok("recordConduct", with_paper);
    let scan = of(&mut desk, "QT1")["conduct"][0]["paper"].clone();
    assert!(desk.ok("lookAtScan", json!({ "staffNo": "QT1", "scan": scan }))["bytes"].is_string());
    let decide = json!({
        "staffNo": "QT1", "number": 1, "sanction": "writtenWarning", "replace": true, "text": "经查属实",
    });
    assert_eq!(desk.refused("decideViolation", decide.clone()).code, "noRight", "a leader's");
    let foreign = json!({ "staffNo": "QT2", "kind": "interview", "text": "约谈" });
    assert_eq!(desk.refused("recordConduct", foreign).code, "noRightForUnit");

    sign_in(&mut desk, "leader");
    desk.ok("decideViolation", decide.clone());
    says(&desk.refused("decideViolation", decide), "conductDecided", &["1"]);
    let line = of(&mut desk, "QT1")["conduct"][0].clone();
    assert_eq!((&line["kind"], &line["violation"]), (&json!("leak"), &json!(true)));
    assert_eq!(
        (&line["decided"]["sanction"], &line["decided"]["replace"]),
        (&json!("writtenWarning"), &json!(true))
    );
    // The decision asks for a replacement: it is the ground for the request, which names it.
    let follows = |desk: &mut Desk| of(desk, "QT1")["conduct"][0]["follows"].clone();
    assert_eq!(
        follows(&mut desk),
        json!({ "then": "replace", "done": null, "refused": null, "offered": true })
    );
    desk.ok("requestReplacement", json!({ "staffNo": "QT1" }));
    let request = desk.ok("person", json!({ "staffNo": "QT1" }))["replacements"][0].clone();
    assert_eq!(request["decisions"], json!([{ "of": "violation", "number": 1 }]));
    assert_eq!(follows(&mut desk)["done"], json!({ "number": 1, "on": "2026-10-08", "what": "opened" }));
    desk.ok("withdrawReplacement", json!({ "staffNo": "QT1", "reason": "复核" }));
    desk.ok("withdrawConduct", json!({ "staffNo": "QT1", "number": 1, "reason": "认错人" }));
    assert_eq!(follows(&mut desk), Value::Null);
    let again = desk.refused("requestReplacement", json!({ "staffNo": "QT1" }));
    assert_eq!(again.code, "noReplacementGround", "what was withdrawn is none");
    assert_eq!(of(&mut desk, "QT1")["conduct"][0]["withdrawn"], "认错人", "it stays readable");
    desk.restart("2026-10-09T02:00:00Z");
    let journal = desk.ok("journal", json!({ "limit": 1000 })).to_string();
    assert!(!journal.contains("罗海燕"), "no names in the journal");
    assert!(of(&mut desk, "QT1")["conduct"][0]["text"].as_str().unwrap().contains("罗海燕"));
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn a_training_is_planned_and_attended() {
    let mut desk = desk();
    let plan = |day: &str, people: Value| json!({ "kind": "confidentiality", "title": "保密意识", "day": day, "hours": 4, "staffNos": people });
    assert_eq!(desk.refused("planTraining", plan("2026-10-08", json!([]))).code, "nobodyNamed");
    assert_eq!(desk.refused("planTraining", plan("2026-10-08", json!(["QT9"]))).code, "unknownEngineer");
    desk.ok("planTraining", plan("2026-10-08", json!(["QT1"])));
    desk.ok("planTraining", plan("2026-11-08", json!(["QT1", "QT2"])));
    let attend = |number: u32, no: &str, attended: bool| json!({ "number": number, "staffNo": no, "attended": attended, "result": "88" });
    desk.ok("recordTrainingAttendance", attend(1, "QT1", true));
    assert_eq!(desk.ok("recordTrainingAttendance", attend(1, "QT1", true))["entries"], 0);
    says(&desk.refused("recordTrainingAttendance", attend(1, "QT2", true)), "notInvited", &["QT2", "1"]);
    assert_eq!(desk.refused("recordTrainingAttendance", attend(2, "QT1", true)).code, "dateInFuture");
    assert_eq!(desk.refused("cancelTraining", json!({ "number": 1, "reason": "x" })).code, "trainingHeld");
    desk.ok("cancelTraining", json!({ "number": 2, "reason": "讲师请假" }));
    let trainings = of(&mut desk, "QT1")["trainings"].clone();
    assert_eq!((&trainings[0]["number"], &trainings[0]["cancelled"]), (&json!(2), &json!(true)));
    assert_eq!((&trainings[1]["attended"], &trainings[1]["result"]), (&json!(true), &json!("88")));
}

#[test]
fn the_five_abilities_are_judged_one_by_one() {
    let mut desk = desk();
    sign_in(&mut desk, "manager");
    let judge = |met: bool, note: Value, day: &str| json!({ "staffNo": "QT1", "item": "delivery", "met": met, "note": note, "day": day });
    assert_eq!(desk.refused("judgeAbility", judge(false, Value::Null, "2026-10-01")).code, "reasonNeeded");
    desk.ok("judgeAbility", judge(false, json!("两次方案迟交"), "2026-10-01"));
    desk.ok("judgeAbility", judge(true, Value::Null, "2026-10-08"));
    assert_eq!(desk.refused("judgeAbility", judge(true, Value::Null, "2026-10-02")).code, "datesReversed");
    let unknown = json!({ "staffNo": "QT1", "item": "magic", "met": true });
    says(&desk.refused("judgeAbility", unknown), "notInList", &["magic"]);
    let view = of(&mut desk, "QT1");
    let met: Vec<&Value> =
        view["abilities"].as_array().unwrap().iter().map(|ability| &ability["met"]).collect();
    assert_eq!(met, [&Value::Null, &Value::Null, &Value::Null, &json!(true), &Value::Null]);
    assert_eq!((&view["canRecord"], &view["canDecide"]), (&json!(true), &json!(false)));
}
