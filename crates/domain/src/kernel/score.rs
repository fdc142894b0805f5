//! One score of 0 to 100 points.

use super::Exact;
use super::decimal::{self, DecimalRefusal};
use super::text::parsed;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A score in points, 0..=100, with at most four decimals: held as a whole number of ten-thousandths, which is exact and
/// small. A quarter holds tens of thousands of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "String")]
pub struct Score(u32);

/// Decimals of a score.
const PLACES: u32 = 4;
/// One point.
const POINT: u32 = 10_u32.pow(PLACES);

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
    pub const ZERO: Self = Self(0);
    /// Full points.
    pub const FULL: Self = Self(100 * POINT);

    /// Reads `87.5`; full-width digits are not numbers here, a spreadsheet reader folds them first.
    pub fn parse(text: &str) -> Result<Self, ScoreRefusal> {
        if let Some(short) = Self::parse_short(text) {
            return Ok(short);
        }
        let value = decimal::read(text.trim()).map_err(|refusal| match refusal {
            DecimalRefusal::NotANumber => ScoreRefusal::NotANumber,
            DecimalRefusal::TooLarge => ScoreRefusal::OutOfRange,
            DecimalRefusal::TooFine => ScoreRefusal::TooFine,
        })?;
        Self::from_decimal(value)
    }

    /// What nearly every score is: digits, and perhaps a point with one to four more behind it. `None`: to be read with
    /// all care.
    fn parse_short(text: &str) -> Option<Self> {
        let (mut digits, mut places) = (0_u32, None);
        if text.len() > "100.0000".len() || text.starts_with('.') || text.is_empty() {
            return None;
        }
        for byte in text.bytes() {
            match byte {
                b'0'..=b'9' => {
                    digits = digits * 10 + u32::from(byte - b'0');
                    places = places.map(|places: u32| places + 1);
                }
                b'.' if places.is_none() => places = Some(0),
                _ => return None,
            }
        }
        let factor = match places {
            None => POINT,
            Some(1) => POINT / 10,
            Some(2) => POINT / 100,
            Some(3) => POINT / 1_000,
            Some(4) => 1,
            Some(_) => return None,
        };
        digits.checked_mul(factor).map(Self).filter(|score| *score <= Self::FULL)
    }

    /// Takes a decimal, within 0..=100 and at most four decimals.
    pub fn from_decimal(value: Decimal) -> Result<Self, ScoreRefusal> {
        let value = value.normalize();
        if value < Decimal::ZERO || value > Decimal::ONE_HUNDRED {
            return Err(ScoreRefusal::OutOfRange);
        }
        if value.scale() > PLACES {
            return Err(ScoreRefusal::TooFine);
        }
        Ok(Self::nearest(value))
    }

    /// Held within 0..=100 (settlement-rules.md formula 1), for a sum of item scores. Item points have at most four
    /// decimals, so that their sum needs no rounding; a finer sum is rounded half up.
    #[must_use]
    pub fn clamped(sum: Decimal) -> Self {
        Self::nearest(sum.clamp(Decimal::ZERO, Decimal::ONE_HUNDRED))
    }

    /// A decimal within 0..=100, rounded half up where it is too fine.
    fn nearest(value: Decimal) -> Self {
        let mut held = value.round_dp_with_strategy(PLACES, RoundingStrategy::MidpointAwayFromZero);
        held.rescale(PLACES);
        Self(u32::try_from(held.mantissa()).expect("0 to 100 points are at most 1,000,000 ten-thousandths"))
    }

    /// The mean; `None` of nobody's scores.
    pub fn mean(scores: impl IntoIterator<Item = Self>) -> Option<Exact> {
        let (mut sum, mut count) = (0_i64, 0_i64);
        for score in scores {
            sum += i64::from(score.0);
            count += 1;
        }
        Exact::ratio(sum, count * i64::from(POINT))
    }

    /// The points as a decimal, without zeros at its end.
    #[must_use]
    pub fn decimal(self) -> Decimal {
        Decimal::new(self.0.into(), PLACES).normalize()
    }

    /// The points as an exact number.
    #[must_use]
    pub fn exact(self) -> Exact {
        Exact::from(self.decimal())
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.decimal().fmt(f)
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
            ("100.0000", Ok("100")),
            ("99.9999", Ok("99.9999")),
            ("00000087", Ok("87")),
            ("007.250", Ok("7.25")),
            ("99999999", Err(ScoreRefusal::OutOfRange)),
            ("0.00001", Err(ScoreRefusal::TooFine)),
            ("0.000010", Err(ScoreRefusal::TooFine)),
            (" 87.5 ", Ok("87.5")),
            ("5.", Ok("5")),
            (".5", Ok("0.5")),
            ("+5", Ok("5")),
            (".", Err(ScoreRefusal::NotANumber)),
            ("1.2.3", Err(ScoreRefusal::NotANumber)),
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

    #[test]
    fn the_mean_is_exact() {
        let scores = ["90", "85.1234", "77.7", "0", "100"].map(|text| Score::parse(text).unwrap());
        let exacts = scores.map(Score::exact);
        assert_eq!(Score::mean(scores), Exact::mean(&exacts));
        assert_eq!(Score::mean([Score::FULL, Score::ZERO, Score::ZERO]), Exact::ratio(100, 3));
        assert_eq!(Score::mean([]), None);
    }

    #[test]
    fn every_score_reads_as_it_is_written() {
        for ten_thousandths in (0..=1_000_000).step_by(7) {
            let score = Score::from_decimal(Decimal::new(ten_thousandths, 4)).unwrap();
            let text = score.to_string();
            assert_eq!(text, Decimal::new(ten_thousandths, 4).normalize().to_string());
            assert_eq!(Score::parse(&text), Ok(score));
            assert_eq!(Score::parse(&format!("{text} ")), Ok(score), "read with all care");
        }
    }
}
