//! The program under test, in a folder of its own.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

pub const PASSWORD: &str = "correct horse";

/// A folder with a ledger in `ledger` once `init` was run.
pub struct Place {
    pub dir: tempfile::TempDir,
}

/// What a run left behind.
pub struct Run {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Run {
    /// The one JSON document of stdout.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out)
            .unwrap_or_else(|e| panic!("no JSON document: {e}\n{}\n{}", self.out, self.err))
    }

    #[track_caller]
    pub fn exits(self, status: i32) -> Self {
        assert_eq!(self.status, status, "stdout:\n{}\nstderr:\n{}", self.out, self.err);
        self
    }
}

impl Place {
    pub fn new() -> Self {
        Self { dir: tempfile::tempdir().unwrap() }
    }

    /// A province ledger of two units with one engineer each, without two-person work.
    pub fn with_ledger() -> Self {
        let place = Self::new();
        let units = "单位代码,单位名称,类别\nZQ,省公司政企客户部,省级\nCD,成都分公司,市州\n";
        let org = place.file("units.csv", units);
        let init = ["init", "--role", "province", "--unit", "ZQ", "--admin", "admin", "--two-person", "off"];
        place.run(&[&init[..], &["--org", &org]].concat()).exits(0);
        let people = "工号,姓名,单位代码,到岗日期\nQT0001,张三,ZQ,2024-12-01\nQT0002,李四,CD,2024-12-01\n";
        place.run(&["import", "people", &place.file("people.csv", people)]).exits(0);
        place
    }

    /// Puts the contract and every score of 2025Q1 in: 90 and 88.
    pub fn with_scores(self) -> Self {
        let contract = "合同号,甲方,乙方,生效,截止,季度,含税金额,税率\n\
                        HT-1,四川移动,四川全通,2025-01-01,2025-12-31,2025Q1,1200000.00,6%\n";
        self.run(&["import", "contract", &self.file("contract.csv", contract)]).exits(0);
        let mut scores = String::from("月份,单位代码,工号,得分\n");
        for month in ["2025-01", "2025-02", "2025-03"] {
            scores.push_str(&format!("{month},ZQ,QT0001,90\n{month},CD,QT0002,88\n"));
        }
        self.run(&["import", "assessments", &self.file("scores.csv", &scores)]).exits(0);
        self
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub fn text(&self, name: &str) -> String {
        self.path(name).display().to_string()
    }

    pub fn file(&self, name: &str, content: &str) -> String {
        std::fs::write(self.path(name), content).unwrap();
        self.text(name)
    }

    pub fn run(&self, arguments: &[&str]) -> Run {
        self.run_with(arguments, &[("HUIQIAN_PASSWORD", PASSWORD)])
    }

    pub fn run_with(&self, arguments: &[&str], variables: &[(&str, &str)]) -> Run {
        let ledger = self.text("ledger");
        run(&[&["--ledger", &ledger], arguments].concat(), variables, self.dir.path())
    }
}

/// Runs the program with these arguments only, without a terminal.
pub fn run(arguments: &[&str], variables: &[(&str, &str)], dir: &Path) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_huiqian"));
    for name in ["HUIQIAN_PASSWORD", "HUIQIAN_NEW_PASSWORD", "HUIQIAN_P12_PASSWORD", "HUIQIAN_RECOVERY_CODE"]
    {
        command.env_remove(name);
    }
    // The test's build may lie anywhere, the fonts lie with the sources.
    command.env("HUIQIAN_FONTS", concat!(env!("CARGO_MANIFEST_DIR"), "/../../resources/fonts"));
    command.args(arguments).envs(variables.iter().copied()).current_dir(dir).stdin(Stdio::null());
    let Output { status, stdout, stderr } = command.output().unwrap();
    Run {
        status: status.code().unwrap_or(-1),
        out: String::from_utf8(stdout).unwrap(),
        err: String::from_utf8(stderr).unwrap(),
    }
}
