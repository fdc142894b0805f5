//! An opportunity as it stands.

use super::{Basics, OpportunityNo, RecordRow, Stage};
use crate::form::Answers;
use crate::kernel::{Digest, Yuan};
use crate::refusal::Refusal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// 结果 (PIP-12).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Outcome {
    /// 中标.
    Won,
    /// 达成合作意向.
    Agreed,
    /// 未中标.
    Lost,
    /// 放弃.
    Dropped,
}

impl Outcome {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Won, Self::Agreed, Self::Lost, Self::Dropped];

    /// Whether it is a success (ASS-02: won or agreed).
    #[must_use]
    pub fn is_success(self) -> bool {
        matches!(self, Self::Won | Self::Agreed)
    }
}

/// How an opportunity ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Conclusion {
    /// How.
    pub outcome: Outcome,
    /// On that day.
    pub on: NaiveDate,
    /// 成交金额, yuan.
    pub amount: Option<Yuan>,
}

/// An opportunity on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opportunity {
    /// 商机编号.
    pub no: OpportunityNo,
    /// What it is.
    pub basics: Basics,
    /// Salted digest of 客户经理 or 行业经理.
    pub people: Digest,
    /// Known of since that day.
    pub found_on: NaiveDate,
    /// Where it stands.
    pub stage: Stage,
    /// Since that day.
    pub since: NaiveDate,
    /// What its stages ask for.
    pub answers: Answers,
    /// Salted digest of the personal fields.
    pub text: Option<Digest>,
    /// Records, struck ones among them.
    pub records: Vec<RecordRow>,
    /// How it ended.
    pub concluded: Option<Conclusion>,
    /// 项目交接 after winning, on that day.
    pub handed_over_on: Option<NaiveDate>,
    /// Whether it was voided: it counts nowhere.
    pub voided: bool,
    /// The next number of what is kept beside the journal.
    pub next_words: u32,
}

impl Opportunity {
    /// Whether quotes and competitors' prices are for all who read it: from the outcome on, and before it for those alone who do the
    /// work (SEC-09).
    #[must_use]
    pub fn shows_prices(&self) -> bool {
        self.concluded.is_some()
    }

    /// Refuses what cannot be done with an opportunity that was voided.
    pub(super) fn valid(&self) -> Result<(), Refusal> {
        if self.voided {
            return Err(Refusal::OpportunityVoid { opportunity: self.no.clone() });
        }
        Ok(())
    }

    /// Refuses what can only be done with an opportunity that has not ended.
    pub(super) fn open(&self) -> Result<(), Refusal> {
        self.valid()?;
        if self.concluded.is_some() {
            return Err(Refusal::OpportunityEnded { opportunity: self.no.clone() });
        }
        Ok(())
    }
}
