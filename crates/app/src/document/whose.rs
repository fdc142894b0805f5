//! Whose a document is, and who may read it.

use crate::api::Act;
use crate::error::AppError;
use crate::own::OwnTickets;
use crate::restricted::does_work;
use crate::rights::{Reach, Target, reach};
use crate::session::App;
use domain::Refusal;
use domain::document::{About, Document, DocumentNo, Hint, classes, for_workers_alone};
use domain::kernel::UnitCode;
use ledger::rusqlite::Connection;
use std::collections::BTreeMap;

/// The document, for whoever may do that to it. One that is not for the account is as little known as one that is not there.
pub(super) fn read(app: &App, act: Act, text: &str) -> Result<Document, AppError> {
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
    if !Reader::of(app, &no.unit)?.reads(app, alone, &document.about)? {
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
    /// The tickets that it is held to, and whether it does the work of these.
    own: Option<(OwnTickets, bool)>,
}

impl Reader {
    fn of(app: &App, unit: &UnitCode) -> Result<Self, AppError> {
        let held = reach(Act::Documents, app.signed_in()?.role) == Reach::Mine;
        let mine = Target::Record { unit: unit.clone(), mine: true };
        let reads_customers = does_work(app, Act::Customers, unit)?;
        Ok(Self {
            works: if held { reads_customers } else { does_work(app, Act::FileDocuments, unit)? },
            reads_customers,
            own: if held { Some((OwnTickets::of(app)?, app.able(Act::FillTicket, &mine)?)) } else { None },
        })
    }

    /// Whether it reads a document: who reads what it hangs on does, unless it is for those alone who do the work.
    fn reads(&self, app: &App, for_workers: bool, about: &About) -> Result<bool, AppError> {
        if about.is_customers() {
            return Ok(self.reads_customers && (self.works || !for_workers));
        }
        let Some((own, handles)) = &self.own else { return Ok(self.works || !for_workers) };
        let About::Ticket(no) = about else { return Ok(false) };
        Ok(own.has(no) && app.signed_in()?.unit.as_ref() == Some(&no.unit) && (*handles || !for_workers))
    }
}

/// Documents that the account may not read, although they belong to units that it sees.
pub(crate) fn hidden(app: &App) -> Result<Vec<DocumentNo>, AppError> {
    let mut readers: BTreeMap<UnitCode, Reader> = BTreeMap::new();
    let mut hidden = Vec::new();
    let kinds = classes().categories.iter().flat_map(|category| &category.kinds);
    let restricted: Vec<String> =
        kinds.filter(|kind| kind.restricted).map(|kind| kind.code.clone()).collect();
    // Who is held to their own may not read most of the others.
    let held = reach(Act::Documents, app.signed_in()?.role) == Reach::Mine;
    for guarded in ledger::document::list::guarded(app.conn()?, (!held).then_some(&restricted))? {
        let unit = &guarded.no.unit;
        if !readers.contains_key(unit) {
            readers.insert(unit.clone(), Reader::of(app, unit)?);
        }
        let for_workers = for_workers_alone(&guarded.class, guarded.secrecy);
        if let Some(reader) = readers.get(unit)
            && !reader.reads(app, for_workers, &guarded.about)?
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
    if !Reader::of(app, &unit)?.reads(false, about.is_customers()) {
        return Err(Refusal::UnknownAbout { about: about.key() }.into());
    }
    Ok((about, unit))
}
