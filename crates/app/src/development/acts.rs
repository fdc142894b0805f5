//! Planning and attending trainings, awards, violations and what is decided about them, judging ability.

use crate::api::Act;
use crate::certification::stays_of;
use crate::error::AppError;
use crate::parse;
use crate::session::{App, Receipt};
use domain::Refusal;
use domain::development::{
    ConductState, Training, cancel_training, decide_violation, find_violation, give_award, judge_ability,
    plan_training, record_attendance, withdraw_conduct,
};
use domain::kernel::{Digest, StaffNo};
use domain::personal::{FilePart, Subject};
use ledger::development::query;
use ledger::rusqlite::Connection;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeSet;
use ts_rs::TS;

/// Plans a training.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct PlanTraining {
    /// `technical`, `service` or `confidentiality`.
    pub kind: String,
    /// 主题.
    pub title: String,
    /// Its day.
    pub day: String,
    /// 课时.
    pub hours: u32,
    /// 工号 of those who are to attend.
    pub staff_nos: Vec<String>,
    /// 工号 of the trainer, where it is somebody on record.
    #[serde(default)]
    pub trainer: Option<String>,
}

/// Records whether somebody attended a training.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct RecordTrainingAttendance {
    /// Which training.
    pub number: u32,
    /// 工号.
    pub staff_no: String,
    /// Was there.
    pub attended: bool,
    /// The test's result, 0 to 100.
    #[serde(default)]
    pub result: Option<String>,
}

/// Calls a training off.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct CancelTraining {
    /// Which training.
    pub number: u32,
    /// Why.
    pub reason: String,
}

/// Records an award, an interview, or that a violation was found.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct RecordConduct {
    /// 工号.
    pub staff_no: String,
    /// `commendation`, `learning`, `interview`; or `rules`, `leak`, `clientHarm`, `falsePromise`.
    pub kind: String,
    /// Its day; today where absent.
    #[serde(default)]
    pub day: Option<String>,
    /// What happened, kept beside the journal as personal data.
    #[serde(default)]
    pub text: Option<String>,
    /// File of the paper behind it.
    #[serde(default)]
    pub paper: Option<String>,
}

/// Decides about a violation.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct DecideViolation {
    /// 工号.
    pub staff_no: String,
    /// Which line.
    pub number: u32,
    /// `none`, `verbalWarning`, `writtenWarning`, `rewardCancelled`, `demotion` or `dismissal`.
    pub sanction: String,
    /// Whether a replacement is asked for.
    #[serde(default)]
    pub replace: bool,
    /// Its day; today where absent.
    #[serde(default)]
    pub day: Option<String>,
    /// Why, kept beside the journal as personal data.
    #[serde(default)]
    pub text: Option<String>,
    /// File of the paper behind it.
    #[serde(default)]
    pub paper: Option<String>,
}

/// Withdraws an award or a violation.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct WithdrawConduct {
    /// 工号.
    pub staff_no: String,
    /// Which line.
    pub number: u32,
    /// Why.
    pub reason: String,
}

/// Judges one of the five abilities (6.5.1 to 6.5.5).
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct JudgeAbility {
    /// 工号.
    pub staff_no: String,
    /// `communication`, `expertise`, `guidance`, `delivery` or `continuity`.
    pub item: String,
    /// Met.
    pub met: bool,
    /// Its day; today where absent.
    #[serde(default)]
    pub day: Option<String>,
    /// Note, kept beside the journal as personal data.
    #[serde(default)]
    pub note: Option<String>,
}

/// Reads one of a list of words.
fn choice<T: DeserializeOwned>(text: &str) -> Result<T, AppError> {
    serde_json::from_value(json!(text)).map_err(|_| AppError::refused("notInList", json!({ "value": text })))
}

/// A person on record whose last unit the account may act for.
fn person(app: &App, act: Act, text: &str) -> Result<StaffNo, AppError> {
    let staff_no = parse::staff_no(text)?;
    let stays = stays_of(app.conn()?, &staff_no)?;
    match stays.last() {
        Some(stay) => app.require_unit(act, &stay.unit)?,
        None => return Err(Refusal::UnknownEngineer { staff_no }.into()),
    }
    Ok(staff_no)
}

fn keep_text(
    tx: &ledger::Tx<'_>,
    staff_no: &StaffNo,
    part: FilePart,
    text: Option<&str>,
) -> Result<Option<Digest>, AppError> {
    let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else { return Ok(None) };
    let fields = json!({ "text": text }).as_object().cloned().unwrap_or_default();
    Ok(Some(tx.put_personal(&Subject::File(part, staff_no.clone()).to_string(), &fields)?))
}

fn states(conn: &Connection, staff_no: &StaffNo) -> Result<Vec<ConductState>, AppError> {
    Ok(query::conduct_of(conn, staff_no)?.iter().map(query::Conduct::state).collect())
}

/// `planTraining`.
pub fn plan(app: &mut App, request: PlanTraining) -> Result<Receipt, AppError> {
    let people = request
        .staff_nos
        .iter()
        .map(|text| person(app, Act::PlanTraining, text))
        .collect::<Result<Vec<_>, _>>()?;
    // The trainer needs no right of this account: nothing of theirs is changed.
    let trainer = request.trainer.as_deref().filter(|text| !text.trim().is_empty());
    let trainer = trainer.map(parse::staff_no).transpose()?;
    let mut known: BTreeSet<StaffNo> = people.iter().cloned().collect();
    if let Some(trainer) = &trainer
        && !stays_of(app.conn()?, trainer)?.is_empty()
    {
        known.insert(trainer.clone());
    }
    let training = Training {
        kind: choice(&request.kind)?,
        title: request.title,
        on: parse::date(&request.day)?,
        hours: request.hours,
        people,
        trainer,
    };
    app.decide(|tx, _| Ok(plan_training(query::last_training(tx.conn())?, &known, training)?))
}

/// `recordTrainingAttendance`.
pub fn attendance(app: &mut App, request: RecordTrainingAttendance) -> Result<Receipt, AppError> {
    let staff_no = person(app, Act::RecordTrainingAttendance, &request.staff_no)?;
    let result = request.result.as_deref().filter(|text| !text.trim().is_empty());
    let result = result.map(parse::score).transpose()?;
    let today = app.today()?;
    app.decide(|tx, _| {
        let state = query::training(tx.conn(), request.number)?;
        let answer = (request.attended, result);
        Ok(record_attendance(state.as_ref(), request.number, &staff_no, answer, today)?)
    })
}

/// `cancelTraining`. For whoever may act for everyone it names.
pub fn cancel(app: &mut App, request: CancelTraining) -> Result<Receipt, AppError> {
    let state = query::training(app.conn()?, request.number)?;
    for staff_no in state.iter().flat_map(|state| &state.training.people) {
        person(app, Act::CancelTraining, staff_no.as_str())?;
    }
    app.decide(|tx, _| {
        let state = query::training(tx.conn(), request.number)?;
        Ok(cancel_training(state.as_ref(), request.number, &request.reason)?)
    })
}

/// `recordConduct`.
pub fn conduct(app: &mut App, request: RecordConduct) -> Result<Receipt, AppError> {
    let staff_no = person(app, Act::RecordConduct, &request.staff_no)?;
    let today = app.today()?;
    let on = request.day.as_deref().map(parse::date).transpose()?.unwrap_or(today);
    let paper = request.paper.as_deref().map(crate::exchange::open_file).transpose()?;
    let award = choice(&request.kind).ok();
    let violation = if award.is_some() { None } else { Some(choice(&request.kind)?) };
    app.decide(|tx, _| {
        let known = states(tx.conn(), &staff_no)?;
        let number = known.iter().map(|line| line.number).max().unwrap_or(0) + 1;
        let text = keep_text(tx, &staff_no, FilePart::Conduct(number), request.text.as_deref())?;
        let paper = paper.map(|file| tx.put_blob(file)).transpose()?.map(|stored| stored.digest);
        Ok(match (award, violation) {
            (Some(award), _) => give_award(&known, &staff_no, (award, on), (text, paper), today)?,
            (None, Some(violation)) => {
                find_violation(&known, &staff_no, (violation, on), (text, paper), today)?
            }
            (None, None) => Vec::new(),
        })
    })
}

/// `decideViolation`.
pub fn decide(app: &mut App, request: DecideViolation) -> Result<Receipt, AppError> {
    let staff_no = person(app, Act::DecideViolation, &request.staff_no)?;
    let today = app.today()?;
    let on = request.day.as_deref().map(parse::date).transpose()?.unwrap_or(today);
    let paper = request.paper.as_deref().map(crate::exchange::open_file).transpose()?;
    let sanction = choice(&request.sanction)?;
    let number = request.number;
    app.decide(|tx, _| {
        let known = states(tx.conn(), &staff_no)?;
        let text = keep_text(tx, &staff_no, FilePart::Conduct(number), request.text.as_deref())?;
        let paper = paper.map(|file| tx.put_blob(file)).transpose()?.map(|stored| stored.digest);
        let decision = (sanction, request.replace, on);
        Ok(decide_violation(&known, &staff_no, number, decision, (text, paper), today)?)
    })
}

/// `withdrawConduct`.
pub fn withdraw(app: &mut App, request: WithdrawConduct) -> Result<Receipt, AppError> {
    let staff_no = person(app, Act::WithdrawConduct, &request.staff_no)?;
    app.decide(|tx, _| {
        let known = states(tx.conn(), &staff_no)?;
        Ok(withdraw_conduct(&known, &staff_no, request.number, &request.reason)?)
    })
}

/// `judgeAbility`.
pub fn judge(app: &mut App, request: JudgeAbility) -> Result<Receipt, AppError> {
    let staff_no = person(app, Act::JudgeAbility, &request.staff_no)?;
    let today = app.today()?;
    let on = request.day.as_deref().map(parse::date).transpose()?.unwrap_or(today);
    let item = choice(&request.item)?;
    app.decide(|tx, _| {
        let judged = query::ability_of(tx.conn(), &staff_no)?;
        let last =
            judged.iter().find(|ability| ability.item == item).map(|ability| (ability.on, ability.met));
        let note = keep_text(tx, &staff_no, FilePart::Ability(on), request.note.as_deref())?;
        Ok(judge_ability(&staff_no, item, last, (request.met, on), note, today)?)
    })
}
