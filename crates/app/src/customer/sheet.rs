//! Customers in spreadsheets: the filtered list given out, rows registered or brought up to date.

use super::list::{Customers, wanted};
use super::{CustomerFields, read};
use crate::copies::handed_out;
use crate::error::AppError;
use crate::exchange::{FileView, write_sheet};
use crate::parse::{self, text_given};
use crate::personal::texts_at;
use crate::session::App;
use ::sheet::kinds::CustomerRow;
use domain::Refusal;
use domain::customer::{CustomerNo, register_customer};
use domain::event::Event;
use domain::kernel::UnitCode;
use domain::personal::{CustomerPart, Subject};
use ledger::Tx;
use ledger::customer::facts::{is_known, last_serial, namesakes};
use ledger::rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// Writes a list of customers as a spreadsheet.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ExportCustomers {
    /// Which; all pages of them.
    pub list: Customers,
    /// The file; `.csv` writes CSV.
    pub out: String,
}

/// `exportCustomers`.
pub fn export(app: &mut App, request: ExportCustomers) -> Result<FileView, AppError> {
    let unit = text_given(request.list.unit.as_deref()).map(parse::unit).transpose()?;
    let rows = rows(app, request.list)?;
    let written = write_sheet(&::sheet::kinds::Customers, &rows, &request.out)?;
    handed_out(app, "exportCustomers", unit, written)
}

/// Customers as rows.
pub(crate) fn rows(app: &App, list: Customers) -> Result<Vec<CustomerRow>, AppError> {
    let list = Customers { offset: 0, limit: None, ..list };
    let Some(wanted) = wanted(app, list, u32::MAX)? else { return Ok(Vec::new()) };
    let conn = app.conn()?;
    ledger::customer::list::page(conn, &wanted)?
        .into_iter()
        .map(|row| {
            let texts = profile(conn, &row.no)?;
            let text = |code: &str| texts.get(code).cloned();
            Ok(CustomerRow {
                customer: Some(row.no.to_string()),
                unit: row.no.unit.clone(),
                name: row.name,
                sector: row.sector,
                grade: row.grade,
                address: text("address"),
                phone: text("phone"),
                fax: text("fax"),
                business: text("business"),
                needs: text("needs"),
                counts: Some([row.contacts, row.open, row.won, row.tickets]),
            })
        })
        .collect()
}

/// What is kept of a customer beside the journal.
fn profile(conn: &Connection, no: &CustomerNo) -> Result<BTreeMap<String, String>, AppError> {
    let known = read(conn, no)?;
    texts_at(conn, &Subject::Customer(CustomerPart::Profile, no.clone()), known.text.as_ref())
}

/// Writes the number of every customer that is on record into its row, found by its name where the row has none and one alone is
/// called so.
pub(crate) fn recognise(conn: &Connection, rows: &mut [&mut CustomerRow]) -> Result<(), AppError> {
    for row in rows.iter_mut().filter(|row| row.customer.is_none()) {
        if let [(no, _)] = namesakes(conn, &row.unit, &row.name)?.as_slice() {
            row.customer = Some(no.to_string());
        }
    }
    Ok(())
}

/// A row that cannot be taken in: its place, the column it is about, why.
type Refused = (usize, &'static str, Refusal);

/// Registers customers that are new, and records anew what a row says of known ones; what is blank stays as it is.
pub(crate) fn take_rows(
    tx: &Tx<'_>,
    rows: &[CustomerRow],
) -> Result<Result<Vec<Event>, Vec<Refused>>, AppError> {
    let conn = tx.conn();
    let units: BTreeSet<UnitCode> = ledger::organisation::query::units(conn)?.into_keys().collect();
    // What the file itself registers is on record for its later rows.
    let mut new: Vec<(CustomerNo, String)> = Vec::new();
    let mut serials: BTreeMap<UnitCode, u32> = BTreeMap::new();
    let mut rows_of: BTreeMap<CustomerNo, usize> = BTreeMap::new();
    let (mut events, mut refused) = (Vec::new(), Vec::new());
    for (index, row) in rows.iter().enumerate() {
        let unit = &row.unit;
        if !units.contains(unit) {
            refused.push((index, "单位代码", Refusal::UnknownUnit { unit: unit.clone() }));
            continue;
        }
        let mut known = namesakes(conn, unit, &row.name)?;
        known.extend(new.iter().filter(|(no, _)| no.unit == *unit).cloned());
        let decided = match &row.customer {
            Some(number) => {
                let no: Option<CustomerNo> = number.parse().ok();
                let of_unit = no.as_ref().map(|no| is_known(conn, unit, no)).transpose()?;
                let Some(no) = no.filter(|_| of_unit == Some(true)) else {
                    refused.push((index, "客户编号", Refusal::UnknownCustomer { customer: number.clone() }));
                    continue;
                };
                if let Some(first_row) = rows_of.insert(no.clone(), index) {
                    refused.push((index, "客户编号", Refusal::CustomerTwice { first_row }));
                    continue;
                }
                let customer = read(conn, &no)?;
                let fields = merged(conn, row, &customer)?;
                let text = fields.keep(tx, &no)?;
                customer.change(fields.basics(), text, &known, false)
            }
            None => {
                if !serials.contains_key(unit) {
                    serials.insert(unit.clone(), last_serial(conn, unit)?);
                }
                let serial = serials.entry(unit.clone()).or_default();
                let no = CustomerNo { unit: unit.clone(), serial: *serial + 1 };
                let fields = typed(row);
                let text = fields.keep(tx, &no)?;
                let registered = register_customer(fields.basics(), text, no.clone(), &known, false);
                if registered.is_ok() {
                    *serial += 1;
                    new.push((no, row.name.clone()));
                }
                registered
            }
        };
        match decided {
            Ok(more) => events.extend(more),
            Err(refusal) => refused.push((index, column(row, &refusal), refusal)),
        }
    }
    Ok(if refused.is_empty() { Ok(events) } else { Err(refused) })
}

fn typed(row: &CustomerRow) -> CustomerFields {
    CustomerFields {
        name: row.name.clone(),
        sector: row.sector.clone(),
        grade: row.grade.clone(),
        address: row.address.clone(),
        phone: row.phone.clone(),
        fax: row.fax.clone(),
        business: row.business.clone(),
        needs: row.needs.clone(),
    }
}

/// What a row says of a known customer, with what is on record where it says nothing.
fn merged(
    conn: &Connection,
    row: &CustomerRow,
    known: &domain::customer::Customer,
) -> Result<CustomerFields, AppError> {
    let texts = profile(conn, &known.no)?;
    let said = typed(row);
    let text = |said: Option<String>, code: &str| said.or_else(|| texts.get(code).cloned());
    Ok(CustomerFields {
        sector: said.sector.or_else(|| known.basics.sector.clone()),
        grade: said.grade.or_else(|| known.basics.grade.clone()),
        address: text(said.address, "address"),
        phone: text(said.phone, "phone"),
        fax: text(said.fax, "fax"),
        business: text(said.business, "business"),
        needs: text(said.needs, "needs"),
        name: said.name,
    })
}

/// The column that a refusal is about.
fn column(row: &CustomerRow, refusal: &Refusal) -> &'static str {
    match refusal {
        Refusal::NotInList { value } if row.grade.as_ref() == Some(value) => "客户级别",
        Refusal::NotInList { .. } => "行业",
        _ => "客户名称",
    }
}
