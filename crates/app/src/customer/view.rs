//! A customer's page: what is known of it, its people, what hangs on it, and its history as one timeline.

use super::care::{SatisfactionView, VisitsView, satisfaction, visits};
use super::{number_for, read};
use crate::api::Act;
use crate::error::AppError;
use crate::opportunity::{OpportunityLine, lines_of};
use crate::organisation::word;
use crate::personal::texts_at;
use crate::restricted::does_work;
use crate::session::App;
use crate::timeline::{TimelineActView, timeline};
use domain::customer::Customer as Known;
use domain::personal::{CustomerPart, Subject};
use ledger::opportunity::query::LinkedTicket;
use ledger::rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Shows a customer.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct Customer {
    /// 客户编号.
    pub customer: String,
    /// With every project, ticket and act, and not the newest alone.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub all: Option<bool>,
}

/// Somebody of a customer.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct ContactView {
    /// 客户编号 under which they were recorded: another one where that customer was merged into this one.
    pub customer: String,
    /// 1, 2, … of that customer.
    pub number: u32,
    /// 姓名; absent where it was erased.
    pub name: Option<String>,
    /// 职务.
    pub post: Option<String>,
    /// 办公电话.
    pub phone: Option<String>,
    /// 手机.
    pub mobile: Option<String>,
    /// 邮箱.
    pub mail: Option<String>,
    /// 层次.
    pub level: Option<String>,
    /// 对象级别.
    pub grade: Option<String>,
    /// Not there any more since.
    pub left_on: Option<String>,
    /// Under which their data are erased.
    pub subject: String,
}

/// What was known of a customer that was merged into this one.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct MergedView {
    /// 客户编号.
    pub customer: String,
    /// Its name.
    pub name: String,
    /// 地址.
    pub address: Option<String>,
    /// 电话.
    pub phone: Option<String>,
    /// 传真.
    pub fax: Option<String>,
    /// 主营业务.
    pub business: Option<String>,
    /// 需求与注意事项.
    pub needs: Option<String>,
    /// Under which address, telephone and needs are erased; absent where nothing is kept.
    pub subject: Option<String>,
}

/// A ticket that belongs to a customer or an opportunity.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct LinkedTicketView {
    /// 工单号.
    pub ticket: String,
    /// What it is about.
    pub title: String,
    /// Where it stands.
    pub state: String,
    /// Whether nothing more is to be done.
    pub ended: bool,
    /// Came in that day.
    pub received_on: String,
}

/// A customer.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct CustomerView {
    /// 客户编号.
    pub customer: String,
    /// 单位代码.
    pub unit: String,
    /// Its name.
    pub name: String,
    /// 行业.
    pub sector: Option<String>,
    /// 客户级别.
    pub grade: Option<String>,
    /// 地址.
    pub address: Option<String>,
    /// 电话.
    pub phone: Option<String>,
    /// 传真.
    pub fax: Option<String>,
    /// 主营业务.
    pub business: Option<String>,
    /// 需求与注意事项.
    pub needs: Option<String>,
    /// Why it was struck from the list.
    pub struck: Option<StruckView>,
    /// Under which address, telephone and needs are erased; absent where nothing is kept.
    pub subject: Option<String>,
    /// Its people and those of customers that were merged into it; who left last. Of one that was merged they are with the other.
    pub contacts: Vec<ContactView>,
    /// What was known of customers that were merged into it.
    pub merged: Vec<MergedView>,
    /// What surveys about it came to; absent where there is none.
    pub satisfaction: Option<SatisfactionView>,
    /// The next visit that is planned, and when it is to be visited again.
    pub visits: VisitsView,
    /// Its projects, the newest first.
    pub opportunities: Vec<OpportunityLine>,
    /// Its tickets, the newest first.
    pub tickets: Vec<LinkedTicketView>,
    /// What was done with it, oldest first.
    pub acts: Vec<TimelineActView>,
    /// Whether there are older ones, which were not asked for.
    pub more: bool,
}

/// So many projects, tickets and acts each are shown at first.
const FIRST: u32 = 50;

/// Why a customer was struck from the list.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct StruckView {
    /// The reason.
    pub reason: String,
    /// 客户编号 of the customer that it is.
    pub into: Option<String>,
}

/// Tickets as a page lists them.
pub(crate) fn linked_tickets(tickets: Vec<LinkedTicket>) -> Vec<LinkedTicketView> {
    let view = |ticket: LinkedTicket| LinkedTicketView {
        ticket: ticket.no.to_string(),
        title: ticket.title,
        state: word(&ticket.state),
        ended: ticket.state.ended(),
        received_on: ticket.received_on.to_string(),
    };
    tickets.into_iter().map(view).collect()
}

/// `customer`.
pub fn customer(app: &mut App, request: Customer) -> Result<CustomerView, AppError> {
    let no = number_for(app, Act::Customer, &request.customer)?;
    let conn = app.conn()?;
    let (known, all) = (read(conn, &no)?, request.all.unwrap_or_default());
    let struck = ledger::customer::query::struck(conn, &no)?;
    // What one knew of a customer that was merged, is shown with the other, where it can be changed and erased.
    let own = if known.merged { Profile::default() } else { Profile::read(conn, &known)? };
    let mut contacts = if known.merged { Vec::new() } else { people(conn, &known)? };
    let mut merged = Vec::new();
    for part in ledger::customer::query::merged(conn, &no)? {
        let part = read(conn, &part)?;
        contacts.extend(people(conn, &part)?);
        merged.push(Profile::read(conn, &part)?.merged(&part));
    }
    contacts.sort_by_key(|contact| contact.left_on.is_some());
    let of = ledger::opportunity::list::Wanted {
        customer: Some(no.clone()),
        descending: true,
        limit: if all { u32::MAX } else { FIRST + 1 },
        ..Default::default()
    };
    let mut opportunities = ledger::opportunity::list::page(conn, &of)?;
    // A ticket is for those who read tickets.
    let mut tickets = if does_work(app, Act::Tickets, &no.unit)? {
        ledger::opportunity::query::tickets_of(conn, &no, of.limit)?
    } else {
        Vec::new()
    };
    let mut entries = ledger::customer::query::acts(conn, &no, of.limit)?;
    let more = !all
        && [opportunities.len(), tickets.len(), entries.len()].iter().any(|found| *found > FIRST as usize);
    if !all {
        opportunities.truncate(FIRST as usize);
        tickets.truncate(FIRST as usize);
        entries.truncate(FIRST as usize);
    }
    entries.reverse();
    Ok(CustomerView {
        customer: no.to_string(),
        unit: no.unit.to_string(),
        address: own.text("address"),
        phone: own.text("phone"),
        fax: own.text("fax"),
        business: own.text("business"),
        needs: own.text("needs"),
        subject: own.subject,
        struck: struck.map(|struck| StruckView {
            reason: struck.reason,
            into: struck.into.map(|into| into.to_string()),
        }),
        contacts,
        merged,
        satisfaction: satisfaction(app, &no, &known.basics.name)?,
        visits: visits(app, &no)?,
        name: known.basics.name,
        sector: known.basics.sector,
        grade: known.basics.grade,
        opportunities: lines_of(app, opportunities)?,
        tickets: linked_tickets(tickets),
        acts: timeline(app, conn, entries)?,
        more,
    })
}

/// What of a customer is kept beside the journal.
#[derive(Default)]
struct Profile {
    texts: BTreeMap<String, String>,
    subject: Option<String>,
}

impl Profile {
    fn read(conn: &Connection, known: &Known) -> Result<Self, AppError> {
        let subject = Subject::Customer(CustomerPart::Profile, known.no.clone());
        let texts = texts_at(conn, &subject, known.text.as_ref())?;
        Ok(Self { subject: (!texts.is_empty()).then(|| subject.to_string()), texts })
    }

    fn text(&self, code: &str) -> Option<String> {
        self.texts.get(code).cloned()
    }

    /// As that of a customer which was merged.
    fn merged(self, known: &Known) -> MergedView {
        MergedView {
            customer: known.no.to_string(),
            name: known.basics.name.clone(),
            address: self.text("address"),
            phone: self.text("phone"),
            fax: self.text("fax"),
            business: self.text("business"),
            needs: self.text("needs"),
            subject: self.subject,
        }
    }
}

/// A customer's people under its own number.
fn people(conn: &Connection, known: &Known) -> Result<Vec<ContactView>, AppError> {
    let mut contacts = Vec::new();
    for contact in &known.contacts {
        let subject = Subject::Customer(CustomerPart::Contact(contact.number), known.no.clone());
        let texts = texts_at(conn, &subject, Some(&contact.person))?;
        let text = |code: &str| texts.get(code).cloned();
        contacts.push(ContactView {
            customer: known.no.to_string(),
            number: contact.number,
            name: text("name"),
            post: text("post"),
            phone: text("phone"),
            mobile: text("mobile"),
            mail: text("mail"),
            level: contact.grades.level.clone(),
            grade: contact.grades.grade.clone(),
            left_on: contact.left_on.map(|day| day.to_string()),
            subject: subject.to_string(),
        });
    }
    Ok(contacts)
}
