//! 服务费结算单: what the finance department needs of a quarter's settlement.

use super::head::{Fixed, Tables, Which, head};
use super::settlement_report::{adjustments, responsible, rules};
use super::words;
use crate::error::AppError;
use crate::session::App;
use crate::settlement::Computed;
use domain::kernel::Yuan;
use domain::organisation::Party;
use domain::settlement::settlement_figures;
use domain::signing::{ReportSubject, report_no};
use report::view::{Classification, FeeStatement};

/// The view of a quarter's fee.
pub(super) fn view(
    app: &App,
    tables: &Tables<'_>,
    computed: &Computed,
    fixed: Option<&Fixed>,
) -> Result<FeeStatement, AppError> {
    let settlement = &computed.settlement;
    let quarter = settlement.quarter;
    let (rule_set, _) = rules(tables, settlement)?;
    let which = Which {
        quarter,
        subject: &ReportSubject::FeeStatement,
        revision: computed.revision,
        unit: tables.unit(&app.installation()?.unit),
        figures: settlement_figures(settlement, computed.revision),
        classification: Classification::TradeSecret,
    };
    let term = tables.term(quarter)?;
    let none = || words::NONE.to_owned();
    Ok(FeeStatement {
        head: head(app, tables, which, fixed)?,
        contract_no: term.as_ref().map_or_else(none, |t| t.no.to_string()),
        contract_name: term.as_ref().map(|t| format!("有效期 {} 至 {}", t.from, t.to)).unwrap_or_default(),
        settlement_report_no: report_no(quarter, &ReportSubject::Settlement, computed.revision),
        overall: settlement.overall.map_or_else(none, |d| d.to_string()),
        band: words::band(settlement, &rule_set),
        coefficient: settlement.coefficient.map_or_else(none, |d| d.to_string()),
        tax_rate: settlement.tax_rate.map_or_else(none, |rate| rate.percent()),
        base: words::money(settlement.fee_base),
        payable: words::money(settlement.fee_payable),
        adjustments: adjustments(settlement),
        already_paid: if settlement.paid == Yuan::ZERO { String::new() } else { settlement.paid.grouped() },
        due: words::money(settlement.amount_due),
        formula: formula(settlement).unwrap_or_else(none),
        payee: Vec::new(),
        responsible: responsible(tables, computed)?,
        client_signatory: tables.signatory(Party::Client)?,
        provider_signatory: tables.signatory(Party::Provider)?,
    })
}

fn formula(settlement: &domain::settlement::Settlement) -> Option<String> {
    let (base, coefficient) = settlement.fee_base.zip(settlement.coefficient)?;
    let payable = settlement.fee_payable?.gross.grouped();
    let due = words::due(settlement)?;
    Some(format!("应付：{} × {coefficient} ＝ {payable}\n应结：{due}", base.gross.grouped()))
}
