//! Forms of one type, a row each: sent out empty to be filled in, and taken in again. The columns follow the type.

use crate::cell;
use crate::kind::{Column, Kind, Need, Out, RowReader, Shape};
use chrono::NaiveDate;
use domain::kernel::StaffNo;
use std::collections::BTreeMap;

/// A field of the type as a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormColumn {
    /// Its code.
    pub code: String,
    /// Its heading.
    pub label: String,
    /// What may be chosen; empty where anything may be written.
    pub choices: Vec<String>,
}

/// One form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormRow {
    /// 标题.
    pub title: String,
    /// 日期.
    pub on: NaiveDate,
    /// 客户.
    pub customer: Option<String>,
    /// 工号.
    pub engineer: Option<StaffNo>,
    /// 工单号.
    pub ticket: Option<String>,
    /// Fields by code, as written.
    pub fields: BTreeMap<String, String>,
}

/// Forms of one type.
#[derive(Clone, Debug)]
pub struct FormSheet {
    /// The type's fields.
    pub fields: Vec<FormColumn>,
}

/// What stands before a field's code, so that no field is taken for another column.
const FIELD: &str = "field.";

impl FormSheet {
    fn key(field: &FormColumn) -> String {
        format!("{FIELD}{}", field.code)
    }

    /// What may be chosen in each column, for a template.
    #[must_use]
    pub fn choices(&self) -> Vec<(String, Vec<String>)> {
        let with = self.fields.iter().filter(|field| !field.choices.is_empty());
        with.map(|field| (Self::key(field), field.choices.clone())).collect()
    }
}

impl Kind for FormSheet {
    type Row = FormRow;

    fn sheet_name(&self) -> &'static str {
        "表单"
    }

    fn columns(&self) -> Vec<Column> {
        use Need::{Optional, Required};
        let mut columns = vec![
            Column::new("title", "标题", Required, Shape::Text(20), "用一句话说明，不超过 100 字。"),
            Column::new("on", "日期", Required, Shape::Date, "如 2026-10-12，不晚于今天。"),
            Column::new("customer", "客户", Optional, Shape::Text(16), "客户单位的名称。"),
            Column::new("engineer", "工号", Optional, Shape::Text(8), "售前支撑人员的工号。"),
            Column::new("ticket", "工单号", Optional, Shape::Text(14), "与工单有关的填写。"),
        ];
        columns.extend(self.fields.iter().map(|field| Column {
            key: Self::key(field).into(),
            heading: field.label.clone().into(),
            need: Optional,
            shape: Shape::Text(14),
            note: if field.choices.is_empty() {
                "按表单的要求填写。".into()
            } else {
                format!("填写其中之一：{}。", field.choices.join("、")).into()
            },
        }));
        columns
    }

    fn identity(&self) -> &'static [&'static str] {
        &["title", "on", "customer"]
    }

    fn parse(&self, row: &mut RowReader<'_>) -> Option<FormRow> {
        let title = row.required("title", cell::text);
        let on = row.required("on", cell::date);
        let customer = row.optional("customer", cell::text);
        let engineer = row.optional("engineer", cell::staff_no);
        let ticket = row.optional("ticket", cell::short_text);
        let mut fields = BTreeMap::new();
        let mut sound = true;
        for field in &self.fields {
            match row.optional(&Self::key(field), cell::text) {
                Some(text) => fields.extend(text.map(|text| (field.code.clone(), text))),
                None => sound = false,
            }
        }
        let row = FormRow {
            title: title?,
            on: on?,
            customer: customer?,
            engineer: engineer?,
            ticket: ticket?,
            fields,
        };
        sound.then_some(row)
    }

    fn cells(&self, row: &FormRow) -> Vec<Out> {
        let mut cells = vec![
            Out::Text(row.title.clone()),
            Out::Date(row.on),
            Out::text(row.customer.as_ref()),
            Out::text(row.engineer.as_ref()),
            Out::text(row.ticket.as_ref()),
        ];
        cells.extend(self.fields.iter().map(|field| Out::text(row.fields.get(&field.code))));
        cells
    }
}
