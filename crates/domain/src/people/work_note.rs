//! 工作记录 of a person, dated (§6.4, PER-08): what an assessment in probation can rest on.

use super::Dossier;
use crate::certification::ShownBehaviour;
use crate::event::{Event, WorkNoteStruck, WorkNoted};
use crate::kernel::{AccountName, Digest, UnitCode};
use crate::refusal::Refusal;
use chrono::NaiveDate;

/// A note on record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkNote {
    /// 1, 2, … of the person.
    pub number: u32,
    /// Where.
    pub unit: UnitCode,
    /// The day it is about.
    pub on: NaiveDate,
    /// Salted digest of the text.
    pub text: Digest,
    /// Who wrote it.
    pub account: AccountName,
    /// The behaviour that it shows, for a certification.
    pub shows: Option<ShownBehaviour>,
    /// Why it no longer counts, where it was struck.
    pub struck: Option<String>,
}

/// Most characters of a note.
pub const LONGEST_NOTE: u32 = 2000;

/// A note as it is kept, trimmed.
///
/// # Errors
/// [`Refusal::TextNeeded`], [`Refusal::TextLong`].
pub fn note_text(text: &str) -> Result<&str, Refusal> {
    let text = text.trim();
    if text.is_empty() {
        return Err(Refusal::TextNeeded);
    }
    if text.chars().count() > LONGEST_NOTE as usize {
        return Err(Refusal::TextLong { limit: LONGEST_NOTE });
    }
    Ok(text)
}

impl Dossier {
    /// The number that the next note gets.
    #[must_use]
    pub fn next_note(&self) -> u32 {
        self.notes.iter().map(|note| note.number).max().unwrap_or(0) + 1
    }

    /// Notes something about a day on which the person was in a unit. `text`: salted digest of the text; `shows`: the behaviour
    /// that it shows, checked.
    ///
    /// # Errors
    /// [`Refusal::DateInFuture`], [`Refusal::NotThereOn`].
    pub fn note_work(
        &self,
        on: NaiveDate,
        text: Digest,
        shows: Option<ShownBehaviour>,
        today: NaiveDate,
    ) -> Result<Vec<Event>, Refusal> {
        if on > today {
            return Err(Refusal::DateInFuture { date: on, today });
        }
        let staff_no = self.staff_no.clone();
        let Some(stay) = self.stay_on(on) else { return Err(Refusal::NotThereOn { staff_no, date: on }) };
        let (number, unit) = (self.next_note(), stay.membership.unit.clone());
        Ok(vec![Event::WorkNoted(WorkNoted { staff_no, number, unit, on, text, shows })])
    }

    /// The note of that number.
    ///
    /// # Errors
    /// [`Refusal::UnknownWorkNote`].
    pub fn note(&self, number: u32) -> Result<&WorkNote, Refusal> {
        let found = self.notes.iter().find(|note| note.number == number);
        found.ok_or_else(|| Refusal::UnknownWorkNote { staff_no: self.staff_no.clone(), number })
    }

    /// Strikes a note that is wrong; it stays readable as struck. Struck once, it does nothing.
    ///
    /// # Errors
    /// [`Refusal::UnknownWorkNote`], [`Refusal::ReasonNeeded`].
    pub fn strike_note(&self, number: u32, reason: &str) -> Result<Vec<Event>, Refusal> {
        let note = self.note(number)?;
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(Refusal::ReasonNeeded);
        }
        if note.struck.is_some() {
            return Ok(Vec::new());
        }
        let (staff_no, reason) = (self.staff_no.clone(), reason.to_owned());
        Ok(vec![Event::WorkNoteStruck(WorkNoteStruck { staff_no, number, reason })])
    }
}
