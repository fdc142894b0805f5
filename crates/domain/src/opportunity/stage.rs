//! The six stages and what each asks for.

use crate::form::Field;
use crate::ticket::RecordKind;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// 阶段 (PIP-03), in the order of the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Stage {
    /// 项目信息收集与分析.
    Collection,
    /// 需求调研.
    Survey,
    /// 解决方案设计.
    Solution,
    /// 项目演示.
    Demonstration,
    /// 投标文件编制.
    Bid,
    /// 项目跟进与成交.
    Closing,
}

impl Stage {
    /// All of them, in order.
    pub const ALL: [Self; 6] =
        [Self::Collection, Self::Survey, Self::Solution, Self::Demonstration, Self::Bid, Self::Closing];

    /// The one after it.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| *stage > self)
    }
}

/// What a stage asks for before the next one.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct StageNeeds {
    /// Which.
    pub stage: Stage,
    /// Rows of the catalogue that it comes from.
    pub clauses: Vec<String>,
    /// Fields that are filled in.
    pub fields: Vec<Field>,
    /// Records that are kept; they may be written in any stage.
    pub records: Vec<RecordKind>,
}

/// What may be chosen of an opportunity, and what its stages ask for.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Choices {
    /// 商机分类 (TKT-03).
    pub classes: Vec<String>,
    /// 商机来源 (PIP-05).
    pub sources: Vec<String>,
    /// Kinds of records that are kept after the end as well, by code (PIP-19, PIP-20).
    pub after_end: Vec<String>,
    /// Records that are 商务专员's, by code (ORG-21): prices, competitors, negotiation, the contract and its follow-up.
    pub commercial: Vec<String>,
    stages: Vec<StageNeeds>,
}

/// The choices that come with the program.
#[must_use]
pub fn choices() -> &'static Choices {
    static CHOICES: LazyLock<Choices> = LazyLock::new(|| {
        let text = include_str!("../../data/opportunity.json");
        serde_json::from_str(text).expect("the program's own stages can be read")
    });
    &CHOICES
}

/// What each stage asks for, in order.
#[must_use]
pub fn stages() -> &'static [StageNeeds] {
    &choices().stages
}

/// Every field of an opportunity, over all stages: their codes are different.
pub(super) fn fields() -> impl Iterator<Item = &'static Field> + Clone {
    stages().iter().flat_map(|needs| &needs.fields)
}

/// The kind of record of that code.
#[must_use]
pub fn record_kind(code: &str) -> Option<&'static RecordKind> {
    stages().iter().flat_map(|needs| &needs.records).find(|kind| kind.code == code)
}
