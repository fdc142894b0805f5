//! The words of a thing: what stands in its rows, and what is written on it beside the journal.

use crate::column::get_json;
use domain::form::Field;
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
}

const WORDS: &str = include_str!("sql/words.sql");

/// Reads the words of a thing; `None` where there is none of that number.
pub(super) fn read(conn: &Connection, kind: SearchKind, key: &str) -> rusqlite::Result<Option<Text>> {
    let sql = match kind {
        SearchKind::Ticket => include_str!("sql/ticket.sql"),
        SearchKind::Opportunity => include_str!("sql/opportunity.sql"),
        SearchKind::Customer => include_str!("sql/customer.sql"),
        SearchKind::Form => include_str!("sql/form.sql"),
    };
    let found = conn
        .prepare_cached(sql)?
        .query_row([key], |row| {
            let text = Text { unit: row.get(0)?, day: row.get(1)?, title: row.get(2)?, body: row.get(3)? };
            Ok((text, row.get::<_, u32>(4)?, get_json::<Vec<u32>>(row, 5)?))
        })
        .optional()?;
    let Some((mut text, words, numbers)) = found else { return Ok(None) };
    let subjects: Vec<String> = parts(kind, words, &numbers)
        .into_iter()
        .map(|part| format!("{}/{part}/{key}", kind.word()))
        .collect();
    let list = serde_json::to_string(&subjects).unwrap_or_default();
    let restricted = restricted(conn, kind, key)?;
    let mut statement = conn.prepare_cached(WORDS)?;
    let mut rows = statement.query([list])?;
    while let Some(row) = rows.next()? {
        // What is filled in with a step stands under the field's code behind a dot.
        let field = row.get_ref(1)?.as_str_or_null()?.unwrap_or_default();
        if !restricted.contains(field.rsplit('.').next().unwrap_or(field)) {
            text.body.push('\n');
            text.body.push_str(row.get_ref(0)?.as_str()?);
        }
    }
    Ok(Some(text))
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
        SearchKind::Opportunity | SearchKind::Customer => Vec::new(),
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
    };
    let fixed = fixed.iter().map(|&part| part.to_owned());
    let numbered = numbers.iter().map(|number| format!("{numbered}/{number}"));
    fixed.chain(numbered).chain((1..=words).map(|number| format!("words/{number}"))).collect()
}
