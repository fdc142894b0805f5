//! The three papers that a new engineer needs: 到岗接收函, 信息安全协议, 安全生产承诺书.

use serde::{Deserialize, Serialize};

use super::{DocumentHead, PartySignatory};

/// Which of the three papers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ArrivalPaperKind {
    /// 到岗接收函: the unit takes the engineer in.
    Letter,
    /// 信息安全协议
    SecurityAgreement,
    /// 安全生产承诺书
    SafetyPledge,
}

/// One paper of one engineer's arrival, to be signed by both sides. Its number is the head's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ArrivalPaper {
    /// The document about itself; its unit is the one that takes the engineer in.
    pub head: DocumentHead,
    /// Which paper.
    pub kind: ArrivalPaperKind,
    /// 姓名
    pub name: String,
    /// 工号
    pub staff_no: String,
    /// 岗位; may be empty.
    pub post: String,
    /// 技能, in one line; may be empty.
    pub skills: String,
    /// 到岗日期: `2026-12-01`.
    pub arrives_on: String,
    /// 试用期 in words: `2026-12-01 至 2026-12-31`, or from when it counts.
    pub probation: String,
    /// 管理人, who looks after the engineer; may be empty.
    pub manager: String,
    /// Who signs for the client's unit.
    pub client_signatory: PartySignatory,
    /// Who signs for the provider.
    pub provider_signatory: PartySignatory,
}
