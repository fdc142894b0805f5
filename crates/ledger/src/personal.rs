//! Personal data beside the chain, so that it can be erased without breaking it (个人信息保护法).
//!
//! An event holds a subject and a salted digest; the fields stand here with the salt. Once both are erased, the digest
//! cannot be tried against guessed names.

use crate::connect::wait_in_turn;
use crate::{LedgerError, organisation};
use chrono::{DateTime, NaiveDate, Utc};
use domain::customer::CustomerNo;
use domain::document::DocumentPart;
use domain::kernel::{Digest, StaffNo};
use domain::opportunity::OpportunityNo;
use domain::personal::{EraseFacts, FilePart, OpportunityPart, Subject};
use domain::registers::FormState;
use rusqlite::{Connection, OptionalExtension as _, params};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::time::Duration;

const INSERT: &str = include_str!("sql/personal_insert.sql");
const NAMED: &str = "INSERT OR IGNORE INTO personal_named VALUES (?1, ?2)";
const FORGOTTEN: &str = "DELETE FROM personal_named WHERE subject = ?1";
const RETIRE: &str = "UPDATE personal SET current = 0 WHERE subject = ?1 AND current = 1";
const CURRENT: &str = "SELECT fields, digest FROM personal WHERE subject = ?1 AND current = 1";
const AT: &str = "SELECT fields FROM personal WHERE subject = ?1 AND digest = ?2";
const MANY: &str = include_str!("sql/personal_many.sql");
const NAMES: &str = include_str!("sql/personal_names.sql");

pub(crate) fn put(
    conn: &Connection,
    subject: &str,
    fields: &Map<String, Value>,
) -> Result<Digest, LedgerError> {
    let text = serde_json::to_string(fields).expect("a map of JSON values");
    let current: Option<(String, String)> = conn
        .prepare_cached(CURRENT)?
        .query_row([subject], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    if let Some((_, digest)) = current.filter(|(known, _)| *known == text) {
        return Digest::parse(&digest)
            .ok_or_else(|| LedgerError::damaged(format!("personal data of {subject}")));
    }
    let salt = crate::open::random()?;
    let digest = digest(&salt, &text);
    conn.prepare_cached(RETIRE)?.execute([subject])?;
    conn.prepare_cached(INSERT)?.execute(params![subject, digest.to_string(), salt, text])?;
    Ok(digest)
}

/// The journal names these data: they must be there until it says that they were erased.
pub(crate) fn named(conn: &Connection, subject: &Subject, digest: &Digest) -> rusqlite::Result<()> {
    conn.prepare_cached(NAMED)?.execute([subject.to_string(), digest.to_string()]).map(drop)
}

/// The journal says that these data were erased.
pub(crate) fn forgotten(conn: &Connection, subject: &Subject) -> rusqlite::Result<()> {
    conn.prepare_cached(FORGOTTEN)?.execute([subject.to_string()]).map(drop)
}

/// Subjects whose data are not those that the journal names: gone without having been erased, or put there by somebody.
pub(crate) fn unnamed(conn: &Connection) -> Result<Vec<String>, LedgerError> {
    let mut statement = conn.prepare(include_str!("sql/personal_unnamed.sql"))?;
    let subjects = statement.query_map([], |row| row.get(0))?;
    Ok(subjects.collect::<Result<_, _>>()?)
}

pub(crate) fn digest(salt: &[u8], fields: &str) -> Digest {
    Digest::of(&[salt, fields.as_bytes()])
}

pub(crate) fn erase(conn: &Connection, subject: &str) -> Result<usize, LedgerError> {
    Ok(conn.prepare_cached("DELETE FROM personal WHERE subject = ?1")?.execute([subject])?)
}

/// Moves the write-ahead log into the database and empties it. `false`: a reader still needs it.
pub(crate) fn purge_log(conn: &mut Connection) -> bool {
    // A long look (verify, backup) must not hold up whoever erases.
    let patient = conn.busy_timeout(Duration::from_millis(100));
    let busy: rusqlite::Result<i64> = conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0));
    let restored = patient.and_then(|()| wait_in_turn(conn));
    matches!((busy, restored), (Ok(0), Ok(())))
}

/// Current personal data of a subject; `None` where there is none, or none any more.
///
/// # Errors
/// What SQLite says; [`LedgerError::Damaged`] where the stored text is no JSON object.
pub fn personal(conn: &Connection, subject: &str) -> Result<Option<Map<String, Value>>, LedgerError> {
    let text: Option<String> =
        conn.prepare_cached(CURRENT)?.query_row([subject], |row| row.get(0)).optional()?;
    text.map(|text| parse(subject, &text)).transpose()
}

/// Personal data of a subject as a certain event named it, current or not.
///
/// # Errors
/// As [`personal`].
pub fn personal_at(
    conn: &Connection,
    subject: &str,
    digest: &Digest,
) -> Result<Option<Map<String, Value>>, LedgerError> {
    let text: Option<String> =
        conn.prepare_cached(AT)?.query_row([subject, &digest.to_string()], |row| row.get(0)).optional()?;
    text.map(|text| parse(subject, &text)).transpose()
}

/// Current personal data of many subjects in one query; those without any are left out.
///
/// # Errors
/// As [`personal`].
pub fn personal_many(
    conn: &Connection,
    subjects: &[&str],
) -> Result<BTreeMap<String, Map<String, Value>>, LedgerError> {
    let mut found = BTreeMap::new();
    let mut statement = conn.prepare_cached(MANY)?;
    let mut rows = statement.query([list(subjects)])?;
    while let Some(row) = rows.next()? {
        let (subject, text): (String, String) = (row.get(0)?, row.get(1)?);
        let fields = parse(&subject, &text)?;
        found.insert(subject, fields);
    }
    Ok(found)
}

/// What is known of engineers besides the name, of those of whom something is.
///
/// # Errors
/// As [`personal`].
pub fn personal_besides(conn: &Connection) -> Result<BTreeMap<String, Map<String, Value>>, LedgerError> {
    let mut found = BTreeMap::new();
    let mut statement = conn.prepare_cached(include_str!("sql/personal_besides.sql"))?;
    let mut rows = statement.query([Subject::ENGINEER])?;
    while let Some(row) = rows.next()? {
        let (subject, text): (String, String) = (row.get(0)?, row.get(1)?);
        let mut fields = parse(&subject, &text)?;
        fields.remove("name");
        found.insert(subject, fields);
    }
    Ok(found)
}

/// The current `name` fields of many subjects in one query; those without one are left out.
///
/// # Errors
/// As [`personal`].
pub fn names(conn: &Connection, subjects: &[&str]) -> Result<BTreeMap<String, String>, LedgerError> {
    let mut statement = conn.prepare_cached(NAMES)?;
    let rows = statement.query_map([list(subjects)], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The current `name` fields of all subjects that have one.
///
/// # Errors
/// As [`personal`].
pub fn all_names(conn: &Connection) -> Result<BTreeMap<String, String>, LedgerError> {
    let mut statement = conn.prepare_cached(include_str!("sql/personal_all_names.sql"))?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn list(subjects: &[&str]) -> String {
    serde_json::to_string(subjects).expect("a list of texts")
}

fn parse(subject: &str, text: &str) -> Result<Map<String, Value>, LedgerError> {
    serde_json::from_str(text).map_err(|_| LedgerError::damaged(format!("personal data of {subject}")))
}

/// What is kept of a person's file.
fn file_of(conn: &Connection, staff_no: &StaffNo) -> Result<Vec<Subject>, LedgerError> {
    let mut file = kept(conn, Subject::FILE, staff_no.as_str())?;
    file.retain(|found| matches!(found, Subject::File(_, of) if of == staff_no));
    Ok(file)
}

/// What is kept of a customer and of its people.
///
/// # Errors
/// What SQLite says.
pub fn kept_of_customer(conn: &Connection, no: &CustomerNo) -> Result<Vec<Subject>, LedgerError> {
    let mut found = kept(conn, Subject::CUSTOMER, &no.to_string())?;
    found.retain(|found| matches!(found, Subject::Customer(_, of) if of == no));
    Ok(found)
}

/// What is kept of an opportunity.
///
/// # Errors
/// What SQLite says.
pub fn kept_of_opportunity(conn: &Connection, no: &OpportunityNo) -> Result<Vec<Subject>, LedgerError> {
    let mut found = kept(conn, Subject::OPPORTUNITY, &no.to_string())?;
    found.retain(|found| matches!(found, Subject::Opportunity(_, of) if of == no));
    Ok(found)
}

/// Subjects that begin and end so, of which something is kept.
fn kept(conn: &Connection, begins: &str, ends: &str) -> Result<Vec<Subject>, LedgerError> {
    let mut statement = conn.prepare_cached(include_str!("sql/personal_file.sql"))?;
    let subjects = statement.query_map([begins, ends], |row| row.get::<_, String>(0))?;
    let mut found = Vec::new();
    for subject in subjects {
        found.extend(subject?.parse::<Subject>().ok());
    }
    Ok(found)
}

/// Facts for erasing what is kept of a subject.
///
/// # Errors
/// What SQLite says.
pub fn erase_facts(
    conn: &Connection,
    subject: &Subject,
    today: NaiveDate,
    now: DateTime<Utc>,
) -> Result<EraseFacts, LedgerError> {
    let kept = personal(conn, &subject.to_string())?.is_some();
    let mut facts = EraseFacts { kept, today, now, ..EraseFacts::default() };
    match subject {
        Subject::Engineer(staff_no) => {
            facts.stays = crate::people::query::memberships_of(conn, staff_no)?;
            facts.announced = crate::people::dossier::is_announced(conn, staff_no)?;
            facts.file = file_of(conn, staff_no)?;
            facts.retention_months = crate::account::query::retention_months(conn)?;
        }
        // Who answers for somebody may go before they do.
        Subject::File(FilePart::Manager(_), _) => {}
        Subject::File(_, staff_no) => {
            facts.stays = crate::people::query::memberships_of(conn, staff_no)?;
            facts.retention_months = crate::account::query::retention_months(conn)?;
        }
        Subject::Account(account) => {
            let accounts = crate::account::query::accounts(conn)?;
            facts.account_open = accounts.iter().any(|a| a.account == *account && a.open);
        }
        Subject::Certificate(fingerprint) => {
            let registered = organisation::query::certificates(conn)?.into_iter().map(|(_, c)| c);
            let mut known = registered.chain(organisation::query::roots(conn)?);
            facts.valid_until = known.find(|c| c.fingerprint == *fingerprint).map(|c| c.not_after);
        }
        Subject::Ticket(_, no) => {
            let ticket = crate::ticket::facts::ticket(conn, no)?;
            facts.matter_open = ticket.is_some_and(|ticket| !ticket.state.ended());
        }
        // What was said in passing, and what a record says of people, may go at any time; who is asked about an opportunity, and what
        // its stages rest on, once it has ended.
        Subject::Opportunity(OpportunityPart::Record(_) | OpportunityPart::Words(_), _) => {}
        Subject::Opportunity(OpportunityPart::Manager | OpportunityPart::Fields, no) => {
            let opportunity = crate::opportunity::facts::opportunity(conn, no)?;
            facts.matter_open = opportunity.is_some_and(|known| known.concluded.is_none() && !known.voided);
        }
        Subject::Form(_, no) => {
            let form = crate::registers::facts::form(conn, no)?;
            facts.matter_open = form.is_some_and(|form| form.state == FormState::Open);
        }
        // Title, note and tags are what the document is found by; what stands in others, and former titles, may go at any time.
        Subject::Document(DocumentPart::Text(number), no) => {
            let document = crate::document::facts::document(conn, no)?;
            facts.matter_open = document.is_some_and(|known| known.text_number == *number && !known.voided);
        }
        // Whoever is a customer's may ask for it at any time.
        Subject::Document(DocumentPart::Version(_) | DocumentPart::Words(_), _)
        | Subject::Customer(..)
        | Subject::UnitManager(_)
        | Subject::Representative(_)
        | Subject::Receiver(..)
        | Subject::PaperSigners(..) => {}
    }
    Ok(facts)
}
