//! The one page of a person: everything on record, as one answer.

use super::file_of;
use crate::api::Act;
use crate::error::AppError;
use crate::organisation::{sees, word};
use crate::parse;
use crate::personal::{account_subject, engineer_subject, name_at};
use crate::rights::{Target, belongs_here, may};
use crate::session::App;
use chrono::NaiveDate;
use domain::Refusal;
use domain::kernel::{AccountName, Digest, UnitCode};
use domain::people::{
    Dossier, HandoverList, Leaving, OnBehalf, Paper, Replacement, Requirement, Standing, Stay,
    may_ask_replacement,
};
use domain::personal::{FilePart, Subject};
use domain::rulebook::{Rubric, in_force};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
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
    /// How they stand today: `awaited`, `probation`, `uncertified`, `certified`, `returned`, `left`.
    #[ts(type = "\"awaited\" | \"probation\" | \"uncertified\" | \"certified\" | \"returned\" | \"left\"")]
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
    pub entries: Vec<super::HandoverLine>,
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

/// `person`.
pub fn person(app: &mut App, request: Person) -> Result<DossierView, AppError> {
    let staff_no = parse::staff_no(&request.staff_no)?;
    let (conn, today) = (app.conn()?, app.today()?);
    let file = file_of(conn, &staff_no, today)?;
    let units = ledger::organisation::query::units(conn)?;
    let seen: BTreeMap<UnitCode, String> = units
        .into_values()
        .filter_map(|unit| match sees(app, &unit.code) {
            Ok(true) => Some(Ok((unit.code, unit.name))),
            Ok(false) => None,
            Err(error) => Some(Err(error)),
        })
        .collect::<Result<_, AppError>>()?;
    let mut units = file.stays.iter().map(|stay| &stay.membership.unit);
    let mut announced = file.arrivals.iter().map(|arrival| &arrival.unit);
    if !units.any(|unit| seen.contains_key(unit)) && !announced.any(|unit| seen.contains_key(unit)) {
        return Err(Refusal::UnknownEngineer { staff_no }.into());
    }
    View { app, file: &file, seen, today }.whole()
}

/// What a view is made from.
struct View<'a> {
    app: &'a App,
    file: &'a Dossier,
    /// Units that the account may see, with their names.
    seen: BTreeMap<UnitCode, String>,
    today: NaiveDate,
}

impl View<'_> {
    fn whole(&self) -> Result<DossierView, AppError> {
        let (file, conn) = (self.file, self.app.conn()?);
        let known = ledger::personal(conn, &engineer_subject(&file.staff_no))?.unwrap_or_default();
        let text = |key: &str| known.get(key).and_then(Value::as_str).map(str::to_owned);
        let name = text("name").unwrap_or_else(|| file.staff_no.to_string());
        let levels = ledger::certification::query::levels_of(conn, &file.staff_no)?;
        let certified_on = levels.iter().map(|given| given.valid_from).min();
        let announced = file.announced().filter(|open| self.sees(&open.unit));
        let stay = file.stay_on(self.today).or(file.stays.last());
        // Who has left and is announced again stands before the next stay.
        let shown_stay = stay.filter(|stay| announced.is_none() || stay.membership.covers(self.today));
        let unit = shown_stay.map(|stay| &stay.membership.unit).or(announced.map(|open| &open.unit));
        let requirement = |item: Requirement| ChecklistItem {
            item: item.code().to_owned(),
            met: shown_stay.is_some_and(|stay| stay.meets(item)),
        };
        let standing = file.standing(self.today, certified_on).map_or(Standing::Awaited, |s| s.standing);
        let may_here = |act: Act| unit.is_some_and(|unit| self.may(act, unit).unwrap_or(false));
        let mut stays: Vec<StayView> = Vec::new();
        for stay in file.stays.iter().rev().filter(|stay| self.sees(&stay.membership.unit)) {
            stays.push(self.stay(stay)?);
        }
        Ok(DossierView {
            staff_no: file.staff_no.to_string(),
            post: file.post.clone(),
            phone: text("phone"),
            contact: text("contact"),
            skills: texts(&known, "skills"),
            unit: unit.map(ToString::to_string),
            unit_name: unit.map(|unit| self.unit_name(unit)),
            standing: standing.code().to_owned(),
            history: file
                .history(certified_on)
                .into_iter()
                .filter(|since| self.sees(&since.unit))
                .map(|since| StandingView {
                    from: since.from.to_string(),
                    standing: since.standing.code().to_owned(),
                    unit_name: self.unit_name(&since.unit),
                    unit: since.unit.to_string(),
                })
                .collect(),
            can_record: may_here(Act::RecordPerson),
            can_approve: may_here(Act::ApproveReplacement),
            announced: announced.map(|open| ArrivalView {
                staff_no: file.staff_no.to_string(),
                name: name.clone(),
                post: file.post.clone(),
                unit: open.unit.to_string(),
                unit_name: self.unit_name(&open.unit),
                expected_on: open.expected_on.to_string(),
                announced_on: open.announced_on.to_string(),
                overdue: open.expected_on < self.today,
            }),
            checklist: Requirement::ALL.map(requirement).into(),
            access_to_customer_documents: stay.is_some_and(|stay| stay.customer_documents(self.today)),
            access_ends: shown_stay.and_then(|stay| stay.membership.left_on).map(|day| day.to_string()),
            probation: file
                .probations()
                .iter()
                .rfind(|probation| probation.from <= self.today)
                .or(file.probations().first())
                .map(|probation| self.probation(*probation)),
            stays,
            notes: self.notes()?,
            months: self.months(),
            may_ask_replacement: self.may_ask(),
            replacements: self.replacements()?,
            name,
        })
    }

    fn sees(&self, unit: &UnitCode) -> bool {
        self.seen.contains_key(unit)
    }

    fn unit_name(&self, unit: &UnitCode) -> String {
        self.seen.get(unit).cloned().unwrap_or_else(|| unit.to_string())
    }

    fn may(&self, act: Act, unit: &UnitCode) -> Result<bool, AppError> {
        let here = self.app.installation()?;
        let target = Target::Unit(unit.clone());
        Ok(belongs_here(act, here.role) && may(act, self.app.signed_in()?, &target, &here.unit))
    }

    fn may_ask(&self) -> bool {
        let Some(stay) = self.file.stay_on(self.today) else { return false };
        let (unit, arrived_on) = (&stay.membership.unit, stay.membership.arrived_on);
        let asked = |r: &&Replacement| r.arrived_on == arrived_on && r.withdrawn.is_none();
        self.file.replacements.iter().find(asked).is_none() && self.file.grounds(unit).next().is_some()
    }

    fn probation(&self, probation: domain::people::Probation) -> ProbationView {
        let days_left = probation.days_left(self.today);
        ProbationView {
            from: probation.from.to_string(),
            to: probation.to.to_string(),
            days_left,
            over: days_left.is_none(),
        }
    }

    /// Personal fields as an event named them; `None` where they were erased.
    fn part(&self, part: FilePart, digest: &Digest) -> Result<Option<Map<String, Value>>, AppError> {
        let subject = Subject::File(part, self.file.staff_no.clone()).to_string();
        Ok(ledger::personal_at(self.app.conn()?, &subject, digest)?)
    }

    fn part_name(&self, part: FilePart, digest: Option<&Digest>) -> Result<Option<String>, AppError> {
        name_at(self.app.conn()?, &Subject::File(part, self.file.staff_no.clone()), digest)
    }

    fn account(&self, account: &AccountName) -> Result<String, AppError> {
        self.app.account_name(account)
    }

    fn on_behalf(&self, part: FilePart, behalf: Option<&OnBehalf>) -> Result<Option<OnBehalfView>, AppError> {
        let Some(behalf) = behalf else { return Ok(None) };
        Ok(Some(OnBehalfView {
            party: behalf.party.as_ref().map(word),
            person: self.part_name(part, behalf.person.as_ref())?,
            basis: behalf.basis.clone(),
        }))
    }

    fn stay(&self, stay: &Stay) -> Result<StayView, AppError> {
        let membership = &stay.membership;
        let arrived_on = membership.arrived_on;
        let mut papers = Vec::new();
        for paper in &stay.papers {
            papers.push(self.paper(arrived_on, paper)?);
        }
        let manager = match &stay.manager {
            None => None,
            Some(manager) => {
                let name = match &manager.account {
                    Some(account) => self.app.names(&[account_subject(account)])?.into_values().next(),
                    None => self.part_name(FilePart::Manager(arrived_on), manager.name.as_ref())?,
                };
                Some(StayManagerView { account: manager.account.as_ref().map(ToString::to_string), name })
            }
        };
        let leaving = stay.leaving.as_ref().map(|leaving| self.leaving(arrived_on, leaving)).transpose()?;
        Ok(StayView {
            unit: membership.unit.to_string(),
            unit_name: self.unit_name(&membership.unit),
            arrived_on: arrived_on.to_string(),
            left_on: membership.left_on.map(|day| day.to_string()),
            papers,
            manager,
            missing: stay.missing().map(|item| item.code().to_owned()).collect(),
            probation: self.file.probation_of(stay).map(|probation| self.probation(probation)),
            leaving,
        })
    }

    fn paper(&self, arrived_on: NaiveDate, paper: &Paper) -> Result<StayPaperView, AppError> {
        let part = FilePart::Paper(arrived_on, paper.kind);
        Ok(StayPaperView {
            kind: paper.kind.code().to_owned(),
            number: paper.number.clone(),
            signed_on: paper.signed_on.to_string(),
            scan: paper.scan.to_string(),
            on_behalf: self.on_behalf(part, paper.on_behalf.as_ref())?,
            correction: paper.correction.clone(),
            filed_by: self.account(&paper.account)?,
            filed_on: paper.filed_on.to_string(),
        })
    }

    fn leaving(&self, arrived_on: NaiveDate, leaving: &Leaving) -> Result<LeavingView, AppError> {
        let fields = self.part(FilePart::Handover(arrived_on), &leaving.list)?;
        let list: HandoverList =
            fields.and_then(|fields| serde_json::from_value(Value::Object(fields)).ok()).unwrap_or_default();
        let receiver_name = match &leaving.receiver {
            Some(staff_no) => self.app.names(&[engineer_subject(staff_no)])?.into_values().next(),
            None => list.receiver,
        };
        let line = |e: domain::people::HandoverEntry| super::HandoverLine {
            kind: e.kind,
            what: e.what,
            note: e.note,
        };
        Ok(LeavingView {
            last_day: leaving.last_day.to_string(),
            reason: leaving.reason.clone(),
            moved_to: leaving.moved_to.as_ref().map(ToString::to_string),
            receiver: leaving.receiver.as_ref().map(ToString::to_string),
            receiver_name,
            count: leaving.entries,
            entries: list.entries.into_iter().map(line).collect(),
            nothing: list.nothing,
            scan: leaving.scan.map(|digest| digest.to_string()),
        })
    }

    fn notes(&self) -> Result<Vec<WorkNoteView>, AppError> {
        let mut notes = Vec::new();
        for note in self.file.notes.iter().filter(|note| self.sees(&note.unit)) {
            let fields = self.part(FilePart::Note(note.number), &note.text)?;
            let text = fields.as_ref().and_then(|f| f.get("text")).and_then(Value::as_str);
            notes.push(WorkNoteView {
                number: note.number,
                unit: note.unit.to_string(),
                on: note.on.to_string(),
                text: text.map(str::to_owned),
                noted_by: self.account(&note.account)?,
                struck: note.struck.clone(),
            });
        }
        notes.sort_by(|a, b| (&b.on, b.number).cmp(&(&a.on, a.number)));
        Ok(notes)
    }

    fn months(&self) -> Vec<PersonMonthView> {
        let probations = self.file.probations();
        let seen = self.file.scores.iter().rev().filter(|at| self.sees(&at.unit));
        seen.map(|at| {
            let probation = probations.iter().any(|probation| probation.touches(at.month));
            PersonMonthView {
                unit: at.unit.to_string(),
                month: at.month.to_string(),
                score: at.score.to_string(),
                probation,
                may_ask_replacement: may_ask_replacement(at.score, probation, at.at_seventy),
            }
        })
        .collect()
    }

    fn replacements(&self) -> Result<Vec<ReplacementView>, AppError> {
        let rubrics = ledger::rulebook::query::rubrics(self.app.conn()?)?;
        let seen = self.file.replacements.iter().rev().filter(|request| self.sees(&request.unit));
        seen.map(|request| self.replacement(request, &rubrics)).collect()
    }

    fn replacement(&self, r: &Replacement, rubrics: &[Rubric]) -> Result<ReplacementView, AppError> {
        let approval = r.approved.as_ref().map(|(approval, _)| approval);
        let behalf = approval.and_then(|approval| approval.on_behalf.as_ref());
        let successor_name = match &r.successor {
            Some(staff_no) => self.app.names(&[engineer_subject(staff_no)])?.into_values().next(),
            None => None,
        };
        Ok(ReplacementView {
            number: r.number,
            unit: r.unit.to_string(),
            arrived_on: r.arrived_on.to_string(),
            state: word(&self.file.replacement_state(r)),
            months: r.evidence.months.iter().map(|month| evidence(month, rubrics)).collect(),
            notes: r.evidence.notes.clone(),
            reason: r.reason.clone(),
            requested_by: self.account(&r.requested_by)?,
            requested_on: r.requested_on.to_string(),
            approved_on: approval.map(|approval| approval.on.to_string()),
            approved_by: r.approved.as_ref().map(|(_, account)| self.account(account)).transpose()?,
            approved_on_behalf: self.on_behalf(FilePart::Approval(r.number), behalf)?,
            approval_evidence: approval.and_then(|a| a.evidence).map(|digest| digest.to_string()),
            dispatch: r.sent.as_ref().map(|sent| sent.number.clone()),
            sent_on: r.sent.as_ref().map(|sent| sent.on.to_string()),
            dispatch_copy: r.sent.as_ref().and_then(|sent| sent.copy).map(|digest| digest.to_string()),
            successor: r.successor.as_ref().map(ToString::to_string),
            successor_name,
            answered_on: r.answered_on.map(|day| day.to_string()),
            withdrawn_on: r.withdrawn.as_ref().map(|(on, _)| on.to_string()),
            withdrawn_reason: r.withdrawn.as_ref().map(|(_, reason)| reason.clone()),
        })
    }
}

fn evidence(month: &domain::people::EvidenceMonth, rubrics: &[Rubric]) -> EvidenceMonthView {
    let default = Rubric::default_version();
    let rubric = in_force(rubrics, |r| (r.from, r.version), month.month.quarter()).unwrap_or(&default);
    let deducted = |item: &domain::assessment::ItemScore| {
        let known = rubric.item(&item.code);
        DeductedView {
            code: item.code.clone(),
            name: known.map_or_else(|| item.code.clone(), |known| known.name.clone()),
            points: item.points.normalize().to_string(),
            max: known.filter(|known| !known.veto).map(|known| known.max.normalize().to_string()),
            reason: item.reason.clone(),
            evidence: item.evidence.clone(),
        }
    };
    EvidenceMonthView {
        month: month.month.to_string(),
        score: month.score.to_string(),
        low: month.low,
        deducted: month.deducted.iter().map(deducted).collect(),
    }
}

fn texts(fields: &Map<String, Value>, key: &str) -> Vec<String> {
    let list = fields.get(key).and_then(Value::as_array).into_iter().flatten();
    list.filter_map(Value::as_str).map(str::to_owned).collect()
}
