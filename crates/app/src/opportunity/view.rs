//! An opportunity's page: where it stands, what is missing for the next stage, what it holds, its tickets, and its history as one
//! timeline.

use super::{number_for, read, subject};
use crate::api::Act;
use crate::customer::{LinkedTicketView, linked_tickets};
use crate::error::AppError;
use crate::organisation::word;
use crate::personal::{engineer_subject, texts_at};
use crate::restricted::{does_work, seen};
use crate::rights::{Kind, Reach, reach_of};
use crate::session::App;
use crate::ticket::{kind_of, texts_of};
use crate::timeline::{TimelineActView, timeline};
use domain::form::Field;
use domain::opportunity::{Conclusion, Opportunity as Known, OpportunityNo, StageGap, age, record_kind};
use domain::personal::OpportunityPart;
use ledger::opportunity::query;
use ledger::rusqlite::Connection;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Shows an opportunity.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct Opportunity {
    /// 商机编号.
    pub opportunity: String,
}

/// What is missing.
#[derive(Clone, Debug, Default, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct StageGapView {
    /// `field`, `record`, `source`, `amount`, `engineer` or `handover`.
    pub code: String,
    /// Which stage asks for it.
    pub stage: String,
    /// Code of the field or record.
    pub part: Option<String>,
    /// Its label.
    pub label: Option<String>,
    /// Records kept.
    pub have: Option<u32>,
    /// Records needed.
    pub need: Option<u32>,
}

/// A record of an opportunity.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct OpportunityRecordView {
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
    /// The file's ending, by its contents; `bin` where it is none that is known, absent where it is damaged.
    pub file_kind: Option<String>,
    /// Under which what it says of people is erased; absent where nothing is kept.
    pub subject: Option<String>,
    /// Who wrote it.
    pub by: String,
    /// Who wrote it anew last; absent where nobody did.
    pub updated_by: Option<String>,
    /// Why it was struck.
    pub struck: Option<String>,
}

/// How an opportunity ended.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ConclusionView {
    /// `won`, `agreed`, `lost` or `dropped`.
    pub outcome: String,
    /// Whether it counts as a success.
    pub success: bool,
    /// On that day.
    pub on: String,
    /// 成交金额, yuan.
    pub amount: Option<String>,
    /// Why; absent where it was erased.
    pub reason: Option<String>,
    /// What succeeded and what failed.
    pub lessons: Option<String>,
}

/// Why an opportunity was voided.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct VoidedView {
    /// `duplicate` or `mistaken`.
    pub why: String,
    /// The reason; absent where it was erased.
    pub reason: Option<String>,
}

/// What somebody else approved or refused (代录).
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct ApprovalView {
    /// Number of its words.
    pub number: u32,
    /// `authority`, `checkpoint` or `handover`.
    pub about: String,
    /// Which record, of a checkpoint.
    pub record: Option<u32>,
    /// Its day.
    pub on: String,
    /// Approved, and not refused.
    pub approved: bool,
    /// Who it was; absent where it was erased.
    pub person: Option<String>,
    /// Their words.
    pub text: Option<String>,
    /// What it rests on.
    pub basis: String,
    /// SHA-256 of what shows it.
    pub evidence: Option<String>,
    /// Its ending, as that of a record's file.
    pub evidence_kind: Option<String>,
    /// Who entered it.
    pub by: String,
}

/// 项目交接.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct HandoverStateView {
    /// Its day.
    pub on: String,
    /// Who takes over; absent where it was erased.
    pub person: Option<String>,
    /// The plan of delivery; absent where it was erased.
    pub text: Option<String>,
    /// 合同编号.
    pub contract_no: Option<String>,
    /// 合同签订日期.
    pub signed_on: Option<String>,
}

/// An opportunity.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct OpportunityView {
    /// 商机编号.
    pub opportunity: String,
    /// 单位代码.
    pub unit: String,
    /// 项目名称.
    pub title: String,
    /// 客户编号.
    pub customer: String,
    /// The customer's name.
    pub customer_name: String,
    /// 商机分类.
    pub class: String,
    /// 商机来源.
    pub source: Option<String>,
    /// `accountManager`, `industryManager` or `engineer`.
    pub finder: String,
    /// 客户经理 or 行业经理; absent where the name was erased.
    pub manager: Option<String>,
    /// 预计金额, yuan.
    pub amount: Option<String>,
    /// 预计成交日期.
    pub expected_on: Option<String>,
    /// 工号 of the 支撑人员.
    pub engineer: Option<String>,
    /// Their name.
    pub engineer_name: Option<String>,
    /// 线索日期.
    pub found_on: String,
    /// Whole days since.
    pub age: u32,
    /// Whole days from 线索 to the first contact (PIP-30).
    pub response: Option<u32>,
    /// Where it stands.
    pub stage: String,
    /// Since that day.
    pub since: String,
    /// Whole days there.
    pub in_stage: u32,
    /// The next stage.
    pub next: Option<String>,
    /// Fields, as text.
    pub fields: BTreeMap<String, String>,
    /// Records, in order.
    pub records: Vec<OpportunityRecordView>,
    /// What is missing.
    pub missing: Vec<StageGapView>,
    /// How it ended.
    pub conclusion: Option<ConclusionView>,
    /// Why it was voided.
    pub voided: Option<VoidedView>,
    /// What others approved or refused, in order.
    pub approvals: Vec<ApprovalView>,
    /// 项目交接.
    pub handover: Option<HandoverStateView>,
    /// Its tickets, the newest first.
    pub tickets: Vec<LinkedTicketView>,
    /// What was done, oldest first.
    pub acts: Vec<TimelineActView>,
}

/// `opportunity`.
pub fn opportunity(app: &mut App, request: Opportunity) -> Result<OpportunityView, AppError> {
    let no = number_for(app, Act::Opportunity, &request.opportunity)?;
    let conn = app.conn()?;
    let known = read(conn, &no)?;
    let last = match known.concluded {
        Some(end) => end.on,
        None => app.today()?,
    };
    let basics = &known.basics;
    let manager = texts_at(conn, &subject(OpportunityPart::Manager, &no), Some(&known.people))?;
    let personal = texts_at(conn, &subject(OpportunityPart::Fields, &no), known.text.as_ref())?;
    let customer_name = ledger::customer::query::name(conn, &basics.customer)?;
    let engineer_name = match &basics.engineer {
        Some(staff_no) => {
            let subject = engineer_subject(staff_no);
            let names = app.names(std::slice::from_ref(&subject))?;
            Some(names.get(&subject).cloned().unwrap_or_else(|| staff_no.to_string()))
        }
        None => None,
    };
    let entries = query::acts(conn, &no)?;
    let mut acts = timeline(app, conn, entries.clone())?;
    super::changes::told(conn, &no, &entries, &mut acts)?;
    Ok(OpportunityView {
        opportunity: no.to_string(),
        unit: no.unit.to_string(),
        title: basics.title.clone(),
        customer: basics.customer.to_string(),
        customer_name: customer_name.unwrap_or_default(),
        class: basics.class.clone(),
        source: basics.source.clone(),
        finder: word(&basics.finder),
        manager: manager.get("name").cloned(),
        amount: basics.amount.map(|amount| amount.to_string()),
        expected_on: basics.expected_on.map(|day| day.to_string()),
        engineer: basics.engineer.as_ref().map(ToString::to_string),
        engineer_name,
        found_on: known.found_on.to_string(),
        age: age(known.found_on, last),
        response: known.response(),
        stage: word(&known.stage),
        since: known.since.to_string(),
        in_stage: age(known.since, last),
        next: known.stage.next().as_ref().map(word),
        fields: texts_of(&known.answers, personal),
        records: records(app, conn, &known)?,
        missing: known.missing().iter().map(gap).collect(),
        conclusion: known.concluded.map(|end| conclusion(conn, &no, end)).transpose()?,
        voided: voided(conn, &no)?,
        approvals: approvals(app, conn, &no)?,
        handover: handover(conn, &known)?,
        tickets: if does_work(app, Act::Tickets, &no.unit)? {
            linked_tickets(query::tickets(conn, &no)?)
        } else {
            Vec::new()
        },
        acts,
    })
}

fn gap(gap: &StageGap) -> StageGapView {
    let stage = word(&gap.stage());
    match gap {
        StageGap::Field { part, label, .. } => StageGapView {
            code: "field".to_owned(),
            stage,
            part: Some(part.clone()),
            label: Some(label.clone()),
            ..StageGapView::default()
        },
        StageGap::Record { part, label, have, need, .. } => StageGapView {
            code: "record".to_owned(),
            stage,
            part: Some(part.clone()),
            label: Some(label.clone()),
            have: Some(*have),
            need: Some(*need),
        },
        other => {
            let code = match other {
                StageGap::Source => "source",
                StageGap::Amount => "amount",
                StageGap::Engineer => "engineer",
                _ => "handover",
            };
            StageGapView { code: code.to_owned(), stage, ..StageGapView::default() }
        }
    }
}

fn records(app: &App, conn: &Connection, known: &Known) -> Result<Vec<OpportunityRecordView>, AppError> {
    let (no, shows) = (&known.no, shows_prices(app, known)?);
    let mut views = Vec::new();
    let me = &app.signed_in()?.account;
    for kept in query::records(conn, no)? {
        let shows = shows || kept.account == *me;
        let fields = record_kind(&kept.kind).map_or(&[][..], |kind| &kind.fields);
        let hidden = !shows && fields.iter().any(|field| field.restricted);
        let file = kept.file.filter(|_| !hidden);
        let of = subject(OpportunityPart::Record(kept.number), no);
        let texts = texts_at(conn, &of, kept.text.as_ref())?;
        views.push(OpportunityRecordView {
            number: kept.number,
            kind: kept.kind,
            on: kept.on.to_string(),
            subject: names_people(fields, &texts).then(|| of.to_string()),
            fields: seen(texts_of(&kept.answers, texts), fields, shows),
            file_kind: file.map(|digest| kind_of(app, &digest)).transpose()?.flatten(),
            file: file.map(|digest| digest.to_string()),
            by: app.account_name(&kept.account)?,
            updated_by: kept.updated_by.map(|account| app.account_name(&account)).transpose()?,
            struck: kept.struck,
        });
    }
    Ok(views)
}

/// Whether the signed-in account sees quotes and competitors' prices: 商务专员, manager and leader, and whoever registered it; after
/// the outcome whoever reads it (SEC-09). What somebody wrote themselves they see in any case.
pub(super) fn shows_prices(app: &App, known: &Known) -> Result<bool, AppError> {
    let actor = app.signed_in()?;
    let reads = match reach_of(Kind::ReadPrices, actor.role) {
        Reach::Any => true,
        Reach::Own => actor.unit.as_ref() == Some(&known.no.unit),
        Reach::Mine | Reach::None => false,
    };
    Ok(known.shows_prices() || reads || query::was_registered_by(app.conn()?, &known.no, &actor.account)?)
}

/// Whether any of these texts may name people.
pub(crate) fn names_people(fields: &[Field], texts: &BTreeMap<String, String>) -> bool {
    fields.iter().any(|field| field.personal && texts.contains_key(&field.code))
}

/// Words of an act on an opportunity.
fn said(
    conn: &Connection,
    no: &OpportunityNo,
    words: Option<&query::Said>,
) -> Result<BTreeMap<String, String>, AppError> {
    let Some(words) = words else { return Ok(BTreeMap::new()) };
    texts_at(conn, &subject(OpportunityPart::Words(words.number), no), words.text.as_ref())
}

fn conclusion(conn: &Connection, no: &OpportunityNo, end: Conclusion) -> Result<ConclusionView, AppError> {
    let texts = said(conn, no, query::end_said(conn, no)?.as_ref())?;
    Ok(ConclusionView {
        outcome: word(&end.outcome),
        success: end.outcome.is_success(),
        on: end.on.to_string(),
        amount: end.amount.map(|amount| amount.to_string()),
        reason: texts.get("text").cloned(),
        lessons: texts.get("lessons").cloned(),
    })
}

fn voided(conn: &Connection, no: &OpportunityNo) -> Result<Option<VoidedView>, AppError> {
    let Some((why, words)) = query::voided(conn, no)? else { return Ok(None) };
    let texts = said(conn, no, Some(&words))?;
    Ok(Some(VoidedView { why: word(&why), reason: texts.get("text").cloned() }))
}

fn approvals(app: &App, conn: &Connection, no: &OpportunityNo) -> Result<Vec<ApprovalView>, AppError> {
    let view = |kept: query::ApprovalKept| {
        let words = query::Said { number: kept.number, text: kept.text };
        let texts = said(conn, no, Some(&words))?;
        Ok(ApprovalView {
            number: kept.number,
            about: word(&kept.of),
            record: kept.record,
            on: kept.on.to_string(),
            approved: kept.approved,
            person: texts.get("person").cloned(),
            text: texts.get("text").cloned(),
            basis: kept.basis,
            evidence_kind: kept.evidence.map(|digest| kind_of(app, &digest)).transpose()?.flatten(),
            evidence: kept.evidence.map(|digest| digest.to_string()),
            by: app.account_name(&kept.account)?,
        })
    };
    query::approvals(conn, no)?.into_iter().map(view).collect()
}

fn handover(conn: &Connection, known: &Known) -> Result<Option<HandoverStateView>, AppError> {
    let Some(kept) = query::handover(conn, &known.no)? else { return Ok(None) };
    let words = subject(OpportunityPart::Words(kept.number), &known.no);
    let texts = texts_at(conn, &words, kept.text.as_ref())?;
    Ok(Some(HandoverStateView {
        on: kept.on.to_string(),
        person: texts.get("person").cloned(),
        text: texts.get("text").cloned(),
        contract_no: kept.contract_no,
        signed_on: kept.signed_on.map(|day| day.to_string()),
    }))
}
