//! Registers (台账): minutes and tasks, talks with customers, visits, complaints, product problems, and every other form.

mod due;
mod files;
mod list;
mod register;
mod reminder;
mod sheet;
mod step;
mod survey;
mod task;
mod types;
mod view;
mod words;

pub(crate) use due::{forms_due, own_units};
pub use files::{
    AttachFormFile, LookAtFormFile, SaveFormFile, StrikeFormFile, attach, look_at_file, save_file, strike,
};
pub use list::{ExportForms, FormLine, Forms, FormsView, export, forms};
pub use register::{
    CorrectForm, FormRegisteredView, LinksBody, RegisterForm, TaskBody, VoidForm, correct, register, void,
};
pub(crate) use reminder::reminded;
pub use reminder::{ReminderLine, Reminders, reminders};
pub use sheet::{FormsImportedView, ImportForms, MakeFormSheet, import, make_sheet};
pub use step::{SetFormItem, TakeFormStep, item, take_step};
pub use survey::{ExportSurvey, SurveyResults, SurveyResultsView, export_results, results};
pub use task::{
    EndTask, ExportTasks, GiveTask, MoveTask, TaskLine, Tasks, TasksView, end, export_tasks, give, move_task,
    tasks,
};
pub use types::{
    FormTypeBody, FormTypeView, FormTypes, IssueCommonFormType, IssueFormType, RetireCommonFormType,
    RetireFormType, issue, issue_common, retire, retire_common, types,
};
pub use view::{Form, FormView, form};
