//! Registering: every demand is on record at once (TKT-21, TKT-26, TKT-31, TKT-32).

use super::no::HIGHEST;
use super::{TicketNo, TicketState, TicketType, TypeKey, Words};
use crate::deadline::Reckoning;
use crate::event::{Event, TicketFilled, TicketRegistered};
use crate::form::{Answers, Need};
use crate::kernel::{AccountName, Digest, UnitCode};
use crate::refusal::Refusal;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// 受理渠道.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Channel {
    /// 电话.
    Phone,
    /// 邮件.
    Mail,
    /// 在线平台.
    Platform,
    /// 视频会议.
    VideoMeeting,
    /// 现场.
    OnSite,
    /// 传真.
    Fax,
    /// 在线聊天.
    Chat,
}

impl Channel {
    /// All of them, in the order in which screens list them.
    pub const ALL: [Self; 7] =
        [Self::Phone, Self::Mail, Self::Platform, Self::VideoMeeting, Self::OnSite, Self::Fax, Self::Chat];
}

/// 紧急程度, the most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Urgency {
    /// 特急.
    Critical,
    /// 紧急.
    Urgent,
    /// 一般.
    Normal,
}

/// 复杂程度.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Complexity {
    /// 简单.
    Simple,
    /// 一般.
    Ordinary,
    /// 复杂.
    Complex,
}

/// A type of which tickets can be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TypesInForce {
    /// Whose.
    pub key: TypeKey,
    /// The version in force; 0 for what comes with the program.
    pub version: u32,
    /// What it asks for.
    pub body: TicketType,
}

/// A ticket to be registered.
#[derive(Clone, Debug)]
pub struct Registration {
    /// Its type.
    pub kind: TypesInForce,
    /// What it is about.
    pub title: String,
    /// The customer's organisation.
    pub customer: Option<String>,
    /// 申请人 with an account.
    pub requester: Option<AccountName>,
    /// 申请人's name and phone, kept beside the journal.
    pub contact: Option<Digest>,
    /// How it came in.
    pub channel: Channel,
    /// How urgent.
    pub urgency: Urgency,
    /// How complex.
    pub complexity: Complexity,
    /// Came in that day.
    pub received_on: NaiveDate,
    /// 要求完成.
    pub due_on: Option<NaiveDate>,
    /// Fields.
    pub answers: Answers,
    /// Personal fields, kept beside the journal.
    pub text: Words,
}

/// What tells a ticket of a list from others: rows that agree in all of it are one ticket.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TicketIdentity {
    /// Whose.
    pub unit: UnitCode,
    /// Its type.
    pub kind: TypeKey,
    /// What it is about.
    pub title: String,
    /// The customer's organisation.
    pub customer: Option<String>,
    /// Came in that day.
    pub received_on: NaiveDate,
}

impl TicketIdentity {
    /// Of what somebody typed, as it is recorded.
    #[must_use]
    pub fn typed(
        unit: UnitCode,
        kind: TypeKey,
        title: &str,
        customer: Option<&str>,
        received_on: NaiveDate,
    ) -> Self {
        Self { unit, kind, title: title.trim().to_owned(), customer: named(customer), received_on }
    }
}

/// A customer's name as it is recorded.
fn named(customer: Option<&str>) -> Option<String> {
    customer.map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned)
}

/// Most characters of a title or a customer's name.
const LONGEST_TITLE: u32 = 100;

/// Registers a ticket under `ticket`, the unit's next number of the month.
///
/// # Errors
/// [`Refusal::TitleLength`], [`Refusal::CustomerNeeded`], [`Refusal::RequesterNeeded`], [`Refusal::ReceivedLater`], [`Refusal::FieldMissing`], [`Refusal::TicketNumbersUsedUp`]
/// and those of a day asked for.
pub fn register(new: Registration, ticket: TicketNo, with: &Reckoning<'_>) -> Result<Vec<Event>, Refusal> {
    let title = new.title.trim().to_owned();
    let customer = named(new.customer.as_deref());
    let length = |text: &str| text.chars().count() <= LONGEST_TITLE as usize;
    if title.is_empty() || !length(&title) || !customer.as_deref().is_none_or(length) {
        return Err(Refusal::TitleLength { limit: LONGEST_TITLE });
    }
    if new.kind.body.customer && customer.is_none() {
        return Err(Refusal::CustomerNeeded);
    }
    if new.requester.is_none() && new.contact.is_none() {
        return Err(Refusal::RequesterNeeded);
    }
    if new.received_on > with.today {
        return Err(Refusal::ReceivedLater { day: new.received_on });
    }
    check_start(&new.kind.body, &new.answers)?;
    let due_on =
        new.due_on.map(|day| super::term::working_due(day, new.received_on, with.calendar)).transpose()?;
    if ticket.serial > HIGHEST {
        return Err(Refusal::TicketNumbersUsedUp { unit: ticket.unit });
    }
    let state = if new.kind.body.formal { TicketState::Applied } else { TicketState::Unassigned };
    let registered = Event::TicketRegistered(TicketRegistered {
        ticket: ticket.clone(),
        kind: new.kind.key,
        kind_version: new.kind.version,
        title,
        customer,
        requester: new.requester,
        contact: new.contact,
        channel: new.channel,
        urgency: new.urgency,
        complexity: new.complexity,
        received_on: new.received_on,
        due_on,
        state,
    });
    let filled = (new.answers != Answers::default())
        .then(|| Event::TicketFilled(TicketFilled { ticket, answers: new.answers, text: new.text.kept }));
    Ok([registered].into_iter().chain(filled).collect())
}

/// Refuses where a field that a ticket begins with is empty.
pub(super) fn check_start(kind: &TicketType, answers: &Answers) -> Result<(), Refusal> {
    match kind.fields.iter().find(|field| field.is_missing(answers, Need::Start)) {
        Some(field) => Err(Refusal::FieldMissing { field: field.label.clone() }),
        None => Ok(()),
    }
}
