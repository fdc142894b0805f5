//! Events of opportunities, and of what tickets belong to them → rows.

use crate::column::{json, word};
use crate::project::{Origin, run};
use crate::search;
use domain::event::{
    OpportunityApproved, OpportunityChanged, OpportunityConcluded, OpportunityFilled, OpportunityHandedOver,
    OpportunityMoved, OpportunityRecordStruck, OpportunityRecorded, OpportunityRegistered,
    OpportunityReopened, OpportunityVoided, OutcomeCorrected, TicketLinked,
};
use domain::opportunity::{CHECKPOINT, OpportunityNo, Stage, waiting_checkpoint};
use domain::search::SearchKind;
use rusqlite::{Connection, params};

/// Notes the act on the opportunity's timeline.
fn act(conn: &Connection, from: &Origin<'_>, opportunity: &OpportunityNo) -> rusqlite::Result<String> {
    let opportunity = opportunity.to_string();
    let row = params![opportunity, from.entry.key.origin.to_string(), from.entry.key.seq as i64];
    run(conn, "INSERT OR REPLACE INTO opportunity_act VALUES (?1, ?2, ?3)", row)?;
    search::due(conn, SearchKind::Opportunity, &opportunity)?;
    Ok(opportunity)
}

pub(crate) fn registered(
    conn: &Connection,
    from: &Origin<'_>,
    e: &OpportunityRegistered,
) -> rusqlite::Result<()> {
    let opportunity = act(conn, from, &e.opportunity)?;
    let row = params![
        opportunity,
        e.opportunity.unit.as_str(),
        e.opportunity.month.to_string(),
        e.opportunity.serial,
        e.basics.title,
        word(&e.basics.customer),
        e.basics.class,
        e.basics.source,
        word(&e.basics.finder),
        e.basics.amount.as_ref().map(word),
        e.basics.expected_on.as_ref().map(word),
        e.basics.engineer.as_ref().map(word),
        word(&e.people),
        word(&e.found_on),
        word(&Stage::Collection),
        from.account,
        from.at,
    ];
    run(conn, include_str!("sql/registered.sql"), row)
}

pub(crate) fn changed(conn: &Connection, from: &Origin<'_>, e: &OpportunityChanged) -> rusqlite::Result<()> {
    let opportunity = act(conn, from, &e.opportunity)?;
    search::due_of_opportunity(conn, &opportunity)?;
    let row = params![
        opportunity,
        e.basics.title,
        word(&e.basics.customer),
        e.basics.class,
        e.basics.source,
        word(&e.basics.finder),
        e.basics.amount.as_ref().map(word),
        e.basics.expected_on.as_ref().map(word),
        e.basics.engineer.as_ref().map(word),
        word(&e.people),
        word(&e.found_on),
        word(&e.since),
    ];
    run(conn, include_str!("sql/changed.sql"), row)
}

pub(crate) fn filled(conn: &Connection, from: &Origin<'_>, e: &OpportunityFilled) -> rusqlite::Result<()> {
    let opportunity = act(conn, from, &e.opportunity)?;
    let row = params![opportunity, json(&e.answers), e.text.as_ref().map(word)];
    run(conn, "UPDATE opportunity SET answers = ?2, text = ?3 WHERE opportunity = ?1", row)
}

pub(crate) fn moved(conn: &Connection, from: &Origin<'_>, e: &OpportunityMoved) -> rusqlite::Result<()> {
    let opportunity = act(conn, from, &e.opportunity)?;
    let row = params![opportunity, word(&e.to), word(&e.on), e.number];
    run(conn, "UPDATE opportunity SET stage = ?2, since = ?3, words = ?4 WHERE opportunity = ?1", row)
}

pub(crate) fn recorded(
    conn: &Connection,
    from: &Origin<'_>,
    e: &OpportunityRecorded,
) -> rusqlite::Result<()> {
    let opportunity = act(conn, from, &e.opportunity)?;
    let (text, file) = (e.text.as_ref().map(word), e.file.as_ref().map(word));
    let row = params![opportunity, e.number, e.kind, word(&e.on), json(&e.answers), text, file, from.account];
    run(conn, include_str!("sql/recorded.sql"), row)?;
    run(conn, CHECKPOINT_GONE, params![opportunity, e.number])?;
    match waiting_checkpoint(&e.answers).filter(|_| e.kind == CHECKPOINT) {
        Some(due) => {
            let row = params![opportunity, e.number, word(&due)];
            run(conn, "INSERT INTO opportunity_checkpoint VALUES (?1, ?2, ?3)", row)
        }
        None => Ok(()),
    }
}

const CHECKPOINT_GONE: &str = "DELETE FROM opportunity_checkpoint WHERE opportunity = ?1 AND number = ?2";

pub(crate) fn record_struck(
    conn: &Connection,
    from: &Origin<'_>,
    e: &OpportunityRecordStruck,
) -> rusqlite::Result<()> {
    let opportunity = act(conn, from, &e.opportunity)?;
    let row = params![opportunity, e.number, e.reason];
    run(conn, "UPDATE opportunity_record SET struck = ?3 WHERE opportunity = ?1 AND number = ?2", row)?;
    run(conn, CHECKPOINT_GONE, params![opportunity, e.number])
}

pub(crate) fn concluded(
    conn: &Connection,
    from: &Origin<'_>,
    e: &OpportunityConcluded,
) -> rusqlite::Result<()> {
    let opportunity = act(conn, from, &e.opportunity)?;
    let amount = e.amount.as_ref().map(word);
    let row =
        params![opportunity, word(&e.outcome), word(&e.on), amount, e.number, e.text.as_ref().map(word)];
    run(conn, include_str!("sql/ended.sql"), row)
}

pub(crate) fn outcome_corrected(
    conn: &Connection,
    from: &Origin<'_>,
    e: &OutcomeCorrected,
) -> rusqlite::Result<()> {
    let opportunity = act(conn, from, &e.opportunity)?;
    let amount = e.amount.as_ref().map(word);
    let row =
        params![opportunity, word(&e.outcome), word(&e.on), amount, e.number, e.text.as_ref().map(word)];
    run(conn, include_str!("sql/ended.sql"), row)
}

pub(crate) fn voided(conn: &Connection, from: &Origin<'_>, e: &OpportunityVoided) -> rusqlite::Result<()> {
    let opportunity = act(conn, from, &e.opportunity)?;
    let row = params![opportunity, word(&e.why), e.number, e.text.as_ref().map(word)];
    run(conn, include_str!("sql/voided.sql"), row)
}

pub(crate) fn approved(
    conn: &Connection,
    from: &Origin<'_>,
    e: &OpportunityApproved,
) -> rusqlite::Result<()> {
    let opportunity = act(conn, from, &e.opportunity)?;
    let row = params![
        opportunity,
        e.number,
        word(&e.of),
        e.record,
        word(&e.on),
        e.approved,
        e.behalf.basis,
        e.behalf.evidence.as_ref().map(word),
        e.text.as_ref().map(word),
        from.account,
    ];
    run(conn, include_str!("sql/approved.sql"), row)?;
    run(conn, "UPDATE opportunity SET words = ?2 WHERE opportunity = ?1", params![opportunity, e.number])
}

pub(crate) fn reopened(
    conn: &Connection,
    from: &Origin<'_>,
    e: &OpportunityReopened,
) -> rusqlite::Result<()> {
    let opportunity = act(conn, from, &e.opportunity)?;
    run(conn, include_str!("sql/reopened.sql"), params![opportunity, e.number])?;
    run(conn, "DELETE FROM opportunity_handover WHERE opportunity = ?1", [&opportunity])
}

pub(crate) fn handed_over(
    conn: &Connection,
    from: &Origin<'_>,
    e: &OpportunityHandedOver,
) -> rusqlite::Result<()> {
    let opportunity = act(conn, from, &e.opportunity)?;
    let (signed, text) = (e.signed_on.as_ref().map(word), e.text.as_ref().map(word));
    let row = params![opportunity, e.number, word(&e.on), e.contract_no, signed, text];
    run(conn, "INSERT OR REPLACE INTO opportunity_handover VALUES (?1, ?2, ?3, ?4, ?5, ?6)", row)?;
    let row = params![opportunity, word(&e.on), e.number];
    run(conn, "UPDATE opportunity SET handed_over_on = ?2, words = ?3 WHERE opportunity = ?1", row)
}

/// The act stands in the history of the ticket, of the opportunity to which it belongs from now on, and of the one to which it
/// belonged. With an opportunity the customer is that one's own, whoever it is.
pub(crate) fn linked(conn: &Connection, from: &Origin<'_>, e: &TicketLinked) -> rusqlite::Result<()> {
    let ticket = crate::ticket::project::act(conn, from, &e.ticket)?;
    let former = super::facts::ticket_link(conn, &e.ticket)?.opportunity;
    for opportunity in former.iter().chain(&e.opportunity) {
        act(conn, from, opportunity)?;
    }
    let customer = e.customer.as_ref().filter(|_| e.opportunity.is_none());
    let row = params![ticket, customer.map(word), e.opportunity.as_ref().map(word)];
    run(conn, "INSERT OR REPLACE INTO ticket_link VALUES (?1, ?2, ?3)", row)
}
