use super::*;

#[test]
fn punches_against_plain_hours() {
    for (name, punches, expected) in [
        ("in time", &["08:30", "18:00"][..], "0 0 0 0 2 0"),
        ("four punches", &["08:20", "12:01", "13:20", "18:05"], "0 0 0 0 2 0"),
        ("a minute late", &["08:31", "18:00"], "1 0 0 0 2 0"),
        ("late and early", &["08:42", "17:55"], "12 5 0 0 2 0"),
        ("nothing", &[], "0 0 0 2 0 0"),
        ("only the morning's", &["08:25"], "0 0 1 0 2 0"),
        ("only the evening's", &["18:03"], "0 0 1 0 2 0"),
        ("pressed twice in the morning", &["08:25", "08:27"], "0 0 1 0 2 0"),
        ("only one, and late", &["09:00"], "30 0 1 0 2 0"),
        ("only one, and early", &["17:00"], "0 60 1 0 2 0"),
        ("gone at noon", &["08:30", "12:00"], "0 360 0 0 2 0"),
        ("worked past midnight", &["08:30", "+00:40"], "0 0 0 0 2 0"),
        ("the night before ended late", &["00:40", "08:30", "18:00"], "0 0 0 0 2 0"),
        ("tomorrow's punch is tomorrow's", &["08:30", "18:00", "+08:30"], "0 0 0 0 2 0"),
    ] {
        assert_eq!(marks(&judge(&plain(), &punched(punches))), expected, "{name}");
    }
}

#[test]
fn hours_of_the_units_own() {
    let hours = |change: fn(&mut WorkingHours)| {
        let mut hours = plain();
        change(&mut hours);
        hours
    };
    let grace = hours(|h| h.grace = 10);
    let flexible = hours(|h| h.flexible = 30);
    let strict = hours(|h| h.absent_after = 120);
    let night = hours(|h| (h.start, h.end, h.rest) = (at("22:00"), at("06:00"), None));
    let hall = hours(|h| {
        (h.start, h.end) = (at("08:30"), at("19:00"));
        h.rest = Some(Rest { from: at("11:30"), to: at("13:00") });
    });
    for (name, hours, punches, expected) in [
        ("within the grace", &grace, &["08:40", "17:50"][..], "0 0 0 0 2 0"),
        ("past the grace all of it counts", &grace, &["08:41", "17:49"], "11 11 0 0 2 0"),
        ("later and longer", &flexible, &["09:00", "18:30"], "0 0 0 0 2 0"),
        ("later and not longer", &flexible, &["08:50", "18:00"], "0 20 0 0 2 0"),
        ("past the flexible time", &flexible, &["09:05", "18:30"], "5 0 0 0 2 0"),
        ("too late is half a day", &strict, &["10:31", "18:00"], "0 0 0 1 1 0"),
        ("just not too late", &strict, &["10:30", "18:00"], "120 0 0 0 2 0"),
        ("too late and too early", &strict, &["11:00", "14:00"], "0 0 0 2 0 0"),
        ("a night", &night, &["21:55", "+06:02"], "0 0 0 0 2 0"),
        ("a night, late and early", &night, &["22:07", "+05:50"], "7 10 0 0 2 0"),
        ("the night before", &night, &["06:02", "21:58", "+06:00"], "0 0 0 0 2 0"),
        ("only the night's end", &night, &["+06:02"], "0 0 1 0 2 0"),
        ("a sales hall", &hall, &["08:30", "18:50"], "0 10 0 0 2 0"),
    ] {
        assert_eq!(marks(&judge(hours, &punched(punches))), expected, "{name}");
    }
    assert_eq!((plain().minutes(), night.minutes(), hall.minutes()), (480, 480, 540));
}

#[test]
fn leave_takes_its_halves_out() {
    let sick = Some(LeaveKind::Sick);
    for (name, leave, punches, expected) in [
        ("all day", [sick, sick], &[][..], "0 0 0 0 0 0"),
        ("all day and came", [sick, sick], &["08:30", "18:00"], "0 0 0 0 0 0"),
        ("the morning", [sick, None], &["13:30", "18:00"], "0 0 0 0 1 0"),
        ("the morning, then late", [sick, None], &["13:45", "18:00"], "15 0 0 0 1 0"),
        ("the afternoon", [None, sick], &["08:30", "12:00"], "0 0 0 0 1 0"),
        ("the afternoon, gone early", [None, sick], &["08:30", "11:30"], "0 30 0 0 1 0"),
        ("the afternoon, away in the morning", [None, sick], &[], "0 0 0 1 0 0"),
    ] {
        let day = judge(&plain(), &DayFacts { leave, ..punched(punches) });
        assert_eq!(marks(&day), expected, "{name}");
        assert_eq!(day.leave, leave, "{name}");
    }
}

#[test]
fn what_is_not_judged_says_nothing() {
    for (name, standing, judged, expected) in [
        ("no punches of the unit", Standing::Working, false, "0 0 0 0 0 2"),
        ("a day off", Standing::Off, true, "0 0 0 0 0 0"),
        ("not there yet", Standing::NotOnDuty, true, "0 0 0 0 0 0"),
    ] {
        let day = judge(&plain(), &DayFacts { standing, judged, overtime: 90, ..DayFacts::default() });
        assert_eq!(marks(&day), expected, "{name}");
        assert_eq!(day.overtime, if standing == Standing::NotOnDuty { 0 } else { 90 }, "{name}");
    }
}

#[test]
fn what_is_set_by_hand_stands_before_the_punches() {
    for (text, punches, expected) in [
        ("出勤", &[][..], "0 0 0 0 2 0"),
        ("√", &["09:30", "17:00"], "0 0 0 0 2 0"),
        ("迟12", &["08:30", "18:00"], "12 0 0 0 2 0"),
        ("迟5 早退10分钟", &[], "5 10 0 0 2 0"),
        ("旷", &["08:30", "18:00"], "0 0 0 2 0 0"),
        ("旷半、迟3", &[], "3 0 0 1 1 0"),
        ("08:30", &["18:00"], "0 0 0 0 2 0"),
        ("8:30 18:10", &[], "0 0 0 0 2 0"),
        ("8：45", &["18:00"], "15 0 0 0 2 0"),
    ] {
        let correction = Correction::parse(text).unwrap();
        for judged in [true, false] {
            let facts = DayFacts { judged, correction: Some(&correction), ..punched(punches) };
            assert_eq!(marks(&judge(&plain(), &facts)), expected, "{text} {judged}");
        }
        let off = DayFacts { standing: Standing::Off, correction: Some(&correction), ..DayFacts::default() };
        assert!(!judge(&plain(), &off).corrected, "{text}: nothing to set on a day off");
    }
    for text in [
        "",
        " ",
        "迟",
        "迟0",
        "迟721",
        "迟 12",
        "迟5 迟7",
        "√ 迟5",
        "旷 迟5",
        "事",
        "25:00",
        "08:30 迟5",
        "加2",
        "x",
    ] {
        assert!(Correction::parse(text).is_err(), "{text:?}");
    }
}

#[test]
fn times_are_read_as_people_write_them() {
    for (text, expected) in [
        ("8:30", Some("08:30")),
        ("08:30:59", Some("08:30")),
        (" 18：05 ", Some("18:05")),
        ("00:00", Some("00:00")),
        ("23:59:59.000", Some("23:59")),
        ("24:00", None),
        ("8:60", None),
        ("8:3", None),
        ("8", None),
        ("-8:30", None),
        ("8:30:99", None),
        ("8:30:00:00", None),
        ("上午8:30", None),
    ] {
        assert_eq!(TimeOfDay::parse(text).ok().map(|t| t.to_string()).as_deref(), expected, "{text}");
    }
}

#[test]
fn a_month_is_the_sum_of_its_days() {
    let leave = [Some(LeaveKind::Business), Some(LeaveKind::Sick)];
    let days = [
        judge(&plain(), &punched(&["08:42", "17:55"])),
        judge(&plain(), &punched(&["08:32", "18:00"])),
        judge(&plain(), &punched(&["08:30"])),
        judge(&plain(), &punched(&[])),
        judge(&plain(), &DayFacts { leave, overtime: 60, ..punched(&[]) }),
        judge(&plain(), &DayFacts { standing: Standing::Off, overtime: 30, ..DayFacts::default() }),
        judge(&plain(), &DayFacts { judged: false, ..punched(&[]) }),
        DayResult::default(),
    ];
    let expected = Totals {
        due: 12,
        present: 7,
        late: 2,
        late_minutes: 14,
        early: 1,
        early_minutes: 5,
        missing: 1,
        absent: 2,
        leave: [(LeaveKind::Business, 1), (LeaveKind::Sick, 1)].into(),
        overtime: 90,
        unrecorded: 2,
    };
    assert_eq!(Totals::of(&days), expected);
}
