//! Reading accounts, credentials and the installation.

use crate::column::{get, get_opt};
use chrono::{DateTime, NaiveDate, Utc};
use domain::account::{Account, Handover};
use domain::kernel::{AccountName, Digest, StaffNo};
use domain::organisation::Installation;
use domain::personal::RETENTION_MONTHS;
use rusqlite::{Connection, OptionalExtension, Row, params};
use std::collections::BTreeMap;

/// The installation, and the fixed today of a demo ledger; `None` before it was founded.
pub fn installation(conn: &Connection) -> rusqlite::Result<Option<(Installation, Option<NaiveDate>)>> {
    conn.prepare_cached("SELECT role, unit, two_person, today FROM installation")?
        .query_row([], |row| {
            let installation =
                Installation { role: get(row, 0)?, unit: get(row, 1)?, two_person: row.get(2)? };
            Ok((installation, get_opt(row, 3)?))
        })
        .optional()
}

/// Months for which the personal data of engineers who left are kept.
pub fn retention_months(conn: &Connection) -> rusqlite::Result<u16> {
    let months = conn
        .prepare_cached("SELECT retention_months FROM installation")?
        .query_row([], |row| row.get(0))
        .optional()?;
    Ok(months.unwrap_or(RETENTION_MONTHS))
}

fn account(row: &Row<'_>) -> rusqlite::Result<Account> {
    Ok(Account {
        account: get(row, 0)?,
        role: get(row, 1)?,
        unit: get_opt(row, 2)?,
        post: row.get(3)?,
        open: row.get(4)?,
        engineer: get_opt(row, 5)?,
    })
}

/// All accounts by name.
pub fn accounts(conn: &Connection) -> rusqlite::Result<Vec<Account>> {
    conn.prepare_cached(
        "SELECT account, role, unit, post, open, staff_no FROM account LEFT JOIN account_engineer USING (account) \
         ORDER BY account",
    )?
    .query_map([], account)?
    .collect()
}

/// The engineer whose account it is.
pub fn engineer(conn: &Connection, account: &AccountName) -> rusqlite::Result<Option<StaffNo>> {
    conn.prepare_cached("SELECT staff_no FROM account_engineer WHERE account = ?1")?
        .query_row([account.as_str()], |row| get(row, 0))
        .optional()
}

/// Whether an account may still sign in.
pub fn is_open(conn: &Connection, account: &AccountName) -> rusqlite::Result<bool> {
    let sql = "SELECT open FROM account WHERE account = ?1";
    Ok(conn.prepare_cached(sql)?.query_row([account.as_str()], |row| row.get(0)).optional()?.unwrap_or(false))
}

/// Handovers that await their successor, and since when, oldest first.
pub fn handovers(conn: &Connection) -> rusqlite::Result<Vec<(Handover, DateTime<Utc>)>> {
    conn.prepare_cached(
        "SELECT leaver, successor, note, offered_at FROM handover ORDER BY offered_at, leaver",
    )?
    .query_map([], |row| {
        Ok((Handover { from: get(row, 0)?, to: get(row, 1)?, note: row.get(2)? }, get(row, 3)?))
    })?
    .collect()
}

/// Which personal data the journal names for each account's holder (see [`crate::personal_at`]).
pub fn personal_digests(conn: &Connection) -> rusqlite::Result<BTreeMap<AccountName, Digest>> {
    conn.prepare_cached("SELECT account, personal FROM account")?
        .query_map([], |row| Ok((get(row, 0)?, get(row, 1)?)))?
        .collect()
}

/// What stands behind a password. Not journaled: a changed hash is no business act, the change is.
#[derive(Clone, Debug)]
pub struct Credential {
    /// Argon2id hash in PHC form.
    pub phc: String,
    /// Wrong attempts since the last right one.
    pub failed: u32,
    /// When the last wrong one was.
    pub last_failed: Option<DateTime<Utc>>,
}

/// The credential of an account; `None` where it has none.
pub fn credential(conn: &Connection, account: &AccountName) -> rusqlite::Result<Option<Credential>> {
    credential_named(conn, account.as_str())
}

/// The credential kept under a name that need not be an account's (the recovery code).
pub fn credential_named(conn: &Connection, name: &str) -> rusqlite::Result<Option<Credential>> {
    conn.prepare_cached("SELECT phc, failed, last_failed FROM credential WHERE account = ?1")?
        .query_row([name], |row| {
            Ok(Credential { phc: row.get(0)?, failed: row.get(1)?, last_failed: get_opt(row, 2)? })
        })
        .optional()
}

/// Sets a credential anew.
pub fn set_credential(conn: &Connection, account: &str, phc: &str) -> rusqlite::Result<()> {
    conn.prepare_cached(include_str!("sql/set_credential.sql"))?.execute(params![account, phc]).map(drop)
}

/// Counts a wrong attempt, or clears the count with `None`.
pub fn count_attempt(
    conn: &Connection,
    name: &str,
    failed_at: Option<DateTime<Utc>>,
) -> rusqlite::Result<()> {
    let at = failed_at.map(|t| t.to_rfc3339());
    let sql = include_str!("sql/count_attempt.sql");
    conn.prepare_cached(sql)?.execute(params![name, at]).map(drop)
}
