//! What acts on approvals need to know: the approval, who may be asked, the words of an act.

use crate::document::{keep_words, reads_as};
use crate::error::AppError;
use crate::session::App;
use chrono::NaiveDate;
use domain::approval::{Asked, Candidate, Course};
use domain::document::{Document, DocumentNo};
use domain::kernel::{AccountName, Actor};
use domain::ticket::Words;
use domain::{Event, Refusal};
use ledger::Tx;
use ledger::approval::facts;
use ledger::rusqlite::Connection;

/// A document's approval of that number; the last one where none is named.
pub(super) fn course(conn: &Connection, no: &DocumentNo, number: Option<u32>) -> Result<Course, AppError> {
    let number = match number {
        Some(number) => number,
        None => facts::last_number(conn, no)?.unwrap_or(0),
    };
    let unknown = || Refusal::UnknownApproval { document: no.clone(), number };
    Ok(facts::course(conn, no, number)?.ok_or_else(unknown)?)
}

/// Open accounts, and which of them may read the document.
pub(crate) fn asked_of(app: &App, document: &Document) -> Result<Vec<Candidate>, AppError> {
    let mut list = Vec::new();
    for one in ledger::account::query::accounts(app.conn()?)?.into_iter().filter(|one| one.open) {
        let actor = Actor { account: one.account, role: one.role, unit: one.unit };
        let reads = reads_as(app, &actor, document)?;
        list.push(Candidate { account: actor.account, role: actor.role, reads });
    }
    Ok(list)
}

/// Keeps the words of an act under the document's next number: `text` is the act's own, `person` whose step it was.
pub(super) fn words(tx: &Tx<'_>, document: &Document, texts: &[(&str, &str)]) -> Result<Words, AppError> {
    let given = |wanted: &str| texts.iter().any(|(name, text)| *name == wanted && !text.trim().is_empty());
    let kept = keep_words(tx, &document.no, document.next_words, texts)?;
    Ok(Words { kept, text: given("text"), person: given("person") })
}

/// What becomes of the seats of an account whose work goes to a successor. Who may read which document was asked before.
pub(crate) fn handed_over(
    conn: &Connection,
    candidates: &[(DocumentNo, Vec<Candidate>)],
    (from, to): (&AccountName, &AccountName),
    (today, two_person): (NaiveDate, bool),
) -> Result<Vec<Event>, AppError> {
    let mut events = Vec::new();
    for (no, number) in facts::running(conn)? {
        let Some((_, known)) = candidates.iter().find(|(document, _)| *document == no) else { continue };
        let Some(course) = facts::course(conn, &no, number)? else { continue };
        let Some(document) = ledger::document::facts::document(conn, &no)? else { continue };
        let asked = Asked { known, submitter: &course.submitter, two_person };
        events.extend(course.hand_over(from, to, &asked, today, document.next_words));
    }
    Ok(events)
}
