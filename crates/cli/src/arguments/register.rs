//! Registers and forms: listed, given out, filled in, printed. Help texts stand in `words/`.

use clap::{Args, Subcommand};

pub const REGISTERS: [&str; 7] = ["minutes", "contact", "visit", "complaint", "survey", "problem", "form"];
pub const STATES: [&str; 5] = ["open", "returned", "closed", "refused", "void"];
pub const TASK_STATES: [&str; 3] = ["open", "done", "notDone"];
pub const SORTS: [&str; 3] = ["day", "due", "number"];
pub const OUTCOMES: [&str; 7] =
    ["done", "agreed", "returned", "refused", "upheld", "partlyUpheld", "notUpheld"];

#[derive(Debug, Subcommand)]
pub enum Register {
    List {
        #[arg(value_parser = REGISTERS)]
        register: Option<String>,
        #[command(flatten)]
        list: Filter,
    },
    Tasks {
        #[arg(long, value_name = "CODE")]
        unit: Option<String>,
        #[arg(long, value_parser = TASK_STATES)]
        state: Vec<String>,
        #[arg(long, value_name = "STAFF_NO")]
        staff: Option<String>,
        #[arg(long)]
        overdue: bool,
        #[arg(long, default_value_t = 20, value_name = "NUMBER")]
        limit: u32,
        #[arg(long, value_name = "FILE.xlsx")]
        out: Option<String>,
    },
}

#[derive(Debug, Subcommand)]
pub enum Form {
    List(Filter),
    Types {
        unit: String,
    },
    Show {
        form: String,
    },
    Fill(Fill),
    Step {
        form: String,
        step: String,
        #[arg(value_parser = OUTCOMES)]
        outcome: String,
        #[arg(long)]
        text: Option<String>,
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
        #[arg(long, value_name = "CODE=TEXT")]
        field: Vec<String>,
        #[arg(long, value_name = "NAME", requires = "basis")]
        person: Option<String>,
        #[arg(long, value_name = "TEXT")]
        basis: Option<String>,
    },
    Paper {
        form: String,
        #[arg(long, value_name = "FILE.pdf")]
        out: String,
    },
    Blank {
        unit: String,
        kind: String,
        #[arg(long)]
        own: bool,
        #[arg(long, value_name = "FILE.pdf")]
        out: String,
    },
}

#[derive(Debug, Args)]
pub struct Filter {
    #[arg(long, value_name = "CODE")]
    pub unit: Option<String>,
    #[arg(long, value_parser = STATES)]
    pub state: Vec<String>,
    #[arg(long, value_name = "CODE")]
    pub kind: Option<String>,
    #[arg(long, value_name = "STAFF_NO")]
    pub staff: Option<String>,
    #[arg(long, value_name = "NUMBER")]
    pub customer: Option<String>,
    #[arg(long, value_name = "NUMBER")]
    pub ticket: Option<String>,
    #[arg(long, value_name = "NUMBER")]
    pub opportunity: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub to: Option<String>,
    #[arg(long)]
    pub overdue: bool,
    #[arg(long, value_name = "TEXT")]
    pub find: Option<String>,
    #[arg(long, value_parser = SORTS)]
    pub sort: Option<String>,
    #[arg(long)]
    pub descending: bool,
    #[arg(long, default_value_t = 20, value_name = "NUMBER")]
    pub limit: u32,
    #[arg(long, value_name = "FILE.xlsx")]
    pub out: Option<String>,
}

#[derive(Debug, Args)]
pub struct Fill {
    pub unit: String,
    pub kind: String,
    pub title: String,
    #[arg(long)]
    pub own: bool,
    #[arg(long, value_name = "DATE")]
    pub on: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub customer: Option<String>,
    #[arg(long, value_name = "STAFF_NO")]
    pub staff: Option<String>,
    #[arg(long, value_name = "NUMBER")]
    pub ticket: Option<String>,
    #[arg(long, value_name = "NUMBER")]
    pub opportunity: Option<String>,
    #[arg(long, value_name = "CODE=TEXT")]
    pub field: Vec<String>,
}
