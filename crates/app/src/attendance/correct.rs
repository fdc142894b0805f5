//! Days set by hand: one from the drawer, many from a pasted block.

use super::keep_words;
use super::marks::Marks;
use super::month::lang;
use crate::error::AppError;
use crate::exchange::day_refusals;
use crate::parse;
use crate::session::{App, Receipt};
use chrono::NaiveDate;
use domain::Refusal;
use domain::attendance::{Correction, CorrectionRow};
use domain::kernel::{Month, StaffNo, UnitCode};
use domain::personal::{FilePart, Subject};
use ledger::attendance::facts;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// Sets days by hand (补卡、更正、登记), all or none. A text that the cell shows already changes nothing.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct CorrectAttendance {
    /// 单位代码.
    #[ts(type = "string")]
    pub unit: UnitCode,
    /// The days.
    pub rows: Vec<CorrectionInput>,
    /// Why.
    pub reason: String,
    /// Language in which the cells are shown: `zh-CN` or `en`.
    pub lang: String,
}

/// One day of one person.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct CorrectionInput {
    /// 工号.
    pub staff_no: String,
    /// 日期.
    pub day: String,
    /// A mark such as `迟12`, `旷半`, `√`, or punches such as `08:25 18:03`; absent: as the punches say.
    pub text: Option<String>,
}

/// What the cells of these months show now.
fn shown(
    app: &App,
    unit: &UnitCode,
    months: &BTreeSet<Month>,
    marks: &Marks,
) -> Result<BTreeMap<(StaffNo, NaiveDate), String>, AppError> {
    let mut shown = BTreeMap::new();
    for month in months {
        let facts = facts::month(app.conn()?, unit, *month, app.today()?)?;
        let days = facts.days();
        for person in facts.judged() {
            for ((day, _), result) in days.iter().zip(&person.days) {
                shown.insert((person.staff_no.clone(), *day), marks.short(result));
            }
        }
    }
    Ok(shown)
}

/// `correctAttendance`.
pub fn correct(app: &mut App, request: CorrectAttendance) -> Result<Receipt, AppError> {
    let mut keys = Vec::new();
    for row in &request.rows {
        keys.push((parse::staff_no(&row.staff_no)?, parse::date(&row.day)?));
    }
    let months: BTreeSet<Month> = keys.iter().filter_map(|(_, day)| Month::of(*day)).collect();
    let marks = Marks::new(lang(&request.lang));
    let shown = shown(app, &request.unit, &months, &marks)?;
    let (mut rows, mut places, mut refused) = (Vec::new(), Vec::new(), Vec::new());
    for (index, (row, key)) in request.rows.iter().zip(keys).enumerate() {
        let text = row.text.as_deref().map(str::trim);
        if text.is_some() && text == shown.get(&key).map(String::as_str) {
            continue;
        }
        match text.map(Correction::parse).transpose() {
            Ok(correction) => {
                let (staff_no, day) = key;
                rows.push(CorrectionRow { staff_no, day, correction, reason: None });
                places.push(index);
            }
            Err(refusal) => refused.push((index, refusal)),
        }
    }
    let cells = |refused: &[(usize, Refusal)]| day_refusals(&request.rows, refused);
    if !refused.is_empty() {
        return Err(cells(&refused));
    }
    let today = app.today()?;
    app.decide(|tx, _| {
        let facts = facts::correct(tx.conn(), &request.unit, &months, today)?;
        let mut next = facts.next.clone();
        for row in &mut rows {
            // What changes nothing leaves no words behind.
            if facts.known.get(&(row.staff_no.clone(), row.day)) != row.correction.as_ref() {
                let number = next.entry(row.staff_no.clone()).or_insert(1);
                let subject = Subject::File(FilePart::Attendance(*number), row.staff_no.clone());
                row.reason = keep_words(tx, &subject, &request.reason, None)?;
                *number += 1;
            }
        }
        domain::attendance::correct_days(&facts, &rows).map_err(|refused| {
            let refused: Vec<_> =
                refused.into_iter().map(|(index, refusal)| (places[index], refusal)).collect();
            cells(&refused)
        })
    })
}
