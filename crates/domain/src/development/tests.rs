//! What is kept of a person's course, and what is refused.

use super::*;
use crate::event::Event;
use crate::refusal::Refusal;
use crate::sample::{day, digest, score, staff};

const TODAY: &str = "2026-10-08";

#[test]
fn ability_is_judged_with_its_day() {
    let note = Some(digest("note"));
    let judge = |last, judgement, note| {
        judge_ability(&staff("E1"), AbilityItem::Delivery, last, judgement, note, day(TODAY)).map(|e| e.len())
    };
    let (before, now) = (day("2026-09-01"), day(TODAY));
    assert_eq!(judge(None, (true, now), None), Ok(1));
    assert_eq!(judge(None, (false, now), None), Err(Refusal::ReasonNeeded), "not met says why");
    assert_eq!(judge(None, (false, now), note), Ok(1));
    assert_eq!(judge(Some((now, true)), (true, now), None), Ok(0), "the same again");
    assert_eq!(judge(Some((before, true)), (true, now), None), Ok(1));
    assert!(matches!(judge(Some((now, true)), (true, before), None), Err(Refusal::DatesReversed { .. })));
    assert!(matches!(judge(None, (true, day("2026-10-09")), None), Err(Refusal::DateInFuture { .. })));
}

#[test]
fn conduct_rests_on_something_and_is_decided_once() {
    let today = day(TODAY);
    let basis = (Some(digest("text")), None);
    let award =
        |basis| give_award(&[], &staff("E1"), (Award::Commendation, today), basis, today).map(|e| e.len());
    assert_eq!(award(basis), Ok(1));
    assert_eq!(award((None, None)), Err(Refusal::EvidenceNeeded));
    let events =
        find_violation(&[], &staff("E1"), (Violation::Leak, day("2026-10-01")), basis, today).unwrap();
    assert!(matches!(&events[..], [Event::ViolationFound(e)] if e.number == 1));

    let line = |number, found: Option<&str>, decided, withdrawn| ConductState {
        number,
        found_on: found.map(day),
        decided,
        withdrawn,
    };
    let known = [
        line(1, Some("2026-10-01"), false, false),
        line(2, None, false, false),
        line(3, Some("2026-10-01"), true, false),
        line(4, Some("2026-10-01"), false, true),
    ];
    let decide = |number, on: &str| {
        let decision = (Sanction::Dismissal, true, day(on));
        decide_violation(&known, &staff("E1"), number, decision, basis, today).map(|e| e.len())
    };
    assert_eq!(decide(1, TODAY), Ok(1));
    for (number, expected) in [
        (2, Refusal::ConductDecided { number: 2 }),
        (3, Refusal::ConductDecided { number: 3 }),
        (4, Refusal::UnknownConduct { number: 4 }),
        (9, Refusal::UnknownConduct { number: 9 }),
    ] {
        assert_eq!(decide(number, TODAY), Err(expected));
    }
    assert!(matches!(decide(1, "2026-09-30"), Err(Refusal::DatesReversed { .. })));
    let withdraw = |number, why| withdraw_conduct(&known, &staff("E1"), number, why).map(|e| e.len());
    assert_eq!(withdraw(2, "录错人"), Ok(1));
    assert_eq!(withdraw(2, " "), Err(Refusal::ReasonNeeded));
    assert_eq!(withdraw(4, "录错人"), Err(Refusal::UnknownConduct { number: 4 }));
    let next = give_award(&known, &staff("E1"), (Award::Learning, today), basis, today).unwrap();
    assert!(matches!(&next[..], [Event::AwardGiven(e)] if e.number == 5));
}

#[test]
fn training_is_planned_for_known_people_and_attended_after_its_day() {
    let known = [staff("E1"), staff("E2")].into();
    let training = |on: &str, people: &[&str], hours, title: &str| Training {
        kind: TrainingKind::Technical,
        title: title.to_owned(),
        on: day(on),
        hours,
        people: people.iter().map(|no| staff(no)).collect(),
        trainer: None,
    };
    let plan = |training| plan_training(3, &known, training).map(|e| e.len());
    assert_eq!(plan(training(TODAY, &["E2", "E1", "E2"], 4, "5G 专网")), Ok(1));
    assert_eq!(plan(training(TODAY, &["E1"], 4, " ")), Err(Refusal::NameLength { limit: 60 }));
    assert_eq!(plan(training(TODAY, &["E1"], 0, "x")), Err(Refusal::CountOutOfRange { most: 999 }));
    assert_eq!(plan(training(TODAY, &[], 4, "x")), Err(Refusal::NobodyNamed));
    assert_eq!(
        plan(training(TODAY, &["E9"], 4, "x")),
        Err(Refusal::UnknownEngineer { staff_no: staff("E9") })
    );

    let state = |on: &str, recorded: Vec<(_, bool, _)>, cancelled| TrainingState {
        number: 4,
        training: training(on, &["E1", "E2"], 4, "x"),
        recorded,
        cancelled,
    };
    let held = state(TODAY, vec![(staff("E1"), true, Some(score("90")))], false);
    let record = |state: Option<&TrainingState>, no: &str, answer| {
        record_attendance(state, 4, &staff(no), answer, day(TODAY)).map(|e| e.len())
    };
    assert_eq!(record(Some(&held), "E1", (true, Some(score("90")))), Ok(0));
    assert_eq!(record(Some(&held), "E1", (false, None)), Ok(1));
    assert_eq!(record(Some(&held), "E2", (true, None)), Ok(1));
    let stranger = Refusal::NotInvited { staff_no: staff("E3"), number: 4 };
    assert_eq!(record(Some(&held), "E3", (true, None)), Err(stranger));
    let future = state("2026-10-09", Vec::new(), false);
    assert!(matches!(record(Some(&future), "E1", (true, None)), Err(Refusal::DateInFuture { .. })));
    let gone = state(TODAY, Vec::new(), true);
    for none in [None, Some(&gone)] {
        assert_eq!(record(none, "E1", (true, None)), Err(Refusal::UnknownTraining { number: 4 }));
    }
    let cancel = |state: &TrainingState, why| cancel_training(Some(state), 4, why).map(|e| e.len());
    assert_eq!(cancel(&future, "讲师请假"), Ok(1));
    assert_eq!(cancel(&held, "讲师请假"), Err(Refusal::TrainingHeld { number: 4 }));
    assert_eq!(cancel(&future, ""), Err(Refusal::ReasonNeeded));
    assert!(cancel(&gone, "x").is_err());
}
