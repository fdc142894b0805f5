//! What a satisfaction survey came to: means by question, unit and engineer.

use super::words::engineers;
use crate::copies::handed_out;
use crate::error::AppError;
use crate::exchange::{FileView, write_file};
use crate::opportunity::seen_units;
use crate::parse::{self, text_given};
use crate::session::App;
use domain::registers::{Marks, Questionnaire, Register, SurveyResult, questions, survey_result};
use ledger::registers::list::{Wanted, page};
use ledger::registers::query;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use ts_rs::TS;

/// Asks what questionnaires of a period came to.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct SurveyResults {
    /// Of that unit; of all that one sees where absent.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub unit: Option<String>,
    /// Of that type, by code; of all questionnaires where absent.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub kind: Option<String>,
    /// Of that day or after it.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub from: Option<String>,
    /// Of that day or before it.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub to: Option<String>,
}

/// Writes what they came to as a workbook.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ExportSurvey {
    /// Which questionnaires.
    pub of: SurveyResults,
    /// The file.
    pub out: String,
}

/// A mean of marks.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct SurveyLine {
    /// Code of the question or unit, or 工号.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Questionnaires that gave a mark.
    pub questionnaires: u32,
    /// Marks given.
    pub given: u32,
    /// Their mean with two decimals; absent where none was given.
    pub mean: Option<String>,
}

/// What questionnaires came to.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct SurveyResultsView {
    /// All of them.
    pub all: SurveyLine,
    /// By question, in the order of the type.
    pub questions: Vec<SurveyLine>,
    /// By unit.
    pub units: Vec<SurveyLine>,
    /// By engineer.
    pub engineers: Vec<SurveyLine>,
}

/// Questionnaires at most.
const MOST: u32 = 100_000;

/// `surveyResults`.
pub fn results(app: &mut App, request: SurveyResults) -> Result<SurveyResultsView, AppError> {
    read(app, &request)
}

fn read(app: &App, request: &SurveyResults) -> Result<SurveyResultsView, AppError> {
    let day = |text: &Option<String>| text_given(text.as_deref()).map(parse::date).transpose();
    let conn = app.conn()?;
    let mut all = Vec::new();
    let mut labels: Vec<(String, String)> = Vec::new();
    if let Some(units) = seen_units(app, request.unit.as_deref())? {
        let wanted = Wanted {
            units,
            registers: vec![Register::Survey],
            kind: request.kind.clone().filter(|code| !code.is_empty()),
            from: day(&request.from)?,
            to: day(&request.to)?,
            counted: true,
            limit: MOST,
            ..Wanted::default()
        };
        let mut kinds = BTreeMap::new();
        for row in page(conn, &wanted)? {
            let kind = match kinds.entry((row.kind.clone(), row.kind_version)) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(place) => place.insert(query::kind(conn, &row.kind, row.kind_version)?),
            };
            for question in questions(kind) {
                if !labels.iter().any(|(code, _)| *code == question.code) {
                    labels.push((question.code.clone(), question.label.clone()));
                }
            }
            all.push(Questionnaire::read(kind, &row.answers, row.no.unit.clone(), row.engineer));
        }
    }
    view(app, &survey_result(&all), &labels)
}

fn view(app: &App, found: &SurveyResult, labels: &[(String, String)]) -> Result<SurveyResultsView, AppError> {
    let line = |code: &str, name: String, marks: &Marks| SurveyLine {
        code: code.to_owned(),
        name,
        questionnaires: marks.questionnaires,
        given: marks.given,
        mean: marks.mean().map(|mean| mean.round(2).to_string()),
    };
    let units = ledger::organisation::query::units(app.conn()?)?;
    let names = engineers(app, found.engineers.keys())?;
    let none = Marks::default();
    Ok(SurveyResultsView {
        all: line("", "全部".to_owned(), &found.all),
        questions: labels
            .iter()
            .map(|(code, label)| line(code, label.clone(), found.questions.get(code).unwrap_or(&none)))
            .collect(),
        units: found
            .units
            .iter()
            .map(|(code, marks)| {
                let name = units.get(code).map_or_else(|| code.to_string(), |unit| unit.name.clone());
                line(code.as_str(), name, marks)
            })
            .collect(),
        engineers: found
            .engineers
            .iter()
            .map(|(no, marks)| line(no.as_str(), names.get(no).cloned().unwrap_or_default(), marks))
            .collect(),
    })
}

/// `exportSurvey`.
pub fn export_results(app: &mut App, request: ExportSurvey) -> Result<FileView, AppError> {
    let found = read(app, &request.of)?;
    let headings = ["统计", "代码或工号", "名称", "问卷份数", "评分个数", "平均分"].map(str::to_owned);
    let rows = |what: &str, lines: &[SurveyLine]| -> Vec<Vec<String>> {
        let row = |line: &SurveyLine| {
            vec![
                what.to_owned(),
                line.code.clone(),
                line.name.clone(),
                line.questionnaires.to_string(),
                line.given.to_string(),
                line.mean.clone().unwrap_or_default(),
            ]
        };
        lines.iter().map(row).collect()
    };
    let table: Vec<Vec<String>> = [
        rows("按题目", &found.questions),
        rows("按单位", &found.units),
        rows("按人员", &found.engineers),
        rows("合计", std::slice::from_ref(&found.all)),
    ]
    .concat();
    let unit = text_given(request.of.unit.as_deref()).map(parse::unit).transpose()?;
    let bytes = ::sheet::list_workbook("满意度调查", &headings, &table)?;
    handed_out(app, "exportSurvey", unit, write_file(&request.out, &bytes)?)
}
