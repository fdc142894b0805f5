//! The formulas of the report with their values put in, and what changed since the revision before.

use super::head::Tables;
use super::words;
use crate::error::AppError;
use crate::settlement::Computed;
use domain::kernel::Exact;
use domain::rulebook::RuleSet;
use domain::settlement::{GroupResult as Group, Settlement};
use ledger::settlement as settled;
use report::view::{FormulaLine, GroupResult};
use rust_decimal::Decimal;

pub(super) fn group(group: &Group) -> GroupResult {
    let (counted, exempt) = (group.counted, group.exempt);
    let units = if exempt == 0 {
        format!("{counted} 个，全部参与计算")
    } else {
        format!("{counted} 个（共 {} 个，{exempt} 个不纳入考核）", counted + exempt)
    };
    let weighted = group.score.clone().map(|score| score * Exact::from(group.weight));
    GroupResult {
        name: words::group(group.kind).to_owned(),
        units,
        mean: words::two(group.score.as_ref()),
        weight: words::percent(group.weight),
        weighted: words::two(weighted.as_ref()),
    }
}

/// Why a mean is not divided by the number of all units.
pub(super) fn divisor(settlement: &Settlement) -> String {
    let line = |group: &Group| {
        let names: Vec<&str> =
            group.units.iter().filter(|u| u.exempt.is_some()).map(|u| u.name.as_str()).collect();
        let (kind, names) = (words::group(group.kind), names.join("、"));
        if group.counted == 0 {
            format!("{kind}单位（{names}）全部不纳入考核，另一类别的权重为 100%。")
        } else {
            format!("{kind}均分的分母为 {}：{names}不纳入考核。", group.counted)
        }
    };
    settlement.groups.iter().filter(|g| g.exempt > 0).map(line).collect()
}

pub(super) fn formulae(settlement: &Settlement, rules: &RuleSet) -> Vec<FormulaLine> {
    let mut lines = Vec::new();
    let mut line = |name: &str, formula: Option<String>| {
        let name = name.to_owned();
        lines.extend(formula.map(|formula| FormulaLine { name, formula }));
    };
    for group in &settlement.groups {
        let scores: Vec<String> =
            group.units.iter().filter_map(|u| u.score.as_ref()).map(words::exact).collect();
        let formula = group.score.as_ref().map(|mean| words::mean(&scores, "单位季度得分", mean));
        line(&format!("{}均分", words::group(group.kind)), formula);
    }
    let weighted = settlement.overall_exact.as_ref().zip(settlement.overall).map(|(exact, rounded)| {
        let parts = settlement.groups.iter().filter(|g| !g.weight.is_zero()).filter_map(|g| {
            Some(format!("{} × {}", words::exact(g.score.as_ref()?), words::percent(g.weight)))
        });
        let sum = parts.collect::<Vec<_>>().join(" ＋ ");
        let rounding = if Exact::from(rounded) == *exact {
            String::new()
        } else {
            format!("，四舍五入为 {rounded}")
        };
        format!("{sum} {}{rounding}", words::equals(exact))
    });
    line("综合得分", weighted);
    line("服务费系数", words::coefficient(settlement, rules));
    if let Some(((base, coefficient), payable)) =
        settlement.fee_base.zip(settlement.coefficient).zip(settlement.fee_payable)
    {
        let (base, gross, net) = (base.gross.grouped(), payable.gross.grouped(), payable.net.grouped());
        line("应付服务费", Some(format!("{base} × {coefficient} ＝ {gross}")));
        let rate = settlement.tax_rate.map(|rate| rate.percent());
        line(
            "其中不含税",
            rate.map(|rate| format!("{gross} ÷（1 ＋ {rate}）＝ {net}，税额 {}", payable.tax.grouped())),
        );
    }
    line("本次应结", words::due(settlement));
    lines
}

/// What changed since the revision before.
pub(super) fn difference(tables: &Tables<'_>, computed: &Computed) -> Result<Vec<FormulaLine>, AppError> {
    let now = &computed.settlement;
    let revisions = settled::query::revisions(tables.conn(), now.quarter)?;
    let before =
        revisions.iter().rev().filter(|r| r.revision < computed.revision).find_map(|r| r.settlement.as_ref());
    let Some(before) = before else { return Ok(Vec::new()) };
    let mut lines = Vec::new();
    let mut line = |name: &str, formula: String| lines.push(FormulaLine { name: name.to_owned(), formula });
    if let Some(reason) = computed.record.as_ref().and_then(|r| r.reason.as_ref()) {
        line("修订原因", reason.clone());
    }
    let text = |value: Option<Decimal>| value.map_or_else(|| words::NONE.to_owned(), |d| d.to_string());
    line("综合得分", format!("{} → {}", text(before.overall), text(now.overall)));
    line("服务费系数", format!("{} → {}", text(before.coefficient), text(now.coefficient)));
    if let Some(((was, is), less)) = before.fee_payable.zip(now.fee_payable).zip(computed.difference) {
        let sign = if less.is_negative() { "" } else { "＋" };
        line(
            "应付服务费",
            format!("{} → {}，相差 {sign}{}", was.gross.grouped(), is.gross.grouped(), less.grouped()),
        );
    }
    for unit in now.groups.iter().flat_map(|g| &g.units) {
        let was = before.groups.iter().flat_map(|g| &g.units).find(|u| u.code == unit.code);
        let was = was.and_then(|u| u.score.as_ref());
        if was != unit.score.as_ref() {
            line(&unit.name, format!("季度得分 {} → {}", words::two(was), words::two(unit.score.as_ref())));
        }
    }
    Ok(lines)
}
