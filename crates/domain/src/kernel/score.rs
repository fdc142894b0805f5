//! One score of 0 to 100 points.

use super::Exact;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::fmt;

/// A score in points, 0..=100, with at most four decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "String")]
pub struct Score(Decimal);

/// Why a text is no score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ScoreRefusal {
    /// Not a decimal number (empty, `NaN`, `9e999`, words).
    #[error("not a number")]
    NotANumber,
    /// Below 0 or above 100.
    #[error("outside 0..100")]
    OutOfRange,
    /// More than four decimals.
    #[error("more than four decimals")]
    TooFine,
}

impl Score {
    /// No points.
    pub const ZERO: Self = Self(Decimal::ZERO);
    /// Full points.
    pub const FULL: Self = Self(Decimal::ONE_HUNDRED);

    /// Reads `87.5`; full-width digits are not numbers here, a spreadsheet reader folds them first.
    pub fn parse(text: &str) -> Result<Self, ScoreRefusal> {
        let value: Decimal = text.trim().parse().map_err(|_| ScoreRefusal::NotANumber)?;
        Self::from_decimal(value)
    }

    /// Takes a decimal, within 0..=100 and at most four decimals.
    pub fn from_decimal(value: Decimal) -> Result<Self, ScoreRefusal> {
        let value = value.normalize();
        if value < Decimal::ZERO || value > Decimal::ONE_HUNDRED {
            return Err(ScoreRefusal::OutOfRange);
        }
        if value.scale() > 4 {
            return Err(ScoreRefusal::TooFine);
        }
        Ok(Self(value))
    }

    /// Held within 0..=100 (settlement-rules.md formula 1), for a sum of item scores.
    #[must_use]
    pub fn clamped(sum: Decimal) -> Self {
        Self(sum.clamp(Decimal::ZERO, Decimal::ONE_HUNDRED).round_dp(4).normalize())
    }

    /// The points as a decimal.
    #[must_use]
    pub fn decimal(self) -> Decimal {
        self.0
    }

    /// The points as an exact number.
    #[must_use]
    pub fn exact(self) -> Exact {
        Exact::from(self.0)
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<Score> for String {
    fn from(value: Score) -> Self {
        value.to_string()
    }
}

impl<'de> Deserialize<'de> for Score {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits() {
        for (text, expected) in [
            ("100.01", Err(ScoreRefusal::OutOfRange)),
            ("-0.0001", Err(ScoreRefusal::OutOfRange)),
            ("NaN", Err(ScoreRefusal::NotANumber)),
            ("9e999", Err(ScoreRefusal::NotANumber)),
            ("", Err(ScoreRefusal::NotANumber)),
            ("88.00001", Err(ScoreRefusal::TooFine)),
            ("88.50000", Ok("88.5")),
            ("100", Ok("100")),
        ] {
            assert_eq!(Score::parse(text).map(|s| s.to_string()), expected.map(str::to_owned), "{text}");
        }
    }
}
