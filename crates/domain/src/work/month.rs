//! An engineer's month of tickets.

use crate::kernel::{Exact, StaffNo};
use crate::ticket::{Rating, TermDays, TicketNo};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A ticket that was closed as done (办结); one that was closed with advice only, or not accepted, is no evidence of work.
#[derive(Clone, Debug)]
pub struct EndedTicket {
    /// 工单号.
    pub no: TicketNo,
    /// 第一责任人 when it ended: the whole ticket is theirs, whoever else helped.
    pub first: StaffNo,
    /// Its terms.
    pub days: TermDays,
    /// Ended on that day.
    pub closed_on: NaiveDate,
    /// The requester's rating.
    pub rating: Option<Rating>,
}

/// What the second engineer did of a ticket and gave back (DSP-10): of the ticket, that is all that is theirs.
#[derive(Clone, Debug)]
pub struct ReturnedIncident {
    /// 工单号.
    pub no: TicketNo,
    /// 1, 2, … of the ticket.
    pub incident: u32,
    /// 第二责任人.
    pub second: StaffNo,
    /// Asked for by that day.
    pub until: NaiveDate,
    /// Given back on that day.
    pub returned_on: NaiveDate,
}

/// Something that somebody did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PieceOfWork {
    /// 工单号.
    pub no: TicketNo,
    /// Which incident of it; `None` for the whole ticket.
    pub incident: Option<u32>,
    /// Ended on that day.
    pub ended_on: NaiveDate,
    /// Delivered, or given back, on the last day or before. What has no last day is not late.
    pub in_time: bool,
    /// Taken on the last day for it or before; `None` for an incident, which has no such term.
    pub taken_in_time: Option<bool>,
    /// The requester's rating, which is of the whole ticket.
    pub rating: Option<Rating>,
}

/// What a month's tickets and complaints say of somebody, in the order of their days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WorkMonth {
    /// What they did.
    pub done: Vec<PieceOfWork>,
    /// 投诉: numbers of those that count against them.
    pub complaints: Vec<String>,
}

impl WorkMonth {
    /// Whether there is nothing to say.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.done.is_empty() && self.complaints.is_empty()
    }

    /// Whole tickets.
    pub fn tickets(&self) -> impl Iterator<Item = &PieceOfWork> {
        self.done.iter().filter(|piece| piece.incident.is_none())
    }

    /// What was done for another's ticket.
    pub fn incidents(&self) -> impl Iterator<Item = &PieceOfWork> {
        self.done.iter().filter(|piece| piece.incident.is_some())
    }

    /// Tickets with a rating.
    pub fn rated(&self) -> impl Iterator<Item = (&PieceOfWork, &Rating)> {
        self.tickets().filter_map(|piece| Some((piece, piece.rating.as_ref()?)))
    }

    /// Tickets one of whose marks was so low that it needed a reason.
    pub fn rated_low(&self) -> impl Iterator<Item = &PieceOfWork> {
        self.rated().filter(|(_, rating)| rating.is_low()).map(|(piece, _)| piece)
    }

    /// 平均评价: the mean of all marks, as in the statistics of tickets; `None` where nothing was rated.
    #[must_use]
    pub fn mean_mark(&self) -> Option<Exact> {
        let marks: u32 = self.rated().map(|(_, rating)| rating.sum()).sum();
        let questions: u32 = self.rated().map(|(_, rating)| rating.questions()).sum();
        Exact::ratio(marks.into(), questions.into())
    }
}

/// Everybody's month out of what ended in it, and the complaints that count against them in it.
#[must_use]
pub fn work_months(
    tickets: impl IntoIterator<Item = EndedTicket>,
    incidents: impl IntoIterator<Item = ReturnedIncident>,
    complaints: impl IntoIterator<Item = (StaffNo, String)>,
) -> BTreeMap<StaffNo, WorkMonth> {
    let mut months: BTreeMap<StaffNo, WorkMonth> = BTreeMap::new();
    for ticket in tickets {
        months.entry(ticket.first).or_default().done.push(PieceOfWork {
            no: ticket.no,
            incident: None,
            ended_on: ticket.closed_on,
            // A type may close without delivery, or be done by whoever never took it: nothing was late then.
            in_time: ticket.days.delivered_in_time().unwrap_or(true),
            taken_in_time: Some(ticket.days.taken_in_time().unwrap_or(true)),
            rating: ticket.rating,
        });
    }
    for one in incidents {
        months.entry(one.second).or_default().done.push(PieceOfWork {
            no: one.no,
            incident: Some(one.incident),
            ended_on: one.returned_on,
            in_time: one.returned_on <= one.until,
            taken_in_time: None,
            rating: None,
        });
    }
    for (staff_no, complaint) in complaints {
        months.entry(staff_no).or_default().complaints.push(complaint);
    }
    for month in months.values_mut() {
        month.done.sort_by(|a, b| (a.ended_on, &a.no, a.incident).cmp(&(b.ended_on, &b.no, b.incident)));
        month.complaints.sort();
    }
    months
}
