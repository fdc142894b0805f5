//! Domain values as text columns and back: the word that serde writes, without quotes.

use rusqlite::Row;
use rusqlite::types::Type;
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

fn read<T: DeserializeOwned>(text: &str, index: usize) -> rusqlite::Result<T> {
    T::deserialize(text.into_deserializer()).map_err(|e: Error| broken(index, e))
}

/// Reads a value that serde writes as one string.
pub(crate) fn get<T: DeserializeOwned>(row: &Row<'_>, index: usize) -> rusqlite::Result<T> {
    read(text(row, index)?, index)
}

/// Reads such a value where it may be absent.
pub(crate) fn get_opt<T: DeserializeOwned>(row: &Row<'_>, index: usize) -> rusqlite::Result<Option<T>> {
    row.get_ref(index)?.as_str_or_null()?.map(|text| read(text, index)).transpose()
}

/// Reads a value that is kept whole as JSON.
pub(crate) fn get_json<T: DeserializeOwned>(row: &Row<'_>, index: usize) -> rusqlite::Result<T> {
    serde_json::from_str(text(row, index)?).map_err(|e| broken(index, e))
}

/// Reads such a value where it may be absent.
pub(crate) fn get_json_opt<T: DeserializeOwned>(row: &Row<'_>, index: usize) -> rusqlite::Result<Option<T>> {
    let text = row.get_ref(index)?.as_str_or_null()?;
    text.map(|t| serde_json::from_str(t).map_err(|e| broken(index, e))).transpose()
}
