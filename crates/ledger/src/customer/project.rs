//! Events of customers → rows.

use crate::column::word;
use crate::project::{Origin, run};
use crate::search;
use domain::customer::{CustomerNo, spelling};
use domain::event::{ContactLeft, ContactRecorded, CustomerChanged, CustomerRegistered, CustomerStruck};
use domain::search::SearchKind;
use rusqlite::{Connection, OptionalExtension as _, params};

/// Notes the act on the customer's timeline. What is known of one that was merged, is found with the other.
fn act(conn: &Connection, from: &Origin<'_>, customer: &CustomerNo) -> rusqlite::Result<String> {
    let customer = customer.to_string();
    let row = params![customer, from.entry.key.origin.to_string(), from.entry.key.seq as i64];
    run(conn, "INSERT OR REPLACE INTO customer_act VALUES (?1, ?2, ?3)", row)?;
    search::due(conn, SearchKind::Customer, &customer)?;
    if let Some(into) = merged_into(conn, &customer)? {
        search::due(conn, SearchKind::Customer, &into)?;
    }
    Ok(customer)
}

/// The customer that one is, which was merged.
pub(crate) fn merged_into(conn: &Connection, customer: &str) -> rusqlite::Result<Option<String>> {
    conn.prepare_cached("SELECT merged_into FROM customer WHERE customer = ?1 AND merged_into IS NOT NULL")?
        .query_row([customer], |row| row.get(0))
        .optional()
}

pub(crate) fn registered(
    conn: &Connection,
    from: &Origin<'_>,
    e: &CustomerRegistered,
) -> rusqlite::Result<()> {
    let customer = act(conn, from, &e.customer)?;
    let row = params![
        customer,
        e.customer.unit.as_str(),
        e.customer.serial,
        e.basics.name,
        e.basics.sector,
        e.basics.grade,
        e.text.as_ref().map(word),
        from.account,
        from.at,
        spelling(&e.basics.name),
    ];
    run(conn, "INSERT INTO customer VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, NULL, NULL)", row)
}

pub(crate) fn changed(conn: &Connection, from: &Origin<'_>, e: &CustomerChanged) -> rusqlite::Result<()> {
    let customer = act(conn, from, &e.customer)?;
    search::due_of_customer(conn, &customer)?;
    let row = params![
        customer,
        e.basics.name,
        e.basics.sector,
        e.basics.grade,
        e.text.as_ref().map(word),
        spelling(&e.basics.name),
    ];
    run(conn, include_str!("sql/changed.sql"), row)
}

pub(crate) fn contact(conn: &Connection, from: &Origin<'_>, e: &ContactRecorded) -> rusqlite::Result<()> {
    let customer = act(conn, from, &e.customer)?;
    let row = params![customer, e.number, e.grades.level, e.grades.grade, word(&e.person)];
    run(conn, "INSERT OR REPLACE INTO contact VALUES (?1, ?2, ?3, ?4, ?5, NULL)", row)
}

pub(crate) fn contact_left(conn: &Connection, from: &Origin<'_>, e: &ContactLeft) -> rusqlite::Result<()> {
    let customer = act(conn, from, &e.customer)?;
    let row = params![customer, e.number, word(&e.on)];
    run(conn, "UPDATE contact SET left_on = ?3 WHERE customer = ?1 AND number = ?2", row)
}

/// With the customer that it is, everything of it goes there, and of those that were merged into it before. Its people and what
/// is known of it stay under its number, where they are erased, and are read with the other's.
pub(crate) fn struck(conn: &Connection, from: &Origin<'_>, e: &CustomerStruck) -> rusqlite::Result<()> {
    let customer = act(conn, from, &e.customer)?;
    let row = params![customer, e.reason, e.into.as_ref().map(word)];
    run(conn, "UPDATE customer SET struck = ?2, merged_into = ?3 WHERE customer = ?1", row)?;
    let Some(into) = &e.into else { return Ok(()) };
    let into = act(conn, from, into)?;
    for sql in [
        "UPDATE customer SET merged_into = ?2 WHERE merged_into = ?1",
        "UPDATE opportunity SET customer = ?2 WHERE customer = ?1",
        "UPDATE ticket_link SET customer = ?2 WHERE customer = ?1",
        "UPDATE form SET customer_no = ?2 WHERE customer_no = ?1",
        "UPDATE document SET about_key = ?2 WHERE about_kind = 'customer' AND about_key = ?1",
    ] {
        run(conn, sql, params![customer, into])?;
    }
    search::due_of_customer(conn, &into)
}
