//! A customer's number: unit, serial.

use crate::kernel::UnitCode;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// 客户编号, as `CD-KH-0007`: each unit counts for itself, so that two units never give one twice.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct CustomerNo {
    /// Whose.
    pub unit: UnitCode,
    /// 1, 2, …
    pub serial: u32,
}

/// The highest serial of a unit.
pub(super) const HIGHEST: u32 = 99_999;

/// What stands between unit and serial.
const MARK: &str = "KH";

impl fmt::Display for CustomerNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{MARK}-{:04}", self.unit, self.serial)
    }
}

/// A text that is no customer's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a customer number")]
pub struct CustomerNoRefusal;

impl FromStr for CustomerNo {
    type Err = CustomerNoRefusal;

    fn from_str(text: &str) -> Result<Self, CustomerNoRefusal> {
        let parsed = || {
            // From behind: a unit's code may hold a dash.
            let mut parts = text.trim().rsplitn(3, '-');
            let (serial, _, unit) = (parts.next()?, parts.next()?, parts.next()?);
            let no = Self { unit: UnitCode::parse(unit).ok()?, serial: serial.parse().ok()? };
            ((1..=HIGHEST).contains(&no.serial) && no.to_string() == text.trim()).then_some(no)
        };
        parsed().ok_or(CustomerNoRefusal)
    }
}

impl From<CustomerNo> for String {
    fn from(no: CustomerNo) -> Self {
        no.to_string()
    }
}

impl TryFrom<String> for CustomerNo {
    type Error = CustomerNoRefusal;

    fn try_from(text: String) -> Result<Self, CustomerNoRefusal> {
        text.parse()
    }
}
