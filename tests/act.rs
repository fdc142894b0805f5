//! What other processes do to a ledger, act by act, and how one sees whether an act is there. Each act's number says all
//! of it.

use huiqian_tests::Desk;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Acts of a cycle: people and scores imported, scores and a declaration with a paper submitted.
pub(crate) const CYCLE: u32 = 4;
/// The act of a cycle that stores an attachment.
pub(crate) const PAPER: u32 = 3;
/// Rows of an act that has rows.
const ROWS: u32 = 6;
/// Units without engineers (C02…), which are declared 不纳入考核 quarter by quarter.
pub(crate) const EMPTY_UNITS: usize = 4;

/// One act.
pub(crate) enum Act {
    /// `importSheet` of people.
    People(Vec<String>),
    /// `recordAssessments` for 2026-01.
    Scores(Vec<String>),
    /// `importSheet` of assessments for 2026-02.
    ScoreFile(Vec<String>),
    /// `declareExempt` with a paper.
    Exemption { unit: String, quarter: String },
}

impl Act {
    pub(crate) fn of(number: u32) -> Self {
        let cycle = number / CYCLE;
        let staff = || (0..ROWS).map(|row| format!("K{cycle:05}-{row}")).collect();
        match number % CYCLE {
            0 => Self::People(staff()),
            1 => Self::Scores(staff()),
            2 => Self::ScoreFile(staff()),
            _ => Self::Exemption {
                unit: format!("C{:02}", 2 + cycle as usize % EMPTY_UNITS),
                quarter: format!("{}Q{}", 2030 + cycle / 4, 1 + cycle % 4),
            },
        }
    }

    /// Whether it is submitted, and not imported.
    #[cfg(unix)] // only who kills asks
    pub(crate) fn is_submission(&self) -> bool {
        matches!(self, Self::Scores(_) | Self::Exemption { .. })
    }

    /// Does it, with its file in `folder`.
    pub(crate) fn run(&self, app: &mut app::App, folder: &Path) -> Result<(), app::AppError> {
        let file = |text: String| {
            let path = folder.join("rows.csv");
            std::fs::write(&path, text).unwrap();
            path.display().to_string()
        };
        let import = |kind: &str, text: String| json!({ "kind": kind, "path": file(text), "map": null, "dryRun": false });
        match self {
            Self::People(staff) => {
                let rows: String = staff.iter().map(|s| format!("{s},某{s},C01,2025-03-01\n")).collect();
                let request = import("people", format!("工号,姓名,单位代码,到岗日期\n{rows}"));
                app.call("importSheet", request)?;
            }
            Self::Scores(staff) => {
                let rows: Vec<Value> = staff
                    .iter()
                    .map(|s| json!({ "staffNo": s, "score": "91.5", "items": [], "note": null }))
                    .collect();
                app.call("recordAssessments", json!({ "unit": "C01", "month": "2026-01", "rows": rows }))?;
            }
            Self::ScoreFile(staff) => {
                let rows: String = staff.iter().map(|s| format!("2026-02,C01,{s},88.25\n")).collect();
                app.call("importSheet", import("assessments", format!("月份,单位代码,工号,得分\n{rows}")))?;
            }
            Self::Exemption { unit, quarter } => {
                let paper = folder.join("paper.txt");
                std::fs::write(&paper, format!("{unit} {quarter} 尚未派驻人员")).unwrap();
                let request = json!({
                    "unit": unit, "quarter": quarter, "reason": "尚未派驻", "attachment": paper.display().to_string(),
                });
                app.call("declareExempt", request)?;
            }
        }
        Ok(())
    }
}

/// What a ledger holds of all acts.
pub(crate) struct There {
    people: BTreeMap<String, String>,
    scores: [BTreeMap<String, String>; 2],
    exemptions: BTreeSet<(String, String)>,
}

impl There {
    pub(crate) fn read(desk: &mut Desk) -> Self {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let people = desk.people();
        let scores = ["2026-01", "2026-02"].map(|month| {
            let sheet = desk.ok("unitMonth", json!({ "unit": "C01", "month": month }));
            let rows = sheet["rows"].as_array().unwrap().iter().filter(|row| !row["score"].is_null());
            rows.map(|row| (text(&row["staffNo"]), text(&row["score"]))).collect()
        });
        let journal = desk.ok("journal", json!({ "limit": 100_000 }));
        let declared =
            journal["lines"].as_array().unwrap().iter().filter(|e| e["kind"] == "unit.exemptionDeclared");
        Self {
            people: people.iter().map(|p| (text(&p["staffNo"]), text(&p["name"]))).collect(),
            scores,
            exemptions: declared.map(|e| (text(&e["body"]["unit"]), text(&e["body"]["quarter"]))).collect(),
        }
    }

    /// How many of the act's rows are there as they were given, and how many there are to be.
    fn count(&self, act: &Act) -> (usize, usize) {
        let given =
            |there: &BTreeMap<String, String>, staff: &[String], expected: &dyn Fn(&str) -> String| {
                let rows = staff.iter().filter(|s| there.get(*s).is_some_and(|found| *found == expected(s)));
                (rows.count(), staff.len())
            };
        match act {
            Act::People(staff) => given(&self.people, staff, &|s| format!("某{s}")),
            Act::Scores(staff) => given(&self.scores[0], staff, &|_| "91.5".to_owned()),
            Act::ScoreFile(staff) => given(&self.scores[1], staff, &|_| "88.25".to_owned()),
            Act::Exemption { unit, quarter } => {
                (usize::from(self.exemptions.contains(&(unit.clone(), quarter.clone()))), 1)
            }
        }
    }

    /// Whether all of the act is there.
    pub(crate) fn whole(&self, act: &Act) -> bool {
        let (there, all) = self.count(act);
        there == all
    }

    /// Whether none of it is.
    #[cfg(unix)] // only who kills asks
    pub(crate) fn nothing(&self, act: &Act) -> bool {
        self.count(act).0 == 0
    }
}
