//! What an act changed of an opportunity, field by field, for its history.

use super::Basics;
use super::stage::fields;
use crate::form::{Answer, Answers};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// A field that was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its code.
    pub field: String,
    /// What users read, of a field of the stages; absent of what every opportunity has.
    pub label: Option<String>,
    /// What stood there; absent where it was empty.
    pub before: Option<String>,
    /// What stands there now.
    pub after: Option<String>,
}

/// A value as it is written into JSON.
fn plain(value: &impl Serialize) -> Option<String> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => Some(text),
        _ => None,
    }
}

/// What of the basics was changed, and the day since which it is known of.
#[must_use]
pub fn basics_changes(before: (&Basics, NaiveDate), after: (&Basics, NaiveDate)) -> Vec<Change> {
    let values = |(basics, found_on): (&Basics, NaiveDate)| {
        [
            ("title", Some(basics.title.clone())),
            ("customer", Some(basics.customer.to_string())),
            ("class", Some(basics.class.clone())),
            ("source", basics.source.clone()),
            ("finder", plain(&basics.finder)),
            ("amount", basics.amount.map(|amount| amount.to_string())),
            ("expectedOn", basics.expected_on.map(|day| day.to_string())),
            ("engineer", basics.engineer.as_ref().map(ToString::to_string)),
            ("foundOn", Some(found_on.to_string())),
        ]
    };
    let pairs = values(before).into_iter().zip(values(after));
    let changed = pairs.filter(|((_, before), (_, after))| before != after);
    changed
        .map(|((field, before), (_, after))| Change { field: field.to_owned(), label: None, before, after })
        .collect()
}

/// What of the stages' content was changed; with the answers go the personal texts as they were kept beside the journal.
#[must_use]
pub fn stage_changes(
    before: (&Answers, &BTreeMap<String, String>),
    after: (&Answers, &BTreeMap<String, String>),
) -> Vec<Change> {
    let value =
        |(answers, texts): (&Answers, &BTreeMap<String, String>), code: &str| match answers.plain.get(code) {
            Some(answer) => Some(said(answer)),
            None => texts.get(code).cloned(),
        };
    let named = |(answers, texts): (&Answers, &BTreeMap<String, String>)| -> BTreeSet<String> {
        answers.plain.keys().chain(texts.keys()).cloned().collect()
    };
    let either: BTreeSet<String> = named(before).union(&named(after)).cloned().collect();
    // In the order in which the stages ask.
    let asked = fields().filter(|field| either.contains(&field.code));
    asked
        .filter_map(|field| {
            let (old, new) = (value(before, &field.code), value(after, &field.code));
            let label = Some(field.label.clone());
            (old != new).then(|| Change { field: field.code.clone(), label, before: old, after: new })
        })
        .collect()
}

/// An answer as text; yes and no are words of the screens.
fn said(answer: &Answer) -> String {
    match answer {
        Answer::Text(text) => text.clone(),
        Answer::Number(number) => number.to_string(),
        Answer::Yuan(amount) => amount.to_string(),
        Answer::Day(day) => day.to_string(),
        Answer::YesNo(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Answer::Several(options) => options.join("、"),
        Answer::Staff(staff_no) => staff_no.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::customer::CustomerNo;
    use crate::opportunity::Finder;
    use crate::sample::{day, unit, yuan};

    #[test]
    fn what_was_changed_is_named_with_what_stood_there() {
        let before = Basics {
            title: "市政务云二期".into(),
            customer: CustomerNo { unit: unit("CD"), serial: 1 },
            class: "云与数据中心".into(),
            source: None,
            finder: Finder::Engineer,
            amount: Some(yuan("100")),
            expected_on: None,
            engineer: None,
        };
        let after = Basics { amount: Some(yuan("200")), source: Some("展会".into()), ..before.clone() };
        let change = |field: &str, before: Option<&str>, after: &str| Change {
            field: field.into(),
            label: None,
            before: before.map(str::to_owned),
            after: Some(after.into()),
        };
        let (old, new) = (day("2026-10-08"), day("2026-10-01"));
        let found = basics_changes((&before, old), (&after, new));
        let amount = change("amount", Some("100.00"), "200.00");
        let lead = change("foundOn", Some("2026-10-08"), "2026-10-01");
        assert_eq!(found, [change("source", None, "展会"), amount, lead]);
        assert_eq!(basics_changes((&after, new), (&after, new)), []);
    }

    #[test]
    fn fields_of_the_stages_are_named_by_their_labels() {
        let texts = |text: &str| BTreeMap::from([("background".to_owned(), text.to_owned())]);
        let answers = |key: bool| Answers {
            plain: [("keyProject".to_owned(), Answer::YesNo(key))].into(),
            personal: ["background".to_owned()].into(),
        };
        let (first, second) = (texts("扩容"), texts("扩容与搬迁"));
        let changes = stage_changes((&answers(false), &first), (&answers(true), &second));
        let found: Vec<_> = changes.iter().map(|c| (c.label.as_deref(), c.after.as_deref())).collect();
        let background = (Some("业务背景与大致需求"), Some("扩容与搬迁"));
        assert_eq!(found, [background, (Some("重点跟进项目"), Some("yes"))]);
        assert_eq!(stage_changes((&answers(true), &second), (&answers(true), &second)), []);
    }
}
