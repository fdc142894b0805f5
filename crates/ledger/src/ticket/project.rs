//! Events of terms and tickets → rows.

use crate::column::{json, word};
use crate::project::{Origin, run};
use crate::search;
use domain::event::{
    AuditAsked, AuditDecided, CustomerAccepted, DeadlineRulesSet, OpinionSettled, TicketAssigned,
    TicketClosed, TicketConfirmed, TicketConsented, TicketDelivered, TicketFilled, TicketItemSet,
    TicketPaused, TicketRated, TicketRecordStruck, TicketRecorded, TicketRegistered, TicketRescheduled,
    TicketResumed, TicketReviewed, TicketStepTaken, TicketTaken, TicketTypeIssued, TicketTypeRetired,
};
use domain::kernel::UnitCode;
use domain::search::SearchKind;
use domain::ticket::TicketNo;
use rusqlite::{Connection, params};

fn of(unit: Option<&UnitCode>) -> &str {
    unit.map_or("", UnitCode::as_str)
}

pub(crate) fn rules(conn: &Connection, e: &DeadlineRulesSet) -> rusqlite::Result<()> {
    let row = params![e.rules.from.as_ref().map(word), json(&e.rules)];
    run(conn, "INSERT OR REPLACE INTO deadline_rules VALUES (?1, ?2)", row)
}

pub(crate) fn issued(conn: &Connection, e: &TicketTypeIssued) -> rusqlite::Result<()> {
    let row = params![of(e.unit.as_ref()), e.body.code, e.version, json(&e.body)];
    run(conn, "INSERT OR REPLACE INTO ticket_type VALUES (?1, ?2, ?3, ?4, 0)", row)
}

pub(crate) fn retired(conn: &Connection, e: &TicketTypeRetired) -> rusqlite::Result<()> {
    let row = params![of(e.unit.as_ref()), e.code];
    run(conn, "UPDATE ticket_type SET retired = 1 WHERE unit = ?1 AND code = ?2", row)
}

/// The manager has acted on what the second refused.
pub(crate) fn refusal_settled(conn: &Connection, ticket: &TicketNo) -> rusqlite::Result<()> {
    run(conn, "UPDATE ticket SET escalated_on = NULL WHERE ticket = ?1", [ticket.to_string()])
}

/// Notes the act on the ticket's timeline, and the files that it brought.
pub(crate) fn act(conn: &Connection, from: &Origin<'_>, ticket: &TicketNo) -> rusqlite::Result<String> {
    let ticket = ticket.to_string();
    let row = params![ticket, from.entry.key.origin.to_string(), from.entry.key.seq as i64];
    run(conn, "INSERT OR REPLACE INTO ticket_act VALUES (?1, ?2, ?3)", row)?;
    for file in domain::ticket::files([from.event]) {
        let row = [&ticket, &file.digest.to_string()];
        run(conn, "INSERT OR IGNORE INTO ticket_file VALUES (?1, ?2)", row)?;
    }
    search::due(conn, SearchKind::Ticket, &ticket)?;
    Ok(ticket)
}

pub(crate) fn registered(conn: &Connection, from: &Origin<'_>, e: &TicketRegistered) -> rusqlite::Result<()> {
    let ticket = act(conn, from, &e.ticket)?;
    let row = params![
        ticket,
        e.ticket.unit.as_str(),
        e.ticket.month.to_string(),
        e.ticket.serial,
        of(e.kind.unit.as_ref()),
        e.kind.code,
        e.kind_version,
        e.title,
        e.customer,
        e.requester.as_ref().map(word),
        e.contact.as_ref().map(word),
        word(&e.channel),
        word(&e.urgency),
        word(&e.complexity),
        word(&e.received_on),
        e.due_on.as_ref().map(word),
        word(&e.state),
        from.account,
        from.at,
    ];
    run(conn, include_str!("sql/registered.sql"), row)
}

pub(crate) fn filled(conn: &Connection, from: &Origin<'_>, e: &TicketFilled) -> rusqlite::Result<()> {
    let ticket = act(conn, from, &e.ticket)?;
    let row = params![ticket, json(&e.answers), e.text.as_ref().map(word)];
    run(conn, "UPDATE ticket SET answers = ?2, text = ?3 WHERE ticket = ?1", row)
}

pub(crate) fn consented(conn: &Connection, from: &Origin<'_>, e: &TicketConsented) -> rusqlite::Result<()> {
    let ticket = act(conn, from, &e.ticket)?;
    let row = params![ticket, word(&e.review_by), word(&e.state), e.number];
    run(conn, "UPDATE ticket SET review_by = ?2, state = ?3, words = ?4 WHERE ticket = ?1", row)
}

pub(crate) fn reviewed(conn: &Connection, from: &Origin<'_>, e: &TicketReviewed) -> rusqlite::Result<()> {
    let ticket = act(conn, from, &e.ticket)?;
    let row = params![ticket, e.number, word(&e.on), word(&e.outcome)];
    run(conn, include_str!("sql/reviewed.sql"), row)?;
    let row = params![ticket, word(&e.state), e.number];
    run(conn, "UPDATE ticket SET state = ?2, words = ?3 WHERE ticket = ?1", row)
}

pub(crate) fn assigned(conn: &Connection, from: &Origin<'_>, e: &TicketAssigned) -> rusqlite::Result<()> {
    let ticket = act(conn, from, &e.ticket)?;
    // Whoever is new has had their turn.
    let row = params![ticket, e.first.as_str(), from.at];
    run(conn, include_str!("sql/turn_taken.sql"), row)?;
    let row = params![
        ticket,
        e.first.as_str(),
        e.second.as_ref().map(word),
        word(&e.on),
        word(&e.take_by),
        word(&e.due_on),
        word(&e.state),
        e.number,
    ];
    run(conn, include_str!("sql/assigned.sql"), row)
}

pub(crate) fn taken(conn: &Connection, from: &Origin<'_>, e: &TicketTaken) -> rusqlite::Result<()> {
    let ticket = act(conn, from, &e.ticket)?;
    let row = params![ticket, word(&e.on), word(&e.state)];
    run(conn, "UPDATE ticket SET taken_on = ?2, state = ?3 WHERE ticket = ?1", row)
}

pub(crate) fn paused(conn: &Connection, from: &Origin<'_>, e: &TicketPaused) -> rusqlite::Result<()> {
    let ticket = act(conn, from, &e.ticket)?;
    let row = params![ticket, e.number, word(&e.from), e.text.as_ref().map(word)];
    run(conn, "INSERT OR REPLACE INTO ticket_pause VALUES (?1, ?2, ?3, NULL, ?4)", row)?;
    let row = params![ticket, word(&e.from), e.number];
    run(conn, "UPDATE ticket SET waiting_since = ?2, words = ?3 WHERE ticket = ?1", row)
}

pub(crate) fn resumed(conn: &Connection, from: &Origin<'_>, e: &TicketResumed) -> rusqlite::Result<()> {
    let ticket = act(conn, from, &e.ticket)?;
    let row = params![ticket, word(&e.to)];
    run(conn, "UPDATE ticket_pause SET to_day = ?2 WHERE ticket = ?1 AND to_day IS NULL", row)?;
    let row = params![ticket, e.due_on.as_ref().map(word)];
    run(conn, "UPDATE ticket SET waiting_since = NULL, due_on = ?2 WHERE ticket = ?1", row)
}

pub(crate) fn rescheduled(
    conn: &Connection,
    from: &Origin<'_>,
    e: &TicketRescheduled,
) -> rusqlite::Result<()> {
    let ticket = act(conn, from, &e.ticket)?;
    let row = params![ticket, word(&e.to), e.number, word(&e.on)];
    run(conn, include_str!("sql/rescheduled.sql"), row)
}

pub(crate) fn recorded(conn: &Connection, from: &Origin<'_>, e: &TicketRecorded) -> rusqlite::Result<()> {
    let ticket = act(conn, from, &e.ticket)?;
    let (text, file) = (e.text.as_ref().map(word), e.file.as_ref().map(word));
    let row = params![ticket, e.number, e.kind, word(&e.on), json(&e.answers), text, file, from.account];
    run(conn, include_str!("sql/recorded.sql"), row)
}

pub(crate) fn record_struck(
    conn: &Connection,
    from: &Origin<'_>,
    e: &TicketRecordStruck,
) -> rusqlite::Result<()> {
    let ticket = act(conn, from, &e.ticket)?;
    let row = params![ticket, e.number, e.reason];
    run(conn, "UPDATE ticket_record SET struck = ?3 WHERE ticket = ?1 AND number = ?2", row)
}

pub(crate) fn settled(conn: &Connection, from: &Origin<'_>, e: &OpinionSettled) -> rusqlite::Result<()> {
    let ticket = act(conn, from, &e.ticket)?;
    let (text, file) = (e.text.as_ref().map(word), e.file.as_ref().map(word));
    let row = params![ticket, e.record, word(&e.on), e.accepted, e.number, text, file, from.account];
    run(conn, "INSERT OR REPLACE INTO ticket_settlement VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)", row)?;
    run(conn, "UPDATE ticket SET words = ?2 WHERE ticket = ?1", params![ticket, e.number])
}

pub(crate) fn item(conn: &Connection, from: &Origin<'_>, e: &TicketItemSet) -> rusqlite::Result<()> {
    let ticket = act(conn, from, &e.ticket)?;
    let row = params![ticket, e.item, json(&e.item_state), from.account];
    run(conn, "INSERT OR REPLACE INTO ticket_item VALUES (?1, ?2, ?3, ?4)", row)
}

pub(crate) fn step(conn: &Connection, from: &Origin<'_>, e: &TicketStepTaken) -> rusqlite::Result<()> {
    let ticket = act(conn, from, &e.ticket)?;
    let row = params![ticket, e.taken, e.number];
    run(conn, "UPDATE ticket SET steps = ?2, words = ?3 WHERE ticket = ?1", row)
}

pub(crate) fn audit_asked(conn: &Connection, from: &Origin<'_>, e: &AuditAsked) -> rusqlite::Result<()> {
    let ticket = act(conn, from, &e.ticket)?;
    let row = params![ticket, e.round, word(&e.file), word(&e.on), e.late, from.account];
    run(conn, include_str!("sql/audit_asked.sql"), row)
}

pub(crate) fn audit_decided(conn: &Connection, from: &Origin<'_>, e: &AuditDecided) -> rusqlite::Result<()> {
    let ticket = act(conn, from, &e.ticket)?;
    let text = e.text.as_ref().map(word);
    let row = params![ticket, e.round, word(&e.on), e.accepted, e.number, text, json(&e.behalf)];
    run(conn, include_str!("sql/audit_decided.sql"), row)?;
    run(conn, "UPDATE ticket SET words = ?2 WHERE ticket = ?1", params![ticket, e.number])
}

pub(crate) fn delivered(conn: &Connection, from: &Origin<'_>, e: &TicketDelivered) -> rusqlite::Result<()> {
    let ticket = act(conn, from, &e.ticket)?;
    let row = params![ticket, word(&e.on), word(&e.state), e.number];
    run(conn, "UPDATE ticket SET delivered_on = ?2, state = ?3, words = ?4 WHERE ticket = ?1", row)
}

pub(crate) fn accepted(conn: &Connection, from: &Origin<'_>, e: &CustomerAccepted) -> rusqlite::Result<()> {
    let ticket = act(conn, from, &e.ticket)?;
    let row = params![ticket, word(&e.on), e.number];
    run(conn, "UPDATE ticket SET accepted_on = ?2, words = ?3 WHERE ticket = ?1", row)
}

pub(crate) fn confirmed(conn: &Connection, from: &Origin<'_>, e: &TicketConfirmed) -> rusqlite::Result<()> {
    let ticket = act(conn, from, &e.ticket)?;
    let row = params![ticket, e.accepted, word(&e.on), word(&e.state), e.number];
    run(conn, include_str!("sql/confirmed.sql"), row)
}

pub(crate) fn rated(conn: &Connection, from: &Origin<'_>, e: &TicketRated) -> rusqlite::Result<()> {
    let ticket = act(conn, from, &e.ticket)?;
    let row = params![ticket, json(&e.rating), e.number];
    run(conn, "UPDATE ticket SET rating = ?2, words = ?3 WHERE ticket = ?1", row)
}

pub(crate) fn closed(conn: &Connection, from: &Origin<'_>, e: &TicketClosed) -> rusqlite::Result<()> {
    let ticket = act(conn, from, &e.ticket)?;
    let row = params![ticket, word(&e.on), word(&e.result), word(&e.state), e.number];
    run(conn, include_str!("sql/closed.sql"), row)
}
