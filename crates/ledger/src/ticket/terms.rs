//! The days of open tickets' terms, many tickets at a time.

use super::facts::type_of;
use crate::column::{get, get_day_opt, get_json, get_json_opt, word};
use crate::filter::Filter;
use domain::kernel::UnitCode;
use domain::ticket::{
    MilestoneFacts, Milestones, SUBMISSION, SURVEY_PLAN, SURVEY_REPORT, TENDER_DEADLINE, TermDays, TicketNo,
    TicketState, TicketType, TypeKey,
};
use rusqlite::types::Value;
use rusqlite::{Connection, Row, params_from_iter};
use std::collections::BTreeMap;

/// The days of every open ticket of these units.
pub fn open(conn: &Connection, units: &[UnitCode]) -> rusqlite::Result<Vec<(TicketNo, TermDays)>> {
    let states = TicketState::ALL.into_iter().filter(|state| !state.ended()).map(|state| word(&state));
    let units = units.iter().map(ToString::to_string);
    read(conn, vec![("unit", units.collect()), ("state", states.collect())])
}

/// The days of these tickets.
pub fn of(conn: &Connection, tickets: &[TicketNo]) -> rusqlite::Result<BTreeMap<TicketNo, TermDays>> {
    let numbers = tickets.iter().map(ToString::to_string).collect();
    Ok(read(conn, vec![("ticket", numbers)])?.into_iter().collect())
}

/// Where each of these columns has one of its values.
fn read(conn: &Connection, among: Vec<(&str, Vec<String>)>) -> rusqlite::Result<Vec<(TicketNo, TermDays)>> {
    if among.iter().any(|(_, values)| values.is_empty()) {
        return Ok(Vec::new());
    }
    let path = format!("$.plain.{TENDER_DEADLINE}.day");
    let texts = [path.as_str(), SURVEY_PLAN, SUBMISSION, SURVEY_REPORT];
    let mut filter = Filter::behind(texts.map(|text| Value::from(text.to_owned())).into());
    for (column, wanted) in among {
        filter.one_of(column, wanted);
    }
    let mut statement =
        conn.prepare_cached(&format!("{} {}", include_str!("sql/term_days.sql"), filter.clause()))?;
    let mut kinds: BTreeMap<(TypeKey, u32), TicketType> = BTreeMap::new();
    let mut rows = statement.query(params_from_iter(filter.values))?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let kind = (super::facts::key(row, 1)?, row.get(3)?);
        if !kinds.contains_key(&kind) {
            kinds.insert(kind.clone(), type_of(conn, &kind.0, kind.1)?);
        }
        found.push((get(row, 0)?, days(row, &kinds[&kind])?));
    }
    Ok(found)
}

fn days(row: &Row<'_>, kind: &TicketType) -> rusqlite::Result<TermDays> {
    Ok(TermDays {
        state: get(row, 4)?,
        review_by: get_day_opt(row, 5)?,
        reviewed_on: get_day_opt(row, 6)?,
        take_by: get_day_opt(row, 7)?,
        taken_on: get_day_opt(row, 8)?,
        tender_deadline: get_day_opt(row, 9)?.filter(|_| kind.audited),
        audit_asked_on: get_day_opt(row, 10)?,
        due_on: get_day_opt(row, 11)?,
        delivered_on: get_day_opt(row, 12)?,
        waiting: row.get::<_, Option<String>>(13)?.is_some(),
        escalated_on: get_day_opt(row, 14)?,
        help_since: get_day_opt(row, 15)?,
        milestones: if kind.has_milestones() { milestones(row, kind)? } else { Milestones::default() },
    })
}

fn milestones(row: &Row<'_>, kind: &TicketType) -> rusqlite::Result<Milestones> {
    let facts = MilestoneFacts {
        plan: get_day_opt(row, 17)?,
        submission: get_day_opt(row, 18)?,
        report: get_json_opt(row, 19)?,
    };
    Ok(kind.milestones(&get_json(row, 16)?, &facts))
}
