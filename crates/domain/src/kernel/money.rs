//! Money in yuan and fen, and the split of an amount into net and tax.

use super::Exact;
use super::decimal::{self, DecimalRefusal};
use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::ops::{Add, Neg, Sub};

/// An amount in yuan with exactly two decimals (fen). May be negative (扣回). Canonical text: `1060800.00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(into = "String")]
pub struct Yuan(Decimal);

/// Why a text is no amount of money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoneyRefusal {
    /// Not a decimal number.
    #[error("not a number")]
    NotANumber,
    /// Finer than a fen.
    #[error("more than two decimals")]
    TooFine,
    /// Beyond what the program settles (a trillion yuan).
    #[error("out of range")]
    OutOfRange,
}

impl From<DecimalRefusal> for MoneyRefusal {
    fn from(refusal: DecimalRefusal) -> Self {
        match refusal {
            DecimalRefusal::NotANumber => Self::NotANumber,
            DecimalRefusal::TooLarge => Self::OutOfRange,
            DecimalRefusal::TooFine => Self::TooFine,
        }
    }
}

impl Yuan {
    /// Nothing: `0.00`.
    pub const ZERO: Self = Self(Decimal::from_parts(0, 0, 0, false, 2));

    /// Reads `1,060,800.00`, `1060800` or `¥1060800.5`; at most two decimals.
    pub fn parse(text: &str) -> Result<Self, MoneyRefusal> {
        let plain: String =
            text.trim().trim_start_matches(['¥', '￥']).chars().filter(|c| *c != ',').collect();
        Self::from_decimal(decimal::read(&plain)?)
    }

    /// Takes a decimal that already has at most two decimals.
    pub fn from_decimal(value: Decimal) -> Result<Self, MoneyRefusal> {
        let value = value.normalize();
        if value.scale() > 2 {
            return Err(MoneyRefusal::TooFine);
        }
        if value.abs() >= Decimal::from(1_000_000_000_000_i64) {
            return Err(MoneyRefusal::OutOfRange);
        }
        Ok(Self::rounded(value))
    }

    /// Rounds to the fen, half up (away from zero on a tie), once.
    #[must_use]
    pub fn rounded(value: Decimal) -> Self {
        let mut rounded = value.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
        rounded.rescale(2);
        // What rounds to nothing has no sign: `-0.00` would be a second text for one amount.
        if rounded.is_zero() { Self::ZERO } else { Self(rounded) }
    }

    /// The amount as a decimal with two places.
    #[must_use]
    pub fn decimal(self) -> Decimal {
        self.0
    }

    /// This amount times a coefficient, rounded once to the fen (§7.3; half up).
    #[must_use]
    pub fn times(self, coefficient: Decimal) -> Self {
        let product = Exact::from(self.0) * Exact::from(coefficient);
        Self::rounded(product.round(2))
    }

    /// Whether the amount is below zero.
    #[must_use]
    pub fn is_negative(self) -> bool {
        self.0.is_sign_negative() && !self.0.is_zero()
    }

    /// With thousands separators: `1,060,800.00`.
    #[must_use]
    pub fn grouped(self) -> String {
        let text = self.0.abs().to_string();
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, "00"));
        let mut out = String::new();
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index).is_multiple_of(3) {
                out.push(',');
            }
            out.push(digit);
        }
        format!("{}{out}.{fraction}", if self.is_negative() { "-" } else { "" })
    }
}

impl fmt::Display for Yuan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl From<Yuan> for String {
    fn from(value: Yuan) -> Self {
        value.to_string()
    }
}

impl<'de> Deserialize<'de> for Yuan {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map_err(serde::de::Error::custom)
    }
}

impl Add for Yuan {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self::rounded(self.0.saturating_add(other.0))
    }
}

impl Sub for Yuan {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self::rounded(self.0.saturating_sub(other.0))
    }
}

impl Neg for Yuan {
    type Output = Self;
    fn neg(self) -> Self {
        if self.0.is_zero() { self } else { Self(-self.0) }
    }
}

impl std::iter::Sum for Yuan {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::ZERO, |a, b| a + b)
    }
}

/// A tax rate as a share of the net amount: 0.06 is 6 %. Held in 0..1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct TaxRate(Decimal);

impl TaxRate {
    /// Reads `0.06` or `6%`.
    pub fn parse(text: &str) -> Result<Self, MoneyRefusal> {
        let text = text.trim();
        let value = match text.strip_suffix(['%', '％']) {
            Some(percent) => {
                let value = decimal::read(percent.trim())?;
                value.checked_div(Decimal::ONE_HUNDRED).ok_or(MoneyRefusal::OutOfRange)?
            }
            None => decimal::read(text)?,
        };
        if value.is_sign_negative() || value >= Decimal::ONE {
            return Err(MoneyRefusal::OutOfRange);
        }
        Ok(Self(value.normalize()))
    }

    /// The rate as a share of the net amount.
    #[must_use]
    pub fn decimal(self) -> Decimal {
        self.0
    }

    /// As people write it: `6%`.
    #[must_use]
    pub fn percent(self) -> String {
        format!("{}%", (self.0 * Decimal::ONE_HUNDRED).normalize())
    }
}

impl<'de> Deserialize<'de> for TaxRate {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(deserializer)?).map_err(serde::de::Error::custom)
    }
}

/// An amount shown three ways: 含税, 不含税, 税额 (settlement-rules.md, row "tax").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct TaxSplit {
    /// 含税, yuan.
    pub gross: Yuan,
    /// 不含税 = gross / (1 + rate), rounded once, yuan.
    pub net: Yuan,
    /// 税额 = gross − net, yuan.
    pub tax: Yuan,
}

impl TaxSplit {
    /// Splits an amount that includes tax.
    #[must_use]
    pub fn of(gross: Yuan, rate: TaxRate) -> Self {
        let divisor = Exact::from(Decimal::ONE + rate.0);
        let net = match Exact::from(gross.0).divided_by_exact(&divisor) {
            Some(exact) => Yuan::rounded(exact.round(2)),
            None => gross,
        };
        Self { gross, net, tax: gross - net }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tax_of_the_worked_example() {
        let split = TaxSplit::of(Yuan::parse("1060800.00").unwrap(), TaxRate::parse("6%").unwrap());
        assert_eq!(split.net.to_string(), "1000754.72");
        assert_eq!(split.tax.to_string(), "60045.28");
    }

    #[test]
    fn reads_and_refuses() {
        assert_eq!(Yuan::parse("¥1,060,800.5").unwrap().grouped(), "1,060,800.50");
        assert_eq!(Yuan::parse("-100000").unwrap().grouped(), "-100,000.00");
        assert_eq!(Yuan::parse("1.005"), Err(MoneyRefusal::TooFine));
        assert_eq!(Yuan::parse("NaN"), Err(MoneyRefusal::NotANumber));
        assert_eq!(Yuan::parse("9e999"), Err(MoneyRefusal::NotANumber));
        assert_eq!(TaxRate::parse("106%"), Err(MoneyRefusal::OutOfRange));
        assert_eq!(Yuan::parse("999999999999.99").unwrap().grouped(), "999,999,999,999.99");
        assert_eq!(Yuan::parse("1000000000000"), Err(MoneyRefusal::OutOfRange));
        assert_eq!(Yuan::parse("7922816251426433759354395033"), Err(MoneyRefusal::OutOfRange));
        assert_eq!(Yuan::parse("99999999999999999999999999999"), Err(MoneyRefusal::OutOfRange));
        assert_eq!(Yuan::parse("0.0000000000000000000000000000000001"), Err(MoneyRefusal::TooFine));
        assert_eq!(Yuan::parse("1_000"), Err(MoneyRefusal::NotANumber));
    }

    #[test]
    fn an_amount_has_one_text_only() {
        let nothing: Yuan = [].into_iter().sum();
        for zero in [
            Yuan::ZERO,
            nothing,
            Yuan::parse("-0").unwrap(),
            Yuan::parse("-0.00").unwrap(),
            Yuan::rounded("-0.004".parse().unwrap()),
            Yuan::from_decimal("-0".parse().unwrap()).unwrap(),
            -Yuan::ZERO,
            Yuan::parse("5").unwrap() - Yuan::parse("5").unwrap(),
        ] {
            assert_eq!(zero.to_string(), "0.00");
            assert!(!zero.is_negative());
        }
        assert_eq!(Yuan::parse("12").unwrap().to_string(), "12.00");
        assert_eq!(Yuan::parse("1.5000").unwrap().to_string(), "1.50");
    }

    #[test]
    fn ties_round_away_from_zero() {
        for (value, expected) in
            [("0.005", "0.01"), ("-0.005", "-0.01"), ("0.015", "0.02"), ("0.025", "0.03"), ("0.0249", "0.02")]
        {
            assert_eq!(Yuan::rounded(value.parse().unwrap()).to_string(), expected, "{value}");
        }
        assert_eq!(Yuan::parse("0.01").unwrap().times("0.5".parse().unwrap()).to_string(), "0.01");
    }

    #[test]
    fn a_tax_rate_is_checked_wherever_it_is_read() {
        let rate = TaxRate::parse("6%").unwrap();
        assert_eq!(rate.percent(), "6%");
        let text = serde_json::to_string(&rate).unwrap();
        assert_eq!(text, "\"0.06\"");
        assert_eq!(serde_json::from_str::<TaxRate>(&text).unwrap(), rate);
        for bad in ["\"-1\"", "\"1\"", "\"six\"", "0.06"] {
            assert!(serde_json::from_str::<TaxRate>(bad).is_err(), "{bad}");
        }
    }

    proptest::proptest! {
        #[test]
        fn gross_is_net_and_tax(fen in -1_000_000_000_000_i64..1_000_000_000_000, basis in 0_i64..10_000) {
            let gross = Yuan::rounded(Decimal::new(fen, 2));
            let split = TaxSplit::of(gross, TaxRate(Decimal::new(basis, 4)));
            proptest::prop_assert_eq!(split.net + split.tax, gross);
            // net × (1 + rate) lies within half a fen times (1 + rate) of gross.
            let back = split.net.decimal() * (Decimal::ONE + Decimal::new(basis, 4));
            proptest::prop_assert!((back - gross.decimal()).abs() <= Decimal::new(1, 2));
        }

        #[test]
        fn text_reads_back(fen in -99_999_999_999_999_i64..99_999_999_999_999) {
            let amount = Yuan::rounded(Decimal::new(fen, 2));
            proptest::prop_assert_eq!(Yuan::parse(&amount.to_string()), Ok(amount));
            proptest::prop_assert_eq!(Yuan::parse(&amount.grouped()), Ok(amount));
        }
    }
}
