//! A document's page: what it is, its versions, the paper copy, who read it, its history as one timeline.

use super::kept::text_of;
use super::line::{ending, lines};
use super::list::DocumentLine;
use super::paper::place_of;
use super::whose::read;
use crate::api::Act;
use crate::approval::{DocumentApprovalView, of_document};
use crate::clock::stored_text;
use crate::error::AppError;
use crate::organisation::word;
use crate::personal::{account_subject, texts_at};
use crate::session::App;
use crate::timeline::{TimelineActView, timeline};
use domain::Refusal;
use domain::document::DocumentPart;
use domain::kernel::AccountName;
use domain::personal::Subject;
use ledger::document::{list, query, reading};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Shows a document.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct Document {
    /// 文档编号.
    pub document: String,
}

/// A version of a document.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct DocumentVersionView {
    /// 1, 2, …
    pub number: u32,
    /// Its file's name; absent where it was erased.
    pub name: Option<String>,
    /// The ending of its name.
    pub ending: Option<String>,
    /// 修改内容; absent of the first one.
    pub change: Option<String>,
    /// Who added it.
    pub by: String,
    /// When, local time.
    pub at: String,
    /// SHA-256.
    pub file: String,
    /// Bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// Under which name and change are erased.
    pub subject: String,
}

/// Where the paper copy of a document lies.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct DocumentPlaceView {
    /// 存放位置; absent where it was not said, or erased.
    pub place: Option<String>,
    /// 保管人; absent where it was not said, or erased.
    pub keeper: Option<String>,
}

/// 借阅 of the paper copy.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct DocumentLoanView {
    /// 借阅人; absent where it was erased.
    pub to: Option<String>,
    /// 用途.
    pub note: Option<String>,
    /// Lent on that day.
    pub on: String,
    /// To be returned by that day.
    pub due_on: String,
    /// Returned on that day.
    pub returned_on: Option<String>,
    /// Who lent it.
    pub by: String,
    /// Under which to whom, and the note, are erased.
    pub subject: String,
}

/// Somebody read a document.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct DocumentReadingView {
    /// Which version.
    pub version: u32,
    /// Who.
    pub by: String,
    /// When, local time.
    pub at: String,
    /// `looked` or `saved`.
    pub way: String,
}

/// A document.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct DocumentView {
    /// As it stands in lists.
    pub line: DocumentLine,
    /// 说明.
    pub note: Option<String>,
    /// Since when it is checked out, local time.
    pub out_since: Option<String>,
    /// Whether it is checked out by whoever asks.
    pub out_to_me: bool,
    /// Versions, the newest first.
    pub versions: Vec<DocumentVersionView>,
    /// Where the paper copy lies; absent where there is none.
    pub place: Option<DocumentPlaceView>,
    /// Loans of the paper copy, the newest first.
    pub loans: Vec<DocumentLoanView>,
    /// Its approvals, the newest first.
    pub approvals: Vec<DocumentApprovalView>,
    /// What was done with it, oldest first.
    pub acts: Vec<TimelineActView>,
    /// Who read it, the newest first.
    pub readings: Vec<DocumentReadingView>,
    /// Whether whoever asks does the unit's work, and may change it.
    pub works: bool,
    /// Whether whoever asks may check it out and add a version.
    pub may_add: bool,
    /// Under which title, note and tags are erased.
    pub subject: String,
}

/// So many readings are shown.
const READINGS: u32 = 200;

/// `document`.
pub fn document(app: &mut App, request: Document) -> Result<DocumentView, AppError> {
    let known = read(app, Act::Document, &request.document)?;
    let (conn, no) = (app.conn()?, &known.no);
    let wanted = list::Wanted { only: Some(no.clone()), limit: 1, ..Default::default() };
    let rows = list::page(conn, &wanted)?;
    let unknown = || Refusal::UnknownDocument { document: no.to_string() };
    let line = lines(app, &rows)?.pop().ok_or_else(unknown)?;
    let (versions, loans) = (query::versions(conn, no)?, query::loans(conn, no)?);
    let readings = reading::of(conn, no, READINGS)?;
    let accounts = versions.iter().map(|one| &one.account).chain(loans.iter().map(|one| &one.account));
    let subjects: Vec<String> =
        accounts.chain(readings.iter().map(|one| &one.account)).map(account_subject).collect();
    let names = app.names(&subjects)?;
    let by = |account: &AccountName| {
        names.get(&account_subject(account)).cloned().unwrap_or_else(|| account.to_string())
    };
    let mut version_views = Vec::new();
    for one in versions.iter().rev() {
        let subject = Subject::Document(DocumentPart::Version(one.number), no.clone());
        let mut texts = texts_at(conn, &subject, Some(&one.name))?;
        let name = texts.remove("name");
        version_views.push(DocumentVersionView {
            number: one.number,
            ending: name.as_deref().and_then(ending),
            name,
            change: texts.remove("text"),
            by: by(&one.account),
            at: stored_text(&one.at),
            file: one.file.to_string(),
            bytes: one.size,
            subject: subject.to_string(),
        });
    }
    let mut loan_views = Vec::new();
    for one in loans.iter().rev() {
        let subject = Subject::Document(DocumentPart::Words(one.number), no.clone());
        let mut texts = texts_at(conn, &subject, Some(&one.words))?;
        loan_views.push(DocumentLoanView {
            to: texts.remove("person"),
            note: texts.remove("text"),
            on: one.on.to_string(),
            due_on: one.due_on.to_string(),
            returned_on: one.returned_on.map(|day| day.to_string()),
            by: by(&one.account),
            subject: subject.to_string(),
        });
    }
    let target = app.documents_target(&known.about, &no.unit)?;
    let able = |act| app.able(act, &target);
    let mut place = place_of(conn, &known)?;
    let text = text_of(conn, no, (known.text_number, known.text))?;
    let out = query::checked_out(conn, no)?;
    Ok(DocumentView {
        line,
        note: Some(text.note).filter(|note| !note.is_empty()),
        out_to_me: known.checked_out.as_ref() == Some(&app.signed_in()?.account),
        out_since: out.map(|(_, since)| stored_text(&since)),
        versions: version_views,
        place: known
            .place
            .map(|_| DocumentPlaceView { place: place.remove("text"), keeper: place.remove("person") }),
        loans: loan_views,
        approvals: of_document(app, no)?,
        acts: timeline(app, conn, query::acts(conn, no)?)?,
        readings: readings
            .into_iter()
            .map(|one| DocumentReadingView {
                version: one.version,
                by: by(&one.account),
                at: stored_text(&one.at),
                way: word(&one.way),
            })
            .collect(),
        works: able(Act::DescribeDocument)?,
        may_add: able(Act::AddDocumentVersion)?,
        subject: Subject::Document(DocumentPart::Text(known.text_number), no.clone()).to_string(),
    })
}
