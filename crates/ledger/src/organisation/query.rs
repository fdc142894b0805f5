//! Reading units, parties, contract terms and the calendar.

use crate::column::{get, get_opt};
use domain::kernel::{DayKind, Quarter, UnitCode, WorkingDays};
use domain::organisation::{CertificateRecord, ContractTerm, Party, PartyRecord, Unit};
use rusqlite::{Connection, Row};
use std::collections::BTreeMap;

/// All units by code.
pub fn units(conn: &Connection) -> rusqlite::Result<BTreeMap<UnitCode, Unit>> {
    conn.prepare_cached("SELECT code, name, grp, manager FROM unit")?
        .query_map([], |row| {
            let unit = Unit {
                code: get(row, 0)?,
                name: row.get(1)?,
                group: get(row, 2)?,
                manager: get_opt(row, 3)?,
            };
            Ok((unit.code.clone(), unit))
        })?
        .collect()
}

/// Both parties, as far as recorded.
pub fn parties(conn: &Connection) -> rusqlite::Result<Vec<PartyRecord>> {
    conn.prepare_cached("SELECT party, name, alias, representative, post FROM party ORDER BY party")?
        .query_map([], |row| {
            Ok(PartyRecord {
                party: get(row, 0)?,
                name: row.get(1)?,
                alias: row.get(2)?,
                representative: get_opt(row, 3)?,
                post: row.get(4)?,
            })
        })?
        .collect()
}

fn certificate(row: &Row<'_>, first: usize) -> rusqlite::Result<CertificateRecord> {
    Ok(CertificateRecord {
        fingerprint: get(row, first)?,
        not_before: get(row, first + 1)?,
        not_after: get(row, first + 2)?,
        key: get(row, first + 3)?,
        holder: get(row, first + 4)?,
    })
}

/// Registered certificates of both parties, oldest first.
pub fn certificates(conn: &Connection) -> rusqlite::Result<Vec<(Party, CertificateRecord)>> {
    conn.prepare_cached(include_str!("sql/certificates.sql"))?
        .query_map([], |row| Ok((get(row, 0)?, certificate(row, 1)?)))?
        .collect()
}

/// Roots that the user trusts.
pub fn roots(conn: &Connection) -> rusqlite::Result<Vec<CertificateRecord>> {
    conn.prepare_cached(include_str!("sql/roots.sql"))?.query_map([], |row| certificate(row, 0))?.collect()
}

/// Contract terms by quarter.
pub fn contract_terms(conn: &Connection) -> rusqlite::Result<BTreeMap<Quarter, ContractTerm>> {
    conn.prepare_cached(include_str!("sql/contract_terms.sql"))?
        .query_map([], |row| {
            let term = ContractTerm {
                quarter: get(row, 0)?,
                no: get(row, 1)?,
                client: row.get(2)?,
                provider: row.get(3)?,
                from: get(row, 4)?,
                to: get(row, 5)?,
                amount: get(row, 6)?,
                tax_rate: get(row, 7)?,
            };
            Ok((term.quarter, term))
        })?
        .collect()
}

/// Special days with kind and name.
pub fn calendar_days(conn: &Connection) -> rusqlite::Result<BTreeMap<chrono::NaiveDate, (DayKind, String)>> {
    conn.prepare_cached("SELECT day, kind, name FROM calendar_day")?
        .query_map([], |row| Ok((get(row, 0)?, (get(row, 1)?, row.get(2)?))))?
        .collect()
}

/// The calendar of working days.
pub fn working_days(conn: &Connection) -> rusqlite::Result<WorkingDays> {
    Ok(WorkingDays::new(calendar_days(conn)?.into_iter().map(|(day, (kind, _))| (day, kind)).collect()))
}

/// The unit an account belongs to, where it has one. Absent accounts have none.
pub fn unit_of_account(conn: &Connection, account: &str) -> rusqlite::Result<Option<UnitCode>> {
    let mut statement = conn.prepare_cached("SELECT unit FROM account WHERE account = ?1")?;
    let mut rows = statement.query_map([account], |row| get_opt(row, 0))?;
    rows.next().transpose().map(Option::flatten)
}
