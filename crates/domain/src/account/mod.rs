//! Local accounts: who may sign in, as what, for which unit.

mod handover;

pub use handover::{Handover, may_succeed, offer_handover, take_handover, withdraw_handover};

use crate::event::{AccountClosed, AccountOpened, AccountTied, Event, TwoPersonSet};
use crate::kernel::{AccountName, Digest, Role, StaffNo, UnitCode};
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
    /// 工号 of the engineer whose account it is.
    pub engineer: Option<StaffNo>,
}

/// Opens an account. Unit roles need a unit; the others may have one (the administrator of a branch). An engineer's account
/// is tied to a staff number in the same act, see [`tie_account`].
///
/// # Errors
/// [`Refusal::AccountTaken`], [`Refusal::AccountNeedsUnit`].
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
    if role.of_unit() && unit.is_none() {
        return Err(Refusal::AccountNeedsUnit { role });
    }
    Ok(vec![Event::AccountOpened(AccountOpened { account, role, unit, post, personal })])
}

/// Ties an engineer's account to a staff number (ORG-13): what that engineer does is theirs. One open account an engineer; the
/// same again does nothing. `on_record` says whether the number is known.
///
/// # Errors
/// [`Refusal::AccountOfOtherRole`], [`Refusal::UnknownEngineer`], [`Refusal::EngineerHasAccount`].
pub fn tie_account(
    known: &[Account],
    (account, role): (&AccountName, Role),
    staff_no: StaffNo,
    on_record: bool,
) -> Result<Vec<Event>, Refusal> {
    if role != Role::Engineer {
        return Err(Refusal::AccountOfOtherRole { account: account.clone(), role });
    }
    if !on_record {
        return Err(Refusal::UnknownEngineer { staff_no });
    }
    let mut tied = known.iter().filter(|one| one.open && one.engineer.as_ref() == Some(&staff_no));
    match tied.next() {
        Some(other) if other.account != *account => {
            Err(Refusal::EngineerHasAccount { staff_no, account: other.account.clone() })
        }
        Some(_) => Ok(Vec::new()),
        None => Ok(vec![Event::AccountTied(AccountTied { account: account.clone(), staff_no })]),
    }
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
