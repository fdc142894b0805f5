//! The file of one engineer: papers, probation, standing, leaving, replacement, as tables and properties.

use super::super::*;
use super::stay;
use crate::assessment::Roster;
use crate::event::Event;
use crate::kernel::WorkingDays;
use crate::organisation::Party;
use crate::refusal::Refusal;
use crate::sample::{account, day, digest, month, score, staff, unit};
use chrono::{Days, NaiveDate};
use proptest::prelude::*;

fn paper(kind: PaperKind, signed_on: &str) -> Paper {
    Paper {
        kind,
        number: "1".to_owned(),
        signed_on: day(signed_on),
        scan: digest("scan"),
        on_behalf: None,
        correction: None,
        account: account("wang"),
        filed_on: day(signed_on),
    }
}

fn new_paper(kind: PaperKind, signed_on: &str) -> NewPaper {
    let scan = Some(digest("scan"));
    NewPaper { kind, number: " 1 ".to_owned(), signed_on: day(signed_on), scan, on_behalf: None }
}

pub(super) fn in_unit(code: &str, from: &str, to: Option<&str>, letter: Option<&str>) -> Stay {
    let papers = letter.map(|signed_on| paper(PaperKind::Letter, signed_on)).into_iter().collect();
    Stay { membership: stay("E1", code, from, to), papers, manager: None, leaving: None }
}

pub(super) fn with_stays(stays: Vec<Stay>) -> Dossier {
    Dossier { stays, ..Dossier::empty(staff("E1")) }
}

fn announced(expected_on: &str, announced_on: &str, state: ArrivalState) -> Arrival {
    Arrival {
        number: 1,
        unit: unit("CD"),
        expected_on: day(expected_on),
        announced_on: day(announced_on),
        state,
    }
}

pub(super) fn scored(at: &str, points: &str) -> MonthScore {
    MonthScore { unit: unit("CD"), month: month(at), score: score(points), items: vec![], at_seventy: false }
}

#[test]
fn each_stay_has_the_probation_that_its_letter_or_the_first_arrival_begins() {
    for (name, stays, expected) in [
        ("from a list", vec![in_unit("CD", "2026-01-31", None, None)], vec!["2026-01-31"]),
        (
            "a letter before the arrival",
            vec![in_unit("CD", "2026-02-02", None, Some("2026-01-31"))],
            vec!["2026-01-31"],
        ),
        (
            "a letter made up for",
            vec![in_unit("CD", "2025-01-31", None, Some("2026-03-01"))],
            vec!["2025-01-31"],
        ),
        (
            "a move without a letter",
            vec![
                in_unit("CD", "2025-01-01", Some("2025-06-30"), Some("2024-12-30")),
                in_unit("MY", "2025-07-01", None, None),
            ],
            vec!["2024-12-30"],
        ),
        (
            "a return with one",
            vec![
                in_unit("CD", "2025-01-01", Some("2025-06-30"), None),
                in_unit("CD", "2026-04-01", None, Some("2026-04-01")),
            ],
            vec!["2025-01-01", "2026-04-01"],
        ),
    ] {
        let found: Vec<String> =
            with_stays(stays).probations().into_iter().map(|p| p.from.to_string()).collect();
        assert_eq!(found, expected, "{name}");
    }
    let probation = Probation::after(day("2026-01-31"));
    for (today, left) in
        [("2026-01-30", Some(28)), ("2026-01-31", Some(28)), ("2026-02-27", Some(1)), ("2026-02-28", None)]
    {
        assert_eq!(probation.days_left(day(today)), left, "{today}");
    }
}

#[test]
fn a_roster_marks_the_probation_of_a_later_letter() {
    let stays = [
        stay("E0", "CD", "2025-01-01", None),
        stay("E1", "CD", "2025-01-01", Some("2025-06-30")),
        stay("E1", "CD", "2026-04-01", None),
        stay("E2", "CD", "2025-01-01", None),
    ];
    let letters = Letters::new(vec![
        (staff("E9"), day("2026-04-01"), day("2026-04-01")),
        (staff("E1"), day("2026-04-01"), day("2026-04-01")),
    ]);
    let mut rosters = Roster::by_unit(&stays, &letters);
    let cd = rosters.remove(&unit("CD")).unwrap();
    let calendar = WorkingDays::default();
    let marked = |at: &str| -> Vec<String> {
        let all = cd.expected(month(at), &calendar, 1);
        all.filter(|e| e.probation).map(|e| e.staff_no.to_string()).collect()
    };
    assert_eq!(marked("2025-01"), ["E0", "E1", "E2"]);
    assert_eq!(marked("2026-03"), Vec::<String>::new());
    assert_eq!(marked("2026-04"), ["E1"]);
    assert_eq!(marked("2026-05"), Vec::<String>::new(), "over on 30 April");
}

proptest! {
    /// A roster with letters marks each person's months as the person's own file does.
    #[test]
    fn roster_and_file_agree(
        stays in prop::collection::vec((0_u64..40, 1_u64..40, prop::option::of(0_u64..60)), 1..4),
        at in 0_u32..12,
    ) {
        let mut begins = day("2026-01-05");
        let mut memberships = Vec::new();
        let mut letters = Vec::new();
        for (gap, length, letter) in stays {
            begins = begins + Days::new(gap);
            let ends = begins + Days::new(length);
            memberships.push(stay("E1", "CD", &begins.to_string(), Some(&ends.to_string())));
            letters.extend(letter.map(|before| (staff("E1"), begins, begins - Days::new(before))));
            begins = ends + Days::new(1);
        }
        let file = with_stays(memberships.iter().map(|m| {
            let signed = letters.iter().find(|(_, on, _)| *on == m.arrived_on).map(|(.., signed)| *signed);
            let papers = signed.map(|on| paper(PaperKind::Letter, &on.to_string())).into_iter().collect();
            Stay { membership: m.clone(), papers, manager: None, leaving: None }
        }).collect());
        let month = (0..at).fold(month("2026-01"), |month, _| month.next());
        let letters = Letters::new(letters);
        let roster = Roster::by_unit(&memberships, &letters).remove(&unit("CD")).unwrap();
        for person in roster.expected(month, &WorkingDays::default(), 1) {
            prop_assert_eq!(person.probation, file.probation_touches(month));
        }
    }

    /// Whatever is recorded in which order, the history is in order and says nothing twice.
    #[test]
    fn a_history_is_in_order(
        arrived in 0_u64..60, length in prop::option::of(0_u64..90), letter in 0_u64..20, certified in prop::option::of(0_u64..200),
    ) {
        let begins = day("2026-01-05") + Days::new(arrived);
        let ends = length.map(|length| begins + Days::new(length));
        let letter = begins - Days::new(letter);
        let only = in_unit("CD", &begins.to_string(), ends.map(|d| d.to_string()).as_deref(), Some(&letter.to_string()));
        let mut file = with_stays(vec![only]);
        file.arrivals = vec![announced("2026-01-05", "2026-01-02", ArrivalState::Arrived(begins))];
        let certified = certified.map(|after| begins + Days::new(after));
        let history = file.history(certified);
        for pair in history.windows(2) {
            prop_assert!(pair[0].from < pair[1].from && pair[0].standing != pair[1].standing, "{:?}", history);
        }
        prop_assert_eq!(history[0].standing, Standing::Awaited);
        if let Some(ends) = ends {
            prop_assert_eq!(file.standing(ends + Days::new(1), certified).unwrap().standing, Standing::Left);
        }
    }
}

#[test]
fn the_letter_comes_first_and_once() {
    let today = day("2026-04-20");
    let mut file = Dossier::empty(staff("E1"));
    let letter = || new_paper(PaperKind::Letter, "2026-04-10");
    assert_eq!(
        file.arrive(letter(), day("2026-04-15"), today),
        Err(Refusal::NotAnnounced { staff_no: staff("E1") })
    );
    assert_eq!(
        file.file_paper(None, letter(), today),
        Err(Refusal::NeverOnDuty { staff_no: staff("E1") }),
        "nobody's letter"
    );
    file.arrivals = vec![announced("2026-04-15", "2026-04-01", ArrivalState::Open)];
    assert_eq!(file.day_of_arrival(day("2026-04-10")), Ok(day("2026-04-15")));
    assert_eq!(file.day_of_arrival(day("2026-04-18")), Ok(day("2026-04-18")), "never before the letter");
    for (paper, arrived_on, expected) in [
        (
            new_paper(PaperKind::Pledge, "2026-04-10"),
            "2026-04-15",
            Refusal::LetterBeforeDuty { staff_no: staff("E1"), unit: unit("CD") },
        ),
        (
            letter(),
            "2026-04-09",
            Refusal::ArrivedBeforeLetter { arrived_on: day("2026-04-09"), signed_on: day("2026-04-10") },
        ),
        (
            new_paper(PaperKind::Letter, "2026-04-21"),
            "2026-04-21",
            Refusal::DateInFuture { date: day("2026-04-21"), today },
        ),
        (NewPaper { scan: None, ..letter() }, "2026-04-15", Refusal::ScanNeeded),
        (NewPaper { number: " ".to_owned(), ..letter() }, "2026-04-15", Refusal::PaperNumberNeeded),
        (NewPaper { number: "1".repeat(61), ..letter() }, "2026-04-15", Refusal::TextLong { limit: 60 }),
    ] {
        assert_eq!(file.arrive(paper, day(arrived_on), today), Err(expected));
    }
    let kinds: Vec<&str> =
        file.arrive(letter(), day("2026-04-15"), today).unwrap().iter().map(Event::kind).collect();
    assert_eq!(kinds, ["engineer.membershipRecorded", "engineer.arrived", "engineer.paperFiled"]);

    let there = with_stays(vec![in_unit("CD", "2026-04-15", None, Some("2026-04-10"))]);
    assert!(matches!(there.file_paper(None, letter(), today), Err(Refusal::PaperFiled { .. })));
    assert!(there.file_paper(None, new_paper(PaperKind::Agreement, "2026-04-15"), today).is_ok());
    let elsewhere = there.file_paper(Some(day("2026-04-16")), letter(), today);
    assert_eq!(elsewhere, Err(Refusal::NoStayFrom { staff_no: staff("E1"), arrived_on: day("2026-04-16") }));
    // The same again is no correction.
    assert_eq!(there.correct_paper(None, letter(), "", today), Ok(vec![]));
    let other = NewPaper { number: "2".to_owned(), ..letter() };
    assert_eq!(there.correct_paper(None, other.clone(), " ", today), Err(Refusal::ReasonNeeded));
    assert_eq!(
        there.correct_paper(None, NewPaper { scan: None, ..other }, "文号", today).map(|e| e.len()),
        Ok(1)
    );
}

#[test]
fn customers_documents_open_with_the_agreement_and_close_with_the_last_day() {
    let mut there = in_unit("CD", "2026-04-01", Some("2026-04-20"), Some("2026-04-01"));
    assert!(!there.customer_documents(day("2026-04-10")), "without the agreement");
    there.papers.push(paper(PaperKind::Agreement, "2026-04-01"));
    for (at, open) in
        [("2026-03-31", false), ("2026-04-01", true), ("2026-04-20", true), ("2026-04-21", false)]
    {
        assert_eq!(there.customer_documents(day(at)), open, "{at}");
    }
    let missing: Vec<&str> = there.missing().map(Requirement::code).collect();
    assert_eq!(missing, ["pledge", "manager"]);
}

#[test]
fn somebody_on_behalf_is_named_with_what_shows_it() {
    let behalf = |party, person, basis: &str| OnBehalf { party, person, basis: basis.to_owned() };
    for (given, expected) in [
        (behalf(Some(Party::Client), None, " 快文 1 "), Ok("快文 1")),
        (behalf(None, Some(digest("name")), "截图"), Ok("截图")),
        (behalf(None, None, "快文 1"), Err(Refusal::BasisNeeded)),
        (behalf(Some(Party::Client), None, " "), Err(Refusal::BasisNeeded)),
        (behalf(Some(Party::Client), None, &"长".repeat(61)), Err(Refusal::TextLong { limit: 60 })),
    ] {
        let checked = given.checked();
        assert_eq!(checked.as_ref().map(|b| b.basis.as_str()), expected.as_ref().copied());
    }
}

#[test]
fn reminders_come_when_their_day_has() {
    let calendar = WorkingDays::default();
    let due = |file: &Dossier, today: &str| -> Vec<(StaffTask, NaiveDate, bool)> {
        file.due(&calendar, day(today)).into_iter().map(|due| (due.task, due.by, due.overdue)).collect()
    };
    let mut coming = Dossier::empty(staff("E1"));
    coming.arrivals = vec![announced("2026-04-15", "2026-04-01", ArrivalState::Open)];
    for (today, expected) in [
        ("2026-04-14", vec![]),
        ("2026-04-15", vec![(StaffTask::FileLetter, day("2026-04-15"), false)]),
        ("2026-04-16", vec![(StaffTask::FileLetter, day("2026-04-15"), true)]),
    ] {
        assert_eq!(due(&coming, today), expected, "{today}");
    }
    let there = with_stays(vec![in_unit("CD", "2026-03-10", None, None)]);
    for (today, told) in
        [("2026-04-01", false), ("2026-04-02", true), ("2026-04-09", true), ("2026-04-10", false)]
    {
        assert_eq!(!due(&there, today).is_empty(), told, "{today}");
    }
    // Whoever's probation ends within the days told began it between those that are looked for.
    for offset in 0..800 {
        let begins = day("2024-01-01") + Days::new(offset);
        let to = Probation::after(begins).to;
        for ahead in 0..=PROBATION_ENDS_DAYS {
            let (first, last) = probations_ending(to - Days::new(ahead));
            assert!(first <= begins && begins <= last, "{begins} {ahead}");
        }
    }
}
