//! From a cell to a value: one function for each kind of value, `Raw → Result<T, Expected>`.
//!
//! Full-width digits and letters are folded and unseen marks dropped wherever a value is not free text. A number is taken
//! with the 15 significant digits that Excel shows; nothing here computes with binary floating point.

use crate::Expected;
use crate::excel::day_of_serial;
use crate::grid::{is_blank_char, is_invisible};
use chrono::NaiveDate;
use domain::attendance::TimeOfDay;
use domain::kernel::{ContractNo, Month, Quarter, Score, StaffNo, TaxRate, UnitCode, Yuan};
use rust_decimal::Decimal;

pub use crate::grid::Raw;

/// Most characters of a text cell: more than any name or note needs, less than Excel's own 32,767.
pub const MOST_CHARACTERS: usize = 4000;
/// First and last year of a date: the same as of the domain's periods.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2199;

/// A cell with what is needed to understand it.
#[derive(Clone, Copy, Debug)]
pub struct Cell<'a> {
    /// What it holds; never blank.
    pub raw: &'a Raw,
    /// Whether serial numbers in this file count from 1904.
    pub from_1904: bool,
}

/// Full-width forms become ASCII, unseen marks go, outer blanks go.
#[must_use]
pub fn folded(text: &str) -> String {
    let plain: String = text
        .chars()
        .filter(|c| !is_invisible(*c))
        .map(|c| match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
            '\u{3000}' | '\u{a0}' => ' ',
            other => other,
        })
        .collect();
    plain.trim().to_owned()
}

/// Free text: outer blanks go, line breaks inside stay, other control characters are refused.
pub fn text(cell: Cell<'_>) -> Result<String, Expected> {
    let expected = Expected::Text { most: MOST_CHARACTERS };
    let text = match cell.raw {
        Raw::Fault(_) => return Err(expected),
        Raw::Uncalculated => return Err(Expected::CalculatedValue),
        Raw::Number(number) if lost_digits(number) => return Err(Expected::DigitsAsText),
        raw => raw.shown(),
    };
    let text = text.trim_matches(is_blank_char).replace("\r\n", "\n");
    let printable = text.chars().all(|c| c == '\n' || c == '\t' || !c.is_control());
    if text.chars().count() > MOST_CHARACTERS || !printable { Err(expected) } else { Ok(text) }
}

/// An identifier: text or a number stored as one; a date is what Excel makes of a code such as 3-1, and is refused.
fn identifier<T, E>(cell: Cell<'_>, parse: impl Fn(&str) -> Result<T, E>) -> Result<T, Expected> {
    match cell.raw {
        Raw::Text(text) => parse(&folded(text)).map_err(|_| Expected::Identifier),
        Raw::Number(number) if lost_digits(number) => Err(Expected::DigitsAsText),
        Raw::Number(number) => parse(number).map_err(|_| Expected::Identifier),
        Raw::Uncalculated => Err(Expected::CalculatedValue),
        Raw::Percent(_) | Raw::Day(_) | Raw::Moment(_) | Raw::Truth(_) | Raw::Fault(_) => {
            Err(Expected::Identifier)
        }
    }
}

/// A number of more than 15 digits, whose last ones Excel has replaced by zeros, or no number at all.
fn lost_digits(number: &str) -> bool {
    number.bytes().filter(u8::is_ascii_digit).count() > 15 || number.bytes().any(|b| b.is_ascii_alphabetic())
}

/// 单位代码.
pub fn unit_code(cell: Cell<'_>) -> Result<UnitCode, Expected> {
    identifier(cell, UnitCode::parse)
}

/// 工号.
pub fn staff_no(cell: Cell<'_>) -> Result<StaffNo, Expected> {
    identifier(cell, StaffNo::parse)
}

/// 合同号.
pub fn contract_no(cell: Cell<'_>) -> Result<ContractNo, Expected> {
    identifier(cell, ContractNo::parse)
}

/// A telephone number, kept as text.
pub fn phone(cell: Cell<'_>) -> Result<String, Expected> {
    match cell.raw {
        Raw::Text(text) => {
            let text = folded(text);
            let plain = text.chars().all(|c| c.is_ascii_digit() || " -+()/;,".contains(c));
            if plain && text.len() <= 60 { Ok(text) } else { Err(Expected::Text { most: 60 }) }
        }
        _ => identifier(cell, |text| Ok::<_, ()>(text.to_owned())),
    }
}

/// Most characters of a contact or a skill, and most skills.
const PERSONAL: usize = 60;

/// A text of at most 60 characters.
pub fn short_text(cell: Cell<'_>) -> Result<String, Expected> {
    let text = text(cell)?;
    if text.chars().count() <= PERSONAL { Ok(text) } else { Err(Expected::Text { most: PERSONAL }) }
}

/// 技能, one or several.
pub fn skills(cell: Cell<'_>) -> Result<Vec<String>, Expected> {
    let skills = domain::people::skills_of(&text(cell)?);
    let fits = skills.len() <= PERSONAL && skills.iter().all(|skill| skill.chars().count() <= PERSONAL);
    if fits { Ok(skills) } else { Err(Expected::Text { most: PERSONAL }) }
}

/// A day: a date cell, a serial number in a number cell, or text such as 2026/7/1, 2026-07-01, 2026年7月1日, 20260701. A time
/// other than midnight, and orders such as 7/1/2026, are refused.
pub fn date(cell: Cell<'_>) -> Result<NaiveDate, Expected> {
    use chrono::Datelike;
    let expected = Expected::Date { from_year: *YEARS.start(), to_year: *YEARS.end() };
    let day = match cell.raw {
        Raw::Day(day) => Some(*day),
        Raw::Number(number) if number.len() == 8 => compact_day(number),
        Raw::Number(number) => number.parse().ok().and_then(|serial| day_of_serial(serial, cell.from_1904)),
        Raw::Text(text) => day_of_text(&folded(text)),
        Raw::Uncalculated => return Err(Expected::CalculatedValue),
        Raw::Percent(_) | Raw::Moment(_) | Raw::Truth(_) | Raw::Fault(_) => None,
    };
    day.filter(|day| YEARS.contains(&day.year())).ok_or(expected)
}

fn compact_day(text: &str) -> Option<NaiveDate> {
    if text.len() != 8 || !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    NaiveDate::from_ymd_opt(text[..4].parse().ok()?, text[4..6].parse().ok()?, text[6..].parse().ok()?)
}

fn day_of_text(text: &str) -> Option<NaiveDate> {
    // A midnight that another program wrote behind the day says nothing.
    let text = match text.split_once([' ', 'T']) {
        Some((day, time)) if time.trim().chars().all(|c| matches!(c, '0' | ':' | '.' | 'Z')) => day,
        Some(_) => return None,
        None => text,
    };
    if let Some(day) = compact_day(text) {
        return Some(day);
    }
    let parts: Vec<&str> = match text.strip_suffix(['日', '号']) {
        Some(chinese) => {
            let (year, rest) = chinese.split_once('年')?;
            let (month, day) = rest.split_once('月')?;
            vec![year, month, day]
        }
        None => {
            let separator = text.chars().find(|c| matches!(c, '-' | '/' | '.'))?;
            text.split(separator).collect()
        }
    };
    let [year, month, day] = parts.as_slice() else { return None };
    let digits = |part: &str, most: usize| {
        !part.is_empty() && part.len() <= most && part.bytes().all(|b| b.is_ascii_digit())
    };
    if year.len() != 4 || !digits(year, 4) || !digits(month, 2) || !digits(day, 2) {
        return None;
    }
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// A day with a time: `2026-07-01 08:25:33`, `2026/7/1 8:25`, a date cell with a time, or its serial number.
pub fn moment(cell: Cell<'_>) -> Result<(NaiveDate, TimeOfDay), Expected> {
    use chrono::Datelike;
    let text = match cell.raw {
        Raw::Text(text) | Raw::Moment(text) => folded(text),
        Raw::Number(number) => {
            let found = number.split_once('.').and_then(|(whole, _)| {
                let day = day_of_serial(whole.parse().ok()?, cell.from_1904)?;
                Some((day, time_of_serial(number)?))
            });
            return found.filter(|(day, _)| YEARS.contains(&day.year())).ok_or(Expected::Moment);
        }
        Raw::Uncalculated => return Err(Expected::CalculatedValue),
        // A day alone is no punch: the time is missing, or stands in another column.
        Raw::Day(_) | Raw::Percent(_) | Raw::Truth(_) | Raw::Fault(_) => return Err(Expected::Moment),
    };
    let found = text.split_once([' ', 'T']).and_then(|(day, time)| {
        let day = day_of_text(day)?;
        Some((day, TimeOfDay::parse(time.trim().trim_end_matches('Z')).ok()?))
    });
    found.filter(|(day, _)| YEARS.contains(&day.year())).ok_or(Expected::Moment)
}

/// Times of day: a time cell, a fraction of a day, or text with one or several times between blanks, commas or line breaks.
pub fn times(cell: Cell<'_>) -> Result<Vec<TimeOfDay>, Expected> {
    let text = match cell.raw {
        Raw::Text(text) => folded(text),
        // A time cell without a day is a fraction; one with a day is read for its time.
        Raw::Moment(text) => match text.split_once([' ', 'T']) {
            Some((_, time)) => time.trim_end_matches('Z').to_owned(),
            None => return time_of_serial(text).map(|time| vec![time]).ok_or(Expected::Times),
        },
        Raw::Number(number) => return time_of_serial(number).map(|time| vec![time]).ok_or(Expected::Times),
        Raw::Uncalculated => return Err(Expected::CalculatedValue),
        Raw::Percent(_) | Raw::Day(_) | Raw::Truth(_) | Raw::Fault(_) => return Err(Expected::Times),
    };
    let parts =
        text.split(|c: char| c.is_whitespace() || ",;，；、".contains(c)).filter(|part| !part.is_empty());
    parts.map(|part| TimeOfDay::parse(part).map_err(|_| Expected::Times)).collect()
}

/// The time of a serial number's fraction, to the minute that a clock would show: the seconds go.
fn time_of_serial(serial: &str) -> Option<TimeOfDay> {
    let serial: Decimal = serial.parse().ok()?;
    // Half a second more than nothing: 08:25:00 is stored as a fraction that may lie just below it.
    let seconds = (serial.fract() * Decimal::from(86_400)).round();
    let minutes = u16::try_from((seconds / Decimal::from(60)).trunc().mantissa()).ok()?;
    let within = !serial.is_sign_negative() && minutes < 1440;
    within.then(|| TimeOfDay::new(minutes / 60, minutes % 60).ok()).flatten()
}

/// A month: text such as 2026-07, 2026/7, 2026年7月 or 202607; the number 202607; a date cell that is the first of a month,
/// which is what Excel makes of a typed 2026-07, also
/// as text, which is what it makes of that in CSV. The number 2026.1 is refused: it may have been typed as 2026.10.
pub fn month(cell: Cell<'_>) -> Result<Month, Expected> {
    use chrono::Datelike;
    let first = |day: NaiveDate| (day.day() == 1).then(|| Month::of(day)).flatten();
    let month = match cell.raw {
        Raw::Text(text) => {
            let text = folded(text);
            Month::parse(&text).ok().or_else(|| day_of_text(&text).and_then(first))
        }
        Raw::Number(number) if number.len() == 6 && !number.contains('.') => Month::parse(number).ok(),
        Raw::Number(number) if number.len() == 7 && number.contains('.') => Month::parse(number).ok(),
        Raw::Number(number) => {
            number.parse().ok().and_then(|serial| day_of_serial(serial, cell.from_1904)).and_then(first)
        }
        Raw::Day(day) => first(*day),
        Raw::Uncalculated => return Err(Expected::CalculatedValue),
        Raw::Percent(_) | Raw::Moment(_) | Raw::Truth(_) | Raw::Fault(_) => None,
    };
    month.ok_or(Expected::Month)
}

/// A quarter: 2026Q3, 2026-Q3, 2026年第三季度, 2026年3季度.
pub fn quarter(cell: Cell<'_>) -> Result<Quarter, Expected> {
    let Raw::Text(text) = cell.raw else {
        return Err(if *cell.raw == Raw::Uncalculated {
            Expected::CalculatedValue
        } else {
            Expected::Quarter
        });
    };
    let text = folded(text);
    let plain = match text.strip_suffix("季度").or_else(|| text.strip_suffix('季')) {
        Some(chinese) => chinese
            .replace('年', "Q")
            .replace('第', "")
            .replace('一', "1")
            .replace('二', "2")
            .replace('三', "3")
            .replace('四', "4"),
        None => text.replace(['-', ' '], ""),
    };
    Quarter::parse(&plain).map_err(|_| Expected::Quarter)
}

/// A plain decimal: digits, at most one point, a sign. No exponents, no thousands separators, no words.
fn decimal_of(cell: Cell<'_>) -> Result<Option<Decimal>, Expected> {
    let text = match cell.raw {
        Raw::Text(text) => folded(text),
        Raw::Number(number) => number.clone(),
        Raw::Uncalculated => return Err(Expected::CalculatedValue),
        Raw::Percent(_) | Raw::Day(_) | Raw::Moment(_) | Raw::Truth(_) | Raw::Fault(_) => return Ok(None),
    };
    let plain = text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'+'));
    Ok(plain.then(|| text.parse().ok()).flatten())
}

/// A score of 0 to 100 points with at most four decimals.
pub fn score(cell: Cell<'_>) -> Result<Score, Expected> {
    let expected = Expected::Number { least: "0".to_owned(), most: "100".to_owned(), decimals: 4 };
    decimal_of(cell)?.and_then(|value| Score::from_decimal(value).ok()).ok_or(expected)
}

/// Points for one rubric item: within −1000..=1000 (deductions are negative), at most four decimals. The item's own
/// limits are the rubric's, and are checked there.
pub fn points(cell: Cell<'_>) -> Result<Decimal, Expected> {
    let most = Decimal::ONE_THOUSAND;
    let expected = Expected::Number { least: "-1000".to_owned(), most: "1000".to_owned(), decimals: 4 };
    decimal_of(cell)?
        .map(|value| value.normalize())
        .filter(|value| value.scale() <= 4 && value.abs() <= most)
        .ok_or(expected)
}

/// An amount in yuan: 1060800, 1,060,800.00, ¥1060800.5.
pub fn yuan(cell: Cell<'_>) -> Result<Yuan, Expected> {
    let text = match cell.raw {
        Raw::Text(text) => folded(text),
        Raw::Number(number) => number.clone(),
        Raw::Uncalculated => return Err(Expected::CalculatedValue),
        Raw::Percent(_) | Raw::Day(_) | Raw::Moment(_) | Raw::Truth(_) | Raw::Fault(_) => {
            return Err(Expected::Money);
        }
    };
    let plain = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | ',' | '¥' | '￥'));
    plain.then(|| Yuan::parse(&text).ok()).flatten().ok_or(Expected::Money)
}

/// A tax rate: 0.06 or 6%.
pub fn tax_rate(cell: Cell<'_>) -> Result<TaxRate, Expected> {
    let text = match cell.raw {
        Raw::Text(text) => folded(text),
        Raw::Number(share) | Raw::Percent(share) => share.clone(),
        Raw::Uncalculated => return Err(Expected::CalculatedValue),
        Raw::Day(_) | Raw::Moment(_) | Raw::Truth(_) | Raw::Fault(_) => return Err(Expected::TaxRate),
    };
    let plain = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '%' | ' '));
    plain.then(|| TaxRate::parse(&text).ok()).flatten().ok_or(Expected::TaxRate)
}

/// One of a closed list of words; each value has a Chinese and an English one.
pub fn one_of<T: Copy>(cell: Cell<'_>, words: &[(T, &str, &str)]) -> Result<T, Expected> {
    let expected = || Expected::OneOf {
        allowed: words
            .iter()
            .flat_map(|(_, chinese, english)| [*chinese, *english])
            .map(str::to_owned)
            .collect(),
    };
    match cell.raw {
        Raw::Text(text) => {
            let text = folded(text);
            words
                .iter()
                .find(|(_, chinese, english)| text == *chinese || text.eq_ignore_ascii_case(english))
                .map(|(value, ..)| *value)
                .ok_or_else(expected)
        }
        Raw::Uncalculated => Err(Expected::CalculatedValue),
        _ => Err(expected()),
    }
}
