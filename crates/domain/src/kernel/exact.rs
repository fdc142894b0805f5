//! Exact fractions for means and the overall score (settlement-rules.md, "Arithmetic"). No rounding happens
//! here unless a caller names the number of decimals.

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};
use rust_decimal::Decimal;
use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Mul, Sub};

/// An exact number: a fraction over big integers. Canonical text is a terminating decimal where there is one
/// (`88.4`), else a fraction (`271/3`).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Exact(BigRational);

impl Exact {
    /// Zero.
    #[must_use]
    pub fn zero() -> Self {
        Self(BigRational::zero())
    }

    /// A whole number.
    #[must_use]
    pub fn whole(n: i64) -> Self {
        Self(BigRational::from_integer(n.into()))
    }

    /// The fraction `numerator / denominator`; `None` where the denominator is zero.
    #[must_use]
    pub fn ratio(numerator: i64, denominator: i64) -> Option<Self> {
        (denominator != 0).then(|| Self(BigRational::new(numerator.into(), denominator.into())))
    }

    /// The mean of the values; `None` of an empty list.
    pub fn mean<'a>(values: impl IntoIterator<Item = &'a Exact>) -> Option<Self> {
        let mut sum = BigRational::zero();
        let mut count = 0_u64;
        for value in values {
            sum += &value.0;
            count += 1;
        }
        (count > 0).then(|| Self(sum / BigRational::from_integer(count.into())))
    }

    /// The mean of decimals. Decimals of one scale are summed as integers first, which keeps large quarters fast.
    pub fn mean_of_decimals(values: impl IntoIterator<Item = Decimal>) -> Option<Self> {
        const SCALE: u32 = 6;
        let mut sum: i128 = 0;
        let mut rest = BigRational::zero();
        let mut count = 0_u64;
        for value in values {
            count += 1;
            let scaled = (value.scale() <= SCALE)
                .then(|| value.mantissa().checked_mul(10_i128.pow(SCALE - value.scale())))
                .flatten()
                .and_then(|v| sum.checked_add(v));
            match scaled {
                Some(next) => sum = next,
                None => rest += Self::from(value).0,
            }
        }
        (count > 0).then(|| {
            // Reduced to lowest terms once; that is what costs time here.
            let mean = BigRational::new(sum.into(), BigInt::from(10_i64.pow(SCALE)) * count);
            Self(if rest.is_zero() { mean } else { mean + rest / BigRational::from_integer(count.into()) })
        })
    }

    /// Rounded half up (四舍五入, away from zero on a tie) to `decimals` places. A number that no decimal can hold (29
    /// digits) becomes the largest or smallest one; scores and fees are far from it.
    #[must_use]
    pub fn round(&self, decimals: u32) -> Decimal {
        let rounded = self
            .rounded_mantissa(decimals)
            .to_i128()
            .and_then(|mantissa| Decimal::try_from_i128_with_scale(mantissa, decimals).ok());
        let limit = if self.0.is_negative() { Decimal::MIN } else { Decimal::MAX };
        rounded.unwrap_or(limit)
    }

    /// This number times 10^`decimals`, rounded half up to a whole one.
    fn rounded_mantissa(&self, decimals: u32) -> BigInt {
        let scaled = &self.0 * BigRational::from_integer(BigInt::from(10_u32).pow(decimals));
        let half = BigRational::new(BigInt::one(), BigInt::from(2));
        let whole = (scaled.abs() + half).floor().to_integer();
        if self.0.is_negative() { -whole } else { whole }
    }

    /// Text with exactly `decimals` places, rounded half up. For print, never for further sums.
    #[must_use]
    pub fn to_fixed(&self, decimals: u32) -> String {
        with_point(&self.rounded_mantissa(decimals), decimals)
    }

    /// Divided by a whole number; `None` where the divisor is zero.
    #[must_use]
    pub fn divided_by(&self, divisor: u64) -> Option<Self> {
        (divisor != 0).then(|| Self(&self.0 / BigRational::from_integer(divisor.into())))
    }

    /// Divided by another exact number; `None` where that is zero.
    #[must_use]
    pub fn divided_by_exact(&self, divisor: &Self) -> Option<Self> {
        (!divisor.0.is_zero()).then(|| Self(&self.0 / &divisor.0))
    }

    /// Reads the canonical text back, however many digits it has.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        if let Some((n, d)) = text.split_once('/') {
            let (numerator, denominator) = (whole_number(n)?, whole_number(d)?);
            if denominator.is_zero() {
                return None;
            }
            return Some(Self(BigRational::new(numerator, denominator)));
        }
        let Some((whole, fraction)) = text.split_once('.') else {
            return whole_number(text).map(|n| Self(BigRational::from_integer(n)));
        };
        if whole.is_empty() || whole == "-" || !fraction.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        let mantissa = whole_number(&format!("{whole}{fraction}"))?;
        Some(Self(BigRational::new(mantissa, BigInt::from(10_u32).pow(fraction.len() as u32))))
    }
}

/// Reads digits with an optional minus; `BigInt` itself also takes underscores and a plus sign.
fn whole_number(text: &str) -> Option<BigInt> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    text.parse().ok()
}

/// The whole number `mantissa` / 10^`places` as text with that many places.
fn with_point(mantissa: &BigInt, places: u32) -> String {
    let sign = if mantissa.is_negative() { "-" } else { "" };
    let digits = mantissa.abs().to_string();
    if places == 0 {
        return format!("{sign}{digits}");
    }
    let width = places as usize + 1;
    let padded = format!("{digits:0>width$}");
    let (whole, fraction) = padded.split_at(padded.len() - places as usize);
    format!("{sign}{whole}.{fraction}")
}

impl From<Decimal> for Exact {
    fn from(value: Decimal) -> Self {
        Self(BigRational::new(value.mantissa().into(), BigInt::from(10_u32).pow(value.scale())))
    }
}

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0.denom().clone();
        let (mut twos, mut fives) = (0_u32, 0_u32);
        while rest.is_multiple_of(&BigInt::from(2)) {
            rest /= 2;
            twos += 1;
        }
        while rest.is_multiple_of(&BigInt::from(5)) {
            rest /= 5;
            fives += 1;
        }
        let places = twos.max(fives);
        if !rest.is_one() {
            return write!(f, "{}/{}", self.0.numer(), self.0.denom());
        }
        let scaled = (&self.0 * BigRational::from_integer(BigInt::from(10_u32).pow(places))).to_integer();
        f.write_str(&with_point(&scaled, places))
    }
}

impl Add for Exact {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Exact {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl Mul for Exact {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        Self(self.0 * other.0)
    }
}

impl Sum for Exact {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::zero(), |a, b| a + b)
    }
}

impl serde::Serialize for Exact {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Exact {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom("neither a decimal nor a fraction"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exact(text: &str) -> Exact {
        Exact::parse(text).unwrap()
    }

    #[test]
    fn rounds_ties_up_and_prints_canonically() {
        for (input, decimals, expected) in [
            ("89.995", 2, "90.00"),
            ("89.9949", 2, "89.99"),
            ("69.994", 2, "69.99"),
            ("271/3", 6, "90.333333"),
        ] {
            assert_eq!(exact(input).to_fixed(decimals), expected, "{input}");
        }
        assert_eq!(exact("88.40").to_string(), "88.4");
        assert_eq!(exact("271/3").to_string(), "271/3");
        assert_eq!(exact("-0.5").to_string(), "-0.5");
        assert_eq!(exact("-0.5").to_fixed(0), "-1");
    }

    #[test]
    fn reads_back_what_it_writes_however_long() {
        let tiny = Exact::ratio(1, 1 << 62).unwrap();
        assert_eq!(tiny.to_string().len(), 64);
        let long = "0.123456789012345678901234567890123456789012345678901";
        for number in [tiny, exact(long), exact("-271/3"), exact("-0.5"), exact("0"), Exact::whole(-7)] {
            assert_eq!(Exact::parse(&number.to_string()), Some(number.clone()), "{number}");
        }
        assert_eq!(exact(long).to_string(), long);
        for bad in ["", ".", "-", "-.5", ".5", "1/0", "1/", "/2", "1_0", "+1", "1.-5", "1e3", "NaN", "1.5/2"]
        {
            assert_eq!(Exact::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn rounding_beyond_what_a_decimal_holds_keeps_its_sign() {
        let huge = exact("123456789012345678901234567890123456789012345678901234567890.125");
        let negative = Exact::zero() - huge.clone();
        assert_eq!(huge.round(2), Decimal::MAX);
        assert_eq!(negative.round(2), Decimal::MIN);
        assert_eq!(negative.to_fixed(2), "-123456789012345678901234567890123456789012345678901234567890.13");
        assert_eq!(exact("-0.001").to_fixed(2), "0.00");
    }

    #[test]
    fn mean_of_decimals_equals_mean_of_fractions() {
        let values = ["90", "85.1234", "77.77"].map(|t| t.parse::<Decimal>().unwrap());
        let exacts: Vec<Exact> = values.iter().copied().map(Exact::from).collect();
        assert_eq!(Exact::mean_of_decimals(values), Exact::mean(&exacts));
        assert_eq!(Exact::mean_of_decimals([]), None);
        // Decimals too fine or too large for the quick sum are added exactly too.
        let odd = ["0.0000000000000000000000000001", "79228162514264337593543950335", "-1.5"];
        let values = odd.map(|t| t.parse::<Decimal>().unwrap());
        let exacts: Vec<Exact> = values.iter().copied().map(Exact::from).collect();
        assert_eq!(Exact::mean_of_decimals(values), Exact::mean(&exacts));
    }
}
