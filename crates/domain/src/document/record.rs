//! A document: filed, described anew, voided.

use super::{About, DocumentClass, DocumentNo, HIGHEST_DOCUMENT, Loan, Secrecy, classes};
use crate::approval::EndedBy;
use crate::event::{ApprovalWithdrawn, DocumentDescribed, DocumentFiled, DocumentVoided, Event};
use crate::kernel::{AccountName, Digest};
use crate::refusal::Refusal;
use chrono::NaiveDate;

/// A document with everything that its rules read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// 文档编号.
    pub no: DocumentNo,
    /// On what it hangs.
    pub about: About,
    /// What it is.
    pub class: DocumentClass,
    /// 密级.
    pub secrecy: Secrecy,
    /// 有效期至: its last day; `None` where it has none.
    pub valid_until: Option<NaiveDate>,
    /// Filed on that day.
    pub on: NaiveDate,
    /// Times that title, note and tags were written.
    pub text_number: u32,
    /// Salted digest of the last ones.
    pub text: Digest,
    /// Versions that it has.
    pub versions: u32,
    /// SHA-256 of the last one.
    pub file: Digest,
    /// 签出: who is writing the next version.
    pub checked_out: Option<AccountName>,
    /// Salted digest of where the paper copy lies, under the number of its words; `None` where there is none.
    pub place: Option<(u32, Digest)>,
    /// 借阅 of the paper copy, in order.
    pub loans: Vec<Loan>,
    /// Number of the approval that runs, where one does.
    pub approval: Option<u32>,
    /// 作废.
    pub voided: bool,
    /// Number of the next words.
    pub next_words: u32,
}

/// A document to be filed.
#[derive(Clone, Debug)]
pub struct NewDocument {
    /// Its number: the next one of unit, stage and month.
    pub no: DocumentNo,
    /// On what it hangs.
    pub about: About,
    /// What it is.
    pub class: DocumentClass,
    /// 密级.
    pub secrecy: Secrecy,
    /// Its last day.
    pub valid_until: Option<NaiveDate>,
    /// The day of filing.
    pub on: NaiveDate,
    /// Salted digest of title, note and tags.
    pub text: Digest,
    /// SHA-256 of the first version.
    pub file: Digest,
    /// Salted digest of the file's name.
    pub name: Digest,
}

/// Files a document (归档).
///
/// # Errors
/// [`Refusal::NotInList`], [`Refusal::DocumentNumbersUsedUp`].
pub fn file_document(new: NewDocument) -> Result<Vec<Event>, Refusal> {
    let NewDocument { no, about, class, secrecy, valid_until, on, text, file, name } = new;
    if classes().stage(&no.stage).is_none() {
        return Err(Refusal::NotInList { value: no.stage.to_string() });
    }
    classes().check(&class)?;
    if no.serial > HIGHEST_DOCUMENT {
        let (stage, month) = (no.stage.to_string(), no.month.to_string());
        return Err(Refusal::DocumentNumbersUsedUp { unit: no.unit, stage, month, most: HIGHEST_DOCUMENT });
    }
    let filed = DocumentFiled { document: no, about, class, secrecy, valid_until, on, text, file, name };
    Ok(vec![Event::DocumentFiled(filed)])
}

impl Document {
    /// Refuses what cannot be done with a document that was voided.
    pub(super) fn in_force(&self) -> Result<(), Refusal> {
        if self.voided {
            return Err(Refusal::DocumentVoid { document: self.no.clone() });
        }
        Ok(())
    }

    /// Refuses whoever may not change it now: it was voided, or somebody else has it checked out.
    pub(crate) fn may_change(&self, by: &AccountName) -> Result<(), Refusal> {
        self.in_force()?;
        self.not_out_to_another(by)
    }

    /// What ends the approval that runs, where one does: it was about the version of then.
    pub(super) fn ending(&self, by: EndedBy) -> Vec<Event> {
        let ended = self.approval.map(|approval| {
            let (document, number) = (self.no.clone(), self.next_words);
            Event::ApprovalWithdrawn(ApprovalWithdrawn { document, approval, by, number, words: None })
        });
        ended.into_iter().collect()
    }

    /// Describes it anew; saying the same again does nothing. `text` is number and digest of title, note and tags: the known ones
    /// where they stay.
    ///
    /// # Errors
    /// [`Refusal::DocumentVoid`], [`Refusal::NotInList`].
    pub fn describe(
        &self,
        class: DocumentClass,
        secrecy: Secrecy,
        valid_until: Option<NaiveDate>,
        text: (u32, Digest),
    ) -> Result<Vec<Event>, Refusal> {
        self.in_force()?;
        classes().check(&class)?;
        let (text_number, text) = text;
        let same = class == self.class
            && secrecy == self.secrecy
            && valid_until == self.valid_until
            && (text_number, text) == (self.text_number, self.text);
        if same {
            return Ok(Vec::new());
        }
        let document = self.no.clone();
        let described = DocumentDescribed { document, class, secrecy, valid_until, text_number, text };
        Ok(vec![Event::DocumentDescribed(described)])
    }

    /// Voids it (作废): number, versions and log stay; an approval that runs ends.
    ///
    /// # Errors
    /// [`Refusal::DocumentVoid`], [`Refusal::DocumentCheckedOut`], [`Refusal::ReasonNeeded`].
    pub fn void(&self, by: &AccountName, reason: Option<Digest>) -> Result<Vec<Event>, Refusal> {
        self.may_change(by)?;
        let words = reason.ok_or(Refusal::ReasonNeeded)?;
        let (document, number) = (self.no.clone(), self.next_words);
        let mut events = self.ending(EndedBy::Void);
        events.push(Event::DocumentVoided(DocumentVoided { document, number, words }));
        Ok(events)
    }
}
