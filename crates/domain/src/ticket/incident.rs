//! What cannot wait is passed to the second, that incident only, and returns with a note (DSP-06…DSP-12).

use super::{Postponement, Ticket, TicketNo, TicketState, Words};
use crate::event::{Event, IncidentPassed, IncidentRefused, IncidentReturned, IncidentTaken};
use crate::kernel::StaffNo;
use crate::refusal::Refusal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Who arranged for the second.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum PassedBy {
    /// The first, as is their duty (DSP-06).
    First,
    /// 销售 found the second themselves, since the first could not (DSP-07).
    Requester,
}

/// How the second told the first what came of it (DSP-11).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ToldBy {
    /// 电话.
    Phone,
    /// 邮件, with a copy to 售前经理.
    Mail,
}

/// Something that was passed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incident {
    /// 1, 2, … of the ticket.
    pub number: u32,
    /// Number of its words beside the journal: later than those of what was asked before.
    pub words: u32,
    /// The second, as it was passed on.
    pub to: StaffNo,
    /// Who arranged for it.
    pub by: PassedBy,
    /// 时间: from that day.
    pub from: NaiveDate,
    /// To that day.
    pub until: NaiveDate,
    /// Passed on that day.
    pub passed_on: NaiveDate,
    /// The second took it on that day.
    pub taken_on: Option<NaiveDate>,
    /// The second could not, and said so on that day.
    pub refused_on: Option<NaiveDate>,
    /// It returned on that day.
    pub returned_on: Option<NaiveDate>,
}

impl Incident {
    /// Whether it has neither returned nor been refused.
    #[must_use]
    pub fn open(&self) -> bool {
        self.refused_on.is_none() && self.returned_on.is_none()
    }
}

/// What is passed on: all three are needed (DSP-12).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passing {
    /// 内容, kept beside the journal together with 范围.
    pub words: Words,
    /// Whether 范围 is among them.
    pub scope: bool,
    /// 时间: from that day.
    pub from: NaiveDate,
    /// To that day.
    pub until: NaiveDate,
    /// Who arranged for it.
    pub by: PassedBy,
}

/// The ticket whose manager has acted by that event on what the second refused (DSP-08): somebody was named, the day moved,
/// or it was passed on again.
#[must_use]
pub fn acts_on_refusal(event: &Event) -> Option<&TicketNo> {
    match event {
        Event::TicketAssigned(e) => Some(&e.ticket),
        Event::TicketRescheduled(e) => Some(&e.ticket),
        Event::PostponementAnswered(e) if e.due_on.is_some() => Some(&e.ticket),
        Event::IncidentPassed(e) => Some(&e.ticket),
        _ => None,
    }
}

impl Ticket {
    /// What the second has now.
    #[must_use]
    pub fn incident(&self) -> Option<&Incident> {
        self.incidents.last().filter(|incident| incident.open())
    }

    /// Refuses while the second has something.
    pub(super) fn no_incident(&self) -> Result<(), Refusal> {
        match self.incident() {
            Some(_) => Err(Refusal::IncidentOpen { ticket: self.no.clone() }),
            None => Ok(()),
        }
    }

    /// Whether it was answered that it cannot wait, and nothing was passed on since (DSP-06).
    pub(super) fn urgent_now(&self) -> bool {
        let since = |asked: &Postponement| self.incidents.last().is_none_or(|last| last.words < asked.words);
        self.postponement.as_ref().is_some_and(|asked| asked.urgent() && since(asked))
    }

    fn the_incident(&self) -> Result<&Incident, Refusal> {
        self.open()?;
        self.incident().ok_or_else(|| Refusal::NoIncidentOpen { ticket: self.no.clone() })
    }

    /// Passes an incident to the second. The first asks to put it off before; 销售 may find the second without that.
    ///
    /// # Errors
    /// [`Refusal::TicketElsewhere`], [`Refusal::NoSecond`], [`Refusal::AskToPostponeFirst`], [`Refusal::IncidentOpen`],
    /// [`Refusal::PassingIncomplete`], [`Refusal::DayOutside`].
    pub fn pass_on(&self, passing: Passing, today: NaiveDate) -> Result<Vec<Event>, Refusal> {
        self.in_state(&[TicketState::Assigned, TicketState::Running])?;
        self.no_incident()?;
        let to = self.second.clone().ok_or_else(|| Refusal::NoSecond { ticket: self.no.clone() })?;
        if passing.by == PassedBy::First && !self.urgent_now() {
            return Err(Refusal::AskToPostponeFirst { ticket: self.no.clone() });
        }
        if !passing.words.text || !passing.scope {
            return Err(Refusal::PassingIncomplete);
        }
        self.between(passing.until, passing.from.max(today), NaiveDate::MAX)?;
        Ok(vec![Event::IncidentPassed(IncidentPassed {
            ticket: self.no.clone(),
            number: self.next_words,
            incident: u32::try_from(self.incidents.len()).unwrap_or(u32::MAX) + 1,
            to,
            by: passing.by,
            from: passing.from,
            until: passing.until,
            on: today,
            text: passing.words.kept,
        })])
    }

    /// The second takes what was passed on; until then the first answers for it (DSP-13).
    ///
    /// # Errors
    /// [`Refusal::NoIncidentOpen`].
    pub fn take_incident(&self, today: NaiveDate) -> Result<Vec<Event>, Refusal> {
        let incident = self.the_incident()?;
        if incident.taken_on.is_some() {
            return Ok(Vec::new());
        }
        Ok(vec![Event::IncidentTaken(IncidentTaken {
            ticket: self.no.clone(),
            incident: incident.number,
            on: today,
        })])
    }

    /// The second is unable too, and explains it to 售前经理: an escalation that stands until the manager has acted (DSP-08).
    ///
    /// # Errors
    /// [`Refusal::NoIncidentOpen`], [`Refusal::ReasonNeeded`].
    pub fn refuse_incident(&self, words: Words, today: NaiveDate) -> Result<Vec<Event>, Refusal> {
        let incident = self.the_incident()?;
        let text = words.needed()?.kept;
        Ok(vec![Event::IncidentRefused(IncidentRefused {
            ticket: self.no.clone(),
            number: self.next_words,
            incident: incident.number,
            on: today,
            text,
        })])
    }

    /// It returns to the first, with a note of the outcome and of how the first was told (DSP-10, DSP-11).
    ///
    /// # Errors
    /// [`Refusal::NoIncidentOpen`], [`Refusal::IncidentNotTaken`], [`Refusal::ReasonNeeded`].
    pub fn return_incident(
        &self,
        told_by: ToldBy,
        words: Words,
        today: NaiveDate,
    ) -> Result<Vec<Event>, Refusal> {
        let incident = self.the_incident()?;
        if incident.taken_on.is_none() {
            return Err(Refusal::IncidentNotTaken { ticket: self.no.clone() });
        }
        let text = words.needed()?.kept;
        Ok(vec![Event::IncidentReturned(IncidentReturned {
            ticket: self.no.clone(),
            number: self.next_words,
            incident: incident.number,
            told_by,
            on: today,
            text,
        })])
    }
}
