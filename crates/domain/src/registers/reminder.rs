//! Reminders (提醒) that types of forms ask for: a visit is to be told of, a customer to be visited again, a survey to be held
//! again, a contract ends (SLA-16…SLA-19, SLA-27, SAT-03). How long before or after, the terms in force say.

use super::{FormNo, FormType};
use crate::deadline::{DeadlineRule, Direction, Lateness, Length, Reckoning, Standing, reminder, standing};
use crate::form::{Answer, Answers, Condition, ItemState};
use crate::organisation::ContractTerm;
use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A reminder that forms of a type give rise to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Reminder {
    /// The term, by its code among those in force.
    pub term: String,
    /// The field that holds the day it is counted from or up to; the form's own day where absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day: Option<String>,
    /// The field that holds the time of that day, for terms in minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<String>,
    /// The part of the checklist that ends it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item: Option<String>,
    /// A later form of any of these types, of the same customer, ends it; where no customer is named, one with the same title.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub next: Vec<String>,
    /// Only where this holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
}

/// What is known of a form when its reminders are asked for.
#[derive(Clone, Copy, Debug)]
pub struct RemindedForm<'a> {
    /// Its day.
    pub on: NaiveDate,
    /// Fields.
    pub answers: &'a Answers,
    /// Where its checklist stands.
    pub items: &'a BTreeMap<String, ItemState>,
    /// Whether its steps are not all taken.
    pub open: bool,
}

/// Where a form stands among those about the same customer; where no customer is named, among those with the same title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormPlace {
    /// 编号.
    pub no: FormNo,
    /// Its type, by code.
    pub kind: String,
    /// Its day.
    pub on: NaiveDate,
    /// 客户编号, the customer's name, or its title.
    pub about: String,
}

/// Forms by what they are about, so that one can ask what came after.
#[derive(Clone, Debug, Default)]
pub struct Places(BTreeMap<String, Vec<FormPlace>>);

impl FromIterator<FormPlace> for Places {
    fn from_iter<I: IntoIterator<Item = FormPlace>>(places: I) -> Self {
        let mut all = Self::default();
        for place in places {
            all.0.entry(place.about.clone()).or_default().push(place);
        }
        all
    }
}

impl Places {
    /// Whether a form of any of these types came after that one.
    #[must_use]
    pub fn followed(&self, place: &FormPlace, by: &[String]) -> bool {
        let after = |one: &FormPlace| (one.on, &one.no) > (place.on, &place.no) && by.contains(&one.kind);
        self.0.get(&place.about).is_some_and(|all| all.iter().any(after))
    }
}

/// What a reminder says: a term and its last day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminded {
    /// The term, by code.
    pub term: String,
    /// What users call it.
    pub title: String,
    /// The last day for it.
    pub by: NaiveDate,
    /// The time of that day, where it is an appointment.
    pub at: Option<NaiveTime>,
    /// Whether that day is past, near or far off.
    pub standing: Standing,
}

/// Hours east of Greenwich of the days and times that are lived by.
const OFFSET: i32 = 8 * 3600;

/// The last day of a term counted from, or up to, a day; with the time, where the term is in minutes.
fn last(
    rule: &DeadlineRule,
    day: NaiveDate,
    time: Option<NaiveTime>,
    with: &Reckoning<'_>,
) -> (NaiveDate, Option<NaiveTime>) {
    let appointment = |time: NaiveTime| -> Option<DateTime<FixedOffset>> {
        let at = day.and_time(time).and_local_timezone(FixedOffset::east_opt(OFFSET)?).single()?;
        reminder(rule.length, at)
    };
    if let (Length::Minutes(_), Some(at)) = (rule.length, time.and_then(appointment)) {
        return (at.date_naive(), Some(at.time()));
    }
    let by = match rule.direction {
        Direction::After => rule.length.after(day, with.calendar),
        Direction::Before => rule.length.before(day, with.calendar),
    };
    (by, None)
}

/// Where a term stands; `None` where it is not in force.
fn running(term: &str, day: NaiveDate, time: Option<NaiveTime>, with: &Reckoning<'_>) -> Option<Reminded> {
    let rule = with.rules.rule(term)?;
    let (by, at) = last(rule, day, time, with);
    let days = Lateness { due_on: by, done_on: None, waiting: false, soon: rule.soon };
    let standing = standing(&days, with.calendar, with.today);
    Some(Reminded { term: term.to_owned(), title: rule.title.clone(), by, at, standing })
}

impl Reminded {
    /// Whether its last day is near or past.
    fn is_near(&self) -> bool {
        matches!(self.standing, Standing::Overdue { .. } | Standing::Soon { .. })
    }
}

/// A time of day as people type it: `9:20`, `09：20`.
fn time_of(text: &str) -> Option<NaiveTime> {
    NaiveTime::parse_from_str(&text.trim().replace('：', ":"), "%H:%M").ok()
}

impl Reminder {
    fn day_of(&self, form: &RemindedForm<'_>) -> Option<NaiveDate> {
        match &self.day {
            None => Some(form.on),
            Some(code) => match form.answers.plain.get(code) {
                Some(Answer::Day(day)) => Some(*day),
                _ => None,
            },
        }
    }

    /// Whether it is for what is done on the form itself, and past once that is done or the form is closed.
    fn ended(&self, form: &RemindedForm<'_>) -> bool {
        let done = |item: &String| !matches!(form.items.get(item), None | Some(ItemState::Open));
        self.item.as_ref().is_some_and(|item| !form.open || done(item))
    }

    /// What it says of a form today, where its last day is near or past. `followed`: whether a form came after it that ends it.
    #[must_use]
    pub fn of(
        &self,
        form: &RemindedForm<'_>,
        followed: impl Fn(&[String]) -> bool,
        with: &Reckoning<'_>,
    ) -> Option<Reminded> {
        // Forms that came after are looked for last: most reminders are far off.
        let said = self.term_of(form, with).filter(Reminded::is_near)?;
        (self.next.is_empty() || !followed(&self.next)).then_some(said)
    }

    /// The term that a form has by it, however far off; `None` where it has none, or what it asks for was done on the form.
    /// Whether a form came after that ends it, is not looked at.
    #[must_use]
    pub fn term_of(&self, form: &RemindedForm<'_>, with: &Reckoning<'_>) -> Option<Reminded> {
        if self.when.as_ref().is_some_and(|when| !when.holds(form.answers)) || self.ended(form) {
            return None;
        }
        let time = self.time.as_ref().and_then(|code| match form.answers.plain.get(code) {
            Some(Answer::Text(text)) => time_of(text),
            _ => None,
        });
        running(&self.term, self.day_of(form)?, time, with)
    }
}

impl FormType {
    /// Whether its reminders ask for what it has: a day, a time, a part of the checklist. `[the part's label]` otherwise.
    pub(super) fn reminds_soundly(&self) -> bool {
        use crate::form::FieldKind;
        let field = |code: &Option<String>, fits: fn(&FieldKind) -> bool| {
            let known =
                |code: &String| self.fields.iter().any(|f| f.code == *code && !f.beside() && fits(&f.kind));
            code.as_ref().is_none_or(known)
        };
        self.reminders.iter().all(|one| {
            let item = one.item.as_ref().is_none_or(|code| self.items.iter().any(|item| item.code == *code));
            let when = one.when.as_ref().is_none_or(|when| self.fields.iter().any(|f| f.code == when.field));
            let day = field(&one.day, |kind| matches!(kind, FieldKind::Day));
            item && when && day && field(&one.time, |kind| matches!(kind, FieldKind::Line))
        })
    }
}

/// The term after which the end of a contract is told.
const CONTRACT_END: &str = "contractEnd";

/// 合同到期: of the contract in force, the one that ends last; `None` where its end is far off, or none is on record.
#[must_use]
pub fn contract_ends<'a>(
    terms: impl IntoIterator<Item = &'a ContractTerm>,
    with: &Reckoning<'_>,
) -> Option<(Reminded, NaiveDate)> {
    let to = terms.into_iter().map(|term| term.to).max()?;
    Some((running(CONTRACT_END, to, None, with).filter(Reminded::is_near)?, to))
}
