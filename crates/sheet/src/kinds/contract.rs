//! The service contract and its fee bases, one row for each quarter.

use crate::cell;
use crate::kind::{Column, Kind, Need, Out, RowReader, Shape};
use chrono::NaiveDate;
use domain::kernel::{ContractNo, Quarter, TaxRate, Yuan};

/// The fee base of one quarter under one contract.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContractRow {
    /// 合同号.
    pub no: ContractNo,
    /// 甲方.
    pub client: String,
    /// 乙方.
    pub provider: String,
    /// 生效: first day.
    pub from: NaiveDate,
    /// 截止: last day.
    pub to: NaiveDate,
    /// 季度.
    pub quarter: Quarter,
    /// 含税金额 of the quarter, yuan.
    pub amount: Yuan,
    /// 税率.
    pub tax_rate: TaxRate,
}

/// The kind `contract`.
#[derive(Clone, Copy, Debug)]
pub struct Contracts;

impl Kind for Contracts {
    type Row = ContractRow;

    fn sheet_name(&self) -> &'static str {
        "合同"
    }

    fn columns(&self) -> Vec<Column> {
        use Need::Required;
        vec![
            Column::new("no", "合同号", Required, Shape::Text(14), "合同编号。"),
            Column::new("client", "甲方", Required, Shape::Text(16), "甲方全称。"),
            Column::new("provider", "乙方", Required, Shape::Text(16), "乙方全称。"),
            Column::new("from", "生效", Required, Shape::Date, "合同第一天，如 2026-01-01。"),
            Column::new("to", "截止", Required, Shape::Date, "合同最后一天。"),
            Column::new("quarter", "季度", Required, Shape::Text(6), "如 2026Q3；每个季度一行。"),
            Column::new(
                "amount",
                "含税金额",
                Required,
                Shape::Money,
                "该季度服务费基数，含税，单位元，最多两位小数。",
            ),
            Column::new("tax_rate", "税率", Required, Shape::Rate, "6% 或 0.06。"),
        ]
    }

    fn identity(&self) -> &'static [&'static str] {
        &["quarter"]
    }

    fn parse(&self, row: &mut RowReader<'_>) -> Option<ContractRow> {
        let no = row.required("no", cell::contract_no);
        let client = row.required("client", cell::text);
        let provider = row.required("provider", cell::text);
        let from = row.required("from", cell::date);
        let to = row.required("to", cell::date);
        let quarter = row.required("quarter", cell::quarter);
        let amount = row.required("amount", cell::yuan);
        let tax_rate = row.required("tax_rate", cell::tax_rate);
        Some(ContractRow {
            no: no?,
            client: client?,
            provider: provider?,
            from: from?,
            to: to?,
            quarter: quarter?,
            amount: amount?,
            tax_rate: tax_rate?,
        })
    }

    fn cells(&self, row: &ContractRow) -> Vec<Out> {
        vec![
            Out::Text(row.no.to_string()),
            Out::Text(row.client.clone()),
            Out::Text(row.provider.clone()),
            Out::Date(row.from),
            Out::Date(row.to),
            Out::Text(row.quarter.to_string()),
            Out::Number(row.amount.decimal()),
            Out::Number(row.tax_rate.decimal()),
        ]
    }
}
