//! A form on paper: filled in, from its page's view, or empty, to be filled in by hand.

use super::head::{Tables, personal_head};
use crate::api::Act;
use crate::copies::handed_out;
use crate::error::AppError;
use crate::exchange::{FileView, write_file};
use crate::parse;
use crate::registers::{Form, FormTypeBody, FormView, form};
use crate::session::App;
use crate::ticket::{FieldBody, said, same_shape};
use domain::Refusal;
use domain::kernel::UnitCode;
use report::view::{FormPaper, FormStepLine, FormTaskLine, NamedText, TicketPartLine};
use serde::{Deserialize, Serialize};
use serde_json::json;
use std::collections::BTreeMap;
use ts_rs::TS;

/// Makes a form as a PDF.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct MakeFormPaper {
    /// 编号.
    pub form: String,
    /// The file.
    pub out: String,
}

/// Makes an empty form as a PDF, to be filled in by hand.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct MakeBlankForm {
    /// 单位代码.
    pub unit: String,
    /// Its type, by code.
    pub kind: String,
    /// Whether the type is the unit's own.
    #[serde(default)]
    pub own: bool,
    /// The file.
    pub out: String,
}

/// Lines to write on by hand.
const LINES: &str = "　\n　\n　";

/// `makeFormPaper`. Nothing is recorded, but that there is a copy with people's names.
pub fn form_paper(app: &mut App, request: MakeFormPaper) -> Result<FileView, AppError> {
    let of = form(app, Form { form: request.form })?;
    let unit = parse::unit(&of.unit)?;
    let tables = Tables::read(app, None)?;
    let figures = json!({ "kind": "form", "form": of.form, "state": of.state, "acts": of.acts.len() });
    let head = personal_head(app, &tables, of.form.clone(), tables.unit(&unit), figures.to_string())?;
    let (short, wide) = fields(&of.kind.fields, &of.fields);
    let view = FormPaper {
        head,
        name: of.kind.label.clone(),
        title: of.title.clone(),
        facts: facts(&of),
        short,
        wide,
        two_a_row: of.kind.print.two_a_row,
        parts: parts(&of),
        steps: steps(&of),
        tasks: tasks(&of),
        files: of.files.iter().filter(|file| file.struck.is_none()).map(|file| file.name.clone()).collect(),
        signatures: of.kind.print.signatures.clone(),
        note: of.kind.print.note.clone().unwrap_or_default(),
    };
    let bytes = report::render_form(&view, &app.fonts()?)?;
    handed_out(app, "makeFormPaper", Some(unit), write_file(&request.out, &bytes)?)
}

/// `makeBlankForm`.
pub fn blank_form(app: &mut App, request: MakeBlankForm) -> Result<FileView, AppError> {
    let unit: UnitCode = parse::unit(&request.unit)?;
    app.require_unit(Act::MakeBlankForm, &unit)?;
    let types = ledger::registers::facts::types(app.conn()?, &unit)?;
    let kind = types
        .into_iter()
        .find(|known| known.key.code == request.kind && known.key.unit.is_some() == request.own)
        .ok_or_else(|| Refusal::UnknownFormType { kind: request.kind.clone() })?;
    let body: FormTypeBody = same_shape(&kind.body)?;
    let tables = Tables::read(app, None)?;
    let figures = json!({ "kind": "form", "type": request.kind, "version": kind.version });
    let head = personal_head(app, &tables, String::new(), tables.unit(&unit), figures.to_string())?;
    let empty = |name: &str| NamedText { name: name.to_owned(), text: String::new() };
    let links = body.links.iter().map(|asked| empty(&said::of("link", &asked.link)));
    let facts = [empty("日期"), empty("事由")].into_iter().chain(links).collect();
    let named = |field: &FieldBody| {
        let lines = if is_wide(field) { LINES.to_owned() } else { offered(field) };
        (is_wide(field), NamedText { name: field.label.clone(), text: lines })
    };
    let (wide, short): (Vec<_>, Vec<_>) = body.fields.iter().map(named).partition(|(wide, _)| *wide);
    let line =
        |label: &str| TicketPartLine { part: label.to_owned(), state: "□".to_owned(), note: String::new() };
    let view = FormPaper {
        head,
        name: body.label.clone(),
        title: String::new(),
        facts,
        short: short.into_iter().map(|(_, one)| one).collect(),
        wide: wide.into_iter().map(|(_, one)| one).collect(),
        two_a_row: body.print.two_a_row,
        parts: body.items.iter().map(|item| line(&item.label)).collect(),
        steps: body
            .steps
            .iter()
            .map(|step| FormStepLine {
                step: step.label.clone(),
                outcome: String::new(),
                text: LINES.to_owned(),
                by: "　\n　　年　月　日".to_owned(),
            })
            .collect(),
        tasks: Vec::new(),
        files: Vec::new(),
        signatures: body.print.signatures.clone(),
        note: body.print.note.clone().unwrap_or_default(),
    };
    let bytes = report::render_form(&view, &app.fonts()?)?;
    write_file(&request.out, &bytes)
}

fn is_wide(field: &FieldBody) -> bool {
    matches!(same_shape::<String>(&field.kind).as_deref(), Ok("paragraph"))
}

/// What may be ticked of a choice; nothing of other fields.
fn offered(field: &FieldBody) -> String {
    let kind = serde_json::to_value(&field.kind).unwrap_or_default();
    let options = kind.get("choice").or_else(|| kind.get("several")).and_then(|options| options.as_array());
    let ticks = |options: &Vec<serde_json::Value>| {
        let texts = options.iter().filter_map(|option| option.as_str());
        texts.map(|text| format!("□{text}")).collect::<Vec<_>>().join("　")
    };
    match (options, kind.as_str()) {
        (Some(options), _) => ticks(options),
        (None, Some("yesNo")) => "□是　□否".to_owned(),
        (None, _) => String::new(),
    }
}

/// What is filled in: short fields, and those that take the whole width.
fn fields(kinds: &[FieldBody], typed: &BTreeMap<String, String>) -> (Vec<NamedText>, Vec<NamedText>) {
    let named = |field: &FieldBody| {
        let text = typed.get(&field.code).map(|text| said::field(&field.kind, text));
        let asked = field
            .when
            .as_ref()
            .is_none_or(|when| typed.get(&when.field).is_some_and(|text| when.is.contains(text)));
        (asked || text.is_some()).then(|| {
            (is_wide(field), NamedText { name: field.label.clone(), text: text.unwrap_or_default() })
        })
    };
    let (wide, short): (Vec<_>, Vec<_>) = kinds.iter().filter_map(named).partition(|(wide, _)| *wide);
    (short.into_iter().map(|(_, one)| one).collect(), wide.into_iter().map(|(_, one)| one).collect())
}

fn facts(of: &FormView) -> Vec<NamedText> {
    let engineer = of.engineer.as_deref().map(|no| said::person(of.engineer_name.as_deref(), Some(no)));
    let linked = [
        ("customer", of.customer.clone()),
        ("engineer", engineer),
        ("ticket", of.ticket.clone()),
        ("opportunity", of.opportunity.clone()),
    ];
    let named = |name: String, text: String| NamedText { name, text };
    let links = linked.into_iter().filter_map(|(link, text)| Some(named(said::of("link", link), text?)));
    [
        named("日期".to_owned(), of.on.clone()),
        named("登记人".to_owned(), of.registered_by.clone()),
        named("状态".to_owned(), said::of("formState", &of.state)),
    ]
    .into_iter()
    .chain(links)
    .collect()
}

fn parts(of: &FormView) -> Vec<TicketPartLine> {
    let label = |code: &str| of.kind.items.iter().find(|one| one.code == code).map(|one| one.label.clone());
    let asked = of.items.iter().filter(|item| item.asked || item.state != "open");
    asked
        .map(|item| TicketPartLine {
            part: label(&item.item).unwrap_or_else(|| item.item.clone()),
            state: said::of("partState", &item.state),
            note: item.reason.clone().or_else(|| item.on.clone()).unwrap_or_default(),
        })
        .collect()
}

fn steps(of: &FormView) -> Vec<FormStepLine> {
    let taken = of.steps.iter().map(|taken| {
        let step = of.kind.steps.iter().find(|step| step.code == taken.step);
        let (short, wide) = fields(step.map_or(&[][..], |step| &step.fields), &taken.fields);
        let written = short.into_iter().chain(wide).filter(|one| !one.text.is_empty());
        let mut lines: Vec<String> = written.map(|one| format!("{}：{}", one.name, one.text)).collect();
        lines.extend(taken.text.clone());
        let who = taken.person.clone().unwrap_or_else(|| taken.by.clone());
        let mut by = vec![who, taken.on.clone()];
        if let Some(basis) = &taken.basis {
            by.push(format!("{} 代录，依据 {basis}", taken.by));
        }
        FormStepLine {
            step: step.map_or_else(|| taken.step.clone(), |step| step.label.clone()),
            outcome: said::of("stepOutcome", &taken.outcome),
            text: lines.join("\n"),
            by: by.join("\n"),
        }
    });
    // What is still to be done is printed empty, so that it can be signed on paper.
    let next =
        of.next_step.as_ref().and_then(|code| of.kind.steps.iter().position(|step| step.code == *code));
    let open =
        next.map(|place| &of.kind.steps[place..]).unwrap_or_default().iter().map(|step| FormStepLine {
            step: step.label.clone(),
            outcome: String::new(),
            text: LINES.to_owned(),
            by: "　\n　　年　月　日".to_owned(),
        });
    taken.chain(open).collect()
}

fn tasks(of: &FormView) -> Vec<FormTaskLine> {
    let line = |task: &crate::registers::TaskLine| FormTaskLine {
        text: task.text.clone().unwrap_or_default(),
        who: task.name.clone().unwrap_or_default(),
        until: task.until.clone(),
        state: std::iter::once(said::of("taskState", &task.state))
            .chain(task.note.clone())
            .collect::<Vec<_>>()
            .join("\n"),
    };
    of.tasks.iter().map(line).collect()
}
