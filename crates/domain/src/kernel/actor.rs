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
}

impl Role {
    /// Every role, in the order in which screens list them.
    pub const ALL: [Self; 6] = [
        Self::Administrator,
        Self::UnitManager,
        Self::UnitLeader,
        Self::Clerk,
        Self::ProviderRepresentative,
        Self::Auditor,
    ];
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
