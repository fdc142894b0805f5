//! What is said with customers and among colleagues, and the forms that are filled in about it.

mod plan;
mod words;

use super::Customer;
use crate::demo::year::{Stage, unit_code};
use crate::error::AppError;
use crate::registers::{EndTask, LinksBody, RegisterForm, SetFormItem, TakeFormStep, TaskBody, VoidForm};
use crate::ticket::StepOfAnother;
use chrono::{DateTime, Utc};
pub(super) use plan::talks;
use std::collections::BTreeMap;

/// A form as it is planned.
pub(super) struct Talk {
    pub unit: &'static str,
    pub kind: &'static str,
    pub customer: Option<usize>,
    pub project: Option<usize>,
    pub engineer: Option<String>,
    pub title: String,
    pub fields: BTreeMap<String, String>,
    pub tasks: Vec<TaskBody>,
    /// When the last of what is planned with it will be done.
    pub last: DateTime<Utc>,
    /// Its number, once it is registered.
    pub number: Option<String>,
}

/// Something that is done with a form.
#[derive(Clone, Copy)]
pub(super) enum TalkAct {
    Register,
    /// A part of its checklist: done, or not needed.
    Item(&'static str, bool),
    Step(&'static Step),
    EndTask(u32, bool),
    Void,
}

/// A step, and what is said with it.
pub(super) struct Step {
    pub code: &'static str,
    pub outcome: &'static str,
    pub by: By,
    pub fields: &'static [(&'static str, &'static str)],
    pub text: Option<&'static str>,
}

/// Who takes a step.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    Manager,
    Leader,
    /// Entered for somebody else.
    Other(&'static str),
}

impl TalkAct {
    /// Whether the unit's leader does it.
    pub(super) fn is_leaders(self) -> bool {
        matches!(self, Self::Step(Step { by: By::Leader, .. }))
    }
}

impl Stage<'_> {
    pub(super) fn talk(
        &mut self,
        talk: &mut Talk,
        customer: Option<&Customer>,
        opportunity: Option<String>,
        act: TalkAct,
    ) -> Result<(), AppError> {
        if let TalkAct::Register = act {
            let registered = self.app.invoke(RegisterForm {
                unit: unit_code(talk.unit)?,
                kind: talk.kind.to_owned(),
                own: false,
                title: talk.title.clone(),
                on: None,
                links: LinksBody {
                    customer: None,
                    customer_no: customer.and_then(|customer| customer.number.clone()),
                    engineer: talk.engineer.clone(),
                    ticket: None,
                    opportunity,
                },
                fields: talk.fields.clone(),
                tasks: talk.tasks.clone(),
            })?;
            talk.number = Some(registered.form);
            return Ok(());
        }
        let Some(form) = talk.number.clone() else { return Ok(()) };
        match act {
            TalkAct::Register => {}
            TalkAct::Item(item, done) => {
                let state = if done { "done" } else { "notApplicable" }.to_owned();
                let reason = (!done).then(|| "本次不需要".to_owned());
                self.app.invoke(SetFormItem { form, item: item.to_owned(), state, file: None, reason })?;
            }
            TalkAct::Step(step) => {
                let behalf = match step.by {
                    By::Other(person) => Some(StepOfAnother {
                        person: person.to_owned(),
                        basis: "快文审批".to_owned(),
                        evidence: None,
                    }),
                    By::Manager | By::Leader => None,
                };
                let field = |(code, text): &(&str, &str)| ((*code).to_owned(), (*text).to_owned());
                self.app.invoke(TakeFormStep {
                    form,
                    step: step.code.to_owned(),
                    outcome: step.outcome.to_owned(),
                    on: None,
                    fields: step.fields.iter().map(field).collect(),
                    text: step.text.map(str::to_owned),
                    behalf,
                })?;
            }
            TalkAct::EndTask(number, done) => {
                let note =
                    if done { "已完成，材料已发客户经理" } else { "客户推迟，另行安排" };
                self.app.invoke(EndTask { form, number, done, on: None, note: Some(note.to_owned()) })?;
            }
            TalkAct::Void => {
                self.app.invoke(VoidForm { form, reason: "与另一份重复登记".to_owned() })?;
            }
        }
        Ok(())
    }
}
