//! Training, awards and violations, the ability checklist (§6.5). Help texts stand in `words/`.

use clap::{ArgGroup, Subcommand};

pub const TRAININGS: [&str; 3] = ["technical", "service", "confidentiality"];
pub const CONDUCT: [&str; 7] =
    ["commendation", "learning", "interview", "rules", "leak", "clientHarm", "falsePromise"];
pub const SANCTIONS: [&str; 6] =
    ["none", "verbalWarning", "writtenWarning", "rewardCancelled", "demotion", "dismissal"];
pub const ABILITIES: [&str; 5] = ["communication", "expertise", "guidance", "delivery", "continuity"];

#[derive(Debug, Subcommand)]
pub enum Development {
    Show {
        staff_no: String,
    },
    Train {
        #[arg(value_parser = TRAININGS)]
        kind: String,
        #[arg(value_name = "STAFF_NO", required = true)]
        staff_nos: Vec<String>,
        #[arg(long, value_name = "TEXT")]
        title: String,
        #[arg(long, value_name = "DATE")]
        on: String,
        #[arg(long, value_name = "NUMBER")]
        hours: u32,
        #[arg(long, value_name = "STAFF_NO")]
        trainer: Option<String>,
    },
    #[command(group = ArgGroup::new("came").args(["attended", "absent"]).required(true))]
    Attend {
        number: u32,
        staff_no: String,
        #[arg(long)]
        attended: bool,
        #[arg(long)]
        absent: bool,
        #[arg(long, value_name = "POINTS", conflicts_with = "absent")]
        result: Option<String>,
    },
    CancelTraining {
        number: u32,
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    Conduct {
        staff_no: String,
        #[arg(value_parser = CONDUCT)]
        kind: String,
        #[arg(long, value_name = "DATE")]
        day: Option<String>,
        #[arg(long)]
        text: Option<String>,
        #[arg(long, value_name = "FILE")]
        paper: Option<String>,
    },
    Decide {
        staff_no: String,
        number: u32,
        #[arg(long, value_parser = SANCTIONS)]
        sanction: String,
        #[arg(long)]
        replace: bool,
        #[arg(long, value_name = "DATE")]
        day: Option<String>,
        #[arg(long)]
        text: Option<String>,
        #[arg(long, value_name = "FILE")]
        paper: Option<String>,
    },
    Withdraw {
        staff_no: String,
        number: u32,
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    #[command(group = ArgGroup::new("judged").args(["met", "not_met"]).required(true))]
    Ability {
        staff_no: String,
        #[arg(value_parser = ABILITIES)]
        item: String,
        #[arg(long)]
        met: bool,
        #[arg(long)]
        not_met: bool,
        #[arg(long, value_name = "DATE")]
        day: Option<String>,
        #[arg(long)]
        text: Option<String>,
    },
}
