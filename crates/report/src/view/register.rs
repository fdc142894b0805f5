//! 人员名册: who serves where, on a day.

use serde::{Deserialize, Serialize};

use super::DocumentHead;

/// A stay of an engineer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RegisteredPerson {
    /// 工号
    pub staff_no: String,
    /// 姓名
    pub name: String,
    /// 岗位; may be empty.
    pub post: String,
    /// 手机; may be empty.
    pub phone: String,
    /// 到岗日期, expected where the engineer has not come yet.
    pub arrived_on: String,
    /// 离岗日期, or empty.
    pub left_on: String,
    /// 待到岗, 试用, 在岗, 已离岗 …
    pub status: String,
    /// What papers are missing, in words; empty where none is.
    pub missing: String,
}

/// The people of one unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RegisteredUnit {
    /// Name of the unit.
    pub name: String,
    /// In the order of the list.
    pub people: Vec<RegisteredPerson>,
}

/// 人员名册.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PersonnelRegister {
    /// The document about itself; its unit is the one that made it.
    pub head: DocumentHead,
    /// The day for which it was made: `2026-11-23`.
    pub as_of: String,
    /// What it holds, in one sentence: how many people of how many units, and which were chosen.
    pub sentence: String,
    /// The units in their order.
    pub units: Vec<RegisteredUnit>,
}
