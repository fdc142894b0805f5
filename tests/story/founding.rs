//! A ledger is made in the folder that was chosen, and a refusal leaves the program where it was.

use huiqian_tests::Desk;
use serde_json::json;

#[test]
fn a_ledger_is_founded_where_one_wants_it() {
    let mut desk = Desk::at("2026-04-08T02:00:00Z");
    let chosen = desk.path("D盘 数据/账本");
    let before = desk.ok("ledgerStatus", json!({}))["dir"].clone();
    let request = |unit: &str| {
        json!({
            "role": "branch", "unit": unit, "admin": "admin", "password": "long enough", "twoPerson": true,
            "org": null, "dir": chosen,
        })
    };
    assert_eq!(desk.refused("initLedger", request("no such code")).code, "badUnitCode");
    let mut weak = request("CD");
    weak["password"] = json!("short");
    desk.refused("initLedger", weak);
    assert_eq!(desk.ok("ledgerStatus", json!({}))["dir"], before, "a refusal changes nothing");
    let founded = desk.ok("initLedger", request("CD"));
    assert_eq!(founded["dir"], chosen);
    let status = desk.ok("ledgerStatus", json!({}));
    assert_eq!((&status["dir"], &status["exists"]), (&json!(chosen), &json!(true)));
    assert_eq!(status["session"]["role"], "administrator", "the founder is signed in");
    desk.refused("initLedger", request("CD"));
    assert_eq!(desk.ok("ledgerStatus", json!({}))["session"]["role"], "administrator");
}
