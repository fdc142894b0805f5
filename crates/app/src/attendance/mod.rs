//! 考勤: working hours, the month's grid, days set by hand, leave and overtime, totals beside the scores.

mod apply;
mod correct;
mod day;
mod hours;
mod marks;
mod month;
mod person;
mod totals;

pub use apply::{
    ApplicationView, ApplyLeave, ApplyOvertime, AttendanceApplications, DecideApplication,
    WithdrawApplication, applications, apply_leave, apply_overtime, decide, withdraw,
};
pub use correct::{CorrectAttendance, CorrectionInput, correct};
pub use day::{AttendanceDay, AttendanceDayView, CorrectionView, day};
pub use hours::{
    AttendanceHours, AttendanceHoursView, SetAttendanceHours, WorkingHoursView, hours, set_hours,
};
pub use month::{
    AttendanceMonth, AttendanceMonthView, AttendanceRow, AttendanceWorkbook, DayHead, DayMark, month,
    workbook,
};
pub use person::{PersonAttendance, PersonAttendanceLine, PersonAttendanceView, of_person};
pub use totals::{
    AttendanceTotals, AttendanceTotalsRow, AttendanceTotalsView, LeaveTotal, ProposedItem, totals,
};

use crate::error::AppError;
use crate::session::App;
use domain::kernel::{Digest, StaffNo};
use domain::personal::Subject;
use ledger::Tx;
use ledger::rusqlite::Connection;
use rust_decimal::Decimal;
use serde_json::{Map, json};
use std::collections::BTreeMap;

/// Halves of a day as days: `0.5`.
pub(crate) fn days(halves: u32) -> String {
    Decimal::new(i64::from(halves) * 5, 1).normalize().to_string()
}

/// Minutes as hours with at most two decimals: `2.5`.
pub(crate) fn hours_text(minutes: u32) -> String {
    (Decimal::from(minutes) / Decimal::from(60)).round_dp(2).normalize().to_string()
}

/// Keeps somebody's words of an attendance record beside the journal; `None` where there are none.
fn keep_words(
    tx: &Tx<'_>,
    subject: &Subject,
    reason: &str,
    note: Option<&str>,
) -> Result<Option<Digest>, AppError> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Ok(None);
    }
    let mut fields = Map::new();
    fields.insert("reason".to_owned(), json!(reason));
    if let Some(note) = note.map(str::trim).filter(|note| !note.is_empty()) {
        fields.insert("note".to_owned(), json!(note));
    }
    Ok(Some(tx.put_personal(&subject.to_string(), &fields)?))
}

/// What was kept: reason and note; `None` where it was erased.
fn words_at(
    conn: &Connection,
    subject: &Subject,
    digest: &Digest,
) -> Result<(Option<String>, Option<String>), AppError> {
    let fields = ledger::personal_at(conn, &subject.to_string(), digest)?.unwrap_or_default();
    let text = |key: &str| fields.get(key).and_then(serde_json::Value::as_str).map(str::to_owned);
    Ok((text("reason"), text("note")))
}

/// Names of people; the staff number where one was erased.
fn people_names<'s>(
    app: &App,
    staff: impl Iterator<Item = &'s StaffNo>,
) -> Result<BTreeMap<StaffNo, String>, AppError> {
    let staff: Vec<&StaffNo> = staff.collect();
    let subjects: Vec<String> = staff.iter().map(|no| crate::personal::engineer_subject(no)).collect();
    let mut names = app.names(&subjects)?;
    let name = |(no, subject): (&StaffNo, &String)| {
        (no.clone(), names.remove(subject).unwrap_or_else(|| no.to_string()))
    };
    Ok(staff.into_iter().zip(&subjects).map(name).collect())
}
