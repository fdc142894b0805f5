//! 提醒: what visits, talks, surveys and contracts ask for, near or past its day.

use crate::error::AppError;
use crate::opportunity::seen_units;
use crate::organisation::word;
use crate::session::App;
use crate::ticket::{Days, standing_days, standing_word};
use chrono::Months;
use domain::kernel::UnitCode;
use domain::registers::{FormState, Places, Reminded, RemindedForm};
use ledger::registers::reminder::{RemindingForm, reminding};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Lists what forms remind of, the earliest first.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct Reminders {
    /// Of that unit; of all that one sees where absent.
    #[ts(optional = nullable)]
    pub unit: Option<String>,
}

/// What a form reminds of.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct ReminderLine {
    /// 编号 of the form.
    pub form: String,
    /// 单位代码.
    pub unit: String,
    /// Its register.
    pub register: String,
    /// Its type, in words.
    pub kind: String,
    /// What it is about.
    pub title: String,
    /// The customer's organisation.
    pub customer: Option<String>,
    /// What users call the term.
    pub term: String,
    /// The last day for it.
    pub by: String,
    /// The time of that day, where it is an appointment: `09:30`.
    pub at: Option<String>,
    /// `overdue` or `soon`.
    pub standing: String,
    /// Working days late, or left.
    pub days: Option<u32>,
}

/// Forms older than so many years remind of nothing any longer.
const YEARS: u32 = 3;

/// What forms of these units remind of today; of all units where none is named.
pub(crate) fn reminded(app: &App, units: &[UnitCode]) -> Result<Vec<(RemindingForm, Reminded)>, AppError> {
    let (conn, today) = (app.conn()?, app.today()?);
    let days = Days::of(conn, today)?;
    let from = today.checked_sub_months(Months::new(12 * YEARS)).unwrap_or(today);
    let forms = reminding(conn, units, from)?;
    let places: Places = forms.iter().map(|form| form.place.clone()).collect();
    let mut found = Vec::new();
    for form in forms {
        let known = RemindedForm {
            on: form.place.on,
            answers: &form.answers,
            items: &form.items,
            open: matches!(form.state, FormState::Open | FormState::Returned),
        };
        let said: Vec<Reminded> = form
            .kind
            .reminders
            .iter()
            .filter_map(|one| one.of(&known, |next| places.followed(&form.place, next), &days.reckoning()))
            .collect();
        found.extend(said.into_iter().map(|said| (form.clone(), said)));
    }
    Ok(found)
}

/// `reminders`.
pub fn reminders(app: &mut App, request: Reminders) -> Result<Vec<ReminderLine>, AppError> {
    let Some(units) = seen_units(app, request.unit.as_deref())? else { return Ok(Vec::new()) };
    let mut found = reminded(app, &units)?;
    found.sort_by(|(a, x), (b, y)| (x.by, x.at, &a.place.no).cmp(&(y.by, y.at, &b.place.no)));
    let line = |(form, said): (RemindingForm, Reminded)| ReminderLine {
        unit: form.place.no.unit.to_string(),
        register: word(&form.place.no.register),
        form: form.place.no.to_string(),
        kind: form.kind.label.clone(),
        title: form.title,
        customer: form.customer,
        term: said.title,
        by: said.by.to_string(),
        at: said.at.map(|time| time.format("%H:%M").to_string()),
        standing: standing_word(said.standing).to_owned(),
        days: standing_days(said.standing),
    };
    Ok(found.into_iter().map(line).collect())
}
