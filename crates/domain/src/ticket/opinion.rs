//! Records that must cover something, and opinions in them that are settled one by one (SUR-04, SUR-07, SOL-04…SOL-07, DEM-05,
//! DEM-08, BID-10): a type's data says which.

use super::{RecordKind, RecordRow, Ticket, Words};
use crate::event::{Event, OpinionSettled};
use crate::form::{Answer, Answers, FieldKind};
use crate::kernel::Digest;
use crate::refusal::Refusal;
use chrono::NaiveDate;

/// What became of an opinion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Settlement {
    /// On that day.
    pub on: NaiveDate,
    /// 采纳, or not.
    pub accepted: bool,
}

/// Most choices whose combinations a kind of record may have to cover: a table has two sides.
const MOST_SIDES: usize = 2;

/// Most combinations that a kind of record may have to cover.
const MOST: usize = 64;

impl RecordKind {
    fn options(&self, code: &str) -> Option<&[String]> {
        let field = self.fields.iter().find(|field| field.code == code && !field.beside())?;
        match &field.kind {
            FieldKind::Choice(options) => Some(options),
            _ => None,
        }
    }

    /// Whether what it must cover are choices of its own, not too many of them, and what makes an opinion of it is a field.
    pub(super) fn covers_soundly(&self) -> bool {
        let sizes: Option<Vec<usize>> =
            self.covers.iter().map(|code| self.options(code).map(<[String]>::len)).collect();
        let several =
            self.covers.iter().collect::<std::collections::BTreeSet<_>>().len() == self.covers.len();
        let settled = self.settled.as_ref().is_none_or(|when| {
            self.fields.iter().any(|field| field.code == when.when.field && !field.beside())
        });
        several
            && self.covers.len() <= MOST_SIDES
            && settled
            && sizes.is_some_and(|sizes| sizes.iter().product::<usize>() <= MOST)
    }

    /// Every combination that must be covered, in the order of the options; none where nothing must.
    #[must_use]
    pub fn combinations(&self) -> Vec<Vec<&str>> {
        if self.covers.is_empty() {
            return Vec::new();
        }
        self.covers.iter().fold(vec![Vec::new()], |all, code| {
            let options = self.options(code).unwrap_or_default();
            all.iter()
                .flat_map(|first: &Vec<&str>| {
                    options
                        .iter()
                        .map(move |option| first.iter().copied().chain([option.as_str()]).collect::<Vec<_>>())
                })
                .collect()
        })
    }

    /// What a record covers; `None` where one of the choices was not made.
    fn covered<'r>(&self, answers: &'r Answers) -> Option<Vec<&'r str>> {
        let choice = |code: &String| match answers.plain.get(code) {
            Some(Answer::Text(text)) => Some(text.as_str()),
            _ => None,
        };
        self.covers.iter().map(choice).collect()
    }

    /// Whether a record filled in so is an opinion that has to be settled.
    #[must_use]
    pub fn asks_settlement(&self, answers: &Answers) -> bool {
        self.settled.as_ref().is_some_and(|opinion| opinion.when.holds(answers))
    }
}

impl Ticket {
    /// Records of a kind that stand.
    pub(super) fn kept<'t>(&'t self, kind: &'t RecordKind) -> impl Iterator<Item = &'t RecordRow> {
        self.records.iter().filter(|row| row.kind == kind.code && !row.struck)
    }

    /// Records of a kind that stand and came in time: those that come before others not after the first of them.
    pub(super) fn counting<'t>(&'t self, kind: &'t RecordKind) -> impl Iterator<Item = &'t RecordRow> {
        let others = kind.before.as_ref().and_then(|code| self.kind.record(code));
        let first = others.and_then(|other| self.kept(other).map(|row| row.on).min());
        self.kept(kind).filter(move |row| first.is_none_or(|first| row.on <= first))
    }

    fn asks(&self, kind: &RecordKind, row: &RecordRow) -> bool {
        self.written.get(&row.number).is_some_and(|answers| kind.asks_settlement(answers))
    }

    /// Combinations that no record of the kind covers.
    #[must_use]
    pub fn uncovered<'t>(&'t self, kind: &'t RecordKind) -> Vec<Vec<&'t str>> {
        let covered: Vec<_> =
            self.kept(kind).filter_map(|row| kind.covered(self.written.get(&row.number)?)).collect();
        kind.combinations().into_iter().filter(|combination| !covered.contains(combination)).collect()
    }

    /// Opinions of a kind that nobody settled.
    pub fn unsettled<'t>(&'t self, kind: &'t RecordKind) -> impl Iterator<Item = &'t RecordRow> {
        self.kept(kind).filter(|row| self.asks(kind, row) && !self.settled.contains_key(&row.number))
    }

    /// Settles an opinion: taken up, with the changed version where there is one, or not, with the reason.
    ///
    /// # Errors
    /// [`Refusal::TicketEnded`], [`Refusal::UnknownTicketRecord`], [`Refusal::NothingToSettle`], [`Refusal::ReasonNeeded`],
    /// [`Refusal::DayOutside`].
    pub fn settle(
        &self,
        record: u32,
        accepted: bool,
        on: NaiveDate,
        words: Words,
        file: Option<Digest>,
        today: NaiveDate,
    ) -> Result<Vec<Event>, Refusal> {
        self.open()?;
        let unknown = || Refusal::UnknownTicketRecord { number: record };
        let row = self.records.iter().find(|row| row.number == record && !row.struck).ok_or_else(unknown)?;
        let asks = self.kind.record(&row.kind).is_some_and(|kind| self.asks(kind, row));
        if !asks || self.settled.contains_key(&record) {
            return Err(Refusal::NothingToSettle { number: record });
        }
        self.between(on, row.on, today)?;
        let text = if accepted { words.kept } else { words.needed()?.kept };
        Ok(vec![Event::OpinionSettled(OpinionSettled {
            ticket: self.no.clone(),
            number: self.next_words,
            record,
            accepted,
            on,
            text,
            file,
        })])
    }
}
