//! What the rules of approvals need to know: the acts, in order.

use crate::LedgerError;
use crate::column::get;
use crate::journal::Entry;
use domain::Event;
use domain::approval::Course;
use domain::document::DocumentNo;
use rusqlite::Connection;

const ACTS: &str = "SELECT entry.record FROM approval_act AS act \
     JOIN entry ON entry.origin = act.origin AND entry.seq = act.seq \
     WHERE act.document = ?1 AND act.number = ?2 ORDER BY entry.rowid";

/// The acts of an approval, oldest first; none where there is none of that number.
///
/// # Errors
/// What SQLite says, and damage of an entry.
pub fn acts(conn: &Connection, no: &DocumentNo, number: u32) -> Result<Vec<Entry>, LedgerError> {
    crate::journal::entries_of(conn, ACTS, (no.to_string(), number))
}

/// The number of a document's last approval; `None` where it was never submitted.
pub fn last_number(conn: &Connection, no: &DocumentNo) -> rusqlite::Result<Option<u32>> {
    conn.prepare_cached("SELECT max(number) FROM approval WHERE document = ?1")?
        .query_row([no.to_string()], |row| row.get(0))
}

/// An approval as its acts left it.
///
/// # Errors
/// As [`acts`].
pub fn course(conn: &Connection, no: &DocumentNo, number: u32) -> Result<Option<Course>, LedgerError> {
    let entries = acts(conn, no, number)?;
    Ok(told(&entries))
}

/// An approval told by entries.
#[must_use]
pub fn told(entries: &[Entry]) -> Option<Course> {
    let events: Vec<(Event, &Entry)> = entries
        .iter()
        .filter_map(|entry| Some((Event::decode(&entry.kind, entry.version, &entry.body)?, entry)))
        .collect();
    Course::told(events.iter().map(|(event, entry)| (event, &entry.actor.account)))
}

/// The approvals that run, each by its document and number.
pub fn running(conn: &Connection) -> rusqlite::Result<Vec<(DocumentNo, u32)>> {
    conn.prepare_cached("SELECT document, number FROM approval WHERE state = 'running' ORDER BY document")?
        .query_map([], |row| Ok((get(row, 0)?, row.get(1)?)))?
        .collect()
}
