//! Giving spreadsheets out: the same columns back, so that an exported file re-imports unchanged.

use super::{FileView, standing, write_sheet};
use crate::api::Act;
use crate::copies::handed_out;
use crate::error::{AppError, ErrorClass};
use crate::organisation::sees;
use crate::parse;
use crate::rights::Target;
use crate::session::App;
use domain::kernel::{Month, UnitCode};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sheet::kinds::{
    Assessments, Contracts, Customers, Holidays, Opportunities, People, Punches, Standards, Tickets, Units,
};
use ts_rs::TS;

/// Exports a kind.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ExportSheet {
    /// `units`, `people`, `attendance` (punches), `assessments`, `tickets`, `customers`, `opportunities`, `contract`, `holidays` or `standard`.
    pub kind: String,
    /// The file; `.csv` writes CSV.
    pub out: String,
    /// Only that unit.
    pub unit: Option<String>,
    /// Only that month (assessments, attendance).
    pub month: Option<String>,
    /// Only that quarter (assessments, attendance, contract).
    pub quarter: Option<String>,
}

/// `exportSheet`.
pub fn export(app: &mut App, request: ExportSheet) -> Result<FileView, AppError> {
    let only = request.unit.as_deref().map(parse::unit).transpose()?;
    let wanted = |unit: &UnitCode| -> Result<bool, AppError> {
        Ok(only.as_ref().is_none_or(|o| o == unit) && sees(app, unit)?)
    };
    let out = &request.out;
    match request.kind.as_str() {
        "units" => write_sheet(&Units, &standing::units(app, &wanted)?, out),
        "people" => {
            let written = write_sheet(&People, &standing::people(app, &wanted)?, out)?;
            handed_out(app, "exportSheet", only.clone(), written)
        }
        "contract" => {
            app.require(Act::Settle, &Target::Province)?;
            let quarter = request.quarter.as_deref().map(parse::quarter).transpose()?;
            let mut rows = standing::contract(app)?;
            rows.retain(|row| quarter.is_none_or(|q| q == row.quarter));
            write_sheet(&Contracts, &rows, out)
        }
        "attendance" => {
            let (from, to) = months(app, &request)?;
            write_sheet(&Punches, &standing::punches(app, from, to, &wanted)?, out)
        }
        "tickets" => {
            let unit = only.as_ref().map(ToString::to_string);
            let list = crate::ticket::Tickets { unit, ..crate::ticket::Tickets::default() };
            let written = write_sheet(&Tickets, &crate::ticket::sheet_rows(app, list)?, out)?;
            handed_out(app, "exportSheet", only.clone(), written)
        }
        "customers" => {
            app.require(Act::ExportCustomers, &Target::Several)?;
            let unit = only.as_ref().map(ToString::to_string);
            let list = crate::customer::Customers { unit, ..crate::customer::Customers::default() };
            let written = write_sheet(&Customers, &crate::customer::sheet_rows(app, list)?, out)?;
            handed_out(app, "exportSheet", only.clone(), written)
        }
        "opportunities" => {
            app.require(Act::ExportOpportunities, &Target::Several)?;
            let unit = only.as_ref().map(ToString::to_string);
            let list =
                crate::opportunity::Opportunities { unit, ..crate::opportunity::Opportunities::default() };
            let written = write_sheet(&Opportunities, &crate::opportunity::sheet_rows(app, list)?, out)?;
            handed_out(app, "exportSheet", only.clone(), written)
        }
        "standard" => write_sheet(&Standards, &standing::standard(app)?, out),
        "holidays" => write_sheet(&Holidays, &standing::holidays(app)?, out),
        "assessments" => {
            let (from, to) = months(app, &request)?;
            let rubric = ledger::rulebook::query::rubric_of(app.conn()?, to.quarter())?;
            let rows = standing::assessments(app, from, to, &rubric, &wanted)?;
            let written = write_sheet(&Assessments { items: super::import::items(&rubric) }, &rows, out)?;
            handed_out(app, "exportSheet", only.clone(), written)
        }
        kind => Err(AppError::new("unknownKind", ErrorClass::Usage, json!({ "kind": kind }))),
    }
}

/// The months that are asked for; all where none are.
fn months(app: &App, request: &ExportSheet) -> Result<(Month, Month), AppError> {
    Ok(match (&request.month, &request.quarter) {
        (Some(month), _) => {
            let month = parse::month(month)?;
            (month, month)
        }
        (None, Some(quarter)) => {
            let months = parse::quarter(quarter)?.months();
            (months[0], months[2])
        }
        (None, None) => (
            Month::new(2000, 1).unwrap_or_else(|_| crate::clock::month_of(Default::default())),
            app.this_month()?,
        ),
    })
}
