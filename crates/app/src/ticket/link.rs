//! To which customer and opportunity a ticket belongs.

use super::words::{read, ticket_no};
use crate::api::Act;
use crate::error::AppError;
use crate::parse::text_given;
use crate::session::{App, Receipt};
use domain::Event;
use domain::customer::{Whose, whose};
use domain::kernel::UnitCode;
use domain::opportunity::OpportunityNo;
use domain::ticket::{TicketLink, TicketNo, check_name};
use ledger::rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Says to which customer and opportunity a ticket belongs; with an opportunity the customer is its own.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct LinkTicket {
    /// 工单号.
    pub ticket: String,
    /// 客户编号; none where absent and no opportunity is named.
    #[serde(default)]
    pub customer_no: Option<String>,
    /// 商机编号; none where absent.
    #[serde(default)]
    pub opportunity: Option<String>,
}

/// What a request names.
pub(super) fn wanted(customer: Option<&str>, opportunity: Option<&str>) -> Result<TicketLink, AppError> {
    let customer = text_given(customer).map(crate::customer::number).transpose()?;
    let opportunity = text_given(opportunity).map(crate::opportunity::number).transpose()?;
    Ok(TicketLink { customer, opportunity })
}

/// Known customers are recognised at intake by their name (CUS-07), where nothing else says whose the ticket is; where several have
/// it, it is left to be said.
pub(super) fn recognised(
    conn: &Connection,
    unit: &UnitCode,
    wanted: TicketLink,
    typed: Option<&str>,
) -> Result<TicketLink, AppError> {
    let Some(name) = text_given(typed).filter(|_| wanted == TicketLink::default()) else { return Ok(wanted) };
    let known = ledger::customer::facts::namesakes(conn, unit, name)?;
    let customer = match whose(&known, None, Some(name)) {
        Ok(Whose::Known(no)) => Some(no),
        _ => None,
    };
    Ok(TicketLink { customer, opportunity: None })
}

/// The customer's name: as typed, unless it is another's than the one to whom the ticket belongs; else that of the customer on
/// record.
pub(super) fn named(
    conn: &Connection,
    unit: &UnitCode,
    wanted: &TicketLink,
    typed: Option<String>,
) -> Result<Option<String>, AppError> {
    let typed = typed.filter(|text| !text.trim().is_empty());
    let of_project = match &wanted.opportunity {
        Some(no) => ledger::opportunity::facts::opportunity(conn, no)?.map(|known| known.basics.customer),
        None => None,
    };
    let Some(no) = wanted.customer.clone().or(of_project) else { return Ok(typed) };
    let name = ledger::customer::query::name(conn, &no)?;
    if let (Some(typed), Some(name)) = (&typed, &name) {
        let known = ledger::customer::facts::namesakes(conn, unit, typed)?;
        check_name(typed, &known, &no, name)?;
    }
    Ok(typed.or(name))
}

/// What is recorded of it.
pub(super) fn events(conn: &Connection, no: &TicketNo, wanted: TicketLink) -> Result<Vec<Event>, AppError> {
    let facts = ledger::opportunity::facts::link(conn, no, &wanted)?;
    Ok(domain::ticket::link(no.clone(), wanted, facts)?)
}

/// Puts a ticket under the opportunity that is registered from it, in the same act: `registered` is what is recorded of that one.
pub(crate) fn into_new_opportunity(
    conn: &Connection,
    ticket: &TicketNo,
    opportunity: &OpportunityNo,
    registered: &[Event],
) -> Result<Vec<Event>, AppError> {
    read(conn, ticket)?;
    let customer = registered.iter().find_map(|event| match event {
        Event::OpportunityRegistered(e) if ticket.unit == opportunity.unit => Some(e.basics.customer.clone()),
        _ => None,
    });
    let wanted = TicketLink { customer: None, opportunity: Some(opportunity.clone()) };
    let mut facts = ledger::opportunity::facts::link(conn, ticket, &wanted)?;
    facts.customer_of_opportunity = customer;
    Ok(domain::ticket::link(ticket.clone(), wanted, facts)?)
}

/// `linkTicket`.
pub fn link(app: &mut App, request: LinkTicket) -> Result<Receipt, AppError> {
    let no = ticket_no(app, Act::LinkTicket, &request.ticket)?;
    let wanted = wanted(request.customer_no.as_deref(), request.opportunity.as_deref())?;
    app.decide(|tx, _| {
        read(tx.conn(), &no)?;
        events(tx.conn(), &no, wanted)
    })
}
