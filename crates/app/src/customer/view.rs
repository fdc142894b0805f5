//! A customer's page: what is known of it, its people, what hangs on it, and its history as one timeline.

use super::{number_for, read};
use crate::api::Act;
use crate::error::AppError;
use crate::opportunity::{OpportunityLine, lines_of};
use crate::organisation::word;
use crate::personal::texts_at;
use crate::session::App;
use crate::timeline::{TimelineActView, timeline};
use domain::personal::{CustomerPart, Subject};
use ledger::opportunity::query::LinkedTicket;
use serde::{Deserialize, Serialize};
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
    /// 1, 2, …
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
    /// Its people, those who left last.
    pub contacts: Vec<ContactView>,
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
    let subject = Subject::Customer(CustomerPart::Profile, no.clone());
    let profile = texts_at(conn, &subject, known.text.as_ref())?;
    let subject = (!profile.is_empty()).then(|| subject.to_string());
    let struck = ledger::customer::query::struck(conn, &no)?;
    let mut contacts = Vec::new();
    for contact in &known.contacts {
        let subject = Subject::Customer(CustomerPart::Contact(contact.number), no.clone());
        let texts = texts_at(conn, &subject, Some(&contact.person))?;
        let text = |code: &str| texts.get(code).cloned();
        contacts.push(ContactView {
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
    contacts.sort_by_key(|contact| (contact.left_on.is_some(), contact.number));
    let of = ledger::opportunity::list::Wanted {
        customer: Some(no.clone()),
        descending: true,
        limit: if all { u32::MAX } else { FIRST + 1 },
        ..Default::default()
    };
    let mut opportunities = ledger::opportunity::list::page(conn, &of)?;
    let mut tickets = ledger::opportunity::query::tickets_of(conn, &no, of.limit)?;
    let mut entries = ledger::customer::query::acts(conn, &no, of.limit)?;
    let more = !all
        && [opportunities.len(), tickets.len(), entries.len()].iter().any(|found| *found > FIRST as usize);
    if !all {
        opportunities.truncate(FIRST as usize);
        tickets.truncate(FIRST as usize);
        entries.truncate(FIRST as usize);
    }
    entries.reverse();
    let text = |code: &str| profile.get(code).cloned();
    Ok(CustomerView {
        customer: no.to_string(),
        unit: no.unit.to_string(),
        name: known.basics.name,
        sector: known.basics.sector,
        grade: known.basics.grade,
        address: text("address"),
        phone: text("phone"),
        fax: text("fax"),
        business: text("business"),
        needs: text("needs"),
        struck: struck.map(|struck| StruckView {
            reason: struck.reason,
            into: struck.into.map(|into| into.to_string()),
        }),
        subject,
        contacts,
        opportunities: lines_of(app, opportunities)?,
        tickets: linked_tickets(tickets),
        acts: timeline(app, conn, entries)?,
        more,
    })
}
