//! Types of tickets as configuration: a unit's own made from another, changed, withdrawn; those of all units are the province's.

use super::tickets::{desk, gaps, register, show, sign_in};
use crate::words::says;
use huiqian_tests::Desk;
use serde_json::{Value, json};

fn types(desk: &mut Desk) -> Vec<Value> {
    desk.ok("ticketTypes", json!({ "unit": "C01" })).as_array().unwrap().clone()
}

fn body(desk: &mut Desk, code: &str) -> Value {
    let all = types(desk);
    all.iter().find(|known| known["body"]["code"] == code).unwrap()["body"].clone()
}

#[test]
fn a_unit_copies_a_type_and_makes_it_its_own() {
    let mut desk = desk();
    let mut copied = body(&mut desk, "solution");
    copied["code"] = json!("x1");
    copied["label"] = json!("专线方案");
    copied["days"] = json!(4);
    copied["fields"].as_array_mut().unwrap().push(json!({
        "code": "sites", "label": "点位数", "kind": "number", "need": "close",
        "when": { "field": "leasedLines", "is": ["yes"] },
    }));
    copied["items"].as_array_mut().unwrap().reverse();
    copied["steps"] =
        json!([{ "code": "look", "label": "现场查勘" }, { "code": "draw", "label": "画组网图" }]);
    let issue = |body: &Value| json!({ "unit": "C01", "body": body });
    // Each mistake is named, and nothing is made of it.
    let mut wrong = copied.clone();
    wrong["items"][0]["label"] = json!(" ");
    says(&desk.refused("issueTicketType", issue(&wrong)), "ticketTypePart", &[]);
    let mut wrong = copied.clone();
    wrong["fields"].as_array_mut().unwrap().last_mut().unwrap()["when"]["field"] = json!("gone");
    says(&desk.refused("issueTicketType", issue(&wrong)), "formField", &["点位数"]);
    let mut wrong = copied.clone();
    wrong["fields"][0]["kind"] = json!({ "choice": ["只有一项"] });
    says(&desk.refused("issueTicketType", issue(&wrong)), "formField", &["涉及专线"]);
    assert!(types(&mut desk).iter().all(|known| known["own"] == false));

    desk.ok("issueTicketType", issue(&copied));
    let own = types(&mut desk).pop().unwrap();
    assert_eq!((&own["own"], &own["version"], &own["stays"]), (&json!(true), &json!(1), &json!(false)));
    let mut asked = super::tickets::request("x1", json!({ "leasedLines": "yes" }));
    asked["own"] = json!(true);
    let ticket = desk.ok("registerTicket", asked.clone())["ticket"].as_str().unwrap().to_owned();
    for missing in ["点位数", "专线组网方案", "现场查勘"] {
        assert!(gaps(&mut desk, &ticket).contains(&missing.to_owned()), "{missing}");
    }
    desk.ok("assignTicket", json!({ "ticket": ticket, "first": "QT1" }));
    assert_eq!(show(&mut desk, &ticket)["dueOn"], "2026-10-16", "four working days");
    desk.ok("retireTicketType", json!({ "unit": "C01", "code": "x1" }));
    says(&desk.refused("registerTicket", asked), "unknownTicketType", &["x1"]);
    assert!(gaps(&mut desk, &ticket).contains(&"点位数".to_owned()), "registered ones go on");
}

#[test]
fn types_of_all_units_are_the_provinces() {
    let mut desk = desk();
    let mut analysis = body(&mut desk, "analysis");
    analysis["days"] = json!(7);
    analysis["records"][0]["atLeast"] = json!(2);
    assert_eq!(desk.refused("issueCommonTicketType", json!({ "body": analysis })).code, "noRight");
    let before = register(&mut desk, "analysis", json!({}));
    sign_in(&mut desk, "admin");
    desk.ok("issueCommonTicketType", json!({ "body": analysis }));
    let known = types(&mut desk).into_iter().find(|known| known["body"]["code"] == "analysis").unwrap();
    assert_eq!((&known["version"], &known["stays"]), (&json!(1), &json!(true)));
    says(&desk.refused("retireCommonTicketType", json!({ "code": "analysis" })), "ticketTypeStays", &[]);
    sign_in(&mut desk, "manager");
    let after = register(&mut desk, "analysis", json!({}));
    assert_eq!(show(&mut desk, &before)["kind"]["days"], 5, "as it began");
    assert_eq!(show(&mut desk, &after)["kind"]["days"], 7);
}
