//! The paper copy of a document: where it lies, to whom it is lent.

use super::kept::keep_words;
use super::whose::{known, read};
use crate::api::Act;
use crate::error::AppError;
use crate::parse::{self, day_or};
use crate::personal::texts_at;
use crate::session::{App, Receipt};
use domain::document::{Document, DocumentPart};
use domain::personal::Subject;
use ledger::rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Says where the paper copy of a document lies; nowhere where both are empty.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct PlaceDocument {
    /// 文档编号.
    pub document: String,
    /// 存放位置: room, shelf, box.
    #[serde(default)]
    pub place: String,
    /// 保管人.
    #[serde(default)]
    pub keeper: String,
}

/// Lends the paper copy of a document.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct LendDocument {
    /// 文档编号.
    pub document: String,
    /// 借阅人.
    pub to: String,
    /// On that day; today where absent.
    #[serde(default)]
    pub on: Option<String>,
    /// To be returned by that day.
    pub due: String,
    /// 用途.
    #[serde(default)]
    pub note: String,
}

/// Records that the paper copy of a document is back.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ReturnDocument {
    /// 文档编号.
    pub document: String,
    /// On that day; today where absent.
    #[serde(default)]
    pub on: Option<String>,
}

/// Where the paper copy lies (`text`) and who keeps it (`person`); empty where there is none, or it was erased.
pub(crate) fn place_of(conn: &Connection, document: &Document) -> Result<BTreeMap<String, String>, AppError> {
    let Some((number, digest)) = document.place else { return Ok(BTreeMap::new()) };
    let subject = Subject::Document(DocumentPart::Words(number), document.no.clone());
    texts_at(conn, &subject, Some(&digest))
}

/// `placeDocument`.
pub fn place(app: &mut App, request: PlaceDocument) -> Result<Receipt, AppError> {
    let no = read(app, Act::PlaceDocument, &request.document)?.no;
    app.decide(|tx, _| {
        let document = known(tx.conn(), &no)?;
        let known = place_of(tx.conn(), &document)?;
        let stays = |code: &str, given: &str| known.get(code).map_or("", String::as_str) == given.trim();
        let words = match document.place {
            Some((_, digest)) if stays("text", &request.place) && stays("person", &request.keeper) => {
                Some(digest)
            }
            _ => {
                let texts = [("text", &*request.place), ("person", &*request.keeper)];
                keep_words(tx, &no, document.next_words, &texts)?
            }
        };
        Ok(document.place(words)?)
    })
}

/// `lendDocument`.
pub fn lend(app: &mut App, request: LendDocument) -> Result<Receipt, AppError> {
    let no = read(app, Act::LendDocument, &request.document)?.no;
    let today = app.today()?;
    let (on, due) = (day_or(request.on.as_deref(), today)?, parse::date(&request.due)?);
    app.decide(|tx, _| {
        let document = known(tx.conn(), &no)?;
        let words = if request.to.trim().is_empty() {
            None
        } else {
            let texts = [("person", &*request.to), ("text", &*request.note)];
            keep_words(tx, &no, document.next_words, &texts)?
        };
        Ok(document.lend(on, due, today, words)?)
    })
}

/// `returnDocument`.
pub fn return_it(app: &mut App, request: ReturnDocument) -> Result<Receipt, AppError> {
    let no = read(app, Act::ReturnDocument, &request.document)?.no;
    let today = app.today()?;
    let on = day_or(request.on.as_deref(), today)?;
    app.decide(|tx, _| Ok(known(tx.conn(), &no)?.give_back(on, today)?))
}
