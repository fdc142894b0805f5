//! The documents: which parts they have, in which order.

mod appearance;
mod arrival;
mod certification;
mod confirmation;
mod fee;
mod form;
mod index;
mod month;
mod ranking;
mod register;
mod replacement;
mod settlement;
mod slip;
mod survey;
mod ticket;

pub use appearance::{SEAL_PICTURE_LIMIT, signature_appearance};
pub use arrival::{arrival_paper_word, render_arrival_paper};
pub use certification::{certificate_word, render_certificate};
pub use confirmation::render_confirmation;
pub use fee::render_fee_statement;
pub use form::render_form;
pub use index::render_document_index;
pub use month::render_month_sheet;
pub use ranking::{ranking_notice_word, render_ranking_notice};
pub use register::render_personnel_register;
pub use replacement::{render_replacement_request, replacement_request_word};
pub use settlement::render_settlement;
pub use slip::render_objection_slip;
pub use survey::render_survey_report;
pub use ticket::render_ticket_dossier;

use crate::layout::{Align, Column, Flow, Row, SMALL, WIDTH};
use crate::medium::Medium;
use crate::view::{Money, MoneyLine, Responsible};

/// The three amounts with tax apart, the last one standing out.
fn fee_table(flow: &mut Flow<'_>, lines: &[(&str, &Money)]) {
    let columns = [
        Column::new("项目", 45.0, Align::Left),
        Column::new("含税金额（元）", 40.0, Align::Right),
        Column::new("不含税金额（元）", 40.0, Align::Right),
        Column::new("税额（元）", WIDTH - 125.0, Align::Right),
    ];
    let last = lines.len().saturating_sub(1);
    let rows = lines.iter().enumerate().map(|(at, (name, money))| {
        let cells = [*name, &*money.including_tax, &*money.excluding_tax, &*money.tax];
        if at == last { Row::total(cells) } else { Row::of(cells) }
    });
    flow.table(&columns, SMALL + 0.5, rows);
}

fn adjustment_table(flow: &mut Flow<'_>, lines: &[MoneyLine]) {
    let columns = [
        Column::new("类别", 20.0, Align::Centre),
        Column::new("所属季度", 24.0, Align::Centre),
        Column::new("事由", WIDTH - 82.0, Align::Left),
        Column::new("金额（元）", 38.0, Align::Right),
    ];
    flow.table(
        &columns,
        SMALL,
        lines.iter().map(|line| Row::of([&line.kind, &line.quarter, &line.reason, &line.amount])),
    );
}

/// 编制, 复核, 审定 with their dates.
fn responsible_table(flow: &mut impl Medium, people: &[Responsible]) {
    let columns = [
        Column::new("环节", 30.0, Align::Centre),
        Column::new("姓名", WIDTH - 90.0, Align::Left),
        Column::new("日期", 60.0, Align::Centre),
    ];
    flow.table(&columns, SMALL + 0.5, people.iter().map(|one| Row::of([&one.role, &one.name, &one.date])));
}
