//! Customers (客户): registered and brought up to date from a file, given out with what hangs on each.

use crate::cell;
use crate::kind::{Column, Kind, Need, Out, RowReader, Shape};
use domain::customer::choices;
use domain::kernel::UnitCode;

/// One customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerRow {
    /// 客户编号; `None` of one that is found by its name, or not registered yet.
    pub customer: Option<String>,
    /// 单位代码.
    pub unit: UnitCode,
    /// 客户名称.
    pub name: String,
    /// 行业; `None` says nothing about it, and so below.
    pub sector: Option<String>,
    /// 客户级别.
    pub grade: Option<String>,
    /// 地址.
    pub address: Option<String>,
    /// 电话.
    pub phone: Option<String>,
    /// 传真.
    pub fax: Option<String>,
    /// 主营业务.
    pub business: Option<String>,
    /// 需求与注意事项.
    pub needs: Option<String>,
    /// People who are there, opportunities that run and that were won, tickets. Given out, and not taken in.
    pub counts: Option<[u32; 4]>,
}

/// The kind `customers`.
#[derive(Clone, Copy, Debug)]
pub struct Customers;

/// Headings of what is given out and not taken in.
const COUNTS: [(&str, &str); 4] =
    [("contacts", "联系人数"), ("open", "在跟商机数"), ("won", "成功商机数"), ("tickets", "工单数")];

impl Kind for Customers {
    type Row = CustomerRow;

    fn sheet_name(&self) -> &'static str {
        "客户"
    }

    fn columns(&self) -> Vec<Column> {
        use Need::{Optional, Required};
        let words = |list: &'static [String]| Shape::Choice(list.iter().map(String::as_str).collect());
        let kept = "可不填；空着的不改。";
        let mut columns = vec![
            Column::new(
                "customer",
                "客户编号",
                Optional,
                Shape::Text(10),
                "新登记的不填，由程序编号；已登记的原样留着，或不填、按客户名称查找。",
            ),
            Column::new("unit", "单位代码", Required, Shape::Text(8), "所在用人单位的代码，须已在单位表中。"),
            Column::new("name", "客户名称", Required, Shape::Text(20), "单位全称，不超过 100 字。"),
            Column::new("sector", "行业", Optional, words(&choices().sectors), kept),
            Column::new("grade", "客户级别", Optional, words(&choices().grades), kept),
            Column::new("address", "地址", Optional, Shape::Text(20), kept),
            Column::new("phone", "电话", Optional, Shape::Text(10), kept),
            Column::new("fax", "传真", Optional, Shape::Text(10), kept),
            Column::new("business", "主营业务", Optional, Shape::Text(16), kept),
            Column::new("needs", "需求与注意事项", Optional, Shape::Text(24), kept),
        ];
        columns.extend(COUNTS.map(|(key, heading)| {
            Column::new(key, heading, Optional, Shape::Text(6), "导出时填写，导入时不读。")
        }));
        columns
    }

    fn identity(&self) -> &'static [&'static str] {
        &["unit", "customer"]
    }

    fn beside(&self) -> &'static [&'static str] {
        &["contacts", "open", "won", "tickets"]
    }

    fn kept_where_blank(&self) -> &'static [&'static str] {
        &["sector", "grade", "address", "phone", "fax", "business", "needs"]
    }

    fn parse(&self, row: &mut RowReader<'_>) -> Option<CustomerRow> {
        let customer = row.optional("customer", cell::short_text);
        let unit = row.required("unit", cell::unit_code);
        let name = row.required("name", cell::text);
        let sector = row.optional("sector", cell::short_text);
        let grade = row.optional("grade", cell::short_text);
        let address = row.optional("address", cell::text);
        let phone = row.optional("phone", cell::phone);
        let fax = row.optional("fax", cell::phone);
        let business = row.optional("business", cell::text);
        let needs = row.optional("needs", cell::text);
        Some(CustomerRow {
            customer: customer?,
            unit: unit?,
            name: name?,
            sector: sector?,
            grade: grade?,
            address: address?,
            phone: phone?,
            fax: fax?,
            business: business?,
            needs: needs?,
            counts: None,
        })
    }

    fn cells(&self, row: &CustomerRow) -> Vec<Out> {
        let mut cells = vec![
            Out::text(row.customer.as_ref()),
            Out::Text(row.unit.to_string()),
            Out::Text(row.name.clone()),
            Out::text(row.sector.as_ref()),
            Out::text(row.grade.as_ref()),
            Out::text(row.address.as_ref()),
            Out::text(row.phone.as_ref()),
            Out::text(row.fax.as_ref()),
            Out::text(row.business.as_ref()),
            Out::text(row.needs.as_ref()),
        ];
        let counts = row.counts.map(|counts| counts.map(Some)).unwrap_or_default();
        cells.extend(counts.map(|count| count.map_or(Out::Blank, |count| Out::Number(count.into()))));
        cells
    }
}
