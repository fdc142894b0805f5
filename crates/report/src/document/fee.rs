//! 服务费结算单: what the finance department needs, on one page unless the texts are uncommonly long.

use super::{adjustment_table, fee_table};
use crate::ReportError;
use crate::canvas::{Face, Fonts};
use crate::facts::ReportKind;
use crate::layout::{Align, Column, Flow, Row, SMALL, WIDTH};
use crate::view::FeeStatement;

/// Prints the fee statement.
///
/// # Errors
/// [`ReportError::MissingGlyph`] when a character cannot be printed.
pub fn render_fee_statement(statement: &FeeStatement, fonts: &Fonts) -> Result<Vec<u8>, ReportError> {
    let head = &statement.head;
    let mut flow = Flow::new(fonts, head, ReportKind::FeeStatement);
    flow.centred(ReportKind::FeeStatement.title(), Face::Hei, 20.0);
    flow.centred(&head.quarter_words, Face::Song, 11.0);
    flow.gap(1.5);
    let contract = format!("{}　{}", statement.contract_no, statement.contract_name);
    flow.pairs(&[
        ("甲方", &head.client),
        ("乙方", &head.provider),
        ("合同", &contract),
        ("依据报告", &statement.settlement_report_no),
        ("适用档位", &statement.band),
    ]);
    flow.pairs_of_two(&[["综合得分", &statement.overall, "服务费系数", &statement.coefficient]]);
    flow.gap(1.0);
    fee_table(
        &mut flow,
        &[
            ("季度服务费基数", &statement.base),
            ("本季度应付服务费", &statement.payable),
            ("本次应结金额", &statement.due),
        ],
    );
    flow.gap(1.0);
    if !statement.adjustments.is_empty() {
        adjustment_table(&mut flow, &statement.adjustments);
        flow.gap(1.0);
    }
    let paid = if statement.already_paid.is_empty() { "0.00" } else { &statement.already_paid };
    flow.pairs_of_two(&[["本季度已付（元）", paid, "税率", &statement.tax_rate]]);
    flow.pairs(&[("计算", &statement.formula), ("本次应结（大写）", &statement.due.capitals)]);
    if !statement.payee.is_empty() {
        flow.gap(1.0);
        let payee: Vec<(&str, &str)> =
            statement.payee.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
        flow.pairs(&payee);
    }
    flow.gap(1.0);
    responsible_line(&mut flow, statement);
    flow.gap(1.5);
    flow.signature_blocks("", &statement.client_signatory, &statement.provider_signatory, (6.0, 40.0));
    flow.finish()
}

/// 编制, 复核, 审定 side by side, to save height.
fn responsible_line(flow: &mut Flow<'_>, statement: &FeeStatement) {
    let people = &statement.responsible;
    if people.is_empty() {
        return;
    }
    let width = WIDTH / people.len() as f32;
    let columns: Vec<Column<'_>> =
        people.iter().map(|one| Column::new(&*one.role, width, Align::Centre)).collect();
    let cells = people.iter().map(|one| format!("{}　{}", one.name, one.date).into());
    flow.table(&columns, SMALL, std::iter::once(Row::body(cells)));
}
