//! Documents: filed, listed, shown, saved. Help texts stand in `words/`.

use clap::{Args, Subcommand};

#[derive(Debug, Args)]
pub struct Attach {
    pub ticket: String,
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<String>,
    #[arg(long, value_name = "CODE")]
    pub category: Option<String>,
    #[arg(long, value_name = "CODE", requires = "category")]
    pub kind: Option<String>,
    #[arg(long, value_name = "CODE")]
    pub stage: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub note: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub tag: Vec<String>,
}

#[derive(Debug, Subcommand)]
pub enum Document {
    List(List),
    Show {
        document: String,
    },
    Save {
        document: String,
        #[arg(long, value_name = "NUMBER")]
        version: Option<u32>,
        #[arg(long, value_name = "FILE")]
        out: String,
    },
}

#[derive(Debug, Args)]
pub struct List {
    #[arg(long, value_name = "CODE")]
    pub unit: Option<String>,
    #[arg(long, value_name = "NUMBER")]
    pub ticket: Option<String>,
    #[arg(long, value_name = "CODE")]
    pub category: Vec<String>,
    #[arg(long, value_name = "TEXT")]
    pub tag: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub to: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub find: Option<String>,
    #[arg(long, default_value_t = 20, value_name = "NUMBER")]
    pub limit: u32,
    #[arg(long, value_name = "FILE.xlsx")]
    pub out: Option<String>,
}
