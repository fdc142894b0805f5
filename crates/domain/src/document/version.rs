//! Versions of a document, and the lock that keeps others from writing one meanwhile (DOC-25, BID-04).

use super::Document;
use crate::approval::EndedBy;
use crate::event::{DocumentCheckedIn, DocumentCheckedOut, DocumentVersionAdded, Event};
use crate::kernel::{AccountName, Digest};
use crate::refusal::Refusal;

impl Document {
    /// Refuses whoever is not the one who has it checked out.
    pub(super) fn not_out_to_another(&self, by: &AccountName) -> Result<(), Refusal> {
        match &self.checked_out {
            Some(holder) if holder != by => {
                Err(Refusal::DocumentCheckedOut { document: self.no.clone(), by: holder.clone() })
            }
            _ => Ok(()),
        }
    }

    /// Adds a version; whoever had it checked out gives it back by that, and an approval that runs ends: it was about the version
    /// before. `changed` says whether it was said what changed, `name`
    /// is the salted digest of that and of the file's name.
    ///
    /// # Errors
    /// [`Refusal::DocumentVoid`], [`Refusal::DocumentCheckedOut`], [`Refusal::SameVersion`], [`Refusal::ChangeNeeded`].
    pub fn add_version(
        &self,
        by: &AccountName,
        file: Digest,
        changed: bool,
        name: Digest,
    ) -> Result<Vec<Event>, Refusal> {
        self.may_change(by)?;
        if file == self.file {
            return Err(Refusal::SameVersion { document: self.no.clone(), number: self.versions });
        }
        if !changed {
            return Err(Refusal::ChangeNeeded);
        }
        let (document, number) = (self.no.clone(), self.versions + 1);
        let mut events = self.ending(EndedBy::Version);
        events.push(Event::DocumentVersionAdded(DocumentVersionAdded { document, number, file, name }));
        Ok(events)
    }

    /// Checks it out (签出): only that account adds a version from now on.
    ///
    /// # Errors
    /// [`Refusal::DocumentVoid`], [`Refusal::DocumentCheckedOut`].
    pub fn check_out(&self, by: &AccountName) -> Result<Vec<Event>, Refusal> {
        self.in_force()?;
        self.not_out_to_another(by)?;
        if self.checked_out.is_some() {
            return Ok(Vec::new());
        }
        Ok(vec![Event::DocumentCheckedOut(DocumentCheckedOut { document: self.no.clone() })])
    }

    /// Gives it back without a new version. Somebody else who does the unit's work may do it for them, with a reason, so that
    /// nobody's absence keeps a document locked.
    ///
    /// # Errors
    /// [`Refusal::ReasonNeeded`].
    pub fn check_in(&self, by: &AccountName, reason: Option<Digest>) -> Result<Vec<Event>, Refusal> {
        let Some(holder) = &self.checked_out else { return Ok(Vec::new()) };
        if holder != by && reason.is_none() {
            return Err(Refusal::ReasonNeeded);
        }
        let (document, number) = (self.no.clone(), self.next_words);
        Ok(vec![Event::DocumentCheckedIn(DocumentCheckedIn { document, number, words: reason })])
    }
}
