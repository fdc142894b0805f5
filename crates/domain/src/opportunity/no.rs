//! An opportunity's number: unit, month, serial.

use crate::kernel::{Month, UnitCode};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// 商机编号, as `CD-SJ-202611-0003`: each unit counts for itself, from 1 in every month.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct OpportunityNo {
    /// Whose.
    pub unit: UnitCode,
    /// The month in which it was registered.
    pub month: Month,
    /// 1, 2, …
    pub serial: u32,
}

/// The highest serial of a month.
pub(super) const HIGHEST: u32 = 99_999;

/// What stands between unit and month.
const MARK: &str = "SJ";

impl fmt::Display for OpportunityNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{MARK}-{}-{:04}", self.unit, self.month.to_string().replace('-', ""), self.serial)
    }
}

/// A text that is no opportunity's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an opportunity number")]
pub struct OpportunityNoRefusal;

impl FromStr for OpportunityNo {
    type Err = OpportunityNoRefusal;

    fn from_str(text: &str) -> Result<Self, OpportunityNoRefusal> {
        let parsed = || {
            // From behind: a unit's code may hold a dash.
            let mut parts = text.trim().rsplitn(4, '-');
            let (serial, month, _, unit) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
            let month = Month::parse(&format!("{}-{}", month.get(..4)?, month.get(4..)?)).ok()?;
            let no = Self { unit: UnitCode::parse(unit).ok()?, month, serial: serial.parse().ok()? };
            ((1..=HIGHEST).contains(&no.serial) && no.to_string() == text.trim()).then_some(no)
        };
        parsed().ok_or(OpportunityNoRefusal)
    }
}

impl From<OpportunityNo> for String {
    fn from(no: OpportunityNo) -> Self {
        no.to_string()
    }
}

impl TryFrom<String> for OpportunityNo {
    type Error = OpportunityNoRefusal;

    fn try_from(text: String) -> Result<Self, OpportunityNoRefusal> {
        text.parse()
    }
}
