//! Employing units (用人单位).

use crate::cell;
use crate::kind::{Column, Kind, Need, Out, RowReader, Shape};
use domain::kernel::UnitCode;
use domain::organisation::Group;

/// 单位类别, as a file says it.
const GROUPS: [(Group, &str, &str); 2] =
    [(Group::Provincial, "省级", "provincial"), (Group::City, "市州", "city")];

/// One unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitRow {
    /// 单位代码.
    pub code: UnitCode,
    /// 单位名称.
    pub name: String,
    /// 类别.
    pub group: Group,
    /// 负责人.
    pub manager: Option<String>,
}

/// The kind `units`.
#[derive(Clone, Copy, Debug)]
pub struct Units;

impl Kind for Units {
    type Row = UnitRow;

    fn sheet_name(&self) -> &'static str {
        "单位"
    }

    fn columns(&self) -> Vec<Column> {
        use Need::{Optional, Required};
        vec![
            Column::new(
                "code",
                "单位代码",
                Required,
                Shape::Text(8),
                "每个单位一个，不重复，不含空格，最多 40 个字符。",
            ),
            Column::new("name", "单位名称", Required, Shape::Text(20), "单位全称。"),
            Column::new(
                "group",
                "类别",
                Required,
                Shape::Choice(vec!["省级", "市州"]),
                "省级 或 市州，决定结算时的权重。",
            ),
            Column::new("manager", "负责人", Optional, Shape::Text(8), "单位负责人姓名，可不填。"),
        ]
    }

    fn identity(&self) -> &'static [&'static str] {
        &["code"]
    }

    fn parse(&self, row: &mut RowReader<'_>) -> Option<UnitRow> {
        let code = row.required("code", cell::unit_code);
        let name = row.required("name", cell::text);
        let group = row.required("group", |cell| cell::one_of(cell, &GROUPS));
        let manager = row.optional("manager", cell::text);
        Some(UnitRow { code: code?, name: name?, group: group?, manager: manager? })
    }

    fn cells(&self, row: &UnitRow) -> Vec<Out> {
        vec![
            Out::Text(row.code.to_string()),
            Out::Text(row.name.clone()),
            Out::text(GROUPS.iter().find(|(group, ..)| *group == row.group).map(|(_, word, _)| word)),
            Out::text(row.manager.as_ref()),
        ]
    }
}
