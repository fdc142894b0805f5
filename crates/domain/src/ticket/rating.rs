//! The requester's rating at the end: five points, several questions, a reason when low (TKT-61, FRM-77).

use super::{Behalf, Ticket, TicketState, Words};
use crate::event::{Event, TicketRated};
use crate::kernel::{Actor, Exact};
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A question of the rating.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum RatingQuestion {
    /// 响应及时.
    Response,
    /// 完成质量.
    Quality,
    /// 专业能力.
    Expertise,
    /// 服务态度.
    Attitude,
}

/// The questions, in the order in which they are asked.
#[must_use]
pub fn rating_questions() -> [RatingQuestion; 4] {
    [RatingQuestion::Response, RatingQuestion::Quality, RatingQuestion::Expertise, RatingQuestion::Attitude]
}

/// Highest mark.
pub(super) const BEST: u8 = 5;
/// A mark so low needs a reason.
const LOW: u8 = 2;

/// A rating on record: 1 to 5 for each question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Rating(pub BTreeMap<RatingQuestion, u8>);

impl Rating {
    /// The sum of its marks.
    #[must_use]
    pub fn sum(&self) -> u32 {
        self.0.values().copied().map(u32::from).sum()
    }

    /// How many questions were marked.
    #[must_use]
    pub fn questions(&self) -> u32 {
        u32::try_from(self.0.len()).unwrap_or(u32::MAX)
    }

    /// Whether one of its marks was so low that it needed a reason.
    #[must_use]
    pub fn is_low(&self) -> bool {
        self.0.values().any(|mark| *mark <= LOW)
    }

    /// The mean of its marks, exact; `None` where it has none.
    #[must_use]
    pub fn mean(&self) -> Option<Exact> {
        Exact::ratio(self.sum().into(), self.questions().into())
    }
}

impl Ticket {
    /// Refuses whoever is not the requester and does not enter it on their behalf.
    pub(super) fn by_requester(
        &self,
        actor: &Actor,
        behalf: Option<Behalf>,
        words: Words,
    ) -> Result<Option<Behalf>, Refusal> {
        if self.requester.as_ref() == Some(&actor.account) {
            return Ok(None);
        }
        match behalf.map(|behalf| behalf.checked(words)).transpose()? {
            Some(behalf) => Ok(Some(behalf)),
            None => Err(Refusal::RequesterActs { ticket: self.no.clone() }),
        }
    }

    /// Rates the support. Only the requester rates, or somebody enters it for them with what shows it (代录).
    ///
    /// # Errors
    /// [`Refusal::TicketElsewhere`], [`Refusal::RatedAlready`], [`Refusal::RequesterActs`], [`Refusal::MarkOutOfRange`],
    /// [`Refusal::ReasonNeeded`].
    pub fn rate(
        &self,
        actor: &Actor,
        rating: Rating,
        words: Words,
        behalf: Option<Behalf>,
    ) -> Result<Vec<Event>, Refusal> {
        self.in_state(&[TicketState::Confirmed])?;
        if self.rating.is_some() {
            return Err(Refusal::RatedAlready { ticket: self.no.clone() });
        }
        let behalf = self.by_requester(actor, behalf, words)?;
        let complete = rating_questions().iter().all(|question| rating.0.contains_key(question));
        if !complete || rating.0.values().any(|mark| !(1..=BEST).contains(mark)) {
            return Err(Refusal::MarkOutOfRange { most: u32::from(BEST) });
        }
        let text = if rating.is_low() { words.needed()?.kept } else { words.kept };
        Ok(vec![Event::TicketRated(TicketRated {
            ticket: self.no.clone(),
            number: self.next_words,
            rating,
            text,
            behalf,
        })])
    }
}
