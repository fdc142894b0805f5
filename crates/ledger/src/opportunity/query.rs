//! What an opportunity's page shows beside the facts of its rules.

use crate::LedgerError;
use crate::column::{get, get_day, get_day_opt, get_json, get_opt};
use crate::journal::Entry;
use chrono::NaiveDate;
use domain::form::Answers;
use domain::kernel::{AccountName, Digest};
use domain::opportunity::{CHECKPOINT, OpportunityNo};
use domain::ticket::{TicketNo, TicketState};
use rusqlite::{Connection, OptionalExtension as _, Row};

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

/// Tickets that belong to a customer, the newest first.
pub fn tickets_of(
    conn: &Connection,
    customer: &domain::customer::CustomerNo,
) -> rusqlite::Result<Vec<LinkedTicket>> {
    conn.prepare_cached(include_str!("sql/tickets_of_customer.sql"))?
        .query_map([customer.to_string()], linked)?
        .collect()
}

/// Checkpoints of opportunities that have not ended, done or not, by opportunity.
pub fn checkpoints(conn: &Connection) -> rusqlite::Result<Vec<(OpportunityNo, Answers)>> {
    conn.prepare_cached(include_str!("sql/checkpoints.sql"))?
        .query_map([CHECKPOINT], |row| Ok((get(row, 0)?, get_json(row, 1)?)))?
        .collect()
}

/// What was done with an opportunity, oldest first, the beginning and the end of its tickets among it.
///
/// # Errors
/// What SQLite says, and damage of an entry.
pub fn acts(conn: &Connection, no: &OpportunityNo) -> Result<Vec<Entry>, LedgerError> {
    crate::journal::entries_of(conn, include_str!("sql/acts.sql"), &no.to_string())
}
