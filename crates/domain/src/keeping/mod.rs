//! Keeping the ledger safe: which places get a backup and how often, when one is due, when somebody is to be warned, and
//! which files of the plan are to go.
//!
//! A second place matters because a disk that fails takes along whatever lies on it. The plan belongs to one computer and
//! is no business act: it is not journaled.

use crate::refusal::Refusal;
use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

/// Days without a copy in the second place after which somebody is warned.
pub const WARN_AFTER_DAYS: u32 = 7;
/// Files that a place keeps where nothing else was said.
pub const USUAL_KEEP: u32 = 14;
/// Days after which all attached files are read and compared with their hashes again.
pub const FILES_CHECKED_EVERY_DAYS: u32 = 7;
/// Most files that a place may be told to keep.
pub const MOST_KEPT: u32 = 999;

/// How often the plan makes a backup.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Rhythm {
    /// Never by itself.
    #[default]
    Off,
    /// Once a day.
    Daily,
    /// Every seven days.
    Weekly,
}

/// Where a backup goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Place {
    /// The nearest: a folder on this computer, say.
    First,
    /// On another disk or computer.
    Second,
}

impl Place {
    /// Both, the nearer one first.
    pub const BOTH: [Self; 2] = [Self::First, Self::Second];
}

/// What is backed up by itself: where, how often, and how many files stay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Plan {
    /// Folder of the first place.
    pub first: Option<String>,
    /// Folder of the second place.
    pub second: Option<String>,
    /// How often.
    pub rhythm: Rhythm,
    /// Also when the program is closed and something has changed since.
    pub on_closing: bool,
    /// Files that stay in each place.
    pub keep: u32,
}

impl Default for Plan {
    fn default() -> Self {
        Self { first: None, second: None, rhythm: Rhythm::Off, on_closing: false, keep: USUAL_KEEP }
    }
}

impl Plan {
    /// The folder of a place.
    #[must_use]
    pub fn folder(&self, place: Place) -> Option<&str> {
        match place {
            Place::First => self.first.as_deref(),
            Place::Second => self.second.as_deref(),
        }
    }

    /// Refuses a plan that could not do what it promises: no place for what is to be made, or a number of files that
    /// makes no sense.
    ///
    /// # Errors
    /// [`Refusal::PlaceNeeded`], [`Refusal::KeepOutOfRange`].
    pub fn check(&self) -> Result<(), Refusal> {
        let promises = self.rhythm != Rhythm::Off || self.on_closing;
        if promises && Place::BOTH.iter().all(|place| self.folder(*place).is_none()) {
            return Err(Refusal::PlaceNeeded);
        }
        if !(1..=MOST_KEPT).contains(&self.keep) {
            return Err(Refusal::KeepOutOfRange { most: MOST_KEPT });
        }
        Ok(())
    }
}

/// Whether a place is due on that day, having had its last backup on `last`. A day that lies ahead says that the clock
/// was wrong, and counts for nothing.
#[must_use]
pub fn is_due(rhythm: Rhythm, last: Option<NaiveDate>, today: NaiveDate) -> bool {
    let every = match rhythm {
        Rhythm::Off => return false,
        Rhythm::Daily => 1,
        Rhythm::Weekly => 7,
    };
    last.is_none_or(|last| last > today || (today - last).num_days() >= every)
}

/// The day from which on all attached files are to be read and compared again, having last been so on `last`. A day that lies ahead says
/// that the clock was wrong, and counts for nothing.
#[must_use]
pub fn files_due_on(last: Option<NaiveDate>, today: NaiveDate) -> NaiveDate {
    let last = last.filter(|last| *last <= today);
    last.map_or(today, |last| last + Days::new(FILES_CHECKED_EVERY_DAYS.into()))
}

/// Days since the last copy in the second place; where there never was one, since the ledger was founded. A day that lies
/// ahead says that the clock was wrong, and counts for nothing.
#[must_use]
pub fn days_without_second(founded: NaiveDate, last: Option<NaiveDate>, today: NaiveDate) -> u32 {
    u32::try_from((today - last.filter(|last| *last <= today).unwrap_or(founded)).num_days()).unwrap_or(0)
}

/// Whether so many days without a copy in the second place are too many.
#[must_use]
pub fn is_warned(days_without_second: u32) -> bool {
    days_without_second >= WARN_AFTER_DAYS
}

/// How many of a place's oldest files are to go, now that the plan has made `made` there.
#[must_use]
pub fn surplus(made: usize, keep: u32) -> usize {
    made.saturating_sub(keep.max(1) as usize)
}

#[cfg(test)]
mod tests;
