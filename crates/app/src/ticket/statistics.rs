//! Statistics of tickets over a period: by unit, type, person, month; shown, and as a workbook.

use super::said::of as said;
use crate::copies::handed_out;
use crate::error::AppError;
use crate::exchange::{FileView, write_file};
use crate::organisation::sees;
use crate::parse;
use crate::personal::engineer_subject;
use crate::session::App;
use chrono::NaiveDate;
use domain::kernel::{Exact, StaffNo, UnitCode};
use domain::ticket::{Period, Statistics, Tally, TypeKey, drawn};
use ledger::organisation::query::units as all_units;
use serde::{Deserialize, Serialize};
use sheet::{Figure, StatisticsBook, StatisticsRow, StatisticsTable};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Counts tickets over a period.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct TicketStatistics {
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
    /// Of that unit; of all that one sees where absent.
    #[ts(optional = nullable)]
    pub unit: Option<String>,
}

/// Writes the statistics of a period as a workbook.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ExportTicketStatistics {
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
    /// Of that unit; of all that one sees where absent.
    #[ts(optional = nullable)]
    pub unit: Option<String>,
    /// The file.
    pub out: String,
}

/// What was counted of some tickets.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct TicketTallyView {
    /// 单位代码, code of the type, 工号 or month; empty for the total, and for those that are nobody's yet.
    pub code: String,
    /// As one reads it.
    pub name: String,
    /// Whether a chart draws it: of many, only those with most tickets are drawn.
    pub drawn: bool,
    /// 受理.
    pub received: u32,
    /// 响应.
    pub taken: u32,
    /// 按时响应率, per cent with one decimal; absent where nothing was taken.
    pub answered: Option<String>,
    /// 交付.
    pub delivered: u32,
    /// 按时交付率, per cent with one decimal; absent where nothing was delivered.
    pub on_time: Option<String>,
    /// 办结.
    pub closed: u32,
    /// 无效.
    pub void: u32,
    /// 在办.
    pub open: u32,
    /// 已超时.
    pub overdue: u32,
    /// 已评价.
    pub rated: u32,
    /// 平均评价, two decimals; absent where nothing was rated.
    pub mean_mark: Option<String>,
}

/// Statistics of a period.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct TicketStatisticsView {
    /// All of them.
    pub total: TicketTallyView,
    /// Unit by unit.
    pub units: Vec<TicketTallyView>,
    /// Type by type.
    pub kinds: Vec<TicketTallyView>,
    /// By 第一责任人.
    pub people: Vec<TicketTallyView>,
    /// Month by month.
    pub months: Vec<TicketTallyView>,
}

/// Counted, with the names to read.
struct Counted {
    statistics: Statistics,
    units: BTreeMap<UnitCode, String>,
    kinds: BTreeMap<TypeKey, String>,
    people: BTreeMap<StaffNo, String>,
}

fn counted(app: &App, from: &str, to: &str, unit: Option<&str>) -> Result<Counted, AppError> {
    let (from, to) = (parse::date(from)?, parse::date(to)?);
    if to < from {
        return Err(AppError::refused("periodTurned", serde_json::json!({ "from": from, "to": to })));
    }
    let asked = unit.map(str::trim).filter(|text| !text.is_empty()).map(parse::unit).transpose()?;
    let conn = app.conn()?;
    let mut units = BTreeMap::new();
    for (code, unit) in all_units(conn)? {
        if asked.as_ref().is_none_or(|asked| *asked == code) && sees(app, &code)? {
            units.insert(code, unit.name);
        }
    }
    let codes: Vec<UnitCode> = units.keys().cloned().collect();
    // No unit named would ask for all of them.
    let tickets = match codes.as_slice() {
        [] => Vec::new(),
        codes => ledger::ticket::statistics::counted(conn, codes, app.concern()?.as_ref(), (from, to))?,
    };
    let today = app.today()?;
    let rules = ledger::ticket::facts::rules(conn, today)?;
    let statistics = domain::ticket::statistics(Period { from, to, today, rules: &rules }, tickets);
    let mut kinds = BTreeMap::new();
    for code in &codes {
        for known in ledger::ticket::facts::types(conn, code)? {
            kinds.entry(known.key).or_insert(known.body.label);
        }
    }
    let staff: Vec<&StaffNo> = statistics.people.keys().flatten().collect();
    let subjects: Vec<String> = staff.iter().map(|no| engineer_subject(no)).collect();
    let names = app.names(&subjects)?;
    let people = staff
        .iter()
        .zip(&subjects)
        .map(|(no, subject)| ((*no).clone(), names.get(subject).cloned().unwrap_or_else(|| no.to_string())))
        .collect();
    Ok(Counted { statistics, units, kinds, people })
}

impl Counted {
    fn unit(&self, code: &UnitCode) -> String {
        self.units.get(code).cloned().unwrap_or_else(|| code.to_string())
    }

    fn kind(&self, key: &TypeKey) -> String {
        let label = self.kinds.get(key).cloned().unwrap_or_else(|| key.code.clone());
        // A unit's own type may be called as another unit's is.
        match &key.unit {
            Some(unit) if self.units.len() > 1 => format!("{label}（{}）", self.unit(unit)),
            _ => label,
        }
    }

    fn person(&self, staff_no: Option<&StaffNo>) -> String {
        let Some(staff_no) = staff_no else { return said("ticketState", "unassigned") };
        let name = self.people.get(staff_no).cloned().unwrap_or_else(|| staff_no.to_string());
        super::said::person(Some(&name), Some(staff_no.as_str()))
    }
}

/// `92.5`
fn percent(share: &Exact) -> String {
    (share.clone() * Exact::whole(100)).to_fixed(1)
}

fn line(code: &str, name: String, tally: &Tally, drawn: bool) -> TicketTallyView {
    TicketTallyView {
        code: code.to_owned(),
        name,
        drawn,
        received: tally.received,
        taken: tally.taken,
        answered: tally.answered_in_time().as_ref().map(percent),
        delivered: tally.delivered,
        on_time: tally.on_time().as_ref().map(percent),
        closed: tally.closed,
        void: tally.void,
        open: tally.open,
        overdue: tally.overdue,
        rated: tally.rated,
        mean_mark: tally.mean_mark().map(|mean| mean.to_fixed(2)),
    }
}

/// Groups by code and name, and which of them a chart draws.
fn lines<K: Ord>(
    groups: &BTreeMap<K, Tally>,
    named: impl Fn(&K) -> (String, String),
) -> Vec<TicketTallyView> {
    let shown = drawn(groups);
    let view = |(group, tally): (&K, &Tally)| {
        let (code, name) = named(group);
        line(&code, name, tally, shown.contains(group))
    };
    groups.iter().map(view).collect()
}

/// `ticketStatistics`.
pub fn statistics(app: &mut App, request: TicketStatistics) -> Result<TicketStatisticsView, AppError> {
    let counted = counted(app, &request.from, &request.to, request.unit.as_deref())?;
    let all = &counted.statistics;
    Ok(TicketStatisticsView {
        total: line("", said("ticketFigure", "total"), &all.total, false),
        units: lines(&all.units, |code| (code.to_string(), counted.unit(code))),
        kinds: lines(&all.kinds, |key| (key.code.clone(), counted.kind(key))),
        people: lines(&all.people, |no| {
            (no.as_ref().map_or_else(String::new, ToString::to_string), counted.person(no.as_ref()))
        }),
        // A course of time has no gaps.
        months: all
            .months
            .iter()
            .map(|(month, tally)| line(&month.to_string(), month.to_string(), tally, true))
            .collect(),
    })
}

/// The figures of a workbook's row, in the order of its columns.
const FIGURES: [&str; 11] = [
    "received",
    "taken",
    "answered",
    "delivered",
    "onTime",
    "closed",
    "void",
    "open",
    "overdue",
    "rated",
    "meanMark",
];

fn row(name: String, tally: &Tally) -> StatisticsRow {
    let figures = FIGURES.map(|figure| match figure {
        "received" => Figure::Count(tally.received),
        "taken" => Figure::Count(tally.taken),
        "answered" => Figure::Share(tally.answered_in_time()),
        "delivered" => Figure::Count(tally.delivered),
        "onTime" => Figure::Share(tally.on_time()),
        "closed" => Figure::Count(tally.closed),
        "void" => Figure::Count(tally.void),
        "open" => Figure::Count(tally.open),
        "overdue" => Figure::Count(tally.overdue),
        "rated" => Figure::Count(tally.rated),
        _ => Figure::Mean(tally.mean_mark()),
    });
    StatisticsRow { name, figures: figures.to_vec() }
}

/// `exportTicketStatistics`.
pub fn export_statistics(app: &mut App, request: ExportTicketStatistics) -> Result<FileView, AppError> {
    let counted = counted(app, &request.from, &request.to, request.unit.as_deref())?;
    let all = &counted.statistics;
    let table = |what: &str, rows: Vec<StatisticsRow>| StatisticsTable {
        sheet: said("ticketTable", what),
        heading: said("ticketTable", &format!("{what}.heading")),
        rows,
    };
    let units: Vec<String> = counted.units.values().cloned().collect();
    let of_units = match units.as_slice() {
        [one] => one.clone(),
        many => format!("{} 个单位", many.len()),
    };
    let (from, to): (NaiveDate, NaiveDate) = (parse::date(&request.from)?, parse::date(&request.to)?);
    let book = StatisticsBook {
        title: format!("{from} 至 {to} 工单统计"),
        about: format!("{of_units}；生成时间 {}", crate::clock::local_text(app.now()?)),
        figures: FIGURES
            .map(|figure| (said("ticketFigure", figure), said("ticketFigure", &format!("{figure}.means"))))
            .to_vec(),
        total: row(said("ticketFigure", "total"), &all.total),
        tables: vec![
            table("units", all.units.iter().map(|(code, tally)| row(counted.unit(code), tally)).collect()),
            table("kinds", all.kinds.iter().map(|(key, tally)| row(counted.kind(key), tally)).collect()),
            table(
                "people",
                all.people.iter().map(|(no, tally)| row(counted.person(no.as_ref()), tally)).collect(),
            ),
            table("months", all.months.iter().map(|(month, tally)| row(month.to_string(), tally)).collect()),
        ],
    };
    let bytes = sheet::ticket_statistics_workbook(&book)?;
    let unit = counted.units.into_keys().next().filter(|_| units.len() == 1);
    handed_out(app, "exportTicketStatistics", unit, write_file(&request.out, &bytes)?)
}
