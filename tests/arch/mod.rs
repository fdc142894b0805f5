//! Who may use whom, over cargo's own metadata and the sources.

use huiqian_tests::root;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

fn metadata() -> BTreeMap<String, BTreeSet<String>> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--no-deps", "--offline", "--manifest-path"])
        .arg(root().join("Cargo.toml"))
        .output()
        .unwrap();
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    metadata["packages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|package| {
            let used = package["dependencies"].as_array().unwrap().iter();
            let used = used.filter(|d| d["kind"].is_null()).filter_map(|d| d["name"].as_str());
            (package["name"].as_str().unwrap().to_owned(), used.map(str::to_owned).collect())
        })
        .collect()
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
    found
}

#[test]
fn the_rooms_use_each_other_as_drawn() {
    let ours = ["domain", "ledger", "sheet", "report", "seal", "extract", "app"];
    let allowed: BTreeMap<&str, &[&str]> = BTreeMap::from([
        ("domain", &[][..]),
        ("ledger", &["domain"][..]),
        ("sheet", &["domain"][..]),
        ("report", &["domain"][..]),
        ("seal", &["domain"][..]),
        ("extract", &[][..]),
        ("app", &["domain", "ledger", "sheet", "report", "seal", "extract"][..]),
        ("cli", &["app"][..]),
        ("host", &["app"][..]),
        ("huiqian-desktop", &["app"][..]),
    ]);
    let packages = metadata();
    for (package, may) in allowed {
        for used in packages[package].iter().filter(|u| ours.contains(&u.as_str())) {
            assert!(may.contains(&used.as_str()), "{package} must not use {used}");
        }
    }
    for (library, rooms) in [
        ("rusqlite", &["ledger"][..]),
        ("tauri", &["huiqian-desktop"]),
        ("printpdf", &["report"]),
        ("calamine", &["sheet", "extract"]),
        ("html5gum", &["extract"]),
        ("cms", &["seal"]),
    ] {
        for (package, uses) in &packages {
            assert!(
                rooms.contains(&package.as_str()) || !uses.contains(library),
                "only {rooms:?} know {library}, {package} does too"
            );
        }
    }
}

#[test]
fn the_domain_is_pure() {
    let banned = [
        "std::fs",
        "std::env",
        "std::net",
        "::now()",
        "rusqlite",
        "tauri",
        "tokio",
        "getrandom",
        "f32",
        "f64",
    ];
    for path in sources(&root().join("crates/domain/src")) {
        let text = std::fs::read_to_string(&path).unwrap();
        for (number, line) in text.lines().enumerate().filter(|(_, l)| !l.trim_start().starts_with("//")) {
            for word in banned {
                assert!(!line.contains(word), "{}:{}: {word}", path.display(), number + 1);
            }
        }
    }
}

#[test]
fn the_fee_formula_and_sql_stand_in_one_place() {
    for path in sources(&root().join("crates")) {
        let text = std::fs::read_to_string(&path).unwrap();
        let shown = path.display().to_string();
        if !shown.contains("/ledger/") {
            for word in ["SELECT ", "INSERT INTO", "rusqlite::params"] {
                let used = text.lines().any(|l| !l.trim_start().starts_with("//") && l.contains(word));
                assert!(!used || shown.contains("/tests/"), "{shown} holds SQL: {word}");
            }
        }
        let formula = text.contains("pub fn coefficient(") || text.contains("pub fn payable(");
        assert!(!formula || shown.ends_with("domain/src/settlement/fee.rs"), "{shown} has a fee formula");
    }
}

#[test]
fn every_crate_says_what_it_is_for_and_the_shell_stays_small() {
    for room in ["domain", "ledger", "sheet", "report", "seal", "extract", "app"] {
        let text = std::fs::read_to_string(root().join("crates").join(room).join("src/lib.rs")).unwrap();
        assert!(
            text.starts_with("//!") && text.to_lowercase().contains("start"),
            "{room}: where to start reading"
        );
    }
    let lines: usize = sources(&root().join("src-tauri"))
        .iter()
        .map(|p| std::fs::read_to_string(p).unwrap().lines().count())
        .sum();
    assert!(lines < 400, "src-tauri has {lines} lines");
    let importers: Vec<String> = tauri_importers(&root().join("ui/src"));
    assert!(importers.len() <= 1, "one file of the page knows Tauri: {importers:?}");
}

fn tauri_importers(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(tauri_importers(&path));
        } else if std::fs::read_to_string(&path).is_ok_and(|t| t.contains("\"@tauri-apps/")) {
            found.push(path.display().to_string());
        }
    }
    found
}
