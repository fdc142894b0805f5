//! Events of forms and tasks → rows.

use crate::column::{json, word};
use crate::project::{Origin, run};
use crate::search;
use domain::event::{
    FormCorrected, FormFileAdded, FormFileStruck, FormItemSet, FormRegistered, FormStepTaken, FormTypeIssued,
    FormTypeRetired, FormVoided, TaskEnded, TaskGiven, TaskMoved,
};
use domain::kernel::{StaffNo, UnitCode};
use domain::registers::{FormNo, StepOutcome, TaskOwner};
use domain::search::SearchKind;
use rusqlite::{Connection, params};

fn of(unit: Option<&UnitCode>) -> &str {
    unit.map_or("", UnitCode::as_str)
}

pub(crate) fn issued(conn: &Connection, e: &FormTypeIssued) -> rusqlite::Result<()> {
    let row = params![of(e.unit.as_ref()), e.body.code, e.version, json(&e.body)];
    run(conn, "INSERT OR REPLACE INTO form_type VALUES (?1, ?2, ?3, ?4, 0)", row)
}

pub(crate) fn retired(conn: &Connection, e: &FormTypeRetired) -> rusqlite::Result<()> {
    let unit = of(e.unit.as_ref());
    let row = params![unit, e.code];
    run(conn, "UPDATE form_type SET retired = 1 WHERE unit = ?1 AND code = ?2", row)?;
    // One that came with the program has no row of its own: this one says that it is out of use.
    let row = params![unit, e.code];
    run(conn, "INSERT OR IGNORE INTO form_type VALUES (?1, ?2, 0, '{}', 1)", row)
}

/// Notes the act on the form's timeline.
fn act(conn: &Connection, from: &Origin<'_>, form: &FormNo) -> rusqlite::Result<String> {
    let form = form.to_string();
    let row = params![form, from.entry.key.origin.to_string(), from.entry.key.seq as i64];
    run(conn, "INSERT OR REPLACE INTO form_act VALUES (?1, ?2, ?3)", row)?;
    search::due(conn, SearchKind::Form, &form)?;
    Ok(form)
}

fn words(conn: &Connection, form: &str, number: u32) -> rusqlite::Result<()> {
    run(conn, "UPDATE form SET words = ?2 WHERE form = ?1", params![form, number])
}

pub(crate) fn registered(conn: &Connection, from: &Origin<'_>, e: &FormRegistered) -> rusqlite::Result<()> {
    let form = act(conn, from, &e.form)?;
    let row = params![
        form,
        e.form.unit.as_str(),
        word(&e.form.register),
        e.form.month.to_string(),
        e.form.serial,
        of(e.kind.unit.as_ref()),
        e.kind.code,
        e.kind_version,
        e.title,
        word(&e.on),
        e.links.customer,
        e.links.engineer.as_ref().map(StaffNo::as_str),
        e.links.ticket.as_ref().map(word),
        json(&e.answers),
        e.text.as_ref().map(word),
        e.next_step,
        e.due_on.as_ref().map(word),
        word(&e.state),
        from.account,
        from.at,
        e.links.customer_no.as_ref().map(word),
        e.links.opportunity.as_ref().map(word),
    ];
    run(conn, include_str!("sql/registered.sql"), row)
}

pub(crate) fn corrected(conn: &Connection, from: &Origin<'_>, e: &FormCorrected) -> rusqlite::Result<()> {
    let form = act(conn, from, &e.form)?;
    let row = params![
        form,
        e.title,
        word(&e.on),
        e.links.customer,
        e.links.engineer.as_ref().map(StaffNo::as_str),
        e.links.ticket.as_ref().map(word),
        json(&e.answers),
        e.text.as_ref().map(word),
        e.version,
        e.next_step,
        e.due_on.as_ref().map(word),
        word(&e.state),
        e.number,
        e.links.customer_no.as_ref().map(word),
        e.links.opportunity.as_ref().map(word),
    ];
    run(conn, include_str!("sql/corrected.sql"), row)
}

pub(crate) fn step(conn: &Connection, from: &Origin<'_>, e: &FormStepTaken) -> rusqlite::Result<()> {
    let form = act(conn, from, &e.form)?;
    let row = params![
        form,
        e.number,
        e.step,
        word(&e.outcome),
        word(&e.on),
        json(&e.answers),
        e.words.as_ref().map(word),
        e.behalf.as_ref().map(json),
        from.account,
    ];
    run(conn, "INSERT OR REPLACE INTO form_step VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)", row)?;
    let verdict =
        matches!(e.outcome, StepOutcome::Upheld | StepOutcome::PartlyUpheld | StepOutcome::NotUpheld);
    let row = params![
        form,
        e.next_step,
        e.due_on.as_ref().map(word),
        word(&e.state),
        e.number,
        verdict.then(|| word(&e.outcome)),
    ];
    run(conn, include_str!("sql/step_taken.sql"), row)
}

pub(crate) fn item(conn: &Connection, from: &Origin<'_>, e: &FormItemSet) -> rusqlite::Result<()> {
    let form = act(conn, from, &e.form)?;
    let row = params![form, e.item, json(&e.item_state), from.account];
    run(conn, "INSERT OR REPLACE INTO form_item VALUES (?1, ?2, ?3, ?4)", row)
}

pub(crate) fn file_added(conn: &Connection, from: &Origin<'_>, e: &FormFileAdded) -> rusqlite::Result<()> {
    let form = act(conn, from, &e.form)?;
    let row = params![form, e.number, e.name, word(&e.file), from.account, from.at];
    run(conn, "INSERT OR REPLACE INTO form_file VALUES (?1, ?2, ?3, ?4, ?5, ?6, NULL)", row)
}

pub(crate) fn file_struck(conn: &Connection, from: &Origin<'_>, e: &FormFileStruck) -> rusqlite::Result<()> {
    let form = act(conn, from, &e.form)?;
    let row = params![form, e.number, e.reason];
    run(conn, "UPDATE form_file SET struck = ?3 WHERE form = ?1 AND number = ?2", row)
}

pub(crate) fn voided(conn: &Connection, from: &Origin<'_>, e: &FormVoided) -> rusqlite::Result<()> {
    let form = act(conn, from, &e.form)?;
    let row = params![form, e.number];
    run(
        conn,
        "UPDATE form SET state = 'void', next_step = NULL, due_on = NULL, words = ?2 WHERE form = ?1",
        row,
    )
}

fn engineer(owner: &TaskOwner) -> Option<&str> {
    match owner {
        TaskOwner::Engineer(staff_no) => Some(staff_no.as_str()),
        TaskOwner::Other => None,
    }
}

pub(crate) fn task_given(conn: &Connection, from: &Origin<'_>, e: &TaskGiven) -> rusqlite::Result<()> {
    let form = act(conn, from, &e.form)?;
    let (unit, engineer) = (e.form.unit.as_str(), engineer(&e.owner));
    let row = params![form, e.task, unit, engineer, word(&e.until), e.number, word(&e.words)];
    run(conn, include_str!("sql/task_given.sql"), row)?;
    words(conn, &form, e.number)
}

pub(crate) fn task_moved(conn: &Connection, from: &Origin<'_>, e: &TaskMoved) -> rusqlite::Result<()> {
    let form = act(conn, from, &e.form)?;
    let said = e.words.as_ref().map(word);
    let row = params![form, e.task, engineer(&e.owner), word(&e.until), e.number, said];
    let update = "UPDATE form_task SET engineer = ?3, until_day = ?4, who_number = ?5, who_words = ?6 WHERE form = ?1 AND task = ?2";
    run(conn, update, row)?;
    words(conn, &form, e.number)
}

pub(crate) fn task_ended(conn: &Connection, from: &Origin<'_>, e: &TaskEnded) -> rusqlite::Result<()> {
    let form = act(conn, from, &e.form)?;
    let state = if e.done { "done" } else { "notDone" };
    let row = params![form, e.task, state, word(&e.on), e.number, e.words.as_ref().map(word)];
    let update = "UPDATE form_task SET state = ?3, ended_on = ?4, end_number = ?5, end_words = ?6 WHERE form = ?1 AND task = ?2";
    run(conn, update, row)?;
    words(conn, &form, e.number)
}
