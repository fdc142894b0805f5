//! 到岗接收函, 信息安全协议 and 安全生产承诺书 of a person, to be signed by both sides and then filed.

use super::head::{Tables, personal_head};
use crate::error::AppError;
use crate::exchange::{FileView, write_file};
use crate::parse;
use crate::people::{DossierView, Person, paper_kind, person};
use crate::session::App;
use domain::Refusal;
use domain::kernel::UnitCode;
use domain::organisation::Party;
use domain::people::{PaperKind, paper_no};
use report::view::{ArrivalPaper, ArrivalPaperKind, PartySignatory};
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// Makes a paper of a person's arrival, for both sides to sign: a PDF, or, where the file's name ends in `.docx`, a Word
/// file.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct MakeArrivalPaper {
    /// 工号.
    pub staff_no: String,
    /// `letter`, `agreement` or `pledge`.
    pub kind: String,
    /// The file.
    pub out: String,
}

/// `makeArrivalPaper`. Nothing is recorded: what counts is the signed paper, once it is filed.
pub fn arrival_paper(app: &mut App, request: MakeArrivalPaper) -> Result<FileView, AppError> {
    let dossier = person(app, Person { staff_no: request.staff_no })?;
    let kind = paper_kind(&request.kind)?;
    let view = view(app, &dossier, kind)?;
    let bytes = if is_word(&request.out) {
        report::arrival_paper_word(&view)?
    } else {
        report::render_arrival_paper(&view, &app.fonts()?)?
    };
    write_file(&request.out, &bytes)
}

/// Whether a file of that name is to be a Word file.
pub(super) fn is_word(out: &str) -> bool {
    std::path::Path::new(out.trim()).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("docx"))
}

fn view(app: &App, dossier: &DossierView, kind: PaperKind) -> Result<ArrivalPaper, AppError> {
    let staff_no = parse::staff_no(&dossier.staff_no)?;
    // Of somebody announced the stay to come, of others the one they are in or were in last.
    let stay = dossier.stays.first().filter(|_| dossier.announced.is_none());
    let (unit, unit_name, arrives_on) = match (&dossier.announced, stay) {
        (Some(open), _) => (&open.unit, &open.unit_name, &open.expected_on),
        (None, Some(stay)) => (&stay.unit, &stay.unit_name, &stay.arrived_on),
        (None, None) => return Err(Refusal::NotAnnounced { staff_no }.into()),
    };
    let code = parse::unit(unit)?;
    let day = parse::date(arrives_on)?;
    let filed = stay.and_then(|stay| stay.papers.iter().find(|paper| paper.kind == kind.code()));
    let number = filed.map_or_else(|| paper_no(&code, kind, &staff_no, day), |paper| paper.number.clone());
    let probation = match stay.and_then(|stay| stay.probation.as_ref()) {
        Some(probation) => format!("{} 至 {}", probation.from, probation.to),
        None => "自到岗接收函签署之日起一个自然月".to_owned(),
    };
    let tables = Tables::read(app, None)?;
    let figures = json!({
        "kind": kind.code(), "staffNo": staff_no, "unit": code, "arrivesOn": arrives_on, "number": number,
    });
    let manager = stay.and_then(|stay| stay.manager.as_ref()).and_then(|manager| manager.name.clone());
    Ok(ArrivalPaper {
        head: personal_head(app, &tables, number, unit_name.clone(), figures.to_string())?,
        kind: match kind {
            PaperKind::Letter => ArrivalPaperKind::Letter,
            PaperKind::Agreement => ArrivalPaperKind::SecurityAgreement,
            PaperKind::Pledge => ArrivalPaperKind::SafetyPledge,
        },
        name: dossier.name.clone(),
        staff_no: dossier.staff_no.clone(),
        post: dossier.post.clone().unwrap_or_default(),
        skills: dossier.skills.join("；"),
        arrives_on: arrives_on.clone(),
        probation,
        manager: manager.unwrap_or_default(),
        client_signatory: unit_signatory(&tables, &code)?,
        provider_signatory: tables.signatory(Party::Provider)?,
    })
}

/// 负责人 of the unit, who signs for it.
pub(super) fn unit_signatory(tables: &Tables<'_>, unit: &UnitCode) -> Result<PartySignatory, AppError> {
    let manager = tables.manager(unit)?;
    let post = if manager.is_some() { "负责人".to_owned() } else { String::new() };
    Ok(PartySignatory { name: manager.unwrap_or_default(), post })
}
