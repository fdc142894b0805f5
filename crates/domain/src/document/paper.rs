//! The paper copy of a document: where it lies, to whom it is lent (DOC-17, DOC-31).

use super::Document;
use crate::event::{DocumentLent, DocumentPlaced, DocumentReturned, Event};
use crate::kernel::Digest;
use crate::refusal::Refusal;
use chrono::NaiveDate;

/// 借阅 of a paper copy. To whom, and the note, are kept beside the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loan {
    /// Number of its words.
    pub number: u32,
    /// Lent on that day.
    pub on: NaiveDate,
    /// To be returned by that day.
    pub due_on: NaiveDate,
    /// Returned on that day.
    pub returned_on: Option<NaiveDate>,
}

impl Document {
    /// The loan that has not ended.
    #[must_use]
    pub fn lent(&self) -> Option<&Loan> {
        self.loans.iter().find(|loan| loan.returned_on.is_none())
    }

    /// Says where the paper copy lies and who keeps it; `None`: there is no paper copy any more.
    ///
    /// # Errors
    /// [`Refusal::DocumentVoid`], [`Refusal::PaperLent`].
    pub fn place(&self, words: Option<Digest>) -> Result<Vec<Event>, Refusal> {
        self.in_force()?;
        if words == self.place.map(|(_, digest)| digest) {
            return Ok(Vec::new());
        }
        if words.is_none() && self.lent().is_some() {
            return Err(Refusal::PaperLent { document: self.no.clone() });
        }
        let (document, number) = (self.no.clone(), self.next_words);
        Ok(vec![Event::DocumentPlaced(DocumentPlaced { document, number, words })])
    }

    /// Lends the paper copy. `words` say to whom; `None` where nobody was named.
    ///
    /// # Errors
    /// [`Refusal::DocumentVoid`], [`Refusal::NoPaperCopy`], [`Refusal::PaperLent`], [`Refusal::PersonNeeded`],
    /// [`Refusal::DateInFuture`], [`Refusal::DueBeforeLent`].
    pub fn lend(
        &self,
        on: NaiveDate,
        due_on: NaiveDate,
        today: NaiveDate,
        words: Option<Digest>,
    ) -> Result<Vec<Event>, Refusal> {
        self.in_force()?;
        if self.place.is_none() {
            return Err(Refusal::NoPaperCopy { document: self.no.clone() });
        }
        if self.lent().is_some() {
            return Err(Refusal::PaperLent { document: self.no.clone() });
        }
        let words = words.ok_or(Refusal::PersonNeeded)?;
        if on > today {
            return Err(Refusal::DateInFuture { date: on, today });
        }
        if due_on < on {
            return Err(Refusal::DueBeforeLent { date: due_on, lent: on });
        }
        let (document, number) = (self.no.clone(), self.next_words);
        Ok(vec![Event::DocumentLent(DocumentLent { document, number, on, due_on, words })])
    }

    /// Records that the paper copy is back. Also of a voided document.
    ///
    /// # Errors
    /// [`Refusal::PaperNotLent`], [`Refusal::DateInFuture`], [`Refusal::DueBeforeLent`].
    pub fn give_back(&self, on: NaiveDate, today: NaiveDate) -> Result<Vec<Event>, Refusal> {
        let Some(loan) = self.lent() else {
            return Err(Refusal::PaperNotLent { document: self.no.clone() });
        };
        if on > today {
            return Err(Refusal::DateInFuture { date: on, today });
        }
        if on < loan.on {
            return Err(Refusal::DueBeforeLent { date: on, lent: loan.on });
        }
        let (document, number) = (self.no.clone(), loan.number);
        Ok(vec![Event::DocumentReturned(DocumentReturned { document, number, on })])
    }
}
