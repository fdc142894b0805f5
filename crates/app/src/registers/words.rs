//! Numbers, words and names that acts on forms bring along.

use crate::api::Act;
use crate::error::AppError;
use crate::personal::{engineer_subject, keep_texts, texts_at};
use crate::session::App;
use domain::Refusal;
use domain::form::{Answers, Field};
use domain::kernel::{Digest, StaffNo};
use domain::personal::Subject;
use domain::registers::{FilledForm, FormNo, FormPart};
use domain::ticket::Words;
use ledger::Tx;
use ledger::rusqlite::Connection;
use std::collections::BTreeMap;

/// A form's number, for whoever may do that in its unit.
pub(super) fn form_no(app: &App, act: Act, text: &str) -> Result<FormNo, AppError> {
    let no: FormNo = text.parse().map_err(|_| Refusal::UnknownForm { form: text.trim().to_owned() })?;
    app.require_unit(act, &no.unit)?;
    Ok(no)
}

/// The form as its rules read it.
pub(super) fn read(conn: &Connection, no: &FormNo) -> Result<FilledForm, AppError> {
    let found = ledger::registers::facts::form(conn, no)?;
    Ok(found.ok_or_else(|| Refusal::UnknownForm { form: no.to_string() })?)
}

/// Keeps the words of an act under a number; the one named `text` is the act's own.
pub(super) fn keep_words(
    tx: &Tx<'_>,
    no: &FormNo,
    number: u32,
    texts: &[(&str, &str)],
) -> Result<Words, AppError> {
    let texts = texts.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
    keep_all(tx, no, number, texts.collect())
}

/// Keeps all these texts under a number.
pub(super) fn keep_all(
    tx: &Tx<'_>,
    no: &FormNo,
    number: u32,
    texts: BTreeMap<String, String>,
) -> Result<Words, AppError> {
    let given = |name: &str| texts.get(name).is_some_and(|text| !text.trim().is_empty());
    let (text, person) = (given("text"), given("person"));
    let kept = keep_texts(tx, &Subject::Form(FormPart::Words(number), no.clone()), &texts)?;
    Ok(Words { kept, text, person })
}

/// The texts that the journal meant with a digest.
pub(super) fn kept(
    conn: &Connection,
    no: &FormNo,
    part: FormPart,
    digest: Option<&Digest>,
) -> Result<BTreeMap<String, String>, AppError> {
    texts_at(conn, &Subject::Form(part, no.clone()), digest)
}

/// Reads what was typed into fields and keeps what may name people as that filling in.
pub(super) fn fill(
    tx: &Tx<'_>,
    no: &FormNo,
    version: u32,
    fields: &[Field],
    typed: &BTreeMap<String, String>,
) -> Result<(Answers, Option<Digest>), AppError> {
    let (answers, texts) = Answers::read(fields, typed)?;
    let text = keep_texts(tx, &Subject::Form(FormPart::Fields(version), no.clone()), &texts)?;
    Ok((answers, text))
}

/// Names of engineers; the staff number where a name was erased.
pub(super) fn engineers<'s>(
    app: &App,
    staff: impl IntoIterator<Item = &'s StaffNo>,
) -> Result<BTreeMap<StaffNo, String>, AppError> {
    let staff: Vec<&StaffNo> = staff.into_iter().collect();
    let subjects: Vec<String> = staff.iter().map(|no| engineer_subject(no)).collect();
    let names = app.names(&subjects)?;
    let name = |no: &StaffNo| names.get(&engineer_subject(no)).filter(|name| !name.is_empty()).cloned();
    Ok(staff.into_iter().map(|no| (no.clone(), name(no).unwrap_or_else(|| no.to_string()))).collect())
}

/// Field texts of a step among the words of its act.
pub(super) const FIELD: &str = "field.";
