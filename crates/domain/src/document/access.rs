//! Who reads a document: those who read what it hangs on (DOC-22), unless it is for those alone who do the work (DOC-24,
//! BID-12, SEC-09).

use super::{DocumentClass, classes};
use serde::{Deserialize, Serialize};

/// 密级.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Secrecy {
    /// 普通.
    #[default]
    Ordinary,
    /// 内部: of the own house, not to be handed on.
    Internal,
    /// 机密: for those alone who do the work.
    Confidential,
}

impl Secrecy {
    /// All of them, the most open one first.
    pub const ALL: [Self; 3] = [Self::Ordinary, Self::Internal, Self::Confidential];
}

/// Whether only those read it who do the work, and not all who read what it hangs on: what is confidential, and prices of a bid.
#[must_use]
pub fn for_workers_alone(class: &DocumentClass, secrecy: Secrecy) -> bool {
    let restricted =
        || class.kind.as_deref().and_then(|kind| classes().kind(kind)).is_some_and(|k| k.restricted);
    secrecy == Secrecy::Confidential || restricted()
}
