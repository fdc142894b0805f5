//! What the rules of customers need to know.

use crate::column::{get, get_day_opt, get_opt};
use domain::customer::{Belongings, Contact, ContactGrades, Customer, CustomerBasics, CustomerNo, spelling};
use domain::kernel::UnitCode;
use rusqlite::{Connection, OptionalExtension as _};

/// The unit's last number; 0 where it has none.
pub fn last_serial(conn: &Connection, unit: &UnitCode) -> rusqlite::Result<u32> {
    conn.prepare_cached("SELECT coalesce(max(serial), 0) FROM customer WHERE unit = ?1")?
        .query_row([unit.as_str()], |row| row.get(0))
}

/// The unit's customers of that name, however it is spelt.
pub fn namesakes(
    conn: &Connection,
    unit: &UnitCode,
    name: &str,
) -> rusqlite::Result<Vec<(CustomerNo, String)>> {
    conn.prepare_cached(
        "SELECT customer, name FROM customer WHERE unit = ?1 AND spelling = ?2 AND struck IS NULL ORDER BY serial",
    )?
    .query_map([unit.as_str(), &spelling(name)], |row| Ok((get(row, 0)?, row.get(1)?)))?
    .collect()
}

/// Whether that customer is on the unit's list.
pub fn is_known(conn: &Connection, unit: &UnitCode, no: &CustomerNo) -> rusqlite::Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM customer WHERE customer = ?1 AND struck IS NULL)";
    Ok(no.unit == *unit && conn.prepare_cached(sql)?.query_row([no.to_string()], |row| row.get(0))?)
}

/// A customer with its people; `None` where there is no such customer.
pub fn customer(conn: &Connection, no: &CustomerNo) -> rusqlite::Result<Option<Customer>> {
    let found = conn
        .prepare_cached(
            "SELECT name, sector, grade, text, struck IS NOT NULL, merged_into IS NOT NULL FROM customer WHERE customer = ?1",
        )?
        .query_row([no.to_string()], |row| {
            let basics = CustomerBasics { name: row.get(0)?, sector: row.get(1)?, grade: row.get(2)? };
            let (text, struck, merged) = (get_opt(row, 3)?, row.get(4)?, row.get(5)?);
            Ok(Customer { no: no.clone(), basics, text, contacts: Vec::new(), struck, merged })
        })
        .optional()?;
    let Some(mut customer) = found else { return Ok(None) };
    customer.contacts = contacts(conn, no)?;
    Ok(Some(customer))
}

/// What belongs to a customer.
pub fn belongings(conn: &Connection, no: &CustomerNo) -> rusqlite::Result<Belongings> {
    conn.prepare_cached(include_str!("sql/belongings.sql"))?.query_row([no.to_string()], |row| {
        Ok(Belongings {
            opportunities: row.get(0)?,
            tickets: row.get(1)?,
            forms: row.get(2)?,
            documents: row.get(3)?,
        })
    })
}

fn contacts(conn: &Connection, no: &CustomerNo) -> rusqlite::Result<Vec<Contact>> {
    conn.prepare_cached(include_str!("sql/contacts.sql"))?
        .query_map([no.to_string()], |row| {
            Ok(Contact {
                number: row.get(0)?,
                grades: ContactGrades { level: row.get(1)?, grade: row.get(2)? },
                person: get(row, 3)?,
                left_on: get_day_opt(row, 4)?,
            })
        })?
        .collect()
}
