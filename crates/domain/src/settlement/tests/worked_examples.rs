//! Worked examples 1 to 13 of settlement-rules.md, each under its number.

use super::build::{even, exempt, facts, money, province, settled, uniform, unit_of};
use crate::assessment::{ExemptFacts, declare_exempt};
use crate::kernel::TaxSplit;
use crate::organisation::Group;
use crate::refusal::Refusal;
use crate::sample::{day, digest, quarter, staff, term, unit, yuan};
use crate::settlement::{FinalQuarter, Payment, Settlement, Warning, unit_result};

#[test]
fn example_1_and_2_months_and_quarter_of_a_unit() {
    let unit = unit_of("ZQ", Group::Provincial, [&["90", "85"], &["92"], &["90.5"]]);
    let (result, open) = unit_result(&unit, &facts(Vec::new()).rule_set);
    assert_eq!(open, []);
    let months: Vec<String> = result.months.iter().map(|m| m.score.as_ref().unwrap().to_string()).collect();
    assert_eq!(months, ["87.5", "92", "90.5"]);
    assert_eq!(result.months[0].headcount, 2);
    assert_eq!(result.score.unwrap().to_string(), "90");
}

#[test]
fn example_3_the_whole_province() {
    let result = settled(&facts(province(["95", "85"], 22, "88")));
    assert_eq!(result.groups[0].score.as_ref().unwrap().to_string(), "90");
    assert_eq!(result.groups[1].score.as_ref().unwrap().to_string(), "88");
    assert_eq!((result.groups[0].counted, result.groups[1].counted), (2, 22));
    assert_eq!(money(&result), ("88.40".into(), "0.8840".into(), "1060800.00".into()));
    let TaxSplit { gross, net, tax } = result.amount_due.unwrap();
    assert_eq!([gross, net, tax].map(|y| y.grouped()), ["1,060,800.00", "1,000,754.72", "60,045.28"]);
}

#[test]
fn examples_4_to_7_edges_of_the_bands() {
    for (name, exact, overall, coefficient, fee) in [
        ("4", "89.995", "90.00", "1.0000", "1200000.00"),
        ("5", "89.9949", "89.99", "0.8999", "1079880.00"),
        ("6", "70", "70.00", "0.7000", "840000.00"),
        ("7", "69.99", "69.99", "0.0000", "0.00"),
        ("rounding over the lower edge", "69.995", "70.00", "0.7000", "840000.00"),
        ("rounding below the lower edge", "69.994", "69.99", "0.0000", "0.00"),
        ("nothing", "0", "0.00", "0.0000", "0.00"),
        ("everything", "100", "100.00", "1.0000", "1200000.00"),
    ] {
        let result = settled(&uniform(exact));
        assert_eq!(result.overall_exact.as_ref().unwrap().to_string(), exact, "example {name}");
        assert_eq!(money(&result), (overall.into(), coefficient.into(), fee.into()), "example {name}");
    }
}

fn after(history: &[(&str, &str)], points: &str) -> Settlement {
    let mut facts = uniform(points);
    let contract = facts.contract.as_ref().map(|c| c.no.clone());
    facts.history = history
        .iter()
        .map(|(q, overall)| FinalQuarter {
            quarter: quarter(q),
            overall: overall.parse().unwrap(),
            contract: contract.clone(),
        })
        .collect();
    settled(&facts)
}

#[test]
fn example_7_two_low_quarters_running() {
    let first = after(&[], "69.99");
    assert_eq!((first.consecutive_below, first.termination_right), (1, false));
    let second = after(&[("2026Q2", "69.99")], "69.50");
    assert_eq!(money(&second).2, "0.00");
    assert_eq!((second.consecutive_below, second.termination_right), (2, true));
    assert!(second.warnings.contains(&Warning::TerminationRight { previous: quarter("2026Q2") }));
}

#[test]
fn example_8_a_good_quarter_between_two_low_ones() {
    let result = after(&[("2026Q1", "69.99"), ("2026Q2", "75.00")], "69");
    assert_eq!((result.consecutive_below, result.termination_right), (1, false));
}

#[test]
fn example_9_one_city_unit_exempt() {
    let mut units = province(["90", "90"], 21, "80");
    units.push(exempt("C22", Group::City));
    let result = settled(&facts(units));
    assert_eq!((result.groups[1].counted, result.groups[1].exempt), (21, 1));
    assert_eq!(money(&result).0, "82.00");
    assert!(result.warnings.contains(&Warning::UnitExempt { unit: unit("C22") }));
}

#[test]
fn example_10_rounding_to_the_fen() {
    let mut facts = uniform("83.33");
    facts.contract = Some(term("2026Q3", "999999.99"));
    assert_eq!(money(&settled(&facts)), ("83.33".into(), "0.8333".into(), "833299.99".into()));
}

#[test]
fn example_11_an_exact_tie_made_of_thirds() {
    let months: [&[&str]; 3] = [&["90.985", "90", "90"], &["88.985", "91", "91"], &["87.985", "90", "90"]];
    let groups = [Group::Provincial; 2].into_iter().chain([Group::City; 22]);
    let units = groups.enumerate().map(|(i, group)| unit_of(&format!("U{i:02}"), group, months)).collect();
    let result = settled(&facts(units));
    let shown: Vec<String> =
        result.groups[0].units[0].months.iter().map(|m| m.score.as_ref().unwrap().to_fixed(6)).collect();
    assert_eq!(shown, ["90.328333", "90.328333", "89.328333"]);
    assert_eq!(result.overall_exact.as_ref().unwrap().to_string(), "89.995");
    assert_eq!(money(&result), ("90.00".into(), "1.0000".into(), "1200000.00".into()));
}

#[test]
fn example_12_a_revision_below_what_was_paid() {
    let mut facts = uniform("80");
    facts.contract = Some(term("2026Q3", "1250000"));
    let first = settled(&facts);
    assert_eq!(first.amount_due.unwrap().gross, yuan("1000000"));
    facts.units = province(["72", "72"], 22, "72");
    facts.payments = vec![Payment { voucher: "PZ-1".into(), amount: yuan("1000000"), on: day("2026-10-20") }];
    let second = settled(&facts);
    let (before, now) = (first.fee_payable.unwrap().gross, second.fee_payable.unwrap().gross);
    assert_eq!(now.to_string(), "900000.00");
    assert_eq!((now - before).to_string(), "-100000.00");
    let due = second.amount_due.unwrap();
    assert_eq!(due.gross.to_string(), "-100000.00");
    assert_eq!(due.net + due.tax, due.gross);
    assert!(second.adjustments.is_empty(), "the difference is shown, never added in");
}

#[test]
fn example_13_a_unit_with_an_engineer_on_duty_is_not_left_out() {
    let (code, q, paper) = (unit("C22"), quarter("2026Q3"), Some(digest("paper")));
    let unit_facts = |on_duty| ExemptFacts { on_duty, known: None, quarter_final: false, two_person: true };
    let refused = declare_exempt(&unit_facts(Some(staff("E1"))), &code, q, "得分低", paper);
    assert_eq!(refused, Err(Refusal::EngineerOnDuty { unit: code.clone(), staff_no: staff("E1") }));
    assert!(declare_exempt(&unit_facts(None), &code, q, "无在岗人员", paper).is_ok());

    // Nor is one whose engineer was entered after the declaration: the unit counts, with its low score.
    let mut units = province(["90", "90"], 21, "80");
    let mut late = even("C22", Group::City, "36");
    late.exempt = exempt("C22", Group::City).exempt;
    units.push(late);
    let result = settled(&facts(units));
    assert_eq!((result.groups[1].counted, result.groups[1].exempt), (22, 0));
    assert_eq!(money(&result).0, "80.40");
}
