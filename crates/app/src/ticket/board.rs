//! The board: open tickets phase by phase, with what presses most first.

use super::due::standing_so;
use super::list::{TicketLine, Tickets, lines, wanted};
use crate::error::AppError;
use crate::organisation::word;
use crate::session::App;
use chrono::NaiveDate;
use domain::ticket::{Phase, TicketState, TicketTask};
use ledger::ticket::list::{SortBy, Wanted, page, states};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// Shows open tickets phase by phase.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct TicketBoard {
    /// Of that unit; of all that one sees where absent.
    #[ts(optional = nullable)]
    pub unit: Option<String>,
    /// Of that type, by code.
    #[ts(optional = nullable)]
    pub kind: Option<String>,
    /// For which that engineer is responsible.
    #[ts(optional = nullable)]
    pub engineer: Option<String>,
    /// Words of number, title or customer.
    #[serde(default)]
    pub text: String,
}

/// How many tickets stand so.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct TicketStateCount {
    /// Where they stand.
    pub state: String,
    /// How many.
    pub count: u32,
}

/// A ticket on the board.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct TicketCardView {
    /// As in a list.
    pub line: TicketLine,
    /// Calendar days since it came in.
    pub age: u32,
}

/// A phase on the board.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct TicketColumnView {
    /// `review`, `work` or `confirmation`.
    pub phase: String,
    /// Open tickets in it.
    pub total: u32,
    /// Of those, how many are overdue with any of their terms.
    pub overdue: u32,
    /// State by state, in their order.
    pub states: Vec<TicketStateCount>,
    /// Those whose last day comes first; of more, only so many.
    pub cards: Vec<TicketCardView>,
}

/// Cards of a column.
const SHOWN: u32 = 50;

/// `ticketBoard`.
pub fn board(app: &mut App, request: TicketBoard) -> Result<Vec<TicketColumnView>, AppError> {
    let asked = Tickets {
        unit: request.unit,
        kind: request.kind,
        engineer: request.engineer,
        text: request.text,
        ..Tickets::default()
    };
    let Some((units, all)) = wanted(app, asked)? else { return Ok(Vec::new()) };
    let (conn, today) = (app.conn()?, app.today()?);
    let open: Vec<TicketState> = TicketState::ALL.into_iter().filter(|state| !state.ended()).collect();
    let of = |states: Vec<TicketState>| Wanted { states, sort: SortBy::Due, limit: SHOWN, ..all.clone() };
    let counts = states(conn, &of(open.clone()))?;
    let late = standing_so(app, &units, &BTreeSet::from([TicketTask::Overdue]))?;
    let late = states(conn, &Wanted { among: Some(late), ..of(open) })?;
    let sum = |counts: &BTreeMap<TicketState, u32>, phase: Phase| {
        phase.open_states().filter_map(|state| counts.get(&state)).sum()
    };
    Phase::ALL
        .into_iter()
        .map(|phase| {
            let rows = page(conn, &of(phase.open_states().collect()))?;
            let received: Vec<NaiveDate> = rows.iter().map(|row| row.received_on).collect();
            let cards = lines(app, rows)?.into_iter().zip(received).map(|(line, day)| TicketCardView {
                line,
                age: u32::try_from((today - day).num_days()).unwrap_or(0),
            });
            Ok(TicketColumnView {
                phase: word(&phase),
                total: sum(&counts, phase),
                overdue: sum(&late, phase),
                states: phase
                    .open_states()
                    .map(|state| TicketStateCount {
                        state: word(&state),
                        count: counts.get(&state).copied().unwrap_or_default(),
                    })
                    .collect(),
                cards: cards.collect(),
            })
        })
        .collect()
}
