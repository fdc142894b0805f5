//! Registers (台账): what is written down by a form and followed to its end. Minutes of meetings and their tasks, talks with
//! customers, visits, complaints, product problems, and every other form of the province or a unit (catalogue sections 14,
//! 15, 25, 29).
//!
//! A form's type is data: fields, a checklist, steps of approval or work, how it is printed. Each register has its own
//! types; what the program itself reads of a form (whom a complaint is about, whether it was upheld, whose task is when)
//! stands outside the fields. Start reading at [`FilledForm`].

mod complaint;
mod due;
mod filled;
mod kind;
mod no;
mod part;
mod reminder;
mod step;
mod survey;
mod task;

pub use complaint::{Upheld, counted};
pub use due::{FormTask, form_due, stands, task_due};
pub use filled::{
    FilledForm, FormFile, FormGap, FormState, Links, NewForm, Rewritten, links_missing, register_form,
};
pub use kind::{
    FormStep, FormType, FormTypeKey, FormTypeKnown, Link, LinkAsked, PrintLayout, Register, StepBy, StepKind,
    default_form_types, issue_form_type, retire_form_type,
};
pub use no::{FormNo, FormNoRefusal};
pub use part::FormPart;
pub use reminder::{FormPlace, Places, Reminded, RemindedForm, Reminder, contract_ends};
pub use step::{StepAct, StepOutcome};
pub use survey::{Marks, Questionnaire, SurveyResult, is_question, mark_of, questions, survey_result};
pub use task::{NewTask, Task, TaskOwner, TaskState};

#[cfg(test)]
mod tests;
