//! 岗位交接: the leaver's work goes to a successor, who acknowledges it; then the old account ends.

use huiqian_tests::{Desk, PASSWORD};
use serde_json::{Value, json};

fn sign_in(desk: &mut Desk, account: &str) {
    desk.ok("signIn", json!({ "account": account, "password": PASSWORD }));
}

fn open(desk: &mut Desk, account: &str, role: &str, unit: Option<&str>) {
    let open = json!({
        "account": account, "name": account, "role": role, "unit": unit, "post": null, "password": PASSWORD,
    });
    desk.ok("openAccount", open);
}

fn codes(list: &Value, field: &str) -> Vec<String> {
    let list = list.as_array().expect("a list");
    list.iter().map(|entry| entry[field].as_str().expect("a text").to_owned()).collect()
}

#[test]
fn a_manager_leaves_and_the_successor_takes_over() {
    let mut desk = Desk::province("2026-04-12T02:00:00Z", 2, true);
    desk.quarter("2026Q1", ["2026-01", "2026-02", "2026-03"], "600000.00", |_, _| "92".to_owned());
    open(&mut desk, "old", "unitManager", Some("C01"));
    open(&mut desk, "other", "unitManager", Some("C02"));
    desk.import("people", "工号,姓名,单位代码,到岗日期\nNEW1,李四,C01,2025-03-01\n").expect("a person");

    sign_in(&mut desk, "old");
    assert_eq!(
        codes(&desk.ok("successors", json!({})), "account"),
        [""; 0],
        "nobody has the role in the unit"
    );
    let to = |to: &str| json!({ "to": to, "note": " 一月还有一人未评分 " });
    assert_eq!(desk.refused("offerHandover", to("other")).code, "noSuccessor");
    let foreign = json!({ "account": "other", "to": "old" });
    assert_eq!(desk.refused("offerHandover", foreign).code, "noRight", "only administrators, for others");

    sign_in(&mut desk, "admin");
    open(&mut desk, "new", "unitManager", Some("C01"));
    sign_in(&mut desk, "old");
    assert_eq!(codes(&desk.ok("successors", json!({})), "account"), ["new"]);
    desk.ok("offerHandover", to("new"));
    let left = codes(&desk.ok("workbench", json!({})), "task");
    assert!(left.contains(&"scoreMonth".to_owned()));
    assert_eq!(desk.refused("takeHandover", json!({ "account": "old" })).code, "handoverToAnother");

    sign_in(&mut desk, "other");
    assert_eq!(desk.ok("handovers", json!({})), json!([]), "it is nobody else's business");
    assert_eq!(desk.refused("withdrawHandover", json!({ "account": "old" })).code, "noRight");

    sign_in(&mut desk, "new");
    let waiting = desk.ok("handovers", json!({}));
    assert_eq!((&waiting[0]["from"], &waiting[0]["note"]), (&json!("old"), &json!("一月还有一人未评分")));
    assert_eq!(codes(&waiting[0]["matters"], "task"), left, "what is open is shown before it is taken");
    desk.ok("withdrawHandover", json!({ "account": "old" }));
    sign_in(&mut desk, "old");
    desk.ok("offerHandover", to("new"));

    sign_in(&mut desk, "new");
    let taken = desk.ok("takeHandover", json!({ "account": "old" }));
    assert_eq!(taken["topics"], json!(["account.handoverTaken", "account.closed"]));
    assert_eq!(codes(&desk.ok("workbench", json!({})), "task"), left);
    assert_eq!(desk.ok("handovers", json!({})), json!([]));
    let ended = json!({ "account": "old", "password": PASSWORD });
    assert_eq!(desk.refused("signIn", ended).code, "accountEnded");
    let guessed = json!({ "account": "old", "password": "a wrong one" });
    assert_eq!(desk.refused("signIn", guessed).code, "wrongPassword");
}

#[test]
fn who_is_signed_in_when_the_account_ends_does_nothing_more() {
    let mut desk = Desk::province("2026-04-12T02:00:00Z", 1, true);
    open(&mut desk, "clerk", "clerk", None);
    sign_in(&mut desk, "clerk");
    let mut other =
        app::App::new(app::Options { dir: Some(desk.app.dir().to_owned()), ..app::Options::default() });
    other.call("signIn", json!({ "account": "admin", "password": PASSWORD })).expect("the administrator");
    other.call("closeAccount", json!({ "account": "clerk" })).expect("closed");
    assert_eq!(desk.refused("units", json!({})).code, "accountEnded");
}
