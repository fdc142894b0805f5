//! Marks and their means.

use super::*;

fn questionnaire(unit_code: &str, engineer: Option<&str>, marks: &[(&str, u8)]) -> Questionnaire {
    Questionnaire {
        unit: unit(unit_code),
        engineer: engineer.map(staff),
        marks: marks.iter().map(|(question, mark)| ((*question).to_owned(), *mark)).collect(),
    }
}

#[test]
fn means_are_of_all_marks_that_were_given() {
    let all = [
        questionnaire("CD", Some("QT0001"), &[("quality", 5), ("attitude", 4)]),
        questionnaire("CD", None, &[("quality", 2)]),
        questionnaire("ZG", Some("QT0002"), &[]),
    ];
    let result = survey_result(&all);
    let mean = |marks: &Marks| marks.mean().map(|mean| mean.round(2).to_string());
    assert_eq!((result.all.questionnaires, mean(&result.all)), (2, Some("3.67".into())));
    assert_eq!(mean(&result.questions["quality"]), Some("3.50".into()));
    assert_eq!(mean(&result.units[&unit("CD")]), Some("3.67".into()));
    assert_eq!(mean(&result.engineers[&staff("QT0001")]), Some("4.50".into()));
    assert_eq!(mean(&result.engineers[&staff("QT0002")]), None);
}

#[test]
fn a_question_is_a_choice_of_different_marks() {
    for (option, mark) in [("5 很满意", Some(5)), ("1", Some(1)), ("0 分", None), ("6", None), ("满意", None)]
    {
        assert_eq!(mark_of(option), mark, "{option}");
    }
    let survey = known("survey").body;
    assert!(questions(&survey).count() >= 4);
    let read = Questionnaire::read(
        &survey,
        &answers(&survey, &[("quality", "4 满意"), ("advice", "更快些")]),
        unit("CD"),
        None,
    );
    assert_eq!(read.marks, [("quality".to_owned(), 4)].into());
    let mut without = survey;
    without.fields.retain(|field| !is_question(field));
    assert!(matches!(without.check(), Err(Refusal::FormTypePart { .. })));
}
