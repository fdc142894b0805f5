//! 差距分析: what one point of a unit's quarter score is worth to the fee.

use super::fee;
use super::result::{Settlement, UnitResult};
use crate::kernel::{Exact, UnitCode, Yuan};
use crate::organisation::Party;
use crate::refusal::Refusal;
use crate::rulebook::RuleSet;
use rust_decimal::Decimal;

/// The quarter as it would be with a unit's score one point away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shifted {
    /// Rounded to 2 decimals, half up.
    pub overall: Decimal,
    /// 支付系数, 4 decimals.
    pub coefficient: Decimal,
    /// The quarter's own fee; `None` without a contract amount.
    pub payable: Option<Yuan>,
    /// Its distance from the fee as it stands.
    pub difference: Option<Yuan>,
}

/// What a point of one unit's score is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PointValue {
    /// Which unit.
    pub unit: UnitCode,
    /// One point more; `None` where the score is over 99.
    pub plus_one: Option<Shifted>,
    /// One point less; `None` where the score is under 1.
    pub minus_one: Option<Shifted>,
}

/// What a point is worth in every unit that counts, by unit code; empty while the overall score is unknown.
///
/// The client scores the people, so it is told only once no month can change any more: before, a score might be chosen for
/// what it does to the fee.
///
/// # Errors
/// [`Refusal::PointValuesTooEarly`] for the client while a month is open.
pub fn point_values(
    settlement: &Settlement,
    rule_set: &RuleSet,
    viewer: Party,
) -> Result<Vec<PointValue>, Refusal> {
    let open = settlement.groups.iter().flat_map(|g| &g.units).filter(|u| u.exempt.is_none()).find_map(|u| {
        let month = u.months.iter().find(|m| !m.closed)?.month;
        Some(Refusal::PointValuesTooEarly { unit: u.code.clone(), month })
    });
    if let (Party::Client, Some(refusal)) = (viewer, open) {
        return Err(refusal);
    }
    let Some(overall) = &settlement.overall_exact else { return Ok(Vec::new()) };
    let mut values = Vec::new();
    for group in &settlement.groups {
        // Formulae 4 and 5 are linear: a point of one unit moves the overall score by weight / units counted.
        let Some(step) = Exact::from(group.weight).divided_by(u64::from(group.counted)) else { continue };
        for unit in group.units.iter().filter(|u| u.exempt.is_none()) {
            let shifted = |moved| shifted(settlement, rule_set, &moved);
            values.push(PointValue {
                unit: unit.code.clone(),
                plus_one: within(unit, 1).then(|| shifted(overall.clone() + step.clone())),
                minus_one: within(unit, -1).then(|| shifted(overall.clone() - step.clone())),
            });
        }
    }
    values.sort_by(|a, b| a.unit.cmp(&b.unit));
    Ok(values)
}

/// Whether the unit's score can move by so many points and stay from 0 to 100.
fn within(unit: &UnitResult, points: i64) -> bool {
    unit.score.as_ref().is_some_and(|score| {
        let moved = score.clone() + Exact::whole(points);
        moved >= Exact::zero() && moved <= Exact::whole(100)
    })
}

fn shifted(settlement: &Settlement, rule_set: &RuleSet, overall: &Exact) -> Shifted {
    let mut overall = overall.round(2);
    overall.rescale(2);
    let coefficient = fee::coefficient(rule_set, overall);
    let payable = settlement.fee_base.map(|base| fee::payable(base.gross, coefficient));
    let now = settlement.fee_payable.map(|fee| fee.gross);
    Shifted { overall, coefficient, payable, difference: payable.zip(now).map(|(then, now)| then - now) }
}
