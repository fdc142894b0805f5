//! What the one page of a person shows. One list, though long: the page's types stand together, and
//! `file.rs` fills them.

use super::HandoverLine;
use domain::people::Ground;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for everything on record about a person.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct Person {
    /// 工号.
    pub staff_no: String,
}

/// Everything on record about a person, in the units that the account may see.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct DossierView {
    /// 工号.
    pub staff_no: String,
    /// 姓名; the staff number where it was erased.
    pub name: String,
    /// 岗位.
    pub post: Option<String>,
    /// 手机.
    pub phone: Option<String>,
    /// 其他联系方式.
    pub contact: Option<String>,
    /// 技能.
    pub skills: Vec<String>,
    /// 单位代码: where they are, are to come, or were last.
    pub unit: Option<String>,
    /// 单位名称.
    pub unit_name: Option<String>,
    /// How they stand today: `awaited`, `probation`, `uncertified`, `certified`, `returned`, `left`, `withdrawn`.
    #[ts(
        type = "\"awaited\" | \"probation\" | \"uncertified\" | \"certified\" | \"returned\" | \"left\" | \"withdrawn\""
    )]
    pub standing: String,
    /// How they stood from which day on, oldest first; days to come are among them.
    pub history: Vec<StandingView>,
    /// Whether the account may record something of the person where they are.
    pub can_record: bool,
    /// Whether the account may approve a request for a replacement there.
    pub can_approve: bool,
    /// The announcement that waits for the letter.
    pub announced: Option<ArrivalView>,
    /// Each thing that the stay of today, or the newest, asks for, and whether it is there; of somebody announced nothing
    /// is.
    pub checklist: Vec<ChecklistItem>,
    /// Whether the person may see customers' documents today (信息安全协议 filed, on duty).
    pub access_to_customer_documents: bool,
    /// The last day of that access, where an end is recorded.
    pub access_ends: Option<String>,
    /// The probation of today or the one that was last.
    pub probation: Option<ProbationView>,
    /// Stays, newest first.
    pub stays: Vec<StayView>,
    /// 工作记录, newest day first.
    pub notes: Vec<WorkNoteView>,
    /// Submitted scores, newest month first.
    pub months: Vec<PersonMonthView>,
    /// Whether a replacement may be asked for now.
    pub may_ask_replacement: bool,
    /// Requests for a replacement, newest first.
    pub replacements: Vec<ReplacementView>,
}

/// How somebody stood from a day on.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct StandingView {
    /// First day.
    pub from: String,
    /// As [`DossierView::standing`].
    pub standing: String,
    /// 单位代码.
    pub unit: String,
    /// 单位名称.
    pub unit_name: String,
}

/// An announcement.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct ArrivalView {
    /// 工号.
    pub staff_no: String,
    /// 姓名; the staff number where it was erased.
    pub name: String,
    /// 岗位.
    pub post: Option<String>,
    /// 单位代码.
    pub unit: String,
    /// 单位名称.
    pub unit_name: String,
    /// The day on which they are to come.
    pub expected_on: String,
    /// The day on which it was announced.
    pub announced_on: String,
    /// Whether that day is past and no letter filed.
    pub overdue: bool,
}

/// Something that a stay asks for.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ChecklistItem {
    /// `letter`, `agreement`, `pledge` or `manager`.
    #[ts(type = "\"letter\" | \"agreement\" | \"pledge\" | \"manager\"")]
    pub item: String,
    /// Whether it is there.
    pub met: bool,
}

/// A probation.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct ProbationView {
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
    /// Days left, today included; `null` once it is over.
    #[ts(type = "number | null")]
    pub days_left: Option<i64>,
    /// Whether it is over.
    pub over: bool,
}

/// 代录.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct OnBehalfView {
    /// The party whose step it was.
    #[ts(type = "\"client\" | \"provider\" | null")]
    pub party: Option<String>,
    /// The person whose step it was; absent where nobody was named or the name is erased.
    pub person: Option<String>,
    /// What shows it.
    pub basis: String,
}

/// A paper on record.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct StayPaperView {
    /// `letter`, `agreement` or `pledge`.
    #[ts(type = "\"letter\" | \"agreement\" | \"pledge\"")]
    pub kind: String,
    /// 文号.
    pub number: String,
    /// The day on which both parties had signed.
    pub signed_on: String,
    /// SHA-256 of the signed copy; `saveScan` writes it.
    pub scan: String,
    /// 代录.
    pub on_behalf: Option<OnBehalfView>,
    /// Why it was corrected last.
    pub correction: Option<String>,
    /// Who filed it as it stands.
    pub filed_by: String,
    /// When.
    pub filed_on: String,
}

/// 管理人 of a stay.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct StayManagerView {
    /// The account, where it is one.
    pub account: Option<String>,
    /// The name; absent where it was erased.
    pub name: Option<String>,
}

/// How a stay ended.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct LeavingView {
    /// The last day.
    pub last_day: String,
    /// Why.
    pub reason: String,
    /// 单位代码 moved to.
    pub moved_to: Option<String>,
    /// 工号 of who took over.
    pub receiver: Option<String>,
    /// Their name; absent where it was erased.
    pub receiver_name: Option<String>,
    /// Lines of the list, also where their texts were erased.
    pub count: u32,
    /// What was handed over; empty where it was erased.
    pub entries: Vec<HandoverLine>,
    /// Why there was nothing to hand over.
    pub nothing: Option<String>,
    /// SHA-256 of the signed list.
    pub scan: Option<String>,
}

/// A stay in a unit.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct StayView {
    /// 单位代码.
    pub unit: String,
    /// 单位名称.
    pub unit_name: String,
    /// First day; with the staff number it names the stay.
    pub arrived_on: String,
    /// Last day.
    pub left_on: Option<String>,
    /// Papers filed.
    pub papers: Vec<StayPaperView>,
    /// 管理人.
    pub manager: Option<StayManagerView>,
    /// What is missing of `letter`, `agreement`, `pledge`, `manager`.
    pub missing: Vec<String>,
    /// The probation that it began.
    pub probation: Option<ProbationView>,
    /// How it ended, with the handover.
    pub leaving: Option<LeavingView>,
}

/// A note on record.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct WorkNoteView {
    /// 1, 2, … of the person.
    pub number: u32,
    /// 单位代码.
    pub unit: String,
    /// The day it is about.
    pub on: String,
    /// What; absent where it was erased.
    pub text: Option<String>,
    /// Code of the behaviour that it shows.
    pub requirement: Option<String>,
    /// 对象级别 of whom it was shown to.
    pub object_grade: Option<String>,
    /// Who wrote it.
    pub noted_by: String,
    /// Why it was struck, where it was.
    pub struck: Option<String>,
}

/// A submitted score.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct PersonMonthView {
    /// 单位代码.
    pub unit: String,
    /// Month.
    pub month: String,
    /// Points.
    pub score: String,
    /// 试用.
    pub probation: bool,
    /// 可要求更换.
    pub may_ask_replacement: bool,
}

/// A month that a request rests on.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct EvidenceMonthView {
    /// Month.
    pub month: String,
    /// Points.
    pub score: String,
    /// Whether it is low enough for the request.
    pub low: bool,
    /// What was taken off.
    pub deducted: Vec<DeductedView>,
}

/// An item with less than its full points.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct DeductedView {
    /// The item's code.
    pub code: String,
    /// Its name in the rubric of the month.
    pub name: String,
    /// Points given.
    pub points: String,
    /// Full points.
    pub max: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// Where it can be seen.
    pub evidence: Option<String>,
}

/// A decision that asks for a replacement.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct GroundView {
    /// A failed certification, or a violation.
    #[ts(type = "\"certification\" | \"violation\"")]
    pub of: String,
    /// Number of the case, or of the line.
    pub number: u32,
}

impl From<Ground> for GroundView {
    fn from(ground: Ground) -> Self {
        let (of, number) = match ground {
            Ground::Certification { number } => ("certification", number),
            Ground::Violation { number } => ("violation", number),
        };
        Self { of: of.to_owned(), number }
    }
}

/// A request for a replacement.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct ReplacementView {
    /// 1, 2, … of the person.
    pub number: u32,
    /// 单位代码.
    pub unit: String,
    /// First day of the stay.
    pub arrived_on: String,
    /// `opened`, `approved`, `sent`, `answered`, `done` or `withdrawn`.
    #[ts(type = "\"opened\" | \"approved\" | \"sent\" | \"answered\" | \"done\" | \"withdrawn\"")]
    pub state: String,
    /// What it rests on, as it stood then.
    pub months: Vec<EvidenceMonthView>,
    /// Numbers of the 工作记录 that it rests on.
    pub notes: Vec<u32>,
    /// Decisions that it rests on.
    pub decisions: Vec<GroundView>,
    /// What the unit says besides.
    pub reason: Option<String>,
    /// Who asked.
    pub requested_by: String,
    /// When.
    pub requested_on: String,
    /// The day of approving.
    pub approved_on: Option<String>,
    /// Who recorded the approval.
    pub approved_by: Option<String>,
    /// 代录 of the approval.
    pub approved_on_behalf: Option<OnBehalfView>,
    /// SHA-256 of what shows the approval.
    pub approval_evidence: Option<String>,
    /// 快文文号.
    pub dispatch: Option<String>,
    /// Sent that day.
    pub sent_on: Option<String>,
    /// SHA-256 of the 快文.
    pub dispatch_copy: Option<String>,
    /// 工号 of the successor.
    pub successor: Option<String>,
    /// Their name.
    pub successor_name: Option<String>,
    /// The day on which the successor was named.
    pub answered_on: Option<String>,
    /// The day on which it was taken back.
    pub withdrawn_on: Option<String>,
    /// Why.
    pub withdrawn_reason: Option<String>,
}
