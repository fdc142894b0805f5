//! What follows a decision that asks for something: a training, or a request for a replacement; offered, done, or refused with
//! the reason.

use crate::api::Act;
use crate::clock::local_day;
use crate::error::AppError;
use crate::organisation::word;
use crate::people::file_of;
use crate::session::App;
use domain::certification::{AfterFailing, Decision, FollowUp, Outcome, training_after};
use domain::kernel::{StaffNo, UnitCode};
use domain::people::{Dossier, Ground};
use ledger::certification::query;
use ledger::rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

/// What followed.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct FollowedView {
    /// Number of the training, or of the person's request.
    pub number: u32,
    /// Day of the training, or of the request.
    pub on: String,
    /// Subject of the training; of a request how it stands, as on the person's page.
    pub what: String,
}

/// What a decision asks for besides.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct FollowView {
    /// A training, or a request for a replacement.
    #[ts(type = "\"retrain\" | \"replace\"")]
    pub then: String,
    /// What followed, where something did.
    pub done: Option<FollowedView>,
    /// Why it cannot be done now.
    pub refused: Option<AppError>,
    /// Whether it is to be done still, and the account may do it.
    pub offered: bool,
}

/// Where those stand who have decisions that ask for something.
pub(crate) struct Following<'a> {
    app: &'a App,
    file: Dossier,
    unit: Option<UnitCode>,
}

impl<'a> Following<'a> {
    /// Of that person.
    pub(crate) fn of(app: &'a App, staff_no: &StaffNo) -> Result<Self, AppError> {
        let file = file_of(app.conn()?, staff_no, app.today()?)?;
        let unit = file.stays.last().map(|stay| stay.membership.unit.clone());
        Ok(Self { app, file, unit })
    }

    fn may(&self, act: Act) -> bool {
        self.unit.as_ref().is_some_and(|unit| self.app.require_unit(act, unit).is_ok())
    }

    /// What a decided case asks for; `stands`: no later case has taken its place.
    pub(crate) fn case(&self, outcome: &Outcome, stands: bool) -> Result<Option<FollowView>, AppError> {
        let Decision::Failed { then, .. } = &outcome.decision else { return Ok(None) };
        let follow = FollowUp { number: outcome.number, then: *then, on: outcome.on };
        let view = match follow.then {
            AfterFailing::Retrain => {
                let done = training_of(self.app.conn()?, &self.file.staff_no, follow)?;
                let offered = stands && done.is_none() && self.may(Act::PlanTraining);
                FollowView { then: word(then), done, refused: None, offered }
            }
            AfterFailing::Replace => {
                self.request(Ground::Certification { number: outcome.number }, stands)?
            }
        };
        Ok(Some(view))
    }

    /// The request that a decision asks for.
    pub(crate) fn request(&self, ground: Ground, stands: bool) -> Result<FollowView, AppError> {
        let done = self.file.requested_for(ground).map(|request| FollowedView {
            number: request.number,
            on: request.requested_on.to_string(),
            what: word(&self.file.replacement_state(request)),
        });
        let open = stands && done.is_none();
        let allowed = self.file.may_request(self.app.today()?).map(|_| ()).map_err(AppError::from);
        let offered = open && allowed.is_ok() && self.may(Act::RequestReplacement);
        let refused = allowed.err().filter(|_| open);
        Ok(FollowView { then: word(&AfterFailing::Replace), done, refused, offered })
    }
}

fn training_of(
    conn: &Connection,
    staff_no: &StaffNo,
    follow: FollowUp,
) -> Result<Option<FollowedView>, AppError> {
    let trainings = ledger::development::query::trainings_of(conn, staff_no)?;
    let found = training_after(&trainings, staff_no, follow.on);
    Ok(found.map(|state| FollowedView {
        number: state.number,
        on: state.training.on.to_string(),
        what: state.training.title.clone(),
    }))
}

/// What the last of these cases asks for and nobody has begun, where that can be done.
pub(super) fn left_to_do(
    app: &App,
    staff_no: &StaffNo,
    cases: &[query::Case],
) -> Result<Option<FollowUp>, AppError> {
    let Some(follow) = domain::certification::follow_up(&outcomes(cases)) else { return Ok(None) };
    let open = match follow.ground() {
        None => training_of(app.conn()?, staff_no, follow)?.is_none(),
        Some(decided) => {
            let file = file_of(app.conn()?, staff_no, app.today()?)?;
            file.requested_for(decided.ground).is_none() && file.may_request(app.today()?).is_ok()
        }
    };
    Ok(Some(follow).filter(|_| open))
}

/// How these cases were decided, as far as they were.
pub(super) fn outcomes(cases: &[query::Case]) -> Vec<Outcome> {
    cases.iter().filter_map(|case| case.outcome(local_day)).collect()
}
