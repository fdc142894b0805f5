//! Events of documents → rows.

use crate::column::word;
use crate::project::{Origin, run};
use crate::search;
use domain::approval::DocumentApproval;
use domain::document::DocumentNo;
use domain::event::{
    DocumentCheckedIn, DocumentCheckedOut, DocumentDescribed, DocumentFiled, DocumentLent, DocumentPackaged,
    DocumentPlaced, DocumentReturned, DocumentVersionAdded, DocumentVoided,
};
use domain::kernel::StaffNo;
use domain::search::SearchKind;
use rusqlite::{Connection, params};

/// Notes the act on the document's timeline.
pub(crate) fn act(conn: &Connection, from: &Origin<'_>, document: &DocumentNo) -> rusqlite::Result<String> {
    let document = document.to_string();
    let row = params![document, from.entry.key.origin.to_string(), from.entry.key.seq as i64];
    run(conn, "INSERT OR REPLACE INTO document_act VALUES (?1, ?2, ?3)", row)?;
    search::due(conn, SearchKind::Document, &document)?;
    Ok(document)
}

pub(crate) fn words(conn: &Connection, document: &str, number: u32) -> rusqlite::Result<()> {
    run(conn, "UPDATE document SET words = ?2 WHERE document = ?1", params![document, number])
}

fn version(
    conn: &Connection,
    from: &Origin<'_>,
    document: &str,
    number: u32,
    (file, name): (String, String),
) -> rusqlite::Result<()> {
    let row = params![document, number, file, name, from.account, from.at];
    run(conn, "INSERT INTO document_version VALUES (?1, ?2, ?3, ?4, ?5, ?6)", row)
}

pub(crate) fn filed(conn: &Connection, from: &Origin<'_>, e: &DocumentFiled) -> rusqlite::Result<()> {
    let document = act(conn, from, &e.document)?;
    let row = params![
        document,
        e.document.unit.as_str(),
        word(&e.document.stage),
        e.document.month.to_string(),
        e.document.serial,
        e.about.kind(),
        e.about.key(),
        e.class.category,
        e.class.kind,
        word(&e.secrecy),
        e.valid_until.as_ref().map(word),
        word(&e.on),
        from.account,
        word(&e.text),
        word(&e.file),
        from.at,
    ];
    run(conn, include_str!("sql/filed.sql"), row)?;
    version(conn, from, &document, 1, (word(&e.file), word(&e.name)))
}

pub(crate) fn version_added(
    conn: &Connection,
    from: &Origin<'_>,
    e: &DocumentVersionAdded,
) -> rusqlite::Result<()> {
    let document = act(conn, from, &e.document)?;
    let outdated = word(&DocumentApproval::Outdated);
    let row = params![document, e.number, word(&e.file), from.at, outdated];
    run(conn, include_str!("sql/version_added.sql"), row)?;
    version(conn, from, &document, e.number, (word(&e.file), word(&e.name)))
}

pub(crate) fn described(conn: &Connection, from: &Origin<'_>, e: &DocumentDescribed) -> rusqlite::Result<()> {
    let document = act(conn, from, &e.document)?;
    let row = params![
        document,
        e.class.category,
        e.class.kind,
        word(&e.secrecy),
        e.valid_until.as_ref().map(word),
        e.text_number,
        word(&e.text),
    ];
    run(conn, include_str!("sql/described.sql"), row)
}

pub(crate) fn checked_out(
    conn: &Connection,
    from: &Origin<'_>,
    e: &DocumentCheckedOut,
) -> rusqlite::Result<()> {
    let document = act(conn, from, &e.document)?;
    let row = params![document, from.account, from.at];
    run(conn, "UPDATE document SET out_by = ?2, out_at = ?3 WHERE document = ?1", row)
}

pub(crate) fn checked_in(
    conn: &Connection,
    from: &Origin<'_>,
    e: &DocumentCheckedIn,
) -> rusqlite::Result<()> {
    let document = act(conn, from, &e.document)?;
    run(conn, "UPDATE document SET out_by = NULL, out_at = NULL WHERE document = ?1", [&document])?;
    words(conn, &document, e.number)
}

pub(crate) fn placed(conn: &Connection, from: &Origin<'_>, e: &DocumentPlaced) -> rusqlite::Result<()> {
    let document = act(conn, from, &e.document)?;
    let row = params![document, e.words.map(|_| e.number), e.words.as_ref().map(word)];
    run(conn, "UPDATE document SET place_number = ?2, place = ?3 WHERE document = ?1", row)?;
    words(conn, &document, e.number)
}

pub(crate) fn lent(conn: &Connection, from: &Origin<'_>, e: &DocumentLent) -> rusqlite::Result<()> {
    let document = act(conn, from, &e.document)?;
    let row = params![document, e.number, word(&e.on), word(&e.due_on), word(&e.words), from.account];
    run(conn, "INSERT INTO document_loan VALUES (?1, ?2, ?3, ?4, NULL, ?5, ?6)", row)?;
    words(conn, &document, e.number)
}

pub(crate) fn returned(conn: &Connection, from: &Origin<'_>, e: &DocumentReturned) -> rusqlite::Result<()> {
    let document = act(conn, from, &e.document)?;
    let row = params![document, e.number, word(&e.on)];
    run(conn, "UPDATE document_loan SET returned_on = ?3 WHERE document = ?1 AND number = ?2", row)
}

pub(crate) fn voided(conn: &Connection, from: &Origin<'_>, e: &DocumentVoided) -> rusqlite::Result<()> {
    let document = act(conn, from, &e.document)?;
    let row = [&document];
    run(conn, "UPDATE document SET voided = 1, out_by = NULL, out_at = NULL WHERE document = ?1", row)?;
    words(conn, &document, e.number)
}

pub(crate) fn packaged(conn: &Connection, from: &Origin<'_>, e: &DocumentPackaged) -> rusqlite::Result<()> {
    let document = act(conn, from, &e.document)?;
    words(conn, &document, e.number)
}

/// Documents that hang on an engineer: what is written in them may name them.
pub(crate) fn of_person(conn: &Connection, staff_no: &StaffNo) -> rusqlite::Result<Vec<String>> {
    let sql = "SELECT document FROM document WHERE about_kind = 'person' AND about_key = ?1";
    conn.prepare_cached(sql)?.query_map([staff_no.as_str()], |row| row.get(0))?.collect()
}
