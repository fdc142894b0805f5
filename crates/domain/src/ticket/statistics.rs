//! Statistics of tickets over a period: what came in, what was done, whether in time, and how it was rated (TKT-22, TKT-62,
//! ASS-16). Each figure's definition stands at its field; everything else is a sum of these.

use super::{Rating, TermDays, TicketState, TypeKey};
use crate::deadline::DeadlineRules;
use crate::kernel::{Exact, Month, StaffNo, UnitCode};
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// What statistics need to know of a ticket.
#[derive(Clone, Debug)]
pub struct CountedTicket {
    /// Whose.
    pub unit: UnitCode,
    /// Its type.
    pub kind: TypeKey,
    /// 第一责任人.
    pub first: Option<StaffNo>,
    /// Came in that day.
    pub received_on: NaiveDate,
    /// Where it stands, and the days of response and delivery.
    pub days: TermDays,
    /// Ended on that day.
    pub closed_on: Option<NaiveDate>,
    /// The requester's rating.
    pub rating: Option<Rating>,
}

/// What was counted of some tickets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// 受理: came in within the period.
    pub received: u32,
    /// 响应: taken within the period.
    pub taken: u32,
    /// Of those, taken on the last day for it or before.
    pub taken_in_time: u32,
    /// 交付: delivered within the period.
    pub delivered: u32,
    /// Of those, delivered on the last day or before; the last day is the one that was agreed, moved on by waiting.
    pub delivered_in_time: u32,
    /// 办结: closed as done within the period.
    pub closed: u32,
    /// 无效: closed within the period with advice only.
    pub void: u32,
    /// 在办: came in by the period's end and open now.
    pub open: u32,
    /// Of those, past their last day now, and nobody is waited for.
    pub overdue: u32,
    /// 已评价: rated, of those closed as done within the period.
    pub rated: u32,
    /// Marks that they were given.
    pub marks: u32,
    /// Questions that were answered with those marks.
    pub questions: u32,
}

impl Tally {
    /// 按时交付率: delivered in time, of all delivered; `None` where none was.
    #[must_use]
    pub fn on_time(&self) -> Option<Exact> {
        Exact::ratio(self.delivered_in_time.into(), self.delivered.into())
    }

    /// 按时响应率: taken in time, of all taken; `None` where none was.
    #[must_use]
    pub fn answered_in_time(&self) -> Option<Exact> {
        Exact::ratio(self.taken_in_time.into(), self.taken.into())
    }

    /// 平均评价, 1 to 5: the mean of all marks; `None` where nothing was rated.
    #[must_use]
    pub fn mean_mark(&self) -> Option<Exact> {
        Exact::ratio(self.marks.into(), self.questions.into())
    }

    pub(super) fn add(&mut self, other: &Self) {
        for (sum, more) in [
            (&mut self.received, other.received),
            (&mut self.taken, other.taken),
            (&mut self.taken_in_time, other.taken_in_time),
            (&mut self.delivered, other.delivered),
            (&mut self.delivered_in_time, other.delivered_in_time),
            (&mut self.closed, other.closed),
            (&mut self.void, other.void),
            (&mut self.open, other.open),
            (&mut self.overdue, other.overdue),
            (&mut self.rated, other.rated),
            (&mut self.marks, other.marks),
            (&mut self.questions, other.questions),
        ] {
            *sum += more;
        }
    }
}

/// So many groups are told apart in a chart.
const MOST_DRAWN: usize = 24;

/// The groups that a chart draws: all of them, or of many those with most tickets.
#[must_use]
pub fn drawn<K: Ord>(groups: &BTreeMap<K, Tally>) -> BTreeSet<&K> {
    let mut ranked: Vec<(&K, &Tally)> = groups.iter().collect();
    // Groups with as many stand in their order.
    ranked.sort_by_key(|(_, tally)| Reverse(tally.received + tally.delivered + tally.closed));
    ranked.into_iter().take(MOST_DRAWN).map(|(group, _)| group).collect()
}

/// Tickets of a period, counted in every way that is asked for.
#[derive(Clone, Debug, Default)]
pub struct Statistics {
    /// All of them.
    pub total: Tally,
    /// Unit by unit.
    pub units: BTreeMap<UnitCode, Tally>,
    /// Type by type.
    pub kinds: BTreeMap<TypeKey, Tally>,
    /// By whoever is responsible first; `None` for those that are nobody's yet.
    pub people: BTreeMap<Option<StaffNo>, Tally>,
    /// Month by month: each figure in the month of its own day; what is open, in the month in which it came in. Months of the
    /// period in which nothing was have none.
    pub months: BTreeMap<Month, Tally>,
}

/// A period, both days included, and the day on which one asks.
#[derive(Clone, Copy, Debug)]
pub struct Period<'a> {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// Today.
    pub today: NaiveDate,
    /// The terms in force.
    pub rules: &'a DeadlineRules,
}

impl Period<'_> {
    fn holds(&self, day: Option<NaiveDate>) -> Option<NaiveDate> {
        day.filter(|day| (self.from..=self.to).contains(day))
    }

    /// What a ticket counts for, each with the day by which it falls into a month.
    fn figures(&self, ticket: &CountedTicket) -> impl Iterator<Item = (NaiveDate, Tally)> {
        let none = Tally::default();
        let received = self.holds(Some(ticket.received_on)).map(|day| (day, Tally { received: 1, ..none }));
        let (days, done) = (&ticket.days, ticket.days.state == TicketState::Closed);
        let delivery = days.delivery(self.rules);
        let taken = self.holds(days.taken_on).map(|day| {
            let in_time = days.taken_in_time().unwrap_or_default();
            (day, Tally { taken: 1, taken_in_time: in_time.into(), ..none })
        });
        let delivered = self.holds(days.delivered_on).map(|day| {
            let in_time = days.delivered_in_time().unwrap_or_default();
            (day, Tally { delivered: 1, delivered_in_time: in_time.into(), ..none })
        });
        let closed = self.holds(ticket.closed_on).map(|day| {
            let rating = ticket.rating.as_ref().filter(|_| done);
            let marks = rating.map(Rating::sum);
            let questions = rating.map(Rating::questions);
            let tally = Tally {
                closed: done.into(),
                void: (!done).into(),
                rated: rating.is_some().into(),
                marks: marks.unwrap_or_default(),
                questions: questions.unwrap_or_default(),
                ..none
            };
            (day, tally)
        });
        let open = (!days.state.ended() && ticket.received_on <= self.to).then(|| {
            let overdue = delivery.is_some_and(|term| term.is_overdue(self.today));
            (ticket.received_on, Tally { open: 1, overdue: overdue.into(), ..none })
        });
        [received, taken, delivered, closed, open].into_iter().flatten()
    }
}

/// Counts tickets over a period.
#[must_use]
pub fn statistics(period: Period<'_>, tickets: impl IntoIterator<Item = CountedTicket>) -> Statistics {
    let mut all = Statistics::default();
    for ticket in tickets {
        let mut of_ticket = Tally::default();
        let mut counts = false;
        for (day, tally) in period.figures(&ticket) {
            counts = true;
            of_ticket.add(&tally);
            if let Some(month) = Month::of(day) {
                all.months.entry(month).or_default().add(&tally);
            }
        }
        if counts {
            all.total.add(&of_ticket);
            all.units.entry(ticket.unit).or_default().add(&of_ticket);
            all.kinds.entry(ticket.kind).or_default().add(&of_ticket);
            all.people.entry(ticket.first).or_default().add(&of_ticket);
        }
    }
    // What came in before the period and is still open belongs to no month of it.
    let first = Month::of(period.from);
    all.months.retain(|month, _| first.is_none_or(|first| *month >= first));
    all
}
