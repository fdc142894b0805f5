//! Texts of a request into domain values, each with its own refusal.

use crate::error::AppError;
use chrono::{Datelike as _, NaiveDate};
use domain::kernel::{AccountName, Month, Quarter, Score, StaffNo, UnitCode, Yuan};
use domain::personal::Subject;
use serde::de::DeserializeOwned;
use serde_json::json;

pub(crate) fn quarter(text: &str) -> Result<Quarter, AppError> {
    Quarter::parse(text).map_err(|_| AppError::refused("badQuarter", json!({ "value": text })))
}

pub(crate) fn month(text: &str) -> Result<Month, AppError> {
    Month::parse(text).map_err(|_| AppError::refused("badMonth", json!({ "value": text })))
}

pub(crate) fn unit(text: &str) -> Result<UnitCode, AppError> {
    UnitCode::parse(text).map_err(|_| AppError::refused("badUnitCode", json!({ "value": text })))
}

pub(crate) fn staff_no(text: &str) -> Result<StaffNo, AppError> {
    StaffNo::parse(text).map_err(|_| AppError::refused("badStaffNo", json!({ "value": text })))
}

pub(crate) fn account(text: &str) -> Result<AccountName, AppError> {
    AccountName::parse(text).map_err(|_| AppError::refused("badAccountName", json!({ "value": text })))
}

pub(crate) fn subject(text: &str) -> Result<Subject, AppError> {
    Ok(text.trim().parse::<Subject>()?)
}

pub(crate) fn score(text: &str) -> Result<Score, AppError> {
    Score::parse(text).map_err(|_| AppError::refused("badScore", json!({ "value": text })))
}

pub(crate) fn amount(text: &str) -> Result<Yuan, AppError> {
    Yuan::parse(text).map_err(|_| AppError::refused("badAmount", json!({ "value": text })))
}

/// A day of the years that the program reckons with.
pub(crate) fn date(text: &str) -> Result<NaiveDate, AppError> {
    let day: Option<NaiveDate> = text.trim().parse().ok();
    day.filter(|day| (2000..=2199).contains(&day.year()))
        .ok_or_else(|| AppError::refused("badDate", json!({ "value": text })))
}

/// A day, today where none is given.
pub(crate) fn day_or(text: Option<&str>, today: NaiveDate) -> Result<NaiveDate, AppError> {
    Ok(text_given(text).map(date).transpose()?.unwrap_or(today))
}

/// A text without blanks around it, where there is one.
pub(crate) fn text_given(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

/// One of a list of words.
pub(crate) fn choice<T: DeserializeOwned>(text: &str) -> Result<T, AppError> {
    serde_json::from_value(json!(text)).map_err(|_| AppError::refused("notInList", json!({ "value": text })))
}

/// The first and the last day that the program reckons with.
pub(crate) fn all_days() -> (NaiveDate, NaiveDate) {
    let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
    (day(2000, 1, 1), day(2199, 12, 31))
}
