//! Personal data: kept beside the journal under a subject, named in it by a digest, erased on request
//! (个人信息保护法).

use crate::copies::{self, CopyView};
use crate::error::AppError;
use crate::parse;
use crate::session::{App, Receipt};
use domain::kernel::{AccountName, Digest, StaffNo, UnitCode};
use domain::personal::Subject;
use ledger::Tx;
use ledger::rusqlite::Connection;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Erases, for good, what is kept of a person.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ErasePersonal {
    /// Whose: `engineer/QT0001` with all of their file, a part of it as `file/note/1/QT0001`, `account/wang`, `manager/CD`, `representative/client`, `certificate/…`,
    /// `receiver/2026Q3/CD`, `paper/2026Q3/1`, of a ticket that has ended `ticket/contact/0/CD-202610-0012`, `ticket/fields/0/…`,
    /// `ticket/record/2/…` or `ticket/words/3/…`; of a customer `customer/contact/1/CD-KH-0001`; of an opportunity
    /// `opportunity/record/2/CD-SJ-202610-0001` or `opportunity/words/3/…`, and once it has ended `opportunity/manager/0/…` or
    /// `opportunity/fields/0/…`; of a document `document/version/2/CD-TB202610001` or `document/words/3/…`, and once it was described
    /// anew or voided `document/text/1/…`.
    pub subject: String,
    /// Why, as the log will say it.
    pub reason: String,
}

/// What was erased, and what erasing does not reach.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ErasedView {
    /// Whose.
    pub subject: String,
    /// Sets of data erased, earlier ones included.
    #[ts(type = "number")]
    pub sets: usize,
    /// Somebody is reading an older state: the bytes leave the disk with the next act after that.
    pub pending: bool,
    /// What still names the person: `backups`, `freeText`, `documents`.
    pub beyond: Vec<String>,
    /// Copies outside the ledger that the program knows of, each to be destroyed by hand.
    pub copies: Vec<CopyView>,
}

/// Asks what keeps a person's data from being erased, and which copies of them are known.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct PersonalKept {
    /// Whose, as in `erasePersonal`; nobody's where absent: then only how long data are kept.
    #[ts(optional = nullable)]
    pub subject: Option<String>,
}

/// How long personal data are kept, and which copies of a person's are known.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct PersonalKeptView {
    /// Months for which the data of engineers who left are kept.
    pub retention_months: u16,
    /// The first day on which the engineer's data may be erased; absent for others, and for who has not left.
    pub erasable_from: Option<String>,
    /// Copies outside the ledger, to be destroyed by hand.
    pub copies: Vec<CopyView>,
}

/// Sets how long the personal data of engineers who left are kept.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct SetRetention {
    /// Whole months after the last day on duty, 0 to 600.
    pub months: u16,
}

/// Where erasing does not reach: earlier backups, notes and reasons that somebody typed, papers given out or attached.
const BEYOND: [&str; 3] = ["backups", "freeText", "documents"];

/// The side table's key of an engineer.
pub(crate) fn engineer_subject(staff_no: &StaffNo) -> String {
    Subject::Engineer(staff_no.clone()).to_string()
}

/// The side table's key of an account's holder.
pub(crate) fn account_subject(account: &AccountName) -> String {
    Subject::Account(account.clone()).to_string()
}

/// Keeps a name beside the journal; `None` where there is none.
pub(crate) fn keep_name(tx: &Tx<'_>, subject: &Subject, name: &str) -> Result<Option<Digest>, AppError> {
    let name = name.trim();
    if name.is_empty() {
        return Ok(None);
    }
    let fields = json!({ "name": name }).as_object().cloned().unwrap_or_default();
    Ok(Some(tx.put_personal(&subject.to_string(), &fields)?))
}

/// Keeps texts beside the journal, empty ones not; `None` where there are none.
pub(crate) fn keep_texts(
    tx: &Tx<'_>,
    subject: &Subject,
    texts: &BTreeMap<String, String>,
) -> Result<Option<Digest>, AppError> {
    let given = texts.iter().filter(|(_, text)| !text.trim().is_empty());
    let fields: Map<String, Value> = given.map(|(code, text)| (code.clone(), json!(text.trim()))).collect();
    if fields.is_empty() {
        return Ok(None);
    }
    Ok(Some(tx.put_personal(&subject.to_string(), &fields)?))
}

/// The texts that the journal meant with a digest; empty where there are none, or erased.
pub(crate) fn texts_at(
    conn: &Connection,
    subject: &Subject,
    digest: Option<&Digest>,
) -> Result<BTreeMap<String, String>, AppError> {
    let Some(digest) = digest else { return Ok(BTreeMap::new()) };
    let fields = ledger::personal_at(conn, &subject.to_string(), digest)?;
    let texts = fields.into_iter().flatten();
    Ok(texts.filter_map(|(code, text)| Some((code, text.as_str()?.to_owned()))).collect())
}

/// The name that the journal meant with a digest; `None` where it is erased.
pub(crate) fn name_at(
    conn: &Connection,
    subject: &Subject,
    digest: Option<&Digest>,
) -> Result<Option<String>, AppError> {
    let Some(digest) = digest else { return Ok(None) };
    let fields = ledger::personal_at(conn, &subject.to_string(), digest)?;
    let name = fields.as_ref().and_then(|f| f.get("name")).and_then(Value::as_str);
    Ok(name.map(str::to_owned).filter(|name| !name.is_empty()))
}

/// 负责人 of all units that have one.
pub(crate) fn managers(conn: &Connection) -> Result<BTreeMap<UnitCode, String>, AppError> {
    let units = ledger::organisation::query::units(conn)?;
    let mut found = BTreeMap::new();
    for unit in units.values().filter(|unit| unit.manager.is_some()) {
        let subject = Subject::UnitManager(unit.code.clone());
        if let Some(name) = name_at(conn, &subject, unit.manager.as_ref())? {
            found.insert(unit.code.clone(), name);
        }
    }
    Ok(found)
}

/// `erasePersonal`.
pub fn erase(app: &mut App, request: ErasePersonal) -> Result<ErasedView, AppError> {
    let subject = parse::subject(&request.subject)?;
    let (today, now) = (app.today()?, app.now()?);
    let copies = copies_of(app, &subject)?;
    let (sets, _) = app.act(|tx, _| {
        let facts = ledger::erase_facts(tx.conn(), &subject, today, now)?;
        let events = domain::personal::erase_personal(&facts, subject.clone(), &request.reason)?;
        let mut sets = 0;
        for event in &events {
            if let domain::Event::PersonalErased(erased) = event {
                sets += tx.erase_personal(&erased.subject.to_string())?;
            }
        }
        Ok((events, sets))
    })?;
    Ok(ErasedView {
        subject: subject.to_string(),
        sets,
        pending: app.ledger()?.erasure_pending(),
        beyond: BEYOND.map(str::to_owned).to_vec(),
        copies,
    })
}

fn copies_of(app: &App, subject: &Subject) -> Result<Vec<CopyView>, AppError> {
    match subject {
        Subject::Engineer(staff_no) => copies::of_engineer(app, staff_no),
        _ => copies::backups(app),
    }
}

/// `personalKept`.
pub fn kept(app: &mut App, request: PersonalKept) -> Result<PersonalKeptView, AppError> {
    let retention_months = ledger::account::query::retention_months(app.conn()?)?;
    let mut view = PersonalKeptView { retention_months, erasable_from: None, copies: Vec::new() };
    if let Some(text) = request.subject {
        let subject = parse::subject(&text)?;
        let facts = ledger::erase_facts(app.conn()?, &subject, app.today()?, app.now()?)?;
        let from = domain::personal::erasable_from(&facts.stays, retention_months);
        view.erasable_from = from.map(|day| day.to_string());
        view.copies = copies_of(app, &subject)?;
    }
    Ok(view)
}

/// `setRetention`.
pub fn set_retention(app: &mut App, request: SetRetention) -> Result<Receipt, AppError> {
    app.decide(|tx, _| {
        let current = ledger::account::query::retention_months(tx.conn())?;
        Ok(domain::personal::set_retention(current, request.months)?)
    })
}
