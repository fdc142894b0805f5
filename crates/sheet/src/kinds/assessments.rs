//! Monthly assessments (月度考核): a total score, or points for each item of the rubric.

use crate::cell::{self, Cell};
use crate::kind::{Column, Kind, Need, Out, RowReader, Shape};
use crate::{Expected, grid::Raw};
use domain::kernel::{Month, Score, StaffNo, UnitCode};
use rust_decimal::Decimal;

/// One rubric item as a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The item's code: the column's heading.
    pub code: String,
    /// The item's name, shown above the code in a month workbook.
    pub name: String,
    /// How it is scored, for the notes sheet.
    pub guidance: String,
    /// Points or veto.
    pub kind: ItemKind,
}

/// What stands in an item's cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemKind {
    /// Points within these limits; a deduction's `most` is 0.
    Points {
        /// Least points.
        least: Decimal,
        /// Most points.
        most: Decimal,
    },
    /// 一票否决: 是 makes the month 0. Read as 1 for 是 and 0 for 否.
    Veto,
}

/// What an assessment says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// The month's score.
    Total(Score),
    /// Points by item code, in the order of the rubric; empty cells are left out. Whether all items are there, and within
    /// their limits, is for the rules.
    Items(Vec<(String, Decimal)>),
}

/// One engineer's month in one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AssessmentRow {
    /// 月份.
    pub month: Month,
    /// 单位代码.
    pub unit: UnitCode,
    /// 工号.
    pub staff_no: StaffNo,
    /// 姓名, for the reader's eye: an import goes by the staff number.
    pub name: Option<String>,
    /// The score or the items.
    pub content: Content,
    /// 说明.
    pub note: Option<String>,
}

/// The kind `assessments`, with the items of the rubric in force.
#[derive(Clone, Debug, Default)]
pub struct Assessments {
    /// The rubric's items in their order.
    pub items: Vec<Item>,
}

const YES_NO: [(bool, &str, &str); 2] = [(true, "是", "yes"), (false, "否", "no")];

impl Kind for Assessments {
    type Row = AssessmentRow;

    fn sheet_name(&self) -> &'static str {
        "考核"
    }

    fn columns(&self) -> Vec<Column> {
        use Need::{Ignored, Optional, Required};
        let mut columns = vec![
            Column::new("month", "月份", Required, Shape::Text(6), "如 2026-07。"),
            Column::new("unit", "单位代码", Required, Shape::Text(8), "考核单位的代码。"),
            Column::new("staff_no", "工号", Required, Shape::Text(8), "被考核人员的工号。"),
            Column::new("name", "姓名", Optional, Shape::Text(8), "便于核对，导入时以工号为准。"),
            Column::new(
                "score",
                "得分",
                Optional,
                Shape::Number,
                "0 至 100，最多四位小数；填了各评分项的不填此列。",
            ),
        ];
        columns.extend(self.items.iter().map(|item| Column {
            key: item.code.clone().into(),
            heading: item.code.clone().into(),
            need: Optional,
            shape: match item.kind {
                ItemKind::Points { .. } => Shape::Number,
                ItemKind::Veto => Shape::Choice(vec!["是", "否"]),
            },
            note: format!("{}：{}", item.name, item.guidance).into(),
        }));
        columns.push(Column::new(
            "sum",
            "合计",
            Ignored,
            Shape::Number,
            "各评分项之和，仅供查看，导入时不读。",
        ));
        columns.push(Column::new("note", "说明", Optional, Shape::Text(24), "扣分原因等，可不填。"));
        columns
    }

    fn missing(&self, present: &[&str]) -> Vec<String> {
        let mut missing: Vec<String> = [("month", "月份"), ("unit", "单位代码"), ("staff_no", "工号")]
            .into_iter()
            .filter(|(key, _)| !present.contains(key))
            .map(|(_, heading)| heading.to_owned())
            .collect();
        let scored =
            present.contains(&"score") || self.items.iter().any(|item| present.contains(&item.code.as_str()));
        if !scored {
            missing.push("得分".to_owned());
        }
        missing
    }

    fn identity(&self) -> &'static [&'static str] {
        &["month", "unit", "staff_no"]
    }

    fn beside(&self) -> &'static [&'static str] {
        &["name"]
    }

    fn parse(&self, row: &mut RowReader<'_>) -> Option<AssessmentRow> {
        let month = row.required("month", cell::month);
        let unit = row.required("unit", cell::unit_code);
        let staff_no = row.required("staff_no", cell::staff_no);
        let name = row.optional("name", cell::text);
        let content = self.content(row);
        let note = row.optional("note", cell::text);
        Some(AssessmentRow {
            month: month?,
            unit: unit?,
            staff_no: staff_no?,
            name: name?,
            content: content?,
            note: note?,
        })
    }

    fn cells(&self, row: &AssessmentRow) -> Vec<Out> {
        let points = |code: &str| match &row.content {
            Content::Total(_) => None,
            Content::Items(items) => items.iter().find(|(c, _)| c == code).map(|(_, points)| *points),
        };
        let mut cells = vec![
            Out::Text(row.month.to_string()),
            Out::Text(row.unit.to_string()),
            Out::Text(row.staff_no.to_string()),
            Out::text(row.name.as_ref()),
            match &row.content {
                Content::Total(score) => Out::Number(score.decimal()),
                Content::Items(_) => Out::Blank,
            },
        ];
        cells.extend(self.items.iter().map(|item| match (points(&item.code), item.kind) {
            (None, _) => Out::Blank,
            (Some(points), ItemKind::Points { .. }) => Out::Number(points),
            (Some(points), ItemKind::Veto) => {
                Out::Text(if points.is_zero() { "否" } else { "是" }.to_owned())
            }
        }));
        cells.push(Out::Blank);
        cells.push(Out::text(row.note.as_ref()));
        cells
    }
}

impl Assessments {
    /// Either the total or the items of a row. Where both stand, which of them holds is not for a program to guess.
    fn content(&self, row: &mut RowReader<'_>) -> Option<Content> {
        let filled = self.items.iter().any(|item| row.has(&item.code));
        if !filled {
            // An empty row of a file that only has items lacks its first item.
            let column = self.items.iter().find(|item| row.has_column(&item.code));
            return match column {
                Some(item) if !row.has_column("score") => {
                    row.refuse(&item.code, Expected::Present);
                    None
                }
                _ => row.required("score", cell::score).map(Content::Total),
            };
        }
        let parsed: Vec<_> = self
            .items
            .iter()
            .map(|item| (item, row.optional(&item.code, |cell| points(item.kind, cell))))
            .collect();
        if row.has("score") {
            row.refuse("score", Expected::TotalOrItems);
            return None;
        }
        let mut items = Vec::new();
        for (item, points) in parsed {
            items.extend(points?.map(|points| (item.code.clone(), points)));
        }
        Some(Content::Items(items))
    }
}

fn points(kind: ItemKind, cell: Cell<'_>) -> Result<Decimal, Expected> {
    match (kind, cell.raw) {
        (ItemKind::Points { .. }, _) => cell::points(cell),
        (ItemKind::Veto, Raw::Truth(veto)) => Ok(Decimal::from(u8::from(*veto))),
        (ItemKind::Veto, Raw::Number(number)) if number == "0" || number == "1" => cell::points(cell),
        (ItemKind::Veto, _) => cell::one_of(cell, &YES_NO).map(|veto| Decimal::from(u8::from(veto))),
    }
}
