//! What a month comes to for each person: evidence beside the scores, and what the rubric would take off.

use super::{days, hours_text};
use crate::error::AppError;
use crate::parse;
use crate::session::App;
use domain::attendance::{Totals, proposed};
use domain::kernel::UnitCode;
use ledger::attendance::facts;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Totals of a unit's month.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct AttendanceTotals {
    /// 单位代码.
    #[ts(type = "string")]
    pub unit: UnitCode,
    /// 月份.
    pub month: String,
}

/// Leave of one kind.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct LeaveTotal {
    /// `personal`, `sick`, `annual`, `marriage`, `parental`, `bereavement`, `timeOff`, `business` or `training`.
    pub leave: String,
    /// Days.
    pub days: String,
}

/// What a person's month comes to.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct AttendanceTotalsView {
    /// 应出勤, days.
    pub due: String,
    /// 出勤, days.
    pub present: String,
    /// 迟到, times.
    pub late: u32,
    /// Minutes of all of them.
    pub late_minutes: u32,
    /// 早退, times.
    pub early: u32,
    /// Minutes of all of them.
    pub early_minutes: u32,
    /// 缺卡, times.
    pub missing: u32,
    /// 旷工, days.
    pub absent: String,
    /// 请假, days, without 公出 and 培训.
    pub away: String,
    /// 请假 by kind.
    pub leave: Vec<LeaveTotal>,
    /// 加班, hours.
    pub overtime: String,
    /// 未登记, days.
    pub unrecorded: String,
    /// Whether nothing of it calls for a look: no lateness, nothing missing, no absence.
    pub clean: bool,
}

impl From<&Totals> for AttendanceTotalsView {
    fn from(totals: &Totals) -> Self {
        let leave = totals
            .leave
            .iter()
            .map(|(kind, halves)| LeaveTotal { leave: crate::organisation::word(kind), days: days(*halves) });
        let away = totals.leave.iter().filter(|(kind, _)| !kind.is_duty()).map(|(_, halves)| halves).sum();
        Self {
            due: days(totals.due),
            present: days(totals.present),
            late: totals.late,
            late_minutes: totals.late_minutes,
            early: totals.early,
            early_minutes: totals.early_minutes,
            missing: totals.missing,
            absent: days(totals.absent),
            away: days(away),
            leave: leave.collect(),
            overtime: hours_text(totals.overtime),
            unrecorded: days(totals.unrecorded),
            clean: totals.late + totals.early + totals.missing + totals.absent == 0,
        }
    }
}

/// Points that the rubric's rule for attendance leaves of an item.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ProposedItem {
    /// The item's code.
    pub code: String,
    /// Points, decimal text.
    pub points: String,
    /// Why points go.
    pub reason: String,
}

/// A person's totals.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct AttendanceTotalsRow {
    /// 工号.
    pub staff_no: String,
    /// What the month comes to.
    pub totals: AttendanceTotalsView,
    /// What the rubric in force would take off; empty where it has no rule for attendance.
    pub proposed: Vec<ProposedItem>,
}

/// `attendanceTotals`.
pub fn totals(app: &mut App, request: AttendanceTotals) -> Result<Vec<AttendanceTotalsRow>, AppError> {
    let month = parse::month(&request.month)?;
    let conn = app.conn()?;
    let rubric = ledger::rulebook::query::rubric_of(conn, month.quarter())?;
    let people = facts::month(conn, &request.unit, month, app.today()?)?.judged();
    let row = |person: &domain::attendance::PersonMonth| AttendanceTotalsRow {
        staff_no: person.staff_no.to_string(),
        totals: (&person.totals).into(),
        proposed: rubric
            .items
            .iter()
            .filter_map(|item| {
                let (points, reason) = proposed(item, &person.totals)?;
                Some(ProposedItem { code: item.code.clone(), points: points.to_string(), reason })
            })
            .collect(),
    };
    Ok(people.iter().map(row).collect())
}
