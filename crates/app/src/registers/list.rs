//! Lists of forms.

use super::words::{engineers, kept};
use crate::api::Act;
use crate::copies::handed_out;
use crate::error::AppError;
use crate::exchange::{FileView, write_file};
use crate::opportunity::seen_units;
use crate::organisation::word;
use crate::parse::{self, choice, text_given};
use crate::restricted::{does_work, seen};
use crate::session::App;
use crate::ticket::{FieldBody, said, same_shape, standing_days, standing_word, texts_of};
use domain::registers::{FormPart, FormState, FormType, FormTypeKey, stands};
use ledger::registers::list::{FormRow, SortBy, Wanted, found};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use ts_rs::TS;

/// Lists forms, a page at a time.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct Forms {
    /// Of that unit; of all that one sees where absent.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub unit: Option<String>,
    /// In these registers; in all where empty.
    #[serde(default)]
    pub registers: Vec<String>,
    /// In these states; in all where empty.
    #[serde(default)]
    pub states: Vec<String>,
    /// Of that type, by code.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub kind: Option<String>,
    /// Linked to that engineer.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub engineer: Option<String>,
    /// Linked to that ticket.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub ticket: Option<String>,
    /// Linked to that customer, by number.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub customer: Option<String>,
    /// Linked to that opportunity.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub opportunity: Option<String>,
    /// Complaints with one of these verdicts.
    #[serde(default)]
    pub verdicts: Vec<String>,
    /// Of that day or after it.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub from: Option<String>,
    /// Of that day or before it.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub to: Option<String>,
    /// Only what is late.
    #[serde(default)]
    pub overdue: bool,
    /// Words of number, title or customer.
    #[serde(default)]
    pub text: String,
    /// `day`, `due` or `number`.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub sort: Option<String>,
    /// The other way round.
    #[serde(default)]
    pub descending: bool,
    /// So many are passed over.
    #[serde(default)]
    pub offset: u32,
    /// So many at most; 100 where absent.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub limit: Option<u32>,
}

/// A form in a list.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct FormLine {
    /// 编号.
    pub form: String,
    /// 单位代码.
    pub unit: String,
    /// Its register.
    pub register: String,
    /// Its type, in words.
    pub kind: String,
    /// What it is about.
    pub title: String,
    /// Its day.
    pub on: String,
    /// The customer's organisation.
    pub customer: Option<String>,
    /// 工号.
    pub engineer: Option<String>,
    /// Their name.
    pub engineer_name: Option<String>,
    /// 工单号.
    pub ticket: Option<String>,
    /// Where it stands.
    pub state: String,
    /// The step that comes next, in words.
    pub next_step: Option<String>,
    /// The verdict on a complaint.
    pub verdict: Option<String>,
    /// The last day.
    pub due_on: Option<String>,
    /// `overdue`, `soon` or `running`, where there is a last day.
    pub standing: Option<String>,
    /// Working days late, or left.
    pub days: Option<u32>,
}

/// A page of forms.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct FormsView {
    /// The page.
    pub lines: Vec<FormLine>,
    /// All that were found.
    pub total: u32,
}

/// Writes a list of forms as a workbook, with what is filled in.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ExportForms {
    /// Which, and in which order; all pages of them.
    pub list: Forms,
    /// The file.
    pub out: String,
}

/// A page at most, and rows of a workbook.
const LONGEST_PAGE: u32 = 1_000;
const MOST_ROWS: u32 = 100_000;

fn wanted(app: &App, request: Forms, most: u32) -> Result<Option<Wanted>, AppError> {
    let Some(units) = seen_units(app, request.unit.as_deref())? else { return Ok(None) };
    let all = |texts: &[String]| texts.iter().map(|text| choice(text)).collect::<Result<_, _>>();
    let day = |text: &Option<String>| text_given(text.as_deref()).map(parse::date).transpose();
    let ticket = text_given(request.ticket.as_deref());
    let unknown = |text: &str| domain::Refusal::UnknownTicket { ticket: text.to_owned() };
    Ok(Some(Wanted {
        units,
        registers: request.registers.iter().map(|text| choice(text)).collect::<Result<_, _>>()?,
        states: request.states.iter().map(|text| choice(text)).collect::<Result<_, _>>()?,
        kind: request.kind.filter(|code| !code.is_empty()),
        engineer: text_given(request.engineer.as_deref()).map(parse::staff_no).transpose()?,
        ticket: ticket.map(|text| text.parse().map_err(|_| unknown(text))).transpose()?,
        customer: text_given(request.customer.as_deref()).map(crate::customer::number).transpose()?,
        opportunity: text_given(request.opportunity.as_deref())
            .map(crate::opportunity::number)
            .transpose()?,
        verdicts: all(&request.verdicts)?,
        from: day(&request.from)?,
        to: day(&request.to)?,
        counted: false,
        late_on: request.overdue.then(|| app.today()).transpose()?,
        text: request.text,
        sort: match request.sort.as_deref().unwrap_or("day") {
            "day" => SortBy::Day,
            "due" => SortBy::Due,
            "number" => SortBy::Number,
            other => return Err(AppError::refused("notInList", serde_json::json!({ "value": other }))),
        },
        descending: request.descending,
        offset: request.offset,
        limit: request.limit.unwrap_or(100).min(most),
    }))
}

/// `forms`.
pub fn forms(app: &mut App, request: Forms) -> Result<FormsView, AppError> {
    let Some(wanted) = wanted(app, request, LONGEST_PAGE)? else {
        return Ok(FormsView { lines: Vec::new(), total: 0 });
    };
    let (rows, total) = found(app.conn()?, &wanted)?;
    let kinds = kinds(app, &rows)?;
    Ok(FormsView { lines: lines(app, &rows, &kinds)?, total })
}

type Kinds = BTreeMap<(FormTypeKey, u32), FormType>;

fn kinds(app: &App, rows: &[FormRow]) -> Result<Kinds, AppError> {
    let mut kinds = BTreeMap::new();
    for row in rows {
        if let Entry::Vacant(place) = kinds.entry((row.kind.clone(), row.kind_version)) {
            place.insert(ledger::registers::query::kind(app.conn()?, &row.kind, row.kind_version)?);
        }
    }
    Ok(kinds)
}

fn lines(app: &App, rows: &[FormRow], kinds: &Kinds) -> Result<Vec<FormLine>, AppError> {
    let today = app.today()?;
    let calendar = ledger::organisation::query::working_days(app.conn()?)?;
    let names = engineers(app, rows.iter().filter_map(|row| row.engineer.as_ref()))?;
    let line = |row: &FormRow| {
        let kind = kinds.get(&(row.kind.clone(), row.kind_version));
        let next = row.next_step.as_ref().and_then(|code| kind?.steps.iter().find(|step| step.code == *code));
        let due_on = row.due_on.filter(|_| row.state == FormState::Open);
        let stands = due_on.map(|due| stands(due, None, today, &calendar));
        FormLine {
            form: row.no.to_string(),
            unit: row.no.unit.to_string(),
            register: word(&row.no.register),
            kind: kind.map_or_else(|| row.kind.code.clone(), |kind| kind.label.clone()),
            title: row.title.clone(),
            on: row.on.to_string(),
            customer: row.customer.clone(),
            engineer: row.engineer.as_ref().map(ToString::to_string),
            engineer_name: row.engineer.as_ref().and_then(|no| names.get(no).cloned()),
            ticket: row.ticket.as_ref().map(ToString::to_string),
            state: word(&row.state),
            next_step: next.map(|step| step.label.clone()),
            verdict: row.verdict.as_ref().map(word),
            due_on: due_on.map(|day| day.to_string()),
            standing: stands.map(|stands| standing_word(stands).to_owned()),
            days: stands.and_then(standing_days),
        }
    };
    Ok(rows.iter().map(line).collect())
}

/// `exportForms`.
pub fn export(app: &mut App, request: ExportForms) -> Result<FileView, AppError> {
    let unit = text_given(request.list.unit.as_deref()).map(parse::unit).transpose()?;
    let list = Forms { offset: 0, limit: Some(MOST_ROWS), ..request.list };
    let rows = match wanted(app, list, MOST_ROWS)? {
        Some(wanted) => ledger::registers::list::page(app.conn()?, &wanted)?,
        None => Vec::new(),
    };
    let kinds = kinds(app, &rows)?;
    let lines = lines(app, &rows, &kinds)?;
    // Each field is a column, named as it is called; the same name in two types is the same column.
    let mut columns: Vec<String> = Vec::new();
    for field in kinds.values().flat_map(|kind| &kind.fields) {
        if !columns.contains(&field.label) {
            columns.push(field.label.clone());
        }
    }
    let fixed = [
        "编号",
        "表单",
        "标题",
        "日期",
        "客户",
        "相关人员",
        "工单号",
        "状态",
        "认定",
        "下一步",
        "期限",
        "期限情况",
        "单位代码",
    ];
    let headings: Vec<String> = fixed.map(str::to_owned).into_iter().chain(columns.iter().cloned()).collect();
    let mut table = Vec::new();
    for (row, line) in rows.iter().zip(lines) {
        let personal = kept(app.conn()?, &row.no, FormPart::Fields(row.version), row.text.as_ref())?;
        let fields = kinds.get(&(row.kind.clone(), row.kind_version)).map_or(&[][..], |kind| &kind.fields);
        let works = does_work(app, Act::CorrectForm, &row.no.unit)?;
        let texts = seen(texts_of(&row.answers, personal), fields, works);
        let mut cells = vec![
            line.form,
            line.kind,
            line.title,
            line.on,
            line.customer.unwrap_or_default(),
            line.engineer
                .as_deref()
                .map(|no| said::person(line.engineer_name.as_deref(), Some(no)))
                .unwrap_or_default(),
            line.ticket.unwrap_or_default(),
            said::of("formState", &line.state),
            line.verdict.map(|verdict| said::of("stepOutcome", &verdict)).unwrap_or_default(),
            line.next_step.unwrap_or_default(),
            line.due_on.unwrap_or_default(),
            line.standing.map(|standing| said::standing(&standing, line.days)).unwrap_or_default(),
            line.unit,
        ];
        let kind = kinds.get(&(row.kind.clone(), row.kind_version));
        for column in &columns {
            let field = kind.and_then(|kind| kind.fields.iter().find(|field| field.label == *column));
            let text = field.and_then(|field| Some((field, texts.get(&field.code)?)));
            cells.push(match text {
                Some((field, text)) => {
                    let body: FieldBody = same_shape(field)?;
                    said::field(&body.kind, text)
                }
                None => String::new(),
            });
        }
        table.push(cells);
    }
    let bytes = ::sheet::list_workbook("台账", &headings, &table)?;
    handed_out(app, "exportForms", unit, write_file(&request.out, &bytes)?)
}
