//! 服务费结算单: what the finance department needs, on one page unless the texts are uncommonly long.

use super::{adjustment_table, fee_table};
use crate::ReportError;
use crate::canvas::{Face, Fonts};
use crate::facts::ReportKind;
use crate::layout::{Align, Column, Flow, Row, SMALL, WIDTH, made_at_words};
use crate::view::FeeStatement;

/// Prints the fee statement.
///
/// # Errors
/// [`ReportError::MissingGlyph`] when a character cannot be printed.
pub fn render_fee_statement(statement: &FeeStatement, fonts: &Fonts) -> Result<Vec<u8>, ReportError> {
    let head = &statement.head;
    let mut flow = Flow::new(fonts, head, ReportKind::FeeStatement);
    flow.centred(ReportKind::FeeStatement.title(), Face::Hei, 18.0);
    flow.centred(&format!("{}　{}", head.quarter_words, head.unit), Face::Song, 11.0);
    flow.gap(1.5);
    let contract = format!("{}　{}", statement.contract_no, statement.contract_name);
    flow.pairs(&[
        ("甲方", &head.client),
        ("乙方", &head.provider),
        ("合同", &contract),
        ("适用档位", &statement.band),
    ]);
    flow.join_tables();
    flow.pairs_of_two(&[
        ["综合得分", &statement.overall, "服务费系数", &statement.coefficient],
        ["依据报告", &statement.settlement_report_no, "编制时间", &made_at_words(head)],
    ]);
    fee_table(
        &mut flow,
        &[
            ("季度服务费基数", &statement.base),
            ("本季度应付服务费", &statement.payable),
            ("本次应结金额", &statement.due),
        ],
    );
    if !statement.adjustments.is_empty() {
        adjustment_table(&mut flow, &statement.adjustments);
    }
    let paid = if statement.already_paid.is_empty() { "0.00" } else { &statement.already_paid };
    flow.pairs_of_two(&[["本季度已付（元）", paid, "税率", &statement.tax_rate]]);
    flow.join_tables();
    flow.pairs(&[
        ("计算", &statement.formula),
        ("应付（大写）", &statement.payable.capitals),
        ("本次应结（大写）", &statement.due.capitals),
    ]);
    let payee: Vec<[&str; 4]> = statement
        .payee
        .chunks(2)
        .map(|two| {
            let (label, value) = two.get(1).map_or(("", ""), |(label, value)| (label, value));
            [&two[0].0, &two[0].1, label, value]
        })
        .collect();
    if !payee.is_empty() {
        flow.pairs_of_two(&payee);
    }
    responsible_line(&mut flow, statement);
    flow.gap(0.5);
    flow.signature_blocks("", &statement.client_signatory, &statement.provider_signatory, (4.0, 40.0));
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
