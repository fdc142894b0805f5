//! Published holidays and make-up working days (放假与补班).

use crate::cell;
use crate::kind::{Column, Kind, Need, Out, RowReader, Shape};
use chrono::NaiveDate;
use domain::kernel::DayKind;

/// One special day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HolidayRow {
    /// 日期.
    pub date: NaiveDate,
    /// 类型.
    pub kind: DayKind,
    /// 名称, such as 国庆节.
    pub name: Option<String>,
}

/// The kind `holidays`.
#[derive(Clone, Copy, Debug)]
pub struct Holidays;

const WORDS: [(DayKind, &str, &str); 2] =
    [(DayKind::Holiday, "放假", "holiday"), (DayKind::Working, "补班", "working")];

impl Kind for Holidays {
    type Row = HolidayRow;

    fn sheet_name(&self) -> &'static str {
        "节假日"
    }

    fn columns(&self) -> Vec<Column> {
        use Need::{Optional, Required};
        vec![
            Column::new("date", "日期", Required, Shape::Date, "如 2026-10-01；每天一行。"),
            Column::new(
                "kind",
                "类型",
                Required,
                Shape::Choice(vec!["放假", "补班"]),
                "放假：工作日不上班；补班：周末上班。",
            ),
            Column::new("name", "名称", Optional, Shape::Text(12), "节日名称，可不填。"),
        ]
    }

    fn identity(&self) -> &'static [&'static str] {
        &["date"]
    }

    fn parse(&self, row: &mut RowReader<'_>) -> Option<HolidayRow> {
        let date = row.required("date", cell::date);
        let kind = row.required("kind", |cell| cell::one_of(cell, &WORDS));
        let name = row.optional("name", cell::text);
        Some(HolidayRow { date: date?, kind: kind?, name: name? })
    }

    fn cells(&self, row: &HolidayRow) -> Vec<Out> {
        let kind = match row.kind {
            DayKind::Holiday => "放假",
            DayKind::Working => "补班",
        };
        vec![Out::Date(row.date), Out::Text(kind.to_owned()), Out::text(row.name.as_ref())]
    }
}
