//! 季度考核确认单: one unit's quarter, for both sides to confirm.

use serde::{Deserialize, Serialize};

use super::{ComputedItem, Deduction, DocumentHead, PartySignatory, UnitConfirmation};

/// One month of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PersonMonth {
    /// `2026-07`
    pub month: String,
    /// Score with two decimals, `本月不评分`, or `—`.
    pub score: String,
    /// The items with their points.
    pub items: String,
    /// 考勤 of the month in words: evidence, which by itself takes nothing off; may be empty.
    pub attendance: String,
}

/// One person with the months in this unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AssessedPerson {
    /// 工号
    pub staff_no: String,
    /// Name.
    pub name: String,
    /// The months, in order.
    pub months: Vec<PersonMonth>,
}

/// The unit's own month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct UnitMonth {
    /// `2026-07`
    pub month: String,
    /// People assessed.
    pub people: String,
    /// Mean with two decimals.
    pub score: String,
    /// How it was worked out, or why the month is left out.
    pub formula: String,
}

/// A declaration or comment: who said what, when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Remark {
    /// 本月不评分, 用人单位意见, 四川全通意见 …
    pub kind: String,
    /// What was said.
    pub text: String,
    /// Who, and when.
    pub by: String,
}

/// An objection and its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Objection {
    /// What it is about, who raised it and when.
    pub raised: String,
    /// What is objected.
    pub text: String,
    /// The answer with who decided and when; empty while it is open.
    pub answer: String,
}

/// 季度考核确认单.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ConfirmationSheet {
    /// The document about itself; its unit is the one that is assessed.
    pub head: DocumentHead,
    /// 单位类别
    pub group: String,
    /// Rubric and rule set, in words.
    pub rule_versions: String,
    /// Score of the unit's quarter with two decimals.
    pub unit_quarter: String,
    /// How it was worked out.
    pub formula: String,
    /// The unit's months.
    pub unit_months: Vec<UnitMonth>,
    /// Everybody, with their months.
    pub people: Vec<AssessedPerson>,
    /// What was taken off, and why.
    pub deductions: Vec<Deduction>,
    /// Items computed from tickets; may be empty.
    pub computed: Vec<ComputedItem>,
    /// Declarations such as 本月不评分.
    pub declarations: Vec<Remark>,
    /// Comments of either side.
    pub comments: Vec<Remark>,
    /// Objections and answers.
    pub objections: Vec<Objection>,
    /// Who confirmed already; empty while nobody has.
    pub confirmations: Vec<UnitConfirmation>,
    /// Who signs for the client's unit.
    pub client_signatory: PartySignatory,
    /// Who signs for the provider.
    pub provider_signatory: PartySignatory,
}
