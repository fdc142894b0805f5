//! What a ticket holds: its fields as text, its parts, records and rounds of audit.

use super::super::words::kept_texts;
use crate::error::AppError;
use crate::restricted::seen;
use crate::session::App;
use domain::form::{Answers, ItemState};
use domain::kernel::Digest;
use domain::personal::TicketPart;
use domain::ticket::{Ticket, TicketNo};
use ledger::rusqlite::Connection;
use ledger::ticket::query;
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// A part of a ticket.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct TicketItemView {
    /// Which, by code.
    pub item: String,
    /// Whether it is asked for.
    pub asked: bool,
    /// `open`, `done` or `notApplicable`.
    pub state: String,
    /// There since.
    pub on: Option<String>,
    /// SHA-256 of its file.
    pub file: Option<String>,
    /// Why it does not apply.
    pub reason: Option<String>,
}

/// A record of a ticket.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct TicketRecordView {
    /// 1, 2, …
    pub number: u32,
    /// Its kind, by code.
    pub kind: String,
    /// Its day.
    pub on: String,
    /// What was filled in, as text; a personal field that was erased is not among them.
    pub fields: BTreeMap<String, String>,
    /// SHA-256 of its file.
    pub file: Option<String>,
    /// Who wrote it.
    pub by: String,
    /// Why it was struck.
    pub struck: Option<String>,
    /// Whether it is an opinion that has to be settled.
    pub opinion: bool,
    /// What became of it.
    pub settled: Option<SettledView>,
}

/// What became of an opinion.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct SettledView {
    /// On that day.
    pub on: String,
    /// 采纳, or not.
    pub accepted: bool,
    /// How, or why not.
    pub text: Option<String>,
    /// SHA-256 of the changed version.
    pub file: Option<String>,
    /// Who wrote it.
    pub by: String,
}

/// A round of audit.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct AuditView {
    /// 1, 2, …
    pub round: u32,
    /// Asked for on that day.
    pub asked_on: String,
    /// After the last day for it.
    pub late: bool,
    /// SHA-256 of the file.
    pub file: String,
    /// Answered on that day.
    pub decided_on: Option<String>,
    /// Accepted.
    pub accepted: Option<bool>,
    /// What does not conform.
    pub text: Option<String>,
    /// Who audited.
    pub person: Option<String>,
    /// What it rests on.
    pub basis: Option<String>,
}

/// Answers as one reads and types them, with the personal texts that are still kept.
pub(crate) fn texts_of(answers: &Answers, mut texts: BTreeMap<String, String>) -> BTreeMap<String, String> {
    texts.extend(answers.plain.iter().map(|(code, answer)| (code.clone(), answer.typed())));
    texts
}

pub(super) fn item_view(item: &domain::form::CheckItem, known: &Ticket, works: bool) -> TicketItemView {
    let mut view = TicketItemView {
        item: item.code.clone(),
        asked: known.asks_part(item),
        state: "open".to_owned(),
        on: None,
        file: None,
        reason: None,
    };
    match known.items.get(&item.code) {
        Some(ItemState::Done { on, file }) => {
            "done".clone_into(&mut view.state);
            view.on = Some(on.to_string());
            view.file = file.as_ref().filter(|_| works || !item.restricted).map(Digest::to_string);
        }
        Some(ItemState::NotApplicable { reason }) => {
            "notApplicable".clone_into(&mut view.state);
            view.reason = Some(reason.clone());
        }
        Some(ItemState::Open) | None => {}
    }
    view
}

pub(super) fn records(
    app: &App,
    conn: &Connection,
    no: &TicketNo,
    known: &Ticket,
    works: bool,
) -> Result<Vec<TicketRecordView>, AppError> {
    let settlements = query::settlements(conn, no)?;
    let mut views = Vec::new();
    for kept in query::records(conn, no)? {
        let texts = kept_texts(conn, no, TicketPart::Record(kept.number), kept.text.as_ref())?;
        let settled = match settlements.iter().find(|settled| settled.record == kept.number) {
            Some(settled) => Some(settled_view(app, conn, no, settled)?),
            None => None,
        };
        let kind = known.kind.record(&kept.kind);
        views.push(TicketRecordView {
            opinion: kept.struck.is_none() && kind.is_some_and(|kind| kind.asks_settlement(&kept.answers)),
            settled,
            number: kept.number,
            kind: kept.kind,
            on: kept.on.to_string(),
            fields: seen(texts_of(&kept.answers, texts), kind.map_or(&[][..], |kind| &kind.fields), works),
            file: kept.file.as_ref().map(Digest::to_string),
            by: app.account_name(&kept.account)?,
            struck: kept.struck,
        });
    }
    Ok(views)
}

fn settled_view(
    app: &App,
    conn: &Connection,
    no: &TicketNo,
    settled: &query::SettlementKept,
) -> Result<SettledView, AppError> {
    let mut texts = kept_texts(conn, no, TicketPart::Words(settled.number), settled.text.as_ref())?;
    Ok(SettledView {
        on: settled.on.to_string(),
        accepted: settled.accepted,
        text: texts.remove("text"),
        file: settled.file.as_ref().map(Digest::to_string),
        by: app.account_name(&settled.account)?,
    })
}

pub(super) fn audits(conn: &Connection, no: &TicketNo, known: &Ticket) -> Result<Vec<AuditView>, AppError> {
    let answers = query::audit_answers(conn, no)?;
    let mut views = Vec::new();
    for round in &known.audits {
        let answer = answers.iter().find(|answer| answer.round == round.round);
        let texts = match answer {
            Some(answer) => kept_texts(conn, no, TicketPart::Words(answer.number), answer.text.as_ref())?,
            None => BTreeMap::new(),
        };
        views.push(AuditView {
            round: round.round,
            asked_on: round.asked_on.to_string(),
            late: round.late,
            file: round.file.to_string(),
            decided_on: round.decided.map(|(on, _)| on.to_string()),
            accepted: round.decided.map(|(_, accepted)| accepted),
            text: texts.get("text").cloned(),
            person: texts.get("person").cloned(),
            basis: answer.and_then(|answer| answer.behalf.as_ref()).map(|behalf| behalf.basis.clone()),
        });
    }
    Ok(views)
}
