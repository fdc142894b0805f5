//! 工单档案: one ticket whole, from its request to its rating.

use serde::{Deserialize, Serialize};

use super::DocumentHead;

/// A text under its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct NamedText {
    /// Its name: 投标截止日, 完成质量 ….
    pub name: String,
    /// What it says.
    pub text: String,
}

/// A term of the ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TicketTermLine {
    /// 响应, 交付 ….
    pub term: String,
    /// The last day.
    pub due_on: String,
    /// Done on that day, or empty.
    pub done_on: String,
    /// Where it stands: `按时`, `超时 2 个工作日完成`.
    pub standing: String,
}

/// A day of the clock of delivery.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TicketDay {
    /// The day.
    pub day: String,
    /// How it counts: `第 3 个工作日`, `周末，不计入`.
    pub counted: String,
}

/// A part, or a step, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TicketPartLine {
    /// What it is.
    pub part: String,
    /// 已提交, 未提交, 不适用, 已完成 ….
    pub state: String,
    /// Since when, or why not; may be empty.
    pub note: String,
}

/// A record of the ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TicketRecordLine {
    /// Its day.
    pub on: String,
    /// Its kind: 内部讨论 ….
    pub kind: String,
    /// What was filled in, a line each.
    pub text: String,
    /// Who wrote it.
    pub by: String,
}

/// A round of audit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TicketAuditLine {
    /// 第 1 轮 ….
    pub round: String,
    /// When it was asked for, and whether too late.
    pub asked_on: String,
    /// The answer with its day; what does not conform.
    pub outcome: String,
    /// Who audited, and what it rests on.
    pub by: String,
}

/// An act on the ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TicketActLine {
    /// When, local time.
    pub at: String,
    /// What was done.
    pub act: String,
    /// Who did it.
    pub by: String,
    /// Its words, and whose step it was where it was entered for somebody; may be empty.
    pub text: String,
}

/// A file of the ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TicketFileLine {
    /// 成果, 送审文件, 记录附件, 代录依据.
    pub category: String,
    /// What it is, with its version, and whether it no longer holds.
    pub what: String,
    /// When it came and who brought it.
    pub from: String,
    /// Its size.
    pub size: String,
    /// SHA-256, 64 hexadecimal digits.
    pub hash: String,
}

/// 工单档案.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TicketDossier {
    /// The document about itself: its number is the ticket's, its unit the ticket's.
    pub head: DocumentHead,
    /// What it is about.
    pub title: String,
    /// Where it stands, and in which phase.
    pub state: String,
    /// What is said of it once, in the order of reading: 工单类型, 客户, 申请人, 第一责任人 ….
    pub facts: Vec<NamedText>,
    /// Who answers for it: who does now and why, what was passed on, approvals, what others were asked, copies.
    pub hands: Vec<NamedText>,
    /// Fields of its type as they are filled in.
    pub fields: Vec<NamedText>,
    /// What is missing to close it; empty where nothing is, and where it has ended.
    pub missing: Vec<String>,
    /// Its terms.
    pub terms: Vec<TicketTermLine>,
    /// The clock of its delivery, day by day.
    pub days: Vec<TicketDay>,
    /// Steps of the work.
    pub steps: Vec<TicketPartLine>,
    /// Parts that must be there.
    pub parts: Vec<TicketPartLine>,
    /// Records.
    pub records: Vec<TicketRecordLine>,
    /// Rounds of audit.
    pub audits: Vec<TicketAuditLine>,
    /// The requester's marks; empty where it was not rated.
    pub marks: Vec<NamedText>,
    /// Everything that was done, oldest first.
    pub acts: Vec<TicketActLine>,
    /// Its files.
    pub files: Vec<TicketFileLine>,
}
