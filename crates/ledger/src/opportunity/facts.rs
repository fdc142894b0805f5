//! What the rules of opportunities need to know.

use crate::column::{get, get_day, get_day_opt, get_json, get_opt};
use chrono::NaiveDate;
use domain::customer::CustomerNo;
use domain::kernel::{Month, UnitCode};
use domain::opportunity::{Basics, Concluded, Conclusion, Opportunity, OpportunityNo, RecordRow, UnitFacts};
use domain::ticket::{LinkFacts, TicketLink, TicketNo};
use rusqlite::{Connection, OptionalExtension as _};

/// The unit's last number of a month; 0 where it has none.
pub fn last_serial(conn: &Connection, unit: &UnitCode, month: Month) -> rusqlite::Result<u32> {
    conn.prepare_cached("SELECT coalesce(max(serial), 0) FROM opportunity WHERE unit = ?1 AND month = ?2")?
        .query_row((unit.as_str(), month.to_string()), |row| row.get(0))
}

/// What is to be known of a unit, and whether that customer is one of its own.
pub fn unit(
    conn: &Connection,
    unit: &UnitCode,
    customer: &CustomerNo,
    today: NaiveDate,
) -> rusqlite::Result<UnitFacts> {
    Ok(UnitFacts {
        customer_known: crate::customer::facts::is_known(conn, unit, customer)?,
        on_duty: crate::ticket::facts::on_duty(conn, unit, today)?,
        today,
    })
}

/// An opportunity with everything that its rules read.
pub fn opportunity(conn: &Connection, no: &OpportunityNo) -> rusqlite::Result<Option<Opportunity>> {
    let text = no.to_string();
    let found = conn
        .prepare_cached(include_str!("sql/opportunity.sql"))?
        .query_row([&text], |row| {
            let basics = Basics {
                title: row.get(0)?,
                customer: get(row, 1)?,
                class: row.get(2)?,
                source: row.get(3)?,
                finder: get(row, 4)?,
                amount: get_opt(row, 5)?,
                expected_on: get_day_opt(row, 6)?,
                engineer: get_opt(row, 7)?,
            };
            let concluded = match (get_opt(row, 14)?, get_day_opt(row, 15)?) {
                (Some(outcome), Some(on)) => Some(Conclusion { outcome, on, amount: get_opt(row, 16)? }),
                _ => None,
            };
            Ok(Opportunity {
                no: no.clone(),
                basics,
                people: get(row, 8)?,
                found_on: get_day(row, 9)?,
                stage: get(row, 10)?,
                since: get_day(row, 11)?,
                answers: get_json(row, 12)?,
                text: get_opt(row, 13)?,
                records: Vec::new(),
                concluded,
                handed_over_on: get_day_opt(row, 17)?,
                voided: row.get(19)?,
                next_words: row.get::<_, u32>(18)? + 1,
            })
        })
        .optional()?;
    let Some(mut opportunity) = found else { return Ok(None) };
    opportunity.records = conn
        .prepare_cached(include_str!("sql/record_rows.sql"))?
        .query_map([&text], |row| {
            let struck = row.get::<_, Option<String>>(3)?.is_some();
            let (number, kind, on) = (row.get(0)?, row.get(1)?, get_day(row, 2)?);
            Ok(RecordRow { number, kind, on, file: get_opt(row, 4)?, struck })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Some(opportunity))
}

/// How many tickets belong to an opportunity.
pub fn ticket_count(conn: &Connection, no: &OpportunityNo) -> rusqlite::Result<u32> {
    conn.prepare_cached("SELECT count(*) FROM ticket_link WHERE opportunity = ?1")?
        .query_row([no.to_string()], |row| row.get(0))
}

/// What a ticket belongs to.
pub fn ticket_link(conn: &Connection, ticket: &TicketNo) -> rusqlite::Result<TicketLink> {
    let found = conn
        .prepare_cached(include_str!("sql/ticket_link.sql"))?
        .query_row([ticket.to_string()], |row| {
            Ok(TicketLink { customer: get_opt(row, 0)?, opportunity: get_opt(row, 1)? })
        })
        .optional()?;
    Ok(found.unwrap_or_default())
}

/// What linking a ticket has to know; customers and opportunities of other units are not on record for it.
pub fn link(conn: &Connection, ticket: &TicketNo, wanted: &TicketLink) -> rusqlite::Result<LinkFacts> {
    let found = crate::ticket::facts::ticket(conn, ticket)?;
    let kept = found.is_some_and(|ticket| ticket.kind.opportunity && ticket.state.ended());
    let known = |no: &CustomerNo| crate::customer::facts::is_known(conn, &ticket.unit, no);
    let own = wanted.opportunity.as_ref().filter(|no| no.unit == ticket.unit);
    let project = own.map(|no| opportunity(conn, no)).transpose()?.flatten();
    Ok(LinkFacts {
        before: ticket_link(conn, ticket)?,
        customer_known: wanted.customer.as_ref().map(known).transpose()?.unwrap_or_default(),
        customer_of_opportunity: project.filter(|p| !p.voided).map(|project| project.basics.customer),
        keeps_opportunity: kept,
    })
}

/// Every opportunity that ended between two days, of these units.
pub fn concluded(
    conn: &Connection,
    units: &[UnitCode],
    from: NaiveDate,
    to: NaiveDate,
) -> rusqlite::Result<Vec<Concluded>> {
    let all: Vec<Concluded> = conn
        .prepare_cached(include_str!("sql/concluded.sql"))?
        .query_map((from.to_string(), to.to_string()), |row| {
            let (unit, engineer, outcome) = (get(row, 0)?, get_opt(row, 1)?, get(row, 2)?);
            Ok(Concluded { unit, engineer, outcome, on: get_day(row, 3)? })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(all.into_iter().filter(|one| units.contains(&one.unit)).collect())
}
