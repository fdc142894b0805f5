//! A filled form: registered, corrected and never erased, with its checklist and files.

use super::no::HIGHEST;
use super::{FormNo, FormStep, FormType, FormTypeKnown, Link, Task};
use crate::customer::CustomerNo;
use crate::event::{
    Event, FormCorrected, FormFileAdded, FormFileStruck, FormItemSet, FormRegistered, FormVoided,
};
use crate::form::{Answers, ItemState, Need, ShownBy};
use crate::kernel::{AccountName, Digest, StaffNo, WorkingDays};
use crate::opportunity::OpportunityNo;
use crate::refusal::Refusal;
use crate::ticket::{TicketNo, Words};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Where a form stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum FormState {
    /// 办理中: a step is to be taken.
    Open,
    /// 已退回: to be changed before it is asked again.
    Returned,
    /// 已办结.
    Closed,
    /// 未同意.
    Refused,
    /// 已作废.
    Void,
}

/// What a form is linked to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Links {
    /// The customer's organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer: Option<String>,
    /// 工号 of an engineer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub engineer: Option<StaffNo>,
    /// 工单号.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ticket: Option<TicketNo>,
    /// 客户编号, where the customer is on record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub customer_no: Option<CustomerNo>,
    /// 商机编号.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opportunity: Option<OpportunityNo>,
}

impl Links {
    fn holds(&self, link: Link) -> bool {
        match link {
            Link::Customer => self.customer.is_some(),
            Link::Engineer => self.engineer.is_some(),
            Link::Ticket => self.ticket.is_some(),
            Link::Opportunity => self.opportunity.is_some(),
        }
    }
}

/// The first link that must be given and is not.
#[must_use]
pub fn links_missing(kind: &FormType, links: &Links) -> Option<Link> {
    kind.links.iter().find(|asked| asked.needed && !links.holds(asked.link)).map(|asked| asked.link)
}

/// A file of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormFile {
    /// 1, 2, … of the form.
    pub number: u32,
    /// SHA-256.
    pub file: Digest,
    /// Whether it was struck.
    pub struck: bool,
}

/// A filled form with everything that its rules read.
#[derive(Clone, Debug)]
pub struct FilledForm {
    /// 编号.
    pub no: FormNo,
    /// What it asks for, in the version that it was filled in with.
    pub kind: FormType,
    /// What it is about.
    pub title: String,
    /// Its day: of the meeting, the talk, the visit; when a complaint came in.
    pub on: NaiveDate,
    /// What it is linked to.
    pub links: Links,
    /// Where it stands.
    pub state: FormState,
    /// Fields.
    pub answers: Answers,
    /// Salted digest of the personal fields.
    pub text: Option<Digest>,
    /// Times that it was filled in.
    pub version: u32,
    /// Where its checklist stands.
    pub items: BTreeMap<String, ItemState>,
    /// Code of the step that is to be taken next.
    pub next_step: Option<String>,
    /// The last day of the step whose term ends first.
    pub due_on: Option<NaiveDate>,
    /// Its tasks, in order.
    pub tasks: Vec<Task>,
    /// Its files, in order.
    pub files: Vec<FormFile>,
    /// Who registered it.
    pub registered_by: AccountName,
    /// Number of the next words.
    pub next_words: u32,
}

/// A form to be registered.
#[derive(Clone, Debug)]
pub struct NewForm {
    /// Its type.
    pub kind: FormTypeKnown,
    /// What it is about.
    pub title: String,
    /// Its day.
    pub on: NaiveDate,
    /// What it is linked to.
    pub links: Links,
    /// Fields.
    pub answers: Answers,
    /// Salted digest of the personal fields.
    pub text: Option<Digest>,
}

/// What a correction writes anew.
#[derive(Clone, Debug)]
pub struct Rewritten {
    /// What it is about.
    pub title: String,
    /// Its day.
    pub on: NaiveDate,
    /// What it is linked to.
    pub links: Links,
    /// Fields.
    pub answers: Answers,
    /// Salted digest of the personal fields.
    pub text: Option<Digest>,
    /// Why; needed unless it was returned to be changed.
    pub words: Words,
}

/// What a form lacks to be closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "camelCase")]
pub enum FormGap {
    /// A field.
    Field {
        /// Its label.
        label: String,
    },
    /// A part of the checklist.
    Item {
        /// Its label.
        label: String,
    },
}

/// Longest title, name of a customer or of a file, in characters.
const LONGEST_NAME: u32 = 100;

/// The text as it is recorded: trimmed, neither empty nor too long.
pub(super) fn named(text: &str) -> Result<String, Refusal> {
    let text = text.trim();
    let length = text.chars().count();
    if length == 0 || length > LONGEST_NAME as usize || text.contains('\n') {
        return Err(Refusal::TitleLength { limit: LONGEST_NAME });
    }
    Ok(text.to_owned())
}

impl FormType {
    /// The step that follows one, or the first; those whose condition does not hold are passed over.
    #[must_use]
    pub fn step_after(&self, code: Option<&str>, answers: &Answers) -> Option<&FormStep> {
        let from = code.and_then(|code| self.steps.iter().position(|step| step.code == code));
        self.steps
            .iter()
            .skip(from.map_or(0, |place| place + 1))
            .find(|step| step.when.as_ref().is_none_or(|condition| condition.holds(answers)))
    }

    /// The last day of the step whose term ends first, among `next` and those after it.
    #[must_use]
    pub fn due(
        &self,
        on: NaiveDate,
        next: Option<&FormStep>,
        answers: &Answers,
        calendar: &WorkingDays,
    ) -> Option<NaiveDate> {
        let place =
            self.steps.iter().position(|step| Some(step.code.as_str()) == next.map(|n| n.code.as_str()))?;
        let asked = |step: &&FormStep| step.when.as_ref().is_none_or(|condition| condition.holds(answers));
        let days = self.steps.iter().skip(place).filter(asked).filter_map(|step| step.within);
        days.map(|days| calendar.deadline(on, days)).min()
    }

    /// What is written on every form: title, day, links, fields it begins with.
    fn checked(
        &self,
        title: &str,
        on: NaiveDate,
        links: Links,
        answers: &Answers,
        today: NaiveDate,
    ) -> Result<(String, Links), Refusal> {
        let title = named(title)?;
        let customer = links.customer.filter(|name| !name.trim().is_empty());
        let links = Links { customer: customer.map(|name| named(&name)).transpose()?, ..links };
        if let Some(link) = links_missing(self, &links) {
            return Err(Refusal::LinkMissing { link });
        }
        if on > today && !self.ahead {
            return Err(Refusal::FormDayLater { day: on });
        }
        // Without steps nothing comes later: all that is asked for is needed now.
        let need = if self.steps.is_empty() { Need::Close } else { Need::Start };
        match self.fields.iter().find(|field| field.is_missing(answers, need)) {
            Some(field) => Err(Refusal::FieldMissing { field: field.label.clone() }),
            None => Ok((title, links)),
        }
    }
}

/// Registers a form. Without steps it is whole at once.
///
/// # Errors
/// [`Refusal::TitleLength`], [`Refusal::LinkMissing`], [`Refusal::FormDayLater`], [`Refusal::FieldMissing`],
/// [`Refusal::FormNumbersUsedUp`].
pub fn register_form(
    new: NewForm,
    no: FormNo,
    calendar: &WorkingDays,
    today: NaiveDate,
) -> Result<Vec<Event>, Refusal> {
    let body = &new.kind.body;
    let (title, links) = body.checked(&new.title, new.on, new.links, &new.answers, today)?;
    if no.serial > HIGHEST {
        return Err(Refusal::FormNumbersUsedUp { unit: no.unit });
    }
    let next = body.step_after(None, &new.answers);
    let due_on = body.due(new.on, next, &new.answers, calendar);
    let state = if next.is_some() { FormState::Open } else { FormState::Closed };
    let next_step = next.map(|step| step.code.clone());
    Ok(vec![Event::FormRegistered(FormRegistered {
        form: no,
        kind: new.kind.key,
        kind_version: new.kind.version,
        title,
        on: new.on,
        links,
        answers: new.answers,
        text: new.text,
        next_step,
        due_on,
        state,
    })])
}

impl FilledForm {
    /// Refuses where the form has been voided or was refused.
    pub(super) fn lives(&self) -> Result<(), Refusal> {
        match self.state {
            FormState::Void | FormState::Refused => Err(Refusal::FormEnded { form: self.no.clone() }),
            FormState::Open | FormState::Returned | FormState::Closed => Ok(()),
        }
    }

    /// Writes it anew; what stood before stays on its timeline. One that was returned begins its steps again.
    ///
    /// # Errors
    /// Those of [`register_form`]; [`Refusal::FormEnded`], [`Refusal::ReasonNeeded`].
    pub fn correct(
        &self,
        new: Rewritten,
        calendar: &WorkingDays,
        today: NaiveDate,
    ) -> Result<Vec<Event>, Refusal> {
        self.lives()?;
        let (title, links) = self.kind.checked(&new.title, new.on, new.links, &new.answers, today)?;
        let returned = self.state == FormState::Returned;
        let same = title == self.title
            && new.on == self.on
            && links == self.links
            && new.answers == self.answers
            && new.text == self.text;
        if same && !returned {
            return Ok(Vec::new());
        }
        let words = if returned { new.words.kept } else { new.words.needed()?.kept };
        // Steps that were taken stay taken; one that now is asked for or not is looked at when the next is due.
        let next = if returned {
            self.kind.step_after(None, &new.answers)
        } else {
            self.next_step.as_deref().and_then(|code| self.kind.steps.iter().find(|step| step.code == code))
        };
        Ok(vec![Event::FormCorrected(FormCorrected {
            form: self.no.clone(),
            number: self.next_words,
            version: self.version + 1,
            title,
            on: new.on,
            links,
            due_on: self.kind.due(new.on, next, &new.answers, calendar),
            next_step: next.map(|step| step.code.clone()),
            answers: new.answers,
            text: new.text,
            words,
            state: if returned { FormState::Open } else { self.state },
        })])
    }

    /// Takes it out of its register, with the reason; it stays to be read.
    ///
    /// # Errors
    /// [`Refusal::FormEnded`], [`Refusal::ReasonNeeded`].
    pub fn void(&self, words: Words) -> Result<Vec<Event>, Refusal> {
        self.lives()?;
        let words = words.needed()?.kept;
        Ok(vec![Event::FormVoided(FormVoided { form: self.no.clone(), number: self.next_words, words })])
    }

    /// Says where a part of the checklist stands.
    ///
    /// # Errors
    /// [`Refusal::FormEnded`], [`Refusal::UnknownFormPart`], [`Refusal::ReasonNeeded`], [`Refusal::AttachmentNeeded`].
    pub fn set_item(&self, code: &str, item_state: ItemState) -> Result<Vec<Event>, Refusal> {
        self.lives()?;
        let unknown = || Refusal::UnknownFormPart { part: code.to_owned() };
        let item = self.kind.items.iter().find(|item| item.code == code).ok_or_else(unknown)?;
        match &item_state {
            ItemState::NotApplicable { .. } if !item.may_not_apply => return Err(unknown()),
            ItemState::NotApplicable { reason } if reason.trim().is_empty() => {
                return Err(Refusal::ReasonNeeded);
            }
            ItemState::Done { file: None, .. } if item.shown_by == ShownBy::File => {
                return Err(Refusal::AttachmentNeeded);
            }
            _ => {}
        }
        if self.items.get(code) == Some(&item_state) {
            return Ok(Vec::new());
        }
        let item = item.code.clone();
        Ok(vec![Event::FormItemSet(FormItemSet { form: self.no.clone(), item, item_state })])
    }

    /// Adds a file under a name.
    ///
    /// # Errors
    /// [`Refusal::FormEnded`], [`Refusal::TitleLength`].
    pub fn attach(&self, name: &str, file: Digest) -> Result<Vec<Event>, Refusal> {
        self.lives()?;
        let number = u32::try_from(self.files.len()).unwrap_or(u32::MAX) + 1;
        let name = named(name)?;
        Ok(vec![Event::FormFileAdded(FormFileAdded { form: self.no.clone(), number, name, file })])
    }

    /// Strikes a file that was added by mistake, with the reason; it stays to be read.
    ///
    /// # Errors
    /// [`Refusal::FormEnded`], [`Refusal::UnknownFormFile`], [`Refusal::ReasonNeeded`].
    pub fn strike_file(&self, number: u32, reason: &str) -> Result<Vec<Event>, Refusal> {
        self.lives()?;
        if !self.files.iter().any(|file| file.number == number && !file.struck) {
            return Err(Refusal::UnknownFormFile { number });
        }
        let reason = reason.trim().to_owned();
        if reason.is_empty() {
            return Err(Refusal::ReasonNeeded);
        }
        Ok(vec![Event::FormFileStruck(FormFileStruck { form: self.no.clone(), number, reason })])
    }

    /// What is missing before the last step may be taken.
    #[must_use]
    pub fn missing(&self) -> Vec<FormGap> {
        if matches!(self.state, FormState::Closed | FormState::Refused | FormState::Void) {
            return Vec::new();
        }
        let fields = self.kind.fields.iter().filter(|field| field.is_missing(&self.answers, Need::Close));
        let open = |code: &str| matches!(self.items.get(code), None | Some(ItemState::Open));
        let items = self.kind.items.iter().filter(|item| item.asked(&self.answers) && open(&item.code));
        fields
            .map(|field| FormGap::Field { label: field.label.clone() })
            .chain(items.map(|item| FormGap::Item { label: item.label.clone() }))
            .collect()
    }
}
