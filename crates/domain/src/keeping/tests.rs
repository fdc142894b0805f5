use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn due_by_rhythm_and_by_the_day_of_the_last_one() {
    let today = day("2026-11-22");
    for (rhythm, last, expected) in [
        (Rhythm::Off, None, false),
        (Rhythm::Off, Some("2020-01-01"), false),
        (Rhythm::Daily, None, true),
        (Rhythm::Daily, Some("2026-11-22"), false),
        (Rhythm::Daily, Some("2026-11-21"), true),
        (Rhythm::Weekly, None, true),
        (Rhythm::Weekly, Some("2026-11-16"), false),
        (Rhythm::Weekly, Some("2026-11-15"), true),
        // A clock that was a year ahead must not stop the backups for a year.
        (Rhythm::Daily, Some("2027-11-22"), true),
        (Rhythm::Weekly, Some("2026-11-23"), true),
    ] {
        assert_eq!(is_due(rhythm, last.map(day), today), expected, "{rhythm:?} {last:?}");
    }
}

#[test]
fn seven_days_without_a_copy_in_the_second_place_are_too_many() {
    let founded = day("2026-11-01");
    for (last, today, days, warned) in [
        (None, "2026-11-01", 0, false),
        (None, "2026-11-07", 6, false),
        (None, "2026-11-08", 7, true),
        (Some("2026-11-10"), "2026-11-10", 0, false),
        (Some("2026-11-10"), "2026-11-16", 6, false),
        (Some("2026-11-10"), "2026-11-17", 7, true),
        (Some("2026-11-10"), "2027-11-10", 365, true),
        // The clock went back, or was ahead when the copy was made: that copy counts for nothing.
        (Some("2026-11-10"), "2026-11-02", 1, false),
        (Some("2027-11-10"), "2026-11-20", 19, true),
    ] {
        let found = days_without_second(founded, last.map(day), day(today));
        assert_eq!((found, is_warned(found)), (days, warned), "{last:?} {today}");
    }
}

#[test]
fn the_newest_files_stay_and_never_none() {
    for (made, keep, expected) in [(0, 14, 0), (14, 14, 0), (15, 14, 1), (20, 5, 15), (3, 1, 2), (1, 0, 0)] {
        assert_eq!(surplus(made, keep), expected, "{made} {keep}");
    }
}

#[test]
fn a_plan_needs_a_place_for_what_it_promises() {
    let plan = |second: Option<&str>, rhythm, on_closing, keep| {
        let second = second.map(str::to_owned);
        Plan { first: None, second, rhythm, on_closing, keep }.check()
    };
    assert_eq!(Plan::default().check(), Ok(()));
    assert_eq!(plan(None, Rhythm::Daily, false, 14), Err(Refusal::PlaceNeeded));
    assert_eq!(plan(None, Rhythm::Off, true, 14), Err(Refusal::PlaceNeeded));
    assert_eq!(plan(Some("/b"), Rhythm::Weekly, true, 14), Ok(()));
    for (keep, fits) in [(0, false), (1, true), (MOST_KEPT, true), (MOST_KEPT + 1, false)] {
        let expected = if fits { Ok(()) } else { Err(Refusal::KeepOutOfRange { most: MOST_KEPT }) };
        assert_eq!(plan(Some("/b"), Rhythm::Off, false, keep), expected, "{keep}");
    }
}

#[test]
fn files_are_read_again_after_a_week() {
    for (last, today, due) in [
        (None, "2026-11-20", "2026-11-20"),
        (Some("2026-11-20"), "2026-11-20", "2026-11-27"),
        (Some("2026-11-10"), "2026-11-20", "2026-11-17"),
        (Some("2027-11-10"), "2026-11-20", "2026-11-20"),
    ] {
        assert_eq!(files_due_on(last.map(day), day(today)), day(due), "{last:?}");
    }
}
