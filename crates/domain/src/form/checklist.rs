//! Checklists: parts that must be there, each with what shows it, or the reason why it does not apply (SOL-01).

use super::{Answers, Condition};
use crate::kernel::Digest;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What shows that a part is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ShownBy {
    /// Somebody says so.
    Tick,
    /// A file.
    File,
}

/// What a change of demand does to a part (SUR-08).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum OnChange {
    /// It is made anew: a report in another version.
    Anew,
    /// It is asked for from then on, and after each change again: what is touched by it.
    Asked,
}

/// A part of a checklist.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CheckItem {
    /// Names it within its list.
    pub code: String,
    /// What users read.
    pub label: String,
    /// What shows it.
    pub shown_by: ShownBy,
    /// Asked for only where this holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// Whether it may be left out, with a reason.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub may_not_apply: bool,
    /// 限制查看: its file is seen only by those who do the work.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub restricted: bool,
    /// Comes after that part of the list, where that one is asked for (SOL-02).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// What a change of demand does to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_change: Option<OnChange>,
}

impl CheckItem {
    /// Whether the answers ask for it.
    #[must_use]
    pub fn asked(&self, answers: &Answers) -> bool {
        self.when.as_ref().is_none_or(|condition| condition.holds(answers))
    }
}

/// Where a part stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ItemState {
    /// There since that day.
    Done {
        /// The day.
        on: NaiveDate,
        /// SHA-256 of the file.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        file: Option<Digest>,
    },
    /// 不适用.
    NotApplicable {
        /// Why.
        reason: String,
    },
    /// Taken back.
    Open,
}
