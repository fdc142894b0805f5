//! A ticket's page: where it stands and what may be done, what is missing, what it holds, its terms and its history.

mod days;
mod hands;
mod parts;

pub(crate) use parts::texts_of;

use super::list::standing_word;
use super::types::{TicketTypeBody, same_shape};
use super::words::{Days, kept_texts, read, ticket_no};
use crate::api::Act;
use crate::error::AppError;
use crate::organisation::word;
use crate::personal::engineer_subject;
use crate::restricted::{does_ticket, does_work, seen};
use crate::rights::{belongs_here, may};
use crate::session::App;
use crate::timeline::{TimelineActView, timeline};
use chrono::NaiveDate;
use days::{ClockDayView, TermView};
use domain::deadline::{Reckoning, standing};
use domain::kernel::StaffNo;
use domain::personal::TicketPart;
use domain::ticket::{TermDays, TicketAct, TicketLink, TicketTerm};
pub use hands::HandsView;
use ledger::ticket::query;
pub use parts::TicketRecordView;
use parts::{AuditView, TicketItemView};
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
    /// `responsible`, `field`, `item`, `record`, `uncovered`, `opinion`, `step`, `audit`, `waiting`, `incident`, `help`, `customer`, `delivery`, `confirmation` or `rating`.
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
    /// Opinions that nobody settled.
    #[serde(default)]
    pub open: Option<u32>,
}

/// 投标截止 of a bid that was not handed in yet.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct TenderView {
    /// The day.
    pub on: String,
    /// Calendar days until then; below 0 after it.
    #[ts(type = "number")]
    pub left: i64,
    /// `overdue`, `soon` or `running`.
    pub standing: String,
}

pub(super) fn tender_view(known: &TermDays, with: &Reckoning<'_>) -> Option<TenderView> {
    let (on, left) = known.tender_deadline.zip(known.tender_countdown(with.today))?;
    let (_, term) = known.terms(with).into_iter().find(|(term, _)| *term == TicketTerm::BidSubmission)?;
    let stands = standing_word(standing(&term, with.calendar, with.today));
    Some(TenderView { on: on.to_string(), left, standing: stands.to_owned() })
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
    /// 项目名称 of that opportunity.
    pub opportunity_title: Option<String>,
    /// Whether the account may say to which customer and opportunity it belongs.
    pub may_link: bool,
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
    /// 投标截止, until the bid was handed in.
    pub tender: Option<TenderView>,
    /// The clock of its delivery, day by day.
    pub clock: Vec<ClockDayView>,
    /// What was done, oldest first.
    pub acts: Vec<TimelineActView>,
    /// Whether the account fills in its fields, keeps its records and parts.
    pub may_work: bool,
    /// Whether it may file documents on it.
    pub may_file: bool,
    /// Whether the report of its survey can be made (SUR-06).
    pub survey: bool,
    /// Whether the account is the requester.
    pub is_requester: bool,
    /// What the account may do with it now, the most likely first.
    pub offered: Vec<String>,
    /// 确认归档 on that day.
    pub confirmed_on: Option<String>,
    /// Who answers for it, and what others were asked.
    pub hands: HandsView,
}

/// `ticket`.
pub fn ticket(app: &mut App, request: Ticket) -> Result<TicketView, AppError> {
    let no = ticket_no(app, Act::Ticket, &request.ticket)?;
    let conn = app.conn()?;
    let known = read(conn, &no)?;
    let unknown = || domain::Refusal::UnknownTicket { ticket: no.to_string() };
    let head = query::head(conn, &no)?.ok_or_else(unknown)?;
    let (actor, hand) = (app.signed_in()?, app.hand()?);
    let (here, target) = (app.installation()?, app.ticket_target(&no)?);
    let able = |act| belongs_here(act, here.role) && may(act, actor, &target, &here.unit);
    let for_hand = |act| hand.as_ref().is_none_or(|staff_no| known.is_for_hand(staff_no, act));
    let may_do = |act| able(act_of(act)) && for_hand(act);
    let today = app.today()?;
    let days = Days::of(conn, today)?;
    // Whose customer and opportunity it is, is for those who read customers (CUS-03).
    let link = if does_work(app, Act::Opportunity, &no.unit)? {
        ledger::opportunity::facts::ticket_link(conn, &no)?
    } else {
        TicketLink::default()
    };
    let project =
        link.opportunity.as_ref().map(|no| ledger::opportunity::facts::opportunity(conn, no)).transpose()?;
    let may_link = able(Act::LinkTicket);
    let contact = kept_texts(conn, &no, TicketPart::Contact, head.contact.as_ref())?;
    let requester_name = match &known.requester {
        Some(account) => Some(app.account_name(account)?),
        None => contact.get("name").cloned(),
    };
    let name = |staff_no: &Option<StaffNo>| name_of(app, staff_no.as_ref());
    let personal = kept_texts(conn, &no, TicketPart::Fields, known.text.as_ref())?;
    let works = does_ticket(app, &no)?;
    let text = |day: Option<NaiveDate>| day.map(|day| day.to_string());
    Ok(TicketView {
        ticket: no.to_string(),
        unit: no.unit.to_string(),
        kind: same_shape(&known.kind)?,
        title: known.title.clone(),
        customer: head.customer.clone(),
        customer_no: link.customer.map(|no| no.to_string()),
        opportunity: link.opportunity.map(|no| no.to_string()),
        opportunity_title: project.flatten().map(|project| project.basics.title),
        may_link,
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
        fields: seen(texts_of(&known.answers, personal), &known.kind.fields, works),
        items: known.kind.items.iter().map(|item| parts::item_view(item, &known, works)).collect(),
        records: parts::records(app, conn, &no, &known, works)?,
        steps: u32::try_from(known.steps).unwrap_or(u32::MAX),
        audits: parts::audits(conn, &no, &known)?,
        marks: known
            .rating
            .as_ref()
            .map(|rating| rating.0.iter().map(|(q, mark)| (word(q), *mark)).collect()),
        missing: known.missing().iter().map(same_shape).collect::<Result<_, _>>()?,
        terms: days::terms(&known, &days),
        tender: tender_view(&known.term_days(), &days.reckoning()),
        clock: days::clock(conn, &no, &known, &days)?,
        acts: timeline(app, conn, query::acts(conn, &no)?)?,
        may_work: works,
        may_file: able(Act::FileDocuments),
        survey: known.check_survey().is_ok(),
        is_requester: known.requester.as_ref() == Some(&actor.account),
        offered: known.offered(&days.reckoning(), may_do).iter().map(word).collect(),
        confirmed_on: text(known.confirmed_on),
        hands: hands::hands(app, conn, &no, &known, head.copies)?,
    })
}

/// The use case that does such an act.
fn act_of(act: TicketAct) -> Act {
    match act {
        TicketAct::Consent => Act::ConsentTicket,
        TicketAct::Review => Act::ReviewTicket,
        TicketAct::Assign => Act::AssignTicket,
        TicketAct::Take => Act::TakeTicket,
        TicketAct::Accept => Act::AcceptForCustomer,
        TicketAct::Deliver => Act::DeliverTicket,
        TicketAct::Pause => Act::PauseTicket,
        TicketAct::Resume => Act::ResumeTicket,
        TicketAct::Reschedule => Act::RescheduleTicket,
        TicketAct::Confirm => Act::ConfirmTicket,
        TicketAct::Close => Act::CloseTicket,
        TicketAct::Rate => Act::RateTicket,
        TicketAct::Void => Act::VoidTicket,
        TicketAct::AskPostponement => Act::AskPostponement,
        TicketAct::AnswerPostponement => Act::AnswerPostponement,
        TicketAct::PassOn => Act::PassIncident,
        TicketAct::TakeIncident => Act::TakeIncident,
        TicketAct::RefuseIncident => Act::RefuseIncident,
        TicketAct::ReturnIncident => Act::ReturnIncident,
        TicketAct::ApproveThird => Act::ApproveThird,
        TicketAct::ChangeDemand => Act::ChangeDemand,
        TicketAct::AskHelp => Act::AskHelp,
        TicketAct::AnswerHelp => Act::AnswerHelp,
        TicketAct::SetCopies => Act::SetTicketCopies,
    }
}

fn name_of(app: &App, staff_no: Option<&StaffNo>) -> Result<Option<String>, AppError> {
    let Some(staff_no) = staff_no else { return Ok(None) };
    let subject = engineer_subject(staff_no);
    let names = app.names(std::slice::from_ref(&subject))?;
    Ok(Some(names.get(&subject).cloned().unwrap_or_else(|| staff_no.to_string())))
}
