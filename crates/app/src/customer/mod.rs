//! Customers: registering, their people, lists, a customer's page.

mod acts;
mod care;
mod contacts;
mod list;
mod sheet;
mod view;

pub use acts::{
    ChangeCustomer, CustomerFields, RegisterCustomer, RegisteredCustomerView, StrikeCustomer, change,
    register, strike,
};
pub use care::{PlannedVisitView, QuestionnaireView, SatisfactionView, VisitTermView, VisitsView};
pub use contacts::{EndContact, RecordContact, end, record};
pub use list::{CustomerForm, CustomerFormView, CustomerLine, Customers, CustomersView, customers, form};
pub use sheet::{ExportCustomers, export};
pub(crate) use sheet::{recognise, rows as sheet_rows, take_rows};
pub(crate) use view::linked_tickets;
pub use view::{ContactView, Customer, CustomerView, LinkedTicketView, MergedView, StruckView, customer};

use crate::api::Act;
use crate::error::AppError;
use crate::session::App;
use domain::Refusal;
use domain::customer::CustomerNo;
use ledger::rusqlite::Connection;

/// A customer's number.
pub(crate) fn number(text: &str) -> Result<CustomerNo, AppError> {
    let unknown = || Refusal::UnknownCustomer { customer: text.trim().to_owned() };
    Ok(text.parse().map_err(|_| unknown())?)
}

/// A customer's number, for whoever may do that in its unit.
fn number_for(app: &App, act: Act, text: &str) -> Result<CustomerNo, AppError> {
    let no = number(text)?;
    app.require_unit(act, &no.unit)?;
    Ok(no)
}

/// The customer as its rules read it.
fn read(conn: &Connection, no: &CustomerNo) -> Result<domain::customer::Customer, AppError> {
    let found = ledger::customer::facts::customer(conn, no)?;
    Ok(found.ok_or_else(|| Refusal::UnknownCustomer { customer: no.to_string() })?)
}
