//! The words of a thing: what stands in its rows, and what is written on it beside the journal.

use crate::column::get_json;
use crate::{LedgerError, contents};
use domain::form::Field;
use domain::kernel::Digest;
use domain::search::SearchKind;
use rusqlite::{Connection, OptionalExtension as _};
use std::collections::BTreeSet;

/// What is indexed of a thing.
pub(super) struct Text {
    /// The unit that it belongs to.
    pub unit: String,
    /// Its day, as it stands in its row.
    pub day: Option<String>,
    /// What it is called.
    pub title: String,
    /// All else.
    pub body: String,
    /// What is written in its files, as far as they have been read: part of the index and not of what is kept beside it.
    pub files: String,
}

const WORDS: &str = include_str!("sql/words.sql");

/// Reads the words of a thing; `None` where there is none of that number.
pub(super) fn read(conn: &Connection, kind: SearchKind, key: &str) -> Result<Option<Text>, LedgerError> {
    let sql = match kind {
        SearchKind::Ticket => include_str!("sql/ticket.sql"),
        SearchKind::Opportunity => include_str!("sql/opportunity.sql"),
        SearchKind::Customer => include_str!("sql/customer.sql"),
        SearchKind::Form => include_str!("sql/form.sql"),
        SearchKind::Document => include_str!("sql/document.sql"),
    };
    let found = conn
        .prepare_cached(sql)?
        .query_row([key], |row| {
            let (unit, day, title, body) = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
            let text = Text { unit, day, title, body, files: String::new() };
            Ok((text, row.get::<_, u32>(4)?, get_json::<Vec<u32>>(row, 5)?))
        })
        .optional()?;
    let Some((mut text, words, numbers)) = found else { return Ok(None) };
    let subject = |part: String, key: &str| format!("{}/{part}/{key}", kind.word());
    let mut subjects: Vec<String> =
        parts(kind, words, &numbers).into_iter().map(|part| subject(part, key)).collect();
    if kind == SearchKind::Customer {
        for (merged, name, numbers) in merged(conn, key)? {
            subjects.extend(parts(kind, 0, &numbers).into_iter().map(|part| subject(part, &merged)));
            for word in [merged, name] {
                text.body.push('\n');
                text.body.push_str(&word);
            }
        }
    }
    let list = serde_json::to_string(&subjects).unwrap_or_default();
    let restricted = restricted(conn, kind, key)?;
    let mut statement = conn.prepare_cached(WORDS)?;
    let mut rows = statement.query([list])?;
    while let Some(row) = rows.next()? {
        // What is filled in with a step stands under the field's code behind a dot.
        let field = row.get_ref(1)?.as_str_or_null().map_err(rusqlite::Error::from)?.unwrap_or_default();
        if !restricted.contains(field.rsplit('.').next().unwrap_or(field)) {
            text.body.push('\n');
            text.body.push_str(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?);
        }
    }
    for file in files(conn, kind, key)? {
        for part in contents::parts(conn, &file)? {
            text.files.push('\n');
            text.files.push_str(&part.text);
        }
    }
    Ok(Some(text))
}

/// The files whose text is part of a thing's words.
fn files(conn: &Connection, kind: SearchKind, key: &str) -> Result<Vec<Digest>, LedgerError> {
    Ok(match kind {
        SearchKind::Ticket => match key.parse() {
            Ok(no) => contents::of_ticket(conn, &no)?.into_iter().map(|file| file.digest).collect(),
            Err(_) => Vec::new(),
        },
        SearchKind::Document => contents::of_document(conn, key)?.into_iter().map(|(_, file)| file).collect(),
        SearchKind::Opportunity | SearchKind::Customer | SearchKind::Form => Vec::new(),
    })
}

/// Customers that were merged into one: number, name, and the numbers of their people.
fn merged(conn: &Connection, key: &str) -> rusqlite::Result<Vec<(String, String, Vec<u32>)>> {
    conn.prepare_cached(include_str!("sql/merged.sql"))?
        .query_map([key], |row| Ok((row.get(0)?, row.get(1)?, get_json(row, 2)?)))?
        .collect()
}

/// Fields of a thing that are for those alone who do the work: whoever may look for words reads what is found.
fn restricted(conn: &Connection, kind: SearchKind, key: &str) -> rusqlite::Result<BTreeSet<String>> {
    let fields: Vec<Field> = match kind {
        SearchKind::Ticket => {
            let sql = "SELECT type_unit, type_code, type_version FROM ticket WHERE ticket = ?1";
            let (key, version) = conn
                .prepare_cached(sql)?
                .query_row([key], |row| Ok((crate::ticket::facts::key(row, 0)?, row.get(2)?)))?;
            let kind = crate::ticket::facts::type_of(conn, &key, version)?;
            kind.fields.into_iter().chain(kind.records.into_iter().flat_map(|record| record.fields)).collect()
        }
        SearchKind::Form => {
            let sql = "SELECT type_unit, type_code, type_version FROM form WHERE form = ?1";
            let (key, version) = conn
                .prepare_cached(sql)?
                .query_row([key], |row| Ok((crate::registers::facts::key(row, 0)?, row.get(2)?)))?;
            let kind = crate::registers::facts::type_of(conn, &key, version)?;
            kind.fields.into_iter().chain(kind.steps.into_iter().flat_map(|step| step.fields)).collect()
        }
        SearchKind::Opportunity => {
            let records = domain::opportunity::stages().iter().flat_map(|needs| &needs.records);
            records.flat_map(|kind| kind.fields.clone()).collect()
        }
        SearchKind::Customer | SearchKind::Document => Vec::new(),
    };
    Ok(fields.into_iter().filter(|field| field.restricted).map(|field| field.code).collect())
}

/// What of a thing is written beside the journal (`domain::personal`): its words are numbered from 1 on, its records (or its
/// contacts, or the version of its fields) have the given numbers.
fn parts(kind: SearchKind, words: u32, numbers: &[u32]) -> Vec<String> {
    let (fixed, numbered): (&[&str], &str) = match kind {
        SearchKind::Ticket => (&["contact/0", "fields/0"], "record"),
        SearchKind::Opportunity => (&["manager/0", "fields/0"], "record"),
        SearchKind::Customer => (&["profile/0"], "contact"),
        SearchKind::Form => (&[], "fields"),
        // Read with its rows: an older title, or a former version's name, is not what it is called.
        SearchKind::Document => (&[], "text"),
    };
    let fixed = fixed.iter().map(|&part| part.to_owned());
    let numbered = numbers.iter().map(|number| format!("{numbered}/{number}"));
    fixed.chain(numbered).chain((1..=words).map(|number| format!("words/{number}"))).collect()
}
