//! Leave and overtime: applied for, decided, taken back.

use super::{hours_text, keep_words, people_names, words_at};
use crate::clock::local_text;
use crate::error::AppError;
use crate::organisation::{sees, word};
use crate::parse;
use crate::session::{App, Receipt};
use domain::attendance::{
    Application, ApplicationState, Basis, Decision, Half, Leave, LeaveKind, Matter, apply,
    decide_application, withdraw_application,
};
use domain::kernel::{StaffNo, UnitCode};
use domain::personal::{FilePart, Subject};
use ledger::attendance::facts;
use ledger::attendance::query::{self, Applied};
use ledger::rusqlite::Connection;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive as _;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// Applies for leave for a person.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct ApplyLeave {
    /// 单位代码.
    #[ts(type = "string")]
    pub unit: UnitCode,
    /// 工号.
    pub staff_no: String,
    /// 请假类别.
    #[ts(
        type = "\"personal\" | \"sick\" | \"annual\" | \"marriage\" | \"parental\" | \"bereavement\" | \"timeOff\" | \"business\" | \"training\""
    )]
    pub leave: LeaveKind,
    /// First day.
    pub from: String,
    /// Its first half that is taken.
    #[ts(type = "\"first\" | \"second\"")]
    pub from_half: Half,
    /// Last day.
    pub to: String,
    /// Its last half that is taken.
    #[ts(type = "\"first\" | \"second\"")]
    pub to_half: Half,
    /// Why.
    pub reason: String,
    /// Why only after the first day had passed.
    pub note: Option<String>,
}

/// Applies for overtime for a person.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct ApplyOvertime {
    /// 单位代码.
    #[ts(type = "string")]
    pub unit: UnitCode,
    /// 工号.
    pub staff_no: String,
    /// 日期.
    pub day: String,
    /// How many hours, decimal text.
    pub hours: String,
    /// Why.
    pub reason: String,
    /// Why only after the day had passed.
    pub note: Option<String>,
}

/// Decides an application. Whoever is not the unit's leader records it for them, with what it rests on.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct DecideApplication {
    /// 单位代码.
    #[ts(type = "string")]
    pub unit: UnitCode,
    /// 工号.
    pub staff_no: String,
    /// Number among the person's records.
    pub number: u32,
    /// 批准.
    pub approved: bool,
    /// Why; needed where it is not approved.
    pub reason: Option<String>,
    /// 快文号 behind it.
    pub document: Option<String>,
    /// Picture or scan behind it.
    pub evidence: Option<String>,
}

/// Takes an application back (撤回、销假).
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct WithdrawApplication {
    /// 单位代码.
    #[ts(type = "string")]
    pub unit: UnitCode,
    /// 工号.
    pub staff_no: String,
    /// Number among the person's records.
    pub number: u32,
    /// Why.
    pub reason: String,
}

/// Lists applications, those that wait first.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct AttendanceApplications {
    /// Only of that unit.
    #[ts(type = "string | null")]
    pub unit: Option<UnitCode>,
    /// Only those that touch that month.
    pub month: Option<String>,
}

/// An application.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct ApplicationView {
    /// 单位代码.
    pub unit: String,
    /// 工号.
    pub staff_no: String,
    /// 姓名.
    pub name: String,
    /// Number among the person's records.
    pub number: u32,
    /// 请假类别; absent: overtime.
    pub leave: Option<String>,
    /// First day.
    pub from: String,
    /// Whether it begins with the second half of that day.
    pub from_second_half: bool,
    /// Last day.
    pub to: String,
    /// Whether it ends with the first half of that day.
    pub to_first_half: bool,
    /// Hours of overtime.
    pub hours: Option<String>,
    /// Why; absent where it was erased.
    pub reason: Option<String>,
    /// Why late.
    pub note: Option<String>,
    /// Applied for only after the first day had passed.
    pub late: bool,
    /// `open`, `approved`, `refused` or `withdrawn`.
    pub state: String,
    /// Who entered it.
    pub by: String,
    /// Local time.
    pub at: String,
    /// Who decided it or took it back.
    pub decided_by: Option<String>,
    /// Local time.
    pub decided_at: Option<String>,
    /// Why.
    pub decision: Option<String>,
    /// 代录.
    pub on_behalf: bool,
    /// 快文号 behind it.
    pub document: Option<String>,
    /// SHA-256 of the picture or scan behind it.
    pub evidence: Option<String>,
}

/// `applyLeave`.
pub fn apply_leave(app: &mut App, request: ApplyLeave) -> Result<Receipt, AppError> {
    let matter = Matter::Leave(Leave {
        kind: request.leave,
        from: parse::date(&request.from)?,
        from_half: request.from_half,
        to: parse::date(&request.to)?,
        to_half: request.to_half,
    });
    made(app, &request.unit, &request.staff_no, matter, &request.reason, request.note.as_deref())
}

/// `applyOvertime`.
pub fn apply_overtime(app: &mut App, request: ApplyOvertime) -> Result<Receipt, AppError> {
    let minutes = minutes(&request.hours)
        .ok_or_else(|| AppError::refused("badHours", json!({ "value": request.hours })))?;
    let matter = Matter::Overtime { day: parse::date(&request.day)?, minutes };
    made(app, &request.unit, &request.staff_no, matter, &request.reason, request.note.as_deref())
}

/// Whole minutes of hours written as `2` or `2.5`.
fn minutes(text: &str) -> Option<u32> {
    let minutes = text.trim().parse::<Decimal>().ok()?.checked_mul(Decimal::from(60))?.normalize();
    if minutes.is_integer() { minutes.to_u32() } else { None }
}

fn made(
    app: &mut App,
    unit: &UnitCode,
    staff_no: &str,
    matter: Matter,
    reason: &str,
    note: Option<&str>,
) -> Result<Receipt, AppError> {
    let staff_no = parse::staff_no(staff_no)?;
    crate::assessment::known_unit(app, unit)?;
    let today = app.today()?;
    let has_note = note.is_some_and(|note| !note.trim().is_empty());
    app.decide(|tx, _| {
        let facts = facts::apply(tx.conn(), &staff_no, today)?;
        let reason =
            keep_words(tx, &Subject::File(FilePart::Attendance(facts.next), staff_no.clone()), reason, note)?;
        Ok(apply(&facts, unit, &staff_no, matter, reason, has_note)?)
    })
}

/// The application of that number, where it is of that unit.
fn known(
    conn: &Connection,
    unit: &UnitCode,
    staff_no: &StaffNo,
    number: u32,
) -> Result<Option<Application>, AppError> {
    let of_person = query::applications_of(conn, staff_no)?.into_iter().map(|applied| applied.application);
    Ok(of_person.into_iter().find(|application| application.number == number && application.unit == *unit))
}

/// `decideApplication`.
pub fn decide(app: &mut App, request: DecideApplication) -> Result<Receipt, AppError> {
    let staff_no = parse::staff_no(&request.staff_no)?;
    let paper = request.evidence.as_deref().map(crate::exchange::open_file).transpose()?;
    app.decide(|tx, actor| {
        let known = known(tx.conn(), &request.unit, &staff_no, request.number)?;
        let subject = Subject::File(FilePart::AttendanceDecision(request.number), staff_no.clone());
        let reason = request.reason.as_deref().unwrap_or_default();
        let decision = Decision {
            approved: request.approved,
            reason: keep_words(tx, &subject, reason, None)?,
            basis: Basis {
                document: request.document,
                evidence: paper.map(|file| tx.put_blob(file)).transpose()?.map(|stored| stored.digest),
            },
        };
        let closed = facts::closed_months(tx.conn(), &request.unit)?;
        Ok(decide_application(known.as_ref(), &closed, &staff_no, request.number, actor.role, decision)?)
    })
}

/// `withdrawApplication`.
pub fn withdraw(app: &mut App, request: WithdrawApplication) -> Result<Receipt, AppError> {
    let staff_no = parse::staff_no(&request.staff_no)?;
    app.decide(|tx, _| {
        let known = known(tx.conn(), &request.unit, &staff_no, request.number)?;
        let subject = Subject::File(FilePart::AttendanceDecision(request.number), staff_no.clone());
        let reason = keep_words(tx, &subject, &request.reason, None)?;
        let closed = facts::closed_months(tx.conn(), &request.unit)?;
        Ok(withdraw_application(known.as_ref(), &closed, &staff_no, request.number, reason)?)
    })
}

/// `attendanceApplications`.
pub fn applications(
    app: &mut App,
    request: AttendanceApplications,
) -> Result<Vec<ApplicationView>, AppError> {
    let month = request.month.as_deref().map(parse::month).transpose()?;
    let (from, to) = match month {
        Some(month) => (month.first_day(), month.last_day()),
        None => parse::all_days(),
    };
    let conn = app.conn()?;
    let mut list = Vec::new();
    for unit in ledger::organisation::query::units(conn)?.into_keys() {
        if request.unit.as_ref().is_some_and(|only| *only != unit) || !sees(app, &unit)? {
            continue;
        }
        for applied in query::applications(conn, &unit, from, to)? {
            list.push((applied.application.state != ApplicationState::Open, view(app, &applied)?));
        }
    }
    list.sort_by_key(|(decided, _)| *decided);
    Ok(list.into_iter().map(|(_, view)| view).collect())
}

/// An application as it is shown.
pub(super) fn view(app: &App, applied: &Applied) -> Result<ApplicationView, AppError> {
    let conn = app.conn()?;
    let Application { unit, staff_no, number, matter, state } = &applied.application;
    let (reason, note) =
        words_at(conn, &Subject::File(FilePart::Attendance(*number), staff_no.clone()), &applied.reason)?;
    let decision = match &applied.decision {
        Some(digest) => {
            words_at(conn, &Subject::File(FilePart::AttendanceDecision(*number), staff_no.clone()), digest)?.0
        }
        None => None,
    };
    let (from, to) = matter.days();
    let (leave, hours) = match matter {
        Matter::Leave(leave) => (Some(leave), None),
        Matter::Overtime { minutes, .. } => (None, Some(hours_text(*minutes))),
    };
    let mut names = people_names(app, std::iter::once(staff_no))?;
    Ok(ApplicationView {
        unit: unit.to_string(),
        name: names.remove(staff_no).unwrap_or_default(),
        staff_no: staff_no.to_string(),
        number: *number,
        leave: leave.map(|leave| word(&leave.kind)),
        from: from.to_string(),
        from_second_half: leave.is_some_and(|leave| leave.from_half == Half::Second),
        to: to.to_string(),
        to_first_half: leave.is_some_and(|leave| leave.to_half == Half::First),
        hours,
        reason,
        note,
        late: applied.late,
        state: word(state),
        by: app.account_name(&applied.account)?,
        at: local_text(applied.at),
        decided_by: applied.decided_by.as_ref().map(|by| app.account_name(by)).transpose()?,
        decided_at: applied.decided_at.map(local_text),
        decision,
        on_behalf: applied.on_behalf,
        document: applied.document.clone(),
        evidence: applied.evidence.map(|digest| digest.to_string()),
    })
}
