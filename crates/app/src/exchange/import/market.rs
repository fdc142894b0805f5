//! Customers and opportunities of a file.

use super::super::preview::look;
use super::super::refused::{Places, rows_refused};
use super::{Taken, numbers, run, values};
use crate::api::Act;
use crate::customer::{self, Customers as CustomerList};
use crate::error::AppError;
use crate::opportunity::{self, Opportunities as OpportunityList};
use crate::session::App;
use domain::kernel::UnitCode;
use sheet::Sheet;
use sheet::kinds::{CustomerRow, Customers, Opportunities, OpportunityRow};
use std::collections::BTreeSet;

/// The units of a file, each one's customers or opportunities being the account's to register.
fn units<T>(
    app: &App,
    read: &Sheet<T>,
    unit: impl Fn(&T) -> &UnitCode,
    acts: &[Act],
) -> Result<BTreeSet<UnitCode>, AppError> {
    let units: BTreeSet<UnitCode> = read.rows.iter().map(|row| unit(&row.value).clone()).collect();
    for unit in &units {
        for act in acts {
            app.require_unit(*act, unit)?;
        }
    }
    Ok(units)
}

/// Takes customers in: new ones registered, known ones brought up to date.
pub(super) fn customers(
    app: &mut App,
    mut read: Sheet<CustomerRow>,
    dry_run: bool,
) -> Result<Taken, AppError> {
    let units = units(app, &read, |row| &row.unit, &[Act::RegisterCustomer, Act::ChangeCustomer])?;
    let mut typed: Vec<&mut CustomerRow> = read.rows.iter_mut().map(|row| &mut row.value).collect();
    customer::recognise(app.conn()?, &mut typed)?;
    let shown = look(dry_run, &Customers, &read, || {
        let mut on_record = Vec::new();
        for unit in units {
            let list = CustomerList { unit: Some(unit.to_string()), ..CustomerList::default() };
            on_record.extend(customer::sheet_rows(app, list)?);
        }
        Ok(on_record)
    })?;
    let places = numbers(&read);
    let (file, name) = (read.file, read.sheet);
    let rows = values(read.rows);
    let changed = run(app, rows.len(), dry_run, |tx, _| {
        customer::take_rows(tx, &rows)?.map_err(|refused| {
            let places = Places { file: &file, sheet: name.as_deref(), rows: &places };
            rows_refused(&places, &|i| rows[i].name.clone(), &refused)
        })
    })?;
    Ok(Taken::of(rows.len(), changed).with(shown))
}

/// Takes opportunities in: those that are not registered yet are.
pub(super) fn opportunities(
    app: &mut App,
    mut read: Sheet<OpportunityRow>,
    dry_run: bool,
) -> Result<Taken, AppError> {
    let units = units(app, &read, |row| &row.unit, &[Act::RegisterOpportunity])?;
    let mut typed: Vec<&mut OpportunityRow> = read.rows.iter_mut().map(|row| &mut row.value).collect();
    opportunity::recognise(app.conn()?, &mut typed)?;
    let shown = look(dry_run, &Opportunities, &read, || {
        let mut on_record = Vec::new();
        for unit in units {
            let list = OpportunityList { unit: Some(unit.to_string()), ..OpportunityList::default() };
            on_record.extend(opportunity::sheet_rows(app, list)?);
        }
        Ok(on_record)
    })?;
    let day = (app.today()?, app.this_month()?);
    let places = numbers(&read);
    let (file, name) = (read.file, read.sheet);
    let rows = values(read.rows);
    let changed = run(app, rows.len(), dry_run, |tx, _| {
        opportunity::register_rows(tx, &rows, day)?.map_err(|refused| {
            let places = Places { file: &file, sheet: name.as_deref(), rows: &places };
            rows_refused(&places, &|i| rows[i].title.clone(), &refused)
        })
    })?;
    Ok(Taken::of(rows.len(), changed).with(shown))
}
