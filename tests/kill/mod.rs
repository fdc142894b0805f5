//! Killed at random moments (SIGKILL) during imports: what was acknowledged is there, nothing is half done.
//!
//! The child is this very test binary, told by an environment variable to import without end.

use huiqian_tests::{Desk, PASSWORD};
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Duration;

const CHILD: &str = "HUIQIAN_KILL_CHILD";

/// Imports one person after the other, each with a score, and says so after each. Ends only by being killed.
#[test]
fn child() {
    let Some(dir) = std::env::var_os(CHILD) else { return };
    let from: u32 = std::env::var("HUIQIAN_KILL_FROM").unwrap().parse().unwrap();
    let mut app = app::App::new(app::Options { dir: Some(dir.clone().into()), ..app::Options::default() });
    app.call("signIn", json!({ "account": null, "password": PASSWORD })).unwrap();
    let scratch = std::path::PathBuf::from(dir).parent().unwrap().join("row.csv");
    for number in from.. {
        let rows: String = (0..20).map(|i| format!("K{number:06}-{i},某人,C01,2025-03-01\n")).collect();
        std::fs::write(&scratch, format!("工号,姓名,单位代码,到岗日期\n{rows}")).unwrap();
        let path = scratch.display().to_string();
        app.call("importSheet", json!({ "kind": "people", "path": path, "map": null, "dryRun": false }))
            .unwrap();
        println!("done {number}");
    }
}

fn people(desk: &mut Desk) -> Vec<String> {
    let people: Value = desk.ok("people", json!({}));
    people.as_array().unwrap().iter().map(|p| p["staffNo"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn nothing_is_lost_or_half_done() {
    let mut desk = Desk::province("2026-04-12T02:00:00Z", 1, false);
    let dir = desk.app.dir().to_owned();
    let mut next = 0_u32;
    let mut seed = 0x5eed_u64;
    for round in 0..12 {
        desk.ok("signOut", json!({}));
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["kill::child", "--exact", "--nocapture", "--test-threads=1"])
            .env(CHILD, &dir)
            .env("HUIQIAN_KILL_FROM", next.to_string())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let mut acknowledged = None;
        // The first acknowledgement, then a random moment of what follows.
        for line in lines.by_ref() {
            if let Some(number) = line.unwrap().strip_prefix("done ") {
                acknowledged = Some(number.parse::<u32>().unwrap());
                break;
            }
        }
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        std::thread::sleep(Duration::from_micros(seed >> 33 & 0xffff));
        child.kill().unwrap();
        child.wait().unwrap();
        for line in lines.map_while(Result::ok) {
            if let Some(number) = line.strip_prefix("done ") {
                acknowledged = Some(number.parse().unwrap());
            }
        }
        let acknowledged = acknowledged.expect("the child imported something");
        desk.ok("signIn", json!({ "account": null, "password": PASSWORD }));
        let there = people(&mut desk);
        for number in 0..=acknowledged {
            let of = there.iter().filter(|s| s.starts_with(&format!("K{number:06}-"))).count();
            assert_eq!(of, 20, "round {round}: import {number} was acknowledged");
        }
        let beyond = there.iter().filter(|s| s.starts_with(&format!("K{:06}-", acknowledged + 1))).count();
        assert!(beyond == 0 || beyond == 20, "round {round}: {beyond} of 20 rows are half an import");
        next = acknowledged + 1 + u32::from(beyond == 20);
    }
    let verify = desk.ok("verifyLedger", json!({}));
    assert_eq!(verify["intact"], true, "{verify}");
}
