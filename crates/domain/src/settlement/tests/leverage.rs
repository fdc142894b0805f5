//! 差距分析: the value of a point is what the settlement itself says when the unit has that point.

use super::build::{even, exempt, facts, money, province, settled, uniform, unit_of};
use crate::organisation::{Group, Party};
use crate::refusal::Refusal;
use crate::settlement::{PointValue, Shifted, point_values, settle};

fn values(facts: &crate::settlement::QuarterFacts) -> Vec<PointValue> {
    point_values(&settle(facts), &facts.rule_set, Party::Client).unwrap()
}

fn shown(shifted: &Option<Shifted>) -> Option<(String, String, String, String)> {
    shifted.as_ref().map(|s| {
        (
            s.overall.to_string(),
            s.coefficient.to_string(),
            s.payable.unwrap().to_string(),
            s.difference.unwrap().to_string(),
        )
    })
}

#[test]
fn a_point_is_worth_what_the_settlement_says_with_it() {
    let base = uniform("80");
    let now = settled(&base);
    for (at, value) in values(&base).into_iter().enumerate() {
        for (points, shifted) in [("81", value.plus_one), ("79", value.minus_one)] {
            let mut moved = base.clone();
            let place = moved.units.iter_mut().find(|u| u.code == value.unit).unwrap();
            *place = even(value.unit.as_str(), place.group, points);
            let then = settled(&moved);
            let (overall, coefficient, payable) = money(&then);
            let difference = then.fee_payable.unwrap().gross - now.fee_payable.unwrap().gross;
            assert_eq!(
                shown(&shifted),
                Some((overall, coefficient, payable, difference.to_string())),
                "unit {at} at {points}"
            );
        }
    }
}

#[test]
fn over_the_edge_a_point_is_worth_the_whole_fee_or_nothing() {
    // 69.95 overall: a provincial point (0.10) reaches 70, a city's (0.0364) does not.
    let units = province(["69.95", "69.95"], 22, "69.95");
    let values = values(&facts(units));
    let of = |code: &str| values.iter().find(|v| v.unit.as_str() == code).unwrap().plus_one.clone();
    assert_eq!(
        shown(&of("ZQ")),
        Some(("70.05".into(), "0.7005".into(), "840600.00".into(), "840600.00".into()))
    );
    assert_eq!(shown(&of("C01")), Some(("69.99".into(), "0.0000".into(), "0.00".into(), "0.00".into())));
}

#[test]
fn scores_stay_from_0_to_100_and_exempt_units_have_no_points() {
    let mut units = province(["100", "99.5"], 3, "0.5");
    units.push(exempt("C99", Group::City));
    let values = values(&facts(units));
    let of = |code: &str| values.iter().find(|v| v.unit.as_str() == code);
    assert_eq!(of("ZQ").map(|v| (v.plus_one.is_some(), v.minus_one.is_some())), Some((false, true)));
    assert_eq!(of("ZK").map(|v| (v.plus_one.is_some(), v.minus_one.is_some())), Some((false, true)));
    assert_eq!(of("C01").map(|v| (v.plus_one.is_some(), v.minus_one.is_some())), Some((true, false)));
    assert_eq!(of("C99"), None);
}

#[test]
fn the_client_is_told_once_every_month_is_closed() {
    let mut facts = uniform("80");
    facts.units[3] = unit_of("C02", Group::City, [&["80"], &["80"], &["80"]]);
    facts.units[3].months[1].closed = false;
    let settlement = settle(&facts);
    let told = |viewer| point_values(&settlement, &facts.rule_set, viewer);
    assert!(
        matches!(told(Party::Client), Err(Refusal::PointValuesTooEarly { unit, .. }) if unit.as_str() == "C02")
    );
    assert_eq!(told(Party::Provider).map(|values| values.len()), Ok(24));
}

#[test]
fn without_an_overall_score_there_is_nothing_to_tell() {
    let mut facts = uniform("80");
    facts.units.retain(|u| u.group == Group::City);
    assert_eq!(values(&facts), []);
}
