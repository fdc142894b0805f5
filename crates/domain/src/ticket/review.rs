//! The application of a formal support: consent, review, opinion (TKT-49…TKT-56, SLA-13).

use super::{Behalf, Ticket, TicketState, TicketTerm, Words};
use crate::deadline::Reckoning;
use crate::event::{Event, TicketConsented, TicketReviewed};
use crate::kernel::{Actor, Role};
use crate::refusal::Refusal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a review came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ReviewOutcome {
    /// 同意立项.
    Accepted,
    /// 不予立项.
    Declined,
    /// 补充后再审: back to the applicant.
    MoreNeeded,
}

/// A review on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Review {
    /// Its day.
    pub on: NaiveDate,
    /// What it came to.
    pub outcome: ReviewOutcome,
    /// The last day for it.
    pub by: NaiveDate,
}

impl Ticket {
    /// The sales manager's consent, which is given outside and entered with what shows it; the review's clock begins (SLA-13).
    ///
    /// # Errors
    /// [`Refusal::TicketElsewhere`], [`Refusal::BasisNeeded`], [`Refusal::PersonNeeded`], [`Refusal::DayOutside`].
    pub fn consent(
        &self,
        on: NaiveDate,
        behalf: Behalf,
        words: Words,
        with: &Reckoning<'_>,
    ) -> Result<Vec<Event>, Refusal> {
        self.in_state(&[TicketState::Applied])?;
        self.between(on, self.received_on, with.today)?;
        let behalf = behalf.checked(words)?;
        let person = words.kept.ok_or(Refusal::PersonNeeded)?;
        Ok(vec![Event::TicketConsented(TicketConsented {
            ticket: self.no.clone(),
            number: self.next_words,
            on,
            behalf,
            person,
            review_by: with.after(TicketTerm::Review.code(), with.today),
            state: TicketState::Consented,
        })])
    }

    /// Reviews the application, or a change of demand (TKT-59), with an opinion. The unit's manager or leader reviews; whoever
    /// else enters it names who reviewed and what it rests on.
    ///
    /// # Errors
    /// [`Refusal::TicketElsewhere`], [`Refusal::ReasonNeeded`], [`Refusal::BasisNeeded`], [`Refusal::PersonNeeded`].
    pub fn review(
        &self,
        actor: &Actor,
        outcome: ReviewOutcome,
        words: Words,
        behalf: Option<Behalf>,
        today: NaiveDate,
    ) -> Result<Vec<Event>, Refusal> {
        self.in_state(&[TicketState::Consented])?;
        let text = words.needed()?.kept;
        let own = matches!(actor.role, Role::UnitManager | Role::UnitLeader);
        let behalf = behalf.map(|behalf| behalf.checked(words)).transpose()?;
        if !own && behalf.is_none() {
            return Err(Refusal::BasisNeeded);
        }
        // A change of demand that is not accepted leaves the work as it was; so does one of a type that is not formal where
        // more is needed, which is applied for anew.
        let taken = self.taken_on.is_some();
        let going_on = if taken { TicketState::Running } else { TicketState::Assigned };
        let state = match outcome {
            ReviewOutcome::MoreNeeded if self.kind.formal => TicketState::Applied,
            _ if self.first.is_some() => going_on,
            ReviewOutcome::Accepted => TicketState::Unassigned,
            ReviewOutcome::Declined => TicketState::Declined,
            ReviewOutcome::MoreNeeded => TicketState::Applied,
        };
        Ok(vec![Event::TicketReviewed(TicketReviewed {
            ticket: self.no.clone(),
            number: self.next_words,
            on: today,
            outcome,
            text,
            behalf,
            state,
        })])
    }

    /// Refuses a day before the first or after the last.
    pub(super) fn between(&self, day: NaiveDate, from: NaiveDate, to: NaiveDate) -> Result<(), Refusal> {
        if day < from || day > to {
            return Err(Refusal::DayOutside { day, from, to });
        }
        Ok(())
    }
}
