//! Days that a survey and a bid are told by: planned and reported, handed in (SUR-01, SUR-06, BID-11, SLA-23).

use super::{TermDays, Ticket, TicketType};
use crate::form::{Answers, ItemState};
use chrono::NaiveDate;

/// Code of the kind of record that plans a survey.
pub const SURVEY_PLAN: &str = "surveyPlan";
/// Code of the part that is the survey's report.
pub const SURVEY_REPORT: &str = "surveyReport";
/// Code of the kind of record that says when, where and by whom a bid was handed in.
pub const SUBMISSION: &str = "submission";

/// Days of a survey and a bid; empty for what is neither.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Milestones {
    /// The survey was planned on that day, the first time.
    pub planned_on: Option<NaiveDate>,
    /// Its report is there since.
    pub reported_on: Option<NaiveDate>,
    /// Whether handing in is recorded, or follows from delivery.
    pub submission_recorded: bool,
    /// Handed in on that day, the first time.
    pub submitted_on: Option<NaiveDate>,
}

/// What a ledger knows of them, before the type says what counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MilestoneFacts {
    /// Day of the first plan that stands.
    pub plan: Option<NaiveDate>,
    /// Where the report stands.
    pub report: Option<ItemState>,
    /// Day of the first submission that stands.
    pub submission: Option<NaiveDate>,
}

impl TicketType {
    fn asks_record(&self, code: &str, answers: &Answers) -> bool {
        self.record(code).is_some_and(|kind| kind.when.as_ref().is_none_or(|when| when.holds(answers)))
    }

    /// Whether tickets of the type have such days at all.
    #[must_use]
    pub fn has_milestones(&self) -> bool {
        self.record(SURVEY_PLAN).is_some() || self.record(SUBMISSION).is_some()
    }

    /// The days that count with these answers: without a survey there is no plan to keep.
    #[must_use]
    pub fn milestones(&self, answers: &Answers, facts: &MilestoneFacts) -> Milestones {
        let surveyed = self.asks_record(SURVEY_PLAN, answers);
        let reported_on = match &facts.report {
            Some(ItemState::Done { on, .. }) => Some(*on),
            _ => None,
        };
        Milestones {
            planned_on: facts.plan.filter(|_| surveyed && self.item(SURVEY_REPORT).is_some()),
            reported_on: reported_on.filter(|_| surveyed),
            submission_recorded: self.asks_record(SUBMISSION, answers),
            submitted_on: facts.submission,
        }
    }
}

impl Ticket {
    pub(super) fn milestones(&self) -> Milestones {
        let first = |code: &str| {
            self.records.iter().filter(|row| row.kind == code && !row.struck).map(|row| row.on).min()
        };
        let facts = MilestoneFacts {
            plan: first(SURVEY_PLAN),
            report: self.items.get(SURVEY_REPORT).cloned(),
            submission: first(SUBMISSION),
        };
        self.kind.milestones(&self.answers, &facts)
    }
}

impl TermDays {
    /// 递交: the day on record. Where none is asked for, what was delivered was handed in.
    pub(super) fn handed_in(&self) -> Option<NaiveDate> {
        let delivered = self.delivered_on.filter(|_| !self.milestones.submission_recorded);
        self.milestones.submitted_on.or(delivered)
    }

    /// 距投标截止: calendar days until the bids are closed, below 0 after it; `None` where there is no deadline, the bid was handed in,
    /// or the ticket has ended.
    #[must_use]
    pub fn tender_countdown(&self, today: NaiveDate) -> Option<i64> {
        let deadline = self.tender_deadline.filter(|_| !self.state.ended() && self.handed_in().is_none())?;
        Some(deadline.signed_duration_since(today).num_days())
    }
}
