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
    Submit(Submit),
    Approvals {
        #[arg(long, value_name = "WHOSE")]
        whose: Option<String>,
        #[arg(long, value_name = "STATE")]
        state: Option<String>,
        #[arg(long, value_name = "CODE")]
        unit: Option<String>,
        #[arg(long, default_value_t = 20, value_name = "NUMBER")]
        limit: u32,
    },
    Approval {
        document: String,
        #[arg(long, value_name = "NUMBER")]
        number: Option<u32>,
    },
    #[command(subcommand)]
    Opinion(DocumentOpinion),
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

#[derive(Debug, Args)]
pub struct Submit {
    pub document: String,
    #[arg(long, value_name = "CODE")]
    pub route: Option<String>,
    #[arg(long, value_name = "ACCOUNT|@NAME")]
    pub seat: Vec<String>,
    #[arg(long, value_name = "STAGE")]
    pub stage: Vec<String>,
    #[arg(long, value_name = "NUMBER")]
    pub version: Option<u32>,
    #[arg(long, default_value = "", hide_default_value = true, value_name = "TEXT")]
    pub note: String,
}

#[derive(Debug, Subcommand)]
pub enum DocumentOpinion {
    Agree {
        document: String,
        #[command(flatten)]
        said: Said,
    },
    SendBack {
        document: String,
        #[arg(long, value_name = "NUMBER")]
        to: Option<u32>,
        #[command(flatten)]
        said: Said,
    },
    Ask {
        document: String,
        #[arg(long, value_name = "TEXT")]
        post: String,
        #[arg(long, value_name = "ACCOUNT|@NAME")]
        who: String,
        #[arg(long, default_value = "", hide_default_value = true, value_name = "TEXT")]
        text: String,
    },
    StandIn {
        document: String,
        #[arg(long, value_name = "NUMBER")]
        seat: u32,
        #[arg(long, value_name = "ACCOUNT")]
        who: String,
        #[arg(long, value_name = "DATE")]
        from: Option<String>,
        #[arg(long, value_name = "DATE")]
        to: Option<String>,
        #[arg(long, default_value = "", hide_default_value = true, value_name = "TEXT")]
        text: String,
    },
    Remind {
        document: String,
        #[arg(long, default_value = "", hide_default_value = true, value_name = "TEXT")]
        text: String,
    },
    Withdraw {
        document: String,
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    Save {
        document: String,
        #[arg(long, value_name = "SHA-256")]
        file: String,
        #[arg(long, value_name = "FILE")]
        out: String,
    },
}

#[derive(Debug, Args)]
pub struct Said {
    #[arg(long, default_value = "", hide_default_value = true, value_name = "TEXT")]
    pub text: String,
    #[arg(long, value_name = "NUMBER")]
    pub seat: Option<u32>,
    #[arg(long, value_name = "FILE", conflicts_with = "evidence")]
    pub file: Option<String>,
    #[arg(long, value_name = "FILE", requires = "seat")]
    pub evidence: Option<String>,
    #[arg(long, value_name = "TEXT", requires = "evidence")]
    pub basis: Option<String>,
    #[arg(long, value_name = "NAME", requires = "evidence")]
    pub person: Option<String>,
    #[arg(long, value_name = "DATE", requires = "evidence")]
    pub on: Option<String>,
}
