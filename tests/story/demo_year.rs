//! The demo year shows every case, holds every rule, and goes on to a countersigned third quarter.

use app::Stage;
use huiqian_tests::Desk;
use serde_json::{Value, json};
use std::sync::{Arc, Mutex};

#[test]
fn every_case_is_shown_and_the_third_quarter_is_signed() {
    let mut desk = Desk::at("2026-11-22T02:00:00Z");
    let told = Arc::new(Mutex::new(Vec::new()));
    let heard = Arc::clone(&told);
    desk.app.watch(Box::new(move |progress| {
        heard.lock().unwrap().push(progress);
        true
    }));
    let made = desk.ok("makeDemo", json!({ "dir": null }));
    let last = told.lock().unwrap().last().copied().unwrap();
    assert_eq!((last.stage, last.done), (Stage::Year, last.total), "all acts were told as the whole");
    assert_eq!(made["units"], 24);
    assert!((110..=130).contains(&made["engineers"].as_u64().unwrap()), "{made}");
    let password = made["accounts"][0]["password"].clone();
    desk.ok("signIn", json!({ "account": "jingban", "password": password }));
    let quarters = desk.ok("quarters", json!({}));
    let of = |name: &str| -> Value {
        quarters.as_array().unwrap().iter().find(|q| q["quarter"] == name).cloned().unwrap_or_default()
    };
    let seen: Vec<_> = ["2026Q1", "2026Q2", "2026Q3", "2026Q4"]
        .map(|name| {
            (of(name)["status"].clone(), of(name)["coefficient"].clone(), of(name)["revision"].clone())
        })
        .into();
    assert_eq!(seen[0], (json!("closed"), json!("1.0000"), json!(1)), "full");
    assert_eq!(seen[1], (json!("closed"), json!("0.0000"), json!(1)), "below 70");
    assert_eq!((&seen[2].0, &seen[2].2), (&json!("final"), &json!(2)), "linear, corrected");
    assert_eq!(seen[3].0, json!("draft"));
    let first = desk.ok("settle", json!({ "quarter": "2026Q1" }));
    assert_eq!(first["overall"], "90.00");
    let warnings = first["warnings"].to_string();
    assert!(warnings.contains("roundedOverEdge") && warnings.contains("unitExempt"), "{warnings}");
    let third = desk.ok("settle", json!({ "quarter": "2026Q3" }));
    assert_eq!(third["objections"].as_array().unwrap().len(), 1);
    assert!(third["difference"].is_string());

    let tasks = |desk: &mut Desk| -> Vec<(String, String)> {
        let list = desk.ok("workbench", json!({}));
        let text = |v: &Value| v.as_str().unwrap_or_default().to_owned();
        list.as_array().unwrap().iter().map(|d| (text(&d["quarter"]), text(&d["task"]))).collect()
    };
    let mut before = tasks(&mut desk);
    before.retain(|(_, task)| !task.ends_with("Case"));
    // October is scored and closed, November not over.
    assert_eq!(before, [("2026Q3".to_owned(), "sign".to_owned())]);

    // Q3 is linear without an edge near: one point of a city of 22 moves the score by 0.8 / 22.
    let values = desk.ok("pointValues", json!({ "quarter": "2026Q3" }));
    let city = values.as_array().unwrap().iter().find(|v| v["code"] == "CD").unwrap();
    let difference: f64 = city["plusOne"]["difference"].as_str().unwrap().parse().unwrap();
    assert!((difference - 1_200_000.0 * 0.8 / 22.0 / 100.0).abs() <= 120.0, "{city}");
    let open = desk.refused("pointValues", json!({ "quarter": "2026Q4" }));
    assert_eq!(open.code, "pointValuesTooEarly", "the client is told once the months are closed");

    let paths = ["q3.pdf", "q3-client.pdf", "q3-both.pdf"].map(|name| desk.path(name));
    desk.ok("makeReport", json!({ "quarter": "2026Q3", "out": paths[0] }));
    for (number, party) in ["client", "provider"].into_iter().enumerate() {
        let sign = json!({
            "path": paths[number], "p12": made["keys"][number], "password": made["keyPassword"], "party": party,
            "out": paths[number + 1],
        });
        desk.ok("signReport", sign);
    }
    let check = desk.ok("checkReport", json!({ "path": paths[2] }));
    assert_eq!(
        (check["verdict"].as_str(), check["matchesLedger"].as_bool()),
        (Some("countersigned"), Some(true))
    );
    assert_eq!(desk.ok("acceptReport", json!({ "path": paths[2] }))["outcome"], "closed");
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
    let after = tasks(&mut desk);
    assert!(!after.contains(&("2026Q3".into(), "sign".into())), "{after:?}");
    assert!(after.contains(&("2026Q3".into(), "pay".into())), "{after:?}");
    let sheet = desk.path("cd.pdf");
    assert_eq!(
        desk.ok("makeReport", json!({ "quarter": "2026Q3", "unit": "CD", "out": sheet }))["formal"],
        true
    );
    let book = desk.path("book.xlsx");
    desk.ok("settlementWorkbook", json!({ "quarter": "2026Q3", "out": book }));
    desk.ok("accountWorkbook", json!({ "out": desk.path("account.xlsx") }));
}
