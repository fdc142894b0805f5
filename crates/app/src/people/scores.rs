//! One person's scores, month by month, with what was taken off: for those who read the unit, and for the engineer alone whose they
//! are (ORG-13).

use super::view::DeductedView;
use crate::api::Act;
use crate::error::AppError;
use crate::organisation::sees;
use crate::parse;
use crate::session::App;
use domain::assessment::{Assessment, ItemScore};
use domain::rulebook::Rubric;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Lists what a person was given month by month, in the units that the account may see; an engineer's own in all units.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct PersonScores {
    /// 工号.
    pub staff_no: String,
}

/// A month's score.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct ScoredMonthView {
    /// 月份.
    pub month: String,
    /// 单位代码.
    pub unit: String,
    /// 单位名称.
    pub unit_name: String,
    /// 得分, points.
    pub score: String,
    /// 说明.
    pub note: Option<String>,
    /// Items with less than their full points, with the reasons; none where a total alone was given.
    pub deducted: Vec<DeductedView>,
}

/// `personScores`, the newest month first.
pub fn scores(app: &mut App, request: PersonScores) -> Result<Vec<ScoredMonthView>, AppError> {
    let staff_no = parse::staff_no(&request.staff_no)?;
    app.require_own_record(Act::PersonScores, &staff_no)?;
    let own = app.hand()?.is_some();
    let conn = app.conn()?;
    let (units, rubrics) =
        (ledger::organisation::query::units(conn)?, ledger::rulebook::query::rubrics(conn)?);
    let mut views = Vec::new();
    for assessment in ledger::assessment::query::scores_of(conn, &staff_no)?.into_iter().rev() {
        if own || sees(app, &assessment.unit)? {
            let unit = units.get(&assessment.unit);
            let unit_name = unit.map_or_else(|| assessment.unit.to_string(), |unit| unit.name.clone());
            views.push(view(assessment, unit_name, &rubrics));
        }
    }
    Ok(views)
}

fn view(given: Assessment, unit_name: String, rubrics: &[Rubric]) -> ScoredMonthView {
    let rubric = rubrics.iter().find(|rubric| rubric.version == given.rubric);
    let item_of = |item: &ItemScore| {
        let known = rubric.and_then(|rubric| rubric.item(&item.code));
        let max = known.filter(|known| !known.veto).map(|known| known.max);
        let less = max.is_none_or(|max| item.points < max) || item.reason.is_some();
        less.then(|| DeductedView {
            code: item.code.clone(),
            name: known.map_or_else(|| item.code.clone(), |known| known.name.clone()),
            points: item.points.normalize().to_string(),
            max: max.map(|max| max.normalize().to_string()),
            reason: item.reason.clone(),
            evidence: item.evidence.clone(),
        })
    };
    ScoredMonthView {
        month: given.month.to_string(),
        unit: given.unit.to_string(),
        unit_name,
        score: given.score.to_string(),
        note: given.note,
        deducted: given.items.iter().filter_map(item_of).collect(),
    }
}
