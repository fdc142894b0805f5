//! Words, names and files that an act on a ticket brings along.

use crate::api::Act;
use crate::error::AppError;
pub(super) use crate::parse::{choice, day_or};
use crate::personal::{keep_texts, texts_at};
use crate::session::App;
use chrono::NaiveDate;
use domain::Refusal;
use domain::deadline::{DeadlineRules, Reckoning};
use domain::kernel::{Digest, StaffNo, WorkingDays};
use domain::personal::{Subject, TicketPart};
use domain::ticket::{Behalf, Ticket, TicketAct, TicketNo, Words};
use ledger::Tx;
use ledger::rusqlite::Connection;
use serde::{Deserialize, Serialize};
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

/// A ticket's number, for whoever may do that to it.
pub(crate) fn ticket_no(app: &App, act: Act, text: &str) -> Result<TicketNo, AppError> {
    let no: TicketNo = text.parse().map_err(|_| Refusal::UnknownTicket { ticket: text.trim().to_owned() })?;
    app.require(act, &app.ticket_target(&no)?)?;
    Ok(no)
}

/// The ticket as its rules read it.
pub(super) fn read(conn: &Connection, no: &TicketNo) -> Result<Ticket, AppError> {
    let found = ledger::ticket::facts::ticket(conn, no)?;
    Ok(found.ok_or_else(|| Refusal::UnknownTicket { ticket: no.to_string() })?)
}

/// The ticket for an act that is one hand's of it.
pub(super) fn read_for(
    conn: &Connection,
    no: &TicketNo,
    hand: Option<&StaffNo>,
    act: TicketAct,
) -> Result<Ticket, AppError> {
    let ticket = read(conn, no)?;
    ticket.by_hand(hand, act)?;
    Ok(ticket)
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

    pub(crate) fn reckoning(&self) -> Reckoning<'_> {
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
    keep_texts(tx, &Subject::Ticket(part, no.clone()), texts)
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
    texts_at(conn, &Subject::Ticket(part, no.clone()), digest)
}

/// A file that was chosen, opened before the act begins.
pub(crate) fn opened(path: Option<&str>) -> Result<Option<File>, AppError> {
    let given = path.map(str::trim).filter(|path| !path.is_empty());
    given.map(crate::exchange::open_file).transpose()
}

/// Stores such a file.
pub(crate) fn stored(tx: &Tx<'_>, file: Option<File>) -> Result<Option<Digest>, AppError> {
    Ok(file.map(|file| tx.put_blob(file)).transpose()?.map(|stored| stored.digest))
}

/// 代录 of a request, its evidence opened.
pub(crate) struct Another {
    person: String,
    basis: String,
    evidence: Option<File>,
}

impl Another {
    pub(crate) fn open(given: Option<StepOfAnother>) -> Result<Option<Self>, AppError> {
        let Some(given) = given else { return Ok(None) };
        let evidence = opened(given.evidence.as_deref())?;
        Ok(Some(Self { person: given.person, basis: given.basis, evidence }))
    }

    /// What it rests on, stored, and whose step it was.
    pub(crate) fn store(tx: &Tx<'_>, given: Option<Self>) -> Result<(Option<Behalf>, String), AppError> {
        let Some(given) = given else { return Ok((None, String::new())) };
        let evidence = stored(tx, given.evidence)?;
        Ok((Some(Behalf { basis: given.basis, evidence }), given.person))
    }
}
