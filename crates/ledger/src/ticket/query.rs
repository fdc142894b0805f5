//! What a ticket's page shows beside the facts of its rules.

use crate::LedgerError;
use crate::column::{get, get_day, get_day_opt, get_json, get_json_opt, get_opt};
use crate::journal::Entry;
use chrono::NaiveDate;
use domain::form::Answers;
use domain::kernel::{AccountName, Digest, StaffNo};
use domain::ticket::{Behalf, Channel, TicketNo};
use rusqlite::{Connection, OptionalExtension as _};

/// What is said of a ticket once.
#[derive(Clone, Debug)]
pub struct TicketHead {
    /// The customer's organisation.
    pub customer: Option<String>,
    /// Salted digest of 申请人's name and phone.
    pub contact: Option<Digest>,
    /// How it came in.
    pub channel: Channel,
    /// Number and salted digest of who gets copies.
    pub copies: Option<(u32, Digest)>,
}

/// What is said of a ticket once; `None` where there is no such ticket.
pub fn head(conn: &Connection, no: &TicketNo) -> rusqlite::Result<Option<TicketHead>> {
    conn.prepare_cached(include_str!("sql/head.sql"))?
        .query_row([no.to_string()], |row| {
            let copies = row.get::<_, Option<u32>>(3)?.zip(get_opt(row, 4)?);
            Ok(TicketHead { customer: row.get(0)?, contact: get_opt(row, 1)?, channel: get(row, 2)?, copies })
        })
        .optional()
}

/// A record as it was written.
#[derive(Clone, Debug)]
pub struct RecordKept {
    /// 1, 2, …
    pub number: u32,
    /// Its kind.
    pub kind: String,
    /// Its day.
    pub on: NaiveDate,
    /// What was filled in.
    pub answers: Answers,
    /// Salted digest of the personal texts.
    pub text: Option<Digest>,
    /// SHA-256 of its file.
    pub file: Option<Digest>,
    /// Who wrote it.
    pub account: AccountName,
    /// Why it was struck.
    pub struck: Option<String>,
}

/// A ticket's records, in order.
pub fn records(conn: &Connection, no: &TicketNo) -> rusqlite::Result<Vec<RecordKept>> {
    conn.prepare_cached(include_str!("sql/records.sql"))?
        .query_map([no.to_string()], |row| {
            Ok(RecordKept {
                number: row.get(0)?,
                kind: row.get(1)?,
                on: get_day(row, 2)?,
                answers: get_json(row, 3)?,
                text: get_opt(row, 4)?,
                file: get_opt(row, 5)?,
                account: get(row, 6)?,
                struck: row.get(7)?,
            })
        })?
        .collect()
}

/// What became of an opinion, as it was written.
#[derive(Clone, Debug)]
pub struct SettlementKept {
    /// Of that record.
    pub record: u32,
    /// On that day.
    pub on: NaiveDate,
    /// 采纳, or not.
    pub accepted: bool,
    /// Number of its words.
    pub number: u32,
    /// Salted digest of how, or why not.
    pub text: Option<Digest>,
    /// SHA-256 of the changed version.
    pub file: Option<Digest>,
    /// Who wrote it.
    pub account: AccountName,
}

/// What became of the opinions of a ticket.
pub fn settlements(conn: &Connection, no: &TicketNo) -> rusqlite::Result<Vec<SettlementKept>> {
    conn.prepare_cached(include_str!("sql/settlements.sql"))?
        .query_map([no.to_string()], |row| {
            Ok(SettlementKept {
                record: row.get(0)?,
                on: get_day(row, 1)?,
                accepted: row.get(2)?,
                number: row.get(3)?,
                text: get_opt(row, 4)?,
                file: get_opt(row, 5)?,
                account: get(row, 6)?,
            })
        })?
        .collect()
}

/// The answer of a round of audit.
#[derive(Clone, Debug)]
pub struct AuditAnswer {
    /// Which round.
    pub round: u32,
    /// Number of its words.
    pub number: u32,
    /// Salted digest of who answered and what does not conform.
    pub text: Option<Digest>,
    /// What it rests on.
    pub behalf: Option<Behalf>,
}

/// The answers to a ticket's audits.
pub fn audit_answers(conn: &Connection, no: &TicketNo) -> rusqlite::Result<Vec<AuditAnswer>> {
    conn.prepare_cached(include_str!("sql/audit_answers.sql"))?
        .query_map([no.to_string()], |row| {
            let (text, behalf) = (get_opt(row, 2)?, get_json_opt(row, 3)?);
            Ok(AuditAnswer { round: row.get(0)?, number: row.get(1)?, text, behalf })
        })?
        .collect()
}

/// Number and salted digest of why each wait began, in order.
pub fn wait_words(conn: &Connection, no: &TicketNo) -> rusqlite::Result<Vec<(u32, Option<Digest>)>> {
    conn.prepare_cached("SELECT number, text FROM ticket_pause WHERE ticket = ?1 ORDER BY number")?
        .query_map([no.to_string()], |row| Ok((row.get(0)?, get_opt(row, 1)?)))?
        .collect()
}

/// The words of what was passed to the second and of what others were asked, each by its own number: the number of the
/// words, their salted digest, and a file.
pub fn hand_words(conn: &Connection, no: &TicketNo) -> rusqlite::Result<(Vec<HandWords>, Vec<HandWords>)> {
    let read = |sql: &str| -> rusqlite::Result<Vec<HandWords>> {
        conn.prepare_cached(sql)?
            .query_map([no.to_string()], |row| {
                let (of, number, text) = (row.get(0)?, row.get(1)?, get_opt(row, 2)?);
                Ok(HandWords { of, number, text, file: get_opt(row, 3)?, told_on: get_day_opt(row, 4)? })
            })?
            .collect()
    };
    Ok((
        read(
            "SELECT incident, number, text, NULL, NULL FROM ticket_incident WHERE ticket = ?1 ORDER BY incident",
        )?,
        read("SELECT help, number, text, file, told_on FROM ticket_help WHERE ticket = ?1 ORDER BY help")?,
    ))
}

/// Words of something that was passed on or asked of others.
#[derive(Clone, Debug)]
pub struct HandWords {
    /// 1, 2, … of its kind.
    pub of: u32,
    /// Number of its words.
    pub number: u32,
    /// Salted digest of them.
    pub text: Option<Digest>,
    /// SHA-256 of its file.
    pub file: Option<Digest>,
    /// The requester was told on that day.
    pub told_on: Option<NaiveDate>,
}

/// A ticket that was done.
#[derive(Clone, Debug)]
pub struct DoneTicket {
    /// 工单号.
    pub no: TicketNo,
    /// What it was about.
    pub title: String,
    /// Closed on that day.
    pub closed_on: NaiveDate,
}

/// Tickets done for which somebody was responsible first, in the order of closing.
pub fn done_by(conn: &Connection, staff_no: &StaffNo) -> rusqlite::Result<Vec<DoneTicket>> {
    conn.prepare_cached(include_str!("sql/done_by.sql"))?
        .query_map([staff_no.as_str()], |row| {
            Ok(DoneTicket { no: get(row, 0)?, title: row.get(1)?, closed_on: get_day(row, 2)? })
        })?
        .collect()
}

/// The acts on a ticket, oldest first.
///
/// # Errors
/// What SQLite says, and damage of an entry.
pub fn acts(conn: &Connection, no: &TicketNo) -> Result<Vec<Entry>, LedgerError> {
    crate::journal::entries_of(conn, include_str!("sql/acts.sql"), [no.to_string()])
}
