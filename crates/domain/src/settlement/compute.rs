//! The whole computation, level by level (settlement-rules.md, formulae 2 to 8).

use super::blocker::{Blocker, Warning};
use super::input::{MonthFacts, Payment, QuarterFacts, UnitFacts};
use super::result::{GroupResult, MonthResult, PersonResult, Settlement, UnitResult};
use super::{fee, watch};
use crate::kernel::{Exact, Score, TaxSplit, Yuan};
use crate::organisation::{Group, Party};
use crate::rulebook::RuleSet;
use rust_decimal::Decimal;

/// Works a quarter out. What cannot be computed is `None` and named in `blockers`; the order of the input does not
/// matter.
#[must_use]
pub fn settle(facts: &QuarterFacts) -> Settlement {
    let mut blockers = Vec::new();
    let mut warnings = Vec::new();
    let last_month = facts.quarter.months()[2];
    if facts.this_month <= last_month {
        blockers.push(Blocker::QuarterNotOver { month: last_month });
    }
    let mut groups = vec![
        group(facts, Group::Provincial, facts.rule_set.weights.provincial, &mut blockers),
        group(facts, Group::City, facts.rule_set.weights.city, &mut blockers),
    ];
    shift_weights(&mut groups, &mut blockers, &mut warnings);
    let overall_exact = overall(&groups);
    let rounded = overall_exact.as_ref().map(|exact| {
        let mut value = exact.round(2);
        value.rescale(2);
        value
    });
    let coefficient = rounded.map(|score| fee::coefficient(&facts.rule_set, score));
    if facts.contract.is_none() {
        blockers.push(Blocker::FeeBaseMissing);
    }
    let money = Money::of(facts, coefficient);
    let contract = facts.contract.as_ref().map(|c| &c.no);
    let below = facts.rule_set.termination_below;
    let consecutive =
        rounded.map_or(0, |s| watch::consecutive_below(&facts.history, facts.quarter, s, contract, below));
    if let (Some(exact), Some(score)) = (&overall_exact, rounded) {
        warn_of_edges(&facts.rule_set, exact, score, &mut warnings);
    }
    for unit in groups.iter().flat_map(|g| &g.units).filter(|u| u.exempt.is_some()) {
        warnings.push(Warning::UnitExempt { unit: unit.code.clone() });
    }
    if !facts.rule_set.probation_counts {
        warnings.push(Warning::ProbationLeftOut);
    }
    if let (Some(invoiced), Some(payable)) = (facts.invoiced, &money.payable) {
        let expected = payable.gross + facts.adjustments.iter().map(|a| a.amount).sum();
        if invoiced != expected {
            warnings.push(Warning::InvoicesDiffer { invoiced, expected });
        }
    }
    if consecutive >= 2 {
        warnings.push(Warning::TerminationRight { previous: facts.quarter.previous() });
    }
    blockers.sort();
    Settlement {
        quarter: facts.quarter,
        rule_set: facts.rule_set.version,
        rubric: facts.rubric,
        probation_counts: facts.rule_set.probation_counts,
        groups,
        overall_exact,
        overall: rounded,
        coefficient,
        band: rounded.map(|score| fee::band(&facts.rule_set, score)),
        tax_rate: facts.contract.as_ref().map(|c| c.tax_rate),
        fee_base: money.base,
        fee_payable: money.payable,
        adjustments: facts.adjustments.clone(),
        paid: money.paid,
        amount_due: money.due,
        consecutive_below: consecutive,
        termination_right: consecutive >= 2,
        blockers,
        warnings,
    }
}

impl Settlement {
    /// The same settlement with the payments made since: only what was paid and what is still due change.
    #[must_use]
    pub fn with_payments(mut self, payments: &[Payment]) -> Self {
        self.paid = payments.iter().map(|p| p.amount).sum();
        let carried: Yuan = self.adjustments.iter().map(|a| a.amount).sum();
        self.amount_due = self
            .fee_payable
            .zip(self.tax_rate)
            .map(|(payable, rate)| TaxSplit::of(payable.gross + carried - self.paid, rate));
        self
    }
}

struct Money {
    base: Option<TaxSplit>,
    payable: Option<TaxSplit>,
    due: Option<TaxSplit>,
    paid: Yuan,
}

impl Money {
    fn of(facts: &QuarterFacts, coefficient: Option<Decimal>) -> Self {
        let paid: Yuan = facts.payments.iter().map(|p| p.amount).sum();
        let Some(contract) = &facts.contract else {
            return Self { base: None, payable: None, due: None, paid };
        };
        let split = |amount| TaxSplit::of(amount, contract.tax_rate);
        let payable = coefficient.map(|c| fee::payable(contract.amount, c));
        let carried: Yuan = facts.adjustments.iter().map(|a| a.amount).sum();
        Self {
            base: Some(split(contract.amount)),
            payable: payable.map(split),
            due: payable.map(|p| split(p + carried - paid)),
            paid,
        }
    }
}

fn group(facts: &QuarterFacts, kind: Group, weight: Decimal, blockers: &mut Vec<Blocker>) -> GroupResult {
    let mut units: Vec<UnitResult> = facts
        .units
        .iter()
        .filter(|u| u.group == kind)
        .map(|u| unit(u, facts.rule_set.probation_counts, blockers))
        .collect();
    units.sort_by(|a, b| a.code.cmp(&b.code));
    if units.is_empty() {
        blockers.push(Blocker::GroupEmpty { group: kind });
    }
    let exempt = units.iter().filter(|u| u.exempt.is_some()).count() as u32;
    let counted = units.len() as u32 - exempt;
    let scores: Option<Vec<&Exact>> =
        units.iter().filter(|u| u.exempt.is_none()).map(|u| u.score.as_ref()).collect();
    let score = scores.and_then(Exact::mean);
    GroupResult { kind, weight, score, counted, exempt, units }
}

/// Where a whole group is exempt, the other group's weight becomes 100 %.
fn shift_weights(groups: &mut [GroupResult], blockers: &mut Vec<Blocker>, warnings: &mut Vec<Warning>) {
    let gone: Vec<Group> =
        groups.iter().filter(|g| g.counted == 0 && !g.units.is_empty()).map(|g| g.kind).collect();
    if gone.is_empty() {
        return;
    }
    if gone.len() == groups.len() {
        blockers.push(Blocker::NothingToAssess);
        return;
    }
    for group in groups.iter_mut() {
        group.weight = if gone.contains(&group.kind) { Decimal::ZERO } else { Decimal::ONE };
    }
    warnings.extend(gone.into_iter().map(|group| Warning::GroupExempt { group }));
}

/// Formula 5; `None` while a group that counts has no score.
fn overall(groups: &[GroupResult]) -> Option<Exact> {
    groups
        .iter()
        .filter(|g| !g.weight.is_zero())
        .map(|g| g.score.clone().map(|score| score * Exact::from(g.weight)))
        .collect::<Option<Vec<_>>>()
        .filter(|parts| !parts.is_empty())
        .map(|parts| parts.into_iter().sum())
}

/// One unit alone, and what keeps it open: what a branch confirms.
#[must_use]
pub fn unit_result(facts: &UnitFacts, rule_set: &RuleSet) -> (UnitResult, Vec<Blocker>) {
    let mut blockers = Vec::new();
    let result = unit(facts, rule_set.probation_counts, &mut blockers);
    blockers.sort();
    (result, blockers)
}

fn unit(facts: &UnitFacts, probation_counts: bool, blockers: &mut Vec<Blocker>) -> UnitResult {
    let code = &facts.code;
    let mut own = Vec::new();
    let months: Vec<MonthResult> =
        facts.months.iter().map(|m| month(m, facts, probation_counts, &mut own)).collect();
    if let Some(exempt) = facts.exempt.as_ref().filter(|_| !assessable(facts, probation_counts)) {
        if !exempt.approved {
            blockers.push(Blocker::ExemptionNotApproved { unit: code.clone() });
        }
        if facts.objection_open {
            blockers.push(Blocker::ObjectionOpen { unit: code.clone() });
        }
        let exempt = Some(exempt.reason.clone());
        return UnitResult {
            code: code.clone(),
            name: facts.name.clone(),
            group: facts.group,
            score: None,
            exempt,
            months,
        };
    }
    // A month is missing where somebody due has no score or nothing was declared: then the quarter has no score.
    let incomplete = own
        .iter()
        .any(|b| matches!(b, Blocker::PersonNotScored { .. } | Blocker::NoEngineerUndeclared { .. }));
    let means: Vec<&Exact> = months.iter().filter_map(|m| m.score.as_ref()).collect();
    let mut score = if incomplete { None } else { Exact::mean(means.iter().copied()) };
    if means.is_empty() && !own.iter().any(|b| matches!(b, Blocker::PersonNotScored { .. })) {
        own.retain(|b| !matches!(b, Blocker::NoEngineerUndeclared { .. }));
        own.push(Blocker::UnitWithoutScores { unit: code.clone() });
    }
    if let Some(what_if) = facts.what_if {
        score = Some(what_if.exact());
        own.push(Blocker::WhatIf { unit: code.clone() });
    }
    for party in Party::BOTH {
        if !facts.confirmations.iter().any(|c| c.party == party) {
            own.push(Blocker::UnitNotConfirmed { unit: code.clone(), party });
        }
    }
    if facts.objection_open {
        own.push(Blocker::ObjectionOpen { unit: code.clone() });
    }
    blockers.append(&mut own);
    UnitResult {
        code: code.clone(),
        name: facts.name.clone(),
        group: facts.group,
        score,
        exempt: None,
        months,
    }
}

/// Whether somebody's score is due and would count in the quarter. An exemption that was declared before such an
/// engineer was entered has no force: leaving the unit out could buy a band (worked example 13).
fn assessable(facts: &UnitFacts, probation_counts: bool) -> bool {
    let mut people = facts.months.iter().flat_map(|m| &m.people);
    people.any(|p| p.due && !p.not_assessed && (probation_counts || !p.probation))
}

fn month(
    facts: &MonthFacts,
    unit: &UnitFacts,
    probation_counts: bool,
    blockers: &mut Vec<Blocker>,
) -> MonthResult {
    let mut people: Vec<PersonResult> = facts
        .people
        .iter()
        .map(|p| PersonResult {
            staff_no: p.staff_no.clone(),
            score: p.score,
            counted: p.due && p.score.is_some() && !p.not_assessed && (probation_counts || !p.probation),
            probation: p.probation,
            not_assessed: p.not_assessed,
        })
        .collect();
    people.sort_by(|a, b| a.staff_no.cmp(&b.staff_no));
    let mut missing = false;
    for person in facts.people.iter().filter(|p| p.due && p.score.is_none() && !p.not_assessed) {
        missing = true;
        blockers.push(Blocker::PersonNotScored {
            unit: unit.code.clone(),
            month: facts.month,
            staff_no: person.staff_no.clone(),
        });
    }
    let nobody = !facts.people.iter().any(|p| p.due || p.not_assessed);
    if nobody && !facts.no_engineer {
        blockers.push(Blocker::NoEngineerUndeclared { unit: unit.code.clone(), month: facts.month });
    } else if !facts.closed {
        blockers.push(Blocker::MonthNotClosed { unit: unit.code.clone(), month: facts.month });
    }
    let counted = || people.iter().filter(|p| p.counted).filter_map(|p| p.score);
    MonthResult {
        month: facts.month,
        score: if missing { None } else { Score::mean(counted()) },
        headcount: counted().count() as u32,
        no_engineer: facts.no_engineer,
        closed: facts.closed,
        people,
    }
}

fn warn_of_edges(rule_set: &RuleSet, exact: &Exact, rounded: Decimal, warnings: &mut Vec<Warning>) {
    for edge in rule_set.bands.iter().map(|b| b.from).filter(|from| !from.is_zero()) {
        let distance = rounded - edge;
        if distance.abs() <= rule_set.near_edge {
            warnings.push(Warning::NearBandEdge { edge, distance });
        }
        if *exact < Exact::from(edge) && rounded >= edge {
            warnings.push(Warning::RoundedOverEdge { edge, exact: exact.to_string() });
        }
    }
}
