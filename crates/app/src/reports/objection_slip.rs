//! 异议单: the provider's words into the view that is printed, on a machine that may have no ledger.

use super::head::Tables;
use super::words;
use crate::clock::china;
use crate::error::AppError;
use crate::session::App;
use domain::organisation::Party;
use domain::settlement::check_code;
use domain::settlement::official::ObjectionSlip;
use report::ReportFacts;
use report::view::{Classification, DocumentHead, ObjectionSlip as View, PartySignatory, SlipLine};

/// Prints a slip. `sheet`: the facts of the sheet that it objects to; its journal hash and origin stand in the slip too, so
/// that the ledger which made the sheet knows it again.
pub(crate) fn objection_slip(
    app: &mut App,
    slip: &ObjectionSlip,
    sheet: &ReportFacts,
) -> Result<Vec<u8>, AppError> {
    let view = view(app, slip, sheet)?;
    Ok(report::render_objection_slip(&view, &app.fonts()?)?)
}

fn view(app: &App, slip: &ObjectionSlip, sheet: &ReportFacts) -> Result<View, AppError> {
    let mut parties = Party::BOTH.map(|party| words::party(party).to_owned());
    let mut provider_signatory = PartySignatory::default();
    // Names on record are for those who are signed in.
    if app.ledger.is_some() && app.actor.is_some() {
        let tables = Tables::read(app, None)?;
        let term = tables.term(slip.quarter)?;
        parties = Party::BOTH.map(|party| tables.party(party, term.as_ref()));
        provider_signatory = tables.signatory(Party::Provider)?;
    }
    let [client, provider] = parties;
    let figures = slip.figures();
    Ok(View {
        head: DocumentHead {
            report_no: slip.number(),
            revision: 1,
            formal: true,
            classification: Classification::Internal,
            client,
            provider,
            unit: sheet.unit.clone(),
            quarter: slip.quarter.to_string(),
            quarter_words: slip.quarter.words(),
            made_at: app.now()?.with_timezone(&china()),
            origin: sheet.origin.clone(),
            check_code: check_code(&figures),
            journal_hash: sheet.journal_head.clone(),
            figures_json: figures,
        },
        sheet_no: slip.sheet.report_no.clone(),
        sheet_revision: slip.sheet.revision.to_string(),
        sheet_check_code: slip.sheet.check_code.clone(),
        writer: PartySignatory { name: slip.written_by.clone(), post: slip.post.clone() },
        objections: slip
            .objections
            .iter()
            .map(|one| SlipLine {
                about: one.staff_no.as_ref().map_or_else(|| "整个单位".to_owned(), ToString::to_string),
                text: one.text.clone(),
            })
            .collect(),
        client_signatory: PartySignatory::default(),
        provider_signatory,
    })
}
