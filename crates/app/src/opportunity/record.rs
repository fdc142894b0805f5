//! What is filled in and kept of an opportunity.

use super::view::shows_prices;
use super::{number_for, read, subject};
use crate::api::Act;
use crate::error::AppError;
use crate::parse::{self, text_given};
use crate::personal::{keep_texts, texts_at};
use crate::session::{App, Receipt};
use crate::ticket::words::{opened, stored};
use domain::Refusal;
use domain::form::Field;
use domain::opportunity::{
    KeptRecord, Opportunity, RecordFile, check_keeper, read_typed, record_kind, stages,
};
use domain::personal::OpportunityPart;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeMap;
use ts_rs::TS;

/// Fills in what an opportunity's stages ask for.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct FillOpportunity {
    /// 商机编号.
    pub opportunity: String,
    /// Fields, as typed; one that is not named keeps what it holds, an empty text empties it.
    pub fields: BTreeMap<String, String>,
}

/// Keeps a record of an opportunity, or writes one anew.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct RecordOnOpportunity {
    /// 商机编号.
    pub opportunity: String,
    /// `competitor`, `decider`, `checkpoint`, `quote`, `negotiation`, `followUp`, `award`, `contract` or `summary`.
    pub kind: String,
    /// The record that is written anew; a new one where absent.
    #[serde(default)]
    pub number: Option<u32>,
    /// Its day; where absent today, and of one that is written anew the day that it has.
    #[serde(default)]
    pub on: Option<String>,
    /// What it holds, as typed.
    pub fields: BTreeMap<String, String>,
    /// A file; where absent, one that is written anew keeps its own.
    #[serde(default)]
    pub file: Option<String>,
    /// It has no file any more.
    #[serde(default)]
    pub without_file: bool,
}

/// Strikes a record of an opportunity.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct StrikeOpportunityRecord {
    /// 商机编号.
    pub opportunity: String,
    /// Which.
    pub number: u32,
    /// Why.
    pub reason: String,
}

/// `fillOpportunity`.
pub fn fill(app: &mut App, request: FillOpportunity) -> Result<Receipt, AppError> {
    let no = number_for(app, Act::FillOpportunity, &request.opportunity)?;
    let today = app.today()?;
    app.decide(|tx, _| {
        let known = read(tx.conn(), &no)?;
        let kept = subject(OpportunityPart::Fields, &no);
        let mut texts = texts_at(tx.conn(), &kept, known.text.as_ref())?;
        let fields: Vec<Field> = stages().iter().flat_map(|needs| needs.fields.clone()).collect();
        let (typed, new) = read_typed(&fields, &request.fields)?;
        let mut answers = known.answers.clone();
        for code in request.fields.keys() {
            answers.plain.remove(code);
            answers.personal.remove(code);
            texts.remove(code);
        }
        answers.plain.extend(typed.plain);
        answers.personal.extend(typed.personal);
        texts.extend(new);
        let text = keep_texts(tx, &kept, &texts)?;
        Ok(known.fill(answers, text, today)?)
    })
}

/// `recordOnOpportunity`.
pub fn record(app: &mut App, request: RecordOnOpportunity) -> Result<Receipt, AppError> {
    let no = number_for(app, Act::RecordOnOpportunity, &request.opportunity)?;
    let today = app.today()?;
    let on = text_given(request.on.as_deref()).map(parse::date).transpose()?;
    let file = opened(request.file.as_deref())?;
    if request.number.is_some() {
        may_rewrite(app, &read(app.conn()?, &no)?, &request)?;
    }
    app.decide(|tx, actor| {
        check_keeper(actor.role, &request.kind)?;
        let known = read(tx.conn(), &no)?;
        let number = request.number.unwrap_or_else(|| known.next_record());
        let unknown = || Refusal::NotInList { value: request.kind.clone() };
        let kind = record_kind(&request.kind).ok_or_else(unknown)?;
        let (answers, texts) = read_typed(&kind.fields, &request.fields)?;
        let text = keep_texts(tx, &subject(OpportunityPart::Record(number), &no), &texts)?;
        let file = match stored(tx, file)? {
            Some(file) => RecordFile::Given(file),
            None if request.without_file => RecordFile::Removed,
            None => RecordFile::Stays,
        };
        Ok(known.record(KeptRecord { number, kind: request.kind, on, answers, text, file }, today)?)
    })
}

/// Who does not see a price cannot write its record anew: the price would be lost.
fn may_rewrite(app: &App, known: &Opportunity, request: &RecordOnOpportunity) -> Result<(), AppError> {
    let kind = record_kind(&request.kind);
    let priced = kind.is_some_and(|kind| kind.fields.iter().any(|field| field.restricted));
    let me = &app.signed_in()?.account;
    let kept = ledger::opportunity::query::records(app.conn()?, &known.no)?;
    let own = kept.iter().any(|row| Some(row.number) == request.number && row.account == *me);
    if !priced || own || shows_prices(app, known)? {
        return Ok(());
    }
    let role = app.signed_in()?.role;
    let params = json!({ "act": "recordOnOpportunity", "role": role, "unit": known.no.unit });
    Err(AppError::refused("noRight", params))
}

/// `strikeOpportunityRecord`.
pub fn strike(app: &mut App, request: StrikeOpportunityRecord) -> Result<Receipt, AppError> {
    let no = number_for(app, Act::StrikeOpportunityRecord, &request.opportunity)?;
    app.decide(|tx, actor| {
        let known = read(tx.conn(), &no)?;
        if let Some(kind) = known.kind_of_record(request.number) {
            check_keeper(actor.role, kind)?;
        }
        Ok(known.strike_record(request.number, &request.reason)?)
    })
}
