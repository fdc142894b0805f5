//! Delivering, confirming, closing (TKT-41, TKT-60, TKT-62, TKT-36).

use super::{Behalf, Ticket, TicketState, Words};
use crate::event::{CustomerAccepted, Event, TicketClosed, TicketConfirmed, TicketDelivered};
use crate::kernel::Actor;
use crate::refusal::Refusal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// How a ticket ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum CloseResult {
    /// 办结.
    Done,
    /// 无效: not to be done, with the advice given (TKT-36).
    Void,
}

impl Ticket {
    /// The outcome went to the requester in writing (TKT-41).
    ///
    /// # Errors
    /// [`Refusal::TicketElsewhere`], [`Refusal::WaitsAlready`], [`Refusal::IncidentOpen`], [`Refusal::DayOutside`].
    pub fn deliver(&self, on: NaiveDate, words: Words, today: NaiveDate) -> Result<Vec<Event>, Refusal> {
        self.in_state(&[TicketState::Running])?;
        self.no_wait()?;
        self.no_incident()?;
        self.between(on, self.assigned_on.unwrap_or(self.received_on), today)?;
        Ok(vec![Event::TicketDelivered(TicketDelivered {
            ticket: self.no.clone(),
            number: self.next_words,
            on,
            text: words.kept,
            state: TicketState::Delivered,
        })])
    }

    /// The customer agrees with the outcome (TKT-11, TKT-14), which happens outside and is entered with what shows it.
    ///
    /// # Errors
    /// [`Refusal::TicketElsewhere`], [`Refusal::BasisNeeded`], [`Refusal::PersonNeeded`], [`Refusal::DayOutside`].
    pub fn accept(
        &self,
        on: NaiveDate,
        words: Words,
        behalf: Behalf,
        today: NaiveDate,
    ) -> Result<Vec<Event>, Refusal> {
        self.in_state(&[TicketState::Running, TicketState::Delivered, TicketState::Confirmed])?;
        self.between(on, self.received_on, today)?;
        Ok(vec![Event::CustomerAccepted(CustomerAccepted {
            ticket: self.no.clone(),
            number: self.next_words,
            on,
            text: words.kept,
            behalf: behalf.checked(words)?,
        })])
    }

    /// The requester confirms that the support is over, or says why it is not (TKT-60): then the work goes on.
    ///
    /// # Errors
    /// [`Refusal::TicketElsewhere`], [`Refusal::RequesterActs`], [`Refusal::ReasonNeeded`].
    pub fn confirm(
        &self,
        actor: &Actor,
        accepted: bool,
        words: Words,
        behalf: Option<Behalf>,
        today: NaiveDate,
    ) -> Result<Vec<Event>, Refusal> {
        self.in_state(&[TicketState::Delivered])?;
        let behalf = self.by_requester(actor, behalf, words)?;
        let text = if accepted { words.kept } else { words.needed()?.kept };
        let state = if accepted { TicketState::Confirmed } else { TicketState::Running };
        Ok(vec![Event::TicketConfirmed(TicketConfirmed {
            ticket: self.no.clone(),
            number: self.next_words,
            accepted,
            on: today,
            text,
            behalf,
            state,
        })])
    }

    /// Closes a ticket that lacks nothing.
    ///
    /// # Errors
    /// [`Refusal::TicketEnded`], [`Refusal::TicketIncomplete`] with everything that is missing.
    pub fn close(&self, today: NaiveDate) -> Result<Vec<Event>, Refusal> {
        self.open()?;
        let gaps = self.missing();
        if !gaps.is_empty() {
            return Err(Refusal::TicketIncomplete { ticket: self.no.clone(), gaps });
        }
        Ok(vec![self.ended(CloseResult::Done, today, Words::default())])
    }

    /// Closes a ticket that is not to be done, with the advice given (TKT-36); what is delivered is no such ticket.
    ///
    /// # Errors
    /// [`Refusal::TicketElsewhere`], [`Refusal::ReasonNeeded`].
    pub fn void(&self, words: Words, today: NaiveDate) -> Result<Vec<Event>, Refusal> {
        self.in_state(&[
            TicketState::Applied,
            TicketState::Consented,
            TicketState::Unassigned,
            TicketState::Assigned,
            TicketState::Running,
        ])?;
        Ok(vec![self.ended(CloseResult::Void, today, words.needed()?)])
    }

    fn ended(&self, result: CloseResult, on: NaiveDate, words: Words) -> Event {
        let state = match result {
            CloseResult::Done => TicketState::Closed,
            CloseResult::Void => TicketState::Void,
        };
        Event::TicketClosed(TicketClosed {
            ticket: self.no.clone(),
            number: self.next_words,
            on,
            result,
            text: words.kept,
            state,
        })
    }
}
