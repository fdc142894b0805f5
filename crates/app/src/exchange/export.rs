//! Giving spreadsheets out: the same columns back, so that an exported file re-imports unchanged.

use super::{FileView, write_file};
use crate::error::{AppError, ErrorClass};
use crate::organisation::sees;
use crate::parse;
use crate::personal::engineer_subject;
use crate::session::App;
use domain::kernel::Month;
use ledger::{organisation, people};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sheet::kinds::{
    AssessmentRow, Assessments, Content, ContractRow, Contracts, HolidayRow, Holidays, People, PersonRow,
    UnitRow, Units,
};
use sheet::{FileFormat, Kind};
use ts_rs::TS;

/// Exports a kind.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ExportSheet {
    /// `units`, `people`, `assessments`, `contract` or `holidays`.
    pub kind: String,
    /// The file; `.csv` writes CSV.
    pub out: String,
    /// Only that unit.
    pub unit: Option<String>,
    /// Only that month (assessments).
    pub month: Option<String>,
    /// Only that quarter (assessments, contract).
    pub quarter: Option<String>,
}

fn file<K: Kind>(kind: &K, rows: &[K::Row], out: &str) -> Result<FileView, AppError> {
    let csv = out.to_lowercase().ends_with(".csv");
    let format = if csv { FileFormat::Csv } else { FileFormat::Xlsx };
    write_file(out, &sheet::write(kind, rows, format)?)
}

/// `exportSheet`.
pub fn export(app: &mut App, request: ExportSheet) -> Result<FileView, AppError> {
    let only = request.unit.as_deref().map(parse::unit).transpose()?;
    let wanted = |app: &App, unit: &domain::kernel::UnitCode| -> Result<bool, AppError> {
        Ok(only.as_ref().is_none_or(|o| o == unit) && sees(app, unit)?)
    };
    let conn = app.conn()?;
    match request.kind.as_str() {
        "units" => {
            let mut rows = Vec::new();
            let mut managers = crate::personal::managers(conn)?;
            for unit in organisation::query::units(conn)?.into_values() {
                if wanted(app, &unit.code)? {
                    let manager = managers.remove(&unit.code);
                    rows.push(UnitRow { code: unit.code, name: unit.name, group: unit.group, manager });
                }
            }
            file(&Units, &rows, &request.out)
        }
        "people" => {
            let posts = people::query::engineers(conn)?;
            let stays = people::query::memberships(conn)?;
            let subjects: Vec<String> = stays.iter().map(|m| engineer_subject(&m.staff_no)).collect();
            let known =
                ledger::personal_many(conn, &subjects.iter().map(String::as_str).collect::<Vec<_>>())?;
            let mut rows = Vec::new();
            for stay in stays {
                if !wanted(app, &stay.unit)? {
                    continue;
                }
                let fields = known.get(&engineer_subject(&stay.staff_no));
                let text =
                    |key: &str| fields.and_then(|f| f.get(key)).and_then(|v| v.as_str()).map(str::to_owned);
                rows.push(PersonRow {
                    name: text("name").unwrap_or_else(|| stay.staff_no.to_string()),
                    phone: text("phone"),
                    post: posts.get(&stay.staff_no).cloned().flatten(),
                    staff_no: stay.staff_no,
                    unit: stay.unit,
                    arrived_on: stay.arrived_on,
                    left_on: stay.left_on,
                });
            }
            file(&People, &rows, &request.out)
        }
        "contract" => {
            app.require(crate::api::Act::Settle, &crate::rights::Target::Province)?;
            let quarter = request.quarter.as_deref().map(parse::quarter).transpose()?;
            let rows: Vec<ContractRow> = organisation::query::contract_terms(conn)?
                .into_values()
                .filter(|t| quarter.is_none_or(|q| q == t.quarter))
                .map(|t| ContractRow {
                    no: t.no,
                    client: t.client,
                    provider: t.provider,
                    from: t.from,
                    to: t.to,
                    quarter: t.quarter,
                    amount: t.amount,
                    tax_rate: t.tax_rate,
                })
                .collect();
            file(&Contracts, &rows, &request.out)
        }
        "holidays" => {
            let rows: Vec<HolidayRow> = organisation::query::calendar_days(conn)?
                .into_iter()
                .map(|(date, (kind, name))| HolidayRow {
                    date,
                    kind,
                    name: Some(name).filter(|n| !n.is_empty()),
                })
                .collect();
            file(&Holidays, &rows, &request.out)
        }
        "assessments" => assessments(app, &request, &wanted),
        kind => Err(AppError::new("unknownKind", ErrorClass::Usage, json!({ "kind": kind }))),
    }
}

fn assessments(
    app: &App,
    request: &ExportSheet,
    wanted: &dyn Fn(&App, &domain::kernel::UnitCode) -> Result<bool, AppError>,
) -> Result<FileView, AppError> {
    let conn = app.conn()?;
    let (from, to) = match (&request.month, &request.quarter) {
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
    };
    let rubric = ledger::rulebook::query::rubric_of(conn, to.quarter())?;
    let scores = ledger::assessment::query::scores(conn, from, to)?;
    let subjects: Vec<String> = scores.iter().map(|s| engineer_subject(&s.assessment.staff_no)).collect();
    let names = app.names(&subjects)?;
    let mut rows = Vec::new();
    for score in scores {
        let a = score.assessment;
        if !wanted(app, &a.unit)? {
            continue;
        }
        // Items of an older rubric have no columns any more: their total is exported.
        let known = a.items.iter().all(|item| rubric.item(&item.code).is_some());
        let content = if a.items.is_empty() || !known {
            Content::Total(a.score)
        } else {
            Content::Items(a.items.into_iter().map(|item| (item.code, item.points)).collect())
        };
        rows.push(AssessmentRow {
            month: a.month,
            unit: a.unit,
            name: names.get(&engineer_subject(&a.staff_no)).cloned(),
            staff_no: a.staff_no,
            content,
            note: a.note,
        });
    }
    file(&Assessments { items: super::import::items(&rubric) }, &rows, &request.out)
}
