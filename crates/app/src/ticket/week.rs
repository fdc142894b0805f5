//! The week's statistics of applications for support.

use super::said::of as said;
use crate::clock::local_text;
use crate::copies::handed_out;
use crate::error::AppError;
use crate::exchange::{FileView, write_file};
use crate::organisation::sees;
use crate::session::App;
use domain::kernel::{Exact, UnitCode};
use domain::ticket::{SupportWeek as Counted, Week, support_week};
use serde::{Deserialize, Serialize};
use sheet::{Figure, StatisticsBook, StatisticsRow, StatisticsTable};
use ts_rs::TS;

/// Asks for the week in which a day lies.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct SupportWeek {
    /// The day; today where absent.
    #[serde(default)]
    pub day: Option<String>,
}

/// Writes the statistics of the week in which a day lies as a workbook.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ExportSupportWeek {
    /// The day; today where absent.
    #[serde(default)]
    pub day: Option<String>,
    /// The file.
    pub out: String,
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

/// A week with what was counted of each unit that the account sees, and of all together.
struct CountedWeek {
    week: Week,
    units: Vec<(UnitCode, String, Counted)>,
    total: Counted,
}

fn counted(app: &App, day: Option<&str>) -> Result<CountedWeek, AppError> {
    let day = super::words::day_or(day, app.today()?)?;
    let week = Week::of(day);
    let conn = app.conn()?;
    let names = ledger::organisation::query::units(conn)?;
    let mut forms = Vec::new();
    for form in ledger::ticket::dispatch::support_forms(conn, week)? {
        if sees(app, &form.unit)? {
            forms.push(form);
        }
    }
    let named = |(unit, counted): (UnitCode, Counted)| {
        let name = names.get(&unit).map_or_else(|| unit.to_string(), |known| known.name.clone());
        (unit, name, counted)
    };
    let units = support_week(&forms, week).into_iter().map(named).collect();
    Ok(CountedWeek { week, units, total: Counted::of_all(&forms, week) })
}

/// `supportWeek`.
pub fn support_week_of(app: &mut App, request: SupportWeek) -> Result<SupportWeekView, AppError> {
    let CountedWeek { week, units, total } = counted(app, request.day.as_deref())?;
    Ok(SupportWeekView {
        from: week.from.to_string(),
        to: week.to.to_string(),
        total: line(None, &total),
        lines: units
            .iter()
            .map(|(unit, name, counted)| line(Some((unit.to_string(), name.clone())), counted))
            .collect(),
    })
}

/// The figures of a workbook's row, in the order of its columns.
const FIGURES: [&str; 11] = [
    "received",
    "reviewed",
    "reviewedInTime",
    "reviewRate",
    "delivered",
    "deliveredInTime",
    "deliveryRate",
    "archived",
    "refused",
    "open",
    "mean",
];

fn row(name: String, counted: &Counted) -> StatisticsRow {
    let rate = |part: u32, whole: u32| Figure::Share(Exact::ratio(part.into(), whole.into()));
    let figures = vec![
        Figure::Count(counted.received),
        Figure::Count(counted.reviewed),
        Figure::Count(counted.reviewed_in_time),
        rate(counted.reviewed_in_time, counted.reviewed),
        Figure::Count(counted.delivered),
        Figure::Count(counted.delivered_in_time),
        rate(counted.delivered_in_time, counted.delivered),
        Figure::Count(counted.archived),
        Figure::Count(counted.refused),
        Figure::Count(counted.open),
        Figure::Mean(counted.mean.clone()),
    ];
    StatisticsRow { name, figures }
}

/// `exportSupportWeek`.
pub fn export_support_week(app: &mut App, request: ExportSupportWeek) -> Result<FileView, AppError> {
    let CountedWeek { week, units, total } = counted(app, request.day.as_deref())?;
    let one = match units.as_slice() {
        [(unit, ..)] => Some(unit.clone()),
        _ => None,
    };
    let about = format!("{} 个单位；生成时间 {}", units.len(), local_text(app.now()?));
    let book = StatisticsBook {
        title: format!("{} 至 {} 技术支持立项单周统计", week.from, week.to),
        about,
        figures: FIGURES
            .map(|figure| (said("supportFigure", figure), said("supportFigure", &format!("{figure}.means"))))
            .to_vec(),
        total: row(said("ticketFigure", "total"), &total),
        tables: vec![StatisticsTable {
            sheet: said("ticketTable", "units"),
            heading: said("ticketTable", "units.heading"),
            rows: units.into_iter().map(|(_, name, counted)| row(name, &counted)).collect(),
        }],
    };
    let bytes = sheet::ticket_statistics_workbook(&book)?;
    handed_out(app, "exportSupportWeek", one, write_file(&request.out, &bytes)?)
}
