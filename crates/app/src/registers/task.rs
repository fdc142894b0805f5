//! Tasks (任务) that come out of forms: given, moved, ended, listed.

use super::register::owner;
use super::words::{engineers, form_no, keep_words, kept, read};
use crate::api::Act;
use crate::copies::handed_out;
use crate::error::AppError;
use crate::exchange::{FileView, write_file};
use crate::opportunity::seen_units;
use crate::organisation::word;
use crate::parse::{self, choice, day_or, text_given};
use crate::session::{App, Receipt};
use crate::ticket::said;
use crate::ticket::{standing_days, standing_word};
use domain::registers::{FormPart, NewTask, TaskState, stands};
use ledger::registers::task::{TaskRow, Wanted, found};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Gives a task out of a form.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct GiveTask {
    /// 编号.
    pub form: String,
    /// The task.
    pub task: super::TaskBody,
}

/// Gives an open task another last day, or to somebody else.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct MoveTask {
    /// 编号 of its form.
    pub form: String,
    /// Which.
    pub number: u32,
    /// 工号, where it is an engineer.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub staff_no: Option<String>,
    /// The name of whoever is no engineer.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub person: Option<String>,
    /// The last day.
    pub until: String,
    /// Why.
    pub reason: String,
}

/// Says whether a task was done.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct EndTask {
    /// 编号 of its form.
    pub form: String,
    /// Which.
    pub number: u32,
    /// Whether it was done.
    pub done: bool,
    /// On that day; today where absent.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub on: Option<String>,
    /// How, or why not.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub note: Option<String>,
}

/// Lists tasks, the open ones with the earliest last day first.
#[derive(Clone, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct Tasks {
    /// Of that unit; of all that one sees where absent.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub unit: Option<String>,
    /// `open`, `done`, `notDone`; all where empty.
    #[serde(default)]
    pub states: Vec<String>,
    /// Of that engineer.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub engineer: Option<String>,
    /// Only what is late.
    #[serde(default)]
    pub overdue: bool,
    /// So many are passed over.
    #[serde(default)]
    pub offset: u32,
    /// So many at most; 100 where absent.
    #[serde(default)]
    #[ts(optional = nullable)]
    pub limit: Option<u32>,
}

/// A task in a list.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export_to = "bindings.ts")]
pub struct TaskLine {
    /// 编号 of its form.
    pub form: String,
    /// 1, 2, … of the form.
    pub number: u32,
    /// 单位代码.
    pub unit: String,
    /// The form's register.
    pub register: String,
    /// The form's title.
    pub title: String,
    /// What is to be done; absent where it was erased.
    pub text: Option<String>,
    /// 工号, where it is an engineer.
    pub staff_no: Option<String>,
    /// Whose; absent where the name was erased.
    pub name: Option<String>,
    /// The last day.
    pub until: String,
    /// `open`, `done` or `notDone`.
    pub state: String,
    /// Ended on that day.
    pub ended_on: Option<String>,
    /// How it ended.
    pub note: Option<String>,
    /// `overdue`, `soon`, `running`, `inTime` or `late`.
    pub standing: String,
    /// Working days late, or left.
    pub days: Option<u32>,
}

/// A page of tasks.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct TasksView {
    /// The page.
    pub lines: Vec<TaskLine>,
    /// All that were found.
    pub total: u32,
}

/// Writes a list of tasks as a workbook.
#[derive(Clone, Debug, Serialize, Deserialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct ExportTasks {
    /// Which; all pages of them.
    pub list: Tasks,
    /// The file.
    pub out: String,
}

/// `giveTask`.
pub fn give(app: &mut App, request: GiveTask) -> Result<Receipt, AppError> {
    let no = form_no(app, Act::GiveTask, &request.form)?;
    let task = request.task;
    let until = parse::date(&task.until)?;
    app.decide(|tx, _| {
        let form = read(tx.conn(), &no)?;
        let (owner, person) = owner(tx.conn(), task.staff_no.as_deref(), task.person.as_deref())?;
        let words = keep_words(tx, &no, form.next_words, &[("text", &task.text), ("who", &person)])?;
        Ok(form.give_task(NewTask { owner, until, words })?)
    })
}

/// `moveTask`.
pub fn move_task(app: &mut App, request: MoveTask) -> Result<Receipt, AppError> {
    let no = form_no(app, Act::MoveTask, &request.form)?;
    let until = parse::date(&request.until)?;
    app.decide(|tx, _| {
        let form = read(tx.conn(), &no)?;
        let (owner, person) = owner(tx.conn(), request.staff_no.as_deref(), request.person.as_deref())?;
        let words = keep_words(tx, &no, form.next_words, &[("text", &request.reason), ("who", &person)])?;
        Ok(form.move_task(request.number, owner, until, words)?)
    })
}

/// `endTask`.
pub fn end(app: &mut App, request: EndTask) -> Result<Receipt, AppError> {
    let no = form_no(app, Act::EndTask, &request.form)?;
    let today = app.today()?;
    let on = day_or(request.on.as_deref(), today)?;
    app.decide(|tx, _| {
        let form = read(tx.conn(), &no)?;
        let note = request.note.unwrap_or_default();
        let words = keep_words(tx, &no, form.next_words, &[("text", &note)])?;
        Ok(form.end_task(request.number, request.done, on, words, today)?)
    })
}

/// A page at most.
const LONGEST_PAGE: u32 = 10_000;

/// `tasks`.
pub fn tasks(app: &mut App, request: Tasks) -> Result<TasksView, AppError> {
    listed(app, &request)
}

fn listed(app: &App, request: &Tasks) -> Result<TasksView, AppError> {
    let Some(units) = seen_units(app, request.unit.as_deref())? else {
        return Ok(TasksView { lines: Vec::new(), total: 0 });
    };
    let wanted = Wanted {
        units,
        states: request.states.iter().map(|text| choice(text)).collect::<Result<_, _>>()?,
        engineer: text_given(request.engineer.as_deref()).map(parse::staff_no).transpose()?,
        form: None,
        late_on: request.overdue.then(|| app.today()).transpose()?,
        offset: request.offset,
        limit: request.limit.unwrap_or(100).min(LONGEST_PAGE),
    };
    let (rows, total) = found(app.conn()?, &wanted)?;
    Ok(TasksView { lines: lines(app, rows)?, total })
}

/// Rows as lists show them.
pub(super) fn lines(app: &App, rows: Vec<TaskRow>) -> Result<Vec<TaskLine>, AppError> {
    let (conn, today) = (app.conn()?, app.today()?);
    let calendar = ledger::organisation::query::working_days(conn)?;
    let names = engineers(app, rows.iter().filter_map(|row| row.engineer.as_ref()))?;
    rows.into_iter()
        .map(|row| {
            let text_of = |number: u32, digest: Option<&_>, name: &str| {
                let texts = kept(conn, &row.form, FormPart::Words(number), digest)?;
                Ok::<_, AppError>(texts.get(name).cloned())
            };
            let done_on = row.ended_on.filter(|_| row.state != TaskState::Open);
            let stands = stands(row.until, done_on, today, &calendar);
            let name = match &row.engineer {
                Some(staff_no) => names.get(staff_no).cloned(),
                None => text_of(row.who.0, row.who.1.as_ref(), "who")?,
            };
            let note = match &row.end {
                Some((number, digest)) => text_of(*number, digest.as_ref(), "text")?,
                None => None,
            };
            Ok(TaskLine {
                text: text_of(row.what.0, Some(&row.what.1), "text")?,
                form: row.form.to_string(),
                number: row.task,
                unit: row.form.unit.to_string(),
                register: word(&row.register),
                title: row.title.clone(),
                staff_no: row.engineer.as_ref().map(ToString::to_string),
                name,
                until: row.until.to_string(),
                state: word(&row.state),
                ended_on: row.ended_on.map(|day| day.to_string()),
                note,
                standing: standing_word(stands).to_owned(),
                days: standing_days(stands),
            })
        })
        .collect()
}

/// `exportTasks`.
pub fn export_tasks(app: &mut App, request: ExportTasks) -> Result<FileView, AppError> {
    let list = listed(app, &Tasks { offset: 0, limit: Some(LONGEST_PAGE), ..request.list.clone() })?;
    let headings = [
        "任务",
        "责任人",
        "完成期限",
        "状态",
        "完成情况",
        "结束日期",
        "期限情况",
        "来源编号",
        "来源",
        "单位代码",
    ];
    let rows = list.lines.into_iter().map(|line| {
        vec![
            line.text.unwrap_or_default(),
            said::person(line.name.as_deref(), line.staff_no.as_deref().or(line.name.as_deref())),
            line.until,
            said::of("taskState", &line.state),
            line.note.unwrap_or_default(),
            line.ended_on.unwrap_or_default(),
            said::standing(&line.standing, line.days),
            line.form,
            line.title,
            line.unit,
        ]
    });
    let bytes = ::sheet::list_workbook("任务", &headings.map(str::to_owned), &rows.collect::<Vec<_>>())?;
    let unit = text_given(request.list.unit.as_deref()).map(parse::unit).transpose()?;
    handed_out(app, "exportTasks", unit, write_file(&request.out, &bytes)?)
}
