//! What a customer's page shows beside the facts of its rules.

use crate::LedgerError;
use crate::column::{get, get_opt};
use crate::filter::Filter;
use crate::journal::Entry;
use domain::customer::CustomerNo;
use rusqlite::{Connection, OptionalExtension as _, params_from_iter};

/// A customer's name; `None` where there is no such customer.
pub fn name(conn: &Connection, no: &CustomerNo) -> rusqlite::Result<Option<String>> {
    conn.prepare_cached("SELECT name FROM customer WHERE customer = ?1")?
        .query_row([no.to_string()], |row| row.get(0))
        .optional()
}

/// Customers with these words in number or name, those that were struck among them, so many at most: number and name.
pub fn named(conn: &Connection, text: &str, most: u32) -> rusqlite::Result<Vec<(String, String)>> {
    let mut filter = Filter::default();
    filter.words(text, &["customer", "name"]);
    let (clause, limit) = (filter.clause(), filter.value(most));
    let text = format!("SELECT customer, name FROM customer {clause} ORDER BY unit, serial LIMIT {limit}");
    conn.prepare_cached(&text)?
        .query_map(params_from_iter(filter.values), |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}

/// Why a customer was struck, and into whom it was merged.
#[derive(Clone, Debug)]
pub struct Struck {
    /// The reason.
    pub reason: String,
    /// The customer that it is.
    pub into: Option<CustomerNo>,
}

/// Why a customer was struck; `None` of one on the list.
pub fn struck(conn: &Connection, no: &CustomerNo) -> rusqlite::Result<Option<Struck>> {
    conn.prepare_cached("SELECT struck, merged_into FROM customer WHERE customer = ?1")?
        .query_row([no.to_string()], |row| {
            let reason: Option<String> = row.get(0)?;
            let into = get_opt(row, 1)?;
            Ok(reason.map(|reason| Struck { reason, into }))
        })
        .optional()
        .map(Option::flatten)
}

/// The customers that were merged into that one, by number.
pub fn merged(conn: &Connection, no: &CustomerNo) -> rusqlite::Result<Vec<CustomerNo>> {
    conn.prepare_cached("SELECT customer FROM customer WHERE merged_into = ?1 ORDER BY unit, serial")?
        .query_map([no.to_string()], |row| get(row, 0))?
        .collect()
}

/// The last so many things that were done with a customer, newest first: what is known of it and of those that
/// were merged into it, its projects and its tickets, from their beginning to their end (CUS-04).
///
/// # Errors
/// What SQLite says, and damage of an entry.
pub fn acts(conn: &Connection, no: &CustomerNo, limit: u32) -> Result<Vec<Entry>, LedgerError> {
    crate::journal::entries_of(conn, include_str!("sql/acts.sql"), (no.to_string(), limit))
}
