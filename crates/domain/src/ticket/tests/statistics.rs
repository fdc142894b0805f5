//! Statistics as a table: which ticket counts for what.

use super::with;
use crate::kernel::Exact;
use crate::sample::{day, month, staff, unit};
use crate::ticket::{
    CountedTicket, Period, Rating, Tally, TermDays, TicketState, TypeKey, drawn, rating_questions, statistics,
};
use std::collections::BTreeMap;

fn ticket(state: TicketState, received_on: &str) -> CountedTicket {
    CountedTicket {
        unit: unit("CD"),
        kind: TypeKey { unit: None, code: "bid".into() },
        first: Some(staff("E1")),
        received_on: day(received_on),
        days: TermDays {
            state,
            review_by: None,
            reviewed_on: None,
            take_by: None,
            taken_on: None,
            tender_deadline: None,
            audit_asked_on: None,
            due_on: None,
            delivered_on: None,
            waiting: false,
            escalated_on: None,
            help_since: None,
            milestones: Default::default(),
        },
        closed_on: None,
        rating: None,
    }
}

fn rated(marks: [u8; 4]) -> Option<Rating> {
    Some(Rating(rating_questions().into_iter().zip(marks).collect()))
}

/// The same with other days.
fn dated(ticket: &CountedTicket, change: impl FnOnce(&mut TermDays)) -> CountedTicket {
    let mut other = ticket.clone();
    change(&mut other.days);
    other
}

fn october() -> Period<'static> {
    Period { from: day("2026-10-01"), to: day("2026-10-31"), today: day("2026-11-05"), rules: with().rules }
}

fn of(tickets: Vec<CountedTicket>) -> Tally {
    statistics(october(), tickets).total
}

#[test]
fn each_figure_counts_by_its_own_day() {
    let done = CountedTicket {
        closed_on: Some(day("2026-11-01")),
        rating: rated([5, 5, 5, 5]),
        ..ticket(TicketState::Closed, "2026-09-30")
    };
    let done = dated(&done, |days| {
        days.take_by = Some(day("2026-10-02"));
        days.taken_on = days.take_by;
        days.due_on = Some(day("2026-10-20"));
        days.delivered_on = days.due_on;
    });
    let none = Tally::default();
    let said = of(vec![done.clone()]);
    let expected = Tally { taken: 1, taken_in_time: 1, delivered: 1, delivered_in_time: 1, ..none };
    assert_eq!(said, expected, "came in before, closed after");
    let late = CountedTicket {
        closed_on: Some(day("2026-10-31")),
        rating: rated([5, 4, 3, 2]),
        received_on: day("2026-10-01"),
        ..done
    };
    let late = dated(&late, |days| {
        days.taken_on = Some(day("2026-10-03"));
        days.delivered_on = Some(day("2026-10-21"));
    });
    let said = of(vec![late.clone()]);
    let expected =
        Tally { received: 1, taken: 1, delivered: 1, closed: 1, rated: 1, marks: 14, questions: 4, ..none };
    assert_eq!(said, expected);
    let void = dated(&late, |days| {
        days.state = TicketState::Void;
        days.delivered_on = None;
    });
    let said = of(vec![void]);
    assert_eq!((said.closed, said.void, said.rated), (0, 1, 0), "a rating counts with what was done");
}

#[test]
fn what_is_open_and_overdue_is_told_as_of_today() {
    let running = |received_on: &str, due_on: &str| {
        dated(&ticket(TicketState::Running, received_on), |days| days.due_on = Some(day(due_on)))
    };
    let october = || running("2026-10-12", "2026-11-04");
    for (tickets, open, overdue) in [
        (vec![running("2026-10-12", "2026-11-04")], 1, 1),
        (vec![running("2026-10-12", "2026-11-05")], 1, 0),
        (vec![running("2026-11-02", "2026-11-04")], 0, 0),
        (vec![dated(&october(), |days| days.waiting = true)], 1, 0),
        (vec![dated(&october(), |days| days.delivered_on = Some(day("2026-11-01")))], 1, 0),
        (vec![ticket(TicketState::Declined, "2026-10-12")], 0, 0),
    ] {
        let said = of(tickets.clone());
        assert_eq!((said.open, said.overdue), (open, overdue), "{tickets:?}");
    }
}

#[test]
fn shares_and_means_are_exact_and_nothing_of_nothing_is_none() {
    let tally = Tally { delivered: 3, delivered_in_time: 2, marks: 14, questions: 4, ..Tally::default() };
    assert_eq!(tally.on_time(), Exact::ratio(2, 3));
    assert_eq!(tally.mean_mark(), Exact::ratio(7, 2));
    assert_eq!(tally.answered_in_time(), None);
    assert_eq!(Tally::default().on_time(), None);
}

#[test]
fn the_groups_add_up_to_the_total() {
    let mut tickets = Vec::new();
    for nth in 0..60_u32 {
        let received = format!("2026-{:02}-{:02}", 8 + nth % 4, 1 + nth % 28);
        tickets.push(CountedTicket {
            unit: unit(["CD", "ZG", "AB"][nth as usize % 3]),
            first: (nth % 7 != 0).then(|| staff(&format!("E{}", nth % 5))),
            closed_on: (nth % 2 == 0).then(|| day("2026-10-15")),
            rating: (nth % 4 == 0).then(|| rated([3, 4, 5, 5])).flatten(),
            ..ticket(if nth % 2 == 0 { TicketState::Closed } else { TicketState::Running }, &received)
        });
    }
    let period = Period { from: day("2026-08-01"), ..october() };
    let all = statistics(period, tickets);
    let sum = |tallies: Vec<&Tally>| {
        let mut sum = Tally::default();
        tallies.iter().for_each(|tally| sum.add(tally));
        sum
    };
    assert_eq!(sum(all.units.values().collect()), all.total);
    assert_eq!(sum(all.kinds.values().collect()), all.total);
    assert_eq!(sum(all.people.values().collect()), all.total);
    assert_eq!(sum(all.months.values().collect()), all.total);
    assert_eq!(all.months.keys().copied().min(), Some(month("2026-08")));
    assert!(all.people.contains_key(&None));
}

#[test]
fn of_many_groups_those_with_most_tickets_are_drawn() {
    let tally = |received| Tally { received, ..Tally::default() };
    let many: BTreeMap<u32, Tally> =
        (0..26).map(|group| (group, tally(if group == 3 || group == 7 { 0 } else { group + 1 }))).collect();
    let shown = drawn(&many);
    assert_eq!(shown.len(), 24);
    assert!(!shown.contains(&3) && !shown.contains(&7));
    let few: BTreeMap<u32, Tally> = (0..3).map(|group| (group, tally(0))).collect();
    assert_eq!(drawn(&few).len(), 3, "all of a few, whatever they have");
}
