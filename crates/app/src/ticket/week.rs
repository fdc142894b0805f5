//! The week's statistics of applications for support.

use crate::error::AppError;
use crate::organisation::sees;
use crate::session::App;
use domain::ticket::{SupportWeek as Counted, Week, support_week};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for the week in which a day lies.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct SupportWeek {
    /// The day; today where absent.
    #[serde(default)]
    pub day: Option<String>,
}

/// A unit's week.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct SupportWeekLine {
    /// 单位代码; absent for all units together.
    pub unit: Option<String>,
    /// 单位名称.
    pub unit_name: Option<String>,
    /// 新登记.
    pub received: u32,
    /// 已评审.
    pub reviewed: u32,
    /// Of these, in time.
    pub reviewed_in_time: u32,
    /// 已交付.
    pub delivered: u32,
    /// Of these, in time.
    pub delivered_in_time: u32,
    /// 确认归档.
    pub archived: u32,
    /// 未立项 or 无效.
    pub refused: u32,
    /// 在办 when the week ended.
    pub open: u32,
    /// Mean of the marks of what was archived, to two decimals.
    pub mean: Option<String>,
}

/// A week.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct SupportWeekView {
    /// Monday.
    pub from: String,
    /// Sunday.
    pub to: String,
    /// Units with something to count.
    pub lines: Vec<SupportWeekLine>,
    /// All of them together.
    pub total: SupportWeekLine,
}

fn line(unit: Option<(String, String)>, counted: &Counted) -> SupportWeekLine {
    let (unit, unit_name) = unit.unzip();
    SupportWeekLine {
        unit,
        unit_name,
        received: counted.received,
        reviewed: counted.reviewed,
        reviewed_in_time: counted.reviewed_in_time,
        delivered: counted.delivered,
        delivered_in_time: counted.delivered_in_time,
        archived: counted.archived,
        refused: counted.refused,
        open: counted.open,
        mean: counted.mean.as_ref().map(|mean| mean.to_fixed(2)),
    }
}

/// `supportWeek`.
pub fn support_week_of(app: &mut App, request: SupportWeek) -> Result<SupportWeekView, AppError> {
    let day = super::words::day_or(request.day.as_deref(), app.today()?)?;
    let week = Week::of(day);
    let conn = app.conn()?;
    let names = ledger::organisation::query::units(conn)?;
    let mut forms = Vec::new();
    for form in ledger::ticket::dispatch::support_forms(conn, week)? {
        if sees(app, &form.unit)? {
            forms.push(form);
        }
    }
    let name = |unit: &domain::kernel::UnitCode| {
        let name = names.get(unit).map_or_else(|| unit.to_string(), |known| known.name.clone());
        (unit.to_string(), name)
    };
    let lines = support_week(&forms, week);
    Ok(SupportWeekView {
        from: week.from.to_string(),
        to: week.to.to_string(),
        total: line(None, &Counted::of_all(&forms, week)),
        lines: lines.iter().map(|(unit, counted)| line(Some(name(unit)), counted)).collect(),
    })
}
