//! What the rules of documents need to know.

use crate::column::{get, get_day, get_day_opt, get_opt, word};
use domain::document::{Document, DocumentClass, DocumentNo, Loan, StageCode};
use domain::kernel::{Month, UnitCode};
use rusqlite::{Connection, OptionalExtension as _};

/// The last number of a unit's stage in a month, voided ones counted; 0 where it has none.
pub fn last_serial(
    conn: &Connection,
    unit: &UnitCode,
    stage: &StageCode,
    month: Month,
) -> rusqlite::Result<u32> {
    let sql = "SELECT coalesce(max(serial), 0) FROM document WHERE unit = ?1 AND stage = ?2 AND month = ?3";
    conn.prepare_cached(sql)?.query_row((unit.as_str(), word(stage), month.to_string()), |row| row.get(0))
}

/// A document with everything that its rules read; `None` where there is none of that number.
pub fn document(conn: &Connection, no: &DocumentNo) -> rusqlite::Result<Option<Document>> {
    let text = no.to_string();
    let found = conn
        .prepare_cached(include_str!("sql/document.sql"))?
        .query_row([&text], |row| {
            let place = get_opt(row, 12)?;
            Ok(Document {
                no: no.clone(),
                about: get(row, 0)?,
                class: DocumentClass { category: row.get(1)?, kind: row.get(2)? },
                secrecy: get(row, 3)?,
                valid_until: get_day_opt(row, 4)?,
                on: get_day(row, 5)?,
                text_number: row.get(6)?,
                text: get(row, 7)?,
                versions: row.get(8)?,
                file: get(row, 9)?,
                checked_out: get_opt(row, 10)?,
                place: row.get::<_, Option<u32>>(11)?.zip(place),
                loans: Vec::new(),
                voided: row.get(13)?,
                next_words: row.get::<_, u32>(14)? + 1,
                approval: row.get(15)?,
            })
        })
        .optional()?;
    let Some(mut document) = found else { return Ok(None) };
    let loans =
        "SELECT number, lent_on, due_on, returned_on FROM document_loan WHERE document = ?1 ORDER BY number";
    document.loans = conn
        .prepare_cached(loans)?
        .query_map([&text], |row| {
            Ok(Loan {
                number: row.get(0)?,
                on: get_day(row, 1)?,
                due_on: get_day(row, 2)?,
                returned_on: get_day_opt(row, 3)?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(Some(document))
}
