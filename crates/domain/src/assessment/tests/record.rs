//! Recording scores: totals and items, all rows or none.

use super::{stay, submitted};
use crate::assessment::{
    AssessmentColumn, AssessmentRow, Content, ItemScore, MonthState, RecordFacts, record_assessments,
};
use crate::event::Event;
use crate::refusal::Refusal;
use crate::rulebook::{Rubric, RubricItem};
use crate::sample::{decimal, month, quarter, score, staff, unit};
use std::collections::{BTreeMap, BTreeSet};

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
        work: BTreeMap::new(),
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
        computed: None,
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
        attendance: None,
        work: None,
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
