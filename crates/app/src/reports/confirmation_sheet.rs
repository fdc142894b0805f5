//! 季度考核确认单: one unit's quarter into the view that is printed.

use super::head::{Fixed, Tables, Which, head};
use super::people::{Scored, assessed, counted};
use super::settlement_report::confirmation;
use super::words;
use crate::clock::local_day;
use crate::error::AppError;
use crate::session::App;
use domain::kernel::{Month, Quarter, UnitCode};
use domain::organisation::Party;
use domain::settlement::official::ObjectionState;
use domain::settlement::{Blocker, MonthResult, UnitResult, confirmation_figures, unit_result};
use domain::signing::ReportSubject;
use ledger::settlement::{facts, query};
use ledger::{assessment, rulebook};
use report::view::{Classification, ConfirmationSheet, Objection, PartySignatory, Remark, UnitMonth};
use std::collections::BTreeMap;

/// The view of a unit's quarter. It is formal once its months are closed and nothing of it is missing; then its time is
/// that of the latest act it tells of (closing, declaration, objection, confirmation), and its hash that of the latest
/// closing, which fixed its figures.
pub(super) fn view(
    app: &App,
    tables: &Tables<'_>,
    code: &UnitCode,
    quarter: Quarter,
    this_month: Month,
    revision: u32,
) -> Result<ConfirmationSheet, AppError> {
    let conn = tables.conn();
    let all = facts::quarter(conn, quarter, this_month, &BTreeMap::new())?;
    let Some(unit) = all.units.iter().find(|u| u.code == *code) else {
        return Err(domain::Refusal::UnknownUnit { unit: code.clone() }.into());
    };
    let (result, blockers) = unit_result(unit, &all.rule_set);
    let rubric = rulebook::query::rubric_of(conn, quarter)?;
    let rule_versions = words::versions(&rubric, &all.rule_set);
    let scored = Scored::read(tables, quarter, rubric)?;
    let confirmations = query::confirmations(conn, quarter)?;
    let own: Vec<_> = confirmations.iter().filter(|c| c.unit == *code).cloned().collect();
    let objections: Vec<_> =
        query::objections(conn, quarter)?.into_iter().filter(|o| o.unit == *code).collect();
    let [first, _, last] = quarter.months();
    let declared = assessment::query::declarations(conn, code, first, last)?;
    let complete =
        result.exempt.is_none() && blockers.iter().all(|b| matches!(b, Blocker::UnitNotConfirmed { .. }));
    let closing = assessment::query::closings(conn, code, first, last)?.pop();
    let fixed = closing.filter(|_| complete).map(|(closed_at, hash)| {
        let told = own.iter().map(|c| c.at).chain(declared.iter().map(|d| d.at));
        let objected = objections.iter().flat_map(|o| {
            let answered = o.answer.as_ref().map(|a| a.2);
            [Some(o.raised_at), answered, o.decision.as_ref().map(|d| d.2)].into_iter().flatten()
        });
        let at = told.chain(objected).fold(closed_at, |latest, at| latest.max(at));
        app.ledger().map(|ledger| Fixed { at, hash, origin: ledger.origin().clone() })
    });
    let fixed = fixed.transpose()?;
    let which = Which {
        quarter,
        subject: &ReportSubject::Confirmation { unit: code.clone() },
        revision,
        unit: result.name.clone(),
        figures: confirmation_figures(quarter, &result),
        classification: Classification::Internal,
    };
    let months: Vec<String> =
        result.months.iter().filter_map(|m| m.score.as_ref()).map(words::exact).collect();
    let formula = match (&result.score, &result.exempt) {
        (Some(score), _) => words::mean(&months, "月度得分", score),
        (None, Some(reason)) => format!("不纳入考核：{reason}"),
        (None, None) => "有月份尚未完成评分，季度得分尚未得出".to_owned(),
    };
    Ok(ConfirmationSheet {
        head: head(app, tables, which, fixed.as_ref())?,
        group: words::group(result.group).to_owned(),
        rule_versions,
        unit_quarter: words::two(result.score.as_ref()),
        formula,
        unit_months: result.months.iter().map(unit_month).collect(),
        people: assessed(tables, &scored, &result, app.today()?)?,
        deductions: scored.deductions(tables, &result)?,
        computed: scored.computed(tables, &result)?,
        declarations: declarations(tables, &result, quarter, declared)?,
        comments: Vec::new(),
        objections: objections.into_iter().map(|o| objection(tables, &o)).collect::<Result<_, _>>()?,
        confirmations: if own.is_empty() { Vec::new() } else { vec![confirmation(tables, &own, &result)?] },
        client_signatory: match tables.manager(code)? {
            Some(name) => PartySignatory { name, post: "负责人".to_owned() },
            None => PartySignatory::default(),
        },
        provider_signatory: tables.signatory(Party::Provider)?,
    })
}

/// How a unit's month came about, or why it has no score.
pub(super) fn formula(month: &MonthResult) -> String {
    match &month.score {
        Some(mean) => words::mean(&counted(month), "人员得分", mean),
        None if month.no_engineer => "本月无在岗人员，不计入季度得分".to_owned(),
        None if month.people.is_empty() => "没有人员，也没有申报无在岗人员".to_owned(),
        None if month.people.iter().all(|p| p.not_assessed) => {
            "全部人员本月不评分，不计入季度得分".to_owned()
        }
        None => "有人员尚未评分".to_owned(),
    }
}

fn unit_month(month: &MonthResult) -> UnitMonth {
    UnitMonth {
        month: month.month.to_string(),
        people: month.headcount.to_string(),
        score: words::two(month.score.as_ref()),
        formula: formula(month),
    }
}

pub(super) fn declarations(
    tables: &Tables<'_>,
    unit: &UnitResult,
    quarter: Quarter,
    declared: Vec<assessment::query::Declaration>,
) -> Result<Vec<Remark>, AppError> {
    let mut remarks = Vec::new();
    for one in declared {
        let (kind, text) = match &one.staff_no {
            None => ("本月无在岗人员", format!("{}：{}", one.month, one.reason)),
            Some(staff_no) => {
                ("本月不评分", format!("{} {}：{}", one.month, tables.engineer(staff_no)?, one.reason))
            }
        };
        let by = words::who_when(&tables.holder(&one.account)?, one.at);
        remarks.push(Remark { kind: kind.to_owned(), text, by });
    }
    let exempt = assessment::query::exemptions(tables.conn(), quarter)?.remove(&unit.code);
    if let Some(exemption) = exempt.filter(|_| unit.exempt.is_some()) {
        let by = words::who_when(&tables.holder(&exemption.declared_by)?, exemption.declared_at);
        remarks.push(Remark { kind: "不纳入考核".to_owned(), text: exemption.reason, by });
    }
    Ok(remarks)
}

fn objection(tables: &Tables<'_>, objection: &query::ObjectionRecord) -> Result<Objection, AppError> {
    let about = match &objection.staff_no {
        Some(staff_no) => format!("关于{}，", tables.engineer(staff_no)?),
        None => String::new(),
    };
    let mut answer = Vec::new();
    if let Some((accepted, text, at)) = &objection.answer {
        let verdict = if *accepted { "采纳" } else { "不采纳" };
        answer.push(format!("用人单位{verdict}：{text}（{}）", local_day(*at)));
    }
    if let Some((upheld, text, at)) = &objection.decision {
        let verdict = if *upheld { "异议成立" } else { "异议不成立" };
        answer.push(format!("省公司裁定{verdict}：{text}（{}）", local_day(*at)));
    }
    if objection.state == ObjectionState::Rejected {
        answer.push("待省公司裁定".to_owned());
    }
    Ok(Objection {
        raised: format!("{about}{}提出，{}", words::party(objection.by), local_day(objection.raised_at)),
        text: objection.text.clone(),
        answer: answer.join("\n"),
    })
}
