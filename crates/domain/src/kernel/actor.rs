//! Who acts.

use super::{AccountName, UnitCode};
use serde::{Deserialize, Serialize};

/// What an account may be. Which use cases each role reaches is one table in `app`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Role {
    /// 系统管理员: accounts, settings, and recording on behalf of others (代录).
    Administrator,
    /// 单位管理人员: scores the unit's engineers (§6.1 专门的管理人员).
    UnitManager,
    /// 用人单位领导: reviews what the manager prepared.
    UnitLeader,
    /// 省公司经办: collects, settles, pays.
    Clerk,
    /// 四川全通接口人: confirms for the provider.
    ProviderRepresentative,
    /// 监督 (read only).
    Auditor,
    /// 需求人, 客户经理 or 行业经理: asks for support and says whether it is over (ORG-11).
    Requester,
    /// 工程师, 售前支撑人员: does what tickets ask of them, under their own staff number (ORG-13).
    Engineer,
    /// 商务专员: prices, competitors and the commercial part of bids (ORG-21).
    CommercialOfficer,
}

impl Role {
    /// Every role, in the order in which screens list them.
    pub const ALL: [Self; 9] = [
        Self::Administrator,
        Self::UnitManager,
        Self::UnitLeader,
        Self::Clerk,
        Self::ProviderRepresentative,
        Self::Auditor,
        Self::Requester,
        Self::Engineer,
        Self::CommercialOfficer,
    ];

    /// Whether an account of this role belongs to one unit and sees no other.
    #[must_use]
    pub fn of_unit(self) -> bool {
        match self {
            Self::UnitManager
            | Self::UnitLeader
            | Self::Requester
            | Self::Engineer
            | Self::CommercialOfficer => true,
            Self::Administrator | Self::Clerk | Self::ProviderRepresentative | Self::Auditor => false,
        }
    }
}

/// The account behind an act, as the journal keeps it. The display name is personal data and stands elsewhere.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// Signed in as.
    pub account: AccountName,
    /// The role at the time.
    pub role: Role,
    /// The unit the account belongs to; `None` for those of the province as a whole or of the provider.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitCode>,
}
