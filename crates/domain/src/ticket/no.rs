//! A ticket's number: unit, month, serial.

use crate::kernel::{Month, UnitCode};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// 工单号, as `CD-202611-0012`: each unit counts for itself, from 1 in every month, so that two units never give one twice.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct TicketNo {
    /// Whose.
    pub unit: UnitCode,
    /// The month in which it was registered.
    pub month: Month,
    /// 1, 2, …
    pub serial: u32,
}

/// The highest serial of a month.
pub(super) const HIGHEST: u32 = 99_999;

impl fmt::Display for TicketNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}-{:04}", self.unit, self.month.to_string().replace('-', ""), self.serial)
    }
}

/// A text that is no ticket's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a ticket number")]
pub struct TicketNoRefusal;

impl FromStr for TicketNo {
    type Err = TicketNoRefusal;

    fn from_str(text: &str) -> Result<Self, TicketNoRefusal> {
        let parsed = || {
            // From behind: a unit's code may hold a dash.
            let mut parts = text.trim().rsplitn(3, '-');
            let (serial, month, unit) = (parts.next()?, parts.next()?, parts.next()?);
            let month = Month::parse(&format!("{}-{}", month.get(..4)?, month.get(4..)?)).ok()?;
            let no = Self { unit: UnitCode::parse(unit).ok()?, month, serial: serial.parse().ok()? };
            let written = (1..=HIGHEST).contains(&no.serial) && no.to_string() == text.trim();
            written.then_some(no)
        };
        parsed().ok_or(TicketNoRefusal)
    }
}

impl From<TicketNo> for String {
    fn from(no: TicketNo) -> Self {
        no.to_string()
    }
}

impl TryFrom<String> for TicketNo {
    type Error = TicketNoRefusal;

    fn try_from(text: String) -> Result<Self, TicketNoRefusal> {
        text.parse()
    }
}
