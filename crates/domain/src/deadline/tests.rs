//! Terms as tables: what is counted, what moves a day, and where a term stands.

use super::*;
use crate::kernel::{DayKind, Role, WorkingDays};
use crate::refusal::Refusal;
use crate::sample::day;
use chrono::DateTime;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// 国庆 2026: 1 to 7 October off, Saturday the 10th worked.
fn october() -> WorkingDays {
    let mut special: BTreeMap<_, _> =
        (1..=7).map(|d| (day(&format!("2026-10-0{d}")), DayKind::Holiday)).collect();
    special.insert(day("2026-10-10"), DayKind::Working);
    WorkingDays::new(special)
}

fn pause(from: &str, to: Option<&str>) -> Pause {
    Pause { from: day(from), to: to.map(day) }
}

fn due(start: &str, length: Length, pauses: Vec<Pause>, today: &str) -> String {
    let clock = Clock { started_on: day(start), length, pauses };
    clock.due(&october(), day(today)).to_string()
}

#[test]
fn the_last_day_by_length_and_waiting() {
    use Length::{Days, Months, WorkingDays};
    for (start, length, pauses, expected) in [
        ("2026-09-28", WorkingDays(2), vec![], "2026-09-30"),
        ("2026-09-29", WorkingDays(2), vec![], "2026-10-08"),
        ("2026-09-30", WorkingDays(3), vec![], "2026-10-10"),
        ("2026-09-28", WorkingDays(0), vec![], "2026-09-28"),
        ("2026-09-28", Days(4), vec![], "2026-10-02"),
        ("2026-01-31", Months(1), vec![], "2026-02-28"),
        // Waiting from the 9th to the 12th: the 9th and the 10th are not counted, the 12th is.
        ("2026-10-08", WorkingDays(2), vec![pause("2026-10-09", Some("2026-10-12"))], "2026-10-13"),
        // Begun and ended on one day: nothing is lost.
        ("2026-10-08", WorkingDays(2), vec![pause("2026-10-09", Some("2026-10-09"))], "2026-10-10"),
        ("2026-10-08", Days(2), vec![pause("2026-10-09", Some("2026-10-12"))], "2026-10-13"),
        // Two waits, the first from the start.
        (
            "2026-10-12",
            WorkingDays(2),
            vec![pause("2026-10-12", Some("2026-10-14")), pause("2026-10-14", Some("2026-10-15"))],
            "2026-10-16",
        ),
        // Waiting still: as if it ended tomorrow.
        ("2026-10-12", WorkingDays(2), vec![pause("2026-10-13", None)], "2026-10-22"),
    ] {
        assert_eq!(
            due(start, length, pauses.clone(), "2026-10-20"),
            expected,
            "{start} {length:?} {pauses:?}"
        );
    }
}

#[test]
fn every_day_says_why_it_counts() {
    let pauses = vec![pause("2026-10-09", Some("2026-10-12"))];
    let clock = Clock { started_on: day("2026-09-30"), length: Length::WorkingDays(2), pauses };
    let days = clock.days(&october(), day("2026-10-20"));
    let told: Vec<_> =
        days.iter().map(|d| (d.day.to_string()[8..].to_owned(), d.counted.clone(), d.make_up)).collect();
    let holiday = |d: &str| (d.to_owned(), DayCounted::Holiday, false);
    assert_eq!(told[0], ("30".into(), DayCounted::Start, false));
    assert_eq!(told[1..8].to_vec(), ["01", "02", "03", "04", "05", "06", "07"].map(holiday));
    assert_eq!(told[8], ("08".into(), DayCounted::Counted(1), false));
    assert_eq!(told[9], ("09".into(), DayCounted::Waiting(0), false));
    assert_eq!(told[10], ("10".into(), DayCounted::Waiting(0), true));
    assert_eq!(told[11], ("11".into(), DayCounted::Waiting(0), false));
    assert_eq!(told[12], ("12".into(), DayCounted::Counted(2), false));
    assert_eq!(told.len(), 13);
    let weekend = Clock { started_on: day("2026-10-16"), length: Length::WorkingDays(1), pauses: vec![] };
    let days = weekend.days(&october(), day("2026-10-20"));
    assert_eq!(days[1].counted, DayCounted::Weekend);
}

#[test]
fn a_day_given_counts_as_many_working_days_as_lie_between() {
    let clock = Clock::until(day("2026-09-28"), day("2026-10-10"), vec![], None, &october());
    assert_eq!(clock.length, Length::WorkingDays(5));
    assert_eq!(clock.due(&october(), day("2026-10-01")), day("2026-10-10"));
    assert!(clock.waiting().is_none());
    let waited = Clock { pauses: vec![pause("2026-10-08", Some("2026-10-10"))], ..clock };
    assert_eq!(waited.due(&october(), day("2026-10-12")), day("2026-10-13"));
    // Agreed on the 9th, when the 8th had been waited: the day stands, and what is waited later moves it.
    let pauses = vec![pause("2026-10-08", Some("2026-10-09")), pause("2026-10-12", Some("2026-10-14"))];
    let agreed = |pauses| {
        Clock::until(day("2026-09-28"), day("2026-10-15"), pauses, Some(day("2026-10-09")), &october())
    };
    assert_eq!(agreed(pauses[..1].to_vec()).due(&october(), day("2026-10-20")), day("2026-10-15"));
    assert_eq!(agreed(pauses).due(&october(), day("2026-10-20")), day("2026-10-19"));
    let past = Clock::until(day("2026-10-12"), day("2026-10-09"), vec![], None, &october());
    assert_eq!(past.due(&october(), day("2026-10-20")), day("2026-10-12"));
}

#[test]
fn before_something_counts_backwards() {
    for (length, event, expected) in [
        (Length::WorkingDays(3), "2026-10-12", "2026-10-08"),
        (Length::WorkingDays(4), "2026-10-12", "2026-09-30"),
        (Length::WorkingDays(0), "2026-10-12", "2026-10-12"),
        (Length::WorkingDays(1), "2026-10-19", "2026-10-16"),
        (Length::Days(2), "2026-10-12", "2026-10-10"),
        (Length::Months(1), "2026-03-31", "2026-02-28"),
        (Length::Minutes(60), "2026-10-12", "2026-10-12"),
    ] {
        assert_eq!(length.before(day(event), &october()), day(expected), "{length:?} before {event}");
    }
    let at = |text: &str| DateTime::parse_from_rfc3339(text).unwrap();
    let arrival = at("2026-10-12T00:30:00+08:00");
    assert_eq!(reminder(Length::Minutes(60), arrival), Some(at("2026-10-11T23:30:00+08:00")));
    assert_eq!(reminder(Length::Days(1), arrival), None);
}

#[test]
fn where_a_term_stands() {
    let term = |due: &str, done: Option<&str>, waiting| Lateness {
        due_on: day(due),
        done_on: done.map(day),
        waiting,
        soon: 1,
    };
    let at = |t: Lateness| standing(&t, &october(), day("2026-10-12"));
    for (t, expected) in [
        (term("2026-10-15", None, false), Standing::Running { left: 3 }),
        (term("2026-10-13", None, false), Standing::Soon { left: 1 }),
        (term("2026-10-12", None, false), Standing::Soon { left: 0 }),
        (term("2026-10-10", None, false), Standing::Overdue { by: 1 }),
        (term("2026-10-09", None, false), Standing::Overdue { by: 2 }),
        (term("2026-10-09", None, true), Standing::Waiting),
        (term("2026-10-09", Some("2026-10-09"), true), Standing::InTime),
        (term("2026-10-09", Some("2026-10-12"), false), Standing::Late { by: 2 }),
        (term("2026-10-10", Some("2026-10-11"), false), Standing::Late { by: 0 }),
    ] {
        assert_eq!(at(t), expected, "{t:?}");
    }
    let steps =
        [Escalation { after: 1, role: Role::UnitManager }, Escalation { after: 3, role: Role::UnitLeader }];
    for (standing, expected) in [
        (Standing::Overdue { by: 0 }, 0),
        (Standing::Overdue { by: 1 }, 1),
        (Standing::Overdue { by: 9 }, 2),
        (Standing::Soon { left: 0 }, 0),
        (Standing::Late { by: 9 }, 0),
    ] {
        assert_eq!(escalated(standing, &steps).len(), expected, "{standing:?}");
    }
}

#[test]
fn terms_that_may_be_set() {
    let own = DeadlineRules::default();
    assert_eq!(own.rule("review").unwrap().length, Length::WorkingDays(2), "SLA-13");
    let set = |change: &dyn Fn(&mut Vec<DeadlineRule>)| {
        let mut rules = own.rules.clone();
        change(&mut rules);
        set_deadline_rules(&own, day("2026-10-01"), rules, " 省公司通知 ").map(|events| events.len())
    };
    assert_eq!(set(&|_| {}), Ok(1), "the same from a day on");
    assert_eq!(set(&|rules| rules[0].length = Length::WorkingDays(9)), Ok(1));
    let named = || "accept".to_owned();
    assert_eq!(set(&|rules| rules[1].code = named()), Err(Refusal::DeadlineTwice { deadline: named() }));
    assert_eq!(set(&|rules| drop(rules.remove(0))), Err(Refusal::DeadlineMissing { deadline: named() }));
    assert_eq!(
        set(&|rules| rules[0].title = " ".into()),
        Err(Refusal::DeadlineTitle { deadline: named(), limit: 40 })
    );
    for length in [Length::WorkingDays(3661), Length::Months(123), Length::Minutes(5)] {
        assert_eq!(
            set(&|rules| rules[0].length = length),
            Err(Refusal::DeadlineLength { deadline: named() })
        );
    }
    assert_eq!(
        set(&|rules| rules[0].escalation[1].after = 1),
        Err(Refusal::DeadlineEscalation { deadline: named() })
    );
    let later = DeadlineRules { from: Some(day("2026-11-01")), rules: own.rules.clone() };
    let earlier = set_deadline_rules(&later, day("2026-10-31"), own.rules.clone(), "r");
    assert_eq!(earlier, Err(Refusal::DeadlinesFromEarlier { from: day("2026-11-01") }));
    assert_eq!(set_deadline_rules(&later, day("2026-11-01"), own.rules.clone(), "r"), Ok(vec![]));
    let unsaid = set_deadline_rules(&later, day("2026-11-01"), own.rules.clone(), " ");
    assert_eq!(unsaid, Err(Refusal::ReasonNeeded));
    // The type says how long delivery takes, and nothing else's length.
    let length = |code: &str, length: Length| {
        let mut rules = own.rules.clone();
        rules.iter_mut().find(|rule| rule.code == code).unwrap().length = length;
        set_deadline_rules(&own, day("2026-10-01"), rules, "r").map(|events| events.len())
    };
    let refused = |code: &str| Err(Refusal::DeadlineLength { deadline: code.into() });
    assert_eq!(length("delivery", Length::WorkingDays(10)), refused("delivery"));
    assert_eq!(length("review", Length::ByType), refused("review"));
}

#[test]
fn terms_set_with_an_earlier_program_are_completed() {
    let own = DeadlineRules::default();
    let mut known = DeadlineRules { from: Some(day("2026-09-01")), ..own.clone() };
    known.rules.retain(|rule| rule.code != "procedureTrial");
    let change = |rules: &mut DeadlineRules, code: &str, length| {
        rules.rules.iter_mut().find(|rule| rule.code == code).unwrap().length = length;
    };
    change(&mut known, "delivery", Length::WorkingDays(10));
    change(&mut known, "review", Length::WorkingDays(3));
    let read = known.completed();
    assert_eq!(read.rule("delivery").unwrap().length, Length::ByType);
    assert_eq!(read.rule("review").unwrap().length, Length::WorkingDays(3), "as it was set");
    assert_eq!(read.rule("procedureTrial"), own.rule("procedureTrial"));
    let set = set_deadline_rules(&read, day("2026-10-01"), read.rules.clone(), "照旧");
    assert_eq!(set.map(|events| events.len()), Ok(1), "what was read can be set again");
}

proptest! {
    /// Waiting never brings a last day nearer, and moves it by the working days waited.
    #[test]
    fn waiting_moves_the_last_day(start in 0_i64..60, days in 1_u32..20, from in 0_i64..30, long in 0_i64..20) {
        let calendar = october();
        let base = day("2026-09-01");
        let started_on = base + chrono::Days::new(start as u64);
        let free = Clock { started_on, length: Length::WorkingDays(days), pauses: vec![] };
        let before = free.due(&calendar, base);
        let from = started_on + chrono::Days::new(from as u64);
        let to = from + chrono::Days::new(long as u64);
        let wait = Pause { from, to: Some(to) };
        let after = Clock { pauses: vec![wait], ..free }.due(&calendar, base);
        // Day 0 is not counted anyhow, and neither is what comes after the last day.
        let first = from.max(started_on.succ_opt().unwrap());
        let waited = if from > before || to <= first { 0 } else { calendar.count(first, to.pred_opt().unwrap()) };
        prop_assert!(after >= before);
        prop_assert_eq!(calendar.count(before.succ_opt().unwrap(), after), waited);
    }
}
