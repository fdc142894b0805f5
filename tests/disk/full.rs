//! No room.

use super::surroundings::{mount, with_own_mounts};
use super::{NOW, all_refused, all_work, contents, earlier, settled};
use crate::words::says;
use huiqian_tests::{Desk, PASSWORD, another_process};
use serde_json::{Value, json};
use std::io::Write;
use std::path::Path;

/// Takes up what room is left, to the last byte.
fn fill(folder: &Path) {
    let mut filler = std::fs::File::create(folder.join("filler")).unwrap();
    for size in [1 << 16, 1 << 10, 1] {
        while filler.write_all(&vec![0; size]).is_ok() {}
    }
}

fn make_room(folder: &Path) {
    std::fs::remove_file(folder.join("filler")).unwrap();
}

#[test]
fn a_stick_without_room() {
    with_own_mounts("disk::full::a_stick_without_room", || {
        let mut desk = settled();
        let stick = desk.folder.path().join("U盘");
        std::fs::create_dir(&stick).unwrap();
        mount(&stick, "8m");
        earlier(&desk, &stick);
        fill(&stick);
        all_refused(&mut desk, &stick, "diskFull");
        // No room for a ledger either, restored or new.
        let (before, backup) = (contents(&stick), desk.path("ledger.hqb"));
        desk.ok("backupLedger", json!({ "out": backup }));
        let to = stick.join("restored").display().to_string();
        says(&desk.refused("restoreLedger", json!({ "path": backup, "to": to })), "diskFull", &["U盘"]);
        assert!(!Path::new(&to).exists() && contents(&stick) == before);
        let clock = app::clock::Clock::Fixed(NOW.parse().unwrap());
        let dir = stick.join("new");
        let mut app = app::App::new(app::Options { dir: Some(dir.clone()), fonts: None, clock });
        let found = json!({
            "role": "branch", "unit": "CD", "admin": "王芳", "password": PASSWORD, "twoPerson": true, "org": null,
        });
        says(&app.call("initLedger", found).unwrap_err(), "diskFull", &["U盘"]);
        assert!(!dir.exists() && contents(&stick) == before);
        make_room(&stick);
        all_work(&mut desk, &stick);
        // Room for the beginning of a backup only.
        let before = contents(&stick);
        fill(&stick);
        let filler = std::fs::OpenOptions::new().write(true).open(stick.join("filler")).unwrap();
        filler.set_len(filler.metadata().unwrap().len() - 12_000).unwrap();
        let out = stick.join("ledger.hqb").display().to_string();
        says(&desk.refused("backupLedger", json!({ "out": out })), "diskFull", &[&out]);
        make_room(&stick);
        assert_eq!(contents(&stick), before, "the earlier backup is whole, and nothing is beside it");
        let to = desk.path("restored");
        desk.ok("restoreLedger", json!({ "path": out, "to": to }));
    });
}

/// Two hundred engineers, a score for each, and a paper, as files.
fn files(desk: &Desk) -> [Value; 3] {
    let people: String = (0..200).map(|i| format!("QT{i:04},某人,C01,2025-03-01\n")).collect();
    let scores: String = (0..200).map(|i| format!("2026-01,C01,QT{i:04},90\n")).collect();
    let people = desk.file("people.csv", &format!("工号,姓名,单位代码,到岗日期\n{people}"));
    let scores = desk.file("scores.csv", &format!("月份,单位代码,工号,得分\n{scores}"));
    let paper = desk.file("paper.txt", &"尚未派驻".repeat(2000));
    let import =
        |kind: &str, path: String| json!({ "kind": kind, "path": path, "map": null, "dryRun": false });
    [
        import("people", people),
        import("assessments", scores),
        json!({ "unit": "C02", "quarter": "2026Q1", "reason": "尚未派驻", "attachment": paper }),
    ]
}

const ACTS: [&str; 3] = ["importSheet", "importSheet", "declareExempt"];

#[test]
fn a_ledger_without_room() {
    with_own_mounts("disk::full::a_ledger_without_room", || {
        let mut desk = Desk::at(NOW);
        let disk = desk.folder.path().to_owned();
        mount(&disk, "12m");
        desk.found(2, false);
        let ledger = desk.app.dir().to_owned();
        for (act, request) in ACTS.into_iter().zip(files(&desk)) {
            let (head, attachments) = (desk.head(), tree(&ledger.join("attachments")));
            fill(&disk);
            let error = desk.refused(act, request.clone());
            says(&error, "diskFull", &[&ledger.display().to_string()]);
            assert_eq!(desk.head(), head, "{act}");
            assert_eq!(tree(&ledger.join("attachments")), attachments, "{act}");
            // The backup's copy has no room on the ledger's disk, though the target has.
            let elsewhere = tempfile::tempdir_in("/dev/shm").unwrap();
            let out = elsewhere.path().join("ledger.hqb").display().to_string();
            let backup = desk.refused("backupLedger", json!({ "out": out }));
            says(&backup, "diskFull", &[&ledger.display().to_string()]);
            assert!(contents(elsewhere.path()).is_empty());
            make_room(&disk);
            assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true, "after {act}");
            desk.ok(act, request);
        }
        let verify = desk.ok("verifyLedger", json!({}));
        assert_eq!(
            (verify["intact"].as_bool(), verify["findings"].to_string()),
            (Some(true), "[]".to_owned())
        );
    });
}

/// Every file below a folder.
fn tree(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(tree(&path)) } else { found.push(path) }
    }
    found
}

const LIMITED: &str = "HUIQIAN_FILE_SIZE_DIR";

/// In the process that is told below: no file may grow beyond what the shell allowed.
#[test]
fn in_a_process_with_a_file_size_limit() {
    let Some(folder) = std::env::var_os(LIMITED).map(std::path::PathBuf::from) else { return };
    let clock = app::clock::Clock::Fixed(NOW.parse().unwrap());
    let dir = folder.join("账本 ledger");
    let mut app = app::App::new(app::Options { dir: Some(dir.clone()), fonts: None, clock });
    app.call("signIn", json!({ "account": null, "password": PASSWORD })).unwrap();
    let path = folder.join("people.csv").display().to_string();
    let import = json!({ "kind": "people", "path": path, "map": null, "dryRun": false });
    says(&app.call("importSheet", import).unwrap_err(), "fileFailed", &[&dir.display().to_string()]);
    let out = folder.join("ledger.hqb").display().to_string();
    let error = app.call("backupLedger", json!({ "out": out })).unwrap_err();
    says(&error, "fileFailed", &[]);
}

/// The way that works for every user: the operating system fails the write that would make a file too large, as a FAT
/// stick does.
#[cfg(unix)]
#[test]
fn a_file_that_must_not_grow() {
    let mut desk = Desk::province(NOW, 2, false);
    let [people, ..] = files(&desk);
    let backup = desk.file("ledger.hqb", "an earlier backup");
    let head = desk.head();
    let again = another_process("disk::full::in_a_process_with_a_file_size_limit");
    // 64 KiB, in blocks of 512 bytes; the signal that goes with it is ignored, so that the write itself fails.
    let output = std::process::Command::new("sh")
        .args(["-c", "trap '' XFSZ; ulimit -f 128; exec \"$@\"", "sh"])
        .arg(again.get_program())
        .args(again.get_args())
        .env(LIMITED, desk.folder.path())
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned());
    assert!(output.status.success() && said[0].contains("1 passed"), "{}\n{}", said[0], said[1]);
    assert_eq!(desk.head(), head);
    assert_eq!(std::fs::read_to_string(backup).unwrap(), "an earlier backup");
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
    desk.ok("importSheet", people);
}
