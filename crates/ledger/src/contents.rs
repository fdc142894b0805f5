//! What is written in attached files: which are still to be read, and the text of those that have been, for the index and
//! for passages. Who reads them stands elsewhere; here is only what is kept.
//!
//! A file is read once, whatever it hangs on, since its digest is its name. Its text is kept deflated beside the index and not within
//! [`search`](crate::search)'s texts: a ticket is indexed anew with each of its acts, its files never change.

use crate::LedgerError;
use crate::column::get;
use domain::document::DocumentNo;
use domain::kernel::{Digest, UnitCode};
use domain::search::SearchKind;
use domain::ticket::{TicketFile, TicketNo};
use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;
use rusqlite::{Connection, OptionalExtension as _, params};
use serde::{Deserialize, Serialize};
use std::io::{Read as _, Write as _};

/// Why a file is never read again: somebody's data in what it belongs to have been erased.
pub const ERASED: &str = "erased";

/// A piece of a file's text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// Where it stands, as its reader says it; here it is only kept.
    pub place: serde_json::Value,
    /// The text.
    pub text: String,
}

/// What became of reading a file.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// Its text.
    Read {
        /// What the file is.
        kind: String,
        /// Its text by places.
        parts: Vec<Part>,
        /// Whether it has more.
        cut: bool,
    },
    /// Why it has none.
    Unreadable(String),
}

/// What is known of a file's contents without its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// Not read yet.
    Due,
    /// Read; whether it has more text than was read.
    Read {
        /// Whether it has more.
        cut: bool,
    },
    /// Not to be read, and why.
    Unreadable(String),
}

/// Files that are still to be read, so many at most.
pub fn due(conn: &Connection, most: u32) -> rusqlite::Result<Vec<Digest>> {
    conn.prepare_cached(include_str!("sql/contents_due.sql"))?.query_map([most], |row| get(row, 0))?.collect()
}

/// How many files are still to be read of those units' things, of all where `None`; without those of the hidden documents.
pub fn due_of(conn: &Connection, units: Option<&[UnitCode]>, hidden: &[DocumentNo]) -> rusqlite::Result<u64> {
    let units = units.map(|units| serde_json::to_string(units).unwrap_or_default());
    let hidden = serde_json::to_string(hidden).unwrap_or_default();
    conn.prepare_cached(include_str!("sql/contents_due_of.sql"))?
        .query_row((units, hidden), |row| Ok(row.get::<_, i64>(0)?.unsigned_abs()))
}

/// How many files of these tickets were not read yet, those of their documents among them, but for hidden ones.
pub fn due_on(conn: &Connection, tickets: &[TicketNo], hidden: &[DocumentNo]) -> rusqlite::Result<u64> {
    let tickets = serde_json::to_string(tickets).unwrap_or_default();
    let hidden = serde_json::to_string(hidden).unwrap_or_default();
    conn.prepare_cached(include_str!("sql/contents_due_on.sql"))?
        .query_row((tickets, hidden), |row| Ok(row.get::<_, i64>(0)?.unsigned_abs()))
}

/// Keeps what became of reading a file, and notes that the words of what it hangs on have changed. What is known already stays.
pub fn keep(conn: &Connection, file: &Digest, outcome: &Outcome) -> Result<(), LedgerError> {
    let (kind, reason, cut, parts) = match outcome {
        Outcome::Read { kind, parts, cut } => (Some(kind), None, *cut, Some(deflated(parts))),
        Outcome::Unreadable(reason) => (None, Some(reason), false, None),
    };
    let added = conn
        .prepare_cached("INSERT OR IGNORE INTO file_content (digest, kind, reason, cut, parts) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute(params![file.to_string(), kind, reason, cut, parts])?;
    if added > 0 {
        conn.prepare_cached(
            "INSERT OR IGNORE INTO search_due SELECT ?1, ticket FROM ticket_file WHERE digest = ?2",
        )?
        .execute([SearchKind::Ticket.word(), &file.to_string()])?;
        conn.prepare_cached(
            "INSERT OR IGNORE INTO search_due SELECT ?1, document FROM document_version WHERE file = ?2",
        )?
        .execute([SearchKind::Document.word(), &file.to_string()])?;
    }
    Ok(())
}

/// What is known of a file's contents.
pub fn state(conn: &Connection, file: &Digest) -> rusqlite::Result<State> {
    let found = conn
        .prepare_cached("SELECT reason, cut FROM file_content WHERE digest = ?1")?
        .query_row([file.to_string()], |row| Ok((row.get::<_, Option<String>>(0)?, row.get(1)?)))
        .optional()?;
    Ok(match found {
        None => State::Due,
        Some((Some(reason), _)) => State::Unreadable(reason),
        Some((None, cut)) => State::Read { cut },
    })
}

/// A file's text by places; nothing where it has not been read or has none.
pub fn parts(conn: &Connection, file: &Digest) -> rusqlite::Result<Vec<Part>> {
    let found: Option<Vec<u8>> = conn
        .prepare_cached("SELECT parts FROM file_content WHERE digest = ?1")?
        .query_row([file.to_string()], |row| row.get(0))
        .optional()?
        .flatten();
    Ok(found.and_then(|bytes| inflated(&bytes)).unwrap_or_default())
}

/// The files of a ticket that whoever may look for words may read, those that hold first, each once.
pub fn of_ticket(conn: &Connection, no: &TicketNo) -> Result<Vec<TicketFile>, LedgerError> {
    let has_some =
        conn.prepare_cached("SELECT 1 FROM ticket_file WHERE ticket = ?1")?.exists([no.to_string()])?;
    if !has_some {
        return Ok(Vec::new());
    }
    let Some(ticket) = crate::ticket::facts::ticket(conn, no)? else { return Ok(Vec::new()) };
    let acts = crate::ticket::query::acts(conn, no)?;
    let events: Vec<_> = acts
        .iter()
        .filter_map(|entry| domain::Event::decode(&entry.kind, entry.version, &entry.body))
        .collect();
    let mut files = domain::ticket::files(&events);
    files.retain(|file| !file.is_restricted(&ticket.kind));
    files.sort_by_key(|file| !file.holds);
    let mut seen = std::collections::BTreeSet::new();
    files.retain(|file| seen.insert(file.digest));
    Ok(files)
}

/// The documents and tickets that a file belongs to, as `document/CD-TB202610001` and `ticket/CD-202610-0001`.
pub fn of_file(conn: &Connection, file: &Digest) -> rusqlite::Result<Vec<String>> {
    let sql = "SELECT DISTINCT 'document/' || document FROM document_version WHERE file = ?1 \
         UNION ALL SELECT 'ticket/' || ticket FROM ticket_file WHERE digest = ?1";
    conn.prepare_cached(sql)?.query_map([file.to_string()], |row| row.get(0))?.collect()
}

/// The versions of a document, the newest first; of contents that come again only the newest.
pub fn of_document(conn: &Connection, document: &str) -> rusqlite::Result<Vec<(u32, Digest)>> {
    let sql =
        "SELECT max(number), file FROM document_version WHERE document = ?1 GROUP BY file ORDER BY 1 DESC";
    conn.prepare_cached(sql)?.query_map([document], |row| Ok((row.get(0)?, get(row, 1)?)))?.collect()
}

/// Takes the texts of a thing's files away for good: they may name whose data have been erased. The files themselves stay. The answer
/// is all tickets and documents that the files hang on, by kind and key.
pub(crate) fn forget(
    conn: &Connection,
    kind: SearchKind,
    key: &str,
) -> rusqlite::Result<Vec<(String, String)>> {
    if !matches!(kind, SearchKind::Ticket | SearchKind::Document) {
        return Ok(Vec::new());
    }
    conn.prepare_cached(include_str!("sql/contents_forget.sql"))?.execute([kind.word(), key, ERASED])?;
    conn.prepare_cached(include_str!("sql/contents_beside.sql"))?
        .query_map([kind.word(), key], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}

fn deflated(parts: &[Part]) -> Vec<u8> {
    let mut encoder = DeflateEncoder::new(Vec::new(), Compression::fast());
    let json = serde_json::to_vec(parts).unwrap_or_default();
    // Writing into memory does not fail.
    encoder.write_all(&json).and_then(|()| encoder.finish()).unwrap_or_default()
}

fn inflated(bytes: &[u8]) -> Option<Vec<Part>> {
    let mut json = Vec::new();
    DeflateDecoder::new(bytes).read_to_end(&mut json).ok()?;
    serde_json::from_slice(&json).ok()
}
