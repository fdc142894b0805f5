//! What every report says about itself, and the tables that it is read from.

use crate::clock::china;
use crate::error::{AppError, ErrorClass};
use crate::personal::name_at;
use crate::session::App;
use chrono::{DateTime, Utc};
use domain::kernel::{AccountName, Digest, Origin, Quarter, StaffNo, UnitCode};
use domain::organisation::{ContractTerm, Party, PartyRecord, Unit};
use domain::personal::Subject;
use domain::signing::{ReportSubject, report_no};
use ledger::rusqlite::Connection;
use ledger::{account, organisation, people};
use report::view::{Classification, DocumentHead, PartySignatory};
use serde_json::json;
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

/// The tables that a report is read from: as they stand, or, for a formal settlement, as they stood when it was
/// finalised, so that a payment, a later revision or a new name changes nothing in a report already signed.
pub(super) struct Tables<'a> {
    now: &'a Connection,
    then: Option<Connection>,
    engineers: BTreeMap<StaffNo, Digest>,
    /// Names already asked for: an annex names everybody once a month.
    known: RefCell<HashMap<StaffNo, String>>,
    accounts: BTreeMap<AccountName, Digest>,
    /// All units by code.
    pub units: BTreeMap<UnitCode, Unit>,
    parties: Vec<PartyRecord>,
}

impl<'a> Tables<'a> {
    /// As they stand now, or with `entry` as they stood right after it.
    pub fn read(app: &'a App, entry: Option<&Digest>) -> Result<Self, AppError> {
        let now = app.conn()?;
        let then = match entry {
            None => None,
            Some(hash) => {
                let found = app.ledger()?.as_of(hash, ledger::project)?;
                let missing = || {
                    AppError::new("ledgerDamaged", ErrorClass::Damaged, json!({ "path": null }))
                        .with_incident(format!("no entry {hash}"))
                };
                Some(found.ok_or_else(missing)?)
            }
        };
        let conn = then.as_ref().unwrap_or(now);
        Ok(Self {
            engineers: people::query::personal_digests(conn)?,
            known: RefCell::default(),
            accounts: account::query::personal_digests(conn)?,
            units: organisation::query::units(conn)?,
            parties: organisation::query::parties(conn)?,
            now,
            then,
        })
    }

    /// The tables themselves. Personal data are not among them: ask for names.
    pub fn conn(&self) -> &Connection {
        self.then.as_ref().unwrap_or(self.now)
    }

    /// Name of an engineer; the staff number where it is unknown or erased.
    pub fn engineer(&self, staff_no: &StaffNo) -> Result<String, AppError> {
        if let Some(known) = self.known.borrow().get(staff_no) {
            return Ok(known.clone());
        }
        let name = name_at(self.now, &Subject::Engineer(staff_no.clone()), self.engineers.get(staff_no))?;
        let name = name.unwrap_or_else(|| staff_no.to_string());
        self.known.borrow_mut().insert(staff_no.clone(), name.clone());
        Ok(name)
    }

    /// Name of an account's holder; the account's where it is unknown or erased.
    pub fn holder(&self, account: &AccountName) -> Result<String, AppError> {
        let name = name_at(self.now, &Subject::Account(account.clone()), self.accounts.get(account))?;
        Ok(name.unwrap_or_else(|| account.to_string()))
    }

    /// Name of a unit; its code where there is none.
    pub fn unit(&self, code: &UnitCode) -> String {
        self.units.get(code).map_or_else(|| code.to_string(), |unit| unit.name.clone())
    }

    /// Full name of a party: as registered, else as the quarter's contract has it, else the usual one.
    pub fn party(&self, party: Party, term: Option<&ContractTerm>) -> String {
        let registered = self.parties.iter().find(|r| r.party == party).map(|r| r.name.clone());
        let usual = || super::words::party(party).to_owned();
        let contract = |term: &ContractTerm| match party {
            Party::Client => term.client.clone(),
            Party::Provider => term.provider.clone(),
        };
        registered.or_else(|| term.map(contract)).filter(|name| !name.is_empty()).unwrap_or_else(usual)
    }

    /// Who signs for a party.
    pub fn signatory(&self, party: Party) -> Result<PartySignatory, AppError> {
        let record = self.parties.iter().find(|r| r.party == party);
        let name = record.and_then(|r| r.representative.as_ref());
        Ok(PartySignatory {
            name: name_at(self.now, &Subject::Representative(party), name)?.unwrap_or_default(),
            post: record.and_then(|r| r.post.clone()).unwrap_or_default(),
        })
    }

    /// 负责人 of a unit.
    pub fn manager(&self, unit: &UnitCode) -> Result<Option<String>, AppError> {
        let named = self.units.get(unit).and_then(|u| u.manager.as_ref());
        name_at(self.now, &Subject::UnitManager(unit.clone()), named)
    }

    /// What the contract says of the quarter.
    pub fn term(&self, quarter: Quarter) -> Result<Option<ContractTerm>, AppError> {
        Ok(organisation::query::contract_terms(self.conn())?.remove(&quarter))
    }
}

/// What a formal report rests on: the entry that fixed its figures, whose ledger wrote it, and when.
#[derive(Clone, Debug)]
pub(super) struct Fixed {
    pub at: DateTime<Utc>,
    pub hash: Digest,
    pub origin: Origin,
}

/// Which document, of what.
pub(super) struct Which<'a> {
    pub quarter: Quarter,
    pub subject: &'a ReportSubject,
    pub revision: u32,
    /// Name of the unit that it is about or that made it.
    pub unit: String,
    /// Canonical figures.
    pub figures: String,
    pub classification: Classification,
}

/// The head of a document; without `fixed` it is a draft of this moment.
pub(super) fn head(
    app: &App,
    tables: &Tables<'_>,
    which: Which<'_>,
    fixed: Option<&Fixed>,
) -> Result<DocumentHead, AppError> {
    let mut head = head_of(app, tables, which.quarter, which.figures, fixed)?;
    head.report_no = report_no(which.quarter, which.subject, which.revision);
    head.revision = which.revision;
    head.classification = which.classification;
    head.unit = which.unit;
    Ok(head)
}

/// The head of a paper about people: it is about no quarter, and is to be signed as it is.
pub(super) fn personal_head(
    app: &App,
    tables: &Tables<'_>,
    number: String,
    unit: String,
    figures: String,
) -> Result<DocumentHead, AppError> {
    // The contract of today says who the parties are.
    let mut head = head_of(app, tables, app.this_month()?.quarter(), figures, None)?;
    head.report_no = number;
    head.revision = 1;
    head.formal = true;
    head.classification = Classification::Internal;
    head.unit = unit;
    head.quarter.clear();
    head.quarter_words.clear();
    Ok(head)
}

/// The part of a head that says where, when and from what figures it was made; number, revision and unit are empty.
pub(super) fn head_of(
    app: &App,
    tables: &Tables<'_>,
    quarter: Quarter,
    figures: String,
    fixed: Option<&Fixed>,
) -> Result<DocumentHead, AppError> {
    let term = tables.term(quarter)?;
    let ledger = app.ledger()?;
    let (at, hash, origin) = match fixed {
        Some(fixed) => (fixed.at, fixed.hash, Cow::Borrowed(&fixed.origin)),
        None => {
            let head = ledger.head()?.map_or(Digest::NONE, |head| head.hash);
            (app.now()?, head, Cow::Borrowed(ledger.origin()))
        }
    };
    Ok(DocumentHead {
        report_no: String::new(),
        revision: 0,
        formal: fixed.is_some(),
        classification: Classification::default(),
        client: tables.party(Party::Client, term.as_ref()),
        provider: tables.party(Party::Provider, term.as_ref()),
        unit: String::new(),
        quarter: quarter.to_string(),
        quarter_words: quarter.words(),
        made_at: at.with_timezone(&china()),
        origin: origin.as_str().to_owned(),
        check_code: domain::settlement::check_code(&figures),
        journal_hash: hash.to_string(),
        figures_json: figures,
    })
}
