//! What was done with a ticket, an opportunity, a customer or a document, as one timeline.

use crate::clock::local_text;
use crate::error::AppError;
use crate::organisation::word;
use crate::personal::{account_subject, engineer_subject, texts_at};
use crate::session::App;
use domain::Event;
use domain::document::DocumentPart;
use domain::kernel::StaffNo;
use domain::personal::{OpportunityPart, Subject, TicketPart};
use domain::registers::FormPart;
use domain::ticket::{NamedAs, copied_to, engineers_named};
use ledger::Entry;
use ledger::rusqlite::Connection;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;
use ts_rs::TS;

/// An act of a timeline.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct TimelineActView {
    /// Its place in the chain.
    #[ts(type = "number")]
    pub seq: u64,
    /// Local time.
    pub at: String,
    /// Who.
    pub by: String,
    /// What kind of act.
    pub kind: String,
    /// What it holds.
    #[ts(type = "unknown")]
    pub body: Value,
    /// Its words; absent where there are none, or erased.
    pub text: Option<String>,
    /// What succeeded and what failed, where it ended an opportunity.
    pub lessons: Option<String>,
    /// 范围 of what was passed on.
    pub scope: Option<String>,
    /// Who else gets copies from then on, where that was set.
    pub copies: Option<String>,
    /// The engineers that it names.
    pub engineers: Vec<TimelineEngineerView>,
    /// Whose step it was, where it was entered for somebody (代录); who takes over.
    pub person: Option<String>,
    /// What the 代录 rests on.
    pub basis: Option<String>,
    /// Who gets a copy of it by rule: `supportAdministrator` or `presalesManager`.
    pub copied: Option<String>,
    /// Which fields it changed, of an opportunity.
    pub changed: Vec<ChangedFieldView>,
}

/// A field that an act changed.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ChangedFieldView {
    /// Its code.
    pub field: String,
    /// What users read, of a field of the stages.
    pub label: Option<String>,
    /// What stood there; absent where it was empty, or erased.
    pub before: Option<String>,
    /// What stands there since.
    pub after: Option<String>,
}

/// An engineer whom an act names.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct TimelineEngineerView {
    /// `first`, `second`, `third` or `skipped`.
    pub named_as: String,
    /// 工号.
    pub staff_no: String,
    /// Their name; the staff number where it was erased.
    pub name: String,
}

/// Entries with the words that are kept beside them.
pub(crate) fn timeline(
    app: &App,
    conn: &Connection,
    entries: Vec<Entry>,
) -> Result<Vec<TimelineActView>, AppError> {
    let entries: Vec<(Entry, Option<Event>)> = entries
        .into_iter()
        .map(|entry| {
            let event = Event::decode(&entry.kind, entry.version, &entry.body);
            (entry, event)
        })
        .collect();
    let mut subjects: Vec<String> =
        entries.iter().map(|(entry, _)| account_subject(&entry.actor.account)).collect();
    let staff = entries.iter().flat_map(|(_, event)| event.iter().flat_map(engineers_named));
    subjects.extend(staff.map(|(_, staff_no)| engineer_subject(staff_no)));
    let names = app.names(&subjects)?;
    let engineer = |(named, staff_no): (NamedAs, &StaffNo)| {
        let name = names.get(&engineer_subject(staff_no)).filter(|name| !name.is_empty());
        TimelineEngineerView {
            named_as: word(&named),
            name: name.cloned().unwrap_or_else(|| staff_no.to_string()),
            staff_no: staff_no.to_string(),
        }
    };
    let mut views = Vec::new();
    for (entry, event) in entries {
        let body: Value = serde_json::from_slice(&entry.body).unwrap_or_default();
        let mut texts = BTreeMap::new();
        for (subject, digest) in event.iter().flat_map(Event::personal) {
            let said = matches!(
                subject,
                Subject::Ticket(TicketPart::Words(_), _)
                    | Subject::Opportunity(OpportunityPart::Words(_), _)
                    | Subject::Form(FormPart::Words(_), _)
                    | Subject::Document(DocumentPart::Words(_) | DocumentPart::Version(_), _)
            );
            if said {
                texts.extend(texts_at(conn, &subject, Some(&digest))?);
            }
        }
        let basis = body.get("behalf").and_then(|behalf| behalf.get("basis")).and_then(Value::as_str);
        views.push(TimelineActView {
            seq: entry.key.seq,
            at: local_text(entry.at),
            by: names
                .get(&account_subject(&entry.actor.account))
                .cloned()
                .unwrap_or_else(|| entry.actor.account.to_string()),
            basis: basis.map(str::to_owned),
            copied: event.as_ref().and_then(copied_to).as_ref().map(word),
            kind: entry.kind,
            body,
            engineers: event.iter().flat_map(engineers_named).map(engineer).collect(),
            text: texts.get("text").cloned(),
            lessons: texts.get("lessons").cloned(),
            scope: texts.get("scope").cloned(),
            copies: texts.get("copies").cloned(),
            person: texts.get("person").cloned(),
            changed: Vec::new(),
        });
    }
    Ok(views)
}
