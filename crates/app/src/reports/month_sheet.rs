//! 月度考核表: a unit's month into the view that is printed. Nothing is recorded: the quarter's sheet is what is signed.

use super::confirmation_sheet::{declarations, formula};
use super::head::{Fixed, Tables, head_of};
use super::people::{Scored, tickets};
use super::words;
use crate::clock::local_day;
use crate::copies::handed_out;
use crate::error::AppError;
use crate::exchange::{FileView, write_file};
use crate::parse;
use crate::session::App;
use domain::assessment::MonthState;
use domain::kernel::UnitCode;
use domain::settlement::{month_figures, unit_result};
use domain::signing::month_sheet_no;
use ledger::settlement::facts;
use ledger::{assessment, rulebook};
use report::view::{Classification, MonthSheet as View, Responsible};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Writes a unit's month as a PDF (月度考核表).
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct MonthSheet {
    /// 单位代码.
    #[ts(type = "string")]
    pub unit: UnitCode,
    /// 月份.
    pub month: String,
    /// The file.
    pub out: String,
}

/// `monthSheet`.
pub fn month_sheet(app: &mut App, request: MonthSheet) -> Result<FileView, AppError> {
    let view = view(app, &request)?;
    let bytes = report::render_month_sheet(&view, &app.fonts()?)?;
    let file = write_file(&request.out, &bytes)?;
    handed_out(app, "monthSheet", Some(request.unit), file)
}

/// Formal once the month is closed; then its time is that of the closing.
fn view(app: &App, request: &MonthSheet) -> Result<View, AppError> {
    let (code, month) = (&request.unit, parse::month(&request.month)?);
    let tables = Tables::read(app, None)?;
    let conn = tables.conn();
    let quarter = month.quarter();
    let all = facts::quarter(conn, quarter, app.this_month()?, &BTreeMap::new())?;
    let Some(unit) = all.units.iter().find(|u| u.code == *code) else {
        return Err(domain::Refusal::UnknownUnit { unit: code.clone() }.into());
    };
    let (result, _) = unit_result(unit, &all.rule_set);
    let own = result
        .months
        .iter()
        .find(|m| m.month == month)
        .ok_or_else(|| AppError::from(domain::Refusal::MonthNotOver { month }))?;
    let rubric = rulebook::query::rubric_of(conn, quarter)?;
    let rule_versions = words::versions(&rubric, &all.rule_set);
    let scored = Scored::read(&tables, quarter, rubric)?;
    let closing = assessment::query::closing(conn, code, month)?;
    let fixed = match &closing {
        Some(closing) => {
            let origin = app.ledger()?.origin().clone();
            Some(Fixed { at: closing.at, hash: closing.hash, origin })
        }
        None => None,
    };
    let mut head = head_of(app, &tables, quarter, month_figures(&result, own), fixed.as_ref())?;
    head.report_no = month_sheet_no(code, month);
    head.revision = 1;
    head.unit = result.name.clone();
    head.classification = Classification::Internal;
    let states = assessment::query::month_states(conn, month, month)?;
    let state = match states.get(&(code.clone(), month)) {
        Some((state, _)) => words::month_state(*state),
        None => words::month_state(MonthState::Open),
    };
    let mut responsible = Vec::new();
    if let Some(closing) = &closing {
        for account in &closing.prepared_by {
            let (role, name) = ("编制".to_owned(), tables.holder(account)?);
            responsible.push(Responsible { role, name, date: String::new() });
        }
        let date = local_day(closing.at).to_string();
        responsible.push(Responsible {
            role: "审核".to_owned(),
            name: tables.holder(&closing.reviewer)?,
            date,
        });
    } else {
        for role in ["编制", "审核"] {
            responsible.push(Responsible { role: role.to_owned(), name: String::new(), date: String::new() });
        }
    }
    let mut only = result.clone();
    only.months.retain(|m| m.month == month);
    let declared = assessment::query::declarations(conn, code, month, month)?;
    Ok(View {
        head,
        month_words: format!("{}年{}月", month.year(), month.number()),
        state: state.to_owned(),
        group: words::group(result.group).to_owned(),
        rule_versions,
        people_count: own.headcount.to_string(),
        score: words::two(own.score.as_ref()),
        formula: formula(own),
        people: scored.month(&tables, code, own, app.today()?)?,
        tickets: tickets(&tables, code, month, closing.as_ref().map(|closing| local_day(closing.at)))?,
        deductions: scored.deductions(&tables, &only)?,
        computed: scored.computed(&tables, &only)?,
        declarations: declarations(&tables, &only, quarter, declared)?,
        responsible,
    })
}
