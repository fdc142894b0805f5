//! 日历: which days are worked, and the special days that move them.

mod published;

use crate::error::AppError;
use crate::parse;
use crate::session::{App, Receipt};
use chrono::{Datelike as _, NaiveDate};
use domain::kernel::{DayKind, WorkingDays};
use ledger::organisation::query;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// Shows a year of the calendar.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct Calendar {
    /// Which: 2000 to 2199.
    pub year: i32,
}

/// Records special days, or takes them back.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct RecordCalendar {
    /// Each day once; the later of two changes of one day holds.
    pub days: Vec<DayChange>,
}

/// Takes over the holidays and make-up days that the State Council published for a year, as they come with the program.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct AdoptHolidays {
    /// Which.
    pub year: i32,
}

/// What a day is to be.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct DayChange {
    /// `2026-10-01`.
    pub day: String,
    /// 放假 or 补班; absent: an ordinary day again.
    #[ts(type = "\"holiday\" | \"working\" | null")]
    pub kind: Option<DayKind>,
    /// Its name, such as 国庆节; may be empty.
    #[serde(default)]
    pub name: String,
}

/// A year of the calendar.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct CalendarView {
    /// Which.
    pub year: i32,
    /// Its special days, in order.
    pub special: Vec<SpecialDayView>,
    /// Every day of it on which nobody works, weekends included.
    pub off: Vec<String>,
    /// Working days of each month, January first.
    pub working_days: Vec<u32>,
    /// Years that have special days.
    pub years: Vec<i32>,
    /// Whether the arrangement published for the year comes with the program, and how many days of it differ from what is
    /// on record; 0: it is taken over.
    #[ts(type = "number | null")]
    pub published: Option<usize>,
}

/// A special day.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct SpecialDayView {
    /// `2026-10-01`.
    pub day: String,
    /// 放假 or 补班.
    #[ts(type = "\"holiday\" | \"working\"")]
    pub kind: DayKind,
    /// Its name; may be empty.
    pub name: String,
}

/// `calendar`.
pub fn calendar(app: &mut App, request: Calendar) -> Result<CalendarView, AppError> {
    let year = request.year;
    let first = NaiveDate::from_ymd_opt(year, 1, 1).filter(|_| (2000..=2199).contains(&year));
    let first = first.ok_or_else(|| AppError::refused("badYear", json!({ "value": year })))?;
    let special = query::calendar_days(app.conn()?)?;
    let calendar = WorkingDays::new(special.iter().map(|(day, (kind, _))| (*day, *kind)).collect());
    let mut off = Vec::new();
    let mut working_days = vec![0; 12];
    for day in first.iter_days().take_while(|day| day.year() == year) {
        if calendar.is_working(day) {
            working_days[day.month0() as usize] += 1;
        } else {
            off.push(day.to_string());
        }
    }
    let published = published::days(year).map(|days| {
        days.iter().filter(|(day, kind, _)| special.get(day).map(|(known, _)| known) != Some(kind)).count()
    });
    let mut years: Vec<i32> = special.keys().map(chrono::Datelike::year).collect();
    years.dedup();
    let of_year = special.into_iter().filter(|(day, _)| day.year() == year);
    let special =
        of_year.map(|(day, (kind, name))| SpecialDayView { day: day.to_string(), kind, name }).collect();
    Ok(CalendarView { year, special, off, working_days, years, published })
}

/// `adoptHolidays`. What is on record for other days of the year stays.
pub fn adopt_holidays(app: &mut App, request: AdoptHolidays) -> Result<Receipt, AppError> {
    let params = json!({ "value": request.year, "known": published::YEARS });
    let days = published::days(request.year).ok_or_else(|| AppError::refused("notPublished", params))?;
    let changes: Vec<_> =
        days.into_iter().map(|(day, kind, name)| (day, Some((kind, name.to_owned())))).collect();
    app.decide(|tx, _| {
        let known = query::calendar_days(tx.conn())?;
        domain::organisation::record_calendar(&known, &changes).map_err(|refused| {
            let first = refused.into_iter().next().map(|(_, refusal)| refusal.into());
            first.unwrap_or_else(|| {
                AppError::refused("notPublished", json!({ "value": request.year, "known": [] }))
            })
        })
    })
}

/// `recordCalendar`.
pub fn record_calendar(app: &mut App, request: RecordCalendar) -> Result<Receipt, AppError> {
    let mut changes = Vec::new();
    for change in request.days {
        let kind = change.kind;
        changes.push((parse::date(&change.day)?, kind.map(|kind| (kind, change.name.trim().to_owned()))));
    }
    app.decide(|tx, _| {
        let known = query::calendar_days(tx.conn())?;
        match domain::organisation::record_calendar(&known, &changes) {
            Ok(events) => Ok(events),
            // One form has one kind and name for all its days: the first refusal says it.
            Err(refused) => {
                refused.into_iter().next().map_or_else(|| Ok(Vec::new()), |(_, refusal)| Err(refusal.into()))
            }
        }
    })
}
