//! A document of a list, in words.

use super::kept::{text_of, version_name};
use super::list::DocumentLine;
use crate::error::AppError;
use crate::organisation::word;
use crate::personal::{account_subject, engineer_subject};
use crate::session::App;
use chrono::NaiveDate;
use domain::document::{About, Validity, classes, validity};
use domain::kernel::AccountName;
use ledger::document::list::DocumentRow;
use ledger::rusqlite::Connection;
use std::collections::BTreeMap;

/// Rows in words.
pub(super) fn lines(app: &App, rows: &[DocumentRow]) -> Result<Vec<DocumentLine>, AppError> {
    let (conn, today) = (app.conn()?, app.today()?);
    let accounts = rows.iter().flat_map(|row| [Some(&row.filed_by), row.out_by.as_ref()]).flatten();
    let mut subjects: Vec<String> = accounts.map(account_subject).collect();
    subjects.extend(rows.iter().filter_map(|row| match &row.about {
        About::Person(staff_no) => Some(engineer_subject(staff_no)),
        _ => None,
    }));
    let names = app.names(&subjects)?;
    rows.iter().map(|row| line(conn, row, today, &names)).collect()
}

fn line(
    conn: &Connection,
    row: &DocumentRow,
    today: NaiveDate,
    names: &BTreeMap<String, String>,
) -> Result<DocumentLine, AppError> {
    let text = text_of(conn, &row.no, row.text)?;
    let name = version_name(conn, &row.no, row.versions, &row.name)?;
    let account = |account: &AccountName| {
        names.get(&account_subject(account)).cloned().unwrap_or_else(|| account.to_string())
    };
    let person = match &row.about {
        About::Person(staff_no) => {
            names.get(&engineer_subject(staff_no)).filter(|name| !name.is_empty()).cloned()
        }
        _ => None,
    };
    let category = classes().category(&row.class.category);
    let kind = row.class.kind.as_deref().and_then(|code| classes().kind(code));
    Ok(DocumentLine {
        document: row.no.to_string(),
        number: row.no.number(),
        unit: row.no.unit.to_string(),
        title: Some(text.title).filter(|title| !title.is_empty()),
        tags: text.tags,
        ending: name.as_deref().and_then(ending),
        name,
        about_kind: row.about.kind().to_owned(),
        about_key: row.about.key(),
        about_title: row.about_title.clone().or(person),
        category: row.class.category.clone(),
        category_name: category.map_or_else(|| row.class.category.clone(), |category| category.name.clone()),
        kind: row.class.kind.clone(),
        kind_name: kind.map(|kind| kind.name.clone()),
        stage: row.no.stage.to_string(),
        secrecy: word(&row.secrecy),
        valid_until: row.valid_until.map(|day| day.to_string()),
        validity: match validity(row.valid_until, today) {
            Validity::Valid => "valid",
            Validity::Expiring => "expiring",
            Validity::Expired => "expired",
        }
        .to_owned(),
        filed_on: row.filed_on.to_string(),
        filed_by: account(&row.filed_by),
        versions: row.versions,
        file: row.file.to_string(),
        bytes: row.size,
        changed_at: crate::clock::stored_text(&row.changed_at),
        out_by: row.out_by.as_ref().map(account),
        on_paper: row.on_paper,
        lent_until: row.lent_until.map(|day| day.to_string()),
        overdue: row.lent_until.is_some_and(|day| day < today),
        approval: row.approval.as_ref().map(word),
        voided: row.voided,
    })
}

/// The ending of a name, in small letters.
pub(super) fn ending(name: &str) -> Option<String> {
    let (stem, ending) = name.rsplit_once('.')?;
    let known = !stem.is_empty()
        && (1..=8).contains(&ending.len())
        && ending.chars().all(|c| c.is_ascii_alphanumeric());
    known.then(|| ending.to_ascii_lowercase())
}
