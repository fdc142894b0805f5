//! Acceptance vectors V1 to V14 of the catalogue, section 21a.

use super::build::{even, facts, money, province, settled, uniform, unit_of};
use crate::kernel::Exact;
use crate::organisation::Group;
use crate::sample::{decimal, quarter, term};
use crate::settlement::{FinalQuarter, Warning, consecutive_below, unit_result};

#[test]
fn v1_v2_v13_units() {
    for (name, months, monthly, quarterly) in [
        ("V1", [&["90", "85"][..], &[], &[]], ["87.5", "", ""], "87.5"),
        ("V2", [&["87.5"][..], &["90"], &["92"]], ["87.5", "90", "92"], "539/6"),
        ("V13", [&["90", "60"][..], &["90"], &["90"]], ["75", "90", "90"], "85"),
    ] {
        let (result, _) = unit_result(&unit_of("CD", Group::City, months), &facts(Vec::new()).rule_set);
        let shown = result.months.iter().map(|m| m.score.as_ref().map_or(String::new(), Exact::to_string));
        assert_eq!(shown.collect::<Vec<_>>(), monthly, "{name}");
        assert_eq!(result.score.unwrap().to_string(), quarterly, "{name}");
    }
    assert_eq!(Exact::parse("539/6").unwrap().to_fixed(6), "89.833333");
}

#[test]
fn v3_v10_weighted_parts() {
    let mut facts = facts(province(["92", "88"], 22, "85"));
    facts.contract = Some(term("2026Q3", "1000000"));
    let result = settled(&facts);
    let parts: Vec<String> = result
        .groups
        .iter()
        .map(|g| (g.score.clone().unwrap() * Exact::from(g.weight)).to_string())
        .collect();
    assert_eq!(parts, ["18", "68"]);
    assert_eq!(money(&result), ("86.00".into(), "0.8600".into(), "860000.00".into()));
}

#[test]
fn v4_to_v7_v11_v12_v14_totals() {
    for (name, provincial, city, base, overall, coefficient, fee) in [
        ("V4", "90", "90", "1000000", "90.00", "1.0000", "1000000.00"),
        ("V5", "89.99", "89.99", "1000000", "89.99", "0.8999", "899900.00"),
        ("V6", "70", "70", "1000000", "70.00", "0.7000", "700000.00"),
        ("V7", "69.99", "69.99", "1000000", "69.99", "0.0000", "0.00"),
        ("V11", "87.5", "87.5", "333333.33", "87.50", "0.8750", "291666.66"),
        ("V12", "100", "87.5", "1000000", "90.00", "1.0000", "1000000.00"),
        ("V14", "89.996", "89.996", "1000000", "90.00", "1.0000", "1000000.00"),
    ] {
        let mut facts = facts(province([provincial, provincial], 22, city));
        facts.contract = Some(term("2026Q3", base));
        let result = settled(&facts);
        assert_eq!(money(&result), (overall.into(), coefficient.into(), fee.into()), "{name}");
        assert_eq!(result.consecutive_below, u32::from(name == "V7"), "{name}");
    }
}

#[test]
fn v8_v9_consecutive_quarters() {
    let contract = facts(Vec::new()).contract.unwrap().no;
    let run = |history: &[(&str, &str)], at: &str, overall: &str| {
        let history: Vec<FinalQuarter> = history
            .iter()
            .map(|(q, s)| FinalQuarter {
                quarter: quarter(q),
                overall: decimal(s),
                contract: Some(contract.clone()),
            })
            .collect();
        consecutive_below(&history, quarter(at), decimal(overall), Some(&contract), decimal("70"))
    };
    assert_eq!(run(&[("2026Q4", "69")], "2027Q1", "69.5"), 2, "V8");
    assert_eq!(run(&[("2026Q1", "69"), ("2026Q2", "70")], "2026Q3", "69"), 1, "V9");
}

#[test]
fn v14_shows_the_score_before_rounding_and_the_near_edge() {
    let warnings = settled(&uniform("89.996")).warnings;
    assert!(
        warnings.contains(&Warning::RoundedOverEdge { edge: decimal("90"), exact: "89.996".to_owned() }),
        "{warnings:?}"
    );
    assert!(
        warnings.contains(&Warning::NearBandEdge { edge: decimal("90"), distance: decimal("0") }),
        "{warnings:?}"
    );
    // Far from every edge there is nothing to say, and 90 itself is not rounded over anything.
    assert_eq!(settled(&uniform("80")).warnings, []);
    let on_the_edge = settled(&uniform("90")).warnings;
    assert!(!on_the_edge.iter().any(|w| matches!(w, Warning::RoundedOverEdge { .. })), "{on_the_edge:?}");
}

#[test]
fn the_margin_of_an_edge_belongs_to_it() {
    for (points, near) in [("72", true), ("72.01", false), ("68", true), ("67.99", false), ("88", true)] {
        let warned =
            settled(&uniform(points)).warnings.iter().any(|w| matches!(w, Warning::NearBandEdge { .. }));
        assert_eq!(warned, near, "{points}");
    }
}

#[test]
fn any_number_of_units_works() {
    for count in [1, 2, 7, 40] {
        let mut units = vec![even("ZQ", Group::Provincial, "90")];
        units.extend((0..count).map(|n| even(&format!("C{n}"), Group::City, "80")));
        assert_eq!(money(&settled(&facts(units))).0, "82.00", "{count} city units");
    }
}
