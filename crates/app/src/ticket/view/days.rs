//! The terms of a ticket with who has heard of them, and its clock day by day.

use super::super::list::{standing_days, standing_word};
use super::super::words::{Days, kept_texts};
use crate::error::AppError;
use crate::organisation::word;
use domain::deadline::{DayCounted, Lateness, standing};
use domain::personal::TicketPart;
use domain::ticket::{Ticket, TicketNo, TicketTerm, told};
use ledger::rusqlite::Connection;
use ledger::ticket::query;
use serde::Serialize;
use ts_rs::TS;

/// A day of a term.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct ClockDayView {
    /// The day.
    pub day: String,
    /// `start`, `counted`, `weekend`, `holiday` or `waiting`.
    pub counted: String,
    /// The n-th day, where it was counted.
    pub number: Option<u32>,
    /// Why it was waited.
    pub waiting: Option<String>,
    /// 补班.
    pub make_up: bool,
}

/// A term of a ticket.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct TermView {
    /// `accept`, `review`, `survey`, `delivery`, `bidAudit` or `bidSubmission`.
    pub term: String,
    /// The last day.
    pub due_on: String,
    /// Done on that day.
    pub done_on: Option<String>,
    /// `overdue`, `soon`, `running`, `waiting`, `inTime` or `late`.
    pub standing: String,
    /// Working days late, or left.
    pub days: Option<u32>,
    /// Roles that have heard of it by now, where it is late.
    pub told: Vec<String>,
}

pub(super) fn terms(known: &Ticket, days: &Days) -> Vec<TermView> {
    let with = days.reckoning();
    let view = |(term, counted): (TicketTerm, Lateness)| {
        let stands = standing(&counted, with.calendar, with.today);
        TermView {
            term: term.code().to_owned(),
            due_on: counted.due_on.to_string(),
            done_on: counted.done_on.map(|day| day.to_string()),
            standing: standing_word(stands).to_owned(),
            days: standing_days(stands),
            told: told(term, stands, &with).iter().map(|step| word(&step.role)).collect(),
        }
    };
    known.terms(&with).into_iter().map(view).collect()
}

pub(super) fn clock(
    conn: &Connection,
    no: &TicketNo,
    known: &Ticket,
    days: &Days,
) -> Result<Vec<ClockDayView>, AppError> {
    let with = days.reckoning();
    let Some(clock) = known.clock(with.calendar) else { return Ok(Vec::new()) };
    let mut reasons = Vec::new();
    for (number, digest) in query::wait_words(conn, no)? {
        let texts = kept_texts(conn, no, TicketPart::Words(number), digest.as_ref())?;
        reasons.push(texts.get("text").cloned());
    }
    let view = |day: domain::deadline::ClockDay| {
        let (counted, number, waiting) = match day.counted {
            DayCounted::Start => ("start", None, None),
            DayCounted::Counted(number) => ("counted", Some(number), None),
            DayCounted::Weekend => ("weekend", None, None),
            DayCounted::Holiday => ("holiday", None, None),
            DayCounted::Waiting(pause) => ("waiting", None, reasons.get(pause).cloned().flatten()),
        };
        ClockDayView {
            day: day.day.to_string(),
            counted: counted.to_owned(),
            number,
            waiting,
            make_up: day.make_up,
        }
    };
    Ok(clock.days(with.calendar, with.today).into_iter().map(view).collect())
}
