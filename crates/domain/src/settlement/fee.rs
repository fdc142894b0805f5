//! THE fee formula (§7.3). Nowhere else.

use crate::kernel::Yuan;
use crate::rulebook::{BandKind, RuleSet};
use rust_decimal::Decimal;

/// The band a rounded overall score lies in.
#[must_use]
pub fn band(rule_set: &RuleSet, overall: Decimal) -> BandKind {
    rule_set.bands.iter().rev().find(|band| band.from <= overall).map_or(BandKind::None, |band| band.kind)
}

/// The coefficient of a rounded overall score: 1, score / 100, or 0 (settlement-rules.md, formula 6). Four decimals.
#[must_use]
pub fn coefficient(rule_set: &RuleSet, overall: Decimal) -> Decimal {
    let mut value = match band(rule_set, overall) {
        BandKind::Full => Decimal::ONE,
        BandKind::Linear => overall / Decimal::ONE_HUNDRED,
        BandKind::None => Decimal::ZERO,
    };
    value.rescale(4);
    value
}

/// 当季度服务费 = base × coefficient, rounded once to the fen, half up (formula 7).
#[must_use]
pub fn payable(base: Yuan, coefficient: Decimal) -> Yuan {
    base.times(coefficient)
}
