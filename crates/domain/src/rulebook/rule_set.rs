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
    /// A rounded overall score at most this far from a band's edge, in points, raises a warning.
    pub near_edge: Decimal,
    /// Working days for an objection after delivery of the result.
    pub objection_days: u32,
    /// 含70: a probation score of exactly 70 points opens the way to a replacement too (§6.4, AMB-38). Versions issued
    /// before there was a choice have it off.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub replacement_at_seventy: bool,
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
            replacement_at_seventy: false,
        }
    }
}

/// The longest `min_days`: no month has more working days.
const MIN_DAYS_LIMIT: u32 = 23;

/// The longest term for objections, in working days: about a quarter.
const OBJECTION_DAYS_LIMIT: u32 = 66;

/// Issues a new version: weights sum to 1, bands ascend from 0 within 0..=100 in steps of at most two decimals, terms
/// are possible, and it holds from a quarter after the last final one.
pub fn issue_rule_set(
    known: &[RuleSet],
    last_final: Option<Quarter>,
    rule_set: RuleSet,
) -> Result<Vec<Event>, Refusal> {
    let GroupWeights { provincial, city } = &rule_set.weights;
    let sum = provincial.saturating_add(*city);
    if *provincial < Decimal::ZERO || *city < Decimal::ZERO || sum != Decimal::ONE {
        return Err(Refusal::WeightSum { sum });
    }
    let ascending = rule_set.bands.windows(2).all(|pair| pair[0].from < pair[1].from);
    let starts = rule_set.bands.first().is_some_and(|band| band.from.is_zero());
    let within = rule_set
        .bands
        .iter()
        .all(|band| band.from <= Decimal::ONE_HUNDRED && band.from.normalize().scale() <= 2);
    if !ascending || !starts || !within {
        return Err(Refusal::BandGap);
    }
    for (days, max) in [(rule_set.min_days, MIN_DAYS_LIMIT), (rule_set.objection_days, OBJECTION_DAYS_LIMIT)]
    {
        if !(1..=max).contains(&days) {
            return Err(Refusal::DaysOutOfRange { days, max });
        }
    }
    if let Some(quarter) = last_final.filter(|q| rule_set.from <= *q) {
        return Err(Refusal::QuarterFinal { quarter });
    }
    let version = known.iter().map(|r| r.version).max().unwrap_or(0) + 1;
    Ok(vec![Event::RuleSetIssued(RuleSetIssued { rule_set: RuleSet { version, ..rule_set } })])
}
