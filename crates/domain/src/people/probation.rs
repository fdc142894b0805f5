//! Probation (试用), and when a score in it opens the way to a replacement (§6.4).

use super::Membership;
use crate::kernel::{Month, Score, StaffNo};
use chrono::{Months, NaiveDate};
use rust_decimal::Decimal;

/// Probation: one calendar month from the day the 到岗接收函 was signed, or from arrival where there is none; clipped at
/// month ends (§6.4, SLA-01).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Probation {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
}

impl Probation {
    /// The probation that begins that day.
    #[must_use]
    pub fn after(begins: NaiveDate) -> Self {
        let end = begins.checked_add_months(Months::new(1)).and_then(|d| d.pred_opt());
        Self { from: begins, to: end.unwrap_or(begins) }
    }

    /// The probation that a stay begins, if it does: a stay with a letter from the letter, the first stay in the service
    /// without one from arrival; a later move without a new letter has none. A letter that was made up for after the
    /// arrival does not put somebody on probation again who has long been there: the earlier of both days counts.
    #[must_use]
    pub fn of_stay(arrived_on: NaiveDate, first: bool, letter: Option<NaiveDate>) -> Option<Self> {
        match letter {
            Some(signed_on) => Some(Self::after(signed_on.min(arrived_on))),
            None => first.then(|| Self::after(arrived_on)),
        }
    }

    /// Whether a month's score is a probation score: the probation ends in that month or runs through its end,
    /// so each month that shares a day with it (catalogue AMB-09).
    #[must_use]
    pub fn touches(self, month: Month) -> bool {
        self.touches_days(month.first_day(), month.last_day())
    }

    /// The same of a month whose first and last day are at hand.
    #[must_use]
    pub fn touches_days(self, first: NaiveDate, last: NaiveDate) -> bool {
        self.from <= last && first <= self.to
    }

    /// Days that are left, today included; `None` once it is over.
    #[must_use]
    pub fn days_left(self, today: NaiveDate) -> Option<i64> {
        (today <= self.to).then(|| (self.to - today.max(self.from)).num_days() + 1)
    }
}

/// The days on which letters of stays were signed, by person and arrival. Nobody is in two units at once, so that both
/// identify a stay.
#[derive(Debug, Default)]
pub struct Letters(Vec<(StaffNo, NaiveDate, NaiveDate)>);

impl Letters {
    /// From staff number, arrival and day of signing, in any order.
    #[must_use]
    pub fn new(mut letters: Vec<(StaffNo, NaiveDate, NaiveDate)>) -> Self {
        letters.sort();
        Self(letters)
    }

    /// When the letter of that stay was signed.
    #[must_use]
    pub fn of(&self, staff_no: &StaffNo, arrived_on: NaiveDate) -> Option<NaiveDate> {
        let at = self.0.partition_point(|(of, on, _)| (of, *on) < (staff_no, arrived_on));
        let found = self.0.get(at).filter(|(of, on, _)| of == staff_no && *on == arrived_on)?;
        Some(found.2)
    }

    /// Arrival and day of signing of the letters of those after the first `at`, who are that person; moves `at` behind
    /// them. To be asked in the order of staff numbers.
    pub(crate) fn next(&self, at: &mut usize, staff_no: &StaffNo) -> &[(StaffNo, NaiveDate, NaiveDate)] {
        let Some(rest) = self.0.get(*at..).filter(|rest| !rest.is_empty()) else { return &[] };
        let before = rest.iter().take_while(|(of, ..)| of < staff_no).count();
        let own = rest[before..].iter().take_while(|(of, ..)| of == staff_no).count();
        *at += before + own;
        &rest[before..before + own]
    }
}

/// The probations of one person, whose stays these are, by their first days.
pub(crate) fn probations<'m>(
    stays: impl Iterator<Item = &'m Membership>,
    letter: impl Fn(NaiveDate) -> Option<NaiveDate>,
) -> Vec<Probation> {
    let mut arrivals: Vec<NaiveDate> = stays.map(|stay| stay.arrived_on).collect();
    arrivals.sort_unstable();
    let of = |(place, arrived_on): (usize, NaiveDate)| {
        Probation::of_stay(arrived_on, place == 0, letter(arrived_on))
    };
    arrivals.into_iter().enumerate().filter_map(of).collect()
}

/// The probation of one person, whose stays these are, that ends last: after it certification is due.
#[must_use]
pub fn last_probation(stays: &[Membership], letters: &Letters) -> Option<Probation> {
    let staff_no = &stays.first()?.staff_no;
    probations(stays.iter(), |arrived_on| letters.of(staff_no, arrived_on)).into_iter().max_by_key(|p| p.to)
}

/// The points of the edge below which a probation score lets the unit ask for a replacement (§6.4).
pub const REPLACEMENT_BELOW: Decimal = Decimal::from_parts(70, 0, 0, false, 0);

/// Whether the unit may ask for a replacement after that month (settlement-rules.md, formula 9; catalogue AMB-38).
/// `probation`: the month shares a day with the probation. `at_seventy`: the rule set counts the edge itself (含70).
#[must_use]
pub fn may_ask_replacement(score: Score, probation: bool, at_seventy: bool) -> bool {
    let below = score.decimal() < REPLACEMENT_BELOW;
    probation && (below || (at_seventy && score.decimal() == REPLACEMENT_BELOW))
}
