//! Reading the versions.

use crate::column::get_json;
use domain::kernel::Quarter;
use domain::rulebook::{Rubric, RuleSet, in_force};
use rusqlite::Connection;

/// All rubric versions.
pub fn rubrics(conn: &Connection) -> rusqlite::Result<Vec<Rubric>> {
    conn.prepare_cached("SELECT body FROM rubric ORDER BY version")?
        .query_map([], |row| get_json(row, 0))?
        .collect()
}

/// All rule-set versions.
pub fn rule_sets(conn: &Connection) -> rusqlite::Result<Vec<RuleSet>> {
    conn.prepare_cached("SELECT body FROM rule_set ORDER BY version")?
        .query_map([], |row| get_json(row, 0))?
        .collect()
}

/// The rubric in force in a quarter; the default where no version holds.
pub fn rubric_of(conn: &Connection, quarter: Quarter) -> rusqlite::Result<Rubric> {
    let versions = rubrics(conn)?;
    Ok(in_force(&versions, |r| (r.from, r.version), quarter).cloned().unwrap_or_else(Rubric::default_version))
}

/// The rule set in force in a quarter; the default where no version holds.
pub fn rule_set_of(conn: &Connection, quarter: Quarter) -> rusqlite::Result<RuleSet> {
    let versions = rule_sets(conn)?;
    Ok(in_force(&versions, |r| (r.from, r.version), quarter)
        .cloned()
        .unwrap_or_else(RuleSet::default_version))
}
