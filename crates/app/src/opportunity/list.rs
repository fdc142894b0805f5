//! Lists of opportunities.

use super::due::days_told;
use crate::error::AppError;
use crate::organisation::{sees, word};
use crate::parse::{self, choice, text_given};
use crate::personal::engineer_subject;
use crate::session::App;
use chrono::NaiveDate;
use domain::kernel::UnitCode;
use domain::opportunity::{CheckpointTask, age, checkpoint_task};
use ledger::opportunity::list::{OpportunityRow, SortBy, Wanted, count, page};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Lists opportunities, a page at a time.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct Opportunities {
    /// Of that unit; of all that one sees where absent.
    #[ts(optional = nullable)]
    pub unit: Option<String>,
    /// In these stages; in all where empty.
    #[serde(default)]
    pub stages: Vec<String>,
    /// `true`: those that have ended, `false`: those that have not; all where absent.
    #[ts(optional = nullable)]
    pub ended: Option<bool>,
    /// Those that were voided, and not the others.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub voided: Option<bool>,
    /// Of that class.
    #[ts(optional = nullable)]
    pub class: Option<String>,
    /// For which that engineer is responsible.
    #[ts(optional = nullable)]
    pub engineer: Option<String>,
    /// Of that customer.
    #[ts(optional = nullable)]
    pub customer: Option<String>,
    /// With a checkpoint that is told of: `overdue` or `soon`.
    #[ts(optional = nullable)]
    pub checkpoint: Option<String>,
    /// Words of number, title or customer.
    #[serde(default)]
    pub text: String,
    /// `number`, `amount`, `since` or `expected`.
    #[ts(optional = nullable)]
    pub sort: Option<String>,
    /// The other way round.
    #[serde(default)]
    pub descending: bool,
    /// So many are passed over.
    #[serde(default)]
    pub offset: u32,
    /// So many at most; 100 where absent.
    #[ts(optional = nullable)]
    pub limit: Option<u32>,
}

/// An opportunity in a list.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct OpportunityLine {
    /// 商机编号.
    pub opportunity: String,
    /// 单位代码.
    pub unit: String,
    /// 项目名称.
    pub title: String,
    /// 客户编号.
    pub customer: String,
    /// The customer's name.
    pub customer_name: String,
    /// 商机分类.
    pub class: String,
    /// 预计金额, yuan.
    pub amount: Option<String>,
    /// 预计成交日期.
    pub expected_on: Option<String>,
    /// 工号 of the 支撑人员.
    pub engineer: Option<String>,
    /// Their name; the staff number where it was erased.
    pub engineer_name: Option<String>,
    /// Where it stands.
    pub stage: String,
    /// Whole days since it is known of; to its end where it ended.
    pub age: u32,
    /// Whole days in its stage.
    pub in_stage: u32,
    /// How it ended: `won`, `agreed`, `lost` or `dropped`.
    pub outcome: Option<String>,
    /// Why it was voided: `duplicate` or `mistaken`.
    pub voided: Option<String>,
    /// On that day.
    pub concluded_on: Option<String>,
    /// 成交金额, yuan.
    pub deal: Option<String>,
    /// 重点跟进项目.
    pub key: bool,
    /// Tickets that belong to it.
    pub tickets: u32,
    /// The day of the next 监控点 that is not done.
    pub checkpoint: Option<String>,
    /// What is told of it: `overdue` or `soon`.
    pub checkpoint_task: Option<String>,
}

/// A page of opportunities.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct OpportunitiesView {
    /// The page.
    pub lines: Vec<OpportunityLine>,
    /// All that were found.
    pub total: u32,
}

/// A page at most.
const LONGEST_PAGE: u32 = 1_000;

/// The units whose opportunities and customers are meant, of those that one sees: empty for all there are; `None` where there are none.
pub(crate) fn seen_units(app: &App, asked: Option<&str>) -> Result<Option<Vec<UnitCode>>, AppError> {
    let asked = text_given(asked).map(parse::unit).transpose()?;
    let all = ledger::organisation::query::units(app.conn()?)?;
    let mut units = Vec::new();
    for unit in all.keys() {
        if asked.as_ref().is_none_or(|asked| asked == unit) && sees(app, unit)? {
            units.push(unit.clone());
        }
    }
    if units.is_empty() {
        return Ok(None);
    }
    Ok(Some(if units.len() == all.len() { Vec::new() } else { units }))
}

/// Rows with the names of those responsible.
pub(crate) fn lines_of(app: &App, rows: Vec<OpportunityRow>) -> Result<Vec<OpportunityLine>, AppError> {
    let today = app.today()?;
    let subjects: Vec<String> =
        rows.iter().filter_map(|row| row.engineer.as_ref()).map(engineer_subject).collect();
    let mut names = app.names(&subjects)?;
    names.retain(|_, name| !name.is_empty());
    let line = |row: OpportunityRow| {
        let last = row.concluded_on.unwrap_or(today);
        let checkpoint = row.checkpoint;
        let task = checkpoint.and_then(|due| checkpoint_task(due, today));
        OpportunityLine {
            unit: row.no.unit.to_string(),
            opportunity: row.no.to_string(),
            title: row.title,
            customer: row.customer.to_string(),
            customer_name: row.customer_name,
            class: row.class,
            amount: row.amount.map(|amount| amount.to_string()),
            expected_on: row.expected_on.map(|day| day.to_string()),
            engineer_name: row
                .engineer
                .as_ref()
                .map(|no| names.get(&engineer_subject(no)).cloned().unwrap_or_else(|| no.to_string())),
            engineer: row.engineer.map(|no| no.to_string()),
            stage: word(&row.stage),
            age: age(row.found_on, last),
            in_stage: age(row.since, last),
            outcome: row.outcome.as_ref().map(word),
            voided: row.voided.as_ref().map(word),
            concluded_on: row.concluded_on.map(|day| day.to_string()),
            deal: row.deal.map(|amount| amount.to_string()),
            key: row.key,
            tickets: row.tickets,
            checkpoint: checkpoint.map(|due| due.to_string()),
            checkpoint_task: task.map(|task| match task {
                CheckpointTask::Overdue => "overdue".to_owned(),
                CheckpointTask::Soon => "soon".to_owned(),
            }),
        }
    };
    Ok(rows.into_iter().map(line).collect())
}

/// The days for which a checkpoint that is asked for waits.
pub(super) fn checkpoint_of(
    app: &App,
    asked: Option<&str>,
) -> Result<Option<(NaiveDate, NaiveDate)>, AppError> {
    let today = app.today()?;
    text_given(asked).map(|task| days_told(task, today)).transpose()
}

/// `opportunities`.
pub fn opportunities(app: &mut App, request: Opportunities) -> Result<OpportunitiesView, AppError> {
    let asked = request.limit.unwrap_or(100).min(LONGEST_PAGE);
    let Some(wanted) = wanted(app, request, asked)? else {
        return Ok(OpportunitiesView { lines: Vec::new(), total: 0 });
    };
    let conn = app.conn()?;
    let (rows, total) = (page(conn, &wanted)?, count(conn, &wanted)?);
    Ok(OpportunitiesView { lines: lines_of(app, rows)?, total })
}

/// Which opportunities are meant, so many at most; `None` where one sees no such unit.
pub(super) fn wanted(app: &App, request: Opportunities, limit: u32) -> Result<Option<Wanted>, AppError> {
    let Some(units) = seen_units(app, request.unit.as_deref())? else { return Ok(None) };
    let sort = match request.sort.as_deref().unwrap_or("number") {
        "number" => SortBy::Number,
        "amount" => SortBy::Amount,
        "since" => SortBy::Since,
        "expected" => SortBy::Expected,
        other => return Err(AppError::refused("notInList", serde_json::json!({ "value": other }))),
    };
    Ok(Some(Wanted {
        units,
        stages: request.stages.iter().map(|text| choice(text)).collect::<Result<_, _>>()?,
        ended: request.ended,
        voided: request.voided.unwrap_or_default(),
        class: request.class.filter(|class| !class.is_empty()),
        engineer: text_given(request.engineer.as_deref()).map(parse::staff_no).transpose()?,
        customer: text_given(request.customer.as_deref()).map(crate::customer::number).transpose()?,
        checkpoint: checkpoint_of(app, request.checkpoint.as_deref())?,
        text: request.text,
        sort,
        descending: request.descending,
        offset: request.offset,
        limit,
    }))
}
