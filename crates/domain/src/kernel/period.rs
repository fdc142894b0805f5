//! Months and quarters of the calendar.

use super::text::parsed;
use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A calendar month. Text: `2026-07`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "String")]
pub struct Month {
    year: i32,
    month: u32,
}

/// A calendar quarter. Text: `2026Q3`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "String")]
pub struct Quarter {
    year: i32,
    quarter: u32,
}

/// A text that is no period: months are written `2026-07`, quarters `2026Q3`, years 2000..=2199.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a period")]
pub struct PeriodRefusal;

const YEARS: std::ops::RangeInclusive<i32> = 2000..=2199;

impl Month {
    /// The month of that year; years 2000..=2199, months 1..=12.
    pub fn new(year: i32, month: u32) -> Result<Self, PeriodRefusal> {
        if YEARS.contains(&year) && (1..=12).contains(&month) {
            Ok(Self { year, month })
        } else {
            Err(PeriodRefusal)
        }
    }

    /// Reads `2026-07`, `2026/7`, `2026年7月` or `202607`.
    pub fn parse(text: &str) -> Result<Self, PeriodRefusal> {
        let text = text.trim();
        let (year, month) = if text.len() == 6 && text.bytes().all(|b| b.is_ascii_digit()) {
            text.split_at(4)
        } else {
            let text = text.strip_suffix('月').unwrap_or(text);
            text.split_once(['-', '/', '年', '.']).ok_or(PeriodRefusal)?
        };
        // A plus sign parses as a number elsewhere; here only digits do.
        if !year.bytes().chain(month.bytes()).all(|b| b.is_ascii_digit()) {
            return Err(PeriodRefusal);
        }
        Self::new(year.parse().map_err(|_| PeriodRefusal)?, month.parse().map_err(|_| PeriodRefusal)?)
    }

    /// The month a day lies in; `None` outside the years 2000..=2199.
    #[must_use]
    pub fn of(day: NaiveDate) -> Option<Self> {
        Self::new(day.year(), day.month()).ok()
    }

    /// First day.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, self.month, 1).unwrap_or_default()
    }

    /// Last day.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        self.next().first_day().checked_sub_days(Days::new(1)).unwrap_or_default()
    }

    /// The month after.
    #[must_use]
    pub fn next(self) -> Self {
        if self.month == 12 {
            Self { year: self.year + 1, month: 1 }
        } else {
            Self { year: self.year, month: self.month + 1 }
        }
    }

    /// The quarter it belongs to.
    #[must_use]
    pub fn quarter(self) -> Quarter {
        Quarter { year: self.year, quarter: self.month.div_ceil(3) }
    }

    /// Calendar year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.year
    }

    /// 1..=12.
    #[must_use]
    pub fn number(self) -> u32 {
        self.month
    }

    /// `2026年7月`.
    #[must_use]
    pub fn words(self) -> String {
        format!("{}年{}月", self.year, self.month)
    }
}

impl Quarter {
    /// The quarter of that year; years 2000..=2199, quarters 1..=4.
    pub fn new(year: i32, quarter: u32) -> Result<Self, PeriodRefusal> {
        if YEARS.contains(&year) && (1..=4).contains(&quarter) {
            Ok(Self { year, quarter })
        } else {
            Err(PeriodRefusal)
        }
    }

    /// Reads `2026Q3` (either case).
    pub fn parse(text: &str) -> Result<Self, PeriodRefusal> {
        let (year, quarter) = text.trim().split_once(['Q', 'q']).ok_or(PeriodRefusal)?;
        if year.len() != 4 || quarter.len() != 1 {
            return Err(PeriodRefusal);
        }
        Self::new(year.parse().map_err(|_| PeriodRefusal)?, quarter.parse().map_err(|_| PeriodRefusal)?)
    }

    /// Its three months in order.
    #[must_use]
    pub fn months(self) -> [Month; 3] {
        let first = Month { year: self.year, month: self.quarter * 3 - 2 };
        [first, first.next(), first.next().next()]
    }

    /// The quarter after (Q4 → Q1 of the next year).
    #[must_use]
    pub fn next(self) -> Self {
        if self.quarter == 4 {
            Self { year: self.year + 1, quarter: 1 }
        } else {
            Self { year: self.year, quarter: self.quarter + 1 }
        }
    }

    /// The quarter before.
    #[must_use]
    pub fn previous(self) -> Self {
        if self.quarter == 1 {
            Self { year: self.year - 1, quarter: 4 }
        } else {
            Self { year: self.year, quarter: self.quarter - 1 }
        }
    }

    /// First day.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        self.months()[0].first_day()
    }

    /// Last day.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        self.months()[2].last_day()
    }

    /// Calendar year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.year
    }

    /// 1..=4.
    #[must_use]
    pub fn number(self) -> u32 {
        self.quarter
    }

    /// `2026年第三季度`.
    #[must_use]
    pub fn words(self) -> String {
        let ordinal = ["一", "二", "三", "四"][self.quarter as usize - 1];
        format!("{}年第{ordinal}季度", self.year)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}Q{}", self.year, self.quarter)
    }
}

impl From<Month> for String {
    fn from(value: Month) -> Self {
        value.to_string()
    }
}

impl From<Quarter> for String {
    fn from(value: Quarter) -> Self {
        value.to_string()
    }
}

impl<'de> Deserialize<'de> for Month {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parsed(deserializer, Self::parse)
    }
}

impl<'de> Deserialize<'de> for Quarter {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        parsed(deserializer, Self::parse)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_people_write() {
        for text in ["2026-07", "2026/7", "2026年7月", "202607", " 2026-7 "] {
            assert_eq!(Month::parse(text).unwrap().to_string(), "2026-07", "{text}");
        }
        for text in ["2026-13", "26-07", "2026", "2026-+7", "", "９９９９-01"] {
            assert!(Month::parse(text).is_err(), "{text}");
        }
        assert_eq!(Quarter::parse("2026Q4").unwrap().next().to_string(), "2027Q1");
        assert_eq!(Quarter::parse("2027q1").unwrap().previous().to_string(), "2026Q4");
        assert!(Quarter::parse("2026Q5").is_err());
    }

    #[test]
    fn last_days() {
        assert_eq!(Month::parse("2024-02").unwrap().last_day().to_string(), "2024-02-29");
        assert_eq!(Quarter::parse("2026Q4").unwrap().last_day().to_string(), "2026-12-31");
    }
}
