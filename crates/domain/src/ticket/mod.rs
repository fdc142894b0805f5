//! Tickets (工单): what the client's people ask the engineers for, who does it by when, and what came of it (§5; catalogue
//! sections 5 to 7).
//!
//! A ticket's [`TicketType`] says what it asks for; it is data, so that a unit can make its own. Start reading at
//! [`Ticket::missing`], the one place that knows when a ticket may be closed, and [`Ticket::phase`].

mod act;
mod audit;
mod close;
mod concern;
mod copies;
mod demand;
mod due;
mod file;
mod gap;
mod help;
mod holder;
mod incident;
mod kind;
mod link;
mod milestone;
mod named;
mod no;
mod offered;
mod opinion;
mod postpone;
mod propose;
mod rating;
mod record;
mod register;
mod responsible;
mod review;
mod state;
mod statistics;
mod survey;
mod term;
mod third;
mod week;

pub use act::{Behalf, Words};
pub use audit::{AuditRound, TENDER_DEADLINE};
pub use close::CloseResult;
pub use concern::Concern;
pub use copies::{CopyTo, copied_to};
pub use demand::DemandChange;
pub use due::{Hearer, Pressing, TicketDue, TicketTask, told};
pub use file::{FileCategory, TicketFile, files};
pub use gap::Gap;
pub use help::{Help, HelpAnswer, HelpFrom};
pub use holder::{HeldBecause, Holder};
pub use incident::{Incident, PassedBy, Passing, ToldBy, acts_on_refusal};
pub use kind::{
    Acceptance, Opinion, RecordKind, Service, Step, TicketType, TypeKey, default_types, issue_type,
    retire_type,
};
pub use link::{LinkFacts, TicketLink, check_name, link};
pub use milestone::{MilestoneFacts, Milestones, SUBMISSION, SURVEY_PLAN, SURVEY_REPORT};
pub use named::{NamedAs, engineers_named};
pub use no::TicketNo;
pub use offered::TicketAct;
pub use opinion::Settlement;
pub use postpone::{Postponement, PostponementAnswer};
pub use propose::{Candidate, DispatchOrder, Proposal, SkipReason, propose};
pub use rating::{Rating, RatingQuestion, rating_questions};
pub use record::RecordRow;
pub use register::{Channel, Complexity, Registration, TicketIdentity, TypesInForce, Urgency, register};
pub use responsible::AssignFacts;
pub use review::{Review, ReviewOutcome};
pub use state::{Phase, Ticket, TicketState};
pub use statistics::{CountedTicket, Period, Statistics, Tally, drawn, statistics};
pub use survey::{AFFECTED, INTERVIEW};
pub use term::{DUE_LIMIT_YEARS, TermDays, TicketTerm, first_due, working_due};
pub use third::{ApprovalPost, ThirdApproval};
pub use week::{SupportForm, SupportWeek, Week, support_week};

#[cfg(test)]
mod tests;
