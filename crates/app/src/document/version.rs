//! Versions of a document, and checking it out meanwhile.

use super::kept::{keep_version, keep_words};
use super::source::{Source, stage};
use super::whose::{known, read};
use crate::api::Act;
use crate::error::AppError;
use crate::session::{App, Receipt};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Adds a version to a document.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct AddDocumentVersion {
    /// 文档编号.
    pub document: String,
    /// The file.
    pub path: String,
    /// 修改内容.
    pub change: String,
}

/// Checks a document out (签出): nobody else adds a version.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct CheckOutDocument {
    /// 文档编号.
    pub document: String,
}

/// Gives a document back without a new version, one's own or somebody else's.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct CheckInDocument {
    /// 文档编号.
    pub document: String,
    /// Why, where somebody else has it.
    #[serde(default)]
    pub reason: String,
}

/// `addDocumentVersion`.
pub fn add_version(app: &mut App, request: AddDocumentVersion) -> Result<Receipt, AppError> {
    let no = read(app, Act::AddDocumentVersion, &request.document)?.no;
    let source = Source::find(&request.path)?;
    let name = source.name.clone();
    let staged = stage(app, &[source])?;
    app.decide(|tx, actor| {
        let document = known(tx.conn(), &no)?;
        let changed = !request.change.trim().is_empty();
        let kept = keep_version(tx, &no, document.versions + 1, &name, &request.change)?;
        let mut events = Vec::new();
        for staged in staged {
            let file = tx.put_staged(staged)?.digest;
            events.extend(document.add_version(&actor.account, file, changed, kept)?);
        }
        Ok(events)
    })
}

/// `checkOutDocument`.
pub fn check_out(app: &mut App, request: CheckOutDocument) -> Result<Receipt, AppError> {
    let no = read(app, Act::CheckOutDocument, &request.document)?.no;
    app.decide(|tx, actor| Ok(known(tx.conn(), &no)?.check_out(&actor.account)?))
}

/// `checkInDocument`.
pub fn check_in(app: &mut App, request: CheckInDocument) -> Result<Receipt, AppError> {
    let no = read(app, Act::CheckInDocument, &request.document)?.no;
    app.decide(|tx, actor| {
        let document = known(tx.conn(), &no)?;
        let reason = match &document.checked_out {
            Some(holder) if *holder != actor.account => {
                keep_words(tx, &no, document.next_words, &[("text", &request.reason)])?
            }
            _ => None,
        };
        Ok(document.check_in(&actor.account, reason)?)
    })
}
