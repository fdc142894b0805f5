//! Describing a document anew, voiding it.

use super::kept::{keep_text, keep_words, text_of};
use super::whose::{known, read};
use crate::api::Act;
use crate::error::AppError;
use crate::parse::{self, choice, text_given};
use crate::session::{App, Receipt};
use domain::document::{Document, DocumentClass, DocumentText};
use domain::kernel::Digest;
use ledger::Tx;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Says anew what a document is and what is written on it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct DescribeDocument {
    /// 文档编号.
    pub document: String,
    /// 题名.
    pub title: String,
    /// 类别, by code.
    pub category: String,
    /// What it is, by code.
    #[serde(default)]
    pub kind: Option<String>,
    /// 密级.
    pub secrecy: String,
    /// 有效期至.
    #[serde(default)]
    pub valid_until: Option<String>,
    /// 说明.
    #[serde(default)]
    pub note: String,
    /// 标签.
    #[serde(default)]
    pub tags: Vec<String>,
}

/// Voids a document (作废): its number is not given again.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct VoidDocument {
    /// 文档编号.
    pub document: String,
    /// Why.
    pub reason: String,
}

/// The known words where they stay, else new ones under the next number.
fn kept(tx: &Tx<'_>, document: &Document, text: &DocumentText) -> Result<(u32, Digest), AppError> {
    let known = (document.text_number, document.text);
    if text_of(tx.conn(), &document.no, known)? == *text {
        return Ok(known);
    }
    let number = document.text_number + 1;
    Ok((number, keep_text(tx, &document.no, number, text)?))
}

/// `describeDocument`.
pub fn describe(app: &mut App, request: DescribeDocument) -> Result<Receipt, AppError> {
    let no = read(app, Act::DescribeDocument, &request.document)?.no;
    let DescribeDocument { title, category, kind, secrecy, valid_until, note, tags, .. } = request;
    let text = DocumentText { title, note, tags }.checked()?;
    let secrecy = choice(&secrecy)?;
    let valid_until = text_given(valid_until.as_deref()).map(parse::date).transpose()?;
    let class = DocumentClass { category, kind: text_given(kind.as_deref()).map(str::to_owned) };
    app.decide(|tx, _| {
        let document = known(tx.conn(), &no)?;
        let text = kept(tx, &document, &text)?;
        Ok(document.describe(class, secrecy, valid_until, text)?)
    })
}

/// `voidDocument`.
pub fn void(app: &mut App, request: VoidDocument) -> Result<Receipt, AppError> {
    let no = read(app, Act::VoidDocument, &request.document)?.no;
    app.decide(|tx, actor| {
        let document = known(tx.conn(), &no)?;
        let reason = keep_words(tx, &no, document.next_words, &[("text", &request.reason)])?;
        Ok(document.void(&actor.account, reason)?)
    })
}
