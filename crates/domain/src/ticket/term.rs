//! A ticket's last day: as asked for, as agreed, and moved on by waiting (TKT-55, SLA-12, SLA-36).

use super::{Milestones, TENDER_DEADLINE, Ticket, TicketState, TicketType, Words};
use crate::deadline::{Clock, DeadlineRules, Lateness, Pause, Reckoning};
use crate::event::{Event, TicketPaused, TicketRescheduled, TicketResumed};
use crate::form::Answer;
use crate::kernel::WorkingDays;
use crate::refusal::Refusal;
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

/// How far ahead a last day may lie, in years.
pub const DUE_LIMIT_YEARS: u32 = 3;

/// The last day that follows from a type's own length, where the requester named none.
#[must_use]
pub fn first_due(kind: &TicketType, assigned_on: NaiveDate, calendar: &WorkingDays) -> NaiveDate {
    calendar.deadline(assigned_on, kind.days)
}

/// A last day that somebody names: a working day, not before the request.
///
/// # Errors
/// [`Refusal::DueBefore`], [`Refusal::DueOnDayOff`] with the next working day, [`Refusal::DueTooFar`].
pub fn working_due(day: NaiveDate, from: NaiveDate, calendar: &WorkingDays) -> Result<NaiveDate, Refusal> {
    if day < from {
        return Err(Refusal::DueBefore { day, from });
    }
    let limit = Days::new(u64::from(DUE_LIMIT_YEARS) * 366);
    if from.checked_add_days(limit).is_none_or(|last| day > last) {
        return Err(Refusal::DueTooFar { years: DUE_LIMIT_YEARS });
    }
    if !calendar.is_working(day) {
        let next = day.iter_days().find(|day| calendar.is_working(*day)).unwrap_or(day);
        return Err(Refusal::DueOnDayOff { day, next });
    }
    Ok(day)
}

/// A term of a ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TicketTerm {
    /// 立项评审.
    Review,
    /// 响应.
    Accept,
    /// 需求调研报告.
    Survey,
    /// 审核申请.
    BidAudit,
    /// 投标递交.
    BidSubmission,
    /// 交付.
    Delivery,
}

impl TicketTerm {
    /// Its code among the terms in force.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Review => "review",
            Self::Accept => "accept",
            Self::Survey => "survey",
            Self::BidAudit => "bidAudit",
            Self::BidSubmission => "bidSubmission",
            Self::Delivery => "delivery",
        }
    }
}

/// The days that a ticket's terms are told from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TermDays {
    /// Where it stands.
    pub state: TicketState,
    /// To be reviewed by that day.
    pub review_by: Option<NaiveDate>,
    /// Reviewed on that day, the latest time.
    pub reviewed_on: Option<NaiveDate>,
    /// To be taken by that day.
    pub take_by: Option<NaiveDate>,
    /// Taken on that day.
    pub taken_on: Option<NaiveDate>,
    /// 投标截止, where its files are audited.
    pub tender_deadline: Option<NaiveDate>,
    /// An audit was first asked for on that day.
    pub audit_asked_on: Option<NaiveDate>,
    /// To be delivered by that day.
    pub due_on: Option<NaiveDate>,
    /// Delivered on that day.
    pub delivered_on: Option<NaiveDate>,
    /// Whether somebody is waited for.
    pub waiting: bool,
    /// The second could not, and the manager has not acted since.
    pub escalated_on: Option<NaiveDate>,
    /// Others were asked for something on that day, the earliest that has no answer.
    pub help_since: Option<NaiveDate>,
    /// Days of its survey and its bid.
    pub milestones: Milestones,
}

impl TermDays {
    /// The term of its delivery; `None` where it has none, or ended without being delivered: that is not late.
    #[must_use]
    pub fn delivery(&self, rules: &DeadlineRules) -> Option<Lateness> {
        self.counted(TicketTerm::Delivery, self.due_on, self.delivered_on, rules)
    }

    /// Whether it was delivered on the last day or before: what has no last day is not late. `None` until it is delivered.
    #[must_use]
    pub fn delivered_in_time(&self) -> Option<bool> {
        self.delivered_on.map(|done| self.due_on.is_none_or(|due| done <= due))
    }

    /// Whether it was taken on the last day for it or before; as for its delivery.
    #[must_use]
    pub fn taken_in_time(&self) -> Option<bool> {
        self.taken_on.map(|done| self.take_by.is_none_or(|due| done <= due))
    }

    /// All terms, in the order in which they run.
    #[must_use]
    pub fn terms(&self, with: &Reckoning<'_>) -> Vec<(TicketTerm, Lateness)> {
        // A review that asked for more is followed by another one.
        let reviewed = self.reviewed_on.filter(|_| self.state != TicketState::Consented);
        let audit = self.tender_deadline.map(|day| with.before(TicketTerm::BidAudit.code(), day));
        let survey = self.milestones.planned_on.map(|day| with.after(TicketTerm::Survey.code(), day));
        let submission = self.tender_deadline.map(|day| with.before(TicketTerm::BidSubmission.code(), day));
        [
            (TicketTerm::Review, self.review_by, reviewed),
            (TicketTerm::Accept, self.take_by, self.taken_on),
            (TicketTerm::Survey, survey, self.milestones.reported_on),
            (TicketTerm::BidAudit, audit, self.audit_asked_on),
            (TicketTerm::BidSubmission, submission, self.handed_in()),
            (TicketTerm::Delivery, self.due_on, self.delivered_on),
        ]
        .into_iter()
        .filter_map(|(term, due_on, done_on)| Some((term, self.counted(term, due_on, done_on, with.rules)?)))
        .collect()
    }

    fn counted(
        &self,
        term: TicketTerm,
        due_on: Option<NaiveDate>,
        done_on: Option<NaiveDate>,
        rules: &DeadlineRules,
    ) -> Option<Lateness> {
        let due_on = due_on.filter(|_| done_on.is_some() || !self.state.ended())?;
        let rule = rules.rule(term.code());
        let waiting = self.waiting && rule.is_none_or(|rule| rule.pausable);
        Some(Lateness { due_on, done_on, waiting, soon: rule.map_or(0, |rule| rule.soon) })
    }
}

impl Ticket {
    /// The days that its terms are told from.
    #[must_use]
    pub fn term_days(&self) -> TermDays {
        let tender = match self.answers.plain.get(TENDER_DEADLINE) {
            Some(Answer::Day(day)) => Some(*day),
            _ => None,
        };
        TermDays {
            state: self.state,
            review_by: self.review_by,
            reviewed_on: self.reviews.last().map(|review| review.on),
            take_by: self.take_by,
            taken_on: self.taken_on,
            tender_deadline: tender.filter(|_| self.kind.audited),
            audit_asked_on: self.audits.first().map(|round| round.asked_on),
            due_on: self.due_on,
            delivered_on: self.delivered_on,
            waiting: self.waiting().is_some(),
            escalated_on: self.escalated_on,
            help_since: self.helps_open().map(|help| help.asked_on).min(),
            milestones: self.milestones(),
        }
    }

    /// Its terms, in the order in which they run.
    #[must_use]
    pub fn terms(&self, with: &Reckoning<'_>) -> Vec<(TicketTerm, Lateness)> {
        self.term_days().terms(with)
    }

    /// The clock of its delivery: from assigning to the last day that was asked for or agreed, with every wait. What was
    /// waited before a day was agreed is part of it, and moves it no further.
    #[must_use]
    pub fn clock(&self, calendar: &WorkingDays) -> Option<Clock> {
        let (from, to) = (self.assigned_on?, self.agreed_on.or(self.asked_for)?);
        let agreed_at = self.agreed_at.filter(|_| self.agreed_on.is_some());
        Some(Clock::until(from, to, self.pauses.clone(), agreed_at, calendar))
    }

    /// Refuses while somebody is waited for.
    pub(super) fn no_wait(&self) -> Result<(), Refusal> {
        match self.waiting() {
            Some(_) => Err(Refusal::WaitsAlready { ticket: self.no.clone() }),
            None => Ok(()),
        }
    }

    /// Waits for somebody: the count stands still from that day.
    ///
    /// # Errors
    /// [`Refusal::TicketElsewhere`], [`Refusal::WaitsAlready`], [`Refusal::PostponementWaits`], [`Refusal::ReasonNeeded`],
    /// [`Refusal::WaitDay`].
    pub fn pause(&self, from: NaiveDate, words: Words, with: &Reckoning<'_>) -> Result<Vec<Event>, Refusal> {
        let today = with.today;
        self.in_state(&[TicketState::Assigned, TicketState::Running, TicketState::Consented])?;
        self.no_wait()?;
        self.no_question(with)?;
        // Waits follow each other: a day is not waited twice.
        let earliest = self.pauses.iter().filter_map(|pause| pause.to).max().unwrap_or(self.received_on);
        if from < earliest || from > today {
            return Err(Refusal::WaitDay { from: earliest, to: today });
        }
        let text = words.needed()?.kept;
        Ok(vec![Event::TicketPaused(TicketPaused {
            ticket: self.no.clone(),
            number: self.next_words,
            from,
            text,
        })])
    }

    /// The waiting is over; the last day moves on by the working days waited.
    ///
    /// # Errors
    /// [`Refusal::NotWaiting`], [`Refusal::WaitDay`].
    pub fn resume(&self, to: NaiveDate, with: &Reckoning<'_>) -> Result<Vec<Event>, Refusal> {
        let (calendar, today) = (with.calendar, with.today);
        self.open()?;
        let waiting = self.waiting().ok_or_else(|| Refusal::NotWaiting { ticket: self.no.clone() })?;
        if to < waiting.from || to > today {
            return Err(Refusal::WaitDay { from: waiting.from, to: today });
        }
        let close = |pause: &Pause| Pause { to: pause.to.or(Some(to)), ..*pause };
        let pauses = self.pauses.iter().map(close).collect();
        let due_on = Self { pauses, ..self.clone() }.clock(calendar).map(|clock| clock.due(calendar, today));
        Ok(vec![Event::TicketResumed(TicketResumed {
            ticket: self.no.clone(),
            to,
            due_on: due_on.or(self.due_on),
        })])
    }

    /// Agrees on another last day with the requester; the one before is kept beside it.
    ///
    /// # Errors
    /// [`Refusal::TicketElsewhere`], [`Refusal::WaitsAlready`], [`Refusal::PostponementWaits`], [`Refusal::ReasonNeeded`] and
    /// those of [`working_due`].
    pub fn reschedule(
        &self,
        to: NaiveDate,
        words: Words,
        with: &Reckoning<'_>,
    ) -> Result<Vec<Event>, Refusal> {
        let (calendar, today) = (with.calendar, with.today);
        self.in_state(&[
            TicketState::Consented,
            TicketState::Unassigned,
            TicketState::Assigned,
            TicketState::Running,
        ])?;
        self.no_wait()?;
        self.no_question(with)?;
        let to = working_due(to, today, calendar)?;
        let text = words.needed()?.kept;
        if self.due_on == Some(to) {
            return Ok(Vec::new());
        }
        Ok(vec![Event::TicketRescheduled(TicketRescheduled {
            ticket: self.no.clone(),
            number: self.next_words,
            to,
            on: today,
            text,
        })])
    }
}
