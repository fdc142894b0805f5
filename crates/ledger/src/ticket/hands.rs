//! Events of who answers for a ticket, and of what others are asked → rows.

use super::project::act;
use crate::column::word;
use crate::project::{Origin, run};
use domain::event::{
    CopiesSet, DemandChanged, HelpAnswered, HelpAsked, IncidentPassed, IncidentRefused, IncidentReturned,
    IncidentTaken, PostponementAnswered, PostponementAsked, ThirdApproved, TurnSkipped,
};
use rusqlite::{Connection, params};

fn words(conn: &Connection, ticket: &str, number: u32) -> rusqlite::Result<()> {
    run(conn, "UPDATE ticket SET words = ?2 WHERE ticket = ?1", params![ticket, number])
}

pub(crate) fn postponement_asked(
    conn: &Connection,
    from: &Origin<'_>,
    e: &PostponementAsked,
) -> rusqlite::Result<()> {
    let ticket = act(conn, from, &e.ticket)?;
    let row = params![ticket, word(&e.free_on), word(&e.to), word(&e.on), e.number];
    run(conn, "INSERT OR REPLACE INTO ticket_postponement VALUES (?1, ?2, ?3, ?4, NULL, NULL, ?5)", row)?;
    words(conn, &ticket, e.number)
}

pub(crate) fn postponement_answered(
    conn: &Connection,
    from: &Origin<'_>,
    e: &PostponementAnswered,
) -> rusqlite::Result<()> {
    let ticket = act(conn, from, &e.ticket)?;
    let row = params![ticket, word(&e.on), word(&e.answer)];
    run(conn, "UPDATE ticket_postponement SET answered_on = ?2, answer = ?3 WHERE ticket = ?1", row)?;
    let row = params![ticket, e.due_on.as_ref().map(word), e.number, word(&e.on)];
    run(conn, include_str!("sql/postponed.sql"), row)
}

pub(crate) fn passed(conn: &Connection, from: &Origin<'_>, e: &IncidentPassed) -> rusqlite::Result<()> {
    let ticket = act(conn, from, &e.ticket)?;
    let row = params![
        ticket,
        e.incident,
        e.to.as_str(),
        word(&e.by),
        word(&e.from),
        word(&e.until),
        word(&e.on),
        e.number,
        e.text.as_ref().map(word),
    ];
    run(conn, include_str!("sql/incident_passed.sql"), row)?;
    words(conn, &ticket, e.number)
}

pub(crate) fn incident_taken(
    conn: &Connection,
    from: &Origin<'_>,
    e: &IncidentTaken,
) -> rusqlite::Result<()> {
    let ticket = act(conn, from, &e.ticket)?;
    let row = params![ticket, e.incident, word(&e.on)];
    run(conn, "UPDATE ticket_incident SET taken_on = ?3 WHERE ticket = ?1 AND incident = ?2", row)
}

pub(crate) fn incident_refused(
    conn: &Connection,
    from: &Origin<'_>,
    e: &IncidentRefused,
) -> rusqlite::Result<()> {
    let ticket = act(conn, from, &e.ticket)?;
    let row = params![ticket, e.incident, word(&e.on)];
    run(conn, "UPDATE ticket_incident SET refused_on = ?3 WHERE ticket = ?1 AND incident = ?2", row)?;
    let row = params![ticket, word(&e.on), e.number];
    run(conn, "UPDATE ticket SET escalated_on = ?2, words = ?3 WHERE ticket = ?1", row)
}

pub(crate) fn incident_returned(
    conn: &Connection,
    from: &Origin<'_>,
    e: &IncidentReturned,
) -> rusqlite::Result<()> {
    let ticket = act(conn, from, &e.ticket)?;
    let row = params![ticket, e.incident, word(&e.on)];
    run(conn, "UPDATE ticket_incident SET returned_on = ?3 WHERE ticket = ?1 AND incident = ?2", row)?;
    words(conn, &ticket, e.number)
}

pub(crate) fn third_approved(
    conn: &Connection,
    from: &Origin<'_>,
    e: &ThirdApproved,
) -> rusqlite::Result<()> {
    let ticket = act(conn, from, &e.ticket)?;
    let own = e.behalf.is_none().then_some(from.account);
    let row = params![ticket, e.staff_no.as_str(), word(&e.post), own];
    run(conn, "INSERT OR REPLACE INTO ticket_third VALUES (?1, ?2, ?3, ?4)", row)?;
    words(conn, &ticket, e.number)
}

pub(crate) fn turn_skipped(conn: &Connection, from: &Origin<'_>, e: &TurnSkipped) -> rusqlite::Result<()> {
    act(conn, from, &e.ticket)?;
    let row = params![e.unit.as_str(), e.staff_no.as_str(), from.at];
    run(conn, "INSERT OR REPLACE INTO ticket_turn VALUES (?1, ?2, ?3)", row)
}

pub(crate) fn demand_changed(
    conn: &Connection,
    from: &Origin<'_>,
    e: &DemandChanged,
) -> rusqlite::Result<()> {
    let ticket = act(conn, from, &e.ticket)?;
    let row = params![ticket, e.review_by.as_ref().map(word), word(&e.state), e.number];
    let update =
        "UPDATE ticket SET review_by = coalesce(?2, review_by), state = ?3, words = ?4 WHERE ticket = ?1";
    run(conn, update, row)
}

pub(crate) fn help_asked(conn: &Connection, from: &Origin<'_>, e: &HelpAsked) -> rusqlite::Result<()> {
    let ticket = act(conn, from, &e.ticket)?;
    let (file, text) = (e.file.as_ref().map(word), e.text.as_ref().map(word));
    let row = params![ticket, e.help, word(&e.from), e.department, word(&e.on), file, e.number, text];
    run(conn, include_str!("sql/help_asked.sql"), row)?;
    words(conn, &ticket, e.number)
}

pub(crate) fn help_answered(conn: &Connection, from: &Origin<'_>, e: &HelpAnswered) -> rusqlite::Result<()> {
    let ticket = act(conn, from, &e.ticket)?;
    let row = params![ticket, e.help, word(&e.on), e.solved, word(&e.told_on)];
    run(conn, include_str!("sql/help_answered.sql"), row)?;
    words(conn, &ticket, e.number)
}

pub(crate) fn copies(conn: &Connection, from: &Origin<'_>, e: &CopiesSet) -> rusqlite::Result<()> {
    let ticket = act(conn, from, &e.ticket)?;
    let row = params![ticket, e.number, e.text.as_ref().map(word)];
    run(conn, "UPDATE ticket SET copies = ?2, copies_text = ?3, words = ?2 WHERE ticket = ?1", row)
}
