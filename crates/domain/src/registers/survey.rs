//! Satisfaction surveys (满意度调查): questionnaires as they were filled in, and the means of their marks (SAT-01…03).

use super::FormType;
use crate::form::{Answer, Answers, Field, FieldKind};
use crate::kernel::{Exact, StaffNo, UnitCode};
use std::collections::BTreeMap;

/// Highest mark of a question.
const BEST: u8 = 5;

/// The mark that an option stands for: the digit it begins with, 1 to 5, as `5 很满意`.
#[must_use]
pub fn mark_of(option: &str) -> Option<u8> {
    let digit = option.trim().chars().next()?.to_digit(10)?;
    u8::try_from(digit).ok().filter(|mark| (1..=BEST).contains(mark))
}

/// Whether a field is a question of five points: one is chosen of options that all stand for different marks.
#[must_use]
pub fn is_question(field: &Field) -> bool {
    let FieldKind::Choice(options) = &field.kind else { return false };
    let marks: Vec<u8> = options.iter().filter_map(|option| mark_of(option)).collect();
    let different: std::collections::BTreeSet<u8> = marks.iter().copied().collect();
    marks.len() == options.len() && different.len() == marks.len()
}

/// The questions of a type.
pub fn questions(kind: &FormType) -> impl Iterator<Item = &Field> {
    kind.fields.iter().filter(|field| is_question(field))
}

/// A questionnaire that was filled in.
#[derive(Clone, Debug)]
pub struct Questionnaire {
    /// Of which unit's service.
    pub unit: UnitCode,
    /// About whom.
    pub engineer: Option<StaffNo>,
    /// Marks by question.
    pub marks: BTreeMap<String, u8>,
}

impl Questionnaire {
    /// The marks that were given among a type's answers.
    #[must_use]
    pub fn read(kind: &FormType, answers: &Answers, unit: UnitCode, engineer: Option<StaffNo>) -> Self {
        let mark = |field: &Field| match answers.plain.get(&field.code) {
            Some(Answer::Text(option)) => Some((field.code.clone(), mark_of(option)?)),
            _ => None,
        };
        Self { unit, engineer, marks: questions(kind).filter_map(mark).collect() }
    }
}

/// Marks gathered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// How many marks were given.
    pub given: u32,
    /// Their sum.
    pub sum: u32,
    /// How many questionnaires gave any.
    pub questionnaires: u32,
}

impl Marks {
    fn add(&mut self, marks: impl IntoIterator<Item = u8>) {
        let before = self.given;
        for mark in marks {
            self.given += 1;
            self.sum += u32::from(mark);
        }
        self.questionnaires += u32::from(self.given > before);
    }

    /// Their mean, exact; `None` where none was given.
    #[must_use]
    pub fn mean(&self) -> Option<Exact> {
        Exact::ratio(self.sum.into(), self.given.into())
    }
}

/// What a survey came to. Every mark counts the same, whoever gave it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SurveyResult {
    /// All marks.
    pub all: Marks,
    /// By question.
    pub questions: BTreeMap<String, Marks>,
    /// By unit.
    pub units: BTreeMap<UnitCode, Marks>,
    /// By engineer; questionnaires about nobody in particular are not among them.
    pub engineers: BTreeMap<StaffNo, Marks>,
}

/// The result of questionnaires.
#[must_use]
pub fn survey_result(all: &[Questionnaire]) -> SurveyResult {
    let mut result = SurveyResult::default();
    for one in all {
        let marks = || one.marks.values().copied();
        result.all.add(marks());
        result.units.entry(one.unit.clone()).or_default().add(marks());
        if let Some(engineer) = &one.engineer {
            result.engineers.entry(engineer.clone()).or_default().add(marks());
        }
        for (question, mark) in &one.marks {
            result.questions.entry(question.clone()).or_default().add([*mark]);
        }
    }
    result
}
