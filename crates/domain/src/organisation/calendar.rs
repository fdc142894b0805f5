//! Special days of the calendar: published holidays and make-up days (补班), which move working days.

use crate::event::{CalendarCleared, CalendarRecorded, Event};
use crate::kernel::DayKind;
use crate::refusal::Refusal;
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A special day's name may have so many characters.
const NAME_LIMIT: u32 = 12;

/// Records what days are, with their names, or, with `None`, that they are ordinary again. What is so already does
/// nothing; of two changes of one day the later holds.
///
/// # Errors
/// [`Refusal::NameLength`].
pub fn record_calendar(
    known: &BTreeMap<NaiveDate, (DayKind, String)>,
    changes: impl IntoIterator<Item = (NaiveDate, Option<(DayKind, String)>)>,
) -> Result<Vec<Event>, Refusal> {
    let changes: BTreeMap<_, _> = changes.into_iter().collect();
    let (mut days, mut cleared) = (Vec::new(), Vec::new());
    for (day, change) in changes {
        match change {
            Some((_, name)) if name.chars().count() > NAME_LIMIT as usize => {
                return Err(Refusal::NameLength { limit: NAME_LIMIT });
            }
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
