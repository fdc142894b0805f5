//! What was filled in.

use super::{Field, FieldKind};
use crate::kernel::{StaffNo, Yuan};
use crate::refusal::Refusal;
use chrono::NaiveDate;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Most characters of one line.
pub const LONGEST_LINE: u32 = 200;
/// Most characters of a text of several lines.
pub const LONGEST_PARAGRAPH: u32 = 10_000;

/// What was filled into a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Answer {
    /// A text, or the option chosen.
    Text(String),
    /// A number.
    Number(Decimal),
    /// Yuan.
    Yuan(Yuan),
    /// A day.
    Day(NaiveDate),
    /// 是 or 否.
    YesNo(bool),
    /// The options chosen, in the form's order.
    Several(Vec<String>),
    /// An engineer.
    Staff(StaffNo),
}

impl Answer {
    /// Reads what was typed: `yes` or `no`, an amount, a day as 2026-07-01, options one a line.
    ///
    /// # Errors
    /// [`Refusal::AnswerUnreadable`], [`Refusal::AnswerTooLong`].
    pub fn parse(field: &Field, text: &str) -> Result<Self, Refusal> {
        let text = text.trim();
        let unreadable = || Refusal::AnswerUnreadable { field: field.label.clone() };
        let within = |limit: u32| {
            if text.chars().count() > limit as usize {
                return Err(Refusal::AnswerTooLong { field: field.label.clone(), limit });
            }
            Ok(Self::Text(text.to_owned()))
        };
        match &field.kind {
            FieldKind::Line if text.contains('\n') => Err(unreadable()),
            FieldKind::Line => within(LONGEST_LINE),
            FieldKind::Paragraph => within(LONGEST_PARAGRAPH),
            FieldKind::Number => text.parse().map(Self::Number).map_err(|_| unreadable()),
            FieldKind::Yuan => Yuan::parse(text).map(Self::Yuan).map_err(|_| unreadable()),
            FieldKind::Day => text.parse().map(Self::Day).map_err(|_| unreadable()),
            FieldKind::YesNo => match text {
                "yes" | "是" => Ok(Self::YesNo(true)),
                "no" | "否" => Ok(Self::YesNo(false)),
                _ => Err(unreadable()),
            },
            FieldKind::Choice(options) => {
                options.iter().find(|option| *option == text).cloned().map(Self::Text).ok_or_else(unreadable)
            }
            FieldKind::Several(options) => {
                let chosen: BTreeSet<&str> = text.lines().map(str::trim).collect();
                let known: Vec<String> =
                    options.iter().filter(|option| chosen.contains(option.as_str())).cloned().collect();
                if known.len() == chosen.len() { Ok(Self::Several(known)) } else { Err(unreadable()) }
            }
            FieldKind::Staff => StaffNo::parse(text).map(Self::Staff).map_err(|_| unreadable()),
        }
    }
}

impl Answer {
    /// As it is typed: options one a line.
    #[must_use]
    pub fn typed(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Yuan(amount) => amount.to_string(),
            Self::Day(day) => day.to_string(),
            Self::YesNo(yes) => if *yes { "yes" } else { "no" }.to_owned(),
            Self::Several(options) => options.join("\n"),
            Self::Staff(staff_no) => staff_no.to_string(),
        }
    }
}

/// Everything filled into a form: what is journaled, and which personal fields are filled in beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Answers {
    /// By field.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub plain: BTreeMap<String, Answer>,
    /// Personal fields with a text.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub personal: BTreeSet<String>,
}

impl Answers {
    /// Whether that field is filled in.
    #[must_use]
    pub fn holds(&self, code: &str) -> bool {
        self.plain.contains_key(code) || self.personal.contains(code)
    }

    /// Reads what was typed into a form, by field; what is empty is not filled in. The second part are the personal texts.
    ///
    /// # Errors
    /// Those of [`Answer::parse`]; [`Refusal::UnknownField`].
    pub fn read(
        fields: &[Field],
        typed: &BTreeMap<String, String>,
    ) -> Result<(Self, BTreeMap<String, String>), Refusal> {
        let (mut answers, mut texts) = (Self::default(), BTreeMap::new());
        for (code, text) in typed.iter().filter(|(_, text)| !text.trim().is_empty()) {
            let unknown = || Refusal::UnknownField { field: code.clone() };
            let field = fields.iter().find(|field| field.code == *code).ok_or_else(unknown)?;
            let answer = Answer::parse(field, text)?;
            if field.beside() {
                answers.personal.insert(code.clone());
                texts.insert(code.clone(), answer.typed());
            } else {
                answers.plain.insert(code.clone(), answer);
            }
        }
        Ok((answers, texts))
    }
}
