//! 要求更换: asked for, approved by the unit leader, sent to the provider, answered with a successor.

use super::file_of;
use super::papers::{OnBehalfOf, day, on_behalf};
use crate::api::Act;
use crate::error::AppError;
use crate::exchange::open_file;
use crate::parse;
use crate::session::{App, Receipt};
use domain::Refusal;
use domain::kernel::StaffNo;
use domain::people::{Approval, Dispatch, Dossier, SuccessorFacts};
use domain::personal::FilePart;
use ledger::rulebook::query::rubrics;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for a replacement after a low score in probation; what it rests on is gathered.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct RequestReplacement {
    /// 工号.
    pub staff_no: String,
    /// What the unit says besides.
    #[ts(optional = nullable)]
    pub reason: Option<String>,
}

/// The unit leader's approval of a request.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct ApproveReplacement {
    /// 工号.
    pub staff_no: String,
    /// Which request; the newest where absent.
    #[ts(optional = nullable)]
    pub number: Option<u32>,
    /// The day of approving; today where absent.
    #[ts(optional = nullable)]
    pub on: Option<String>,
    /// 代录.
    #[ts(optional = nullable)]
    pub on_behalf: Option<OnBehalfOf>,
    /// File of what shows it; needed with 代录.
    #[ts(optional = nullable)]
    pub evidence: Option<String>,
}

/// An approved request went to the provider by 快文.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct SendReplacement {
    /// 工号.
    pub staff_no: String,
    /// Which request; the newest where absent.
    #[ts(optional = nullable)]
    pub number: Option<u32>,
    /// 快文文号.
    pub dispatch: String,
    /// Sent that day; today where absent.
    #[ts(optional = nullable)]
    pub on: Option<String>,
    /// File of it.
    #[ts(optional = nullable)]
    pub copy: Option<String>,
}

/// The provider answered a request with a successor, who is announced or on duty in the unit.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct LinkSuccessor {
    /// 工号.
    pub staff_no: String,
    /// Which request; the newest where absent.
    #[ts(optional = nullable)]
    pub number: Option<u32>,
    /// 工号 of the successor.
    pub successor: String,
}

/// Takes a request back that is not answered.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct WithdrawReplacement {
    /// 工号.
    pub staff_no: String,
    /// Which request; the newest where absent.
    #[ts(optional = nullable)]
    pub number: Option<u32>,
    /// Why.
    pub reason: String,
}

/// The file and the number of the request that is meant, after the check of the right.
fn meant(app: &App, act: Act, staff_no: &str, number: Option<u32>) -> Result<(StaffNo, u32), AppError> {
    let staff_no = parse::staff_no(staff_no)?;
    let file = file_of(app.conn()?, &staff_no, app.today()?)?;
    let newest = file.replacements.last().map_or(1, |request| request.number);
    let number = number.unwrap_or(newest);
    let Some(request) = file.replacements.iter().find(|request| request.number == number) else {
        return Err(Refusal::UnknownReplacement { staff_no, number }.into());
    };
    app.require_unit(act, &request.unit)?;
    Ok((staff_no, number))
}

/// `requestReplacement`.
pub fn request(app: &mut App, request: RequestReplacement) -> Result<Receipt, AppError> {
    let staff_no = parse::staff_no(&request.staff_no)?;
    let today = app.today()?;
    let file = file_of(app.conn()?, &staff_no, today)?;
    let Some(stay) = file.stay_on(today) else {
        return Err(Refusal::NotThereOn { staff_no, date: today }.into());
    };
    app.require_unit(Act::RequestReplacement, &stay.membership.unit)?;
    app.decide(|tx, _| {
        let file = file_of(tx.conn(), &staff_no, today)?;
        let versions = rubrics(tx.conn())?;
        let takes_off = |month: domain::kernel::Month, item: &domain::assessment::ItemScore| {
            let rubric = domain::rulebook::in_force(&versions, |r| (r.from, r.version), month.quarter());
            let default = domain::rulebook::Rubric::default_version();
            rubric.unwrap_or(&default).item(&item.code).is_none_or(|known| known.takes_off(item.points))
        };
        Ok(file.request_replacement(request.reason.as_deref(), today, takes_off)?)
    })
}

/// `approveReplacement`.
pub fn approve(app: &mut App, request: ApproveReplacement) -> Result<Receipt, AppError> {
    let (staff_no, number) = meant(app, Act::ApproveReplacement, &request.staff_no, request.number)?;
    let today = app.today()?;
    let on = day(request.on.as_ref())?.unwrap_or(today);
    let two_person = app.installation()?.two_person;
    let evidence = request.evidence.as_deref().map(open_file).transpose()?;
    app.decide(|tx, actor| {
        let file = file_of(tx.conn(), &staff_no, today)?;
        let part = FilePart::Approval(number);
        let approval = Approval {
            on,
            on_behalf: on_behalf(tx, part, &staff_no, request.on_behalf.as_ref())?,
            evidence: evidence.map(|file| tx.put_blob(file)).transpose()?.map(|stored| stored.digest),
        };
        Ok(file.approve_replacement(number, approval, actor, two_person, today)?)
    })
}

/// `sendReplacement`.
pub fn send(app: &mut App, request: SendReplacement) -> Result<Receipt, AppError> {
    let (staff_no, number) = meant(app, Act::SendReplacement, &request.staff_no, request.number)?;
    let today = app.today()?;
    let on = day(request.on.as_ref())?.unwrap_or(today);
    let copy = request.copy.as_deref().map(open_file).transpose()?;
    app.decide(|tx, _| {
        let file = file_of(tx.conn(), &staff_no, today)?;
        let copy = copy.map(|file| tx.put_blob(file)).transpose()?.map(|stored| stored.digest);
        Ok(file.send_replacement(number, Dispatch { number: request.dispatch.clone(), on, copy }, today)?)
    })
}

/// `linkSuccessor`.
pub fn link(app: &mut App, request: LinkSuccessor) -> Result<Receipt, AppError> {
    let (staff_no, number) = meant(app, Act::LinkSuccessor, &request.staff_no, request.number)?;
    let successor = parse::staff_no(&request.successor)?;
    let today = app.today()?;
    app.decide(|tx, _| {
        let next: Dossier = file_of(tx.conn(), &successor, today)?;
        let here = next.stays.iter().filter(|stay| stay.membership.lasts_to(today));
        let facts = SuccessorFacts {
            announced: next.announced().map(|open| open.unit.clone()),
            units: here.map(|stay| stay.membership.unit.clone()).collect(),
            staff_no: successor,
        };
        Ok(file_of(tx.conn(), &staff_no, today)?.link_successor(number, &facts, today)?)
    })
}

/// `withdrawReplacement`.
pub fn withdraw(app: &mut App, request: WithdrawReplacement) -> Result<Receipt, AppError> {
    let (staff_no, number) = meant(app, Act::WithdrawReplacement, &request.staff_no, request.number)?;
    let today = app.today()?;
    app.decide(|tx, _| {
        Ok(file_of(tx.conn(), &staff_no, today)?.withdraw_replacement(number, &request.reason)?)
    })
}
