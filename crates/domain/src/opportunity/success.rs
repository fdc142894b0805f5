//! 项目成功率: how many of the projects concluded in a period were won (PIP-23, ASS-02, AMB-24).

use super::Outcome;
use crate::kernel::{Exact, StaffNo, UnitCode};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// An opportunity that ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Concluded {
    /// Whose.
    pub unit: UnitCode,
    /// 支撑人员 who was responsible.
    pub engineer: Option<StaffNo>,
    /// How.
    pub outcome: Outcome,
    /// On that day.
    pub on: NaiveDate,
}

/// What was concluded, and the rate: (won + agreed) ÷ (won + agreed + lost + dropped).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SuccessRate {
    /// 中标.
    pub won: u32,
    /// 达成合作意向.
    pub agreed: u32,
    /// 未中标.
    pub lost: u32,
    /// 放弃.
    pub dropped: u32,
}

impl SuccessRate {
    fn count(&mut self, outcome: Outcome) {
        *match outcome {
            Outcome::Won => &mut self.won,
            Outcome::Agreed => &mut self.agreed,
            Outcome::Lost => &mut self.lost,
            Outcome::Dropped => &mut self.dropped,
        } += 1;
    }

    /// All that were concluded: the denominator.
    #[must_use]
    pub fn concluded(self) -> u32 {
        self.won + self.agreed + self.lost + self.dropped
    }

    /// In percent, exact; `None` where nothing was concluded.
    #[must_use]
    pub fn percent(self) -> Option<Exact> {
        let successes = i64::from(self.won + self.agreed);
        Exact::ratio(successes * 100, i64::from(self.concluded()))
    }
}

/// Rates of a period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SuccessRates {
    /// Of all.
    pub total: SuccessRate,
    /// Of each unit that concluded something.
    pub units: BTreeMap<UnitCode, SuccessRate>,
    /// Of each engineer, `None` standing for what nobody was responsible for.
    pub engineers: BTreeMap<Option<StaffNo>, SuccessRate>,
}

/// The rates of what ended between two days, both counted.
#[must_use]
pub fn success_rates(concluded: &[Concluded], from: NaiveDate, to: NaiveDate) -> SuccessRates {
    let mut rates = SuccessRates::default();
    for one in concluded.iter().filter(|one| (from..=to).contains(&one.on)) {
        rates.total.count(one.outcome);
        rates.units.entry(one.unit.clone()).or_default().count(one.outcome);
        rates.engineers.entry(one.engineer.clone()).or_default().count(one.outcome);
    }
    rates
}
