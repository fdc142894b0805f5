//! Ledgers that are none, newer or damaged, and a clock that was set back.

use super::{NOW, refused};
use crate::words::says;
use app::clock::Clock;
use app::{App, ErrorClass, Options};
use huiqian_tests::{Desk, PASSWORD};
use ledger::rusqlite::Connection;
use serde_json::json;
use std::path::Path;

/// Closes the program's ledger, lets somebody at the folder, and begins the program anew.
fn behind_its_back(desk: &mut Desk, now: &str, tamper: impl FnOnce(&Path)) {
    let dir = desk.app.dir().to_owned();
    desk.app = App::new(Options::default());
    tamper(&dir);
    let clock = Clock::Fixed(now.parse().unwrap());
    desk.app = App::new(Options { dir: Some(dir), fonts: None, clock });
}

#[test]
fn a_ledger_that_is_there_already_or_not_at_all() {
    let mut desk = Desk::province(NOW, 1, false);
    let again = json!({
        "role": "province", "unit": "ZQ", "admin": "x", "password": "long enough", "twoPerson": true, "org": null,
    });
    let dir = desk.app.dir().display().to_string();
    says(&refused(&mut desk, "initLedger", again), "ledgerAlreadyThere", &[&dir]);
    let nowhere = desk.path("nowhere");
    let missing = desk.refused("openLedger", json!({ "dir": nowhere }));
    says(&missing, "ledgerNotFound", &[&nowhere]);
    assert!(!Path::new(&nowhere).exists());
}

#[test]
fn a_ledger_by_a_newer_version() {
    let mut desk = Desk::province(NOW, 1, false);
    behind_its_back(&mut desk, NOW, |dir| {
        let connection = Connection::open(dir.join("ledger.sqlite3")).unwrap();
        connection.pragma_update(None, "user_version", 99).unwrap();
    });
    let before = std::fs::read(desk.app.dir().join("ledger.sqlite3")).unwrap();
    for (act, request) in [
        ("openLedger", json!({ "dir": null })),
        ("signIn", json!({ "account": null, "password": PASSWORD })),
        ("verifyLedger", json!({})),
    ] {
        let newer = desk.refused(act, request);
        says(&newer, "newerVersion", &[&desk.app.dir().display().to_string(), "99"]);
        assert_eq!(newer.class, ErrorClass::Refused);
    }
    assert_eq!(std::fs::read(desk.app.dir().join("ledger.sqlite3")).unwrap(), before, "left as it is");
}

#[test]
fn a_damaged_ledger_file() {
    let text = b"this is no database, it only says so in plain words".to_vec();
    type Damage = fn(Vec<u8>) -> Vec<u8>;
    let damages: [(&str, Damage); 3] = [
        ("cut off", |bytes| bytes[..bytes.len() / 2].to_vec()),
        ("the beginning overwritten", |mut bytes| {
            bytes[..4096].fill(0x5a);
            bytes
        }),
        ("another file", |_| Vec::new()),
    ];
    for (how, damage) in damages {
        let mut desk = Desk::province(NOW, 1, false);
        desk.quarter("2026Q1", ["2026-01", "2026-02", "2026-03"], "1000.00", |_, _| "80".to_owned());
        let backup = desk.path("ledger.hqb");
        desk.ok("backupLedger", json!({ "out": backup }));
        behind_its_back(&mut desk, NOW, |dir| {
            let database = dir.join("ledger.sqlite3");
            let damaged = damage(std::fs::read(&database).unwrap());
            std::fs::write(database, if damaged.is_empty() { text.clone() } else { damaged }).unwrap();
        });
        let database = desk.app.dir().join("ledger.sqlite3");
        let before = std::fs::read(&database).unwrap();
        let error = desk.refused("signIn", json!({ "account": null, "password": PASSWORD }));
        says(&error, "ledgerDamaged", &[&desk.app.dir().display().to_string()]);
        assert_eq!(error.class, ErrorClass::Damaged, "{how}");
        assert_eq!(std::fs::read(&database).unwrap(), before, "{how}: nothing is made worse");
        // What the words advise does help.
        let restored = desk.path("restored");
        desk.ok("restoreLedger", json!({ "path": backup, "to": restored }));
        assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
    }
}

/// One page of the middle is overwritten: the ledger still opens, and verifying names the damage.
#[test]
fn a_damaged_page() {
    let mut desk = Desk::province(NOW, 1, false);
    desk.quarter("2026Q1", ["2026-01", "2026-02", "2026-03"], "1000.00", |_, _| "80".to_owned());
    behind_its_back(&mut desk, NOW, |dir| {
        let database = dir.join("ledger.sqlite3");
        let connection = Connection::open(&database).unwrap();
        let root = "SELECT rootpage FROM sqlite_schema WHERE name = 'assessment'";
        let page: u32 = connection.query_row(root, [], |row| row.get(0)).unwrap();
        let size: u32 = connection.query_row("PRAGMA page_size", [], |row| row.get(0)).unwrap();
        drop(connection);
        let (page, size) = (page as usize, size as usize);
        let mut bytes = std::fs::read(&database).unwrap();
        bytes[(page - 1) * size..page * size].fill(0x5a);
        std::fs::write(&database, bytes).unwrap();
    });
    let verify = desk.ok("verifyLedger", json!({}));
    assert_eq!(verify["intact"], false);
    let damage = verify["findings"].as_array().unwrap().iter().find(|f| f["damage"] == true).unwrap();
    let (code, params) = (damage["code"].as_str().unwrap(), damage["params"].as_object().unwrap());
    let chinese = app::words::message(app::words::Lang::ZhCn, code, params);
    assert!(chinese.contains('损') || chinese.contains("不符"), "{chinese}");
    desk.ok("signIn", json!({ "account": null, "password": PASSWORD }));
    let error = desk.refused("settle", json!({ "quarter": "2026Q1" }));
    says(&error, "ledgerDamaged", &[&desk.app.dir().display().to_string()]);
    assert_eq!(error.class, ErrorClass::Damaged);
}

#[test]
fn a_damaged_backup() {
    let mut desk = Desk::province(NOW, 1, false);
    let (backup, to) = (desk.path("ledger.hqb"), desk.path("restored"));
    desk.ok("backupLedger", json!({ "out": backup }));
    let whole = std::fs::read(&backup).unwrap();
    let mut flipped = whole.clone();
    flipped[whole.len() / 2] ^= 1;
    for bytes in [whole[..whole.len() / 2].to_vec(), flipped, b"no backup".to_vec()] {
        std::fs::write(&backup, bytes).unwrap();
        let error = refused(&mut desk, "restoreLedger", json!({ "path": backup, "to": to }));
        says(&error, "backupDamaged", &[&backup]);
        assert!(!Path::new(&to).exists());
    }
    std::fs::remove_file(&backup).unwrap();
    let missing = refused(&mut desk, "restoreLedger", json!({ "path": backup, "to": to }));
    says(&missing, "fileNotFound", &[&backup]);
}

#[test]
fn a_clock_set_back() {
    let mut desk = Desk::province(NOW, 1, false);
    behind_its_back(&mut desk, "2026-04-11T02:00:00Z", |_| {});
    desk.ok("signIn", json!({ "account": null, "password": PASSWORD }));
    let file = desk.file("units.csv", "单位代码,单位名称,类别\nNEW,新单位,市州\n");
    let error = refused(&mut desk, "importSheet", super::import("units", &file));
    // Both times as the user's clock shows them.
    says(&error, "clockSetBack", &["2026-04-11 10:00:00", "2026-04-12 10:00:00"]);
    assert_eq!(error.class, ErrorClass::Environment);
    // A few minutes' difference between two machines' clocks is no lie.
    behind_its_back(&mut desk, "2026-04-12T01:58:00Z", |_| {});
    desk.ok("signIn", json!({ "account": null, "password": PASSWORD }));
    desk.ok("importSheet", super::import("units", &file));
}
