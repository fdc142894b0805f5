//! The command tree as it is typed. Help texts are no part of it: they stand in `words/` by the names used here, since
//! the language is known only from the arguments themselves.

mod certification;
mod commands;
mod development;
mod document;
mod help;
mod opportunity;
mod person;
mod register;
mod search;
mod ticket;

pub use certification::Certification;
pub use commands::{Accept, Account, Attendance, Declare, Hours, Init, Key, Party, Rulebook, Settle, Sign};
pub use development::Development;
pub use document::{Attach, Document, DocumentOpinion, List as DocumentList, Said, Submit};
pub use help::{localised, usage_line, usage_message};
pub use opportunity::{Customer, List as OpportunityList, Opportunity, Register as OpportunityRegister};
pub use person::{Behalf, Data, Handover, Person, Replacement};
pub use register::{Fill as FormFill, Filter as FormList, Form, Register};
pub use search::Search;
pub use ticket::{List as TicketList, Register as TicketRegister, Ticket};

use clap::{ArgAction, ArgGroup, Args, Parser, Subcommand};
use std::path::PathBuf;

/// Everything that was typed.
#[derive(Debug, Parser)]
#[command(name = "huiqian", version, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true, infer_long_args = false)]
pub struct Arguments {
    #[command(flatten)]
    pub common: Common,
    #[command(subcommand)]
    pub command: Command,
}

// Doc comments would become help texts in one language, hence ordinary comments from here on.
#[derive(Debug, Args)]
pub struct Common {
    #[arg(long, global = true, value_name = "DIR")]
    pub ledger: Option<PathBuf>,
    #[arg(long, global = true)]
    pub json: bool,
    #[arg(long, global = true, value_name = "LANG", value_parser = ["zh-CN", "en"])]
    pub lang: Option<String>,
    #[arg(long = "as", global = true, value_name = "USER")]
    pub user: Option<String>,
    #[arg(long, short = 'h', global = true, action = ArgAction::Help)]
    help: Option<bool>,
    #[arg(long, short = 'V', action = ArgAction::Version)]
    version: Option<bool>,
}

pub const KINDS: [&str; 10] = [
    "units",
    "people",
    "attendance",
    "assessments",
    "tickets",
    "opportunities",
    "customers",
    "holidays",
    "contract",
    "standard",
];
pub const PARTIES: [&str; 2] = ["client", "provider"];
pub const SWITCH: [&str; 2] = ["on", "off"];
pub const LEDGER_ROLES: [&str; 3] = ["province", "branch", "provider"];
pub const LEAVES: [&str; 9] =
    ["personal", "sick", "annual", "marriage", "parental", "bereavement", "timeOff", "business", "training"];
pub const ROLES: [&str; 9] = [
    "administrator",
    "unitManager",
    "unitLeader",
    "clerk",
    "providerRepresentative",
    "auditor",
    "requester",
    "engineer",
    "commercialOfficer",
];

#[derive(Debug, Subcommand)]
pub enum Command {
    Init(Init),
    Demo {
        dir: String,
    },
    Status,
    Import {
        #[arg(value_parser = KINDS)]
        kind: String,
        file: PathBuf,
        #[arg(long, value_name = "FILE")]
        map: Option<PathBuf>,
        #[arg(long)]
        dry_run: bool,
    },
    Export {
        #[arg(value_parser = KINDS)]
        kind: String,
        file: String,
        #[arg(long, value_name = "CODE")]
        unit: Option<String>,
        #[arg(long)]
        month: Option<String>,
        #[arg(long, conflicts_with = "month")]
        quarter: Option<String>,
    },
    Template {
        #[arg(value_parser = KINDS)]
        kind: String,
        file: String,
        #[arg(long, value_name = "CODE", requires = "month")]
        unit: Option<String>,
        #[arg(long, requires = "month", conflicts_with = "unit")]
        all_units: bool,
        #[arg(long)]
        month: Option<String>,
    },
    Settle(Settle),
    History,
    #[command(group = ArgGroup::new("which").args(["unit", "all"]).required(true))]
    Confirm {
        quarter: String,
        #[arg(long, value_name = "CODE")]
        unit: Option<String>,
        #[arg(long)]
        all: bool,
        #[arg(long, value_parser = PARTIES)]
        party: String,
        #[arg(long, value_name = "FILE")]
        evidence: Option<String>,
    },
    #[command(subcommand)]
    Attendance(Attendance),
    Holidays {
        #[arg(value_parser = clap::value_parser!(i32).range(2000..=2199))]
        year: i32,
    },
    #[command(subcommand)]
    Declare(Declare),
    Reopen {
        unit: String,
        month: String,
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    Deliver {
        unit: String,
        quarter: String,
        #[arg(long, value_name = "NAME")]
        to: String,
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
        #[arg(long, value_name = "TEXT")]
        correction: Option<String>,
    },
    Object {
        unit: String,
        quarter: String,
        #[arg(long, value_parser = PARTIES)]
        by: String,
        #[arg(long)]
        text: String,
        #[arg(long, value_name = "STAFF_NO")]
        staff: Option<String>,
    },
    #[command(group = ArgGroup::new("answered").args(["accept", "reject"]).required(true))]
    Answer {
        unit: String,
        quarter: String,
        number: u32,
        #[arg(long)]
        accept: bool,
        #[arg(long)]
        reject: bool,
        #[arg(long)]
        text: String,
    },
    Agree {
        unit: String,
        quarter: String,
        number: u32,
    },
    #[command(group = ArgGroup::new("decided").args(["uphold", "dismiss"]).required(true))]
    Decide {
        unit: String,
        quarter: String,
        number: u32,
        #[arg(long)]
        uphold: bool,
        #[arg(long)]
        dismiss: bool,
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    Invoice {
        quarter: String,
        #[arg(long)]
        number: String,
        #[arg(long, value_parser = ["special", "ordinary"])]
        kind: String,
        #[arg(long, allow_hyphen_values = true)]
        amount: String,
        #[arg(long, value_name = "DATE")]
        on: String,
    },
    Pay {
        quarter: String,
        #[arg(long, value_name = "NUMBER")]
        voucher: String,
        #[arg(long, allow_hyphen_values = true)]
        amount: String,
        #[arg(long, value_name = "DATE")]
        on: String,
    },
    Carry {
        from: String,
        to: String,
        #[arg(long, allow_hyphen_values = true)]
        amount: String,
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    #[command(group = ArgGroup::new("decided").args(["exercise", "keep"]).required(true))]
    Terminate {
        quarter: String,
        #[arg(long)]
        exercise: bool,
        #[arg(long)]
        keep: bool,
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    Report {
        quarter: String,
        #[arg(long, value_name = "FILE.pdf")]
        out: String,
        #[arg(long, value_name = "CODE", conflicts_with = "statement")]
        unit: Option<String>,
        #[arg(long)]
        statement: bool,
        #[arg(long, value_name = "NUMBER")]
        revision: Option<u32>,
    },
    Workbook {
        quarter: String,
        #[arg(long, value_name = "FILE.xlsx")]
        out: String,
    },
    Ranking {
        quarter: String,
        #[arg(long, value_name = "FILE.pdf|xlsx")]
        out: String,
    },
    MonthSheet {
        unit: String,
        month: String,
        #[arg(long, value_name = "FILE.pdf")]
        out: String,
    },
    AccountBook {
        #[arg(long, value_name = "FILE.xlsx")]
        out: String,
    },
    Sign(Sign),
    Check {
        file: String,
        #[arg(long, value_name = "ROOT.pem")]
        trust: Vec<String>,
    },
    Accept(Accept),
    #[command(subcommand)]
    Key(Key),
    #[command(subcommand)]
    Party(Party),
    Trust {
        root: String,
    },
    #[command(subcommand)]
    Rulebook(Rulebook),
    #[command(subcommand)]
    Certification(Certification),
    #[command(subcommand)]
    Development(Development),
    #[command(subcommand)]
    Ticket(Ticket),
    #[command(subcommand)]
    Opportunity(Opportunity),
    #[command(subcommand)]
    Customer(Customer),
    Search(Search),
    Attach(Attach),
    #[command(subcommand)]
    Document(Document),
    #[command(subcommand)]
    Register(Register),
    #[command(subcommand)]
    Form(Form),
    #[command(subcommand)]
    Account(Account),
    TwoPerson {
        #[arg(value_parser = SWITCH)]
        switch: String,
    },
    #[command(subcommand)]
    Person(Person),
    Erase {
        subject: String,
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    Retention {
        months: u16,
    },
    Verify {
        package: Option<String>,
    },
    Backup {
        file: String,
    },
    Restore {
        file: String,
        #[arg(long, value_name = "DIR")]
        to: String,
    },
    Log {
        #[arg(long, default_value_t = 20, value_name = "NUMBER")]
        limit: u32,
    },
    Completions {
        shell: clap_complete::Shell,
    },
}
