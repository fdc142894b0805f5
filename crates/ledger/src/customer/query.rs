//! What a customer's page shows beside the facts of its rules.

use crate::LedgerError;
use crate::column::get_opt;
use crate::journal::Entry;
use domain::customer::CustomerNo;
use rusqlite::{Connection, OptionalExtension as _};

/// A customer's name; `None` where there is no such customer.
pub fn name(conn: &Connection, no: &CustomerNo) -> rusqlite::Result<Option<String>> {
    conn.prepare_cached("SELECT name FROM customer WHERE customer = ?1")?
        .query_row([no.to_string()], |row| row.get(0))
        .optional()
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

/// The last so many things that were done with a customer, newest first: what is known of it, its projects and its tickets, from
/// their beginning to their end (CUS-04).
///
/// # Errors
/// What SQLite says, and damage of an entry.
pub fn acts(conn: &Connection, no: &CustomerNo, limit: u32) -> Result<Vec<Entry>, LedgerError> {
    crate::journal::entries_of(conn, include_str!("sql/acts.sql"), (no.to_string(), limit))
}
