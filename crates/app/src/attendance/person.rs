//! One person's attendance, month by month.

use super::totals::AttendanceTotalsView;
use crate::api::Act;
use crate::error::AppError;
use crate::organisation::sees;
use crate::parse;
use crate::session::App;
use domain::Refusal;
use domain::kernel::{Month, UnitCode};
use ledger::attendance::facts;
use ledger::people::query::memberships_of;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// Lists what a person's months of attendance come to, in the units that the account may see.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct PersonAttendance {
    /// 工号.
    pub staff_no: String,
    /// At most so many.
    pub limit: u32,
    /// How many to leave out at the beginning: those of the pages before.
    #[ts(optional = nullable)]
    pub offset: Option<u32>,
}

/// A page of the list.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct PersonAttendanceView {
    /// Months, newest first.
    pub lines: Vec<PersonAttendanceLine>,
    /// Months found, on all pages: those with a day on duty, up to the month of today.
    #[ts(type = "number")]
    pub found: usize,
}

/// A month of the person in a unit.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct PersonAttendanceLine {
    /// 单位代码.
    pub unit: String,
    /// 单位名称.
    pub unit_name: String,
    /// 月份.
    pub month: String,
    /// What it comes to.
    pub totals: AttendanceTotalsView,
}

/// `personAttendance`.
pub fn of_person(app: &mut App, request: PersonAttendance) -> Result<PersonAttendanceView, AppError> {
    let staff_no = parse::staff_no(&request.staff_no)?;
    app.require_own_record(Act::PersonAttendance, &staff_no)?;
    let own = app.hand()?.is_some();
    let (conn, today) = (app.conn()?, app.today()?);
    let mut found: BTreeSet<(Month, UnitCode)> = BTreeSet::new();
    let mut known = false;
    for stay in memberships_of(conn, &staff_no)? {
        if !own && !sees(app, &stay.unit)? {
            continue;
        }
        known = true;
        let last = stay.left_on.map_or(today, |left| left.min(today));
        let mut month = Month::of(stay.arrived_on);
        while let Some(on) = month.filter(|month| month.first_day() <= last) {
            found.insert((on, stay.unit.clone()));
            month = Some(on.next());
        }
    }
    if !known {
        return Err(Refusal::UnknownEngineer { staff_no }.into());
    }
    let skipped = request.offset.unwrap_or_default() as usize;
    let page: Vec<_> = found.iter().rev().skip(skipped).take(request.limit as usize).collect();
    let mut months: BTreeMap<&UnitCode, BTreeSet<Month>> = BTreeMap::new();
    for (month, unit) in &page {
        months.entry(unit).or_default().insert(*month);
    }
    let mut totals: BTreeMap<(Month, UnitCode), AttendanceTotalsView> = BTreeMap::new();
    for (unit, months) in &months {
        for facts in facts::months_of(conn, &staff_no, unit, months, today)? {
            let judged = facts.judged();
            totals.extend(
                judged.first().map(|person| ((facts.month, (*unit).clone()), (&person.totals).into())),
            );
        }
    }
    let names = ledger::organisation::query::units(conn)?;
    let line = |key: &&(Month, UnitCode)| {
        let (month, unit) = key;
        Some(PersonAttendanceLine {
            unit: unit.to_string(),
            unit_name: names.get(unit).map_or_else(|| unit.to_string(), |unit| unit.name.clone()),
            month: month.to_string(),
            totals: totals.remove(*key)?,
        })
    };
    Ok(PersonAttendanceView { lines: page.iter().filter_map(line).collect(), found: found.len() })
}
