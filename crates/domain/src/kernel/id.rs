//! Names that identify a record: short, printable, without spaces inside. A quarter holds each of them thousands of
//! times, so that a short one is kept in place rather than on the heap.

use super::text::parsed;
use compact_str::CompactString;
use serde::{Deserialize, Serialize, Serializer};
use std::fmt;

/// A text that cannot identify a record: empty, longer than 40 characters, or with control characters or blanks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an identifier")]
pub struct IdRefusal;

fn checked(text: &str) -> Result<CompactString, IdRefusal> {
    // Printable ASCII needs no look at what each character is.
    if (1..=40).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_graphic()) {
        return Ok(text.into());
    }
    let text = text.trim();
    let printable = text.chars().all(|c| !c.is_control() && !c.is_whitespace());
    if text.is_empty() || text.chars().count() > 40 || !printable {
        return Err(IdRefusal);
    }
    Ok(text.into())
}

macro_rules! identifier {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(CompactString);

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

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                parsed(deserializer, Self::parse)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_identify() {
        let (forty, more) = ("工".repeat(40), "a".repeat(41));
        for (text, expected) in [
            ("CD", Ok("CD")),
            (" S-001 ", Ok("S-001")),
            ("四川01", Ok("四川01")),
            (&*forty, Ok(&*forty)),
            ("", Err(IdRefusal)),
            ("  ", Err(IdRefusal)),
            ("a b", Err(IdRefusal)),
            ("a\u{7f}", Err(IdRefusal)),
            ("a\u{3000}b", Err(IdRefusal)),
            (&*more, Err(IdRefusal)),
        ] {
            assert_eq!(
                StaffNo::parse(text).as_ref().map(StaffNo::as_str),
                expected.as_ref().copied(),
                "{text:?}"
            );
            let read: Result<StaffNo, _> = serde_json::from_value(text.into());
            assert_eq!(read.ok().map(|id| id.to_string()), expected.ok().map(str::to_owned), "{text:?}");
        }
    }
}
