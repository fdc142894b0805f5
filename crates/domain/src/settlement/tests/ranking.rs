//! Who stands where.

use super::build::{even, exempt, facts, settled, unit_of};
use crate::organisation::Group;
use crate::settlement::{QuarterFacts, ranking, ranking_figures, settle};
use proptest::prelude::*;

/// Code, rank, rank within the group.
fn ranks(facts: &QuarterFacts) -> Vec<(String, Option<usize>, Option<usize>)> {
    let settlement = settle(facts);
    let ranked = ranking(&settlement);
    ranked.into_iter().map(|r| (r.unit.code.to_string(), r.rank, r.rank_in_group)).collect()
}

fn expected(list: &[(&str, usize, usize)]) -> Vec<(String, Option<usize>, Option<usize>)> {
    let some = |n: usize| (n > 0).then_some(n);
    list.iter().map(|(code, all, group)| ((*code).to_owned(), some(*all), some(*group))).collect()
}

#[test]
fn units_stand_by_score_over_all_and_within_their_group() {
    let (provincial, city) = (Group::Provincial, Group::City);
    for (name, units, list) in [
        (
            "all different",
            vec![even("ZQ", provincial, "80"), even("ZK", provincial, "95"), even("A", city, "90")],
            vec![("ZK", 1, 1), ("A", 2, 1), ("ZQ", 3, 2)],
        ),
        (
            "a tie shares its rank and the next is left out",
            vec![
                even("ZQ", provincial, "90"),
                even("A", city, "90"),
                even("B", city, "95"),
                even("C", city, "90"),
                even("D", city, "60"),
            ],
            vec![("B", 1, 1), ("ZQ", 2, 1), ("A", 2, 2), ("C", 2, 2), ("D", 5, 4)],
        ),
        (
            "those not assessed stand last and have no rank",
            vec![exempt("ZQ", provincial), even("A", city, "0"), exempt("B", city), even("C", city, "100")],
            vec![("C", 1, 1), ("A", 2, 2), ("ZQ", 0, 0), ("B", 0, 0)],
        ),
        (
            "what rounding would hide decides: 270.01 and 270 thirds",
            vec![
                unit_of("A", city, [&["90"], &["90"], &["90"]]),
                unit_of("B", city, [&["90"], &["90"], &["90.0001"]]),
            ],
            vec![("B", 1, 1), ("A", 2, 2)],
        ),
    ] {
        assert_eq!(ranks(&facts(units)), expected(&list), "{name}");
    }
}

#[test]
fn a_unit_without_a_score_stands_behind_those_that_have_one() {
    let mut units = vec![even("A", Group::City, "50"), even("B", Group::City, "90")];
    units[1].months[1].people[0].score = None;
    assert_eq!(ranks(&facts(units)), expected(&[("A", 1, 1), ("B", 0, 0)]));
}

#[test]
fn the_figures_name_no_money_and_nobody() {
    let settlement = settled(&facts(super::build::province(["91", "92"], 22, "88.4")));
    let figures = ranking_figures(&settlement, 1);
    for word in ["fee", "oefficient", "amount", "1200000", "people", "staff", "C01-0"] {
        assert!(!figures.contains(word), "{word} in {figures}");
    }
    assert!(figures.contains("\"ZQ\"") && figures.contains("88.4"), "{figures}");
    assert_ne!(figures, ranking_figures(&settlement, 2));
}

proptest! {
    #[test]
    fn ranks_count_the_better_ones(scores in prop::collection::vec((0_u32..20, any::<bool>()), 1..24)) {
        let unit = |(at, (points, city)): (usize, &(u32, bool))| {
            let group = if *city { Group::City } else { Group::Provincial };
            even(&format!("U{at:02}"), group, &(points * 5).to_string())
        };
        let settlement = settle(&facts(scores.iter().enumerate().map(unit).collect()));
        let ranked = ranking(&settlement);
        prop_assert_eq!(ranked.len(), scores.len());
        for pair in ranked.windows(2) {
            prop_assert!(pair[0].rank <= pair[1].rank);
            let tied = pair[0].unit.score == pair[1].unit.score;
            prop_assert_eq!(tied, pair[0].rank == pair[1].rank);
        }
        for one in &ranked {
            let better = |all: bool| ranked.iter().filter(|r| {
                (all || r.unit.group == one.unit.group) && r.unit.score > one.unit.score
            }).count();
            prop_assert_eq!((one.rank, one.rank_in_group), (Some(1 + better(true)), Some(1 + better(false))));
        }
    }
}
