//! 更换人员申请: a unit asks the provider for somebody else after a trial that failed.

use serde::{Deserialize, Serialize};

use super::{DocumentHead, PartySignatory};

/// A month of the trial.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TrialMonth {
    /// `2026-07`
    pub month: String,
    /// Score with two decimals.
    pub score: String,
    /// 试用, 可要求更换 … in words; may be empty.
    pub mark: String,
    /// Items with points taken off and why, in one text; empty where nothing was.
    pub deductions: String,
}

/// A dated note about the engineer's work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WorkNote {
    /// `2026-07-14`
    pub date: String,
    /// What was noted.
    pub text: String,
}

/// A step of the request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RequestStep {
    /// 提出, 领导审批, 发送四川全通 …
    pub step: String,
    /// Who; empty while nobody has.
    pub who: String,
    /// `2026-08-04`, or empty.
    pub date: String,
    /// 代录: for whom it was recorded, and on what basis; empty where people acted for themselves.
    pub on_behalf: String,
}

/// 更换人员申请.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ReplacementRequest {
    /// The document about itself; its unit is the one that asks.
    pub head: DocumentHead,
    /// 姓名
    pub name: String,
    /// 工号
    pub staff_no: String,
    /// 岗位; may be empty.
    pub post: String,
    /// 到岗日期
    pub arrived_on: String,
    /// 试用期: `2026-07-01 至 2026-07-31`.
    pub probation: String,
    /// The line below which a unit may ask: `低于 70 分`.
    pub threshold: String,
    /// Why the unit asks.
    pub reason: String,
    /// 快文编号; empty while it was not sent.
    pub express_no: String,
    /// The months of the trial.
    pub months: Vec<TrialMonth>,
    /// Work notes by date.
    pub notes: Vec<WorkNote>,
    /// Other evidence, a line each.
    pub evidence: Vec<String>,
    /// The request's steps so far.
    pub steps: Vec<RequestStep>,
    /// 接替人员: staff number and name; empty while there is none.
    pub successor: String,
    /// Who signs for the client's unit.
    pub client_signatory: PartySignatory,
    /// Who signs for the provider.
    pub provider_signatory: PartySignatory,
}
