//! 季度考核与服务费结算报告: a quarter's settlement into the view that is printed.

use super::formulae::{difference, divisor, formulae, group};
use super::head::{Fixed, Tables, Which, head};
use super::people::{Scored, annex};
use super::words;
use crate::error::AppError;
use crate::session::App;
use crate::settlement::Computed;
use domain::kernel::Exact;
use domain::organisation::Party;
use domain::rulebook::{Rubric, RuleSet};
use domain::settlement::official::ObjectionState;
use domain::settlement::{Ranked, Settlement, UnitResult as Unit, Warning, ranking, settlement_figures};
use domain::signing::ReportSubject;
use ledger::{assessment, rulebook, settlement as settled};
use report::view::{
    Classification, ExemptUnit, Invoice, MoneyLine, Payment, RankedUnit, Responsible, SettlementReport,
    TrendPoint, UnitConfirmation, UnitResult,
};

/// Quarters that the trend shows.
const TREND: usize = 8;
/// Blockers that a draft names.
const NAMED: usize = 20;

/// The rule set and the rubric that a settlement was worked out with.
pub(super) fn rules(tables: &Tables<'_>, settlement: &Settlement) -> Result<(RuleSet, Rubric), AppError> {
    let conn = tables.conn();
    let rule_set = rulebook::query::rule_sets(conn)?.into_iter().find(|r| r.version == settlement.rule_set);
    let rubric = rulebook::query::rubrics(conn)?.into_iter().find(|r| r.version == settlement.rubric);
    Ok((
        rule_set.map_or_else(|| rulebook::query::rule_set_of(conn, settlement.quarter), Ok)?,
        rubric.map_or_else(|| rulebook::query::rubric_of(conn, settlement.quarter), Ok)?,
    ))
}

/// Who prepared, reviewed and approved a revision.
pub(super) fn responsible(tables: &Tables<'_>, computed: &Computed) -> Result<Vec<Responsible>, AppError> {
    let record = computed.record.as_ref();
    [
        ("编制", record.and_then(|r| r.prepared.as_ref())),
        ("复核", record.and_then(|r| r.reviewed.as_ref())),
        ("审批", record.and_then(|r| r.finalised.as_ref())),
    ]
    .into_iter()
    .map(|(role, taken)| {
        let (name, date) = match taken {
            Some((account, at)) => (tables.holder(account)?, crate::clock::local_day(*at).to_string()),
            None => Default::default(),
        };
        Ok(Responsible { role: role.to_owned(), name, date })
    })
    .collect()
}

/// Lines carried in from other quarters.
pub(super) fn adjustments(settlement: &Settlement) -> Vec<MoneyLine> {
    let line = |a: &domain::settlement::Adjustment| MoneyLine {
        kind: words::carried(a.amount).to_owned(),
        quarter: a.from_quarter.to_string(),
        reason: a.reason.clone(),
        amount: a.amount.grouped(),
    };
    settlement.adjustments.iter().map(line).collect()
}

/// The view of a quarter's settlement. Invoices and payments are those on record in `tables`: in a formal report, those
/// recorded before it was finalised.
pub(super) fn view(
    app: &App,
    tables: &Tables<'_>,
    computed: &Computed,
    fixed: Option<&Fixed>,
) -> Result<SettlementReport, AppError> {
    let settlement = &computed.settlement;
    let quarter = settlement.quarter;
    let (rule_set, rubric) = rules(tables, settlement)?;
    let which = Which {
        quarter,
        subject: &ReportSubject::Settlement,
        revision: computed.revision,
        unit: tables.unit(&app.installation()?.unit),
        figures: settlement_figures(settlement, computed.revision),
        classification: Classification::TradeSecret,
    };
    let rule_versions = words::versions(&rubric, &rule_set);
    let scored = Scored::read(tables, quarter, rubric)?;
    let conn = tables.conn();
    let (mut annex_people, mut annex_deductions, mut annex_computed) = (Vec::new(), Vec::new(), Vec::new());
    for unit in settlement.groups.iter().flat_map(|g| &g.units) {
        annex_people.extend(annex(tables, &scored, unit)?);
        annex_deductions.extend(scored.deductions(tables, unit)?);
        annex_computed.extend(scored.computed(tables, unit)?);
    }
    let ranked = ranking(settlement);
    let bars = ranked.iter().filter_map(|ranked| {
        let score = ranked.unit.score.as_ref()?;
        Some(RankedUnit { name: ranked.unit.name.clone(), score: score.round(2), words: score.to_fixed(2) })
    });
    Ok(SettlementReport {
        head: head(app, tables, which, fixed)?,
        sentence: words::sentence(settlement, &rule_set),
        ranking: bars.collect(),
        units: units(tables, settlement, &ranked)?,
        groups: settlement.groups.iter().map(group).collect(),
        divisor: divisor(settlement),
        formulae: formulae(settlement, &rule_set),
        overall_exact: settlement
            .overall_exact
            .as_ref()
            .map_or_else(|| words::NONE.to_owned(), overall_exact),
        overall: settlement.overall.map_or_else(|| words::NONE.to_owned(), |d| d.to_string()),
        coefficient: settlement.coefficient.map_or_else(|| words::NONE.to_owned(), |d| d.to_string()),
        band: words::band(settlement, &rule_set),
        tax_rate: settlement.tax_rate.map_or_else(|| words::NONE.to_owned(), |rate| rate.percent()),
        base: words::money(settlement.fee_base),
        payable: words::money(settlement.fee_payable),
        due: words::money(settlement.amount_due),
        adjustments: adjustments(settlement),
        invoices: settled::query::invoices(conn, quarter)?.into_iter().map(invoice).collect(),
        payments: settled::query::payments(conn, quarter)?
            .into_iter()
            .map(|p| Payment { voucher: p.voucher, date: p.on.to_string(), amount: p.amount.grouped() })
            .collect(),
        previous_difference: difference(tables, computed)?,
        exempt: exempt(tables, settlement)?,
        warnings: warnings(tables, settlement, fixed.is_some()),
        termination: words::termination(settlement, &rule_set, fixed.is_some()),
        probation_rule: words::probation(settlement.probation_counts),
        rule_versions,
        trend: trend(tables, settlement)?,
        thresholds: words::thresholds(&rule_set),
        confirmations: confirmations(tables, settlement)?,
        responsible: responsible(tables, computed)?,
        client_signatory: tables.signatory(Party::Client)?,
        provider_signatory: tables.signatory(Party::Provider)?,
        annex_people,
        annex_deductions,
        annex_computed,
    })
}

fn invoice(invoice: settled::query::Invoice) -> Invoice {
    let kind = if invoice.special { "专票" } else { "普票" };
    let red = if invoice.amount.is_negative() { "（红字）" } else { "" };
    Invoice {
        number: invoice.number,
        kind: format!("{kind}{red}"),
        date: invoice.on.to_string(),
        amount: invoice.amount.grouped(),
    }
}

fn overall_exact(exact: &Exact) -> String {
    let text = exact.to_string();
    if text.contains('/') { format!("{text}，约 {}", exact.to_fixed(6)) } else { text }
}

fn units(
    tables: &Tables<'_>,
    settlement: &Settlement,
    ranked: &[Ranked<'_>],
) -> Result<Vec<UnitResult>, AppError> {
    let confirmations = settled::query::confirmations(tables.conn(), settlement.quarter)?;
    let objections = settled::query::objections(tables.conn(), settlement.quarter)?;
    let state = |unit: &Unit| {
        if unit.exempt.is_some() {
            return "不纳入考核".to_owned();
        }
        let has = |party| confirmations.iter().any(|c| c.unit == unit.code && c.party == party);
        let mut parts = vec![match (has(Party::Client), has(Party::Provider)) {
            (true, true) => "已确认",
            (true, false) => "仅甲方确认",
            (false, true) => "仅乙方确认",
            (false, false) => "未确认",
        }];
        if objections.iter().any(|o| o.unit == unit.code && o.state != ObjectionState::Settled) {
            parts.push("有异议");
        }
        let empty =
            unit.months.iter().filter(|m| m.no_engineer).map(|m| format!("{}月无人在岗", m.month.number()));
        parts.into_iter().map(str::to_owned).chain(empty).collect::<Vec<_>>().join("；")
    };
    Ok(ranked
        .iter()
        .map(|Ranked { unit, rank, .. }| UnitResult {
            rank: rank.map_or_else(|| words::NONE.to_owned(), |r| r.to_string()),
            group: words::group(unit.group).to_owned(),
            name: unit.name.clone(),
            months: [0, 1, 2].map(|at| words::two(unit.months.get(at).and_then(|m| m.score.as_ref()))),
            quarter: words::two(unit.score.as_ref()),
            head_counts: unit.months.iter().map(|m| m.headcount.to_string()).collect::<Vec<_>>().join(" / "),
            state: state(unit),
        })
        .collect())
}

fn exempt(tables: &Tables<'_>, settlement: &Settlement) -> Result<Vec<ExemptUnit>, AppError> {
    let declared = assessment::query::exemptions(tables.conn(), settlement.quarter)?;
    let mut list = Vec::new();
    for unit in settlement.groups.iter().flat_map(|g| &g.units) {
        let Some(reason) = &unit.exempt else { continue };
        let (mut by, mut paper) = (String::new(), "");
        if let Some(exemption) = declared.get(&unit.code) {
            paper = if exemption.attachment.is_some() { "（附依据文件）" } else { "" };
            by = format!(
                "{} 申报",
                words::who_when(&tables.holder(&exemption.declared_by)?, exemption.declared_at)
            );
            match exemption.approved_by.as_ref().zip(exemption.approved_at) {
                Some((who, at)) => {
                    by.push_str(&format!("\n{} 复核", words::who_when(&tables.holder(who)?, at)))
                }
                None => by.push_str("\n尚未复核"),
            }
        }
        list.push(ExemptUnit { name: unit.name.clone(), reason: format!("{reason}{paper}"), declared: by });
    }
    Ok(list)
}

fn warnings(tables: &Tables<'_>, settlement: &Settlement, formal: bool) -> Vec<String> {
    let name = |code: &str| {
        let unit = domain::kernel::UnitCode::parse(code).ok();
        unit.map_or_else(|| code.to_owned(), |unit| tables.unit(&unit))
    };
    // The right to end the contract stands in a box of its own.
    let shown = settlement.warnings.iter().filter(|w| !matches!(w, Warning::TerminationRight { .. }));
    let mut texts: Vec<String> = shown.map(|w| words::notice("warning", w, name)).collect();
    if !formal {
        texts.push(words::notice("warning", &Warning::Provisional, name));
    }
    let blockers = settlement.blockers.iter().take(NAMED);
    texts.extend(blockers.map(|b| format!("待办结：{}", words::notice("blocker", b, name))));
    if settlement.blockers.len() > NAMED {
        texts.push(format!("待办结事项共 {} 项，其余从略。", settlement.blockers.len()));
    }
    texts
}

/// This quarter's score and those of the seven before it, as far as there are any.
fn trend(tables: &Tables<'_>, settlement: &Settlement) -> Result<Vec<TrendPoint>, AppError> {
    let history = settled::query::history(tables.conn())?;
    let mut points = Vec::new();
    let mut quarter = settlement.quarter;
    for _ in 0..TREND {
        let score = if quarter == settlement.quarter {
            settlement.overall
        } else {
            history.iter().find(|(s, _, _)| s.quarter == quarter).and_then(|(s, _, _)| s.overall)
        };
        points.push(TrendPoint { quarter: quarter.to_string(), score });
        quarter = quarter.previous();
    }
    while points.len() > 1 && points.last().is_some_and(|p| p.score.is_none()) {
        points.pop();
    }
    points.reverse();
    Ok(points)
}

fn confirmations(tables: &Tables<'_>, settlement: &Settlement) -> Result<Vec<UnitConfirmation>, AppError> {
    let found = settled::query::confirmations(tables.conn(), settlement.quarter)?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let units = settlement.groups.iter().flat_map(|g| &g.units).filter(|u| u.exempt.is_none());
    units.map(|unit| confirmation(tables, &found, unit)).collect()
}

/// Who confirmed a unit's quarter for either party.
pub(super) fn confirmation(
    tables: &Tables<'_>,
    found: &[settled::query::Confirmation],
    unit: &Unit,
) -> Result<UnitConfirmation, AppError> {
    let words_of = |party| match found.iter().find(|c| c.unit == unit.code && c.party == party) {
        Some(c) => {
            let name = tables.holder(&c.account)?;
            Ok::<_, AppError>(words::confirmed(&name, c.at, c.on_behalf, c.evidence.is_some()))
        }
        None => Ok("尚未确认".to_owned()),
    };
    Ok(UnitConfirmation {
        unit: unit.name.clone(),
        client: words_of(Party::Client)?,
        provider: words_of(Party::Provider)?,
    })
}
