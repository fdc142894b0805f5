//! Opportunities (商机): taken in to register them, given out with where they stand.

use crate::cell;
use crate::kind::{Column, Kind, Need, Out, RowReader, Shape};
use chrono::NaiveDate;
use domain::kernel::{StaffNo, UnitCode, Yuan};
use domain::opportunity::{Finder, choices};

/// One opportunity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpportunityRow {
    /// 商机编号; `None` of one that is not registered yet.
    pub opportunity: Option<String>,
    /// 单位代码.
    pub unit: UnitCode,
    /// 项目名称.
    pub title: String,
    /// 客户名称.
    pub customer: String,
    /// 商机分类.
    pub class: String,
    /// 商机来源.
    pub source: Option<String>,
    /// 发现人.
    pub finder: Finder,
    /// 客户经理或行业经理; `None` where the name was erased.
    pub manager: Option<String>,
    /// 预计金额.
    pub amount: Option<Yuan>,
    /// 预计成交日期.
    pub expected_on: Option<NaiveDate>,
    /// 支撑人员.
    pub engineer: Option<StaffNo>,
    /// 线索日期.
    pub found_on: NaiveDate,
    /// Where it stands. Given out, and not taken in.
    pub standing: OpportunityCells,
}

/// Where an opportunity stands, as it is given out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpportunityCells {
    /// 阶段.
    pub stage: Option<String>,
    /// 结果.
    pub outcome: Option<String>,
    /// 结束日期.
    pub concluded_on: Option<NaiveDate>,
    /// 成交金额.
    pub deal: Option<Yuan>,
    /// 支撑人员's name.
    pub engineer_name: Option<String>,
}

/// The kind `opportunities`.
#[derive(Clone, Copy, Debug)]
pub struct Opportunities;

const FINDERS: [(Finder, &str, &str); 3] = [
    (Finder::AccountManager, "客户经理", "accountManager"),
    (Finder::IndustryManager, "行业经理", "industryManager"),
    (Finder::Engineer, "支撑人员", "engineer"),
];

impl Kind for Opportunities {
    type Row = OpportunityRow;

    fn sheet_name(&self) -> &'static str {
        "商机"
    }

    fn columns(&self) -> Vec<Column> {
        use Need::{Optional, Required};
        let words = |list: &'static [String]| Shape::Choice(list.iter().map(String::as_str).collect());
        let finders = Shape::Choice(FINDERS.iter().map(|(_, chinese, _)| *chinese).collect());
        let told =
            |key, heading, shape| Column::new(key, heading, Optional, shape, "导出时填写，导入时不读。");
        vec![
            Column::new(
                "opportunity",
                "商机编号",
                Optional,
                Shape::Text(12),
                "新登记的不填，由程序编号；已登记的原样留着，不会改动。",
            ),
            Column::new("unit", "单位代码", Required, Shape::Text(8), "所在用人单位的代码，须已在单位表中。"),
            Column::new("title", "项目名称", Required, Shape::Text(24), "不超过 100 字。"),
            Column::new(
                "customer",
                "客户名称",
                Required,
                Shape::Text(16),
                "已登记的客户按名称查找；没有的自动登记。",
            ),
            Column::new("class", "商机分类", Required, words(&choices().classes), "从列表中选。"),
            Column::new("source", "商机来源", Optional, words(&choices().sources), "可不填。"),
            Column::new("finder", "发现人", Optional, finders, "空着的按“客户经理”。"),
            Column::new("manager", "客户经理或行业经理", Optional, Shape::Text(8), "姓名；新登记的必填。"),
            Column::new("amount", "预计金额", Optional, Shape::Money, "元，可不填。"),
            Column::new("expected_on", "预计成交日期", Optional, Shape::Date, "可不填。"),
            Column::new(
                "engineer",
                "支撑人员工号",
                Optional,
                Shape::Text(8),
                "须在该单位在岗；成功率按此人统计。",
            ),
            Column::new("found_on", "线索日期", Required, Shape::Date, "如 2026-10-12，不晚于今天。"),
            told("stage", "阶段", Shape::Text(10)),
            told("outcome", "结果", Shape::Text(6)),
            told("concluded_on", "结束日期", Shape::Date),
            told("deal", "成交金额", Shape::Money),
            told("engineer_name", "支撑人员姓名", Shape::Text(8)),
        ]
    }

    fn identity(&self) -> &'static [&'static str] {
        &["unit", "opportunity"]
    }

    // What is registered is not changed by a file: the rest of such a row only helps the reader.
    fn beside(&self) -> &'static [&'static str] {
        &[
            "title",
            "customer",
            "class",
            "source",
            "finder",
            "manager",
            "amount",
            "expected_on",
            "engineer",
            "found_on",
            "stage",
            "outcome",
            "concluded_on",
            "deal",
            "engineer_name",
        ]
    }

    fn parse(&self, row: &mut RowReader<'_>) -> Option<OpportunityRow> {
        let opportunity = row.optional("opportunity", cell::short_text);
        let unit = row.required("unit", cell::unit_code);
        let title = row.required("title", cell::text);
        let customer = row.required("customer", cell::text);
        let class = row.required("class", cell::short_text);
        let source = row.optional("source", cell::short_text);
        let finder = row.optional("finder", |cell| cell::one_of(cell, &FINDERS));
        let manager = row.optional("manager", cell::short_text);
        let amount = row.optional("amount", cell::yuan);
        let expected_on = row.optional("expected_on", cell::date);
        let engineer = row.optional("engineer", cell::staff_no);
        let found_on = row.required("found_on", cell::date);
        Some(OpportunityRow {
            opportunity: opportunity?,
            unit: unit?,
            title: title?,
            customer: customer?,
            class: class?,
            source: source?,
            finder: finder?.unwrap_or(Finder::AccountManager),
            manager: manager?,
            amount: amount?,
            expected_on: expected_on?,
            engineer: engineer?,
            found_on: found_on?,
            standing: OpportunityCells::default(),
        })
    }

    fn cells(&self, row: &OpportunityRow) -> Vec<Out> {
        let day = |day: Option<NaiveDate>| day.map_or(Out::Blank, Out::Date);
        let yuan = |amount: Option<Yuan>| amount.map_or(Out::Blank, |amount| Out::Number(amount.decimal()));
        let finder = FINDERS.iter().find(|(known, ..)| *known == row.finder).map(|(_, chinese, _)| chinese);
        let stands = &row.standing;
        vec![
            Out::text(row.opportunity.as_ref()),
            Out::Text(row.unit.to_string()),
            Out::Text(row.title.clone()),
            Out::Text(row.customer.clone()),
            Out::Text(row.class.clone()),
            Out::text(row.source.as_ref()),
            Out::text(finder),
            Out::text(row.manager.as_ref()),
            yuan(row.amount),
            day(row.expected_on),
            Out::text(row.engineer.as_ref()),
            Out::Date(row.found_on),
            Out::text(stands.stage.as_ref()),
            Out::text(stands.outcome.as_ref()),
            day(stands.concluded_on),
            yuan(stands.deal),
            Out::text(stands.engineer_name.as_ref()),
        ]
    }
}
