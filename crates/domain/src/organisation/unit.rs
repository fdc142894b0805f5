//! Employing units (用人单位) in two groups, and which of them this installation serves.

use crate::event::{Event, UnitRecorded};
use crate::kernel::{Digest, UnitCode};
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// 单位类别: which weight of the overall score a unit's score enters (§7.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Group {
    /// 省级: 省公司政企客户部 and 省公司重要客户中心.
    Provincial,
    /// 市州分公司.
    City,
}

/// An employing unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Unit {
    /// 单位代码.
    pub code: UnitCode,
    /// 单位名称, 1 to 60 characters.
    pub name: String,
    /// 类别.
    pub group: Group,
    /// 负责人: the named manager (§6.1), if known; salted digest of the name.
    pub manager: Option<Digest>,
}

/// What an installation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum LedgerRole {
    /// 省公司: all units, settlement.
    Province,
    /// 用人单位: its own unit only.
    Branch,
    /// 四川全通: receives, checks, countersigns.
    Provider,
}

/// The installation as its founding entry and settings describe it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Installation {
    /// What it is.
    pub role: LedgerRole,
    /// The unit it was founded for.
    pub unit: UnitCode,
    /// Whether two-person work (编制 → 复核) is on.
    pub two_person: bool,
}

/// Adds or updates units by code; identical rows do nothing. A branch knows its own unit only.
pub fn import_units(
    installation: &Installation,
    known: &BTreeMap<UnitCode, Unit>,
    rows: &[Unit],
) -> Result<Vec<Event>, Vec<(usize, Refusal)>> {
    let mut seen: BTreeMap<&UnitCode, usize> = BTreeMap::new();
    let mut refused = Vec::new();
    let mut events = Vec::new();
    for (index, row) in rows.iter().enumerate() {
        if let Some(first) = seen.insert(&row.code, index) {
            refused.push((index, Refusal::UnitTwice { unit: row.code.clone(), first_row: first }));
        } else if installation.role == LedgerRole::Branch && row.code != installation.unit {
            refused.push((index, Refusal::ForeignUnit { unit: row.code.clone() }));
        } else if row.name.trim().is_empty() || row.name.chars().count() > 60 {
            refused.push((index, Refusal::NameLength { limit: 60 }));
        } else if known.get(&row.code) != Some(row) {
            events.push(Event::UnitRecorded(UnitRecorded { unit: row.clone() }));
        }
    }
    if refused.is_empty() { Ok(events) } else { Err(refused) }
}
