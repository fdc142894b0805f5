use super::*;
use crate::event::Event;
use crate::kernel::{DayKind, Digest, Role, WorkingDays};
use crate::people::Membership;
use crate::refusal::Refusal;
use crate::rulebook::{Rubric, issue_rubric};
use crate::sample::{day, decimal, digest, month, quarter, staff, unit};
use std::collections::{BTreeMap, BTreeSet};

fn stay(from: &str, to: Option<&str>) -> Membership {
    Membership { staff_no: staff("E1"), unit: unit("CD"), arrived_on: day(from), left_on: to.map(day) }
}

#[test]
fn hours_are_checked_and_the_same_do_nothing() {
    let units = [unit("CD")].into();
    let hours = WorkingHours { from: month("2026-07"), ..plain() };
    let open = BTreeSet::new();
    let set =
        |hours: WorkingHours| set_hours(&units, &BTreeMap::new(), &open, hours).map(|events| events.len());
    assert_eq!(set(hours.clone()), Ok(1));
    let known = [(hours.from, hours.clone())].into();
    let closed = BTreeSet::from([month("2026-06"), month("2026-08")]);
    assert_eq!(set_hours(&units, &known, &closed, hours.clone()), Ok(vec![]), "what holds already");
    // A reviewed month is not judged anew: not by hours from before it, unless others come between.
    let refused = Err(Refusal::AttendanceMonthClosed { unit: unit("CD"), month: month("2026-08") });
    assert_eq!(set_hours(&units, &BTreeMap::new(), &closed, hours.clone()), refused);
    let between = BTreeMap::from([(month("2026-08"), WorkingHours { from: month("2026-08"), ..plain() })]);
    assert_eq!(set_hours(&units, &between, &closed, hours.clone()).map(|events| events.len()), Ok(1));
    let later = WorkingHours { from: month("2026-09"), ..plain() };
    assert_eq!(set_hours(&units, &known, &closed, later).map(|events| events.len()), Ok(1));
    let foreign = WorkingHours { unit: unit("XX"), ..hours.clone() };
    assert_eq!(set(foreign), Err(Refusal::UnknownUnit { unit: unit("XX") }));
    for weekdays in [vec![], vec![0], vec![8]] {
        let weekdays = weekdays.into_iter().collect();
        assert_eq!(set(WorkingHours { weekdays, ..hours.clone() }), Err(Refusal::WeekdaysNeeded));
    }
    let rest = |from, to| Some(Rest { from: at(from), to: at(to) });
    for (start, end, rest, fits) in [
        ("22:00", "06:00", None, true),
        ("22:00", "06:00", rest("01:00", "02:00"), true),
        ("08:30", "08:30", None, false),
        ("08:30", "18:00", rest("07:00", "08:00"), false),
        ("08:30", "18:00", rest("13:30", "12:00"), false),
        ("08:30", "18:00", rest("08:30", "12:00"), false),
        ("08:30", "18:00", rest("12:00", "18:00"), false),
    ] {
        let hours = WorkingHours { start: at(start), end: at(end), rest, ..hours.clone() };
        let expected = if fits { Ok(1) } else { Err(Refusal::HoursUnfit) };
        assert_eq!(set(hours), expected, "{start} {end} {rest:?}");
    }
    assert_eq!(
        set(WorkingHours { grace: 481, ..hours.clone() }),
        Err(Refusal::MinutesOutOfRange { most: 480 })
    );

    let later = WorkingHours { from: month("2026-09"), grace: 5, ..hours.clone() };
    let both = [hours.clone(), later.clone()];
    for (at, expected) in
        [("2026-06", plain()), ("2026-07", hours.clone()), ("2026-08", hours), ("2026-10", later)]
    {
        assert_eq!(hours_in(&both, &unit("CD"), month(at)), expected, "{at}");
    }
    assert_eq!(hours_in(&both, &unit("ZG"), month("2026-10")), WorkingHours::default_of(unit("ZG")));
}

#[test]
fn punches_are_of_people_on_duty() {
    let facts = PunchFacts {
        today: day("2026-08-03"),
        stays: [(staff("E1"), vec![stay("2026-07-06", Some("2026-07-31"))])].into(),
        known: [(staff("E1"), day("2026-07-06"), at("08:30"))].into(),
        closed: BTreeSet::new(),
    };
    let row = |no: &str, on: &str, times: &[&str]| PunchDay {
        staff_no: staff(no),
        day: day(on),
        times: times.iter().map(|time| at(time)).collect(),
    };
    let events = record_punches(
        &facts,
        &[
            row("E1", "2026-07-06", &["18:00", "08:30", "18:00"]),
            row("E1", "2026-08-01", &["06:00"]),
            row("E1", "2026-07-07", &["08:30"]),
        ],
    );
    let days: Vec<String> = events
        .unwrap()
        .into_iter()
        .map(|event| match event {
            Event::PunchesRecorded(e) => serde_json::to_string(&e.days).unwrap(),
            other => panic!("{other:?}"),
        })
        .collect();
    let expected =
        [r#"[["2026-07-06",["18:00"]],["2026-07-07",["08:30"]]]"#, r#"[["2026-08-01",["06:00"]]]"#];
    assert_eq!(days, expected, "an entry a month, without what is known");
    assert_eq!(record_punches(&facts, &[row("E1", "2026-07-06", &["08:30"])]), Ok(vec![]));
    let reviewed = PunchFacts {
        closed: [(unit("CD"), month("2026-07"))].into(),
        stays: facts.stays.clone(),
        known: facts.known.clone(),
        ..facts
    };
    let closed = Refusal::AttendanceMonthClosed { unit: unit("CD"), month: month("2026-07") };
    let late = record_punches(&reviewed, &[row("E1", "2026-07-06", &["18:00"])]);
    assert_eq!(late, Err(vec![(0, PunchColumn::Day, closed)]));
    assert_eq!(
        record_punches(&reviewed, &[row("E1", "2026-07-06", &["08:30"])]),
        Ok(vec![]),
        "known already"
    );
    let refused = record_punches(
        &facts,
        &[
            row("E2", "2026-07-06", &["08:30"]),
            row("E1", "2026-07-05", &["08:30"]),
            row("E1", "2026-08-04", &["08:30"]),
            row("E1", "2026-08-02", &["08:30"]),
        ],
    );
    let away = |on: &str| Refusal::NotOnDutyThatDay { staff_no: staff("E1"), day: day(on) };
    let expected = vec![
        (0, PunchColumn::StaffNo, Refusal::UnknownEngineer { staff_no: staff("E2") }),
        (1, PunchColumn::Day, away("2026-07-05")),
        (2, PunchColumn::Day, Refusal::DateInFuture { date: day("2026-08-04"), today: day("2026-08-03") }),
        (3, PunchColumn::Day, away("2026-08-02")),
    ];
    assert_eq!(refused, Err(expected));
}

#[test]
fn a_month_is_judged_from_the_first_punch_to_the_last() {
    let punched = |on: &str, times: [&str; 2]| times.map(|time| (day(on), at(time)));
    let facts = MonthFacts {
        month: month("2026-07"),
        today: day("2026-07-16"),
        hours: plain(),
        calendar: WorkingDays::new(
            [(day("2026-07-09"), DayKind::Holiday), (day("2026-07-11"), DayKind::Working)].into(),
        ),
        stays: [
            (staff("E1"), vec![stay("2026-07-07", None)]),
            (staff("E2"), vec![stay("2026-01-01", Some("2026-07-14"))]),
        ]
        .into(),
        punches: [(
            staff("E1"),
            [punched("2026-07-08", ["08:30", "18:00"]), punched("2026-07-16", ["08:30", "18:00"])].concat(),
        )]
        .into(),
        recorded_from: Some(day("2026-07-08")),
        recorded_to: Some(day("2026-07-16")),
        corrections: [((staff("E2"), day("2026-07-10")), Correction::parse("迟5").unwrap())].into(),
        applications: vec![
            application(1, whole("2026-07-13", "2026-07-13"), ApplicationState::Approved),
            application(2, whole("2026-07-14", "2026-07-14"), ApplicationState::Open),
            application(
                3,
                Matter::Overtime { day: day("2026-07-09"), minutes: 90 },
                ApplicationState::Approved,
            ),
        ],
    };
    let people = facts.judged();
    let of = |person: &PersonMonth| -> Vec<String> {
        (6..=16)
            .map(|on| match &person.days[on - 1] {
                day if day.standing == Standing::NotOnDuty => "-".to_owned(),
                day if day.standing == Standing::Off => format!("off {}", day.overtime),
                day => marks(day),
            })
            .collect()
    };
    let expected = [
        "-",
        "0 0 0 0 0 2",
        "0 0 0 0 2 0",
        "off 90",
        "0 0 0 2 0 0",
        "0 0 0 2 0 0",
        "off 0",
        "0 0 0 0 0 0",
        "0 0 0 2 0 0",
        // Today is not over, though it has punches.
        "0 0 0 2 0 0",
        "0 0 0 0 0 2",
    ];
    assert_eq!(of(&people[0]), expected);
    assert_eq!(of(&people[1])[4..9], ["5 0 0 0 2 0", "0 0 0 2 0 0", "off 0", "0 0 0 2 0 0", "0 0 0 2 0 0"]);
    assert_eq!(of(&people[1])[9], "-");
    assert_eq!(people[0].totals.absent, 8);
    assert_eq!(facts.standings()[&(staff("E1"), day("2026-07-11"))], Standing::Working);
}

#[test]
fn days_are_set_with_a_reason_and_numbered() {
    let key = |on: &str| (staff("E1"), day(on));
    let known = Correction::Marks { late: 5, early: 0, absent: 0 };
    let facts = CorrectFacts {
        unit: unit("CD"),
        today: day("2026-07-20"),
        standing: [
            (key("2026-07-06"), Standing::Working),
            (key("2026-07-07"), Standing::Working),
            (key("2026-07-05"), Standing::Off),
            (key("2026-07-01"), Standing::NotOnDuty),
            (key("2026-07-21"), Standing::Working),
        ]
        .into(),
        known: [(key("2026-07-06"), known.clone())].into(),
        next: [(staff("E1"), 4)].into(),
        closed: BTreeSet::new(),
    };
    let row = |on: &str, correction: Option<Correction>, reason: Option<Digest>| CorrectionRow {
        staff_no: staff("E1"),
        day: day(on),
        correction,
        reason,
    };
    let there = || Some(Correction::parse("√").unwrap());
    let why = Some(digest("外勤"));
    let events =
        correct_days(&facts, &[row("2026-07-06", None, why), row("2026-07-07", there(), why)]).unwrap();
    let numbers: Vec<u32> = events
        .iter()
        .filter_map(|event| match event {
            Event::DayCorrected(e) => Some(e.number),
            _ => None,
        })
        .collect();
    assert_eq!(numbers, [4, 5]);
    assert_eq!(correct_days(&facts, &[row("2026-07-06", Some(known), None)]), Ok(vec![]), "so already");
    assert_eq!(correct_days(&facts, &[row("2026-07-07", None, None)]), Ok(vec![]), "nothing to take back");
    let rows = ["2026-07-05", "2026-07-01", "2026-07-21", "2026-07-02"].map(|on| row(on, there(), why));
    let away = |on: &str| Refusal::NotOnDutyThatDay { staff_no: staff("E1"), day: day(on) };
    let expected = vec![
        (0, Refusal::DayOff { day: day("2026-07-05") }),
        (1, away("2026-07-01")),
        (2, Refusal::DateInFuture { date: day("2026-07-21"), today: day("2026-07-20") }),
        (3, away("2026-07-02")),
    ];
    assert_eq!(correct_days(&facts, &rows), Err(expected));
    let silent = correct_days(&facts, &[row("2026-07-07", there(), None)]);
    assert_eq!(silent, Err(vec![(0, Refusal::ReasonNeeded)]));
    // What scores rest on stays as it is while they are reviewed.
    let reviewed = CorrectFacts { closed: [month("2026-07")].into(), ..facts };
    let closed = Refusal::AttendanceMonthClosed { unit: unit("CD"), month: month("2026-07") };
    assert_eq!(correct_days(&reviewed, &[row("2026-07-07", there(), why)]), Err(vec![(0, closed)]));
    assert_eq!(correct_days(&reviewed, &[row("2026-07-07", None, None)]), Ok(vec![]), "changes nothing");
}

fn leave(from: (&str, Half), to: (&str, Half)) -> Matter {
    Matter::Leave(Leave {
        kind: LeaveKind::Personal,
        from: day(from.0),
        from_half: from.1,
        to: day(to.0),
        to_half: to.1,
    })
}

fn whole(from: &str, to: &str) -> Matter {
    leave((from, Half::First), (to, Half::Second))
}

fn application(number: u32, matter: Matter, state: ApplicationState) -> Application {
    Application { unit: unit("CD"), staff_no: staff("E1"), number, matter, state }
}

#[test]
fn leave_and_overtime_are_applied_for_beforehand() {
    let overtime = |on: &str, minutes| Matter::Overtime { day: day(on), minutes };
    let facts = ApplyFacts {
        today: day("2026-07-20"),
        stays: vec![stay("2026-07-06", Some("2026-12-31"))],
        applications: vec![
            application(
                1,
                leave(("2026-07-23", Half::Second), ("2026-07-24", Half::Second)),
                ApplicationState::Open,
            ),
            application(2, overtime("2026-07-22", 60), ApplicationState::Approved),
            application(3, whole("2026-07-29", "2026-07-29"), ApplicationState::Withdrawn),
            application(4, overtime("2026-07-28", 60), ApplicationState::Refused),
        ],
        next: 5,
    };
    let ask = |matter: Matter, reason: bool, note: bool| {
        apply(&facts, &unit("CD"), &staff("E1"), matter, reason.then(|| digest("why")), note)
    };
    let late = |matter, note| {
        ask(matter, true, note).map(|events| match &events[0] {
            Event::ApplicationMade(e) => (e.number, e.late),
            other => panic!("{other:?}"),
        })
    };
    for matter in [
        whole("2026-07-20", "2026-07-22"),
        leave(("2026-07-23", Half::First), ("2026-07-23", Half::First)),
        whole("2026-07-29", "2026-07-29"),
        overtime("2026-07-28", 960),
    ] {
        assert_eq!(late(matter.clone(), false), Ok((5, false)), "{matter:?}");
    }
    let yesterday = || overtime("2026-07-19", 90);
    assert_eq!(late(yesterday(), true), Ok((5, true)));
    let too_late = Refusal::AppliedLate { day: day("2026-07-19"), today: day("2026-07-20") };
    assert_eq!(late(yesterday(), false), Err(too_late));
    let overlaps = Refusal::LeaveOverlaps { number: 1, from: day("2026-07-23"), to: day("2026-07-24") };
    let away = |on: &str| Refusal::NotOnDutyThatDay { staff_no: staff("E1"), day: day(on) };
    for (matter, refusal) in [
        (whole("2026-07-24", "2026-07-25"), overlaps.clone()),
        (leave(("2026-07-23", Half::Second), ("2026-07-23", Half::Second)), overlaps),
        (overtime("2026-07-22", 30), Refusal::OvertimeTwice { number: 2, day: day("2026-07-22") }),
        (overtime("2026-07-27", 0), Refusal::OvertimeOutOfRange { most: 16 }),
        (overtime("2026-07-27", 961), Refusal::OvertimeOutOfRange { most: 16 }),
        (
            whole("2026-07-28", "2026-07-27"),
            Refusal::DatesReversed { from: day("2026-07-28"), to: day("2026-07-27") },
        ),
        (
            leave(("2026-07-27", Half::Second), ("2026-07-27", Half::First)),
            Refusal::DatesReversed { from: day("2026-07-27"), to: day("2026-07-27") },
        ),
        (whole("2026-07-27", "2027-07-28"), Refusal::LeaveTooLong { most: 366 }),
        (whole("2026-12-31", "2027-01-01"), away("2027-01-01")),
        (whole("2026-07-05", "2026-07-06"), away("2026-07-05")),
    ] {
        assert_eq!(ask(matter.clone(), true, true), Err(refusal), "{matter:?}");
    }
    assert_eq!(ask(whole("2026-07-27", "2026-07-27"), false, true), Err(Refusal::ReasonNeeded));
    let nobody = ApplyFacts { stays: vec![], applications: vec![], ..facts };
    let asked = apply(
        &nobody,
        &unit("CD"),
        &staff("E1"),
        whole("2026-07-27", "2026-07-27"),
        Some(digest("why")),
        false,
    );
    assert_eq!(asked, Err(Refusal::UnknownEngineer { staff_no: staff("E1") }));
}

#[test]
fn the_leader_decides_and_others_say_what_it_rests_on() {
    let open = application(1, whole("2026-07-23", "2026-07-24"), ApplicationState::Open);
    let none = BTreeSet::new();
    let decide = |known: Option<&Application>, role, decision| {
        decide_application(known, &none, &staff("E1"), 1, role, decision).map(|events| match &events[0] {
            Event::ApplicationDecided(e) => (e.approved, e.on_behalf),
            other => panic!("{other:?}"),
        })
    };
    let decision =
        |approved: bool, reason: Option<&str>, document: Option<&str>, evidence: Option<&str>| Decision {
            approved,
            reason: reason.map(digest),
            basis: Basis { document: document.map(str::to_owned), evidence: evidence.map(digest) },
        };
    let leader = Role::UnitLeader;
    assert_eq!(decide(Some(&open), leader, decision(true, None, None, None)), Ok((true, false)));
    assert_eq!(decide(Some(&open), leader, decision(false, Some("忙"), None, None)), Ok((false, false)));
    assert_eq!(decide(Some(&open), leader, decision(false, None, None, None)), Err(Refusal::ReasonNeeded));
    for role in [Role::UnitManager, Role::Clerk, Role::Administrator] {
        assert_eq!(
            decide(Some(&open), role, decision(true, None, Some(" "), None)),
            Err(Refusal::DecisionBasisNeeded)
        );
        assert_eq!(decide(Some(&open), role, decision(true, None, Some("快文1号"), None)), Ok((true, true)));
        assert_eq!(decide(Some(&open), role, decision(true, None, None, Some("p"))), Ok((true, true)));
    }
    let unknown = Refusal::UnknownApplication { staff_no: staff("E1"), number: 1 };
    assert_eq!(decide(None, leader, decision(true, None, None, None)), Err(unknown.clone()));
    let decided = Refusal::ApplicationDecided { staff_no: staff("E1"), number: 1 };
    let take_back = |known: Option<&Application>, reason: Option<Digest>| {
        withdraw_application(known, &none, &staff("E1"), 1, reason).map(|events| events.len())
    };
    for (state, may_go_back) in [
        (ApplicationState::Open, true),
        (ApplicationState::Approved, true),
        (ApplicationState::Refused, false),
        (ApplicationState::Withdrawn, false),
    ] {
        let known = application(1, whole("2026-07-23", "2026-07-24"), state);
        if state != ApplicationState::Open {
            assert_eq!(decide(Some(&known), leader, decision(true, None, None, None)), Err(decided.clone()));
        }
        let expected = if may_go_back { Ok(1) } else { Err(decided.clone()) };
        assert_eq!(take_back(Some(&known), Some(digest("why"))), expected, "{state:?}");
    }
    assert_eq!(take_back(Some(&open), None), Err(Refusal::ReasonNeeded));
    assert_eq!(take_back(None, Some(digest("why"))), Err(unknown));
    // A reviewed month stays as it is: nothing is approved in it or taken out of it; what changes nothing may be said.
    let closed = BTreeSet::from([month("2026-06"), month("2026-07")]);
    let refused = Err(Refusal::AttendanceMonthClosed { unit: unit("CD"), month: month("2026-07") });
    let approved = application(1, whole("2026-07-31", "2026-08-03"), ApplicationState::Approved);
    let in_closed =
        |decision| decide_application(Some(&open), &closed, &staff("E1"), 1, leader, decision).map(|_| ());
    assert_eq!(in_closed(decision(true, None, None, None)), refused);
    assert_eq!(in_closed(decision(false, Some("忙"), None, None)), Ok(()));
    let back =
        |known| withdraw_application(Some(known), &closed, &staff("E1"), 1, Some(digest("why"))).map(|_| ());
    assert_eq!((back(&approved), back(&open)), (refused, Ok(())));
}

#[test]
fn points_go_only_where_the_rubric_says_so() {
    let rubric = Rubric::default_version();
    let mut item = rubric.item("KQ").unwrap().clone();
    let totals = Totals { late: 2, late_minutes: 30, missing: 1, absent: 1, ..Totals::default() };
    assert_eq!(
        rubric.items.iter().find_map(|item| proposed(item, &totals)),
        None,
        "the default takes nothing off"
    );
    let rule = |late: &str, missing: &str, absent: &str| AttendanceRule {
        late: decimal(late),
        early: decimal("1"),
        missing: decimal(missing),
        absent: decimal(absent),
    };
    for (rule, points, reason) in [
        (rule("0.5", "0", "3"), "7.5", "考勤：迟到2次，每次扣0.5分；旷工0.5天，每天扣3分"),
        (rule("0", "1", "0"), "9", "考勤：缺卡1次，每次扣1分"),
        (rule("6", "0", "0"), "0", "考勤：迟到2次，每次扣6分"),
    ] {
        item.attendance = Some(rule);
        assert_eq!(proposed(&item, &totals), Some((decimal(points), reason.to_owned())));
    }
    item.attendance = Some(rule("0", "0", "0"));
    assert_eq!(proposed(&item, &totals), None);
    assert_eq!(proposed(&item, &Totals::default()), None);

    let issue = |late: &str| {
        let mut rubric = Rubric { from: quarter("2026Q4"), ..rubric.clone() };
        let item = rubric.items.iter_mut().find(|item| item.code == "KQ").unwrap();
        item.attendance = Some(rule(late, "0", "0"));
        issue_rubric(&[], None, rubric).map(|events| events.len())
    };
    assert_eq!(issue("0.5"), Ok(1));
    assert_eq!(issue("-1"), Err(Refusal::PointsOutOfRange { item: "KQ".into(), max: decimal("10") }));
    assert_eq!(issue("10.5"), Err(Refusal::PointsOutOfRange { item: "KQ".into(), max: decimal("10") }));
    assert_eq!(issue("0.0001"), Err(Refusal::PointsTooFine { item: "KQ".into() }));
}
