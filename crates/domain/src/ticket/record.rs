//! What is done on a ticket: records, parts, steps (TKT-10, TKT-12, TKT-15, TKT-29).

use super::{Ticket, Words};
use crate::event::{Event, TicketItemSet, TicketRecordStruck, TicketRecorded, TicketStepTaken};
use crate::form::{Answers, CheckItem, ItemState, Need, OnChange, ShownBy};
use crate::kernel::Digest;
use crate::refusal::Refusal;
use chrono::NaiveDate;

/// A record on a ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordRow {
    /// 1, 2, … of the ticket.
    pub number: u32,
    /// Which kind, by code.
    pub kind: String,
    /// Its day.
    pub on: NaiveDate,
    /// Whether it was struck.
    pub struck: bool,
}

impl Ticket {
    /// Keeps a record; work on a ticket that nobody took yet takes it.
    ///
    /// # Errors
    /// [`Refusal::TicketElsewhere`], [`Refusal::UnknownTicketPart`], [`Refusal::FieldMissing`], [`Refusal::DayOutside`].
    pub fn record(
        &self,
        code: &str,
        on: NaiveDate,
        answers: Answers,
        text: Option<Digest>,
        file: Option<Digest>,
        today: NaiveDate,
    ) -> Result<Vec<Event>, Refusal> {
        let mut events = self.taken_first(today)?;
        let kind = self.kind.record(code).ok_or_else(|| Refusal::UnknownTicketPart { part: code.into() })?;
        self.between(on, self.received_on, today)?;
        // A record is written when it is over: nothing of it can be filled in later.
        if let Some(field) = kind.fields.iter().find(|field| field.is_missing(&answers, Need::Close)) {
            return Err(Refusal::FieldMissing { field: field.label.clone() });
        }
        events.push(Event::TicketRecorded(TicketRecorded {
            ticket: self.no.clone(),
            number: self.records.iter().map(|row| row.number).max().unwrap_or(0) + 1,
            kind: code.to_owned(),
            on,
            answers,
            text,
            file,
        }));
        Ok(events)
    }

    /// Strikes a record that was wrong; it stays on show with the reason.
    ///
    /// # Errors
    /// [`Refusal::TicketEnded`], [`Refusal::UnknownTicketRecord`], [`Refusal::ReasonNeeded`].
    pub fn strike_record(&self, number: u32, reason: &str) -> Result<Vec<Event>, Refusal> {
        self.open()?;
        if !self.records.iter().any(|row| row.number == number && !row.struck) {
            return Err(Refusal::UnknownTicketRecord { number });
        }
        let reason = reason.trim().to_owned();
        if reason.is_empty() {
            return Err(Refusal::ReasonNeeded);
        }
        Ok(vec![Event::TicketRecordStruck(TicketRecordStruck { ticket: self.no.clone(), number, reason })])
    }

    /// Says of a part that it is there, does not apply, or is open again.
    ///
    /// # Errors
    /// [`Refusal::UnknownTicketPart`], [`Refusal::PartNeedsFile`], [`Refusal::PartApplies`], [`Refusal::ReasonNeeded`],
    /// [`Refusal::PartOutOfTurn`].
    pub fn set_item(&self, code: &str, state: ItemState, today: NaiveDate) -> Result<Vec<Event>, Refusal> {
        let mut events = self.taken_first(today)?;
        let item = self.kind.item(code).ok_or_else(|| Refusal::UnknownTicketPart { part: code.into() })?;
        check_item(item, &state)?;
        let first = item.after.as_ref().and_then(|code| self.kind.item(code));
        if let Some(first) = first.filter(|first| self.asks_part(first) && !self.has_part(&first.code))
            && state != ItemState::Open
        {
            return Err(Refusal::PartOutOfTurn { part: item.label.clone(), first: first.label.clone() });
        }
        if self.items.get(code).unwrap_or(&ItemState::Open) == &state {
            return Ok(Vec::new());
        }
        events.push(Event::TicketItemSet(TicketItemSet {
            ticket: self.no.clone(),
            item: code.to_owned(),
            item_state: state,
        }));
        Ok(events)
    }

    /// Whether a part is asked for today: what a change of demand asks for, once there was one.
    #[must_use]
    pub fn asks_part(&self, item: &CheckItem) -> bool {
        let changed = item.on_change != Some(OnChange::Asked) || self.items.contains_key(&item.code);
        changed && item.asked(&self.answers)
    }

    /// Whether a part is there, or does not apply.
    #[must_use]
    pub fn has_part(&self, code: &str) -> bool {
        !matches!(self.items.get(code), None | Some(ItemState::Open))
    }

    /// Parts that a change of demand opens (SUR-08): those that are made anew, and those that it asks for.
    pub(super) fn opened_by_change(&self) -> impl Iterator<Item = Event> {
        let opens = |item: &&CheckItem| match item.on_change {
            Some(OnChange::Anew) => self.has_part(&item.code),
            Some(OnChange::Asked) => {
                item.asked(&self.answers) && self.items.get(&item.code) != Some(&ItemState::Open)
            }
            None => false,
        };
        self.kind.items.iter().filter(opens).map(|item| {
            Event::TicketItemSet(TicketItemSet {
                ticket: self.no.clone(),
                item: item.code.clone(),
                item_state: ItemState::Open,
            })
        })
    }

    /// Takes a step: the next one, or one taken before once more, which needs its reason.
    ///
    /// # Errors
    /// [`Refusal::UnknownTicketPart`], [`Refusal::StepOutOfTurn`], [`Refusal::ReasonNeeded`], [`Refusal::DayOutside`].
    pub fn step(
        &self,
        code: &str,
        on: NaiveDate,
        words: Words,
        today: NaiveDate,
    ) -> Result<Vec<Event>, Refusal> {
        let mut events = self.taken_first(today)?;
        let place = self.kind.step(code).ok_or_else(|| Refusal::UnknownTicketPart { part: code.into() })?;
        if place > self.steps {
            let next = self.kind.steps[self.steps].label.clone();
            return Err(Refusal::StepOutOfTurn { next });
        }
        self.between(on, self.received_on, today)?;
        let text = if place < self.steps { words.needed()?.kept } else { words.kept };
        events.push(Event::TicketStepTaken(TicketStepTaken {
            ticket: self.no.clone(),
            number: self.next_words,
            step: code.to_owned(),
            on,
            taken: u32::try_from(place + 1).unwrap_or(u32::MAX),
            text,
        }));
        Ok(events)
    }
}

fn check_item(item: &CheckItem, state: &ItemState) -> Result<(), Refusal> {
    let part = || item.label.clone();
    match state {
        ItemState::Done { file: None, .. } if item.shown_by == ShownBy::File => {
            Err(Refusal::PartNeedsFile { part: part() })
        }
        ItemState::NotApplicable { .. } if !item.may_not_apply => Err(Refusal::PartApplies { part: part() }),
        ItemState::NotApplicable { reason } if reason.trim().is_empty() => Err(Refusal::ReasonNeeded),
        _ => Ok(()),
    }
}
