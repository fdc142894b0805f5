//! 能力认证结果, or 等级证书 where the level was reached: a decided case as it was judged (§6.4; catalogue CER-05). It holds
//! no fees.

use super::head::{Fixed, Tables, head_of};
use super::make::ReportView;
use super::preview::PreviewView;
use super::words::months;
use crate::api::Act;
use crate::certification::{require_seen, stays_of, words_at};
use crate::clock::local_day;
use crate::copies::handed_out;
use crate::error::AppError;
use crate::exchange::{safe_name, write_file};
use crate::parse;
use crate::session::App;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use domain::certification::{
    AfterFailing, Decision, Gate, GateResult, GateValues, Proof, Standard, Verdict, certificate_figures,
};
use domain::kernel::{Digest, Month, StaffNo, UnitCode};
use domain::organisation::Party;
use ledger::certification::query;
use report::view::{CertificationResult, CertifiedGate, Classification, DocumentHead, Responsible};
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// Makes the result of a decided case as a PDF: a certificate where the level was reached.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct MakeCertificate {
    /// 工号.
    pub staff_no: String,
    /// That case; the last decided one where absent.
    #[serde(default)]
    pub number: Option<u32>,
    /// The file.
    pub out: String,
}

/// Shows the result of a decided case as `makeCertificate` would make it.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct PreviewCertificate {
    /// 工号.
    pub staff_no: String,
    /// That case; the last decided one where absent.
    #[serde(default)]
    pub number: Option<u32>,
}

/// A document ready to be printed, and the unit it is of.
struct Read {
    view: CertificationResult,
    unit: UnitCode,
}

/// `makeCertificate`.
pub fn make_certificate(app: &mut App, request: MakeCertificate) -> Result<ReportView, AppError> {
    let Read { view, unit } = read(app, Act::MakeCertificate, &request.staff_no, request.number)?;
    let bytes = report::render_certificate(&view, &app.fonts()?)?;
    let digest = Digest::of(&[&bytes]);
    let file = handed_out(app, "makeCertificate", Some(unit), write_file(&request.out, &bytes)?)?;
    Ok(ReportView {
        path: file.path,
        bytes: file.bytes,
        report_no: view.head.report_no,
        revision: view.head.revision,
        formal: view.head.formal,
        check_code: view.head.check_code,
        sha256: digest.to_string(),
    })
}

/// `previewCertificate`.
pub fn preview_certificate(app: &mut App, request: PreviewCertificate) -> Result<PreviewView, AppError> {
    let Read { view, .. } = read(app, Act::PreviewCertificate, &request.staff_no, request.number)?;
    let bytes = report::render_certificate(&view, &app.fonts()?)?;
    Ok(PreviewView {
        bytes: STANDARD.encode(bytes),
        file_name: format!("{}.pdf", safe_name(&view.head.report_no)),
        report_no: view.head.report_no,
        revision: view.head.revision,
        formal: view.head.formal,
        check_code: view.head.check_code,
    })
}

fn read(app: &App, act: Act, staff_no: &str, number: Option<u32>) -> Result<Read, AppError> {
    let staff_no = parse::staff_no(staff_no)?;
    let conn = app.conn()?;
    let stays = stays_of(conn, &staff_no)?;
    require_seen(app, act, &staff_no, &stays)?;
    let cases = query::cases_of(conn, &staff_no)?;
    let wanted = |case: &&query::Case| match number {
        Some(number) => case.state.number == number,
        None => case.decided.is_some(),
    };
    let case = cases.iter().rev().find(wanted);
    let undecided = || AppError::refused("caseUndecided", json!({ "staffNo": staff_no }));
    let (case, decided) = case.and_then(|case| Some((case, case.decided.as_ref()?))).ok_or_else(undecided)?;
    let (event, day) = (&decided.event, local_day(decided.at));
    let unit = stays.iter().find(|stay| stay.covers(day)).or(stays.last()).map(|stay| stay.unit.clone());
    let unit = unit.ok_or_else(|| domain::Refusal::UnknownEngineer { staff_no: staff_no.clone() })?;

    let known = query::standards(conn)?;
    let standard = known.iter().find(|s| s.version == case.state.standard);
    let standard = standard.cloned().unwrap_or_else(Standard::default_version);
    let level = standard.level(event.level)?;
    let tables = Tables::read(app, None)?;
    let evaluator = words_at(conn, (&staff_no, event.number), Some(&event.evaluator), "evaluator")?;
    let opener = tables.holder(&case.state.opened_by)?;
    let entered = tables.holder(&decided.account)?;
    let responsible =
        |role: &str, name: String, date: String| Responsible { role: role.to_owned(), name, date };
    let (result, valid_from, follow_up) = outcome(&event.decision);
    let post = ledger::people::query::posts(conn, &[&staff_no])?.remove(&staff_no);
    let view = CertificationResult {
        head: head(app, &tables, case, decided, &unit)?,
        certified: matches!(event.decision, Decision::Passed { .. }),
        name: tables.engineer(&staff_no)?,
        post: post.unwrap_or_default(),
        standard: named(&standard),
        level: format!("{} 级　{}", level.level, level.title),
        result,
        decided_on: day.to_string(),
        valid_from,
        valid_until: String::new(),
        follow_up,
        gates: event.gates.iter().map(|gate| line(gate, &standard, event.level)).collect(),
        evaluators: vec![
            responsible("受理", opener, case.state.opened_on.to_string()),
            responsible("评定", evaluator.unwrap_or_default(), day.to_string()),
        ],
        evidence: evidence(app, &staff_no, case.state.number, &standard)?,
        on_behalf: if event.on_behalf {
            let basis = match (&event.basis, event.paper) {
                (Some(basis), _) => format!("依据 {basis}"),
                (None, _) => "依据所附材料".to_owned(),
            };
            vec![format!("评定由 {entered} 代录，{basis}")]
        } else {
            Vec::new()
        },
        client_signatory: tables.signatory(Party::Client)?,
        provider_signatory: tables.signatory(Party::Provider)?,
        staff_no: staff_no.to_string(),
    };
    Ok(Read { view, unit })
}

fn head(
    app: &App,
    tables: &Tables<'_>,
    case: &query::Case,
    decided: &query::Decided,
    unit: &UnitCode,
) -> Result<DocumentHead, AppError> {
    let fixed = Fixed { at: decided.at, hash: decided.entry, origin: decided.origin.clone() };
    let quarter = Month::of(local_day(decided.at)).map(Month::quarter);
    let quarter =
        quarter.unwrap_or_else(|| domain::kernel::Quarter::new(2000, 1).expect("2000Q1 is a quarter"));
    let mut head = head_of(app, tables, quarter, certificate_figures(&decided.event), Some(&fixed))?;
    head.report_no = format!("HQ-RZ-{}-{}", case.state.staff_no, case.state.number);
    head.revision = 1;
    head.classification = Classification::Internal;
    head.unit = tables.unit(unit);
    // It is about no quarter.
    head.quarter.clear();
    head.quarter_words.clear();
    Ok(head)
}

fn named(standard: &Standard) -> String {
    let version = match standard.version {
        0 => "程序自带版".to_owned(),
        version => format!("第 {version} 版"),
    };
    match standard.label.as_str() {
        "" => format!("任职资格标准{version}"),
        label => format!("任职资格标准{version}（{label}）"),
    }
}

/// Result, 生效日期 and what follows.
fn outcome(decision: &Decision) -> (String, String, String) {
    match decision {
        Decision::Passed { valid_from, exception: None } => {
            ("通过".to_owned(), valid_from.to_string(), String::new())
        }
        Decision::Passed { valid_from, exception: Some(why) } => {
            (format!("通过（破格：{why}）"), valid_from.to_string(), String::new())
        }
        Decision::Failed { reason, then } => {
            let then = match then {
                AfterFailing::Retrain => "培训后再认证",
                AfterFailing::Replace => "要求更换",
            };
            (format!("不通过：{reason}"), String::new(), then.to_owned())
        }
    }
}

fn line(result: &GateResult, standard: &Standard, level: u32) -> CertifiedGate {
    let gate = match result.gate {
        Gate::CompanyExperience => "必要条件一：公司工作经验",
        Gate::ServiceExperience => "必要条件二：服务营销工作经验",
        Gate::Quarters => "晋级条件：前几季度绩效",
        Gate::Knowledge => "知识：两项考试",
        Gate::Behaviour => "行为：要素计数",
    };
    let verdict = match result.verdict {
        Verdict::Met => "达到",
        Verdict::NotMet => "未达到",
        Verdict::NeedsProof => "待证明",
    };
    let (required, how) = judged_by(&result.values, standard, level);
    CertifiedGate { gate: gate.to_owned(), required, verdict: verdict.to_owned(), how }
}

fn judged_by(values: &GateValues, standard: &Standard, level: u32) -> (String, String) {
    match values {
        GateValues::Experience { required, proven, claimed } => {
            let claimed = claimed.map(|claimed| format!("，自述 {}", months(claimed))).unwrap_or_default();
            (format!("不少于 {}", months(*required)), format!("已证明 {}{claimed}", months(*proven)))
        }
        GateValues::Quarters { rule, quarters } => {
            let quarter = |q: &domain::certification::QuarterGrade| {
                let grade = q.grade.map_or_else(|| "无".to_owned(), |grade| format!("{grade:?}"));
                let mean =
                    q.mean.as_ref().map(|mean| format!("（{}）", mean.to_fixed(2))).unwrap_or_default();
                format!("{} {grade}{mean}", q.quarter)
            };
            let asked =
                format!("前 {} 季度 D 不超过 {} 个、C 不超过 {} 个", rule.window, rule.max_d, rule.max_c);
            (asked, quarters.iter().map(quarter).collect::<Vec<_>>().join("；"))
        }
        GateValues::Knowledge { rule, exam } => {
            let mut asked = vec!["参加两项考试".to_owned()];
            asked.extend(rule.minimum.map(|points| format!("综合成绩不低于 {points}")));
            asked.extend(rule.top.map(|top| format!("名次在前 {top}")));
            let how = exam.as_ref().map_or_else(
                || "未参加".to_owned(),
                |exam| {
                    format!(
                        "{} 综合知识 {}、专业 {}，综合 {}，名次 {}/{}",
                        exam.sitting,
                        exam.general,
                        exam.professional,
                        exam.combined.to_fixed(2),
                        exam.rank,
                        exam.examined
                    )
                },
            );
            (asked.join("，"), how)
        }
        GateValues::Behaviour { counters } => {
            let lines = counters.iter().map(|counter| {
                let cell = standard.requirements_of(level).find(|cell| cell.code == counter.requirement);
                let element = cell.map(|cell| cell.element.as_str()).unwrap_or_default();
                format!("{} {element} {}/{}", counter.requirement, counter.counted, counter.minimum)
            });
            (format!("{} 项计数均达到", counters.len()), lines.collect::<Vec<_>>().join("；"))
        }
    }
}

/// What was brought and not taken back, a line each; words that were erased are left out.
fn evidence(
    app: &App,
    staff_no: &StaffNo,
    number: u32,
    standard: &Standard,
) -> Result<Vec<String>, AppError> {
    let conn = app.conn()?;
    let mut lines = Vec::new();
    for entry in query::evidence(conn, staff_no, number)?.into_iter().filter(|e| e.struck.is_none()) {
        let what = match &entry.evidence {
            Proof::CompanyExperience { since } => format!("公司工作经验：自 {since} 起"),
            Proof::ServiceExperience { since } => format!("服务营销工作经验：自 {since} 起"),
            Proof::QuarterGrade { quarter, grade } => format!("{quarter} 绩效等第 {grade:?}"),
            Proof::Behaviour { requirement, on, count, object_grade } => {
                let cell = standard.requirements.iter().find(|cell| cell.code == *requirement);
                let element = cell.map(|cell| cell.element.as_str()).unwrap_or_default();
                let grade = object_grade.as_ref().map(|name| format!("，{name}")).unwrap_or_default();
                format!("{requirement} {element}：{on}，{count} 次{grade}")
            }
        };
        let text = words_at(conn, (staff_no, number), entry.text.as_ref(), "text")?;
        let text = text.map(|text| format!("；{text}")).unwrap_or_default();
        let paper = if entry.paper.is_some() { "（附材料）" } else { "" };
        lines.push(format!("{what}{text}{paper}"));
    }
    Ok(lines)
}
