//! 岗位交接: offering an account's work to a successor, seeing what is open, acknowledging.

use super::holders::{AccountView, views};
use crate::api::Act;
use crate::approval::{asked_of, handed_over};
use crate::clock::local_text;
use crate::document::known;
use crate::error::AppError;
use crate::parse;
use crate::rights::{Target, may};
use crate::session::{App, Receipt};
use crate::workbench::{DueView, due_for};
use domain::account::{self, Account, Handover, may_succeed};
use domain::kernel::{AccountName, Actor};
use ledger::account::query;
use ledger::rusqlite::Connection;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Lists handovers that await their successor: an administrator sees all, others those from and to themselves.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct Handovers {}

/// Asks who may take over from an account.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct Successors {
    /// Whose work; one's own where absent.
    pub account: Option<String>,
}

/// Offers an account's work to a successor of the same role and unit.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct OfferHandover {
    /// Whose work; one's own where absent.
    pub account: Option<String>,
    /// Who is to take it.
    pub to: String,
    /// What they should know.
    pub note: Option<String>,
}

/// Takes an offer back (the leaver, an administrator) or declines it (the successor).
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct WithdrawHandover {
    /// Whose work.
    pub account: String,
}

/// Takes the work over; the old account is closed.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct TakeHandover {
    /// Whose work.
    pub account: String,
}

/// A handover that awaits its successor.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct HandoverView {
    /// Whose work.
    pub from: String,
    /// Their name.
    pub from_name: String,
    /// Who is to take it.
    pub to: String,
    /// Their name.
    pub to_name: String,
    /// What the leaver writes.
    pub note: Option<String>,
    /// Since when, local time.
    pub offered_at: String,
    /// What is open.
    pub matters: Vec<DueView>,
}

/// The account named, or one's own; another's needs the right to close accounts.
fn whose(app: &App, named: Option<&str>) -> Result<AccountName, AppError> {
    let own = app.signed_in()?.account.clone();
    let account = named.map(parse::account).transpose()?.unwrap_or_else(|| own.clone());
    if account != own {
        app.require(Act::CloseAccount, &Target::Oneself)?;
    }
    Ok(account)
}

fn pending(conn: &Connection) -> Result<Vec<Handover>, AppError> {
    Ok(query::handovers(conn)?.into_iter().map(|(handover, _)| handover).collect())
}

/// What an account has open.
fn matters(app: &App, known: &[Account], account: &AccountName) -> Result<Vec<DueView>, AppError> {
    let Some(found) = known.iter().find(|a| a.account == *account) else { return Ok(Vec::new()) };
    due_for(app, &Actor { account: account.clone(), role: found.role, unit: found.unit.clone() })
}

/// `handovers`.
pub fn handovers(app: &mut App, _: Handovers) -> Result<Vec<HandoverView>, AppError> {
    let me = app.signed_in()?.clone();
    let conn = app.conn()?;
    let all = may(Act::CloseAccount, &me, &Target::Oneself, &app.installation()?.unit);
    let known = query::accounts(conn)?;
    let mut list = Vec::new();
    for (handover, at) in query::handovers(conn)? {
        if all || [&handover.from, &handover.to].contains(&&me.account) {
            list.push(HandoverView {
                from_name: app.account_name(&handover.from)?,
                to_name: app.account_name(&handover.to)?,
                matters: matters(app, &known, &handover.from)?,
                from: handover.from.to_string(),
                to: handover.to.to_string(),
                note: handover.note,
                offered_at: local_text(at),
            });
        }
    }
    Ok(list)
}

/// `successors`.
pub fn successors(app: &mut App, request: Successors) -> Result<Vec<AccountView>, AppError> {
    let account = whose(app, request.account.as_deref())?;
    let known = query::accounts(app.conn()?)?;
    let Some(from) = known.iter().find(|a| a.account == account).cloned() else { return Ok(Vec::new()) };
    views(app, known.into_iter().filter(|to| may_succeed(&from, to)).collect())
}

/// `offerHandover`.
pub fn offer_handover(app: &mut App, request: OfferHandover) -> Result<Receipt, AppError> {
    let from = whose(app, request.account.as_deref())?;
    let to = parse::account(&request.to)?;
    app.decide(|tx, _| {
        let conn = tx.conn();
        let (known, pending) = (query::accounts(conn)?, pending(conn)?);
        Ok(account::offer_handover(&known, &pending, &from, &to, request.note.as_deref())?)
    })
}

/// `withdrawHandover`.
pub fn withdraw_handover(app: &mut App, request: WithdrawHandover) -> Result<Receipt, AppError> {
    let from = parse::account(&request.account)?;
    let me = app.signed_in()?.account.clone();
    let declined = pending(app.conn()?)?.iter().any(|h| h.from == from && h.to == me);
    let from = if declined { from } else { whose(app, Some(from.as_str()))? };
    app.decide(|tx, _| Ok(account::withdraw_handover(&pending(tx.conn())?, &from)?))
}

/// `takeHandover`.
pub fn take_handover(app: &mut App, request: TakeHandover) -> Result<Receipt, AppError> {
    let from = parse::account(&request.account)?;
    let open = matters(app, &query::accounts(app.conn()?)?, &from)?.len();
    let open = u32::try_from(open).unwrap_or(u32::MAX);
    let (today, two_person) = (app.today()?, app.installation()?.two_person);
    let mut candidates = Vec::new();
    for (no, _) in ledger::approval::facts::running(app.conn()?)? {
        let document = known(app.conn()?, &no)?;
        candidates.push((no, asked_of(app, &document)?));
    }
    app.decide(|tx, actor| {
        let conn = tx.conn();
        let (accounts, pending) = (query::accounts(conn)?, pending(conn)?);
        let mut events = account::take_handover(&accounts, &pending, &from, &actor.account, open)?;
        // Seats are named by account, unlike all other work: the successor stands in at them.
        events.extend(handed_over(conn, &candidates, (&from, &actor.account), (today, two_person))?);
        Ok(events)
    })
}
