//! Fields of a form.

use super::{Answer, Answers};
use crate::refusal::Refusal;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What a field takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum FieldKind {
    /// One line of text.
    Line,
    /// Text of several lines.
    Paragraph,
    /// A decimal number.
    Number,
    /// An amount in yuan.
    Yuan,
    /// A day.
    Day,
    /// 是 or 否.
    YesNo,
    /// One of these.
    Choice(Vec<String>),
    /// Any of these.
    Several(Vec<String>),
    /// 工号 of an engineer.
    Staff,
}

/// When a field must be filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Need {
    /// From the beginning.
    Start,
    /// Before the end.
    Close,
    /// May stay empty.
    Optional,
}

/// Something that holds only where another field was answered so (as TKT-13: leased lines ask for their network plan).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Condition {
    /// The other field; its answer is never personal.
    pub field: String,
    /// Any of these: an option, or `yes` and `no`.
    pub is: Vec<String>,
}

impl Condition {
    /// Whether it holds.
    #[must_use]
    pub fn holds(&self, answers: &Answers) -> bool {
        let wanted = |text: &str| self.is.iter().any(|option| option == text);
        match answers.plain.get(&self.field) {
            Some(Answer::YesNo(yes)) => wanted(if *yes { "yes" } else { "no" }),
            Some(Answer::Text(text)) => wanted(text),
            Some(Answer::Several(options)) => options.iter().any(|option| wanted(option)),
            _ => false,
        }
    }
}

/// A field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Field {
    /// Names it within its form.
    pub code: String,
    /// What users read.
    pub label: String,
    /// What it takes.
    pub kind: FieldKind,
    /// When it must be filled in.
    pub need: Need,
    /// Asked for only where this holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// Whether its text may name people and is kept beside the journal.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub personal: bool,
    /// 限制查看: seen only by those who do the work, as a price before the bids are opened (BID-12); kept beside the journal,
    /// which others read.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub restricted: bool,
    /// Whether its day may lie ahead: a deadline or a plan, and not something that was done.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub ahead: bool,
    /// A few words of help.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hint: Option<String>,
}

impl Field {
    /// Whether what is filled in is kept beside the journal, as a text.
    #[must_use]
    pub fn beside(&self) -> bool {
        self.personal || self.restricted
    }

    /// Whether it must be filled in by then and is not.
    #[must_use]
    pub fn is_missing(&self, answers: &Answers, need: Need) -> bool {
        let asked = match self.need {
            Need::Start => true,
            Need::Close => need == Need::Close,
            Need::Optional => false,
        };
        asked
            && self.when.as_ref().is_none_or(|condition| condition.holds(answers))
            && !answers.holds(&self.code)
    }
}

/// Most fields of a form.
const MOST_FIELDS: u32 = 60;

/// Whether fields can make a form: named once, with labels, with options where they choose, and asking only about fields
/// before them.
///
/// # Errors
/// [`Refusal::FormField`] with the first field that cannot be.
pub fn check_fields(fields: &[Field]) -> Result<(), Refusal> {
    let mut before: BTreeSet<&str> = BTreeSet::new();
    for field in fields {
        let refused = || Err(Refusal::FormField { field: field.label.clone(), most: MOST_FIELDS });
        let choice = match &field.kind {
            FieldKind::Choice(options) | FieldKind::Several(options) => {
                let different: BTreeSet<_> = options.iter().map(|option| option.trim()).collect();
                options.len() > 1 && different.len() == options.len() && !different.contains("")
            }
            _ => true,
        };
        // What is kept beside the journal is a text; a choice or a number names nobody.
        let text = matches!(field.kind, FieldKind::Line | FieldKind::Paragraph);
        let amount = matches!(field.kind, FieldKind::Yuan | FieldKind::Number);
        let keeps = (!field.personal || text) && (!field.restricted || text || amount);
        let asks = field.when.as_ref().is_none_or(|condition| before.contains(condition.field.as_str()));
        let named = !field.code.trim().is_empty() && !field.label.trim().is_empty();
        if !named || !choice || !keeps || !asks || before.len() >= MOST_FIELDS as usize {
            return refused();
        }
        if !before.insert(&field.code) {
            return refused();
        }
    }
    Ok(())
}
