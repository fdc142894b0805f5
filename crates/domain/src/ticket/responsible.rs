//! Who is responsible: one engineer at any time, a second one beside (DSP-01, DSP-02, TKT-39).

use super::propose::skipped_turns;
use super::{Proposal, Ticket, TicketState, TicketTerm, Words, first_due};
use crate::deadline::Reckoning;
use crate::event::{Event, TicketAssigned, TicketTaken};
use crate::kernel::StaffNo;
use crate::refusal::Refusal;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// What assigning needs to know.
#[derive(Clone, Debug)]
pub struct AssignFacts<'a> {
    /// Engineers on duty in the ticket's unit today. Whoever is announced only is not among them: without the letter nobody
    /// gets a ticket (PER-06).
    pub on_duty: BTreeSet<StaffNo>,
    /// Calendar, terms and today.
    pub with: Reckoning<'a>,
}

impl Ticket {
    /// Names who is responsible, or changes it; a change of somebody named before needs its reason (DSP-01).
    ///
    /// # Errors
    /// [`Refusal::TicketElsewhere`], [`Refusal::SecondIsFirst`], [`Refusal::NotServing`], [`Refusal::IncidentOpen`],
    /// [`Refusal::ThirdNeedsApproval`], [`Refusal::ReasonNeeded`].
    pub fn assign(
        &self,
        facts: &AssignFacts<'_>,
        first: StaffNo,
        second: Option<StaffNo>,
        words: Words,
    ) -> Result<Vec<Event>, Refusal> {
        self.in_state(&[TicketState::Unassigned, TicketState::Assigned, TicketState::Running])?;
        if second.as_ref() == Some(&first) {
            return Err(Refusal::SecondIsFirst { staff_no: first });
        }
        let absent = |staff_no: &&StaffNo| !facts.on_duty.contains(*staff_no);
        if let Some(absent) = [Some(&first), second.as_ref()].into_iter().flatten().find(absent) {
            return Err(Refusal::NotServing { staff_no: absent.clone() });
        }
        if self.first.as_ref() == Some(&first) && self.second == second {
            return Ok(Vec::new());
        }
        self.no_incident()?;
        for staff_no in [Some(&first), second.as_ref()].into_iter().flatten() {
            let posts = self.approvals_missing(staff_no);
            if !posts.is_empty() {
                return Err(Refusal::ThirdNeedsApproval { staff_no: staff_no.clone(), posts });
            }
        }
        let replaced = self.first.as_ref().is_some_and(|known| *known != first)
            || (self.second.is_some() && self.second != second);
        let text = if replaced { words.needed()?.kept } else { words.kept };
        let on = facts.with.today;
        let anew = facts.with.after(TicketTerm::Accept.code(), on);
        // A change of the second one alone is nothing that the first would have to take anew, or by another day.
        let (state, take_by) = if self.first.as_ref() == Some(&first) {
            (self.state, self.take_by.unwrap_or(anew))
        } else {
            (TicketState::Assigned, anew)
        };
        let due_on = self.due_on.unwrap_or_else(|| first_due(&self.kind, on, facts.with.calendar));
        Ok(vec![Event::TicketAssigned(TicketAssigned {
            ticket: self.no.clone(),
            number: self.next_words,
            first,
            second,
            on,
            take_by,
            due_on,
            text,
            state,
        })])
    }

    /// [`assign`](Self::assign) by turn: where there is another first, whoever waited longer and is skipped in the list loses
    /// this turn (DSP-17).
    ///
    /// # Errors
    /// As [`assign`](Self::assign).
    pub fn assign_in_turn(
        &self,
        facts: &AssignFacts<'_>,
        first: StaffNo,
        second: Option<StaffNo>,
        words: Words,
        list: &[Proposal],
    ) -> Result<Vec<Event>, Refusal> {
        let mut events = self.assign(facts, first.clone(), second, words)?;
        if !events.is_empty() && self.first.as_ref() != Some(&first) {
            events.extend(skipped_turns(list, &first, &self.no, facts.with.today));
        }
        Ok(events)
    }

    /// Refuses where somebody else was named since the two were seen (two people dispatch at once).
    ///
    /// # Errors
    /// [`Refusal::AssignedMeanwhile`] with who is first now.
    pub fn named_as(&self, first: Option<&StaffNo>, second: Option<&StaffNo>) -> Result<(), Refusal> {
        if self.first.as_ref() == first && self.second.as_ref() == second {
            return Ok(());
        }
        Err(Refusal::AssignedMeanwhile { ticket: self.no.clone(), first: self.first.clone() })
    }

    /// The one responsible takes it: the response is measured up to here (TKT-22).
    ///
    /// # Errors
    /// [`Refusal::TicketElsewhere`].
    pub fn take(&self, today: NaiveDate) -> Result<Vec<Event>, Refusal> {
        self.in_state(&[TicketState::Assigned])?;
        Ok(vec![Event::TicketTaken(TicketTaken {
            ticket: self.no.clone(),
            on: today,
            state: TicketState::Running,
        })])
    }

    /// What has to be said first where work begins on a ticket that nobody took yet.
    pub(super) fn taken_first(&self, today: NaiveDate) -> Result<Vec<Event>, Refusal> {
        if self.state == TicketState::Assigned {
            return self.take(today);
        }
        self.in_state(&[TicketState::Running, TicketState::Delivered, TicketState::Confirmed])?;
        Ok(Vec::new())
    }
}
