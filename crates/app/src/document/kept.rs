//! What is written on documents beside the journal: kept, and read again.

use crate::error::AppError;
use crate::personal::{keep_texts, texts_at};
use domain::document::{DocumentNo, DocumentPart, DocumentText};
use domain::kernel::Digest;
use domain::personal::Subject;
use ledger::Tx;
use ledger::rusqlite::Connection;
use std::collections::BTreeMap;

/// Title, note and tags of a document; empty where they were erased.
pub(crate) fn text_of(
    conn: &Connection,
    no: &DocumentNo,
    (number, digest): (u32, Digest),
) -> Result<DocumentText, AppError> {
    let subject = Subject::Document(DocumentPart::Text(number), no.clone());
    let mut texts = texts_at(conn, &subject, Some(&digest))?;
    let tags = texts.remove("tags").unwrap_or_default();
    Ok(DocumentText {
        title: texts.remove("title").unwrap_or_default(),
        note: texts.remove("note").unwrap_or_default(),
        tags: tags.lines().map(str::to_owned).collect(),
    })
}

/// Keeps title, note and tags beside the journal, each tag on a line of its own.
pub(super) fn keep_text(
    tx: &Tx<'_>,
    no: &DocumentNo,
    number: u32,
    text: &DocumentText,
) -> Result<Digest, AppError> {
    let texts = BTreeMap::from([
        ("title".to_owned(), text.title.clone()),
        ("note".to_owned(), text.note.clone()),
        ("tags".to_owned(), text.tags.join("\n")),
    ]);
    let kept = keep_texts(tx, &Subject::Document(DocumentPart::Text(number), no.clone()), &texts)?;
    Ok(kept.expect("a checked title is not empty"))
}

/// Keeps a version's name, and what was changed, beside the journal.
pub(super) fn keep_version(
    tx: &Tx<'_>,
    no: &DocumentNo,
    number: u32,
    name: &str,
    change: &str,
) -> Result<Digest, AppError> {
    let texts =
        BTreeMap::from([("name".to_owned(), name.to_owned()), ("text".to_owned(), change.to_owned())]);
    let kept = keep_texts(tx, &Subject::Document(DocumentPart::Version(number), no.clone()), &texts)?;
    Ok(kept.expect("a file's name is not empty"))
}

/// A version's file name; `None` where it was erased.
pub(super) fn version_name(
    conn: &Connection,
    no: &DocumentNo,
    number: u32,
    digest: &Digest,
) -> Result<Option<String>, AppError> {
    let subject = Subject::Document(DocumentPart::Version(number), no.clone());
    Ok(texts_at(conn, &subject, Some(digest))?.remove("name"))
}

/// Keeps the words of an act beside the journal.
pub(crate) fn keep_words(
    tx: &Tx<'_>,
    no: &DocumentNo,
    number: u32,
    texts: &[(&str, &str)],
) -> Result<Option<Digest>, AppError> {
    let texts = texts.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    keep_texts(tx, &Subject::Document(DocumentPart::Words(number), no.clone()), &texts)
}

/// The file name of a document's version; `None` where it was erased, or there is no such version.
pub(crate) fn file_name_of(
    conn: &Connection,
    document: &str,
    number: u32,
) -> Result<Option<String>, AppError> {
    let Ok(no) = document.parse::<DocumentNo>() else { return Ok(None) };
    match ledger::document::query::version(conn, &no, number)? {
        Some(kept) => version_name(conn, &no, number, &kept.name),
        None => Ok(None),
    }
}
