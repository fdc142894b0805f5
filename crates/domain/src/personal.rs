//! Whose personal data (个人信息) the ledger keeps beside its chain, and when they may be erased.
//!
//! Events hold a subject and a salted digest; names and phones stand in a side table under the subject's text.

use crate::customer::CustomerNo;
use crate::document::{DocumentNo, DocumentPart};
use crate::event::{Event, PersonalErased, RetentionSet};
use crate::kernel::{AccountName, Digest, Quarter, StaffNo, UnitCode};
use crate::opportunity::OpportunityNo;
use crate::organisation::Party;
use crate::people::{Membership, PaperKind};
use crate::refusal::Refusal;
use crate::registers::{FormNo, FormPart};
use crate::search::SearchKind;
use crate::ticket::TicketNo;
use chrono::{DateTime, Months, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Whose data, or the data of whoever held that part.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Subject {
    /// An engineer: name, phone, other contact, skills.
    Engineer(StaffNo),
    /// A part of an engineer's file that names people.
    File(FilePart, StaffNo),
    /// An account's holder: name.
    Account(AccountName),
    /// 负责人 of a unit: name.
    UnitManager(UnitCode),
    /// 授权代表 of a party: name.
    Representative(Party),
    /// A certificate, by its fingerprint: subject and the certificate itself.
    Certificate(Digest),
    /// Who received a unit's result (送达): name.
    Receiver(UnitCode, Quarter),
    /// Who signed a revision's report on paper: names.
    PaperSigners(Quarter, u32),
    /// What of a ticket may name people.
    Ticket(TicketPart, TicketNo),
    /// What of a customer says who its people are, or is its own affair.
    Customer(CustomerPart, CustomerNo),
    /// What of an opportunity may name people.
    Opportunity(OpportunityPart, OpportunityNo),
    /// What of a form may name people.
    Form(FormPart, FormNo),
    /// What of a document may name people.
    Document(DocumentPart, DocumentNo),
}

/// What is kept of a customer beside the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CustomerPart {
    /// Address, telephone, needs.
    Profile,
    /// Its contact of that number: name, post, telephone.
    Contact(u32),
}

impl fmt::Display for CustomerPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Profile => f.write_str("profile/0"),
            Self::Contact(number) => write!(f, "contact/{number}"),
        }
    }
}

impl CustomerPart {
    fn parse(kind: &str, id: &str) -> Option<Self> {
        let found = match kind {
            "profile" => Self::Profile,
            "contact" => Self::Contact(id.parse().ok()?),
            _ => return None,
        };
        (found.to_string() == format!("{kind}/{id}")).then_some(found)
    }
}

/// What of an opportunity may name people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OpportunityPart {
    /// 客户经理 or 行业经理: name.
    Manager,
    /// Its personal fields.
    Fields,
    /// Personal fields of the record of that number.
    Record(u32),
    /// The words of the act of that number.
    Words(u32),
}

impl fmt::Display for OpportunityPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Manager => f.write_str("manager/0"),
            Self::Fields => f.write_str("fields/0"),
            Self::Record(number) => write!(f, "record/{number}"),
            Self::Words(number) => write!(f, "words/{number}"),
        }
    }
}

impl OpportunityPart {
    fn parse(kind: &str, id: &str) -> Option<Self> {
        let found = match kind {
            "manager" => Self::Manager,
            "fields" => Self::Fields,
            "record" => Self::Record(id.parse().ok()?),
            "words" => Self::Words(id.parse().ok()?),
            _ => return None,
        };
        (found.to_string() == format!("{kind}/{id}")).then_some(found)
    }
}

/// What of a ticket may name people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TicketPart {
    /// 申请人: name, phone.
    Contact,
    /// Its personal fields.
    Fields,
    /// Personal fields of the record of that number.
    Record(u32),
    /// The words of the act of that number: text, and whose step it was.
    Words(u32),
}

impl fmt::Display for TicketPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Contact => f.write_str("contact/0"),
            Self::Fields => f.write_str("fields/0"),
            Self::Record(number) => write!(f, "record/{number}"),
            Self::Words(number) => write!(f, "words/{number}"),
        }
    }
}

impl TicketPart {
    fn parse(kind: &str, id: &str) -> Option<Self> {
        let found = match kind {
            "contact" => Self::Contact,
            "fields" => Self::Fields,
            "record" => Self::Record(id.parse().ok()?),
            "words" => Self::Words(id.parse().ok()?),
            _ => return None,
        };
        (found.to_string() == format!("{kind}/{id}")).then_some(found)
    }
}

/// What of an engineer's file names people. A stay is meant by its first day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FilePart {
    /// 管理人 of a stay: name.
    Manager(NaiveDate),
    /// For whom a paper of a stay was entered: name.
    Paper(NaiveDate, PaperKind),
    /// 工作记录 of that number: text.
    Note(u32),
    /// Handover list at the end of a stay: lines, receiver.
    Handover(NaiveDate),
    /// For whom the approval of that request for a replacement was entered: name.
    Approval(u32),
    /// An attendance record of that number: why, in somebody's words, which may tell of illness or family.
    Attendance(u32),
    /// The decision of such a record, in somebody's words.
    AttendanceDecision(u32),
    /// 认证 of that number: words of evidence, name of the evaluator.
    Certification(u32),
    /// 奖惩 of that number: words behind it and behind the decision.
    Conduct(u32),
    /// Notes of the judgements of ability of that day.
    Ability(NaiveDate),
}

impl fmt::Display for FilePart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Manager(stay) => write!(f, "manager/{stay}"),
            Self::Paper(stay, kind) => write!(f, "{}/{stay}", kind.code()),
            Self::Note(number) => write!(f, "note/{number}"),
            Self::Handover(stay) => write!(f, "handover/{stay}"),
            Self::Approval(number) => write!(f, "approval/{number}"),
            Self::Attendance(number) => write!(f, "attendance/{number}"),
            Self::AttendanceDecision(number) => write!(f, "attendance-decision/{number}"),
            Self::Certification(number) => write!(f, "certification/{number}"),
            Self::Conduct(number) => write!(f, "conduct/{number}"),
            Self::Ability(on) => write!(f, "ability/{on}"),
        }
    }
}

impl FilePart {
    fn parse(kind: &str, id: &str) -> Option<Self> {
        // Only the text that would be written: one subject has one name.
        let found = match kind {
            "manager" => Self::Manager(id.parse().ok()?),
            "note" => Self::Note(id.parse().ok()?),
            "handover" => Self::Handover(id.parse().ok()?),
            "approval" => Self::Approval(id.parse().ok()?),
            "attendance" => Self::Attendance(id.parse().ok()?),
            "attendance-decision" => Self::AttendanceDecision(id.parse().ok()?),
            "certification" => Self::Certification(id.parse().ok()?),
            "conduct" => Self::Conduct(id.parse().ok()?),
            "ability" => Self::Ability(id.parse().ok()?),
            _ => {
                let paper = PaperKind::ALL.into_iter().find(|paper| paper.code() == kind)?;
                Self::Paper(id.parse().ok()?, paper)
            }
        };
        (found.to_string() == format!("{kind}/{id}")).then_some(found)
    }
}

impl Subject {
    /// What stands before everything of engineers' files.
    pub const FILE: &str = "file/";
    /// What stands before the staff number in an engineer's text: for a query that looks at all of them at once.
    pub const ENGINEER: &str = "engineer/";
    /// What stands before everything of customers.
    pub const CUSTOMER: &str = "customer/";
    /// What stands before everything of opportunities.
    pub const OPPORTUNITY: &str = "opportunity/";
}

impl Subject {
    /// The thing among whose words these data can be found by searching.
    #[must_use]
    pub fn searched(&self) -> Option<(SearchKind, String)> {
        match self {
            Self::Ticket(_, ticket) => Some((SearchKind::Ticket, ticket.to_string())),
            Self::Customer(_, customer) => Some((SearchKind::Customer, customer.to_string())),
            Self::Opportunity(_, opportunity) => Some((SearchKind::Opportunity, opportunity.to_string())),
            Self::Form(_, form) => Some((SearchKind::Form, form.to_string())),
            Self::Document(_, document) => Some((SearchKind::Document, document.to_string())),
            _ => None,
        }
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Engineer(staff_no) => write!(f, "{}{staff_no}", Self::ENGINEER),
            // The staff number last: it may hold a slash.
            Self::File(part, staff_no) => write!(f, "{}{part}/{staff_no}", Self::FILE),
            Self::Account(account) => write!(f, "account/{account}"),
            Self::UnitManager(unit) => write!(f, "manager/{unit}"),
            Self::Representative(party) => write!(f, "representative/{}", party.code()),
            Self::Certificate(fingerprint) => write!(f, "certificate/{fingerprint}"),
            // The quarter first: a unit's code may hold a slash.
            Self::Receiver(unit, quarter) => write!(f, "receiver/{quarter}/{unit}"),
            Self::PaperSigners(quarter, revision) => write!(f, "paper/{quarter}/{revision}"),
            // The ticket last: its unit's code may hold a slash.
            Self::Ticket(part, ticket) => write!(f, "ticket/{part}/{ticket}"),
            Self::Customer(part, customer) => write!(f, "customer/{part}/{customer}"),
            Self::Opportunity(part, opportunity) => write!(f, "opportunity/{part}/{opportunity}"),
            Self::Form(part, form) => write!(f, "form/{part}/{form}"),
            Self::Document(part, document) => write!(f, "document/{part}/{document}"),
        }
    }
}

impl FromStr for Subject {
    type Err = Refusal;

    fn from_str(text: &str) -> Result<Self, Refusal> {
        let parsed = || {
            let (kind, id) = text.split_once('/')?;
            Some(match kind {
                "engineer" => Self::Engineer(StaffNo::parse(id).ok()?),
                "file" => {
                    let mut parts = id.splitn(3, '/');
                    let part = FilePart::parse(parts.next()?, parts.next()?)?;
                    Self::File(part, StaffNo::parse(parts.next()?).ok()?)
                }
                "account" => Self::Account(AccountName::parse(id).ok()?),
                "ticket" => {
                    let mut parts = id.splitn(3, '/');
                    let part = TicketPart::parse(parts.next()?, parts.next()?)?;
                    Self::Ticket(part, parts.next()?.parse().ok()?)
                }
                "customer" => {
                    let mut parts = id.splitn(3, '/');
                    let part = CustomerPart::parse(parts.next()?, parts.next()?)?;
                    Self::Customer(part, parts.next()?.parse().ok()?)
                }
                "opportunity" => {
                    let mut parts = id.splitn(3, '/');
                    let part = OpportunityPart::parse(parts.next()?, parts.next()?)?;
                    Self::Opportunity(part, parts.next()?.parse().ok()?)
                }
                "form" => {
                    let mut parts = id.splitn(3, '/');
                    let part = FormPart::parse(parts.next()?, parts.next()?)?;
                    Self::Form(part, parts.next()?.parse().ok()?)
                }
                "document" => {
                    let mut parts = id.splitn(3, '/');
                    let part = DocumentPart::parse(parts.next()?, parts.next()?)?;
                    Self::Document(part, parts.next()?.parse().ok()?)
                }
                "manager" => Self::UnitManager(UnitCode::parse(id).ok()?),
                "representative" => {
                    Self::Representative(Party::BOTH.into_iter().find(|party| party.code() == id)?)
                }
                "certificate" => Self::Certificate(Digest::parse(id)?),
                "receiver" => {
                    let (quarter, unit) = id.split_once('/')?;
                    Self::Receiver(UnitCode::parse(unit).ok()?, Quarter::parse(quarter).ok()?)
                }
                "paper" => {
                    let (quarter, revision) = id.split_once('/')?;
                    Self::PaperSigners(Quarter::parse(quarter).ok()?, revision.parse().ok()?)
                }
                _ => return None,
            })
        };
        parsed().ok_or_else(|| Refusal::UnknownSubject { subject: text.to_owned() })
    }
}

impl From<Subject> for String {
    fn from(subject: Subject) -> Self {
        subject.to_string()
    }
}

impl TryFrom<String> for Subject {
    type Error = Refusal;

    fn try_from(text: String) -> Result<Self, Refusal> {
        text.parse()
    }
}

impl Event {
    /// Which personal data the act named, by subject and salted digest.
    #[must_use]
    pub fn personal(&self) -> Vec<(Subject, Digest)> {
        let one = |subject, digest: Option<Digest>| digest.map(|d| (subject, d)).into_iter().collect();
        match self {
            Self::AccountOpened(e) => one(Subject::Account(e.account.clone()), Some(e.personal)),
            Self::EngineerRecorded(e) => one(Subject::Engineer(e.staff_no.clone()), e.personal),
            Self::PaperFiled(e) => {
                let part = FilePart::Paper(e.arrived_on, e.paper.kind);
                let person = e.paper.on_behalf.as_ref().and_then(|behalf| behalf.person);
                one(Subject::File(part, e.staff_no.clone()), person)
            }
            Self::ManagerNamed(e) => {
                one(Subject::File(FilePart::Manager(e.arrived_on), e.staff_no.clone()), e.name)
            }
            Self::WorkNoted(e) => {
                one(Subject::File(FilePart::Note(e.number), e.staff_no.clone()), Some(e.text))
            }
            Self::LeavingRecorded(e) => {
                let part = FilePart::Handover(e.arrived_on);
                one(Subject::File(part, e.staff_no.clone()), Some(e.leaving.list))
            }
            Self::ReplacementApproved(e) => {
                let person = e.approval.on_behalf.as_ref().and_then(|behalf| behalf.person);
                one(Subject::File(FilePart::Approval(e.number), e.staff_no.clone()), person)
            }
            Self::UnitRecorded(e) => one(Subject::UnitManager(e.unit.code.clone()), e.unit.manager),
            Self::PartyRecorded(e) => one(Subject::Representative(e.record.party), e.record.representative),
            Self::CertificateRegistered(e) => {
                one(Subject::Certificate(e.certificate.fingerprint), Some(e.certificate.holder))
            }
            Self::RootTrusted(e) => {
                one(Subject::Certificate(e.certificate.fingerprint), Some(e.certificate.holder))
            }
            Self::ResultDelivered(e) => one(Subject::Receiver(e.unit.clone(), e.quarter), Some(e.to)),
            Self::PaperRecorded(e) => one(Subject::PaperSigners(e.quarter, e.revision), Some(e.signers)),
            Self::DayCorrected(e) => {
                one(Subject::File(FilePart::Attendance(e.number), e.staff_no.clone()), Some(e.reason))
            }
            Self::ApplicationMade(e) => {
                one(Subject::File(FilePart::Attendance(e.number), e.staff_no.clone()), Some(e.reason))
            }
            Self::ApplicationDecided(e) => {
                one(Subject::File(FilePart::AttendanceDecision(e.number), e.staff_no.clone()), e.reason)
            }
            Self::ApplicationWithdrawn(e) => {
                one(Subject::File(FilePart::AttendanceDecision(e.number), e.staff_no.clone()), Some(e.reason))
            }
            Self::EvidenceRecorded(e) => {
                one(Subject::File(FilePart::Certification(e.number), e.staff_no.clone()), e.text)
            }
            Self::AwardGiven(e) => {
                one(Subject::File(FilePart::Conduct(e.number), e.staff_no.clone()), e.text)
            }
            Self::ViolationFound(e) => {
                one(Subject::File(FilePart::Conduct(e.number), e.staff_no.clone()), e.text)
            }
            Self::ViolationDecided(e) => {
                one(Subject::File(FilePart::Conduct(e.number), e.staff_no.clone()), e.text)
            }
            Self::AbilityJudged(e) => one(Subject::File(FilePart::Ability(e.on), e.staff_no.clone()), e.note),
            Self::CaseDecided(e) => {
                let part = FilePart::Certification(e.number);
                one(Subject::File(part, e.staff_no.clone()), Some(e.evaluator))
            }
            Self::CustomerRegistered(e) => {
                one(Subject::Customer(CustomerPart::Profile, e.customer.clone()), e.text)
            }
            Self::CustomerChanged(e) => {
                one(Subject::Customer(CustomerPart::Profile, e.customer.clone()), e.text)
            }
            Self::ContactRecorded(e) => {
                let part = CustomerPart::Contact(e.number);
                one(Subject::Customer(part, e.customer.clone()), Some(e.person))
            }
            Self::OpportunityRegistered(e) => {
                one(Subject::Opportunity(OpportunityPart::Manager, e.opportunity.clone()), Some(e.people))
            }
            Self::OpportunityChanged(e) => {
                one(Subject::Opportunity(OpportunityPart::Manager, e.opportunity.clone()), Some(e.people))
            }
            Self::OpportunityFilled(e) => {
                one(Subject::Opportunity(OpportunityPart::Fields, e.opportunity.clone()), e.text)
            }
            Self::OpportunityRecorded(e) => {
                one(Subject::Opportunity(OpportunityPart::Record(e.number), e.opportunity.clone()), e.text)
            }
            Self::OpportunityMoved(e) => said_of(&e.opportunity, e.number, e.text),
            Self::OpportunityConcluded(e) => said_of(&e.opportunity, e.number, e.text),
            Self::OpportunityReopened(e) => said_of(&e.opportunity, e.number, e.text),
            Self::OpportunityHandedOver(e) => said_of(&e.opportunity, e.number, e.text),
            Self::OutcomeCorrected(e) => said_of(&e.opportunity, e.number, e.text),
            Self::OpportunityVoided(e) => said_of(&e.opportunity, e.number, e.text),
            Self::OpportunityApproved(e) => said_of(&e.opportunity, e.number, e.text),
            Self::TicketRegistered(e) => {
                one(Subject::Ticket(TicketPart::Contact, e.ticket.clone()), e.contact)
            }
            Self::TicketFilled(e) => one(Subject::Ticket(TicketPart::Fields, e.ticket.clone()), e.text),
            Self::TicketRecorded(e) => {
                one(Subject::Ticket(TicketPart::Record(e.number), e.ticket.clone()), e.text)
            }
            Self::TicketConsented(e) => words_of(&e.ticket, e.number, Some(e.person)),
            Self::TicketReviewed(e) => words_of(&e.ticket, e.number, e.text),
            Self::TicketAssigned(e) => words_of(&e.ticket, e.number, e.text),
            Self::TicketPaused(e) => words_of(&e.ticket, e.number, e.text),
            Self::TicketRescheduled(e) => words_of(&e.ticket, e.number, e.text),
            Self::TicketStepTaken(e) => words_of(&e.ticket, e.number, e.text),
            Self::AuditDecided(e) => words_of(&e.ticket, e.number, e.text),
            Self::OpinionSettled(e) => words_of(&e.ticket, e.number, e.text),
            Self::TicketDelivered(e) => words_of(&e.ticket, e.number, e.text),
            Self::CustomerAccepted(e) => words_of(&e.ticket, e.number, e.text),
            Self::TicketConfirmed(e) => words_of(&e.ticket, e.number, e.text),
            Self::TicketRated(e) => words_of(&e.ticket, e.number, e.text),
            Self::TicketClosed(e) => words_of(&e.ticket, e.number, e.text),
            Self::PostponementAsked(e) => words_of(&e.ticket, e.number, e.text),
            Self::PostponementAnswered(e) => words_of(&e.ticket, e.number, e.text),
            Self::IncidentPassed(e) => words_of(&e.ticket, e.number, e.text),
            Self::IncidentRefused(e) => words_of(&e.ticket, e.number, e.text),
            Self::IncidentReturned(e) => words_of(&e.ticket, e.number, e.text),
            Self::ThirdApproved(e) => words_of(&e.ticket, e.number, e.text),
            Self::DemandChanged(e) => words_of(&e.ticket, e.number, e.text),
            Self::HelpAsked(e) => words_of(&e.ticket, e.number, e.text),
            Self::HelpAnswered(e) => words_of(&e.ticket, e.number, e.text),
            Self::CopiesSet(e) => words_of(&e.ticket, e.number, e.text),
            Self::FormRegistered(e) => one(Subject::Form(FormPart::Fields(1), e.form.clone()), e.text),
            Self::FormCorrected(e) => {
                let fields = one(Subject::Form(FormPart::Fields(e.version), e.form.clone()), e.text);
                fields.into_iter().chain(form_words(&e.form, e.number, e.words)).collect()
            }
            Self::FormStepTaken(e) => form_words(&e.form, e.number, e.words),
            Self::FormVoided(e) => form_words(&e.form, e.number, e.words),
            Self::TaskGiven(e) => form_words(&e.form, e.number, Some(e.words)),
            Self::TaskMoved(e) => form_words(&e.form, e.number, e.words),
            Self::TaskEnded(e) => form_words(&e.form, e.number, e.words),
            Self::DocumentFiled(e) => {
                let named = |part, digest| (Subject::Document(part, e.document.clone()), digest);
                vec![named(DocumentPart::Text(1), e.text), named(DocumentPart::Version(1), e.name)]
            }
            Self::DocumentVersionAdded(e) => {
                let part = DocumentPart::Version(e.number);
                one(Subject::Document(part, e.document.clone()), Some(e.name))
            }
            Self::DocumentDescribed(e) => {
                let part = DocumentPart::Text(e.text_number);
                one(Subject::Document(part, e.document.clone()), Some(e.text))
            }
            Self::DocumentCheckedIn(e) => document_words(&e.document, e.number, e.words),
            Self::DocumentPlaced(e) => document_words(&e.document, e.number, e.words),
            Self::DocumentLent(e) => document_words(&e.document, e.number, Some(e.words)),
            Self::DocumentVoided(e) => document_words(&e.document, e.number, Some(e.words)),
            Self::DocumentPackaged(e) => document_words(&e.document, e.number, e.words),
            Self::DocumentSubmitted(e) => document_words(&e.document, e.number, e.words),
            Self::OpinionGiven(e) => document_words(&e.document, e.number, e.words),
            Self::ApprovalSentBack(e) => document_words(&e.document, e.number, e.words),
            Self::FurtherOpinionAsked(e) => document_words(&e.document, e.number, e.words),
            Self::StandInNamed(e) => document_words(&e.document, e.number, e.words),
            Self::ApprovalReminded(e) => document_words(&e.document, e.number, e.words),
            Self::ApprovalWithdrawn(e) => document_words(&e.document, e.number, e.words),
            _ => Vec::new(),
        }
    }
}

/// The words of an act on a document.
fn document_words(document: &DocumentNo, number: u32, digest: Option<Digest>) -> Vec<(Subject, Digest)> {
    let subject = || Subject::Document(DocumentPart::Words(number), document.clone());
    digest.map(|digest| (subject(), digest)).into_iter().collect()
}

/// The words of an act on a form.
fn form_words(form: &FormNo, number: u32, digest: Option<Digest>) -> Vec<(Subject, Digest)> {
    let subject = || Subject::Form(FormPart::Words(number), form.clone());
    digest.map(|digest| (subject(), digest)).into_iter().collect()
}

/// The words of an act on a ticket.
fn words_of(ticket: &TicketNo, number: u32, digest: Option<Digest>) -> Vec<(Subject, Digest)> {
    let subject = || Subject::Ticket(TicketPart::Words(number), ticket.clone());
    digest.map(|digest| (subject(), digest)).into_iter().collect()
}

/// The words of an act on an opportunity.
fn said_of(opportunity: &OpportunityNo, number: u32, digest: Option<Digest>) -> Vec<(Subject, Digest)> {
    let subject = || Subject::Opportunity(OpportunityPart::Words(number), opportunity.clone());
    digest.map(|digest| (subject(), digest)).into_iter().collect()
}

/// How long the personal data of engineers who left are kept, in whole months after their last day: what papers of
/// employment are kept for by law is two years (劳动合同法 §50), and until then nobody may ask for erasing (个人信息保护法
/// §47).
pub const RETENTION_MONTHS: u16 = 24;

/// The longest time of keeping that may be set, in months.
pub const LONGEST_RETENTION: u16 = 600;

/// Sets how long personal data of engineers who left are kept; setting what is set does nothing.
pub fn set_retention(current: u16, months: u16) -> Result<Vec<Event>, Refusal> {
    if months > LONGEST_RETENTION {
        return Err(Refusal::RetentionOutOfRange { most: LONGEST_RETENTION });
    }
    Ok(if current == months { Vec::new() } else { vec![Event::RetentionSet(RetentionSet { months })] })
}

/// The first day on which an engineer's personal data may be erased: so many months after the last day of the last
/// stay. `None`: never arrived, or not going to leave; then the time of keeping says nothing.
#[must_use]
pub fn erasable_from(stays: &[Membership], retention_months: u16) -> Option<NaiveDate> {
    let last = stays.iter().map(|stay| stay.left_on).max_by_key(|left| left.unwrap_or(NaiveDate::MAX))??;
    let end = last.checked_add_months(Months::new(retention_months.into())).unwrap_or(NaiveDate::MAX);
    // At the earliest the day after the last one.
    Some(end.max(last.succ_opt().unwrap_or(last)))
}

/// What erasing needs to know of a subject.
#[derive(Clone, Debug, Default)]
pub struct EraseFacts {
    /// Whether anything of it is kept.
    pub kept: bool,
    /// An engineer's stays.
    pub stays: Vec<Membership>,
    /// Whether an engineer is announced and has not arrived.
    pub announced: bool,
    /// What is kept of an engineer's file: it goes with the engineer.
    pub file: Vec<Subject>,
    /// Months for which the data of engineers who left are kept.
    pub retention_months: u16,
    /// Whether it is an account that may still sign in.
    pub account_open: bool,
    /// Whether it is what a ticket, an opportunity or a form runs on that has not ended.
    pub matter_open: bool,
    /// Last moment of a registered or trusted certificate.
    pub valid_until: Option<DateTime<Utc>>,
    /// The moment of erasing.
    pub now: DateTime<Utc>,
    /// Its day.
    pub today: NaiveDate,
}

impl EraseFacts {
    /// Whether the service still runs on it: an engineer who has not left or is to come, an open account, a certificate that may
    /// still sign or vouch. What belongs to a matter is asked about apart.
    fn in_use(&self) -> bool {
        self.stays.iter().any(|stay| stay.lasts_to(self.today))
            || self.announced
            || self.account_open
            || self.valid_until.is_some_and(|until| until >= self.now)
    }
}

/// Erases what is kept of a subject, for good; with an engineer everything of their file. What the service still runs on is
/// refused: the engineer leaves, the account is closed first. An engineer's data are kept for their time.
pub fn erase_personal(facts: &EraseFacts, subject: Subject, reason: &str) -> Result<Vec<Event>, Refusal> {
    if reason.trim().is_empty() {
        return Err(Refusal::ReasonNeeded);
    }
    if !facts.kept && facts.file.is_empty() {
        return Err(Refusal::NothingToErase { subject: subject.to_string() });
    }
    if facts.in_use() {
        return Err(Refusal::StillInUse { subject: subject.to_string() });
    }
    if facts.matter_open {
        return Err(Refusal::MatterOpen { subject: subject.to_string() });
    }
    if let Some(from) = erasable_from(&facts.stays, facts.retention_months).filter(|from| facts.today < *from)
    {
        let months = facts.retention_months;
        return Err(Refusal::RetentionRuns { subject: subject.to_string(), months, from });
    }
    let erased =
        |subject| Event::PersonalErased(PersonalErased { subject, reason: reason.trim().to_owned() });
    Ok([subject].into_iter().chain(facts.file.iter().cloned()).map(erased).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{account, day, digest, moment, quarter, staff, unit};

    #[test]
    fn subjects_read_back_as_written() {
        let all = [
            Subject::Engineer(staff("E/1")),
            Subject::File(FilePart::Manager(day("2026-03-01")), staff("E/1")),
            Subject::File(FilePart::Paper(day("2026-03-01"), PaperKind::Letter), staff("E1")),
            Subject::File(FilePart::Paper(day("2026-03-01"), PaperKind::Pledge), staff("E1")),
            Subject::File(FilePart::Note(3), staff("E/1/2")),
            Subject::File(FilePart::Handover(day("2026-03-01")), staff("E1")),
            Subject::File(FilePart::Approval(1), staff("E1")),
            Subject::Account(account("wang")),
            Subject::UnitManager(unit("成都/1")),
            Subject::Representative(Party::Provider),
            Subject::Certificate(digest("certificate")),
            Subject::Receiver(unit("C/D"), quarter("2026Q3")),
            Subject::PaperSigners(quarter("2026Q3"), 2),
            Subject::File(FilePart::Attendance(3), staff("E/1")),
            Subject::File(FilePart::AttendanceDecision(3), staff("E/1")),
            Subject::File(FilePart::Certification(2), staff("E/1")),
            Subject::File(FilePart::Conduct(2), staff("E/1")),
            Subject::File(FilePart::Ability(day("2026-10-08")), staff("E/1")),
            Subject::Ticket(TicketPart::Contact, "C/D-202610-0001".parse().unwrap()),
            Subject::Ticket(TicketPart::Fields, "CD-202610-0001".parse().unwrap()),
            Subject::Ticket(TicketPart::Record(2), "CD-202610-0001".parse().unwrap()),
            Subject::Ticket(TicketPart::Words(3), "CD-202610-0001".parse().unwrap()),
            Subject::Customer(CustomerPart::Profile, "C/D-KH-0001".parse().unwrap()),
            Subject::Customer(CustomerPart::Contact(2), "CD-KH-0001".parse().unwrap()),
            Subject::Opportunity(OpportunityPart::Manager, "C/D-SJ-202610-0001".parse().unwrap()),
            Subject::Opportunity(OpportunityPart::Fields, "CD-SJ-202610-0001".parse().unwrap()),
            Subject::Opportunity(OpportunityPart::Record(2), "CD-SJ-202610-0001".parse().unwrap()),
            Subject::Opportunity(OpportunityPart::Words(3), "CD-SJ-202610-0001".parse().unwrap()),
            Subject::Document(DocumentPart::Text(1), "C/D-QD202610001".parse().unwrap()),
            Subject::Document(DocumentPart::Version(2), "CD-QD202610001".parse().unwrap()),
            Subject::Document(DocumentPart::Words(3), "CD-TB202610012".parse().unwrap()),
        ];
        for subject in all {
            assert_eq!(subject.to_string().parse(), Ok(subject.clone()));
            let json = serde_json::to_string(&subject).unwrap();
            assert_eq!(serde_json::from_str::<Subject>(&json).unwrap(), subject);
        }
        let unknown = [
            "",
            "engineer",
            "engineer/",
            "person/E1",
            "paper/2026Q5/1",
            "representative/both",
            "receiver/CD",
            "file/note/03/E1",
            "file/note/3",
            "ticket/words/03/CD-202610-0001",
            "ticket/contact/1/CD-202610-0001",
            "ticket/words/3/CD-2026-1",
            "customer/contact/02/CD-KH-0001",
            "opportunity/words/1/CD-KH-0001",
            "file/note/3/",
            "file/manager/2026-3-1/E1",
            "file/contract/2026-03-01/E1",
        ];
        for text in unknown {
            assert_eq!(text.parse::<Subject>(), Err(Refusal::UnknownSubject { subject: text.into() }));
        }
    }

    #[test]
    fn the_time_of_keeping_is_set_once_and_within_reason() {
        assert_eq!(set_retention(24, 24), Ok(vec![]));
        assert_eq!(set_retention(24, 0).map(|e| e.len()), Ok(1));
        assert_eq!(set_retention(24, 600).map(|e| e.len()), Ok(1));
        assert_eq!(set_retention(24, 601), Err(Refusal::RetentionOutOfRange { most: 600 }));
    }

    #[test]
    fn what_is_in_use_or_gone_is_not_erased() {
        let facts = |kept| EraseFacts {
            kept,
            now: moment("2026-10-09T04:00:00Z"),
            today: day("2026-10-09"),
            ..EraseFacts::default()
        };
        let subject = || Subject::Engineer(staff("E1"));
        let erase = |facts: EraseFacts, reason| erase_personal(&facts, subject(), reason).map(|e| e.len());
        let left = |on: Option<&str>| Membership {
            staff_no: staff("E1"),
            unit: unit("CD"),
            arrived_on: day("2026-01-05"),
            left_on: on.map(day),
        };
        let used = || Err(Refusal::StillInUse { subject: "engineer/E1".into() });
        assert_eq!(erase(facts(true), "本人要求"), Ok(1));
        assert_eq!(erase(facts(true), " "), Err(Refusal::ReasonNeeded));
        let gone = Err(Refusal::NothingToErase { subject: "engineer/E1".into() });
        assert_eq!(erase(facts(false), "本人要求"), gone);
        for (last, expected) in [(None, used()), (Some("2026-10-09"), used()), (Some("2026-10-08"), Ok(1))] {
            let stays = vec![left(Some("2026-02-01")), left(last)];
            assert_eq!(erase(EraseFacts { stays, ..facts(true) }, "本人要求"), expected, "{last:?}");
        }
        let note = || Subject::File(FilePart::Note(1), staff("E1"));
        let file = || vec![note(), Subject::File(FilePart::Note(2), staff("E1"))];
        assert_eq!(erase(EraseFacts { file: file(), ..facts(true) }, "本人要求"), Ok(3));
        assert_eq!(
            erase(EraseFacts { file: file(), ..facts(false) }, "本人要求"),
            Ok(3),
            "what is left goes"
        );
        let kept_for = |months, today: &str| {
            let stays = vec![left(Some("2026-01-31")), left(Some("2025-12-31"))];
            let facts = EraseFacts { stays, retention_months: months, today: day(today), ..facts(true) };
            erase(facts, "本人要求")
        };
        let runs = |months, from: &str| {
            Err(Refusal::RetentionRuns { subject: "engineer/E1".into(), months, from: day(from) })
        };
        for (months, today, expected) in [
            (1, "2026-02-27", runs(1, "2026-02-28")),
            (1, "2026-02-28", Ok(1)),
            (24, "2028-01-30", runs(24, "2028-01-31")),
            (24, "2028-01-31", Ok(1)),
            (0, "2026-02-01", Ok(1)),
        ] {
            assert_eq!(kept_for(months, today), expected, "{months} months, {today}");
        }
        assert_eq!(erase(EraseFacts { account_open: true, ..facts(true) }, "本人要求"), used());
        let open = Err(Refusal::MatterOpen { subject: "engineer/E1".into() });
        assert_eq!(erase(EraseFacts { matter_open: true, ..facts(true) }, "本人要求"), open);
        assert_eq!(erase(EraseFacts { announced: true, ..facts(true) }, "本人要求"), used());
        for (until, expected) in [("2026-10-09T04:00:00Z", used()), ("2026-10-09T03:59:59Z", Ok(1))] {
            let valid_until = Some(moment(until));
            assert_eq!(erase(EraseFacts { valid_until, ..facts(true) }, "本人要求"), expected, "{until}");
        }
    }
}
