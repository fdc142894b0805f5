//! The program's state between two requests: which ledger is open, who is signed in, what time it is.

use crate::api::{Act, UseCase};
use crate::clock::{Clock, act_time, local_day, month_of};
use crate::error::{AppError, ErrorClass};
use crate::personal::account_subject;
use crate::rights::{Kind, Reach, Target, belongs_here, may, reach};
use crate::watching::{Watch, Watching};
use chrono::{DateTime, NaiveDate, Utc};
use domain::Event;
use domain::kernel::{Actor, Digest, Month, UnitCode};
use domain::organisation::Installation;
use ledger::rusqlite::Connection;
use ledger::{Ledger, LedgerError, Stage, Submitted, Tx};
use serde::Serialize;
use serde_json::{Value, json};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// How the program is started.
pub struct Options {
    /// The ledger's folder; default: the data folder of the desktop.
    pub dir: Option<PathBuf>,
    /// Where the font resource lies; default: beside the program, or `HUIQIAN_FONTS`.
    pub fonts: Option<PathBuf>,
    /// Where "now" comes from.
    pub clock: Clock,
}

impl Default for Options {
    fn default() -> Self {
        Self { dir: None, fonts: None, clock: Clock::System }
    }
}

/// The program without a face. The window and the command line each hold one.
pub struct App {
    pub(crate) dir: PathBuf,
    pub(crate) fonts: Option<PathBuf>,
    pub(crate) fonts_loaded: Option<report::Fonts>,
    pub(crate) clock: Clock,
    pub(crate) ledger: Option<Ledger>,
    pub(crate) actor: Option<Actor>,
    pub(crate) watching: Watching,
    /// Endings of attachments by their contents, which never change under their digest.
    pub(crate) endings: RefCell<BTreeMap<Digest, &'static str>>,
    /// Who reads attached files, where it is not this program itself.
    pub(crate) reads_by: Option<extract::Reader>,
}

/// What an act leaves behind: the page refetches what changed.
#[derive(Clone, Debug, Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct Receipt {
    /// Entries appended; 0 where nothing had to change.
    #[ts(type = "number")]
    pub entries: usize,
    /// Kinds of what happened.
    pub topics: Vec<String>,
    /// Hash of the last entry.
    pub head: Option<String>,
}

impl App {
    /// A program with no ledger open.
    #[must_use]
    pub fn new(options: Options) -> Self {
        Self {
            dir: options.dir.unwrap_or_else(default_dir),
            fonts: options.fonts,
            fonts_loaded: None,
            clock: options.clock,
            ledger: None,
            actor: None,
            watching: Watching::default(),
            endings: RefCell::default(),
            reads_by: None,
        }
    }

    /// The ledger's folder.
    #[must_use]
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Who is to be told about long jobs from now on.
    pub fn watch(&mut self, watch: Watch) {
        self.watching = watch.into();
    }

    /// Runs a use case: checks the right, then hands over.
    ///
    /// # Errors
    /// [`AppError`]: not signed in, no right, or what the use case refuses.
    pub fn invoke<U: UseCase>(&mut self, request: U) -> Result<U::Response, AppError> {
        let act = U::ACT;
        if act.kind() != Kind::Public {
            let target = request.target();
            if let Err(error) = self.require(act, &target) {
                if error.code == "accountEnded" {
                    self.actor = None;
                }
                return Err(error);
            }
        }
        request.run(self).map_err(|error| self.located(error))
    }

    /// Errors of the ledger that do not say where are about its own folder.
    fn located(&self, mut error: AppError) -> AppError {
        const OF_THE_LEDGER: [&str; 5] =
            ["diskFull", "readOnly", "fileFailed", "ledgerDamaged", "newerVersion"];
        if OF_THE_LEDGER.contains(&error.code.as_str()) && error.params.get("path").is_none_or(Value::is_null)
        {
            error.params.insert("path".to_owned(), json!(self.dir.display().to_string()));
        }
        error
    }

    /// Opens the ledger in the folder, unless it is open.
    ///
    /// # Errors
    /// What the ledger says.
    pub fn open(&mut self) -> Result<(), AppError> {
        if self.ledger.is_none() {
            self.ledger = Some(opened(&self.dir)?);
        }
        Ok(())
    }

    pub(crate) fn ledger(&self) -> Result<&Ledger, AppError> {
        self.ledger.as_ref().ok_or_else(no_ledger_open)
    }

    pub(crate) fn conn(&self) -> Result<&Connection, AppError> {
        self.ledger().map(Ledger::conn)
    }

    pub(crate) fn signed_in(&self) -> Result<&Actor, AppError> {
        self.actor.as_ref().ok_or_else(|| AppError::refused("notSignedIn", json!({})))
    }

    pub(crate) fn installation(&self) -> Result<Installation, AppError> {
        Ok(self.installation_and_today()?.0)
    }

    fn installation_and_today(&self) -> Result<(Installation, Option<NaiveDate>), AppError> {
        ledger::account::query::installation(self.conn()?)?.ok_or_else(|| {
            AppError::new("ledgerDamaged", ErrorClass::Damaged, json!({ "path": null }))
                .with_incident("the founding record is missing")
        })
    }

    /// Refuses where the signed-in account may not do that to that record.
    pub(crate) fn require(&self, act: Act, target: &Target) -> Result<(), AppError> {
        let actor = self.signed_in()?;
        // Another window, or the successor, may have ended it meanwhile.
        if !ledger::account::query::is_open(self.conn()?, &actor.account)? {
            return Err(AppError::refused("accountEnded", json!({ "account": actor.account })));
        }
        let installation = self.installation()?;
        if !belongs_here(act, installation.role) {
            let params = json!({ "act": act.name(), "ledgerRole": installation.role });
            return Err(AppError::refused("notInThisLedger", params));
        }
        if may(act, actor, target, &installation.unit) {
            return Ok(());
        }
        let unit = match target {
            Target::Unit(unit) | Target::Record { unit, .. } => unit.to_string(),
            _ => String::new(),
        };
        let mine = matches!(target, Target::Record { .. }) && reach(act, actor.role) == Reach::Mine;
        let code = if mine {
            "noRightForOthers"
        } else if unit.is_empty() || actor.unit.is_none() {
            "noRight"
        } else {
            "noRightForUnit"
        };
        Err(AppError::refused(code, json!({ "act": act.name(), "role": actor.role, "unit": unit })))
    }

    pub(crate) fn require_unit(&self, act: Act, unit: &UnitCode) -> Result<(), AppError> {
        self.require(act, &Target::Unit(unit.clone()))
    }

    /// The moment the next act is recorded at.
    pub(crate) fn now(&self) -> Result<DateTime<Utc>, AppError> {
        let Some(ledger) = &self.ledger else { return Ok(self.clock.now()) };
        let today = ledger::account::query::installation(ledger.conn())?.and_then(|(_, today)| today);
        let last = if today.is_some() { ledger.head_at()? } else { None };
        Ok(act_time(self.clock, today, last))
    }

    /// Today, as the ledger lives it.
    pub(crate) fn today(&self) -> Result<NaiveDate, AppError> {
        Ok(local_day(self.now()?))
    }

    pub(crate) fn this_month(&self) -> Result<Month, AppError> {
        Ok(month_of(self.today()?))
    }

    /// One act of the signed-in account: facts, rule, journal and projection in one transaction.
    pub(crate) fn act<R>(
        &mut self,
        decide: impl FnOnce(&Tx<'_>, &Actor) -> Result<(Vec<Event>, R), AppError>,
    ) -> Result<(R, Receipt), AppError> {
        let actor = self.signed_in()?.clone();
        self.act_as(&actor, decide)
    }

    pub(crate) fn act_as<R>(
        &mut self,
        actor: &Actor,
        decide: impl FnOnce(&Tx<'_>, &Actor) -> Result<(Vec<Event>, R), AppError>,
    ) -> Result<(R, Receipt), AppError> {
        let at = self.now()?;
        let ledger = self.ledger.as_mut().ok_or_else(no_ledger_open)?;
        record(ledger, at, actor, decide)
    }

    /// As [`act`](Self::act), for an act of many entries: whoever waits is told how far it has come, and may stop it,
    /// which takes all of it back.
    pub(crate) fn long_act<R>(
        &mut self,
        decide: impl FnOnce(&Tx<'_>, &Actor, &mut Watching) -> Result<(Vec<Event>, R), AppError>,
    ) -> Result<(R, Receipt), AppError> {
        let at = self.now()?;
        let actor = self.signed_in()?.clone();
        let App { ledger, watching, .. } = self;
        let done = ledger.as_mut().ok_or_else(no_ledger_open)?.submit(at, |tx| -> Result<_, AppError> {
            let (events, value) = decide(tx, &actor, watching)?;
            for (number, event) in events.iter().enumerate() {
                watching.tell(Stage::Record, number, events.len())?;
                append(tx, &actor, event)?;
            }
            if !events.is_empty() {
                watching.tell(Stage::Record, events.len(), events.len())?;
            }
            Ok((value, events.len(), topics(&events)))
        })?;
        Ok(received(done))
    }

    /// An act that needs nothing back but the receipt.
    pub(crate) fn decide(
        &mut self,
        decide: impl FnOnce(&Tx<'_>, &Actor) -> Result<Vec<Event>, AppError>,
    ) -> Result<Receipt, AppError> {
        self.act(|tx, actor| Ok((decide(tx, actor)?, ()))).map(|((), receipt)| receipt)
    }

    /// Display names of accounts and engineers; those erased or unknown are left out.
    pub(crate) fn names(&self, subjects: &[String]) -> Result<BTreeMap<String, String>, AppError> {
        let subjects: Vec<&str> = subjects.iter().map(String::as_str).collect();
        Ok(ledger::names(self.conn()?, &subjects)?)
    }

    /// The holder's name of an account; the account name where it is erased.
    pub(crate) fn account_name(&self, account: &domain::kernel::AccountName) -> Result<String, AppError> {
        let subject = account_subject(account);
        Ok(self
            .names(std::slice::from_ref(&subject))?
            .remove(&subject)
            .unwrap_or_else(|| account.to_string()))
    }
}

/// Appends and projects what `decide` answers, all of it or nothing.
pub(crate) fn record<R>(
    ledger: &mut Ledger,
    at: DateTime<Utc>,
    actor: &Actor,
    decide: impl FnOnce(&Tx<'_>, &Actor) -> Result<(Vec<Event>, R), AppError>,
) -> Result<(R, Receipt), AppError> {
    let done = ledger.submit(at, |tx| -> Result<_, AppError> {
        let (events, value) = decide(tx, actor)?;
        for event in &events {
            append(tx, actor, event)?;
        }
        Ok((value, events.len(), topics(&events)))
    })?;
    Ok(received(done))
}

/// Kinds of the events, each once, in their order.
fn topics(events: &[Event]) -> Vec<String> {
    let mut topics: Vec<String> = Vec::new();
    for event in events {
        if topics.iter().all(|t| t != event.kind()) {
            topics.push(event.kind().to_owned());
        }
    }
    topics
}

fn received<R>(done: Submitted<(R, usize, Vec<String>)>) -> (R, Receipt) {
    let (value, entries, topics) = done.value;
    let head = done.head.map(|head| head.hash.to_string());
    (value, Receipt { entries, topics, head })
}

/// The ledger in a folder, as this program reads it: after an update its tables are written anew from the journal, once.
pub(crate) fn opened(dir: &Path) -> Result<Ledger, AppError> {
    let mut ledger = Ledger::open(dir)?;
    // What a crash left behind goes, unless somebody else has the ledger open: then it may be in use.
    if ledger.is_littered() {
        let _ = ledger.sweep();
    }
    if ledger.is_behind()? {
        match ledger.rebuild(ledger::project, &mut |_| true) {
            // A damaged journal must open to be looked at: verifying names the entries.
            Ok(()) | Err(LedgerError::Damaged { .. }) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(ledger)
}

pub(crate) fn no_ledger_open() -> AppError {
    AppError::refused("noLedgerOpen", json!({}))
}

/// Appends one event and projects it.
pub(crate) fn append(tx: &Tx<'_>, actor: &Actor, event: &Event) -> Result<Digest, AppError> {
    let body = event.encode();
    let appended = tx.append(actor, event.kind(), event.version(), &body)?;
    let entry = ledger::Entry {
        key: appended.key,
        prev: Digest::NONE,
        hash: appended.hash,
        at: appended.at,
        actor: actor.clone(),
        kind: event.kind().to_owned(),
        version: event.version(),
        body,
    };
    ledger::project(tx.conn(), &entry)?;
    Ok(appended.hash)
}

/// The desktop's own data folder.
#[must_use]
pub fn default_dir() -> PathBuf {
    dirs::data_local_dir().unwrap_or_else(|| PathBuf::from(".")).join("huiqian").join("ledger")
}

/// Reads a request; a wrong shape is an error of usage.
pub(crate) fn parse<T: serde::de::DeserializeOwned>(request: Value) -> Result<T, AppError> {
    serde_json::from_value(request).map_err(|error| {
        AppError::new("badRequest", ErrorClass::Usage, json!({ "detail": error.to_string() }))
    })
}
