//! What is kept of customers' people and on opportunities, found by name, to be erased where it stands (个人信息保护法).

use crate::error::AppError;
use crate::opportunity::names_people;
use crate::session::App;
use domain::opportunity::{OpportunityNo, record_kind};
use domain::personal::{CustomerPart, OpportunityPart, Subject};
use ledger::rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Finds customers or opportunities of which something may be kept that names people; those that were struck or have ended too.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ErasableMatters {
    /// `customer` or `opportunity`.
    pub kind: MatterKind,
    /// Words of number, name or title.
    #[serde(default)]
    pub text: String,
}

/// What it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub enum MatterKind {
    /// A customer.
    Customer,
    /// An opportunity.
    Opportunity,
}

/// A customer or an opportunity.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ErasableMatterView {
    /// Its number.
    pub matter: String,
    /// What it is called.
    pub name: String,
}

/// Lists what is kept of a customer or an opportunity that may name people.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ErasableParts {
    /// `customer` or `opportunity`.
    pub kind: MatterKind,
    /// Its number.
    pub matter: String,
}

/// Something that is kept.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ErasablePartView {
    /// Under which it is erased.
    pub subject: String,
    /// `profile`, `contact`, `manager`, `fields`, `record` or `words`.
    pub part: String,
    /// Its number among those of its kind; absent where there is one alone.
    pub number: Option<u32>,
    /// How it begins: a name, or the first words.
    pub begins: Option<String>,
}

/// Found at most.
const MOST: u32 = 50;
/// Characters that are shown of what is kept.
const SHOWN: usize = 24;

/// `erasableMatters`.
pub fn matters(app: &mut App, request: ErasableMatters) -> Result<Vec<ErasableMatterView>, AppError> {
    let found = match request.kind {
        MatterKind::Customer => ledger::customer::query::named(app.conn()?, &request.text, MOST)?,
        MatterKind::Opportunity => ledger::opportunity::query::named(app.conn()?, &request.text, MOST)?,
    };
    Ok(found.into_iter().map(|(matter, name)| ErasableMatterView { matter, name }).collect())
}

/// `erasableParts`.
pub fn parts(app: &mut App, request: ErasableParts) -> Result<Vec<ErasablePartView>, AppError> {
    let conn = app.conn()?;
    match request.kind {
        MatterKind::Customer => {
            let kept = ledger::kept_of_customer(conn, &crate::customer::number(&request.matter)?)?;
            kept.iter().map(|subject| Ok(view(subject, &current(conn, subject)?))).collect()
        }
        MatterKind::Opportunity => of_opportunity(conn, &crate::opportunity::number(&request.matter)?),
    }
}

/// Of an opportunity without quotes and prices, which name nobody.
fn of_opportunity(conn: &Connection, no: &OpportunityNo) -> Result<Vec<ErasablePartView>, AppError> {
    let records = ledger::opportunity::query::records(conn, no)?;
    let mut views = Vec::new();
    for subject in ledger::kept_of_opportunity(conn, no)? {
        let mut texts = current(conn, &subject)?;
        if let Subject::Opportunity(OpportunityPart::Record(number), _) = &subject {
            let record = records.iter().find(|record| record.number == *number);
            let fields =
                record.and_then(|record| record_kind(&record.kind)).map_or(&[][..], |kind| &kind.fields);
            if !names_people(fields, &texts) {
                continue;
            }
            texts.retain(|code, _| fields.iter().any(|field| field.personal && field.code == *code));
        }
        views.push(view(&subject, &texts));
    }
    Ok(views)
}

fn current(conn: &Connection, subject: &Subject) -> Result<BTreeMap<String, String>, AppError> {
    let fields = ledger::personal(conn, &subject.to_string())?.into_iter().flatten();
    Ok(fields.filter_map(|(code, text)| Some((code, text.as_str()?.to_owned()))).collect())
}

/// How what is kept begins: a name where there is one, or else the first words of it.
fn begins(texts: &BTreeMap<String, String>) -> Option<String> {
    let named = ["name", "person", "text"].into_iter().find_map(|code| texts.get(code));
    let text = named.or_else(|| texts.values().next())?;
    let line = text.lines().next().unwrap_or_default();
    let mut shown: String = line.chars().take(SHOWN).collect();
    if shown.len() < text.trim_end().len() {
        shown.push('…');
    }
    Some(shown)
}

fn view(subject: &Subject, texts: &BTreeMap<String, String>) -> ErasablePartView {
    let (part, number) = match subject {
        Subject::Customer(CustomerPart::Contact(number), _) => ("contact", Some(*number)),
        Subject::Opportunity(OpportunityPart::Manager, _) => ("manager", None),
        Subject::Opportunity(OpportunityPart::Fields, _) => ("fields", None),
        Subject::Opportunity(OpportunityPart::Record(number), _) => ("record", Some(*number)),
        Subject::Opportunity(OpportunityPart::Words(number), _) => ("words", Some(*number)),
        _ => ("profile", None),
    };
    ErasablePartView { subject: subject.to_string(), part: part.to_owned(), number, begins: begins(texts) }
}
