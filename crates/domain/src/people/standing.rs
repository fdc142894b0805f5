//! How somebody stands, with dates (PER-15): 待到岗 → 试用 → 待认证 → 在岗（已认证） → 更换／离岗; 已撤回.

use super::{ArrivalState, Dossier, ReplacementState, Stay};
use crate::kernel::UnitCode;
use chrono::NaiveDate;

/// How somebody stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// 待到岗: announced, without a letter, or with a letter for a day to come.
    Awaited,
    /// 试用.
    Probation,
    /// 待认证: past the probation, without a level.
    Uncertified,
    /// 在岗（已认证）.
    Certified,
    /// 更换: the request for a replacement is approved.
    Returned,
    /// 离岗.
    Left,
    /// 已撤回: announced, and taken back before they came.
    Withdrawn,
}

impl Standing {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Awaited,
        Self::Probation,
        Self::Uncertified,
        Self::Certified,
        Self::Returned,
        Self::Left,
        Self::Withdrawn,
    ];

    /// `awaited`, `probation`, `uncertified`, `certified`, `returned`, `left` or `withdrawn`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Awaited => "awaited",
            Self::Probation => "probation",
            Self::Uncertified => "uncertified",
            Self::Certified => "certified",
            Self::Returned => "returned",
            Self::Left => "left",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// How somebody stood from a day on, until the next one begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Since {
    /// First day.
    pub from: NaiveDate,
    /// How.
    pub standing: Standing,
    /// Where.
    pub unit: UnitCode,
}

impl Dossier {
    /// How the person stood from which day on, oldest first, days to come included. `certified_on`: the first day of a
    /// level, where one was given.
    #[must_use]
    pub fn history(&self, certified_on: Option<NaiveDate>) -> Vec<Since> {
        // With a rank, so that what began on one day stands as its last word.
        let mut all: Vec<(NaiveDate, u8, Standing, &UnitCode)> = Vec::new();
        for arrival in &self.arrivals {
            // Whoever is announced elsewhere before they left is awaited once they have.
            let last_day = self.stay_on(arrival.announced_on).and_then(|stay| stay.membership.left_on);
            let from = last_day.and_then(|day| day.succ_opt()).unwrap_or(arrival.announced_on);
            // Entered after the fact: they were there already.
            if matches!(arrival.state, ArrivalState::Arrived(on) if on <= from) {
                continue;
            }
            all.push((from, 1, Standing::Awaited, &arrival.unit));
            if let ArrivalState::Withdrawn { on, .. } = arrival.state {
                all.push((on.max(from), 1, Standing::Withdrawn, &arrival.unit));
            }
        }
        for stay in &self.stays {
            self.stay_history(stay, certified_on, &mut |from, standing| {
                let rank = if standing == Standing::Left { 0 } else { 2 };
                all.push((from, rank, standing, &stay.membership.unit));
            });
        }
        all.sort_by_key(|(from, rank, ..)| (*from, *rank));
        let mut history: Vec<Since> = Vec::new();
        for (from, _, standing, unit) in all {
            let since = Since { from, standing, unit: unit.clone() };
            if history.last().is_some_and(|last| last.from == since.from) {
                history.pop();
            }
            if history.last().is_none_or(|last| (last.standing, &last.unit) != (since.standing, &since.unit))
            {
                history.push(since);
            }
        }
        history
    }

    fn stay_history(
        &self,
        stay: &Stay,
        certified_on: Option<NaiveDate>,
        push: &mut impl FnMut(NaiveDate, Standing),
    ) {
        let membership = &stay.membership;
        let begins = membership.arrived_on;
        let requests = self.replacements.iter().filter(|r| r.arrived_on == begins);
        let active = requests.filter(|r| self.replacement_state(r) != ReplacementState::Withdrawn);
        let returned = active.filter_map(|r| r.approved.as_ref()).map(|(approval, _)| approval.on).min();
        if let Some(on) = returned.filter(|on| membership.lasts_to(*on)) {
            push(on, Standing::Returned);
        }
        // Whoever is to be replaced stays so until they leave.
        let within = |day: NaiveDate| membership.lasts_to(day) && returned.is_none_or(|on| day < on);
        let after = |certified: NaiveDate, day: NaiveDate| {
            if certified <= day { Standing::Certified } else { Standing::Uncertified }
        };
        let settled = |day| certified_on.map_or(Standing::Uncertified, |on| after(on, day));
        match self.probation_of(stay).filter(|probation| begins <= probation.to) {
            Some(probation) => {
                push(begins, Standing::Probation);
                let over = probation.to.succ_opt().unwrap_or(probation.to);
                if within(over) {
                    push(over, settled(over));
                }
            }
            None => push(begins, settled(begins)),
        }
        if let Some(on) = certified_on.filter(|on| begins <= *on && within(*on)) {
            push(on, Standing::Certified);
        }
        if let Some(left_on) = membership.left_on {
            push(left_on.succ_opt().unwrap_or(left_on), Standing::Left);
        }
    }

    /// How the person stands that day; `None` before anything is known of them.
    #[must_use]
    pub fn standing(&self, day: NaiveDate, certified_on: Option<NaiveDate>) -> Option<Since> {
        self.history(certified_on).into_iter().rfind(|since| since.from <= day)
    }

    /// How the person stands that day as far as one of their stays goes: one that is over is 离岗, one that is to come
    /// 待到岗, whatever the others are.
    #[must_use]
    pub fn standing_in(&self, stay: &Stay, day: NaiveDate, certified_on: Option<NaiveDate>) -> Standing {
        if !stay.membership.lasts_to(day) {
            Standing::Left
        } else if day < stay.membership.arrived_on {
            Standing::Awaited
        } else {
            self.standing(day, certified_on).map_or(Standing::Uncertified, |since| since.standing)
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)] // tests fail by panicking
mod tests {
    use super::super::Arrival;
    use super::*;
    use crate::people::Membership;
    use crate::sample::{day, staff, unit};

    fn arrived(announced_on: &str, arrived_on: &str) -> Dossier {
        Dossier {
            staff_no: staff("E1"),
            post: None,
            personal: None,
            arrivals: vec![Arrival {
                number: 1,
                unit: unit("CD"),
                expected_on: day(arrived_on),
                announced_on: day(announced_on),
                state: ArrivalState::Arrived(day(arrived_on)),
            }],
            stays: vec![Stay {
                membership: Membership {
                    staff_no: staff("E1"),
                    unit: unit("CD"),
                    arrived_on: day(arrived_on),
                    left_on: None,
                },
                papers: Vec::new(),
                manager: None,
                leaving: None,
            }],
            notes: Vec::new(),
            scores: Vec::new(),
            replacements: Vec::new(),
            decided: Vec::new(),
        }
    }

    #[test]
    fn whoever_is_on_duty_is_not_awaited_even_if_written_down_later() {
        for (announced_on, first) in [
            ("2026-11-10", Standing::Awaited),
            ("2026-11-18", Standing::Probation),
            ("2026-11-20", Standing::Probation),
        ] {
            let file = arrived(announced_on, "2026-11-18");
            assert_eq!(file.history(None).first().map(|since| since.standing), Some(first), "{announced_on}");
            let today = file.standing(day("2026-11-20"), None).unwrap();
            assert_eq!(
                (today.standing, today.from),
                (Standing::Probation, day("2026-11-18")),
                "{announced_on}"
            );
        }
    }
}
