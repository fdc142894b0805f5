//! One person against one level: gates with the values they are judged by, evidence, exams, decision.

use super::counted::Countable;
use super::follow::{FollowView, Following};
use super::list::state_of;
use super::view::{
    ExamView, GateView, LevelView, ObjectGradeView, RequirementView, StandardView, exam as exam_view, gate,
};
use super::{probation_of, require_seen, stays_of};
use crate::api::Act;
use crate::error::AppError;
use crate::parse;
use crate::personal::engineer_subject;
use crate::rights::{Target, belongs_here, may};
use crate::session::App;
use domain::certification::{
    Decision, GateResult, Proof, Standard, all_met, gates, level_held, sitting_rank,
};
use domain::kernel::{Digest, StaffNo};
use domain::personal::{FilePart, Subject};
use ledger::certification::{facts, query};
use ledger::rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Shows a person against one level.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct Certification {
    /// 工号.
    pub staff_no: String,
    /// That case; the open or last one where absent.
    #[serde(default)]
    pub number: Option<u32>,
    /// Without a case: the level to look at; the one above the level held where absent.
    #[serde(default)]
    pub level: Option<u32>,
}

/// A line of evidence.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct EvidenceView {
    /// 1, 2, …
    pub line: u32,
    /// `companyExperience`, `serviceExperience`, `quarterGrade` or `behaviour`.
    pub of: String,
    /// First day, of experience.
    pub since: Option<String>,
    /// 季度.
    pub quarter: Option<String>,
    /// 等第.
    pub grade: Option<String>,
    /// Code of the requirement.
    pub requirement: Option<String>,
    /// Day of the behaviour.
    pub on: Option<String>,
    /// So many times.
    pub count: Option<u32>,
    /// 对象级别.
    pub object_grade: Option<String>,
    /// The words behind it; null where there are none, or erased.
    pub text: Option<String>,
    /// Digest of the paper behind it.
    pub paper: Option<String>,
    /// Who entered it.
    pub by: String,
    /// On that day.
    pub entered_on: String,
    /// Why it was taken back.
    pub struck: Option<String>,
}

/// What the reviewers decided.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct DecisionView {
    /// Passed.
    pub passed: bool,
    /// 生效日期.
    pub valid_from: Option<String>,
    /// 破格: why although a gate was not met.
    pub exception: Option<String>,
    /// Why not passed.
    pub reason: Option<String>,
    /// `retrain` or `replace`.
    pub then: Option<String>,
    /// 评定人; null where erased.
    pub evaluator: Option<String>,
    /// 代录.
    pub on_behalf: bool,
    /// What the 代录 rests on.
    pub basis: Option<String>,
    /// Digest of the paper behind it.
    pub paper: Option<String>,
    /// Who entered it.
    pub by: String,
    /// On that day.
    pub on: String,
}

/// A case.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct CaseView {
    /// 1, 2, …
    pub number: u32,
    /// The level applied for.
    pub level: u32,
    /// `open`, `passed`, `failed` or `withdrawn`.
    #[ts(type = "\"open\" | \"passed\" | \"failed\" | \"withdrawn\"")]
    pub state: String,
    /// When.
    pub opened_on: String,
    /// By whom.
    pub opened_by: String,
    /// The decision.
    pub decision: Option<DecisionView>,
    /// Why it was taken back.
    pub withdrawn: Option<String>,
    /// What follows where it failed.
    pub follows: Option<FollowView>,
}

/// A level that was given.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct LevelGivenView {
    /// Which.
    pub level: u32,
    /// 生效日期.
    pub valid_from: String,
    /// By which case.
    pub number: u32,
}

/// A person against one level.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct CertificationView {
    /// 工号.
    pub staff_no: String,
    /// 姓名.
    pub name: String,
    /// 单位代码.
    pub unit: String,
    /// 单位名称.
    pub unit_name: String,
    /// As in the list.
    #[ts(type = "\"probation\" | \"due\" | \"open\" | \"certified\" | \"failed\" | \"none\"")]
    pub state: String,
    /// Last day of the probation.
    pub probation_until: String,
    /// The level looked at.
    pub level: LevelView,
    /// All levels of the standard.
    pub levels: Vec<LevelView>,
    /// Version of the standard, what it is called, since when.
    pub standard: u32,
    /// Shown beside it.
    pub standard_label: String,
    /// 对象级别 of the standard.
    pub object_grades: Vec<ObjectGradeView>,
    /// Level held today.
    pub held: Option<u32>,
    /// Levels given, oldest first.
    pub history: Vec<LevelGivenView>,
    /// The case looked at.
    pub case: Option<CaseView>,
    /// All cases, oldest first.
    pub cases: Vec<CaseView>,
    /// In order; of a decided case as they stood then.
    pub gates: Vec<GateView>,
    /// Whether nothing stands in the way.
    pub all_met: bool,
    /// What the standard describes of behaviour at this level and does not count.
    pub described: Vec<RequirementView>,
    /// What was brought for the case.
    pub evidence: Vec<EvidenceView>,
    /// Exams, oldest first.
    pub exams: Vec<ExamView>,
    /// Whether the account keeps cases.
    pub can_record: bool,
    /// Whether the account may decide.
    pub can_decide: bool,
}

/// `certification`.
pub fn certification(app: &mut App, request: Certification) -> Result<CertificationView, AppError> {
    let staff_no = parse::staff_no(&request.staff_no)?;
    let today = app.today()?;
    let conn = app.conn()?;
    let stays = stays_of(conn, &staff_no)?;
    require_seen(app, Act::Certification, &staff_no, &stays)?;

    let known = query::standards(conn)?;
    let cases = query::cases_of(conn, &staff_no)?;
    let wanted = |case: &&query::Case| request.number.is_none_or(|number| case.state.number == number);
    let case =
        cases.iter().rev().find(wanted).filter(|_| request.number.is_some() || request.level.is_none());
    if let (Some(number), None) = (request.number, case) {
        return Err(AppError::refused("unknownCase", serde_json::json!({ "number": number })));
    }
    let standard = match case {
        Some(case) => of_version(&known, case.state.standard),
        None => Standard::in_force(&known, today),
    };
    let history = query::levels_of(conn, &staff_no)?;
    let held = level_held(&history, today);
    let highest = standard.levels.len() as u32;
    let above = held.map_or(1, |held| (held.level + 1).min(highest));
    let level = case.map(|case| case.state.level).or(request.level).unwrap_or(above);
    let asked = standard.level(level)?;

    let judged = judged(conn, &staff_no, case, &standard, level, today)?;
    let unit = stays.iter().find(|stay| stay.covers(today)).or(stays.last()).map(|stay| stay.unit.clone());
    let unit = unit.ok_or_else(|| domain::Refusal::UnknownEngineer { staff_no: staff_no.clone() })?;
    let units = ledger::organisation::query::units(conn)?;
    let name = app.names(&[engineer_subject(&staff_no)])?.into_values().next();
    let following = Following::of(app, &staff_no)?;
    let newest = cases.iter().rfind(|case| case.withdrawn.is_none()).map(|case| case.state.number);
    let views: Vec<CaseView> = cases
        .iter()
        .map(|case| {
            let outcome = case.outcome(crate::clock::local_day);
            let stands = Some(case.state.number) == newest;
            let follows = outcome.map(|outcome| following.case(&outcome, stands)).transpose()?.flatten();
            view_case(app, case, follows)
        })
        .collect::<Result<_, AppError>>()?;
    let number = case.map(|case| case.state.number);
    let probation = probation_of(conn, &stays)?;
    let (installation, actor) = (app.installation()?, app.signed_in()?);
    let may_do = |act: Act| {
        belongs_here(act, installation.role) && may(act, actor, &Target::Province, &installation.unit)
    };
    let brought = match number {
        Some(number) => evidence(app, &staff_no, number)?,
        None => Vec::new(),
    };
    let countable = Countable::of(app, &staff_no, &brought)?;
    let line = |source, number| countable.line(source, number);
    let StandardView { object_grades, levels, .. } = (&standard).into();
    Ok(CertificationView {
        name: name.unwrap_or_else(|| staff_no.to_string()),
        unit_name: units.get(&unit).map(|unit| unit.name.clone()).unwrap_or_default(),
        unit: unit.to_string(),
        state: state_of(&stays, probation, &cases, held.is_some(), today).to_owned(),
        probation_until: probation.map(|p| p.to.to_string()).unwrap_or_default(),
        level: asked.into(),
        levels,
        standard: standard.version,
        standard_label: standard.label.clone(),
        object_grades,
        held: held.map(|held| held.level),
        history: history
            .iter()
            .map(|given| LevelGivenView {
                level: given.level,
                valid_from: given.valid_from.to_string(),
                number: given.number,
            })
            .collect(),
        case: views.iter().find(|view| Some(view.number) == number).cloned(),
        cases: views,
        all_met: all_met(&judged),
        gates: judged.iter().map(|result| gate(result, &standard, level, &line)).collect(),
        described: standard
            .requirements_of(level)
            .filter(|cell| !cell.counted())
            .map(RequirementView::from)
            .collect(),
        evidence: brought,
        exams: exams(conn, &staff_no)?,
        can_record: may_do(Act::OpenCase),
        can_decide: may_do(Act::DecideCase),
        staff_no: staff_no.to_string(),
    })
}

/// A version of the standard by its number.
pub(super) fn of_version(known: &[Standard], version: u32) -> Standard {
    known.iter().find(|s| s.version == version).cloned().unwrap_or_else(Standard::default_version)
}

/// The gates of a case: as they stood when it was decided, else as they stand.
pub(super) fn judged(
    conn: &Connection,
    staff_no: &StaffNo,
    case: Option<&query::Case>,
    standard: &Standard,
    level: u32,
    today: chrono::NaiveDate,
) -> Result<Vec<GateResult>, AppError> {
    if let Some(decided) = case.and_then(|case| case.decided.as_ref()) {
        return Ok(decided.event.gates.clone());
    }
    let stays = stays_of(conn, staff_no)?;
    let rule = &standard.level(level)?.quarters;
    let number = case.map(|case| case.state.number);
    let facts = facts::gates(conn, staff_no, stays, number, rule, today)?;
    Ok(gates(standard, level, &facts)?)
}

/// Words that the journal meant with a digest.
pub(crate) fn words_at(
    conn: &Connection,
    (staff_no, number): (&StaffNo, u32),
    digest: Option<&Digest>,
    field: &str,
) -> Result<Option<String>, AppError> {
    let Some(digest) = digest else { return Ok(None) };
    let subject = Subject::File(FilePart::Certification(number), staff_no.clone()).to_string();
    let fields = ledger::personal_at(conn, &subject, digest)?;
    Ok(fields.as_ref().and_then(|f| f.get(field)).and_then(serde_json::Value::as_str).map(str::to_owned))
}

fn view_case(app: &App, case: &query::Case, follows: Option<FollowView>) -> Result<CaseView, AppError> {
    let decision = case.decided.as_ref().map(|decided| decision(app, decided)).transpose()?;
    let state = match (&decision, &case.withdrawn) {
        (Some(decision), _) if decision.passed => "passed",
        (Some(_), _) => "failed",
        (None, Some(_)) => "withdrawn",
        (None, None) => "open",
    };
    Ok(CaseView {
        number: case.state.number,
        level: case.state.level,
        state: state.to_owned(),
        opened_on: case.state.opened_on.to_string(),
        opened_by: app.account_name(&case.state.opened_by)?,
        decision,
        withdrawn: case.withdrawn.clone(),
        follows,
    })
}

fn decision(app: &App, decided: &query::Decided) -> Result<DecisionView, AppError> {
    let event = &decided.event;
    let mut view = DecisionView {
        passed: false,
        valid_from: None,
        exception: None,
        reason: None,
        then: None,
        evaluator: words_at(
            app.conn()?,
            (&event.staff_no, event.number),
            Some(&event.evaluator),
            "evaluator",
        )?,
        on_behalf: event.on_behalf,
        basis: event.basis.clone(),
        paper: event.paper.map(|digest| digest.to_string()),
        by: app.account_name(&decided.account)?,
        on: crate::clock::local_day(decided.at).to_string(),
    };
    match &event.decision {
        Decision::Passed { valid_from, exception } => {
            view.passed = true;
            view.valid_from = Some(valid_from.to_string());
            view.exception.clone_from(exception);
        }
        Decision::Failed { reason, then } => {
            view.reason = Some(reason.clone());
            view.then = Some(crate::organisation::word(then));
        }
    }
    Ok(view)
}

fn evidence(app: &App, staff_no: &StaffNo, number: u32) -> Result<Vec<EvidenceView>, AppError> {
    let conn = app.conn()?;
    let mut lines = Vec::new();
    for entry in query::evidence(conn, staff_no, number)? {
        let mut view = EvidenceView {
            line: entry.line,
            of: String::new(),
            since: None,
            quarter: None,
            grade: None,
            requirement: None,
            on: None,
            count: None,
            object_grade: None,
            text: words_at(conn, (staff_no, number), entry.text.as_ref(), "text")?,
            paper: entry.paper.map(|digest| digest.to_string()),
            by: app.account_name(&entry.account)?,
            entered_on: crate::clock::local_day(entry.at).to_string(),
            struck: entry.struck,
        };
        let of = match entry.evidence {
            Proof::CompanyExperience { since } => {
                view.since = Some(since.to_string());
                "companyExperience"
            }
            Proof::ServiceExperience { since } => {
                view.since = Some(since.to_string());
                "serviceExperience"
            }
            Proof::QuarterGrade { quarter, grade } => {
                view.quarter = Some(quarter.to_string());
                view.grade = Some(format!("{grade:?}"));
                "quarterGrade"
            }
            Proof::Behaviour { requirement, on, count, object_grade } => {
                view.requirement = Some(requirement);
                view.on = Some(on.to_string());
                view.count = Some(count);
                view.object_grade = object_grade;
                "behaviour"
            }
        };
        of.clone_into(&mut view.of);
        lines.push(view);
    }
    Ok(lines)
}

fn exams(conn: &Connection, staff_no: &StaffNo) -> Result<Vec<ExamView>, AppError> {
    let mut views = Vec::new();
    for taken in query::exams_of(conn, staff_no)? {
        let sitting = query::sitting(conn, taken.sitting)?;
        let Some((rank, examined)) = sitting_rank(&sitting, staff_no) else { continue };
        views.push(exam_view(&domain::certification::ExamResult {
            sitting: taken.sitting,
            general: taken.general,
            professional: taken.professional,
            combined: taken.combined(),
            rank,
            examined,
        }));
    }
    Ok(views)
}
