//! Punches of an attendance machine. Its list also names people who are not ours; they are left out, by name.

use super::super::preview::{ImportPreview, PreviewLine, SHOWN};
use super::super::refused::{Places, file_refusals};
use super::{Taken, numbers, run, values};
use crate::api::Act;
use crate::error::AppError;
use crate::rights::{Target, may};
use crate::session::App;
use domain::attendance::{PunchColumn, PunchDay, PunchFacts};
use domain::kernel::StaffNo;
use ledger::attendance::facts;
use serde_json::json;
use sheet::Sheet;
use sheet::kinds::PunchRow;
use std::collections::BTreeSet;

/// What the rule needs to know of the people in the rows, as far as the account may enter their attendance.
fn known(app: &App, rows: &[PunchRow]) -> Result<PunchFacts, AppError> {
    let staff: BTreeSet<&StaffNo> = rows.iter().map(|row| &row.staff_no).collect();
    let days = || rows.iter().map(|row| row.day);
    let mut facts = facts::punches(app.conn()?, &staff, days().min().zip(days().max()), app.today()?)?;
    let (actor, home) = (app.signed_in()?, app.installation()?.unit);
    let mine = |unit| may(Act::CorrectAttendance, actor, &Target::Unit(unit), &home);
    for stays in facts.stays.values_mut() {
        stays.retain(|stay| mine(stay.unit.clone()));
    }
    facts.stays.retain(|_, stays| !stays.is_empty());
    Ok(facts)
}

/// Takes punches in; answers also whose were left out.
pub(super) fn take(
    app: &mut App,
    mut read: Sheet<PunchRow>,
    dry_run: bool,
) -> Result<(Taken, Vec<String>), AppError> {
    let count = read.rows.len();
    let rows: Vec<PunchRow> = read.rows.iter().map(|row| row.value.clone()).collect();
    let facts = known(app, &rows)?;
    let foreign: BTreeSet<String> = rows
        .iter()
        .filter(|row| !facts.stays.contains_key(&row.staff_no))
        .map(|row| row.staff_no.to_string())
        .collect();
    let foreign: Vec<String> = foreign.into_iter().collect();
    read.rows.retain(|row| facts.stays.contains_key(&row.value.staff_no));
    if read.rows.is_empty() && !foreign.is_empty() {
        return Err(AppError::refused("nobodyOfFile", json!({ "path": read.file, "staffNos": foreign })));
    }
    let preview = dry_run.then(|| preview(&facts, &read));
    let places = numbers(&read);
    let (file, name) = (read.file, read.sheet);
    let days: Vec<PunchDay> = values(read.rows)
        .into_iter()
        .map(|row| PunchDay { staff_no: row.staff_no, day: row.day, times: row.times })
        .collect();
    let changed = run(app, count, dry_run, |_, _| {
        domain::attendance::record_punches(&facts, &days).map_err(|refused| {
            let places = Places { file: &file, sheet: name.as_deref(), rows: &places };
            let by_column = |wanted: PunchColumn| -> Vec<_> {
                let of_column = refused.iter().filter(|(_, column, _)| *column == wanted);
                of_column.map(|(index, _, refusal)| (*index, refusal.clone())).collect()
            };
            // Only the day is ever wrong here: whose number nobody has was left out.
            let mut days_refused = by_column(PunchColumn::Day);
            days_refused.extend(by_column(PunchColumn::StaffNo));
            file_refusals(
                &places,
                "日期/打卡时间",
                &|i| format!("{} {}", days[i].staff_no, days[i].day),
                &days_refused,
            )
        })
    })?;
    Ok((Taken::of(count, changed).with(preview), foreign))
}

/// Row by row: new, or on record already.
fn preview(facts: &PunchFacts, read: &Sheet<PunchRow>) -> ImportPreview {
    let mut counts = [0; 3];
    let lines = read.rows.iter().map(|located| {
        let row = &located.value;
        let on_record = |time| facts.known.contains(&(row.staff_no.clone(), row.day, time));
        let same = row.times.iter().all(|time| on_record(*time));
        counts[if same { 2 } else { 0 }] += 1;
        let times: Vec<String> = row.times.iter().map(ToString::to_string).collect();
        PreviewLine {
            row: located.row,
            change: if same { "same" } else { "new" }.to_owned(),
            cells: vec![
                row.staff_no.to_string(),
                row.name.clone().unwrap_or_default(),
                row.day.to_string(),
                times.join(" "),
            ],
            before: Vec::new(),
        }
    });
    let mut rows: Vec<PreviewLine> = lines.collect();
    rows.truncate(SHOWN);
    let headings = ["工号", "姓名", "日期", "时间"].map(str::to_owned).to_vec();
    ImportPreview { headings, rows, counts }
}
