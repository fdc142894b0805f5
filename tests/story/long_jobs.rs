//! Long jobs tell how far they are, and one that is told to stop leaves nothing behind.

use app::{Progress, Stage};
use huiqian_tests::Desk;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::{Arc, Mutex};

type Told = Arc<Mutex<Vec<Progress>>>;

/// Notes what is told, and goes on while `go_on` says so.
fn listen(desk: &mut Desk, go_on: impl Fn(Progress) -> bool + Send + 'static) -> Told {
    let told = Told::default();
    let heard = Arc::clone(&told);
    desk.app.watch(Box::new(move |progress| {
        heard.lock().unwrap().push(progress);
        go_on(progress)
    }));
    told
}

fn stages(told: &Told) -> Vec<Stage> {
    let mut stages: Vec<Stage> = told.lock().unwrap().iter().map(|p| p.stage).collect();
    stages.dedup();
    stages
}

/// Every stage goes forward from its beginning to its end.
fn whole(told: &Told) {
    let told = told.lock().unwrap();
    for steps in told.chunk_by(|a, b| a.stage == b.stage) {
        let total = steps[0].total;
        assert!(steps.iter().all(|p| p.total == total), "{steps:?}");
        assert!(steps.windows(2).all(|pair| pair[0].done <= pair[1].done), "{steps:?}");
        assert_eq!((steps[0].done, steps[steps.len() - 1].done), (0, total), "{:?}", steps[0].stage);
    }
}

/// Rows of every table of the ledger, read past the program.
fn tables(desk: &Desk) -> Vec<(String, Vec<String>)> {
    let file = Path::new(&desk.path("账本 ledger")).join("ledger.sqlite3");
    let conn = ledger::rusqlite::Connection::open(file).unwrap();
    let names: Vec<String> = conn
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    let rows = |name: &String| -> Vec<String> {
        let mut statement = conn.prepare(&format!("SELECT * FROM \"{name}\"")).unwrap();
        let width = statement.column_count();
        let mut rows: Vec<String> = statement
            .query_map([], |row| {
                let cells = (0..width).map(|at| row.get_ref(at).map(|value| format!("{value:?}")));
                cells.collect::<Result<Vec<_>, _>>().map(|cells| cells.join("|"))
            })
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        rows.sort();
        rows
    };
    names.iter().map(|name| (name.clone(), rows(name))).collect()
}

fn files(folder: &str) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

const PEOPLE: usize = 600;

fn people() -> String {
    let rows: String =
        (0..PEOPLE).map(|n| format!("QT{n:05},某{n},C{:02},2025-03-01\n", 1 + n % 2)).collect();
    format!("工号,姓名,单位代码,到岗日期\n{rows}")
}

fn scores(month: &str) -> String {
    let rows: String =
        (0..PEOPLE).map(|n| format!("{month},C{:02},QT{n:05},{}\n", 1 + n % 2, 60 + n % 40)).collect();
    format!("月份,单位代码,工号,得分\n{rows}")
}

#[test]
fn an_import_cancelled_midway_leaves_everything_as_it_was_and_then_works() {
    let mut desk = Desk::province("2026-04-20T02:00:00Z", 2, false);
    for (kind, text) in [("people", people()), ("assessments", scores("2026-01"))] {
        let before = tables(&desk);
        for stage in [Stage::Rows, Stage::Rules, Stage::Record] {
            listen(&mut desk, move |p| p.stage != stage || p.done * 2 < p.total);
            let refused = desk.import(kind, &text).unwrap_err();
            assert_eq!(refused.code, "cancelled", "{kind} {stage:?}");
            assert!(tables(&desk) == before, "{kind} {stage:?} left something behind");
        }
        let told = listen(&mut desk, |_| true);
        assert_eq!(desk.import(kind, &text).unwrap()["rows"], json!(PEOPLE), "{kind}");
        assert_eq!(stages(&told), [Stage::Rows, Stage::Rules, Stage::Record], "{kind}");
        whole(&told);
        assert!(tables(&desk) != before, "{kind}");
    }
    assert_eq!(desk.ok("verifyLedger", json!({}))["intact"], true);
}

#[test]
fn a_folder_cancelled_midway_leaves_no_file_of_it_taken_in() {
    let mut desk = Desk::province("2026-04-20T02:00:00Z", 2, false);
    desk.import("people", &people()).unwrap();
    let folder = desk.path("收到");
    std::fs::create_dir(&folder).unwrap();
    for month in ["2026-01", "2026-02", "2026-03"] {
        std::fs::write(Path::new(&folder).join(format!("{month}.csv")), scores(month)).unwrap();
    }
    std::fs::write(Path::new(&folder).join("2026-04.csv"), "工号,得分\nQT00001,90\n").unwrap();
    let before = tables(&desk);
    let request = json!({ "path": folder, "dryRun": false });
    for stage in [Stage::Files, Stage::Record] {
        listen(&mut desk, move |p| p.stage != stage || p.done < 2);
        assert_eq!(desk.refused("importFolder", request.clone()).code, "cancelled", "{stage:?}");
        assert!(tables(&desk) == before, "{stage:?} left something behind");
    }
    let told = listen(&mut desk, |_| true);
    let tried = desk.ok("importFolder", json!({ "path": folder, "dryRun": true }));
    assert!(tables(&desk) == before, "a dry run left something behind");
    whole(&told);
    let done = desk.ok("importFolder", request.clone());
    assert_eq!(done, tried);
    assert_eq!(done["refused"], 1);
    let changed = |done: &Value| -> Vec<Value> {
        done["files"].as_array().unwrap().iter().map(|file| file["changed"].clone()).collect()
    };
    assert_eq!(changed(&done), [json!(PEOPLE), json!(PEOPLE), json!(PEOPLE), json!(0)]);
    assert_eq!(changed(&desk.ok("importFolder", request)), [json!(0), json!(0), json!(0), json!(0)]);
}

#[test]
fn templates_cancelled_midway_leave_no_folder() {
    let mut desk = Desk::province("2026-04-20T02:00:00Z", 3, false);
    desk.import("people", &people()).unwrap();
    let out = desk.path("模板");
    let request =
        json!({ "kind": "assessments", "out": out, "unit": null, "allUnits": true, "month": "2026-03" });
    listen(&mut desk, |p| p.done < 3);
    assert_eq!(desk.refused("makeTemplate", request.clone()).code, "cancelled");
    assert!(!Path::new(&out).exists());
    let told = listen(&mut desk, |_| true);
    desk.ok("makeTemplate", request.clone());
    assert_eq!((stages(&told), files(&out).len()), (vec![Stage::Files], 2));
    whole(&told);
    // One of them has come back filled in: it is not written over.
    let filled = files(&out)[0].clone();
    std::fs::write(Path::new(&out).join(&filled), "filled in").unwrap();
    assert_eq!(desk.refused("makeTemplate", request).code, "workbooksThere");
    assert_eq!(std::fs::read_to_string(Path::new(&out).join(&filled)).unwrap(), "filled in");
}

#[test]
fn a_demo_cancelled_midway_leaves_no_file_and_the_open_ledger_open() {
    let mut desk = Desk::province("2026-04-20T02:00:00Z", 2, false);
    let head = desk.head();
    let (new, empty, taken) = (desk.path("演示"), desk.path("空"), desk.path("有"));
    for folder in [&empty, &taken] {
        std::fs::create_dir(folder).unwrap();
    }
    std::fs::write(Path::new(&taken).join("a.txt"), "别人的").unwrap();
    for folder in [&new, &empty, &taken] {
        let before = files(folder);
        listen(&mut desk, |p| p.done < 30);
        assert_eq!(desk.refused("makeDemo", json!({ "dir": folder })).code, "cancelled", "{folder}");
        assert_eq!(files(folder), before, "{folder}");
        assert_eq!(desk.head(), head, "{folder}");
    }
    assert!(!Path::new(&new).exists() && Path::new(&empty).exists());
}
