//! The figures of a report in canonical form, and the check code over them. They do not depend on the ledger that
//! made the report, so that a sheet made in the branch is accepted at the province. The form is fixed by the field
//! order of the structs below: changing it would change the check code of reports already given out.

use super::ranking::ranking;
use super::result::{MonthResult, Settlement, UnitResult};
use crate::kernel::{Digest, Exact, Month, Quarter, Score, StaffNo, TaxSplit, UnitCode};
use crate::organisation::Group;
use serde::Serialize;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SettlementFigures<'a> {
    kind: &'static str,
    quarter: Quarter,
    revision: u32,
    overall_exact: &'a Option<Exact>,
    overall: Option<String>,
    coefficient: Option<String>,
    fee_base: &'a Option<TaxSplit>,
    fee_payable: &'a Option<TaxSplit>,
    amount_due: &'a Option<TaxSplit>,
    groups: Vec<GroupFigures<'a>>,
}

#[derive(Serialize)]
struct GroupFigures<'a> {
    kind: Group,
    weight: String,
    score: &'a Option<Exact>,
    counted: u32,
    exempt: u32,
    units: Vec<UnitFigures<'a>>,
}

#[derive(Serialize)]
struct ConfirmationFigures<'a> {
    kind: &'static str,
    quarter: Quarter,
    unit: UnitFigures<'a>,
}

#[derive(Serialize)]
struct RankingFigures<'a> {
    kind: &'static str,
    quarter: Quarter,
    revision: u32,
    units: Vec<RankedFigures<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct RankedFigures<'a> {
    code: &'a UnitCode,
    group: Group,
    rank: Option<usize>,
    rank_in_group: Option<usize>,
    score: &'a Option<Exact>,
    exempt: bool,
    months: Vec<&'a Option<Exact>>,
}

#[derive(Serialize)]
struct UnitFigures<'a> {
    code: &'a UnitCode,
    score: &'a Option<Exact>,
    exempt: &'a Option<String>,
    months: Vec<MonthFigures<'a>>,
}

#[derive(Serialize)]
struct UnitMonthFigures<'a> {
    kind: &'static str,
    code: &'a UnitCode,
    month: MonthFigures<'a>,
}

#[derive(Serialize)]
struct MonthFigures<'a> {
    month: Month,
    score: &'a Option<Exact>,
    /// Staff number, score, whether counted.
    people: Vec<(&'a StaffNo, Option<Score>, bool)>,
}

/// Canonical figures of one unit's quarterly confirmation sheet.
#[must_use]
pub fn confirmation_figures(quarter: Quarter, unit: &UnitResult) -> String {
    canonical(&ConfirmationFigures { kind: "confirmation", quarter, unit: unit_figures(unit) })
}

/// Canonical figures of one unit's month.
#[must_use]
pub fn month_figures(unit: &UnitResult, month: &MonthResult) -> String {
    canonical(&UnitMonthFigures { kind: "month", code: &unit.code, month: month_of(month) })
}

/// Canonical figures of a quarter's settlement.
#[must_use]
pub fn settlement_figures(settlement: &Settlement, revision: u32) -> String {
    canonical(&SettlementFigures {
        kind: "settlement",
        quarter: settlement.quarter,
        revision,
        overall_exact: &settlement.overall_exact,
        overall: settlement.overall.map(|d| d.to_string()),
        coefficient: settlement.coefficient.map(|d| d.to_string()),
        fee_base: &settlement.fee_base,
        fee_payable: &settlement.fee_payable,
        amount_due: &settlement.amount_due,
        groups: settlement
            .groups
            .iter()
            .map(|group| GroupFigures {
                kind: group.kind,
                weight: group.weight.normalize().to_string(),
                score: &group.score,
                counted: group.counted,
                exempt: group.exempt,
                units: group.units.iter().map(unit_figures).collect(),
            })
            .collect(),
    })
}

/// Canonical figures of a quarter's ranking notice: scores of units only, no person and no money.
#[must_use]
pub fn ranking_figures(settlement: &Settlement, revision: u32) -> String {
    let units = ranking(settlement).into_iter().map(|ranked| RankedFigures {
        code: &ranked.unit.code,
        group: ranked.unit.group,
        rank: ranked.rank,
        rank_in_group: ranked.rank_in_group,
        score: &ranked.unit.score,
        exempt: ranked.unit.exempt.is_some(),
        months: ranked.unit.months.iter().map(|month| &month.score).collect(),
    });
    let quarter = settlement.quarter;
    canonical(&RankingFigures { kind: "ranking", quarter, revision, units: units.collect() })
}

fn unit_figures(unit: &UnitResult) -> UnitFigures<'_> {
    UnitFigures {
        code: &unit.code,
        score: &unit.score,
        exempt: &unit.exempt,
        months: unit.months.iter().map(month_of).collect(),
    }
}

fn month_of(month: &MonthResult) -> MonthFigures<'_> {
    MonthFigures {
        month: month.month,
        score: &month.score,
        people: month.people.iter().map(|p| (&p.staff_no, p.score, p.counted)).collect(),
    }
}

fn canonical(figures: &impl Serialize) -> String {
    serde_json::to_string(figures).expect("figures hold text keys only")
}

/// The check code of canonical figures: the first 80 bits of their SHA-256 as five groups of four hexadecimal
/// digits.
#[must_use]
pub fn check_code(figures: &str) -> String {
    code_of(&Digest::of(&[figures.as_bytes()]))
}

/// The check code of figures of which only the digest is at hand.
#[must_use]
pub fn code_of(figures: &Digest) -> String {
    let digest = figures.to_string().to_uppercase();
    digest.as_bytes().chunks(4).take(5).map(String::from_utf8_lossy).collect::<Vec<_>>().join("-")
}
