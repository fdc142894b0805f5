//! Who is due for certification, whose case is open, who holds which level.

use crate::error::AppError;
use crate::organisation::sees;
use crate::personal::engineer_subject;
use crate::session::App;
use domain::certification::{CaseState, Decision, Standard, certification_due, level_held};
use domain::kernel::{StaffNo, UnitCode};
use domain::people::{Membership, Probation, last_probation};
use ledger::certification::query;
use ledger::rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Lists where people stand with their certification, in the units that the account may see.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct Certifications {
    /// Only that unit.
    #[ts(type = "string | null")]
    #[serde(default)]
    pub unit: Option<UnitCode>,
}

/// Where somebody stands.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct CertificationLine {
    /// 工号.
    pub staff_no: String,
    /// 姓名; the staff number where it was erased.
    pub name: String,
    /// 单位代码 of the stay that lasts, or of the last one.
    pub unit: String,
    /// 单位名称.
    pub unit_name: String,
    /// 试用, 待认证, 办理中, 已认证, 未通过, or none of it (withdrawn).
    #[ts(type = "\"probation\" | \"due\" | \"open\" | \"certified\" | \"failed\" | \"none\"")]
    pub state: String,
    /// Level held today.
    pub level: Option<u32>,
    /// Its title.
    pub title: Option<String>,
    /// 生效日期 of it.
    pub valid_from: Option<String>,
    /// The open or last case.
    pub number: Option<u32>,
    /// The level that case is about.
    pub target: Option<u32>,
    /// When it was opened.
    pub opened_on: Option<String>,
    /// Last day of the probation.
    pub probation_until: String,
    /// Whether the person is on duty today.
    pub here: bool,
}

/// Where everybody stands.
#[derive(Clone, Debug, Default, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct CertificationsView {
    /// By staff number.
    pub lines: Vec<CertificationLine>,
    /// 待认证.
    pub due: u32,
    /// 办理中.
    pub open: u32,
    /// 已认证.
    pub certified: u32,
}

/// The word for where somebody stands.
pub(crate) fn state_of(
    stays: &[Membership],
    probation: Option<Probation>,
    cases: &[query::Case],
    held: bool,
    today: chrono::NaiveDate,
) -> &'static str {
    let Some(probation) = probation else { return "none" };
    let states: Vec<CaseState> = cases.iter().map(|case| case.state.clone()).collect();
    let failed = |case: &query::Case| matches!(&case.decided, Some(d) if matches!(d.event.decision, Decision::Failed { .. }));
    if states.iter().any(|case| case.open) {
        "open"
    } else if held {
        "certified"
    } else if cases.last().is_some_and(failed) {
        "failed"
    } else if certification_due(stays, probation, &states, today) {
        "due"
    } else if probation.to >= today && stays.iter().any(|stay| stay.covers(today)) {
        "probation"
    } else {
        "none"
    }
}

/// Everybody's stays, by person, oldest first.
pub(super) fn everybody(conn: &Connection) -> Result<BTreeMap<StaffNo, Vec<Membership>>, AppError> {
    let mut stays: BTreeMap<StaffNo, Vec<Membership>> = BTreeMap::new();
    for stay in ledger::people::query::memberships(conn)? {
        stays.entry(stay.staff_no.clone()).or_default().push(stay);
    }
    Ok(stays)
}

/// `certifications`.
pub fn certifications(app: &mut App, request: Certifications) -> Result<CertificationsView, AppError> {
    let (conn, today) = (app.conn()?, app.today()?);
    let units = ledger::organisation::query::units(conn)?;
    let known = query::standards(conn)?;
    let standard = Standard::in_force(&known, today);
    let mut cases = query::cases(conn)?;
    let letters = ledger::people::query::letters(conn)?;
    let stays = everybody(conn)?;
    let subjects: Vec<String> = stays.keys().map(engineer_subject).collect();
    let names = app.names(&subjects)?;
    let mut view = CertificationsView::default();
    for (staff_no, stays) in stays {
        let own = cases.remove(&staff_no).unwrap_or_default();
        let here = stays.iter().find(|stay| stay.covers(today));
        let Some(stay) = here.or(stays.last()) else { continue };
        let wanted = request.unit.as_ref().is_none_or(|unit| *unit == stay.unit) && sees(app, &stay.unit)?;
        // Whoever left without ever having had a case is nobody's business here.
        if !wanted || (here.is_none() && own.is_empty()) {
            continue;
        }
        let history = if own.is_empty() { Vec::new() } else { query::levels_of(conn, &staff_no)? };
        let held = level_held(&history, today);
        let probation = last_probation(&stays, &letters);
        let state = state_of(&stays, probation, &own, held.is_some(), today);
        match state {
            "due" => view.due += 1,
            "open" => view.open += 1,
            "certified" => view.certified += 1,
            _ => {}
        }
        let last = own.last().map(|case| &case.state);
        let title = held.and_then(|h| standard.levels.iter().find(|l| l.level == h.level));
        view.lines.push(CertificationLine {
            name: names.get(&engineer_subject(&staff_no)).cloned().unwrap_or_else(|| staff_no.to_string()),
            staff_no: staff_no.to_string(),
            unit: stay.unit.to_string(),
            unit_name: units.get(&stay.unit).map(|unit| unit.name.clone()).unwrap_or_default(),
            state: state.to_owned(),
            level: held.map(|h| h.level),
            title: title.map(|level| level.title.clone()),
            valid_from: held.map(|h| h.valid_from.to_string()),
            number: last.map(|case| case.number),
            target: last.map(|case| case.level),
            opened_on: last.map(|case| case.opened_on.to_string()),
            probation_until: probation.map(|p| p.to.to_string()).unwrap_or_default(),
            here: here.is_some(),
        });
    }
    Ok(view)
}
