//! Delivery (送达) starts a term once; an objection ends by answer, acceptance or decision.

use huiqian_tests::{Desk, PASSWORD};
use serde_json::json;

fn scored() -> Desk {
    let mut desk = Desk::province("2026-04-12T02:00:00Z", 1, false);
    desk.quarter("2026Q1", ["2026-01", "2026-02", "2026-03"], "1000.00", |_, _| "80".to_owned());
    desk
}

#[test]
fn the_same_result_is_delivered_once_and_a_corrected_one_anew() {
    let mut desk = scored();
    let deliver = |on: &str, correction: Option<&str>| json!({ "unit": "C01", "quarter": "2026Q1", "on": on, "to": "罗海燕", "correction": correction });
    assert_eq!(desk.ok("deliverResult", deliver("2026-04-09", None))["entries"], 1);
    assert_eq!(desk.ok("deliverResult", deliver("2026-04-09", None))["entries"], 0);
    let again = desk.refused("deliverResult", deliver("2026-04-10", None));
    assert_eq!((again.code.as_str(), again.params["on"].as_str()), ("resultDelivered", Some("2026-04-09")));
    let corrected = desk.ok("deliverResult", deliver("2026-04-10", Some("日期录错")));
    assert_eq!(corrected["entries"], 1);

    desk.ok("reopenMonth", json!({ "unit": "C01", "month": "2026-01", "reason": "录入有误" }));
    let people = desk.people();
    let scored = people.iter().find(|p| p["unit"] == "C01").unwrap();
    let score = format!("月份,单位代码,工号,得分\n2026-01,C01,{},90\n", scored["staffNo"].as_str().unwrap());
    desk.import("assessments", &score).unwrap();
    assert_eq!(desk.ok("deliverResult", deliver("2026-04-12", None))["entries"], 1, "other figures");
}

#[test]
fn whoever_objected_may_accept_the_rejection() {
    let mut desk = scored();
    let open = |desk: &mut Desk| {
        desk.ok("settle", json!({ "quarter": "2026Q1", "whatIf": {} }))["blockers"]
            .to_string()
            .contains("objectionOpen")
    };
    let raise = json!({ "unit": "C01", "quarter": "2026Q1", "by": "provider", "staffNo": null, "text": "扣分无依据" });
    desk.ok("raiseObjection", raise);
    let accept = json!({ "unit": "C01", "quarter": "2026Q1", "number": 1 });
    assert_eq!(desk.refused("acceptRejection", accept.clone()).code, "objectionNotRejected");
    let reject =
        json!({ "unit": "C01", "quarter": "2026Q1", "number": 1, "accepted": false, "text": "依据见工单" });
    desk.ok("answerObjection", reject);
    assert!(open(&mut desk), "awaits the objector or the province");
    assert_eq!(desk.ok("acceptRejection", accept.clone())["entries"], 1);
    assert!(!open(&mut desk));
    let seen = desk.ok("unitQuarter", json!({ "unit": "C01", "quarter": "2026Q1" }))["objections"][0].clone();
    assert_eq!((&seen["accepted"], &seen["answeredOn"]), (&json!(false), &json!("2026-04-12")));
    assert_eq!((&seen["acceptedRejectionOn"], &seen["upheld"]), (&json!("2026-04-12"), &json!(null)));
    assert_eq!(
        (&seen["onBehalf"], &seen["slip"]),
        (&json!(true), &json!(null)),
        "the administrator typed it in"
    );
    assert_eq!(desk.refused("acceptRejection", accept).code, "objectionAnswered");
}

#[test]
fn the_term_and_its_end_are_told_beside_the_delivery() {
    let mut desk = scored();
    let unit = json!({ "unit": "C01", "quarter": "2026Q1" });
    assert_eq!(desk.ok("unitQuarter", unit.clone())["delivery"], json!(null));
    let deliver =
        json!({ "unit": "C01", "quarter": "2026Q1", "on": "2026-04-09", "to": "罗海燕", "correction": null });
    desk.ok("deliverResult", deliver);
    // Thursday: Friday is day 1, Thursday the 16th day 5.
    let delivery =
        json!({ "unit": "C01", "on": "2026-04-09", "to": "罗海燕", "until": "2026-04-16", "running": true });
    assert_eq!(desk.ok("unitQuarter", unit)["delivery"], delivery);
    assert_eq!(desk.ok("settle", json!({ "quarter": "2026Q1" }))["deliveries"], json!([delivery]));
}

#[test]
fn each_party_speaks_for_itself() {
    let mut desk = scored();
    for (account, role, unit) in
        [("manager", "unitManager", Some("C01")), ("provider", "providerRepresentative", None)]
    {
        let open = json!({
            "account": account, "name": account, "role": role, "unit": unit, "post": null, "password": PASSWORD,
        });
        desk.ok("openAccount", open);
    }
    let raise =
        |by: &str| json!({ "unit": "C01", "quarter": "2026Q1", "by": by, "staffNo": null, "text": "重算" });
    desk.ok("signIn", json!({ "account": "manager", "password": PASSWORD }));
    assert_eq!(desk.refused("raiseObjection", raise("provider")).code, "notYourParty");
    desk.ok("raiseObjection", raise("client"));
    desk.ok(
        "answerObjection",
        json!({ "unit": "C01", "quarter": "2026Q1", "number": 1, "accepted": false, "text": "无误" }),
    );
    desk.ok("signIn", json!({ "account": "provider", "password": PASSWORD }));
    let accept = json!({ "unit": "C01", "quarter": "2026Q1", "number": 1 });
    assert_eq!(desk.refused("acceptRejection", accept).code, "notYourParty", "the client objected");
    desk.ok("raiseObjection", raise("provider"));
    let seen = desk.ok("unitQuarter", json!({ "unit": "C01", "quarter": "2026Q1" }))["objections"][1].clone();
    assert_eq!((&seen["by"], &seen["onBehalf"]), (&json!("provider"), &json!(false)));
}
