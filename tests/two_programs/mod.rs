//! Two programs write to one ledger at once, as the window and the command line may: both finish, nothing is lost.

use crate::act::{Act, CYCLE, EMPTY_UNITS, PAPER, There};
use huiqian_tests::{Desk, PASSWORD, another_process};
use serde_json::json;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::{Duration, Instant};

const DIR: &str = "HUIQIAN_WRITER_DIR";
const FROM: &str = "HUIQIAN_WRITER_FROM";
const NOW: &str = "2026-04-12T02:00:00Z";
const ACTS: u32 = 50;
/// Where each program's acts begin; they have no person and no quarter in common.
const BEGIN: [u32; 2] = [0, 1000];

/// One of the two programs: signs in, waits for the other one, acts fifty times.
#[test]
fn writer() {
    let Some(dir) = std::env::var_os(DIR).map(PathBuf::from) else { return };
    let from: u32 = std::env::var(FROM).unwrap().parse().unwrap();
    let folder = dir.parent().unwrap().to_owned();
    let own = folder.join(format!("writer {from}"));
    std::fs::create_dir(&own).unwrap();
    let clock = app::clock::Clock::Fixed(NOW.parse().unwrap());
    let mut app = app::App::new(app::Options { dir: Some(dir), fonts: None, clock });
    app.call("signIn", json!({ "account": null, "password": PASSWORD })).unwrap();
    std::fs::write(own.join("ready"), "").unwrap();
    let since = Instant::now();
    while BEGIN.iter().any(|from| !folder.join(format!("writer {from}/ready")).exists()) {
        assert!(since.elapsed() < Duration::from_secs(60), "the other program never came");
        std::thread::sleep(Duration::from_millis(1));
    }
    for number in from..from + ACTS {
        Act::of(number).run(&mut app, &own).unwrap();
    }
}

#[test]
fn both_finish_and_every_act_is_there() {
    let mut desk = Desk::province(NOW, 1 + EMPTY_UNITS, false);
    let before = desk.ok("verifyLedger", json!({}))["entries"].as_u64().unwrap();
    let programs = BEGIN.map(|from| {
        another_process("two_programs::writer")
            .env(DIR, desk.app.dir())
            .env(FROM, from.to_string())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap()
    });
    for program in programs {
        let output = program.wait_with_output().unwrap();
        let said = [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).into_owned());
        assert!(output.status.success(), "{said:?}");
    }
    let there = There::read(&mut desk);
    for number in BEGIN.into_iter().flat_map(|from| from..from + ACTS) {
        assert!(there.whole(&Act::of(number)), "act {number}");
    }
    let verify = desk.ok("verifyLedger", json!({}));
    assert_eq!(verify["intact"], true, "{verify}");
    let papers = (0..ACTS).filter(|number| number % CYCLE == PAPER).count() * BEGIN.len();
    assert_eq!(verify["attachments"], papers);

    // They did write by turns: the one did not wait until the other had done.
    let added = verify["entries"].as_u64().unwrap() - before;
    let journal = desk.ok("journal", json!({ "limit": added }));
    let whose: Vec<bool> = journal["lines"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|entry| {
            let body = entry["body"].to_string();
            let staff = body.split("\"K").nth(1)?;
            Some(staff[..5].parse::<u32>().unwrap() >= BEGIN[1] / CYCLE)
        })
        .collect();
    let turns = whose.windows(2).filter(|pair| pair[0] != pair[1]).count();
    assert!(turns > 4, "{turns} turns in {} entries", whose.len());
}
