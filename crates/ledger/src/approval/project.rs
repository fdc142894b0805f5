//! Events of approvals → rows.

use crate::column::{json, word};
use crate::document::project::{act, words};
use crate::project::{Origin, run};
use domain::approval::{ApprovalState, DocumentApproval, Standing};
use domain::document::DocumentNo;
use domain::event::{
    ApprovalReminded, ApprovalSentBack, ApprovalWithdrawn, DocumentSubmitted, FurtherOpinionAsked,
    OpinionGiven, StandInNamed,
};
use domain::kernel::Digest;
use rusqlite::{Connection, params};

/// Notes the act on the document's timeline and on the approval; the document's key.
fn noted(
    conn: &Connection,
    from: &Origin<'_>,
    (document, approval): (&DocumentNo, u32),
    number: u32,
    file: Option<&Digest>,
) -> rusqlite::Result<String> {
    let document = act(conn, from, document)?;
    words(conn, &document, number)?;
    let (origin, seq) = (from.entry.key.origin.to_string(), from.entry.key.seq as i64);
    let row = params![document, approval, origin, seq, file.map(word)];
    run(conn, "INSERT OR REPLACE INTO approval_act VALUES (?1, ?2, ?3, ?4, ?5)", row)?;
    run(
        conn,
        "UPDATE approval SET changed_at = ?3 WHERE document = ?1 AND number = ?2",
        params![document, approval, from.at],
    )?;
    Ok(document)
}

/// Where the approval stands since.
fn stands(
    conn: &Connection,
    from: &Origin<'_>,
    (document, approval): (&str, u32),
    standing: &Standing,
) -> rusqlite::Result<()> {
    state(conn, (document, approval), standing.state)?;
    let row = params![document, approval, standing.stage];
    run(conn, "UPDATE approval SET stage = ?3 WHERE document = ?1 AND number = ?2", row)?;
    let seats: Vec<u32> = standing.waiting.iter().map(|one| one.seat).collect();
    // Whoever was waited for before is waited for since then.
    run(
        conn,
        "DELETE FROM approval_waiting WHERE document = ?1 AND number = ?2 AND seat NOT IN (SELECT value FROM json_each(?3))",
        params![document, approval, json(&seats)],
    )?;
    for one in &standing.waiting {
        let row = params![document, approval, one.seat, one.account.as_ref().map(|a| a.as_str()), from.at];
        run(conn, "INSERT OR IGNORE INTO approval_waiting VALUES (?1, ?2, ?3, ?4, ?5)", row)?;
    }
    Ok(())
}

fn state(conn: &Connection, (document, approval): (&str, u32), state: ApprovalState) -> rusqlite::Result<()> {
    let row = params![document, approval, word(&state)];
    run(conn, "UPDATE approval SET state = ?3 WHERE document = ?1 AND number = ?2", row)?;
    let row = params![document, word(&DocumentApproval::from(state))];
    run(conn, "UPDATE document SET approval = ?2 WHERE document = ?1", row)
}

pub(crate) fn submitted(conn: &Connection, from: &Origin<'_>, e: &DocumentSubmitted) -> rusqlite::Result<()> {
    let names: Vec<&str> = e.route.stages.iter().map(|stage| &*stage.name).collect();
    let row = params![
        e.document.to_string(),
        e.approval,
        e.document.unit.as_str(),
        e.version,
        word(&e.file),
        from.account,
        from.at,
        word(&e.stands.state),
        e.stands.stage,
        json(&names),
    ];
    run(conn, "INSERT INTO approval VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7, ?8, ?9, ?10, NULL)", row)?;
    let document = noted(conn, from, (&e.document, e.approval), e.number, None)?;
    stands(conn, from, (&document, e.approval), &e.stands)
}

pub(crate) fn opinion_given(conn: &Connection, from: &Origin<'_>, e: &OpinionGiven) -> rusqlite::Result<()> {
    let document = noted(conn, from, (&e.document, e.approval), e.number, e.evidence.as_ref())?;
    stands(conn, from, (&document, e.approval), &e.stands)
}

pub(crate) fn sent_back(conn: &Connection, from: &Origin<'_>, e: &ApprovalSentBack) -> rusqlite::Result<()> {
    let document = noted(conn, from, (&e.document, e.approval), e.number, e.evidence.as_ref())?;
    stands(conn, from, (&document, e.approval), &e.stands)
}

pub(crate) fn further_asked(
    conn: &Connection,
    from: &Origin<'_>,
    e: &FurtherOpinionAsked,
) -> rusqlite::Result<()> {
    let document = noted(conn, from, (&e.document, e.approval), e.number, None)?;
    stands(conn, from, (&document, e.approval), &e.stands)
}

pub(crate) fn stand_in_named(conn: &Connection, from: &Origin<'_>, e: &StandInNamed) -> rusqlite::Result<()> {
    let document = noted(conn, from, (&e.document, e.approval), e.number, None)?;
    let to = e.to.as_ref().map(word);
    let row = params![document, e.approval, e.seat, e.account.as_str(), word(&e.from), to];
    run(conn, "INSERT OR REPLACE INTO approval_stand_in VALUES (?1, ?2, ?3, ?4, ?5, ?6)", row)
}

pub(crate) fn reminded(conn: &Connection, from: &Origin<'_>, e: &ApprovalReminded) -> rusqlite::Result<()> {
    let document = noted(conn, from, (&e.document, e.approval), e.number, None)?;
    let row = params![document, e.approval, word(&e.on)];
    run(conn, "UPDATE approval SET reminded_on = ?3 WHERE document = ?1 AND number = ?2", row)
}

pub(crate) fn withdrawn(conn: &Connection, from: &Origin<'_>, e: &ApprovalWithdrawn) -> rusqlite::Result<()> {
    let document = noted(conn, from, (&e.document, e.approval), e.number, None)?;
    let waiting = "DELETE FROM approval_waiting WHERE document = ?1 AND number = ?2";
    run(conn, waiting, params![document, e.approval])?;
    state(conn, (&document, e.approval), e.by.state())
}
