//! 抄送: who gets a copy of what (TKT-53, DSP-11, DSP-21), and whom else a ticket names.

use super::{Ticket, ToldBy, Words};
use crate::event::{CopiesSet, Event};
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};

/// Who always gets a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum CopyTo {
    /// 技术支持管理员: of applications, answers to them, and agreed new days.
    SupportAdministrator,
    /// 售前经理: of what the second reports by mail, and of what the second cannot do.
    PresalesManager,
}

/// Who gets a copy of that act by rule.
#[must_use]
pub fn copied_to(event: &Event) -> Option<CopyTo> {
    match event {
        Event::TicketConsented(_)
        | Event::TicketReviewed(_)
        | Event::TicketRescheduled(_)
        | Event::DemandChanged(_) => Some(CopyTo::SupportAdministrator),
        Event::PostponementAnswered(e) if e.due_on.is_some() => Some(CopyTo::SupportAdministrator),
        Event::IncidentReturned(e) if e.told_by == ToldBy::Mail => Some(CopyTo::PresalesManager),
        Event::IncidentRefused(_) => Some(CopyTo::PresalesManager),
        _ => None,
    }
}

impl Ticket {
    /// Names who else gets copies, all of them anew; kept beside the journal since they are people.
    ///
    /// # Errors
    /// [`Refusal::TicketEnded`].
    pub fn set_copies(&self, words: Words) -> Result<Vec<Event>, Refusal> {
        self.open()?;
        Ok(vec![Event::CopiesSet(CopiesSet {
            ticket: self.no.clone(),
            number: self.next_words,
            text: words.kept,
        })])
    }
}
