//! What a customer's page shows beside the facts of its rules.

use crate::LedgerError;
use crate::journal::Entry;
use domain::customer::CustomerNo;
use rusqlite::{Connection, OptionalExtension as _};

/// A customer's name; `None` where there is no such customer.
pub fn name(conn: &Connection, no: &CustomerNo) -> rusqlite::Result<Option<String>> {
    conn.prepare_cached("SELECT name FROM customer WHERE customer = ?1")?
        .query_row([no.to_string()], |row| row.get(0))
        .optional()
}

/// What was done with a customer, oldest first: what is known of it, its projects and its tickets, from their beginning to their
/// end (CUS-04).
///
/// # Errors
/// What SQLite says, and damage of an entry.
pub fn acts(conn: &Connection, no: &CustomerNo) -> Result<Vec<Entry>, LedgerError> {
    crate::journal::entries_of(conn, include_str!("sql/acts.sql"), &no.to_string())
}
