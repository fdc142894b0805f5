//! A certification that fails, typed, and what follows it.

use crate::program::Place;
use serde_json::json;

#[test]
fn failing_leads_to_a_request_for_a_replacement() {
    let place = Place::with_ledger();
    let ask = ["person", "replacement", "request", "QT0002", "--reason", "认证未通过"];
    let json =
        |arguments: &[&str], status: i32| place.run(&[arguments, &["--json"]].concat()).exits(status).json();
    assert_eq!(json(&ask, 1)["error"]["code"], "noReplacementGround");
    place.run(&["certification", "open", "QT0002", "--level", "1"]).exits(0);
    let decide = ["certification", "decide", "QT0002", "--fail", "--reason", "材料不足"];
    place.run(&decide).exits(2);
    place.run(&[&decide[..], &["--then", "replace"]].concat()).exits(0);
    let show = ["certification", "show", "QT0002"];
    let words = place.run(&show).exits(0).out;
    assert!(words.contains("后续处理：要求更换，待办"), "{words}");
    place.run(&ask).exits(0);
    let words = place.run(&show).exits(0).out;
    assert!(words.contains("后续处理：要求更换，已办"), "{words}");
    let follows = json(&show, 0)["cases"][0]["follows"].clone();
    assert_eq!((&follows["done"]["number"], &follows["offered"]), (&json!(1), &json!(false)));
    let request = json(&["person", "show", "QT0002"], 0)["replacements"][0].clone();
    assert_eq!(request["decisions"], json!([{ "of": "certification", "number": 1 }]));
}
