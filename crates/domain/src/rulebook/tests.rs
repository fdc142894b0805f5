//! Versions of rubrics and rule sets: what may be issued, and which one holds.

use super::*;
use crate::event::Event;
use crate::kernel::Score;
use crate::refusal::Refusal;
use crate::sample::{decimal, quarter, score};
use rust_decimal::Decimal;

fn rules(change: impl FnOnce(&mut RuleSet)) -> Result<u32, Refusal> {
    let mut rule_set = RuleSet { from: quarter("2026Q4"), ..RuleSet::default_version() };
    change(&mut rule_set);
    let known = [RuleSet::default_version()];
    issue_rule_set(&known, Some(quarter("2026Q3")), rule_set).map(|events| match &events[..] {
        [Event::RuleSetIssued(issued)] => issued.rule_set.version,
        other => panic!("{other:?}"),
    })
}

#[test]
fn weights_sum_to_one() {
    let with =
        |p: &str, c: &str| rules(|r| r.weights = GroupWeights { provincial: decimal(p), city: decimal(c) });
    for (p, c) in [("0.2", "0.8"), ("0", "1"), ("1.00", "0"), ("0.3333333333", "0.6666666667")] {
        assert_eq!(with(p, c), Ok(2), "{p} {c}");
    }
    for (p, c, sum) in [
        ("0.2", "0.7999", "0.9999"),
        ("0.2", "0.8000000000000000000000000001", "1.0000000000000000000000000001"),
        ("-0.2", "1.2", "1.0"),
        ("1.2", "-0.2", "1.0"),
    ] {
        assert_eq!(with(p, c), Err(Refusal::WeightSum { sum: decimal(sum) }), "{p} {c}");
    }
    let huge = Decimal::MAX.to_string();
    assert_eq!(with(&huge, &huge), Err(Refusal::WeightSum { sum: Decimal::MAX }));
}

#[test]
fn bands_cover_all_scores_in_ascending_order() {
    let with = |edges: &[&str]| {
        rules(|r| {
            r.bands = edges.iter().map(|e| Band { from: decimal(e), kind: BandKind::Linear }).collect();
        })
    };
    for edges in [&["0"][..], &["0.00", "60"], &["0", "70", "90.000", "100"], &["0", "0.01"]] {
        assert_eq!(with(edges), Ok(2), "{edges:?}");
    }
    for edges in [
        &[][..],
        &["1"],
        &["0", "90", "70"],
        &["0", "70", "70"],
        &["0", "100.01"],
        &["0", "89.995"],
        &["-1", "0"],
    ] {
        assert_eq!(with(edges), Err(Refusal::BandGap), "{edges:?}");
    }
}

#[test]
fn terms_are_possible() {
    for (min_days, objection_days, expected) in [
        (1, 5, Ok(2)),
        (23, 66, Ok(2)),
        (0, 5, Err(Refusal::DaysOutOfRange { days: 0, max: 23 })),
        (24, 5, Err(Refusal::DaysOutOfRange { days: 24, max: 23 })),
        (1, 0, Err(Refusal::DaysOutOfRange { days: 0, max: 66 })),
        (1, u32::MAX, Err(Refusal::DaysOutOfRange { days: u32::MAX, max: 66 })),
    ] {
        let found = rules(|r| (r.min_days, r.objection_days) = (min_days, objection_days));
        assert_eq!(found, expected, "{min_days} {objection_days}");
    }
}

#[test]
fn a_final_quarter_keeps_its_versions() {
    let last = quarter("2026Q3");
    for (from, expected) in [("2026Q3", Err(Refusal::QuarterFinal { quarter: last })), ("2026Q4", Ok(2))] {
        assert_eq!(rules(|r| r.from = quarter(from)), expected.clone());
        assert_eq!(rubric(|r| r.from = quarter(from)), expected);
    }
}

fn rubric(change: impl FnOnce(&mut Rubric)) -> Result<u32, Refusal> {
    let mut rubric = Rubric { from: quarter("2026Q4"), ..Rubric::default_version() };
    change(&mut rubric);
    let known = [Rubric::default_version()];
    issue_rubric(&known, Some(quarter("2026Q3")), rubric).map(|events| match &events[..] {
        [Event::RubricIssued(issued)] => issued.rubric.version,
        other => panic!("{other:?}"),
    })
}

#[test]
fn a_rubric_sums_to_a_hundred_under_different_codes() {
    assert_eq!(rubric(|_| {}), Ok(2));
    assert_eq!(rubric(|r| r.items[1].code = r.items[0].code.clone()), Err(Refusal::RubricCodes));
    assert_eq!(rubric(|r| r.items[1].code = " ".to_owned()), Err(Refusal::RubricCodes));
    let sum = decimal("99.5");
    assert_eq!(rubric(|r| r.items[0].max = decimal("9.5")), Err(Refusal::RubricSum { sum }));
    assert_eq!(
        rubric(|r| (r.items[0].max, r.items[1].max) = (decimal("9.5"), decimal("15.5"))),
        Ok(2),
        "halves"
    );
    assert_eq!(rubric(|r| r.items.retain(|i| i.veto)), Err(Refusal::RubricSum { sum: decimal("0") }));
    assert_eq!(rubric(|r| r.items.clear()), Ok(2), "totals only");
    let neither = |r: &mut Rubric| {
        r.items.clear();
        r.total_allowed = false;
    };
    assert_eq!(rubric(neither), Err(Refusal::RubricEmpty));
}

#[test]
fn a_maximum_is_a_possible_number_of_points() {
    let outside = || Err(Refusal::PointsOutOfRange { item: "SJ".into(), max: Decimal::ONE_HUNDRED });
    for bad in [decimal("-10"), decimal("100.01"), Decimal::MAX, Decimal::MIN] {
        assert_eq!(rubric(|r| r.items[0].max = bad), outside(), "{bad}");
    }
    let fine = |a: &str, b: &str| rubric(|r| (r.items[0].max, r.items[1].max) = (decimal(a), decimal(b)));
    assert_eq!(fine("9.99995", "15.00005"), Err(Refusal::PointsTooFine { item: "SJ".into() }));
    assert_eq!(fine("9.9999", "15.0001"), Ok(2));
}

#[test]
fn a_month_is_the_sum_of_its_items_held_within_0_and_100() {
    let rubric = Rubric::default_version();
    let total = |points: &[(&str, &str)]| {
        rubric.total(&points.iter().map(|(c, p)| ((*c).to_owned(), decimal(p))).collect::<Vec<_>>())
    };
    assert_eq!(total(&[]), Score::ZERO);
    assert_eq!(total(&[("SJ", "9.5"), ("XQ", "14.25")]), score("23.75"));
    assert_eq!(total(&[("SJ", "90"), ("XQ", "15")]), Score::FULL);
    assert_eq!(total(&[("SJ", "10"), ("YPFJ", "0")]), score("10"), "no veto");
    assert_eq!(total(&[("SJ", "10"), ("YPFJ", "1")]), Score::ZERO);
    assert_eq!(total(&[("SJ", "10"), ("YPFJ", "-1")]), Score::ZERO);
    let huge = Decimal::MAX.to_string();
    assert_eq!(total(&[("SJ", &huge), ("XQ", &huge)]), Score::FULL);
}

#[test]
fn the_defaults_may_be_issued_and_hold_from_2000() {
    let rubric = Rubric::default_version();
    assert!(issue_rubric(&[], None, rubric).is_ok());
    assert!(issue_rule_set(&[], None, RuleSet::default_version()).is_ok());
}

#[test]
fn the_latest_start_holds_and_of_two_the_later_version() {
    let version =
        |version, from: &str| RuleSet { version, from: quarter(from), ..RuleSet::default_version() };
    let known = [version(3, "2026Q3"), version(1, "2000Q1"), version(2, "2026Q3"), version(4, "2026Q1")];
    let held = |at: &str| in_force(&known, |r| (r.from, r.version), quarter(at)).map(|r| r.version);
    for (at, expected) in
        [("2000Q1", 1), ("2025Q4", 1), ("2026Q1", 4), ("2026Q2", 4), ("2026Q3", 3), ("2199Q4", 3)]
    {
        assert_eq!(held(at), Some(expected), "{at}");
    }
    assert_eq!(in_force(&known[..1], |r| (r.from, r.version), quarter("2026Q2")), None);
}
