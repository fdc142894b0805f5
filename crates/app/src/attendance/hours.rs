//! 作息时间 of a unit.

use crate::error::AppError;
use crate::parse;
use crate::session::{App, Receipt};
use domain::attendance::{Rest, TimeOfDay, WorkingHours, hours_in};
use domain::kernel::UnitCode;
use ledger::attendance::{facts, query};
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// Shows a unit's working hours.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct AttendanceHours {
    /// 单位代码.
    #[ts(type = "string")]
    pub unit: UnitCode,
}

/// Sets a unit's working hours from a month on.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct SetAttendanceHours {
    /// 单位代码.
    #[ts(type = "string")]
    pub unit: UnitCode,
    /// First month they hold for.
    pub from: String,
    /// Days that are worked, Monday 1 to Sunday 7.
    pub weekdays: Vec<u8>,
    /// 上班, `08:30`.
    pub start: String,
    /// 下班; not later than the beginning: on the day after.
    pub end: String,
    /// Beginning of the rest.
    pub rest_from: Option<String>,
    /// Its end.
    pub rest_to: Option<String>,
    /// Minutes late or early that are let pass.
    #[serde(default)]
    pub grace: u32,
    /// 弹性, minutes.
    #[serde(default)]
    pub flexible: u32,
    /// Minutes late or early beyond which half a day is 旷工; 0: never.
    #[serde(default)]
    pub absent_after: u32,
}

/// Working hours.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct WorkingHoursView {
    /// First month they hold for; absent for the default.
    pub from: Option<String>,
    /// Days that are worked, Monday 1 to Sunday 7.
    pub weekdays: Vec<u8>,
    /// 上班.
    pub start: String,
    /// 下班.
    pub end: String,
    /// Whether that is on the day after.
    pub overnight: bool,
    /// Beginning of the rest.
    pub rest_from: Option<String>,
    /// Its end.
    pub rest_to: Option<String>,
    /// Minutes late or early that are let pass.
    pub grace: u32,
    /// 弹性, minutes.
    pub flexible: u32,
    /// Minutes late or early beyond which half a day is 旷工; 0: never.
    pub absent_after: u32,
    /// Hours of work a day.
    pub hours: String,
}

/// A unit's working hours.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct AttendanceHoursView {
    /// Those of this month.
    pub current: WorkingHoursView,
    /// All that the unit has set, first month first.
    pub set: Vec<WorkingHoursView>,
}

impl WorkingHoursView {
    pub(super) fn of(hours: &WorkingHours, set: bool) -> Self {
        Self {
            from: set.then(|| hours.from.to_string()),
            weekdays: hours.weekdays.iter().copied().collect(),
            start: hours.start.to_string(),
            end: hours.end.to_string(),
            overnight: hours.end <= hours.start,
            rest_from: hours.rest.map(|rest| rest.from.to_string()),
            rest_to: hours.rest.map(|rest| rest.to.to_string()),
            grace: hours.grace,
            flexible: hours.flexible,
            absent_after: hours.absent_after,
            hours: super::hours_text(hours.minutes()),
        }
    }
}

/// `attendanceHours`.
pub fn hours(app: &mut App, request: AttendanceHours) -> Result<AttendanceHoursView, AppError> {
    let set = query::hours(app.conn()?, &request.unit)?;
    let current = hours_in(&set, &request.unit, app.this_month()?);
    Ok(AttendanceHoursView {
        current: WorkingHoursView::of(&current, set.contains(&current)),
        set: set.iter().map(|hours| WorkingHoursView::of(hours, true)).collect(),
    })
}

fn time(text: &str) -> Result<TimeOfDay, AppError> {
    TimeOfDay::parse(text).map_err(|_| AppError::refused("badTime", json!({ "value": text })))
}

/// `setAttendanceHours`.
pub fn set_hours(app: &mut App, request: SetAttendanceHours) -> Result<Receipt, AppError> {
    let text = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
    let rest = match (text(&request.rest_from), text(&request.rest_to)) {
        (None, None) => None,
        (from, to) => {
            Some(Rest { from: time(&from.unwrap_or_default())?, to: time(&to.unwrap_or_default())? })
        }
    };
    let hours = WorkingHours {
        unit: request.unit.clone(),
        from: parse::month(&request.from)?,
        weekdays: request.weekdays.into_iter().collect(),
        start: time(&request.start)?,
        end: time(&request.end)?,
        rest,
        grace: request.grace,
        flexible: request.flexible,
        absent_after: request.absent_after,
    };
    app.decide(|tx, _| {
        let (units, set) = facts::hours(tx.conn(), &request.unit)?;
        let closed = facts::closed_months(tx.conn(), &request.unit)?;
        Ok(domain::attendance::set_hours(&units, &set, &closed, hours)?)
    })
}
