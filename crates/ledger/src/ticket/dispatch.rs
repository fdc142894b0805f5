//! Who could be named, and the week of applications for support.

use super::facts::{key, type_of};
use crate::column::{get, get_day, get_day_opt, get_json_opt, json};
use chrono::NaiveDate;
use domain::kernel::{StaffNo, UnitCode};
use domain::ticket::{SupportForm, TicketState, TypeKey, Week};
use rusqlite::Connection;
use std::collections::BTreeMap;

/// An engineer on duty, the number of tickets that are work of theirs, and when they last had their turn.
pub type OnDuty = (StaffNo, u32, Option<String>);

/// Engineers on duty in a unit that day.
pub fn on_duty(conn: &Connection, unit: &UnitCode, day: NaiveDate) -> rusqlite::Result<Vec<OnDuty>> {
    let load: Vec<TicketState> = TicketState::ALL.into_iter().filter(|state| state.is_load()).collect();
    conn.prepare_cached(include_str!("sql/candidates.sql"))?
        .query_map((unit.as_str(), day.to_string(), json(&load)), |row| {
            Ok((get(row, 0)?, row.get(1)?, row.get(2)?))
        })?
        .collect()
}

/// Formal supports that a week's statistics are made from.
pub fn support_forms(conn: &Connection, week: Week) -> rusqlite::Result<Vec<SupportForm>> {
    let mut statement = conn.prepare_cached(include_str!("sql/support_forms.sql"))?;
    let mut rows = statement.query((week.from.to_string(), week.to.to_string()))?;
    let mut formal: BTreeMap<(TypeKey, u32), bool> = BTreeMap::new();
    let mut forms = Vec::new();
    while let Some(row) = rows.next()? {
        let kind = (key(row, 1)?, row.get(3)?);
        let known = match formal.get(&kind) {
            Some(known) => *known,
            None => {
                let known = type_of(conn, &kind.0, kind.1)?.formal;
                *formal.entry(kind).or_insert(known)
            }
        };
        if !known {
            continue;
        }
        let delivered = get_day_opt(row, 8)?;
        forms.push(SupportForm {
            unit: get(row, 0)?,
            state: get(row, 4)?,
            received_on: get_day(row, 5)?,
            reviewed: get_day_opt(row, 6)?.zip(get_day_opt(row, 7)?),
            delivered: match delivered {
                Some(on) => Some((on, get_day_opt(row, 9)?)),
                None => None,
            },
            confirmed_on: get_day_opt(row, 10)?,
            closed_on: get_day_opt(row, 11)?,
            rating: get_json_opt(row, 12)?,
        });
    }
    Ok(forms)
}
