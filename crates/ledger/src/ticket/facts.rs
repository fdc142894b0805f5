//! What the rules of tickets need to know.

use crate::column::{get, get_day, get_day_opt, get_json, get_json_opt, get_opt};
use chrono::NaiveDate;
use domain::deadline::{DeadlineRules, Pause};
use domain::form::ItemState;
use domain::kernel::{Month, StaffNo, UnitCode};
use domain::ticket::{
    AuditRound, CloseResult, Help, Incident, Postponement, RecordKind, RecordRow, Review, Settlement,
    ThirdApproval, Ticket, TicketNo, TicketType, TypeKey, TypesInForce, default_types,
};
use rusqlite::{Connection, OptionalExtension as _, Row};
use std::collections::{BTreeMap, BTreeSet};

/// The terms in force on a day, as this program reads them.
pub fn rules(conn: &Connection, day: NaiveDate) -> rusqlite::Result<DeadlineRules> {
    let found = conn
        .prepare_cached(
            "SELECT body FROM deadline_rules WHERE from_day <= ?1 ORDER BY from_day DESC LIMIT 1",
        )?
        .query_row([day.to_string()], |row| get_json(row, 0))
        .optional()?;
    Ok(found.map(DeadlineRules::completed).unwrap_or_default())
}

/// The terms that hold or will hold last.
pub fn last_rules(conn: &Connection) -> rusqlite::Result<DeadlineRules> {
    let found = conn
        .prepare_cached("SELECT body FROM deadline_rules ORDER BY from_day DESC LIMIT 1")?
        .query_row([], |row| get_json(row, 0))
        .optional()?;
    Ok(found.map(DeadlineRules::completed).unwrap_or_default())
}

pub(crate) fn key(row: &Row<'_>, index: usize) -> rusqlite::Result<TypeKey> {
    let unit: String = row.get(index)?;
    let unit = if unit.is_empty() { None } else { Some(get(row, index)?) };
    Ok(TypeKey { unit, code: row.get(index + 1)? })
}

/// The types that a unit's tickets may be of: those of all units, then its own.
pub fn types(conn: &Connection, unit: &UnitCode) -> rusqlite::Result<Vec<TypesInForce>> {
    let mut issued = conn.prepare_cached(include_str!("sql/types.sql"))?;
    let issued: Vec<TypesInForce> = issued
        .query_map([unit.as_str()], |row| {
            Ok(TypesInForce { key: key(row, 0)?, version: row.get(2)?, body: get_json(row, 3)? })
        })?
        .collect::<rusqlite::Result<_>>()?;
    let changed = |body: &TicketType| {
        issued.iter().find(|known| known.key.unit.is_none() && known.key.code == body.code).cloned()
    };
    let own = |body: &TicketType| {
        let key = TypeKey { unit: None, code: body.code.clone() };
        changed(body).unwrap_or_else(|| TypesInForce { key, version: 0, body: body.clone() })
    };
    let mut types: Vec<TypesInForce> = default_types().iter().map(own).collect();
    let known: BTreeSet<TypeKey> = types.iter().map(|known| known.key.clone()).collect();
    types.extend(issued.into_iter().filter(|one| !known.contains(&one.key)));
    Ok(types)
}

/// The number of a type's latest version, in use or not; 0 where there is none beside what comes with the program.
pub fn last_version(conn: &Connection, key: &TypeKey) -> rusqlite::Result<u32> {
    let unit = key.unit.as_ref().map_or("", UnitCode::as_str);
    conn.prepare_cached("SELECT coalesce(max(version), 0) FROM ticket_type WHERE unit = ?1 AND code = ?2")?
        .query_row((unit, &key.code), |row| row.get(0))
}

/// What a type asked for in that version.
pub(crate) fn type_of(conn: &Connection, key: &TypeKey, version: u32) -> rusqlite::Result<TicketType> {
    if version == 0
        && let Some(own) = default_types().iter().find(|own| own.code == key.code)
    {
        return Ok(own.clone());
    }
    let unit = key.unit.as_ref().map_or("", UnitCode::as_str);
    conn.prepare_cached("SELECT body FROM ticket_type WHERE unit = ?1 AND code = ?2 AND version = ?3")?
        .query_row((unit, &key.code, version), |row| get_json(row, 0))
}

/// The unit's last number of a month; 0 where it has none.
pub fn last_serial(conn: &Connection, unit: &UnitCode, month: Month) -> rusqlite::Result<u32> {
    conn.prepare_cached("SELECT coalesce(max(serial), 0) FROM ticket WHERE unit = ?1 AND month = ?2")?
        .query_row((unit.as_str(), month.to_string()), |row| row.get(0))
}

/// Engineers on duty in a unit that day.
pub fn on_duty(conn: &Connection, unit: &UnitCode, day: NaiveDate) -> rusqlite::Result<BTreeSet<StaffNo>> {
    conn.prepare_cached(include_str!("sql/on_duty.sql"))?
        .query_map((unit.as_str(), day.to_string()), |row| get(row, 0))?
        .collect()
}

/// A ticket with everything that its rules read.
pub fn ticket(conn: &Connection, no: &TicketNo) -> rusqlite::Result<Option<Ticket>> {
    let text = no.to_string();
    let found = conn
        .prepare_cached(include_str!("sql/ticket.sql"))?
        .query_row([&text], |row| {
            let closed = match (get_day_opt(row, 21)?, get_opt::<CloseResult>(row, 22)?) {
                (Some(on), Some(result)) => Some((on, result)),
                _ => None,
            };
            Ok(Ticket {
                no: no.clone(),
                kind: type_of(conn, &key(row, 1)?, row.get(3)?)?,
                title: row.get(4)?,
                requester: get_opt(row, 5)?,
                urgency: get(row, 6)?,
                complexity: get(row, 7)?,
                state: get(row, 8)?,
                received_on: get_day(row, 9)?,
                asked_for: get_day_opt(row, 10)?,
                agreed_on: get_day_opt(row, 11)?,
                agreed_at: get_day_opt(row, 30)?,
                due_on: get_day_opt(row, 12)?,
                assigned_on: get_day_opt(row, 13)?,
                first: get_opt(row, 14)?,
                second: get_opt(row, 15)?,
                engaged: match (get_opt(row, 31)?, get_opt(row, 32)?) {
                    (Some(first), Some(second)) => Some([first, second]),
                    _ => None,
                },
                postponement: None,
                incidents: Vec::new(),
                escalated_on: get_day_opt(row, 29)?,
                thirds: Vec::new(),
                helps: Vec::new(),
                delivered_on: get_day_opt(row, 16)?,
                confirmed_on: get_day_opt(row, 28)?,
                accepted_on: get_day_opt(row, 17)?,
                answers: get_json(row, 18)?,
                text: get_opt(row, 24)?,
                review_by: get_day_opt(row, 25)?,
                take_by: get_day_opt(row, 26)?,
                taken_on: get_day_opt(row, 27)?,
                items: BTreeMap::new(),
                records: Vec::new(),
                written: BTreeMap::new(),
                settled: BTreeMap::new(),
                steps: row.get::<_, u32>(19)? as usize,
                audits: Vec::new(),
                reviews: Vec::new(),
                pauses: Vec::new(),
                rating: get_json_opt(row, 20)?,
                closed,
                next_words: row.get::<_, u32>(23)? + 1,
                in_opportunity: row.get(33)?,
            })
        })
        .optional()?;
    let Some(mut ticket) = found else { return Ok(None) };
    ticket.items = items(conn, &text)?;
    ticket.records = list(conn, &text, "SELECT number, kind, day, struck FROM ticket_record", |row| {
        let struck = row.get::<_, Option<String>>(3)?.is_some();
        Ok(RecordRow { number: row.get(0)?, kind: row.get(1)?, on: get_day(row, 2)?, struck })
    })?;
    let covering = |kind: &&RecordKind| !kind.covers.is_empty() || kind.settled.is_some();
    if ticket.kind.records.iter().any(|kind| covering(&kind)) {
        let written = "SELECT number, answers FROM ticket_record";
        ticket.written =
            list(conn, &text, written, |row| Ok((row.get(0)?, get_json(row, 1)?)))?.into_iter().collect();
        let settled = "SELECT record, settled_on, accepted FROM ticket_settlement";
        ticket.settled = list(conn, &text, settled, |row| {
            Ok((row.get(0)?, Settlement { on: get_day(row, 1)?, accepted: row.get(2)? }))
        })?
        .into_iter()
        .collect();
    }
    let audits = "SELECT round, asked_on, file, late, decided_on, accepted FROM ticket_audit";
    ticket.audits = list(conn, &text, audits, |row| {
        let decided = get_day_opt(row, 4)?.zip(row.get(5)?);
        let (round, asked_on, file) = (row.get(0)?, get_day(row, 1)?, get(row, 2)?);
        Ok(AuditRound { round, asked_on, file, late: row.get(3)?, decided })
    })?;
    ticket.reviews = list(conn, &text, "SELECT number, day, outcome, review_by FROM ticket_review", |row| {
        Ok(Review { on: get_day(row, 1)?, outcome: get(row, 2)?, by: get_day(row, 3)? })
    })?;
    ticket.pauses = list(conn, &text, "SELECT number, from_day, to_day FROM ticket_pause", |row| {
        Ok(Pause { from: get_day(row, 1)?, to: get_day_opt(row, 2)? })
    })?;
    hands(conn, &text, &mut ticket)?;
    Ok(Some(ticket))
}

/// Who was asked, passed on to and approved, and what others were asked.
fn hands(conn: &Connection, text: &str, ticket: &mut Ticket) -> rusqlite::Result<()> {
    let asked = "SELECT number, free_on, to_day, asked_on, answered_on, answer FROM ticket_postponement";
    let asked = list(conn, text, asked, |row| {
        let answered = get_day_opt(row, 4)?.zip(get_opt(row, 5)?);
        let (free_on, to, asked_on) = (get_day(row, 1)?, get_day(row, 2)?, get_day(row, 3)?);
        Ok(Postponement { words: row.get(0)?, free_on, to, asked_on, answered })
    })?;
    ticket.postponement = asked.into_iter().next();
    let incidents = "SELECT incident, staff_no, passed_by, from_day, until_day, passed_on, taken_on, refused_on, returned_on, number FROM ticket_incident";
    ticket.incidents = list(conn, text, incidents, |row| {
        Ok(Incident {
            number: row.get(0)?,
            words: row.get(9)?,
            to: get(row, 1)?,
            by: get(row, 2)?,
            from: get_day(row, 3)?,
            until: get_day(row, 4)?,
            passed_on: get_day(row, 5)?,
            taken_on: get_day_opt(row, 6)?,
            refused_on: get_day_opt(row, 7)?,
            returned_on: get_day_opt(row, 8)?,
        })
    })?;
    ticket.thirds = list(conn, text, "SELECT staff_no, post, own FROM ticket_third", |row| {
        Ok(ThirdApproval { staff_no: get(row, 0)?, post: get(row, 1)?, own: get_opt(row, 2)? })
    })?;
    let helps = "SELECT help, source, department, asked_on, answered_on, solved FROM ticket_help";
    ticket.helps = list(conn, text, helps, |row| {
        let answered = get_day_opt(row, 4)?.zip(row.get(5)?);
        let (number, from, department) = (row.get(0)?, get(row, 1)?, row.get(2)?);
        Ok(Help { number, from, department, asked_on: get_day(row, 3)?, answered })
    })?;
    Ok(())
}

fn items(conn: &Connection, ticket: &str) -> rusqlite::Result<BTreeMap<String, ItemState>> {
    conn.prepare_cached("SELECT item, state FROM ticket_item WHERE ticket = ?1")?
        .query_map([ticket], |row| Ok((row.get(0)?, get_json(row, 1)?)))?
        .collect()
}

/// Rows of a ticket, in the order of their numbers: each table's key.
fn list<T>(
    conn: &Connection,
    ticket: &str,
    select: &str,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Vec<T>> {
    conn.prepare_cached(&format!("{select} WHERE ticket = ?1 ORDER BY 1"))?
        .query_map([ticket], read)?
        .collect()
}
