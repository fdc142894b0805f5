//! 更换人员申请: what was gathered for a request, and how far it has come.

use super::arrival_paper::{is_word, unit_signatory};
use super::head::{Tables, personal_head};
use super::people::Attended;
use super::words;
use crate::error::AppError;
use crate::exchange::{FileView, write_file};
use crate::parse;
use crate::people::{
    DeductedView, DossierView, EvidenceMonthView, GroundView, OnBehalfView, Person, ReplacementView, person,
};
use crate::session::App;
use domain::Refusal;
use domain::kernel::{Month, StaffNo, UnitCode};
use domain::organisation::Party;
use domain::people::{REPLACEMENT_BELOW, replacement_no};
use domain::rulebook::{RuleSet, in_force};
use report::view::{ReplacementRequest, RequestStep, TrialMonth, WorkNote};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// Makes a request for a replacement, for both sides to sign: a PDF, or, where the file's name ends in `.docx`, a Word
/// file.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct MakeReplacementRequest {
    /// 工号.
    pub staff_no: String,
    /// Which request; the newest where absent.
    #[ts(optional = nullable)]
    pub number: Option<u32>,
    /// The file.
    pub out: String,
}

/// `makeReplacementRequest`. Nothing is recorded.
pub fn replacement_request(app: &mut App, request: MakeReplacementRequest) -> Result<FileView, AppError> {
    let dossier = person(app, Person { staff_no: request.staff_no.clone() })?;
    let asked = |r: &&ReplacementView| request.number.is_none_or(|number| r.number == number);
    let Some(found) = dossier.replacements.iter().find(asked) else {
        let staff_no = parse::staff_no(&request.staff_no)?;
        return Err(Refusal::UnknownReplacement { staff_no, number: request.number.unwrap_or(1) }.into());
    };
    let view = view(app, &dossier, found)?;
    let bytes = if is_word(&request.out) {
        report::replacement_request_word(&view)?
    } else {
        report::render_replacement_request(&view, &app.fonts()?)?
    };
    write_file(&request.out, &bytes)
}

fn view(app: &App, dossier: &DossierView, r: &ReplacementView) -> Result<ReplacementRequest, AppError> {
    let staff_no = parse::staff_no(&dossier.staff_no)?;
    let unit = parse::unit(&r.unit)?;
    let tables = Tables::read(app, None)?;
    let stay = dossier.stays.iter().find(|stay| stay.arrived_on == r.arrived_on);
    let probation = stay.and_then(|stay| stay.probation.as_ref());
    let number = replacement_no(&unit, &staff_no, r.number);
    let figures = json!({ "kind": "replacement", "staffNo": staff_no, "unit": unit, "number": r.number });
    let successor = [r.successor.clone(), r.successor_name.clone()];
    Ok(ReplacementRequest {
        head: personal_head(app, &tables, number, tables.unit(&unit), figures.to_string())?,
        name: dossier.name.clone(),
        staff_no: dossier.staff_no.clone(),
        post: dossier.post.clone().unwrap_or_default(),
        arrived_on: r.arrived_on.clone(),
        probation: probation.map(|p| format!("{} 至 {}", p.from, p.to)).unwrap_or_default(),
        threshold: threshold(app, r)?,
        reason: r.reason.clone().unwrap_or_default(),
        express_no: r.dispatch.clone().unwrap_or_default(),
        months: r.months.iter().map(trial_month).collect::<Result<_, AppError>>()?,
        notes: dossier
            .notes
            .iter()
            .rev()
            .filter(|note| r.notes.contains(&note.number))
            .map(|note| WorkNote {
                date: note.on.clone(),
                text: note.text.clone().unwrap_or_else(|| words::NONE.to_owned()),
            })
            .collect(),
        evidence: {
            let mut lines: Vec<String> = r.decisions.iter().map(decision).collect();
            lines.extend(attendance(app, &tables, &unit, &staff_no, r)?);
            lines
        },
        steps: steps(r),
        successor: successor.into_iter().flatten().collect::<Vec<_>>().join("　"),
        client_signatory: unit_signatory(&tables, &unit)?,
        provider_signatory: tables.signatory(Party::Provider)?,
    })
}

/// `2026-05 考勤：出勤 20/21 天，迟到 2 次 17 分钟` of each month of the trial of which attendance is on record.
fn attendance(
    app: &App,
    tables: &Tables<'_>,
    unit: &UnitCode,
    staff_no: &StaffNo,
    r: &ReplacementView,
) -> Result<Vec<String>, AppError> {
    let mut lines = Vec::new();
    for month in &r.months {
        let words = Attended::of(tables, unit, parse::month(&month.month)?, app.today()?)?.words(staff_no);
        if !words.is_empty() {
            lines.push(format!("{} 考勤：{words}", month.month));
        }
    }
    Ok(lines)
}

/// A decision that the request rests on.
fn decision(ground: &GroundView) -> String {
    let number = ground.number;
    match ground.of.as_str() {
        "certification" => format!("第 {number} 次能力认证评定为不通过，评定要求更换人员。"),
        _ => format!("奖惩记录第 {number} 项违规经处理，处理决定要求更换人员。"),
    }
}

fn trial_month(month: &EvidenceMonthView) -> Result<TrialMonth, AppError> {
    let score = parse::score(&month.score)?.decimal();
    let deductions = if month.deducted.is_empty() && score < Decimal::ONE_HUNDRED {
        "只给了总分，没有分项".to_owned()
    } else {
        month.deducted.iter().map(deduction).collect::<Vec<_>>().join("\n")
    };
    Ok(TrialMonth {
        month: month.month.clone(),
        score: format!("{score:.2}"),
        mark: if month.low { "试用、可要求更换" } else { "试用" }.to_owned(),
        deductions,
    })
}

/// The line below which a score opens a request, by the rule set of the newest month.
fn threshold(app: &App, r: &ReplacementView) -> Result<String, AppError> {
    let points = REPLACEMENT_BELOW.normalize();
    let rule_sets = ledger::rulebook::query::rule_sets(app.conn()?)?;
    let month = r.months.last().map(|month| parse::month(&month.month)).transpose()?;
    let quarter = month.map(Month::quarter);
    let rules = quarter.and_then(|quarter| in_force(&rule_sets, |r: &RuleSet| (r.from, r.version), quarter));
    let at_seventy = rules.is_some_and(|rules| rules.replacement_at_seventy);
    Ok(if at_seventy { format!("{points} 分及以下") } else { format!("低于 {points} 分") })
}

/// `方案质量 5/25：漏报设备清单`
fn deduction(item: &DeductedView) -> String {
    let max = item.max.as_ref().map(|max| format!("/{max}")).unwrap_or_default();
    let said: Vec<&str> = [&item.reason, &item.evidence].into_iter().flatten().map(String::as_str).collect();
    let why = if said.is_empty() { String::new() } else { format!("：{}", said.join("；")) };
    format!("{} {}{max}{why}", item.name, item.points)
}

fn steps(r: &ReplacementView) -> Vec<RequestStep> {
    let step = |step: &str, who: Option<&String>, date: Option<&String>, on_behalf: String| {
        date.map(|date| RequestStep {
            step: step.to_owned(),
            who: who.cloned().unwrap_or_else(|| words::NONE.to_owned()),
            date: date.clone(),
            on_behalf,
        })
    };
    let behalf = r.approved_on_behalf.as_ref().map(on_behalf).unwrap_or_default();
    [
        step("提出申请", Some(&r.requested_by), Some(&r.requested_on), String::new()),
        step("领导审批", r.approved_by.as_ref(), r.approved_on.as_ref(), behalf),
        step("发给四川全通", None, r.sent_on.as_ref(), String::new()),
        step("确定接替人", None, r.answered_on.as_ref(), String::new()),
        step("撤回申请", None, r.withdrawn_on.as_ref(), r.withdrawn_reason.clone().unwrap_or_default()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// `代甲方 郑秋实登记，依据：快文〔2026〕118 号`
fn on_behalf(behalf: &OnBehalfView) -> String {
    let party = behalf.party.as_deref().map(|party| if party == "client" { "甲方" } else { "乙方" });
    let who: Vec<&str> = [party, behalf.person.as_deref()].into_iter().flatten().collect();
    format!("代{}登记，依据：{}", who.join(" "), behalf.basis)
}
