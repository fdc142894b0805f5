//! Two versions of a document compared: what is written in them, line by line (DOC-25).

use super::side_by_side::{Line, fill};
use super::whose::read;
use crate::api::Act;
use crate::contents::{FilePlace, place_of};
use crate::error::AppError;
use crate::organisation::word;
use crate::search::PassagePiece;
use crate::session::{App, no_ledger_open};
use domain::Refusal;
use extract::{Contents, Unreadable};
use ledger::document::query::{VersionKept, version};
use ledger::document::reading::{Way, note};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use ts_rs::TS;

/// Compares what is written in two versions of a document.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct CompareVersions {
    /// 文档编号.
    pub document: String,
    /// The older one; the one before the other where absent.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub from: Option<u32>,
    /// The newer one; the last one where absent.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub to: Option<u32>,
}

/// A version that is compared.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ComparedVersion {
    /// Which.
    pub number: u32,
    /// Why nothing can be read of it: a reason as of `TicketFileView::unread`.
    pub unread: Option<String>,
    /// Whether only its beginning was read.
    pub cut: bool,
}

/// One side of a row.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ComparedLine {
    /// Where it stands.
    pub place: FilePlace,
    /// What it says; marked is what differs from the other side.
    pub pieces: Vec<PassagePiece>,
}

/// A row of the comparison.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ComparedRow {
    /// `same`, `changed`, `added`, `removed`, or `skipped` for lines that are the same on both sides and not shown.
    pub kind: String,
    /// How many lines are not shown.
    pub skipped: u32,
    /// In the older version.
    pub left: Option<ComparedLine>,
    /// In the newer one.
    pub right: Option<ComparedLine>,
}

/// Two versions side by side.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct VersionComparison {
    /// The older one.
    pub from: ComparedVersion,
    /// The newer one.
    pub to: ComparedVersion,
    /// What differs, with some lines around it. Empty where nothing does, or where one of them cannot be read.
    pub rows: Vec<ComparedRow>,
    /// Lines that are only in the newer one.
    pub added: u32,
    /// Lines that are only in the older one.
    pub removed: u32,
    /// Lines that are in both with other words.
    pub changed: u32,
    /// Whether there are more differences than are shown.
    pub more: bool,
}

/// `compareVersions`. Whoever compares two versions has read both.
pub fn compare(app: &mut App, request: CompareVersions) -> Result<VersionComparison, AppError> {
    let document = read(app, Act::CompareVersions, &request.document)?;
    let to = request.to.unwrap_or(document.versions);
    let from = request.from.unwrap_or(to.saturating_sub(1));
    let find = |number| -> Result<VersionKept, AppError> {
        let unknown = || Refusal::UnknownVersion { document: document.no.clone(), number };
        Ok(version(app.conn()?, &document.no, number)?.ok_or_else(unknown)?)
    };
    let (older, newer) = (find(from)?, find(to)?);
    let (left, right) = (contents(app, &older)?, contents(app, &newer)?);
    let (at, account) = (app.now()?, app.signed_in()?.account.clone());
    let ledger = app.ledger.as_mut().ok_or_else(no_ledger_open)?;
    ledger.submit(at, |tx| -> Result<(), AppError> {
        for number in BTreeSet::from([from, to]) {
            note(tx.conn(), &document.no, number, &account, at, Way::Looked)?;
        }
        Ok(())
    })?;
    let side = |number, of: &Result<Contents, Unreadable>| ComparedVersion {
        number,
        unread: of.as_ref().err().map(word),
        cut: of.as_ref().is_ok_and(|contents| contents.cut),
    };
    let mut view = VersionComparison {
        from: side(from, &left),
        to: side(to, &right),
        rows: Vec::new(),
        added: 0,
        removed: 0,
        changed: 0,
        more: false,
    };
    if let (Ok(left), Ok(right)) = (left, right) {
        fill(&mut view, &lines(left), &lines(right));
    }
    Ok(view)
}

/// What is written in a version, or why nothing is.
fn contents(app: &App, version: &VersionKept) -> Result<Result<Contents, Unreadable>, AppError> {
    // Reading it whole tells a file that is not what it was.
    let mut blob = app.ledger()?.open_blob(&version.file)?;
    let damaged = |_| ledger::LedgerError::AttachmentDamaged { digest: version.file };
    std::io::copy(&mut blob, &mut std::io::sink()).map_err(damaged)?;
    let file = app.ledger()?.attachment_file(&version.file).map_err(damaged)?;
    Ok(app.reader().and_then(|reader| reader.read(file).ok()).unwrap_or(Err(Unreadable::Crashed)))
}

fn lines(contents: Contents) -> Vec<Line> {
    let mut lines = Vec::new();
    for part in contents.parts {
        let mut behind = 0;
        for text in part.text.split('\n') {
            let before = &part.text[..behind];
            behind += text.len() + 1;
            if !text.trim().is_empty() {
                let place = place_of(part.place.clone(), before);
                lines.push(Line { place, text: text.trim_end().to_owned() });
            }
        }
    }
    lines
}
