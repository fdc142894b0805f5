//! Submitting a document for approval.

use super::kept::{asked_of, words};
use crate::api::Act;
use crate::document::{known, read};
use crate::error::AppError;
use crate::parse::{self, choice, text_given};
use crate::session::{App, Receipt};
use domain::Refusal;
use domain::approval::{Asked, Route, RouteStage, Seat, Submission, templates};
use domain::kernel::Digest;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeSet;
use ts_rs::TS;

/// Somebody who is asked.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct SeatAsked {
    /// 职务.
    #[serde(default)]
    pub post: String,
    /// Who, by account.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub account: Option<String>,
    /// Who, by name, where they have no account: others record their opinion.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub person: Option<String>,
}

/// A stage of the way.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct StageAsked {
    /// What users call it.
    pub name: String,
    /// `review`, `final` or `publish`.
    pub kind: String,
    /// `inOrder`, `all` or `oneOf`.
    pub mode: String,
    /// 跨部门会议: with minutes.
    #[serde(default)]
    pub meeting: bool,
    /// Who sits there.
    pub seats: Vec<SeatAsked>,
}

/// Submits the last version of a document for approval.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct SubmitForApproval {
    /// 文档编号.
    pub document: String,
    /// The version that one looked at; the last one where absent.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub version: Option<u32>,
    /// SHA-256 of that version: refused where it is another one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub file: Option<String>,
    /// The way; that of `route` where empty.
    #[serde(default)]
    pub stages: Vec<StageAsked>,
    /// A proposed way, by code, where no stages are given.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub route: Option<String>,
    /// Who sits where on a proposed way: in the order of its seats.
    #[serde(default)]
    pub seats: Vec<SeatAsked>,
    /// A note to all who are asked.
    #[serde(default)]
    pub note: String,
}

/// The proposed way with who was named for its seats.
fn proposed(code: &str, named: &[SeatAsked]) -> Result<Vec<StageAsked>, AppError> {
    let unknown = || AppError::refused("notInList", json!({ "value": code }));
    let template = templates().iter().find(|one| one.code == code).ok_or_else(unknown)?;
    let mut named = named.iter();
    let stages = template.stages.iter().map(|stage| StageAsked {
        name: stage.name.clone(),
        kind: crate::organisation::word(&stage.kind),
        mode: crate::organisation::word(&stage.mode),
        meeting: stage.meeting,
        seats: stage
            .posts
            .iter()
            .map(|post| {
                let mut seat = named.next().cloned().unwrap_or_default();
                if seat.post.trim().is_empty() {
                    seat.post.clone_from(post);
                }
                seat
            })
            .collect(),
    });
    Ok(stages.collect())
}

/// `submitForApproval`.
pub fn submit(app: &mut App, request: SubmitForApproval) -> Result<Receipt, AppError> {
    let document = read(app, Act::SubmitForApproval, &request.document)?;
    let no = document.no.clone();
    let asked = if request.stages.is_empty() {
        let usual = || domain::approval::proposed(&document.class).code.clone();
        let code = text_given(request.route.as_deref()).map_or_else(usual, str::to_owned);
        proposed(&code, &request.seats)?
    } else {
        request.stages
    };
    let mut outside = Vec::new();
    let mut stages = Vec::new();
    let mut number = 0;
    for stage in asked {
        let mut seats = Vec::new();
        for seat in stage.seats {
            number += 1;
            let account = text_given(seat.account.as_deref()).map(parse::account).transpose()?;
            if account.is_none()
                && let Some(person) = text_given(seat.person.as_deref())
            {
                outside.push((number, person.to_owned()));
            }
            seats.push(Seat { post: seat.post, account });
        }
        let (kind, mode) = (choice(&stage.kind)?, choice(&stage.mode)?);
        stages.push(RouteStage { name: stage.name, kind, mode, meeting: stage.meeting, seats });
    }
    let file = text_given(request.file.as_deref()).map(|text| {
        Digest::parse(text).ok_or_else(|| AppError::refused("notInList", json!({ "value": text })))
    });
    let file = file.transpose()?;
    let two_person = app.installation()?.two_person;
    let candidates = asked_of(app, &document)?;
    let numbers: BTreeSet<u32> = outside.iter().map(|(number, _)| *number).collect();
    app.decide(|tx, actor| {
        let document = known(tx.conn(), &no)?;
        let last = match ledger::approval::facts::last_number(tx.conn(), &no)? {
            Some(number) => ledger::approval::facts::course(tx.conn(), &no, number)?,
            None => None,
        };
        let named: Vec<(String, &str)> =
            outside.iter().map(|(number, person)| (format!("seat{number}"), person.as_str())).collect();
        let mut texts: Vec<(&str, &str)> =
            named.iter().map(|(name, person)| (name.as_str(), *person)).collect();
        texts.push(("text", &request.note));
        let submission = Submission {
            version: request.version.unwrap_or(document.versions),
            file,
            route: Route { stages },
            outside: numbers,
            words: words(tx, &document, &texts)?,
        };
        let asked = Asked { known: &candidates, submitter: &actor.account, two_person };
        let events = domain::approval::submit(&document, last.as_ref(), submission, &actor.account, &asked);
        events.map_err(|refusal: Refusal| refusal.into())
    })
}
