//! Registering a ticket and filling in its fields.

use super::words::{Days, choice, day_or, keep, read, ticket_no};
use crate::api::Act;
use crate::error::AppError;
use crate::parse;
use crate::rights::{Reach, reach};
use crate::session::{App, Receipt};
use domain::Refusal;
use domain::form::Answers;
use domain::kernel::{Month, UnitCode};
use domain::personal::TicketPart;
use domain::ticket::{Registration, TicketLink, TicketNo, Words};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Registers a ticket.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct RegisterTicket {
    /// 单位代码.
    #[ts(type = "string")]
    pub unit: UnitCode,
    /// Its type, by code, as `ticketTypes` names it.
    pub kind: String,
    /// Whether the type is the unit's own.
    #[serde(default)]
    pub own: bool,
    /// What it is about.
    pub title: String,
    /// The customer's organisation.
    #[serde(default)]
    pub customer: Option<String>,
    /// 客户编号, where the customer is on record; its name is taken where none is given.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub customer_no: Option<String>,
    /// 商机编号 of the opportunity that it belongs to.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub opportunity: Option<String>,
    /// 申请人's account, where they have one.
    #[serde(default)]
    pub requester: Option<String>,
    /// 申请人's name, where they have no account; kept beside the journal.
    #[serde(default)]
    pub contact: Option<String>,
    /// 申请人's phone; kept beside the journal.
    #[serde(default)]
    pub phone: Option<String>,
    /// `phone`, `mail`, `platform`, `videoMeeting`, `onSite`, `fax` or `chat`.
    pub channel: String,
    /// `critical`, `urgent` or `normal`.
    pub urgency: String,
    /// `simple`, `ordinary` or `complex`.
    pub complexity: String,
    /// Came in that day; today where absent.
    #[serde(default)]
    pub received_on: Option<String>,
    /// 要求完成, a working day.
    #[serde(default)]
    pub due_on: Option<String>,
    /// Fields of its type, as typed.
    #[serde(default)]
    pub fields: BTreeMap<String, String>,
}

/// A ticket that was registered.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct RegisteredView {
    /// 工单号.
    pub ticket: String,
    /// What was recorded.
    pub receipt: Receipt,
}

/// Fills a ticket's fields in anew.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct FillTicket {
    /// 工单号.
    pub ticket: String,
    /// Fields of its type, as typed; one that is not named keeps what it holds, an empty text empties it.
    pub fields: BTreeMap<String, String>,
}

/// `registerTicket`.
pub fn register(app: &mut App, request: RegisterTicket) -> Result<RegisteredView, AppError> {
    let unit = request.unit;
    let today = app.today()?;
    let month: Month = app.this_month()?;
    let requester = request.requester.as_deref().map(str::trim).filter(|text| !text.is_empty());
    let mut requester = requester.map(parse::account).transpose()?;
    let actor = app.signed_in()?;
    let (mut contact, mut phone) = (request.contact, request.phone);
    // A requester asks in their own name.
    if reach(Act::RegisterTicket, actor.role) == Reach::Mine {
        requester = Some(actor.account.clone());
        (contact, phone) = (None, None);
    }
    let (channel, urgency) = (choice(&request.channel)?, choice(&request.urgency)?);
    let complexity = choice(&request.complexity)?;
    let received_on = day_or(request.received_on.as_deref(), today)?;
    let due_on = request.due_on.as_deref().map(str::trim).filter(|text| !text.is_empty());
    let due_on = due_on.map(parse::date).transpose()?;
    let wanted = super::link::wanted(request.customer_no.as_deref(), request.opportunity.as_deref())?;
    if wanted != TicketLink::default() {
        app.require_unit(Act::Opportunity, &unit)?;
    }
    let (ticket, receipt) = app.act(|tx, _| {
        let conn = tx.conn();
        if !ledger::organisation::query::units(conn)?.contains_key(&unit) {
            return Err(Refusal::UnknownUnit { unit: unit.clone() }.into());
        }
        if let Some(account) = &requester
            && !ledger::account::query::is_open(conn, account)?
        {
            return Err(AppError::refused("unknownAccount", serde_json::json!({ "account": account })));
        }
        let types = ledger::ticket::facts::types(conn, &unit)?;
        let of =
            |key: &domain::ticket::TypeKey| key.code == request.kind && key.unit.is_some() == request.own;
        let kind = types.into_iter().find(|known| of(&known.key));
        let kind = kind.ok_or_else(|| Refusal::UnknownTicketType { kind: request.kind.clone() })?;
        let serial = ledger::ticket::facts::last_serial(conn, &unit, month)? + 1;
        let no = TicketNo { unit: unit.clone(), month, serial };
        let (answers, texts) = Answers::read(&kind.body.fields, &request.fields)?;
        let kept = keep(tx, &no, TicketPart::Fields, &texts)?;
        let given = |text: &Option<String>| text.clone().unwrap_or_default();
        let name = given(&contact);
        let texts_of_contact =
            BTreeMap::from([("name".to_owned(), name), ("phone".to_owned(), given(&phone))]);
        let named = requester.is_some() || !texts_of_contact["name"].trim().is_empty();
        let contact = if named { keep(tx, &no, TicketPart::Contact, &texts_of_contact)? } else { None };
        let wanted = super::link::recognised(conn, &unit, wanted, request.customer.as_deref())?;
        let customer = super::link::named(conn, &unit, &wanted, request.customer)?;
        let linked = super::link::events(conn, &no, wanted)?;
        let new = Registration {
            kind,
            title: request.title,
            customer,
            requester,
            contact,
            channel,
            urgency,
            complexity,
            received_on,
            due_on,
            answers,
            text: Words { kept, text: kept.is_some(), person: false },
        };
        let days = Days::of(conn, today)?;
        let mut events = domain::ticket::register(new, no.clone(), &days.reckoning())?;
        events.extend(linked);
        Ok((events, no.to_string()))
    })?;
    Ok(RegisteredView { ticket, receipt })
}

/// `fillTicket`.
pub fn fill(app: &mut App, request: FillTicket) -> Result<Receipt, AppError> {
    let no = ticket_no(app, Act::FillTicket, &request.ticket)?;
    app.decide(|tx, _| {
        let ticket = read(tx.conn(), &no)?;
        let before = ticket.text.as_ref();
        let mut texts = super::words::kept_texts(tx.conn(), &no, TicketPart::Fields, before)?;
        let (typed, new) = Answers::read(&ticket.kind.fields, &request.fields)?;
        let mut answers = ticket.answers.clone();
        for code in request.fields.keys() {
            answers.plain.remove(code);
            answers.personal.remove(code);
            texts.remove(code);
        }
        answers.plain.extend(typed.plain);
        answers.personal.extend(typed.personal);
        texts.extend(new);
        let kept = keep(tx, &no, TicketPart::Fields, &texts)?;
        Ok(ticket.fill(answers, kept)?)
    })
}
