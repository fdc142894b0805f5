//! Pre-sales support staff (售前支撑人员).

use crate::cell;
use crate::kind::{Column, Kind, Need, Out, RowReader, Shape};
use chrono::NaiveDate;
use domain::kernel::{StaffNo, UnitCode};

/// One engineer in one unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonRow {
    /// 工号.
    pub staff_no: StaffNo,
    /// 姓名.
    pub name: String,
    /// 单位代码.
    pub unit: UnitCode,
    /// 到岗日期.
    pub arrived_on: NaiveDate,
    /// 离岗日期; `None` while on duty.
    pub left_on: Option<NaiveDate>,
    /// 岗位.
    pub post: Option<String>,
    /// 手机.
    pub phone: Option<String>,
    /// 其他联系方式, such as a mail address; `None` says nothing about it.
    pub contact: Option<String>,
    /// 技能; empty says nothing about them.
    pub skills: Vec<String>,
}

/// The kind `people`.
#[derive(Clone, Copy, Debug)]
pub struct People;

impl Kind for People {
    type Row = PersonRow;

    fn sheet_name(&self) -> &'static str {
        "人员"
    }

    fn columns(&self) -> Vec<Column> {
        use Need::{Optional, Required};
        vec![
            Column::new(
                "staff_no",
                "工号",
                Required,
                Shape::Text(8),
                "每人一个，不重复；以 0 开头的请保持文本格式。",
            ),
            Column::new("name", "姓名", Required, Shape::Text(8), "姓名。"),
            Column::new("unit", "单位代码", Required, Shape::Text(8), "所在用人单位的代码，须已在单位表中。"),
            Column::new("arrived_on", "到岗日期", Required, Shape::Date, "如 2026-07-01。"),
            Column::new("left_on", "离岗日期", Optional, Shape::Date, "在岗的不填。"),
            Column::new("post", "岗位", Optional, Shape::Text(10), "可不填。"),
            Column::new("phone", "手机", Optional, Shape::Text(10), "可不填。"),
            Column::new("contact", "其他联系方式", Optional, Shape::Text(16), "如邮箱；空着的不改。"),
            Column::new("skills", "技能", Optional, Shape::Text(16), "多项用顿号隔开；空着的不改。"),
        ]
    }

    fn identity(&self) -> &'static [&'static str] {
        &["staff_no", "unit", "arrived_on"]
    }

    fn kept_where_blank(&self) -> &'static [&'static str] {
        &["post", "phone", "contact", "skills"]
    }

    fn parse(&self, row: &mut RowReader<'_>) -> Option<PersonRow> {
        let staff_no = row.required("staff_no", cell::staff_no);
        let name = row.required("name", cell::text);
        let unit = row.required("unit", cell::unit_code);
        let arrived_on = row.required("arrived_on", cell::date);
        let left_on = row.optional("left_on", cell::date);
        let post = row.optional("post", cell::text);
        let phone = row.optional("phone", cell::phone);
        let contact = row.optional("contact", cell::short_text);
        let skills = row.optional("skills", cell::skills);
        Some(PersonRow {
            staff_no: staff_no?,
            name: name?,
            unit: unit?,
            arrived_on: arrived_on?,
            left_on: left_on?,
            post: post?,
            phone: phone?,
            contact: contact?,
            skills: skills?.unwrap_or_default(),
        })
    }

    fn cells(&self, row: &PersonRow) -> Vec<Out> {
        vec![
            Out::Text(row.staff_no.to_string()),
            Out::Text(row.name.clone()),
            Out::Text(row.unit.to_string()),
            Out::Date(row.arrived_on),
            row.left_on.map_or(Out::Blank, Out::Date),
            Out::text(row.post.as_ref()),
            Out::text(row.phone.as_ref()),
            Out::text(row.contact.as_ref()),
            Out::text(Some(row.skills.join("、")).filter(|list| !list.is_empty()).as_ref()),
        ]
    }
}
