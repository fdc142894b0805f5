//! Lists of tickets.

use super::due::standing_so;
use super::view::{TenderView, tender_view};
use super::words::choice;
use crate::error::AppError;
use crate::organisation::{sees, word};
use crate::parse;
use crate::personal::engineer_subject;
use crate::session::App;
use domain::deadline::{Standing, standing};
use domain::kernel::UnitCode;
use domain::ticket::{Pressing, TicketNo, TicketTask, TicketTerm, TypeKey};
use ledger::ticket::list::{SortBy, TicketRow, Wanted, found};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// Lists tickets, a page at a time.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct Tickets {
    /// Of that unit; of all that one sees where absent.
    #[ts(optional = nullable)]
    pub unit: Option<String>,
    /// In these states; in all where empty.
    #[serde(default)]
    pub states: Vec<String>,
    /// Of that type, by code.
    #[ts(optional = nullable)]
    pub kind: Option<String>,
    /// For which that engineer is responsible.
    #[ts(optional = nullable)]
    pub engineer: Option<String>,
    /// Only those that are `overdue`, due `soon`, so late that the account hears of it (`escalated`), `refused` by the
    /// second, wait for others who have to be called (`follow`), or are a `bid` whose deadline is near or past: any of these;
    /// all where empty.
    #[serde(default)]
    pub due: Vec<String>,
    /// Words of number, title or customer.
    #[serde(default)]
    pub text: String,
    /// `received`, `due`, `number` or `urgency`.
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

/// A ticket in a list.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct TicketLine {
    /// 工单号.
    pub ticket: String,
    /// 单位代码.
    pub unit: String,
    /// Its type, in words.
    pub kind: String,
    /// What it is about.
    pub title: String,
    /// The customer's organisation.
    pub customer: Option<String>,
    /// `critical`, `urgent` or `normal`.
    pub urgency: String,
    /// Where it stands.
    pub state: String,
    /// Came in that day.
    pub received_on: String,
    /// The last day.
    pub due_on: Option<String>,
    /// `overdue`, `soon`, `running`, `waiting`, `inTime` or `late`; absent where there is no last day.
    pub standing: Option<String>,
    /// Working days late, or left.
    pub days: Option<u32>,
    /// 投标截止, until the bid was handed in.
    pub tender: Option<TenderView>,
    /// A term other than delivery that is late or due soon.
    pub pressing: Option<PressingView>,
    /// 工号 of 第一责任人.
    pub first: Option<String>,
    /// Their name; the staff number where it was erased.
    pub first_name: Option<String>,
    /// 工号 of 第二责任人.
    pub second: Option<String>,
}

/// A term that presses more than delivery.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct PressingView {
    /// `accept`, `review`, `survey`, `bidAudit` or `bidSubmission`.
    pub term: String,
    /// Its last day.
    pub due_on: String,
    /// `overdue` or `soon`.
    pub standing: String,
    /// Working days late, or left.
    pub days: Option<u32>,
}

/// A page of tickets.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct TicketsView {
    /// The page.
    pub lines: Vec<TicketLine>,
    /// All that were found.
    pub total: u32,
}

/// A page at most.
const LONGEST_PAGE: u32 = 1_000;

/// The units and the order that were asked for; `None` where the account sees none of them.
pub(super) fn wanted(app: &App, request: Tickets) -> Result<Option<(Vec<UnitCode>, Wanted)>, AppError> {
    let asked = request.unit.as_deref().map(str::trim).filter(|text| !text.is_empty());
    let asked = asked.map(parse::unit).transpose()?;
    let conn = app.conn()?;
    let mut units = Vec::new();
    for unit in ledger::organisation::query::units(conn)?.into_keys() {
        if asked.as_ref().is_none_or(|asked| *asked == unit) && sees(app, &unit)? {
            units.push(unit);
        }
    }
    if units.is_empty() {
        return Ok(None);
    }
    let everything = asked.is_none() && units.len() == ledger::organisation::query::units(conn)?.len();
    let states = request.states.iter().map(|text| choice(text)).collect::<Result<_, _>>()?;
    let sort = match request.sort.as_deref().unwrap_or("received") {
        "received" => SortBy::Received,
        "due" => SortBy::Due,
        "number" => SortBy::Number,
        "urgency" => SortBy::Urgency,
        other => return Err(AppError::refused("notInList", serde_json::json!({ "value": other }))),
    };
    let due = request.due.iter().map(|text| choice(text)).collect::<Result<BTreeSet<TicketTask>, _>>()?;
    let among = if due.is_empty() { None } else { Some(standing_so(app, &units, &due)?) };
    let wanted = Wanted {
        units: if everything { Vec::new() } else { units.clone() },
        states,
        kind: request.kind.filter(|code| !code.is_empty()),
        engineer: request.engineer.as_deref().map(parse::staff_no).transpose()?,
        mine: app.concern()?,
        among,
        text: request.text,
        sort,
        descending: request.descending,
        offset: request.offset,
        limit: request.limit.unwrap_or(100).min(LONGEST_PAGE),
    };
    Ok(Some((units, wanted)))
}

/// `tickets`.
pub fn tickets(app: &mut App, request: Tickets) -> Result<TicketsView, AppError> {
    let Some((_, wanted)) = wanted(app, request)? else {
        return Ok(TicketsView { lines: Vec::new(), total: 0 });
    };
    let conn = app.conn()?;
    let (rows, total) = found(conn, &wanted)?;
    Ok(TicketsView { lines: lines(app, rows)?, total })
}

/// Rows as lists show them.
pub(super) fn lines(app: &App, rows: Vec<TicketRow>) -> Result<Vec<TicketLine>, AppError> {
    let (conn, today) = (app.conn()?, app.today()?);
    let subjects: Vec<String> =
        rows.iter().filter_map(|row| row.first.as_ref()).map(engineer_subject).collect();
    let mut names = app.names(&subjects)?;
    names.retain(|_, name| !name.is_empty());
    let mut labels: BTreeMap<TypeKey, String> = BTreeMap::new();
    let shown: BTreeSet<&UnitCode> = rows.iter().map(|row| &row.no.unit).collect();
    for unit in shown {
        for known in ledger::ticket::facts::types(conn, unit)? {
            labels.entry(known.key).or_insert(known.body.label);
        }
    }
    let days = super::words::Days::of(conn, today)?;
    let with = days.reckoning();
    let numbers: Vec<TicketNo> = rows.iter().map(|row| row.no.clone()).collect();
    let known = ledger::ticket::terms::of(conn, &numbers)?;
    let lines = rows.into_iter().map(|row| {
        let term = known.get(&row.no).and_then(|known| known.delivery(with.rules));
        let stands = term.map(|term| standing(&term, with.calendar, today));
        let pressing = known.get(&row.no).and_then(|known| known.pressing(&with)).and_then(pressing_view);
        let key = TypeKey { unit: parse::unit(&row.type_unit).ok(), code: row.type_code.clone() };
        TicketLine {
            unit: row.no.unit.to_string(),
            ticket: row.no.to_string(),
            kind: labels.get(&key).cloned().unwrap_or(row.type_code),
            title: row.title,
            customer: row.customer,
            urgency: word(&row.urgency),
            state: word(&row.state),
            received_on: row.received_on.to_string(),
            due_on: row.due_on.map(|day| day.to_string()),
            standing: stands.map(|stands| standing_word(stands).to_owned()),
            days: stands.and_then(standing_days),
            pressing,
            tender: known.get(&row.no).and_then(|known| tender_view(known, &with)),
            first_name: row
                .first
                .as_ref()
                .map(|no| names.get(&engineer_subject(no)).cloned().unwrap_or_else(|| no.to_string())),
            first: row.first.map(|no| no.to_string()),
            second: row.second.map(|no| no.to_string()),
        }
    });
    Ok(lines.collect())
}

fn pressing_view(pressing: Pressing) -> Option<PressingView> {
    let presses = matches!(pressing.standing, Standing::Overdue { .. } | Standing::Soon { .. });
    (presses && pressing.term != TicketTerm::Delivery).then(|| PressingView {
        term: pressing.term.code().to_owned(),
        due_on: pressing.days.due_on.to_string(),
        standing: standing_word(pressing.standing).to_owned(),
        days: standing_days(pressing.standing),
    })
}

/// The word of a standing.
pub(crate) fn standing_word(standing: Standing) -> &'static str {
    match standing {
        Standing::Overdue { .. } => "overdue",
        Standing::Soon { .. } => "soon",
        Standing::Running { .. } => "running",
        Standing::Waiting => "waiting",
        Standing::InTime => "inTime",
        Standing::Late { .. } => "late",
    }
}

/// Its working days, late or left.
pub(crate) fn standing_days(standing: Standing) -> Option<u32> {
    match standing {
        Standing::Overdue { by } | Standing::Late { by } => Some(by),
        Standing::Soon { left } | Standing::Running { left } => Some(left),
        Standing::Waiting | Standing::InTime => None,
    }
}
