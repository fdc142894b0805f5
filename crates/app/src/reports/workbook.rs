//! The settlement workbook: the same settlement for spreadsheet programs, with live formulas.

use super::head::Tables;
use super::settlement_report::rules;
use super::words;
use crate::copies::handed_out;
use crate::error::AppError;
use crate::exchange::{FileView, write_file};
use crate::session::App;
use crate::settlement::{Computed, Settle, compute};
use domain::settlement::official::RevisionState;
use domain::settlement::{GroupResult, UnitResult};
use serde::{Deserialize, Serialize};
use sheet::settlement_workbook::{
    GroupPart, MonthPart, Outcome, PersonPart, SettlementWorkbook as Book, UnitPart,
};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Writes the settlement as a workbook with live formulas.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct SettlementWorkbook {
    /// 季度.
    pub quarter: String,
    /// The file.
    pub out: String,
}

/// `settlementWorkbook`.
pub fn workbook(app: &mut App, request: SettlementWorkbook) -> Result<FileView, AppError> {
    let settle = Settle { quarter: request.quarter, what_if: BTreeMap::new(), revision: None };
    let computed = compute(app, &settle)?;
    let tables = Tables::read(app, None)?;
    let written = write_file(&request.out, &sheet::settlement_workbook(&book(&tables, &computed)?)?)?;
    handed_out(app, "settlementWorkbook", None, written)
}

fn book(tables: &Tables<'_>, computed: &Computed) -> Result<Book, AppError> {
    let settlement = &computed.settlement;
    let (rule_set, rubric) = rules(tables, settlement)?;
    let standing = match computed.state {
        RevisionState::Final | RevisionState::Closed => format!("正式 第 {} 版", computed.revision),
        _ => "草稿".to_owned(),
    };
    let gross = |split: Option<domain::kernel::TaxSplit>| split.map(|s| s.gross);
    Ok(Book {
        quarter: settlement.quarter,
        standing,
        rule_set: format!("第 {} 版", rule_set.version),
        rubric: format!("第 {} 版 {}", rubric.version, rubric.label).trim_end().to_owned(),
        groups: settlement.groups.iter().map(|g| group(tables, g)).collect::<Result<_, _>>()?,
        bands: rule_set.bands.clone(),
        fee_base: gross(settlement.fee_base),
        tax_rate: settlement.tax_rate,
        adjustments: settlement
            .adjustments
            .iter()
            .map(|a| (format!("{} {}：{}", a.from_quarter, words::carried(a.amount), a.reason), a.amount))
            .collect(),
        paid: settlement.paid,
        outcome: Outcome {
            overall_exact: settlement.overall_exact.clone(),
            overall: settlement.overall,
            coefficient: settlement.coefficient,
            fee_payable: gross(settlement.fee_payable),
            amount_due: gross(settlement.amount_due),
            tax: [settlement.fee_base, settlement.fee_payable, settlement.amount_due],
        },
    })
}

fn group(tables: &Tables<'_>, group: &GroupResult) -> Result<GroupPart, AppError> {
    Ok(GroupPart {
        name: words::group(group.kind).to_owned(),
        weight: group.weight,
        score: group.score.clone(),
        units: group.units.iter().map(|u| unit(tables, u)).collect::<Result<_, _>>()?,
    })
}

fn unit(tables: &Tables<'_>, unit: &UnitResult) -> Result<UnitPart, AppError> {
    let mut months = Vec::new();
    for month in &unit.months {
        let mut people = Vec::new();
        for person in &month.people {
            let Some(score) = person.score else { continue };
            let name = tables.engineer(&person.staff_no)?;
            people.push(PersonPart {
                staff_no: person.staff_no.clone(),
                name,
                score,
                counted: person.counted,
            });
        }
        months.push(MonthPart { month: month.month, score: month.score.clone(), people });
    }
    Ok(UnitPart {
        code: unit.code.clone(),
        name: unit.name.clone(),
        exempt: unit.exempt.clone(),
        score: unit.score.clone(),
        months,
    })
}
