//! `person …`: one engineer's way. No doc comments on fields: help texts stand in `words/`.

use super::PARTIES;
use clap::{ArgGroup, Args, Subcommand};

pub const PAPERS: [&str; 3] = ["letter", "agreement", "pledge"];

#[derive(Debug, Subcommand)]
pub enum Person {
    Announce {
        staff_no: String,
        unit: String,
        #[arg(long, value_name = "DATE")]
        on: String,
        #[command(flatten)]
        data: Data,
    },
    Withdraw {
        staff_no: String,
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    Change {
        staff_no: String,
        #[command(flatten)]
        data: Data,
    },
    Paper {
        staff_no: String,
        #[arg(value_parser = PAPERS)]
        paper: String,
        #[command(flatten)]
        signed: Signed,
        #[arg(long, value_name = "FILE")]
        scan: String,
        #[arg(long, value_name = "DATE")]
        arrived: Option<String>,
        #[command(flatten)]
        behalf: Behalf,
    },
    CorrectPaper {
        staff_no: String,
        #[arg(value_parser = PAPERS)]
        paper: String,
        #[command(flatten)]
        signed: Signed,
        #[arg(long, value_name = "FILE")]
        scan: Option<String>,
        #[arg(long, value_name = "DATE")]
        arrived: Option<String>,
        #[command(flatten)]
        behalf: Behalf,
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    SaveScan {
        staff_no: String,
        #[arg(value_name = "SHA256")]
        digest: String,
        #[arg(long, value_name = "FILE")]
        out: String,
    },
    #[command(group = ArgGroup::new("whom").args(["account", "name"]).required(true))]
    Manager {
        staff_no: String,
        #[arg(long, value_name = "USER")]
        account: Option<String>,
        #[arg(long)]
        name: Option<String>,
        #[arg(long, value_name = "DATE")]
        arrived: Option<String>,
    },
    Note {
        staff_no: String,
        #[arg(long)]
        text: String,
        #[arg(long, value_name = "DATE")]
        on: String,
        #[arg(long, value_name = "CODE")]
        requirement: Option<String>,
        #[arg(long, value_name = "NAME", requires = "requirement")]
        object_grade: Option<String>,
    },
    StrikeNote {
        staff_no: String,
        number: u32,
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    Leave {
        staff_no: String,
        #[arg(long, value_name = "DATE")]
        last_day: String,
        #[command(flatten)]
        handover: Handover,
    },
    Transfer {
        staff_no: String,
        #[arg(value_name = "UNIT")]
        new_unit: String,
        #[arg(long, value_name = "DATE")]
        first_day: String,
        #[command(flatten)]
        handover: Handover,
    },
    Show {
        staff_no: String,
    },
    Announced,
    Missing {
        #[arg(long, value_name = "CODE")]
        unit: Option<String>,
        #[arg(long, default_value_t = 1000, value_name = "NUMBER")]
        limit: u32,
    },
    Headcount {
        month: String,
    },
    MakePaper {
        staff_no: String,
        #[arg(value_parser = PAPERS)]
        paper: String,
        #[arg(long, value_name = "FILE")]
        out: String,
    },
    Register {
        #[arg(long, value_name = "CODE")]
        unit: Vec<String>,
        #[arg(long)]
        gone: bool,
        #[arg(long, value_name = "FILE")]
        out: String,
    },
    #[command(subcommand)]
    Replacement(Replacement),
}

#[derive(Debug, Args)]
pub struct Data {
    #[arg(long)]
    pub name: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub post: Option<String>,
    #[arg(long, value_name = "NUMBER")]
    pub phone: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub contact: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub skill: Vec<String>,
}

#[derive(Debug, Args)]
pub struct Signed {
    #[arg(long = "number", value_name = "NUMBER")]
    pub paper_no: String,
    #[arg(long, value_name = "DATE")]
    pub signed: String,
}

#[derive(Debug, Args)]
#[command(group = ArgGroup::new("behalf_of").args(["behalf_party", "behalf_person"]).multiple(true))]
pub struct Behalf {
    #[arg(long = "for-party", value_parser = PARTIES, requires = "basis")]
    pub behalf_party: Option<String>,
    #[arg(long = "for-person", value_name = "NAME", requires = "basis")]
    pub behalf_person: Option<String>,
    #[arg(long, value_name = "TEXT", requires = "behalf_of")]
    pub basis: Option<String>,
}

#[derive(Debug, Args)]
#[command(group = ArgGroup::new("handed").args(["item", "nothing"]).required(true))]
pub struct Handover {
    #[arg(long, value_name = "TEXT")]
    pub reason: String,
    #[arg(long, value_name = "KIND:TEXT", value_parser = item)]
    pub item: Vec<(String, String)>,
    #[arg(long, value_name = "TEXT")]
    pub nothing: Option<String>,
    #[arg(long, value_name = "STAFF_NO", conflicts_with = "receiver_name")]
    pub receiver: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub receiver_name: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub scan: Option<String>,
}

fn item(text: &str) -> Result<(String, String), String> {
    match text.split_once([':', '：']) {
        Some((kind, what)) if ["ticket", "document", "customer", "other"].contains(&kind) => {
            Ok((kind.to_owned(), what.to_owned()))
        }
        _ => Err("ticket:TEXT, document:TEXT, customer:TEXT, other:TEXT".to_owned()),
    }
}

#[derive(Debug, Subcommand)]
pub enum Replacement {
    Request {
        staff_no: String,
        #[arg(long, value_name = "TEXT")]
        reason: Option<String>,
    },
    Approve {
        staff_no: String,
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
        #[arg(long, value_name = "FILE")]
        evidence: Option<String>,
        #[command(flatten)]
        behalf: Behalf,
    },
    Send {
        staff_no: String,
        #[arg(long, value_name = "NUMBER")]
        dispatch: String,
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
        #[arg(long, value_name = "FILE")]
        copy: Option<String>,
    },
    Successor {
        staff_no: String,
        successor: String,
    },
    Make {
        staff_no: String,
        #[arg(long, value_name = "NUMBER")]
        request: Option<u32>,
        #[arg(long, value_name = "FILE")]
        out: String,
    },
    Withdraw {
        staff_no: String,
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
}
