//! Certification: who is due, a person's gates in words, and the acts of a case.

use super::{Program, maybe_unit};
use crate::arguments::Certification as Typed;
use crate::output::{Answer, Side, table};
use app::AppError;
use app::requests::{
    Certification, CertificationView, Certifications, DecideCase, GateView, MakeCertificate, OpenCase,
    RecordEvidence, RecordExam, Standards, StrikeEvidence, WithdrawCase,
};
use serde::Serialize;

/// A value as the word that its document holds.
fn word(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

impl Program {
    pub(super) fn certification(&mut self, command: Typed) -> Result<Answer, AppError> {
        match command {
            Typed::List { state, unit } => self.certifications(state.as_deref(), unit),
            Typed::Show { staff_no, case, level } => {
                let view = self.invoke(Certification { staff_no, number: case, level })?;
                let text = self.gates(&view);
                Answer::of(&view, text)
            }
            Typed::Open { staff_no, level } => self.record(OpenCase { staff_no, level }),
            Typed::Evidence(typed) => self.record(RecordEvidence {
                staff_no: typed.staff_no,
                of: typed.of,
                since: typed.since,
                quarter: typed.quarter,
                grade: typed.grade,
                requirement: typed.requirement,
                day: typed.day,
                count: typed.count,
                object_grade: typed.object_grade,
                text: typed.text,
                paper: typed.paper,
            }),
            Typed::Strike { staff_no, line, reason } => {
                self.record(StrikeEvidence { staff_no, line, reason })
            }
            Typed::Exam { staff_no, sitting, general, professional, correction } => {
                self.record(RecordExam { staff_no, sitting, general, professional, correction })
            }
            Typed::Decide(typed) => self.record(DecideCase {
                staff_no: typed.staff_no,
                passed: typed.pass,
                valid_from: typed.valid_from,
                exception: typed.exception,
                reason: typed.reason,
                then: typed.then,
                evaluator: typed.evaluator,
                basis: typed.basis,
                paper: typed.paper,
            }),
            Typed::Withdraw { staff_no, reason } => self.record(WithdrawCase { staff_no, reason }),
            Typed::Certificate { staff_no, out, case } => {
                let made = self.invoke(MakeCertificate { staff_no, number: case, out })?;
                let values =
                    [("path", made.path.as_str()), ("no", &made.report_no), ("code", &made.check_code)];
                Answer::of(&made, self.say("certification.certificate", &values))
            }
            Typed::Standards => self.standards(),
        }
    }

    fn certifications(&mut self, state: Option<&str>, unit: Option<String>) -> Result<Answer, AppError> {
        let unit = maybe_unit(unit)?;
        let mut view = self.invoke(Certifications { unit })?;
        view.lines.retain(|line| state.is_none_or(|wanted| line.state == wanted));
        let words = self.words;
        let headings = ["column.staffNo", "column.name", "column.unit", "column.state", "column.level"]
            .map(|key| (words.plain(key), Side::Left));
        let rows = view.lines.iter().map(|line| {
            let level = line.level.map(|level| level.to_string()).unwrap_or_default();
            let state = words.term("certificationState", &line.state);
            vec![line.staff_no.clone(), line.name.clone(), line.unit.clone(), state, level]
        });
        let text = table(&headings, rows.collect());
        Answer::of(&view, text)
    }

    /// Each gate on a line, with the values it was judged by.
    fn gates(&self, view: &CertificationView) -> String {
        let words = self.words;
        let state = words.term("certificationState", &view.state);
        let values = [
            ("staffNo", view.staff_no.as_str()),
            ("name", &view.name),
            ("level", &view.level.level.to_string()),
            ("title", &view.level.title),
            ("state", &state),
        ];
        let mut lines = vec![self.say("certification.head", &values)];
        for gate in &view.gates {
            let (name, verdict) =
                (words.term("gate", &word(&gate.gate)), words.term("gateVerdict", &word(&gate.verdict)));
            let values = [("gate", name.as_str()), ("verdict", &verdict), ("by", &self.judged_by(gate))];
            lines.push(self.say("certification.gate", &values));
            for counter in gate.counters.iter().flatten() {
                let cell = &counter.requirement;
                let values = [
                    ("code", cell.code.as_str()),
                    ("element", &cell.element),
                    ("text", cell.text.as_deref().unwrap_or_default()),
                    ("grade", cell.object_grade.as_deref().unwrap_or_default()),
                    ("counted", &counter.counted.to_string()),
                    ("minimum", &cell.minimum.to_string()),
                ];
                lines.push(self.say("certification.counter", &values));
            }
        }
        lines.extend(self.follows(view));
        lines.join("\n")
    }

    /// What the decision asks for besides, and whether it was done.
    fn follows(&self, view: &CertificationView) -> Option<String> {
        let follows = view.case.as_ref()?.follows.as_ref()?;
        let then = self.words.term("afterFailing", &follows.then);
        let Some(done) = &follows.done else {
            return Some(self.say("certification.toFollow", &[("then", &then)]));
        };
        let what = match follows.then.as_str() {
            "replace" => self.words.term("replacementState", &done.what),
            _ => done.what.clone(),
        };
        let number = done.number.to_string();
        let values = [("then", then.as_str()), ("number", &number), ("on", &done.on), ("what", &what)];
        Some(self.say("certification.followed", &values))
    }

    fn judged_by(&self, gate: &GateView) -> String {
        if let Some(months) = &gate.experience {
            let claimed = months.claimed.map(|m| m.to_string()).unwrap_or_else(|| "-".to_owned());
            let values = [
                ("required", &*months.required.to_string()),
                ("proven", &months.proven.to_string()),
                ("claimed", &claimed),
            ];
            return self.say("certification.experience", &values);
        }
        if let Some(judged) = &gate.quarters {
            let quarter = |q: &app::requests::QuarterGradeView| {
                let (mean, grade) = (q.mean.as_deref().unwrap_or("-"), q.grade.as_deref().unwrap_or("-"));
                format!("{} {grade} ({mean})", q.quarter)
            };
            return judged.quarters.iter().map(quarter).collect::<Vec<_>>().join(", ");
        }
        let Some(exam) = gate.knowledge.as_ref().and_then(|knowledge| knowledge.exam.as_ref()) else {
            return String::new();
        };
        let values = [
            ("sitting", exam.sitting.as_str()),
            ("general", &exam.general),
            ("professional", &exam.professional),
            ("combined", &exam.combined),
            ("rank", &exam.rank.to_string()),
            ("examined", &exam.examined.to_string()),
        ];
        self.say("certification.exam", &values)
    }

    fn standards(&mut self) -> Result<Answer, AppError> {
        let known = self.invoke(Standards {})?;
        let words = self.words;
        let headings = ["column.version", "column.from", "column.text", "column.levels"]
            .map(|key| (words.plain(key), Side::Left));
        let rows = known.standards.iter().map(|standard| {
            let version = match standard.version == known.in_force {
                true => format!("{} *", standard.version),
                false => standard.version.to_string(),
            };
            let levels = standard.levels.len().to_string();
            vec![version, standard.from.to_string(), standard.label.clone(), levels]
        });
        let text = table(&headings, rows.collect());
        Answer::of(&known, text)
    }
}
