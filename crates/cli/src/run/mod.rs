//! A command's way: open the ledger, sign in where the use case asks for it, invoke, put the response into words.

mod accounts;
mod approval;
mod attendance;
mod certification;
mod customer;
mod development;
mod document;
mod ledger;
mod opportunity;
mod papers;
mod person;
mod quarter;
mod register;
mod search;
mod sheets;
mod ticket;

use crate::arguments::{Arguments, Command};
use crate::output::Answer;
use crate::progress::Job;
use crate::secret::{Secret, refusal};
use crate::words::Words;
use app::requests::{AdoptHolidays, LedgerStatus, SignIn};
use app::rights::Kind;
use app::{App, AppError, ErrorClass, Options, Receipt, UseCase};
use clap::CommandFactory;
use serde::de::DeserializeOwned;
use serde_json::json;
use std::collections::BTreeMap;

/// What a command works with.
struct Program {
    app: App,
    words: Words,
    user: Option<String>,
    signed_in: bool,
}

impl Program {
    /// Invokes a use case, signed in where it is not for everybody.
    fn invoke<U: UseCase>(&mut self, request: U) -> Result<U::Response, AppError> {
        if U::ACT.kind() != Kind::Public {
            self.sign_in()?;
        }
        self.app.invoke(request)
    }

    /// Invokes a use case that leaves only entries behind.
    fn record<U: UseCase<Response = Receipt>>(&mut self, request: U) -> Result<Answer, AppError> {
        let receipt = self.invoke(request)?;
        let text = match receipt.entries {
            0 => self.words.plain("receipt.unchanged"),
            entries => self.words.say("receipt.recorded", &[("entries", &entries.to_string())]),
        };
        Answer::of(&receipt, text)
    }

    fn sign_in(&mut self) -> Result<(), AppError> {
        if self.signed_in {
            return Ok(());
        }
        self.app.open()?;
        // Said before a password is asked for.
        let accounts = self.app.invoke(LedgerStatus {})?.accounts;
        let whose = match (&self.user, accounts.as_slice()) {
            (Some(user), _) => user.clone(),
            (None, [only]) => only.clone(),
            (None, several) => {
                return Err(refusal("accountNeeded", ErrorClass::Refused, json!({ "accounts": several })));
            }
        };
        let password = Secret::Password.take(self.words, &whose)?;
        self.app.invoke(SignIn { account: Some(whose), password })?;
        self.signed_in = true;
        Ok(())
    }

    /// Opens the ledger where there is one, for commands that also do without.
    fn open_if_there(&mut self) -> Result<(), AppError> {
        if self.app.invoke(LedgerStatus {})?.exists { self.app.open() } else { Ok(()) }
    }

    /// Runs a long job that tells how far it has come and ends on Ctrl-C.
    fn watched<R>(&mut self, job: impl FnOnce(&mut Self) -> Result<R, AppError>) -> Result<R, AppError> {
        let (bar, watch) = Job::watched(self.words);
        self.app.watch(watch);
        let done = job(self);
        drop(bar);
        done
    }

    /// A text of the command line with its values put in.
    fn say(&self, key: &str, values: &[(&str, &str)]) -> String {
        self.words.say(key, values)
    }
}

/// Reads a text as one of `app`'s words, such as a unit's code.
fn word<T: DeserializeOwned>(refused: &str, text: &str) -> Result<T, AppError> {
    serde_json::from_value(json!(text))
        .map_err(|_| refusal(refused, ErrorClass::Refused, json!({ "value": text })))
}

/// Fields as they are typed: CODE=TEXT.
fn typed_fields(typed: Vec<String>) -> Result<BTreeMap<String, String>, AppError> {
    let field = |field: String| match field.split_once('=') {
        Some((code, text)) => Ok((code.to_owned(), text.to_owned())),
        None => Err(refusal("unknownField", ErrorClass::Usage, json!({ "field": field }))),
    };
    typed.into_iter().map(field).collect()
}

fn unit<T: DeserializeOwned>(text: &str) -> Result<T, AppError> {
    word("badUnitCode", text)
}

fn maybe_unit<T: DeserializeOwned>(text: Option<String>) -> Result<Option<T>, AppError> {
    text.as_deref().map(unit).transpose()
}

/// Reads a text file that the user named.
fn read_text(path: &std::path::Path) -> Result<String, AppError> {
    std::fs::read_to_string(path).map_err(|error| {
        let (code, class) = match error.kind() {
            std::io::ErrorKind::NotFound => ("fileNotFound", ErrorClass::Refused),
            std::io::ErrorKind::PermissionDenied => ("permissionDenied", ErrorClass::Environment),
            std::io::ErrorKind::InvalidData => ("notText", ErrorClass::Refused),
            _ => ("fileFailed", ErrorClass::Environment),
        };
        let mut failed = refusal(code, class, json!({ "path": path.display().to_string() }));
        failed.incident = Some(error.to_string());
        failed
    })
}

/// Does what was typed.
pub fn run(arguments: Arguments, words: Words) -> Result<Answer, AppError> {
    let common = arguments.common;
    let app = App::new(Options { dir: common.ledger, ..Options::default() });
    let mut program = Program { app, words, user: common.user, signed_in: false };
    let p = &mut program;
    match arguments.command {
        Command::Init(init) => p.init(init),
        Command::Demo { dir } => p.demo(dir),
        Command::Status => p.status(),
        Command::Verify { package: None } => p.verify(),
        Command::Verify { package: Some(file) } => p.check_package(file),
        Command::Backup { file } => p.backup(file),
        Command::Restore { file, to } => p.restore(file, to),
        Command::Log { limit } => p.log(limit),
        Command::Completions { shell } => completions(shell),

        Command::Account(command) => p.account(command),
        Command::Certification(command) => p.certification(command),
        Command::Development(command) => p.development(command),
        Command::Ticket(command) => p.ticket(command),
        Command::Opportunity(command) => p.opportunity(command),
        Command::Customer(command) => p.customer(command),
        Command::Attach(typed) => p.attach(typed),
        Command::Document(command) => p.document(command),
        Command::Register(command) => p.registers(command),
        Command::Form(command) => p.form(command),
        Command::Search(search) => p.search(search),
        Command::TwoPerson { switch } => p.two_person(&switch),
        Command::Retention { months } => p.retention(months),
        Command::Erase { subject, reason } => p.erase(subject, reason),

        Command::Person(person) => p.person(person),
        Command::Import { kind, file, map, dry_run } => p.import(kind, &file, map.as_deref(), dry_run),
        Command::Export { kind, file, unit, month, quarter } => p.export(kind, file, unit, month, quarter),
        Command::Template { kind, file, unit, all_units, month } => {
            p.template(kind, file, unit, all_units, month)
        }
        Command::Workbook { quarter, out } => p.workbook(quarter, out),
        Command::MonthSheet { unit, month, out } => p.month_sheet(unit, month, out),
        Command::Ranking { quarter, out } => p.ranking(quarter, out),
        Command::AccountBook { out } => p.account_book(out),

        Command::Settle(settle) => p.settle(settle),
        Command::History => p.history(),
        Command::Confirm { quarter, unit, all: _, party, evidence } => {
            p.confirm(quarter, unit, party, evidence)
        }
        Command::Attendance(attendance) => p.attendance(attendance),
        Command::Holidays { year } => p.record(AdoptHolidays { year }),
        Command::Declare(declare) => p.declare(declare),
        command @ (Command::Reopen { .. }
        | Command::Deliver { .. }
        | Command::Object { .. }
        | Command::Answer { .. }
        | Command::Agree { .. }
        | Command::Decide { .. }
        | Command::Invoice { .. }
        | Command::Pay { .. }
        | Command::Carry { .. }
        | Command::Terminate { .. }) => p.quarter_act(command),

        Command::Report { quarter, out, unit, statement, revision } => {
            p.report(quarter, out, unit, statement, revision)
        }
        Command::Sign(sign) => p.sign(sign),
        Command::Check { file, trust } => p.check(file, trust),
        Command::Accept(accept) => p.accept(accept),
        Command::Key(key) => p.key(key),
        Command::Party(party) => p.party(party),
        Command::Trust { root } => p.trust(root),
        Command::Rulebook(rulebook) => p.rulebook(rulebook),
    }
}

fn completions(shell: clap_complete::Shell) -> Result<Answer, AppError> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "huiqian", &mut script);
    let script = String::from_utf8_lossy(&script).into_owned();
    Answer::of(&json!({ "shell": shell.to_string(), "script": script }), script)
}
