//! Records of an opportunity: competitors, who decides, checkpoints, quotes, negotiations.

use super::Opportunity;
use super::register::checked_answers;
use super::stage::{choices, record_kind};
use crate::event::{Event, OpportunityRecordStruck, OpportunityRecorded};
use crate::form::{Answers, Need};
use crate::kernel::{Digest, Role};
use crate::refusal::Refusal;
use chrono::NaiveDate;

/// A record as the rules read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordRow {
    /// 1, 2, … of the opportunity.
    pub number: u32,
    /// Which kind, by code.
    pub kind: String,
    /// Its day.
    pub on: NaiveDate,
    /// SHA-256 of its file.
    pub file: Option<Digest>,
    /// Whether it was struck.
    pub struck: bool,
}

/// What becomes of a record's file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecordFile {
    /// The one that it has stays.
    Stays,
    /// This one takes its place, by its SHA-256.
    Given(Digest),
    /// It has none any more.
    Removed,
}

/// A record as it is to be kept.
#[derive(Clone, Debug)]
pub struct KeptRecord {
    /// Its number: the next one, or that of a record which is written anew.
    pub number: u32,
    /// Its kind, by code.
    pub kind: String,
    /// Its day; where none is said that which it has, and today of a new one.
    pub on: Option<NaiveDate>,
    /// What was filled in.
    pub answers: Answers,
    /// Salted digest of the personal texts.
    pub text: Option<Digest>,
    /// Its file.
    pub file: RecordFile,
}

/// Refuses a record that is not of the commercial side where the role keeps no other (ORG-21).
///
/// # Errors
/// [`Refusal::CommercialRecordsAlone`].
pub fn check_keeper(role: Role, kind: &str) -> Result<(), Refusal> {
    let other = choices().commercial.iter().all(|code| code != kind);
    if role == Role::CommercialOfficer && other { Err(Refusal::CommercialRecordsAlone) } else { Ok(()) }
}

impl Opportunity {
    /// The kind of a record, by its number.
    #[must_use]
    pub fn kind_of_record(&self, number: u32) -> Option<&str> {
        self.records.iter().find(|row| row.number == number).map(|row| row.kind.as_str())
    }

    /// The number that the next record takes.
    #[must_use]
    pub fn next_record(&self) -> u32 {
        self.records.iter().map(|row| row.number).max().unwrap_or(0) + 1
    }

    /// Refuses a record of that kind after the end, unless it is one that comes then.
    fn takes(&self, kind: &str) -> Result<(), Refusal> {
        if choices().after_end.iter().any(|code| code == kind) { self.valid() } else { self.open() }
    }

    /// Keeps a record, or writes one anew as things go on: a competitor's price, a checkpoint that is done.
    ///
    /// # Errors
    /// [`Refusal::OpportunityEnded`], [`Refusal::UnknownOpportunityRecord`], [`Refusal::NotInList`], [`Refusal::FieldMissing`],
    /// [`Refusal::NegativeAmount`], [`Refusal::DateInFuture`], [`Refusal::DayOutside`].
    pub fn record(&self, kept: KeptRecord, today: NaiveDate) -> Result<Vec<Event>, Refusal> {
        self.takes(&kept.kind)?;
        let kind = record_kind(&kept.kind).ok_or_else(|| Refusal::NotInList { value: kept.kind.clone() })?;
        let number = kept.number;
        let holds = |row: &&RecordRow| row.number == number && row.kind == kept.kind && !row.struck;
        let before = self.records.iter().find(holds);
        if number != self.next_record() && before.is_none() {
            return Err(Refusal::UnknownOpportunityRecord { number });
        }
        let on = kept.on.or(before.map(|row| row.on)).unwrap_or(today);
        if on < self.found_on || on > today {
            return Err(Refusal::DayOutside { day: on, from: self.found_on, to: today });
        }
        if let Some(field) = kind.fields.iter().find(|field| field.is_missing(&kept.answers, Need::Close)) {
            return Err(Refusal::FieldMissing { field: field.label.clone() });
        }
        checked_answers(&kind.fields, &kept.answers, today)?;
        Ok(vec![Event::OpportunityRecorded(OpportunityRecorded {
            opportunity: self.no.clone(),
            number,
            kind: kept.kind,
            on,
            answers: kept.answers,
            text: kept.text,
            file: match kept.file {
                RecordFile::Stays => before.and_then(|row| row.file),
                RecordFile::Given(file) => Some(file),
                RecordFile::Removed => None,
            },
        })])
    }

    /// Strikes a record that was wrong; it stays on show with the reason.
    ///
    /// # Errors
    /// [`Refusal::OpportunityEnded`], [`Refusal::UnknownOpportunityRecord`], [`Refusal::ReasonNeeded`].
    pub fn strike_record(&self, number: u32, reason: &str) -> Result<Vec<Event>, Refusal> {
        let row = self.records.iter().find(|row| row.number == number && !row.struck);
        self.takes(&row.ok_or(Refusal::UnknownOpportunityRecord { number })?.kind)?;
        let reason = reason.trim().to_owned();
        if reason.is_empty() {
            return Err(Refusal::ReasonNeeded);
        }
        let opportunity = self.no.clone();
        Ok(vec![Event::OpportunityRecordStruck(OpportunityRecordStruck { opportunity, number, reason })])
    }
}
