//! Rounds of audit of bid files: asked for in time, answered with what does not conform, until accepted (TKT-16, TKT-17, BID-03).

use super::{Behalf, Ticket, TicketTerm, Words};
use crate::deadline::Reckoning;
use crate::event::{AuditAsked, AuditDecided, Event};
use crate::kernel::Digest;
use crate::refusal::Refusal;
use chrono::NaiveDate;

/// A round of audit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AuditRound {
    /// 1, 2, …
    pub round: u32,
    /// Asked for on that day.
    pub asked_on: NaiveDate,
    /// SHA-256 of the file.
    pub file: Digest,
    /// Whether it was asked for too late.
    pub late: bool,
    /// Answered on that day: accepted or not.
    pub decided: Option<(NaiveDate, bool)>,
}

/// Code of the field that holds 投标截止, in every type that is audited.
pub const TENDER_DEADLINE: &str = "tenderDeadline";

impl Ticket {
    /// The last day to ask for an audit; `None` where no deadline of the tender is filled in.
    #[must_use]
    pub fn audit_by(&self, with: &Reckoning<'_>) -> Option<NaiveDate> {
        let deadline = self.term_days().tender_deadline?;
        Some(with.before(TicketTerm::BidAudit.code(), deadline))
    }

    /// Asks for an audit of a file, a new version of it in every round.
    ///
    /// # Errors
    /// [`Refusal::UnknownTicketPart`], [`Refusal::AuditWaits`], [`Refusal::AuditAccepted`], [`Refusal::SameFile`].
    pub fn ask_audit(&self, file: Digest, with: &Reckoning<'_>) -> Result<Vec<Event>, Refusal> {
        let mut events = self.taken_first(with.today)?;
        if !self.kind.audited {
            return Err(Refusal::UnknownTicketPart { part: self.kind.label.clone() });
        }
        match self.audits.last().map(|round| round.decided) {
            Some(None) => return Err(Refusal::AuditWaits { ticket: self.no.clone() }),
            Some(Some((_, true))) => return Err(Refusal::AuditAccepted { ticket: self.no.clone() }),
            _ => {}
        }
        if self.audits.iter().any(|round| round.file == file) {
            return Err(Refusal::SameFile);
        }
        let late = self.audit_by(with).is_some_and(|by| by < with.today);
        events.push(Event::AuditAsked(AuditAsked {
            ticket: self.no.clone(),
            round: u32::try_from(self.audits.len()).unwrap_or(u32::MAX) + 1,
            file,
            on: with.today,
            late,
        }));
        Ok(events)
    }

    /// The answer of the client's people, entered with what shows it; what does not conform needs its words.
    ///
    /// # Errors
    /// [`Refusal::NoAuditWaits`], [`Refusal::ReasonNeeded`], [`Refusal::BasisNeeded`], [`Refusal::PersonNeeded`],
    /// [`Refusal::DayOutside`].
    pub fn decide_audit(
        &self,
        accepted: bool,
        on: NaiveDate,
        words: Words,
        behalf: Behalf,
        today: NaiveDate,
    ) -> Result<Vec<Event>, Refusal> {
        self.open()?;
        let waits = self.audits.last().filter(|round| round.decided.is_none());
        let round = waits.ok_or_else(|| Refusal::NoAuditWaits { ticket: self.no.clone() })?;
        self.between(on, round.asked_on, today)?;
        let text = if accepted { words.kept } else { words.needed()?.kept };
        Ok(vec![Event::AuditDecided(AuditDecided {
            ticket: self.no.clone(),
            number: self.next_words,
            round: round.round,
            accepted,
            on,
            text,
            behalf: behalf.checked(words)?,
        })])
    }
}
