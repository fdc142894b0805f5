//! The ranking of a quarter's units (考核通报): by score, over the province and within each group.

use super::result::{Settlement, UnitResult};
use std::cmp::Reverse;

/// A unit with its ranks, from 1. Without a score, or 不纳入考核, it has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ranked<'a> {
    /// Its quarter.
    pub unit: &'a UnitResult,
    /// Among all units.
    pub rank: Option<usize>,
    /// Among the units of its group.
    pub rank_in_group: Option<usize>,
}

/// All units, best first; those without a score after them, and those 不纳入考核 last. The exact scores decide, before
/// any rounding; equal ones share a rank, and the next rank is left out.
#[must_use]
pub fn ranking(settlement: &Settlement) -> Vec<Ranked<'_>> {
    let mut units: Vec<&UnitResult> = settlement.groups.iter().flat_map(|g| &g.units).collect();
    units.sort_by_key(|u| (u.exempt.is_some(), Reverse(u.score.as_ref().filter(|_| u.exempt.is_none()))));
    let rank = |unit: &UnitResult, among: &dyn Fn(&UnitResult) -> bool| {
        let own = unit.score.as_ref().filter(|_| unit.exempt.is_none())?;
        let better = |other: &&&UnitResult| {
            other.exempt.is_none() && among(other) && other.score.as_ref().is_some_and(|s| s > own)
        };
        Some(1 + units.iter().filter(better).count())
    };
    let ranked =
        |unit: &&'_ UnitResult| (rank(unit, &|_| true), rank(unit, &|other| other.group == unit.group));
    let ranks: Vec<_> = units.iter().map(ranked).collect();
    let with = |(unit, (rank, rank_in_group))| Ranked { unit, rank, rank_in_group };
    units.into_iter().zip(ranks).map(with).collect()
}
