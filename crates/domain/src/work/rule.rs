//! How an item's points follow from a month's work: a straight line between two values that the province names.

use crate::kernel::Exact;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Measure {
    /// 按时交付率: of what was done, the share delivered or given back in time; 0 to 1.
    OnTime,
    /// 按时响应率: of the tickets done, the share taken in time; 0 to 1.
    TakenInTime,
    /// 平均评价: the mean of the requesters' marks; 1 to 5.
    MeanMark,
    /// 投诉: how many count against the person.
    Complaints,
}

/// An item's points out of a measure; it belongs to the rubric's version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WorkRule {
    /// What is measured.
    pub measure: Measure,
    /// At this value, and on its far side, the item has no points.
    pub zero: Decimal,
    /// At this value, and on its far side, the item has its full points.
    pub full: Decimal,
    /// With fewer pieces than these the item is scored by hand: tickets for the shares, rated tickets for the mean mark.
    /// Complaints need none.
    pub least: u32,
}

/// A rule that cannot hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RuleUnfit;

/// Decimals to which an item's points are rounded.
const PLACES: u32 = 2;

impl WorkRule {
    /// The most pieces that a rule may ask for.
    pub const MOST: u32 = 100;

    /// Whether the values lie where the measure can be, on the right side of each other, and with what they are counted from.
    pub fn checked(&self) -> Result<(), RuleUnfit> {
        let (least, most) = match self.measure {
            Measure::OnTime | Measure::TakenInTime => (Decimal::ZERO, Decimal::ONE),
            Measure::MeanMark => (Decimal::ONE, Decimal::from(5)),
            Measure::Complaints => (Decimal::ZERO, Decimal::ONE_HUNDRED),
        };
        let within = |value: Decimal| (least..=most).contains(&value) && value.normalize().scale() <= 4;
        // Of complaints fewer are better.
        let (worse, better) = match self.measure {
            Measure::Complaints => (self.full, self.zero),
            _ => (self.zero, self.full),
        };
        let counted = match self.measure {
            Measure::Complaints => self.least == 0 && better.fract().is_zero() && worse.fract().is_zero(),
            _ => (1..=Self::MOST).contains(&self.least),
        };
        let fits = within(self.zero) && within(self.full) && worse < better && counted;
        if fits { Ok(()) } else { Err(RuleUnfit) }
    }

    /// Points of an item with these full points: `max × (value － zero) ÷ (full － zero)`, held within 0 and `max`. Exact up
    /// to there, then rounded once, half up to two decimals, so that a printed page shows the points that count
    /// (settlement-rules.md, "rounding": an item's points are an input of the month's score, which is not rounded).
    #[must_use]
    pub fn points(&self, max: Decimal, value: &Exact) -> Decimal {
        let (zero, full) = (Exact::from(self.zero), Exact::from(self.full));
        let way = (value.clone() - zero.clone()).divided_by_exact(&(full - zero));
        let part = way.unwrap_or_else(Exact::zero).max(Exact::zero()).min(Exact::whole(1));
        (part * Exact::from(max)).round(PLACES).min(max).normalize()
    }
}
