//! Registers and forms: listed, given out, filled in, printed.

use super::{Program, typed_fields, unit};
use crate::arguments::{Form as Typed, FormFill, FormList, Register};
use crate::output::{Answer, Side, table};
use app::AppError;
use app::requests::{
    ExportForms, ExportTasks, Form, FormTypes, FormView, Forms, LinksBody, MakeBlankForm, MakeFormPaper,
    RegisterForm, StepOfAnother, TakeFormStep, Tasks,
};

impl Program {
    pub(super) fn registers(&mut self, command: Register) -> Result<Answer, AppError> {
        match command {
            Register::List { register, list } => self.forms(register.into_iter().collect(), list),
            Register::Tasks { unit, state, staff, overdue, limit, out } => {
                let list =
                    Tasks { unit, states: state, engineer: staff, overdue, offset: 0, limit: Some(limit) };
                if let Some(out) = out {
                    let written = self.invoke(ExportTasks { list, out })?;
                    return self.written(&written);
                }
                self.tasks(list)
            }
        }
    }

    pub(super) fn form(&mut self, command: Typed) -> Result<Answer, AppError> {
        match command {
            Typed::List(list) => self.forms(vec!["form".to_owned()], list),
            Typed::Types { unit } => self.form_types(unit),
            Typed::Show { form } => {
                let view = self.invoke(Form { form })?;
                let text = self.form_shown(&view);
                Answer::of(&view, text)
            }
            Typed::Fill(fill) => self.fill(fill),
            Typed::Step { form, step, outcome, text, on, field, person, basis } => {
                let behalf = basis.map(|basis| StepOfAnother {
                    person: person.unwrap_or_default(),
                    basis,
                    evidence: None,
                });
                let fields = typed_fields(field)?;
                self.record(TakeFormStep { form, step, outcome, on, fields, text, behalf })
            }
            Typed::Paper { form, out } => {
                let made = self.invoke(MakeFormPaper { form, out })?;
                self.written(&made)
            }
            Typed::Blank { unit, kind, own, out } => {
                let made = self.invoke(MakeBlankForm { unit, kind, own, out })?;
                self.written(&made)
            }
        }
    }

    fn forms(&mut self, registers: Vec<String>, list: FormList) -> Result<Answer, AppError> {
        let asked = Forms {
            unit: list.unit,
            registers,
            states: list.state,
            kind: list.kind,
            engineer: list.staff,
            ticket: list.ticket,
            customer: list.customer,
            opportunity: list.opportunity,
            from: list.from,
            to: list.to,
            overdue: list.overdue,
            text: list.find.unwrap_or_default(),
            sort: list.sort,
            descending: list.descending,
            limit: Some(list.limit),
            ..Forms::default()
        };
        if let Some(out) = list.out {
            let written = self.invoke(ExportForms { list: asked, out })?;
            return self.written(&written);
        }
        let found = self.invoke(asked)?;
        let headings = ["form", "kind", "title", "on", "customer", "staff", "state", "next"];
        let rows = found.lines.iter().map(|line| {
            let or_empty = |text: &Option<String>| text.clone().unwrap_or_default();
            let verdict = line.verdict.as_ref().map(|verdict| self.words.term("stepOutcome", verdict));
            let state = self.words.term("formState", &line.state);
            vec![
                line.form.clone(),
                line.kind.clone(),
                line.title.clone(),
                line.on.clone(),
                or_empty(&line.customer),
                line.engineer_name.clone().or_else(|| line.engineer.clone()).unwrap_or_default(),
                verdict.map_or(state.clone(), |verdict| format!("{state} {verdict}")),
                or_empty(&line.next_step),
            ]
        });
        let rows = rows.collect();
        let mut text = table(&headings.map(|key| self.form_heading(key)), rows);
        text.push('\n');
        text.push_str(&self.say("form.found", &[("total", &found.total.to_string())]));
        Answer::of(&found, text)
    }

    fn form_heading(&self, key: &str) -> (String, Side) {
        (self.words.plain(&format!("form.{key}")), Side::Left)
    }

    fn tasks(&mut self, list: Tasks) -> Result<Answer, AppError> {
        let found = self.invoke(list)?;
        let headings = ["form", "task", "owner", "until", "state", "standing"];
        let rows = found.lines.iter().map(|line| {
            let or_empty = |text: &Option<String>| text.clone().unwrap_or_default();
            vec![
                format!("{}#{}", line.form, line.number),
                or_empty(&line.text),
                line.name.clone().or_else(|| line.staff_no.clone()).unwrap_or_default(),
                line.until.clone(),
                self.words.term("taskState", &line.state),
                self.standing(&line.standing, line.days),
            ]
        });
        let rows = rows.collect();
        let mut text = table(&headings.map(|key| self.form_heading(key)), rows);
        text.push('\n');
        text.push_str(&self.say("form.tasks", &[("total", &found.total.to_string())]));
        Answer::of(&found, text)
    }

    fn form_types(&mut self, unit: String) -> Result<Answer, AppError> {
        let types = self.invoke(FormTypes { unit })?;
        let headings = ["code", "label", "register"].map(|key| self.form_heading(key));
        let rows = types.iter().map(|known| {
            let body = &known.body;
            vec![body.code.clone(), body.label.clone(), self.words.term("register", &body.register)]
        });
        let text = table(&headings, rows.collect());
        Answer::of(&types, text)
    }

    fn fill(&mut self, typed: FormFill) -> Result<Answer, AppError> {
        let made = self.invoke(RegisterForm {
            unit: unit(&typed.unit)?,
            kind: typed.kind,
            own: typed.own,
            title: typed.title,
            on: typed.on,
            links: LinksBody {
                customer: typed.customer,
                customer_no: None,
                engineer: typed.staff,
                ticket: typed.ticket,
                opportunity: typed.opportunity,
            },
            fields: typed_fields(typed.field)?,
            tasks: Vec::new(),
        })?;
        let text = self.say("form.registered", &[("form", &made.form)]);
        Answer::of(&made, text)
    }

    /// A form in lines: where it stands, what is filled in, what is missing, its history.
    fn form_shown(&self, view: &FormView) -> String {
        let words = self.words;
        let or_none = |text: &Option<String>| text.clone().unwrap_or_else(|| "—".to_owned());
        let values = [
            ("form", view.form.clone()),
            ("title", view.title.clone()),
            ("kind", view.kind.label.clone()),
            ("state", words.term("formState", &view.state)),
            ("on", view.on.clone()),
            ("customer", or_none(&view.customer)),
            ("staff", or_none(&view.engineer_name)),
        ];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        let mut lines = vec![self.say("form.head", &values)];
        let filled = view.kind.fields.iter().filter_map(|field| {
            let text = view.fields.get(&field.code)?;
            Some(format!("{}：{text}", field.label))
        });
        lines.extend(filled);
        let missing: Vec<&str> = view.missing.iter().map(|gap| gap.label.as_str()).collect();
        if !missing.is_empty() {
            lines.push(self.say("form.missing", &[("gaps", &missing.join("、"))]));
        }
        lines.extend(view.acts.iter().map(|act| self.said(&act.at, &act.kind, &act.by, act.text.as_deref())));
        lines.join("\n")
    }
}
