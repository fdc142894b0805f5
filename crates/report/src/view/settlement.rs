//! 季度考核与服务费结算报告: the province's report on one quarter.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{DocumentHead, Invoice, Money, MoneyLine, PartySignatory, Payment, Responsible};

/// One unit's quarter, a row of the table of units.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UnitResult {
    /// Rank by quarter score; empty when the unit is not assessed.
    pub rank: String,
    /// 单位类别: 省级, 市州分公司.
    pub group: String,
    /// Name of the unit.
    pub name: String,
    /// Scores of the three months with two decimals; `—` for a month left out.
    pub months: [String; 3],
    /// Score of the quarter with two decimals.
    pub quarter: String,
    /// People assessed in each month: `5 / 5 / 6`.
    pub head_counts: String,
    /// 已确认, 不纳入考核 … and whatever must be remarked.
    pub state: String,
}

/// One group's part of the overall score.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GroupResult {
    /// 省级, 市州分公司
    pub name: String,
    /// Units that count, and how many there are: `21（共 22 个，1 个不纳入考核）`.
    pub units: String,
    /// Mean of its units' scores with two decimals.
    pub mean: String,
    /// `20%`
    pub weight: String,
    /// Mean times weight with two decimals.
    pub weighted: String,
}

/// A step of the calculation with the numbers put in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FormulaLine {
    /// What is computed: 综合得分.
    pub name: String,
    /// `90.00 × 20% ＋ 88.00 × 80% ＝ 88.40`
    pub formula: String,
}

/// A score that the fee turns on, drawn as a line across both charts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Threshold {
    /// Points.
    pub score: Decimal,
    /// What happens there, in a few words: 全额线.
    pub label: String,
}

/// One quarter of the trend.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TrendPoint {
    /// `2026Q3`
    pub quarter: String,
    /// Overall score; none for a quarter that was not settled.
    pub score: Option<Decimal>,
}

/// A bar of the ranking.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RankedUnit {
    /// Name of the unit.
    pub name: String,
    /// Score of the quarter.
    pub score: Decimal,
    /// The score as it is printed.
    pub words: String,
}

/// A unit that is left out of the quarter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ExemptUnit {
    /// Name of the unit.
    pub name: String,
    /// Why, and on which paper it rests.
    pub reason: String,
    /// Who declared it and who agreed, with dates.
    pub declared: String,
}

/// Who confirmed a unit's result for each party, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UnitConfirmation {
    /// Name of the unit.
    pub unit: String,
    /// For the client: name, time, 代录 where somebody else recorded it.
    pub client: String,
    /// For the provider, likewise.
    pub provider: String,
}

/// One person's month in one unit, for the annex.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AnnexPerson {
    /// Name of the unit. Rows of the same unit that follow each other stand under one heading.
    pub unit: String,
    /// 工号
    pub staff_no: String,
    /// Name of the person.
    pub name: String,
    /// `2026-07`
    pub month: String,
    /// Score with six decimals.
    pub score: String,
    /// The items with their points: `服务态度 18/20；方案质量 …`.
    pub items: String,
}

/// A deduction with its ground.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Deduction {
    /// Name of the unit.
    pub unit: String,
    /// `2026-07`
    pub month: String,
    /// 工号
    pub staff_no: String,
    /// Name of the person.
    pub name: String,
    /// The rubric's item.
    pub item: String,
    /// Points taken off: `-2.00`.
    pub points: String,
    /// Why.
    pub reason: String,
    /// What shows it: a ticket, a document, a day of attendance.
    pub evidence: String,
    /// Clause of the rubric: `§6.4`.
    pub clause: String,
}

/// An item's points that followed from a month's tickets, with what they were computed from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ComputedItem {
    /// Name of the unit. Rows of the same unit that follow each other stand under one heading.
    pub unit: String,
    /// `2026-07`
    pub month: String,
    /// Name of the person, with the number.
    pub person: String,
    /// The rubric's item.
    pub item: String,
    /// Points given, with the full ones: `8.75/10`.
    pub points: String,
    /// The formula with its values; who changed it by hand says why.
    pub how: String,
    /// Everything that was put in, by number, with what it counted for.
    pub pieces: String,
}

/// 季度考核与服务费结算报告.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SettlementReport {
    /// The document about itself.
    pub head: DocumentHead,
    /// The result in one sentence.
    pub sentence: String,
    /// All units, in order of rank, those not assessed last.
    pub units: Vec<UnitResult>,
    /// The groups' parts.
    pub groups: Vec<GroupResult>,
    /// What the means were divided by, and why it is not the number of all units; may be empty.
    pub divisor: String,
    /// Steps from the groups to the amount due.
    pub formulae: Vec<FormulaLine>,
    /// Overall score, exact: a decimal or a fraction.
    pub overall_exact: String,
    /// Overall score rounded to two decimals, as bands and fee use it.
    pub overall: String,
    /// `0.8840`
    pub coefficient: String,
    /// Which band the score falls in, in words.
    pub band: String,
    /// 税率
    pub tax_rate: String,
    /// 季度服务费基数
    pub base: Money,
    /// 本季度应付服务费
    pub payable: Money,
    /// 本次应结金额
    pub due: Money,
    /// Lines from other quarters.
    pub adjustments: Vec<MoneyLine>,
    /// Invoices so far.
    pub invoices: Vec<Invoice>,
    /// Payments so far.
    pub payments: Vec<Payment>,
    /// What changed since the revision before, line by line; empty in a first revision.
    pub previous_difference: Vec<FormulaLine>,
    /// Units left out, and why.
    pub exempt: Vec<ExemptUnit>,
    /// What a reader must know.
    pub warnings: Vec<String>,
    /// The right to terminate after two low quarters, in words, when there is one.
    pub termination: Option<String>,
    /// How probation months were counted.
    pub probation_rule: String,
    /// Versions of rule set and rubric, in words.
    pub rule_versions: String,
    /// The last eight quarters, oldest first.
    pub trend: Vec<TrendPoint>,
    /// Scores that matter, highest first.
    pub thresholds: Vec<Threshold>,
    /// Bars of the ranking, best first.
    pub ranking: Vec<RankedUnit>,
    /// Who confirmed which unit's result.
    pub confirmations: Vec<UnitConfirmation>,
    /// 编制, 复核, 审定
    pub responsible: Vec<Responsible>,
    /// Who signs for the client.
    pub client_signatory: PartySignatory,
    /// Who signs for the provider.
    pub provider_signatory: PartySignatory,
    /// 附件一: every person's months.
    pub annex_people: Vec<AnnexPerson>,
    /// 附件二: every deduction.
    pub annex_deductions: Vec<Deduction>,
    /// Items computed from tickets; the annex is left out where there are none.
    pub annex_computed: Vec<ComputedItem>,
}
