//! The demand changes on the way: kept on the ticket, or applied for and reviewed again before the work goes on (TKT-40,
//! TKT-59).

use super::{Behalf, Ticket, TicketState, TicketTerm, Words};
use crate::deadline::Reckoning;
use crate::event::{DemandChanged, Event};
use crate::kernel::{Actor, Digest};
use crate::refusal::Refusal;

/// A change of demand.
#[derive(Clone, Debug)]
pub struct DemandChange {
    /// Whether the one responsible asks for a new written application and another review.
    pub again: bool,
    /// The written application, or what the customer sent.
    pub file: Option<Digest>,
    /// What changes.
    pub words: Words,
    /// 代录, where the requester said so elsewhere.
    pub behalf: Option<Behalf>,
}

impl Ticket {
    /// Records a change of demand; what it touches of the parts is opened again (SUR-08). With a new application the work stops until it is reviewed: a formal support needs the
    /// sales manager's consent again before.
    ///
    /// # Errors
    /// [`Refusal::TicketElsewhere`], [`Refusal::IncidentOpen`], [`Refusal::ReasonNeeded`], [`Refusal::RequesterActs`],
    /// [`Refusal::ApplicationNeeded`].
    pub fn change_demand(
        &self,
        actor: &Actor,
        change: DemandChange,
        with: &Reckoning<'_>,
    ) -> Result<Vec<Event>, Refusal> {
        self.in_state(&[TicketState::Assigned, TicketState::Running])?;
        let behalf = self.by_requester(actor, change.behalf, change.words)?;
        let text = change.words.needed()?.kept;
        if change.again {
            self.no_incident()?;
        }
        if change.again && change.file.is_none() {
            return Err(Refusal::ApplicationNeeded);
        }
        let state = match (change.again, self.kind.formal) {
            (false, _) => self.state,
            (true, true) => TicketState::Applied,
            (true, false) => TicketState::Consented,
        };
        let review = TicketTerm::Review.code();
        let review_by = (state == TicketState::Consented).then(|| with.after(review, with.today));
        let changed = Event::DemandChanged(DemandChanged {
            ticket: self.no.clone(),
            number: self.next_words,
            on: with.today,
            again: change.again,
            file: change.file,
            text,
            behalf,
            review_by,
            state,
        });
        Ok([changed].into_iter().chain(self.opened_by_change()).collect())
    }
}
