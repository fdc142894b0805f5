//! 看板: open opportunities by stage, with totals and age.

use super::list::{OpportunityLine, checkpoint_of, lines_of, seen_units};
use crate::error::AppError;
use crate::organisation::word;
use crate::parse::{self, text_given};
use crate::session::App;
use domain::opportunity::{Column, columns};
use ledger::opportunity::list::{SortBy, Wanted, amounts, page};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Shows open opportunities by stage.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct OpportunityBoard {
    /// Of that unit; of all that one sees where absent.
    #[ts(optional = nullable)]
    pub unit: Option<String>,
    /// Of that class.
    #[ts(optional = nullable)]
    pub class: Option<String>,
    /// For which that engineer is responsible.
    #[ts(optional = nullable)]
    pub engineer: Option<String>,
    /// With a checkpoint that is told of: `overdue` or `soon`.
    #[ts(optional = nullable)]
    pub checkpoint: Option<String>,
    /// Words of number, title or customer.
    #[serde(default)]
    pub text: String,
}

/// A column of the board.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct BoardColumn {
    /// Its stage.
    pub stage: String,
    /// Opportunities in it.
    pub count: u32,
    /// Their 预计金额 together, yuan.
    pub amount: String,
    /// Those without an amount.
    pub unpriced: u32,
    /// What stands in it, the longest there first; of a long column only those, the rest is in the list.
    pub cards: Vec<OpportunityLine>,
}

/// The board.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct OpportunityBoardView {
    /// Six columns in order.
    pub columns: Vec<BoardColumn>,
}

/// Cards of a column at most: nobody reads further down.
const MOST_CARDS: u32 = 40;

/// `opportunityBoard`.
pub fn board(app: &mut App, request: OpportunityBoard) -> Result<OpportunityBoardView, AppError> {
    let Some(units) = seen_units(app, request.unit.as_deref())? else {
        let empty = columns(&[]).map(|column| view(&column, Vec::new()));
        return Ok(OpportunityBoardView { columns: empty.into() });
    };
    let open = Wanted {
        units,
        ended: Some(false),
        class: request.class.filter(|class| !class.is_empty()),
        engineer: text_given(request.engineer.as_deref()).map(parse::staff_no).transpose()?,
        checkpoint: checkpoint_of(app, request.checkpoint.as_deref())?,
        text: request.text,
        sort: SortBy::Since,
        limit: MOST_CARDS,
        ..Wanted::default()
    };
    let conn = app.conn()?;
    let mut views = Vec::new();
    for column in columns(&amounts(conn, &open)?) {
        let here = Wanted { stages: vec![column.stage], ..open.clone() };
        views.push(view(&column, lines_of(app, page(conn, &here)?)?));
    }
    Ok(OpportunityBoardView { columns: views })
}

fn view(column: &Column, cards: Vec<OpportunityLine>) -> BoardColumn {
    BoardColumn {
        stage: word(&column.stage),
        count: column.count,
        amount: column.amount.to_string(),
        unpriced: column.unpriced,
        cards,
    }
}
