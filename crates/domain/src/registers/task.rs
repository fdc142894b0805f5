//! Tasks (任务) that come out of a form: what, who, until when; done or not, with a note (COM-03).

use super::{FilledForm, FormNo};
use crate::event::{Event, TaskEnded, TaskGiven, TaskMoved};
use crate::kernel::StaffNo;
use crate::refusal::Refusal;
use crate::ticket::Words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Where a task stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TaskState {
    /// 待完成.
    Open,
    /// 已完成.
    Done,
    /// 未完成: given up, with the reason.
    NotDone,
}

/// Who does a task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TaskOwner {
    /// An engineer.
    Engineer(StaffNo),
    /// Somebody else, whose name is kept beside the journal.
    Other,
}

/// A task.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// 1, 2, … of its form.
    pub number: u32,
    /// Who.
    pub owner: TaskOwner,
    /// The last day.
    pub until: NaiveDate,
    /// Where it stands.
    pub state: TaskState,
    /// Ended on that day.
    pub ended_on: Option<NaiveDate>,
}

/// A task to be given.
#[derive(Clone, Debug)]
pub struct NewTask {
    /// Who.
    pub owner: TaskOwner,
    /// The last day.
    pub until: NaiveDate,
    /// What, and the name of whoever is no engineer.
    pub words: Words,
}

/// Gives a task out of a form; `number` is that of its words.
fn give(form: &FormNo, on: NaiveDate, task: u32, number: u32, new: NewTask) -> Result<Event, Refusal> {
    let Some(words) = new.words.kept.filter(|_| new.words.text) else {
        return Err(Refusal::TaskWithoutText);
    };
    if new.until < on {
        return Err(Refusal::TaskUntilBefore { day: on });
    }
    Ok(Event::TaskGiven(TaskGiven {
        form: form.clone(),
        task,
        number,
        owner: new.owner,
        until: new.until,
        words,
    }))
}

impl NewTask {
    /// The task of that place among those given with a new form; its words have the same number.
    ///
    /// # Errors
    /// [`Refusal::TaskWithoutText`], [`Refusal::TaskUntilBefore`].
    pub fn with_form(self, form: &FormNo, on: NaiveDate, place: u32) -> Result<Event, Refusal> {
        give(form, on, place, place, self)
    }
}

impl FilledForm {
    /// Gives a task.
    ///
    /// # Errors
    /// [`Refusal::FormEnded`], [`Refusal::TasksNotKept`], [`Refusal::TaskWithoutText`], [`Refusal::TaskUntilBefore`].
    pub fn give_task(&self, new: NewTask) -> Result<Vec<Event>, Refusal> {
        self.lives()?;
        if !self.kind.tasks {
            return Err(Refusal::TasksNotKept { kind: self.kind.label.clone() });
        }
        let task = u32::try_from(self.tasks.len()).unwrap_or(u32::MAX) + 1;
        Ok(vec![give(&self.no, self.on, task, self.next_words, new)?])
    }

    fn task(&self, number: u32) -> Result<&Task, Refusal> {
        let unknown = || Refusal::UnknownTask { form: self.no.clone(), number };
        self.tasks.iter().find(|task| task.number == number).ok_or_else(unknown)
    }

    /// Gives an open task another last day, or to somebody else, with the reason.
    ///
    /// # Errors
    /// [`Refusal::FormEnded`], [`Refusal::UnknownTask`], [`Refusal::TaskHasEnded`], [`Refusal::TaskUntilBefore`],
    /// [`Refusal::ReasonNeeded`].
    pub fn move_task(
        &self,
        number: u32,
        owner: TaskOwner,
        until: NaiveDate,
        words: Words,
    ) -> Result<Vec<Event>, Refusal> {
        self.lives()?;
        let task = self.task(number)?;
        if task.state != TaskState::Open {
            return Err(Refusal::TaskHasEnded { number });
        }
        if until < self.on {
            return Err(Refusal::TaskUntilBefore { day: self.on });
        }
        if task.until == until && task.owner == owner && owner != TaskOwner::Other {
            return Ok(Vec::new());
        }
        let words = words.needed()?.kept;
        let form = self.no.clone();
        Ok(vec![Event::TaskMoved(TaskMoved {
            form,
            task: number,
            number: self.next_words,
            owner,
            until,
            words,
        })])
    }

    /// Says whether a task was done. One that was entered wrongly is said anew, with the reason.
    ///
    /// # Errors
    /// [`Refusal::FormEnded`], [`Refusal::UnknownTask`], [`Refusal::DayOutside`], [`Refusal::ReasonNeeded`] where it was not
    /// done, or is said anew.
    pub fn end_task(
        &self,
        number: u32,
        done: bool,
        on: NaiveDate,
        words: Words,
        today: NaiveDate,
    ) -> Result<Vec<Event>, Refusal> {
        self.lives()?;
        let task = self.task(number)?;
        let from = self.on.min(today);
        if on < from || on > today {
            return Err(Refusal::DayOutside { day: on, from, to: today });
        }
        let said = if done { TaskState::Done } else { TaskState::NotDone };
        if task.state == said && task.ended_on == Some(on) {
            return Ok(Vec::new());
        }
        let anew = task.state != TaskState::Open;
        let words = if done && !anew { words.kept } else { words.needed()?.kept };
        let form = self.no.clone();
        Ok(vec![Event::TaskEnded(TaskEnded { form, task: number, number: self.next_words, done, on, words })])
    }
}
