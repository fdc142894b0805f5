//! A ticket's page: where it stands, what is missing, its clock day by day, and its history as one timeline.

use super::list::{standing_days, standing_word};
use super::types::{TicketTypeBody, same_shape};
use super::words::{Days, kept_texts, read, ticket_no};
use crate::api::Act;
use crate::error::AppError;
use crate::organisation::word;
use crate::personal::engineer_subject;
use crate::session::App;
use crate::timeline::{TimelineActView, timeline};
use domain::deadline::{DayCounted, Lateness, standing};
use domain::form::{Answer, Answers, ItemState};
use domain::kernel::{Digest, StaffNo};
use domain::personal::TicketPart;
use domain::ticket::{Ticket as Known, TicketNo, TicketTerm};
use ledger::rusqlite::Connection;
use ledger::ticket::query;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Shows a ticket.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct Ticket {
    /// 工单号.
    pub ticket: String,
}

/// What is missing to close a ticket.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct GapView {
    /// `responsible`, `field`, `item`, `record`, `step`, `audit`, `waiting`, `customer`, `delivery`, `confirmation` or `rating`.
    pub code: String,
    /// Code of the field, part, record or step.
    #[serde(default)]
    pub part: Option<String>,
    /// Its label.
    #[serde(default)]
    pub label: Option<String>,
    /// Records kept.
    #[serde(default)]
    pub have: Option<u32>,
    /// Records needed.
    #[serde(default)]
    pub need: Option<u32>,
}

/// A part of a ticket.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct TicketItemView {
    /// Which, by code.
    pub item: String,
    /// Whether it is asked for.
    pub asked: bool,
    /// `open`, `done` or `notApplicable`.
    pub state: String,
    /// There since.
    pub on: Option<String>,
    /// SHA-256 of its file.
    pub file: Option<String>,
    /// Why it does not apply.
    pub reason: Option<String>,
}

/// A record of a ticket.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct TicketRecordView {
    /// 1, 2, …
    pub number: u32,
    /// Its kind, by code.
    pub kind: String,
    /// Its day.
    pub on: String,
    /// What was filled in, as text; a personal field that was erased is not among them.
    pub fields: BTreeMap<String, String>,
    /// SHA-256 of its file.
    pub file: Option<String>,
    /// Who wrote it.
    pub by: String,
    /// Why it was struck.
    pub struck: Option<String>,
}

/// A round of audit.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct AuditView {
    /// 1, 2, …
    pub round: u32,
    /// Asked for on that day.
    pub asked_on: String,
    /// After the last day for it.
    pub late: bool,
    /// SHA-256 of the file.
    pub file: String,
    /// Answered on that day.
    pub decided_on: Option<String>,
    /// Accepted.
    pub accepted: Option<bool>,
    /// What does not conform.
    pub text: Option<String>,
    /// Who audited.
    pub person: Option<String>,
    /// What it rests on.
    pub basis: Option<String>,
}

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
    /// `accept`, `review`, `delivery` or `bidAudit`.
    pub term: String,
    /// The last day.
    pub due_on: String,
    /// Done on that day.
    pub done_on: Option<String>,
    /// `overdue`, `soon`, `running`, `waiting`, `inTime` or `late`.
    pub standing: String,
    /// Working days late, or left.
    pub days: Option<u32>,
}

/// A ticket.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct TicketView {
    /// 工单号.
    pub ticket: String,
    /// 单位代码.
    pub unit: String,
    /// Its type, in the version that it began with.
    pub kind: TicketTypeBody,
    /// What it is about.
    pub title: String,
    /// The customer's organisation.
    pub customer: Option<String>,
    /// 客户编号 of the customer on record that it belongs to.
    pub customer_no: Option<String>,
    /// 商机编号 of the opportunity that it belongs to.
    pub opportunity: Option<String>,
    /// 申请人's account.
    pub requester: Option<String>,
    /// 申请人's name; absent where it was erased.
    pub requester_name: Option<String>,
    /// 申请人's phone.
    pub phone: Option<String>,
    /// How it came in.
    pub channel: String,
    /// How urgent.
    pub urgency: String,
    /// How complex.
    pub complexity: String,
    /// Where it stands.
    pub state: String,
    /// `review`, `work` or `confirmation`.
    pub phase: String,
    /// Came in that day.
    pub received_on: String,
    /// The last day as first asked for.
    pub asked_for: Option<String>,
    /// As agreed on instead.
    pub agreed_on: Option<String>,
    /// As it stands.
    pub due_on: Option<String>,
    /// Delivered on that day.
    pub delivered_on: Option<String>,
    /// The customer agreed on that day.
    pub accepted_on: Option<String>,
    /// Ended on that day.
    pub closed_on: Option<String>,
    /// 工号 of 第一责任人.
    pub first: Option<String>,
    /// Their name; the staff number where it was erased.
    pub first_name: Option<String>,
    /// 工号 of 第二责任人.
    pub second: Option<String>,
    /// Their name.
    pub second_name: Option<String>,
    /// Fields, as text.
    pub fields: BTreeMap<String, String>,
    /// Parts, in the type's order.
    pub items: Vec<TicketItemView>,
    /// Records, in order.
    pub records: Vec<TicketRecordView>,
    /// Steps taken.
    pub steps: u32,
    /// Rounds of audit.
    pub audits: Vec<AuditView>,
    /// The requester's marks.
    pub marks: Option<BTreeMap<String, u8>>,
    /// What is missing to close it.
    pub missing: Vec<GapView>,
    /// Its terms.
    pub terms: Vec<TermView>,
    /// The clock of its delivery, day by day.
    pub clock: Vec<ClockDayView>,
    /// What was done, oldest first.
    pub acts: Vec<TimelineActView>,
    /// Whether the account is the requester.
    pub is_requester: bool,
}

/// `ticket`.
pub fn ticket(app: &mut App, request: Ticket) -> Result<TicketView, AppError> {
    let no = ticket_no(app, Act::Ticket, &request.ticket)?;
    let conn = app.conn()?;
    let known = read(conn, &no)?;
    let unknown = || domain::Refusal::UnknownTicket { ticket: no.to_string() };
    let head = query::head(conn, &no)?.ok_or_else(unknown)?;
    let today = app.today()?;
    let days = Days::of(conn, today)?;
    let link = ledger::opportunity::facts::ticket_link(conn, &no)?;
    let contact = kept_texts(conn, &no, TicketPart::Contact, head.contact.as_ref())?;
    let requester_name = match &known.requester {
        Some(account) => Some(app.account_name(account)?),
        None => contact.get("name").cloned(),
    };
    let name = |staff_no: &Option<StaffNo>| name_of(app, staff_no.as_ref());
    let personal = kept_texts(conn, &no, TicketPart::Fields, known.text.as_ref())?;
    let text = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
    Ok(TicketView {
        ticket: no.to_string(),
        unit: no.unit.to_string(),
        kind: same_shape(&known.kind)?,
        title: known.title.clone(),
        customer: head.customer.clone(),
        customer_no: link.customer.map(|no| no.to_string()),
        opportunity: link.opportunity.map(|no| no.to_string()),
        requester: known.requester.as_ref().map(ToString::to_string),
        requester_name,
        phone: contact.get("phone").cloned(),
        channel: word(&head.channel),
        urgency: word(&known.urgency),
        complexity: word(&known.complexity),
        state: word(&known.state),
        phase: word(&known.phase()),
        received_on: known.received_on.to_string(),
        asked_for: text(known.asked_for),
        agreed_on: text(known.agreed_on),
        due_on: text(known.due_on),
        delivered_on: text(known.delivered_on),
        accepted_on: text(known.accepted_on),
        closed_on: text(known.closed.map(|(on, _)| on)),
        first: known.first.as_ref().map(ToString::to_string),
        first_name: name(&known.first)?,
        second: known.second.as_ref().map(ToString::to_string),
        second_name: name(&known.second)?,
        fields: texts_of(&known.answers, personal),
        items: known.kind.items.iter().map(|item| item_view(item, &known)).collect(),
        records: records(app, conn, &no)?,
        steps: u32::try_from(known.steps).unwrap_or(u32::MAX),
        audits: audits(conn, &no, &known)?,
        marks: known
            .rating
            .as_ref()
            .map(|rating| rating.0.iter().map(|(q, mark)| (word(q), *mark)).collect()),
        missing: known.missing().iter().map(same_shape).collect::<Result<_, _>>()?,
        terms: terms(&known, &days),
        clock: clock(conn, &no, &known, &days)?,
        acts: timeline(app, conn, query::acts(conn, &no)?)?,
        is_requester: known.requester.as_ref() == Some(&app.signed_in()?.account),
    })
}

fn name_of(app: &App, staff_no: Option<&StaffNo>) -> Result<Option<String>, AppError> {
    let Some(staff_no) = staff_no else { return Ok(None) };
    let subject = engineer_subject(staff_no);
    let names = app.names(std::slice::from_ref(&subject))?;
    Ok(Some(names.get(&subject).cloned().unwrap_or_else(|| staff_no.to_string())))
}

/// Answers as one reads and types them, with the personal texts that are still kept.
pub(crate) fn texts_of(answers: &Answers, mut texts: BTreeMap<String, String>) -> BTreeMap<String, String> {
    for (code, answer) in &answers.plain {
        let text = match answer {
            Answer::Text(text) => text.clone(),
            Answer::Number(number) => number.to_string(),
            Answer::Yuan(amount) => amount.to_string(),
            Answer::Day(day) => day.to_string(),
            Answer::YesNo(yes) => if *yes { "yes" } else { "no" }.to_owned(),
            Answer::Several(options) => options.join("\n"),
            Answer::Staff(staff_no) => staff_no.to_string(),
        };
        texts.insert(code.clone(), text);
    }
    texts
}

fn item_view(item: &domain::form::CheckItem, known: &Known) -> TicketItemView {
    let mut view = TicketItemView {
        item: item.code.clone(),
        asked: item.asked(&known.answers),
        state: "open".to_owned(),
        on: None,
        file: None,
        reason: None,
    };
    match known.items.get(&item.code) {
        Some(ItemState::Done { on, file }) => {
            "done".clone_into(&mut view.state);
            view.on = Some(on.to_string());
            view.file = file.as_ref().map(Digest::to_string);
        }
        Some(ItemState::NotApplicable { reason }) => {
            "notApplicable".clone_into(&mut view.state);
            view.reason = Some(reason.clone());
        }
        Some(ItemState::Open) | None => {}
    }
    view
}

fn records(app: &App, conn: &Connection, no: &TicketNo) -> Result<Vec<TicketRecordView>, AppError> {
    let mut views = Vec::new();
    for kept in query::records(conn, no)? {
        let texts = kept_texts(conn, no, TicketPart::Record(kept.number), kept.text.as_ref())?;
        views.push(TicketRecordView {
            number: kept.number,
            kind: kept.kind,
            on: kept.on.to_string(),
            fields: texts_of(&kept.answers, texts),
            file: kept.file.as_ref().map(Digest::to_string),
            by: app.account_name(&kept.account)?,
            struck: kept.struck,
        });
    }
    Ok(views)
}

fn audits(conn: &Connection, no: &TicketNo, known: &Known) -> Result<Vec<AuditView>, AppError> {
    let answers = query::audit_answers(conn, no)?;
    let mut views = Vec::new();
    for round in &known.audits {
        let answer = answers.iter().find(|answer| answer.round == round.round);
        let texts = match answer {
            Some(answer) => kept_texts(conn, no, TicketPart::Words(answer.number), answer.text.as_ref())?,
            None => BTreeMap::new(),
        };
        views.push(AuditView {
            round: round.round,
            asked_on: round.asked_on.to_string(),
            late: round.late,
            file: round.file.to_string(),
            decided_on: round.decided.map(|(on, _)| on.to_string()),
            accepted: round.decided.map(|(_, accepted)| accepted),
            text: texts.get("text").cloned(),
            person: texts.get("person").cloned(),
            basis: answer.and_then(|answer| answer.behalf.as_ref()).map(|behalf| behalf.basis.clone()),
        });
    }
    Ok(views)
}

fn terms(known: &Known, days: &Days) -> Vec<TermView> {
    let with = days.reckoning();
    let view = |(term, counted): (TicketTerm, Lateness)| {
        let stands = standing(&counted, with.calendar, with.today);
        TermView {
            term: term.code().to_owned(),
            due_on: counted.due_on.to_string(),
            done_on: counted.done_on.map(|day| day.to_string()),
            standing: standing_word(stands).to_owned(),
            days: standing_days(stands),
        }
    };
    known.terms(&with).into_iter().map(view).collect()
}

fn clock(
    conn: &Connection,
    no: &TicketNo,
    known: &Known,
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
