//! Opportunities: registering, their stages and records, how they end, lists, the board, success rates, an opportunity's page.

mod approval;
mod board;
mod changes;
mod course;
mod due;
mod files;
mod form;
mod list;
mod rates;
mod record;
mod register;
mod sheet;
mod view;

pub use approval::{ApproveOpportunity, approve};
pub use board::{BoardColumn, OpportunityBoard, OpportunityBoardView, board};
pub use course::{
    ConcludeOpportunity, CorrectOutcome, HandOverOpportunity, MoveOpportunity, ReopenOpportunity,
    VoidOpportunity, conclude, correct, go, hand_over, reopen, void,
};
pub(crate) use due::checkpoints_due;
pub use files::{LookAtOpportunityFile, SaveOpportunityFile, look_at_file, save_file};
pub use form::{OpportunityForm, OpportunityFormView, StageBody, form};
pub use list::{Opportunities, OpportunitiesView, OpportunityLine, opportunities};
pub(crate) use list::{lines_of, seen_units};
pub use rates::{EngineerRateLine, RateView, SuccessRates, SuccessRatesView, UnitRateLine, rates};
pub use record::{FillOpportunity, RecordOnOpportunity, StrikeOpportunityRecord, fill, record, strike};
pub use register::{
    ChangeOpportunity, OpportunityFields, RegisterOpportunity, RegisteredOpportunityView, change, register,
};
pub use sheet::{ExportOpportunities, export};
pub(crate) use sheet::{recognise, register_rows, rows as sheet_rows};
pub(crate) use view::names_people;
pub use view::{
    ApprovalView, ConclusionView, HandoverStateView, Opportunity, OpportunityRecordView, OpportunityView,
    StageGapView, VoidedView, opportunity,
};

use crate::api::Act;
use crate::error::AppError;
use crate::personal::keep_texts;
use crate::session::App;
use domain::Refusal;
use domain::opportunity::OpportunityNo;
use domain::personal::{OpportunityPart, Subject};
use domain::ticket::Words;
use ledger::Tx;
use ledger::rusqlite::Connection;
use std::collections::BTreeMap;

/// An opportunity's number.
pub(crate) fn number(text: &str) -> Result<OpportunityNo, AppError> {
    let unknown = || Refusal::UnknownOpportunity { opportunity: text.trim().to_owned() };
    Ok(text.parse().map_err(|_| unknown())?)
}

/// An opportunity's number, for whoever may do that in its unit.
fn number_for(app: &App, act: Act, text: &str) -> Result<OpportunityNo, AppError> {
    let no = number(text)?;
    app.require_unit(act, &no.unit)?;
    Ok(no)
}

/// The opportunity as its rules read it.
fn read(conn: &Connection, no: &OpportunityNo) -> Result<domain::opportunity::Opportunity, AppError> {
    let found = ledger::opportunity::facts::opportunity(conn, no)?;
    Ok(found.ok_or_else(|| Refusal::UnknownOpportunity { opportunity: no.to_string() })?)
}

/// What is kept of an opportunity beside the journal.
fn subject(part: OpportunityPart, no: &OpportunityNo) -> Subject {
    Subject::Opportunity(part, no.clone())
}

/// Keeps the words of an act under the opportunity's next number; `text` is the reason, the rest stands beside it, a name as
/// `person`.
fn words(
    tx: &Tx<'_>,
    known: &domain::opportunity::Opportunity,
    text: Option<&str>,
    beside: &[(&str, Option<&str>)],
) -> Result<Words, AppError> {
    let given = |text: Option<&str>| text.unwrap_or_default().trim().to_owned();
    let reason = given(text);
    let has_text = !reason.is_empty();
    let mut texts = BTreeMap::from([("text".to_owned(), reason)]);
    texts.extend(beside.iter().map(|(code, text)| ((*code).to_owned(), given(*text))));
    let person = texts.get("person").is_some_and(|name| !name.is_empty());
    let kept = keep_texts(tx, &subject(OpportunityPart::Words(known.next_words), &known.no), &texts)?;
    Ok(Words { kept, text: has_text, person })
}
