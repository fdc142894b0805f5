//! 需求调研报告: what a survey was planned, heard and found, as it stands in the ticket's records (SUR-06).

use serde::{Deserialize, Serialize};

use super::{DocumentHead, NamedText, TicketRecordLine};

/// A part of the report: texts under their names, then records; one of both may be empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SurveySection {
    /// 调研计划, 访谈记录 ….
    pub name: String,
    /// What is said once.
    pub texts: Vec<NamedText>,
    /// Records, in order.
    pub records: Vec<TicketRecordLine>,
}

/// A survey's report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SurveyReport {
    /// The document about itself: its number is the ticket's.
    pub head: DocumentHead,
    /// What the ticket is about.
    pub title: String,
    /// 第 2 版 ….
    pub version: String,
    /// Customer, engineers, days.
    pub facts: Vec<NamedText>,
    /// Its parts; an empty one is left out.
    pub sections: Vec<SurveySection>,
}
