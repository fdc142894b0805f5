//! The one list of use cases, and everything that stands between a request and the rooms that answer it.
//!
//! Owns: the border (requests, responses, errors, rights, words) and the handlers that add actor and time, ask the
//! rules in `domain`, and let `ledger` append and project. Refuses whoever is not signed in or has no right to the
//! record. Holds no rule of its own and no SQL. Start reading at [`api`] for the list, then [`session`] for an act's way.

mod accounts;
pub mod api;
pub mod approval;
mod assessment;
mod attached;
mod attendance;
mod calendar;
mod certification;
pub mod clock;
mod contents;
mod contract;
mod copies;
mod customer;
mod demo;
mod development;
mod document;
mod erasable;
mod error;
mod exchange;
mod journal;
mod keeping;
mod maintenance;
mod money;
mod opportunity;
mod organisation;
mod own;
mod parse;
mod people;
mod personal;
mod registers;
mod reports;
mod restricted;
pub mod rights;
mod roots;
mod rulebook;
mod search;
mod session;
mod settlement;
mod signing;
mod slip;
mod ticket;
mod timeline;
mod watching;
pub mod words;
mod workbench;

pub use api::{Act, UseCase};
pub use contents::child_if_asked;
pub use error::{AppError, ErrorClass};
pub use extract::{Reader, answer as answer_as_reader};
pub use session::{App, Options, Receipt, default_dir};
pub use watching::Watch;

/// Requests and responses by feature.
#[expect(
    ambiguous_glob_reexports,
    reason = "handlers of several features share a name; only the types are meant"
)]
pub mod requests {
    pub use crate::accounts::*;
    pub use crate::approval::*;
    pub use crate::assessment::*;
    pub use crate::attendance::*;
    pub use crate::calendar::*;
    pub use crate::certification::*;
    pub use crate::contents::{FilePlace, ReadContents, ReadingView};
    pub use crate::contract::*;
    pub use crate::customer::*;
    pub use crate::demo::*;
    pub use crate::development::*;
    pub use crate::document::*;
    pub use crate::exchange::*;
    pub use crate::journal::*;
    pub use crate::keeping::*;
    pub use crate::maintenance::*;
    pub use crate::money::*;
    pub use crate::opportunity::*;
    pub use crate::organisation::*;
    pub use crate::people::*;
    pub use crate::personal::*;
    pub use crate::registers::*;
    pub use crate::reports::*;
    pub use crate::roots::*;
    pub use crate::rulebook::*;
    pub use crate::search::*;
    pub use crate::settlement::*;
    pub use crate::signing::*;
    pub use crate::slip::*;
    pub use crate::ticket::*;
    pub use crate::workbench::*;
}

pub use ledger::{Progress, Stage};
