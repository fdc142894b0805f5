//! 季度考核通报: the units by rank. It goes to every unit, so that it holds no money and no person.

use serde::{Deserialize, Serialize};

use super::DocumentHead;

/// A unit with its ranks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NoticeLine {
    /// Rank over the province, or `—`.
    pub rank: String,
    /// Rank within its group, or `—`.
    pub rank_in_group: String,
    /// Name of the unit.
    pub name: String,
    /// Its group.
    pub group: String,
    /// Scores of the months with two decimals, or `—`.
    pub months: [String; 3],
    /// Score of the quarter with two decimals, or `—`.
    pub quarter: String,
}

/// A unit that is not assessed, with the reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NoticeExempt {
    /// Name of the unit.
    pub name: String,
    /// Its group.
    pub group: String,
    /// Why.
    pub reason: String,
}

/// 季度考核通报.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RankingNotice {
    /// The document about itself; its unit is the one that gives notice.
    pub head: DocumentHead,
    /// What the notice says in one sentence.
    pub sentence: String,
    /// The quarter's months as they head their columns: `7月`.
    pub months: [String; 3],
    /// All assessed units by rank over the province; those without a score last.
    pub lines: Vec<NoticeLine>,
    /// Names of the groups in their order.
    pub groups: Vec<String>,
    /// Units 不纳入考核.
    pub exempt: Vec<NoticeExempt>,
}
