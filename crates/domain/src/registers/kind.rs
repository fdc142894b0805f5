//! Types of forms (表单样式): what a form of a register asks for, who agrees to it, how it is printed. Data that the province and
//! the units change.

use super::Reminder;
use crate::event::{Event, FormTypeIssued, FormTypeRetired};
use crate::form::{CheckItem, Condition, Field, check_fields};
use crate::kernel::UnitCode;
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// 台账: which list a form stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Register {
    /// 会议纪要 (COM-01…03).
    Minutes,
    /// 客户沟通记录 (COM-05).
    Contact,
    /// 拜访与接待 (VIS-01…).
    Visit,
    /// 投诉 (SAT-04).
    Complaint,
    /// 满意度调查: questionnaires as they come back (SAT-01).
    Survey,
    /// 产品问题报告 to research and development (SAT-06, FRM-71).
    Problem,
    /// 表单: every other form (section 29).
    Form,
}

impl Register {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 7] =
        [Self::Minutes, Self::Contact, Self::Visit, Self::Complaint, Self::Survey, Self::Problem, Self::Form];

    /// What stands in the numbers of its forms.
    #[must_use]
    pub fn mark(self) -> &'static str {
        match self {
            Self::Minutes => "HY",
            Self::Contact => "GT",
            Self::Visit => "BF",
            Self::Complaint => "TS",
            Self::Survey => "DC",
            Self::Problem => "WT",
            Self::Form => "BD",
        }
    }
}

/// What a form may be linked to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Link {
    /// The customer's organisation.
    Customer,
    /// An engineer.
    Engineer,
    /// A ticket.
    Ticket,
    /// An opportunity.
    Opportunity,
}

/// A link that a form asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LinkAsked {
    /// To what.
    pub link: Link,
    /// Whether it must be given.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub needed: bool,
}

/// What a step decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum StepKind {
    /// 办理: something is done.
    Action,
    /// 审批: agreed, returned to be changed, or refused.
    Approval,
    /// 认定: whether a complaint is upheld.
    Verdict,
}

/// Whose step it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum StepBy {
    /// Whoever works on the unit's forms.
    Worker,
    /// 用人单位领导; entered for them (代录) by anybody else.
    Leader,
    /// Somebody without an account here: always entered for them.
    Other,
}

/// A step of a form, in order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FormStep {
    /// Names it within the type.
    pub code: String,
    /// What users read.
    pub label: String,
    /// What it decides.
    pub kind: StepKind,
    /// Whose it is.
    pub by: StepBy,
    /// What is filled in with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<Field>,
    /// Taken only where this holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// 时限: so many working days after the form's day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<u32>,
}

/// How a form is printed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PrintLayout {
    /// Short fields stand two in a row.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub two_a_row: bool,
    /// Who signs on paper: a line with date for each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub signatures: Vec<String>,
    /// 填表说明 under the form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// What a type is known by: its code, of one unit or of all.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FormTypeKey {
    /// The unit that made it; `None` for those of all units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitCode>,
    /// Its code.
    pub code: String,
}

/// A type of forms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FormType {
    /// Names it.
    pub code: String,
    /// What users read, and the title on paper.
    pub label: String,
    /// In which register its forms stand.
    pub register: Register,
    /// What its forms are linked to.
    pub links: Vec<LinkAsked>,
    /// Whether its day may lie ahead: a visit is planned.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ahead: bool,
    /// Whether tasks come out of it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub tasks: bool,
    /// Fields.
    pub fields: Vec<Field>,
    /// Checklist, done before the last step.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<CheckItem>,
    /// Steps in order; without any the form is whole when it is registered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<FormStep>,
    /// What its forms remind of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reminders: Vec<Reminder>,
    /// How it is printed.
    #[serde(default)]
    pub print: PrintLayout,
}

/// Longest label of a type, a part or a signature in characters.
const LONGEST_LABEL: u32 = 60;
/// Longest term of a step in working days.
const MOST_DAYS: u32 = 250;

impl FormType {
    /// Whether it asks for that link.
    #[must_use]
    pub fn link(&self, link: Link) -> Option<LinkAsked> {
        self.links.iter().copied().find(|asked| asked.link == link)
    }

    /// Whether forms can be made of it. A complaint ends in one verdict and may name an engineer: months count it.
    ///
    /// # Errors
    /// [`Refusal::FormField`], [`Refusal::FormTypePart`], [`Refusal::FormTypeDays`], [`Refusal::FormTypeVerdict`].
    pub fn check(&self) -> Result<(), Refusal> {
        let refused = |part: &str| Err(Refusal::FormTypePart { part: part.to_owned() });
        let named = |text: &str| !text.trim().is_empty() && text.chars().count() <= LONGEST_LABEL as usize;
        if self.code.trim().is_empty() || !named(&self.label) {
            return refused(&self.label);
        }
        check_fields(&self.fields)?;
        let fields: BTreeSet<&str> = self.fields.iter().map(|field| field.code.as_str()).collect();
        let asks = |when: &Option<Condition>| when.as_ref().is_none_or(|c| fields.contains(c.field.as_str()));
        let items = self.items.iter().map(|item| ("item", &item.code, &item.label, asks(&item.when)));
        let steps = self.steps.iter().map(|step| ("step", &step.code, &step.label, asks(&step.when)));
        let mut seen = BTreeSet::new();
        for (list, code, label, sound) in items.chain(steps) {
            if !sound || !named(label) || code.trim().is_empty() || !seen.insert((list, code)) {
                return refused(label);
            }
        }
        if !self.reminds_soundly() {
            return refused(&self.label);
        }
        // Its files are for everybody who reads it.
        if let Some(item) = self.items.iter().find(|item| item.restricted) {
            return refused(&item.label);
        }
        let links: BTreeSet<Link> = self.links.iter().map(|asked| asked.link).collect();
        if links.len() != self.links.len() {
            return refused(&self.label);
        }
        if let Some(signature) = self.print.signatures.iter().find(|signature| !named(signature)) {
            return refused(signature);
        }
        for step in &self.steps {
            check_fields(&step.fields)?;
            if step.within.is_some_and(|days| days == 0 || days > MOST_DAYS) {
                return Err(Refusal::FormTypeDays { step: step.label.clone(), most: MOST_DAYS });
            }
        }
        if self.register == Register::Survey && super::questions(self).next().is_none() {
            return refused(&self.label);
        }
        let verdicts = self.steps.iter().filter(|step| step.kind == StepKind::Verdict).count();
        let always = self.steps.iter().all(|step| step.kind != StepKind::Verdict || step.when.is_none());
        let wanted = usize::from(self.register == Register::Complaint);
        let counts = wanted == 0 || (always && self.link(Link::Engineer).is_some());
        if verdicts != wanted || !counts {
            return Err(Refusal::FormTypeVerdict { kind: self.label.clone() });
        }
        Ok(())
    }
}

/// A type in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormTypeKnown {
    /// What it is known by.
    pub key: FormTypeKey,
    /// Its version: 0 as it came with the program.
    pub version: u32,
    /// What it asks for.
    pub body: FormType,
}

/// The types that come with the program.
#[must_use]
pub fn default_form_types() -> &'static [FormType] {
    static TYPES: LazyLock<Vec<FormType>> = LazyLock::new(|| {
        let text = include_str!("../../data/form-types.json");
        serde_json::from_str(text).expect("the program's own forms can be read")
    });
    &TYPES
}

/// Makes a type, or a new version of one; forms keep the version they were filled in with. `current` is the one in force,
/// `last` the number of the latest version there was.
///
/// # Errors
/// Those of [`FormType::check`]; [`Refusal::FormTypeRegister`] where a type would move to another register.
pub fn issue_form_type(
    key: FormTypeKey,
    current: Option<&FormType>,
    last: u32,
    body: FormType,
) -> Result<Vec<Event>, Refusal> {
    body.check()?;
    if body.code != key.code {
        return Err(Refusal::FormTypePart { part: body.label });
    }
    if current.is_some_and(|current| current.register != body.register) {
        return Err(Refusal::FormTypeRegister { kind: body.label });
    }
    if current == Some(&body) {
        return Ok(Vec::new());
    }
    Ok(vec![Event::FormTypeIssued(FormTypeIssued { unit: key.unit, version: last + 1, body })])
}

/// Takes a type out of use; forms filled in with it stay and go on. Those of the registers that come with the program stay;
/// of the other forms each may go.
///
/// # Errors
/// [`Refusal::UnknownFormType`], [`Refusal::FormTypeStays`].
pub fn retire_form_type(key: FormTypeKey, in_use: bool) -> Result<Vec<Event>, Refusal> {
    let own = |known: &FormType| known.code == key.code && known.register != Register::Form;
    if key.unit.is_none() && default_form_types().iter().any(own) {
        return Err(Refusal::FormTypeStays { kind: key.code });
    }
    if !in_use {
        return Err(Refusal::UnknownFormType { kind: key.code });
    }
    Ok(vec![Event::FormTypeRetired(FormTypeRetired { unit: key.unit, code: key.code })])
}
