//! 登记到岗, and what is known of a person.

use super::{file_of, file_or_new, known_file};
use crate::api::Act;
use crate::assessment::known_unit;
use crate::error::AppError;
use crate::parse;
use crate::personal::engineer_subject;
use crate::session::{App, Receipt};
use domain::Refusal;
use domain::kernel::{StaffNo, UnitCode};
use domain::people::{PersonData, record_person, skills_of};
use ledger::Tx;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use ts_rs::TS;

/// Announces an engineer, for the first time or again after having left: on duty with the letter alone.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct AnnounceArrival {
    /// 工号.
    pub staff_no: String,
    /// 单位代码.
    #[ts(type = "string")]
    pub unit: UnitCode,
    /// The day on which they are to come.
    pub expected_on: String,
    /// 姓名; may be left out of somebody known.
    #[ts(optional = nullable)]
    pub name: Option<String>,
    /// 岗位.
    #[ts(optional = nullable)]
    pub post: Option<String>,
    /// 手机.
    #[ts(optional = nullable)]
    pub phone: Option<String>,
    /// 其他联系方式.
    #[ts(optional = nullable)]
    pub contact: Option<String>,
    /// 技能.
    #[ts(optional = nullable)]
    pub skills: Option<Vec<String>>,
}

/// Takes an announcement back: the person does not come.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct WithdrawArrival {
    /// 工号.
    pub staff_no: String,
    /// Why.
    pub reason: String,
}

/// Changes what is known of a person (修改资料). What is absent stays; an empty text takes away.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct RecordPerson {
    /// 工号.
    pub staff_no: String,
    /// 姓名.
    #[ts(optional = nullable)]
    pub name: Option<String>,
    /// 岗位; cannot be taken away.
    #[ts(optional = nullable)]
    pub post: Option<String>,
    /// 手机.
    #[ts(optional = nullable)]
    pub phone: Option<String>,
    /// 其他联系方式.
    #[ts(optional = nullable)]
    pub contact: Option<String>,
    /// 技能; an empty list takes them away.
    #[ts(optional = nullable)]
    pub skills: Option<Vec<String>>,
}

/// Most characters of a name or another personal text, and most skills.
const LIMIT: u32 = 60;

/// Personal data as they were typed.
struct Typed {
    name: Option<String>,
    phone: Option<String>,
    contact: Option<String>,
    skills: Option<Vec<String>>,
}

impl Typed {
    /// What is on record with what was typed; without a name it is refused.
    fn over(self, mut fields: Map<String, Value>) -> Result<Map<String, Value>, AppError> {
        for (key, typed) in [("name", self.name), ("phone", self.phone), ("contact", self.contact)] {
            let Some(text) = typed else { continue };
            let text = text.trim();
            if text.chars().count() > LIMIT as usize {
                let refusal = if key == "name" { Refusal::NameLength { limit: LIMIT } } else { too_long() };
                return Err(refusal.into());
            }
            if text.is_empty() {
                fields.remove(key);
            } else {
                fields.insert(key.to_owned(), json!(text));
            }
        }
        if let Some(skills) = self.skills {
            let mut list: Vec<String> = Vec::new();
            for skill in skills.iter().flat_map(|typed| skills_of(typed)) {
                if !list.contains(&skill) {
                    list.push(skill);
                }
            }
            let long = |skill: &String| skill.chars().count() > LIMIT as usize;
            if list.len() > LIMIT as usize || list.iter().any(long) {
                return Err(too_long().into());
            }
            fields.remove("skills");
            if !list.is_empty() {
                fields.insert("skills".to_owned(), json!(list));
            }
        }
        if !fields.contains_key("name") {
            return Err(Refusal::NameLength { limit: LIMIT }.into());
        }
        Ok(fields)
    }

    /// Keeps them beside the journal.
    fn keep(self, tx: &Tx<'_>, staff_no: &StaffNo) -> Result<domain::kernel::Digest, AppError> {
        let subject = engineer_subject(staff_no);
        let known = ledger::personal(tx.conn(), &subject)?.unwrap_or_default();
        Ok(tx.put_personal(&subject, &self.over(known)?)?)
    }
}

fn too_long() -> Refusal {
    Refusal::TextLong { limit: LIMIT }
}

/// `announceArrival`.
pub fn announce(app: &mut App, request: AnnounceArrival) -> Result<Receipt, AppError> {
    let staff_no = parse::staff_no(&request.staff_no)?;
    let expected_on = parse::date(&request.expected_on)?;
    known_unit(app, &request.unit)?;
    let today = app.today()?;
    app.decide(|tx, _| {
        let (file, known) = file_or_new(tx.conn(), &staff_no, today)?;
        let announced = file.announce(&request.unit, expected_on)?;
        let AnnounceArrival { name, phone, contact, skills, post, .. } = request;
        let personal = Some(Typed { name, phone, contact, skills }.keep(tx, &staff_no)?);
        let known = known.then_some((file.post.as_deref(), file.personal));
        let mut events = record_person(known, &staff_no, PersonData { post, personal });
        events.extend(announced);
        Ok(events)
    })
}

/// `recordPerson`.
pub fn record_data(app: &mut App, request: RecordPerson) -> Result<Receipt, AppError> {
    let file = known_file(app, &request.staff_no, Act::RecordPerson)?;
    app.decide(|tx, _| {
        let RecordPerson { name, phone, contact, skills, post, .. } = request;
        let personal = Some(Typed { name, phone, contact, skills }.keep(tx, &file.staff_no)?);
        let known = Some((file.post.as_deref(), file.personal));
        Ok(record_person(known, &file.staff_no, PersonData { post, personal }))
    })
}

/// `withdrawArrival`.
pub fn withdraw(app: &mut App, request: WithdrawArrival) -> Result<Receipt, AppError> {
    let staff_no = parse::staff_no(&request.staff_no)?;
    let today = app.today()?;
    let file = file_of(app.conn()?, &staff_no, today)?;
    let open = file.announced().ok_or_else(|| Refusal::NotAnnounced { staff_no: staff_no.clone() })?;
    app.require_unit(Act::WithdrawArrival, &open.unit)?;
    app.decide(|tx, _| Ok(file_of(tx.conn(), &staff_no, today)?.withdraw_arrival(&request.reason)?))
}
