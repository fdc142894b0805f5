//! 月度考核表: one unit's month, as it was scored.

use serde::{Deserialize, Serialize};

use super::{ComputedItem, Deduction, DocumentHead, Remark, Responsible};

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

/// What a month's tickets say of a person: evidence, which counts only where the rubric computes an item from it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MonthTickets {
    /// 工号
    pub staff_no: String,
    /// 姓名
    pub name: String,
    /// 办结
    pub tickets: String,
    /// 接办交回: what was passed on to them and given back.
    pub incidents: String,
    /// 按时, of both.
    pub in_time: String,
    /// 平均评价, with how many were rated.
    pub mean_mark: String,
    /// 低分
    pub low: String,
    /// 投诉
    pub complaints: String,
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
    /// The month's tickets by person; empty where nothing ended.
    pub tickets: Vec<MonthTickets>,
    /// What was taken off, and why.
    pub deductions: Vec<Deduction>,
    /// Items computed from tickets; may be empty.
    pub computed: Vec<ComputedItem>,
    /// Declarations such as 本月不评分.
    pub declarations: Vec<Remark>,
    /// 编制 and 审核, as far as they are done.
    pub responsible: Vec<Responsible>,
}
