//! Who answers for a ticket: put off, passed on, approved; what others were asked; who gets copies.

use super::super::words::kept_texts;
use super::name_of;
use crate::error::AppError;
use crate::organisation::word;
use crate::session::App;
use domain::kernel::{Digest, StaffNo};
use domain::personal::TicketPart;
use domain::ticket::{Ticket, TicketNo};
use ledger::rusqlite::Connection;
use ledger::ticket::query::{self, HandWords};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// Who answers for it now.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct HolderView {
    /// 工号.
    pub staff_no: String,
    /// Their name; the staff number where it was erased.
    pub name: String,
    /// `first`, `incident`, `notTaken` or `refused`.
    pub because: String,
    /// The clause it rests on.
    pub clause: String,
}

/// The latest question whether it can be put off.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct PostponementView {
    /// The first is free from that day.
    pub free_on: String,
    /// Done by that day then.
    pub to: String,
    /// Asked on that day.
    pub asked_on: String,
    /// Answered on that day.
    pub answered_on: Option<String>,
    /// `agreed` or `urgent`.
    pub answer: Option<String>,
}

/// Something that was passed to the second.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct IncidentView {
    /// 1, 2, …
    pub number: u32,
    /// The second's name.
    pub name: String,
    /// `first` or `requester`.
    pub by: String,
    /// 时间: from that day.
    pub from: String,
    /// To that day.
    pub until: String,
    /// Taken on that day.
    pub taken_on: Option<String>,
    /// Refused on that day.
    pub refused_on: Option<String>,
    /// Returned on that day.
    pub returned_on: Option<String>,
    /// 内容; absent where it was erased.
    pub content: Option<String>,
    /// 范围.
    pub scope: Option<String>,
}

/// Approvals of a third engineer.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct ThirdView {
    /// 工号.
    pub staff_no: String,
    /// Their name.
    pub name: String,
    /// Given: `supportManager`, `technicalDirector`, `generalManager`.
    pub given: Vec<String>,
    /// Missing.
    pub missing: Vec<String>,
}

/// What others were asked.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct HelpView {
    /// 1, 2, …
    pub number: u32,
    /// `research` or `department`.
    pub from: String,
    /// The department's name.
    pub department: Option<String>,
    /// Asked on that day.
    pub asked_on: String,
    /// SHA-256 of the form.
    pub file: Option<String>,
    /// What was asked.
    pub text: Option<String>,
    /// Answered on that day.
    pub answered_on: Option<String>,
    /// Solved.
    pub solved: Option<bool>,
    /// The requester was told on that day.
    pub told_on: Option<String>,
}

/// All of it.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct HandsView {
    /// Who answers for it now; absent where nobody was named or it has ended.
    pub holder: Option<HolderView>,
    /// The latest question whether it can be put off.
    pub postponement: Option<PostponementView>,
    /// What was passed on, in order.
    pub incidents: Vec<IncidentView>,
    /// The second could not, and the manager has not acted since that day.
    pub escalated: Option<String>,
    /// Approvals of third engineers.
    pub thirds: Vec<ThirdView>,
    /// What others were asked, in order.
    pub helps: Vec<HelpView>,
    /// Who else gets copies.
    pub copies: Option<String>,
}

pub(super) fn hands(
    app: &App,
    conn: &Connection,
    no: &TicketNo,
    known: &Ticket,
    copies: Option<(u32, Digest)>,
) -> Result<HandsView, AppError> {
    let name = |staff_no: &StaffNo| Ok::<_, AppError>(name_of(app, Some(staff_no))?.unwrap_or_default());
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
    let (incident_words, help_words) = query::hand_words(conn, no)?;
    let texts = |list: &[HandWords], of: u32| match list.iter().find(|words| words.of == of) {
        Some(words) => kept_texts(conn, no, TicketPart::Words(words.number), words.text.as_ref()),
        None => Ok(BTreeMap::new()),
    };
    let holder = match known.holder() {
        Some(holder) => Some(HolderView {
            name: name(&holder.staff_no)?,
            staff_no: holder.staff_no.to_string(),
            because: word(&holder.because),
            clause: holder.because.clause().to_owned(),
        }),
        None => None,
    };
    let mut incidents = Vec::new();
    for incident in &known.incidents {
        let mut texts = texts(&incident_words, incident.number)?;
        incidents.push(IncidentView {
            number: incident.number,
            name: name(&incident.to)?,
            by: word(&incident.by),
            from: incident.from.to_string(),
            until: incident.until.to_string(),
            taken_on: day(incident.taken_on),
            refused_on: day(incident.refused_on),
            returned_on: day(incident.returned_on),
            content: texts.remove("text"),
            scope: texts.remove("scope"),
        });
    }
    let mut thirds: Vec<ThirdView> = Vec::new();
    for third in &known.thirds {
        let staff_no = third.staff_no.to_string();
        match thirds.iter_mut().find(|view| view.staff_no == staff_no) {
            Some(view) => view.given.push(word(&third.post)),
            None => thirds.push(ThirdView {
                staff_no,
                name: name(&third.staff_no)?,
                given: vec![word(&third.post)],
                missing: known.approvals_missing(&third.staff_no).iter().map(word).collect(),
            }),
        }
    }
    let mut helps = Vec::new();
    for help in &known.helps {
        let words = help_words.iter().find(|words| words.of == help.number);
        helps.push(HelpView {
            number: help.number,
            from: word(&help.from),
            department: help.department.clone(),
            asked_on: help.asked_on.to_string(),
            file: words.and_then(|words| words.file).map(|file| file.to_string()),
            text: texts(&help_words, help.number)?.remove("text"),
            answered_on: day(help.answered.map(|(on, _)| on)),
            solved: help.answered.map(|(_, solved)| solved),
            told_on: day(words.and_then(|words| words.told_on)),
        });
    }
    let copies = match copies {
        Some((number, digest)) => {
            kept_texts(conn, no, TicketPart::Words(number), Some(&digest))?.remove("copies")
        }
        None => None,
    };
    Ok(HandsView {
        holder,
        postponement: known.postponement.map(|asked| PostponementView {
            free_on: asked.free_on.to_string(),
            to: asked.to.to_string(),
            asked_on: asked.asked_on.to_string(),
            answered_on: day(asked.answered.map(|(on, _)| on)),
            answer: asked.answered.map(|(_, answer)| word(&answer)),
        }),
        incidents,
        escalated: day(known.escalated_on),
        thirds,
        helps,
        copies,
    })
}
