//! Bad input: each gets words in Chinese that say what is wrong, where, and what to do; nothing is lost or half done.

use app::AppError;
use app::words::{Lang, message};
use huiqian_tests::Desk;
use serde_json::json;

/// The words of an error in both languages; a bare code would mean that nobody wrote any.
fn words(error: &AppError) -> String {
    let chinese = message(Lang::ZhCn, &error.code, &error.params);
    let english = message(Lang::En, &error.code, &error.params);
    assert!(chinese.chars().any(|c| ('一'..='龥').contains(&c)), "{}: {chinese}", error.code);
    assert_ne!(english, error.code);
    assert!(!chinese.contains('{') && !english.contains('{'), "{chinese} / {english}");
    chinese
}

fn scored(rows: &str) -> (Desk, AppError) {
    let mut desk = Desk::province("2026-04-12T02:00:00Z", 2, false);
    desk.import("people", "工号,姓名,单位代码,到岗日期\nQT1,张三,C01,2025-03-01\nQT2,李四,C01,2025-03-01\n")
        .unwrap();
    let head = desk.head();
    let error = desk.import("assessments", &format!("月份,单位代码,工号,得分\n{rows}")).unwrap_err();
    assert_eq!(desk.head(), head, "nothing of a refused file is taken");
    words(&error);
    (desk, error)
}

#[test]
fn scores_that_are_none() {
    for value in ["100.01", "NaN", "9e999", "-1", "88.12345", "优秀"] {
        let (_, error) = scored(&format!("2026-01,C01,QT1,90\n2026-01,C01,QT2,{value}\n"));
        let cells = error.params["cells"].as_array().unwrap();
        assert_eq!(cells.len(), 1, "{value}: {cells:?}");
        assert_eq!((cells[0]["row"].as_u64(), cells[0]["value"].as_str()), (Some(3), Some(value)));
    }
}

#[test]
fn persons_twice_months_to_come_units_unknown() {
    for (rows, reason, row) in [
        ("2026-01,C01,QT1,90\n2026-01,C01,QT1,91\n", "personTwice", 3),
        ("2026-05,C01,QT1,90\n", "monthInFuture", 2),
        ("2026-01,XX,QT1,90\n", "unknownUnit", 2),
        ("2026-01,C01,QT9,90\n", "unknownEngineer", 2),
        ("2026-01,C02,QT1,90\n", "notOnDuty", 2),
    ] {
        let (_, error) = scored(rows);
        let cells = error.params["cells"].as_array().unwrap();
        assert_eq!(
            (cells[0]["reason"]["code"].as_str(), cells[0]["row"].as_u64()),
            (Some(reason), Some(row))
        );
    }
}

#[test]
fn a_different_score_is_refused_until_reopened_and_the_same_does_nothing() {
    let mut desk = Desk::province("2026-04-12T02:00:00Z", 1, false);
    desk.import("people", "工号,姓名,单位代码,到岗日期\nQT1,张三,C01,2025-03-01\n").unwrap();
    let file = |score: &str| format!("月份,单位代码,工号,得分\n2026-01,C01,QT1,{score}\n");
    desk.import("assessments", &file("90")).unwrap();
    assert_eq!(desk.import("assessments", &file("90.0")).unwrap()["changed"], 0);
    let error = desk.import("assessments", &file("91")).unwrap_err();
    assert_eq!(error.params["cells"][0]["reason"]["code"], "scoreSubmitted");
    desk.ok("reopenMonth", json!({ "unit": "C01", "month": "2026-01", "reason": "录入有误" }));
    assert_eq!(desk.import("assessments", &file("91")).unwrap()["changed"], 1);
}

#[test]
fn ledgers_that_are_none_newer_or_damaged() {
    let mut desk = Desk::province("2026-04-12T02:00:00Z", 1, false);
    let dir = desk.app.dir().to_owned();
    let again = json!({
        "role": "province", "unit": "ZQ", "admin": "x", "password": "long enough", "twoPerson": true, "org": null,
    });
    assert_eq!(desk.refused("initLedger", again).code, "ledgerAlreadyThere");
    let missing = desk.refused("openLedger", json!({ "dir": desk.path("nowhere") }));
    assert_eq!(missing.code, "ledgerNotFound");
    words(&missing);
    drop(desk.app);
    let connection = ledger::rusqlite::Connection::open(dir.join("ledger.sqlite3")).unwrap();
    connection.pragma_update(None, "user_version", 99).unwrap();
    drop(connection);
    desk.app = app::App::new(app::Options { dir: Some(dir.clone()), ..app::Options::default() });
    let newer = desk.refused("openLedger", json!({ "dir": null }));
    assert_eq!(newer.code, "newerVersion");
    words(&newer);
    std::fs::write(dir.join("ledger.sqlite3"), b"this is no database, it only says so in plain words")
        .unwrap();
    let damaged = desk.refused("openLedger", json!({ "dir": null }));
    assert_eq!((damaged.code.as_str(), damaged.class), ("ledgerDamaged", app::ErrorClass::Damaged));
    words(&damaged);
}

#[test]
fn a_clock_set_back() {
    let mut desk = Desk::province("2026-04-12T02:00:00Z", 1, false);
    let dir = desk.app.dir().to_owned();
    drop(desk.app);
    let earlier = app::clock::Clock::Fixed("2026-04-11T02:00:00Z".parse().unwrap());
    desk.app = app::App::new(app::Options { dir: Some(dir), fonts: None, clock: earlier });
    desk.ok("signIn", json!({ "account": null, "password": huiqian_tests::PASSWORD }));
    let error = desk.import("units", "单位代码,单位名称,类别\nNEW,新单位,市州\n").unwrap_err();
    assert_eq!((error.code.as_str(), error.class), ("clockSetBack", app::ErrorClass::Environment));
    words(&error);
}

#[test]
fn files_that_are_no_report_and_keys_that_do_not_open() {
    let mut desk = Desk::province("2026-04-12T02:00:00Z", 1, false);
    let text = desk.file("letter.pdf", "not a PDF at all");
    assert_eq!(desk.ok("checkReport", json!({ "path": text }))["verdict"], "invalid");
    let accept = desk.refused("acceptReport", json!({ "path": text }));
    assert_eq!(accept.code, "notCountersigned");
    words(&accept);
    let key = desk.path("k.p12");
    desk.ok("newKey", json!({ "party": "client", "name": "何志强", "out": key, "password": "key password" }));
    let sign = |password: &str, path: &str, p12: &str| json!({ "path": path, "p12": p12, "password": password, "party": "client", "out": "/nowhere/out.pdf" });
    for (request, code) in [
        (sign("wrong", &text, &key), "wrongKeyPassword"),
        (sign("key password", &text, &text), "notPkcs12"),
        (sign("key password", &text, &key), "notPdf"),
        (sign("key password", "/nowhere/in.pdf", &key), "fileNotFound"),
    ] {
        let error = desk.refused("signReport", request);
        assert_eq!(error.code, code);
        words(&error);
    }
    let draft = desk.path("draft.pdf");
    desk.quarter("2026Q1", ["2026-01", "2026-02", "2026-03"], "100.00", |_, _| "90".to_owned());
    assert_eq!(desk.ok("makeReport", json!({ "quarter": "2026Q1", "out": draft }))["formal"], false);
    let error = desk.refused("signReport", sign("key password", &draft, &key));
    assert_eq!(error.code, "noSignatureField", "a draft has no signature fields");
    words(&error);
}
