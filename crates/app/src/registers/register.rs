//! Registering a form, with its tasks; correcting and voiding it.

use super::words::{fill, form_no, keep_words, kept, read};
use crate::api::Act;
use crate::error::AppError;
use crate::parse::{self, day_or, text_given};
use crate::session::{App, Receipt};
use domain::Refusal;
use domain::form::Answers;
use domain::kernel::{Month, UnitCode};
use domain::registers::{
    FormNo, FormPart, FormState, FormTypeKey, Links, NewForm, NewTask, Rewritten, TaskOwner, register_form,
};
use domain::ticket::TicketNo;
use ledger::rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// What a form is linked to, as typed; what is empty is not linked.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct LinksBody {
    /// The customer's organisation; its name on record where a number is given and no name.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub customer: Option<String>,
    /// 客户编号.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub customer_no: Option<String>,
    /// 工号.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub engineer: Option<String>,
    /// 工单号.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub ticket: Option<String>,
    /// 商机编号; its customer is the form's where none is named.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub opportunity: Option<String>,
}

/// A task to be given.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct TaskBody {
    /// What is to be done.
    pub text: String,
    /// 工号 of an engineer, where it is one.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub staff_no: Option<String>,
    /// The name of whoever is no engineer; kept beside the journal.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub person: Option<String>,
    /// The last day.
    pub until: String,
}

/// Registers a form.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct RegisterForm {
    /// 单位代码.
    #[ts(type = "string")]
    pub unit: UnitCode,
    /// Its type, by code, as `formTypes` names it.
    pub kind: String,
    /// Whether the type is the unit's own.
    #[serde(default)]
    pub own: bool,
    /// What it is about.
    pub title: String,
    /// Its day; today where absent.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub on: Option<String>,
    /// What it is linked to.
    #[serde(default)]
    pub links: LinksBody,
    /// Fields of its type, as typed.
    #[serde(default)]
    pub fields: BTreeMap<String, String>,
    /// Tasks that come out of it.
    #[serde(default)]
    pub tasks: Vec<TaskBody>,
}

/// A form that was registered.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct FormRegisteredView {
    /// 编号.
    pub form: String,
    /// What was recorded.
    pub receipt: Receipt,
}

/// Writes a form anew; what stood before stays on its timeline.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct CorrectForm {
    /// 编号.
    pub form: String,
    /// What it is about.
    pub title: String,
    /// Its day.
    pub on: String,
    /// What it is linked to.
    #[serde(default)]
    pub links: LinksBody,
    /// Fields of its type, as typed: all of them.
    pub fields: BTreeMap<String, String>,
    /// Why; not needed of a form that was returned.
    #[serde(default)]
    pub reason: String,
}

/// Takes a form out of its register.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct VoidForm {
    /// 编号.
    pub form: String,
    /// Why.
    pub reason: String,
}

/// What is linked, each of it on record.
pub(super) fn links(conn: &Connection, typed: &LinksBody) -> Result<Links, AppError> {
    let opportunity = text_given(typed.opportunity.as_deref()).map(crate::opportunity::number).transpose()?;
    let customer_no = text_given(typed.customer_no.as_deref()).map(crate::customer::number).transpose()?;
    let of_project = match &opportunity {
        Some(no) => {
            let known = ledger::opportunity::facts::opportunity(conn, no)?;
            let unknown = || Refusal::UnknownOpportunity { opportunity: no.to_string() };
            Some(known.ok_or_else(unknown)?.basics.customer)
        }
        None => None,
    };
    let customer_no = customer_no.or(of_project);
    let mut customer = text_given(typed.customer.as_deref()).map(str::to_owned);
    if let Some(no) = &customer_no {
        let name = ledger::customer::query::name(conn, no)?;
        let unknown = || Refusal::UnknownCustomer { customer: no.to_string() };
        customer = Some(customer.map_or_else(|| name.ok_or_else(unknown), Ok)?);
    }
    let engineer = text_given(typed.engineer.as_deref()).map(parse::staff_no).transpose()?;
    if let Some(staff_no) = &engineer
        && ledger::people::query::memberships_of(conn, staff_no)?.is_empty()
    {
        return Err(Refusal::UnknownEngineer { staff_no: staff_no.clone() }.into());
    }
    let ticket = text_given(typed.ticket.as_deref());
    let unknown = |text: &str| Refusal::UnknownTicket { ticket: text.to_owned() };
    let ticket = ticket.map(|text| text.parse::<TicketNo>().map_err(|_| unknown(text))).transpose()?;
    if let Some(no) = &ticket
        && ledger::ticket::query::head(conn, no)?.is_none()
    {
        return Err(unknown(&no.to_string()).into());
    }
    Ok(Links { customer, engineer, ticket, customer_no, opportunity })
}

/// Whose a task is: an engineer on record, or somebody whose name is kept.
pub(super) fn owner(
    conn: &Connection,
    staff_no: Option<&str>,
    person: Option<&str>,
) -> Result<(TaskOwner, String), AppError> {
    let Some(staff_no) = text_given(staff_no) else {
        let person = text_given(person).ok_or(Refusal::TaskOwnerNeeded)?;
        return Ok((TaskOwner::Other, person.to_owned()));
    };
    let staff_no = parse::staff_no(staff_no)?;
    if ledger::people::query::memberships_of(conn, &staff_no)?.is_empty() {
        return Err(Refusal::UnknownEngineer { staff_no }.into());
    }
    Ok((TaskOwner::Engineer(staff_no), String::new()))
}

/// `registerForm`.
pub fn register(app: &mut App, request: RegisterForm) -> Result<FormRegisteredView, AppError> {
    let unit = request.unit;
    let (today, month): (_, Month) = (app.today()?, app.this_month()?);
    let on = day_or(request.on.as_deref(), today)?;
    let (form, receipt) = app.act(|tx, _| {
        let conn = tx.conn();
        if !ledger::organisation::query::units(conn)?.contains_key(&unit) {
            return Err(Refusal::UnknownUnit { unit: unit.clone() }.into());
        }
        let of = |key: &FormTypeKey| key.code == request.kind && key.unit.is_some() == request.own;
        let kind = ledger::registers::facts::types(conn, &unit)?.into_iter().find(|known| of(&known.key));
        let kind = kind.ok_or_else(|| Refusal::UnknownFormType { kind: request.kind.clone() })?;
        let register = kind.body.register;
        let serial = ledger::registers::facts::last_serial(conn, &unit, register, month)? + 1;
        let no = FormNo { unit: unit.clone(), register, month, serial };
        let (answers, text) = fill(tx, &no, 1, &kind.body.fields, &request.fields)?;
        let links = links(conn, &request.links)?;
        let (tasks_kept, label) = (kind.body.tasks, kind.body.label.clone());
        let new = NewForm { kind, title: request.title, on, links, answers, text };
        let calendar = ledger::organisation::query::working_days(conn)?;
        let mut events = register_form(new, no.clone(), &calendar, today)?;
        if !tasks_kept && !request.tasks.is_empty() {
            return Err(Refusal::TasksNotKept { kind: label }.into());
        }
        for (place, task) in (1_u32..).zip(&request.tasks) {
            let (owner, person) = owner(conn, task.staff_no.as_deref(), task.person.as_deref())?;
            let words = keep_words(tx, &no, place, &[("text", &task.text), ("who", &person)])?;
            let until = parse::date(&task.until)?;
            events.push(NewTask { owner, until, words }.with_form(&no, on, place)?);
        }
        Ok((events, no.to_string()))
    })?;
    Ok(FormRegisteredView { form, receipt })
}

/// `correctForm`.
pub fn correct(app: &mut App, request: CorrectForm) -> Result<Receipt, AppError> {
    let no = form_no(app, Act::CorrectForm, &request.form)?;
    let today = app.today()?;
    let on = parse::date(&request.on)?;
    app.decide(|tx, _| {
        let conn = tx.conn();
        let form = read(conn, &no)?;
        let links = links(conn, &request.links)?;
        let part = FormPart::Fields(form.version);
        let before = kept(conn, &no, part, form.text.as_ref())?;
        let (answers, texts) = Answers::read(&form.kind.fields, &request.fields)?;
        let same = answers == form.answers
            && texts == before
            && request.title.trim() == form.title
            && on == form.on
            && links == form.links;
        // What is the same is no correction, and keeps its texts.
        if same && form.state != FormState::Returned {
            return Ok(Vec::new());
        }
        let (answers, text) = fill(tx, &no, form.version + 1, &form.kind.fields, &request.fields)?;
        let words = keep_words(tx, &no, form.next_words, &[("text", &request.reason)])?;
        let calendar = ledger::organisation::query::working_days(conn)?;
        let new = Rewritten { title: request.title, on, links, answers, text, words };
        Ok(form.correct(new, &calendar, today)?)
    })
}

/// `voidForm`.
pub fn void(app: &mut App, request: VoidForm) -> Result<Receipt, AppError> {
    let no = form_no(app, Act::VoidForm, &request.form)?;
    app.decide(|tx, _| {
        let form = read(tx.conn(), &no)?;
        let words = keep_words(tx, &no, form.next_words, &[("text", &request.reason)])?;
        Ok(form.void(words)?)
    })
}
