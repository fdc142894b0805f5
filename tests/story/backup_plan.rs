//! The backup plan: two places, one that fails, what is removed and what is not, closing, and a restored ledger.

use app::App;
use app::Options;
use app::clock::Clock;
use huiqian_tests::{Desk, PASSWORD, fonts};
use serde_json::{Value, json};
use std::path::Path;

/// The desk's ledger at another moment, as a program started then.
fn at(desk: &mut Desk, now: &str) {
    let dir = desk.app.dir().to_owned();
    desk.app =
        App::new(Options { dir: Some(dir), fonts: Some(fonts()), clock: Clock::Fixed(now.parse().unwrap()) });
    desk.ok("signIn", json!({ "account": "admin", "password": PASSWORD }));
}

fn folder(desk: &Desk, name: &str) -> String {
    let path = desk.path(name);
    std::fs::create_dir_all(&path).unwrap();
    path
}

fn files(folder: &str) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

fn plan(first: Option<&str>, second: Option<&str>, rhythm: &str, keep: u32) -> Value {
    json!({ "first": first, "second": second, "rhythm": rhythm, "onClosing": true, "keep": keep })
}

fn run(desk: &mut Desk, occasion: &str) -> Vec<Value> {
    let ran = desk.ok("runBackupPlan", json!({ "occasion": occasion }));
    ran["places"].as_array().unwrap().clone()
}

#[test]
fn what_is_due_goes_to_both_places_and_only_the_plans_own_files_go_away() {
    let mut desk = Desk::province("2026-04-20T02:00:00Z", 2, false);
    let (first, second) = (folder(&desk, "甲盘"), folder(&desk, "乙盘"));
    let fresh = desk.ok("backupPlan", json!({ "look": true }));
    assert_eq!(
        (&fresh["places"], &fresh["due"], &fresh["warned"]),
        (&json!([]), &json!(false), &json!(false))
    );

    let set = desk.ok("setBackupPlan", plan(Some(&first), Some(&second), "daily", 2));
    assert_eq!((&set["due"], &set["places"][1]["place"]), (&json!(true), &json!("second")));
    let head = desk.head();
    assert_eq!(run(&mut desk, "due").len(), 2);
    assert_eq!(desk.head(), head, "the plan is no business act");
    assert_eq!(run(&mut desk, "due").len(), 0, "once a day");
    assert_eq!(files(&first), ["慧签备份-ZQ-2026-04-20-100000.hqbak"]);

    // What somebody else put there stays, also under a name that the plan gave.
    let mine = desk.path("甲盘/我的.hqbak");
    std::fs::copy(Path::new(&first).join("慧签备份-ZQ-2026-04-20-100000.hqbak"), &mine).unwrap();
    std::fs::write(Path::new(&second).join("慧签备份-ZQ-2026-04-20-100000.hqbak"), "somebody's").unwrap();
    for day in ["21", "22", "23"] {
        at(&mut desk, &format!("2026-04-{day}T02:00:00Z"));
        assert_eq!(run(&mut desk, "due").len(), 2, "{day}");
    }
    let newest = ["慧签备份-ZQ-2026-04-22-100000.hqbak", "慧签备份-ZQ-2026-04-23-100000.hqbak"];
    assert_eq!(files(&first), [newest[0], newest[1], "我的.hqbak"]);
    assert_eq!(files(&second), ["慧签备份-ZQ-2026-04-20-100000.hqbak", newest[0], newest[1]]);
    let stands = desk.ok("backupPlan", json!({ "look": true }));
    assert_eq!((&stands["places"][0]["files"], &stands["daysWithoutSecond"]), (&json!(2), &json!(0)));
}

#[test]
fn a_place_that_is_not_there_is_named_and_the_other_is_made() {
    let mut desk = Desk::province("2026-04-20T02:00:00Z", 2, false);
    let (first, second) = (folder(&desk, "甲盘"), folder(&desk, "乙盘"));
    desk.ok("setBackupPlan", plan(Some(&first), Some(&second), "weekly", 14));
    std::fs::remove_dir(&second).unwrap();
    let ran = run(&mut desk, "now");
    assert!(ran[0]["failed"].is_null(), "{ran:?}");
    assert_eq!((&ran[1]["made"], &ran[1]["failed"]["code"]), (&Value::Null, &json!("placeMissing")));
    let place = desk.ok("backupPlan", json!({ "look": true }))["places"][1].clone();
    assert_eq!((&place["there"], &place["due"]), (&json!(false), &json!(true)));
    assert_eq!(place["failed"]["error"]["params"]["path"], json!(second));
    // Its number of files can be changed while its disk lies in a drawer.
    desk.ok("setBackupPlan", plan(Some(&first), Some(&second), "weekly", 3));

    // Seven days later that is too long; the disk is back, and a copy by hand counts.
    at(&mut desk, "2026-04-27T02:00:00Z");
    let late = desk.ok("backupPlan", json!({ "look": true }));
    assert_eq!((&late["daysWithoutSecond"], &late["warned"]), (&json!(7), &json!(true)));
    std::fs::create_dir(&second).unwrap();
    let out = Path::new(&second).join("手工.hqbak").display().to_string();
    desk.ok("backupLedger", json!({ "out": out }));
    let stands = desk.ok("backupPlan", json!({ "look": true }));
    assert_eq!((&stands["warned"], &stands["byHand"]["path"]), (&json!(false), &json!(out)));
    let place = &stands["places"][1];
    assert_eq!(
        (&place["last"]["path"], &place["files"], &place["failed"]),
        (&json!(out), &json!(0), &Value::Null)
    );
}

#[test]
fn folders_that_would_not_help_are_refused() {
    let mut desk = Desk::province("2026-04-20T02:00:00Z", 2, false);
    let first = folder(&desk, "甲盘");
    let inside = desk.app.dir().join("attachments").display().to_string();
    for (request, code) in [
        (plan(Some(&inside), None, "daily", 14), "placeInLedger"),
        (plan(Some(&first), Some(&format!("{first}/")), "daily", 14), "samePlaces"),
        (plan(Some(&desk.path("nowhere")), None, "off", 14), "placeMissing"),
        (plan(None, None, "daily", 14), "placeNeeded"),
        (plan(Some(&first), None, "daily", 0), "keepOutOfRange"),
    ] {
        assert_eq!(desk.refused("setBackupPlan", request).code, code);
    }
    assert_eq!(desk.ok("backupPlan", json!({ "look": true }))["places"], json!([]));
}

#[test]
fn closing_waits_only_where_something_has_changed() {
    let mut desk = Desk::province("2026-04-20T02:00:00Z", 2, false);
    assert!(!desk.app.backs_up_on_closing());
    let first = folder(&desk, "甲盘");
    desk.ok("setBackupPlan", plan(Some(&first), None, "off", 14));
    assert!(desk.app.backs_up_on_closing());
    assert_eq!(run(&mut desk, "due").len(), 0);
    // Nobody needs to be signed in any more.
    desk.ok("signOut", json!({}));
    assert_eq!(run(&mut desk, "closing").len(), 1);
    assert!(!desk.app.backs_up_on_closing());
    assert_eq!(desk.refused("runBackupPlan", json!({ "occasion": "now" })).code, "notSignedIn");
    desk.ok("signIn", json!({ "account": "admin", "password": PASSWORD }));
    desk.ok("setTwoPerson", json!({ "on": true }));
    assert!(desk.app.backs_up_on_closing());
}

#[test]
fn a_due_backup_runs_beside_the_program_that_is_in_use() {
    let mut desk = Desk::province("2026-04-20T02:00:00Z", 2, false);
    let first = folder(&desk, "甲盘");
    desk.ok("setBackupPlan", plan(Some(&first), None, "daily", 14));
    let due = json!({ "occasion": "due" });
    assert!(desk.app.apart("runBackupPlan", &json!({ "occasion": "now" })).is_none());
    assert!(desk.app.apart("backupPlan", &due).is_none());
    let mut apart = desk.app.apart("runBackupPlan", &due).unwrap();
    let (one, other) = std::thread::scope(|scope| {
        let backup = scope.spawn(move || apart.call("runBackupPlan", due).unwrap());
        let act = desk.app.call("setTwoPerson", json!({ "on": true })).unwrap();
        (backup.join().unwrap(), act)
    });
    assert!(one["places"][0]["failed"].is_null(), "{one}");
    assert_eq!(other["entries"], 1);
    assert_eq!(files(&first).len(), 1);
    assert_eq!(desk.ok("backupPlan", json!({ "look": true }))["places"][0]["files"], 1);
}

#[test]
fn a_backup_is_looked_into_before_it_is_restored_and_takes_no_plan_along() {
    let mut desk = Desk::province("2026-04-20T02:00:00Z", 2, false);
    let first = folder(&desk, "甲盘");
    desk.ok("setBackupPlan", plan(Some(&first), None, "daily", 14));
    let ran = run(&mut desk, "now");
    let path = ran[0]["made"]["path"].as_str().unwrap().to_owned();
    let entries = desk.ok("verifyLedger", json!({}))["entries"].clone();
    desk.ok("signOut", json!({}));

    let seen = desk.ok("previewBackup", json!({ "path": path }));
    assert_eq!((&seen["intact"], &seen["newer"], &seen["entries"]), (&json!(true), &json!(false), &entries));
    assert_eq!((&seen["role"], &seen["unit"]), (&json!("province"), &json!("ZQ")));
    assert_eq!(
        (&seen["unitName"], &seen["last"]),
        (&json!("省公司政企客户部"), &json!("2026-04-20 10:00:00"))
    );
    assert_eq!(seen["bytes"], std::fs::metadata(&path).unwrap().len());

    // A flipped byte in the middle: the manifest may still be read, but it is not to be restored.
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[100] ^= 1;
    let broken = desk.path("broken.hqbak");
    std::fs::write(&broken, &bytes).unwrap();
    let seen = desk.ok("previewBackup", json!({ "path": broken }));
    assert_eq!((&seen["intact"], &seen["entries"]), (&json!(false), &Value::Null));
    let text = desk.file("text.hqbak", "no backup");
    assert_eq!(desk.refused("previewBackup", json!({ "path": text })).code, "backupDamaged");

    let to = desk.path("restored");
    desk.ok("signIn", json!({ "account": "admin", "password": PASSWORD }));
    let at = desk.app.dir().to_owned();
    desk.ok("restoreLedger", json!({ "path": path, "to": to }));
    assert_eq!(desk.app.dir(), at, "who is signed in goes on with their ledger");
    desk.ok("units", json!({}));
    desk.ok("openLedger", json!({ "dir": to }));
    desk.ok("signIn", json!({ "account": "admin", "password": PASSWORD }));
    // The log goes on where it was: what came before the restoring is in it.
    let log = desk.ok("journal", json!({ "limit": 10_000 }));
    let kinds: Vec<&Value> = log["lines"].as_array().unwrap().iter().map(|line| &line["kind"]).collect();
    assert_eq!(kinds.len() as u64, entries.as_u64().unwrap() + 1);
    assert_eq!((kinds[0], kinds[kinds.len() - 1]), (&json!("ledger.restored"), &json!("ledger.founded")));
    let stands = desk.ok("backupPlan", json!({ "look": true }));
    assert_eq!(
        (&stands["places"], &stands["rhythm"], &stands["byHand"]),
        (&json!([]), &json!("off"), &Value::Null)
    );
}
