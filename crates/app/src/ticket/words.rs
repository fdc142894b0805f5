//! Words, names and files that an act on a ticket brings along.

use crate::api::Act;
use crate::error::AppError;
use crate::session::App;
use chrono::NaiveDate;
use domain::Refusal;
use domain::deadline::{DeadlineRules, Reckoning};
use domain::kernel::{Digest, WorkingDays};
use domain::personal::{Subject, TicketPart};
use domain::ticket::{Behalf, Ticket, TicketNo, Words};
use ledger::Tx;
use ledger::rusqlite::Connection;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::fs::File;
use ts_rs::TS;

/// 代录: whose step it was, and what it rests on.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct StepOfAnother {
    /// Whose step it was: a name.
    #[serde(default)]
    pub person: String,
    /// The number of a 快文, a message, or what was shown.
    #[serde(default)]
    pub basis: String,
    /// File of a picture or scan.
    #[serde(default)]
    pub evidence: Option<String>,
}

/// Reads one of a list of words.
pub(super) fn choice<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, AppError> {
    serde_json::from_value(json!(text)).map_err(|_| AppError::refused("notInList", json!({ "value": text })))
}

/// A ticket's number, for whoever may do that in its unit.
pub(super) fn ticket_no(app: &App, act: Act, text: &str) -> Result<TicketNo, AppError> {
    let no: TicketNo = text.parse().map_err(|_| Refusal::UnknownTicket { ticket: text.trim().to_owned() })?;
    app.require_unit(act, &no.unit)?;
    Ok(no)
}

/// The ticket as its rules read it.
pub(super) fn read(conn: &Connection, no: &TicketNo) -> Result<Ticket, AppError> {
    let found = ledger::ticket::facts::ticket(conn, no)?;
    Ok(found.ok_or_else(|| Refusal::UnknownTicket { ticket: no.to_string() })?)
}

/// A day, today where none is given.
pub(super) fn day_or(text: Option<&str>, today: NaiveDate) -> Result<NaiveDate, AppError> {
    let given = text.map(str::trim).filter(|text| !text.is_empty());
    Ok(given.map(crate::parse::date).transpose()?.unwrap_or(today))
}

/// Calendar and terms as an act finds them.
pub(crate) struct Days {
    calendar: WorkingDays,
    rules: DeadlineRules,
    pub(super) today: NaiveDate,
}

impl Days {
    pub(crate) fn of(conn: &Connection, today: NaiveDate) -> Result<Self, AppError> {
        let calendar = ledger::organisation::query::working_days(conn)?;
        Ok(Self { calendar, rules: ledger::ticket::facts::rules(conn, today)?, today })
    }

    pub(super) fn reckoning(&self) -> Reckoning<'_> {
        Reckoning { calendar: &self.calendar, rules: &self.rules, today: self.today }
    }
}

/// Keeps texts of a ticket beside the journal; `None` where there are none.
pub(super) fn keep(
    tx: &Tx<'_>,
    no: &TicketNo,
    part: TicketPart,
    texts: &BTreeMap<String, String>,
) -> Result<Option<Digest>, AppError> {
    let given = texts.iter().filter(|(_, text)| !text.trim().is_empty());
    let fields: Map<String, Value> = given.map(|(code, text)| (code.clone(), json!(text.trim()))).collect();
    if fields.is_empty() {
        return Ok(None);
    }
    Ok(Some(tx.put_personal(&Subject::Ticket(part, no.clone()).to_string(), &fields)?))
}

/// Keeps the words of an act, and whose step it was, under the ticket's next number.
pub(super) fn words(
    tx: &Tx<'_>,
    ticket: &Ticket,
    text: Option<&str>,
    person: Option<&str>,
) -> Result<Words, AppError> {
    keep_words(tx, ticket, &[("text", text.unwrap_or_default()), ("person", person.unwrap_or_default())])
}

/// Keeps texts of an act by name under the ticket's next number; the one named `text` is the act's own.
pub(super) fn keep_words(tx: &Tx<'_>, ticket: &Ticket, texts: &[(&str, &str)]) -> Result<Words, AppError> {
    let given = |wanted: &str| texts.iter().any(|(name, text)| *name == wanted && !text.trim().is_empty());
    let (text, person) = (given("text"), given("person"));
    let texts = texts.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    let kept = keep(tx, &ticket.no, TicketPart::Words(ticket.next_words), &texts)?;
    Ok(Words { kept, text, person })
}

/// The texts that the journal meant with a digest; empty where there are none, or erased.
pub(super) fn kept_texts(
    conn: &Connection,
    no: &TicketNo,
    part: TicketPart,
    digest: Option<&Digest>,
) -> Result<BTreeMap<String, String>, AppError> {
    let Some(digest) = digest else { return Ok(BTreeMap::new()) };
    let fields = ledger::personal_at(conn, &Subject::Ticket(part, no.clone()).to_string(), digest)?;
    let texts = fields.into_iter().flatten();
    Ok(texts.filter_map(|(code, text)| Some((code, text.as_str()?.to_owned()))).collect())
}

/// A file that was chosen, opened before the act begins.
pub(super) fn opened(path: Option<&str>) -> Result<Option<File>, AppError> {
    let given = path.map(str::trim).filter(|path| !path.is_empty());
    given.map(crate::exchange::open_file).transpose()
}

/// Stores such a file.
pub(super) fn stored(tx: &Tx<'_>, file: Option<File>) -> Result<Option<Digest>, AppError> {
    Ok(file.map(|file| tx.put_blob(file)).transpose()?.map(|stored| stored.digest))
}

/// 代录 of a request, its evidence opened.
pub(super) struct Another {
    person: String,
    basis: String,
    evidence: Option<File>,
}

impl Another {
    pub(super) fn open(given: Option<StepOfAnother>) -> Result<Option<Self>, AppError> {
        let Some(given) = given else { return Ok(None) };
        let evidence = opened(given.evidence.as_deref())?;
        Ok(Some(Self { person: given.person, basis: given.basis, evidence }))
    }

    /// What it rests on, stored, and whose step it was.
    pub(super) fn store(tx: &Tx<'_>, given: Option<Self>) -> Result<(Option<Behalf>, String), AppError> {
        let Some(given) = given else { return Ok((None, String::new())) };
        let evidence = stored(tx, given.evidence)?;
        Ok((Some(Behalf { basis: given.basis, evidence }), given.person))
    }
}
