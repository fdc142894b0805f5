//! 0 done, 1 refused, 2 wrong usage, 3 damaged, 4 the environment failed; and what a script reads then.

use crate::program::{PASSWORD, Place, run};
use serde_json::Value;

fn code(error: &Value) -> &str {
    error["error"]["code"].as_str().unwrap_or_default()
}

#[test]
fn refused() {
    let place = Place::with_ledger();
    let error = place.run(&["settle", "2025Q9", "--json"]).exits(1).json();
    assert_eq!((code(&error), &error["error"]["class"]), ("badQuarter", &Value::from("refused")));
    assert!(error["error"]["message"].as_str().unwrap().contains("2025Q9"));
    let again = ["init", "--role", "province", "--unit", "ZQ", "--admin", "admin", "--json"];
    assert_eq!(code(&place.run(&again).exits(1).json()), "ledgerAlreadyThere");
    let nowhere = ["reopen", "XX", "2025-01", "--reason", "误", "--json"];
    assert_eq!(code(&place.run(&nowhere).exits(1).json()), "unknownUnit");
}

#[test]
fn a_wrong_password_and_a_missing_one() {
    let place = Place::with_ledger();
    let wrong = place.run_with(&["history", "--json"], &[("HUIQIAN_PASSWORD", "wrong horse")]).exits(1);
    assert_eq!(code(&wrong.json()), "wrongPassword");
    let missing = place.run_with(&["history"], &[]).exits(1);
    assert!(missing.err.contains("HUIQIAN_PASSWORD"), "{}", missing.err);
    assert!(missing.out.is_empty());
    let short = ["account", "add", "clerk", "--role", "clerk", "--json"];
    let variables = [("HUIQIAN_PASSWORD", PASSWORD), ("HUIQIAN_NEW_PASSWORD", "short")];
    assert_eq!(code(&place.run_with(&short, &variables).exits(1).json()), "passwordTooShort");
}

#[test]
fn wrong_usage() {
    let place = Place::with_ledger();
    for wrong in [
        &["settel", "2025Q1"][..],
        &[],
        &["settle"],
        &["settle", "2025Q1", "--finalise", "--prepare"],
        &["settle", "2025Q1", "--return"],
        &["settle", "2025Q1", "--reason", "x"],
        &["settle", "2025Q1", "--what-if", "CD"],
        &["confirm", "2025Q1", "--party", "client"],
        &["confirm", "2025Q1", "--all", "--party", "nobody"],
        &["accept"],
        &["accept", "--paper", "scan.pdf"],
        &["import", "leads", "x.csv"],
        &["export", "leads", "x.xlsx"],
        &["import", "assessments", ".", "--map", "map.json"],
    ] {
        place.file("map.json", "{}");
        let plain = place.run(wrong).exits(2);
        assert!(plain.out.is_empty() && !plain.err.is_empty(), "{wrong:?}");
        let json = place.run(&[wrong, &["--json"]].concat()).exits(2).json();
        assert_eq!(json["error"]["class"], "usage", "{wrong:?}");
    }
    assert_eq!(place.run(&["settle", "--help"]).exits(0).err, "");
}

#[test]
fn damaged() {
    let place = Place::with_ledger();
    let paper = place.file("no.pdf", "no document");
    let found = place.run(&["check", &paper, "--json"]).exits(3).json();
    assert_eq!(found["verdict"], "invalid");
    let mut bytes = std::fs::read(place.path("ledger/ledger.sqlite3")).unwrap();
    bytes[..4096].fill(0x5a);
    for name in ["ledger.sqlite3-wal", "ledger.sqlite3-shm"] {
        let _ = std::fs::remove_file(place.path("ledger").join(name));
    }
    std::fs::write(place.path("ledger/ledger.sqlite3"), bytes).unwrap();
    let verified = place.run(&["verify", "--json"]).exits(3).json();
    assert_eq!(verified["error"]["class"], "damaged");
}

#[test]
fn the_environment_fails() {
    let place = Place::new();
    let error = place.run(&["settle", "2025Q1", "--json"]).exits(4).json();
    assert_eq!(code(&error), "ledgerNotFound");
    assert!(!place.path("ledger").exists());
    assert_eq!(place.run(&["status", "--json"]).exits(0).json()["exists"], false);
}

#[test]
fn every_bad_cell_is_named_and_nothing_is_taken() {
    let place = Place::with_ledger();
    let scores =
        "月份,单位代码,工号,得分\n2025-01,ZQ,QT0001,101\n2025-01,CD,QT0002,abc\n2025-01,CD,QT0002,88\n";
    let file = place.file("bad.csv", scores);
    let refused = place.run(&["import", "assessments", &file]).exits(1);
    for place in ["bad.csv:2:得分: ", "bad.csv:3:得分: "] {
        assert!(refused.err.contains(place), "{place} is missing in:\n{}", refused.err);
    }
    assert!(refused.out.is_empty());
    let unknown = place.file("unknown.csv", "月份,单位代码,工号,得分\n2025-01,ZQ,QT9999,90\n");
    let refused = place.run(&["import", "assessments", &unknown]).exits(1);
    assert!(refused.err.contains("unknown.csv:2:工号: "), "{}", refused.err);
    let kept = place.run(&["history", "--json"]).exits(0).json();
    assert_eq!(kept, serde_json::json!([]));
}

#[test]
fn keys_are_made_without_a_ledger_and_guarded_by_their_password() {
    let place = Place::new();
    let key = place.text("client.p12");
    let new = ["key", "new", "--party", "client", "--name", "赵六", "--out", &key, "--json"];
    let made = place.run_with(&new, &[("HUIQIAN_P12_PASSWORD", "key horse 1")]).exits(0).json();
    let pem = place.text("client.pem");
    let export = ["key", "export-certificate", &key, "--out", &pem, "--json"];
    let written = place.run_with(&export, &[("HUIQIAN_P12_PASSWORD", "key horse 1")]).exits(0).json();
    assert_eq!(made["fingerprint"], written["fingerprint"]);
    let wrong = place.run_with(&export, &[("HUIQIAN_P12_PASSWORD", "other horse")]).exits(1).json();
    assert_eq!(code(&wrong), "wrongKeyPassword");

    let with_ledger = Place::with_ledger();
    with_ledger.run(&["party", "register", "--party", "client", "--certificate", &pem]).exits(0);
    with_ledger.run(&["trust", &pem]).exits(0);
    let listed = with_ledger.run(&["party", "list", "--json"]).exits(0).json();
    assert_eq!(listed[0]["certificates"][0]["fingerprint"], made["fingerprint"]);
}

#[test]
fn a_lost_password_is_reset_by_the_recovery_code() {
    let place = Place::new();
    let init = ["init", "--role", "province", "--unit", "ZQ", "--admin", "admin", "--json"];
    let founded = place.run(&init).exits(0).json();
    let recover = ["account", "recover", "admin"];
    let code = founded["recoveryCode"].as_str().unwrap();
    let new = ("HUIQIAN_NEW_PASSWORD", "fourth horse");
    place.run_with(&recover, &[("HUIQIAN_RECOVERY_CODE", "AAAA-AAAA"), new]).exits(1);
    place.run_with(&recover, &[("HUIQIAN_RECOVERY_CODE", code), new]).exits(0);
    place.run(&["history"]).exits(1);
    place.run_with(&["history"], &[("HUIQIAN_PASSWORD", "fourth horse")]).exits(0);
}

#[test]
fn common_options_stand_before_or_after_the_command() {
    let place = Place::with_ledger();
    let ledger = place.text("ledger");
    let password = [("HUIQIAN_PASSWORD", PASSWORD)];
    let dir = place.dir.path();
    let before = run(&["--json", "--as", "admin", "--ledger", &ledger, "history"], &password, dir).exits(0);
    let after = run(&["history", "--ledger", &ledger, "--as", "admin", "--json"], &password, dir).exits(0);
    assert_eq!(before.json(), after.json());
    let deep = run(&["account", "list", "--json", "--ledger", &ledger], &password, dir).exits(0);
    assert_eq!(deep.json()[0]["account"], "admin");
}
