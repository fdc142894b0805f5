//! What may be chosen when a document is submitted: ways, and who may be asked.

use super::kept::asked_of;
use crate::api::Act;
use crate::document::read;
use crate::error::AppError;
use crate::organisation::word;
use crate::personal::account_subject;
use crate::session::App;
use domain::approval::{Route, StageKind, proposed, templates};
use domain::kernel::{AccountName, Role};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Says what may be chosen when a document is submitted.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ApprovalForm {
    /// 文档编号.
    pub document: String,
}

/// A seat of a proposed way.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct TemplateSeatView {
    /// 职务.
    pub post: String,
    /// Who is proposed for it.
    pub account: Option<String>,
}

/// A stage of a proposed way.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct TemplateStageView {
    /// What users call it.
    pub name: String,
    /// `review`, `final` or `publish`.
    pub kind: String,
    /// `inOrder`, `all` or `oneOf`.
    pub mode: String,
    /// 跨部门会议: with minutes.
    pub meeting: bool,
    /// Its seats.
    pub seats: Vec<TemplateSeatView>,
}

/// A proposed way.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct RouteTemplateView {
    /// Its code; `last` is the way that the document went last.
    pub code: String,
    /// What users call it.
    pub name: String,
    /// In order.
    pub stages: Vec<TemplateStageView>,
}

/// Somebody who may be asked.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct CandidateView {
    /// Signs in as.
    pub account: String,
    /// Their name.
    pub name: String,
    /// 职务.
    pub post: Option<String>,
    /// Whether they may judge what whoever asks submits; others may publish alone.
    pub judges: bool,
}

/// What may be chosen.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ApprovalFormView {
    /// Ways.
    pub routes: Vec<RouteTemplateView>,
    /// The one that is proposed, by code.
    pub proposed: String,
    /// Who may be asked: whoever may read the document.
    pub candidates: Vec<CandidateView>,
}

/// `approvalForm`.
pub fn form(app: &mut App, request: ApprovalForm) -> Result<ApprovalFormView, AppError> {
    let document = read(app, Act::ApprovalForm, &request.document)?;
    let me = app.signed_in()?.account.clone();
    let two_person = app.installation()?.two_person;
    let known = asked_of(app, &document)?;
    let readers: Vec<_> = known.iter().filter(|one| one.reads).collect();
    let subjects: Vec<String> = readers.iter().map(|one| account_subject(&one.account)).collect();
    let names = app.names(&subjects)?;
    let accounts = ledger::account::query::accounts(app.conn()?)?;
    let post = |account: &AccountName| {
        accounts.iter().find(|one| one.account == *account).and_then(|one| one.post.clone())
    };
    let candidates: Vec<CandidateView> = readers
        .iter()
        .map(|one| CandidateView {
            name: names
                .get(&account_subject(&one.account))
                .cloned()
                .unwrap_or_else(|| one.account.to_string()),
            post: post(&one.account),
            judges: !two_person || (one.account != me && one.role != Role::Administrator),
            account: one.account.to_string(),
        })
        .collect();
    // A post that one person alone holds is theirs; what only makes public is the submitter's.
    let person = |kind: StageKind, wanted: &str| {
        if kind == StageKind::Publish {
            return candidates.iter().find(|one| one.account == me.as_str()).map(|one| one.account.clone());
        }
        let mut fit = candidates
            .iter()
            .filter(|one| one.judges && one.post.as_deref().is_some_and(|p| p.contains(wanted)));
        match (fit.next(), fit.next()) {
            (Some(only), None) => Some(only.account.clone()),
            _ => None,
        }
    };
    let mut routes: Vec<RouteTemplateView> = templates()
        .iter()
        .map(|one| RouteTemplateView {
            code: one.code.clone(),
            name: one.name.clone(),
            stages: one
                .stages
                .iter()
                .map(|stage| TemplateStageView {
                    name: stage.name.clone(),
                    kind: word(&stage.kind),
                    mode: word(&stage.mode),
                    meeting: stage.meeting,
                    seats: stage
                        .posts
                        .iter()
                        .map(|post| TemplateSeatView {
                            post: post.clone(),
                            account: person(stage.kind, post),
                        })
                        .collect(),
                })
                .collect(),
        })
        .collect();
    let mut proposed = proposed(&document.class).code.clone();
    let conn = app.conn()?;
    if let Some(number) = ledger::approval::facts::last_number(conn, &document.no)?
        && let Some(last) = ledger::approval::facts::course(conn, &document.no, number)?
    {
        routes.insert(0, gone(&last.route, |account| candidates.iter().any(|one| one.account == account)));
        "last".clone_into(&mut proposed);
    }
    Ok(ApprovalFormView { routes, proposed, candidates })
}

/// The way that the document went last; a seat whose holder may not be asked any more is open.
fn gone(route: &Route, may: impl Fn(&str) -> bool) -> RouteTemplateView {
    let stages = route.stages.iter().map(|stage| TemplateStageView {
        name: stage.name.clone(),
        kind: word(&stage.kind),
        mode: word(&stage.mode),
        meeting: stage.meeting,
        seats: stage
            .seats
            .iter()
            .map(|seat| TemplateSeatView {
                post: seat.post.clone(),
                account: seat.account.as_ref().map(ToString::to_string).filter(|account| may(account)),
            })
            .collect(),
    });
    RouteTemplateView { code: "last".to_owned(), name: String::new(), stages: stages.collect() }
}
