//! A form's page: what it holds, where it stands, what may be done, and its history.

use super::task::{TaskLine, lines};
use super::types::FormTypeBody;
use super::words::{FIELD, engineers, form_no, kept, read};
use crate::api::Act;
use crate::clock::local_text;
use crate::error::AppError;
use crate::organisation::word;
use crate::restricted::{does_work, seen};
use crate::rights::{Target, belongs_here, may};
use crate::session::App;
use crate::ticket::{same_shape, standing_days, standing_word, texts_of};
use crate::timeline::{TimelineActView, timeline};
use domain::form::ItemState;
use domain::kernel::{Digest, Role};
use domain::registers::{FilledForm, FormNo, FormPart, FormState, StepBy, stands};
use ledger::registers::query;
use ledger::registers::task::{Wanted, found};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Shows a form.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct Form {
    /// 编号.
    pub form: String,
}

/// What a form lacks to be closed.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct FormGapView {
    /// `field` or `item`.
    pub code: String,
    /// Its label.
    pub label: String,
}

/// A part of a form's checklist.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct FormItemView {
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

/// A step that was taken.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct FormStepView {
    /// Its code.
    pub step: String,
    /// What came of it.
    pub outcome: String,
    /// On that day.
    pub on: String,
    /// What was filled in with it, as text.
    pub fields: BTreeMap<String, String>,
    /// Opinion or reason.
    pub text: Option<String>,
    /// Whose step it was, where it was entered for somebody (代录).
    pub person: Option<String>,
    /// What the 代录 rests on.
    pub basis: Option<String>,
    /// SHA-256 of its evidence.
    pub evidence: Option<String>,
    /// Who entered it.
    pub by: String,
}

/// A file of a form.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct FormFileView {
    /// 1, 2, …
    pub number: u32,
    /// What it is called.
    pub name: String,
    /// SHA-256.
    pub file: String,
    /// Its size in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
    /// When, local time.
    pub at: String,
    /// Who added it.
    pub by: String,
    /// Why it was struck.
    pub struck: Option<String>,
}

/// A form.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct FormView {
    /// 编号.
    pub form: String,
    /// 单位代码.
    pub unit: String,
    /// Its type, in the version that it was filled in with.
    pub kind: FormTypeBody,
    /// What it is about.
    pub title: String,
    /// Its day.
    pub on: String,
    /// Where it stands.
    pub state: String,
    /// The customer's organisation.
    pub customer: Option<String>,
    /// 客户编号.
    pub customer_no: Option<String>,
    /// 工号.
    pub engineer: Option<String>,
    /// Their name.
    pub engineer_name: Option<String>,
    /// 工单号.
    pub ticket: Option<String>,
    /// 商机编号.
    pub opportunity: Option<String>,
    /// Fields, as text.
    pub fields: BTreeMap<String, String>,
    /// Checklist, in the type's order.
    pub items: Vec<FormItemView>,
    /// Steps taken, in order.
    pub steps: Vec<FormStepView>,
    /// Code of the step that comes next.
    pub next_step: Option<String>,
    /// Whether that step may be the account's own; else it is entered for somebody.
    pub own_step: bool,
    /// The last day.
    pub due_on: Option<String>,
    /// `overdue`, `soon` or `running`, where there is a last day.
    pub standing: Option<String>,
    /// Working days late, or left.
    pub days: Option<u32>,
    /// What is missing to close it.
    pub missing: Vec<FormGapView>,
    /// Its tasks.
    pub tasks: Vec<TaskLine>,
    /// Its files.
    pub files: Vec<FormFileView>,
    /// Who registered it.
    pub registered_by: String,
    /// What was done, oldest first.
    pub acts: Vec<TimelineActView>,
    /// What the account may do with it now: `step`, `correct`, `void`, `task`, `file`, `item`.
    pub offered: Vec<String>,
}

/// `form`.
pub fn form(app: &mut App, request: Form) -> Result<FormView, AppError> {
    let no = form_no(app, Act::Form, &request.form)?;
    let conn = app.conn()?;
    let known = read(conn, &no)?;
    let works = does_work(app, Act::CorrectForm, &no.unit)?;
    let today = app.today()?;
    let calendar = ledger::organisation::query::working_days(conn)?;
    let personal = kept(conn, &no, FormPart::Fields(known.version), known.text.as_ref())?;
    let names = engineers(app, known.links.engineer.iter())?;
    let due_on = known.due_on.filter(|_| known.state == FormState::Open);
    let stands = due_on.map(|due| stands(due, None, today, &calendar));
    let (tasks, _) = found(conn, &Wanted { form: Some(no.clone()), limit: 1_000, ..Wanted::default() })?;
    Ok(FormView {
        form: no.to_string(),
        unit: no.unit.to_string(),
        kind: same_shape(&known.kind)?,
        title: known.title.clone(),
        on: known.on.to_string(),
        state: word(&known.state),
        customer: known.links.customer.clone(),
        customer_no: known.links.customer_no.as_ref().map(ToString::to_string),
        engineer: known.links.engineer.as_ref().map(ToString::to_string),
        engineer_name: known.links.engineer.as_ref().and_then(|staff_no| names.get(staff_no).cloned()),
        ticket: known.links.ticket.as_ref().map(ToString::to_string),
        opportunity: known.links.opportunity.as_ref().map(ToString::to_string),
        fields: seen(texts_of(&known.answers, personal), &known.kind.fields, works),
        items: items(&known),
        steps: steps(app, &known, works)?,
        next_step: known.next_step.clone().filter(|_| known.state == FormState::Open),
        own_step: own_step(app, &known)?,
        due_on: due_on.map(|day| day.to_string()),
        standing: stands.map(|stands| standing_word(stands).to_owned()),
        days: stands.and_then(standing_days),
        missing: known.missing().iter().map(same_shape).collect::<Result<_, _>>()?,
        tasks: lines(app, tasks)?,
        files: files(app, &no)?,
        registered_by: app.account_name(&known.registered_by)?,
        acts: timeline(app, conn, query::acts(conn, &no)?)?,
        offered: offered(app, &known)?,
    })
}

/// Whether the next step may be taken in one's own name.
fn own_step(app: &App, known: &FilledForm) -> Result<bool, AppError> {
    let next = known.kind.steps.iter().find(|step| Some(&step.code) == known.next_step.as_ref());
    Ok(match next.map(|step| step.by) {
        Some(StepBy::Worker) | None => true,
        Some(StepBy::Leader) => app.signed_in()?.role == Role::UnitLeader,
        Some(StepBy::Other) => false,
    })
}

fn offered(app: &App, known: &FilledForm) -> Result<Vec<String>, AppError> {
    let (actor, home) = (app.signed_in()?, app.installation()?);
    let target = Target::Unit(known.no.unit.clone());
    let may_do = |act| belongs_here(act, home.role) && may(act, actor, &target, &home.unit);
    if matches!(known.state, FormState::Refused | FormState::Void) {
        return Ok(Vec::new());
    }
    let all = [
        ("step", Act::TakeFormStep, known.state == FormState::Open && known.next_step.is_some()),
        ("correct", Act::CorrectForm, true),
        ("task", Act::GiveTask, known.kind.tasks),
        ("file", Act::AttachFormFile, true),
        ("item", Act::SetFormItem, !known.kind.items.is_empty()),
        ("void", Act::VoidForm, true),
    ];
    let offered = all.into_iter().filter(|(_, act, fits)| *fits && may_do(*act));
    Ok(offered.map(|(name, ..)| name.to_owned()).collect())
}

fn items(known: &FilledForm) -> Vec<FormItemView> {
    let view = |item: &domain::form::CheckItem| {
        let mut view = FormItemView {
            item: item.code.clone(),
            asked: item.asked(&known.answers),
            state: "open".to_owned(),
            on: None,
            file: None,
            reason: None,
        };
        match known.items.get(&item.code) {
            Some(ItemState::Done { on, file }) => {
                "done".clone_into(&mut view.state);
                view.on = Some(on.to_string());
                view.file = file.as_ref().map(Digest::to_string);
            }
            Some(ItemState::NotApplicable { reason }) => {
                "notApplicable".clone_into(&mut view.state);
                view.reason = Some(reason.clone());
            }
            Some(ItemState::Open) | None => {}
        }
        view
    };
    known.kind.items.iter().map(view).collect()
}

fn steps(app: &App, known: &FilledForm, works: bool) -> Result<Vec<FormStepView>, AppError> {
    let (conn, no) = (app.conn()?, &known.no);
    let mut views = Vec::new();
    for taken in query::steps(conn, no)? {
        let step = known.kind.steps.iter().find(|step| step.code == taken.step);
        let mut said = kept(conn, no, FormPart::Words(taken.number), taken.words.as_ref())?;
        let (text, person) = (said.remove("text"), said.remove("person"));
        let personal =
            said.into_iter().filter_map(|(name, text)| Some((name.strip_prefix(FIELD)?.to_owned(), text)));
        views.push(FormStepView {
            step: taken.step,
            outcome: word(&taken.outcome),
            on: taken.on.to_string(),
            fields: seen(
                texts_of(&taken.answers, personal.collect()),
                step.map_or(&[][..], |step| &step.fields),
                works,
            ),
            text,
            person,
            basis: taken.behalf.as_ref().map(|behalf| behalf.basis.clone()),
            evidence: taken.behalf.and_then(|behalf| behalf.evidence).map(|file| file.to_string()),
            by: app.account_name(&taken.account)?,
        });
    }
    Ok(views)
}

fn files(app: &App, no: &FormNo) -> Result<Vec<FormFileView>, AppError> {
    let conn = app.conn()?;
    let mut views = Vec::new();
    for kept in query::files(conn, no)? {
        let at = chrono::DateTime::parse_from_rfc3339(&kept.at);
        views.push(FormFileView {
            number: kept.number,
            name: kept.name,
            bytes: ledger::attachment_size(conn, &kept.file)?.unwrap_or_default(),
            file: kept.file.to_string(),
            at: at.map_or(kept.at, |at| local_text(at.to_utc())),
            by: app.account_name(&kept.account)?,
            struck: kept.struck,
        });
    }
    Ok(views)
}
