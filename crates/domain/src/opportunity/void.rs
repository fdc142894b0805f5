//! Voiding an opportunity that was registered by mistake: it stays on record and counts nowhere.

use super::Opportunity;
use crate::event::{Event, OpportunityVoided};
use crate::refusal::Refusal;
use crate::ticket::Words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Why one is voided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum VoidedFor {
    /// 重复登记.
    Duplicate,
    /// 误登记.
    Mistaken,
}

impl Opportunity {
    /// Voids it, open or ended, with the reason. `tickets` that belong to it are put under another one first. It is taken up again
    /// by [`Opportunity::reopen`].
    ///
    /// # Errors
    /// [`Refusal::OpportunityVoid`], [`Refusal::ReasonNeeded`], [`Refusal::OpportunityHasTickets`].
    pub fn void(
        &self,
        why: VoidedFor,
        words: Words,
        tickets: u32,
        today: NaiveDate,
    ) -> Result<Vec<Event>, Refusal> {
        self.valid()?;
        let words = words.needed()?;
        if tickets > 0 {
            return Err(Refusal::OpportunityHasTickets { opportunity: self.no.clone(), count: tickets });
        }
        Ok(vec![Event::OpportunityVoided(OpportunityVoided {
            opportunity: self.no.clone(),
            number: self.next_words,
            why,
            on: today,
            text: words.kept,
        })])
    }
}
