//! 文件目录: the documents of a project, a ticket, a customer or an engineer as a PDF (DOC-33).

use super::head::{Tables, personal_head};
use super::ticket_dossier::size;
use crate::api::Act;
use crate::copies::handed_out;
use crate::document::{Collected, DocumentLine, known, place_of};
use crate::error::AppError;
use crate::exchange::{FileView, write_file};
use crate::session::App;
use crate::ticket::said;
use domain::document::{Secrecy, classes};
use ledger::document::list::DocumentRow;
use ledger::document::query::version;
use report::view::{DocumentIndex, IndexGroup, IndexLine};
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// Makes the index of a thing's documents (文件目录) as a PDF.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct MakeDocumentIndex {
    /// On what they hang, as `opportunity/CD-SJ-202610-0001`; of an opportunity its tickets' documents are listed too.
    pub about: String,
    /// The file.
    pub out: String,
}

/// `makeDocumentIndex`. Nothing is recorded, but that there is a copy with people's names.
pub fn document_index(app: &mut App, request: MakeDocumentIndex) -> Result<FileView, AppError> {
    let collected = Collected::of(app, Act::MakeDocumentIndex, &request.about)?;
    let bytes = index_of(app, &collected)?;
    handed_out(app, "makeDocumentIndex", Some(collected.unit), write_file(&request.out, &bytes)?)
}

/// The index of these documents, as a PDF.
pub(crate) fn index_of(app: &mut App, collected: &Collected) -> Result<Vec<u8>, AppError> {
    let view = view(app, collected)?;
    Ok(report::render_document_index(&view, &app.fonts()?)?)
}

fn view(app: &App, collected: &Collected) -> Result<DocumentIndex, AppError> {
    let tables = Tables::read(app, None)?;
    let (about, count) = (&collected.about, collected.documents.len());
    let mut groups: Vec<IndexGroup> = Vec::new();
    for (row, line) in &collected.documents {
        let line = index_line(app, about.key(), row, line)?;
        let name =
            classes().category(&row.class.category).map_or(&*row.class.category, |category| &*category.name);
        match groups.last_mut().filter(|group| group.name == name) {
            Some(group) => group.lines.push(line),
            None => groups.push(IndexGroup { name: name.to_owned(), lines: vec![line] }),
        }
    }
    let files: Vec<_> = collected.documents.iter().map(|(row, _)| (row.no.to_string(), row.file)).collect();
    let figures = json!({ "kind": "documentIndex", "about": about.to_string(), "files": files }).to_string();
    let sentence = if count == 0 {
        "没有文档。".to_owned()
    } else {
        let (today, size) = (app.today()?, size(collected.bytes()));
        format!("本目录列出截至 {today} 的文档，共 {count} 份，合计 {size}，各为最新一版。")
    };
    Ok(DocumentIndex {
        head: personal_head(app, &tables, about.key(), tables.unit(&collected.unit), figures)?,
        of: said::of("documentAbout", about.kind()),
        title: collected.title.clone(),
        sentence,
        groups,
        left_out: collected.left_out,
    })
}

fn index_line(
    app: &App,
    about: String,
    row: &DocumentRow,
    line: &DocumentLine,
) -> Result<IndexLine, AppError> {
    let conn = app.conn()?;
    let secrecy = (row.secrecy != Secrecy::Ordinary).then(|| said::of("secrecy", &line.secrecy));
    let elsewhere = (line.about_key != about)
        .then(|| format!("{} {}", said::of("documentAbout", &line.about_kind), line.about_key));
    let mut place = place_of(conn, &known(conn, &row.no)?)?;
    let paper = [place.remove("text"), place.remove("person")];
    let by = match version(conn, &row.no, row.versions)? {
        Some(last) => app.account_name(&last.account)?,
        None => line.filed_by.clone(),
    };
    Ok(IndexLine {
        number: line.number.clone(),
        title: line.title.clone().unwrap_or_else(|| "（已删除）".to_owned()),
        marks: [line.kind_name.clone(), secrecy, elsewhere].into_iter().flatten().collect(),
        version: format!("第 {} 版", row.versions),
        on: line.changed_at.chars().take(10).collect(),
        by,
        size: size(row.size),
        paper: match (paper.iter().flatten().count(), row.on_paper) {
            (0, true) => "有".to_owned(),
            _ => paper.into_iter().flatten().collect::<Vec<_>>().join("\n"),
        },
        hash: row.file.to_string(),
    })
}
