//! 限制查看: what only those see who do the work, as prices of a bid (BID-12). Others read the record without it.

use crate::api::Act;
use crate::error::AppError;
use crate::rights::Target;
use crate::session::App;
use domain::form::Field;
use domain::kernel::{Actor, UnitCode};
use domain::ticket::TicketNo;
use std::collections::BTreeMap;

/// Whether the signed-in account does the work that `act` is part of, in that unit.
pub(crate) fn does_work(app: &App, act: Act, unit: &UnitCode) -> Result<bool, AppError> {
    does_work_as(app, app.signed_in()?, act, unit)
}

/// Whether that account does the work that `act` is part of, in that unit.
pub(crate) fn does_work_as(app: &App, actor: &Actor, act: Act, unit: &UnitCode) -> Result<bool, AppError> {
    app.able_as(actor, act, &Target::Unit(unit.clone()))
}

/// Whether it does the work of that ticket: its unit's work, or as one of its hands.
pub(crate) fn does_ticket(app: &App, no: &TicketNo) -> Result<bool, AppError> {
    app.able(Act::FillTicket, &app.ticket_target(no)?)
}

/// What is filled in, for those who do the work and for others.
pub(crate) fn seen<'f>(
    mut texts: BTreeMap<String, String>,
    fields: impl IntoIterator<Item = &'f Field>,
    does_work: bool,
) -> BTreeMap<String, String> {
    if !does_work {
        for field in fields.into_iter().filter(|field| field.restricted) {
            texts.remove(&field.code);
        }
    }
    texts
}
