//! Steps and the checklist of a form.

use super::words::{FIELD, form_no, keep_all, read};
use crate::api::Act;
use crate::error::AppError;
use crate::parse::{choice, day_or};
use crate::session::{App, Receipt};
use crate::ticket::StepOfAnother;
use crate::ticket::words::{Another, opened, stored};
use domain::form::{Answers, ItemState};
use domain::registers::StepAct;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Takes the step that comes next.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct TakeFormStep {
    /// 编号.
    pub form: String,
    /// The step, by code.
    pub step: String,
    /// `done`; `agreed`, `returned`, `refused`; `upheld`, `partlyUpheld`, `notUpheld`.
    pub outcome: String,
    /// On that day; today where absent.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub on: Option<String>,
    /// Fields of the step, as typed.
    #[serde(default)]
    pub fields: BTreeMap<String, String>,
    /// Opinion or reason.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub text: Option<String>,
    /// 代录.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub behalf: Option<StepOfAnother>,
}

/// Says where a part of a form's checklist stands.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct SetFormItem {
    /// 编号.
    pub form: String,
    /// The part, by code.
    pub item: String,
    /// `done`, `notApplicable` or `open`.
    pub state: String,
    /// Its file, where a file shows it.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub file: Option<String>,
    /// Why it does not apply.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub reason: Option<String>,
}

/// `takeFormStep`.
pub fn take_step(app: &mut App, request: TakeFormStep) -> Result<Receipt, AppError> {
    let no = form_no(app, Act::TakeFormStep, &request.form)?;
    let today = app.today()?;
    let on = day_or(request.on.as_deref(), today)?;
    let outcome = choice(&request.outcome)?;
    let another = Another::open(request.behalf)?;
    let actor = app.signed_in()?.clone();
    app.decide(|tx, _| {
        let form = read(tx.conn(), &no)?;
        let fields = form.kind.steps.iter().find(|step| step.code == request.step);
        let fields = fields.map(|step| step.fields.as_slice()).unwrap_or_default();
        let (answers, texts) = Answers::read(fields, &request.fields)?;
        let (behalf, person) = Another::store(tx, another)?;
        let mut said: BTreeMap<String, String> =
            texts.into_iter().map(|(code, text)| (format!("{FIELD}{code}"), text)).collect();
        said.insert("text".to_owned(), request.text.unwrap_or_default());
        said.insert("person".to_owned(), person);
        let words = keep_all(tx, &no, form.next_words, said)?;
        let calendar = ledger::organisation::query::working_days(tx.conn())?;
        let act = StepAct { step: request.step, outcome, on, answers, words, behalf };
        Ok(form.take_step(act, &actor, &calendar, today)?)
    })
}

/// `setFormItem`.
pub fn item(app: &mut App, request: SetFormItem) -> Result<Receipt, AppError> {
    let no = form_no(app, Act::SetFormItem, &request.form)?;
    let today = app.today()?;
    let file = opened(request.file.as_deref())?;
    app.decide(|tx, _| {
        let form = read(tx.conn(), &no)?;
        let state = match request.state.as_str() {
            "done" => ItemState::Done { on: today, file: stored(tx, file)? },
            "notApplicable" => {
                let reason = request.reason.unwrap_or_default().trim().to_owned();
                ItemState::NotApplicable { reason }
            }
            "open" => ItemState::Open,
            other => return Err(AppError::refused("notInList", serde_json::json!({ "value": other }))),
        };
        Ok(form.set_item(&request.item, state)?)
    })
}
