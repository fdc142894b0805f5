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
    /// Number of its words beside the journal.
    pub words: u32,
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

    /// Whether a question waits that can still be agreed to: its day has not passed.
    pub(super) fn question_open(&self, with: &Reckoning<'_>) -> bool {
        let stands = |asked: &Postponement| working_due(asked.to, with.today, with.calendar).is_ok();
        self.asked_to_postpone().is_some_and(stands)
    }

    /// Refuses what would move the last day while the requester is asked about it.
    pub(super) fn no_question(&self, with: &Reckoning<'_>) -> Result<(), Refusal> {
        if self.question_open(with) {
            return Err(Refusal::PostponementWaits { ticket: self.no.clone() });
        }
        Ok(())
    }

    /// Asks the requester whether it can be put off: the first is free from `free_on` and would be done by `to`. A question
    /// that nobody answered before its day is asked anew.
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
        self.no_wait()?;
        self.no_question(with)?;
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

    /// The requester's answer, or somebody enters it for them with what shows it (代录). What is agreed is another last day,
    /// as [`reschedule`](Self::reschedule) has it.
    ///
    /// # Errors
    /// [`Refusal::TicketElsewhere`], [`Refusal::NoPostponementWaits`], [`Refusal::RequesterActs`], [`Refusal::BasisNeeded`],
    /// [`Refusal::PersonNeeded`]; [`Refusal::WaitsAlready`] and those of [`working_due`] where it is agreed.
    pub fn answer_postponement(
        &self,
        actor: &Actor,
        answer: PostponementAnswer,
        words: Words,
        behalf: Option<Behalf>,
        with: &Reckoning<'_>,
    ) -> Result<Vec<Event>, Refusal> {
        // Where the demand changed meanwhile, the question stands until the review; what is delivered cannot be put off.
        self.in_state(&[
            TicketState::Applied,
            TicketState::Consented,
            TicketState::Assigned,
            TicketState::Running,
        ])?;
        let asked = self.asked_to_postpone();
        let asked = asked.ok_or_else(|| Refusal::NoPostponementWaits { ticket: self.no.clone() })?;
        let behalf = self.by_requester(actor, behalf, words)?;
        let due_on = match answer {
            PostponementAnswer::Agreed => {
                self.no_wait()?;
                Some(working_due(asked.to, with.today, with.calendar)?)
            }
            PostponementAnswer::Urgent => None,
        };
        Ok(vec![Event::PostponementAnswered(PostponementAnswered {
            ticket: self.no.clone(),
            number: self.next_words,
            answer,
            on: with.today,
            due_on,
            text: words.kept,
            behalf,
        })])
    }
}
