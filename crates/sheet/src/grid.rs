//! Cells as they stand in a file, before anybody asks what they should be.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use std::collections::BTreeMap;

/// What one cell holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Raw {
    /// Text.
    Text(String),
    /// A number, as the decimal text that Excel shows with 15 significant digits; `NaN` and `inf` where a file says so.
    Number(String),
    /// A number in a percent format, as the share it stores: 6% is 0.06.
    Percent(String),
    /// A date cell without a time.
    Day(NaiveDate),
    /// A date cell with a time, or a time alone, as text.
    Moment(String),
    /// TRUE or FALSE.
    Truth(bool),
    /// `#REF!` and its like.
    Fault(String),
    /// A formula without a stored result.
    Uncalculated,
}

impl Raw {
    /// The cell as text, for messages and for text columns.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::Text(text) | Self::Number(text) | Self::Moment(text) | Self::Fault(text) => text.clone(),
            Self::Percent(share) => match share.parse::<Decimal>() {
                Ok(share) => format!("{}%", (share * Decimal::ONE_HUNDRED).normalize()),
                Err(_) => share.clone(),
            },
            Self::Day(day) => day.to_string(),
            Self::Truth(true) => "TRUE".to_owned(),
            Self::Truth(false) => "FALSE".to_owned(),
            Self::Uncalculated => "=…".to_owned(),
        }
    }

    /// Whether nothing but blanks stands in it.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        matches!(self, Self::Text(text) if text.chars().all(is_blank_char))
    }
}

/// Blanks that people paste without seeing them: spaces of every width, zero-width marks, direction marks, BOM.
pub(crate) fn is_blank_char(c: char) -> bool {
    c.is_whitespace() || is_invisible(c)
}

pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

/// One sheet: cells by row and column, both as in the file (rows from 1, columns from 0). Blank cells are left out.
#[derive(Clone, Debug, Default)]
pub(crate) struct Grid {
    /// `None` in a CSV file.
    pub(crate) name: Option<String>,
    pub(crate) rows: BTreeMap<u32, BTreeMap<u32, Raw>>,
    /// Merged ranges: (first row, first column, last row, last column).
    pub(crate) merged: Vec<(u32, u32, u32, u32)>,
    /// Whether serial numbers count from 1904.
    pub(crate) from_1904: bool,
}

impl Grid {
    pub(crate) fn put(&mut self, row: u32, column: u32, raw: Raw) {
        if !raw.is_blank() {
            self.rows.entry(row).or_default().insert(column, raw);
        }
    }

    /// The number there was shown as a percentage.
    pub(crate) fn make_percent(&mut self, row: u32, column: u32) {
        if let Some(raw) = self.rows.get_mut(&row).and_then(|cells| cells.get_mut(&column))
            && let Raw::Number(share) = raw
        {
            *raw = Raw::Percent(std::mem::take(share));
        }
    }
}

/// Column letters as Excel shows them: 0 → `A`, 27 → `AB`.
pub(crate) fn letters(column: u32) -> String {
    rust_xlsxwriter::utility::column_number_to_name(u16::try_from(column).unwrap_or(0x7fff))
}

/// The decimal text of a stored double as Excel shows it: 15 significant digits, without trailing zeros.
///
/// Excel stores 87.1 as the nearest double, and 88.30000000000001 where a sum has left noise; at 15 digits both are what the
/// user sees. No arithmetic is done on the double: its exact value is rounded once, by the formatter.
pub(crate) fn decimal_text(value: f64) -> String {
    if !value.is_finite() {
        return if value.is_nan() { "NaN".to_owned() } else { format!("{value}") };
    }
    let scientific = format!("{value:.14e}");
    let Some((digits, exponent)) = scientific.split_once('e') else { return scientific };
    let exponent: i32 = exponent.parse().unwrap_or_default();
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |rest| ("-", rest));
    let digits: String = digits.chars().filter(|c| *c != '.').collect();
    let digits = digits.trim_end_matches('0');
    if digits.is_empty() {
        return "0".to_owned();
    }
    // Beyond these a plain decimal would only be a row of zeros; no column takes such a number.
    if !(-30..=30).contains(&exponent) {
        return format!("{value:e}");
    }
    let point = exponent + 1;
    if point <= 0 {
        return format!("{sign}0.{}{digits}", "0".repeat(point.unsigned_abs() as usize));
    }
    let point = point as usize;
    if digits.len() <= point {
        return format!("{sign}{digits}{}", "0".repeat(point - digits.len()));
    }
    format!("{sign}{}.{}", &digits[..point], &digits[point..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubles_as_excel_shows_them() {
        for (value, expected) in [
            (87.1, "87.1"),
            (88.300_000_000_000_01, "88.3"),
            (0.1 + 0.2, "0.3"),
            (100.0, "100"),
            (0.0, "0"),
            (-0.0, "0"),
            (0.06, "0.06"),
            (-12.5, "-12.5"),
            (1_060_800.0, "1060800"),
            (13_800_000_000.0, "13800000000"),
            (999_999_999_999.99, "999999999999.99"),
            (0.000_012_3, "0.0000123"),
            (f64::NAN, "NaN"),
            (f64::INFINITY, "inf"),
            (1e300, "1e300"),
            (1e20, "100000000000000000000"),
        ] {
            assert_eq!(decimal_text(value), expected);
        }
    }

    #[test]
    fn column_letters() {
        assert_eq!((letters(0), letters(25), letters(27)), ("A".into(), "Z".into(), "AB".into()));
    }
}
