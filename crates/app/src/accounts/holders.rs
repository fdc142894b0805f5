//! Opening and closing accounts; two-person work.

use super::password;
use crate::error::AppError;
use crate::parse;
use crate::personal::account_subject;
use crate::session::{App, Receipt};
use domain::Event;
use domain::account::Account;
use domain::kernel::{AccountName, Role, StaffNo, UnitCode};
use ledger::Tx;
use ledger::account::query;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// Lists the accounts.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct Accounts {}

/// An account as the list shows it.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct AccountView {
    /// Signs in as.
    pub account: String,
    /// The holder's name.
    pub name: String,
    /// Its role.
    pub role: String,
    /// Its unit.
    pub unit: Option<String>,
    /// 职务.
    pub post: Option<String>,
    /// Whether it may sign in.
    pub open: bool,
    /// 工号 of the engineer whose account it is.
    pub staff_no: Option<String>,
}

/// Opens an account.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct OpenAccount {
    /// Signs in as; no blanks.
    pub account: String,
    /// The holder's name, printed on reports.
    pub name: String,
    /// `administrator`, `unitManager`, `unitLeader`, `clerk`, `providerRepresentative`, `auditor`, `requester`, `engineer` or
    /// `commercialOfficer`.
    pub role: String,
    /// 单位代码, for the unit roles.
    pub unit: Option<String>,
    /// 职务.
    pub post: Option<String>,
    /// First password, at least 8 characters.
    pub password: String,
    /// 工号 of the engineer whose account it is; an engineer's account needs one, no other has any.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub staff_no: Option<String>,
}

/// Ties an engineer's account to a staff number: where it was mistaken, or where the engineer has another now.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct TieAccount {
    /// Which.
    pub account: String,
    /// 工号.
    pub staff_no: String,
}

/// Closes an account.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct CloseAccount {
    /// Which.
    pub account: String,
}

/// Turns two-person work on or off.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct SetTwoPerson {
    /// On.
    pub on: bool,
}

/// `accounts`.
pub fn list(app: &mut App, _: Accounts) -> Result<Vec<AccountView>, AppError> {
    views(app, query::accounts(app.conn()?)?)
}

/// Accounts with their holders' names.
pub(crate) fn views(app: &App, accounts: Vec<Account>) -> Result<Vec<AccountView>, AppError> {
    let subjects: Vec<String> = accounts.iter().map(|a| account_subject(&a.account)).collect();
    let names = app.names(&subjects)?;
    Ok(accounts
        .into_iter()
        .map(|a| AccountView {
            name: names.get(&account_subject(&a.account)).cloned().unwrap_or_else(|| a.account.to_string()),
            account: a.account.to_string(),
            role: role_code(a.role),
            unit: a.unit.map(|u| u.to_string()),
            post: a.post,
            open: a.open,
            staff_no: a.engineer.map(|no| no.to_string()),
        })
        .collect())
}

/// The word that the border uses for a role.
pub(super) fn role_code(role: Role) -> String {
    serde_json::to_value(role).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

/// `openAccount`.
pub fn open_account(app: &mut App, request: OpenAccount) -> Result<Receipt, AppError> {
    let account = parse::account(&request.account)?;
    let role: Role = serde_json::from_value(json!(request.role))
        .map_err(|_| AppError::refused("badRole", json!({ "value": request.role })))?;
    let unit = request
        .unit
        .as_deref()
        .map(|code| {
            UnitCode::parse(code).map_err(|_| AppError::refused("badUnitCode", json!({ "value": code })))
        })
        .transpose()?;
    let staff_no = parse::text_given(request.staff_no.as_deref()).map(parse::staff_no).transpose()?;
    if role == Role::Engineer && staff_no.is_none() {
        return Err(domain::Refusal::AccountNeedsEngineer { role }.into());
    }
    password::accept(&request.password)?;
    let phc = password::hash(&request.password)?;
    let name = request.name.trim().to_owned();
    app.decide(|tx, _| {
        let units = ledger::organisation::query::units(tx.conn())?;
        if let Some(unit) = unit.as_ref().filter(|u| !units.contains_key(*u)) {
            return Err(domain::Refusal::UnknownUnit { unit: unit.clone() }.into());
        }
        let known = query::accounts(tx.conn())?;
        let mut events = open_with_password(tx, &known, &account, role, unit, request.post, &name, &phc)?;
        if let Some(staff_no) = staff_no {
            events.extend(tied(tx, &known, (&account, role), staff_no)?);
        }
        Ok(events)
    })
}

/// `tieAccount`.
pub fn tie_account(app: &mut App, request: TieAccount) -> Result<Receipt, AppError> {
    let account = parse::account(&request.account)?;
    let staff_no = parse::staff_no(&request.staff_no)?;
    app.decide(|tx, _| {
        let known = query::accounts(tx.conn())?;
        let found = known.iter().find(|one| one.account == account && one.open);
        let unknown = || domain::Refusal::UnknownAccount { account: account.clone() };
        let role = found.ok_or_else(unknown)?.role;
        tied(tx, &known, (&account, role), staff_no)
    })
}

/// Ties an account to an engineer who is on record.
fn tied(
    tx: &Tx<'_>,
    known: &[Account],
    account: (&AccountName, Role),
    staff_no: StaffNo,
) -> Result<Vec<Event>, AppError> {
    let on_record = !ledger::people::query::memberships_of(tx.conn(), &staff_no)?.is_empty();
    Ok(domain::account::tie_account(known, account, staff_no, on_record)?)
}

/// Opens an account with the hash of its password inside a transaction.
#[expect(clippy::too_many_arguments, reason = "an account's fields, each named at the caller")]
pub(crate) fn open_with_password(
    tx: &Tx<'_>,
    known: &[Account],
    account: &AccountName,
    role: Role,
    unit: Option<UnitCode>,
    post: Option<String>,
    name: &str,
    phc: &str,
) -> Result<Vec<Event>, AppError> {
    let name = if name.is_empty() { account.as_str() } else { name };
    let fields = json!({ "name": name });
    let fields = fields.as_object().cloned().unwrap_or_default();
    let personal = tx.put_personal(&account_subject(account), &fields)?;
    let events = domain::account::open_account(known, account.clone(), role, unit, post, personal)?;
    query::set_credential(tx.conn(), account.as_str(), phc)?;
    Ok(events)
}

/// `closeAccount`.
pub fn close_account(app: &mut App, request: CloseAccount) -> Result<Receipt, AppError> {
    let account = parse::account(&request.account)?;
    app.decide(|tx, _| Ok(domain::account::close_account(&query::accounts(tx.conn())?, &account)?))
}

/// `setTwoPerson`.
pub fn set_two_person(app: &mut App, request: SetTwoPerson) -> Result<Receipt, AppError> {
    let current = app.installation()?.two_person;
    app.decide(|_, _| Ok(domain::account::set_two_person(current, request.on)))
}
