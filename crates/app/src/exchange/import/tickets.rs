//! Tickets of a file: those that are not registered yet are.

use super::super::preview::{ImportPreview, look};
use super::super::refused::{Places, rows_refused};
use super::{Taken, numbers, run, values};
use crate::api::Act;
use crate::error::AppError;
use crate::session::App;
use crate::ticket::{Days, Tickets as List, register_rows, sheet_rows};
use domain::kernel::UnitCode;
use sheet::Sheet;
use sheet::kinds::{TicketRow, Tickets};
use std::collections::BTreeSet;

/// Takes tickets in, of units whose tickets the account registers.
pub(super) fn take(app: &mut App, read: Sheet<TicketRow>, dry_run: bool) -> Result<Taken, AppError> {
    let units: BTreeSet<UnitCode> = read.rows.iter().map(|row| row.value.unit.clone()).collect();
    for unit in &units {
        app.require_unit(Act::RegisterTicket, unit)?;
    }
    let shown = preview(app, &read, dry_run)?;
    let (month, today) = (app.this_month()?, app.today()?);
    let days = Days::of(app.conn()?, today)?;
    let places = numbers(&read);
    let (file, name) = (read.file, read.sheet);
    let rows = values(read.rows);
    let changed = run(app, rows.len(), dry_run, |tx, _| {
        register_rows(tx, &rows, month, &days)?.map_err(|refused| {
            let places = Places { file: &file, sheet: name.as_deref(), rows: &places };
            rows_refused(&places, &|i| rows[i].title.clone(), &refused)
        })
    })?;
    Ok(Taken::of(rows.len(), changed).with(shown))
}

/// Held against all tickets of the file's units, a unit at a time.
fn preview(app: &App, read: &Sheet<TicketRow>, dry_run: bool) -> Result<Option<ImportPreview>, AppError> {
    let units: BTreeSet<String> = read.rows.iter().map(|row| row.value.unit.to_string()).collect();
    look(dry_run, &Tickets, read, || {
        let mut on_record = Vec::new();
        for unit in units {
            on_record.extend(sheet_rows(app, List { unit: Some(unit), ..List::default() })?);
        }
        Ok(on_record)
    })
}
