//! Documents whose last day comes or has just been, for those who do the work of their unit (BID-13, DOC-27).

use crate::api::Act;
use crate::error::AppError;
use crate::organisation::sees;
use crate::session::App;
use crate::ticket::works_for;
use chrono::NaiveDate;
use domain::document::{Validity, noticed_ends, validity};
use domain::kernel::{Actor, UnitCode};

/// Units with how their documents stand, and their last days. Whoever does a unit's work reads all of them.
pub(crate) fn documents_due(
    app: &App,
    actor: &Actor,
) -> Result<Vec<(Validity, UnitCode, NaiveDate)>, AppError> {
    let (conn, home, today) = (app.conn()?, app.installation()?, app.today()?);
    let (from, to) = noticed_ends(today);
    let mut told = Vec::new();
    for (no, last) in ledger::document::list::ending(conn, from, to)? {
        if sees(app, &no.unit)? && works_for(Act::DescribeDocument, actor, &no.unit, &home) {
            told.push((validity(Some(last), today), no.unit, last));
        }
    }
    Ok(told)
}
