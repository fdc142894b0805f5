//! One score of 0 to 100 points.

use super::Exact;
use super::decimal::{self, DecimalRefusal};
use super::text::parsed;
use rust_decimal::{Decimal, RoundingStrategy};
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
        let value = decimal::read(text.trim()).map_err(|refusal| match refusal {
            DecimalRefusal::NotANumber => ScoreRefusal::NotANumber,
            DecimalRefusal::TooLarge => ScoreRefusal::OutOfRange,
            DecimalRefusal::TooFine => ScoreRefusal::TooFine,
        })?;
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

    /// Held within 0..=100 (settlement-rules.md formula 1), for a sum of item scores. Item points have at most four
    /// decimals, so that their sum needs no rounding; a finer sum is rounded half up.
    #[must_use]
    pub fn clamped(sum: Decimal) -> Self {
        let held = sum.clamp(Decimal::ZERO, Decimal::ONE_HUNDRED);
        Self(held.round_dp_with_strategy(4, RoundingStrategy::MidpointAwayFromZero).normalize())
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
        parsed(deserializer, Self::parse)
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
            ("-0", Ok("0")),
            ("8_8", Err(ScoreRefusal::NotANumber)),
            ("87.5000000000000000000000000000000001", Err(ScoreRefusal::TooFine)),
            ("99999999999999999999999999999999999999", Err(ScoreRefusal::OutOfRange)),
        ] {
            assert_eq!(Score::parse(text).map(|s| s.to_string()), expected.map(str::to_owned), "{text}");
        }
    }

    #[test]
    fn a_sum_of_items_is_held_within_limits() {
        for (sum, expected) in [
            ("-3", "0"),
            ("101.5", "100"),
            ("87.50", "87.5"),
            ("87.12345", "87.1235"),
            ("87.12325", "87.1233"),
            ("79228162514264337593543950335", "100"),
            ("-79228162514264337593543950335", "0"),
        ] {
            assert_eq!(Score::clamped(sum.parse().unwrap()).to_string(), expected, "{sum}");
        }
        assert_eq!(Score::from_decimal("-0.0".parse().unwrap()).unwrap().to_string(), "0");
    }
}
