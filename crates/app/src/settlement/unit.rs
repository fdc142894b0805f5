//! One unit's quarter, as it is shown.

use super::objected::{deliveries, objections};
use super::shape::{
    ConfirmationView, MonthView, PersonScoreView, UnitQuarter, UnitQuarterView, UnitScoreView,
};
use super::view::status;
use crate::error::AppError;
use crate::parse;
use crate::session::App;
use domain::kernel::Month;
use domain::settlement::official::RevisionState;
use domain::settlement::{Blocker, UnitResult, month_progress};
use ledger::settlement::query;
use std::collections::BTreeMap;

pub(super) fn unit_view(
    unit: &UnitResult,
    blockers: &[Blocker],
    this_month: Month,
    confirmations: &[query::Confirmation],
    names: &BTreeMap<String, String>,
) -> UnitScoreView {
    UnitScoreView {
        code: unit.code.to_string(),
        name: unit.name.clone(),
        score: unit.score.as_ref().map(ToString::to_string),
        shown: unit.score.as_ref().map(|s| s.to_fixed(2)),
        exempt: unit.exempt.clone(),
        months: unit
            .months
            .iter()
            .map(|month| {
                let (state, missing) = month_progress(unit, month, blockers, this_month);
                (month, state, missing)
            })
            .map(|(month, state, missing)| MonthView {
                state: crate::organisation::word(&state),
                missing: missing.iter().map(ToString::to_string).collect(),
                month: month.month.to_string(),
                score: month.score.as_ref().map(ToString::to_string),
                shown: month.score.as_ref().map(|s| s.to_fixed(2)),
                headcount: month.headcount,
                no_engineer: month.no_engineer,
                closed: month.closed,
                people: month
                    .people
                    .iter()
                    .map(|p| PersonScoreView {
                        name: names
                            .get(&crate::personal::engineer_subject(&p.staff_no))
                            .cloned()
                            .unwrap_or_else(|| p.staff_no.to_string()),
                        staff_no: p.staff_no.to_string(),
                        score: p.score.map(|s| s.to_string()),
                        counted: p.counted,
                        probation: p.probation,
                        not_assessed: p.not_assessed,
                    })
                    .collect(),
            })
            .collect(),
        confirmed: confirmations
            .iter()
            .filter(|c| c.unit == unit.code)
            .map(|c| c.party.code().to_owned())
            .collect(),
    }
}

pub(super) fn confirmation_view(app: &App, c: &query::Confirmation) -> Result<ConfirmationView, AppError> {
    Ok(ConfirmationView {
        unit: c.unit.to_string(),
        party: c.party.code().to_owned(),
        on_behalf: c.on_behalf,
        name: app.account_name(&c.account)?,
        at: crate::clock::local_text(c.at),
    })
}

/// `unitQuarter`.
pub fn unit_quarter(app: &mut App, request: UnitQuarter) -> Result<UnitQuarterView, AppError> {
    let quarter = parse::quarter(&request.quarter)?;
    let conn = app.conn()?;
    let this_month = app.this_month()?;
    let (result, blockers) = super::standing(conn, &request.unit, quarter, this_month)?;
    let staff: std::collections::BTreeSet<String> = result
        .months
        .iter()
        .flat_map(|m| &m.people)
        .map(|p| crate::personal::engineer_subject(&p.staff_no))
        .collect();
    let names = app.names(&staff.into_iter().collect::<Vec<_>>())?;
    let newest = query::newest_revision(conn, quarter)?;
    let is_final = matches!(newest.state, RevisionState::Final | RevisionState::Closed);
    let confirmations = query::confirmations(conn, quarter)?;
    let own = confirmations.iter().filter(|c| c.unit == request.unit);
    let mut delivered = deliveries(app, quarter, Some(&request.unit))?;
    Ok(UnitQuarterView {
        quarter: quarter.to_string(),
        status: status(is_final, newest.state).to_owned(),
        revision: newest.revision,
        confirmations: own.map(|c| confirmation_view(app, c)).collect::<Result<_, _>>()?,
        unit: unit_view(&result, &blockers, this_month, &confirmations, &names),
        blockers: blockers.iter().map(|b| serde_json::to_value(b).unwrap_or_default()).collect(),
        objections: objections(app, quarter, Some(&request.unit), &delivered)?,
        delivery: delivered.remove(&request.unit),
    })
}
