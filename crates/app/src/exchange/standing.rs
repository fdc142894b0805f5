//! What is on record, as rows of the kinds of spreadsheets: for exports, and to hold an import against.

use crate::error::AppError;
use crate::people::texts;
use crate::personal::engineer_subject;
use crate::session::App;
use domain::certification::{Standard, StandardLine, standard_lines};
use domain::kernel::StaffNo;
use domain::kernel::{Month, UnitCode};
use domain::rulebook::Rubric;
use ledger::{organisation, people};
use sheet::kinds::{AssessmentRow, Content, ContractRow, HolidayRow, PersonRow, PunchRow, UnitRow};
use std::collections::BTreeSet;

/// Whether a unit's rows are wanted, and may be seen.
pub(super) type Wanted<'a> = &'a dyn Fn(&UnitCode) -> Result<bool, AppError>;

pub(super) fn units(app: &App, wanted: Wanted<'_>) -> Result<Vec<UnitRow>, AppError> {
    let conn = app.conn()?;
    let mut managers = crate::personal::managers(conn)?;
    let mut rows = Vec::new();
    for unit in organisation::query::units(conn)?.into_values() {
        if wanted(&unit.code)? {
            let manager = managers.remove(&unit.code);
            rows.push(UnitRow { code: unit.code, name: unit.name, group: unit.group, manager });
        }
    }
    Ok(rows)
}

pub(super) fn people(app: &App, wanted: Wanted<'_>) -> Result<Vec<PersonRow>, AppError> {
    let conn = app.conn()?;
    let posts = people::query::engineers(conn)?;
    let stays = people::query::memberships(conn)?;
    let subjects: Vec<String> = stays.iter().map(|m| engineer_subject(&m.staff_no)).collect();
    let known = ledger::personal_many(conn, &subjects.iter().map(String::as_str).collect::<Vec<_>>())?;
    let mut rows = Vec::new();
    for stay in stays {
        if !wanted(&stay.unit)? {
            continue;
        }
        let fields = known.get(&engineer_subject(&stay.staff_no));
        let text = |key: &str| fields.and_then(|f| f.get(key)).and_then(|v| v.as_str()).map(str::to_owned);
        rows.push(PersonRow {
            name: text("name").unwrap_or_else(|| stay.staff_no.to_string()),
            phone: text("phone"),
            contact: text("contact"),
            skills: fields.map(|fields| texts(fields, "skills")).unwrap_or_default(),
            post: posts.get(&stay.staff_no).cloned().flatten(),
            staff_no: stay.staff_no,
            unit: stay.unit,
            arrived_on: stay.arrived_on,
            left_on: stay.left_on,
        });
    }
    Ok(rows)
}

pub(super) fn contract(app: &App) -> Result<Vec<ContractRow>, AppError> {
    let terms = organisation::query::contract_terms(app.conn()?)?;
    Ok(terms
        .into_values()
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
        .collect())
}

pub(super) fn holidays(app: &App) -> Result<Vec<HolidayRow>, AppError> {
    let days = organisation::query::calendar_days(app.conn()?)?;
    Ok(days
        .into_iter()
        .map(|(date, (kind, name))| HolidayRow { date, kind, name: Some(name).filter(|n| !n.is_empty()) })
        .collect())
}

/// The standard in force today, line by line.
pub(super) fn standard(app: &App) -> Result<Vec<StandardLine>, AppError> {
    let known = ledger::certification::query::standards(app.conn()?)?;
    Ok(standard_lines(&Standard::in_force(&known, app.today()?)))
}

/// Scores of these months in the rubric's columns. Items of another rubric have none: their total stands instead.
pub(super) fn assessments(
    app: &App,
    from: Month,
    to: Month,
    rubric: &Rubric,
    wanted: Wanted<'_>,
) -> Result<Vec<AssessmentRow>, AppError> {
    let scores = ledger::assessment::query::scores(app.conn()?, from, to)?;
    let subjects: Vec<String> = scores.iter().map(|s| engineer_subject(&s.assessment.staff_no)).collect();
    let names = app.names(&subjects)?;
    let mut rows = Vec::new();
    for score in scores {
        let a = score.assessment;
        if !wanted(&a.unit)? {
            continue;
        }
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
    Ok(rows)
}

/// Punches of these months, a row for a person's day, of whoever was in a wanted unit then.
pub(super) fn punches(
    app: &App,
    from: Month,
    to: Month,
    wanted: Wanted<'_>,
) -> Result<Vec<PunchRow>, AppError> {
    let conn = app.conn()?;
    let (first, last) = (from.first_day(), to.last_day());
    let mut staff: BTreeSet<StaffNo> = BTreeSet::new();
    for stay in people::query::memberships(conn)? {
        if stay.touches_days(first, last) && wanted(&stay.unit)? {
            staff.insert(stay.staff_no);
        }
    }
    let subjects: Vec<String> = staff.iter().map(engineer_subject).collect();
    let names = app.names(&subjects)?;
    let known = ledger::attendance::query::punches(conn, &staff.iter().collect::<Vec<_>>(), first, last)?;
    let mut rows: Vec<PunchRow> = Vec::new();
    for (staff_no, times) in known {
        let name = names.get(&engineer_subject(&staff_no));
        for (day, time) in times {
            match rows.last_mut().filter(|row| row.staff_no == staff_no && row.day == day) {
                Some(row) => row.times.push(time),
                None => rows.push(PunchRow {
                    staff_no: staff_no.clone(),
                    name: name.cloned(),
                    day,
                    times: vec![time],
                }),
            }
        }
    }
    Ok(rows)
}
