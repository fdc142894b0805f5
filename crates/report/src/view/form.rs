//! A form as it was filled in, or empty, to be filled in by hand.

use serde::{Deserialize, Serialize};

use super::{DocumentHead, NamedText, TicketPartLine};

/// A step of the form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FormStepLine {
    /// 部门负责人审批 ….
    pub step: String,
    /// 同意, 退回修改, 成立 …; empty where it was not taken.
    pub outcome: String,
    /// What was written with it, a line each; empty lines where it is to be written by hand.
    pub text: String,
    /// Who, on which day, and what a 代录 rests on.
    pub by: String,
}

/// A task of the form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FormTaskLine {
    /// What is to be done.
    pub text: String,
    /// Who.
    pub who: String,
    /// The last day.
    pub until: String,
    /// Where it stands, with its note.
    pub state: String,
}

/// A form on paper.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FormPaper {
    /// The document about itself: its number is the form's, empty of one that is not filled in.
    pub head: DocumentHead,
    /// What the form is called: 客户投诉处理单 ….
    pub name: String,
    /// What it is about; empty of one that is not filled in.
    pub title: String,
    /// What is said of it once: 日期, 客户, 状态 ….
    pub facts: Vec<NamedText>,
    /// Short fields.
    pub short: Vec<NamedText>,
    /// Fields that take the whole width.
    pub wide: Vec<NamedText>,
    /// Whether short fields stand two in a row.
    pub two_a_row: bool,
    /// Checklist.
    pub parts: Vec<TicketPartLine>,
    /// Steps.
    pub steps: Vec<FormStepLine>,
    /// Tasks.
    pub tasks: Vec<FormTaskLine>,
    /// Files, a line each.
    pub files: Vec<String>,
    /// Who signs on paper.
    pub signatures: Vec<String>,
    /// 填表说明; may be empty.
    pub note: String,
}
