//! Group weights, fee bands and the decisions where the source is silent (settlement-rules.md).

use crate::event::{Event, RuleSetIssued};
use crate::kernel::Quarter;
use crate::refusal::Refusal;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// What a band pays (§7.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum BandKind {
    /// Coefficient 1.
    Full,
    /// Coefficient = overall / 100.
    Linear,
    /// Coefficient 0.
    None,
}

/// A band of the rounded overall score, from its lower edge to the next band's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Band {
    /// Lower edge in points, belongs to the band.
    pub from: Decimal,
    /// What it pays.
    pub kind: BandKind,
}

/// Weights of the two groups; they sum to 1 (§7.1: 20 % and 80 %).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupWeights {
    /// 省级.
    pub provincial: Decimal,
    /// 市州分公司.
    pub city: Decimal,
}

/// A version of the rules that turn scores into money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RuleSet {
    /// 1, 2, …
    pub version: u32,
    /// First quarter it holds for.
    pub from: Quarter,
    /// Weights of the groups.
    pub weights: GroupWeights,
    /// Fee bands, lowest first; the first begins at 0.
    pub bands: Vec<Band>,
    /// An engineer is assessed in a month with at least this many working days on duty.
    pub min_days: u32,
    /// Whether scores of the probation month count in the unit's month.
    pub probation_counts: bool,
    /// Below this overall score, in points, a quarter counts towards the right to terminate (§7.3).
    pub termination_below: Decimal,
    /// Two edges closer than this, in points, raise a warning.
    pub near_edge: Decimal,
    /// Working days for an objection after delivery of the result.
    pub objection_days: u32,
}

impl RuleSet {
    /// The default, from 2000Q1.
    #[must_use]
    pub fn default_version() -> Self {
        let band = |from: i64, kind| Band { from: Decimal::from(from), kind };
        Self {
            version: 1,
            from: Quarter::new(2000, 1).expect("2000Q1 is a quarter"),
            weights: GroupWeights { provincial: Decimal::new(20, 2), city: Decimal::new(80, 2) },
            bands: vec![band(0, BandKind::None), band(70, BandKind::Linear), band(90, BandKind::Full)],
            min_days: 1,
            probation_counts: true,
            termination_below: Decimal::from(70),
            near_edge: Decimal::from(2),
            objection_days: 5,
        }
    }
}

/// Issues a new version: weights sum to 1, bands ascend from 0 within 0..100, and it holds from a quarter in
/// which nothing is final.
pub fn issue_rule_set(
    known: &[RuleSet],
    last_final: Option<Quarter>,
    rule_set: RuleSet,
) -> Result<Vec<Event>, Refusal> {
    let weights = &rule_set.weights;
    let fair = !weights.provincial.is_sign_negative() && !weights.city.is_sign_negative();
    if !fair || weights.provincial + weights.city != Decimal::ONE {
        return Err(Refusal::WeightSum { sum: weights.provincial + weights.city });
    }
    let ascending = rule_set.bands.windows(2).all(|pair| pair[0].from < pair[1].from);
    let starts = rule_set.bands.first().is_some_and(|band| band.from.is_zero());
    let within =
        rule_set.bands.iter().all(|band| band.from <= Decimal::ONE_HUNDRED && band.from.scale() <= 2);
    if !ascending || !starts || !within {
        return Err(Refusal::BandGap);
    }
    if let Some(quarter) = last_final.filter(|q| rule_set.from <= *q) {
        return Err(Refusal::QuarterFinal { quarter });
    }
    let version = known.iter().map(|r| r.version).max().unwrap_or(0) + 1;
    Ok(vec![Event::RuleSetIssued(RuleSetIssued { rule_set: RuleSet { version, ..rule_set } })])
}
