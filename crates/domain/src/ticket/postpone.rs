//! The first responsible is busy: whether it can be put off to a named free time is asked, and the answer recorded (DSP-04,
//! DSP-05, DSP-06).

use super::{Behalf, Ticket, TicketState, Words, working_due};
use crate::deadline::Reckoning;
use crate::event::{Event, PostponementAnswered, PostponementAsked};
use crate::kernel::Actor;
use crate::refusal::Refusal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What the requester says to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum PostponementAnswer {
    /// 同意推迟: it stays with the first, with the new day (DSP-05).
    Agreed,
    /// 不能推迟: the first has to arrange for the second (DSP-06).
    Urgent,
}

/// A question on record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Postponement {
    /// 空余时间: the first is free from that day.
    pub free_on: NaiveDate,
    /// Done by that day then.
    pub to: NaiveDate,
    /// Asked on that day.
    pub asked_on: NaiveDate,
    /// Answered on that day.
    pub answered: Option<(NaiveDate, PostponementAnswer)>,
}

impl Postponement {
    /// Whether it was answered that it cannot wait.
    #[must_use]
    pub fn urgent(&self) -> bool {
        matches!(self.answered, Some((_, PostponementAnswer::Urgent)))
    }
}

impl Ticket {
    /// The question that waits for its answer.
    #[must_use]
    pub fn asked_to_postpone(&self) -> Option<&Postponement> {
        self.postponement.as_ref().filter(|asked| asked.answered.is_none())
    }

    /// Asks the requester whether it can be put off: the first is free from `free_on` and would be done by `to`.
    ///
    /// # Errors
    /// [`Refusal::TicketElsewhere`], [`Refusal::WaitsAlready`], [`Refusal::PostponementWaits`], [`Refusal::IncidentOpen`],
    /// [`Refusal::ReasonNeeded`], [`Refusal::DayOutside`] and those of [`working_due`].
    pub fn ask_postponement(
        &self,
        free_on: NaiveDate,
        to: NaiveDate,
        words: Words,
        with: &Reckoning<'_>,
    ) -> Result<Vec<Event>, Refusal> {
        self.in_state(&[TicketState::Assigned, TicketState::Running])?;
        if self.waiting().is_some() {
            return Err(Refusal::WaitsAlready { ticket: self.no.clone() });
        }
        if self.asked_to_postpone().is_some() {
            return Err(Refusal::PostponementWaits { ticket: self.no.clone() });
        }
        self.no_incident()?;
        let to = working_due(to, with.today, with.calendar)?;
        self.between(free_on, with.today, to)?;
        let text = words.needed()?.kept;
        Ok(vec![Event::PostponementAsked(PostponementAsked {
            ticket: self.no.clone(),
            number: self.next_words,
            free_on,
            to,
            on: with.today,
            text,
        })])
    }

    /// The requester's answer, or somebody enters it for them with what shows it (代录).
    ///
    /// # Errors
    /// [`Refusal::NoPostponementWaits`], [`Refusal::RequesterActs`], [`Refusal::BasisNeeded`].
    pub fn answer_postponement(
        &self,
        actor: &Actor,
        answer: PostponementAnswer,
        words: Words,
        behalf: Option<Behalf>,
        today: NaiveDate,
    ) -> Result<Vec<Event>, Refusal> {
        self.open()?;
        let asked = self.asked_to_postpone();
        let asked = asked.ok_or_else(|| Refusal::NoPostponementWaits { ticket: self.no.clone() })?;
        let behalf = self.by_requester(actor, behalf)?;
        Ok(vec![Event::PostponementAnswered(PostponementAnswered {
            ticket: self.no.clone(),
            number: self.next_words,
            answer,
            on: today,
            due_on: (answer == PostponementAnswer::Agreed).then_some(asked.to),
            text: words.kept,
            behalf,
        })])
    }
}
