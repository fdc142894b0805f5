//! What the computation answers: every number with the level below it.

use super::blocker::{Blocker, Warning};
use super::input::Adjustment;
use crate::kernel::{Exact, Month, Quarter, Score, StaffNo, TaxRate, TaxSplit, UnitCode, Yuan};
use crate::organisation::Group;
use crate::rulebook::BandKind;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// Where a settlement stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Status {
    /// Computed from what is on record now.
    Draft,
    /// Made official (审定).
    Final,
    /// Signed by both parties and accepted.
    Closed,
}

/// A person's month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PersonResult {
    /// 工号.
    pub staff_no: StaffNo,
    /// 得分, points; `None` where none is on record.
    pub score: Option<Score>,
    /// Whether it enters the unit's month: given, due, not declared away, and not a probation score left out.
    pub counted: bool,
    /// 试用.
    pub probation: bool,
    /// 本月不评分.
    pub not_assessed: bool,
}

/// A unit's month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MonthResult {
    /// Which.
    pub month: Month,
    /// Mean of the persons counted; `None` where nobody is, or somebody is missing.
    pub score: Option<Exact>,
    /// 人数: persons counted.
    pub headcount: u32,
    /// 本月无在岗人员.
    pub no_engineer: bool,
    /// Reviewed and closed.
    pub closed: bool,
    /// Persons by staff number.
    pub people: Vec<PersonResult>,
}

/// A unit's quarter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UnitResult {
    /// 单位代码.
    pub code: UnitCode,
    /// 单位名称.
    pub name: String,
    /// 类别.
    pub group: Group,
    /// Mean of its months; `None` where it cannot be computed.
    pub score: Option<Exact>,
    /// Reason of 不纳入考核.
    pub exempt: Option<String>,
    /// Its three months.
    pub months: Vec<MonthResult>,
}

/// A group's quarter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GroupResult {
    /// Which.
    pub kind: Group,
    /// The weight applied: the rule set's, 1 where the other group is wholly exempt, 0 where this one is.
    pub weight: Decimal,
    /// Mean of its units.
    pub score: Option<Exact>,
    /// Units in the denominator.
    pub counted: u32,
    /// Units left out.
    pub exempt: u32,
    /// Its units by code.
    pub units: Vec<UnitResult>,
}

/// A quarter, worked out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Settlement {
    /// Which.
    pub quarter: Quarter,
    /// Version of the rule set applied.
    pub rule_set: u32,
    /// Version of the rubric applied.
    pub rubric: u32,
    /// Whether probation scores count.
    pub probation_counts: bool,
    /// Provincial first.
    pub groups: Vec<GroupResult>,
    /// Before rounding.
    pub overall_exact: Option<Exact>,
    /// Rounded to 2 decimals, half up: what decides.
    pub overall: Option<Decimal>,
    /// 支付系数, 4 decimals.
    pub coefficient: Option<Decimal>,
    /// Which band.
    pub band: Option<BandKind>,
    /// 税率.
    pub tax_rate: Option<TaxRate>,
    /// 当季度全部服务费.
    pub fee_base: Option<TaxSplit>,
    /// The quarter's own fee.
    pub fee_payable: Option<TaxSplit>,
    /// Lines carried in from other quarters.
    pub adjustments: Vec<Adjustment>,
    /// Already paid for this quarter, yuan.
    pub paid: Yuan,
    /// Payable + adjustments − paid; negative is 扣回.
    pub amount_due: Option<TaxSplit>,
    /// Consecutive quarters below the threshold up to this one.
    pub consecutive_below: u32,
    /// Whether the client may end the contract, once this quarter is final (§7.3).
    pub termination_right: bool,
    /// What keeps it from becoming final.
    pub blockers: Vec<Blocker>,
    /// What a reader should know.
    pub warnings: Vec<Warning>,
}
