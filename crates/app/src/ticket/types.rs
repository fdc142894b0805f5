//! Types of tickets: those in force in a unit, made and taken out of use.

use crate::api::Act;
use crate::error::AppError;
use crate::parse;
use crate::session::{App, Receipt};
use domain::kernel::UnitCode;
use domain::ticket::{TicketType, TypeKey, issue_type, retire_type};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// Lists the types that a unit's tickets may be of.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct TicketTypes {
    /// 单位代码.
    pub unit: String,
}

/// What a field takes.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub enum FieldKindBody {
    /// One line.
    Line,
    /// Several lines.
    Paragraph,
    /// A number.
    Number,
    /// Yuan.
    Yuan,
    /// A day.
    Day,
    /// `yes` or `no`.
    YesNo,
    /// One of these.
    Choice(Vec<String>),
    /// Any of these, one a line.
    Several(Vec<String>),
    /// 工号.
    Staff,
}

/// Something that holds only where another field was answered so.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ConditionBody {
    /// The other field.
    pub field: String,
    /// Any of these.
    pub is: Vec<String>,
}

/// A field.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct FieldBody {
    /// Names it.
    pub code: String,
    /// What users read.
    pub label: String,
    /// What it takes.
    pub kind: FieldKindBody,
    /// `start`, `close` or `optional`.
    pub need: String,
    /// Asked for only where this holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional = nullable)]
    pub when: Option<ConditionBody>,
    /// Kept beside the journal.
    #[serde(default)]
    pub personal: bool,
    /// Seen only by those who do the work, and kept beside the journal.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub restricted: bool,
    /// Its day may lie ahead.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub ahead: bool,
    /// A few words of help.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional = nullable)]
    pub hint: Option<String>,
}

/// A part that must be there.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct CheckItemBody {
    /// Names it.
    pub code: String,
    /// What users read.
    pub label: String,
    /// `tick` or `file`.
    pub shown_by: String,
    /// Asked for only where this holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional = nullable)]
    pub when: Option<ConditionBody>,
    /// May be left out with a reason.
    #[serde(default)]
    pub may_not_apply: bool,
    /// Its file is seen only by those who do the work.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub restricted: bool,
    /// Comes after that part, by code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional = nullable)]
    pub after: Option<String>,
    /// What a change of demand does to it: `anew` or `asked`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional = nullable)]
    pub on_change: Option<String>,
}

/// A kind of record.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct RecordKindBody {
    /// Names it.
    pub code: String,
    /// What users read.
    pub label: String,
    /// What it holds.
    pub fields: Vec<FieldBody>,
    /// So many are needed.
    pub at_least: u32,
    /// Needed only where this holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional = nullable)]
    pub when: Option<ConditionBody>,
    /// Choices of its own whose every combination has to be recorded.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub covers: Vec<String>,
    /// A record of which this holds is an opinion: it has to be settled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional = nullable)]
    pub settled: Option<OpinionBody>,
    /// Comes before records of that kind, by code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional = nullable)]
    pub before: Option<String>,
}

/// What makes an opinion of a record, and what becoming of it is called.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct OpinionBody {
    /// A field of the record.
    pub field: String,
    /// Any of these.
    pub is: Vec<String>,
    /// What users read where it was taken up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional = nullable)]
    pub taken: Option<String>,
    /// What users read where it was not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional = nullable)]
    pub refused: Option<String>,
}

/// A step.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct TicketStepBody {
    /// Names it.
    pub code: String,
    /// What users read.
    pub label: String,
}

/// A type of tickets.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct TicketTypeBody {
    /// Names it.
    pub code: String,
    /// What users read.
    pub label: String,
    /// `opportunity`, `analysis`, `exchange`, `solution`, `bid`, `bidOnSite` or `other`.
    pub service: String,
    /// Begins with a 技术支持立项单.
    pub formal: bool,
    /// Names a customer.
    pub customer: bool,
    /// Belongs to an opportunity, without which it is not closed.
    #[serde(default)]
    pub opportunity: bool,
    /// Fields.
    pub fields: Vec<FieldBody>,
    /// Parts.
    pub items: Vec<CheckItemBody>,
    /// Records.
    pub records: Vec<RecordKindBody>,
    /// Steps.
    pub steps: Vec<TicketStepBody>,
    /// Files are audited.
    pub audited: bool,
    /// `requester` or `customer`.
    pub acceptance: String,
    /// Working days to delivery.
    pub days: u32,
}

/// A type in force.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct TicketTypeView {
    /// Whether it is the unit's own.
    pub own: bool,
    /// 0 for what came with the program.
    pub version: u32,
    /// Whether it comes with the program, and may be changed and not be taken out of use.
    pub stays: bool,
    /// What it asks for.
    pub body: TicketTypeBody,
}

/// Makes a type of a unit's own, or changes one from now on.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct IssueTicketType {
    /// 单位代码.
    pub unit: String,
    /// What it asks for.
    pub body: TicketTypeBody,
}

/// Makes a type for all units, or changes one from now on.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct IssueCommonTicketType {
    /// What it asks for.
    pub body: TicketTypeBody,
}

/// Takes a unit's own type out of use.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct RetireTicketType {
    /// 单位代码.
    pub unit: String,
    /// Its code.
    pub code: String,
}

/// Takes a type of all units out of use.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct RetireCommonTicketType {
    /// Its code.
    pub code: String,
}

/// Between a type of the border and the domain's, which serde writes alike.
pub(crate) fn same_shape<T: DeserializeOwned>(value: &impl Serialize) -> Result<T, AppError> {
    let value = serde_json::to_value(value).unwrap_or_default();
    serde_json::from_value(value)
        .map_err(|error| AppError::refused("notInList", json!({ "value": error.to_string() })))
}

/// `ticketTypes`.
pub fn types(app: &mut App, request: TicketTypes) -> Result<Vec<TicketTypeView>, AppError> {
    let unit = parse::unit(&request.unit)?;
    app.require_unit(Act::TicketTypes, &unit)?;
    ledger::ticket::facts::types(app.conn()?, &unit)?
        .into_iter()
        .map(|known| {
            let (own, version, stays) = (known.key.unit.is_some(), known.version, known.key.stays());
            Ok(TicketTypeView { own, version, stays, body: same_shape(&known.body)? })
        })
        .collect()
}

/// `issueTicketType`.
pub fn issue(app: &mut App, request: IssueTicketType) -> Result<Receipt, AppError> {
    let unit = parse::unit(&request.unit)?;
    app.require_unit(Act::IssueTicketType, &unit)?;
    issue_for(app, Some(unit), &request.body)
}

/// `issueCommonTicketType`.
pub fn issue_common(app: &mut App, request: IssueCommonTicketType) -> Result<Receipt, AppError> {
    issue_for(app, None, &request.body)
}

fn issue_for(app: &mut App, unit: Option<UnitCode>, body: &TicketTypeBody) -> Result<Receipt, AppError> {
    let body: TicketType = same_shape(body)?;
    let home = app.installation()?.unit;
    app.decide(|tx, _| {
        let known = ledger::ticket::facts::types(tx.conn(), unit.as_ref().unwrap_or(&home))?;
        let key = TypeKey { unit, code: body.code.clone() };
        let last = ledger::ticket::facts::last_version(tx.conn(), &key)?;
        let current = known.iter().find(|known| known.key == key).map(|known| &known.body);
        Ok(issue_type(key, current, last, body)?)
    })
}

/// `retireTicketType`.
pub fn retire(app: &mut App, request: RetireTicketType) -> Result<Receipt, AppError> {
    let unit = parse::unit(&request.unit)?;
    app.require_unit(Act::RetireTicketType, &unit)?;
    retire_for(app, Some(unit), &request.code)
}

/// `retireCommonTicketType`.
pub fn retire_common(app: &mut App, request: RetireCommonTicketType) -> Result<Receipt, AppError> {
    retire_for(app, None, &request.code)
}

fn retire_for(app: &mut App, unit: Option<UnitCode>, code: &str) -> Result<Receipt, AppError> {
    let home = app.installation()?.unit;
    app.decide(|tx, _| {
        let known = ledger::ticket::facts::types(tx.conn(), unit.as_ref().unwrap_or(&home))?;
        let key = TypeKey { unit, code: code.trim().to_owned() };
        let in_use = known.iter().any(|known| known.key == key);
        Ok(retire_type(key, in_use)?)
    })
}
