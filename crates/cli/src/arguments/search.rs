//! Words looked for in everything that is written. Help texts stand in `words/`.

use clap::Args;

pub const KINDS: [&str; 5] = ["ticket", "opportunity", "customer", "form", "document"];

#[derive(Debug, Args)]
pub struct Search {
    #[arg(required = true, value_name = "TEXT")]
    pub words: Vec<String>,
    #[arg(long, value_parser = KINDS)]
    pub kind: Vec<String>,
    #[arg(long, value_name = "CODE")]
    pub unit: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,
    #[arg(long, value_name = "DATE")]
    pub until: Option<String>,
    #[arg(long)]
    pub in_title: bool,
    #[arg(long, default_value_t = 20, value_name = "NUMBER")]
    pub limit: u32,
}
