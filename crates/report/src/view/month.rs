//! 月度考核表: one unit's month, as it was scored.

use serde::{Deserialize, Serialize};

use super::{Deduction, DocumentHead, Remark, Responsible};

/// A person's month on the sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MonthPerson {
    /// 工号
    pub staff_no: String,
    /// 姓名
    pub name: String,
    /// Score with two decimals, 本月不评分 or 未评分.
    pub score: String,
    /// The items with their points, 试用 and what else must be said.
    pub items: String,
    /// 考勤 of the month in words: evidence, which by itself takes nothing off; may be empty.
    pub attendance: String,
}

/// 月度考核表.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MonthSheet {
    /// The document about itself; its unit is the one that scored.
    pub head: DocumentHead,
    /// `2026年7月`
    pub month_words: String,
    /// Where the month stands: 已审核, 未审核 or 退回修改.
    pub state: String,
    /// 单位类别
    pub group: String,
    /// Rubric and rule set, in words.
    pub rule_versions: String,
    /// People assessed.
    pub people_count: String,
    /// The unit's month with two decimals.
    pub score: String,
    /// How it was worked out.
    pub formula: String,
    /// Everybody.
    pub people: Vec<MonthPerson>,
    /// What was taken off, and why.
    pub deductions: Vec<Deduction>,
    /// Declarations such as 本月不评分.
    pub declarations: Vec<Remark>,
    /// 编制 and 审核, as far as they are done.
    pub responsible: Vec<Responsible>,
}
