//! Deliveries and objections of a quarter, as they are shown: with their dates, outcomes and the term between them.

use crate::clock::local_day;
use crate::error::AppError;
use crate::personal::name_at;
use crate::session::App;
use chrono::NaiveDate;
use domain::kernel::{Digest, Quarter, UnitCode};
use domain::organisation::Party;
use domain::personal::Subject;
use ledger::settlement::query;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// The delivery of a unit's result (送达).
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct DeliveryView {
    /// 单位代码.
    pub unit: String,
    /// The day.
    pub on: String,
    /// To whom; `null` where the name was erased.
    pub to: Option<String>,
    /// Last day of the term for objections.
    pub until: String,
    /// Whether the term still runs today.
    pub running: bool,
}

/// The 异议单 that an objection came by.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct CameByView {
    /// Its number.
    pub report_no: String,
    /// Parties whose intact signatures it carried; empty: it was not signed.
    pub signed_by: Vec<String>,
    /// SHA-256 of the file, which is kept as an attachment.
    pub sha256: String,
}

/// An objection with its course. Days are local.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct ObjectionView {
    /// 单位代码.
    pub unit: String,
    /// Its number.
    pub number: u32,
    /// By which party.
    pub by: String,
    /// About whom.
    pub staff_no: Option<String>,
    /// What.
    pub text: String,
    /// The day it came in.
    pub raised_on: String,
    /// Last day of the term, where the unit's result was delivered.
    pub deadline: Option<String>,
    /// Who entered it.
    pub entered_by: String,
    /// Entered for the party by the client's side (代录).
    pub on_behalf: bool,
    /// The slip it came by.
    pub slip: Option<CameByView>,
    /// `open`, `rejected` or `settled`.
    pub state: String,
    /// The unit's answer.
    pub answer: Option<String>,
    /// Whether the unit agreed.
    pub accepted: Option<bool>,
    /// The day of the answer.
    pub answered_on: Option<String>,
    /// The day on which the objector accepted the unit's rejection.
    pub accepted_rejection_on: Option<String>,
    /// The province's decision.
    pub decision: Option<String>,
    /// Whether it was upheld.
    pub upheld: Option<bool>,
    /// The day of the decision.
    pub decided_on: Option<String>,
}

/// Deliveries of a quarter by unit, with the term that each began.
pub(super) fn deliveries(
    app: &App,
    quarter: Quarter,
    only: Option<&UnitCode>,
) -> Result<BTreeMap<UnitCode, DeliveryView>, AppError> {
    let conn = app.conn()?;
    let calendar = ledger::organisation::query::working_days(conn)?;
    let term = ledger::rulebook::query::rule_set_of(conn, quarter)?.objection_days;
    let today = app.today()?;
    let delivered = query::deliveries(conn, quarter)?;
    let wanted = delivered.into_iter().filter(|(unit, _)| only.is_none_or(|only| only == unit));
    wanted
        .map(|(unit, delivery)| {
            let until: NaiveDate = calendar.deadline(delivery.on, term);
            let receiver: &Digest = &delivery.to;
            let to = name_at(conn, &Subject::Receiver(unit.clone(), quarter), Some(receiver))?;
            let view = DeliveryView {
                unit: unit.to_string(),
                on: delivery.on.to_string(),
                to,
                until: until.to_string(),
                running: today <= until,
            };
            Ok((unit, view))
        })
        .collect()
}

/// Objections of a quarter, or of one unit in it.
pub(super) fn objections(
    app: &App,
    quarter: Quarter,
    only: Option<&UnitCode>,
    deliveries: &BTreeMap<UnitCode, DeliveryView>,
) -> Result<Vec<ObjectionView>, AppError> {
    let all = query::objections(app.conn()?, quarter)?;
    let wanted = all.into_iter().filter(|o| only.is_none_or(|only| *only == o.unit));
    wanted.map(|o| view(app, o, deliveries)).collect()
}

fn view(
    app: &App,
    o: query::ObjectionRecord,
    deliveries: &BTreeMap<UnitCode, DeliveryView>,
) -> Result<ObjectionView, AppError> {
    let day = |at| local_day(at).to_string();
    let (accepted, answer, answered_on) = parts(o.answer);
    let (upheld, decision, decided_on) = parts(o.decision);
    Ok(ObjectionView {
        number: o.number,
        by: o.by.code().to_owned(),
        staff_no: o.staff_no.map(|s| s.to_string()),
        text: o.text,
        raised_on: o.received_on.map_or_else(|| day(o.raised_at), |on| on.to_string()),
        deadline: deliveries.get(&o.unit).map(|delivery| delivery.until.clone()),
        entered_by: app.account_name(&o.account)?,
        on_behalf: o.on_behalf,
        slip: o.slip.map(|slip| CameByView {
            report_no: slip.report_no,
            signed_by: Party::BOTH
                .into_iter()
                .filter(|party| {
                    slip.signatures.iter().any(|s| s.party == *party && s.registered != Some(false))
                })
                .map(|party| party.code().to_owned())
                .collect(),
            sha256: slip.file.to_string(),
        }),
        state: crate::organisation::word(&o.state),
        answer,
        accepted,
        answered_on,
        accepted_rejection_on: o.rejection_accepted_at.map(day),
        decision,
        upheld,
        decided_on,
        unit: o.unit.to_string(),
    })
}

type Verdict = Option<(bool, String, chrono::DateTime<chrono::Utc>)>;

fn parts(verdict: Verdict) -> (Option<bool>, Option<String>, Option<String>) {
    match verdict {
        Some((yes, why, at)) => (Some(yes), Some(why), Some(local_day(at).to_string())),
        None => (None, None, None),
    }
}
