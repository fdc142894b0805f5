//! Whose a document is, and who may read it.

use crate::api::Act;
use crate::error::AppError;
use crate::own::OwnTickets;
use crate::restricted::does_work_as;
use crate::rights::{Reach, Target, reach};
use crate::session::App;
use domain::Refusal;
use domain::document::{About, Document, DocumentNo, Hint, classes, for_workers_alone};
use domain::kernel::{Actor, UnitCode};
use ledger::rusqlite::Connection;
use std::collections::BTreeMap;

/// The document, for whoever may do that to it. One that is not for the account is as little known as one that is not there.
pub(crate) fn read(app: &App, act: Act, text: &str) -> Result<Document, AppError> {
    let unknown = || Refusal::UnknownDocument { document: text.trim().to_owned() };
    let no: DocumentNo = text.parse().map_err(|_| unknown())?;
    let found = ledger::document::facts::document(app.conn()?, &no)?;
    let target = match &found {
        Some(document) => app.documents_target(&document.about, &no.unit)?,
        None => Target::Record { unit: no.unit.clone(), mine: false },
    };
    app.require(act, &target)?;
    let document = found.ok_or_else(unknown)?;
    let alone = for_workers_alone(&document.class, document.secrecy);
    if !Reader::of(app, app.signed_in()?, &no.unit)?.reads(alone, &document.about) {
        return Err(unknown().into());
    }
    Ok(document)
}

/// The document as its rules read it.
pub(crate) fn known(conn: &Connection, no: &DocumentNo) -> Result<Document, AppError> {
    let found = ledger::document::facts::document(conn, no)?;
    Ok(found.ok_or_else(|| Refusal::UnknownDocument { document: no.to_string() })?)
}

/// What the account may do in a unit, of what says which documents it reads there.
struct Reader {
    works: bool,
    reads_customers: bool,
    /// What it is held to, if anything.
    own: Option<Own>,
}

/// The tickets that an account is held to.
struct Own {
    tickets: OwnTickets,
    /// The unit of all of them.
    unit: Option<UnitCode>,
    /// Whether it does their work.
    handles: bool,
}

impl Reader {
    fn of(app: &App, actor: &Actor, unit: &UnitCode) -> Result<Self, AppError> {
        let does = |act| does_work_as(app, actor, act, unit);
        let held = reach(Act::Documents, actor.role) == Reach::Mine;
        let reads_customers = does(Act::Customers)?;
        let works = if held { reads_customers } else { does(Act::FileDocuments)? };
        let mine = Target::Record { unit: unit.clone(), mine: true };
        let own = if held {
            Some(Own {
                tickets: OwnTickets::of(app, actor)?,
                unit: actor.unit.clone(),
                handles: app.able_as(actor, Act::FillTicket, &mine)?,
            })
        } else {
            None
        };
        Ok(Self { works, reads_customers, own })
    }

    /// Whether it reads a document: who reads what it hangs on does, unless it is for those alone who do the work.
    fn reads(&self, for_workers: bool, about: &About) -> bool {
        if about.is_customers() {
            return self.reads_customers && (self.works || !for_workers);
        }
        let Some(own) = &self.own else { return self.works || !for_workers };
        let About::Ticket(no) = about else { return false };
        own.tickets.has(no) && own.unit.as_ref() == Some(&no.unit) && (own.handles || !for_workers)
    }
}

/// Whether that account reads the document and may be asked for its opinion.
pub(crate) fn reads_as(app: &App, actor: &Actor, document: &Document) -> Result<bool, AppError> {
    let unit = &document.no.unit;
    if !does_work_as(app, actor, Act::Document, unit)? || !does_work_as(app, actor, Act::GiveOpinion, unit)? {
        return Ok(false);
    }
    let alone = for_workers_alone(&document.class, document.secrecy);
    Ok(Reader::of(app, actor, unit)?.reads(alone, &document.about))
}

/// Documents that the signed-in account may not read, although they belong to units that it sees.
pub(crate) fn hidden(app: &App) -> Result<Vec<DocumentNo>, AppError> {
    hidden_from(app, app.signed_in()?)
}

/// Documents that the account may not read, although they belong to units that it sees.
pub(crate) fn hidden_from(app: &App, actor: &Actor) -> Result<Vec<DocumentNo>, AppError> {
    let mut readers: BTreeMap<UnitCode, Reader> = BTreeMap::new();
    let mut hidden = Vec::new();
    let kinds = classes().categories.iter().flat_map(|category| &category.kinds);
    let restricted: Vec<String> =
        kinds.filter(|kind| kind.restricted).map(|kind| kind.code.clone()).collect();
    // Who is held to their own may not read most of the others.
    let held = reach(Act::Documents, actor.role) == Reach::Mine;
    for guarded in ledger::document::list::guarded(app.conn()?, (!held).then_some(&restricted))? {
        let unit = &guarded.no.unit;
        if !readers.contains_key(unit) {
            readers.insert(unit.clone(), Reader::of(app, actor, unit)?);
        }
        let for_workers = for_workers_alone(&guarded.class, guarded.secrecy);
        if let Some(reader) = readers.get(unit)
            && !reader.reads(for_workers, &guarded.about)
        {
            hidden.push(guarded.no);
        }
    }
    Ok(hidden)
}

/// What documents hang on, the unit that they belong to, and what is known for a proposal; for whoever may do that there.
pub(super) fn place(app: &App, act: Act, text: &str) -> Result<(About, UnitCode, Hint), AppError> {
    let about: About = text.parse()?;
    let conn = app.conn()?;
    let unknown = || Refusal::UnknownAbout { about: about.key() };
    let unit = match &about {
        About::Person(staff_no) => {
            let stays = ledger::people::query::memberships_of(conn, staff_no)?;
            let last = stays.into_iter().max_by_key(|stay| stay.arrived_on);
            last.map(|stay| stay.unit).ok_or_else(unknown)?
        }
        other => other.unit().cloned().ok_or_else(unknown)?,
    };
    app.require(act, &app.documents_target(&about, &unit)?)?;
    let mut hint = Hint::default();
    let mut project = None;
    match &about {
        About::Ticket(no) => {
            let ticket = ledger::ticket::facts::ticket(conn, no)?.ok_or_else(unknown)?;
            hint.service = Some(ticket.kind.service);
        }
        About::Opportunity(no) => project = Some(no),
        About::Customer(no) => {
            if !ledger::customer::facts::is_known(conn, &no.unit, no)? {
                return Err(unknown().into());
            }
        }
        About::Person(_) => {}
    }
    if let Some(no) = project {
        let opportunity = ledger::opportunity::facts::opportunity(conn, no)?.ok_or_else(unknown)?;
        hint.stage = Some(opportunity.stage);
    }
    Ok((about, unit, hint))
}

/// What documents hang on and its unit, for whoever may do that there. What is not for the account is as little known as what is not
/// there.
pub(super) fn read_about(app: &App, act: Act, text: &str) -> Result<(About, UnitCode), AppError> {
    let (about, unit, _) = place(app, act, text)?;
    if !Reader::of(app, app.signed_in()?, &unit)?.reads(false, &about) {
        return Err(Refusal::UnknownAbout { about: about.key() }.into());
    }
    Ok((about, unit))
}
