//! Filing documents (归档): what is proposed for files, and the one act that files them all.

use super::kept::{keep_text, keep_version};
use super::source::{Source, stage};
use super::whose::place;
use crate::api::Act;
use crate::clock::month_of;
use crate::error::AppError;
use crate::parse::{self, choice, text_given};
use crate::session::{App, Receipt};
use domain::Refusal;
use domain::document::{
    About, DocumentClass, DocumentNo, DocumentText, Hint, NewDocument, Proposed, Secrecy, StageCode,
    file_document,
};
use domain::kernel::{Digest, UnitCode};
use ledger::Tx;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Proposes how files are filed, and says which cannot be.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ProposeDocuments {
    /// On what they are to hang: `ticket/CD-202610-0001`, `opportunity/…`, `customer/…` or `person/…`.
    pub about: String,
    /// The files.
    pub files: Vec<String>,
}

/// How a file is filed, unless the user says otherwise.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ProposedDocumentView {
    /// The file.
    pub path: String,
    /// What it is called.
    pub name: String,
    /// Bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// 题名.
    pub title: String,
    /// 类别, by code.
    pub category: String,
    /// What it is, by code.
    pub kind: Option<String>,
    /// Under which stage it is counted.
    pub stage: String,
    /// 文档编号 that it gets, unless somebody else files one before.
    pub number: String,
    /// Why it cannot be filed.
    pub fault: Option<AppError>,
}

/// A file to be filed. What is not said is as proposed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct DocumentToFile {
    /// The file.
    pub path: String,
    /// 题名.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub title: Option<String>,
    /// 类别, by code; with it, what it is, by code.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub category: Option<String>,
    /// What it is, by code; none of those that are named where a category alone is given.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub kind: Option<String>,
    /// Under which stage it is counted.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub stage: Option<String>,
    /// 密级; 普通 where absent.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub secrecy: Option<String>,
    /// 有效期至.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub valid_until: Option<String>,
    /// 说明.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub note: Option<String>,
    /// 标签.
    #[serde(default)]
    pub tags: Vec<String>,
}

/// Files documents, all of them or none.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct FileDocuments {
    /// On what they hang: `ticket/CD-202610-0001`, `opportunity/…`, `customer/…` or `person/…`.
    pub about: String,
    /// The files.
    pub files: Vec<DocumentToFile>,
}

/// A document that was filed.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct FiledDocumentView {
    /// The file.
    pub path: String,
    /// 文档编号 with the unit.
    pub document: String,
    /// 文档编号 as it stands on paper.
    pub number: String,
    /// SHA-256.
    pub file: String,
    /// Bytes.
    #[ts(type = "number")]
    pub bytes: u64,
}

/// Documents that were filed.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct FiledDocumentsView {
    /// In the order of the files.
    pub documents: Vec<FiledDocumentView>,
    /// What was recorded.
    pub receipt: Receipt,
}

/// The next number of every stage, within one act.
#[derive(Default)]
struct Numbers(BTreeMap<StageCode, u32>);

impl Numbers {
    fn next(
        &mut self,
        conn: &ledger::rusqlite::Connection,
        unit: &UnitCode,
        stage: StageCode,
        month: domain::kernel::Month,
    ) -> Result<DocumentNo, AppError> {
        let last = match self.0.get(&stage) {
            Some(last) => *last,
            None => ledger::document::facts::last_serial(conn, unit, &stage, month)?,
        };
        self.0.insert(stage, last + 1);
        Ok(DocumentNo { unit: unit.clone(), stage, month, serial: last + 1 })
    }
}

/// `proposeDocuments`.
pub fn propose(app: &mut App, request: ProposeDocuments) -> Result<Vec<ProposedDocumentView>, AppError> {
    let (_, unit, hint) = place(app, Act::ProposeDocuments, &request.about)?;
    let (conn, month) = (app.conn()?, month_of(app.today()?));
    let mut numbers = Numbers::default();
    let view = |path: String| {
        let found = Source::find(&path);
        let name = found.as_ref().map_or_else(|_| path.clone(), |source| source.name.clone());
        let Proposed { title, class, stage } = domain::document::propose(&name, hint);
        let number = match &found {
            Ok(_) => numbers.next(conn, &unit, stage, month)?.number(),
            Err(_) => String::new(),
        };
        Ok(ProposedDocumentView {
            bytes: found.as_ref().map_or(0, |source| source.size),
            title,
            category: class.category,
            kind: class.kind,
            stage: stage.to_string(),
            number,
            fault: found.err(),
            name,
            path,
        })
    };
    request.files.into_iter().map(view).collect()
}

/// What is filed, read from the request.
struct Wanted {
    class: DocumentClass,
    stage: StageCode,
    secrecy: Secrecy,
    valid_until: Option<chrono::NaiveDate>,
    text: DocumentText,
}

impl Wanted {
    fn read(asked: &DocumentToFile, source: &Source, hint: Hint) -> Result<Self, AppError> {
        let proposed = domain::document::propose(&source.name, hint);
        let given = |text: &Option<String>| text_given(text.as_deref()).map(str::to_owned);
        let class = match given(&asked.category) {
            Some(category) => DocumentClass { category, kind: given(&asked.kind) },
            None => proposed.class,
        };
        let usual = || domain::document::usual_stage(&class.category, hint).unwrap_or(proposed.stage);
        let stage = text_given(asked.stage.as_deref());
        let unknown = |text: &str| Refusal::NotInList { value: text.to_owned() };
        let text = DocumentText {
            title: given(&asked.title).unwrap_or(proposed.title),
            note: asked.note.clone().unwrap_or_default(),
            tags: asked.tags.clone(),
        };
        Ok(Self {
            stage: stage
                .map(|text| text.parse().map_err(|_| unknown(text)))
                .transpose()?
                .unwrap_or_else(usual),
            class,
            secrecy: text_given(asked.secrecy.as_deref()).map(choice).transpose()?.unwrap_or_default(),
            valid_until: text_given(asked.valid_until.as_deref()).map(parse::date).transpose()?,
            text: text.checked()?,
        })
    }
}

/// `fileDocuments`.
pub fn file(app: &mut App, request: FileDocuments) -> Result<FiledDocumentsView, AppError> {
    let (about, unit, hint) = place(app, Act::FileDocuments, &request.about)?;
    let mut sources = Vec::new();
    let mut wanted = Vec::new();
    for asked in &request.files {
        let source = Source::find(&asked.path)?;
        wanted.push(Wanted::read(asked, &source, hint).map_err(|error| of_file(error, &asked.path))?);
        sources.push(source);
    }
    let staged = stage(app, &sources)?;
    let today = app.today()?;
    let month = month_of(today);
    let (documents, receipt) = app.act(|tx, _| {
        let mut numbers = Numbers::default();
        let (mut events, mut filed) = (Vec::new(), Vec::new());
        for (((asked, wanted), source), staged) in request.files.iter().zip(wanted).zip(&sources).zip(staged)
        {
            let no = numbers.next(tx.conn(), &unit, wanted.stage, month)?;
            let stored = tx.put_staged(staged)?;
            filed.push(FiledDocumentView {
                path: asked.path.clone(),
                document: no.to_string(),
                number: no.number(),
                file: stored.digest.to_string(),
                bytes: stored.size,
            });
            let new = new_document(tx, no, &about, wanted, (today, stored.digest), &source.name)?;
            events.extend(file_document(new).map_err(|refusal| of_file(refusal.into(), &asked.path))?);
        }
        Ok((events, filed))
    })?;
    Ok(FiledDocumentsView { documents, receipt })
}

fn new_document(
    tx: &Tx<'_>,
    no: DocumentNo,
    about: &About,
    wanted: Wanted,
    (on, file): (chrono::NaiveDate, Digest),
    name: &str,
) -> Result<NewDocument, AppError> {
    Ok(NewDocument {
        text: keep_text(tx, &no, 1, &wanted.text)?,
        name: keep_version(tx, &no, 1, name, "")?,
        about: about.clone(),
        class: wanted.class,
        secrecy: wanted.secrecy,
        valid_until: wanted.valid_until,
        on,
        file,
        no,
    })
}

/// Says at which file an act failed: the page shows it there.
fn of_file(mut error: AppError, path: &str) -> AppError {
    error.params.entry("path").or_insert_with(|| path.into());
    error
}
