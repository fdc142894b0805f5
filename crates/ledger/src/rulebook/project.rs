//! Rulebook events → rows.

use crate::column::{json, word};
use crate::project::{Origin, run};
use domain::event::{RubricIssued, RuleSetIssued};
use rusqlite::{Connection, params};

pub(crate) fn rubric(conn: &Connection, from: &Origin<'_>, e: &RubricIssued) -> rusqlite::Result<()> {
    let row = params![e.rubric.version, word(&e.rubric.from), json(&e.rubric), from.at];
    run(conn, "INSERT OR REPLACE INTO rubric VALUES (?1, ?2, ?3, ?4)", row)
}

pub(crate) fn rule_set(conn: &Connection, from: &Origin<'_>, e: &RuleSetIssued) -> rusqlite::Result<()> {
    let row = params![e.rule_set.version, word(&e.rule_set.from), json(&e.rule_set), from.at];
    run(conn, "INSERT OR REPLACE INTO rule_set VALUES (?1, ?2, ?3, ?4)", row)
}
