//! Forms of one type as a spreadsheet: sent out empty, taken in filled.

use super::register::{LinksBody, links};
use super::words::fill;
use crate::api::Act;
use crate::error::AppError;
use crate::exchange::{FileView, Places, errors_refused, write_file};
use crate::parse;
use crate::session::{App, Receipt};
use ::sheet::kinds::{FormColumn, FormSheet};
use ::sheet::{ColumnMap, Source};
use domain::Refusal;
use domain::form::FieldKind;
use domain::kernel::UnitCode;
use domain::registers::{FormNo, FormTypeKnown, NewForm, register_form};
use ledger::rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::path::Path;
use ts_rs::TS;

/// Makes a spreadsheet to be filled in with forms of a type, a row each.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct MakeFormSheet {
    /// 单位代码.
    pub unit: String,
    /// The type, by code.
    pub kind: String,
    /// Whether it is the unit's own.
    #[serde(default)]
    pub own: bool,
    /// The file.
    pub out: String,
}

/// Registers the forms of a filled spreadsheet.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ImportForms {
    /// 单位代码.
    #[ts(type = "string")]
    pub unit: UnitCode,
    /// The type, by code.
    pub kind: String,
    /// Whether it is the unit's own.
    #[serde(default)]
    pub own: bool,
    /// The file.
    pub path: String,
}

/// What was taken in.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct FormsImportedView {
    /// How many forms were registered.
    pub forms: u32,
    /// What was recorded.
    pub receipt: Receipt,
}

fn known(conn: &Connection, unit: &UnitCode, code: &str, own: bool) -> Result<FormTypeKnown, AppError> {
    let types = ledger::registers::facts::types(conn, unit)?;
    let found = types.into_iter().find(|known| known.key.code == code && known.key.unit.is_some() == own);
    Ok(found.ok_or_else(|| Refusal::UnknownFormType { kind: code.to_owned() })?)
}

fn sheet_of(kind: &FormTypeKnown) -> FormSheet {
    let column = |field: &domain::form::Field| FormColumn {
        code: field.code.clone(),
        label: field.label.clone(),
        choices: match &field.kind {
            FieldKind::Choice(options) => options.clone(),
            FieldKind::YesNo => vec!["是".to_owned(), "否".to_owned()],
            _ => Vec::new(),
        },
    };
    FormSheet { fields: kind.body.fields.iter().map(column).collect() }
}

/// `makeFormSheet`.
pub fn make_sheet(app: &mut App, request: MakeFormSheet) -> Result<FileView, AppError> {
    let unit = parse::unit(&request.unit)?;
    app.require_unit(Act::MakeFormSheet, &unit)?;
    let sheet = sheet_of(&known(app.conn()?, &unit, &request.kind, request.own)?);
    let choices = sheet.choices();
    let choices: Vec<(&str, Vec<String>)> =
        choices.iter().map(|(key, words)| (key.as_str(), words.clone())).collect();
    write_file(&request.out, &::sheet::template(&sheet, &choices)?)
}

/// `importForms`: all of the file, or nothing and what stands in the way.
pub fn import(app: &mut App, request: ImportForms) -> Result<FormsImportedView, AppError> {
    let (today, month) = (app.today()?, app.this_month()?);
    let unit = request.unit;
    let kind = known(app.conn()?, &unit, &request.kind, request.own)?;
    let source = Source::open(Path::new(&request.path))?;
    let read = ::sheet::read(&sheet_of(&kind), &source, &ColumnMap::none())?;
    let rows: Vec<u32> = read.rows.iter().map(|row| row.row).collect();
    let (forms, receipt) = app.act(|tx, _| {
        let conn = tx.conn();
        let calendar = ledger::organisation::query::working_days(conn)?;
        let register = kind.body.register;
        let mut serial = ledger::registers::facts::last_serial(conn, &unit, register, month)?;
        let (mut events, mut refused) = (Vec::new(), Vec::new());
        for (index, row) in read.rows.iter().map(|row| &row.value).enumerate() {
            let no = FormNo { unit: unit.clone(), register, month, serial: serial + 1 };
            let typed = LinksBody {
                customer: row.customer.clone(),
                engineer: row.engineer.as_ref().map(ToString::to_string),
                ticket: row.ticket.clone(),
                ..LinksBody::default()
            };
            let registered = links(conn, &typed).and_then(|links| {
                let (answers, text) = fill(tx, &no, 1, &kind.body.fields, &row.fields)?;
                let (title, on) = (row.title.clone(), row.on);
                let new = NewForm { kind: kind.clone(), title, on, links, answers, text };
                Ok(register_form(new, no, &calendar, today)?)
            });
            match registered {
                Ok(more) => {
                    serial += 1;
                    events.extend(more);
                }
                Err(error) => refused.push((index, column(&error), error)),
            }
        }
        if !refused.is_empty() {
            let places = Places { file: &read.file, sheet: read.sheet.as_deref(), rows: &rows };
            return Err(errors_refused(&places, &|index| read.rows[index].value.title.clone(), &refused));
        }
        let forms = u32::try_from(read.rows.len()).unwrap_or(u32::MAX);
        Ok((events, forms))
    })?;
    Ok(FormsImportedView { forms, receipt })
}

/// The column that an error is about.
fn column(error: &AppError) -> &'static str {
    match error.code.as_str() {
        "titleLength" => "标题",
        "formDayLater" => "日期",
        "linkMissing" => "客户",
        "unknownEngineer" => "工号",
        "unknownTicket" => "工单号",
        _ => "",
    }
}
