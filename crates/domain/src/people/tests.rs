//! Memberships, probation and the taking in of a list.

mod dossier;
mod leaving;

use super::*;
use crate::event::Event;
use crate::kernel::WorkingDays;
use crate::refusal::Refusal;
use crate::sample::{day, digest, month, score, staff, unit};

fn stay(no: &str, code: &str, from: &str, to: Option<&str>) -> Membership {
    Membership { staff_no: staff(no), unit: unit(code), arrived_on: day(from), left_on: to.map(day) }
}

fn row(no: &str, code: &str, from: &str, to: Option<&str>) -> EngineerRow {
    EngineerRow { membership: stay(no, code, from, to), post: None, changed_personal: None }
}

fn known() -> PeopleFacts {
    PeopleFacts {
        units: [unit("CD"), unit("MY")].into(),
        engineers: [(staff("E1"), Some("高级".to_owned()))].into(),
        memberships: vec![stay("E1", "CD", "2026-03-01", None)],
        scored: [(staff("E1"), unit("CD"), month("2026-05"))].into(),
        announced: [(staff("E4"), unit("CD"))].into(),
    }
}

/// The engineers' and the memberships' events of an import.
fn taken_in(rows: &[EngineerRow]) -> Result<(usize, usize), Vec<(usize, Refusal)>> {
    import_people(&known(), rows).map(|events| {
        let engineers = events.iter().filter(|e| matches!(e, Event::EngineerRecorded(_))).count();
        (engineers, events.len() - engineers)
    })
}

#[test]
fn what_is_taken_in() {
    let end = Some("2026-06-30");
    for (name, rows, expected) in [
        ("nothing", vec![], (0, 0)),
        ("what is on record", vec![row("E1", "CD", "2026-03-01", None)], (0, 0)),
        ("an end", vec![row("E1", "CD", "2026-03-01", end)], (0, 1)),
        ("somebody new", vec![row("E2", "CD", "2026-03-01", None)], (1, 1)),
        ("one day", vec![row("E2", "CD", "2026-03-01", Some("2026-03-01"))], (1, 1)),
        (
            "somebody new who moved",
            vec![row("E2", "CD", "2026-03-01", end), row("E2", "MY", "2026-07-01", None)],
            (1, 2),
        ),
        (
            "a move that ends the stay on record",
            vec![row("E1", "MY", "2026-07-01", None), row("E1", "CD", "2026-03-01", end)],
            (0, 2),
        ),
    ] {
        assert_eq!(taken_in(&rows), Ok(expected), "{name}");
    }
}

#[test]
fn what_is_refused_is_named_with_its_row() {
    let overlap = |no: &str, code: &str, from: &str, to: Option<&str>| Refusal::MembershipOverlaps {
        staff_no: staff(no),
        unit: unit(code),
        from: day(from),
        to: to.map(day),
    };
    let (june, july) = (Some("2026-06-30"), Some("2026-07-31"));
    let cases = [
        (
            "an unknown unit",
            vec![row("E2", "CD", "2026-03-01", None), row("E3", "XX", "2026-03-01", None)],
            vec![(1, Refusal::UnknownUnit { unit: unit("XX") })],
        ),
        (
            "somebody who is announced there",
            vec![row("E4", "MY", "2026-03-01", Some("2026-03-31")), row("E4", "CD", "2026-04-01", None)],
            vec![(1, Refusal::LetterBeforeDuty { staff_no: staff("E4"), unit: unit("CD") })],
        ),
        (
            "an end before the beginning",
            vec![row("E2", "CD", "2026-03-02", Some("2026-03-01"))],
            vec![(0, Refusal::DatesReversed { from: day("2026-03-02"), to: day("2026-03-01") })],
        ),
        (
            "the same row twice",
            vec![row("E2", "CD", "2026-03-01", None), row("E2", "CD", "2026-03-01", None)],
            vec![(1, Refusal::PersonTwice { staff_no: staff("E2"), first_row: 0 })],
        ),
        (
            "a unit while in another",
            vec![row("E1", "MY", "2026-07-01", None)],
            vec![(0, overlap("E1", "CD", "2026-03-01", None))],
        ),
        (
            "the last day is a day there",
            vec![row("E2", "CD", "2026-03-01", june), row("E2", "MY", "2026-06-30", None)],
            vec![(1, overlap("E2", "CD", "2026-03-01", june))],
        ),
        (
            "every stay inside a longer one",
            vec![
                row("E2", "CD", "2026-03-01", july),
                row("E2", "MY", "2026-04-01", Some("2026-04-30")),
                row("E2", "MY", "2026-06-01", june),
            ],
            vec![(1, overlap("E2", "CD", "2026-03-01", july)), (2, overlap("E2", "CD", "2026-03-01", july))],
        ),
        (
            "an end before a month that is scored",
            vec![row("E1", "CD", "2026-03-01", Some("2026-04-30"))],
            vec![(
                0,
                Refusal::ScoredOutsideMembership {
                    staff_no: staff("E1"),
                    unit: unit("CD"),
                    month: month("2026-05"),
                },
            )],
        ),
    ];
    for (name, rows, expected) in cases {
        assert_eq!(taken_in(&rows), Err(expected), "{name}");
    }
    // Near misses: the day after is free, and the scored month itself may be the last.
    let moved = [row("E2", "CD", "2026-03-01", june), row("E2", "MY", "2026-07-01", None)];
    assert!(taken_in(&moved).is_ok());
    assert!(taken_in(&[row("E1", "CD", "2026-03-01", Some("2026-05-01"))]).is_ok());
}

#[test]
fn a_row_without_a_post_says_nothing_about_it() {
    let recorded = |rows: &[EngineerRow]| -> Vec<Option<String>> {
        let events = import_people(&known(), rows).unwrap();
        let posts = events.into_iter().filter_map(|e| match e {
            Event::EngineerRecorded(recorded) => Some(recorded.post),
            _ => None,
        });
        posts.collect()
    };
    let mut same = row("E1", "CD", "2026-03-01", None);
    same.changed_personal = Some(digest("a new phone"));
    assert_eq!(recorded(&[same.clone()]), [Some("高级".to_owned())]);
    same.changed_personal = None;
    same.post = Some("高级".to_owned());
    assert_eq!(recorded(&[same.clone()]), [None::<String>; 0]);
    same.post = Some("专家".to_owned());
    assert_eq!(recorded(&[same]), [Some("专家".to_owned())]);

    // One new person in two rows with the same personal data is recorded once.
    let mut first = row("E2", "CD", "2026-03-01", Some("2026-03-31"));
    let mut second = row("E2", "MY", "2026-04-01", None);
    (first.changed_personal, second.changed_personal) = (Some(digest("p")), Some(digest("p")));
    assert_eq!(recorded(&[first.clone(), second.clone()]), [None]);
    second.post = Some("初级".to_owned());
    assert_eq!(recorded(&[first, second]), [None, Some("初级".to_owned())]);
}

#[test]
fn probation_is_one_month_from_arrival() {
    for (arrived, last) in [
        ("2026-07-15", "2026-08-14"),
        ("2026-07-01", "2026-07-31"),
        ("2026-01-31", "2026-02-27"),
        ("2024-01-31", "2024-02-28"),
        ("2026-12-20", "2027-01-19"),
    ] {
        let probation = Probation::after(day(arrived));
        assert_eq!((probation.from, probation.to), (day(arrived), day(last)), "{arrived}");
    }
    let probation = Probation::after(day("2026-07-15"));
    for (at, touched) in [("2026-06", false), ("2026-07", true), ("2026-08", true), ("2026-09", false)] {
        assert_eq!(probation.touches(month(at)), touched, "{at}");
    }
    let end_of_time = chrono::NaiveDate::MAX;
    assert_eq!(Probation::after(end_of_time).to, end_of_time);
}

#[test]
fn a_replacement_may_be_asked_for_below_seventy_in_probation() {
    for (points, probation, at_seventy, may) in [
        ("69.9999", true, false, true),
        ("70", true, false, false),
        ("70", true, true, true),
        ("70.0001", true, true, false),
        ("69.9999", false, false, false),
        ("70", false, true, false),
        ("0", true, false, true),
    ] {
        assert_eq!(may_ask_replacement(score(points), probation, at_seventy), may, "{points} {probation}");
    }
}

#[test]
fn days_on_duty_are_working_days_within_the_month() {
    let calendar = WorkingDays::default();
    for (from, to, days) in [
        ("2026-01-01", None, 23),
        ("2026-07-31", None, 1),
        ("2026-07-01", Some("2026-07-01"), 1),
        ("2026-07-04", Some("2026-07-05"), 0),
        ("2026-06-01", Some("2026-06-30"), 0),
        ("2026-08-01", None, 0),
        ("2026-07-20", Some("2027-01-01"), 10),
    ] {
        let found = on_duty_days(&stay("E1", "CD", from, to), month("2026-07"), &calendar);
        assert_eq!(found, days, "{from} {to:?}");
    }
}

#[test]
fn a_stay_knows_its_days() {
    let july = stay("E1", "CD", "2026-07-10", Some("2026-07-20"));
    let open = stay("E1", "CD", "2026-07-10", None);
    for (at, within, within_open) in [
        ("2026-07-09", false, false),
        ("2026-07-10", true, true),
        ("2026-07-20", true, true),
        ("2026-07-21", false, true),
    ] {
        assert_eq!((july.covers(day(at)), open.covers(day(at))), (within, within_open), "{at}");
    }
    for (at, july_lasts) in [("2026-07-01", true), ("2026-07-20", true), ("2026-07-21", false)] {
        assert_eq!((july.lasts_to(day(at)), open.lasts_to(day(at))), (july_lasts, true), "{at}");
    }
    for (at, july_touches, open_touches) in
        [("2026-06", false, false), ("2026-07", true, true), ("2026-08", false, true)]
    {
        assert_eq!((july.touches(month(at)), open.touches(month(at))), (july_touches, open_touches), "{at}");
    }
    assert!(july.overlaps(&open) && open.overlaps(&july));
    let after = stay("E1", "CD", "2026-07-21", None);
    assert!(!july.overlaps(&after) && !after.overlaps(&july) && open.overlaps(&after));
}
