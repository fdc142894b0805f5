//! 岗位交接: what an account had open goes to a successor, who acknowledges it; then the old account ends.
//!
//! Tasks belong to a role in a unit, never to a person, so that a successor of the same role and unit has all of them. What
//! this room adds is the acknowledgement: an account that is handed over ends when somebody has said that they take over
//! (PER-16, PER-19). An administrator may still close an account outright; offers from and to it end with it.

use super::{Account, close_account};
use crate::event::{Event, HandoverOffered, HandoverTaken, HandoverWithdrawn};
use crate::kernel::AccountName;
use crate::refusal::Refusal;

/// A handover that awaits its successor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handover {
    /// Whose work.
    pub from: AccountName,
    /// Who is to take it.
    pub to: AccountName,
    /// What the leaver writes to them.
    pub note: Option<String>,
}

/// Whether `to` can do all that `from` did: open, another account, of the same role and unit.
#[must_use]
pub fn may_succeed(from: &Account, to: &Account) -> bool {
    to.open && to.account != from.account && to.role == from.role && to.unit == from.unit
}

fn open_one<'a>(known: &'a [Account], account: &AccountName) -> Result<&'a Account, Refusal> {
    known
        .iter()
        .find(|a| a.account == *account && a.open)
        .ok_or_else(|| Refusal::UnknownAccount { account: account.clone() })
}

/// Offers an account's work to a successor. Offering it to another one takes back the earlier offer; the same again does
/// nothing. Who is leaving cannot take over.
pub fn offer_handover(
    known: &[Account],
    pending: &[Handover],
    from: &AccountName,
    to: &AccountName,
    note: Option<&str>,
) -> Result<Vec<Event>, Refusal> {
    let (leaver, successor) = (open_one(known, from)?, open_one(known, to)?);
    if !may_succeed(leaver, successor) {
        return Err(Refusal::NoSuccessor { account: to.clone(), role: leaver.role });
    }
    if pending.iter().any(|handover| handover.from == *to) {
        return Err(Refusal::SuccessorLeaves { account: to.clone() });
    }
    let note = note.map(str::trim).filter(|note| !note.is_empty()).map(str::to_owned);
    let offered = Handover { from: from.clone(), to: to.clone(), note };
    if pending.contains(&offered) {
        return Ok(Vec::new());
    }
    let Handover { from, to, note } = offered;
    Ok(vec![Event::HandoverOffered(HandoverOffered { from, to, note })])
}

fn pending_of<'a>(pending: &'a [Handover], from: &AccountName) -> Result<&'a Handover, Refusal> {
    pending
        .iter()
        .find(|handover| handover.from == *from)
        .ok_or_else(|| Refusal::NoHandover { account: from.clone() })
}

/// Takes an offer back, or declines it.
pub fn withdraw_handover(pending: &[Handover], from: &AccountName) -> Result<Vec<Event>, Refusal> {
    let Handover { from, .. } = pending_of(pending, from)?.clone();
    Ok(vec![Event::HandoverWithdrawn(HandoverWithdrawn { from })])
}

/// The successor acknowledges: so many matters were open, and the old account ends with this.
pub fn take_handover(
    known: &[Account],
    pending: &[Handover],
    from: &AccountName,
    actor: &AccountName,
    matters: u32,
) -> Result<Vec<Event>, Refusal> {
    let Handover { from, to, .. } = pending_of(pending, from)?.clone();
    if to != *actor {
        return Err(Refusal::HandoverToAnother { account: to });
    }
    let mut events = vec![Event::HandoverTaken(HandoverTaken { from: from.clone(), to, matters })];
    events.extend(close_account(known, &from)?);
    Ok(events)
}
