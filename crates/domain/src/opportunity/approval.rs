//! What others approve of an opportunity, who do not sit at this program: 商务授权, a look at a checkpoint, taking over (代录).

use super::{CHECKPOINT, Opportunity};
use crate::event::{Event, OpportunityApproved};
use crate::refusal::Refusal;
use crate::ticket::{Behalf, Words};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What is approved or refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ApprovalOf {
    /// 商务授权: what goes beyond one's own authority (PIP-16).
    Authority,
    /// The supervisor looked at a checkpoint (PIP-18).
    Checkpoint,
    /// Whoever delivers took the project over (PIP-13).
    Handover,
}

/// An approval as it is to be recorded.
#[derive(Clone, Debug)]
pub struct Approval {
    /// What.
    pub of: ApprovalOf,
    /// Which record, of a checkpoint.
    pub record: Option<u32>,
    /// Its day.
    pub on: NaiveDate,
    /// Approved, and not refused.
    pub approved: bool,
    /// Who it was, and their words.
    pub words: Words,
    /// What it rests on.
    pub behalf: Behalf,
}

impl Opportunity {
    /// Records what somebody else approved or refused; a refusal has its reason.
    ///
    /// # Errors
    /// [`Refusal::OpportunityVoid`], [`Refusal::OpportunityEnded`], [`Refusal::UnknownOpportunityRecord`],
    /// [`Refusal::OpportunityNotHanded`], [`Refusal::DayOutside`], [`Refusal::ReasonNeeded`], and those of [`Behalf::checked`].
    pub fn approve(&self, given: Approval, today: NaiveDate) -> Result<Vec<Event>, Refusal> {
        let (from, record) = match given.of {
            ApprovalOf::Authority => {
                self.open()?;
                (self.found_on, None)
            }
            ApprovalOf::Checkpoint => {
                self.open()?;
                let number = given.record.unwrap_or_default();
                let holds =
                    |row: &&super::RecordRow| row.number == number && row.kind == CHECKPOINT && !row.struck;
                let found = self.records.iter().find(holds);
                let row = found.ok_or(Refusal::UnknownOpportunityRecord { number })?;
                (row.on, Some(number))
            }
            ApprovalOf::Handover => {
                self.valid()?;
                let unhanded = || Refusal::OpportunityNotHanded { opportunity: self.no.clone() };
                (self.handed_over_on.ok_or_else(unhanded)?, None)
            }
        };
        Self::between(given.on, from, today)?;
        let words = if given.approved { given.words } else { given.words.needed()? };
        Ok(vec![Event::OpportunityApproved(OpportunityApproved {
            opportunity: self.no.clone(),
            number: self.next_words,
            of: given.of,
            record,
            on: given.on,
            approved: given.approved,
            behalf: given.behalf.checked(words)?,
            text: words.kept,
        })])
    }
}
