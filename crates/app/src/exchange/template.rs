//! Templates: empty workbooks with headings, notes and lists; month workbooks prefilled with people and items.

use super::import::items;
use super::{FilesView, safe_name, write_file};
use crate::copies::handed_out;
use crate::error::{AppError, ErrorClass};
use crate::parse;
use crate::personal::engineer_subject;
use crate::session::App;
use domain::assessment::expected;
use domain::kernel::{Month, UnitCode};
use domain::organisation::Unit;
use ledger::{Stage, organisation, people, rulebook};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sheet::kinds::{
    Assessments, Contracts, Customers, Holidays, Opportunities, People, Punches, Standards, Tickets, Units,
};
use sheet::month_workbook::{MonthForm, Stamp};
use std::path::Path;
use ts_rs::TS;

/// Makes templates.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct MakeTemplate {
    /// `units`, `people`, `attendance`, `assessments`, `tickets`, `customers`, `opportunities`, `contract`, `holidays` or `standard`.
    pub kind: String,
    /// The file; with all units, the folder.
    pub out: String,
    /// 单位代码 of a month workbook.
    pub unit: Option<String>,
    /// One month workbook for every unit with engineers.
    #[serde(default)]
    pub all_units: bool,
    /// 月份 of a month workbook.
    pub month: Option<String>,
}

/// `makeTemplate`.
pub fn template(app: &mut App, request: MakeTemplate) -> Result<FilesView, AppError> {
    if request.kind == "assessments" && (request.unit.is_some() || request.all_units) {
        return month_workbooks(app, &request);
    }
    let conn = app.conn()?;
    let units = organisation::query::units(conn)?.into_keys().map(|code| code.to_string()).collect();
    let choices = [("unit", units)];
    let bytes = match request.kind.as_str() {
        "units" => sheet::template(&Units, &[])?,
        "people" => sheet::template(&People, &choices)?,
        "contract" => sheet::template(&Contracts, &[])?,
        "holidays" => sheet::template(&Holidays, &[])?,
        "attendance" => sheet::template(&Punches, &[])?,
        "tickets" => {
            let kinds = ledger::ticket::facts::types(conn, &app.installation()?.unit)?;
            let kinds = kinds.into_iter().map(|known| known.body.label).collect();
            let [units] = choices;
            sheet::template(&Tickets, &[units, ("kind", kinds)])?
        }
        "customers" => sheet::template(&Customers, &choices)?,
        "opportunities" => sheet::template(&Opportunities, &choices)?,
        "standard" => sheet::template(&Standards, &[])?,
        "assessments" => {
            let rubric = rulebook::query::rubric_of(conn, app.this_month()?.quarter())?;
            sheet::template(&Assessments { items: items(&rubric) }, &choices)?
        }
        kind => return Err(AppError::new("unknownKind", ErrorClass::Usage, json!({ "kind": kind }))),
    };
    Ok(FilesView { files: vec![write_file(&request.out, &bytes)?] })
}

fn month_workbooks(app: &mut App, request: &MakeTemplate) -> Result<FilesView, AppError> {
    let month = match &request.month {
        Some(text) => parse::month(text)?,
        None => return Err(AppError::new("monthNeeded", ErrorClass::Usage, json!({}))),
    };
    let units = organisation::query::units(app.conn()?)?;
    let mut files = Vec::new();
    if let Some(code) = &request.unit {
        let code = parse::unit(code)?;
        let Some(unit) = units.get(&code) else {
            return Err(domain::Refusal::UnknownUnit { unit: code }.into());
        };
        app.require_unit(crate::api::Act::UnitMonth, &code)?;
        let form = form(app, unit, month)?;
        if form.people.is_empty() {
            return Err(AppError::refused("nobodyOnDuty", json!({ "unit": code, "month": month })));
        }
        let written = write_file(&request.out, &sheet::month_workbook::write(&form)?)?;
        files.push(handed_out(app, "makeTemplate", Some(code), written)?);
        return Ok(FilesView { files });
    }
    let folder = Path::new(&request.out);
    let mut made = Vec::new();
    for (number, unit) in units.values().enumerate() {
        app.watching.tell(Stage::Files, number, units.len())?;
        if !crate::organisation::sees(app, &unit.code)? {
            continue;
        }
        let form = form(app, unit, month)?;
        if !form.people.is_empty() {
            let name = folder.join(file_name(&unit.code, &unit.name, month));
            let bytes = sheet::month_workbook::write(&form)?;
            made.push((unit.code.clone(), name.display().to_string(), bytes));
        }
    }
    app.watching.tell(Stage::Files, units.len(), units.len())?;
    // A workbook of that name may have come back filled in.
    let there: Vec<&String> =
        made.iter().map(|(_, name, _)| name).filter(|name| Path::new(name).exists()).collect();
    if let Some(first) = there.first() {
        let params = json!({ "path": first, "count": there.len() });
        return Err(AppError::refused("workbooksThere", params));
    }
    // Written once all are made: until here the job can be stopped without leaving anything in the folder.
    std::fs::create_dir_all(folder).map_err(|error| AppError::file(folder, &error))?;
    let mut files = Vec::new();
    for (unit, name, bytes) in made {
        files.push(handed_out(app, "makeTemplate", Some(unit), write_file(&name, &bytes)?)?);
    }
    Ok(FilesView { files })
}

/// `CD-成都分公司-2026-07.xlsx`.
fn file_name(code: &UnitCode, name: &str, month: Month) -> String {
    format!("{}-{}-{month}.xlsx", safe_name(code.as_str()), safe_name(name))
}

fn form(app: &App, unit: &Unit, month: Month) -> Result<MonthForm, AppError> {
    let conn = app.conn()?;
    let rubric = rulebook::query::rubric_of(conn, month.quarter())?;
    let rule_set = rulebook::query::rule_set_of(conn, month.quarter())?;
    let calendar = organisation::query::working_days(conn)?;
    let due: Vec<_> = expected(
        &people::query::memberships(conn)?,
        &people::query::letters(conn)?,
        &unit.code,
        month,
        &calendar,
        rule_set.min_days,
    )
    .into_iter()
    .filter(|e| e.due)
    .map(|e| e.staff_no)
    .collect();
    let subjects: Vec<String> = due.iter().map(engineer_subject).collect();
    let names = app.names(&subjects)?;
    Ok(MonthForm {
        stamp: Stamp {
            unit: unit.code.clone(),
            month,
            rubric: rubric.label.clone(),
            rubric_version: rubric.version,
        },
        unit_name: unit.name.clone(),
        items: items(&rubric),
        people: due
            .into_iter()
            .map(|staff_no| {
                let name = names.get(&engineer_subject(&staff_no)).cloned();
                let name = name.unwrap_or_else(|| staff_no.to_string());
                (staff_no, name)
            })
            .collect(),
    })
}
