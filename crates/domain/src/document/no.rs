//! A document's number: unit, stage, month, serial (DOC-08 … DOC-15).

use crate::kernel::{Month, UnitCode};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// What a number begins with: two letters that stand for a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct StageCode([u8; 2]);

impl StageCode {
    /// 其他.
    pub const OTHER: Self = Self(*b"QT");
}

impl fmt::Display for StageCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", char::from(self.0[0]), char::from(self.0[1]))
    }
}

/// A text that is no document's number, or no code of a stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a document's number")]
pub struct DocumentNoRefusal;

impl FromStr for StageCode {
    type Err = DocumentNoRefusal;

    fn from_str(text: &str) -> Result<Self, DocumentNoRefusal> {
        match *text.as_bytes() {
            [one @ b'A'..=b'Z', two @ b'A'..=b'Z'] => Ok(Self([one, two])),
            _ => Err(DocumentNoRefusal),
        }
    }
}

impl From<StageCode> for String {
    fn from(code: StageCode) -> Self {
        code.to_string()
    }
}

impl TryFrom<String> for StageCode {
    type Error = DocumentNoRefusal;

    fn try_from(text: String) -> Result<Self, DocumentNoRefusal> {
        text.parse()
    }
}

/// 文档编号. On paper it is `QD202305001`; in the ledger the unit stands before it, `CD-QD202305001`, since each unit counts for
/// itself, so that two installations never give one twice.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct DocumentNo {
    /// Whose.
    pub unit: UnitCode,
    /// Of which stage.
    pub stage: StageCode,
    /// The month in which it was filed.
    pub month: Month,
    /// 1, 2, … of unit, stage and month.
    pub serial: u32,
}

/// The highest serial of a stage's month (DOC-14).
pub const HIGHEST_DOCUMENT: u32 = 999;

impl DocumentNo {
    /// As it stands on paper, without the unit.
    #[must_use]
    pub fn number(&self) -> String {
        let month = self.month.to_string().replace('-', "");
        format!("{}{month}{:03}", self.stage, self.serial)
    }
}

impl fmt::Display for DocumentNo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{}", self.unit, self.number())
    }
}

impl FromStr for DocumentNo {
    type Err = DocumentNoRefusal;

    fn from_str(text: &str) -> Result<Self, DocumentNoRefusal> {
        let parsed = || {
            // From behind: a unit's code may hold a dash.
            let (unit, number) = text.trim().rsplit_once('-')?;
            let (stage, rest) = (number.get(..2)?, number.get(2..)?);
            let month = Month::parse(&format!("{}-{}", rest.get(..4)?, rest.get(4..6)?)).ok()?;
            let serial = rest.get(6..)?.parse().ok()?;
            let no = Self { unit: UnitCode::parse(unit).ok()?, stage: stage.parse().ok()?, month, serial };
            let written = (1..=HIGHEST_DOCUMENT).contains(&no.serial) && no.to_string() == text.trim();
            written.then_some(no)
        };
        parsed().ok_or(DocumentNoRefusal)
    }
}

impl From<DocumentNo> for String {
    fn from(no: DocumentNo) -> Self {
        no.to_string()
    }
}

impl TryFrom<String> for DocumentNo {
    type Error = DocumentNoRefusal;

    fn try_from(text: String) -> Result<Self, DocumentNoRefusal> {
        text.parse()
    }
}
