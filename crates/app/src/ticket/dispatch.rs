//! The dispatch list of a unit: who is proposed, who is skipped and why.

use super::words::{choice, ticket_no};
use crate::api::Act;
use crate::error::AppError;
use crate::organisation::word;
use crate::personal::engineer_subject;
use crate::session::App;
use chrono::NaiveDate;
use domain::kernel::{StaffNo, UnitCode};
use domain::people::skills_of;
use domain::ticket::{Candidate, DispatchOrder, Proposal, propose};
use ledger::rusqlite::Connection;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeSet;
use ts_rs::TS;

/// Asks whom to dispatch a ticket to.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct DispatchList {
    /// 工单号.
    pub ticket: String,
    /// A skill that is asked for.
    #[serde(default)]
    pub skill: Option<String>,
    /// `load` or `turn`; `load` where absent.
    #[serde(default)]
    pub order: Option<String>,
}

/// An engineer of the list.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct ProposalView {
    /// 工号.
    pub staff_no: String,
    /// Their name; the staff number where it was erased.
    pub name: String,
    /// 技能.
    pub skills: Vec<String>,
    /// Tickets that are work of theirs: neither delivered nor ended.
    pub open: u32,
    /// Day of their last turn.
    pub last_turn: Option<String>,
    /// The n-th proposed; absent for who is skipped.
    pub place: Option<u32>,
    /// `skill` or `away`.
    pub skipped: Option<String>,
    /// Approvals that are missing before they may be named: `supportManager`, `technicalDirector`, `generalManager`.
    pub approvals: Vec<String>,
}

/// The list.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct DispatchView {
    /// Who is proposed, the first one first, then who is skipped.
    pub lines: Vec<ProposalView>,
    /// All skills of the unit's engineers.
    pub skills: Vec<String>,
}

/// `dispatchList`.
pub fn dispatch_list(app: &mut App, request: DispatchList) -> Result<DispatchView, AppError> {
    let no = ticket_no(app, Act::DispatchList, &request.ticket)?;
    let today = app.today()?;
    let order = order_of(request.order.as_deref())?;
    let conn = app.conn()?;
    let ticket = super::words::read(conn, &no)?;
    let candidates = candidates(conn, &no.unit, today)?;
    let skills: BTreeSet<&String> = candidates.iter().flat_map(|who| &who.skills).collect();
    let skills = skills.into_iter().cloned().collect();
    let list = propose(candidates, request.skill.as_deref(), order);
    let subjects: Vec<String> = list.iter().map(|line| engineer_subject(&line.who.staff_no)).collect();
    let names = app.names(&subjects)?;
    let name = |staff_no: &StaffNo| {
        let known = names.get(&engineer_subject(staff_no)).filter(|name| !name.is_empty());
        known.cloned().unwrap_or_else(|| staff_no.to_string())
    };
    let view = |Proposal { who, place, skipped }: Proposal| ProposalView {
        name: name(&who.staff_no),
        approvals: ticket.approvals_missing(&who.staff_no).iter().map(word).collect(),
        staff_no: who.staff_no.to_string(),
        skills: who.skills,
        open: who.open,
        last_turn: who.last_turn.map(|at| at.chars().take(10).collect()),
        place,
        skipped: skipped.as_ref().map(word),
    };
    Ok(DispatchView { lines: list.into_iter().map(view).collect(), skills })
}

/// By what the list is put in order.
pub(super) fn order_of(text: Option<&str>) -> Result<DispatchOrder, AppError> {
    text.map(str::trim).filter(|text| !text.is_empty()).map_or(Ok(DispatchOrder::default()), choice)
}

/// Engineers on duty in a unit with what the list needs to know of each.
pub(super) fn candidates(
    conn: &Connection,
    unit: &UnitCode,
    today: NaiveDate,
) -> Result<Vec<Candidate>, AppError> {
    let away: BTreeSet<StaffNo> = ledger::attendance::query::applications(conn, unit, today, today)?
        .into_iter()
        .map(|applied| applied.application)
        .filter(|one| one.keeps_away(today))
        .map(|one| one.staff_no)
        .collect();
    let mut list = Vec::new();
    for (staff_no, open, last_turn) in ledger::ticket::dispatch::on_duty(conn, unit, today)? {
        let fields = ledger::personal(conn, &engineer_subject(&staff_no))?.unwrap_or_default();
        let known = fields.get("skills").and_then(Value::as_array).into_iter().flatten();
        let skills = known.filter_map(Value::as_str).flat_map(skills_of).collect();
        list.push(Candidate { away: away.contains(&staff_no), staff_no, skills, open, last_turn });
    }
    Ok(list)
}
