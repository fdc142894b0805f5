//! The computation a second time, in plain fractions of whole numbers, on 10,000 random quarters. Shares nothing with
//! the crate but the facts it reads.

use super::build::{QUARTER, exempt, facts, month_of, settled, unit_of};
use crate::organisation::Group;
use crate::sample::{score, staff, term};
use crate::settlement::{PersonFacts, QuarterFacts};

/// A fraction in lowest terms; the denominator is positive.
#[derive(Clone, Copy)]
struct Fraction(i128, i128);

fn common_divisor(a: i128, b: i128) -> i128 {
    if b == 0 { a.abs() } else { common_divisor(b, a % b) }
}

impl Fraction {
    fn new(n: i128, d: i128) -> Self {
        let divisor = common_divisor(n, d).max(1);
        Self(n / divisor, d / divisor)
    }

    fn plus(self, other: Self) -> Self {
        let divisor = common_divisor(self.1, other.1);
        Self::new(self.0 * (other.1 / divisor) + other.0 * (self.1 / divisor), self.1 / divisor * other.1)
    }

    fn mean(all: &[Self]) -> Option<Self> {
        let sum = all.iter().fold(Self(0, 1), |a, b| a.plus(*b));
        (!all.is_empty()).then(|| Self::new(sum.0, sum.1 * all.len() as i128))
    }
}

/// `n / d`, both positive, to the nearest whole number, half up.
fn half_up(n: i128, d: i128) -> i128 {
    (2 * n + d).div_euclid(2 * d)
}

/// Ten-thousandths of a point in a decimal text.
fn points(text: &str) -> i128 {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    format!("{whole}{fraction:0<4}").parse().unwrap()
}

fn group_mean(facts: &QuarterFacts, group: Group) -> Option<Fraction> {
    let mut units = Vec::new();
    for unit in facts.units.iter().filter(|u| u.group == group && u.exempt.is_none()) {
        let mut months = Vec::new();
        for month in &unit.months {
            let sum: i128 = month.people.iter().map(|p| points(&p.score.unwrap().to_string())).sum();
            let heads = month.people.len() as i128;
            if heads > 0 {
                months.push(Fraction::new(sum, heads * 10_000));
            }
        }
        units.extend(Fraction::mean(&months));
    }
    Fraction::mean(&units)
}

/// Overall in hundredths of a point, coefficient in ten-thousandths, fee and its net part in fen.
fn again(facts: &QuarterFacts, base_fen: i128) -> (i128, i128, i128, i128) {
    let provincial = group_mean(facts, Group::Provincial);
    let city = group_mean(facts, Group::City);
    let overall = match (provincial, city) {
        (Some(p), Some(c)) => Fraction::new(p.0, p.1 * 5).plus(Fraction::new(c.0 * 4, c.1 * 5)),
        (Some(only), None) | (None, Some(only)) => only,
        (None, None) => panic!("a quarter without units"),
    };
    let hundredths = half_up(overall.0 * 100, overall.1);
    let coefficient = match hundredths {
        9_000.. => 10_000,
        7_000.. => hundredths,
        _ => 0,
    };
    let fee = half_up(base_fen * coefficient, 10_000);
    (hundredths, coefficient, fee, half_up(fee * 100, 106))
}

/// SplitMix64: the same quarters on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % limit
    }

    /// A score in ten-thousandths around `centre`, no further from it than `spread`.
    fn score(&mut self, centre: u64, spread: u64) -> u64 {
        (centre + self.below(2 * spread + 1)).saturating_sub(spread).min(1_000_000)
    }
}

fn random_quarter(random: &mut Random) -> (QuarterFacts, i128) {
    // Half of the quarters lie close to an edge of a band, where a wrong digit costs most.
    let (centre, spread) = match random.below(6) {
        0 => (900_000, 2_000),
        1 => (700_000, 2_000),
        2 => (899_950, 20),
        3 => (850_000, 150_000),
        _ => (500_000, 500_000),
    };
    let count = 1 + random.below(24);
    let provincial = if count == 1 { random.below(2) } else { 1 + random.below(2.min(count - 1)) };
    let mut units = Vec::new();
    for n in 0..count {
        let group = if n < provincial { Group::Provincial } else { Group::City };
        let code = format!("U{n}");
        let mut unit = unit_of(&code, group, [&[], &[], &[]]);
        for month in &mut unit.months {
            for head in 0..random.below(7) {
                let value = random.score(centre, spread);
                month.people.push(PersonFacts {
                    staff_no: staff(&format!("{code}-{head}")),
                    score: Some(score(&format!("{}.{:04}", value / 10_000, value % 10_000))),
                    due: true,
                    not_assessed: false,
                    probation: random.below(10) == 0,
                });
            }
            month.no_engineer = month.people.is_empty();
        }
        if unit.months.iter().all(|m| m.no_engineer) {
            unit = exempt(&code, group);
        }
        units.push(unit);
    }
    // A group without units blocks; one with exempt units only does not.
    for (group, code) in [(Group::Provincial, "X1"), (Group::City, "X2")] {
        if !units.iter().any(|u| u.group == group) {
            units.push(exempt(code, group));
        }
    }
    if units.iter().all(|u| u.exempt.is_some()) {
        let mut unit = unit_of("X3", Group::City, [&[], &[], &[]]);
        unit.months[0] = month_of("X3", 0, &["89.995"]);
        units.push(unit);
    }
    let fen = i128::from(random.below(1_000_000_000_000));
    let mut facts = facts(units);
    facts.contract = Some(term(QUARTER, &format!("{}.{:02}", fen / 100, fen % 100)));
    (facts, fen)
}

fn compare(seeds: std::ops::Range<u64>) {
    for seed in seeds {
        let (facts, base) = random_quarter(&mut Random(seed));
        let (hundredths, coefficient, fee, net) = again(&facts, base);
        let result = settled(&facts);
        let payable = result.fee_payable.unwrap();
        let text = |n: i128, places: u32| {
            let unit = 10_i128.pow(places);
            format!("{}.{:0width$}", n / unit, n % unit, width = places as usize)
        };
        assert_eq!(result.overall.unwrap().to_string(), text(hundredths, 2), "seed {seed}");
        assert_eq!(result.coefficient.unwrap().to_string(), text(coefficient, 4), "seed {seed}");
        assert_eq!(payable.gross.to_string(), text(fee, 2), "seed {seed}");
        assert_eq!(payable.net.to_string(), text(net, 2), "seed {seed}");
        assert_eq!(payable.net + payable.tax, payable.gross, "seed {seed}");
    }
}

#[test]
fn the_first_five_thousand_quarters_agree() {
    compare(0..5_000);
}

#[test]
fn the_next_five_thousand_quarters_agree() {
    compare(5_000..10_000);
}
