//! What keeps a quarter open, one gap at a time, and the same quarter without it.

use super::build::{
    QUARTER, even, exempt, facts, money, month_of, province, scored, settled, uniform, unscored,
};
use crate::kernel::{Month, Score};
use crate::organisation::{Group, Party};
use crate::sample::{day, decimal, month, quarter, staff, term, unit, yuan};
use crate::settlement::{
    Adjustment, Blocker, ExemptionFact, Payment, QuarterFacts, Settlement, UnitFacts, Warning, settle,
    unit_result,
};

/// The quarter of 24 units at 80 with its last city unit changed.
fn with_last(change: impl FnOnce(&mut UnitFacts)) -> QuarterFacts {
    let mut facts = uniform("80");
    change(facts.units.last_mut().unwrap());
    facts
}

fn july() -> Month {
    quarter(QUARTER).months()[0]
}

#[test]
fn each_gap_is_named_and_only_some_take_the_number_away() {
    let c22 = unit("C22");
    let cases: Vec<(&str, QuarterFacts, Vec<Blocker>, bool)> = vec![
        (
            "an engineer without a score",
            with_last(|u| u.months[0].people.push(unscored("E9"))),
            vec![Blocker::PersonNotScored { unit: c22.clone(), month: july(), staff_no: staff("E9") }],
            false,
        ),
        (
            "a month without engineers and without a declaration",
            with_last(|u| {
                u.months[0] = month_of("C22", 0, &[]);
                u.months[0].no_engineer = false;
            }),
            vec![Blocker::NoEngineerUndeclared { unit: c22.clone(), month: july() }],
            false,
        ),
        (
            "a declared month that is not closed",
            with_last(|u| {
                u.months[0] = month_of("C22", 0, &[]);
                u.months[0].closed = false;
            }),
            vec![Blocker::MonthNotClosed { unit: c22.clone(), month: july() }],
            true,
        ),
        (
            "a quarter without any engineer",
            with_last(|u| u.months = (0..3).map(|i| month_of("C22", i, &[])).collect()),
            vec![Blocker::UnitWithoutScores { unit: c22.clone() }],
            false,
        ),
        (
            "an exemption nobody else agreed to",
            with_last(|u| {
                u.months = (0..3).map(|i| month_of("C22", i, &[])).collect();
                u.exempt = Some(ExemptionFact { reason: "无人".into(), approved: false });
            }),
            vec![Blocker::ExemptionNotApproved { unit: c22.clone() }],
            true,
        ),
        (
            "an objection to an exemption",
            with_last(|u| {
                *u = exempt("C22", Group::City);
                u.objection_open = true;
            }),
            vec![Blocker::ObjectionOpen { unit: c22.clone() }],
            true,
        ),
        (
            "a party that has not confirmed",
            with_last(|u| u.confirmations.retain(|c| c.party == Party::Client)),
            vec![Blocker::UnitNotConfirmed { unit: c22.clone(), party: Party::Provider }],
            true,
        ),
        (
            "an open objection",
            with_last(|u| u.objection_open = true),
            vec![Blocker::ObjectionOpen { unit: c22.clone() }],
            true,
        ),
        (
            "a value put in for trial",
            with_last(|u| u.what_if = Some(Score::FULL)),
            vec![Blocker::WhatIf { unit: c22.clone() }],
            true,
        ),
        (
            "no contract",
            QuarterFacts { contract: None, ..uniform("80") },
            vec![Blocker::FeeBaseMissing],
            true,
        ),
        (
            "a quarter that is not over",
            QuarterFacts { this_month: month("2026-09"), ..uniform("80") },
            vec![Blocker::QuarterNotOver { month: month("2026-09") }],
            true,
        ),
        (
            "a group without units",
            facts(vec![even("ZQ", Group::Provincial, "80")]),
            vec![Blocker::GroupEmpty { group: Group::City }],
            false,
        ),
        (
            "every unit exempt",
            facts(vec![exempt("ZQ", Group::Provincial), exempt("C01", Group::City)]),
            vec![Blocker::NothingToAssess],
            false,
        ),
    ];
    for (name, facts, blockers, number) in cases {
        let result = settle(&facts);
        assert_eq!(result.blockers, blockers, "{name}");
        assert_eq!(result.overall.is_some(), number, "{name}");
        assert_eq!(result.fee_payable.is_some(), number && facts.contract.is_some(), "{name}");
        let of_unit = result.blockers.iter().all(|b| b.unit().is_none_or(|u| *u == c22));
        assert!(of_unit, "{name}");
    }
    settled(&uniform("80"));
}

#[test]
fn a_month_without_engineers_leaves_the_mean() {
    let mut facts = facts(province(["80", "80"], 1, "80"));
    facts.units[2].months[0] = month_of("C01", 0, &[]);
    facts.units[2].months[1] = month_of("C01", 1, &["90", "70.5"]);
    let result = settled(&facts);
    let city = &result.groups[1].units[0];
    assert_eq!(city.months[0].score, None);
    assert_eq!(city.score.as_ref().unwrap().to_string(), "80.125");
}

#[test]
fn a_person_declared_away_leaves_the_head_count() {
    let mut facts = uniform("80");
    let mut away = unscored("E9");
    away.not_assessed = true;
    facts.units[5].months[1].people.push(away.clone());
    let result = settled(&facts);
    assert_eq!(money(&result).0, "80.00");
    // A month in which everybody is away needs no other declaration and leaves the mean.
    facts.units[5].months[1].people = vec![away];
    let result = settled(&facts);
    let unit = result.groups[1].units.iter().find(|u| u.code == facts.units[5].code).unwrap();
    assert_eq!((unit.months[1].headcount, unit.months[1].score.clone()), (0, None));
    assert_eq!(unit.score.as_ref().unwrap().to_string(), "80");
}

#[test]
fn who_was_there_for_less_than_min_days_is_not_assessed() {
    let mut facts = uniform("80");
    let mut short = scored("E9", "0");
    short.due = false;
    facts.units[5].months[1].people.push(short.clone());
    assert_eq!(money(&settled(&facts)).0, "80.00", "a score that is not due does not count");
    short.due = true;
    *facts.units[5].months[1].people.last_mut().unwrap() = short;
    assert!(settled(&facts).overall.unwrap() < decimal("80"));
    // Alone below min_days: the month has nobody to assess and wants the declaration.
    let mut alone = unscored("E9");
    alone.due = false;
    facts.units[5].months[1].people = vec![alone];
    let blocker =
        Blocker::NoEngineerUndeclared { unit: facts.units[5].code.clone(), month: month("2026-08") };
    assert_eq!(settle(&facts).blockers, [blocker]);
    facts.units[5].months[1].no_engineer = true;
    settled(&facts);
}

#[test]
fn an_engineer_who_moved_is_assessed_by_each_unit() {
    let mut facts = uniform("80");
    facts.units[4].months[0].people.push(scored("E9", "100"));
    facts.units[5].months[0].people.push(scored("E9", "60"));
    let result = settled(&facts);
    let monthly = |code: &str| {
        let unit = result.groups[1].units.iter().find(|u| u.code.as_str() == code).unwrap();
        (unit.months[0].headcount, unit.months[0].score.as_ref().unwrap().to_string())
    };
    assert_eq!(monthly("C03"), (2, "90".to_owned()));
    assert_eq!(monthly("C04"), (2, "70".to_owned()));
}

#[test]
fn probation_counts_or_not_as_the_rule_set_says() {
    let mut facts = uniform("80");
    let headcount = |result: &Settlement| {
        let unit = result.groups[0].units.iter().find(|u| u.code.as_str() == "ZQ").unwrap();
        unit.months[0].headcount
    };
    let mut novice = scored("E9", "20");
    novice.probation = true;
    facts.units[0].months[0].people.push(novice.clone());
    let counted = settled(&facts);
    assert_eq!(headcount(&counted), 2);
    assert!(counted.probation_counts && !counted.warnings.contains(&Warning::ProbationLeftOut));

    facts.rule_set.probation_counts = false;
    let left_out = settled(&facts);
    assert_eq!(headcount(&left_out), 1);
    assert_eq!(money(&left_out).0, "80.00");
    assert!(left_out.warnings.contains(&Warning::ProbationLeftOut));
    // Left out of the mean or not, the score must be there.
    let person = facts.units[0].months[0].people.last_mut().unwrap();
    person.score = None;
    assert!(matches!(settle(&facts).blockers[..], [Blocker::PersonNotScored { .. }]));

    // A unit whose only engineer was on probation may be left out: nobody's score would count.
    facts.units[0] = exempt("ZQ", Group::Provincial);
    facts.units[0].months[2].people = vec![novice];
    assert_eq!(settled(&facts).groups[0].exempt, 1);
    facts.rule_set.probation_counts = true;
    assert_eq!(settle(&facts).groups[0].exempt, 0);
}

#[test]
fn a_whole_group_exempt_gives_the_other_all_the_weight() {
    for (gone, left) in [(Group::Provincial, Group::City), (Group::City, Group::Provincial)] {
        let units = vec![exempt("A", gone), even("B", left, "88"), even("C", left, "87")];
        let result = settled(&facts(units));
        assert_eq!(money(&result).0, "87.50", "{gone:?}");
        for group in &result.groups {
            let weight = if group.kind == gone { "0" } else { "1" };
            assert_eq!(group.weight.normalize().to_string(), weight, "{gone:?}");
        }
        assert!(result.warnings.contains(&Warning::GroupExempt { group: gone }));
    }
    // One unit of the group is left: the weights stay.
    let units = vec![
        exempt("ZK", Group::Provincial),
        even("ZQ", Group::Provincial, "90"),
        even("C1", Group::City, "80"),
    ];
    let result = settled(&facts(units));
    assert_eq!(money(&result).0, "82.00");
    assert!(!result.warnings.iter().any(|w| matches!(w, Warning::GroupExempt { .. })));
}

#[test]
fn a_trial_value_replaces_the_score_of_its_unit_only() {
    let mut facts = facts(province(["90", "90"], 2, "80"));
    facts.units[2].months[0].people.push(unscored("E9"));
    assert_eq!(settle(&facts).overall, None);
    facts.units[2].what_if = Some(Score::FULL);
    let result = settle(&facts);
    assert_eq!(money(&result).0, "90.00");
    assert!(result.blockers.contains(&Blocker::WhatIf { unit: unit("C01") }));
}

#[test]
fn carried_lines_payments_and_invoices() {
    let mut facts = uniform("80");
    facts.adjustments = vec![
        Adjustment { from_quarter: quarter("2026Q2"), amount: yuan("-60000.50"), reason: "扣回".into() },
        Adjustment { from_quarter: quarter("2026Q1"), amount: yuan("0.50"), reason: "补付".into() },
    ];
    let pay = |amount: &str| Payment { voucher: amount.into(), amount: yuan(amount), on: day("2026-10-20") };
    facts.payments = vec![pay("500000"), pay("400000.01")];
    facts.invoiced = Some(yuan("900000.00"));
    let result = settled(&facts);
    assert_eq!(result.fee_payable.unwrap().gross.to_string(), "960000.00", "the quarter's own fee alone");
    assert_eq!(result.paid.to_string(), "900000.01");
    assert_eq!(result.amount_due.unwrap().gross.to_string(), "-0.01");
    assert!(!result.warnings.iter().any(|w| matches!(w, Warning::InvoicesDiffer { .. })));
    facts.invoiced = Some(yuan("900000.01"));
    let differ = Warning::InvoicesDiffer { invoiced: yuan("900000.01"), expected: yuan("900000.00") };
    assert!(settled(&facts).warnings.contains(&differ), "a warning, not a blocker");
    facts.payments.push(pay("-0.01"));
    assert_eq!(settled(&facts).amount_due.unwrap().gross.to_string(), "0.00");
}

#[test]
fn a_base_of_nothing_is_a_fee_of_nothing() {
    let mut facts = uniform("95");
    facts.contract = Some(term(QUARTER, "0"));
    assert_eq!(money(&settled(&facts)).2, "0.00");
}

#[test]
fn a_unit_alone_knows_its_own_gaps_only() {
    let mut facts = uniform("80");
    facts.units[0].months[2].closed = false;
    let (result, open) = unit_result(&facts.units[0], &facts.rule_set);
    assert_eq!(result.score.unwrap().to_string(), "80");
    assert_eq!(open, [Blocker::MonthNotClosed { unit: unit("ZQ"), month: month("2026-09") }]);
}
