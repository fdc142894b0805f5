//! Local accounts: who may sign in, as what, for which unit.

mod handover;

pub use handover::{Handover, may_succeed, offer_handover, take_handover, withdraw_handover};

use crate::event::{AccountClosed, AccountOpened, Event, TwoPersonSet};
use crate::kernel::{AccountName, Digest, Role, UnitCode};
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};

/// An account on record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Account {
    /// Signs in as.
    pub account: AccountName,
    /// May do what that role may.
    pub role: Role,
    /// Belongs to that unit; `None` for the province as a whole and for the provider.
    pub unit: Option<UnitCode>,
    /// 职务, printed beside the name.
    pub post: Option<String>,
    /// Whether it may still sign in.
    pub open: bool,
}

/// Opens an account. Unit roles need a unit; the others may have one (the administrator of a branch).
pub fn open_account(
    known: &[Account],
    account: AccountName,
    role: Role,
    unit: Option<UnitCode>,
    post: Option<String>,
    personal: Digest,
) -> Result<Vec<Event>, Refusal> {
    if known.iter().any(|a| a.account == account) {
        return Err(Refusal::AccountTaken { account });
    }
    let unit_role = matches!(role, Role::UnitManager | Role::UnitLeader);
    if unit_role && unit.is_none() {
        return Err(Refusal::AccountNeedsUnit { role });
    }
    Ok(vec![Event::AccountOpened(AccountOpened { account, role, unit, post, personal })])
}

/// Closes an account; the last open administrator stays.
pub fn close_account(known: &[Account], account: &AccountName) -> Result<Vec<Event>, Refusal> {
    let Some(found) = known.iter().find(|a| a.account == *account && a.open) else {
        return Err(Refusal::UnknownAccount { account: account.clone() });
    };
    let administrators = known.iter().filter(|a| a.open && a.role == Role::Administrator).count();
    if found.role == Role::Administrator && administrators == 1 {
        return Err(Refusal::LastAdministrator);
    }
    Ok(vec![Event::AccountClosed(AccountClosed { account: account.clone() })])
}

/// Turns two-person work on or off; setting what is set does nothing.
#[must_use]
pub fn set_two_person(current: bool, on: bool) -> Vec<Event> {
    if current == on { Vec::new() } else { vec![Event::TwoPersonSet(TwoPersonSet { on })] }
}

#[cfg(test)]
mod tests;
