//! 异议单: the provider writes one against a received sheet, on any machine; the client's side takes it in, and each of its
//! objections is raised. Rules stand in `domain`, paper in `report`.

mod take;
mod write;

pub use take::{ImportObjectionSlip, TakenSlipView, take};
pub use write::{SlipText, WriteObjectionSlip, WrittenSlipView, write};

use crate::api::Act;
use crate::error::AppError;
use crate::personal::engineer_subject;
use crate::session::App;
use domain::kernel::{StaffNo, UnitCode};
use domain::settlement::official::{ObjectionSlip, SheetRead};
use report::ReportFacts;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// A person of a confirmation sheet.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct SheetPersonView {
    /// 工号.
    pub staff_no: String,
    /// 姓名, where whoever is signed in may see it in this ledger.
    pub name: Option<String>,
    /// The months, oldest first.
    pub months: Vec<SheetMonthView>,
}

/// A person's month on a confirmation sheet.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct SheetMonthView {
    /// 月份.
    pub month: String,
    /// 得分.
    pub score: Option<String>,
}

/// What a machine reads from a unit's confirmation sheet.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct SheetView {
    /// 单位代码.
    pub unit: String,
    /// Everybody, by staff number.
    pub people: Vec<SheetPersonView>,
}

/// One objection of a slip.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct SlipObjectionView {
    /// 工号; `null`: the whole unit.
    pub staff_no: Option<String>,
    /// 姓名, where whoever is signed in may see it in this ledger.
    pub name: Option<String>,
    /// What, and why.
    pub text: String,
}

/// What an 异议单 says.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct SlipView {
    /// Its number.
    pub report_no: String,
    /// 单位代码.
    pub unit: String,
    /// 单位名称; as the sheet has it where this ledger does not know the unit.
    pub unit_name: String,
    /// 季度.
    pub quarter: String,
    /// Number of the sheet that it objects to.
    pub sheet_no: String,
    /// Revision of that sheet.
    pub sheet_revision: u32,
    /// Who wrote it.
    pub written_by: String,
    /// 职务; may be empty.
    pub post: String,
    /// The day, by the writer's own clock.
    pub written_on: String,
    /// The objections.
    pub objections: Vec<SlipObjectionView>,
}

/// Names of a unit's people, for whoever is signed in and may see them.
fn names<'a>(
    app: &App,
    unit: &UnitCode,
    people: impl Iterator<Item = &'a StaffNo>,
) -> Result<BTreeMap<String, String>, AppError> {
    if app.ledger.is_none() || app.require_unit(Act::People, unit).is_err() {
        return Ok(BTreeMap::new());
    }
    // The numbers are the file's own, which may be anybody's: only those of the unit are looked up.
    let stays = ledger::people::query::memberships(app.conn()?)?;
    let here: BTreeSet<&StaffNo> = stays.iter().filter(|m| m.unit == *unit).map(|m| &m.staff_no).collect();
    app.names(&people.filter(|staff_no| here.contains(staff_no)).map(engineer_subject).collect::<Vec<_>>())
}

/// A confirmation sheet's people; `None` where the facts are of another document.
pub(crate) fn sheet_view(app: &App, facts: &ReportFacts) -> Result<Option<SheetView>, AppError> {
    let Some(SheetRead { unit, people, .. }) = domain::settlement::official::read_sheet(&facts.figures)
    else {
        return Ok(None);
    };
    let mut names = names(app, &unit, people.iter().map(|p| &p.staff_no))?;
    let person = |person: domain::settlement::official::SheetPerson| SheetPersonView {
        name: names.remove(&engineer_subject(&person.staff_no)),
        staff_no: person.staff_no.to_string(),
        months: person
            .months
            .into_iter()
            .map(|(month, score)| SheetMonthView {
                month: month.to_string(),
                score: score.map(|s| s.to_string()),
            })
            .collect(),
    };
    Ok(Some(SheetView { unit: unit.to_string(), people: people.into_iter().map(person).collect() }))
}

/// What a slip says.
pub(crate) fn slip_view(app: &App, facts: &ReportFacts, slip: &ObjectionSlip) -> Result<SlipView, AppError> {
    let about = slip.objections.iter().filter_map(|one| one.staff_no.as_ref());
    let names = names(app, &slip.unit, about)?;
    // The ledger's own name of the unit, where it has one: the file's stands beside what its check code covers.
    let known = match &app.ledger {
        Some(ledger) => ledger::organisation::query::units(ledger.conn())?.remove(&slip.unit),
        None => None,
    };
    Ok(SlipView {
        report_no: slip.number(),
        unit: slip.unit.to_string(),
        unit_name: known.map_or_else(|| facts.unit.clone(), |unit| unit.name),
        quarter: slip.quarter.to_string(),
        sheet_no: slip.sheet.report_no.clone(),
        sheet_revision: slip.sheet.revision,
        written_by: slip.written_by.clone(),
        post: slip.post.clone(),
        written_on: slip.written_on.to_string(),
        objections: slip
            .objections
            .iter()
            .map(|one| SlipObjectionView {
                staff_no: one.staff_no.as_ref().map(ToString::to_string),
                name: one.staff_no.as_ref().and_then(|no| names.get(&engineer_subject(no)).cloned()),
                text: one.text.clone(),
            })
            .collect(),
    })
}

/// The slip inside a report's facts; `None` where they are of another document, or their parts contradict each other.
pub(crate) fn slip_of(facts: &ReportFacts) -> Option<ObjectionSlip> {
    let slip = ObjectionSlip::read(&facts.figures)?;
    let agree = facts.kind == report::ReportKind::ObjectionSlip
        && facts.check_code == domain::settlement::check_code(&facts.figures)
        && facts.report_no == slip.number()
        && facts.quarter == slip.quarter.to_string();
    agree.then_some(slip)
}
