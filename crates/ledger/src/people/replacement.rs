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

/// A person's requests by number. `day_of`: the day of a moment, as the users live it.
pub(super) fn of(
    conn: &Connection,
    staff_no: &StaffNo,
    day_of: &impl Fn(DateTime<Utc>) -> NaiveDate,
) -> rusqlite::Result<Vec<Replacement>> {
    conn.prepare_cached(include_str!("sql/replacements.sql"))?
        .query_map([staff_no.as_str()], |row| {
            let approval: Option<Approval> = get_json_opt(row, 7)?;
            let withdrawn: Option<DateTime<Utc>> = get_opt(row, 12)?;
            Ok(Replacement {
                number: row.get(0)?,
                unit: get(row, 1)?,
                arrived_on: get_day(row, 2)?,
                evidence: get_json(row, 3)?,
                reason: row.get(4)?,
                requested_by: get(row, 5)?,
                requested_on: day_of(get(row, 6)?),
                approved: match approval {
                    Some(approval) => Some((approval, get(row, 8)?)),
                    None => None,
                },
                sent: get_json_opt(row, 9)?,
                successor: get_opt(row, 10)?,
                answered_on: get_opt(row, 11)?,
                withdrawn: match withdrawn {
                    Some(at) => Some((day_of(at), row.get(13)?)),
                    None => None,
                },
            })
        })?
        .collect()
}
