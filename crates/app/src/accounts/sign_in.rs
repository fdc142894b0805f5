//! Signing in and out, passwords, recovery.

use super::holders::role_code;
use super::password;
use crate::api::Act;
use crate::error::AppError;
use crate::rights::{Reach, belongs_here, reach};
use crate::session::{App, Receipt};
use domain::Event;
use domain::account::Account;
use domain::event::{PasswordChanged, RecoveryUsed};
use domain::kernel::{AccountName, Actor};
use ledger::account::query;
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeMap;
use ts_rs::TS;

/// Signs in; a ledger must be open or lie in the program's folder.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct SignIn {
    /// Account; may be absent where there is only one.
    pub account: Option<String>,
    /// Password.
    pub password: String,
}

/// Signs out.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct SignOut {}

/// Asks who is signed in and what they may do.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct Session {}

/// Resets a password by the recovery code that founding printed.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct RecoverAccount {
    /// Whose.
    pub account: String,
    /// The code.
    pub code: String,
    /// At least 8 characters.
    pub new_password: String,
}

/// Changes one's own password.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct ChangePassword {
    /// The present one.
    pub password: String,
    /// At least 8 characters.
    pub new_password: String,
}

/// Who is signed in.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct SessionView {
    /// Signed in as.
    pub account: String,
    /// The holder's name.
    pub name: String,
    /// Role.
    pub role: String,
    /// Unit.
    pub unit: Option<String>,
    /// 工号 of the engineer whose account it is.
    pub staff_no: Option<String>,
    /// How far each use case reaches for this account in this ledger.
    pub reach: BTreeMap<String, Reach>,
}

fn account_named(app: &App, name: Option<&str>) -> Result<Account, AppError> {
    let known = query::accounts(app.conn()?)?;
    match name {
        // Unknown names and wrong passwords get the same answer: which names exist is nobody's business.
        Some(name) => known
            .into_iter()
            .find(|a| a.account.as_str() == name.trim())
            .ok_or_else(|| AppError::refused("wrongPassword", json!({}))),
        None => match <[Account; 1]>::try_from(known.into_iter().filter(|a| a.open).collect::<Vec<_>>()) {
            Ok([only]) => Ok(only),
            Err(several) => {
                let names: Vec<String> = several.iter().map(|a| a.account.to_string()).collect();
                Err(AppError::refused("accountNeeded", json!({ "accounts": names })))
            }
        },
    }
}

/// `signIn`.
pub fn sign_in(app: &mut App, request: SignIn) -> Result<SessionView, AppError> {
    app.open()?;
    let account = account_named(app, request.account.as_deref())?;
    password::check(app.conn()?, &account.account, &request.password, app.clock.now())?;
    // Only whoever knows the password hears that the account has ended.
    if !account.open {
        return Err(AppError::refused("accountEnded", json!({ "account": account.account })));
    }
    app.actor = Some(Actor { account: account.account, role: account.role, unit: account.unit });
    session(app, Session {})
}

/// `signOut`.
pub fn sign_out(app: &mut App, _: SignOut) -> Result<(), AppError> {
    app.actor = None;
    Ok(())
}

/// `session`.
pub fn session(app: &mut App, _: Session) -> Result<SessionView, AppError> {
    let actor = app.signed_in()?.clone();
    let installation = app.installation()?;
    let of =
        |act: Act| if belongs_here(act, installation.role) { reach(act, actor.role) } else { Reach::None };
    Ok(SessionView {
        name: app.account_name(&actor.account)?,
        account: actor.account.to_string(),
        role: role_code(actor.role),
        unit: actor.unit.as_ref().map(ToString::to_string),
        staff_no: app.hand()?.map(|no| no.to_string()),
        reach: Act::ALL.iter().map(|act| (act.name().to_owned(), of(*act))).collect(),
    })
}

/// `recoverAccount`.
pub fn recover(app: &mut App, request: RecoverAccount) -> Result<SessionView, AppError> {
    app.open()?;
    password::check_recovery_code(app.conn()?, &request.code, app.clock.now())?;
    let account = account_named(app, Some(&request.account))
        .ok()
        .filter(|account| account.open)
        .ok_or_else(|| AppError::refused("unknownAccount", json!({ "account": request.account })))?;
    password::accept(&request.new_password)?;
    let phc = password::hash(&request.new_password)?;
    let actor = Actor { account: account.account.clone(), role: account.role, unit: account.unit };
    app.act_as(&actor, |tx, actor| {
        query::set_credential(tx.conn(), actor.account.as_str(), &phc)?;
        Ok((vec![Event::RecoveryUsed(RecoveryUsed { account: actor.account.clone() })], ()))
    })?;
    app.actor = Some(actor);
    session(app, Session {})
}

/// `changePassword`.
pub fn change_password(app: &mut App, request: ChangePassword) -> Result<Receipt, AppError> {
    let account: AccountName = app.signed_in()?.account.clone();
    password::check_present(app.conn()?, &account, &request.password, app.clock.now())?;
    password::accept(&request.new_password)?;
    let phc = password::hash(&request.new_password)?;
    app.decide(|tx, _| {
        query::set_credential(tx.conn(), account.as_str(), &phc)?;
        Ok(vec![Event::PasswordChanged(PasswordChanged { account })])
    })
}
