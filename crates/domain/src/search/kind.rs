//! What can be looked for by its words.

use serde::{Deserialize, Serialize};

/// A kind of thing whose words are indexed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum SearchKind {
    /// 工单.
    Ticket,
    /// 商机.
    Opportunity,
    /// 客户.
    Customer,
    /// 沟通 and 表单.
    Form,
    /// 文档.
    Document,
}

impl SearchKind {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 5] = [Self::Ticket, Self::Opportunity, Self::Customer, Self::Form, Self::Document];

    /// The word it is kept under.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Ticket => "ticket",
            Self::Opportunity => "opportunity",
            Self::Customer => "customer",
            Self::Form => "form",
            Self::Document => "document",
        }
    }
}
