//! Requests for a replacement → rows, and back.

use crate::column::{get, get_day, get_json, get_json_opt, get_opt, json, word};
use crate::project::{Origin, run};
use chrono::{DateTime, NaiveDate, Utc};
use domain::event::{
    ReplacementApproved, ReplacementRequested, ReplacementSent, ReplacementWithdrawn, SuccessorLinked,
};
use domain::kernel::StaffNo;
use domain::people::{Approval, Replacement};
use rusqlite::{Connection, params};
use std::collections::BTreeMap;

pub(crate) fn requested(
    conn: &Connection,
    from: &Origin<'_>,
    e: &ReplacementRequested,
) -> rusqlite::Result<()> {
    let (unit, arrived_on, evidence) = (e.unit.as_str(), word(&e.arrived_on), json(&e.evidence));
    let row =
        params![e.staff_no.as_str(), e.number, unit, arrived_on, evidence, e.reason, from.account, from.at];
    run(conn, include_str!("sql/request_replacement.sql"), row)
}

pub(crate) fn approved(
    conn: &Connection,
    from: &Origin<'_>,
    e: &ReplacementApproved,
) -> rusqlite::Result<()> {
    let row = params![e.staff_no.as_str(), e.number, json(&e.approval), from.account];
    run(conn, include_str!("sql/approve_replacement.sql"), row)
}

pub(crate) fn sent(conn: &Connection, e: &ReplacementSent) -> rusqlite::Result<()> {
    let row = params![e.staff_no.as_str(), e.number, json(&e.dispatch)];
    run(conn, "UPDATE replacement SET dispatch = ?3 WHERE staff_no = ?1 AND number = ?2", row)
}

pub(crate) fn successor_linked(conn: &Connection, e: &SuccessorLinked) -> rusqlite::Result<()> {
    let row = params![e.staff_no.as_str(), e.number, e.successor.as_str(), word(&e.on)];
    run(conn, include_str!("sql/link_successor.sql"), row)
}

pub(crate) fn withdrawn(
    conn: &Connection,
    from: &Origin<'_>,
    e: &ReplacementWithdrawn,
) -> rusqlite::Result<()> {
    let row = params![e.staff_no.as_str(), e.number, from.at, e.reason];
    run(conn, include_str!("sql/withdraw_replacement.sql"), row)
}

/// Requests about these people, by number. `day_of`: the day of a moment, as the users live it.
pub(super) fn of(
    conn: &Connection,
    staff: &str,
    day_of: &impl Fn(DateTime<Utc>) -> NaiveDate,
) -> rusqlite::Result<BTreeMap<StaffNo, Vec<Replacement>>> {
    let mut found: BTreeMap<StaffNo, Vec<Replacement>> = BTreeMap::new();
    let mut statement = conn.prepare_cached(include_str!("sql/replacements.sql"))?;
    let mut rows = statement.query([staff])?;
    while let Some(row) = rows.next()? {
        let approval: Option<Approval> = get_json_opt(row, 8)?;
        let withdrawn: Option<DateTime<Utc>> = get_opt(row, 13)?;
        let request = Replacement {
            number: row.get(1)?,
            unit: get(row, 2)?,
            arrived_on: get_day(row, 3)?,
            evidence: get_json(row, 4)?,
            reason: row.get(5)?,
            requested_by: get(row, 6)?,
            requested_on: day_of(get(row, 7)?),
            approved: match approval {
                Some(approval) => Some((approval, get(row, 9)?)),
                None => None,
            },
            sent: get_json_opt(row, 10)?,
            successor: get_opt(row, 11)?,
            answered_on: get_opt(row, 12)?,
            withdrawn: match withdrawn {
                Some(at) => Some((day_of(at), row.get(14)?)),
                None => None,
            },
        };
        found.entry(get(row, 0)?).or_default().push(request);
    }
    Ok(found)
}
