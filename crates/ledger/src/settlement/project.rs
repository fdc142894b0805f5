//! Settlement events → rows.

use crate::column::{json, word};
use crate::project::{Origin, run};
use domain::event::{
    AdjustmentCarried, ConfirmationVoided, InvoiceRecorded, ObjectionAnswered, ObjectionDecided,
    ObjectionRaised, PaymentRecorded, RejectionAccepted, ResultDelivered, RevisionOpened,
    SettlementFinalised, SettlementPrepared, SettlementReturned, SettlementReviewed, TerminationDecided,
    UnitConfirmed,
};
use rusqlite::{Connection, params};

pub(crate) fn confirmed(conn: &Connection, from: &Origin<'_>, e: &UnitConfirmed) -> rusqlite::Result<()> {
    run(
        conn,
        "INSERT OR REPLACE INTO confirmation VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        params![
            e.unit.as_str(),
            word(&e.quarter),
            word(&e.party),
            e.on_behalf,
            e.evidence.map(|d| d.to_string()),
            e.figures.to_string(),
            e.score.as_ref().map(ToString::to_string),
            from.account,
            from.at
        ],
    )
}

pub(crate) fn confirmation_voided(conn: &Connection, e: &ConfirmationVoided) -> rusqlite::Result<()> {
    run(
        conn,
        "DELETE FROM confirmation WHERE unit = ?1 AND quarter = ?2 AND party = ?3",
        params![e.unit.as_str(), word(&e.quarter), word(&e.party)],
    )
}

pub(crate) fn delivered(conn: &Connection, from: &Origin<'_>, e: &ResultDelivered) -> rusqlite::Result<()> {
    let (to, figures) = (e.to.to_string(), e.figures.to_string());
    let row = params![e.unit.as_str(), word(&e.quarter), word(&e.on), to, figures, from.account];
    run(conn, "INSERT OR REPLACE INTO delivery VALUES (?1, ?2, ?3, ?4, ?5, ?6)", row)
}

pub(crate) fn objection_raised(
    conn: &Connection,
    from: &Origin<'_>,
    e: &ObjectionRaised,
) -> rusqlite::Result<()> {
    run(
        conn,
        include_str!("sql/raise_objection.sql"),
        params![
            e.unit.as_str(),
            word(&e.quarter),
            e.number,
            word(&e.by),
            e.staff_no.as_ref().map(|s| s.as_str()),
            e.text,
            from.at,
            from.account,
            e.on_behalf,
            e.received_on.map(|day| day.to_string()),
            e.slip.as_ref().map(json)
        ],
    )
}

pub(crate) fn objection_answered(
    conn: &Connection,
    from: &Origin<'_>,
    e: &ObjectionAnswered,
) -> rusqlite::Result<()> {
    run(
        conn,
        include_str!("sql/answer_objection.sql"),
        params![e.unit.as_str(), word(&e.quarter), e.number, e.accepted, e.text, from.at],
    )
}

pub(crate) fn rejection_accepted(
    conn: &Connection,
    from: &Origin<'_>,
    e: &RejectionAccepted,
) -> rusqlite::Result<()> {
    run(
        conn,
        include_str!("sql/accept_rejection.sql"),
        params![e.unit.as_str(), word(&e.quarter), e.number, from.at],
    )
}

pub(crate) fn objection_decided(
    conn: &Connection,
    from: &Origin<'_>,
    e: &ObjectionDecided,
) -> rusqlite::Result<()> {
    run(
        conn,
        include_str!("sql/decide_objection.sql"),
        params![e.unit.as_str(), word(&e.quarter), e.number, e.upheld, e.reason, from.at],
    )
}

pub(crate) fn prepared(conn: &Connection, from: &Origin<'_>, e: &SettlementPrepared) -> rusqlite::Result<()> {
    run(
        conn,
        include_str!("sql/prepare.sql"),
        params![word(&e.quarter), e.revision, e.figures.to_string(), from.account, from.at],
    )
}

pub(crate) fn reviewed(conn: &Connection, from: &Origin<'_>, e: &SettlementReviewed) -> rusqlite::Result<()> {
    run(conn, include_str!("sql/review.sql"), params![word(&e.quarter), e.revision, from.account, from.at])
}

pub(crate) fn returned(conn: &Connection, e: &SettlementReturned) -> rusqlite::Result<()> {
    run(conn, include_str!("sql/return.sql"), params![word(&e.quarter), e.revision, e.reason])
}

pub(crate) fn finalised(
    conn: &Connection,
    from: &Origin<'_>,
    e: &SettlementFinalised,
) -> rusqlite::Result<()> {
    let key = &from.entry.key;
    run(
        conn,
        include_str!("sql/finalise.sql"),
        params![
            word(&e.settlement.quarter),
            e.revision,
            e.figures.to_string(),
            json(&e.settlement),
            from.account,
            from.at,
            key.origin.as_str(),
            key.seq as i64,
            from.entry.hash.to_string()
        ],
    )
}

pub(crate) fn revision_opened(conn: &Connection, e: &RevisionOpened) -> rusqlite::Result<()> {
    let row = params![word(&e.quarter), e.revision, e.reason];
    run(conn, "INSERT INTO revision (quarter, revision, state, reason) VALUES (?1, ?2, 'open', ?3)", row)
}

pub(crate) fn termination(
    conn: &Connection,
    from: &Origin<'_>,
    e: &TerminationDecided,
) -> rusqlite::Result<()> {
    let row = params![word(&e.quarter), e.exercise, e.reason, from.account, from.at];
    run(conn, "INSERT OR REPLACE INTO termination VALUES (?1, ?2, ?3, ?4, ?5)", row)
}

pub(crate) fn adjustment(
    conn: &Connection,
    from: &Origin<'_>,
    e: &AdjustmentCarried,
) -> rusqlite::Result<()> {
    run(
        conn,
        include_str!("sql/carry_adjustment.sql"),
        params![word(&e.from_quarter), word(&e.to_quarter), word(&e.amount), e.reason, from.account, from.at],
    )
}

pub(crate) fn invoice(conn: &Connection, from: &Origin<'_>, e: &InvoiceRecorded) -> rusqlite::Result<()> {
    let row = params![e.number, word(&e.quarter), e.special, word(&e.amount), word(&e.on), from.account];
    run(conn, "INSERT INTO invoice VALUES (?1, ?2, ?3, ?4, ?5, ?6)", row)
}

pub(crate) fn payment(conn: &Connection, from: &Origin<'_>, e: &PaymentRecorded) -> rusqlite::Result<()> {
    let row = params![e.voucher, word(&e.quarter), word(&e.amount), word(&e.on), from.account];
    run(conn, "INSERT INTO payment VALUES (?1, ?2, ?3, ?4, ?5)", row)
}
