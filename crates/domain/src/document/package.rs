//! Handing documents over: several in one package (DOC-16, DOC-24).

use super::{Document, for_workers_alone};
use crate::event::{DocumentPackaged, Event};
use crate::kernel::Digest;
use crate::refusal::Refusal;

impl Document {
    /// Hands that version over within the package of that manifest. What is for those alone who do the work leaves only with a
    /// reason.
    ///
    /// # Errors
    /// [`Refusal::DocumentVoid`], [`Refusal::ReasonNeeded`].
    pub fn hand_over(
        &self,
        version: u32,
        package: Digest,
        reason: Option<Digest>,
    ) -> Result<Vec<Event>, Refusal> {
        self.in_force()?;
        if reason.is_none() && for_workers_alone(&self.class, self.secrecy) {
            return Err(Refusal::ReasonNeeded);
        }
        let (document, number) = (self.no.clone(), self.next_words);
        Ok(vec![Event::DocumentPackaged(DocumentPackaged {
            document,
            version,
            package,
            number,
            words: reason,
        })])
    }
}
