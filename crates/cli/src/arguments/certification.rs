//! Certification: the list, one person against a level, and what is done in a case. Help texts stand in `words/`.

use clap::{ArgGroup, Args, Subcommand};

pub const STATES: [&str; 5] = ["due", "open", "certified", "failed", "probation"];
pub const EVIDENCE: [&str; 4] = ["companyExperience", "serviceExperience", "quarterGrade", "behaviour"];
pub const GRADES: [&str; 4] = ["A", "B", "C", "D"];

#[derive(Debug, Subcommand)]
pub enum Certification {
    List {
        #[arg(long, value_parser = STATES)]
        state: Option<String>,
        #[arg(long, value_name = "CODE")]
        unit: Option<String>,
    },
    Show {
        staff_no: String,
        #[arg(long, value_name = "NUMBER")]
        case: Option<u32>,
        #[arg(long, value_name = "NUMBER", conflicts_with = "case")]
        level: Option<u32>,
    },
    Open {
        staff_no: String,
        #[arg(long, value_name = "NUMBER")]
        level: u32,
    },
    Evidence(Box<Evidence>),
    Strike {
        staff_no: String,
        line: u32,
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    Exam {
        staff_no: String,
        #[arg(long, value_name = "DATE")]
        sitting: String,
        #[arg(long, value_name = "POINTS")]
        general: String,
        #[arg(long, value_name = "POINTS")]
        professional: String,
        #[arg(long, value_name = "TEXT")]
        correction: Option<String>,
    },
    Decide(Box<DecideCase>),
    Withdraw {
        staff_no: String,
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    Certificate {
        staff_no: String,
        #[arg(long, value_name = "FILE.pdf")]
        out: String,
        #[arg(long, value_name = "NUMBER")]
        case: Option<u32>,
    },
    Standards,
}

#[derive(Debug, Args)]
pub struct Evidence {
    pub staff_no: String,
    #[arg(value_parser = EVIDENCE)]
    pub of: String,
    #[arg(long, value_name = "DATE")]
    pub since: Option<String>,
    #[arg(long)]
    pub quarter: Option<String>,
    #[arg(long, value_parser = GRADES)]
    pub grade: Option<String>,
    #[arg(long, value_name = "CODE")]
    pub requirement: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub day: Option<String>,
    #[arg(long, value_name = "NUMBER")]
    pub count: Option<u32>,
    #[arg(long, value_name = "NAME")]
    pub object_grade: Option<String>,
    #[arg(long)]
    pub text: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub paper: Option<String>,
}

#[derive(Debug, Args)]
#[command(group = ArgGroup::new("decided").args(["pass", "fail"]).required(true))]
pub struct DecideCase {
    pub staff_no: String,
    #[arg(long)]
    pub pass: bool,
    #[arg(long, requires = "then", requires = "reason")]
    pub fail: bool,
    #[arg(long, value_name = "DATE", conflicts_with = "fail")]
    pub valid_from: Option<String>,
    #[arg(long, value_name = "TEXT", conflicts_with = "fail")]
    pub exception: Option<String>,
    #[arg(long, value_name = "TEXT", conflicts_with = "pass")]
    pub reason: Option<String>,
    #[arg(long, value_parser = ["retrain", "replace"], conflicts_with = "pass")]
    pub then: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub evaluator: Option<String>,
    #[arg(long, value_name = "TEXT", requires = "evaluator")]
    pub basis: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub paper: Option<String>,
}
