//! What the settings show and change: calendar, contract, trusted roots, the log, the first administrator.

use huiqian_tests::Desk;
use serde_json::{Value, json};

fn kinds(view: &Value) -> Vec<&str> {
    view["lines"].as_array().unwrap().iter().map(|line| line["kind"].as_str().unwrap()).collect()
}

#[test]
fn a_special_day_is_added_changed_and_taken_back() {
    let mut desk = Desk::province("2026-04-20T02:00:00Z", 2, false);
    let year = |desk: &mut Desk| desk.ok("calendar", json!({ "year": 2026 }));
    let plain = year(&mut desk);
    assert_eq!((&plain["workingDays"][9], &plain["special"]), (&json!(22), &json!([])));
    assert_eq!(plain["off"].as_array().unwrap().len(), 104);

    desk.import("holidays", "日期,类型,名称\n2026-10-01,放假,国庆节\n2026-10-10,补班,\n").unwrap();
    let stands = year(&mut desk);
    assert_eq!((&stands["workingDays"][9], &stands["years"]), (&json!(22), &json!([2026])));
    assert_eq!(stands["special"][0], json!({ "day": "2026-10-01", "kind": "holiday", "name": "国庆节" }));
    let days = json!([
        { "day": "2026-10-02", "kind": "holiday", "name": " 国庆节 " },
        { "day": "2026-10-10", "kind": null, "name": "" },
    ]);
    let receipt = desk.ok("recordCalendar", json!({ "days": days }));
    assert_eq!(receipt["topics"], json!(["calendar.cleared", "calendar.recorded"]));
    let stands = year(&mut desk);
    assert_eq!((&stands["workingDays"][9], stands["special"].as_array().unwrap().len()), (&json!(20), 2));
    assert_eq!(desk.ok("recordCalendar", json!({ "days": days }))["entries"], 0);
    assert_eq!(desk.refused("calendar", json!({ "year": 1999 })).code, "badYear");
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn the_contract_is_a_list_by_quarter() {
    let mut desk = Desk::province("2026-04-20T02:00:00Z", 2, false);
    assert_eq!(desk.ok("contract", json!({})), json!([]));
    desk.quarter("2026Q1", ["2026-01", "2026-02", "2026-03"], "1060800.00", |_, _| "91.5".to_owned());
    let contract = desk.ok("contract", json!({}));
    let term = &contract[0];
    assert_eq!((&term["quarter"], &term["amount"]), (&json!("2026Q1"), &json!("1060800.00")));
    assert_eq!((&term["tax"], &term["net"]), (&json!("60045.28"), &json!("1000754.72")));
    assert_eq!((&term["taxRate"], &term["isFinal"]), (&json!("6%"), &json!(false)));
    let ends = |desk: &mut Desk| {
        let due = desk.ok("workbench", json!({}));
        let found = due.as_array().unwrap().iter().find(|one| one["task"] == "contractEnds").cloned();
        found.map(|one| (one["by"].clone(), one["overdue"].clone()))
    };
    assert_eq!(ends(&mut desk), None);
    desk.restart("2027-11-29T02:00:00Z");
    assert_eq!(ends(&mut desk), Some((json!("2027-12-31"), json!(false))));
    desk.restart("2028-01-03T02:00:00Z");
    assert_eq!(ends(&mut desk), Some((json!("2027-12-31"), json!(true))));
}

#[test]
fn a_root_is_trusted_and_trust_is_taken_back() {
    let mut desk = Desk::province("2026-04-20T02:00:00Z", 2, false);
    let (key, pem) = (desk.path("root.p12"), desk.path("root.pem"));
    desk.ok("newKey", json!({ "party": "client", "name": "测试根", "out": key, "password": "long enough" }));
    desk.ok("exportCertificate", json!({ "p12": key, "password": "long enough", "out": pem }));
    let trusted = desk.ok("trustRoot", json!({ "path": pem }));
    let listed = desk.ok("trustedRoots", json!({}));
    assert_eq!(listed[0]["fingerprint"], trusted[0]["fingerprint"]);
    assert!(listed[0]["subject"].as_str().unwrap().contains("测试根"), "{listed}");
    let fingerprint = json!({ "fingerprint": listed[0]["fingerprint"] });
    let receipt = desk.ok("untrustRoot", fingerprint.clone());
    assert_eq!(receipt["topics"], json!(["party.rootUntrusted"]));
    assert_eq!(desk.ok("trustedRoots", json!({})), json!([]));
    assert_eq!(desk.refused("untrustRoot", fingerprint).code, "rootNotTrusted");
    desk.ok("trustRoot", json!({ "path": pem }));
    assert_eq!(desk.ok("trustedRoots", json!({})).as_array().unwrap().len(), 1);
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn the_log_is_read_by_pages_and_found_by_plain_words() {
    let mut desk = Desk::province("2026-04-20T02:00:00Z", 2, false);
    desk.quarter("2026Q1", ["2026-01", "2026-02", "2026-03"], "1200000.00", |_, _| "91.5".to_owned());
    let whole = desk.ok("journal", json!({ "limit": 10_000 }));
    assert_eq!(whole["next"], Value::Null);
    let mut paged = Vec::new();
    let mut before = Value::Null;
    loop {
        let page = desk.ok("journal", json!({ "limit": 7, "before": before }));
        paged.extend(page["lines"].as_array().unwrap().clone());
        before = page["next"].clone();
        if before.is_null() {
            break;
        }
    }
    assert_eq!(Value::Array(paged), whole["lines"]);

    let mut found = |filter: Value| {
        let mut request = json!({ "limit": 10_000 });
        request.as_object_mut().unwrap().extend(filter.as_object().unwrap().clone());
        desk.ok("journal", request)
    };
    let scores = found(json!({ "kinds": ["assessment.recorded"] }));
    assert_eq!(scores["lines"].as_array().unwrap().len(), 12);
    // 张1 is the engineer QT0001: three scores, their record and their stay.
    let person = found(json!({ "text": "张1" }));
    assert_eq!(person["lines"].as_array().unwrap().len(), 5, "{person}");
    let both = found(json!({ "text": "张1 2026-02" }));
    assert_eq!(kinds(&both), ["assessment.recorded"]);
    // By the unit's name, by what an act is called, by its number, by its hash.
    let of_unit = found(json!({ "text": "第2分公司", "kinds": ["assessment.recorded"] }));
    assert_eq!(of_unit["lines"].as_array().unwrap().len(), 3);
    let word = app::words::word(app::words::Lang::ZhCn, "event.ledger.founded");
    assert_eq!(kinds(&found(json!({ "text": word }))), ["ledger.founded"]);
    let hash = &whole["lines"][0]["hash"].as_str().unwrap()[..16];
    assert_eq!(found(json!({ "text": hash }))["lines"][0], whole["lines"][0]);
    assert_eq!(found(json!({ "text": "没有这样的" }))["lines"], json!([]));
    // Days are local and both included.
    let all = whole["lines"].as_array().unwrap().len();
    for (from, to, expected) in
        [("2026-04-20", "2026-04-20", all), ("2026-04-21", "2026-04-30", 0), ("2026-04-01", "2026-04-19", 0)]
    {
        let lines = found(json!({ "from": from, "to": to }))["lines"].as_array().unwrap().len();
        assert_eq!(lines, expected, "{from} {to}");
    }
    assert_eq!(found(json!({ "account": "admin" }))["lines"].as_array().unwrap().len(), all);
    assert_eq!(found(json!({ "account": "nobody" }))["lines"], json!([]));
    assert_eq!(whole["accounts"], json!([{ "account": "admin", "name": "admin" }]));
}

#[test]
fn the_first_administrator_has_a_name_and_a_post() {
    let mut desk = Desk::at("2026-04-08T02:00:00Z");
    desk.ok(
        "initLedger",
        json!({
            "role": "branch", "unit": "CD", "admin": "wangfang", "name": " 王芳 ", "post": "综合管理",
            "password": "long enough", "twoPerson": true, "org": null,
        }),
    );
    let account = desk.ok("accounts", json!({}))[0].clone();
    assert_eq!((&account["name"], &account["post"]), (&json!("王芳"), &json!("综合管理")));
    let founding = desk.ok("journal", json!({ "limit": 100 }));
    assert_eq!(founding["lines"][0]["name"], "王芳");
    // The name stands beside the journal, not in it.
    let bodies: String =
        founding["lines"].as_array().unwrap().iter().map(|l| l["body"].to_string()).collect();
    assert!(!bodies.contains("王芳"));
}
