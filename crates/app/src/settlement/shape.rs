//! What is asked of a quarter and what is answered: the shape that `settle --json` promises.

use super::objected::{DeliveryView, ObjectionView};
use domain::kernel::UnitCode;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;
use ts_rs::TS;

/// Works a quarter out.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct Settle {
    /// 季度.
    pub quarter: String,
    /// 试算: unit-quarter scores put in the place of the computed ones, by unit code.
    #[serde(default)]
    pub what_if: BTreeMap<String, String>,
    /// An earlier revision instead of the newest.
    #[serde(default)]
    pub revision: Option<u32>,
}

/// Lists every quarter with data.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct Quarters {}

/// One unit's quarter, for those who see that unit only.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct UnitQuarter {
    /// 单位代码.
    #[ts(type = "string")]
    pub unit: UnitCode,
    /// 季度.
    pub quarter: String,
}

/// Which rule set was applied.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct RuleSetRef {
    /// Its name.
    pub id: String,
    /// Its version.
    pub version: u32,
    /// Version of the rubric.
    pub rubric: u32,
}

/// An amount three ways, decimal text in yuan.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct TaxView {
    /// 含税.
    pub gross: String,
    /// 不含税.
    pub net: String,
    /// 税额.
    pub tax: String,
    /// 人民币大写 of the amount incl. tax.
    pub capitals: String,
}

/// A person's month.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct PersonScoreView {
    /// 工号.
    pub staff_no: String,
    /// 姓名.
    pub name: String,
    /// 得分.
    pub score: Option<String>,
    /// Whether it enters the unit's month.
    pub counted: bool,
    /// 试用.
    pub probation: bool,
    /// 本月不评分.
    pub not_assessed: bool,
}

/// A unit's month.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct MonthView {
    /// 月份.
    pub month: String,
    /// Exact decimal or fraction.
    pub score: Option<String>,
    /// Two decimals, for the eye.
    pub shown: Option<String>,
    /// 人数.
    pub headcount: u32,
    /// 本月无在岗人员.
    #[serde(rename = "noEngineer")]
    pub no_engineer: bool,
    /// Reviewed and closed.
    pub closed: bool,
    /// Where it stands: `exempt`, `future`, `undeclared` (nobody on duty, and nobody has said so), `nobody`, `open` (not all
    /// are scored), `scored` (awaits review) or `closed`.
    #[ts(
        type = "\"exempt\" | \"future\" | \"undeclared\" | \"nobody\" | \"open\" | \"scored\" | \"closed\""
    )]
    pub state: String,
    /// Staff numbers of those who have no score yet.
    pub missing: Vec<String>,
    /// Persons.
    pub people: Vec<PersonScoreView>,
}

/// A unit's quarter.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct UnitScoreView {
    /// 单位代码.
    pub code: String,
    /// 单位名称.
    pub name: String,
    /// Exact decimal or fraction.
    pub score: Option<String>,
    /// Two decimals, for the eye.
    pub shown: Option<String>,
    /// Reason of 不纳入考核.
    pub exempt: Option<String>,
    /// Its months.
    pub months: Vec<MonthView>,
    /// Parties whose confirmation is in force.
    pub confirmed: Vec<String>,
}

/// A group's quarter.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct GroupView {
    /// `provincial` or `city`.
    pub kind: String,
    /// Weight applied, decimal text.
    pub weight: String,
    /// Exact decimal or fraction.
    pub score: Option<String>,
    /// Two decimals, for the eye.
    pub shown: Option<String>,
    /// Units in the denominator.
    pub counted: u32,
    /// Units left out.
    pub exempt: u32,
    /// Its units.
    pub units: Vec<UnitScoreView>,
}

/// A line carried in from another quarter.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct AdjustmentView {
    /// From.
    pub from_quarter: String,
    /// Yuan.
    pub amount: String,
    /// Why.
    pub reason: String,
}

/// A step taken: by whom, when.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct StepView {
    /// The holder's name.
    pub name: String,
    /// Local time.
    pub at: String,
}

/// A party's confirmation of a unit.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct ConfirmationView {
    /// 单位代码.
    pub unit: String,
    /// `client` or `provider`.
    pub party: String,
    /// 代录.
    pub on_behalf: bool,
    /// Who recorded it.
    pub name: String,
    /// Local time.
    pub at: String,
}

/// The client's decision about its right to end the contract.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct TerminationView {
    /// 解除.
    pub exercise: bool,
    /// Why.
    pub reason: String,
    /// Who recorded it.
    pub name: String,
    /// Local time.
    pub at: String,
}

/// A quarter, worked out. Decimals are text.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct SettlementView {
    /// 季度.
    pub quarter: String,
    /// `draft`, `final` or `closed`.
    pub status: String,
    /// Where the revision stands: `open`, `prepared`, `reviewed`, `final` or `closed`.
    pub state: String,
    /// 1, 2, …
    pub revision: u32,
    /// Which rules were applied.
    pub rule_set: RuleSetRef,
    /// Provincial first.
    pub groups: Vec<GroupView>,
    /// Before rounding.
    pub overall_exact: Option<String>,
    /// Two decimals: what decides.
    pub overall: Option<String>,
    /// Four decimals.
    pub coefficient: Option<String>,
    /// `full`, `linear` or `none`.
    pub band: Option<String>,
    /// 含税, yuan.
    pub fee_base: Option<String>,
    /// 含税, yuan.
    pub fee_payable: Option<String>,
    /// Lines carried in.
    pub adjustments: Vec<AdjustmentView>,
    /// Already paid for this quarter, yuan.
    pub paid: String,
    /// 含税, yuan.
    pub amount_due: Option<String>,
    /// 税率, `6%`.
    pub tax_rate: Option<String>,
    /// Base three ways.
    pub fee_base_split: Option<TaxView>,
    /// Payable three ways.
    pub fee_payable_split: Option<TaxView>,
    /// Due three ways.
    pub amount_due_split: Option<TaxView>,
    /// Difference of the payable from the earlier revision's, yuan; shown, never added in.
    pub difference: Option<String>,
    /// Consecutive quarters below the threshold.
    pub consecutive_below: u32,
    /// Whether the client may end the contract: this quarter and the one before are final and below.
    pub termination_right: bool,
    /// What keeps it from becoming final.
    #[ts(type = "Array<{ code: string } & Record<string, unknown>>")]
    pub blockers: Vec<Value>,
    /// What a reader should know.
    #[ts(type = "Array<{ code: string; params: Record<string, unknown> }>")]
    pub warnings: Vec<Value>,
    /// Confirmations in force.
    pub confirmations: Vec<ConfirmationView>,
    /// Deliveries of the units' results (送达).
    pub deliveries: Vec<DeliveryView>,
    /// Objections.
    pub objections: Vec<ObjectionView>,
    /// Number of this revision's settlement report.
    pub report_no: String,
    /// A formal settlement report of this revision was given out.
    pub report_issued: bool,
    /// A paper signature of this revision that awaits the second person: who recorded it, when.
    pub paper_waiting: Option<StepView>,
    /// What the client decided about its right to end the contract.
    pub termination: Option<TerminationView>,
    /// 编制.
    pub prepared: Option<StepView>,
    /// 复核.
    pub reviewed: Option<StepView>,
    /// 审批.
    pub finalised: Option<StepView>,
    /// Hash of the finalising entry where final, else of the ledger's last entry.
    pub journal_head: Option<String>,
}

/// A quarter in the list.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct QuarterView {
    /// 季度.
    pub quarter: String,
    /// `draft`, `final` or `closed`.
    pub status: String,
    /// Revision shown.
    pub revision: u32,
    /// Two decimals.
    pub overall: Option<String>,
    /// Four decimals.
    pub coefficient: Option<String>,
    /// 含税, yuan.
    pub fee_payable: Option<String>,
    /// Gaps left.
    #[ts(type = "number")]
    pub blockers: usize,
}

/// One unit's quarter.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct UnitQuarterView {
    /// 季度.
    pub quarter: String,
    /// Where the quarter stands in this ledger: `draft`, `final` or `closed`.
    pub status: String,
    /// Its revision.
    pub revision: u32,
    /// The unit's confirmations in force.
    pub confirmations: Vec<ConfirmationView>,
    /// The delivery of the unit's result (送达).
    pub delivery: Option<DeliveryView>,
    /// The unit.
    pub unit: UnitScoreView,
    /// What keeps it open.
    #[ts(type = "Array<{ code: string } & Record<string, unknown>>")]
    pub blockers: Vec<Value>,
    /// Objections of the unit, oldest first.
    pub objections: Vec<ObjectionView>,
}
