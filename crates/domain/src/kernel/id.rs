//! Names that identify a record: short, printable, without spaces inside.

use serde::{Deserialize, Serialize};
use std::fmt;

/// A text that cannot identify a record: empty, longer than 40 characters, or with control characters or blanks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an identifier")]
pub struct IdRefusal;

fn checked(text: &str) -> Result<String, IdRefusal> {
    let text = text.trim();
    let printable = text.chars().all(|c| !c.is_control() && !c.is_whitespace());
    if text.is_empty() || text.chars().count() > 40 || !printable {
        return Err(IdRefusal);
    }
    Ok(text.to_owned())
}

macro_rules! identifier {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        pub struct $name(String);

        impl $name {
            /// Takes a trimmed, printable text of 1 to 40 characters without blanks.
            pub fn parse(text: &str) -> Result<Self, IdRefusal> {
                checked(text).map(Self)
            }

            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Self::parse(&String::deserialize(deserializer)?).map_err(serde::de::Error::custom)
            }
        }
    };
}

identifier!(
    /// 单位代码: identifies an employing unit.
    UnitCode
);
identifier!(
    /// 工号: identifies an engineer, also after their name has been erased.
    StaffNo
);
identifier!(
    /// 合同号.
    ContractNo
);
identifier!(
    /// The name somebody signs in with.
    AccountName
);
