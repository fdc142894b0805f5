//! Recording, declaring, closing and reopening a unit's month.

use super::*;
use crate::approval::Step;
use crate::event::Event;
use crate::kernel::{Actor, Digest, Role, WorkingDays};
use crate::organisation::Party;
use crate::people::Membership;
use crate::refusal::Refusal;
use crate::rulebook::{Rubric, RubricItem};
use crate::sample::{account, actor, day, decimal, digest, month, quarter, score, staff, unit};
use std::collections::{BTreeMap, BTreeSet};

fn stay(no: &str, code: &str, from: &str, to: Option<&str>) -> Membership {
    Membership { staff_no: staff(no), unit: unit(code), arrived_on: day(from), left_on: to.map(day) }
}

fn record_facts() -> RecordFacts {
    RecordFacts {
        this_month: month("2026-08"),
        units: [unit("CD"), unit("MY")].into(),
        memberships: vec![
            stay("E1", "CD", "2026-03-01", None),
            stay("E2", "CD", "2026-03-01", Some("2026-07-01")),
            stay("E2", "MY", "2026-07-02", None),
        ],
        states: BTreeMap::new(),
        submitted: BTreeMap::new(),
        not_assessed: BTreeSet::new(),
        rubrics: [(quarter("2026Q3"), Rubric::default_version())].into(),
        final_quarters: [quarter("2026Q1")].into(),
        on_behalf: false,
    }
}

fn row(no: &str, at: &str, points: &str) -> AssessmentRow {
    AssessmentRow {
        unit: unit("CD"),
        month: month(at),
        staff_no: staff(no),
        content: Content::Total(score(points)),
        note: None,
    }
}

fn submitted(no: &str, points: &str, by: &str) -> Submitted {
    Submitted {
        assessment: Assessment {
            unit: unit("CD"),
            month: month("2026-07"),
            staff_no: staff(no),
            score: score(points),
            items: Vec::new(),
            note: None,
            rubric: 1,
            on_behalf: false,
        },
        account: account(by),
    }
}

fn recorded(facts: &RecordFacts, rows: &[AssessmentRow]) -> Result<usize, Vec<RowRefusal>> {
    record_assessments(facts, rows).map(|events| events.len())
}

type RowRefusal = (usize, AssessmentColumn, Refusal);

fn refused(column: AssessmentColumn, refusal: Refusal) -> Result<usize, Vec<RowRefusal>> {
    Err(vec![(0, column, refusal)])
}

#[test]
fn a_row_names_a_known_person_unit_and_month() {
    use AssessmentColumn as Column;
    let july = || row("E1", "2026-07", "90");
    let here = |no: &str, code: &str, at: &str| Refusal::NotOnDuty {
        staff_no: staff(no),
        unit: unit(code),
        month: month(at),
    };
    for (name, row, expected) in [
        ("right", july(), Ok(1)),
        ("this month", row("E1", "2026-08", "90"), Ok(1)),
        (
            "next month",
            row("E1", "2026-09", "90"),
            refused(
                Column::Month,
                Refusal::MonthInFuture { month: month("2026-09"), this_month: month("2026-08") },
            ),
        ),
        (
            "an unknown unit",
            AssessmentRow { unit: unit("XX"), ..july() },
            refused(Column::Unit, Refusal::UnknownUnit { unit: unit("XX") }),
        ),
        (
            "an unknown person",
            row("E9", "2026-07", "90"),
            refused(Column::StaffNo, Refusal::UnknownEngineer { staff_no: staff("E9") }),
        ),
        ("somebody's last day there", row("E2", "2026-07", "90"), Ok(1)),
        (
            "the month after it",
            row("E2", "2026-08", "90"),
            refused(Column::StaffNo, here("E2", "CD", "2026-08")),
        ),
        (
            "before the move",
            AssessmentRow { unit: unit("MY"), ..row("E2", "2026-06", "90") },
            refused(Column::StaffNo, here("E2", "MY", "2026-06")),
        ),
        (
            "the same month in the other unit",
            AssessmentRow { unit: unit("MY"), ..row("E2", "2026-07", "90") },
            Ok(1),
        ),
        (
            "a final quarter",
            row("E1", "2026-03", "90"),
            refused(Column::Month, Refusal::QuarterFinal { quarter: quarter("2026Q1") }),
        ),
        (
            "a quarter without a rubric",
            row("E1", "2026-06", "90"),
            refused(Column::Month, Refusal::NoRubric { quarter: quarter("2026Q2") }),
        ),
    ] {
        assert_eq!(recorded(&record_facts(), &[row]), expected, "{name}");
    }
}

#[test]
fn one_bad_row_keeps_all_rows_out() {
    let rows = [
        row("E1", "2026-07", "90"),
        row("E9", "2026-07", "90"),
        row("E1", "2026-07", "91"),
        row("E1", "2026-07", "91"),
    ];
    let twice = Refusal::PersonTwice { staff_no: staff("E1"), first_row: 0 };
    let expected = vec![
        (1, AssessmentColumn::StaffNo, Refusal::UnknownEngineer { staff_no: staff("E9") }),
        (2, AssessmentColumn::StaffNo, twice.clone()),
        (3, AssessmentColumn::StaffNo, twice),
    ];
    assert_eq!(recorded(&record_facts(), &rows), Err(expected));
    assert_eq!(recorded(&record_facts(), &[row("E1", "2026-07", "90"), row("E1", "2026-08", "90")]), Ok(2));
}

#[test]
fn a_submitted_score_changes_only_after_reopening() {
    let key = (unit("CD"), month("2026-07"), staff("E1"));
    let differs = || {
        let refusal = Refusal::ScoreSubmitted {
            staff_no: staff("E1"),
            month: month("2026-07"),
            submitted: score("90"),
        };
        refused(AssessmentColumn::Score, refusal)
    };
    for (state, same, other) in [
        (MonthState::Open, Ok(0), differs()),
        (MonthState::Closed, Ok(0), differs()),
        (MonthState::Reopened, Ok(0), Ok(1)),
    ] {
        let mut facts = record_facts();
        facts.states.insert((key.0.clone(), key.1), state);
        facts.submitted.insert(key.clone(), submitted("E1", "90.0", "manager"));
        assert_eq!(recorded(&facts, &[row("E1", "2026-07", "90.00")]), same, "{state:?}");
        assert_eq!(recorded(&facts, &[row("E1", "2026-07", "90.01")]), other, "{state:?}");
        let noted = AssessmentRow { note: Some("补充说明".into()), ..row("E1", "2026-07", "90") };
        assert_eq!(recorded(&facts, &[noted]), other, "{state:?}: a note is part of the record");
        let blank = AssessmentRow { note: Some("  ".into()), ..row("E1", "2026-07", "90") };
        assert_eq!(recorded(&facts, &[blank]), Ok(0), "{state:?}: a blank note is none");
        let closed = Refusal::MonthClosed { unit: unit("CD"), month: month("2026-07") };
        let newcomer =
            if state == MonthState::Closed { refused(AssessmentColumn::Month, closed) } else { Ok(1) };
        assert_eq!(recorded(&facts, &[row("E2", "2026-07", "80")]), newcomer, "{state:?}");
    }
}

#[test]
fn who_is_declared_away_is_not_scored() {
    let mut facts = record_facts();
    facts.not_assessed.insert((unit("CD"), month("2026-07"), staff("E1")));
    let refusal = Refusal::DeclaredNotAssessed { staff_no: staff("E1"), month: month("2026-07") };
    assert_eq!(recorded(&facts, &[row("E1", "2026-07", "90")]), refused(AssessmentColumn::StaffNo, refusal));
    assert_eq!(recorded(&facts, &[row("E1", "2026-08", "90")]), Ok(1), "another month");
}

fn items(points: &[(&str, &str, Option<&str>)]) -> Vec<ItemScore> {
    let item = |(code, points, reason): &(&str, &str, Option<&str>)| ItemScore {
        code: (*code).to_owned(),
        points: decimal(points),
        reason: reason.map(str::to_owned),
        evidence: None,
    };
    points.iter().map(item).collect()
}

/// A rubric of 60 points, 40 points whose deduction needs a reason, and a veto.
fn small_rubric() -> Rubric {
    let item = |code: &str, max, veto, needs_reason| RubricItem {
        code: code.to_owned(),
        name: code.to_owned(),
        max: decimal(max),
        veto,
        needs_reason,
    };
    Rubric {
        version: 4,
        from: quarter("2026Q1"),
        label: String::new(),
        items: vec![item("A", "60", false, false), item("B", "40", false, true), item("V", "0", true, true)],
        total_allowed: false,
    }
}

#[test]
fn items_follow_the_rubric() {
    let mut facts = record_facts();
    facts.rubrics.insert(quarter("2026Q3"), small_rubric());
    let total = |points: &[(&str, &str, Option<&str>)]| -> Result<String, Refusal> {
        let row = AssessmentRow { content: Content::Items(items(points)), ..row("E1", "2026-07", "0") };
        match record_assessments(&facts, &[row]) {
            Ok(events) => match &events[..] {
                [Event::AssessmentRecorded(event)] => {
                    assert_eq!(event.assessment.rubric, 4);
                    Ok(event.assessment.score.to_string())
                }
                other => panic!("{other:?}"),
            },
            Err(mut refused) => {
                let (index, column, refusal) = refused.remove(0);
                assert_eq!(index, 0);
                assert!(matches!(column, AssessmentColumn::Item(_)));
                Err(refusal)
            }
        }
    };
    let item = |code: &str| code.to_owned();
    let outside =
        |code: &str, max: &str| Err(Refusal::PointsOutOfRange { item: item(code), max: decimal(max) });
    let why = Some("扣分");
    let huge = "79228162514264337593543950335";
    for (name, points, expected) in [
        ("full", vec![("A", "60", None), ("B", "40", None)], Ok("100")),
        ("in any order", vec![("B", "40", None), ("A", "59.9999", None)], Ok("99.9999")),
        ("a reason given", vec![("A", "60", None), ("B", "39", why)], Ok("99")),
        ("no veto", vec![("A", "60", None), ("B", "40", None), ("V", "0", None)], Ok("100")),
        ("a veto", vec![("A", "60", None), ("B", "40", None), ("V", "1", why)], Ok("0")),
        ("a negative zero", vec![("A", "-0", None), ("B", "40", None)], Ok("40")),
    ] {
        assert_eq!(total(&points), expected.map(str::to_owned), "{name}");
    }
    for (name, points, expected) in [
        ("above", vec![("A", "60.0001", None), ("B", "40", None)], outside("A", "60")),
        ("below", vec![("A", "-0.0001", None), ("B", "40", None)], outside("A", "60")),
        ("far above", vec![("A", huge, None), ("B", huge, None)], outside("A", "60")),
        (
            "too fine",
            vec![("A", "59.99999", None), ("B", "40", None)],
            Err(Refusal::PointsTooFine { item: item("A") }),
        ),
        (
            "no such item",
            vec![("A", "60", None), ("C", "1", None)],
            Err(Refusal::UnknownItem { item: item("C"), version: 4 }),
        ),
        ("an item left out", vec![("A", "60", None)], Err(Refusal::ItemMissing { item: item("B") })),
        (
            "an item twice",
            vec![("A", "60", None), ("B", "20", why), ("B", "40", None)],
            Err(Refusal::ItemTwice { item: item("B") }),
        ),
        (
            "no reason",
            vec![("A", "60", None), ("B", "39.5", Some(" "))],
            Err(Refusal::ReasonMissing { item: item("B") }),
        ),
        (
            "a veto without a reason",
            vec![("A", "60", None), ("B", "40", None), ("V", "1", None)],
            Err(Refusal::ReasonMissing { item: item("V") }),
        ),
    ] {
        assert_eq!(total(&points), expected, "{name}");
    }
    let total_given = recorded(&facts, &[row("E1", "2026-07", "90")]);
    let refusal = Refusal::TotalNotAllowed { version: 4 };
    assert_eq!(total_given, refused(AssessmentColumn::Score, refusal));
}

#[test]
fn whom_a_unit_scores_in_a_month() {
    let calendar = WorkingDays::default();
    let stays = [
        stay("E2", "CD", "2026-06-20", Some("2026-07-03")),
        stay("E2", "CD", "2026-07-30", None),
        stay("E1", "CD", "2026-03-01", None),
        stay("E3", "CD", "2026-07-31", None),
        stay("E4", "CD", "2026-07-04", Some("2026-07-05")),
        stay("E5", "MY", "2026-03-01", Some("2026-07-19")),
        stay("E5", "CD", "2026-07-20", None),
        stay("E6", "CD", "2026-03-01", Some("2026-06-30")),
    ];
    let found = |min_days| -> Vec<(String, u32, bool, bool)> {
        expected(&stays, &unit("CD"), month("2026-07"), &calendar, min_days)
            .into_iter()
            .map(|e| (e.staff_no.to_string(), e.days, e.due, e.probation))
            .collect()
    };
    let person = |no: &str, days, due, probation| (no.to_owned(), days, due, probation);
    // E4 was there over a weekend only; E5 came from another unit, past the probation; E2's two stays add up.
    assert_eq!(
        found(1),
        [
            person("E1", 23, true, false),
            person("E2", 5, true, true),
            person("E3", 1, true, true),
            person("E4", 0, false, true),
            person("E5", 10, true, false),
        ]
    );
    let due = |min_days| found(min_days).iter().filter(|p| p.2).map(|p| p.0.clone()).collect::<Vec<_>>();
    assert_eq!(due(5), ["E1", "E2", "E5"]);
    assert_eq!(due(6), ["E1", "E5"]);
}

fn on_duty(no: &str, due: bool) -> Expected {
    Expected { staff_no: staff(no), days: u32::from(due), due, probation: false }
}

fn close_facts() -> CloseFacts {
    CloseFacts {
        state: MonthState::Open,
        expected: vec![on_duty("E1", true), on_duty("E2", true), on_duty("E3", false)],
        submitted: vec![submitted("E1", "90", "manager"), submitted("E2", "85", "assistant")],
        not_assessed: BTreeSet::new(),
        no_engineer: false,
        quarter_final: false,
        confirmed: Party::BOTH.to_vec(),
        two_person: true,
        in_future: false,
    }
}

fn close(facts: &CloseFacts, actor: &Actor) -> Result<Vec<Event>, Refusal> {
    close_month(facts, &unit("CD"), month("2026-07"), actor)
}

#[test]
fn closing_keeps_who_prepared_and_the_mean() {
    let mut facts = close_facts();
    facts.submitted.push(submitted("E3", "91", "assistant"));
    let events = close(&facts, &actor("leader", Role::UnitLeader)).unwrap();
    let [Event::MonthClosed(closed)] = &events[..] else { panic!("{events:?}") };
    assert_eq!(closed.prepared_by, [account("assistant"), account("manager")]);
    assert_eq!((closed.headcount, closed.mean.as_ref().unwrap().to_string()), (3, "266/3".to_owned()));
}

#[test]
fn a_month_with_a_gap_does_not_close() {
    let leader = actor("leader", Role::UnitLeader);
    let (cd, july) = (unit("CD"), month("2026-07"));
    let with = |change: fn(&mut CloseFacts)| {
        let mut facts = close_facts();
        change(&mut facts);
        close(&facts, &leader).map(|events| events.len())
    };
    assert_eq!(with(|_| {}), Ok(1));
    assert_eq!(with(|f| f.state = MonthState::Reopened), Ok(1));
    assert_eq!(with(|f| f.state = MonthState::Closed), Ok(0));
    assert_eq!(with(|f| f.in_future = true), Err(Refusal::MonthNotOver { month: july }));
    let is_final = Refusal::QuarterFinal { quarter: quarter("2026Q3") };
    assert_eq!(with(|f| f.quarter_final = true), Err(is_final));
    let missing = Refusal::PersonsNotScored { unit: cd.clone(), month: july, staff_nos: vec![staff("E1")] };
    assert_eq!(with(|f| drop(f.submitted.remove(0))), Err(missing));
    let away = |f: &mut CloseFacts| {
        f.submitted.remove(0);
        f.not_assessed.insert(staff("E1"));
    };
    assert_eq!(with(away), Ok(1));
    let nobody = |f: &mut CloseFacts| {
        f.submitted.clear();
        f.expected.clear();
    };
    assert_eq!(with(nobody), Err(Refusal::MonthWithoutScores { unit: cd, month: july }));
    let declared = |f: &mut CloseFacts| {
        f.submitted.clear();
        f.expected.clear();
        f.no_engineer = true;
    };
    assert_eq!(with(declared), Ok(1));
}

#[test]
fn whoever_scored_does_not_review() {
    let step = Step::Review;
    for (name, role, two_person, expected) in [
        ("leader", Role::UnitLeader, true, Ok(1)),
        ("manager", Role::UnitManager, true, Err(Refusal::SecondPersonNeeded { step })),
        ("assistant", Role::UnitManager, true, Err(Refusal::SecondPersonNeeded { step })),
        ("root", Role::Administrator, true, Err(Refusal::BusinessAccountNeeded { step })),
        ("manager", Role::UnitManager, false, Ok(1)),
        ("root", Role::Administrator, false, Ok(1)),
    ] {
        let facts = CloseFacts { two_person, ..close_facts() };
        assert_eq!(close(&facts, &actor(name, role)).map(|e| e.len()), expected, "{name} {two_person}");
    }
}

#[test]
fn reopening_voids_the_confirmations() {
    let reopen = |change: fn(&mut CloseFacts), reason: &str| {
        let mut facts = CloseFacts { state: MonthState::Closed, ..close_facts() };
        change(&mut facts);
        reopen_month(&facts, &unit("CD"), month("2026-07"), reason)
    };
    let kinds = |found: Result<Vec<Event>, Refusal>| -> Result<Vec<&'static str>, Refusal> {
        found.map(|events| events.iter().map(Event::kind).collect())
    };
    let all = ["month.reopened", "unit.confirmationVoided", "unit.confirmationVoided"];
    assert_eq!(kinds(reopen(|_| {}, " 录入有误 ")), Ok(all.to_vec()));
    assert_eq!(kinds(reopen(|f| f.confirmed.clear(), "录入有误")), Ok(all[..1].to_vec()));
    assert_eq!(kinds(reopen(|f| f.state = MonthState::Open, "录入有误")), Ok(all.to_vec()));
    assert_eq!(kinds(reopen(|f| f.state = MonthState::Reopened, "录入有误")), Ok(Vec::new()));
    assert_eq!(kinds(reopen(|_| {}, " ")), Err(Refusal::ReasonNeeded));
    let is_final = Refusal::QuarterFinal { quarter: quarter("2026Q3") };
    assert_eq!(kinds(reopen(|f| f.quarter_final = true, "录入有误")), Err(is_final));
    let nothing = Refusal::NothingToReopen { unit: unit("CD"), month: month("2026-07") };
    let empty = |f: &mut CloseFacts| {
        f.state = MonthState::Open;
        f.submitted.clear();
    };
    assert_eq!(kinds(reopen(empty, "录入有误")), Err(nothing));
    let events = reopen(|_| {}, " 录入有误 ").unwrap();
    let [Event::MonthReopened(reopened), Event::ConfirmationVoided(voided), ..] = &events[..] else {
        panic!("{events:?}")
    };
    assert_eq!(reopened.reason, "录入有误");
    assert_eq!((voided.quarter, voided.party), (quarter("2026Q3"), Party::Client));
}

fn declare_facts() -> DeclareFacts {
    DeclareFacts {
        state: MonthState::Open,
        expected: vec![on_duty("E1", true), on_duty("E2", true)],
        scored: [staff("E2")].into(),
        not_assessed: BTreeSet::new(),
        no_engineer: false,
        quarter_final: false,
    }
}

#[test]
fn nobody_on_duty_is_declared_only_where_it_is_true() {
    let (cd, july) = (unit("CD"), month("2026-07"));
    let with = |change: fn(&mut DeclareFacts), reason: &str| {
        let mut facts = DeclareFacts { expected: vec![on_duty("E3", false)], ..declare_facts() };
        change(&mut facts);
        declare_no_engineer(&facts, &cd, july, reason).map(|events| events.len())
    };
    assert_eq!(with(|_| {}, "人员调离"), Ok(1));
    assert_eq!(with(|f| f.state = MonthState::Reopened, "人员调离"), Ok(1));
    assert_eq!(with(|f| f.no_engineer = true, "人员调离"), Ok(0));
    let on_duty_still = Refusal::EngineerOnDuty { unit: cd.clone(), staff_no: staff("E1") };
    assert_eq!(with(|f| f.expected.push(on_duty("E1", true)), "人员调离"), Err(on_duty_still));
    let closed = Refusal::MonthClosed { unit: cd.clone(), month: july };
    assert_eq!(with(|f| f.state = MonthState::Closed, "人员调离"), Err(closed));
    let is_final = Refusal::QuarterFinal { quarter: quarter("2026Q3") };
    assert_eq!(with(|f| f.quarter_final = true, "人员调离"), Err(is_final));
    assert_eq!(with(|_| {}, " "), Err(Refusal::ReasonNeeded));
}

#[test]
fn a_person_is_declared_away_only_while_unscored_and_on_duty() {
    let (cd, july) = (unit("CD"), month("2026-07"));
    let declare = |no: &str, change: fn(&mut DeclareFacts), reason: &str| {
        let mut facts = declare_facts();
        change(&mut facts);
        declare_not_assessed(&facts, &cd, july, &staff(no), reason).map(|events| events.len())
    };
    assert_eq!(declare("E1", |_| {}, "整月培训"), Ok(1));
    assert_eq!(declare("E1", |f| f.not_assessed = [staff("E1")].into(), "整月培训"), Ok(0));
    let scored = Refusal::PersonScored { staff_no: staff("E2"), month: july };
    assert_eq!(declare("E2", |_| {}, "整月培训"), Err(scored));
    let elsewhere = Refusal::NotOnDuty { staff_no: staff("E9"), unit: cd.clone(), month: july };
    assert_eq!(declare("E9", |_| {}, "整月培训"), Err(elsewhere));
    let closed = Refusal::MonthClosed { unit: cd.clone(), month: july };
    assert_eq!(declare("E1", |f| f.state = MonthState::Closed, "整月培训"), Err(closed));
    assert_eq!(declare("E1", |_| {}, ""), Err(Refusal::ReasonNeeded));
}

#[test]
fn an_exemption_needs_a_reason_a_paper_and_a_second_person() {
    let (cd, q) = (unit("CD"), quarter("2026Q3"));
    let declare = |reason: &str, paper: Option<Digest>, two_person| {
        declare_exempt(None, false, &cd, q, reason, paper, two_person).map(|events| events.len())
    };
    let paper = Some(digest("paper"));
    assert_eq!(declare("无在岗人员", paper, true), Ok(1));
    assert_eq!(declare("无在岗人员", paper, false), Ok(2), "agreed to at once");
    assert_eq!(declare("无在岗人员", None, false), Ok(2));
    assert_eq!(declare("无在岗人员", None, true), Err(Refusal::AttachmentNeeded));
    assert_eq!(declare(" ", paper, true), Err(Refusal::ReasonNeeded));
    let is_final = || Refusal::QuarterFinal { quarter: q };
    assert_eq!(declare_exempt(None, true, &cd, q, "无", paper, true), Err(is_final()));

    let clerk = account("clerk");
    let approve = |by: Option<&AccountName>, name, role, two_person| {
        approve_exemption(by, false, &cd, q, &actor(name, role), two_person).map(|events| events.len())
    };
    let step = Step::Approve;
    assert_eq!(approve(Some(&clerk), "second", Role::Clerk, true), Ok(1));
    let own = Err(Refusal::SecondPersonNeeded { step });
    assert_eq!(approve(Some(&clerk), "clerk", Role::Clerk, true), own);
    let administrator = Err(Refusal::BusinessAccountNeeded { step });
    assert_eq!(approve(Some(&clerk), "root", Role::Administrator, true), administrator);
    assert_eq!(approve(Some(&clerk), "clerk", Role::Clerk, false), Ok(1));
    let none = Err(Refusal::NoExemption { unit: cd.clone(), quarter: q });
    assert_eq!(approve(None, "second", Role::Clerk, true), none);
    let late = approve_exemption(Some(&clerk), true, &cd, q, &actor("second", Role::Clerk), true);
    assert_eq!(late, Err(is_final()));
}
