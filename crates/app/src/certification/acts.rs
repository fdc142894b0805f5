//! What is done in a case: opened, evidence and exams entered, decided, withdrawn.

use super::person::{judged, of_version};
use super::{probation_of, stays_of};
use crate::error::AppError;
use crate::parse;
use crate::session::{App, Receipt};
use domain::Refusal;
use domain::certification::{
    AfterFailing, DecideFacts, Decision, EvidenceLine, ExamTaken, Grade, OpenFacts, Proof, Standard,
    decide_case, open_case, record_evidence, record_exam, strike_evidence, withdraw_case,
};
use domain::kernel::{Digest, StaffNo};
use domain::personal::{FilePart, Subject};
use ledger::certification::query;
use ledger::rusqlite::Connection;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::fs::File;
use ts_rs::TS;

/// Opens a certification case against a level.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct OpenCase {
    /// 工号.
    pub staff_no: String,
    /// The level applied for.
    pub level: u32,
}

/// Enters evidence for the person's open case.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct RecordEvidence {
    /// 工号.
    pub staff_no: String,
    /// `companyExperience`, `serviceExperience`, `quarterGrade` or `behaviour`.
    pub of: String,
    /// First day, of experience.
    #[serde(default)]
    pub since: Option<String>,
    /// 季度, of a quarter's grade.
    #[serde(default)]
    pub quarter: Option<String>,
    /// 等第: `A` to `D`.
    #[serde(default)]
    pub grade: Option<String>,
    /// Code of the requirement, of a behaviour.
    #[serde(default)]
    pub requirement: Option<String>,
    /// Its day; today where absent.
    #[serde(default)]
    pub day: Option<String>,
    /// So many times; once where absent.
    #[serde(default)]
    pub count: Option<u32>,
    /// 对象级别.
    #[serde(default)]
    pub object_grade: Option<String>,
    /// The words behind it; kept beside the journal as personal data.
    #[serde(default)]
    pub text: Option<String>,
    /// File of the paper behind it.
    #[serde(default)]
    pub paper: Option<String>,
}

/// Takes evidence of the open case back.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct StrikeEvidence {
    /// 工号.
    pub staff_no: String,
    /// Which line.
    pub line: u32,
    /// Why.
    pub reason: String,
}

/// Enters both exams of a person in a sitting.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct RecordExam {
    /// 工号.
    pub staff_no: String,
    /// Day of the sitting.
    pub sitting: String,
    /// 综合知识, 0 to 100.
    pub general: String,
    /// 服务营销业务专业, 0 to 100.
    pub professional: String,
    /// Why, where other results are on record.
    #[serde(default)]
    pub correction: Option<String>,
}

/// Decides the person's open case.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct DecideCase {
    /// 工号.
    pub staff_no: String,
    /// Passed.
    pub passed: bool,
    /// 生效日期; today where absent.
    #[serde(default)]
    pub valid_from: Option<String>,
    /// 破格: why although a gate is not met.
    #[serde(default)]
    pub exception: Option<String>,
    /// Why not passed.
    #[serde(default)]
    pub reason: Option<String>,
    /// What follows not passing: `retrain` or `replace`.
    #[serde(default)]
    pub then: Option<String>,
    /// 评定人, where somebody else decided (代录).
    #[serde(default)]
    pub evaluator: Option<String>,
    /// What the 代录 rests on, as a 快文号.
    #[serde(default)]
    pub basis: Option<String>,
    /// File of the paper behind it.
    #[serde(default)]
    pub paper: Option<String>,
}

/// Takes the person's open case back.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct WithdrawCase {
    /// 工号.
    pub staff_no: String,
    /// Why.
    pub reason: String,
}

/// Keeps words about a person's certification beside the journal; `None` where there are none.
fn keep_words(
    tx: &ledger::Tx<'_>,
    (staff_no, number): (&StaffNo, u32),
    field: &str,
    text: &str,
) -> Result<Option<Digest>, AppError> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let fields = json!({ field: text }).as_object().cloned().unwrap_or_default();
    let subject = Subject::File(FilePart::Certification(number), staff_no.clone()).to_string();
    Ok(Some(tx.put_personal(&subject, &fields)?))
}

fn stored(tx: &ledger::Tx<'_>, paper: Option<File>) -> Result<Option<Digest>, AppError> {
    Ok(paper.map(|file| tx.put_blob(file)).transpose()?.map(|stored| stored.digest))
}

/// The person's open case with the standard it is judged by.
fn open_one(conn: &Connection, staff_no: &StaffNo) -> Result<(query::Case, Standard), AppError> {
    let case = query::cases_of(conn, staff_no)?.into_iter().find(|case| case.state.open);
    let case = case.ok_or_else(|| Refusal::NoOpenCase { staff_no: staff_no.clone() })?;
    let standard = of_version(&query::standards(conn)?, case.state.standard);
    Ok((case, standard))
}

/// `openCase`.
pub fn open(app: &mut App, request: OpenCase) -> Result<Receipt, AppError> {
    let staff_no = parse::staff_no(&request.staff_no)?;
    let today = app.today()?;
    app.decide(|tx, _| {
        let conn = tx.conn();
        let stays = stays_of(conn, &staff_no)?;
        let cases: Vec<_> = query::cases_of(conn, &staff_no)?.into_iter().map(|case| case.state).collect();
        let facts = OpenFacts {
            probation: probation_of(conn, &stays)?,
            stays: &stays,
            cases: &cases,
            history: &query::levels_of(conn, &staff_no)?,
            standard: &Standard::in_force(&query::standards(conn)?, today),
            today,
        };
        Ok(open_case(&facts, &staff_no, request.level)?)
    })
}

fn field<T>(name: &str, value: Option<T>) -> Result<T, AppError> {
    value.ok_or_else(|| AppError::refused("fieldNeeded", json!({ "field": name })))
}

fn grade(text: &str) -> Result<Grade, AppError> {
    Ok(match text.trim().to_uppercase().as_str() {
        "A" => Grade::A,
        "B" => Grade::B,
        "C" => Grade::C,
        "D" => Grade::D,
        _ => return Err(AppError::refused("badGrade", json!({ "value": text }))),
    })
}

fn brought(request: &RecordEvidence, today: chrono::NaiveDate) -> Result<Proof, AppError> {
    let since = || parse::date(field("since", request.since.as_deref())?);
    Ok(match request.of.as_str() {
        "companyExperience" => Proof::CompanyExperience { since: since()? },
        "serviceExperience" => Proof::ServiceExperience { since: since()? },
        "quarterGrade" => Proof::QuarterGrade {
            quarter: parse::quarter(field("quarter", request.quarter.as_deref())?)?,
            grade: grade(field("grade", request.grade.as_deref())?)?,
        },
        "behaviour" => Proof::Behaviour {
            requirement: field("requirement", request.requirement.as_deref())?.trim().to_owned(),
            on: request.day.as_deref().map(parse::date).transpose()?.unwrap_or(today),
            count: request.count.unwrap_or(1),
            object_grade: request.object_grade.clone().filter(|name| !name.trim().is_empty()),
        },
        other => return Err(AppError::refused("unknownEvidenceKind", json!({ "value": other }))),
    })
}

/// `recordEvidence`.
pub fn evidence(app: &mut App, request: RecordEvidence) -> Result<Receipt, AppError> {
    let staff_no = parse::staff_no(&request.staff_no)?;
    let today = app.today()?;
    let evidence = brought(&request, today)?;
    let paper = request.paper.as_deref().map(crate::exchange::open_file).transpose()?;
    app.decide(|tx, _| {
        let (case, standard) = open_one(tx.conn(), &staff_no)?;
        let lines = query::evidence(tx.conn(), &staff_no, case.state.number)?.len() as u32;
        let text = keep_words(
            tx,
            (&staff_no, case.state.number),
            "text",
            request.text.as_deref().unwrap_or_default(),
        )?;
        let basis = (text, stored(tx, paper)?);
        Ok(record_evidence(&case.state, &standard, lines, evidence, basis, today)?)
    })
}

/// `strikeEvidence`.
pub fn strike(app: &mut App, request: StrikeEvidence) -> Result<Receipt, AppError> {
    let staff_no = parse::staff_no(&request.staff_no)?;
    app.decide(|tx, _| {
        let (case, _) = open_one(tx.conn(), &staff_no)?;
        let entries = query::evidence(tx.conn(), &staff_no, case.state.number)?;
        let standing = entries.into_iter().filter(|entry| entry.struck.is_none());
        let lines: Vec<EvidenceLine> = standing
            .map(|entry| EvidenceLine { line: entry.line, evidence: entry.evidence, proven: true })
            .collect();
        Ok(strike_evidence(&case.state, &lines, request.line, &request.reason)?)
    })
}

/// `recordExam`.
pub fn exam(app: &mut App, request: RecordExam) -> Result<Receipt, AppError> {
    let taken = ExamTaken {
        staff_no: parse::staff_no(&request.staff_no)?,
        sitting: parse::date(&request.sitting)?,
        general: parse::score(&request.general)?,
        professional: parse::score(&request.professional)?,
    };
    let today = app.today()?;
    app.decide(|tx, _| {
        if stays_of(tx.conn(), &taken.staff_no)?.is_empty() {
            return Err(Refusal::UnknownEngineer { staff_no: taken.staff_no.clone() }.into());
        }
        let known = query::exams_of(tx.conn(), &taken.staff_no)?;
        let known = known.iter().find(|known| known.sitting == taken.sitting);
        Ok(record_exam(known, taken, request.correction.as_deref(), today)?)
    })
}

fn decision(request: &DecideCase, today: chrono::NaiveDate) -> Result<Decision, AppError> {
    if request.passed {
        let valid_from = request.valid_from.as_deref().map(parse::date).transpose()?.unwrap_or(today);
        return Ok(Decision::Passed { valid_from, exception: request.exception.clone() });
    }
    let then = match request.then.as_deref() {
        Some("retrain") => AfterFailing::Retrain,
        Some("replace") => AfterFailing::Replace,
        _ => return Err(AppError::refused("fieldNeeded", json!({ "field": "then" }))),
    };
    Ok(Decision::Failed { reason: request.reason.clone().unwrap_or_default(), then })
}

/// `decideCase`.
pub fn decide(app: &mut App, request: DecideCase) -> Result<Receipt, AppError> {
    let staff_no = parse::staff_no(&request.staff_no)?;
    let today = app.today()?;
    let two_person = app.installation()?.two_person;
    let decision = decision(&request, today)?;
    let named = request.evaluator.as_deref().map(str::trim).filter(|name| !name.is_empty());
    // An account whose holder was erased is known by its own name.
    let own = app.account_name(&app.signed_in()?.account)?;
    let evaluator = named.unwrap_or(&own).to_owned();
    let on_behalf = named.is_some_and(|name| name != own);
    let paper = request.paper.as_deref().map(crate::exchange::open_file).transpose()?;
    app.decide(|tx, actor| {
        let conn = tx.conn();
        let (case, standard) = open_one(conn, &staff_no)?;
        let gates = judged(conn, &staff_no, Some(&case), &standard, case.state.level, today)?;
        let digest = keep_words(tx, (&staff_no, case.state.number), "evaluator", &evaluator)?;
        let facts = DecideFacts {
            case: &case.state,
            gates,
            two_person,
            evaluator: digest
                .ok_or_else(|| AppError::refused("fieldNeeded", json!({ "field": "evaluator" })))?,
            on_behalf,
            basis: request.basis.clone(),
            paper: stored(tx, paper)?,
        };
        Ok(decide_case(facts, decision, actor)?)
    })
}

/// `withdrawCase`.
pub fn withdraw(app: &mut App, request: WithdrawCase) -> Result<Receipt, AppError> {
    let staff_no = parse::staff_no(&request.staff_no)?;
    app.decide(|tx, _| {
        let (case, _) = open_one(tx.conn(), &staff_no)?;
        Ok(withdraw_case(&case.state, &request.reason)?)
    })
}
