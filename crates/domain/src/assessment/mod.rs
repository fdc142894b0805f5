//! A unit's months: scores per engineer, declarations, closing and reopening (§7.1).

mod close;
mod declare;
mod expected;
mod record;

pub use close::{CloseFacts, close_month, reopen_month};
pub use declare::{
    DeclareFacts, ExemptFacts, Exemption, approve_exemption, declare_exempt, declare_no_engineer,
    declare_not_assessed,
};
pub use expected::{Expected, Roster, expected};
pub use record::{
    AssessmentColumn, AssessmentRow, Content, RecordFacts, RowRefusal, WorkMonths, record_assessments,
};

use crate::kernel::{AccountName, Month, Score, StaffNo, UnitCode};
use crate::work::Computed;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// Points of one rubric item, with why (catalogue ASM-09).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ItemScore {
    /// The item's code in the rubric.
    pub code: String,
    /// Points given.
    pub points: Decimal,
    /// Why, where points were deducted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Where it can be seen: a ticket, a document, a note.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<String>,
    /// What the rubric's rule made of the month's tickets, whether or not the points follow it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub computed: Option<Computed>,
}

impl ItemScore {
    /// Whether the points are what the rubric's rule made of the month's tickets.
    #[must_use]
    pub fn follows_rule(&self) -> bool {
        self.computed.as_ref().is_some_and(|computed| computed.points == self.points)
    }
}

/// A submitted score of one engineer in one unit and month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Assessment {
    /// 用人单位.
    pub unit: UnitCode,
    /// 月份.
    pub month: Month,
    /// 工号.
    pub staff_no: StaffNo,
    /// 得分, points.
    pub score: Score,
    /// Items; empty where a total was given.
    #[serde(default)]
    pub items: Vec<ItemScore>,
    /// 说明.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Version of the rubric it was scored by.
    pub rubric: u32,
    /// 代录: recorded by an administrator for the unit.
    pub on_behalf: bool,
}

/// Where a unit's month stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum MonthState {
    /// Scores may be added.
    #[default]
    Open,
    /// Reviewed and closed.
    Closed,
    /// Reopened with a reason: scores may be changed.
    Reopened,
}

/// A score on record with who submitted it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submitted {
    /// The score.
    pub assessment: Assessment,
    /// Who prepared it.
    pub account: AccountName,
}

#[cfg(test)]
mod tests;
