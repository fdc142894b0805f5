//! 季度考核异议单: what the provider objects to in one unit's confirmation sheet.

use serde::{Deserialize, Serialize};

use super::{DocumentHead, PartySignatory};

/// One objection.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SlipLine {
    /// Whom it is about: 整个单位, or a staff number.
    pub about: String,
    /// What, and why.
    pub text: String,
}

/// 季度考核异议单. Journal hash and origin of its head are those of the sheet that it objects to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ObjectionSlip {
    /// The document about itself; its unit is the one that is to answer.
    pub head: DocumentHead,
    /// Number of the sheet that it objects to.
    pub sheet_no: String,
    /// Revision of that sheet.
    pub sheet_revision: String,
    /// Check code of that sheet.
    pub sheet_check_code: String,
    /// Who wrote it.
    pub writer: PartySignatory,
    /// The objections, in order.
    pub objections: Vec<SlipLine>,
    /// Who signs for its receipt.
    pub client_signatory: PartySignatory,
    /// Who signs for the provider.
    pub provider_signatory: PartySignatory,
}
