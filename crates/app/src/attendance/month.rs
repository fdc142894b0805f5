//! The month's grid: people by days, and its workbook.

use super::hours::WorkingHoursView;
use super::marks::Marks;
use super::people_names;
use super::totals::AttendanceTotalsView;
use crate::error::AppError;
use crate::exchange::{FileView, write_file};
use crate::parse;
use crate::session::App;
use crate::words::{Lang, word};
use chrono::Datelike as _;
use domain::attendance::{DayResult, MonthFacts, PersonMonth};
use domain::kernel::{Month, UnitCode};
use ledger::attendance::{facts, query};
use serde::{Deserialize, Serialize};
use sheet::{AttendanceBook, AttendanceCell, AttendanceLine};
use ts_rs::TS;

/// Shows a unit's month.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct AttendanceMonth {
    /// 单位代码.
    #[ts(type = "string")]
    pub unit: UnitCode,
    /// 月份.
    pub month: String,
    /// Language of the marks: `zh-CN` or `en`.
    pub lang: String,
}

/// Writes a unit's month as a workbook, with the marks as they are shown.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct AttendanceWorkbook {
    /// 单位代码.
    #[ts(type = "string")]
    pub unit: UnitCode,
    /// 月份.
    pub month: String,
    /// Language of the marks: `zh-CN` or `en`.
    pub lang: String,
    /// The file.
    pub out: String,
}

/// A day of the grid's head.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct DayHead {
    /// `2026-07-01`.
    pub day: String,
    /// Monday 1 to Sunday 7.
    pub weekday: u32,
    /// Whether the unit works that day.
    pub working: bool,
    /// The name of a holiday or make-up day.
    pub name: Option<String>,
}

/// A cell of the grid.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct DayMark {
    /// What is most remarkable of it: `notOnDuty`, `off`, `absent`, `missing`, `late`, `leave`, `unrecorded`, `present`.
    pub kind: String,
    /// As the grid writes it.
    pub text: String,
    /// In whole words, where that says more than the kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub words: Option<String>,
    /// Whether it was set by hand.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub corrected: bool,
}

/// A person's row.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct AttendanceRow {
    /// 工号.
    pub staff_no: String,
    /// 姓名.
    pub name: String,
    /// One for each day.
    pub marks: Vec<DayMark>,
    /// What they come to.
    pub totals: AttendanceTotalsView,
}

/// A unit's month.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct AttendanceMonthView {
    /// 单位代码.
    pub unit: String,
    /// 月份.
    pub month: String,
    /// Its days.
    pub days: Vec<DayHead>,
    /// Who was there, by staff number.
    pub people: Vec<AttendanceRow>,
    /// The hours that hold.
    pub hours: WorkingHoursView,
    /// The last day of which punches are on record.
    pub recorded_to: Option<String>,
    /// Applications that wait for a decision.
    pub waiting: u32,
}

/// Reads `zh-CN` or `en`.
pub(super) fn lang(text: &str) -> Lang {
    Lang::parse(text).unwrap_or_default()
}

pub(super) fn mark(marks: &Marks, day: &DayResult) -> DayMark {
    let kind = Marks::kind(day);
    let plain = matches!(kind, "notOnDuty" | "off" | "present" | "unrecorded") && day.overtime == 0;
    DayMark {
        kind: kind.to_owned(),
        text: marks.short(day),
        words: (!plain).then(|| marks.long(day)),
        corrected: day.corrected,
    }
}

/// `attendanceMonth`.
pub fn month(app: &mut App, request: AttendanceMonth) -> Result<AttendanceMonthView, AppError> {
    let month = parse::month(&request.month)?;
    let marks = Marks::new(lang(&request.lang));
    let (facts, people) = read(app, &request.unit, month)?;
    let conn = app.conn()?;
    let names = people_names(app, facts.stays.keys())?;
    let special = ledger::organisation::query::calendar_days(conn)?;
    let waiting = query::waiting(conn)?.into_iter().find(|waiting| waiting.unit == request.unit);
    let is_set = query::hours(conn, &request.unit)?.contains(&facts.hours);
    let head = |(day, working): (chrono::NaiveDate, bool)| DayHead {
        day: day.to_string(),
        weekday: day.weekday().number_from_monday(),
        working,
        name: special.get(&day).map(|(_, name)| name.clone()).filter(|name| !name.is_empty()),
    };
    Ok(AttendanceMonthView {
        unit: request.unit.to_string(),
        month: month.to_string(),
        days: facts.days().into_iter().map(head).collect(),
        recorded_to: facts.recorded_to.map(|day| day.to_string()),
        hours: WorkingHoursView::of(&facts.hours, is_set),
        waiting: waiting.map_or(0, |waiting| waiting.count),
        people: people
            .iter()
            .map(|person| AttendanceRow {
                staff_no: person.staff_no.to_string(),
                name: names.get(&person.staff_no).cloned().unwrap_or_default(),
                marks: person.days.iter().map(|day| mark(&marks, day)).collect(),
                totals: (&person.totals).into(),
            })
            .collect(),
    })
}

fn read(app: &App, unit: &UnitCode, month: Month) -> Result<(MonthFacts, Vec<PersonMonth>), AppError> {
    let facts = facts::month(app.conn()?, unit, month, app.today()?)?;
    let people = facts.judged();
    Ok((facts, people))
}

/// `attendanceWorkbook`.
pub fn workbook(app: &mut App, request: AttendanceWorkbook) -> Result<FileView, AppError> {
    let month = parse::month(&request.month)?;
    let lang = lang(&request.lang);
    let marks = Marks::new(lang);
    let (facts, people) = read(app, &request.unit, month)?;
    let names = people_names(app, facts.stays.keys())?;
    let units = ledger::organisation::query::units(app.conn()?)?;
    let unit = units.get(&request.unit).map_or_else(|| request.unit.to_string(), |unit| unit.name.clone());
    let total = |key: &str| word(lang, &format!("attendanceTotal.{key}"));
    let lines = people.iter().map(|person| {
        let totals: AttendanceTotalsView = (&person.totals).into();
        let number = |text: &str| text.parse().unwrap_or_default();
        AttendanceLine {
            staff_no: person.staff_no.to_string(),
            name: names.get(&person.staff_no).cloned().unwrap_or_default(),
            cells: person
                .days
                .iter()
                .map(|day| AttendanceCell {
                    text: marks.short(day),
                    shaded: matches!(Marks::kind(day), "off" | "notOnDuty"),
                })
                .collect(),
            totals: vec![
                number(&totals.due),
                number(&totals.present),
                totals.late.into(),
                totals.late_minutes.into(),
                totals.early.into(),
                totals.early_minutes.into(),
                totals.missing.into(),
                number(&totals.absent),
                number(&totals.away),
                number(&totals.overtime),
            ],
        }
    });
    let keys = [
        "due",
        "present",
        "late",
        "lateMinutes",
        "early",
        "earlyMinutes",
        "missing",
        "absent",
        "away",
        "overtime",
    ];
    let title = crate::words::message(
        lang,
        "attendanceTitle",
        &[("unitName".to_owned(), unit.into()), ("month".to_owned(), month.to_string().into())]
            .into_iter()
            .collect(),
    );
    let book = AttendanceBook {
        title,
        staff_no: total("staffNo"),
        name: total("name"),
        days: facts
            .days()
            .into_iter()
            .map(|(day, works)| {
                let weekday = word(lang, &format!("weekdayShort.{}", day.weekday().number_from_monday()));
                (format!("{}\n{weekday}", day.day()), works)
            })
            .collect(),
        headings: keys.map(total).to_vec(),
        lines: lines.collect(),
    };
    write_file(&request.out, &sheet::attendance_workbook(&book)?)
}
