//! Whom a unit must score in a month (settlement-rules.md, rows "part of a month" and "probation month").

use crate::kernel::{Month, StaffNo, UnitCode, WorkingDays};
use crate::people::{Letters, Membership, Probation, on_duty_days, probations};
use std::collections::HashMap;
use std::ops::Range;

/// An engineer whom the unit had on duty in the month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expected {
    /// 工号.
    pub staff_no: StaffNo,
    /// Working days on duty there in the month.
    pub days: u32,
    /// Whether there were at least the rule set's `min_days`, so that a score is due.
    pub due: bool,
    /// Whether the month shares a day with the probation.
    pub probation: bool,
}

/// A unit's engineers by staff number, found once and asked for each month.
#[derive(Debug, Default)]
pub struct Roster<'m> {
    /// Stays in the unit, person by person.
    stays: Vec<&'m Membership>,
    people: Vec<Person>,
}

/// Somebody who was ever in the unit.
#[derive(Debug)]
struct Person {
    /// Where their stays lie in the roster's.
    stays: Range<usize>,
    /// Of the first stay in the service.
    probation: Probation,
    /// Those of later stays that a letter of their own began; hardly anybody has any.
    later: Vec<Probation>,
}

impl<'m> Roster<'m> {
    /// The rosters of all units that had anybody. `memberships` are all there are of their people: a probation may have
    /// begun in another unit.
    #[must_use]
    pub fn by_unit(memberships: &'m [Membership], letters: &Letters) -> HashMap<&'m UnitCode, Self> {
        // Person by person, so that the work grows with the number of memberships; lists that are sorted already stay cheap.
        let mut all: Vec<&Membership> = memberships.iter().collect();
        all.sort_by(|a, b| a.staff_no.cmp(&b.staff_no));
        let mut rosters: Vec<(&UnitCode, Self)> = Vec::new();
        let mut places: HashMap<&UnitCode, usize> = HashMap::new();
        let (mut at, mut probation, mut letter) = (0, None, 0);
        for person in all.chunk_by(|a, b| a.staff_no == b.staff_no) {
            let Some(arrived_on) = person.iter().map(|m| m.arrived_on).min() else { continue };
            let own = person.first().map_or(&[][..], |m| letters.next(&mut letter, &m.staff_no));
            let (first, later) = if own.is_empty() {
                // Whole groups arrive on one day.
                let first = match probation {
                    Some(same @ Probation { from, .. }) if from == arrived_on => same,
                    _ => *probation.insert(Probation::after(arrived_on)),
                };
                (first, Vec::new())
            } else {
                let signed =
                    |on| own.iter().find(|(_, arrived, _)| *arrived == on).map(|(.., signed)| *signed);
                let mut all = probations(person.iter().copied(), signed);
                (all.remove(0), all)
            };
            for stay in person {
                // The next person is often of the same unit.
                if rosters.get(at).is_none_or(|(unit, _)| **unit != stay.unit) {
                    at = *places.entry(&stay.unit).or_insert_with(|| {
                        rosters.push((&stay.unit, Self::default()));
                        rosters.len() - 1
                    });
                }
                rosters[at].1.push(stay, first, &later);
            }
        }
        rosters.into_iter().collect()
    }

    fn push(&mut self, stay: &'m Membership, probation: Probation, later: &[Probation]) {
        let same_person = self.stays.last().is_some_and(|before| before.staff_no == stay.staff_no);
        self.stays.push(stay);
        let end = self.stays.len();
        match self.people.last_mut() {
            Some(person) if same_person => person.stays.end = end,
            _ => self.people.push(Person { stays: end - 1..end, probation, later: later.to_vec() }),
        }
    }

    /// Those on duty in a month, by staff number. `min_days` is in working days.
    pub fn expected(
        &self,
        month: Month,
        calendar: &WorkingDays,
        min_days: u32,
    ) -> impl Iterator<Item = Expected> {
        let (begins, ends) = (month.first_day(), month.last_day());
        let whole_month = calendar.count(begins, ends);
        let days = move |stay: &Membership| {
            let whole = stay.covers(begins) && stay.covers(ends);
            if whole { whole_month } else { on_duty_days(stay, month, calendar) }
        };
        self.people.iter().filter_map(move |person| {
            let stays = &self.stays[person.stays.clone()];
            let mut here = stays.iter().filter(|m| m.touches_days(begins, ends)).peekable();
            let staff_no = here.peek()?.staff_no.clone();
            let days: u32 = here.map(|stay| days(stay)).sum();
            let probation = person.probation.touches_days(begins, ends)
                || person.later.iter().any(|p| p.touches_days(begins, ends));
            Some(Expected { staff_no, days, due: days >= min_days, probation })
        })
    }
}

/// The unit's engineers of one month, by staff number. `min_days` is in working days.
#[must_use]
pub fn expected(
    memberships: &[Membership],
    letters: &Letters,
    unit: &UnitCode,
    month: Month,
    calendar: &WorkingDays,
    min_days: u32,
) -> Vec<Expected> {
    let roster = Roster::by_unit(memberships, letters).remove(unit).unwrap_or_default();
    roster.expected(month, calendar, min_days).collect()
}
