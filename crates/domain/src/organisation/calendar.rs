//! Special days of the calendar: published holidays and make-up days (补班), which move working days.

use crate::event::{CalendarCleared, CalendarRecorded, Event};
use crate::kernel::{DayKind, WorkingDays};
use crate::refusal::Refusal;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A special day's name may have so many characters.
const NAME_LIMIT: u32 = 12;

/// Records what days are, with their names, or, with `None`, that they are ordinary again. What is so already does
/// nothing; of two changes of one day the later holds.
///
/// # Errors
/// [`Refusal::NameLength`], [`Refusal::MakeUpOnWorkday`], each with the place of its change.
pub fn record_calendar(
    known: &BTreeMap<NaiveDate, (DayKind, String)>,
    changes: &[(NaiveDate, Option<(DayKind, String)>)],
) -> Result<Vec<Event>, Vec<(usize, Refusal)>> {
    let long = |name: &str| name.chars().count() > NAME_LIMIT as usize;
    let wrong = |day: NaiveDate, kind: DayKind, name: &str| {
        if long(name) {
            return Some(Refusal::NameLength { limit: NAME_LIMIT });
        }
        let worked_anyway = kind == DayKind::Working && WorkingDays::default().is_working(day);
        worked_anyway.then_some(Refusal::MakeUpOnWorkday { day })
    };
    let refused: Vec<_> = (0..)
        .zip(changes)
        .filter_map(|(place, (day, change))| {
            let (kind, name) = change.as_ref()?;
            Some((place, wrong(*day, *kind, name)?))
        })
        .collect();
    if !refused.is_empty() {
        return Err(refused);
    }
    let changes: BTreeMap<_, _> = changes.iter().cloned().collect();
    let (mut days, mut cleared) = (Vec::new(), Vec::new());
    for (day, change) in changes {
        match change {
            Some(special) if known.get(&day) != Some(&special) => days.push((day, special.0, special.1)),
            None if known.contains_key(&day) => cleared.push(day),
            Some(_) | None => {}
        }
    }
    let mut events = Vec::new();
    if !cleared.is_empty() {
        events.push(Event::CalendarCleared(CalendarCleared { days: cleared }));
    }
    if !days.is_empty() {
        events.push(Event::CalendarRecorded(CalendarRecorded { days }));
    }
    Ok(events)
}
