//! 需求调研报告: made from the records of a ticket's survey (SUR-06), given out as a PDF or handed in as the ticket's part; after a
//! change of demand the next version says what changed and which documents it touches (SUR-08).

use super::head::{Tables, personal_head};
use super::words::NONE;
use crate::api::Act;
use crate::copies::handed_out;
use crate::error::AppError;
use crate::exchange::{FileView, write_file};
use crate::parse;
use crate::rights::Target;
use crate::session::{App, Receipt};
use crate::ticket::{Ticket, TicketFileView, TicketFiles, TicketRecordView, TicketView, files, said, ticket};
use domain::Refusal;
use domain::form::ItemState;
use domain::ticket::{AFFECTED, INTERVIEW, SURVEY_PLAN, SURVEY_REPORT, TicketNo};
use report::view::{NamedText, SurveyReport, SurveySection, TicketRecordLine};
use serde::{Deserialize, Serialize};
use serde_json::json;
use ts_rs::TS;

/// Makes the report of a ticket's survey as a PDF.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct MakeSurveyReport {
    /// 工单号.
    pub ticket: String,
    /// The file.
    pub out: String,
}

/// Hands the report of a ticket's survey in, as it stands now: the next version of the ticket's part.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct HandInSurveyReport {
    /// 工单号.
    pub ticket: String,
}

/// `makeSurveyReport`. Nothing is recorded, but that there is a copy with people's names.
pub fn survey_report(app: &mut App, request: MakeSurveyReport) -> Result<FileView, AppError> {
    let (of, files) = asked(app, Act::MakeSurveyReport, request.ticket)?;
    let bytes = printed(app, &of, &files, false)?;
    let unit = parse::unit(&of.unit)?;
    handed_out(app, "makeSurveyReport", Some(unit), write_file(&request.out, &bytes)?)
}

/// `handInSurveyReport`.
pub fn hand_in_survey_report(app: &mut App, request: HandInSurveyReport) -> Result<Receipt, AppError> {
    let (of, files) = asked(app, Act::HandInSurveyReport, request.ticket)?;
    let bytes = printed(app, &of, &files, true)?;
    let today = app.today()?;
    app.decide(|tx, _| {
        let no = number(&of.ticket)?;
        let unknown = || Refusal::UnknownTicket { ticket: of.ticket.clone() };
        let known = ledger::ticket::facts::ticket(tx.conn(), &no)?.ok_or_else(unknown)?;
        known.check_survey()?;
        let file = tx.put_blob(bytes.as_slice())?.digest;
        Ok(known.set_item(SURVEY_REPORT, ItemState::Done { on: today, file: Some(file) }, today)?)
    })
}

fn number(text: &str) -> Result<TicketNo, AppError> {
    Ok(text.parse().map_err(|_| Refusal::UnknownTicket { ticket: text.trim().to_owned() })?)
}

/// The ticket's page and its files, for whoever may do that to it, where there is something to report.
fn asked(app: &mut App, act: Act, text: String) -> Result<(TicketView, Vec<TicketFileView>), AppError> {
    let no = number(&text)?;
    let target: Target = app.ticket_target(&no)?;
    app.require(act, &target)?;
    let unknown = || Refusal::UnknownTicket { ticket: no.to_string() };
    ledger::ticket::facts::ticket(app.conn()?, &no)?.ok_or_else(unknown)?.check_survey()?;
    let of = ticket(app, Ticket { ticket: text.clone() })?;
    let files = files(app, TicketFiles { ticket: text })?;
    Ok((of, files))
}

fn printed(
    app: &mut App,
    of: &TicketView,
    files: &[TicketFileView],
    handed_in: bool,
) -> Result<Vec<u8>, AppError> {
    let view = view(app, of, files, handed_in)?;
    Ok(report::render_survey_report(&view, &app.fonts()?)?)
}

fn view(
    app: &App,
    of: &TicketView,
    files: &[TicketFileView],
    handed_in: bool,
) -> Result<SurveyReport, AppError> {
    let tables = Tables::read(app, None)?;
    let unit = tables.unit(&parse::unit(&of.unit)?);
    let before = files.iter().filter(|file| file.part.as_deref() == Some(SURVEY_REPORT)).count();
    let version = before + 1;
    let figures = json!({ "kind": "surveyReport", "ticket": of.ticket, "version": version });
    let records = |codes: &[&str]| -> Vec<TicketRecordLine> {
        let kept = of.records.iter().filter(|row| row.struck.is_none() && codes.contains(&&*row.kind));
        kept.map(|row| line(of, row)).collect()
    };
    let section = |name: &str, texts, records| SurveySection { name: name.to_owned(), texts, records };
    let mut head = personal_head(app, &tables, of.ticket.clone(), unit, figures.to_string())?;
    head.revision = u32::try_from(version).unwrap_or(u32::MAX);
    Ok(SurveyReport {
        head,
        title: of.title.clone(),
        version: if handed_in {
            format!("第 {version} 版")
        } else {
            format!("第 {version} 版（未提交）")
        },
        facts: facts(of),
        sections: vec![
            section("调研计划", Vec::new(), records(&[SURVEY_PLAN])),
            section("调研范围", scope(of), Vec::new()),
            section("访谈和资料", Vec::new(), records(&[INTERVIEW, "material"])),
            section("需求说明", needs(of), Vec::new()),
            section("客户意见和确认", Vec::new(), records(&["customerOpinion", "customerAgreed"])),
            section("需求变更和受影响的文档", affected(of, files), changes(of)),
        ],
    })
}

fn named(name: &str, text: String) -> NamedText {
    NamedText { name: name.to_owned(), text }
}

fn facts(of: &TicketView) -> Vec<NamedText> {
    let or_none = |text: &Option<String>| text.clone().unwrap_or_else(|| NONE.to_owned());
    vec![
        named("客户", or_none(&of.customer)),
        named("申请人", or_none(&of.requester_name)),
        named("第一责任人", said::person(of.first_name.as_deref(), of.first.as_deref())),
        named("受理日期", of.received_on.clone()),
    ]
}

/// The areas that a survey covers (SUR-02): parts of the ticket that are ticked, and not files.
fn scope(of: &TicketView) -> Vec<NamedText> {
    let ticked = of.kind.items.iter().filter(|item| item.shown_by == "tick");
    let stands = |code: &str| of.items.iter().find(|item| item.item == code && item.asked);
    ticked
        .filter_map(|item| {
            let stands = stands(&item.code)?;
            let said = said::of("partState", &stands.state);
            Some(named(&item.label, stands.on.as_ref().map_or(said.clone(), |on| format!("{said}（{on}）"))))
        })
        .collect()
}

/// The need statement (SUR-09): the ticket's fields.
fn needs(of: &TicketView) -> Vec<NamedText> {
    let filled = of.kind.fields.iter().filter_map(|field| {
        let text = of.fields.get(&field.code).filter(|text| !text.trim().is_empty())?;
        Some(named(&field.label, said::field(&field.kind, text)))
    });
    filled.collect()
}

fn line(of: &TicketView, row: &TicketRecordView) -> TicketRecordLine {
    let kind = of.kind.records.iter().find(|one| one.code == row.kind);
    let fields = kind.map_or(&[][..], |kind| &kind.fields);
    let said = fields.iter().filter_map(|field| {
        Some(format!("{}：{}", field.label, said::field(&field.kind, row.fields.get(&field.code)?)))
    });
    let settled = row.settled.iter().map(|settled| {
        let opinion = kind.and_then(|kind| kind.settled.as_ref());
        let outcome = match settled.accepted {
            true => opinion.and_then(|one| one.taken.as_deref()).unwrap_or("已采纳"),
            false => opinion.and_then(|one| one.refused.as_deref()).unwrap_or("未采纳"),
        };
        let text = settled.text.as_deref().map(|text| format!("：{text}")).unwrap_or_default();
        format!("处理：{} {outcome}{text}（{}）", settled.on, settled.by)
    });
    let open = (row.opinion && row.settled.is_none()).then(|| "待处理".to_owned());
    TicketRecordLine {
        on: row.on.clone(),
        kind: kind.map_or_else(|| row.kind.clone(), |kind| kind.label.clone()),
        text: said.chain(settled).chain(open).collect::<Vec<_>>().join("\n"),
        by: row.by.clone(),
    }
}

/// What of solution and demonstration a change of demand touches: what was said of it, and the files that stand.
fn affected(of: &TicketView, files: &[TicketFileView]) -> Vec<NamedText> {
    if changed(of).next().is_none() {
        return Vec::new();
    }
    let label = of.kind.items.iter().find(|item| item.code == AFFECTED).map(|item| item.label.clone());
    let stands = of.items.iter().find(|item| item.item == AFFECTED);
    let said = stands.map(|item| {
        let state = said::of("partState", &item.state);
        match item.reason.as_ref().or(item.on.as_ref()) {
            Some(note) => format!("{state}（{note}）"),
            None => state,
        }
    });
    let held = files
        .iter()
        .filter(|file| file.holds && file.category == "part" && file.part.as_deref() != Some(SURVEY_REPORT));
    let held = held.map(|file| {
        let what = file.label.clone().unwrap_or_else(|| file.act.clone());
        format!("{what}，第 {} 版，{}", file.version, file.at)
    });
    let held: Vec<String> = held.collect();
    let list = if held.is_empty() { NONE.to_owned() } else { held.join("\n") };
    let said = label.zip(said).map(|(label, said)| NamedText { name: label, text: said });
    said.into_iter().chain([named("本工单现有成果文件", list)]).collect()
}

fn changed(of: &TicketView) -> impl Iterator<Item = &crate::timeline::TimelineActView> {
    of.acts.iter().filter(|act| act.kind == "ticket.demandChanged")
}

fn changes(of: &TicketView) -> Vec<TicketRecordLine> {
    changed(of)
        .map(|act| TicketRecordLine {
            on: act.at.chars().take(10).collect(),
            kind: said::of("event", &act.kind),
            text: act.text.clone().unwrap_or_else(|| NONE.to_owned()),
            by: act.person.clone().unwrap_or_else(|| act.by.clone()),
        })
        .collect()
}
