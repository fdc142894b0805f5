//! Reading a decimal as people and files write it, without losing a digit.

use rust_decimal::Decimal;

/// Why a text is no decimal that can be held exactly.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DecimalRefusal {
    /// Not digits with at most one point and one sign.
    NotANumber,
    /// More digits before the point than 28.
    TooLarge,
    /// More digits than 28 because of those after the point.
    TooFine,
}

/// Reads `-12.50`. `rust_decimal` alone takes underscores and rounds what is longer than it can hold; both would let
/// a text pass that says something else than the number read. Zero has no sign.
pub(super) fn read(text: &str) -> Result<Decimal, DecimalRefusal> {
    if let Some(short) = read_short(text) {
        return Ok(short);
    }
    let (negative, unsigned) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
    let digits = || whole.bytes().chain(fraction.bytes());
    if digits().next().is_none() || !digits().all(|b| b.is_ascii_digit()) {
        return Err(DecimalRefusal::NotANumber);
    }
    let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
    if whole.len() > 28 {
        return Err(DecimalRefusal::TooLarge);
    }
    if whole.len() + fraction.len() > 28 {
        return Err(DecimalRefusal::TooFine);
    }
    let mantissa =
        whole.bytes().chain(fraction.bytes()).fold(0_i128, |sum, b| sum * 10 + i128::from(b - b'0'));
    let signed = if negative { -mantissa } else { mantissa };
    Decimal::try_from_i128_with_scale(signed, fraction.len() as u32).map_err(|_| DecimalRefusal::TooLarge)
}

/// What nearly every score is: at most 18 digits, at most one point with a digit on each side, no sign, nothing to be
/// cut off its end. `None`: to be read with all care.
fn read_short(text: &str) -> Option<Decimal> {
    let bytes = text.as_bytes();
    if bytes.len() > 18 || bytes.ends_with(b".") || bytes.starts_with(b".") {
        return None;
    }
    let (mut mantissa, mut scale) = (0_i64, None);
    for byte in bytes {
        match byte {
            b'0'..=b'9' => {
                mantissa = mantissa * 10 + i64::from(byte - b'0');
                scale = scale.map(|places: u32| places + 1);
            }
            b'.' if scale.is_none() => scale = Some(0),
            _ => return None,
        }
    }
    let cut = scale.is_some() && bytes.ends_with(b"0");
    (!bytes.is_empty() && !cut).then(|| Decimal::new(mantissa, scale.unwrap_or(0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_digits_only_and_never_rounds() {
        for (text, expected) in [
            ("87.50", Ok("87.5")),
            ("87.5", Ok("87.5")),
            ("0.05", Ok("0.05")),
            ("100", Ok("100")),
            ("007.25", Ok("7.25")),
            ("1.00", Ok("1")),
            ("123456789012345678", Ok("123456789012345678")),
            ("12345678901234567.8", Ok("12345678901234567.8")),
            ("1.2.3", Err(DecimalRefusal::NotANumber)),
            ("1..3", Err(DecimalRefusal::NotANumber)),
            ("-0", Ok("0")),
            ("-0.000", Ok("0")),
            ("+5", Ok("5")),
            (".5", Ok("0.5")),
            ("5.", Ok("5")),
            ("0000000000000000000000000000000000012", Ok("12")),
            ("1.0000000000000000000000000000000000000", Ok("1")),
            ("7922816251426433759354395033", Ok("7922816251426433759354395033")),
            ("", Err(DecimalRefusal::NotANumber)),
            (".", Err(DecimalRefusal::NotANumber)),
            ("-", Err(DecimalRefusal::NotANumber)),
            ("--5", Err(DecimalRefusal::NotANumber)),
            ("+-5", Err(DecimalRefusal::NotANumber)),
            ("8_8", Err(DecimalRefusal::NotANumber)),
            ("1e2", Err(DecimalRefusal::NotANumber)),
            ("1.2.3", Err(DecimalRefusal::NotANumber)),
            ("８８", Err(DecimalRefusal::NotANumber)),
            ("79228162514264337593543950335", Err(DecimalRefusal::TooLarge)),
            ("87.50000000000000000000000000000000001", Err(DecimalRefusal::TooFine)),
        ] {
            assert_eq!(read(text).map(|d| d.to_string()), expected.map(str::to_owned), "{text}");
        }
    }
}
