//! Punches as attendance machines give them out: one row for a punch, or one for a person's day.

use crate::Expected;
use crate::cell;
use crate::kind::{Column, Kind, Need, Out, RowReader, Shape};
use chrono::NaiveDate;
use domain::attendance::TimeOfDay;
use domain::kernel::StaffNo;

/// One person's punches of one calendar day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PunchRow {
    /// 工号.
    pub staff_no: StaffNo,
    /// 姓名, only to be read by people.
    pub name: Option<String>,
    /// 日期.
    pub day: NaiveDate,
    /// Times; empty where the machine wrote a day without any.
    pub times: Vec<TimeOfDay>,
}

/// The kind `attendance`.
#[derive(Clone, Copy, Debug)]
pub struct Punches;

/// Columns that hold times beside a day.
const TIMES: [&str; 5] = ["times", "in", "out", "in2", "out2"];

impl Kind for Punches {
    type Row = PunchRow;

    fn sheet_name(&self) -> &'static str {
        "打卡"
    }

    fn columns(&self) -> Vec<Column> {
        use Need::{Optional, Required};
        let time = |key, heading, note| Column::new(key, heading, Optional, Shape::Text(6), note);
        vec![
            Column::new("staff_no", "工号", Required, Shape::Text(8), "以 0 开头的请保持文本格式。"),
            Column::new("name", "姓名", Optional, Shape::Text(8), "只供核对，不导入。"),
            Column::new("date", "日期", Optional, Shape::Date, "如 2026-07-01；有“打卡时间”一列时可不填。"),
            time("times", "时间", "如 08:25；一天几次的用空格隔开：08:25 12:01 18:03。"),
            time("in", "上班", "如 08:25。"),
            time("out", "下班", "如 18:03。"),
            time("in2", "上班2", "一天两段的第二次上班。"),
            time("out2", "下班2", "一天两段的第二次下班。"),
            Column::new(
                "moment",
                "打卡时间",
                Optional,
                Shape::Text(16),
                "每行一次打卡，日期和时间在一格里：2026-07-01 08:25。",
            ),
        ]
    }

    fn missing(&self, present: &[&str]) -> Vec<String> {
        let has = |key: &str| present.contains(&key);
        let mut missing = Vec::new();
        if !has("staff_no") {
            missing.push("工号".to_owned());
        }
        if !has("moment") {
            if !has("date") {
                missing.push("日期".to_owned());
            }
            if !TIMES.iter().any(|key| has(key)) {
                missing.push("时间".to_owned());
            }
        }
        missing
    }

    fn identity(&self) -> &'static [&'static str] {
        &["staff_no", "date"]
    }

    fn beside(&self) -> &'static [&'static str] {
        &["name"]
    }

    fn parse(&self, row: &mut RowReader<'_>) -> Option<PunchRow> {
        let staff_no = row.required("staff_no", cell::staff_no);
        let name = row.optional("name", cell::text);
        let moment = row.optional("moment", cell::moment);
        // A moment says its day itself.
        let date = if row.has("moment") {
            row.optional("date", cell::date)
        } else {
            row.required("date", cell::date).map(Some)
        };
        let mut times = Some(Vec::new());
        for key in TIMES {
            match row.optional(key, cell::times) {
                Some(found) => {
                    if let Some(times) = &mut times {
                        times.extend(found.into_iter().flatten());
                    }
                }
                None => times = None,
            }
        }
        let (staff_no, name, mut times) = (staff_no?, name?, times?);
        let day = match (moment?, date?) {
            (Some((day, time)), date) => {
                if date.is_some_and(|date| date != day) {
                    row.refuse("date", Expected::SameAsStamp { value: day.to_string() });
                    return None;
                }
                times.push(time);
                day
            }
            (None, day) => day?,
        };
        times.sort_unstable();
        times.dedup();
        Some(PunchRow { staff_no, name, day, times })
    }

    fn cells(&self, row: &PunchRow) -> Vec<Out> {
        let times: Vec<String> = row.times.iter().map(ToString::to_string).collect();
        vec![
            Out::Text(row.staff_no.to_string()),
            Out::text(row.name.as_ref()),
            Out::Date(row.day),
            Out::Text(times.join(" ")),
            Out::Blank,
            Out::Blank,
            Out::Blank,
            Out::Blank,
            Out::Blank,
        ]
    }
}
