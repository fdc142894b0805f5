//! Bad input: each gets words in Chinese and English that say what is wrong, where, and what to do; nothing is lost or
//! half done. Full and read-only disks have stories of their own (`disk`).

mod accounts;
mod ledgers;
mod papers;
mod scores;
mod spreadsheets;

use app::AppError;
use huiqian_tests::Desk;
use serde_json::{Value, json};

const NOW: &str = "2026-04-12T02:00:00Z";

/// The use case is refused, and the journal and the tables stay what they were.
#[track_caller]
fn refused(desk: &mut Desk, act: &str, request: Value) -> AppError {
    let before = desk.head();
    let error = desk.refused(act, request);
    assert_eq!(desk.head(), before, "nothing is recorded");
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true, "no table has changed");
    error
}

/// A province with the engineers QT1 and QT2 in C01, and a unit C02.
fn two_engineers() -> Desk {
    let mut desk = Desk::province(NOW, 2, false);
    let people = "工号,姓名,单位代码,到岗日期\nQT1,张三,C01,2025-03-01\nQT2,李四,C01,2025-03-01\n";
    desk.import("people", people).unwrap();
    desk
}

fn import(kind: &str, path: &str) -> Value {
    json!({ "kind": kind, "path": path, "map": null, "dryRun": false })
}
