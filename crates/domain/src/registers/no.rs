//! A form's number: unit, register, month, serial.

use super::Register;
use crate::kernel::{Month, UnitCode};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// 编号 of a filled form, as `CD-TS202611-0003`: each unit counts every register for itself, from 1 in every month, so that two
/// units never give one twice.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct FormNo {
    /// Whose.
    pub unit: UnitCode,
    /// In which register it stands.
    pub register: Register,
    /// The month in which it was registered.
    pub month: Month,
    /// 1, 2, …
    pub serial: u32,
}

/// The highest serial of a month.
pub(super) const HIGHEST: u32 = 99_999;

impl fmt::Display for FormNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let month = self.month.to_string().replace('-', "");
        write!(f, "{}-{}{month}-{:04}", self.unit, self.register.mark(), self.serial)
    }
}

/// A text that is no form's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a form's number")]
pub struct FormNoRefusal;

impl FromStr for FormNo {
    type Err = FormNoRefusal;

    fn from_str(text: &str) -> Result<Self, FormNoRefusal> {
        let parsed = || {
            // From behind: a unit's code may hold a dash.
            let mut parts = text.trim().rsplitn(3, '-');
            let (serial, month, unit) = (parts.next()?, parts.next()?, parts.next()?);
            let (mark, month) = (month.get(..2)?, month.get(2..)?);
            let register = Register::ALL.into_iter().find(|register| register.mark() == mark)?;
            let month = Month::parse(&format!("{}-{}", month.get(..4)?, month.get(4..)?)).ok()?;
            let no =
                Self { unit: UnitCode::parse(unit).ok()?, register, month, serial: serial.parse().ok()? };
            let written = (1..=HIGHEST).contains(&no.serial) && no.to_string() == text.trim();
            written.then_some(no)
        };
        parsed().ok_or(FormNoRefusal)
    }
}

impl From<FormNo> for String {
    fn from(no: FormNo) -> Self {
        no.to_string()
    }
}

impl TryFrom<String> for FormNo {
    type Error = FormNoRefusal;

    fn try_from(text: String) -> Result<Self, FormNoRefusal> {
        text.parse()
    }
}
