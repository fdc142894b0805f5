//! Domain values as text columns and back: the word that serde writes, without quotes.

use chrono::NaiveDate;
use rusqlite::Row;
use rusqlite::types::{Type, ValueRef};
use serde::Serialize;
use serde::de::value::Error;
use serde::de::{DeserializeOwned, IntoDeserializer as _};

/// The column text of a value that serde writes as one string.
pub(crate) fn word(value: &impl Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => text,
        other => other.map(|v| v.to_string()).unwrap_or_default(),
    }
}

/// The column text of a value that is kept whole as JSON.
pub(crate) fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

fn broken(index: usize, error: impl std::error::Error + Send + Sync + 'static) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(index, Type::Text, Box::new(error))
}

/// A column's text, where it lies.
pub(crate) fn text<'r>(row: &'r Row<'_>, index: usize) -> rusqlite::Result<&'r str> {
    Ok(row.get_ref(index)?.as_str()?)
}

/// A column's text, where it lies and where there is one.
pub(crate) fn text_opt<'r>(row: &'r Row<'_>, index: usize) -> rusqlite::Result<Option<&'r str>> {
    Ok(row.get_ref(index)?.as_str_or_null()?)
}

/// Reads a text by the type's own rule; `index` is the column's.
pub(crate) fn parsed<T, E: std::error::Error + Send + Sync + 'static>(
    text: &str,
    index: usize,
    parse: impl FnOnce(&str) -> Result<T, E>,
) -> rusqlite::Result<T> {
    parse(text).map_err(|error| broken(index, error))
}

fn read<T: DeserializeOwned>(text: &str, index: usize) -> rusqlite::Result<T> {
    T::deserialize(text.into_deserializer()).map_err(|e: Error| broken(index, e))
}

/// Reads a value that serde writes as one string.
pub(crate) fn get<T: DeserializeOwned>(row: &Row<'_>, index: usize) -> rusqlite::Result<T> {
    read(text(row, index)?, index)
}

/// Reads such a value where it may be absent.
pub(crate) fn get_opt<T: DeserializeOwned>(row: &Row<'_>, index: usize) -> rusqlite::Result<Option<T>> {
    text_opt(row, index)?.map(|text| read(text, index)).transpose()
}

/// Reads a day; `2026-07-31` is what every one written here looks like.
pub(crate) fn get_day(row: &Row<'_>, index: usize) -> rusqlite::Result<NaiveDate> {
    day(text(row, index)?, index)
}

/// Reads a day's text; `index` is the column's.
pub(crate) fn day(text: &str, index: usize) -> rusqlite::Result<NaiveDate> {
    match plain_day(text) {
        Some(day) => Ok(day),
        None => read(text, index),
    }
}

/// Reads a day where it may be absent.
pub(crate) fn get_day_opt(row: &Row<'_>, index: usize) -> rusqlite::Result<Option<NaiveDate>> {
    match row.get_ref(index)? {
        ValueRef::Null => Ok(None),
        _ => get_day(row, index).map(Some),
    }
}

/// Reads `2026-07-31` alone: the general reader takes longer for a day than SQLite for its row.
fn plain_day(text: &str) -> Option<NaiveDate> {
    let [y0, y1, y2, y3, b'-', m0, m1, b'-', d0, d1] = *text.as_bytes() else { return None };
    let number = |digits: &[u8]| -> Option<u32> {
        digits
            .iter()
            .try_fold(0, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + u32::from(digit - b'0')))
    };
    NaiveDate::from_ymd_opt(
        i32::try_from(number(&[y0, y1, y2, y3])?).ok()?,
        number(&[m0, m1])?,
        number(&[d0, d1])?,
    )
}

/// Reads a value that is kept whole as JSON.
pub(crate) fn get_json<T: DeserializeOwned>(row: &Row<'_>, index: usize) -> rusqlite::Result<T> {
    serde_json::from_str(text(row, index)?).map_err(|e| broken(index, e))
}

/// Reads such a value where it may be absent.
pub(crate) fn get_json_opt<T: DeserializeOwned>(row: &Row<'_>, index: usize) -> rusqlite::Result<Option<T>> {
    text_opt(row, index)?.map(|t| serde_json::from_str(t).map_err(|e| broken(index, e))).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_day_reads_as_the_general_reader_reads_it() {
        let texts = [
            "2026-07-31",
            "2024-02-29",
            "0000-01-01",
            "2026-02-29",
            "2026-13-01",
            "2026-00-10",
            "2026-01-00",
            "2026-7-31",
            "2026/07/31",
            "+026-07-31",
            "2026-07-3x",
            "",
            "2026-07-311",
        ];
        for text in texts {
            let general: Option<NaiveDate> = text.parse().ok();
            match plain_day(text) {
                Some(day) => assert_eq!(Some(day), general, "{text}"),
                // Left to the general reader, which may know other ways to write a day.
                None => assert!(general.is_none() || text.len() != 10 || text.starts_with('+'), "{text}"),
            }
        }
    }
}
