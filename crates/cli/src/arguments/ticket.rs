//! Tickets: found, registered, done, given out. Help texts stand in `words/`.

use clap::{ArgGroup, Args, Subcommand};

pub const CHANNELS: [&str; 7] = ["phone", "mail", "platform", "videoMeeting", "onSite", "fax", "chat"];
pub const URGENCIES: [&str; 3] = ["critical", "urgent", "normal"];
pub const COMPLEXITIES: [&str; 3] = ["simple", "ordinary", "complex"];
pub const STATES: [&str; 10] = [
    "applied",
    "consented",
    "unassigned",
    "assigned",
    "running",
    "delivered",
    "confirmed",
    "closed",
    "declined",
    "void",
];
pub const SORTS: [&str; 4] = ["received", "due", "number", "urgency"];

#[derive(Debug, Subcommand)]
pub enum Ticket {
    List(List),
    Show {
        ticket: String,
    },
    Register(Register),
    Assign {
        ticket: String,
        first: String,
        #[arg(long, value_name = "STAFF_NO")]
        second: Option<String>,
        #[arg(long)]
        text: Option<String>,
    },
    Link {
        ticket: String,
        #[arg(long, value_name = "NUMBER")]
        opportunity: Option<String>,
        #[arg(long, value_name = "NUMBER")]
        customer: Option<String>,
    },
    Take {
        ticket: String,
    },
    Wait {
        ticket: String,
        #[arg(long)]
        text: String,
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
    },
    Resume {
        ticket: String,
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
    },
    Step {
        ticket: String,
        step: String,
        #[arg(long)]
        text: Option<String>,
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
    },
    #[command(group = ArgGroup::new("stands").args(["file", "done", "not_applicable", "reopen"]).required(true))]
    Part {
        ticket: String,
        part: String,
        #[arg(long)]
        file: Option<String>,
        #[arg(long)]
        done: bool,
        #[arg(long, value_name = "TEXT")]
        not_applicable: Option<String>,
        #[arg(long)]
        reopen: bool,
    },
    Deliver {
        ticket: String,
        #[arg(long)]
        text: Option<String>,
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
    },
    Confirm {
        ticket: String,
        #[arg(long, value_name = "NAME", requires = "basis")]
        person: Option<String>,
        #[arg(long, value_name = "TEXT")]
        basis: Option<String>,
        #[arg(long, value_name = "TEXT")]
        reject: Option<String>,
    },
    Close {
        ticket: String,
    },
    Void {
        ticket: String,
        #[arg(long)]
        text: String,
    },
    Files {
        ticket: String,
    },
    Save {
        ticket: String,
        digest: String,
        #[arg(long, value_name = "FILE")]
        out: String,
    },
    File {
        ticket: String,
        #[arg(long, value_name = "FILE.pdf")]
        out: String,
    },
    Survey {
        ticket: String,
        #[arg(long, value_name = "FILE.pdf", required_unless_present = "hand_in")]
        out: Option<String>,
        #[arg(long)]
        hand_in: bool,
    },
    Types {
        unit: String,
    },
    Week {
        #[arg(value_name = "DATE")]
        day: Option<String>,
        #[arg(long, value_name = "FILE.xlsx")]
        out: Option<String>,
    },
    Statistics {
        from: String,
        to: String,
        #[arg(long, value_name = "CODE")]
        unit: Option<String>,
        #[arg(long, value_name = "FILE.xlsx")]
        out: Option<String>,
    },
}

#[derive(Debug, Args)]
pub struct List {
    #[arg(long, value_name = "CODE")]
    pub unit: Option<String>,
    #[arg(long, value_parser = STATES)]
    pub state: Vec<String>,
    #[arg(long, value_parser = ["overdue", "soon", "escalated", "refused", "follow"])]
    pub due: Vec<String>,
    #[arg(long, value_name = "CODE")]
    pub kind: Option<String>,
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
    pub kind: String,
    pub title: String,
    #[arg(long, value_name = "NAME")]
    pub customer: Option<String>,
    #[arg(long, value_name = "NUMBER")]
    pub opportunity: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub person: Option<String>,
    #[arg(long)]
    pub phone: Option<String>,
    #[arg(long, value_parser = CHANNELS, default_value = "phone")]
    pub channel: String,
    #[arg(long, value_parser = URGENCIES, default_value = "normal")]
    pub urgency: String,
    #[arg(long, value_parser = COMPLEXITIES, default_value = "ordinary")]
    pub complexity: String,
    #[arg(long, value_name = "DATE")]
    pub on: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub by: Option<String>,
    #[arg(long, value_name = "CODE=TEXT")]
    pub field: Vec<String>,
    #[arg(long)]
    pub own: bool,
}
