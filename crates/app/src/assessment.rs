//! A unit's months: scores, drafts, closing, reopening, declarations.

mod declare;
mod exemption;
mod work;

pub use declare::{
    ApproveExemption, DeclareExempt, DeclareNoEngineer, DeclareNotAssessed, approve_exempt, exempt,
    no_engineer, not_assessed,
};
pub use exemption::{
    ExemptionView, Exemptions, LookAtExemptionPaper, SaveExemptionPaper, exemptions, look_at_paper,
    save_paper,
};
pub use work::{ComputedItemView, MonthWork, MonthWorkRow, WorkDoneView, month_work};

use crate::api::Act;
use crate::error::AppError;
use crate::parse;
use crate::personal::engineer_subject;
use crate::session::{App, Receipt};
use domain::Event;
use domain::assessment::{AssessmentRow, Content, ItemScore, MonthState};
use domain::kernel::{Actor, Month, Role, UnitCode};
use ledger::assessment::{facts, query};
use ledger::rusqlite::Connection;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeSet;
use ts_rs::TS;

/// Opens the scoring sheet of a unit's month.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct UnitMonth {
    /// 单位代码.
    #[ts(type = "string")]
    pub unit: UnitCode,
    /// 月份.
    pub month: String,
}

/// Points of one item.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ItemInput {
    /// The item's code.
    pub code: String,
    /// Points, decimal text.
    pub points: String,
    /// Why points were deducted.
    pub reason: Option<String>,
    /// Where it can be seen.
    pub evidence: Option<String>,
}

/// One engineer of the sheet.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct SheetRow {
    /// 工号.
    pub staff_no: String,
    /// 姓名.
    pub name: String,
    /// Working days on duty.
    pub days: u32,
    /// Whether a score is due.
    pub due: bool,
    /// 试用.
    pub probation: bool,
    /// Reason of 本月不评分.
    pub not_assessed: Option<String>,
    /// Submitted score.
    pub score: Option<String>,
    /// Submitted items.
    pub items: Vec<ItemInput>,
    /// 说明.
    pub note: Option<String>,
    /// Who submitted it.
    pub account: Option<String>,
    /// Items that the rubric computes from tickets: as submitted, else as the month stands now.
    pub computed: Vec<ComputedItemView>,
    /// Whether what was computed has changed since it was submitted; such a month is not reviewed.
    pub changed: bool,
}

/// The scoring sheet.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct UnitMonthView {
    /// 单位代码.
    pub unit: String,
    /// 月份.
    pub month: String,
    /// `open`, `closed` or `reopened`.
    pub state: String,
    /// Version of the rubric in force.
    pub rubric: u32,
    /// Engineers.
    pub rows: Vec<SheetRow>,
    /// Whether 本月无在岗人员 was declared.
    pub no_engineer: bool,
    /// Kept input that was not submitted.
    pub draft: Option<String>,
}

/// One score to be submitted.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct ScoreInput {
    /// 工号.
    pub staff_no: String,
    /// A total, decimal text.
    pub score: Option<String>,
    /// Or points per item.
    #[serde(default)]
    pub items: Vec<ItemInput>,
    /// 说明.
    pub note: Option<String>,
}

/// Submits scores of a unit's month.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct RecordAssessments {
    /// 单位代码.
    #[ts(type = "string")]
    pub unit: UnitCode,
    /// 月份.
    pub month: String,
    /// The scores.
    pub rows: Vec<ScoreInput>,
}

/// Keeps unfinished input of a unit's month.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct SaveDraft {
    /// 单位代码.
    #[ts(type = "string")]
    pub unit: UnitCode,
    /// 月份.
    pub month: String,
    /// The input, as the page keeps it; absent throws the draft away.
    pub body: Option<String>,
}

/// 审核: closes a unit's month.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct CloseMonth {
    /// 单位代码.
    #[ts(type = "string")]
    pub unit: UnitCode,
    /// 月份.
    pub month: String,
}

/// 退回修改 of a unit's month.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ReopenMonth {
    /// 单位代码.
    #[ts(type = "string")]
    pub unit: UnitCode,
    /// 月份.
    pub month: String,
    /// Why.
    pub reason: String,
}

fn draft_key(unit: &UnitCode, month: Month) -> String {
    format!("assessment:{unit}:{month}")
}

/// `unitMonth`.
pub fn unit_month(app: &mut App, request: UnitMonth) -> Result<UnitMonthView, AppError> {
    let month = parse::month(&request.month)?;
    let this_month = app.this_month()?;
    let conn = app.conn()?;
    let close = facts::close(conn, &request.unit, month, this_month, false)?;
    let reasons = query::not_assessed(conn, month, month)?;
    let subjects: Vec<String> = close.expected.iter().map(|e| engineer_subject(&e.staff_no)).collect();
    let names = app.names(&subjects)?;
    let rows = close
        .expected
        .iter()
        .map(|person| {
            let staff_no = &person.staff_no;
            let given = close.submitted.iter().find(|s| s.assessment.staff_no == *staff_no);
            SheetRow {
                name: names.get(&engineer_subject(staff_no)).cloned().unwrap_or_else(|| staff_no.to_string()),
                staff_no: staff_no.to_string(),
                days: person.days,
                due: person.due,
                probation: person.probation,
                not_assessed: reasons.get(&(request.unit.clone(), month, staff_no.clone())).cloned(),
                score: given.map(|s| s.assessment.score.to_string()),
                items: given.map(|s| s.assessment.items.iter().map(item_view).collect()).unwrap_or_default(),
                note: given.and_then(|s| s.assessment.note.clone()),
                account: given.map(|s| s.account.to_string()),
                computed: work::computed_items(&close, staff_no, given),
                changed: close.state != MonthState::Closed && given.is_some_and(|s| close.changed(s)),
            }
        })
        .collect();
    Ok(UnitMonthView {
        unit: request.unit.to_string(),
        month: month.to_string(),
        state: crate::organisation::word(&close.state),
        rubric: ledger::rulebook::query::rubric_of(conn, month.quarter())?.version,
        rows,
        no_engineer: close.no_engineer,
        draft: ledger::draft::read(conn, &draft_key(&request.unit, month))?,
    })
}

fn item_view(item: &ItemScore) -> ItemInput {
    ItemInput {
        code: item.code.clone(),
        points: item.points.normalize().to_string(),
        reason: item.reason.clone(),
        evidence: item.evidence.clone(),
    }
}

/// `recordAssessments`.
pub fn record(app: &mut App, request: RecordAssessments) -> Result<Receipt, AppError> {
    let month = parse::month(&request.month)?;
    let (mut rows, mut refused) = (Vec::new(), Vec::new());
    for (index, input) in request.rows.iter().enumerate() {
        match row(&request.unit, month, input) {
            Ok(row) => rows.push(row),
            Err(error) => refused.push((index, &*input.staff_no, error)),
        }
    }
    if !refused.is_empty() {
        return Err(crate::exchange::input_refusals(&refused));
    }
    let this_month = allowed(app, &rows)?;
    app.decide(|tx, actor| {
        let events = decided(tx.conn(), actor, &rows, this_month)?;
        ledger::draft::discard(tx.conn(), &draft_key(&request.unit, month))?;
        Ok(events)
    })
}

fn row(unit: &UnitCode, month: Month, input: &ScoreInput) -> Result<AssessmentRow, AppError> {
    let content = match &input.score {
        Some(score) => Content::Total(parse::score(score)?),
        None => Content::Items(input.items.iter().map(item).collect::<Result<_, _>>()?),
    };
    Ok(AssessmentRow {
        unit: unit.clone(),
        month,
        staff_no: parse::staff_no(&input.staff_no)?,
        content,
        note: input.note.clone(),
    })
}

fn item(input: &ItemInput) -> Result<ItemScore, AppError> {
    Ok(ItemScore {
        code: input.code.clone(),
        points: input
            .points
            .trim()
            .parse()
            .map_err(|_| AppError::refused("badScore", json!({ "value": input.points })))?,
        reason: input.reason.clone(),
        evidence: input.evidence.clone(),
        computed: None,
    })
}

/// The signed-in account may score in every unit of the rows; answers the month it is.
pub(crate) fn allowed(app: &App, rows: &[AssessmentRow]) -> Result<Month, AppError> {
    for unit in rows.iter().map(|r| &r.unit).collect::<BTreeSet<&UnitCode>>() {
        app.require_unit(Act::RecordAssessments, unit)?;
    }
    app.this_month()
}

/// What recording these rows does, by the facts of `conn`.
pub(crate) fn decided(
    conn: &Connection,
    actor: &Actor,
    rows: &[AssessmentRow],
    this_month: Month,
) -> Result<Vec<Event>, AppError> {
    let months = rows.iter().map(|r| r.month).collect();
    // 代录: whoever is not of the unit records for it.
    let on_behalf = matches!(actor.role, Role::Administrator | Role::Clerk);
    let facts = facts::record(conn, &months, this_month, on_behalf)?;
    domain::assessment::record_assessments(&facts, rows)
        .map_err(|refused| crate::exchange::assessment_refusals(&refused))
}

/// `saveDraft`. A draft is no business act and is not journaled.
pub fn save_draft(app: &mut App, request: SaveDraft) -> Result<(), AppError> {
    let key = draft_key(&request.unit, parse::month(&request.month)?);
    let at = app.now()?;
    let conn = app.conn()?;
    match request.body {
        Some(body) => ledger::draft::keep(conn, &key, &body, at)?,
        None => ledger::draft::discard(conn, &key)?,
    }
    Ok(())
}

/// `closeMonth`.
pub fn close(app: &mut App, request: CloseMonth) -> Result<Receipt, AppError> {
    let month = parse::month(&request.month)?;
    let (this_month, two_person) = (app.this_month()?, app.installation()?.two_person);
    app.decide(|tx, actor| {
        let facts = facts::close(tx.conn(), &request.unit, month, this_month, two_person)?;
        Ok(domain::assessment::close_month(&facts, &request.unit, month, actor)?)
    })
}

/// `reopenMonth`.
pub fn reopen(app: &mut App, request: ReopenMonth) -> Result<Receipt, AppError> {
    let month = parse::month(&request.month)?;
    known_unit(app, &request.unit)?;
    let this_month = app.this_month()?;
    app.decide(|tx, _| {
        let facts = facts::close(tx.conn(), &request.unit, month, this_month, false)?;
        Ok(domain::assessment::reopen_month(&facts, &request.unit, month, &request.reason)?)
    })
}

/// Refuses a unit that is not on record.
pub(crate) fn known_unit(app: &App, unit: &UnitCode) -> Result<(), AppError> {
    if ledger::organisation::query::units(app.conn()?)?.contains_key(unit) {
        return Ok(());
    }
    Err(domain::Refusal::UnknownUnit { unit: unit.clone() }.into())
}
