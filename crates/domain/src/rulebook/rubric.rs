//! What a month is scored on (§7.2; the source's table is empty, catalogue AMB-01).

use crate::attendance::AttendanceRule;
use crate::event::{Event, RubricIssued};
use crate::kernel::{Quarter, Score};
use crate::refusal::Refusal;
use crate::work::WorkRule;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// One item of a rubric.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RubricItem {
    /// Heading of its column in spreadsheets.
    pub code: String,
    /// 考核项.
    pub name: String,
    /// Full points of the item; 0 for a veto item.
    pub max: Decimal,
    /// 一票否决: a point here sets the month to 0.
    #[serde(default)]
    pub veto: bool,
    /// A deduction needs a reason.
    #[serde(default)]
    pub needs_reason: bool,
    /// Points that attendance takes off by itself; none in the default (catalogue AMB-36).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attendance: Option<AttendanceRule>,
    /// How its points follow from the month's tickets; none in the default: the source gives no formula (catalogue AMB-01).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work: Option<WorkRule>,
}

impl RubricItem {
    /// Whether these points take something off: less than the full ones, or a veto.
    #[must_use]
    pub fn takes_off(&self, points: Decimal) -> bool {
        if self.veto { !points.is_zero() } else { points < self.max }
    }
}

/// A version of the rubric.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Rubric {
    /// 1, 2, …
    pub version: u32,
    /// First quarter it holds for.
    pub from: Quarter,
    /// Printed beside it; the default says 建议值 because the source's table is empty.
    pub label: String,
    /// The items; empty where only totals are given.
    pub items: Vec<RubricItem>,
    /// Whether a total without items may be recorded (the source's own example uses totals).
    pub total_allowed: bool,
}

impl Rubric {
    /// The default: a proposal of 100 points, marked 建议值.
    #[must_use]
    pub fn default_version() -> Self {
        let items = [
            ("SJ", "商机收集", 10),
            ("XQ", "需求分析", 15),
            ("JL", "技术交流", 15),
            ("FA", "方案编制", 20),
            ("TB", "投标支撑与现场应标", 15),
            ("XY", "响应及时", 10),
            ("PH", "沟通与配合", 5),
            ("KQ", "考勤与信息安全", 10),
        ];
        Self {
            version: 1,
            from: Quarter::new(2000, 1).expect("2000Q1 is a quarter"),
            label: "建议值".to_owned(),
            items: items
                .into_iter()
                .map(|(code, name, max)| RubricItem {
                    code: code.to_owned(),
                    name: name.to_owned(),
                    max: Decimal::from(max),
                    veto: false,
                    needs_reason: false,
                    attendance: None,
                    work: None,
                })
                .chain([RubricItem {
                    code: "YPFJ".to_owned(),
                    name: "一票否决".to_owned(),
                    max: Decimal::ZERO,
                    veto: true,
                    needs_reason: true,
                    attendance: None,
                    work: None,
                }])
                .collect(),
            total_allowed: true,
        }
    }

    /// Whether points of any item follow from the month's tickets.
    #[must_use]
    pub fn is_computed(&self) -> bool {
        self.items.iter().any(|item| item.work.is_some())
    }

    /// The item with that code.
    #[must_use]
    pub fn item(&self, code: &str) -> Option<&RubricItem> {
        self.items.iter().find(|item| item.code == code)
    }

    /// A person's month from item points: their sum held within 0..100; a veto sets it to 0
    /// (settlement-rules.md, formula 1).
    #[must_use]
    pub fn total(&self, points: &[(String, Decimal)]) -> Score {
        let vetoed = points
            .iter()
            .any(|(code, value)| !value.is_zero() && self.item(code).is_some_and(|item| item.veto));
        if vetoed {
            return Score::ZERO;
        }
        Score::clamped(points.iter().fold(Decimal::ZERO, |sum, (_, value)| sum.saturating_add(*value)))
    }
}

/// Issues a new version: codes differ, each maximum lies within 0..=100 with at most four decimals, those of the
/// scored items sum to 100, the version follows the last one and holds from a quarter after the last final one.
pub fn issue_rubric(
    known: &[Rubric],
    last_final: Option<Quarter>,
    rubric: Rubric,
) -> Result<Vec<Event>, Refusal> {
    let next = known.iter().map(|r| r.version).max().unwrap_or(0) + 1;
    let codes: BTreeSet<&str> = rubric.items.iter().map(|i| i.code.as_str()).collect();
    if codes.len() != rubric.items.len() || codes.iter().any(|code| code.trim().is_empty()) {
        return Err(Refusal::RubricCodes);
    }
    for RubricItem { code, max, veto, attendance, work, .. } in &rubric.items {
        if *max < Decimal::ZERO || *max > Decimal::ONE_HUNDRED {
            return Err(Refusal::PointsOutOfRange { item: code.clone(), max: Decimal::ONE_HUNDRED });
        }
        if max.normalize().scale() > 4 {
            return Err(Refusal::PointsTooFine { item: code.clone() });
        }
        for points in attendance.iter().flat_map(|rule| [rule.late, rule.early, rule.missing, rule.absent]) {
            if points < Decimal::ZERO || points > *max {
                return Err(Refusal::PointsOutOfRange { item: code.clone(), max: *max });
            }
            // Half a day without leave takes half of it.
            if points.normalize().scale() > 3 {
                return Err(Refusal::PointsTooFine { item: code.clone() });
            }
        }
        if let Some(rule) = work {
            rule.checked().map_err(|_| Refusal::WorkRuleUnfit { item: code.clone() })?;
            if *veto || attendance.is_some() {
                return Err(Refusal::WorkRuleAlone { item: code.clone() });
            }
        }
    }
    let sum: Decimal = rubric.items.iter().filter(|i| !i.veto).map(|i| i.max).sum();
    if !rubric.items.is_empty() && sum != Decimal::ONE_HUNDRED {
        return Err(Refusal::RubricSum { sum });
    }
    if rubric.items.is_empty() && !rubric.total_allowed {
        return Err(Refusal::RubricEmpty);
    }
    if let Some(quarter) = last_final.filter(|q| rubric.from <= *q) {
        return Err(Refusal::QuarterFinal { quarter });
    }
    Ok(vec![Event::RubricIssued(RubricIssued { rubric: Rubric { version: next, ..rubric } })])
}
