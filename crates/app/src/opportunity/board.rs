//! 看板: open opportunities by stage, with totals and age.

use super::list::{OpportunityLine, lines_of, seen_units};
use crate::error::AppError;
use crate::organisation::word;
use crate::parse::{self, text_given};
use crate::session::App;
use domain::opportunity::{Stage, columns};
use ledger::opportunity::list::{SortBy, Wanted, page};
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
    /// What stands in it, the longest there first.
    pub cards: Vec<OpportunityLine>,
}

/// The board.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct OpportunityBoardView {
    /// Six columns in order.
    pub columns: Vec<BoardColumn>,
}

/// `opportunityBoard`.
pub fn board(app: &mut App, request: OpportunityBoard) -> Result<OpportunityBoardView, AppError> {
    let rows = match seen_units(app, request.unit.as_deref())? {
        None => Vec::new(),
        Some(units) => {
            let wanted = Wanted {
                units,
                ended: Some(false),
                class: request.class.filter(|class| !class.is_empty()),
                engineer: text_given(request.engineer.as_deref()).map(parse::staff_no).transpose()?,
                text: request.text,
                sort: SortBy::Since,
                limit: u32::MAX,
                ..Wanted::default()
            };
            page(app.conn()?, &wanted)?
        }
    };
    let open: Vec<_> = rows.iter().map(|row| (row.stage, row.amount)).collect();
    let totals = columns(&open);
    let stages: Vec<Stage> = rows.iter().map(|row| row.stage).collect();
    let mut lines: Vec<_> = stages.into_iter().zip(lines_of(app, rows)?).collect();
    let columns = totals.into_iter().map(|column| {
        let (here, rest) =
            std::mem::take(&mut lines).into_iter().partition(|(stage, _)| *stage == column.stage);
        lines = rest;
        let here: Vec<(Stage, OpportunityLine)> = here;
        BoardColumn {
            stage: word(&column.stage),
            count: column.count,
            amount: column.amount.to_string(),
            unpriced: column.unpriced,
            cards: here.into_iter().map(|(_, card)| card).collect(),
        }
    });
    Ok(OpportunityBoardView { columns: columns.collect() })
}
