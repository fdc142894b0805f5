//! Reading invoices, payments and carried lines.

use crate::column::get;
use chrono::{DateTime, NaiveDate, Utc};
use domain::kernel::{AccountName, Quarter, Yuan};
use domain::settlement::{Adjustment, Payment};
use rusqlite::Connection;

/// Lines carried into a quarter.
pub fn adjustments(conn: &Connection, quarter: Quarter) -> rusqlite::Result<Vec<Adjustment>> {
    conn.prepare_cached(
        "SELECT from_quarter, amount, reason FROM adjustment WHERE to_quarter = ?1 ORDER BY seq",
    )?
    .query_map([quarter.to_string()], |row| {
        Ok(Adjustment { from_quarter: get(row, 0)?, amount: get(row, 1)?, reason: row.get(2)? })
    })?
    .collect()
}

/// Payments for a quarter.
pub fn payments(conn: &Connection, quarter: Quarter) -> rusqlite::Result<Vec<Payment>> {
    conn.prepare_cached(
        "SELECT voucher, amount, paid_on FROM payment WHERE quarter = ?1 ORDER BY paid_on, voucher",
    )?
    .query_map([quarter.to_string()], |row| {
        Ok(Payment { voucher: row.get(0)?, amount: get(row, 1)?, on: get(row, 2)? })
    })?
    .collect()
}

/// An invoice on record.
#[derive(Clone, Debug)]
pub struct Invoice {
    /// 发票号码.
    pub number: String,
    /// 专票 rather than 普票.
    pub special: bool,
    /// Yuan.
    pub amount: Yuan,
    /// Its date.
    pub on: NaiveDate,
}

/// Invoices for a quarter.
pub fn invoices(conn: &Connection, quarter: Quarter) -> rusqlite::Result<Vec<Invoice>> {
    conn.prepare_cached(
        "SELECT number, special, amount, issued_on FROM invoice WHERE quarter = ?1 ORDER BY number",
    )?
    .query_map([quarter.to_string()], |row| {
        Ok(Invoice { number: row.get(0)?, special: row.get(1)?, amount: get(row, 2)?, on: get(row, 3)? })
    })?
    .collect()
}

/// What was recorded of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoneyKind {
    /// An invoice: 专票 rather than 普票.
    Invoice {
        /// 专票.
        special: bool,
    },
    /// A payment.
    Payment,
    /// A line carried in from another quarter.
    CarriedIn(Quarter),
    /// A line carried out into another quarter.
    CarriedOut(Quarter),
}

/// An invoice, a payment or a carried line, with who recorded it.
#[derive(Clone, Debug)]
pub struct MoneyRecord {
    /// Which of them.
    pub kind: MoneyKind,
    /// Number of the invoice or voucher; empty for a carried line.
    pub number: String,
    /// Its date; of a carried line the day it was recorded, as the journal has it.
    pub on: MoneyDay,
    /// Yuan.
    pub amount: Yuan,
    /// Why, for a carried line.
    pub reason: Option<String>,
    /// Who recorded it.
    pub account: AccountName,
}

/// When: a document's own date, or the moment of the entry.
#[derive(Clone, Copy, Debug)]
pub enum MoneyDay {
    /// The date on the document.
    Dated(NaiveDate),
    /// When it was recorded.
    Recorded(DateTime<Utc>),
}

/// Everything recorded of a quarter's money: invoices, payments, lines carried in and out.
pub fn money_records(conn: &Connection, quarter: Quarter) -> rusqlite::Result<Vec<MoneyRecord>> {
    let name = quarter.to_string();
    let mut found: Vec<MoneyRecord> = conn
        .prepare_cached(
            "SELECT number, special, amount, issued_on, account FROM invoice WHERE quarter = ?1 ORDER BY issued_on, number",
        )?
        .query_map([&name], |row| {
            Ok(MoneyRecord {
                kind: MoneyKind::Invoice { special: row.get(1)? },
                number: row.get(0)?,
                on: MoneyDay::Dated(get(row, 3)?),
                amount: get(row, 2)?,
                reason: None,
                account: get(row, 4)?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    let mut paid = conn.prepare_cached(
        "SELECT voucher, amount, paid_on, account FROM payment WHERE quarter = ?1 ORDER BY paid_on, voucher",
    )?;
    let paid = paid.query_map([&name], |row| {
        Ok(MoneyRecord {
            kind: MoneyKind::Payment,
            number: row.get(0)?,
            on: MoneyDay::Dated(get(row, 2)?),
            amount: get(row, 1)?,
            reason: None,
            account: get(row, 3)?,
        })
    })?;
    for record in paid {
        found.push(record?);
    }
    let mut carried = conn.prepare_cached(
        "SELECT from_quarter, to_quarter, amount, reason, account, carried_at FROM adjustment
         WHERE from_quarter = ?1 OR to_quarter = ?1 ORDER BY seq",
    )?;
    let carried = carried.query_map([&name], |row| {
        let (from, to): (Quarter, Quarter) = (get(row, 0)?, get(row, 1)?);
        Ok(MoneyRecord {
            kind: if to == quarter { MoneyKind::CarriedIn(from) } else { MoneyKind::CarriedOut(to) },
            number: String::new(),
            on: MoneyDay::Recorded(get(row, 5)?),
            amount: get(row, 2)?,
            reason: Some(row.get(3)?),
            account: get(row, 4)?,
        })
    })?;
    for record in carried {
        found.push(record?);
    }
    Ok(found)
}

/// All invoice numbers and payment vouchers on record, so that none is taken twice.
pub fn numbers(conn: &Connection) -> rusqlite::Result<(Vec<String>, Vec<String>)> {
    let list = |sql| -> rusqlite::Result<Vec<String>> {
        conn.prepare_cached(sql)?.query_map([], |row| row.get(0))?.collect()
    };
    Ok((list("SELECT number FROM invoice")?, list("SELECT voucher FROM payment")?))
}
