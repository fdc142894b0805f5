//! Who is announced, whose papers are missing, and who was on duty in a month.

use super::ArrivalView;
use crate::clock::local_day;
use crate::error::AppError;
use crate::organisation::sees;
use crate::parse;
use crate::personal::engineer_subject;
use crate::session::App;
use domain::kernel::{StaffNo, UnitCode};
use domain::people::{Membership, Requirement};
use ledger::people::{dossier, query};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// Lists who is announced and has not arrived (待到岗).
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct AnnouncedPeople {}

/// Lists stays of today whose papers or manager are missing (待补手续).
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct MissingPapers {
    /// At most so many.
    pub limit: u32,
    /// How many to leave out at the beginning.
    #[ts(optional = nullable)]
    pub offset: Option<u32>,
    /// Only in these units; all where absent or empty.
    #[ts(optional = nullable)]
    pub units: Option<Vec<String>>,
}

/// A page of the list.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct MissingPapersView {
    /// By unit and staff number.
    pub lines: Vec<MissingPapersLine>,
    /// Stays found, on all pages.
    #[ts(type = "number")]
    pub found: usize,
    /// Stays found in each unit.
    pub units: Vec<UnitMissing>,
}

/// Somebody on duty of whom something is missing.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct MissingPapersLine {
    /// 工号.
    pub staff_no: String,
    /// 姓名; the staff number where it was erased.
    pub name: String,
    /// 单位代码.
    pub unit: String,
    /// 单位名称.
    pub unit_name: String,
    /// First day of the stay.
    pub arrived_on: String,
    /// What is missing of `letter`, `agreement`, `pledge`, `manager`.
    pub missing: Vec<String>,
}

/// How many people of a unit lack something.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct UnitMissing {
    /// 单位代码.
    pub unit: String,
    /// 单位名称.
    pub unit_name: String,
    /// People.
    #[ts(type = "number")]
    pub people: usize,
}

/// Asks who was on duty in a month, unit by unit.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct HeadCount {
    /// Month.
    pub month: String,
}

/// Who was on duty in a unit on at least one day of a month.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct HeadCountView {
    /// 单位代码.
    pub unit: String,
    /// 单位名称.
    pub unit_name: String,
    /// People.
    #[ts(type = "number")]
    pub people: usize,
    /// Their staff numbers.
    pub staff_nos: Vec<String>,
    /// Their names in the same order; the staff number where one was erased.
    pub names: Vec<String>,
}

/// The units that the account may see, with their names.
fn seen(app: &App) -> Result<BTreeMap<UnitCode, String>, AppError> {
    let mut seen = BTreeMap::new();
    for unit in ledger::organisation::query::units(app.conn()?)?.into_values() {
        if sees(app, &unit.code)? {
            seen.insert(unit.code, unit.name);
        }
    }
    Ok(seen)
}

fn names(app: &App, staff: &[&StaffNo]) -> Result<BTreeMap<String, String>, AppError> {
    app.names(&staff.iter().map(|staff_no| engineer_subject(staff_no)).collect::<Vec<_>>())
}

/// `announcedPeople`: by the day expected.
pub fn announced(app: &mut App, _: AnnouncedPeople) -> Result<Vec<ArrivalView>, AppError> {
    let (conn, today, units) = (app.conn()?, app.today()?, seen(app)?);
    let open: Vec<_> =
        dossier::announced(conn)?.into_iter().filter(|open| units.contains_key(&open.unit)).collect();
    let staff: Vec<&StaffNo> = open.iter().map(|open| &open.staff_no).collect();
    let (posts, names) = (query::posts(conn, &staff)?, names(app, &staff)?);
    let line = |open: &dossier::Announced| ArrivalView {
        name: names
            .get(&engineer_subject(&open.staff_no))
            .cloned()
            .unwrap_or_else(|| open.staff_no.to_string()),
        post: posts.get(&open.staff_no).cloned(),
        staff_no: open.staff_no.to_string(),
        unit_name: units.get(&open.unit).cloned().unwrap_or_default(),
        unit: open.unit.to_string(),
        expected_on: open.expected_on.to_string(),
        announced_on: local_day(open.announced_at).to_string(),
        overdue: open.expected_on < today,
    };
    Ok(open.iter().map(line).collect())
}

/// `missingPapers`.
pub fn missing(app: &mut App, request: MissingPapers) -> Result<MissingPapersView, AppError> {
    let (conn, today, units) = (app.conn()?, app.today()?, seen(app)?);
    let only = request.units.unwrap_or_default();
    let wanted = |unit: &UnitCode| {
        units.contains_key(unit) && (only.is_empty() || only.iter().any(|code| code == unit.as_str()))
    };
    let met = dossier::met(conn)?;
    let none = BTreeSet::new();
    let mut found: Vec<(Membership, Vec<&'static str>)> = Vec::new();
    for stay in query::memberships(conn)? {
        if !stay.covers(today) || !wanted(&stay.unit) {
            continue;
        }
        let key = (stay.staff_no.clone(), stay.arrived_on);
        let has = met.get(&key).unwrap_or(&none);
        let missing: Vec<&'static str> =
            Requirement::ALL.into_iter().map(Requirement::code).filter(|item| !has.contains(item)).collect();
        if !missing.is_empty() {
            found.push((stay, missing));
        }
    }
    found.sort_by(|(a, _), (b, _)| (&a.unit, &a.staff_no).cmp(&(&b.unit, &b.staff_no)));
    let mut by_unit: BTreeMap<&UnitCode, usize> = BTreeMap::new();
    for (stay, _) in &found {
        *by_unit.entry(&stay.unit).or_default() += 1;
    }
    let page: Vec<_> =
        found.iter().skip(request.offset.unwrap_or_default() as usize).take(request.limit as usize).collect();
    let staff: Vec<&StaffNo> = page.iter().map(|(stay, _)| &stay.staff_no).collect();
    let names = names(app, &staff)?;
    let unit_name = |unit: &UnitCode| units.get(unit).cloned().unwrap_or_default();
    let line = |(stay, missing): &&(Membership, Vec<&'static str>)| MissingPapersLine {
        name: names
            .get(&engineer_subject(&stay.staff_no))
            .cloned()
            .unwrap_or_else(|| stay.staff_no.to_string()),
        staff_no: stay.staff_no.to_string(),
        unit: stay.unit.to_string(),
        unit_name: unit_name(&stay.unit),
        arrived_on: stay.arrived_on.to_string(),
        missing: missing.iter().map(|item| (*item).to_owned()).collect(),
    };
    Ok(MissingPapersView {
        lines: page.iter().map(line).collect(),
        found: found.len(),
        units: by_unit
            .into_iter()
            .map(|(unit, people)| UnitMissing { unit: unit.to_string(), unit_name: unit_name(unit), people })
            .collect(),
    })
}

/// `headCount`: every unit that the account may see, those without anybody too.
pub fn head_count(app: &mut App, request: HeadCount) -> Result<Vec<HeadCountView>, AppError> {
    let month = parse::month(&request.month)?;
    let units = seen(app)?;
    let mut here: BTreeMap<UnitCode, BTreeSet<StaffNo>> = BTreeMap::new();
    for stay in query::memberships(app.conn()?)?.into_iter().filter(|stay| stay.touches(month)) {
        here.entry(stay.unit).or_default().insert(stay.staff_no);
    }
    here.retain(|unit, _| units.contains_key(unit));
    let names = names(app, &here.values().flatten().collect::<Vec<_>>())?;
    let name = |staff_no: &StaffNo| {
        names.get(&engineer_subject(staff_no)).cloned().unwrap_or_else(|| staff_no.to_string())
    };
    let view = |(unit, unit_name): (UnitCode, String)| {
        let staff = here.remove(&unit).unwrap_or_default();
        HeadCountView {
            unit: unit.to_string(),
            unit_name,
            people: staff.len(),
            names: staff.iter().map(name).collect(),
            staff_nos: staff.iter().map(ToString::to_string).collect(),
        }
    };
    Ok(units.into_iter().map(view).collect())
}
