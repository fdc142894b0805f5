//! What an opportunity's page shows beside the facts of its rules.

use crate::LedgerError;
use crate::column::{get, get_day, get_day_opt, get_json, get_opt};
use crate::filter::Filter;
use crate::journal::Entry;
use chrono::NaiveDate;
use domain::form::Answers;
use domain::kernel::{AccountName, Digest};
use domain::opportunity::{ApprovalOf, OpportunityNo, VoidedFor};
use domain::ticket::{TicketNo, TicketState};
use rusqlite::{Connection, OptionalExtension as _, Row, params_from_iter};

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
    /// Who wrote it anew last; absent where nobody did.
    pub updated_by: Option<AccountName>,
}

/// Opportunities with these words in number or title, the newest first and so many at most: number and title.
pub fn named(conn: &Connection, text: &str, most: u32) -> rusqlite::Result<Vec<(String, String)>> {
    let mut filter = Filter::default();
    filter.words(text, &["opportunity", "title"]);
    let (clause, limit) = (filter.clause(), filter.value(most));
    let text = format!(
        "SELECT opportunity, title FROM opportunity {clause} ORDER BY month DESC, serial DESC, unit LIMIT {limit}"
    );
    conn.prepare_cached(&text)?
        .query_map(params_from_iter(filter.values), |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}

/// An opportunity's records, in order.
pub fn records(conn: &Connection, no: &OpportunityNo) -> rusqlite::Result<Vec<RecordKept>> {
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
                updated_by: get_opt(row, 8)?,
            })
        })?
        .collect()
}

/// 项目交接 as it was recorded last.
#[derive(Clone, Debug)]
pub struct Handover {
    /// Number of its words.
    pub number: u32,
    /// Its day.
    pub on: NaiveDate,
    /// 合同编号.
    pub contract_no: Option<String>,
    /// 合同签订日期.
    pub signed_on: Option<NaiveDate>,
    /// Salted digest of who takes over, and of the plan.
    pub text: Option<Digest>,
}

/// An opportunity's handover.
pub fn handover(conn: &Connection, no: &OpportunityNo) -> rusqlite::Result<Option<Handover>> {
    conn.prepare_cached(include_str!("sql/handover.sql"))?
        .query_row([no.to_string()], |row| {
            let (number, on) = (row.get(0)?, get_day(row, 1)?);
            let (contract_no, signed_on) = (row.get(2)?, get_day_opt(row, 3)?);
            Ok(Handover { number, on, contract_no, signed_on, text: get_opt(row, 4)? })
        })
        .optional()
}

/// The words of how an opportunity ended, or of why it was voided.
#[derive(Clone, Debug)]
pub struct Said {
    /// Their number.
    pub number: u32,
    /// Salted digest of the reason, and of what succeeded and failed.
    pub text: Option<Digest>,
}

/// What was said of an opportunity's end.
pub fn end_said(conn: &Connection, no: &OpportunityNo) -> rusqlite::Result<Option<Said>> {
    said(conn, "SELECT end_number, end_text FROM opportunity WHERE opportunity = ?1", no)
}

/// Why an opportunity was voided, and what was said of it.
pub fn voided(conn: &Connection, no: &OpportunityNo) -> rusqlite::Result<Option<(VoidedFor, Said)>> {
    let why: Option<VoidedFor> = conn
        .prepare_cached("SELECT voided FROM opportunity WHERE opportunity = ?1")?
        .query_row([no.to_string()], |row| get_opt(row, 0))?;
    let words = said(conn, "SELECT void_number, void_text FROM opportunity WHERE opportunity = ?1", no)?;
    Ok(why.zip(words))
}

fn said(conn: &Connection, sql: &str, no: &OpportunityNo) -> rusqlite::Result<Option<Said>> {
    conn.prepare_cached(sql)?.query_row([no.to_string()], |row| {
        let number: Option<u32> = row.get(0)?;
        let text = get_opt(row, 1)?;
        Ok(number.map(|number| Said { number, text }))
    })
}

/// What somebody approved or refused.
#[derive(Clone, Debug)]
pub struct ApprovalKept {
    /// Number of its words.
    pub number: u32,
    /// What.
    pub of: ApprovalOf,
    /// Which record.
    pub record: Option<u32>,
    /// Its day.
    pub on: NaiveDate,
    /// Approved, and not refused.
    pub approved: bool,
    /// What it rests on.
    pub basis: String,
    /// SHA-256 of what shows it.
    pub evidence: Option<Digest>,
    /// Salted digest of who it was, and of their words.
    pub text: Option<Digest>,
    /// Who entered it.
    pub account: AccountName,
}

/// What others approved of an opportunity, in order.
pub fn approvals(conn: &Connection, no: &OpportunityNo) -> rusqlite::Result<Vec<ApprovalKept>> {
    conn.prepare_cached(include_str!("sql/approvals.sql"))?
        .query_map([no.to_string()], |row| {
            Ok(ApprovalKept {
                number: row.get(0)?,
                of: get(row, 1)?,
                record: row.get(2)?,
                on: get_day(row, 3)?,
                approved: row.get(4)?,
                basis: row.get(5)?,
                evidence: get_opt(row, 6)?,
                text: get_opt(row, 7)?,
                account: get(row, 8)?,
            })
        })?
        .collect()
}

/// A ticket that belongs to an opportunity or a customer.
#[derive(Clone, Debug)]
pub struct LinkedTicket {
    /// 工单号.
    pub no: TicketNo,
    /// What it is about.
    pub title: String,
    /// Where it stands.
    pub state: TicketState,
    /// Came in that day.
    pub received_on: NaiveDate,
}

fn linked(row: &Row<'_>) -> rusqlite::Result<LinkedTicket> {
    let (no, title) = (get(row, 0)?, row.get(1)?);
    Ok(LinkedTicket { no, title, state: get(row, 2)?, received_on: get_day(row, 3)? })
}

/// Tickets that belong to an opportunity, the newest first.
pub fn tickets(conn: &Connection, no: &OpportunityNo) -> rusqlite::Result<Vec<LinkedTicket>> {
    conn.prepare_cached(include_str!("sql/tickets_of_opportunity.sql"))?
        .query_map([no.to_string()], linked)?
        .collect()
}

/// So many tickets that belong to a customer, the newest first.
pub fn tickets_of(
    conn: &Connection,
    customer: &domain::customer::CustomerNo,
    limit: u32,
) -> rusqlite::Result<Vec<LinkedTicket>> {
    conn.prepare_cached(include_str!("sql/tickets_of_customer.sql"))?
        .query_map((customer.to_string(), limit), linked)?
        .collect()
}

/// Days of checkpoints that wait, up to that one, of opportunities that have not ended.
pub fn checkpoints_until(
    conn: &Connection,
    last: NaiveDate,
) -> rusqlite::Result<Vec<(OpportunityNo, NaiveDate)>> {
    conn.prepare_cached(include_str!("sql/checkpoints.sql"))?
        .query_map([last.to_string()], |row| Ok((get(row, 0)?, get_day(row, 1)?)))?
        .collect()
}

/// Whether an account registered the opportunity.
pub fn was_registered_by(
    conn: &Connection,
    no: &OpportunityNo,
    account: &AccountName,
) -> rusqlite::Result<bool> {
    conn.prepare_cached(include_str!("sql/was_registered_by.sql"))?
        .query_row([no.to_string(), account.to_string()], |row| row.get(0))
}

/// What was done with an opportunity, oldest first, the beginning and the end of its tickets among it.
///
/// # Errors
/// What SQLite says, and damage of an entry.
pub fn acts(conn: &Connection, no: &OpportunityNo) -> Result<Vec<Entry>, LedgerError> {
    crate::journal::entries_of(conn, include_str!("sql/acts.sql"), [no.to_string()])
}
