//! A desk for stories: a ledger in a scratch folder, a clock that stands still, files as a clerk would have them.

use app::clock::Clock;
use app::requests::InitLedger;
use app::{App, AppError, Options};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Password of every account of a story.
pub const PASSWORD: &str = "correct horse";

/// A scratch folder with a program in it.
pub struct Desk {
    /// Goes away with the desk.
    pub folder: tempfile::TempDir,
    /// The program.
    pub app: App,
}

impl Desk {
    /// A program without a ledger, at that moment (RFC 3339).
    #[must_use]
    pub fn at(now: &str) -> Self {
        let folder = tempfile::tempdir().expect("a scratch folder");
        let app = App::new(Options {
            dir: Some(folder.path().join("账本 ledger")),
            fonts: Some(fonts()),
            clock: Clock::Fixed(now.parse().expect("a moment")),
        });
        Self { folder, app }
    }

    /// A province with two provincial and some city units, one administrator, two-person work as said.
    #[must_use]
    pub fn province(now: &str, cities: usize, two_person: bool) -> Self {
        let mut desk = Self::at(now);
        desk.found(cities, two_person);
        desk
    }

    /// Founds the province's ledger of [`province`](Self::province).
    pub fn found(&mut self, cities: usize, two_person: bool) {
        let mut units =
            String::from("单位代码,单位名称,类别\nZQ,省公司政企客户部,省级\nZK,省公司重要客户中心,省级\n");
        for city in 1..=cities {
            units.push_str(&format!("C{city:02},第{city}分公司,市州\n"));
        }
        let org = self.file("units.csv", &units);
        self.app
            .invoke(InitLedger {
                role: "province".into(),
                unit: "ZQ".into(),
                admin: "admin".into(),
                name: None,
                post: None,
                password: PASSWORD.into(),
                two_person,
                org: Some(org),
                dir: None,
            })
            .expect("a new ledger");
    }

    /// The same program started again at another moment; the administrator is signed in.
    ///
    /// # Panics
    /// Where the ledger does not open.
    pub fn restart(&mut self, now: &str) {
        self.app = App::new(Options {
            dir: Some(self.app.dir().to_owned()),
            fonts: Some(fonts()),
            clock: Clock::Fixed(now.parse().expect("a moment")),
        });
        self.ok("openLedger", json!({ "dir": null }));
        self.ok("signIn", json!({ "account": "admin", "password": PASSWORD }));
    }

    /// Writes a file into the folder and answers its path.
    pub fn file(&self, name: &str, text: &str) -> String {
        let path = self.path(name);
        std::fs::write(&path, text).expect("a file in the scratch folder");
        path
    }

    /// A path in the folder.
    #[must_use]
    pub fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    /// Calls a use case by its name.
    ///
    /// # Errors
    /// What the use case refuses.
    pub fn call(&mut self, name: &str, request: Value) -> Result<Value, AppError> {
        self.app.call(name, request)
    }

    /// Calls a use case that must work.
    ///
    /// # Panics
    /// With the refusal where it does not.
    pub fn ok(&mut self, name: &str, request: Value) -> Value {
        self.call(name, request).unwrap_or_else(|error| panic!("{name}: {error:?}"))
    }

    /// Calls a use case that must be refused; answers the code.
    ///
    /// # Panics
    /// Where it works.
    pub fn refused(&mut self, name: &str, request: Value) -> AppError {
        match self.call(name, request) {
            Ok(value) => panic!("{name} should be refused, answered {value}"),
            Err(error) => error,
        }
    }

    /// Imports text as a CSV file.
    ///
    /// # Errors
    /// What the import refuses.
    pub fn import(&mut self, kind: &str, text: &str) -> Result<Value, AppError> {
        let path = self.file(&format!("{kind}.csv"), text);
        self.call("importSheet", json!({ "kind": kind, "path": path, "map": null, "dryRun": false }))
    }

    /// Every stay that the account sees, by staff number.
    ///
    /// # Panics
    /// Where the account may not see any.
    pub fn people(&mut self) -> Vec<Value> {
        let people = self.ok("people", json!({ "limit": 1_000_000 }));
        people["lines"].as_array().expect("a list").clone()
    }

    /// Hash of the ledger's last entry: unchanged means that nothing happened.
    pub fn head(&mut self) -> Value {
        self.ok("journal", json!({ "limit": 1 }))["lines"][0]["hash"].clone()
    }

    /// [`head`](Self::head) for whoever may not read the log: signs in as that account, which stays signed in.
    pub fn head_as(&mut self, account: &str) -> Value {
        self.ok("signIn", json!({ "account": account, "password": PASSWORD }));
        self.head()
    }

    /// One engineer a unit, scored `score(unit, month)` in the quarter's months, and the contract's base.
    pub fn quarter(
        &mut self,
        quarter: &str,
        months: [&str; 3],
        base: &str,
        score: impl Fn(&str, usize) -> String,
    ) {
        let units = self.ok("units", json!({}));
        let codes: Vec<String> = units
            .as_array()
            .expect("a list")
            .iter()
            .filter_map(|u| u["code"].as_str().map(str::to_owned))
            .collect();
        let mut people = String::from("工号,姓名,单位代码,到岗日期\n");
        let mut scores = String::from("月份,单位代码,工号,得分\n");
        for (number, code) in codes.iter().enumerate() {
            people.push_str(&format!("QT{number:04},张{number},{code},2025-03-01\n"));
            for (index, month) in months.iter().enumerate() {
                scores.push_str(&format!("{month},{code},QT{number:04},{}\n", score(code, index)));
            }
        }
        self.import("people", &people).expect("people");
        self.import(
            "contract",
            &format!("合同号,甲方,乙方,生效,截止,季度,含税金额,税率\nHT-1,四川移动,四川全通,2025-01-01,2027-12-31,{quarter},{base},6%\n"),
        )
        .expect("contract");
        self.import("assessments", &scores).expect("assessments");
    }

    /// Both parties' confirmations of every unit.
    pub fn confirm(&mut self, quarter: &str) {
        for party in ["client", "provider"] {
            let done = self.ok(
                "confirmUnits",
                json!({ "quarter": quarter, "unit": null, "party": party, "evidence": null }),
            );
            let refused: Vec<&Value> = done["units"]
                .as_array()
                .expect("a list")
                .iter()
                .filter(|u| u["outcome"] == "refused")
                .collect();
            assert!(refused.is_empty(), "{refused:?}");
        }
    }
}

/// The program again as another process: this very test binary, told to run one of its tests only. That test does
/// nothing unless it finds the environment variable that the caller sets.
///
/// # Panics
/// Where the binary cannot be found.
#[must_use]
pub fn another_process(test: &str) -> Command {
    let mut command = Command::new(std::env::current_exe().expect("this binary"));
    command.args([test, "--exact", "--nocapture", "--test-threads=1"]);
    command
}

/// The font resource of the source tree; `scripts/fonts.sh` makes it.
#[must_use]
pub fn fonts() -> PathBuf {
    root().join("resources/fonts")
}

/// The root of the source tree.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_owned).unwrap_or_default()
}
