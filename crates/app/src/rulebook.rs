//! The rule book: rubrics and rule sets, each with the quarter that it holds from.

use crate::error::AppError;
use crate::session::{App, Receipt};
use domain::attendance::AttendanceRule;
use domain::kernel::Quarter;
use domain::rulebook::{self, Band, BandKind, GroupWeights, Rubric, RubricItem, RuleSet};
use domain::work::{Measure, WorkRule};
use ledger::{rulebook as rules, settlement};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Lists rubrics and rule sets.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct Rulebook {}

/// One item of a rubric.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct RubricItemView {
    /// Heading of its column in spreadsheets.
    pub code: String,
    /// 考核项.
    pub name: String,
    /// Full points of the item; 0 for a veto item.
    #[ts(type = "string")]
    pub max: Decimal,
    /// 一票否决: a point here sets the month to 0.
    #[serde(default)]
    pub veto: bool,
    /// A deduction needs a reason.
    #[serde(default)]
    pub needs_reason: bool,
    /// Points that attendance takes off by itself.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub attendance: Option<AttendanceRuleView>,
    /// How its points follow from the month's tickets.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub work: Option<WorkRuleView>,
}

/// How an item's points follow from the month's tickets: none at `zero`, all at `full`, a straight line between.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct WorkRuleView {
    /// What is measured.
    #[ts(type = "\"onTime\" | \"takenInTime\" | \"meanMark\" | \"complaints\"")]
    pub measure: Measure,
    /// No points here; shares from 0 to 1, marks from 1 to 5, complaints by their number.
    #[ts(type = "string")]
    pub zero: Decimal,
    /// Full points here.
    #[ts(type = "string")]
    pub full: Decimal,
    /// With fewer tickets it is scored by hand.
    pub least: u32,
}

impl From<WorkRule> for WorkRuleView {
    fn from(WorkRule { measure, zero, full, least }: WorkRule) -> Self {
        Self { measure, zero, full, least }
    }
}

impl From<WorkRuleView> for WorkRule {
    fn from(WorkRuleView { measure, zero, full, least }: WorkRuleView) -> Self {
        Self { measure, zero, full, least }
    }
}

/// Points that an item loses for attendance.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct AttendanceRuleView {
    /// 迟到, each time.
    #[ts(type = "string")]
    pub late: Decimal,
    /// 早退, each time.
    #[ts(type = "string")]
    pub early: Decimal,
    /// 缺卡, each time.
    #[ts(type = "string")]
    pub missing: Decimal,
    /// 旷工, each day.
    #[ts(type = "string")]
    pub absent: Decimal,
}

impl From<AttendanceRule> for AttendanceRuleView {
    fn from(AttendanceRule { late, early, missing, absent }: AttendanceRule) -> Self {
        Self { late, early, missing, absent }
    }
}

impl From<AttendanceRuleView> for AttendanceRule {
    fn from(AttendanceRuleView { late, early, missing, absent }: AttendanceRuleView) -> Self {
        Self { late, early, missing, absent }
    }
}

/// A version of the rubric.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct RubricView {
    /// 1, 2, …; of a new version the ledger's to give.
    pub version: u32,
    /// First quarter it holds for.
    #[ts(type = "string")]
    pub from: Quarter,
    /// Printed beside it.
    pub label: String,
    /// The items; empty where only totals are given.
    pub items: Vec<RubricItemView>,
    /// Whether a total without items may be recorded.
    pub total_allowed: bool,
}

/// A band of the overall score, from its lower edge to the next band's.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct BandView {
    /// Lower edge in points, belongs to the band.
    #[ts(type = "string")]
    pub from: Decimal,
    /// What it pays.
    #[ts(type = "\"full\" | \"linear\" | \"none\"")]
    pub kind: BandKind,
}

/// Weights of the two groups; they sum to 1.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct WeightsView {
    /// 省级.
    #[ts(type = "string")]
    pub provincial: Decimal,
    /// 市州分公司.
    #[ts(type = "string")]
    pub city: Decimal,
}

/// A version of the rules that turn scores into money.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct RuleSetView {
    /// 1, 2, …; of a new version the ledger's to give.
    pub version: u32,
    /// First quarter it holds for.
    #[ts(type = "string")]
    pub from: Quarter,
    /// Weights of the groups.
    pub weights: WeightsView,
    /// Fee bands, lowest first.
    pub bands: Vec<BandView>,
    /// An engineer is assessed in a month with at least this many working days on duty.
    pub min_days: u32,
    /// Whether scores of the probation month count in the unit's month.
    pub probation_counts: bool,
    /// Below this overall score, in points, a quarter counts towards the right to terminate.
    #[ts(type = "string")]
    pub termination_below: Decimal,
    /// A score at most this far from a band's edge, in points, raises a warning.
    #[ts(type = "string")]
    pub near_edge: Decimal,
    /// Working days for an objection after delivery of the result.
    pub objection_days: u32,
    /// 含70: a probation score of exactly 70 points opens the way to a replacement too.
    #[serde(default)]
    pub replacement_at_seventy: bool,
}

/// The rule book.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct RulebookView {
    /// Rubric versions.
    pub rubrics: Vec<RubricView>,
    /// Rule-set versions.
    pub rule_sets: Vec<RuleSetView>,
}

/// Issues a rubric version.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct IssueRubric {
    /// The version.
    pub rubric: RubricView,
}

/// Issues a rule-set version.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct IssueRuleSet {
    /// The version.
    pub rule_set: RuleSetView,
}

impl From<Rubric> for RubricView {
    fn from(Rubric { version, from, label, items, total_allowed }: Rubric) -> Self {
        let item = |RubricItem { code, name, max, veto, needs_reason, attendance, work }| RubricItemView {
            code,
            name,
            max,
            veto,
            needs_reason,
            attendance: attendance.map(Into::into),
            work: work.map(Into::into),
        };
        Self { version, from, label, items: items.into_iter().map(item).collect(), total_allowed }
    }
}

impl From<RubricView> for Rubric {
    fn from(RubricView { version, from, label, items, total_allowed }: RubricView) -> Self {
        let item = |RubricItemView { code, name, max, veto, needs_reason, attendance, work }| RubricItem {
            code,
            name,
            max,
            veto,
            needs_reason,
            attendance: attendance.map(Into::into),
            work: work.map(Into::into),
        };
        Self { version, from, label, items: items.into_iter().map(item).collect(), total_allowed }
    }
}

impl From<RuleSet> for RuleSetView {
    fn from(rules: RuleSet) -> Self {
        let GroupWeights { provincial, city } = rules.weights;
        Self {
            version: rules.version,
            from: rules.from,
            weights: WeightsView { provincial, city },
            bands: rules.bands.into_iter().map(|Band { from, kind }| BandView { from, kind }).collect(),
            min_days: rules.min_days,
            probation_counts: rules.probation_counts,
            termination_below: rules.termination_below,
            near_edge: rules.near_edge,
            objection_days: rules.objection_days,
            replacement_at_seventy: rules.replacement_at_seventy,
        }
    }
}

impl From<RuleSetView> for RuleSet {
    fn from(rules: RuleSetView) -> Self {
        let WeightsView { provincial, city } = rules.weights;
        Self {
            version: rules.version,
            from: rules.from,
            weights: GroupWeights { provincial, city },
            bands: rules.bands.into_iter().map(|BandView { from, kind }| Band { from, kind }).collect(),
            min_days: rules.min_days,
            probation_counts: rules.probation_counts,
            termination_below: rules.termination_below,
            near_edge: rules.near_edge,
            objection_days: rules.objection_days,
            replacement_at_seventy: rules.replacement_at_seventy,
        }
    }
}

/// `rulebook`.
pub fn rulebook(app: &mut App, _: Rulebook) -> Result<RulebookView, AppError> {
    let conn = app.conn()?;
    Ok(RulebookView {
        rubrics: rules::query::rubrics(conn)?.into_iter().map(Into::into).collect(),
        rule_sets: rules::query::rule_sets(conn)?.into_iter().map(Into::into).collect(),
    })
}

/// `issueRubric`.
pub fn issue_rubric(app: &mut App, request: IssueRubric) -> Result<Receipt, AppError> {
    app.decide(|tx, _| {
        let last_final = settlement::query::final_quarters(tx.conn())?.last().copied();
        let known = rules::query::rubrics(tx.conn())?;
        Ok(rulebook::issue_rubric(&known, last_final, request.rubric.into())?)
    })
}

/// `issueRuleSet`.
pub fn issue_rule_set(app: &mut App, request: IssueRuleSet) -> Result<Receipt, AppError> {
    app.decide(|tx, _| {
        let last_final = settlement::query::final_quarters(tx.conn())?.last().copied();
        let known = rules::query::rule_sets(tx.conn())?;
        Ok(rulebook::issue_rule_set(&known, last_final, request.rule_set.into())?)
    })
}
