//! Commands with many options or with commands of their own. No doc comments on fields: help texts stand in `words/`.

use super::{LEAVES, LEDGER_ROLES, PARTIES, ROLES, SWITCH};
use clap::{ArgGroup, Args, Subcommand};
use std::path::PathBuf;

#[derive(Debug, Args)]
pub struct Init {
    #[arg(long, value_parser = LEDGER_ROLES)]
    pub role: String,
    #[arg(long, value_name = "CODE")]
    pub unit: String,
    #[arg(long, value_name = "USER")]
    pub admin: String,
    #[arg(long, value_parser = SWITCH, default_value = "on")]
    pub two_person: String,
    #[arg(long, value_name = "FILE")]
    pub org: Option<String>,
}

#[derive(Debug, Args)]
#[command(group = ArgGroup::new("step").args(["prepare", "review", "finalise", "return_it", "revise"]))]
#[command(group = ArgGroup::new("reasoned").args(["return_it", "revise"]).multiple(true))]
pub struct Settle {
    pub quarter: String,
    #[arg(long, value_name = "UNIT=SCORE", value_parser = what_if, conflicts_with = "step")]
    pub what_if: Vec<(String, String)>,
    #[arg(long, value_name = "NUMBER", conflicts_with = "step")]
    pub revision: Option<u32>,
    #[arg(long)]
    pub prepare: bool,
    #[arg(long)]
    pub review: bool,
    #[arg(long)]
    pub finalise: bool,
    #[arg(long = "return", requires = "reason")]
    pub return_it: bool,
    #[arg(long, requires = "reason")]
    pub revise: bool,
    #[arg(long, value_name = "TEXT", requires = "reasoned")]
    pub reason: Option<String>,
}

fn what_if(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((unit, score)) if !unit.is_empty() && !score.is_empty() => {
            Ok((unit.to_owned(), score.to_owned()))
        }
        _ => Err("UNIT=SCORE".to_owned()),
    }
}

#[derive(Debug, Subcommand)]
pub enum Declare {
    #[command(group = ArgGroup::new("what").args(["reason", "approve"]).required(true))]
    Exempt {
        unit: String,
        quarter: String,
        #[arg(long, value_name = "TEXT")]
        reason: Option<String>,
        #[arg(long, value_name = "FILE", conflicts_with = "approve")]
        attach: Option<String>,
        #[arg(long)]
        approve: bool,
    },
    NoEngineer {
        unit: String,
        month: String,
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    NotAssessed {
        staff_no: String,
        month: String,
        #[arg(long, value_name = "TEXT")]
        reason: String,
        #[arg(long, value_name = "CODE")]
        unit: Option<String>,
    },
}

#[derive(Debug, Args)]
pub struct Sign {
    pub file: String,
    #[arg(long, value_name = "KEY.p12")]
    pub p12: String,
    #[arg(long, value_parser = PARTIES)]
    pub party: String,
    #[arg(long, value_name = "FILE.pdf")]
    pub out: String,
    #[arg(long, value_name = "TEXT")]
    pub reason: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub location: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub post: Option<String>,
    #[arg(long, value_name = "PICTURE")]
    pub picture: Option<String>,
}

#[derive(Debug, Args)]
#[command(group = ArgGroup::new("manner").args(["file", "paper", "approve"]).required(true))]
pub struct Accept {
    pub file: Option<String>,
    #[arg(long, value_name = "SCAN.pdf", requires_all = ["report_no", "revision", "signers", "seal_approval"])]
    pub paper: Option<String>,
    #[arg(long, value_name = "NUMBER", requires = "paper")]
    pub report_no: Option<String>,
    #[arg(long, value_name = "NUMBER", requires = "paper")]
    pub revision: Option<u32>,
    #[arg(long, value_name = "NAMES", requires = "paper")]
    pub signers: Option<String>,
    #[arg(long, value_name = "NUMBER", requires = "paper")]
    pub seal_approval: Option<String>,
    #[arg(long, value_name = "TEXT", requires = "paper")]
    pub seal_kind: Option<String>,
    #[arg(long, requires = "paper")]
    pub quarter: Option<String>,
    #[arg(long, value_name = "QUARTER")]
    pub approve: Option<String>,
}

#[derive(Debug, Subcommand)]
pub enum Key {
    New {
        #[arg(long, value_parser = PARTIES)]
        party: String,
        #[arg(long)]
        name: String,
        #[arg(long, value_name = "KEY.p12")]
        out: String,
        #[arg(long, value_name = "NAME")]
        organisation: Option<String>,
    },
    ExportCertificate {
        file: String,
        #[arg(long, value_name = "FILE.pem")]
        out: String,
    },
}

#[derive(Debug, Subcommand)]
pub enum Party {
    Register {
        #[arg(long, value_parser = PARTIES)]
        party: String,
        #[arg(long, value_name = "FILE", required_unless_present = "name")]
        certificate: Option<String>,
        #[arg(long)]
        name: Option<String>,
        #[arg(long, value_name = "NAME", requires = "name")]
        alias: Option<String>,
        #[arg(long, value_name = "NAME", requires = "name")]
        representative: Option<String>,
        #[arg(long, value_name = "TEXT", requires = "name")]
        post: Option<String>,
    },
    List,
}

#[derive(Debug, Subcommand)]
pub enum Rulebook {
    Show,
    IssueRubric { file: PathBuf },
    IssueRules { file: PathBuf },
}

#[derive(Debug, Subcommand)]
pub enum Account {
    Add {
        account: String,
        #[arg(long, value_parser = ROLES)]
        role: String,
        #[arg(long)]
        name: Option<String>,
        #[arg(long, value_name = "CODE")]
        unit: Option<String>,
        #[arg(long, value_name = "TEXT")]
        post: Option<String>,
        #[arg(long, value_name = "STAFF_NO")]
        engineer: Option<String>,
    },
    List,
    Tie {
        account: String,
        staff_no: String,
    },
    Close {
        account: String,
    },
    Password,
    Recover {
        account: String,
    },
}

#[derive(Debug, Subcommand)]
pub enum Attendance {
    Hours(Hours),
    Month {
        unit: String,
        month: String,
        #[arg(long, value_name = "FILE.xlsx")]
        out: Option<String>,
    },
    Correct {
        unit: String,
        staff_no: String,
        day: String,
        mark: Option<String>,
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    Leave {
        unit: String,
        staff_no: String,
        #[arg(long, value_parser = LEAVES)]
        kind: String,
        #[arg(long, value_name = "DATE")]
        from: String,
        #[arg(long, value_name = "DATE")]
        to: String,
        #[arg(long)]
        from_noon: bool,
        #[arg(long)]
        until_noon: bool,
        #[arg(long, value_name = "TEXT")]
        reason: String,
        #[arg(long, value_name = "TEXT")]
        note: Option<String>,
    },
    Overtime {
        unit: String,
        staff_no: String,
        day: String,
        hours: String,
        #[arg(long, value_name = "TEXT")]
        reason: String,
        #[arg(long, value_name = "TEXT")]
        note: Option<String>,
    },
    Applications {
        #[arg(long, value_name = "CODE")]
        unit: Option<String>,
        #[arg(long)]
        month: Option<String>,
    },
    #[command(group = ArgGroup::new("decided").args(["approve", "refuse"]).required(true))]
    Decide {
        unit: String,
        staff_no: String,
        number: u32,
        #[arg(long)]
        approve: bool,
        #[arg(long)]
        refuse: bool,
        #[arg(long, value_name = "TEXT")]
        reason: Option<String>,
        #[arg(long, value_name = "NUMBER")]
        document: Option<String>,
        #[arg(long, value_name = "FILE")]
        evidence: Option<String>,
    },
    Withdraw {
        unit: String,
        staff_no: String,
        number: u32,
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
}

#[derive(Debug, Args)]
pub struct Hours {
    pub unit: String,
    #[arg(long, value_name = "MONTH", requires_all = ["start", "end"])]
    pub from: Option<String>,
    #[arg(long, value_name = "TIME", requires = "from")]
    pub start: Option<String>,
    #[arg(long, value_name = "TIME", requires = "from")]
    pub end: Option<String>,
    #[arg(long, value_name = "TIME", requires_all = ["from", "rest_to"])]
    pub rest_from: Option<String>,
    #[arg(long, value_name = "TIME", requires_all = ["from", "rest_from"])]
    pub rest_to: Option<String>,
    #[arg(long, value_delimiter = ',', value_parser = clap::value_parser!(u8).range(1..=7), default_values_t = 1..=5)]
    pub weekdays: Vec<u8>,
    #[arg(long, value_name = "MINUTES", default_value_t = 0)]
    pub grace: u32,
    #[arg(long, value_name = "MINUTES", default_value_t = 0)]
    pub flexible: u32,
    #[arg(long, value_name = "MINUTES", default_value_t = 0)]
    pub absent_after: u32,
}
