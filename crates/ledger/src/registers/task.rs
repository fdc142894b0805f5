//! Lists of tasks, and what of forms and tasks has a last day.

use crate::column::{get, get_day, get_day_opt, get_opt, word};
use crate::filter::Filter;
use chrono::NaiveDate;
use domain::kernel::{Digest, StaffNo, UnitCode};
use domain::registers::{FormNo, Register, TaskState};
use rusqlite::{Connection, params_from_iter};

/// Which tasks, the earliest last day first.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// Of these units; of all where empty.
    pub units: Vec<UnitCode>,
    /// In these states; in all where empty.
    pub states: Vec<TaskState>,
    /// Of this engineer.
    pub engineer: Option<StaffNo>,
    /// Of this form.
    pub form: Option<FormNo>,
    /// Open with a last day before that one.
    pub late_on: Option<NaiveDate>,
    /// So many are passed over.
    pub offset: u32,
    /// So many at most.
    pub limit: u32,
}

/// A task in a list.
#[derive(Clone, Debug)]
pub struct TaskRow {
    /// 编号 of its form.
    pub form: FormNo,
    /// 1, 2, … of the form.
    pub task: u32,
    /// Whose; `None` where they are no engineer.
    pub engineer: Option<StaffNo>,
    /// The last day.
    pub until: NaiveDate,
    /// Where it stands.
    pub state: TaskState,
    /// Ended on that day.
    pub ended_on: Option<NaiveDate>,
    /// What is to be done: number and salted digest of its words.
    pub what: (u32, Digest),
    /// Whose it is where they are no engineer: number and salted digest of their name.
    pub who: (u32, Option<Digest>),
    /// How it ended: number and salted digest of the note.
    pub end: Option<(u32, Option<Digest>)>,
    /// The form's title.
    pub title: String,
    /// The form's register.
    pub register: Register,
}

impl Wanted {
    fn filter(&self) -> Filter {
        let mut filter = Filter::default();
        // A voided form's tasks are nobody's any longer.
        filter.and("form.state <> 'void'".to_owned());
        filter.one_of("form_task.unit", self.units.iter().map(UnitCode::to_string));
        filter.one_of("form_task.state", self.states.iter().map(word));
        filter.one_of("form_task.engineer", self.engineer.iter().map(StaffNo::to_string));
        filter.one_of("form_task.form", self.form.iter().map(FormNo::to_string));
        if let Some(day) = self.late_on {
            let place = filter.value(day.to_string());
            filter.and(format!("form_task.state = 'open' AND until_day < {place}"));
        }
        filter
    }
}

/// A page of them, and how many there are.
pub fn found(conn: &Connection, wanted: &Wanted) -> rusqlite::Result<(Vec<TaskRow>, u32)> {
    let mut filter = wanted.filter();
    let clause = filter.clause();
    let count = format!("SELECT count(*) FROM form_task JOIN form ON form.form = form_task.form {clause}");
    let total = conn.prepare_cached(&count)?.query_row(params_from_iter(&filter.values), |row| row.get(0))?;
    let (limit, offset) = (filter.value(i64::from(wanted.limit)), filter.value(i64::from(wanted.offset)));
    let text = format!(
        "{} {clause} ORDER BY form_task.state <> 'open', until_day, form_task.form, task LIMIT {limit} OFFSET {offset}",
        include_str!("sql/tasks.sql")
    );
    let rows = conn
        .prepare_cached(&text)?
        .query_map(params_from_iter(filter.values), |row| {
            let end = row.get::<_, Option<u32>>(11)?;
            Ok(TaskRow {
                form: get(row, 0)?,
                task: row.get(1)?,
                engineer: get_opt(row, 3)?,
                until: get_day(row, 4)?,
                state: get(row, 5)?,
                ended_on: get_day_opt(row, 6)?,
                what: (row.get(7)?, get(row, 8)?),
                who: (row.get(9)?, get_opt(row, 10)?),
                end: end.map(|number| Ok::<_, rusqlite::Error>((number, get_opt(row, 12)?))).transpose()?,
                title: row.get(13)?,
                register: get(row, 14)?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok((rows, total))
}

/// Forms with a last day.
pub type LastDays = Vec<(FormNo, NaiveDate)>;

/// Last days of open forms and of open tasks of these units.
pub fn last_days(conn: &Connection, units: &[UnitCode]) -> rusqlite::Result<(LastDays, LastDays)> {
    let read = |select: &str, unit: &str, open: &str| -> rusqlite::Result<LastDays> {
        let mut filter = Filter::default();
        filter.and(open.to_owned());
        filter.one_of(unit, units.iter().map(UnitCode::to_string));
        conn.prepare_cached(&format!("{select} {}", filter.clause()))?
            .query_map(params_from_iter(filter.values), |row| Ok((get(row, 0)?, get_day(row, 1)?)))?
            .collect()
    };
    let tasks = "SELECT form_task.form, until_day FROM form_task JOIN form ON form.form = form_task.form";
    Ok((
        read("SELECT form, due_on FROM form", "unit", "state = 'open' AND due_on IS NOT NULL")?,
        read(tasks, "form_task.unit", "form_task.state = 'open' AND form.state <> 'void'")?,
    ))
}
