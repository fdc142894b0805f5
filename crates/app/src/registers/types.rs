//! Types of forms: those in force in a unit, made and taken out of use.

use crate::api::Act;
use crate::error::AppError;
use crate::parse;
use crate::session::{App, Receipt};
use crate::ticket::{CheckItemBody, ConditionBody, FieldBody, same_shape};
use domain::kernel::UnitCode;
use domain::registers::{FormType, FormTypeKey, issue_form_type, retire_form_type};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Lists the types that a unit's forms may be of.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct FormTypes {
    /// 单位代码.
    pub unit: String,
}

/// A link that a form asks for.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct LinkAskedBody {
    /// `customer`, `engineer`, `ticket` or `opportunity`.
    pub link: String,
    /// Whether it must be given.
    #[serde(default)]
    pub needed: bool,
}

/// A step of a form.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct FormStepBody {
    /// Names it.
    pub code: String,
    /// What users read.
    pub label: String,
    /// `action`, `approval` or `verdict`.
    pub kind: String,
    /// `worker`, `leader` or `other`.
    pub by: String,
    /// What is filled in with it.
    #[serde(default)]
    pub fields: Vec<FieldBody>,
    /// Taken only where this holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional = nullable)]
    pub when: Option<ConditionBody>,
    /// So many working days after the form's day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional = nullable)]
    pub within: Option<u32>,
}

/// What a form reminds of.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ReminderBody {
    /// The term, by its code among those in force.
    pub term: String,
    /// The field with the day it is counted from or up to; the form's own day where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional = nullable)]
    pub day: Option<String>,
    /// The field with the time of that day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional = nullable)]
    pub time: Option<String>,
    /// The part of the checklist that ends it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional = nullable)]
    pub item: Option<String>,
    /// Types whose later form about the same customer ends it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub next: Vec<String>,
    /// Only where this holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional = nullable)]
    pub when: Option<ConditionBody>,
}

/// How a form is printed.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct PrintLayoutBody {
    /// Short fields stand two in a row.
    #[serde(default)]
    pub two_a_row: bool,
    /// Who signs on paper.
    #[serde(default)]
    pub signatures: Vec<String>,
    /// 填表说明.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional = nullable)]
    pub note: Option<String>,
}

/// A type of forms.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct FormTypeBody {
    /// Names it.
    pub code: String,
    /// What users read.
    pub label: String,
    /// `minutes`, `contact`, `visit`, `complaint`, `problem` or `form`.
    pub register: String,
    /// Links.
    pub links: Vec<LinkAskedBody>,
    /// Its day may lie ahead.
    #[serde(default)]
    pub ahead: bool,
    /// Tasks come out of it.
    #[serde(default)]
    pub tasks: bool,
    /// Fields.
    pub fields: Vec<FieldBody>,
    /// Checklist.
    #[serde(default)]
    pub items: Vec<CheckItemBody>,
    /// Steps in order.
    #[serde(default)]
    pub steps: Vec<FormStepBody>,
    /// What its forms remind of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<ReminderBody>>")]
    pub reminders: Vec<ReminderBody>,
    /// How it is printed.
    #[serde(default)]
    pub print: PrintLayoutBody,
}

/// A type in force.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct FormTypeView {
    /// Whether it is the unit's own.
    pub own: bool,
    /// 0 for what came with the program.
    pub version: u32,
    /// What it asks for.
    pub body: FormTypeBody,
}

/// Makes a type of a unit's own, or changes one from now on.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct IssueFormType {
    /// 单位代码.
    pub unit: String,
    /// What it asks for.
    pub body: FormTypeBody,
}

/// Makes a type for all units, or changes one from now on.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct IssueCommonFormType {
    /// What it asks for.
    pub body: FormTypeBody,
}

/// Takes a unit's own type out of use.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct RetireFormType {
    /// 单位代码.
    pub unit: String,
    /// Its code.
    pub code: String,
}

/// Takes a type of all units out of use.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct RetireCommonFormType {
    /// Its code.
    pub code: String,
}

/// `formTypes`.
pub fn types(app: &mut App, request: FormTypes) -> Result<Vec<FormTypeView>, AppError> {
    let unit = parse::unit(&request.unit)?;
    app.require_unit(Act::FormTypes, &unit)?;
    ledger::registers::facts::types(app.conn()?, &unit)?
        .into_iter()
        .map(|known| {
            let (own, version) = (known.key.unit.is_some(), known.version);
            Ok(FormTypeView { own, version, body: same_shape(&known.body)? })
        })
        .collect()
}

/// `issueFormType`.
pub fn issue(app: &mut App, request: IssueFormType) -> Result<Receipt, AppError> {
    let unit = parse::unit(&request.unit)?;
    app.require_unit(Act::IssueFormType, &unit)?;
    issue_for(app, Some(unit), &request.body)
}

/// `issueCommonFormType`.
pub fn issue_common(app: &mut App, request: IssueCommonFormType) -> Result<Receipt, AppError> {
    issue_for(app, None, &request.body)
}

fn issue_for(app: &mut App, unit: Option<UnitCode>, body: &FormTypeBody) -> Result<Receipt, AppError> {
    let body: FormType = same_shape(body)?;
    let home = app.installation()?.unit;
    app.decide(|tx, _| {
        let known = ledger::registers::facts::types(tx.conn(), unit.as_ref().unwrap_or(&home))?;
        let key = FormTypeKey { unit, code: body.code.clone() };
        let last = ledger::registers::facts::last_version(tx.conn(), &key)?;
        let current = known.iter().find(|known| known.key == key).map(|known| &known.body);
        Ok(issue_form_type(key, current, last, body)?)
    })
}

/// `retireFormType`.
pub fn retire(app: &mut App, request: RetireFormType) -> Result<Receipt, AppError> {
    let unit = parse::unit(&request.unit)?;
    app.require_unit(Act::RetireFormType, &unit)?;
    retire_for(app, Some(unit), &request.code)
}

/// `retireCommonFormType`.
pub fn retire_common(app: &mut App, request: RetireCommonFormType) -> Result<Receipt, AppError> {
    retire_for(app, None, &request.code)
}

fn retire_for(app: &mut App, unit: Option<UnitCode>, code: &str) -> Result<Receipt, AppError> {
    let home = app.installation()?.unit;
    app.decide(|tx, _| {
        let known = ledger::registers::facts::types(tx.conn(), unit.as_ref().unwrap_or(&home))?;
        let key = FormTypeKey { unit, code: code.trim().to_owned() };
        let in_use = known.iter().any(|known| known.key == key);
        Ok(retire_form_type(key, in_use)?)
    })
}
