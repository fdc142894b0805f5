//! What an account is told of tickets' terms.

use super::words::Days;
use crate::api::Act;
use crate::error::AppError;
use crate::organisation::sees;
use crate::own::OwnTickets;
use crate::rights::{Reach, Target, belongs_here, may, reach};
use crate::session::App;
use domain::kernel::{Actor, Role, UnitCode};
use domain::organisation::Installation;
use domain::ticket::{Hearer, TermDays, TicketDue, TicketNo, TicketTask};
use std::collections::BTreeSet;

/// What an account is told today of tickets of these units that it sees.
pub(crate) fn tickets_due(
    app: &App,
    actor: &Actor,
    units: impl IntoIterator<Item = UnitCode>,
) -> Result<Vec<(TicketNo, TicketDue)>, AppError> {
    let (conn, home) = (app.conn()?, app.installation()?);
    let mut seen = Vec::new();
    for unit in units {
        if sees(app, &unit)? {
            seen.push(unit);
        }
    }
    let days = Days::of(conn, app.today()?)?;
    let found = ledger::ticket::terms::open(conn, &seen)?;
    let mut list = Vec::new();
    let own = OwnTickets::of(app, actor)?;
    for (no, known) in found {
        // Who is held to their own tickets hears of those alone: an engineer does what they ask, a requester waits for it.
        let mine = own.has(&no);
        if !mine && reach(Act::Tickets, actor.role) == Reach::Mine {
            continue;
        }
        let handles = mine && reach(Act::TakeTicket, actor.role) == Reach::Mine;
        let does = handles || works_for(Act::AssignTicket, actor, &no.unit, &home);
        let hearer = Hearer { role: actor.role, does };
        let told = known.due_for(hearer, &days.reckoning());
        list.extend(told.into_iter().map(|due| (no.clone(), due)));
    }
    Ok(list)
}

/// Open tickets of these units that stand so: late or due soon whoever asks, or late for so long that the account's role
/// hears of it.
pub(super) fn standing_so(
    app: &App,
    units: &[UnitCode],
    wanted: &BTreeSet<TicketTask>,
) -> Result<Vec<TicketNo>, AppError> {
    let (conn, role) = (app.conn()?, app.signed_in()?.role);
    let days = Days::of(conn, app.today()?)?;
    let found = ledger::ticket::terms::open(conn, units)?;
    let stands_so = |known: &TermDays, task: TicketTask| {
        let hearer = Hearer { role, does: task != TicketTask::Escalated };
        known.is_told(task, hearer, &days.reckoning())
    };
    let meant = found.into_iter().filter(|(_, known)| wanted.iter().any(|task| stands_so(known, *task)));
    Ok(meant.map(|(no, _)| no).collect())
}

/// Whether such acts in a unit are the account's own work: its manager's, and at the seat of the ledger whoever may do all. A
/// leader hears of what is escalated.
pub(crate) fn works_for(act: Act, actor: &Actor, unit: &UnitCode, home: &Installation) -> bool {
    let able = belongs_here(act, home.role) && may(act, actor, &Target::Unit(unit.clone()), &home.unit);
    able && actor.role != Role::UnitLeader && actor.unit.as_ref().unwrap_or(&home.unit) == unit
}
