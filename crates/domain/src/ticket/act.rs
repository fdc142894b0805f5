//! What every act on a ticket brings along.

use crate::event::{Event, TicketFilled};
use crate::form::Answers;
use crate::kernel::Digest;
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};

/// The words of an act, kept beside the journal since they may name people: their digest, and whether there are any.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// Salted digest of what is kept.
    pub kept: Option<Digest>,
    /// Whether a text is among it, and not a name alone.
    pub text: bool,
    /// Whether it names whose step it was.
    pub person: bool,
}

impl Words {
    /// Refuses where no text was given.
    ///
    /// # Errors
    /// [`Refusal::ReasonNeeded`].
    pub fn needed(self) -> Result<Self, Refusal> {
        if self.text { Ok(self) } else { Err(Refusal::ReasonNeeded) }
    }
}

/// 代录: a step of somebody who does not sit at this program, with what it rests on. Whose step it was stands among the act's
/// words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Behalf {
    /// The number of a 快文, of a message, or what was shown.
    pub basis: String,
    /// SHA-256 of a picture or scan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Digest>,
}

/// Most characters of what an entry on behalf rests on.
const LONGEST_BASIS: u32 = 60;

impl Behalf {
    /// As it is recorded, with the words of its act, which name whose step it was.
    ///
    /// # Errors
    /// [`Refusal::BasisNeeded`] where nothing shows it; [`Refusal::TextLong`]; [`Refusal::PersonNeeded`].
    pub fn checked(self, words: Words) -> Result<Self, Refusal> {
        let basis = self.basis.trim().to_owned();
        if basis.is_empty() && self.evidence.is_none() {
            return Err(Refusal::BasisNeeded);
        }
        if basis.chars().count() > LONGEST_BASIS as usize {
            return Err(Refusal::TextLong { limit: LONGEST_BASIS });
        }
        if !words.person {
            return Err(Refusal::PersonNeeded);
        }
        Ok(Self { basis, ..self })
    }
}

impl super::Ticket {
    /// Fills the ticket's fields in anew, all of them at once.
    ///
    /// # Errors
    /// [`Refusal::TicketEnded`]; [`Refusal::FieldMissing`] where what a ticket begins with is taken away.
    pub fn fill(&self, answers: Answers, text: Option<Digest>) -> Result<Vec<Event>, Refusal> {
        self.open()?;
        super::register::check_start(&self.kind, &answers)?;
        if answers == self.answers && text == self.text {
            return Ok(Vec::new());
        }
        Ok(vec![Event::TicketFilled(TicketFilled { ticket: self.no.clone(), answers, text })])
    }
}
