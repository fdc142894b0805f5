//! Training, awards and violations, the ability checklist: recorded, and shown with the person.

use super::Program;
use crate::arguments::Development as Typed;
use crate::output::Answer;
use app::AppError;
use app::requests::{
    CancelTraining, ConductView, DecideViolation, Development, DevelopmentView, JudgeAbility, PlanTraining,
    RecordConduct, RecordTrainingAttendance, TrainingView, WithdrawConduct,
};

impl Program {
    pub(super) fn development(&mut self, command: Typed) -> Result<Answer, AppError> {
        match command {
            Typed::Show { staff_no } => {
                let view = self.invoke(Development { staff_no })?;
                let text = self.course(&view);
                Answer::of(&view, text)
            }
            Typed::Train { kind, staff_nos, title, on, hours, trainer } => {
                self.record(PlanTraining { kind, title, day: on, hours, staff_nos, trainer })
            }
            Typed::Attend { number, staff_no, attended, absent: _, result } => {
                self.record(RecordTrainingAttendance { number, staff_no, attended, result })
            }
            Typed::CancelTraining { number, reason } => self.record(CancelTraining { number, reason }),
            Typed::Conduct { staff_no, kind, day, text, paper } => {
                self.record(RecordConduct { staff_no, kind, day, text, paper })
            }
            Typed::Decide { staff_no, number, sanction, replace, day, text, paper } => {
                self.record(DecideViolation { staff_no, number, sanction, replace, day, text, paper })
            }
            Typed::Withdraw { staff_no, number, reason } => {
                self.record(WithdrawConduct { staff_no, number, reason })
            }
            Typed::Ability { staff_no, item, met, not_met: _, day, text } => {
                self.record(JudgeAbility { staff_no, item, met, day, note: text })
            }
        }
    }

    /// Trainings, awards and violations, and the five abilities, a line each.
    fn course(&self, view: &DevelopmentView) -> String {
        let words = self.words;
        let mut lines = vec![words.plain("development.trainings")];
        lines.extend(view.trainings.iter().map(|training| self.training(training)));
        lines.push(words.plain("development.conduct"));
        lines.extend(view.conduct.iter().map(|line| self.conduct(line)));
        lines.push(words.plain("development.abilities"));
        lines.extend(view.abilities.iter().map(|ability| {
            let met = match ability.met {
                Some(true) => "development.met",
                Some(false) => "development.notMet",
                None => "development.notJudged",
            };
            let values = [
                ("ability", words.term("ability", &ability.item)),
                ("met", words.plain(met)),
                ("on", ability.on.clone().unwrap_or_default()),
                ("note", ability.note.clone().unwrap_or_default()),
            ];
            self.line("development.ability", &values)
        }));
        lines.join("\n")
    }

    fn training(&self, training: &TrainingView) -> String {
        let words = self.words;
        let state = match (training.cancelled, training.attended) {
            (true, _) => "development.cancelled",
            (false, Some(true)) => "development.attended",
            (false, Some(false)) => "development.absent",
            (false, None) => "development.planned",
        };
        let values = [
            ("number", training.number.to_string()),
            ("on", training.on.clone()),
            ("kind", words.term("trainingKind", &training.kind)),
            ("title", training.title.clone()),
            ("state", words.plain(state)),
            ("result", training.result.clone().unwrap_or_default()),
        ];
        self.line("development.training", &values)
    }

    fn conduct(&self, line: &ConductView) -> String {
        let words = self.words;
        let decided = line.decided.as_ref().map(|decided| words.term("sanction", &decided.sanction));
        let withdrawn = line.withdrawn.as_ref().map(|_| words.plain("development.withdrawn"));
        let values = [
            ("number", line.number.to_string()),
            ("on", line.on.clone()),
            ("kind", words.term("conduct", &line.kind)),
            ("text", line.text.clone().unwrap_or_default()),
            ("state", [decided, withdrawn].into_iter().flatten().collect::<Vec<_>>().join(" ")),
        ];
        self.line("development.line", &values)
    }

    fn line(&self, key: &str, values: &[(&str, String)]) -> String {
        let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.say(key, &values).trim_end().to_owned()
    }
}
