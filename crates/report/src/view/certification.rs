//! 能力认证结果 and 等级证书: how one engineer did against one level, gate by gate.

use serde::{Deserialize, Serialize};

use super::{DocumentHead, PartySignatory, Responsible};

/// A gate of the level, and how the engineer stands to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CertifiedGate {
    /// What is asked: `相关工作年限`.
    pub gate: String,
    /// How much of it: `不少于 2 年`.
    pub required: String,
    /// 达到, 未达到, 待证明.
    pub verdict: String,
    /// From what this follows: figures of the ledger, or the proof that was attached.
    pub how: String,
}

/// The outcome of one certification.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CertificationResult {
    /// The document about itself: its number is the certificate's, its unit the engineer's.
    pub head: DocumentHead,
    /// Whether the level was reached: the document then is a 等级证书, otherwise a 能力认证结果.
    pub certified: bool,
    /// 姓名
    pub name: String,
    /// 工号
    pub staff_no: String,
    /// 岗位; may be empty.
    pub post: String,
    /// The standard with its version.
    pub standard: String,
    /// The level with its title: `三级　高级售前支撑工程师`.
    pub level: String,
    /// The result in words.
    pub result: String,
    /// When it was decided: `2026-12-20`.
    pub decided_on: String,
    /// From when it is valid; empty where nothing is certified.
    pub valid_from: String,
    /// Until when; empty where the standard sets no end.
    pub valid_until: String,
    /// What follows: training, another attempt, a request for replacement; may be empty.
    pub follow_up: String,
    /// The gates in the standard's order.
    pub gates: Vec<CertifiedGate>,
    /// Who evaluated and who decided.
    pub evaluators: Vec<Responsible>,
    /// Evidence, a line each.
    pub evidence: Vec<String>,
    /// 代录: for whom a step was recorded, and on what basis; a line each.
    pub on_behalf: Vec<String>,
    /// Who signs for the client.
    pub client_signatory: PartySignatory,
    /// Who signs for the provider.
    pub provider_signatory: PartySignatory,
}
