//! What is to be done, and until when.

use super::build::{facts, province, uniform, unscored};
use crate::kernel::{WorkingDays, Yuan};
use crate::organisation::Party;
use crate::settlement::official::RevisionState;
use crate::settlement::{Due, QuarterFacts, Task, due, settle};
use chrono::NaiveDate;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn dues(facts: &QuarterFacts, state: RevisionState, today: &str) -> Vec<Due> {
    due(&settle(facts), state, true, &WorkingDays::default(), day(today))
}

fn tasks(facts: &QuarterFacts, state: RevisionState, today: &str) -> Vec<Task> {
    dues(facts, state, today).into_iter().map(|d| d.task).collect()
}

#[test]
fn months_ask_once_they_are_over_until_the_fifth_working_day() {
    let mut facts = uniform("80");
    for month in &mut facts.units[0].months {
        month.people = vec![unscored("A"), unscored("B")];
        month.closed = false;
    }
    facts.units[1].months[0].closed = false;
    let first = dues(&facts, RevisionState::Open, "2026-08-03");
    let unit = facts.units[0].code.clone();
    let july = facts.units[0].months[0].month;
    // 31 July 2026 is a Friday: the fifth working day after it is Friday, 7 August.
    let wanted = Due {
        quarter: facts.quarter,
        task: Task::ScoreMonth { unit, month: july, persons: 2 },
        by: day("2026-08-07"),
        overdue: false,
    };
    assert_eq!(first.len(), 2, "{first:?}");
    assert_eq!(first[0], wanted, "a month without scores is scored before it is closed");
    assert_eq!(first[1].task, Task::CloseMonth { unit: facts.units[1].code.clone(), month: july });
    assert!(!dues(&facts, RevisionState::Open, "2026-08-07")[0].overdue);
    assert!(dues(&facts, RevisionState::Open, "2026-08-08")[0].overdue);
    assert_eq!(dues(&facts, RevisionState::Open, "2026-07-31"), [], "the month is not over");
}

#[test]
fn a_month_without_anybody_wants_its_declaration() {
    let mut facts = uniform("80");
    facts.units[0].months[0].people.clear();
    facts.units[0].months[0].closed = false;
    let found = tasks(&facts, RevisionState::Open, "2026-10-08");
    assert!(matches!(&found[0], Task::ScoreMonth { persons: 0, .. }), "{found:?}");
}

#[test]
fn confirmations_are_asked_for_when_nothing_else_of_the_unit_is_open() {
    let mut facts = uniform("80");
    facts.units[0].confirmations.clear();
    facts.units[1].confirmations.clear();
    facts.units[1].objection_open = true;
    let (asked, other) = (facts.units[0].code.clone(), facts.units[1].code.clone());
    assert_eq!(
        tasks(&facts, RevisionState::Open, "2026-10-08"),
        [
            Task::Confirm { unit: asked.clone(), party: Party::Client },
            Task::Confirm { unit: asked, party: Party::Provider },
            Task::Objection { unit: other },
        ]
    );
}

#[test]
fn each_step_in_its_turn_until_the_tenth() {
    let facts = uniform("80");
    let step = |state| dues(&facts, state, "2026-10-10");
    for (state, task) in [
        (RevisionState::Open, Task::Prepare),
        (RevisionState::Prepared, Task::Review),
        (RevisionState::Reviewed, Task::Finalise),
        (RevisionState::Final, Task::Sign),
        (RevisionState::Closed, Task::Pay { amount: Yuan::parse("960000.00").unwrap() }),
    ] {
        let found = step(state);
        assert_eq!(found.len(), 1, "{state:?}");
        assert_eq!((&found[0].task, found[0].by, found[0].overdue), (&task, day("2026-10-10"), false));
    }
    let alone =
        due(&settle(&facts), RevisionState::Prepared, false, &WorkingDays::default(), day("2026-10-11"));
    assert_eq!((&alone[0].task, alone[0].overdue), (&Task::Finalise, true), "one person reviews nothing");
}

#[test]
fn a_missing_contract_amount_is_asked_for() {
    let mut facts = facts(province(["80", "80"], 3, "80"));
    facts.contract = None;
    assert_eq!(tasks(&facts, RevisionState::Open, "2026-08-01"), [Task::Contract]);
}
