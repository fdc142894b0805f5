//! 工作记录 of a person.

use super::file_of;
use crate::api::Act;
use crate::error::AppError;
use crate::parse;
use crate::session::{App, Receipt};
use domain::Refusal;
use domain::certification::{ShownBehaviour, Standard};
use domain::people::note_text;
use domain::personal::{FilePart, Subject};
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// Notes something about a person's work on a day.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct NoteWork {
    /// 工号.
    pub staff_no: String,
    /// The day that it is about.
    pub on: String,
    /// What.
    pub text: String,
    /// Code of the behaviour that it shows, for a certification.
    #[serde(default)]
    pub requirement: Option<String>,
    /// 对象级别 of whom it was shown to.
    #[serde(default)]
    pub object_grade: Option<String>,
}

/// Strikes a note that is wrong; it stays readable as struck.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct StrikeWorkNote {
    /// 工号.
    pub staff_no: String,
    /// Which.
    pub number: u32,
    /// Why.
    pub reason: String,
}

/// `noteWork`.
pub fn note(app: &mut App, request: NoteWork) -> Result<Receipt, AppError> {
    let staff_no = parse::staff_no(&request.staff_no)?;
    let (on, today) = (parse::date(&request.on)?, app.today()?);
    let file = file_of(app.conn()?, &staff_no, today)?;
    let stay =
        file.stay_on(on).ok_or_else(|| Refusal::NotThereOn { staff_no: staff_no.clone(), date: on })?;
    app.require_unit(Act::NoteWork, &stay.membership.unit)?;
    let stated = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
    let shows = stated(request.requirement)
        .map(|requirement| ShownBehaviour { requirement, object_grade: stated(request.object_grade) });
    app.decide(|tx, _| {
        let standards = ledger::certification::query::standards(tx.conn())?;
        let shows = shows.map(|shows| shows.checked(&Standard::in_force(&standards, on))).transpose()?;
        let file = file_of(tx.conn(), &staff_no, today)?;
        let subject = Subject::File(FilePart::Note(file.next_note()), staff_no.clone());
        let fields = json!({ "text": note_text(&request.text)? }).as_object().cloned().unwrap_or_default();
        let text = tx.put_personal(&subject.to_string(), &fields)?;
        Ok(file.note_work(on, text, shows, today)?)
    })
}

/// `strikeWorkNote`.
pub fn strike(app: &mut App, request: StrikeWorkNote) -> Result<Receipt, AppError> {
    let staff_no = parse::staff_no(&request.staff_no)?;
    let today = app.today()?;
    let file = file_of(app.conn()?, &staff_no, today)?;
    app.require_unit(Act::StrikeWorkNote, &file.note(request.number)?.unit)?;
    app.decide(
        |tx, _| Ok(file_of(tx.conn(), &staff_no, today)?.strike_note(request.number, &request.reason)?),
    )
}
