//! Opportunities and customers: found, registered, brought on, counted. Help texts stand in `words/`.

use clap::{Args, Subcommand};

pub const STAGES: [&str; 6] = ["collection", "survey", "solution", "demonstration", "bid", "closing"];
pub const OUTCOMES: [&str; 4] = ["won", "agreed", "lost", "dropped"];
pub const FINDERS: [&str; 3] = ["accountManager", "industryManager", "engineer"];
pub const SORTS: [&str; 4] = ["number", "amount", "since", "expected"];

#[derive(Debug, Subcommand)]
pub enum Opportunity {
    List(List),
    Show {
        opportunity: String,
    },
    Register(Register),
    Fill {
        opportunity: String,
        #[arg(long, value_name = "CODE=TEXT", required = true)]
        field: Vec<String>,
    },
    Record {
        opportunity: String,
        kind: String,
        #[arg(long, value_name = "CODE=TEXT", required = true)]
        field: Vec<String>,
        #[arg(long, value_name = "NUMBER")]
        number: Option<u32>,
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
        #[arg(long)]
        file: Option<String>,
    },
    Move {
        opportunity: String,
        #[arg(value_parser = STAGES)]
        stage: String,
        #[arg(long)]
        text: Option<String>,
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
    },
    Conclude {
        opportunity: String,
        #[arg(value_parser = OUTCOMES)]
        outcome: String,
        #[arg(long)]
        text: String,
        #[arg(long, value_name = "YUAN")]
        amount: Option<String>,
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
    },
    Reopen {
        opportunity: String,
        #[arg(long)]
        text: String,
    },
    HandOver {
        opportunity: String,
        #[arg(long, value_name = "NAME")]
        person: String,
        #[arg(long)]
        text: String,
        #[arg(long, value_name = "NUMBER")]
        contract: Option<String>,
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
    },
    Rates {
        from: String,
        to: String,
        #[arg(long, value_name = "CODE")]
        unit: Option<String>,
    },
}

#[derive(Debug, Args)]
pub struct List {
    #[arg(long, value_name = "CODE")]
    pub unit: Option<String>,
    #[arg(long, value_parser = STAGES)]
    pub stage: Vec<String>,
    #[arg(long, conflicts_with = "ended")]
    pub open: bool,
    #[arg(long)]
    pub ended: bool,
    #[arg(long, value_name = "TEXT")]
    pub class: Option<String>,
    #[arg(long, value_name = "STAFF_NO")]
    pub staff: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub find: Option<String>,
    #[arg(long, value_parser = SORTS)]
    pub sort: Option<String>,
    #[arg(long)]
    pub descending: bool,
    #[arg(long, default_value_t = 20, value_name = "NUMBER")]
    pub limit: u32,
    #[arg(long, value_name = "FILE.xlsx|csv")]
    pub out: Option<String>,
}

#[derive(Debug, Args)]
pub struct Register {
    pub unit: String,
    pub title: String,
    #[arg(long, value_name = "NAME", required_unless_present = "customer_no")]
    pub customer: Option<String>,
    #[arg(long, value_name = "NUMBER", conflicts_with = "customer")]
    pub customer_no: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub class: String,
    #[arg(long, value_name = "NAME")]
    pub manager: String,
    #[arg(long, value_parser = FINDERS, default_value = "accountManager")]
    pub finder: String,
    #[arg(long, value_name = "TEXT")]
    pub source: Option<String>,
    #[arg(long, value_name = "YUAN")]
    pub amount: Option<String>,
    #[arg(long, value_name = "STAFF_NO")]
    pub staff: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub by: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub on: Option<String>,
    #[arg(long, value_name = "CODE=TEXT")]
    pub field: Vec<String>,
}

#[derive(Debug, Subcommand)]
pub enum Customer {
    List {
        #[arg(long, value_name = "CODE")]
        unit: Option<String>,
        #[arg(long, value_name = "TEXT")]
        sector: Option<String>,
        #[arg(long, value_name = "TEXT")]
        find: Option<String>,
        #[arg(long, default_value_t = 20, value_name = "NUMBER")]
        limit: u32,
        #[arg(long, value_name = "FILE.xlsx|csv")]
        out: Option<String>,
    },
    Show {
        customer: String,
    },
    Register {
        unit: String,
        name: String,
        #[arg(long, value_name = "TEXT")]
        sector: Option<String>,
        #[arg(long, value_name = "TEXT")]
        grade: Option<String>,
        #[arg(long, value_name = "TEXT")]
        address: Option<String>,
        #[arg(long, value_name = "TEXT")]
        phone: Option<String>,
        #[arg(long)]
        anyway: bool,
    },
    Contact {
        customer: String,
        name: String,
        #[arg(long, value_name = "TEXT")]
        post: Option<String>,
        #[arg(long, value_name = "TEXT")]
        phone: Option<String>,
        #[arg(long, value_name = "TEXT")]
        level: Option<String>,
        #[arg(long, value_name = "TEXT")]
        grade: Option<String>,
        #[arg(long, value_name = "NUMBER")]
        number: Option<u32>,
    },
    Left {
        customer: String,
        number: u32,
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
    },
}
