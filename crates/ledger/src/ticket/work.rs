//! What ended in a unit's month, for its people's scores.

use crate::column::{get, get_day, get_day_opt, get_json_opt};
use crate::registers::query::upheld_complaints;
use chrono::NaiveDate;
use domain::kernel::{Month, StaffNo, UnitCode};
use domain::ticket::{Milestones, TermDays, TicketState};
use domain::work::{EndedTicket, ReturnedIncident, WorkMonth, work_months};
use rusqlite::{Connection, params};
use std::collections::BTreeMap;

/// Everybody's work in a unit's month, up to a day where one is named.
pub fn months(
    conn: &Connection,
    unit: &UnitCode,
    month: Month,
    until: Option<NaiveDate>,
) -> rusqlite::Result<BTreeMap<StaffNo, WorkMonth>> {
    let last = until.map_or(month.last_day(), |day| day.min(month.last_day()));
    let days = (month.first_day(), last);
    let complaints = complaints(conn, unit, month, until)?;
    Ok(work_months(ended(conn, unit, days)?, returned(conn, unit, days)?, complaints))
}

fn ended(
    conn: &Connection,
    unit: &UnitCode,
    (from, to): (NaiveDate, NaiveDate),
) -> rusqlite::Result<Vec<EndedTicket>> {
    conn.prepare_cached(include_str!("sql/ended.sql"))?
        .query_map(params![unit.as_str(), from.to_string(), to.to_string()], |row| {
            Ok(EndedTicket {
                no: get(row, 0)?,
                first: get(row, 1)?,
                days: TermDays {
                    state: TicketState::Closed,
                    review_by: None,
                    reviewed_on: None,
                    take_by: get_day_opt(row, 2)?,
                    taken_on: get_day_opt(row, 3)?,
                    tender_deadline: None,
                    audit_asked_on: None,
                    due_on: get_day_opt(row, 4)?,
                    delivered_on: get_day_opt(row, 5)?,
                    waiting: false,
                    escalated_on: None,
                    help_since: None,
                    milestones: Milestones::default(),
                },
                closed_on: get_day(row, 6)?,
                rating: get_json_opt(row, 7)?,
            })
        })?
        .collect()
}

fn returned(
    conn: &Connection,
    unit: &UnitCode,
    (from, to): (NaiveDate, NaiveDate),
) -> rusqlite::Result<Vec<ReturnedIncident>> {
    conn.prepare_cached(include_str!("sql/returned.sql"))?
        .query_map(params![unit.as_str(), from.to_string(), to.to_string()], |row| {
            Ok(ReturnedIncident {
                no: get(row, 0)?,
                incident: row.get(1)?,
                second: get(row, 2)?,
                until: get_day(row, 3)?,
                returned_on: get_day(row, 4)?,
            })
        })?
        .collect()
}

/// 投诉成立 about somebody that counts in the unit, by number; judged up to that day where one is named.
fn complaints(
    conn: &Connection,
    unit: &UnitCode,
    month: Month,
    until: Option<NaiveDate>,
) -> rusqlite::Result<Vec<(StaffNo, String)>> {
    let upheld = upheld_complaints(conn, Some(unit), month)?.into_iter();
    let in_time = upheld.filter(|one| until.is_none_or(|day| one.judged_on <= day));
    Ok(in_time.map(|one| (one.staff_no, one.form.to_string())).collect())
}
