//! A quarter from an empty folder to a restored backup.

use crate::program::{PASSWORD, Place};
use serde_json::json;

#[test]
fn a_quarter_is_scored_confirmed_settled_paid_and_kept() {
    let place = Place::with_ledger().with_scores();

    let draft = place.run(&["settle", "2025Q1", "--json"]).exits(0).json();
    assert_eq!(draft["status"], "draft");
    // 0.20 × 90 + 0.80 × 88.
    assert_eq!(draft["overallExact"], "88.4");
    assert_eq!(draft["feePayable"], "1060800.00");
    let blockers = draft["blockers"].as_array().unwrap();
    assert!(
        blockers.contains(&json!({ "code": "unitNotConfirmed", "unit": "CD", "party": "client" })),
        "{blockers:?}"
    );

    let blocked = place.run(&["settle", "2025Q1", "--finalise", "--json"]).exits(1).json();
    assert_eq!(blocked["error"]["code"], "quarterBlocked");

    place.run(&["confirm", "2025Q1", "--all", "--party", "client"]).exits(0);
    let again = place.run(&["confirm", "2025Q1", "--all", "--party", "client", "--json"]).exits(0).json();
    assert_eq!(again["confirmed"], 0);
    let provider = ["confirm", "2025Q1", "--party", "provider", "--json"];
    let one = place.run(&[&provider[..], &["--unit", "CD"]].concat()).exits(0).json();
    assert_eq!(one["units"], json!([{ "unit": "CD", "outcome": "confirmed", "error": null }]));
    place.run(&[&provider[..], &["--all"]].concat()).exits(0);

    let settled = place.run(&["settle", "2025Q1", "--finalise", "--json"]).exits(0).json();
    assert_eq!(settled["status"], "final");
    assert_eq!(settled["blockers"], json!([]));

    let pay = ["pay", "2025Q1", "--voucher", "V-1", "--amount", "1060800.00", "--on", "2025-04-20", "--json"];
    let paid = place.run(&pay).exits(0).json();
    assert_eq!(paid["amountDue"], "0.00");
    let history = place.run(&["history", "--json"]).exits(0).json();
    assert_eq!(history[0]["quarter"], "2025Q1");
    assert_eq!(history[0]["status"], "final");

    let verified = place.run_with(&["verify", "--json"], &[]).exits(0).json();
    assert_eq!(verified["intact"], true);
    let (backup, restored) = (place.text("kept.hqbak"), place.text("restored"));
    place.run(&["backup", &backup]).exits(0);
    place.run_with(&["restore", &backup, "--to", &restored], &[]).exits(0);
    let over = ["--ledger", restored.as_str(), "settle", "2025Q1", "--json"];
    let kept =
        crate::program::run(&over, &[("HUIQIAN_PASSWORD", PASSWORD)], place.dir.path()).exits(0).json();
    assert_eq!(kept["amountDue"], "0.00");
    assert_eq!(kept["groups"], settled["groups"]);
}

#[test]
fn the_settlement_reads_as_a_table_and_sentences() {
    let place = Place::with_ledger().with_scores();
    let shown = place.run(&["settle", "2025Q1"]).exits(0).out;
    for expected in
        ["省公司政企客户部", "90.00* (1)", "支付系数 0.8840", "应付 1,060,800.00 元", "壹佰零陆万零捌佰元整"]
    {
        assert!(shown.contains(expected), "{expected} is missing in:\n{shown}");
    }
    let trial = place.run(&["settle", "2025Q1", "--what-if", "CD=60", "--json"]).exits(0).json();
    assert_eq!(trial["overallExact"], "66");
    assert_eq!(trial["feePayable"], "0.00");
}

#[test]
fn two_persons_settle_and_the_same_person_is_refused() {
    let place = Place::with_ledger().with_scores();
    place.run(&["two-person", "on"]).exits(0);
    let both = [("HUIQIAN_PASSWORD", PASSWORD), ("HUIQIAN_NEW_PASSWORD", "second horse")];
    for account in ["clerk", "leader"] {
        let add = ["account", "add", account, "--role", "clerk", "--name", "王五", "--as", "admin"];
        place.run_with(&add, &both).exits(0);
    }
    let listed = place.run(&["account", "list", "--as", "admin", "--json"]).exits(0).json();
    assert_eq!(listed.as_array().unwrap().len(), 3);
    let nobody = place.run(&["settle", "2025Q1", "--json"]).exits(1).json();
    assert_eq!(nobody["error"]["code"], "accountNeeded");

    // The administrator imported the scores, so somebody else reviews the months.
    place.run(&["confirm", "2025Q1", "--all", "--party", "client", "--as", "admin"]).exits(1);
    let second = [("HUIQIAN_PASSWORD", "second horse")];
    for party in ["client", "provider"] {
        place.run_with(&["confirm", "2025Q1", "--all", "--party", party, "--as", "clerk"], &second).exits(0);
    }
    place.run_with(&["settle", "2025Q1", "--prepare", "--as", "clerk"], &second).exits(0);
    place.run_with(&["settle", "2025Q1", "--review", "--as", "clerk"], &second).exits(1);
    place.run_with(&["settle", "2025Q1", "--return", "--reason", "再核", "--as", "leader"], &second).exits(0);
    place.run_with(&["settle", "2025Q1", "--prepare", "--as", "clerk"], &second).exits(0);
    place.run_with(&["settle", "2025Q1", "--review", "--as", "leader"], &second).exits(0);
    place.run(&["settle", "2025Q1", "--finalise", "--as", "admin", "--json"]).exits(1);
    let finalise = ["settle", "2025Q1", "--finalise", "--as", "leader", "--json"];
    let done = place.run_with(&finalise, &second).exits(0).json();
    assert_eq!(done["status"], "final");

    place
        .run_with(
            &["account", "password", "--as", "clerk"],
            &[("HUIQIAN_PASSWORD", "second horse"), ("HUIQIAN_NEW_PASSWORD", "third horse")],
        )
        .exits(0);
    place.run_with(&["history", "--as", "clerk"], &second).exits(1);
    place.run(&["account", "close", "clerk", "--as", "admin"]).exits(0);
    place.run_with(&["history", "--as", "clerk"], &[("HUIQIAN_PASSWORD", "third horse")]).exits(1);
}

#[test]
fn acts_around_a_quarter_are_recorded_and_logged() {
    let place = Place::with_ledger().with_scores();
    let acts: [&[&str]; 8] = [
        &["deliver", "CD", "2025Q1", "--to", "李经理", "--on", "2025-04-02"],
        &[
            "invoice",
            "2025Q1",
            "--number",
            "F-1",
            "--kind",
            "special",
            "--amount",
            "1060800",
            "--on",
            "2025-04-10",
        ],
        &["carry", "2024Q4", "2025Q1", "--amount", "-500.00", "--reason", "多付"],
        &["party", "register", "--party", "client", "--name", "四川移动", "--representative", "赵六"],
        &["confirm", "2025Q1", "--unit", "CD", "--party", "client"],
        &["reopen", "CD", "2025-03", "--reason", "漏评"],
        &["declare", "no-engineer", "CD", "2024-11", "--reason", "未到岗"],
        &["two-person", "on"],
    ];
    for act in acts {
        let receipt = place.run(&[act, &["--json"]].concat()).exits(0).json();
        assert!(receipt.get("error").is_none(), "{act:?}");
    }
    let view = place.run(&["settle", "2025Q1", "--json"]).exits(0).json();
    assert_eq!(view["adjustments"][0]["amount"], "-500.00");
    assert_eq!(view["amountDue"], "1060300.00");
    let log = place.run(&["log", "--limit", "3", "--json"]).exits(0).json();
    let kinds: Vec<&str> = log.as_array().unwrap().iter().map(|l| l["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds.len(), 3);
    assert_eq!(kinds[0], "ledger.twoPersonSet");
    let parties = place.run(&["party", "list"]).exits(0).out;
    assert!(parties.contains("四川移动") && parties.contains("赵六"), "{parties}");
}

#[test]
fn sheets_come_out_as_they_go_in() {
    let place = Place::with_ledger().with_scores();
    let out = place.text("scores-out.xlsx");
    place.run(&["export", "assessments", &out, "--quarter", "2025Q1"]).exits(0);
    let again = place.run(&["import", "assessments", &out, "--json"]).exits(0).json();
    assert_eq!((&again["rows"], &again["changed"]), (&json!(6), &json!(0)));

    let folder = place.text("april");
    let made =
        place.run(&["template", "assessments", &folder, "--all-units", "--month", "2025-04", "--json"]);
    assert_eq!(made.exits(0).json()["files"].as_array().unwrap().len(), 2);
    std::fs::write(place.path("april/zz.csv"), "月份,单位代码,工号,得分\n2025-04,CD,QT0002,188\n").unwrap();
    let imported = place.run(&["import", "assessments", &folder, "--json"]).exits(1).json();
    assert_eq!(imported["refused"], 1);
    assert_eq!(imported["files"].as_array().unwrap().len(), 3);

    let other = place.file("other.csv", "Staff,姓名,单位代码,到岗日期\nQT0009,周七,CD,2025-02-01\n");
    place.run(&["import", "people", &other]).exits(1);
    let map = place.file("map.json", r#"{"Staff":"工号"}"#);
    let dry = ["import", "people", &other, "--map", &map, "--dry-run", "--json"];
    let checked = place.run(&dry).exits(0).json();
    assert_eq!(checked["dryRun"], true);
    assert_ne!(checked["changed"], json!(0));
    assert_eq!(place.run(&dry).exits(0).json()["changed"], checked["changed"]);
    place.run(&["account-book", "--out", &place.text("book.xlsx")]).exits(0);
    assert!(place.path("book.xlsx").exists());
}

#[test]
fn the_rule_book_is_shown_and_issued_in_the_same_form() {
    let place = Place::with_ledger();
    let book = place.run(&["rulebook", "show", "--json"]).exits(0).json();
    let mut rubric = book["rubrics"][0].clone();
    rubric["from"] = json!("2025Q2");
    rubric["label"] = json!("2025 版");
    let file = place.file("rubric.json", &rubric.to_string());
    place.run(&["rulebook", "issue-rubric", &file]).exits(0);
    let book = place.run(&["rulebook", "show", "--json"]).exits(0).json();
    assert_eq!(book["rubrics"].as_array().unwrap().len(), 2);
    place.run(&["rulebook", "issue-rules", &place.file("rules.json", "{}")]).exits(1);
}
