//! Reports and workbooks of a quarter: the read model goes to `report` and `sheet`, bytes come back.

mod arrival_paper;
mod certificate;
mod confirmation_sheet;
mod document_index;
mod fee_statement;
mod form_paper;
mod formulae;
mod head;
mod make;
mod month_sheet;
mod objection_slip;
mod people;
mod personnel_register;
mod preview;
mod ranking_notice;
mod replacement_request;
mod settlement_report;
mod survey_report;
mod ticket_dossier;
mod words;
mod workbook;

#[cfg(test)]
mod tests;

pub use arrival_paper::{MakeArrivalPaper, arrival_paper};
pub use certificate::{MakeCertificate, PreviewCertificate, make_certificate, preview_certificate};
pub(crate) use document_index::index_of;
pub use document_index::{MakeDocumentIndex, document_index};
pub use form_paper::{MakeBlankForm, MakeFormPaper, blank_form, form_paper};
pub use make::{MakeReport, ReportView, make};
pub use month_sheet::{MonthSheet, month_sheet};
pub(crate) use objection_slip::objection_slip;
pub use personnel_register::{MakePersonnelRegister, personnel_register};
pub use preview::{PreviewReport, PreviewView, preview};
pub use ranking_notice::{RankingNotice, ranking_notice};
pub use replacement_request::{MakeReplacementRequest, replacement_request};
pub use survey_report::{HandInSurveyReport, MakeSurveyReport, hand_in_survey_report, survey_report};
pub use ticket_dossier::{MakeTicketDossier, ticket_dossier};
pub use workbook::{SettlementWorkbook, workbook};

use crate::error::AppError;
use crate::session::App;
use report::Fonts;
use std::path::PathBuf;

impl App {
    /// The typefaces, read once: from the options, `HUIQIAN_FONTS`, beside the program, or the source tree's resources.
    pub(crate) fn fonts(&mut self) -> Result<Fonts, AppError> {
        if let Some(fonts) = &self.fonts_loaded {
            return Ok(fonts.clone());
        }
        let place = self.fonts.clone().unwrap_or_else(font_place);
        let fonts = Fonts::load(&place)?;
        self.fonts_loaded = Some(fonts.clone());
        Ok(fonts)
    }
}

/// Where the font resource lies: the first place that has it, else the one beside the program.
fn font_place() -> PathBuf {
    let beside = std::env::current_exe().ok().and_then(|exe| exe.parent().map(std::path::Path::to_owned));
    let mut places: Vec<PathBuf> = Vec::new();
    places.extend(std::env::var_os("HUIQIAN_FONTS").map(PathBuf::from));
    if let Some(beside) = &beside {
        places.push(beside.join("fonts"));
        places.push(beside.join("../lib/huiqian/fonts"));
        // A build in the source tree: target/debug or target/release.
        places.push(beside.join("../../resources/fonts"));
        places.push(beside.join("../../../resources/fonts"));
    }
    places.push(PathBuf::from("resources/fonts"));
    let found = places.iter().find(|place| place.join(report::FONT_RESOURCE).exists());
    found.or(places.first()).cloned().unwrap_or_default()
}
