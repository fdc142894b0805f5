//! How satisfied a customer is, and when somebody visits it next (CUS-01, CUS-02): read from the registers.

use crate::error::AppError;
use crate::session::App;
use crate::ticket::{Days, standing_days, standing_word};
use domain::customer::CustomerNo;
use domain::registers::{
    FormPlace, FormState, Marks, Places, Questionnaire, Register, Reminded, RemindedForm, survey_result,
};
use ledger::registers::list::{FormRow, Wanted, page};
use ledger::registers::{facts, query};
use serde::Serialize;
use std::collections::BTreeMap;
use ts_rs::TS;

/// What surveys about a customer came to.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct SatisfactionView {
    /// Mean of all marks, with two decimals; absent where none was given.
    pub mean: Option<String>,
    /// Questionnaires that gave a mark.
    pub questionnaires: u32,
    /// The last questionnaires, the newest first.
    pub last: Vec<QuestionnaireView>,
}

/// A questionnaire.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct QuestionnaireView {
    /// 编号.
    pub form: String,
    /// Its day.
    pub on: String,
    /// Mean of its marks; absent where it has none.
    pub mean: Option<String>,
    /// What the customer was called on it, where it was another name.
    pub customer: Option<String>,
}

/// A term of a visit.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct VisitTermView {
    /// What users call it.
    pub term: String,
    /// The last day for it.
    pub by: String,
    /// The time of that day, where it is an appointment: `09:30`.
    pub at: Option<String>,
    /// `overdue`, `soon` or `running`.
    pub standing: String,
    /// Working days late, or left.
    pub days: Option<u32>,
}

/// A visit that is planned.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct PlannedVisitView {
    /// 编号.
    pub form: String,
    /// What it is about.
    pub title: String,
    /// Its day.
    pub on: String,
    /// What is to be done for it before, and by when.
    pub terms: Vec<VisitTermView>,
}

/// Visits to a customer.
#[derive(Clone, Debug, Default, Serialize, TS)]
#[ts(export_to = "bindings.ts")]
pub struct VisitsView {
    /// The next one that is planned.
    pub next: Option<PlannedVisitView>,
    /// When it is to be visited or called again, after those that were.
    pub again: Option<VisitTermView>,
}

/// Questionnaires of one customer at most, and those that are shown.
const MOST: u32 = 10_000;
const SHOWN: usize = 5;
/// So many of the last visits and talks say when the next is due.
const LAST: u32 = 200;

fn of(no: &CustomerNo, registers: &[Register], limit: u32) -> Wanted {
    Wanted {
        customer: Some(no.clone()),
        registers: registers.to_vec(),
        counted: true,
        descending: true,
        limit,
        ..Wanted::default()
    }
}

fn mean(marks: &Marks) -> Option<String> {
    marks.mean().map(|mean| mean.round(2).to_string())
}

/// What surveys about a customer came to; `None` where there is none.
pub(super) fn satisfaction(
    app: &App,
    no: &CustomerNo,
    name: &str,
) -> Result<Option<SatisfactionView>, AppError> {
    let conn = app.conn()?;
    let (mut all, mut last) = (Vec::new(), Vec::new());
    let mut kinds = BTreeMap::new();
    for row in page(conn, &of(no, &[Register::Survey], MOST))? {
        let key = (row.kind.clone(), row.kind_version);
        if !kinds.contains_key(&key) {
            kinds.insert(key.clone(), query::kind(conn, &row.kind, row.kind_version)?);
        }
        let kind = &kinds[&key];
        let one = Questionnaire::read(kind, &row.answers, row.no.unit.clone(), row.engineer.clone());
        if last.len() < SHOWN {
            last.push(QuestionnaireView {
                form: row.no.to_string(),
                on: row.on.to_string(),
                mean: mean(&survey_result(std::slice::from_ref(&one)).all),
                customer: row.customer.filter(|customer| customer != name),
            });
        }
        all.push(one);
    }
    let marks = survey_result(&all).all;
    let found = !last.is_empty();
    Ok(found.then(|| SatisfactionView { mean: mean(&marks), questionnaires: marks.questionnaires, last }))
}

fn term(said: Reminded) -> VisitTermView {
    VisitTermView {
        term: said.title,
        by: said.by.to_string(),
        at: said.at.map(|time| time.format("%H:%M").to_string()),
        standing: standing_word(said.standing).to_owned(),
        days: standing_days(said.standing),
    }
}

/// When a customer is visited next.
pub(super) fn visits(app: &App, no: &CustomerNo) -> Result<VisitsView, AppError> {
    let (conn, today) = (app.conn()?, app.today()?);
    let rows = page(conn, &of(no, &[Register::Visit, Register::Contact], LAST))?;
    let days = Days::of(conn, today)?;
    let place = |row: &FormRow| FormPlace {
        no: row.no.clone(),
        kind: row.kind.code.clone(),
        on: row.on,
        about: no.to_string(),
    };
    let places: Places = rows.iter().map(place).collect();
    let planned = |row: &&FormRow| {
        row.no.register == Register::Visit
            && row.on >= today
            && matches!(row.state, FormState::Open | FormState::Returned)
    };
    let mut view = VisitsView::default();
    // The newest stand first.
    if let Some(row) = rows.iter().rfind(planned)
        && let Some(form) = facts::form(conn, &row.no)?
    {
        let asks = form.kind.reminders.iter().filter(|one| one.item.is_some());
        let known = RemindedForm { on: form.on, answers: &form.answers, items: &form.items, open: true };
        view.next = Some(PlannedVisitView {
            form: row.no.to_string(),
            title: row.title.clone(),
            on: row.on.to_string(),
            terms: asks.filter_map(|one| one.term_of(&known, &days.reckoning())).map(term).collect(),
        });
    }
    let mut again: Vec<Reminded> = Vec::new();
    for row in rows.iter().filter(|row| row.on <= today) {
        let kind = query::kind(conn, &row.kind, row.kind_version)?;
        let items = BTreeMap::new();
        let known = RemindedForm { on: row.on, answers: &row.answers, items: &items, open: false };
        let place = place(row);
        let asks =
            kind.reminders.iter().filter(|one| one.item.is_none() && !places.followed(&place, &one.next));
        again.extend(asks.filter_map(|one| one.term_of(&known, &days.reckoning())));
    }
    view.again = again.into_iter().min_by_key(|said| said.by).map(term);
    Ok(view)
}
