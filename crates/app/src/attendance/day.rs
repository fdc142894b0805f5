//! One day of one person: punches, what was set by hand, leave and overtime.

use super::apply::{ApplicationView, view as application_view};
use super::marks::Marks;
use super::month::{DayMark, lang, mark};
use super::words_at;
use crate::clock::local_text;
use crate::error::AppError;
use crate::parse;
use crate::session::App;
use domain::Refusal;
use domain::kernel::{Month, UnitCode};
use domain::personal::{FilePart, Subject};
use ledger::attendance::{facts, query};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Shows a person's day.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct AttendanceDay {
    /// 单位代码.
    #[ts(type = "string")]
    pub unit: UnitCode,
    /// 工号.
    pub staff_no: String,
    /// 日期.
    pub day: String,
    /// Language of the marks: `zh-CN` or `en`.
    pub lang: String,
}

/// What was set by hand.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct CorrectionView {
    /// Number among the person's records.
    pub number: u32,
    /// To what; absent: as the punches say.
    pub text: Option<String>,
    /// Why; absent where it was erased.
    pub reason: Option<String>,
    /// Who.
    pub by: String,
    /// Local time.
    pub at: String,
}

/// A person's day.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct AttendanceDayView {
    /// What it comes to.
    pub mark: DayMark,
    /// Times punched on that calendar day, and on the morning after where that belongs to a night shift.
    pub punches: Vec<String>,
    /// What was set by hand, the last one first: that holds.
    pub corrections: Vec<CorrectionView>,
    /// Leave and overtime of the day.
    pub applications: Vec<ApplicationView>,
}

/// `attendanceDay`.
pub fn day(app: &mut App, request: AttendanceDay) -> Result<AttendanceDayView, AppError> {
    let day = parse::date(&request.day)?;
    let staff_no = parse::staff_no(&request.staff_no)?;
    let marks = Marks::new(lang(&request.lang));
    let month = Month::of(day).unwrap_or(app.this_month()?);
    let conn = app.conn()?;
    let facts = facts::month(conn, &request.unit, month, app.today()?)?;
    let place = facts.days().iter().position(|(on, _)| *on == day).unwrap_or_default();
    let person = facts.judged().into_iter().find(|person| person.staff_no == staff_no);
    let Some(result) = person.and_then(|person| person.days.get(place).copied()) else {
        return Err(Refusal::NotOnDutyThatDay { staff_no, day }.into());
    };
    let mut corrections = Vec::new();
    for known in query::corrections(conn, &[&staff_no], day, day)?.into_iter().rev() {
        if known.unit != request.unit {
            continue;
        }
        let subject = Subject::File(FilePart::Attendance(known.number), staff_no.clone());
        corrections.push(CorrectionView {
            number: known.number,
            text: known.correction.as_ref().map(|correction| marks.correction(correction)),
            reason: words_at(conn, &subject, &known.reason)?.0,
            by: app.account_name(&known.account)?,
            at: local_text(known.at),
        });
    }
    let mut applications = Vec::new();
    for applied in query::applications(conn, &request.unit, day, day)? {
        if applied.application.staff_no == staff_no {
            applications.push(application_view(app, &applied)?);
        }
    }
    let punches = facts.punches.get(&staff_no).into_iter().flatten();
    let overnight = facts.hours.end <= facts.hours.start;
    let near = punches.filter_map(|(on, time)| match on {
        on if *on == day => Some(time.to_string()),
        on if overnight && day.succ_opt() == Some(*on) => Some(format!("+{time}")),
        _ => None,
    });
    Ok(AttendanceDayView { mark: mark(&marks, &result), punches: near.collect(), corrections, applications })
}
