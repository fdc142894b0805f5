//! Times of day and halves of a day.

use serde::{Deserialize, Serialize, Serializer};
use std::fmt;

/// A minute of the day. Text: `08:30`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TimeOfDay(u16);

/// A text that is no time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a time of day")]
pub struct TimeRefusal;

/// Minutes of a day.
pub(super) const DAY: i32 = 24 * 60;

impl TimeOfDay {
    /// That hour and minute; 00:00 to 23:59.
    ///
    /// # Errors
    /// [`TimeRefusal`].
    pub fn new(hour: u16, minute: u16) -> Result<Self, TimeRefusal> {
        if hour < 24 && minute < 60 { Ok(Self(hour * 60 + minute)) } else { Err(TimeRefusal) }
    }

    /// Reads `8:30`, `08:30` or `08:30:12`, with either colon. Seconds go: a punch at 08:30:59 is one of 08:30.
    ///
    /// # Errors
    /// [`TimeRefusal`].
    pub fn parse(text: &str) -> Result<Self, TimeRefusal> {
        let number = |part: &str, least: usize| {
            let digits = (least..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
            if digits { part.parse::<u16>().map_err(|_| TimeRefusal) } else { Err(TimeRefusal) }
        };
        let mut parts = text.trim().split([':', '：']);
        let (hour, minute) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        if let Some(seconds) = parts.next()
            && number(seconds.split('.').next().unwrap_or_default(), 2)? > 59
        {
            return Err(TimeRefusal);
        }
        if parts.next().is_some() {
            return Err(TimeRefusal);
        }
        Self::new(number(hour, 1)?, number(minute, 2)?)
    }

    /// Minutes since midnight.
    #[must_use]
    pub fn minutes(self) -> u16 {
        self.0
    }
}

impl fmt::Display for TimeOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}

impl Serialize for TimeOfDay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for TimeOfDay {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        Self::parse(&text).map_err(serde::de::Error::custom)
    }
}

/// Half of a working day: before or after its rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Half {
    /// 上午: the first half, whenever the shift begins.
    First,
    /// 下午.
    Second,
}
