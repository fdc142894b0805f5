//! Units, people, contract, special days of the calendar, the qualification standard.

use super::super::refused::{Places, file_refusals, row_refusals};
use super::{Taken, numbers, run, values};
use crate::error::AppError;
use crate::personal::{engineer_subject, keep_name};
use crate::session::App;
use domain::certification::{StandardLine, issue_standard, standard_from_lines};
use domain::kernel::Digest;
use domain::organisation::{ContractTerm, Installation, Unit};
use domain::people::{EngineerRow, Membership};
use domain::personal::Subject;
use ledger::{Stage, organisation, people, settlement};
use serde_json::json;
use sheet::kinds::{ContractRow, HolidayRow, PersonRow, UnitRow, Units};
use sheet::{ColumnMap, Sheet, Source};
use std::collections::BTreeMap;
use std::path::Path;

/// A row as the rules take it; `manager` is the digest of the name that goes beside the journal.
fn unit(row: &UnitRow, manager: Option<Digest>) -> Unit {
    Unit { code: row.code.clone(), name: row.name.clone(), group: row.group, manager }
}

/// Units of a file, for founding a ledger.
pub(crate) fn read_units_file(path: &Path) -> Result<Vec<UnitRow>, AppError> {
    Ok(values(sheet::read(&Units, &Source::open(path)?, &ColumnMap::none())?.rows))
}

/// What taking these rows in would do, asked before there is a ledger; managers are left out of it.
pub(crate) fn ask_units(installation: &Installation, rows: &[UnitRow]) -> Result<(), AppError> {
    let units: Vec<Unit> = rows.iter().map(|row| unit(row, None)).collect();
    domain::organisation::import_units(installation, &BTreeMap::new(), &units)
        .map(drop)
        .map_err(|refused| row_refusals("units", &refused))
}

/// Rows of units as the rules take them; the managers' names are kept beside the journal.
pub(crate) fn keep_units(tx: &ledger::Tx<'_>, rows: &[UnitRow]) -> Result<Vec<Unit>, AppError> {
    rows.iter()
        .map(|row| {
            let name = row.manager.as_deref().unwrap_or_default();
            Ok(unit(row, keep_name(tx, &Subject::UnitManager(row.code.clone()), name)?))
        })
        .collect()
}

pub(super) fn units(app: &mut App, read: Sheet<UnitRow>, dry_run: bool) -> Result<Taken, AppError> {
    let places = numbers(&read);
    let (file, name) = (read.file, read.sheet);
    let rows = values(read.rows);
    let count = rows.len();
    let installation = app.installation()?;
    let changed = run(app, count, dry_run, |tx, _| {
        let rows = keep_units(tx, &rows)?;
        let known = organisation::query::units(tx.conn())?;
        domain::organisation::import_units(&installation, &known, &rows).map_err(|refused| {
            let places = Places { file: &file, sheet: name.as_deref(), rows: &places };
            file_refusals(&places, "单位代码", &|i| rows[i].code.to_string(), &refused)
        })
    })?;
    Ok(Taken::of(count, changed))
}

pub(super) fn people(app: &mut App, read: Sheet<PersonRow>, dry_run: bool) -> Result<Taken, AppError> {
    let places = numbers(&read);
    let (file, name) = (read.file, read.sheet);
    let rows = values(read.rows);
    let changed = run(app, rows.len(), dry_run, |tx, watching| {
        let known = people::query::personal_digests(tx.conn())?;
        let besides = ledger::personal_besides(tx.conn())?;
        let mut engineers = Vec::new();
        for (number, row) in rows.iter().enumerate() {
            watching.tell(Stage::Rules, number, rows.len())?;
            let subject = engineer_subject(&row.staff_no);
            // A list may leave out telephone, contacts and skills: what is known of them stays.
            let mut fields = besides.get(&subject).cloned().unwrap_or_default();
            fields.insert("name".to_owned(), json!(row.name));
            if let Some(phone) = &row.phone {
                fields.insert("phone".to_owned(), json!(phone));
            }
            if let Some(contact) = &row.contact {
                fields.insert("contact".to_owned(), json!(contact));
            }
            if !row.skills.is_empty() {
                fields.insert("skills".to_owned(), json!(row.skills));
            }
            // The same data keep their digest, so that the same file again changes nothing.
            let digest = tx.put_personal(&subject, &fields)?;
            let changed_personal = Some(digest).filter(|digest| known.get(&row.staff_no) != Some(digest));
            engineers.push(EngineerRow {
                membership: Membership {
                    staff_no: row.staff_no.clone(),
                    unit: row.unit.clone(),
                    arrived_on: row.arrived_on,
                    left_on: row.left_on,
                },
                post: row.post.clone(),
                changed_personal,
            });
        }
        let units = organisation::query::units(tx.conn())?.into_keys().collect();
        let facts = people::query::facts(tx.conn(), units)?;
        domain::people::import_people(&facts, &engineers).map_err(|refused| {
            let places = Places { file: &file, sheet: name.as_deref(), rows: &places };
            let value = |i: usize| format!("{} {}", rows[i].staff_no, rows[i].unit);
            file_refusals(&places, "工号/单位代码", &value, &refused)
        })
    })?;
    Ok(Taken::of(rows.len(), changed))
}

pub(super) fn contract(app: &mut App, read: Sheet<ContractRow>, dry_run: bool) -> Result<Taken, AppError> {
    let places = numbers(&read);
    let (file, name) = (read.file, read.sheet);
    let terms: Vec<ContractTerm> = values(read.rows)
        .into_iter()
        .map(|row| ContractTerm {
            no: row.no,
            client: row.client,
            provider: row.provider,
            from: row.from,
            to: row.to,
            quarter: row.quarter,
            amount: row.amount,
            tax_rate: row.tax_rate,
        })
        .collect();
    let changed = run(app, terms.len(), dry_run, |tx, _| {
        let known = organisation::query::contract_terms(tx.conn())?;
        let finals = settlement::query::final_quarters(tx.conn())?;
        domain::organisation::record_contract(&known, &|q| finals.contains(&q), &terms).map_err(|refused| {
            let places = Places { file: &file, sheet: name.as_deref(), rows: &places };
            file_refusals(&places, "季度", &|i| terms[i].quarter.to_string(), &refused)
        })
    })?;
    Ok(Taken::of(terms.len(), changed))
}

pub(super) fn holidays(app: &mut App, read: Sheet<HolidayRow>, dry_run: bool) -> Result<Taken, AppError> {
    let places = numbers(&read);
    let (file, name) = (read.file, read.sheet);
    let rows = values(read.rows);
    let count = rows.len();
    let changed = run(app, count, dry_run, |tx, _| {
        let known = organisation::query::calendar_days(tx.conn())?;
        let refused = |refused: Vec<(usize, domain::Refusal)>| {
            let places = Places { file: &file, sheet: name.as_deref(), rows: &places };
            let named = |i: usize| rows[i].name.clone().unwrap_or_default();
            let value = |i: usize| format!("{} {}", rows[i].date, named(i)).trim_end().to_owned();
            file_refusals(&places, "日期/名称", &value, &refused)
        };
        let list: Vec<_> =
            rows.iter().map(|row| (row.date, row.kind, row.name.clone().unwrap_or_default())).collect();
        let days: Vec<_> = list.iter().map(|(day, kind, name)| (*day, Some((*kind, name.clone())))).collect();
        // A day that cannot be so comes first: it may be what tears the hole.
        let events = domain::organisation::record_calendar(&known, &days).map_err(refused)?;
        domain::organisation::check_holiday_list(&known, &list).map_err(refused)?;
        Ok(events)
    })?;
    Ok(Taken::of(count, changed))
}

/// A version of the qualification standard: the whole file is one.
pub(super) fn standard(app: &mut App, read: Sheet<StandardLine>, dry_run: bool) -> Result<Taken, AppError> {
    let places = numbers(&read);
    let (file, name) = (read.file, read.sheet);
    let lines = values(read.rows);
    let changed = run(app, lines.len(), dry_run, |tx, _| {
        let refused = |refused: Vec<(usize, domain::Refusal)>| {
            let places = Places { file: &file, sheet: name.as_deref(), rows: &places };
            file_refusals(&places, "类别", &|_| String::new(), &refused)
        };
        let standard = standard_from_lines(&lines).map_err(refused)?;
        let known = ledger::certification::query::standards(tx.conn())?;
        issue_standard(&known, standard).map_err(|whole| refused(vec![(0, whole)]))
    })?;
    Ok(Taken::of(lines.len(), changed))
}
