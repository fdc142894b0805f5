//! The tour of the READMEs, line by line, as a reader would type it.

use std::path::Path;
use std::process::Command;

/// The `sh` blocks that speak to the program, one after the other.
fn tour(text: &str) -> String {
    let blocks = text.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next());
    let blocks: Vec<&str> = blocks.filter(|block| block.contains("huiqian ")).collect();
    assert!(blocks.len() >= 4, "the tour has become short: {blocks:?}");
    format!("set -eu\n{}", blocks.concat())
}

fn root() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

#[test]
fn the_tour_works() {
    let text = std::fs::read_to_string(root().join("README.md")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_huiqian")).parent().unwrap();
    let path = format!("{}:{}", program.display(), std::env::var("PATH").unwrap());
    let done = Command::new("sh")
        .args(["-c", &tour(&text)])
        .current_dir(folder.path())
        .env("PATH", path)
        .env("HUIQIAN_FONTS", root().join("resources/fonts"))
        .output()
        .unwrap();
    let (said, shown) = (String::from_utf8_lossy(&done.stderr), String::from_utf8_lossy(&done.stdout));
    assert!(done.status.success(), "{said}\n{shown}");
    assert!(folder.path().join("restored-year/ledger.sqlite3").exists(), "the tour ends with a restore");
}

#[test]
fn the_chinese_tour_is_the_same() {
    let [english, chinese] = ["README.md", "README.zh-CN.md"]
        .map(|name| tour(&std::fs::read_to_string(root().join(name)).unwrap()));
    assert_eq!(english, chinese);
}
