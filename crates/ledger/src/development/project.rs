//! Development events → rows.

use crate::column::{json, word};
use crate::project::{Origin, run};
use domain::event::{
    AbilityJudged, AwardGiven, ConductWithdrawn, TrainingAttended, TrainingCancelled, TrainingPlanned,
    ViolationDecided, ViolationFound,
};
use rusqlite::{Connection, params};

pub(crate) fn planned(conn: &Connection, from: &Origin<'_>, e: &TrainingPlanned) -> rusqlite::Result<()> {
    let row = params![e.number, json(&e.training), from.account];
    run(conn, "INSERT OR REPLACE INTO training VALUES (?1, ?2, ?3, NULL)", row)?;
    for staff_no in &e.training.people {
        let row = params![staff_no.as_str(), e.number];
        run(conn, "INSERT OR REPLACE INTO training_person VALUES (?1, ?2, NULL, NULL)", row)?;
    }
    Ok(())
}

pub(crate) fn attended(conn: &Connection, e: &TrainingAttended) -> rusqlite::Result<()> {
    let result = e.result.map(|score| word(&score));
    let row = params![e.staff_no.as_str(), e.number, e.attended, result];
    run(conn, "INSERT OR REPLACE INTO training_person VALUES (?1, ?2, ?3, ?4)", row)
}

pub(crate) fn cancelled(conn: &Connection, e: &TrainingCancelled) -> rusqlite::Result<()> {
    run(conn, "UPDATE training SET cancelled = ?2 WHERE number = ?1", params![e.number, e.reason])
}

pub(crate) fn award(conn: &Connection, from: &Origin<'_>, e: &AwardGiven) -> rusqlite::Result<()> {
    let (text, paper) = (e.text.map(|d| d.to_string()), e.paper.map(|d| d.to_string()));
    let staff_no = e.staff_no.as_str();
    let row = params![staff_no, e.number, word(&e.award), word(&e.on), text, paper, from.account];
    run(conn, include_str!("sql/award.sql"), row)
}

pub(crate) fn violation(conn: &Connection, from: &Origin<'_>, e: &ViolationFound) -> rusqlite::Result<()> {
    let (text, paper) = (e.text.map(|d| d.to_string()), e.paper.map(|d| d.to_string()));
    let staff_no = e.staff_no.as_str();
    let row = params![staff_no, e.number, word(&e.violation), word(&e.found_on), text, paper, from.account];
    run(conn, include_str!("sql/violation.sql"), row)
}

pub(crate) fn decided(conn: &Connection, e: &ViolationDecided) -> rusqlite::Result<()> {
    let row = params![e.staff_no.as_str(), e.number, json(e)];
    run(conn, "UPDATE conduct SET decided = ?3 WHERE staff_no = ?1 AND number = ?2", row)
}

pub(crate) fn withdrawn(conn: &Connection, e: &ConductWithdrawn) -> rusqlite::Result<()> {
    let row = params![e.staff_no.as_str(), e.number, e.reason];
    run(conn, "UPDATE conduct SET withdrawn = ?3 WHERE staff_no = ?1 AND number = ?2", row)
}

pub(crate) fn ability(conn: &Connection, from: &Origin<'_>, e: &AbilityJudged) -> rusqlite::Result<()> {
    let note = e.note.map(|d| d.to_string());
    let row = params![e.staff_no.as_str(), word(&e.item), e.met, word(&e.on), note, from.account];
    run(conn, "INSERT OR REPLACE INTO ability VALUES (?1, ?2, ?3, ?4, ?5, ?6)", row)
}
