//! Taking engineers in from a list.

use super::Membership;
use crate::event::{EngineerRecorded, Event, MembershipRecorded};
use crate::kernel::{Digest, Month, StaffNo, UnitCode};
use crate::refusal::Refusal;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// One row of a people file. Name and phone are personal data: the row carries only the digest of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EngineerRow {
    /// Where and when.
    pub membership: Membership,
    /// 岗位.
    pub post: Option<String>,
    /// Salted digest of the personal fields, where they differ from those on record.
    pub changed_personal: Option<Digest>,
}

/// What the rule needs to know.
#[derive(Debug, Default)]
pub struct PeopleFacts {
    /// Units on record.
    pub units: BTreeSet<UnitCode>,
    /// Engineers on record, with their posts.
    pub engineers: BTreeMap<StaffNo, Option<String>>,
    /// All memberships on record.
    pub memberships: Vec<Membership>,
    /// Submitted scores: who, where, which month.
    pub scored: BTreeSet<(StaffNo, UnitCode, Month)>,
    /// Who is announced and has not arrived, and where.
    pub announced: BTreeMap<StaffNo, UnitCode>,
}

/// Adds engineers and memberships, or ends memberships; identical rows do nothing. Who comes in this way is on duty from
/// the day of arrival, papers or not: these are the years before the program. Who is announced waits for the letter. All or nothing: every bad
/// row is named with its place.
pub fn import_people(facts: &PeopleFacts, rows: &[EngineerRow]) -> Result<Vec<Event>, Vec<(usize, Refusal)>> {
    let mut merged: Vec<(Option<usize>, Membership)> =
        facts.memberships.iter().cloned().map(|m| (None, m)).collect();
    // Where a stay stands in `merged`: a file of many rows must not go through all of it for each of them.
    let mut places: BTreeMap<(StaffNo, UnitCode, NaiveDate), usize> = BTreeMap::new();
    for (at, (_, known)) in merged.iter().enumerate() {
        places.entry(stay(known)).or_insert(at);
    }
    let mut refused = Vec::new();
    let mut events = Vec::new();
    // As the rows before leave them, so that a person who stands in several rows is recorded once.
    let mut posts = facts.engineers.clone();
    let mut personal: BTreeMap<&StaffNo, Digest> = BTreeMap::new();
    for (index, row) in rows.iter().enumerate() {
        let new = &row.membership;
        if !facts.units.contains(&new.unit) {
            refused.push((index, Refusal::UnknownUnit { unit: new.unit.clone() }));
            continue;
        }
        if let Some(left) = new.left_on.filter(|left| *left < new.arrived_on) {
            refused.push((index, Refusal::DatesReversed { from: new.arrived_on, to: left }));
            continue;
        }
        let known_post = posts.get(&new.staff_no);
        // A row without a post says nothing about it.
        let post = row.post.clone().or_else(|| known_post.cloned().flatten());
        let changed_personal =
            row.changed_personal.filter(|digest| personal.insert(&new.staff_no, *digest) != Some(*digest));
        if known_post != Some(&post) || changed_personal.is_some() {
            posts.insert(new.staff_no.clone(), post.clone());
            events.push(Event::EngineerRecorded(EngineerRecorded {
                staff_no: new.staff_no.clone(),
                post,
                personal: changed_personal,
            }));
        }
        match places.get(&stay(new)).map(|at| &mut merged[*at]) {
            Some((Some(first), _)) => {
                refused.push((
                    index,
                    Refusal::PersonTwice { staff_no: new.staff_no.clone(), first_row: *first },
                ));
            }
            Some((place, known)) if known != new => {
                *place = Some(index);
                *known = new.clone();
                events.push(Event::MembershipRecorded(MembershipRecorded { membership: new.clone() }));
            }
            Some((place, _)) => *place = Some(index),
            // Nobody comes on duty past the letter (§6.1).
            None if facts.announced.get(&new.staff_no) == Some(&new.unit) => {
                let (staff_no, unit) = (new.staff_no.clone(), new.unit.clone());
                refused.push((index, Refusal::LetterBeforeDuty { staff_no, unit }));
            }
            None => {
                places.insert(stay(new), merged.len());
                merged.push((Some(index), new.clone()));
                events.push(Event::MembershipRecorded(MembershipRecorded { membership: new.clone() }));
            }
        }
    }
    refused.extend(overlapping(&merged));
    refused.extend(scores_left_behind(facts, &merged));
    refused.sort_by_key(|(index, _)| *index);
    if refused.is_empty() { Ok(events) } else { Err(refused) }
}

/// What makes two rows the same stay: its end may change.
fn stay(membership: &Membership) -> (StaffNo, UnitCode, NaiveDate) {
    (membership.staff_no.clone(), membership.unit.clone(), membership.arrived_on)
}

fn overlapping(merged: &[(Option<usize>, Membership)]) -> Vec<(usize, Refusal)> {
    let mut by_person: BTreeMap<&StaffNo, Vec<(Option<usize>, &Membership)>> = BTreeMap::new();
    for (place, membership) in merged {
        by_person.entry(&membership.staff_no).or_default().push((*place, membership));
    }
    let mut refused = Vec::new();
    for (staff_no, mut stays) in by_person {
        stays.sort_by_key(|(_, m)| m.arrived_on);
        let mut stays = stays.into_iter();
        let Some((mut first_place, mut first)) = stays.next() else { continue };
        for (place, second) in stays {
            if let (true, Some(index)) = (first.overlaps(second), place.or(first_place)) {
                refused.push((
                    index,
                    Refusal::MembershipOverlaps {
                        staff_no: (*staff_no).clone(),
                        unit: first.unit.clone(),
                        from: first.arrived_on,
                        to: first.left_on,
                    },
                ));
            }
            // The stay that reaches furthest is the one that later arrivals may run into.
            let furthest = first.left_on.is_none_or(|left| second.left_on.is_some_and(|other| other <= left));
            if !furthest {
                (first_place, first) = (place, second);
            }
        }
    }
    refused
}

/// A changed membership must still cover the months in which the person was scored there.
fn scores_left_behind(facts: &PeopleFacts, merged: &[(Option<usize>, Membership)]) -> Vec<(usize, Refusal)> {
    let mut stays: BTreeMap<(&StaffNo, &UnitCode), Vec<&Membership>> = BTreeMap::new();
    for (_, membership) in merged {
        stays.entry((&membership.staff_no, &membership.unit)).or_default().push(membership);
    }
    // The first month, of each person in each unit, that no stay covers.
    let mut orphans: BTreeMap<(&StaffNo, &UnitCode), Month> = BTreeMap::new();
    for (staff_no, unit, month) in &facts.scored {
        let there = stays.get(&(staff_no, unit)).is_some_and(|own| own.iter().any(|m| m.touches(*month)));
        if !there {
            orphans.entry((staff_no, unit)).or_insert(*month);
        }
    }
    let refusal = |(place, membership): &(Option<usize>, Membership)| {
        let (staff_no, unit) = (&membership.staff_no, &membership.unit);
        let month = *orphans.get(&(staff_no, unit))?;
        let (staff_no, unit) = (staff_no.clone(), unit.clone());
        Some(((*place)?, Refusal::ScoredOutsideMembership { staff_no, unit, month }))
    };
    merged.iter().filter_map(refusal).collect()
}
