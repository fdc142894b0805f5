//! The files of a ticket: listed with category, version and hash, looked at, saved (TKT-23).

use super::words::{read, ticket_no};
use crate::api::Act;
use crate::attached::{AttachedView, ending_of, saved, shown};
use crate::clock::local_text;
use crate::contents::unreadable;
use crate::error::AppError;
use crate::exchange::FileView;
use crate::organisation::word;
use crate::personal::account_subject;
use crate::restricted::does_ticket;
use crate::session::App;
use domain::Event;
use domain::kernel::Digest;
use domain::ticket::{FileCategory, TicketFile, TicketNo, TicketType};
use ledger::Entry;
use ledger::ticket::query;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// Lists the files of a ticket.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct TicketFiles {
    /// 工单号.
    pub ticket: String,
}

/// Shows a file of a ticket.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct LookAtTicketFile {
    /// 工单号.
    pub ticket: String,
    /// SHA-256 of the file.
    pub file: String,
}

/// Writes a file of a ticket to a file.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct SaveTicketFile {
    /// 工单号.
    pub ticket: String,
    /// SHA-256 of the file.
    pub file: String,
    /// The file. It gets the ending of the contents where it has none, or that of another kind of file.
    pub out: String,
}

/// A file of a ticket.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct TicketFileView {
    /// `part`, `audit`, `record`, `application` or `evidence`.
    pub category: String,
    /// Code of the part, or of the kind of record.
    pub part: Option<String>,
    /// What its part or record is called.
    pub label: Option<String>,
    /// Number of the record.
    pub number: Option<u32>,
    /// 1, 2, … among the different files of its part or of the audits.
    pub version: u32,
    /// SHA-256.
    pub file: String,
    /// Its ending, by its contents: `pdf`, `docx`, `csv`, …; `bin` where it is none that is known, absent where it is damaged.
    pub kind: Option<String>,
    /// Its size in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// What kind of act brought it.
    pub act: String,
    /// When, local time.
    pub at: String,
    /// Who brought it.
    pub by: String,
    /// Whether it still holds: not followed by another version, taken back or struck.
    pub holds: bool,
    /// Why its words are not found: `due` while it has not been read, `cut` where only its beginning was, else the reason
    /// why it cannot be (`empty`, `encrypted`, `damaged`, `tooLarge`, `oldOffice`, `unknownKind`, `noText`, `tookTooLong`,
    /// `tooMuchMemory`, `crashed`, `erased`); absent where they are.
    pub unread: Option<String>,
}

/// `ticketFiles`.
pub fn files(app: &mut App, request: TicketFiles) -> Result<Vec<TicketFileView>, AppError> {
    let no = ticket_no(app, Act::TicketFiles, &request.ticket)?;
    let conn = app.conn()?;
    let kind = read(conn, &no)?.kind;
    let (entries, files) = found(app, &no, &kind)?;
    let subjects: Vec<String> =
        files.iter().map(|file| account_subject(&entries[file.act].actor.account)).collect();
    let names = app.names(&subjects)?;
    files
        .into_iter()
        .map(|file| {
            let entry = &entries[file.act];
            let account = &entry.actor.account;
            Ok(TicketFileView {
                category: word(&file.category),
                label: label(&kind, &file),
                part: file.part,
                number: file.number,
                version: file.version,
                file: file.digest.to_string(),
                kind: kind_of(app, &file.digest)?,
                bytes: ledger::attachment_size(conn, &file.digest)?.unwrap_or_default(),
                act: entry.kind.clone(),
                at: local_text(entry.at),
                by: names.get(&account_subject(account)).cloned().unwrap_or_else(|| account.to_string()),
                holds: file.holds,
                unread: unreadable(app, &file.digest)?,
            })
        })
        .collect()
}

/// The ending of a file by its contents, which are read once; `None` where they are damaged.
pub(crate) fn kind_of(app: &App, digest: &Digest) -> Result<Option<String>, AppError> {
    if let Some(known) = app.endings.borrow().get(digest) {
        return Ok(Some((*known).to_owned()));
    }
    let Ok(contents) = app.ledger()?.open_blob(digest) else { return Ok(None) };
    let Ok(ending) = ending_of(contents) else { return Ok(None) };
    app.endings.borrow_mut().insert(*digest, ending);
    Ok(Some(ending.to_owned()))
}

/// Entries whose events this program knows, and the files that they brought; without those that are not for the account.
fn found(app: &App, no: &TicketNo, kind: &TicketType) -> Result<(Vec<Entry>, Vec<TicketFile>), AppError> {
    let known = query::acts(app.conn()?, no)?.into_iter().filter_map(|entry| {
        let event = Event::decode(&entry.kind, entry.version, &entry.body)?;
        Some((entry, event))
    });
    let (entries, events): (Vec<Entry>, Vec<Event>) = known.unzip();
    let mut files = domain::ticket::files(&events);
    if !does_ticket(app, no)? {
        files.retain(|file| !file.is_restricted(kind));
    }
    Ok((entries, files))
}

/// What the part or record of a file is called.
pub fn label(kind: &TicketType, file: &TicketFile) -> Option<String> {
    let part = file.part.as_deref()?;
    match file.category {
        FileCategory::Part => kind.item(part).map(|item| item.label.clone()),
        FileCategory::Record => kind.record(part).map(|record| record.label.clone()),
        FileCategory::Audit | FileCategory::Application | FileCategory::Evidence => None,
    }
}

/// `lookAtTicketFile`.
pub fn look_at_file(app: &mut App, request: LookAtTicketFile) -> Result<AttachedView, AppError> {
    let bytes = contents(app, Act::LookAtTicketFile, &request.ticket, &request.file)?;
    shown(app, &bytes)
}

/// `saveTicketFile`.
pub fn save_file(app: &mut App, request: SaveTicketFile) -> Result<FileView, AppError> {
    saved(&request.out, &contents(app, Act::SaveTicketFile, &request.ticket, &request.file)?)
}

/// A file of the ticket, and of no other.
fn contents(app: &App, act: Act, ticket: &str, file: &str) -> Result<Vec<u8>, AppError> {
    let no = ticket_no(app, act, ticket)?;
    let wanted = Digest::parse(file);
    let kind = read(app.conn()?, &no)?.kind;
    let (_, files) = found(app, &no, &kind)?;
    let Some(file) = files.iter().find(|file| Some(file.digest) == wanted) else {
        return Err(AppError::refused("unknownTicketFile", json!({ "ticket": no.to_string() })));
    };
    Ok(app.ledger()?.read_blob(&file.digest)?)
}
