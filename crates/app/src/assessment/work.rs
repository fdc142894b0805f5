//! What a unit's month of tickets says of each engineer: evidence beside the scores, and what the rubric computes from it.

use crate::clock::local_day;
use crate::error::AppError;
use crate::parse;
use crate::session::App;
use domain::assessment::{CloseFacts, MonthState, Submitted};
use domain::kernel::{StaffNo, UnitCode};
use domain::rulebook::RubricItem;
use domain::work::{Computed, PieceOfWork, WorkMonth, computed, pieces};
use ledger::assessment::query::closing;
use ledger::ticket::work::months;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Tickets of a unit's month, person by person.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct MonthWork {
    /// 单位代码.
    #[ts(type = "string")]
    pub unit: UnitCode,
    /// 月份.
    pub month: String,
}

/// A ticket that somebody did, or an incident of one that they gave back.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct WorkDoneView {
    /// 工单号.
    pub ticket: String,
    /// Which incident of it; absent for the whole ticket.
    pub incident: Option<u32>,
    /// Ended on that day.
    pub ended_on: String,
    /// Delivered or given back in time.
    pub in_time: bool,
    /// Mean of the requester's marks, two decimals; absent where it was not rated.
    pub mark: Option<String>,
    /// Whether one of the marks needed a reason.
    pub low: bool,
}

impl From<&PieceOfWork> for WorkDoneView {
    fn from(piece: &PieceOfWork) -> Self {
        let rating = piece.rating.as_ref();
        Self {
            ticket: piece.no.to_string(),
            incident: piece.incident,
            ended_on: piece.ended_on.to_string(),
            in_time: piece.in_time,
            mark: rating.and_then(domain::ticket::Rating::mean).map(|mean| mean.to_fixed(2)),
            low: rating.is_some_and(domain::ticket::Rating::is_low),
        }
    }
}

/// What the month's tickets say of somebody.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct MonthWorkRow {
    /// 工号.
    pub staff_no: String,
    /// 办结, of which the person was the first engineer.
    pub tickets: u32,
    /// What was passed on to them and given back.
    pub incidents: u32,
    /// Of both, in time.
    pub in_time: u32,
    /// 已评价.
    pub rated: u32,
    /// 平均评价, two decimals.
    pub mean_mark: Option<String>,
    /// Of those rated, with a low mark.
    pub low: u32,
    /// All of it, by the day of its end.
    pub done: Vec<WorkDoneView>,
    /// 投诉 that count against them.
    pub complaints: Vec<String>,
    /// What ended in the month after its review, and so counts for nothing.
    pub after_review: u32,
}

/// An item that the rubric computes from tickets.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ComputedItemView {
    /// The item's code.
    pub code: String,
    /// Points, decimal text; absent where there is too little to compute it from.
    pub points: Option<String>,
    /// The formula with its values.
    pub how: Option<String>,
    /// So many tickets or complaints were put in.
    pub found: u32,
    /// So many the rule asks for.
    pub least: u32,
    /// What lowered the points: tickets, incidents, complaints by number.
    pub lowering: Vec<String>,
    /// Whether points that were submitted are what was computed then.
    pub followed: bool,
}

/// `monthWork`.
pub fn month_work(app: &mut App, request: MonthWork) -> Result<Vec<MonthWorkRow>, AppError> {
    let month = parse::month(&request.month)?;
    let conn = app.conn()?;
    let reviewed_on = closing(conn, &request.unit, month)?.map(|closing| local_day(closing.at));
    let people = months(conn, &request.unit, month, reviewed_on)?;
    let all = if reviewed_on.is_some() { months(conn, &request.unit, month, None)? } else { people.clone() };
    let none = WorkMonth::default();
    let row = |(staff_no, whole): (&StaffNo, &WorkMonth)| {
        let own = people.get(staff_no).unwrap_or(&none);
        MonthWorkRow {
            staff_no: staff_no.to_string(),
            tickets: number(own.tickets().count()),
            incidents: number(own.incidents().count()),
            in_time: number(own.done.iter().filter(|piece| piece.in_time).count()),
            rated: number(own.rated().count()),
            mean_mark: own.mean_mark().map(|mean| mean.to_fixed(2)),
            low: number(own.rated_low().count()),
            done: own.done.iter().map(Into::into).collect(),
            complaints: own.complaints.clone(),
            after_review: number(whole.done.len() - own.done.len()),
        }
    };
    Ok(all.iter().map(row).collect())
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The items of a person's sheet that the rubric computes: as submitted, else as the month stands now.
pub(super) fn computed_items(
    facts: &CloseFacts,
    staff_no: &StaffNo,
    submitted: Option<&Submitted>,
) -> Vec<ComputedItemView> {
    let none = WorkMonth::default();
    let month = facts.work.get(staff_no).unwrap_or(&none);
    let given = submitted.map(|s| &s.assessment.items);
    let kept = given.filter(|_| facts.state != MonthState::Reopened);
    let view = |item: &RubricItem| {
        let rule = item.work.as_ref()?;
        let came = match kept {
            Some(items) => items.iter().find(|kept| kept.code == item.code)?.computed.clone(),
            None => computed(item, month),
        };
        let found = came.as_ref().map_or_else(|| pieces(rule.measure, month).len(), |c| c.pieces.len());
        let lowering =
            |came: &Computed| came.lowering(rule.measure).map(domain::work::Piece::named).collect();
        Some(ComputedItemView {
            code: item.code.clone(),
            points: came.as_ref().map(|came| came.points.normalize().to_string()),
            how: came.as_ref().and_then(|came| came.explained(item)),
            found: number(found),
            least: rule.least,
            lowering: came.as_ref().map(lowering).unwrap_or_default(),
            followed: given
                .and_then(|items| items.iter().find(|kept| kept.code == item.code))
                .is_some_and(domain::assessment::ItemScore::follows_rule),
        })
    };
    facts.rubric.items.iter().filter_map(view).collect()
}
