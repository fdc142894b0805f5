//! Fields and what is typed into them.

use super::*;
use crate::kernel::Yuan;
use crate::refusal::Refusal;
use crate::sample::{day, decimal, staff};
use std::collections::BTreeMap;

fn field(code: &str, kind: FieldKind) -> Field {
    Field {
        code: code.into(),
        label: format!("[{code}]"),
        kind,
        need: Need::Close,
        when: None,
        personal: false,
        restricted: false,
        ahead: false,
        hint: None,
    }
}

fn options() -> Vec<String> {
    ["甲", "乙", "丙"].map(str::to_owned).to_vec()
}

#[test]
fn what_is_typed_is_read_by_kind() {
    use FieldKind::{Choice, Day, Line, Number, Paragraph, Several, Staff, YesNo};
    let text = |t: &str| Some(Answer::Text(t.to_owned()));
    for (kind, typed, expected) in [
        (Line, " 一行 ", text("一行")),
        (Line, "两\n行", None),
        (Paragraph, "两\n行", text("两\n行")),
        (Number, "1.50", Some(Answer::Number(decimal("1.50")))),
        (Number, "NaN", None),
        (FieldKind::Yuan, "1200", Some(Answer::Yuan(Yuan::parse("1200").unwrap()))),
        (FieldKind::Yuan, "1.234", None),
        (Day, "2026-07-01", Some(Answer::Day(day("2026-07-01")))),
        (Day, "2026-02-30", None),
        (YesNo, "yes", Some(Answer::YesNo(true))),
        (YesNo, "否", Some(Answer::YesNo(false))),
        (YesNo, "也许", None),
        (Choice(options()), "乙", text("乙")),
        (Choice(options()), "丁", None),
        (Several(options()), "丙\n甲", Some(Answer::Several(vec!["甲".into(), "丙".into()]))),
        (Several(options()), "丙\n丁", None),
        (Staff, "QT0001", Some(Answer::Staff(staff("QT0001")))),
        (Staff, "一 二", None),
    ] {
        let read = Answer::parse(&field("f", kind.clone()), typed);
        let refused = Refusal::AnswerUnreadable { field: "[f]".into() };
        assert_eq!(read, expected.ok_or(refused), "{kind:?} {typed}");
    }
    let long = "长".repeat(201);
    let limit = Refusal::AnswerTooLong { field: "[f]".into(), limit: 200 };
    assert_eq!(Answer::parse(&field("f", Line), &long), Err(limit));
}

#[test]
fn personal_texts_stay_beside_what_is_journaled() {
    let fields =
        [field("plain", FieldKind::Line), Field { personal: true, ..field("people", FieldKind::Line) }];
    let typed = |pairs: &[(&str, &str)]| -> BTreeMap<String, String> {
        pairs.iter().map(|(code, text)| ((*code).into(), (*text).into())).collect()
    };
    let (answers, texts) =
        Answers::read(&fields, &typed(&[("plain", "a"), ("people", "张三"), ("none", " ")])).unwrap();
    assert!(answers.holds("plain") && answers.holds("people") && !answers.holds("none"));
    assert!(!serde_json::to_string(&answers).unwrap().contains("张三"));
    assert_eq!(texts, typed(&[("people", "张三")]));
    let unknown = Answers::read(&fields, &typed(&[("other", "b")]));
    assert_eq!(unknown, Err(Refusal::UnknownField { field: "other".into() }));
    let read: Answers = serde_json::from_str(&serde_json::to_string(&answers).unwrap()).unwrap();
    assert_eq!(read, answers);
}

#[test]
fn fields_that_can_make_a_form() {
    let when = |on: &str| Some(Condition { field: on.into(), is: vec!["yes".into()] });
    let lines = || field("lines", FieldKind::YesNo);
    let refused = |fields: &[Field], label: &str| {
        assert_eq!(
            check_fields(fields),
            Err(Refusal::FormField { field: label.into(), most: 60 }),
            "{fields:?}"
        );
    };
    assert_eq!(
        check_fields(&[lines(), Field { when: when("lines"), ..field("plan", FieldKind::Line) }]),
        Ok(())
    );
    refused(&[lines(), lines()], "[lines]");
    refused(&[Field { when: when("lines"), ..field("plan", FieldKind::Line) }, lines()], "[plan]");
    refused(&[field(" ", FieldKind::Line)], "[ ]");
    refused(&[field("one", FieldKind::Choice(vec!["甲".into()]))], "[one]");
    refused(&[field("twice", FieldKind::Several(vec!["甲".into(), " 甲".into()]))], "[twice]");
    refused(&[Field { personal: true, ..field("day", FieldKind::Day) }], "[day]");
    let many: Vec<_> = (0..61).map(|n| field(&format!("f{n}"), FieldKind::Line)).collect();
    assert_eq!(check_fields(&many[..60]), Ok(()));
    refused(&many, "[f60]");
}

#[test]
fn a_condition_looks_at_the_other_answer() {
    let asked = |answer: Option<Answer>, is: &[&str]| {
        let plain = answer.into_iter().map(|answer| ("f".to_owned(), answer)).collect();
        let is = is.iter().map(|s| (*s).to_owned()).collect();
        Condition { field: "f".into(), is }.holds(&Answers { plain, ..Answers::default() })
    };
    assert!(asked(Some(Answer::YesNo(true)), &["yes"]));
    assert!(!asked(Some(Answer::YesNo(false)), &["yes"]));
    assert!(asked(Some(Answer::Text("乙".into())), &["甲", "乙"]));
    assert!(asked(Some(Answer::Several(options())), &["丙"]));
    assert!(!asked(Some(Answer::Day(day("2026-07-01"))), &["2026-07-01"]));
    assert!(!asked(None, &["yes"]));
}
