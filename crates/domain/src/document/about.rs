//! On what a document hangs.

use crate::customer::CustomerNo;
use crate::kernel::{StaffNo, UnitCode};
use crate::opportunity::OpportunityNo;
use crate::refusal::Refusal;
use crate::ticket::TicketNo;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// The one thing that a document hangs on; written as `ticket/CD-202610-0001`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum About {
    /// A ticket.
    Ticket(TicketNo),
    /// An opportunity (project).
    Opportunity(OpportunityNo),
    /// A customer.
    Customer(CustomerNo),
    /// An engineer.
    Person(StaffNo),
}

impl About {
    /// The word of its kind.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Ticket(_) => "ticket",
            Self::Opportunity(_) => "opportunity",
            Self::Customer(_) => "customer",
            Self::Person(_) => "person",
        }
    }

    /// Whether it is a customer's affair, which not all read who read tickets (CUS-03).
    #[must_use]
    pub fn is_customers(&self) -> bool {
        matches!(self, Self::Opportunity(_) | Self::Customer(_))
    }

    /// Its number.
    #[must_use]
    pub fn key(&self) -> String {
        match self {
            Self::Ticket(no) => no.to_string(),
            Self::Opportunity(no) => no.to_string(),
            Self::Customer(no) => no.to_string(),
            Self::Person(no) => no.to_string(),
        }
    }

    /// The unit that its number names; an engineer may be in several.
    #[must_use]
    pub fn unit(&self) -> Option<&UnitCode> {
        match self {
            Self::Ticket(no) => Some(&no.unit),
            Self::Opportunity(no) => Some(&no.unit),
            Self::Customer(no) => Some(&no.unit),
            Self::Person(_) => None,
        }
    }
}

impl fmt::Display for About {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.kind(), self.key())
    }
}

impl FromStr for About {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Refusal> {
        let parsed = || {
            let (kind, key) = text.trim().split_once('/')?;
            Some(match kind {
                "ticket" => Self::Ticket(key.parse().ok()?),
                "opportunity" => Self::Opportunity(key.parse().ok()?),
                "customer" => Self::Customer(key.parse().ok()?),
                "person" => Self::Person(StaffNo::parse(key).ok()?),
                _ => return None,
            })
        };
        parsed().ok_or_else(|| Refusal::UnknownAbout { about: text.trim().to_owned() })
    }
}

impl From<About> for String {
    fn from(about: About) -> Self {
        about.to_string()
    }
}

impl TryFrom<String> for About {
    type Error = Refusal;

    fn try_from(text: String) -> Result<Self, Refusal> {
        text.parse()
    }
}
