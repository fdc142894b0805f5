//! What must hold of every quarter.

use super::build::{facts, month_of, settled, uniform, unit_of};
use crate::kernel::{Exact, Score};
use crate::organisation::Group;
use crate::rulebook::RuleSet;
use crate::settlement::{QuarterFacts, Settlement, fee, settle};
use proptest::prelude::*;
use rust_decimal::Decimal;

/// Scores of one unit's quarter in ten-thousandths, one to four heads a month.
fn unit_scores() -> impl Strategy<Value = [Vec<i64>; 3]> {
    proptest::array::uniform3(proptest::collection::vec(0_i64..=1_000_000, 1..=4))
}

/// Quarters of one or two provincial and one to eight city units.
fn quarters() -> impl Strategy<Value = QuarterFacts> {
    let provincial = proptest::collection::vec(unit_scores(), 1..=2);
    let city = proptest::collection::vec(unit_scores(), 1..=8);
    (provincial, city).prop_map(|(provincial, city)| {
        let of = |kind: Group, scores: Vec<[Vec<i64>; 3]>| {
            scores.into_iter().enumerate().map(move |(n, months)| {
                let code = format!("{kind:?}{n}");
                let mut unit = unit_of(&code, kind, [&[], &[], &[]]);
                for (index, scores) in months.iter().enumerate() {
                    let texts: Vec<String> = scores.iter().map(|s| Decimal::new(*s, 4).to_string()).collect();
                    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
                    unit.months[index] = month_of(&code, index, &texts);
                }
                unit
            })
        };
        facts(of(Group::Provincial, provincial).chain(of(Group::City, city)).collect())
    })
}

fn scale(facts: &mut QuarterFacts, by: impl Fn(Decimal) -> Decimal) {
    let months = facts.units.iter_mut().flat_map(|u| &mut u.months);
    for person in months.flat_map(|m| &mut m.people) {
        person.score = person.score.map(|s| Score::from_decimal(by(s.decimal())).unwrap());
    }
}

fn fee_of(settlement: &Settlement) -> crate::kernel::Yuan {
    settlement.fee_payable.unwrap().gross
}

proptest! {
    #[test]
    fn raising_a_score_never_lowers_the_fee(
        before in quarters(), place in any::<prop::sample::Index>(), raise in 0_i64..=1_000_000,
    ) {
        let mut after = before.clone();
        let mut people: Vec<_> =
            after.units.iter_mut().flat_map(|u| &mut u.months).flat_map(|m| &mut m.people).collect();
        let person = place.get_mut(&mut people);
        let raised = person.score.unwrap().decimal() + Decimal::new(raise, 4);
        person.score = Some(Score::from_decimal(raised.min(Decimal::ONE_HUNDRED)).unwrap());
        let (before, after) = (settled(&before), settled(&after));
        prop_assert!(after.overall_exact >= before.overall_exact);
        prop_assert!(fee_of(&after) >= fee_of(&before));
    }

    #[test]
    fn a_better_overall_score_never_pays_less(a in 0_i64..=10_000, b in 0_i64..=10_000) {
        let rules = RuleSet::default_version();
        let coefficient = |hundredths| fee::coefficient(&rules, Decimal::new(hundredths, 2));
        prop_assert!(coefficient(a.max(b)) >= coefficient(a.min(b)));
    }

    #[test]
    fn the_order_of_the_input_does_not_matter(ordered in quarters(), seed in any::<u64>()) {
        let mut shuffled = ordered.clone();
        // Rotations and reversals by the seed reach every list at every level.
        let turn = |len: usize, salt: u64| if len == 0 { 0 } else { (seed.rotate_left(salt as u32) as usize) % len };
        let by = turn(shuffled.units.len(), 7);
        shuffled.units.rotate_left(by);
        if seed & 1 == 1 {
            shuffled.units.reverse();
        }
        for (n, unit) in shuffled.units.iter_mut().enumerate() {
            unit.confirmations.reverse();
            for month in &mut unit.months {
                let by = turn(month.people.len(), n as u64);
                month.people.rotate_left(by);
                if seed & 2 == 2 {
                    month.people.reverse();
                }
            }
        }
        prop_assert_eq!(settle(&shuffled), settle(&ordered));
        // Gaps are named in one order too.
        shuffled.units.iter_mut().for_each(|u| u.months.iter_mut().for_each(|m| m.closed = false));
        let mut open = ordered;
        open.units.iter_mut().for_each(|u| u.months.iter_mut().for_each(|m| m.closed = false));
        prop_assert_eq!(settle(&shuffled).blockers, settle(&open).blockers);
    }

    #[test]
    fn half_the_points_are_half_the_score_exactly(mut whole in quarters()) {
        scale(&mut whole, |s| s.trunc());
        let mut half = whole.clone();
        scale(&mut half, |s| s / Decimal::TWO);
        let overall = |facts: &QuarterFacts| settled(facts).overall_exact.unwrap();
        prop_assert_eq!(overall(&half).clone() + overall(&half), overall(&whole));
    }

    #[test]
    fn the_overall_score_lies_between_the_lowest_and_the_highest(facts in quarters()) {
        let scores: Vec<Exact> = facts
            .units
            .iter()
            .flat_map(|u| &u.months)
            .flat_map(|m| &m.people)
            .filter_map(|p| p.score)
            .map(Score::exact)
            .collect();
        let overall = settled(&facts).overall_exact.unwrap();
        prop_assert!(scores.iter().min().unwrap() <= &overall && &overall <= scores.iter().max().unwrap());
    }

    #[test]
    fn a_settlement_reads_back_as_it_was(facts in quarters()) {
        let settlement = settle(&facts);
        let text = serde_json::to_string(&settlement).unwrap();
        let back: Settlement = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(serde_json::to_string(&back).unwrap(), text);
        prop_assert_eq!(back, settlement);
    }

    #[test]
    fn any_scores_weights_and_bases_settle_without_panic(
        mut facts in quarters(), share in 0_i64..=1_000_000_000_000_000_000, fen in 0_i64..=99_999_999_999_999,
    ) {
        facts.rule_set.weights.provincial = Decimal::new(share, 18);
        facts.rule_set.weights.city = Decimal::ONE - Decimal::new(share, 18);
        facts.contract.as_mut().unwrap().amount = crate::kernel::Yuan::rounded(Decimal::new(fen, 2));
        let result = settled(&facts);
        prop_assert!(fee_of(&result) <= facts.contract.unwrap().amount);
        prop_assert!(!fee_of(&result).is_negative());
    }
}

#[test]
fn every_tie_at_the_third_decimal_goes_up() {
    for thousandths in (5..100_000_i64).step_by(1_010).chain([69_995, 89_995, 99_995]) {
        let tie = Decimal::new(thousandths - thousandths % 10 + 5, 3);
        if tie > Decimal::ONE_HUNDRED {
            continue;
        }
        let above = settled(&uniform(&tie.to_string())).overall.unwrap();
        let below = settled(&uniform(&(tie - Decimal::new(1, 4)).to_string())).overall.unwrap();
        assert_eq!(above, tie + Decimal::new(5, 3), "{tie}");
        assert_eq!(below, tie - Decimal::new(5, 3), "just under {tie}");
    }
}
