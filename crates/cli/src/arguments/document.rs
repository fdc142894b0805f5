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
    Index {
        #[command(flatten)]
        about: About,
        #[arg(long, value_name = "FILE.pdf")]
        out: String,
    },
    Compare {
        document: String,
        #[arg(long, value_name = "NUMBER")]
        from: Option<u32>,
        #[arg(long, value_name = "NUMBER")]
        to: Option<u32>,
    },
    Package {
        #[command(flatten)]
        about: About,
        #[arg(long, value_name = "TEXT", default_value = "")]
        reason: String,
        #[arg(long, value_name = "FILE.zip")]
        out: String,
    },
}

/// On what documents hang: one of them.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub struct About {
    #[arg(long, value_name = "NUMBER")]
    pub ticket: Option<String>,
    #[arg(long, value_name = "NUMBER")]
    pub opportunity: Option<String>,
    #[arg(long, value_name = "NUMBER")]
    pub customer: Option<String>,
    #[arg(long, value_name = "NUMBER")]
    pub person: Option<String>,
}

impl About {
    /// As the use cases name it.
    pub fn text(&self) -> String {
        let given = [
            ("ticket", &self.ticket),
            ("opportunity", &self.opportunity),
            ("customer", &self.customer),
            ("person", &self.person),
        ];
        let named = given.into_iter().find_map(|(kind, no)| Some(format!("{kind}/{}", no.as_ref()?.trim())));
        named.unwrap_or_default()
    }
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
